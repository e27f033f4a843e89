/**
 * For whom a note is. "Info ke user: …", "tolong kabari pemohon bahwa …" is for him; "info untuk tim jaringan: …" and whatever else calls
 * itself a note is for staff, also where it tells of waiting, of a question or of handing over: who wants these done says so.
 */
import type { TeamAnswer } from './team-answer.ts';

const OPENING = String.raw`^\W{0,3}(?:(?:tolong|mohon|mhn|minta|harap|siap|baik|ok|oke|please|pls)\W{1,3}){0,2}`;
const NOUN = String.raw`(?:info(?:rmasi)?|catatan|note|pesan|kabar|pemberitahuan|pengumuman|penjelasan|message|fyi)`;
const TELLS = String.raw`(?:info(?:kan|in|rmasikan)|kabar(?:i|kan|in)|sampai(?:kan|in)|di?sampaikan|beri ?tahu(?:kan)?|kasi(?:h)?\s?(?:tahu|tau|info|kabar)|bilang(?:in)?|jelaskan|tell|inform|notify)`;
const TO = String.raw`(?:ke(?:pada)?|untuk|utk|buat|bagi|to|for)`;
const HIM = String.raw`(?:(?:the|pihak|bapak|ibu|pak|bu|mas|mbak)\s+)?(?:user|pemohon|pengguna|ybs|yang bersangkutan|pelapor|requester|peminta)(?:nya)?`;
const MARK = String.raw`(?:\s*(?:ya|dong|nya)?\s*[:=\u2013\u2014]\s*|\s+-\s+|\s*,?\s+(?:bahwa|bhw|that)\s+)`;

/** Without its preposition "info user: …" may as well be what he said. */
const TO_HIM = new RegExp(String.raw`${OPENING}(?:${NOUN}\s+${TO}|${TELLS}(?:\s+${TO})?)\s+${HIM}${MARK}(?=\S)`, 'iu');
const TO_STAFF = new RegExp(
  String.raw`${OPENING}${NOUN}\s+(?!(?:pemohon|user|pengguna)\s*[:=])(?:[\p{L}-]+\s+){0,4}[\p{L}-]+\s*[:=]\s*(?=\S)`,
  'iu',
);
const BARE = /^\W{0,3}(?:catatan|note)(?:\s*[:=,\u2013\u2014-]\s*|\s+)(?=\S)/iu;

/** A note for the requester; what he is asked in it wants his answer. Null where it does not begin as one. */
export function noteForHim(text: string): TeamAnswer | null {
  const begun = TO_HIM.exec(text);
  if (begun === null) return null;
  const note = text.slice(begun[0].length).trim();
  if (note.includes('?')) return { intent: 'ask-requester', confidence: 0.9, why: 'asks the requester', note };
  return { intent: 'note', confidence: 0.95, why: 'a note for the requester', note, audience: 'requester' };
}

/** A note among staff; null where it does not begin as one. */
export function noteIn(text: string): TeamAnswer | null {
  const begun = TO_STAFF.exec(text) ?? BARE.exec(text);
  return begun && { intent: 'note', confidence: 0.95, why: 'a note', note: text.slice(begun[0].length).trim() };
}
