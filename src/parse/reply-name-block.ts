/**
 * The block of name, post, office and telephone that people and mail programs put under a text without any mark. It is known by the
 * writer's own name, and by lines that can only stand in such a block; one word that might be an answer is never taken for a name.
 */

const MOST_LINES = 12;
const MOST_CHARS = 110;
const CLOSING =
  /^(?:hormat (?:kami|saya)|salam(?: (?:hormat|sejahtera|hangat))?|wass?alam\S*(?: .{0,40})?|(?:best|kind|warm)? ?regards|best(?: wishes)?|cheers|sincerely|yours (?:sincerely|faithfully)|ttd|tertanda)[\s,.;:!]*$/i;
const POST =
  /\b(?:kepala|sekretaris|direktur|direktorat|subdirektorat|kasubdit|kasubbag|kasubag|kasubbid|kasi|kasie|kabag|kabid|kakanwil|kapus\w*|plt|plh|pj|analis|pranata|pengolah|pelaksana|auditor|pemeriksa|penelaah|bendahara|penata|widyaiswara|ahli (?:pertama|muda|madya|utama)|terampil|mahir|penyelia|eselon|seksi|subbagian|subbag|subbidang|subbid|bagian|bidang|biro|bagian|kanwil|kantor|kpp|kppn|kpknl|kppbc|djp|djbc|djpb|djkn|djpk|djppr|dja|bppk|bkf|itjen|setjen|ditjen|inspektorat|sekretariat|pusintek|pusdiklat|kementerian|ministry|head of|section|division|directorate|staff|staf|officer|manager|engineer|admin|tim|team|rft|unit|gedung|lantai|jl|jalan)\b/i;
/** A number, an address, or a word for one with such behind it; "email belum" is no address. */
const NUMBER =
  /^(?:(?:nip|telp?|telepon|phone|tel|hp|mobile|wa|whatsapp|ext|fax|email|e-mail|voip|m|t|p)\b[\s.:()]*(?=\D{0,40}\d{3}|\S{1,60}@)[^\s].{2,60}|\+?\(?\d[\d\s().-]{6,25}|[\w.+-]+@[\w.-]+|www\.\S+|https?:\/\/\S+|\p{L}[\p{L} ]{2,30},? \d{5}(?:,? indonesia)?)$/iu;
/** "bram.kusnadi" */
const ACCOUNT = /^\p{Ll}[\p{Ll}\d]*(?:[._-][\p{Ll}\d]+)+$/u;
/** A mark of a sentence, or the full stop of a whole word with more behind it. */
const SPEAKS = /[?!]|[.,;]\s+\p{Ll}|\p{L}{5,}\.\s/u;

export function withoutNameBlock(lines: readonly string[], writer: string): string[] {
  const names = wordsOf(withoutDegrees(writer));
  let end = fullNameAt(lines, names) ?? lines.length;
  for (let at = end - 1; at >= Math.max(0, lines.length - MOST_LINES); at -= 1) {
    const line = lines[at] ?? '';
    if (line === '' || isDecoration(line)) continue;
    if (!isOfBlock(line, names) || (at === 0 && !isWholeName(line, names))) break;
    end = at;
  }
  return trimmed(lines.slice(0, nameAbove(lines, end, names)));
}

/** The writer's full name on a line of its own, with nothing but short lines without a sentence under it; his account in a list is none. */
function fullNameAt(lines: readonly string[], names: readonly string[]): number | null {
  if (names.length < 2) return null;
  for (let at = Math.max(0, lines.length - MOST_LINES); at < lines.length; at += 1) {
    const words = wordsOf(withoutDegrees(lines[at] ?? ''));
    const isFull = words.length >= 2 && words.length <= names.length && words.every((word) => names.includes(word));
    if (
      isFull &&
      !ACCOUNT.test(lines[at] ?? '') &&
      lines.slice(at + 1).every((line) => line.length <= MOST_CHARS && !SPEAKS.test(line))
    )
      return at;
  }
  return null;
}

function trimmed(lines: readonly string[]): string[] {
  const rest = [...lines];
  while (rest.length > 0 && (rest.at(-1) === '' || isDecoration(rest.at(-1) ?? ''))) rest.pop();
  return rest;
}

/** At the very top only what can be nothing but the writer's name: "Sip" may be an answer of Siptono's. */
function isWholeName(line: string, names: readonly string[]): boolean {
  const words = wordsOf(withoutDegrees(line));
  return words.length > 0 && words.every((word) => names.includes(word));
}

/** "S.Kom., M.T." behind a name, "Dr. Ir." before it. */
function withoutDegrees(line: string): string {
  return line
    .replace(/(?:,\s*|\s+)(?:\p{Lu}\p{L}{0,4}\.){1,3}\p{L}{0,4}\.?(?=,|\s|$)/gu, '')
    .replace(/(?:,\s*|\s+)(?:Ak|Ph\.?D|CA|CPA|CISA|CFrA|SE|SH|MM|MT|ST|SKom|MSi)\b\.?/g, '')
    .replace(/^(?:(?:Dr|Drs|Dra|Ir|Prof|H|Hj)\.?\s+)+/, '');
}

/** A name that is not the display name stands above the post ("Oki" over "Kepala Seksi …"). */
function nameAbove(lines: readonly string[], end: number, names: readonly string[]): number {
  const line = lines[end - 1] ?? '';
  const isPost = POST.test(lines[end] ?? '') && !isOwnName(lines[end] ?? '', names);
  const above = end >= 2 ? lines[end - 2] : '';
  return isPost && above === '' && end > 1 && looksLikeName(line) ? end - 1 : end;
}

function isOfBlock(line: string, names: readonly string[]): boolean {
  if (line.length > MOST_CHARS || SPEAKS.test(line)) return false;
  return CLOSING.test(line) || NUMBER.test(line) || isOwnName(line, names) || isPostLine(line);
}

function isDecoration(line: string): boolean {
  return /^[-_=*~\u2014\u2500|\s]{2,}$/.test(line);
}

/** Initials ("TS"), a short form, the full name, or the name with an office behind it ("Kadek - KPTIK Denpasar"). */
function isOwnName(line: string, names: readonly string[]): boolean {
  const words = wordsOf(withoutDegrees(line).replace(/^\W*(?:pak|bu|bapak|ibu|mas|mbak|a\.?n\.?|ttd)\b\.?/i, ''));
  const first = words[0];
  if (first === undefined || words.length > 7 || names.length === 0 || ACCOUNT.test(line)) return false;
  if (words.length === 1 && isInitials(line.replace(/\W/g, ''), names)) return true;
  const own = words.filter((word) => names.some((name) => isFormOf(word, name)));
  if (own.length === words.length) return true;
  return names.some((name) => isFormOf(first, name)) && first.length >= 3 && looksLikeName(line);
}

function isInitials(letters: string, names: readonly string[]): boolean {
  const initials = names.map((name) => name[0] ?? '').join('');
  if (names.length > 1 && letters === initials) return true;
  if (!/^[A-Z]{1,4}$/.test(letters)) return false;
  return letters.length >= 2 ? initials.includes(letters.toLowerCase()) : initials.startsWith(letters.toLowerCase());
}

/** "Wan" of "Setiawan", "S." of "Satriawan". */
function isFormOf(word: string, name: string): boolean {
  if (word === name) return true;
  if (word.length === 1) return name.startsWith(word);
  return word.length >= 3 && (name.startsWith(word) || name.endsWith(word));
}

/** A post or an office, and nothing that could be a sentence: every longer word has a capital. */
function isPostLine(line: string): boolean {
  if (!POST.test(line)) return false;
  const words = line.split(/[\s/,]+/).filter((word) => /^\W*\p{L}/u.test(word));
  const small = words.filter((word) => /^\W*\p{Ll}/u.test(word));
  return (
    words.length > 0 &&
    words.length <= 12 &&
    small.every((word) => /^\W*(?:dan|pada|di|of|and|the|for|bin)$/.test(word))
  );
}

function looksLikeName(line: string): boolean {
  const words = line.split(/\s+/);
  return words.length <= 6 && words.every((word) => /^[(\p{Lu}][\p{L}.,'’()/-]*$|^[-\u2013|]$/u.test(word));
}

function wordsOf(text: string): string[] {
  return [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu),
  ].map((match) => match[0]);
}
