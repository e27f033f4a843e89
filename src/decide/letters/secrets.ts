/**
 * Passwords in what people write, masked before any of it goes to others: what stands behind a word for one as its value, and whatever near
 * such a word looks made and not written. Rather a harmless word too many than a password in a mail.
 */

const MASK = '••••';
const WORD = String.raw`(?:password|passphrase|passcode|passwd|pwd|kata[^\S\n]?sandi|kata[^\S\n]kunci|sandi|pin|otp)(?:-?nya)?`;
/** Words between it and its value. */
const BETWEEN = String.raw`(?:baru|lama|sementara|awal|default|bawaan|email|surel|akun|login|wifi|aplikasi|anda|beliau|bapak|ibu|saya|user|untuk|new|temporary|sekarang|ini)(?:-?nya)?`;
const BEHIND = String.raw`(?<![\p{L}\d])(${WORD}(?:[^\S\n]+${BETWEEN}){0,4}`;

/** "password: X", "sandi barunya adalah X". */
const SAID = new RegExp(
  String.raw`${BEHIND}[^\S\n]*(?:[:=]|[-=]>|→|(?:adalah|yaitu|ialah|yakni)(?!\p{L}))[^\S\n]*)(\S+)`,
  'giu',
);
/** "PIN barunya 482913"; longer numbers are no secret of a person. */
const DIGITS = new RegExp(String.raw`${BEHIND}[^\S\n]+)\d{4,12}(?![\d.:/-]*\d)`, 'giu');
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:password|passphrase|passcode|passwd|pwd|sandi|kunci|pin|otp)(?:-?nya)?(?![\p{L}\d])`,
  'iu',
);

/** How many words before and behind such a word are looked at. */
const BEFORE = 4;
const AFTER = 12;
const SHORTEST = 5;
const SHORTEST_WORD = 8;

/** Addresses, numbers of tickets and services, dates and times, products: letters and digits together, and no secret. */
const NO_SECRET =
  /^(?:\S+@[\w-]+(?:\.[\w-]+)+|(?:https?:|www\.)\S*|[\w-]+(?:\.[\w-]+)*\.(?:id|com|org|net|example)\S*|[a-z]{2,4}-\d{6}-\S+|itsm\S*|sc\d\d-\S*|(?:rft|tim|ke|lt|lantai)-\S+|\d+(?:x|jam|menit|hari|am|pm|wib|wita|wit)|(?:office|microsoft|windows|outlook|win|m|o)-?\d+)$/i;
const MADE = /[\p{L}\d][#@$%^&*+=_~!][\p{L}\d#@$%^&*+=_~!]|[#@$%^&*+=_~]$|^[#@$%^&*+=_~][\p{L}\d]/u;

export function withoutSecrets(text: string): string {
  return besideNames(text.replace(SAID, `$1${MASK}`).replace(DIGITS, `$1${MASK}`));
}

/** Whatever looks like a secret near a word for one. */
function besideNames(text: string): string {
  if (!NAMED.test(text)) return text;
  const pieces = text.split(/(\s+)/);
  const words = pieces.filter((_, index) => index % 2 === 0);
  const named = words.map((word) => NAMED.test(word));
  const isNear = (at: number): boolean => named.slice(Math.max(0, at - AFTER), at + BEFORE + 1).includes(true);
  return pieces
    .map((piece, index) => (index % 2 === 0 && !named[index / 2] && isNear(index / 2) ? maskedWord(piece) : piece))
    .join('');
}

function maskedWord(word: string): string {
  const bare = word.replace(/^["'“”‘’(<[*]+/, '').replace(/["'“”‘’)>\].,;:!?*]+$/, '');
  return bare !== '' && looksSecret(bare) ? word.replace(bare, () => MASK) : word;
}

function looksSecret(word: string): boolean {
  if (word.length < SHORTEST || NO_SECRET.test(word) || !/\p{L}/u.test(word)) return false;
  const isMixed = /\d/.test(word) || MADE.test(word);
  return isMixed || (word.length >= SHORTEST_WORD && /\p{Ll}\p{Lu}/u.test(word));
}
