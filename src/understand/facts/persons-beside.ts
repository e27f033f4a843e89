/**
 * Persons told side by side in a sentence: "saya, Budi dan dua orang vendor" are four. A sentence is cut at its commas and joining words;
 * where a piece ends in a person and the next begins with one, they stand in one row. A row of names alone counts only where something says
 * that they are persons: a form of address, a whole name, the writer, a number of people, a word of persons before it.
 */
import { COUNTED, isPersonNoun } from './counted-nouns.ts';
import { readNumeral } from '../words/numerals.ts';

export interface PersonRow {
  /** How many persons the row has. */
  readonly count: number;
  /** The numbers told in it: "dua orang vendor". */
  readonly told: readonly number[];
  /** Whether the writer is one of them. */
  readonly writer: boolean;
  /** The word before it: whose laptops. */
  readonly behind: string;
}

/** The fullest row of at least two pieces; null where none is. */
export function personsBeside(text: string, sender: string | null = null): PersonRow | null {
  if (!JOINS.test(text)) return null;
  const rows = text
    .replace(BRACKETS, '')
    .replace(BROKEN_LINE, ' ')
    .split(SENTENCE_END)
    .slice(0, MAX_SENTENCES)
    .flatMap((sentence) => (JOINS.test(sentence) ? rowsIn(sentence, sender) : []));
  const fullest = [...rows, ...inBrackets(text)].toSorted((one, other) => other.count - one.count)[0];
  return fullest === undefined ? null : withLast(fullest, text);
}

/** "Semua pegawai saya (Nanda, Reinhard, Salma)": names alone in brackets. */
function inBrackets(text: string): readonly PersonRow[] {
  return [...text.matchAll(NAMES_IN_BRACKETS)].slice(0, MAX_SENTENCES).flatMap(([, row = '']) => {
    const names = row.split(CUT);
    if (names.length < 2 || names.some((name) => NO_PERSON.test(name))) return [];
    return [{ count: names.length, told: [], writer: false, behind: '' }];
  });
}

const NAMES_IN_BRACKETS =
  /(?<=\b(?:pegawai|staf|orang|org|rekan|tim|kami|seksi saya|bertiga|berdua|berempat|vendor|teknisi|peserta|nama|user|pengguna|auditor|anggota|bidang saya|kami semua|belum|laptop|pc|analis|subbid [\p{L} ]{2,40}|seksi [\p{L} ]{2,40}) ?)\(((?:(?:Pak|Bu|Mas|Mbak) )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}(?:(?:, ?(?:dan |serta )?| dan | & | serta )(?:(?:Pak|Bu|Mas|Mbak) )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}){1,20})\)/giu;

/** "…, termasuk saya": the writer at last. */
function withLast(row: PersonRow, text: string): PersonRow {
  return row.writer || !TOO.test(text) ? row : { ...row, count: row.count + 1, writer: true };
}

const TOO = /\b(?:termasuk|ditambah|plus) (?:saya|sy|aku)\b/i;

const MAX_SENTENCES = 200;
const MAX_PIECES = 60;
const BRACKETS = / ?\([^()\n]{0,80}\)/g;
/** A row goes on behind a comma or a joining word at the end of a line. */
const BROKEN_LINE = /(?<=,|\b(?:dan|serta|and|&))[ \t]*\n|(?<=:)[ \t]*\n+(?=\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?,)/gu;
const SENTENCE_END = /\n|(?<=[\p{L}\d)]{3})[.!?](?:\s|$)|(?<=\bsaya)[.](?:\s|$)/u;
const JOINS =
  /[,;&+]|\b(?:dan|serta|sama|and|plus|beserta|bersama|dengan|ditambah|dgn|with|didampingi|ditemani|dikawal)\b/;
const CUT =
  /\s*[,;+&](?:\s*[+&])?\s*(?:(?:dan|serta|sama|and|plus|juga|beserta|bersama|ditambah)\s+)?|\s+(?:dan(?: juga)?|serta|sama|and|plus|beserta|bersama(?: dengan)?|dengan|ditambah|dgn|with|(?:didampingi|ditemani|dikawal)(?: oleh)?)\s+/g;

/** One piece read as a person or several; `told` where it has a number. */
interface Piece {
  readonly count: number;
  readonly told: number | null;
  /** `owner`: the writer behind a thing of his, "akun saya"; `full`: a name of several words; `known`: the name of an account. */
  readonly kind: 'writer' | 'owner' | 'name' | 'full' | 'titled' | 'known' | 'number' | 'noun';
  readonly name: string;
  /** Whether but a comma stands before it. */
  readonly comma?: boolean;
}

/** What stands between two cuts, and before it in its sentence. */
interface Cut {
  readonly text: string;
  readonly before: string;
  readonly comma: boolean;
}

function cutUp(sentence: string): readonly Cut[] {
  const cuts: Cut[] = [];
  let from = 0;
  let comma = false;
  for (const { 0: mark, index } of sentence.matchAll(CUT)) {
    cuts.push({ text: sentence.slice(from, index).trim(), before: sentence.slice(0, from), comma });
    comma = /^\s*[,;]\s*$/.test(mark);
    from = index + mark.length;
    if (cuts.length >= MAX_PIECES) return cuts;
  }
  return [...cuts, { text: sentence.slice(from).trim(), before: sentence.slice(0, from), comma }];
}

function rowsIn(sentence: string, sender: string | null): readonly PersonRow[] {
  const rows: PersonRow[] = [];
  let row: Piece[] = [];
  let before = '';
  for (const cut of cutUp(sentence)) {
    if (isRoleBehind(row, cut)) continue;
    const head = row.length > 0 ? headOf(cut.text) : null;
    if (head !== null && isSender(row, head.piece, sender)) {
      if (head.rest.trim() === '') continue;
    } else if (head !== null && isApposition(row, head.piece, cut)) row = [];
    else if (head !== null && !HAS_IT.test(head.rest)) row.push({ ...head.piece, comma: cut.comma });
    if (head?.rest.trim() === '') continue;
    rows.push(...closed(row, before, head?.rest ?? cut.text));
    const tail = tailOf(cut.text);
    row = tail === null ? [] : [tail.piece];
    before = cut.before + (tail?.before ?? '');
  }
  return [...rows, ...closed(row, before, '')];
}

/** "Budi Santoso, Kasi Umum, dan Sari": his post between commas. */
function isRoleBehind(row: readonly Piece[], { text, comma }: Cut): boolean {
  const kind = row.at(-1)?.kind;
  if (kind !== undefined && comma && /^NIP\b/i.test(text)) return true;
  return (kind === 'name' || kind === 'full' || kind === 'titled') && comma && ROLE.test(text);
}

/** "saya, Mulyadi Sasmita, dan …": his own name. */
function isSender(row: readonly Piece[], { name }: Piece, sender: string | null): boolean {
  const last = row.at(-1)?.kind;
  const [first = ''] = name.toLowerCase().split(' ');
  const own = sender?.toLowerCase().split(' ') ?? [];
  return (last === 'writer' || last === 'owner') && first !== '' && own.includes(first);
}

/** "Hanif sudah punya": he needs none. */
const HAS_IT = /^\s*(?:sudah (?:punya|ada|dapat|memiliki)|tidak (?:usah|perlu|jadi|ikut)|batal|tetap)\b/i;

/** "pendahulu saya, Bapak Marsudi", "Gita Anindya, gita.anindya@…", "Budi, pegawai baru": told twice. */
function isApposition(row: readonly Piece[], { kind, name }: Piece, { comma }: Cut): boolean {
  if (comma && kind === 'noun') return true;
  const [first = ''] = name.toLowerCase().split(/[._@ ]/);
  return (
    first.length > 2 &&
    row.some((one) =>
      one.name
        .toLowerCase()
        .split(/[._@ ]/)
        .includes(first),
    )
  );
}

function closed(row: readonly Piece[], before: string, after: string): readonly PersonRow[] {
  if (row.length < 2 || NOT_CONCERNED.test(before) || !areSurelyPersons(row, before, after)) return [];
  return [
    {
      count: row.reduce((sum, { count }) => sum + count, 0),
      told: row.flatMap(({ told }) => told ?? []),
      writer: row.some(({ kind }) => kind === 'writer' || kind === 'owner'),
      behind: /(\p{L}+)(?: milik| punya)?\s*$/u.exec(before)?.[1]?.toLowerCase() ?? '',
    },
  ];
}

/** Two with a comma between them may be one and his post, or a greeting; capital letters alone may be places or products. */
function areSurelyPersons(row: readonly Piece[], before: string, after: string): boolean {
  const named = /:\s*$/.test(before);
  const onlyCommas = row.slice(1).every(({ comma }) => comma);
  if (onlyCommas && row.length < 3 && !named && row.some(({ kind }) => kind !== 'known')) return false;
  if (row.some(({ kind }) => kind === 'number') && row.every(({ kind }) => kind === 'number' || kind === 'noun'))
    return false;
  if (OF_PERSONS.test(before) || DOES.test(after)) return true;
  if (row.some(({ kind }) => SURE.has(kind))) return true;
  if (row.some(({ kind }) => kind === 'number')) return !onlyCommas;
  return row.some(({ kind }) => kind === 'full') && FOR.test(before);
}

const SURE: ReadonlySet<Piece['kind']> = new Set(['writer', 'owner', 'titled', 'known'] as const);
const FOR = /\b(?:untuk|utk|bagi|buat|kepada|kpd|for|to|dan)\s*$/i;
/** What persons do or need. */
const DOES =
  /^\s*(?:perlu|butuh|belum|akan|lupa|mau|ingin|need|needs|memerlukan|membutuhkan|sudah|masuk|ikut|hadir|pindah|pensiun|mutasi|resign|tidak bisa|tdk bisa|bisa|yang akan|yg akan|will|lulus|diangkat|bergabung)\b/i;
/** Who is named so is told, asked or replaced, and gets nothing. */
const NOT_CONCERNED =
  /\b(?:cc|tembusan|atasan|menggantikan|pengganti|persetujuan|disetujui|seizin|izin dari|sepengetahuan|hubungi|menghubungi|kontak|narahubung|contact|berkoordinasi|koordinasi|rapat|bertemu|diskusi|meeting|acara|arahan|arahannya|perintah|menurut|terima kasih|kecuali|selain|bukan|tanpa|except)\b[^,;]{0,24}$/i;
const OF_PERSONS =
  /(?:\b(?:akun|account|accounts|email|e-mail|surel|password|passwordnya|sandi|sertifikat(?: elektronik)?|tte|pegawai|staf|staff|user|users|nama|a\.?n\.?|atas nama|personil|personel|peserta|petugas|teknisi|tamu|rekan|kami|yaitu|yakni|bernama|ikut|masuk|hadir|datang|berangkat|milik|punya|pic|tim|anggota|bagi|orang)|:)\s*(?:baru|milik|punya|kami|adalah|oleh|hanya|cuma|yaitu)?\s*:?\s*$/i;

const TITLE = String.raw`(?:[Pp]ak|[Bb]u|[Bb]apak|[Ii]bu|[Mm]as|[Mm]ba|[Mm]bak|[Kk]ak|[Kk]ang|[Bb]ang|[Ss]dri?\.?|[Ss]audara|[Ss]audari|[Bb]pk\.?|Mr\.?|Ms\.?|Mrs\.?)`;
const NAMED = String.raw`\p{Lu}[\p{Ll}'’]+(?: (?:\p{Lu}[\p{Ll}'’]+|\p{Lu}\b\.?|bin\b|binti\b)){0,3}`;
const WRITER = String.raw`(?:[Ss]aya|[Ss]y|[Aa]ku|[Gg]ue|me|myself|I)`;
const HEADS: readonly (readonly [Piece['kind'], RegExp])[] = [
  ['writer', new RegExp(String.raw`^${WRITER}(?: sendiri| juga| pribadi)?(?![\p{L}\d])`, 'u')],
  [
    'titled',
    new RegExp(
      String.raw`^(?:(?:dari|utk|untuk|dr) (?:[a-z]+ )?|laptop |pc |akun |milik )?${TITLE} (?:${NAMED}|[a-z]{3,15})(?![\p{L}\d])`,
      'u',
    ),
  ],
  [
    'known',
    /^(?![\w.-]{0,60}\.(?:com|net|org|id|co|edu|gov|io|ai|example)\b)[a-z]{2,20}(?:[._][a-z0-9]{1,20}){1,3}(?:@[\w.-]{3,40})?(?![\w@])/,
  ],
  [
    'name',
    new RegExp(
      String.raw`^(?:[Yy]ang |yg )?(?:(?:ikut|masuk|hadir|datang|menemani|mendampingi|staf|rekan|teman|teknisi|petugas|dari vendor|dari rekanan|dari \p{Lu}[\p{L}\d]+) ){0,2}(${NAMED})(?![\p{L}\d])`,
      'u',
    ),
  ],
];
const POST = String.raw`(?:[Kk]asubbag|[Kk]asi|[Kk]abag|[Kk]abid|[Kk]asubbid|[Kk]asubdit|[Kk]epala \p{L}+|[Dd]irektur|[Ss]ekretaris|[Bb]endahara)(?: \p{L}+)?`;
const TAILS: readonly (readonly [Piece['kind'], RegExp])[] = [
  [
    'writer',
    new RegExp(
      String.raw`(?<![\p{L}\d])${WRITER}(?: sendiri| juga| pribadi)?(?: (?:akan|mau|ingin|hendak|rencana))?(?: (?:masuk|datang|hadir|berangkat|berkunjung|ke)(?: (?:ke )?(?:DC|DRC|dc|drc|data center|ruang server|sana))?)?$`,
      'u',
    ),
  ],
  ['titled', new RegExp(String.raw`(?<![\p{L}\d])${TITLE} (?:${NAMED}|[a-z]{3,15})$`, 'u')],
  ['titled', new RegExp(String.raw`(?<=(?:untuk|utk|bagi|buat|yaitu|akun|laptop|pc|:) )${POST}$`, 'u')],
  [
    'known',
    /(?<![\w@.\\/-])(?![\w.-]{0,60}\.(?:com|net|org|id|co|edu|gov|io|ai)$)[a-z]{2,20}(?:[._][a-z0-9]{1,20}){1,3}(?:@[\w.-]{3,40})?$/,
  ],
  ['name', new RegExp(String.raw`(?<![\p{L}\d]|\p{Lu}[\p{Ll}.]{1,20} )(${NAMED})$`, 'u')],
];
/** What may stand behind a person and still be of him: where he comes from, as what he comes. */
const OF_HIM = /^\s*(?:(?:dari|from|of|selaku|sebagai|as|NIP|nip|-|–|:)\s[^]*|\d{8,18}[^]*)$/;
/** Between commas behind a name: his post, his office. */
const ROLE =
  /^(?:(?:selaku|sebagai|dari|from|as|NIP\b|PT\b|CV\b|DJ\p{L}+|Itjen|Setjen|KPP\w*|ketua|wakil|sekretaris|anggota|koordinator|kepala|kasubbag|kasi|kabag|kabid|kasubdit|staf|pranata|analis|auditor|pelaksana|direktur|teknisi|developer|tester)\b.*)$/iu;
/** Capital letters that name no person. */
const NO_PERSON =
  /^(?:Mas|Mba|Mbak|Pak|Bu|Kak|Kaka|Min|Gan|Bro|Sis|Om|Punten|Malam|Maaf|Permisi|Hai|Assalamualaikum|Tabea|Salam|Yth|Bapak|Ibu|Saudara|Selamat|Service|Pusintek|Kepala|Seksi|Subseksi|Bagian|Subbag\w*|Subbid\w*|Bidang|Divisi|Kantor|Kanwil|Mohon|Tolong|Minta|Untuk|Demikian|Terima|Sehubungan|Yang|Tim|Admin|Direktur|Direktorat|Sekretariat|Sekretaris|Kasubbag|Kasi|Kabag|Kabid|Kpp\w*|Kppn|Biro|Pusat|Pusdiklat|Balai|Badan|Inspektorat|Lembaga|Kementerian|Gedung|Ruang|Lantai|Sistem|Portal|Aplikasi|Server|Folder|Laptop|Printer|Data|Dashboard|Microsoft|Office|Word|Excel|Outlook|Teams|Zoom|Google|Adobe|Windows|Linux|Internet|Email|Youtube|You|Tik|Instagram|Facebook|Telegram|Figma|Canva|Visio|Python|Bea|Cukai|Pajak|Anggaran|Keuangan|Umum|Nota|Surat|Rapat|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|Jakarta|Bandung|Surabaya|Medan|Denpasar|Makassar|Semarang|Palu|Ambon|Kota|Provinsi|Jalan|The|Please|Thanks|Dear|Hi|Halo|Pagi|Siang|Sore|Kami|Saya|Ini|Itu|Apakah|Jika|Bila|Karena|Dan|Atau|Juga|Data|Center|Development|Production|Gateway|Integration|Cloud|Web|Api)\b/;

function headOf(text: string): { readonly piece: Piece; readonly rest: string } | null {
  const counted = countedPersons(text);
  if (counted !== null) return counted;
  for (const [kind, pattern] of HEADS) {
    const match = pattern.exec(text);
    if (!match || (kind === 'name' && NO_PERSON.test(match[1] ?? ''))) continue;
    const sure = kind === 'name' && (match[1] ?? '').includes(' ') ? 'full' : kind;
    const rest = text.slice(match[0].length);
    return { piece: { count: 1, told: null, kind: sure, name: nameIn(match) }, rest: OF_HIM.test(rest) ? '' : rest };
  }
  return null;
}

function tailOf(text: string): { readonly piece: Piece; readonly before: string } | null {
  const bare = text.replace(/(?:\s+(?:dari|from|selaku|NIP|nip)\s[^:]{1,60}|\s+\d{18})$/, '');
  return endsIn(text) ?? (bare === text ? null : endsIn(bare));
}

function endsIn(cut: string): { readonly piece: Piece; readonly before: string } | null {
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

/** "dua orang vendor dari PT X", "teknisi PT X", "seorang rekan". */
function countedPersons(text: string): { readonly piece: Piece; readonly rest: string } | null {
  const words =
    text
      .toLowerCase()
      .match(/[\p{L}\d]+/gu)
      ?.slice(0, 6) ?? [];
  const numeral = readNumeral(words);
  const rest = numeral === null ? words : words.slice(numeral.length);
  const noun = rest.slice(0, 2).find((word) => isPersonNoun(word));
  if (noun === undefined || (numeral === null && !isPersonNoun(rest[0] ?? ''))) return null;
  if (rest.slice(0, rest.indexOf(noun)).some((word) => COUNTED.has(word) && !isPersonNoun(word))) return null;
  const kind = numeral === null ? 'noun' : 'number';
  return {
    piece: { count: numeral?.value ?? 1, told: numeral?.value ?? null, kind, name: '' },
    rest: text.length < SHORT ? '' : text,
  };
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

function numberedTail(text: string): { readonly piece: Piece; readonly before: string } | null {
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

const NUMBERED_TAIL = /(?<![\p{L}\d])([\p{L}\d]{1,8}) (?:orang |org )?(\p{L}{3,14})(?: \p{L}{2,15}){0,2}$/u;
