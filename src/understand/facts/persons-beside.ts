/**
 * Persons told side by side in a sentence: "saya, Budi dan dua orang vendor" are four. A sentence is cut at its commas and joining words;
 * where a piece ends in a person and the next begins with one, they stand in one row. A row of names alone counts only where something says
 * that they are persons: a form of address, a whole name, the writer, a number of people, a word of persons before it.
 */
import { isPersonNoun } from './counted-nouns.ts';
import { cutUp, JOINS, JOINT, type Piece } from './pieces.ts';
import { headOf, NO_PERSON, tailOf, type Person } from './person-pieces.ts';
import { asRowText } from './person-row-text.ts';
import { sought, type Searched } from './searched.ts';

export interface PersonRow {
  /** How many persons the row has. */
  readonly count: number;
  /** The numbers told in it: "dua orang vendor". */
  readonly told: readonly number[];
  /** Whether the writer is one of them. */
  readonly writer: boolean;
  /** The word before it: whose laptops. */
  readonly behind: string;
  /** "Jadi yang masuk hanya Tono dan Rini": whoever else was told of is out. */
  readonly only?: boolean;
  /** "Tono dan saya belum bisa masuk": they are those who need it. */
  readonly needs?: boolean;
}

/** The fullest row of at least two pieces; null where none is. */
export function personsBeside(text: Searched, sender: string | null = null): PersonRow | null {
  if (!JOINS.test(text.text) && !ALSO_JOINS.test(text.text)) return null;
  const written = asRowText(text.text);
  const rows = written
    .split(SENTENCE_END)
    .slice(0, MAX_SENTENCES)
    .flatMap((sentence) => (JOINS.test(sentence) ? rowsIn(sentence, sender) : []));
  const fullest = [...rows, ...inBrackets(text)].toSorted(
    (one, other) => Number(other.only ?? false) - Number(one.only ?? false) || other.count - one.count,
  )[0];
  return fullest === undefined ? null : withLast(fullest, text);
}

/** "Semua pegawai saya (Nanda, Reinhard, Salma)": names alone in brackets. */
function inBrackets(text: Searched): readonly PersonRow[] {
  return text.all(IN_BRACKETS, MAX_SENTENCES).flatMap(({ 1: row = '', index }) => {
    const names = row.split(JOINT).map((name) => name.trim());
    const before = text.text.slice(Math.max(0, index - MAX_BEFORE), index);
    const areNames =
      names.length > 1 && names.every((name) => IS_NAME.test(name) && !NO_PERSON.test(name.replace(TITLE_BEFORE, '')));
    if (!areNames || !areSaidOfPersons(before)) return [];
    return [
      { count: names.length, told: [], writer: names.some((name) => IS_WRITER.test(name)), behind: behindOf(before) },
    ];
  });
}

const IN_BRACKETS = sought(/\(([^()\n]{5,300})\)/g);
const TITLE_BEFORE = /^(?:Pak|Bu|Mas|Mbak|Mba|Bapak|Ibu|M[rs]s?\.?|Sdri?\.?|Hj?\.|Drs?\.|Prof\.?|Ir\.) /i;
const IS_WRITER = /^(?:saya|sy|aku)(?: sendiri)?$/;
const IS_NAME =
  /^(?:(?:(?:[Pp]ak|[Bb]u|[Mm]as|[Mm]bak?|[Bb]apak|[Ii]bu|M[rs]s?\.?|[Ss]dri?\.?|Hj?\.|Drs?\.|Prof\.?|Ir\.) )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*\.?){0,3}|(?:[Ss]aya|sy|aku)(?: sendiri)?)$/u;
const MAX_BEFORE = 60;

/** Whether persons stand right before: "petugas APT", "Semua pegawai saya", "tim humas". */
function areSaidOfPersons(before: string): boolean {
  const words = (/[^.;:,()\n]*$/.exec(before)?.[0] ?? '').toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return words.slice(-NEAR).some((word) => isPersonNoun(word) || OF_GROUPS.has(word));
}

/** Words before a bracket that may tell whose names stand in it. */
const NEAR = 6;
const OF_GROUPS = new Set(
  'tim kami kita mereka bertiga berdua berempat berlima berenam anak para seksi subbid subbag subbagian bidang bagian semua seluruh belum laptop pc komputer milik'.split(
    ' ',
  ),
);

/** "…, termasuk saya": the writer at last. */
function withLast(row: PersonRow, text: Searched): PersonRow {
  return row.writer || !text.has(TOO) ? row : { ...row, count: row.count + 1, writer: true };
}

const TOO = sought(/\b(?:termasuk|ditambah|plus|selain) (?:saya|sy|aku)\b/i);

/** What only becomes a joining word where names stand around it. */
const ALSO_JOINS = /[/|]|\b(?:lawan|kalih|bawa|ajak|damping|membawa|mengajak|mendampingi|menemani)/;
const MAX_SENTENCES = 200;
const SENTENCE_END = /\n|(?<=[\p{L}\d)]{3})[.!?](?:\s|$)|(?<=\bsaya)[.](?:\s|$)/u;

function rowsIn(sentence: string, sender: string | null): readonly PersonRow[] {
  const rows: PersonRow[] = [];
  let row: Person[] = [];
  let before = '';
  // Names still to come of those who were told by a number: "tiga teknisi: Wawan, Oscar dan Deni".
  let own = 0;
  const cuts = cutUp(sentence);
  const last = cuts.findLastIndex(({ text }) => NAMELY.test(text) || headOf(text) !== null);
  for (const [at, cut] of cuts.entries()) {
    if (isRoleBehind(row, cut)) continue;
    const told = NAMELY.test(cut.text) ? (row.at(-1)?.told ?? 0) : 0;
    const head = row.length > 0 ? headOf(told > 0 ? cut.text.replace(NAMELY, '') : cut.text) : null;
    if (told > 0) own = told;
    if (own > 0 && head !== null && head.piece.told === null) {
      own -= 1;
      if (head.rest.trim() === '') continue;
    } else if (head !== null && isSender(row, head.piece, sender)) {
      if (head.rest.trim() === '') continue;
    } else if (head !== null && isApposition(row, head.piece, cut)) row = [];
    else if (head !== null && !HAS_IT.test(head.rest)) {
      row.push({ ...head.piece, comma: cut.comma });
      own = NAMED_BEHIND.test(cut.text) ? (head.piece.told ?? 1) - 1 : 0;
    }
    if (head?.rest.trim() === '') continue;
    rows.push(...closed(row, before, head?.rest ?? cut.text));
    // Behind it nobody follows with whom he would stand in a row.
    if (at >= last) return rows;
    const tail = tailOf(cut.text);
    row = tail === null ? [] : [tail.piece];
    before = cut.before + (tail?.before ?? '');
  }
  return [...rows, ...closed(row, before, '')];
}

const NAMELY = /^(?:yaitu|yakni|ialah|adalah|antara lain|atas nama|a\.?n\.?|bernama|namely) :?\s*/i;
const NAMED_BEHIND = /(?::| (?:yaitu|yakni|ialah|atas nama|a\.?n\.?|bernama|namely)) \p{Lu}/u;

/** "Budi Santoso, Kasi Umum, dan Sari": his post between commas. */
function isRoleBehind(row: readonly Person[], { text, comma }: Piece): boolean {
  const kind = row.at(-1)?.kind;
  if (kind !== undefined && comma && /^NIP\b/i.test(text)) return true;
  return (kind === 'name' || kind === 'full' || kind === 'titled') && comma && ROLE.test(text);
}

/** "saya, Mulyadi Sasmita, dan …": his own name. */
function isSender(row: readonly Person[], { name }: Person, sender: string | null): boolean {
  const last = row.at(-1)?.kind;
  const [first = ''] = name.toLowerCase().split(' ');
  const own = sender?.toLowerCase().split(' ') ?? [];
  return (last === 'writer' || last === 'owner') && first !== '' && own.includes(first);
}

/** "Hanif sudah punya": he needs none. */
const HAS_IT =
  /^\s*(?:sudah (?:punya|ada|dapat|memiliki)|tidak (?:usah|perlu|jadi|ikut)|batal|tetap|(?:me)?nunggu|standby|stand by)\b/i;

/** "Novita dan Rizal telah memilikinya." */
const HAVE_IT =
  /^\s*(?:(?:sudah|telah|udah|udh|sdh|already) (?:punya|dapat|dpt|memiliki|mempunyai|have|has)(?:nya)?\b|aman\b|tetap(?:\s*$| aktif))/i;

/** "pendahulu saya, Bapak Marsudi", "Gita Anindya, gita.anindya@…", "Budi, pegawai baru": told twice. */
function isApposition(row: readonly Person[], { kind, name }: Person, { comma }: Piece): boolean {
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

function closed(row: readonly Person[], before: string, after: string): readonly PersonRow[] {
  if (row.length < 2 || NOT_CONCERNED.test(before) || HAVE_IT.test(after) || !areSurelyPersons(row, before, after))
    return [];
  return [
    {
      count: countIn(row),
      told: row.flatMap(({ told }) => told ?? []),
      writer: row.some(({ kind }) => kind === 'writer' || kind === 'owner'),
      behind: behindOf(before),
      only: isOnly(before, after),
      needs: NEEDS.test(after),
    },
  ];
}

/** "2 orang, saya dan Yosef" are two: behind a comma as many persons as were told are those. */
function countIn([first, ...others]: readonly Person[]): number {
  const rest = others.reduce((sum, { count }) => sum + count, 0);
  // "saya bertiga dengan Tono dan Bu Rini"
  const areWithHim =
    first?.kind === 'writer' && first.told === rest + 1 && others.every(({ kind }) => !NAMELESS.has(kind));
  if (areWithHim) return rest + 1;
  const areThose = first?.told === rest && others[0]?.comma === true;
  return areThose ? rest : (first?.count ?? 0) + rest;
}

const NEEDS =
  /^\s*(?:butuh|perlu|memerlukan|membutuhkan|lupa|need|(?:belum|blm|tidak|tdk|gak?|nggak) (?:bisa|dapat|dpt|punya))\b/i;

/** Said against what was told before; who leads or signs is told so, too, but leaves nobody out. */
function isOnly(before: string, after: string): boolean {
  if (HAVE_IT_ONLY.test(after)) return false;
  const said = AGAINST.exec(before.slice(-MOST_BEFORE))?.[1];
  return said !== undefined && !LEADS.test(said) && (ONLY.test(said) || (/^[\s,]*$/.test(said) && ALONE.test(after)));
}

const MOST_BEFORE = 80;
const AGAINST = /\b(?:jadi(?:nya)?|tapi|tp|tetapi|namun|makanya|sehingga)\b(?![^]*\b(?:jadi|tapi|namun)\b)([^]*)$/i;
const ONLY = /\b(?:cuma|hanya|cukup|tinggal|only)\s*$/i;
const ALONE = /^\s*(?:saja|aja|wae|doang|tok|mawon|only)\b/i;
const HAVE_IT_ONLY = /^\s*(?:saja |aja )?(?:yang|yg) (?:sudah|udah|bisa|aktif|punya|tidak|belum bisa hadir)\b/i;
const LEADS = /\b(?:pic|admin\p{L}*|approver|operator\p{L}*|penanggung|ketua|koordinator|pendamping\p{L}*|tanda)\b/iu;
const NAMELESS: ReadonlySet<Person['kind']> = new Set(['number', 'noun'] as const);

/** The word before a row; a device of theirs may stand some words before it: "di laptop para auditor: saya, Nadia". */
function behindOf(before: string): string {
  const words = before
    .toLowerCase()
    .replace(/[\s:(]+$/, '')
    .slice(-MAX_BEFORE)
    .split(/[^\p{L}/]+/u);
  const device = words.slice(-NEAR_DEVICE).findLast((word) => DEVICE_OF.has(word));
  return device ?? words.findLast((word) => word !== 'milik' && word !== 'punya') ?? '';
}

const NEAR_DEVICE = 4;
const DEVICE_OF = new Set('laptop notebook pc komputer'.split(' '));

/** Two with a comma between them may be one and his post, or a greeting; capital letters alone may be places or products. */
function areSurelyPersons(row: readonly Person[], before: string, after: string): boolean {
  const named = /:\s*$/.test(before);
  const onlyCommas = row.slice(1).every(({ comma }) => comma);
  if (onlyCommas && row.length < 3 && !named && row.some(({ kind }) => kind !== 'known')) return false;
  if (row.some(({ kind }) => kind === 'number') && row.every(({ kind }) => kind === 'number' || kind === 'noun'))
    return false;
  if (OF_PERSONS.test(before) || DOES.test(after)) return true;
  if (row.some(({ kind }) => SURE.has(kind))) return true;
  if (row.some(({ kind }) => kind === 'number')) return !onlyCommas;
  if (row.every(({ kind }) => kind === 'full') && isSaidOfPersons(before)) return true;
  return FOR.test(before);
}

/** "Anak CPNS kami, Indah Permatasari dan Gilang Ramadhan" */
function isSaidOfPersons(before: string): boolean {
  if (!/,\s*$/.test(before)) return false;
  return before
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .slice(-5)
    .some((word) => isPersonNoun(word));
}

const SURE: ReadonlySet<Person['kind']> = new Set(['writer', 'owner', 'titled', 'known'] as const);
const FOR = /\b(?:untuk|utk|bagi|buat|kanggo|kangge|kepada|kpd|for|to|dan)\s*$/i;
/** What persons do or need. */
const DOES =
  /^\s*(?:perlu|butuh|belum|akan|lupa|mau|ingin|need|needs|memerlukan|membutuhkan|sudah|masuk|ikut|hadir|pindah|pensiun|mutasi|resign|tidak bisa|tdk bisa|bisa|yang akan|yg akan|will|lulus|diangkat|bergabung|mulai|sedang|telah|baru|minta|mohon|pada|hendak|expired|habis|ditambahkan|didaftarkan|diundang|diikutkan|dimasukkan|di[a-z]{4,}|jadi|menjadi|masih|dapat|dpt)\b/i;
export function isNotConcerned(before: string): boolean {
  return NOT_CONCERNED.test(before);
}

/** Who is named so is told, asked or replaced, and gets nothing. */
const NOT_CONCERNED =
  /\b(?:cc|tembusan|atasan|menggantikan|pengganti|persetujuan|disetujui|(?:sampaikan|disampaikan|lapor|laporkan|dilaporkan|infokan|diinfokan|tanya|bicara|konsultasi) (?:ke|kepada|kpd|dengan|dgn)|seizin|(?:sudah|atas|telah) izin|izin dari|sepengetahuan|hubungi|menghubungi|kontak|narahubung|contact|berkoordinasi|koordinasi|rapat|bertemu|diskusi|meeting|acara|arahan|arahannya|perintah|menurut|terima kasih|kecuali|selain|bukan|tanpa|except)\b[^,;]{0,24}$/i;
const OF_PERSONS =
  /(?:\b(?:akun|account|accounts|email|e-mail|surel|password|passwordnya|sandi|sertifikat(?: elektronik)?|tte|pegawai|staf|staff|user|users|nama|a\.?n\.?|atas nama|personil|personel|peserta|petugas|teknisi|tamu|rekan|kami|yaitu|yakni|bernama|ikut|masuk|hadir|datang|berangkat|milik|punya|pic|tim|anggota|bagi|orang|tambahkan|tambahin|masukkan|daftarkan|undang|invite|add|masuk (?:DC|DRC|data center))|:)\s*(?:baru|milik|punya|kami|adalah|oleh|hanya|cuma|yaitu)?\s*:?\s*$/i;

const ROLE =
  /^(?:(?:selaku|sebagai|dari|from|as|NIP\b|PT\b|CV\b|DJ\p{L}+|Itjen|Setjen|KPP\w*|ketua|wakil|sekretaris|anggota|koordinator|kepala|kasubbag|kasi|kabag|kabid|kasubdit|staf|pranata|analis|auditor|pelaksana|direktur|teknisi|developer|tester)\b.*)$/iu;
