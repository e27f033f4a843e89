/** Dates as people write them on forms: `30/11/2026`, `30-11-2026`, `30 November 2026`; day first, always. */
const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^(?:feb|peb)/,
  /^mar/,
  /^apr/,
  /^mei/,
  /^jun/,
  /^jul/,
  /^(?:agu|agt|ags)/,
  /^sep/,
  /^okt/,
  /^(?:nov|nop)/,
  /^des/,
];

/** `2026-11-30`, or null. */
export function toIsoDate(text: string): string | null {
  const tidy = text
    .trim()
    .toLowerCase()
    .replace(/^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad),?\s+/, '');
  if (/^\d{4}-\d{2}-\d{2}$/.test(tidy))
    return existing(tidy.slice(0, 4), Number(tidy.slice(5, 7)), Number(tidy.slice(8)));
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(tidy);
  if (numeric) return existing(numeric[3] ?? '', Number(numeric[2]), Number(numeric[1]));
  const worded = /^(\d{1,2})\s+([a-z]{3,9})\s+(\d{4})$/.exec(tidy);
  if (!worded) return null;
  return existing(worded[3] ?? '', MONTHS.findIndex((month) => month.test(worded[2] ?? '')) + 1, Number(worded[1]));
}

function existing(year: string, month: number, day: number): string | null {
  const lastDay =
    month === 2 && !isLeap(Number(year)) ? 28 : ([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
  if (day < 1 || day > lastDay) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
