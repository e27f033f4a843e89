/**
 * For whom a note is. "Info ke user: …", "untuk user: …", "untuk Bu Mutia: …" where she is its requester, "tolong kabari pemohon bahwa …" is for
 * him; "info untuk tim jaringan: …" and whatever else calls itself a note is for staff, also where it tells of waiting, of a question or of
 * handing over: who wants these done says so.
 */
import { isPartOf } from './addressed.ts';
import { asksHim, type Asked } from './asked-him.ts';
import type { TeamAnswer } from './team-answer.ts';

const OPENING = String.raw`^\W{0,3}(?:(?:tolong|mohon|mhn|minta|harap|siap|baik|ok|oke|please|pls)\W{1,3}){0,2}`;
const NOUN = String.raw`(?:info(?:rmasi)?|catatan|note|pesan|kabar|pemberitahuan|pengumuman|penjelasan|message|fyi)`;
const TELLS = String.raw`(?:(?:dapat|bisa)\s+)?(?:(?:di)?info(?:kan|in|rmasikan)|(?:di)?kabar(?:i|kan|in)|(?:di)?sampai(?:kan|in)|(?:di)?beri ?tahu(?:kan)?|kasi(?:h)?\s?(?:tahu|tau|info|kabar)|(?:di)?bilang(?:in)?|(?:di)?jelaskan|tell|inform|notify)`;
const TO = String.raw`(?:ke(?:pada)?|untuk|utk|buat|bagi|to|for)`;
const HIM = String.raw`(?:(?:the|pihak|bapak|ibu|pak|bu|mas|mbak)\s+)?(?:user|pemohon|pengguna|ybs|yang bersangkutan|pelapor|requester|peminta)(?:nya)?`;
const NAMED = String.raw`(?:bapak|ibu|pak|bu|mas|mbak|kak|sdr|sdri|saudara|saudari)\.?\s+(?<name>\p{L}+)(?:\s+\p{L}+){0,3}?`;
const MARK = String.raw`(?:\s*(?:ya|dong|nya)?\s*[:=\u2013\u2014]\s*|\s+-\s+|\s*,?\s+(?:bahwa|bhw|that)\s+)`;
const COLON = String.raw`\s*[:=\u2013\u2014]\s*`;
/** What he is to do behind a comma makes it his. */
const COMMA = String.raw`\s*,\s*(?=(?:silakan|silahkan|monggo|mohon|harap|jangan|tolong|please)\b)`;

/** Without its preposition "info user: …" may as well be what he said. */
const TO_HIM = new RegExp(String.raw`${OPENING}(?:${NOUN}\s+${TO}|${TELLS}(?:\s+${TO})?)\s+${HIM}${MARK}(?=\S)`, 'iu');
const TO_NAMED = new RegExp(String.raw`${OPENING}(?:${NOUN}\s+${TO}|${TELLS}\s+${TO})\s+${NAMED}${MARK}(?=\S)`, 'iu');
const FOR_HIM = new RegExp(String.raw`^\W{0,3}${TO}\s+${HIM}(?:${COLON}|${COMMA})(?=\S)`, 'iu');
const FOR_NAMED = new RegExp(String.raw`^\W{0,3}${TO}\s+${NAMED}(?:${COLON}|${COMMA})(?=\S)`, 'iu');
/** "Sampaikan ke user agar menunggu": what he is told to do. */
const TELLS_HIM = new RegExp(
  String.raw`${OPENING}${TELLS}(?:\s+${TO})?\s+(?:${HIM}|${NAMED})\s*,?\s+(?<how>agar|supaya|untuk|utk|to)\s+(?:(?:ybs|beliau|dia|ia|user|pemohon)\s+)?(?=\p{L})`,
  'iu',
);
const TO_STAFF = new RegExp(
  String.raw`${OPENING}${NOUN}\s+(?!(?:pemohon|user|pengguna)\s*[:=])(?:[\p{L}-]+\s+){0,4}[\p{L}-]+\s*[:=]\s*(?=\S)`,
  'iu',
);
const BARE = /^\W{0,3}(?:catatan|note)(?:\s*[:=,\u2013\u2014-]\s*|\s+)(?=\S)/iu;

/** A note for the requester; what he is asked in it wants his answer. Null where it does not begin as one. */
export function noteForHim(text: string, asked: Asked): TeamAnswer | null {
  const named = TO_NAMED.exec(text);
  const begun = TO_HIM.exec(text) ?? (named !== null && isHim(named, asked) ? named : null);
  if (begun === null) return inPlainWords(text, asked);
  const note = text.slice(begun[0].length).trim();
  return note.includes('?') ? questionToHim(note) : forHim(note);
}

/** "Untuk user: …": what he is to give is a question; whoever else is named is a colleague, for all that we know. */
function inPlainWords(text: string, asked: Asked): TeamAnswer | null {
  const told = TELLS_HIM.exec(text);
  if (told !== null) return toldToDo(text.slice(told[0].length).trim(), told, asked);
  const named = FOR_NAMED.exec(text);
  const begun = FOR_HIM.exec(text) ?? named;
  if (begun === null) return null;
  const note = text.slice(begun[0].length).trim();
  if (begun === named && !isHim(named, asked))
    return { intent: 'note', confidence: 0.85, why: 'for somebody else', note: text, isPlain: true };
  return asksHim(note, asked) ? questionToHim(note) : { ...forHim(note), isPlain: true };
}

/** What he is to give us is left to whoever reads questions. */
function toldToDo(words: string, told: RegExpExecArray, asked: Asked): TeamAnswer | null {
  const isNamed = told.groups?.['name'] !== undefined;
  const note = `${/^to$/i.test(told.groups?.['how'] ?? '') ? 'Please' : 'Mohon'} ${words}`;
  return (isNamed && !isHim(told, asked)) || asksHim(note, asked) ? null : forHim(note);
}

function isHim(named: RegExpExecArray, { requester }: Asked): boolean {
  return isPartOf(named.groups?.['name'] ?? '', requester);
}

function questionToHim(note: string): TeamAnswer {
  return { intent: 'ask-requester', confidence: 0.9, why: 'asks the requester', note };
}

function forHim(note: string): TeamAnswer {
  return { intent: 'note', confidence: 0.95, why: 'a note for the requester', note, audience: 'requester' };
}

/** A note among staff; null where it does not begin as one. */
export function noteIn(text: string): TeamAnswer | null {
  const begun = TO_STAFF.exec(text) ?? BARE.exec(text);
  return begun && { intent: 'note', confidence: 0.95, why: 'a note', note: text.slice(begun[0].length).trim() };
}
