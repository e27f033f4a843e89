/** "Tanggal acaranya salah, yang betul 9 Desember": a fact of the ticket put right in a plain sentence; whatever else is said makes it a remark. */
import type { LocalDate } from '../../../shared/time.ts';
import { findDates } from '../../facts/dates.ts';
import type { DeskCommand } from '../../reading.ts';
import { placed } from './placed.ts';

const WHAT = String.raw`(?<date>(?:tanggal|tgl\.?|hari|jadwal|date|acara|kegiatan|rapat)(?:nya)?)|(?<count>(?:jumlah|banyak|quantity)(?:nya)?)`;
const WRONG = String.raw`(?:(?:itu|ini|tadi|nya|yang tertulis)\s+)?(?:salah|keliru|kliru|kurang tepat|tidak tepat|wrong|bukan\s[^,.;]{1,40}?)`;
const RIGHT = String.raw`(?:tapi|tetapi|melainkan|yang\s+(?:betul|benar|tepat)|yg\s+(?:betul|benar|bener|tepat)|(?:se)?harusnya|mestinya|should be|but)`;
const PUT_RIGHT = new RegExp(
  String.raw`^(?:(?:maaf|mohon|koreksi|ralat)[,:]?\s+)?(?:${WHAT})(?:\s+(?:acara|kegiatan|rapat|pelaksanaan|akun|perangkat|peserta|laptop|unit|orang)(?:nya)?){0,2}\s+${WRONG}\s*[,.;:\u2013-]?\s*${RIGHT}(?:\s+(?:adalah|itu|tanggal|tgl\.?|hari|is))*\s*:?\s*(?<value>[^?\n]{1,60})$`,
  'iu',
);
/** Beside the value nothing but its unit, its hour and courtesy. */
const BESIDE =
  /\b(?:ya|pak|bu|mas|mbak|terima kasih|trims|makasih|orang|akun|unit|perangkat|laptop|peserta|buah|(?:pukul|jam|pkl\.?)\s*\d{1,2}(?:[.:]\d{2})?(?:\s*(?:wib|wita|wit))?)\b/giu;

/** "Jumlah: 12", "jumlah akun = 12 akun", "tanggal: 9 Desember": the fact named with a mark behind it, or the number alone behind its name. */
const NAMED = new RegExp(
  String.raw`^(?:(?:ubah|ganti|koreksi|ralat|betulkan)\s+)?(?:${WHAT})(?:\s+(?:acara|kegiatan|rapat|pelaksanaan|akun|perangkat|peserta|laptop|unit|orang)(?:nya)?){0,2}\s*(?:[:=]\s*|\s(?=\d))(?<value>[^?\n]{1,60})$`,
  'iu',
);

/** The whole line. */
export function factIn(raw: string, { today }: { readonly today: LocalDate | null }): DeskCommand | null {
  const { text, base } = placed(raw);
  return factPutRight(text, base, today);
}

/** @param today null: then no day can be told */
export function factPutRight(
  text: string,
  base: { readonly line: string; readonly ticket: string | null },
  today: LocalDate | null,
): DeskCommand | null {
  const { date, count, value = '' } = (PUT_RIGHT.exec(text) ?? NAMED.exec(text))?.groups ?? {};
  const none = { ...base, kind: 'correct', choice: null, service: null, variant: null } as const;
  if (count !== undefined) {
    const said = /^\D{0,3}(\d{1,6})(?!\d)(.*)$/u.exec(value);
    return said && isOnly(said[2] ?? '') ? { ...none, quantity: Number(said[1]), eventDate: null } : null;
  }
  if (date === undefined || today === null) return null;
  const [day, ...others] = findDates(value, today);
  if (day === undefined || others.length > 0) return null;
  const rest = `${value.slice(0, day.from)} ${value.slice(day.to)}`;
  return isOnly(rest) ? { ...none, quantity: null, eventDate: day.start } : null;
}

function isOnly(rest: string): boolean {
  return !/[\p{L}\d]/u.test(rest.replace(BESIDE, ' '));
}
