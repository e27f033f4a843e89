/** One piece of a sentence read as a person or several: where it begins with one, and where it ends in one. */
import { COUNTED, isPersonNoun } from './counted-nouns.ts';
import { isOther, TOGETHER } from './quantity-noun.ts';
import { readNumeral } from '../words/numerals.ts';

/** `told` where it has a number. */
export interface Person {
  readonly count: number;
  readonly told: number | null;
  /** `owner`: the writer behind a thing of his, "akun saya"; `full`: a name of several words; `known`: the name of an account. */
  readonly kind: 'writer' | 'owner' | 'name' | 'full' | 'titled' | 'known' | 'number' | 'noun';
  readonly name: string;
  /** Whether but a comma stands before it. */
  readonly comma?: boolean;
}

const TITLE = String.raw`(?:[Pp]ak|[Bb]u|[Bb]apak|[Ii]bu|[Mm]as|[Mm]ba|[Mm]bak|[Kk]ak|[Kk]ang|[Bb]ang|[Ss]dri?\.?|[Ss]audara|[Ss]audari|[Bb]pk\.?|Mr\.?|Ms\.?|Mrs\.?|Mba|Prof\.?|dr\.|Dr\.?|Ir\.?)`;
const NAMED = String.raw`\p{Lu}[\p{Ll}'’]+(?: (?:\p{Lu}[\p{Ll}'’]+|\p{Lu}\b\.?|bin\b|binti\b)){0,3}`;
const WRITER = String.raw`(?:[Ss]aya|[Ss]y|[Aa]ku|[Kk]ula|abdi|[Bb]eta|[Uu]lun|[Tt]iang|[Kk]ulo|[Aa]mbo|[Gg]ue|me|myself|I)`;
const HEADS: readonly (readonly [Person['kind'], RegExp])[] = [
  [
    'writer',
    new RegExp(
      String.raw`^(?:${WRITER}|punyaku|(?:punya|milik) (?:saya|sy))(?: sendiri| juga| pribadi)?(?![\p{L}\d])`,
      'u',
    ),
  ],
  [
    'titled',
    new RegExp(
      String.raw`^(?:(?:dari|utk|untuk|dr) (?:[a-z]+ )?|laptop |pc |akun |milik )?${TITLE} (?:${NAMED}|(?!(?:mbak?|mas|pak|kak)\b)[a-z]{3,15})(?![\p{L}\d])`,
      'u',
    ),
  ],
  [
    'known',
    /^(?![\w.-]{0,60}\.(?:com|net|org|id|co|edu|gov|io|ai|example)\b)[a-z]{2,20}\d{0,2}(?:[._][a-z0-9]{1,20}){1,3}(?:@[\w.-]{3,40})?(?![\w@])/,
  ],
  [
    'name',
    new RegExp(
      String.raw`^(?:[Yy]ang |yg )?(?:(?:\p{Ll}{3,} ){0,2}?(?:ikut|masuk|hadir|datang|menemani|mendampingi|staf|rekan|teman|teknisi|petugas|magang|baru|dari vendor|dari rekanan|dari \p{Lu}[\p{L}\d]+) ){0,2}(${NAMED})(?![\p{L}\d])`,
      'u',
    ),
  ],
];
const POST = String.raw`(?:[Kk]asubbag|[Kk]asi|[Kk]abag|[Kk]abid|[Kk]asubbid|[Kk]asubdit|[Kk]epala \p{L}+|[Dd]irektur|[Ss]ekretaris|[Bb]endahara)(?: \p{L}+)?`;
/** A request opens with such a word; the name begins behind it. */
const ASKING = '(?:Mohon|Tolong|Minta|Harap|Agar|Untuk|Bantu|Mhn|Please)';
const TAILS: readonly (readonly [Person['kind'], RegExp])[] = [
  [
    'writer',
    new RegExp(
      String.raw`(?<![\p{L}\d])${WRITER}(?: sendiri| juga| pribadi)?(?: (?:akan|mau|ingin|hendak|rencana))?(?: (?:masuk|datang|hadir|berangkat|berkunjung|ke)(?: (?:ke )?(?:DC|DRC|dc|drc|data center|ruang server|sana))?)?$`,
      'u',
    ),
  ],
  ['titled', new RegExp(String.raw`(?<![\p{L}\d])${TITLE} (?:${NAMED}|(?!(?:mbak?|mas|pak|kak)\b)[a-z]{3,15})$`, 'u')],
  ['titled', new RegExp(String.raw`(?<=(?:untuk|utk|bagi|buat|yaitu|akun|laptop|pc|:) )${POST}$`, 'u')],
  [
    'known',
    /(?<![\w@.\\/-])(?![\w.-]{0,60}\.(?:com|net|org|id|co|edu|gov|io|ai)$)[a-z]{2,20}\d{0,2}(?:[._][a-z0-9]{1,20}){1,3}(?:@[\w.-]{3,40})?$/,
  ],
  [
    'name',
    new RegExp(String.raw`(?<![\p{L}\d]|(?!${ASKING} )(?<!\p{L})\p{Lu}[\p{Ll}.]{1,20} )(?!${ASKING} )(${NAMED})$`, 'u'),
  ],
];
/** What may stand behind a person and still be of him: where he comes from, as what he comes. */
const OF_HIM = /^\s*(?:(?:dari|dr|from|of|di|at|in|selaku|sebagai|as|ke|pada|to|NIP|nip|-|–|:)\s[^]*|\d{8,18}[^]*)$/;
/** Capital letters that name no person. */
export const NO_PERSON =
  /^(?:Mas|Mba|Mbak|Pak|Bu|Kak|Kaka|Min|Gan|Bro|Sis|Om|Punten|Malam|Maaf|Permisi|Hai|Assalamualaikum|Tabea|Salam|Yth|Bapak|Ibu|Saudara|Selamat|Service|Pusintek|Kepala|Seksi|Subseksi|Bagian|Subbag\w*|Subbid\w*|Bidang|Divisi|Kantor|Kanwil|Mohon|Tolong|Minta|Untuk|Demikian|Terima|Sehubungan|Yang|Tim|Admin|Direktur|Direktorat|Sekretariat|Sekretaris|Kasubbag|Kasi|Kabag|Kabid|Kpp\w*|Kppn|Biro|Pusat|Pusdiklat|Balai|Badan|Inspektorat|Lembaga|Kementerian|Gedung|Ruang|Lantai|Sistem|Portal|Aplikasi|Server|Folder|Laptop|Printer|Data|Dashboard|Microsoft|Office|Word|Excel|Outlook|Teams|Zoom|Google|Adobe|Windows|Linux|Internet|Email|Youtube|You|Tik|Instagram|Facebook|Telegram|Figma|Canva|Visio|Python|Bea|Cukai|Pajak|Anggaran|Keuangan|Umum|Nota|Surat|Rapat|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|Jakarta|Bandung|Surabaya|Medan|Denpasar|Makassar|Semarang|Palu|Ambon|Kota|Provinsi|Jalan|The|Please|Thanks|Dear|Hi|Halo|Pagi|Siang|Sore|Kami|Saya|Ini|Itu|Apakah|Jika|Bila|Karena|Dan|Atau|Juga|Data|Center|Development|Production|Gateway|Integration|Cloud|Web|Api)\b/;

export function headOf(text: string): { readonly piece: Person; readonly rest: string } | null {
  const group = groupIn(GROUP_HEAD.exec(text));
  if (group !== null) return { piece: group.piece, rest: text.slice(group.found.length) };
  const counted = countedPersons(text);
  const related = counted?.piece.kind === 'noun' ? headIn(withoutRelation(text)) : null;
  if (counted !== null) return related ?? counted;
  const own = headIn(text);
  if (own !== null) return own;
  const bare = withoutRelation(text);
  return bare === '' ? null : headIn(bare);
}

/** "atasan saya Bu Ratih", "sekretarisnya Mbak Nita": who somebody is to others stands before his name. */
function withoutRelation(text: string): string {
  const words = text.split(' ', MOST_RELATED + 1);
  const isRelation = (word: string): boolean => /^\p{Ll}+$/u.test(word) && (POSSESSED.has(word) || isPersonNoun(word));
  const name = words.findIndex((word) => !isRelation(word));
  return name <= 0 ? '' : words.length > name ? text.slice(words.slice(0, name).join(' ').length + 1) : '';
}

const MOST_RELATED = 5;
const POSSESSED = new Set('saya sy kami kita mantan para seorang si baru lama juga seksi bagian bidang tim'.split(' '));

function headIn(text: string): { readonly piece: Person; readonly rest: string } | null {
  for (const [kind, pattern] of HEADS) {
    const match = pattern.exec(text);
    if (!match || (kind === 'name' && NO_PERSON.test(match[1] ?? ''))) continue;
    const sure = kind === 'name' && (match[1] ?? '').includes(' ') ? 'full' : kind;
    const rest = text.slice(match[0].length);
    return { piece: { count: 1, told: null, kind: sure, name: nameIn(match) }, rest: OF_HIM.test(rest) ? '' : rest };
  }
  return null;
}

export function tailOf(text: string): { readonly piece: Person; readonly before: string } | null {
  const bare = text.replace(/(?:\s+(?:dari|dr|from|di|at|selaku|sebagai|ke|pada|NIP|nip)\s[^:]{1,60}|\s+\d{18})$/, '');
  return endsIn(text) ?? (bare === text ? null : endsIn(bare));
}

function endsIn(cut: string): { readonly piece: Person; readonly before: string } | null {
  const group = groupIn(GROUP_TAIL.exec(cut));
  if (group !== null) return { piece: group.piece, before: cut.slice(0, -group.found.length) };
  for (const [kind, pattern] of TAILS) {
    const match = pattern.exec(cut);
    if (!match || (kind === 'name' && NO_PERSON.test(match[1] ?? ''))) continue;
    const sure = kind === 'name' && (match[1] ?? '').includes(' ') ? 'full' : kind;
    const before = cut.slice(0, match.index);
    const owns = kind === 'writer' && OWNED.test(before);
    return { piece: { count: 1, told: null, kind: owns ? 'owner' : sure, name: nameIn(match) }, before };
  }
  return numberedTail(cut);
}

/** "Kami berdua": the writer with so many that they are two. */
function groupIn(match: RegExpExecArray | null): { readonly piece: Person; readonly found: string } | null {
  const count = TOGETHER.get(match?.[1]?.toLowerCase() ?? '');
  return match === null || count === undefined
    ? null
    : { piece: { count, told: count, kind: 'writer', name: '' }, found: match[0] };
}

const GROUP = String.raw`(?:kami|kita|saya|torang|kitong) (ber\p{Ll}{3,6}|bedua|batiga)`;
const GROUP_HEAD = new RegExp(String.raw`^${GROUP}(?![\p{L}\d])`, 'iu');
const GROUP_TAIL = new RegExp(String.raw`(?<![\p{L}\d])${GROUP}$`, 'iu');

/** "dua orang vendor dari PT X", "teknisi PT X", "seorang rekan". */
function countedPersons(text: string): { readonly piece: Person; readonly rest: string } | null {
  if (IS_ACCOUNT.test(text)) return null;
  const behind = OF_PERSONS.test(text.slice(-6))
    ? readNumeral([SO_MANY_OF.exec(text)?.[1]?.toLowerCase() ?? ''])
    : null;
  if (behind !== null)
    return { piece: { count: behind.value, told: behind.value, kind: 'number', name: '' }, rest: '' };
  const begins = FIRST_WORD.exec(text)?.[0].toLowerCase() ?? '';
  if (readNumeral([begins]) === null && !isPersonNoun(begins)) return null;
  const words =
    text
      .toLowerCase()
      .match(/[\p{L}\d]+/gu)
      ?.slice(0, 6) ?? [];
  const numeral = readNumeral(words);
  const rest = numeral === null ? words : words.slice(numeral.length);
  if (numeral === null && !COUNTED.has(rest[0] ?? '') && /^\p{Lu}/u.test(text)) return null;
  const noun =
    rest.slice(0, 2).find((word) => isPersonNoun(word)) ?? (numeral === null ? undefined : unlisted(rest[0]));
  if (noun === undefined || (numeral === null && !isPersonNoun(rest[0] ?? ''))) return null;
  if (rest.slice(0, rest.indexOf(noun)).some((word) => COUNTED.has(word) && !isPersonNoun(word))) return null;
  const kind = numeral === null ? 'noun' : 'number';
  return {
    piece: { count: numeral?.value ?? 1, told: numeral?.value ?? null, kind, name: '' },
    rest: text.length < SHORT ? '' : text,
  };
}

const IS_ACCOUNT = /^[a-z]{2,20}\d{0,2}[._][a-z0-9]/;
const FIRST_WORD = /[\p{L}\d]+/u;
const OF_PERSONS = / (?:orang|org)$/;

/** "tim vendor PT Inti sebanyak 4 orang", "anak magang 1 orang" */
const SO_MANY_OF = /^(?=\p{Ll})[\p{L} .]{3,40}? (?:sebanyak |sejumlah )?(\d{1,2}|\p{Ll}{3,8}) (?:orang|org)$/u;

/** "dua anak buahnya": beside persons, what measures nothing is some more of them. */
function unlisted(word: string | undefined): string | undefined {
  return word === undefined || COUNTED.has(word) || isOther(word) || !/^\p{L}{4,}$/u.test(word) ? undefined : word;
}

/** A piece of so few letters is a person and what belongs to him. */
const SHORT = 45;

/** A word stands before the writer that is none of those behind which he himself is meant. */
const OWNED =
  /(?<![\p{L}])(?!(?:untuk|utk|bagi|buat|bt|yaitu|yakni|adalah|dari|oleh|masuk|ikut|hadir|besok|nanti|antara|agar|supaya|spy|maka|pic|grant|give|for|between|hari|ini|jadi|karena|krn|bahwa|dc|drc|kami|cuma|hanya)\b)\p{L}+ $/iu;

function nameIn(match: RegExpExecArray): string {
  return match[1] ?? match[0].replace(TITLED, '');
}

const TITLED = new RegExp(`^${TITLE} `, 'u');

function numberedTail(text: string): { readonly piece: Person; readonly before: string } | null {
  const found = NUMBERED_TAIL.exec(text);
  if (!found) return null;
  const numeral = readNumeral([(found[1] ?? '').toLowerCase()]);
  const noun = (found[2] ?? '').toLowerCase();
  if (numeral === null || !isPersonNoun(noun)) return null;
  return {
    piece: { count: numeral.value, told: numeral.value, kind: 'number', name: '' },
    before: text.slice(0, found.index),
  };
}

const NUMBERED_TAIL =
  /(?<![\p{L}\d])([\p{L}\d]{1,8}) (?:orang |org )?(\p{L}{3,14})(?: (?!me|ber|di)\p{L}{2,15}){0,2}$/u;
