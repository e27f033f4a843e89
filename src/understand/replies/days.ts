/** Days and reasons in a resolver team's answer: "tunda: sampai Senin, karena menunggu vendor", "mulai: 1 Desember". */
import type { LocalDate } from '../../shared/time.ts';
import { findDates, type DateMention } from '../facts/dates.ts';

const UNTIL =
  /\b(?:sampai(?: dengan)?|s\.?\s?\/?d\.?|hingga|until|till|sd|estimasi|perkiraan|dijadwalkan|jadwal\w*|lanjut|dilanjut\w*|datang|tiba|selesai|tersedia|paling lambat|by)\b[^.\n]{0,40}$/i;
/** "…, pemeriksaannya kami tunda ke Senin": to when the work itself is put off, whatever else lasts until another day. */
const PUT_OFF_TO =
  /\b(?:(?:di)?(?:tunda|undur|geser|tahan|hold|pending|reschedul|postpon|mov|parkir)\w*|mundur|(?:di)?(?:jadwal|agenda)(?:kan)?\s+(?:ulang|lagi|kembali)|(?:di)?(?:pindah|lanjut|kerja|eksekusi|proses|laksana|lanjut)(?:kan)?(?:\s+(?:lagi|kembali))?)\s+(?:(?:saja|aja|dulu|menjadi|jadi|ke|pada|di|sampai(?: dengan)?|hingga|mulai|hari|tanggal|tgl|to|until|till|on|\W)+\s*)*$/i;
const BECAUSE =
  /\b(?:karena|krn|sebab|dikarenakan|berhubung|lantaran|because(?: of)?|as|due to|owing to)\b[\s:,]*([^\n]{3,300})|\b((?:masih )?(?:menunggu|nunggu|tunggu|waiting for|pending)\b[^\n]{3,300})/i;
/** "Perangkatnya belum datang, …": the whole sentence is the reason. */
const LACKING =
  /(?:^|[.\n])\s*([^.\n]{0,120}\b(?:belum|blm|kosong|habis|indent?|baru (?:ada|bisa|dapat|datang|tersedia|masuk|dikirim))\b[^\n]{0,300})/i;

export function holdIn(
  text: string,
  today: LocalDate | null,
): { readonly until: LocalDate | null; readonly because: string | null } {
  const because = BECAUSE.exec(text);
  const reason = (because?.[1] ?? because?.[2] ?? LACKING.exec(text)?.[1] ?? '').trim().replace(/[.\s]+$/, '');
  return { until: today === null ? null : untilIn(text, today), because: reason === '' ? null : reason };
}

/** The day to which it is put off, or behind "sampai", before any other; of a span its end; days past are no end of waiting. */
function untilIn(text: string, today: LocalDate): LocalDate | null {
  const days = findDates(text, today).filter((day) => day.end >= today);
  const behind = (word: RegExp): DateMention | undefined => days.find((day) => word.test(text.slice(0, day.from)));
  return (behind(PUT_OFF_TO) ?? behind(UNTIL) ?? days[0])?.end ?? null;
}

export function startIn(text: string, today: LocalDate | null): LocalDate | null {
  const day: DateMention | undefined = today === null ? undefined : findDates(text, today)[0];
  return day?.start ?? null;
}
