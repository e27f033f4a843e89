/** An instant as the evidence file prints it, in the zone that it was told in: `23 Nov 2026 09.00.12 +07`. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];
const ZONES: Readonly<Record<string, string>> = { '+07:00': 'WIB', '+08:00': 'WITA', '+09:00': 'WIT' };
const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** @param iso with its offset from UTC; another text is given back as it is */
export function shortMoment(iso: string): string {
  const [, year, month, day, hour, minute, second, offset = ''] = ISO.exec(iso) ?? [];
  if (year === undefined) return iso;
  const zone = ZONES[offset] ?? (offset === 'Z' ? 'UTC' : offset);
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year} ${hour}.${minute}.${second} ${zone}`;
}
