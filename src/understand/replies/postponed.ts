/** "Besok saya kabari", "setelah tanggal 5 ya": until when an approver puts his answer off. A day of the request itself is none. */
import { Temporal, type LocalDate } from '../../shared/time.ts';
import { findDates } from '../facts/dates.ts';

/** He will look, answer or decide; or it is to wait, or a day is all that he names. */
const PUTS_OFF =
  /\b(?:nanti|ntar|tunda|ditunda|tunggu|ditunggu|menunggu|dulu|kabari|kabarin|jawab|balas|putus\p{L}*|pertimbang\p{L}*|pelajari|dipelajari|pikir\p{L}*|cek|dicek|lihat|baca|bahas|dibahas|kembali|masuk kantor|baru bisa|saja|aja|answer|reply|decide|get back|let you know|back on|wait|later)\b|^\W*(?:insya ?allah\W+)?(?:setelah|sesudah|habis|after)?\s*(?:hari\s+)?(?:besok|lusa|senin|selasa|rabu|kamis|jum['\u2019]?at|(?:minggu|pekan) depan|tanggal \d{1,2}|tgl \d{1,2}|tomorrow|next week)\W*(?:(?:ya|pak|bu|mas|mbak|saja|aja)\W*){0,3}$/iu;
/** A yes beside the day makes it a limit of what he agrees to. */
const AGREES =
  /(?<!\b(?:belum|tidak|jangan|bukan)\s+(?:bisa\s+|dapat\s+|saya\s+|kami\s+)?)\b(?:(?:di|me|meny)?setuju\p{L}*|acc|approved?|silakan|silahkan|oke?|boleh|lanjut(?:kan)?|proses)\b/iu;
/** The day itself is over before he answers. */
const AFTER = /\b(?:setelah|sesudah|habis|lewat|selepas|after)\s+(?:hari\s+|tanggal\s+|tgl\.?\s+)?$/i;

/** @returns the first day on which his answer may be asked for again */
export function postponedUntil(text: string, today: LocalDate): LocalDate | null {
  if (!PUTS_OFF.test(text) || AGREES.test(text)) return null;
  const day = findDates(text, today).find(({ end }) => end > today);
  if (day === undefined) return null;
  return AFTER.test(text.slice(0, day.from)) ? nextDay(day.end) : day.end;
}

function nextDay(day: LocalDate): LocalDate {
  return `${Temporal.PlainDate.from(day).add({ days: 1 })}`;
}
