/** Persons that a mail names as those concerned: behind "a.n.", "nama:", a form of address, or in rows of a list. */
import { findBlocks, type Row } from './blocks.ts';
import { Searched, searched, sought, type Sought } from './searched.ts';

const NAME = String.raw`(?:\p{Lu}\.? )?\p{Lu}[\p{L}'’]+(?: (?:\p{Lu}[\p{L}'’]+|\p{Lu}\b\.?|bin\b|binti\b|van\b|de\b)){0,4}`;
const LABELLED = sought(
  new RegExp(String.raw`^\W{0,4}(?:\d{1,3}[.)]\s*)?(?:nama(?: lengkap| pegawai)?|name)\s*[:=]\s*(${NAME})`, 'gimu'),
);
const ON_BEHALF = sought(
  new RegExp(
    String.raw`\b(?:a\.?\s?n\.?|atas nama|an\.)\s*:?\s*(?:(?:[Ss]dr[i]?|[Bb]pk|[Bb]apak|[Ii]bu|[Bb]u|[Pp]ak|[Dd]rs?|[Dd]ra|[Aa]lm)\.?\s+){0,2}(${NAME})`,
    'gu',
  ),
);
const ADDRESSED = sought(
  new RegExp(
    String.raw`\b(?:[Ss]dr[i]?\.?|[Ss]audara|[Ss]audari|[Pp]egawai kami|[Ss]taf(?: saya| kami)?|[Bb]eliau)\s+(?:(?:[Ss]dr[i]?)\.?\s+)?(${NAME})`,
    'gu',
  ),
);
/** Behind these a row of names may follow. */
const LIST_OPENING = sought(
  /(?:\b(?:yaitu|antara lain|bernama|atas nama|peserta|personil|personel|anggota tim|anggota|participants?|nama[- ]nama)\b|\b(?:bagi|untuk|utk|for|kami|petugas|teknisi|pelaksana)\s*:|\ba\.?n\.|(?<=[^\n]{25}):(?=\s))\s*:?\s*((?:[^\n.]|(?<=\d)\.|\.(?!\s)){3,400})/gi,
);
/** "akun email untuk Andi Wijaya, Budi Santoso, dan Citra Lestari"; single words may be days or towns. */
const OWNERS = sought(
  new RegExp(
    String.raw`\b(?:akun|email|password|user|akses|sertifikat elektronik|account|accounts)\b[^.\n,]{0,30}?\b(?:untuk|bagi|utk|for)\s((?:${NAME.replace('{0,4}', '{1,3}')}, ){1,30}?(?:dan |and )?${NAME.replace('{0,4}', '{1,3}')}(?:,? (?:dan|and) ${NAME.replace('{0,4}', '{1,3}')})?)`,
    'gu',
  ),
);
const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u');
const USERNAME = sought(
  /(?<![\p{L}\d@./\\-])[a-z]{3,20}\.(?:[a-z]{3,20}|[a-z](?=,|$| dan ))\d?(?![\p{L}\d/-]|@[\p{L}\d]|\.[\p{L}\d])/gu,
);
const FILE_OR_DOMAIN =
  /\.(?:com|net|org|pdf|doc|docx|xls|xlsx|zip|png|jpg|exe|apk|iso|msg|eml|csv|txt|local|lan|app|dev|web|example|test|id|info|site|online|xyz|io)$/;
const NOT_A_NAME =
  /^(?:Nama|Jabatan|Pangkat|Yth|Bapak|Ibu|Service|Pusintek|Kepala|Seksi|Bagian|Kantor|Mohon|Untuk|Demikian|Terima|Sehubungan|Yang|Tim|Admin|Direktur|Kasubbag|NIP|Subbag\w*|Drs|Dra|Dr|Ir|Sdri?|Alm|Kabid|Kabag|Kasi|Kasubbid|Kasubdit|KPPN?|KPKNL|KPPBC|Kanwil|Pusdiklat|Biro|Survei|Persetujuan|Dukungan|Khusus|Ahli|Console|Layanan|Bidang|Divisi|Unit)\b/;
/** "pegawai baru Damar Wicaksono", "untuk Ibu Euis Komalasari", "milik Pak Gunadi". */
const CONCERNED = sought(
  new RegExp(
    String.raw`\b(?:(?:pegawai|staf|rekan|analis|operator|bendahara|developer|programmer|dosen|auditor|mahasiswa|magang)(?: baru| kami| saya){0,2}|(?:untuk|bagi|utk|buat|milik|dan)\s+(?:[Bb]apak|[Ii]bu|[Bb]u|[Pp]ak|[Mm]as|[Mm]bak)|[Bb]u|[Pp]ak)\s+(${NAME.replace('{0,4}', '{1,4}')})`,
    'gu',
  ),
);
/** "saya dan Reinhard Siahaan", "Rendy Ferdinand dan Ayu Lestari butuh". */
const TWO_NAMES = NAME.replace('{0,4}', '{1,3}');
const BESIDE_WRITER = sought(
  new RegExp(String.raw`\b(?:[Ss]aya|[Aa]ku|[Ss]y) (?:dan|serta|sama|&|\+) (${TWO_NAMES})`, 'gu'),
);
const BEFORE_WRITER = sought(
  new RegExp(
    String.raw`(?<!\p{L})(?!(?:Mohon|Tolong|Agar|Please|Untuk) )(${TWO_NAMES}) (?:dan|serta|sama|and|&|\+) (?:saya|aku|sy|me)\b`,
    'gu',
  ),
);
/** Without these words there is nothing for the longer pattern to find. */
const AND_WRITER = sought(/(?:dan|serta|sama|and|&|\+) ?(?:\([^()\n]{0,80}\) ?)*(?:saya|aku|sy|me)\b/);
const PAIR = sought(new RegExp(String.raw`(${TWO_NAMES}) (?:dan|serta|&) (?=\p{Lu})`, 'gu'));
const PAIRED = sought(
  new RegExp(
    String.raw`(?<=\p{Lu}[\p{L}'’]+ (?:dan|serta|&) )(${TWO_NAMES})(?= (?:butuh|perlu|memerlukan|diberi|dapat|agar|belum|akan|mau|ingin|need))`,
    'gu',
  ),
);
/** Who held the place before is not the one concerned. */
const REPLACED =
  /(?:menggantikan|pengganti|semula|sebelumnya|replacing|instead of|cc|tembusan|atasan|(?:dipindahkan|dialihkan|diserahkan|pindah)(?: dulu| dahulu| sementara)? (?:ke|kepada))[^.\n]{0,12}$/i;
const TITLES =
  /^(?:(?:[Ss]dri?|[Ss]audara|[Ss]audari|[Bb]apak|[Ii]bu|[Bb]pk|[Pp]ak|[Bb]u|[Hh]j?|[Dd]rs?|[Dd]ra|[Ii]r|[Mm]r|[Mm]rs|[Mm]s)\.?\s+)+/;
const DEGREES = /,?\s+(?:S|M|A)\.(?:[A-Z][a-z]*\.?)+.*$/;
const HEADING = /^(?:Nama|Name|Email|Role|No|Jabatan|NIP|Unit|Peran|Akses|Keterangan|Peserta)\b/i;
/** First words of rows that name papers and things. */
const THING =
  /^(?:Dokumen|Formulir|Form|Manual|Surat|Profil|Skenario|Source|Docker|Akses|Server|Room|Link|Laptop|Printer|Aplikasi|Data|Daftar|Lampiran|Scan|Foto|Hasil|Laporan|Kabel|Titik|Lantai|Ruang|Gedung|Microsoft|Adobe|Windows|Office|Kegiatan|Waktu|Tanggal|Tempat|Lokasi|Hari|Nomor|Alamat|Kode|Serial|Senin|Selasa|Rabu|Kamis|Jumat|Pembuatan|Permintaan|Perubahan|Penambahan|Mohon|Jumlah|Spesifikasi|CPU|RAM|Disk)\b/;
const MAX_PEOPLE = 200;

export function findPeople(written: string | Searched): readonly string[] {
  const text = searched(written);
  const bare = text.once(withoutBrackets);
  const found = [
    ...[LABELLED, ON_BEHALF, ADDRESSED, CONCERNED, BESIDE_WRITER, ...pairs(text)].flatMap((one) => mentions(text, one)),
    ...(text.has(AND_WRITER) ? mentions(bare, BEFORE_WRITER) : []),
    ...namesInRow(bare).map((name) => ({ name, replaced: false })),
  ];
  const gone = new Set(found.filter(({ replaced }) => replaced).map(({ name }) => name));
  const names = found.map(({ name }) => name).filter((name) => !gone.has(name));
  const people = [...new Set([...names, ...listed(text), ...inRows(text)])].filter(
    (name) => name.length > 2 && !NOT_A_NAME.test(name),
  );
  return people.filter((name) => !people.some((other) => other !== name && other.includes(name)));
}

function mentions(text: Searched, pattern: Sought): { readonly name: string; readonly replaced: boolean }[] {
  return text.all(pattern, MAX_PEOPLE).map((match) => ({
    name: tidy(match[1] ?? ''),
    replaced: REPLACED.test(text.text.slice(Math.max(0, match.index - 30), match.index)),
  }));
}

/** "akun Agus Salim, Dewi Ratna, serta Bambang Irawan", "akses untuk Rizky Maulana dan Tia Permata". */
function namesInRow(text: Searched): readonly string[] {
  if (!text.mayHold(NAMES_IN_ROW) || !text.has(AND_NAME)) return [];
  return text.all(NAMES_IN_ROW, MAX_PEOPLE).flatMap(([, row = '']) => {
    const names = row
      .split(/, ?(?:dan |serta |and )?| (?:dan|serta|sareng|jeung|kaliyan|lan|and|&) /)
      .filter((name) => !/^(?:saya|sy)$/i.test(name));
    return names.every((name) => !NOT_A_NAME.test(name) && !THING.test(name) && !OFFICE.test(name))
      ? names.map(tidy)
      : [];
  });
}

const AND_NAME = sought(/(?:,|dan|serta|sareng|jeung|kaliyan|lan|and|&) \p{Lu}/u);
const NAMES_IN_ROW = sought(
  new RegExp(
    String.raw`\b(?:akun|email|surel|password|sandi|sertifikat|TTE|akses|user|laptop|PC|pegawai|untuk|utk|bagi|buat|kanggo|kangge|personil|personel|server)(?: elektronik| email| milik| baru)?:? ((?:saya(?:, ?| dan ))?${TWO_NAMES}(?:, ?(?:dan |serta |and )?${TWO_NAMES}){0,20}(?:,? (?:dan|serta|sareng|jeung|kaliyan|lan|and|&) ${TWO_NAMES}))`,
    'gu',
  ),
);
const OFFICE =
  /^(?:Direktorat|Kantor|Kanwil|Bagian|Biro|Sekretariat|Balai|Pusat|Badan|Inspektorat|Lembaga|Kementerian|Gedung|Ruang|Lantai|Sistem|Portal|Bea|Pajak|Jakarta|Microsoft|Adobe|Power|Google|Data|Web|Surat|Nota|Rapat|Kota|Provinsi|Sub)/;

function pairs(text: Searched): readonly Sought[] {
  return !text.has(PAIRED) ? [] : [PAIR, PAIRED];
}

/** Names in the rows of a list, one a row; at least two, and most rows have one. */
function inRows(text: Searched): string[] {
  const blocks = findBlocks(text).filter(({ form }) => form !== 'plain');
  return blocks.flatMap(({ rows }) => {
    const names = rows.flatMap(
      (row) =>
        ownCells(row)
          .map(withoutTitle)
          .find((cell) => WHOLE_NAME.test(cell) && !HEADING.test(cell)) ?? [],
    );
    return names.length > 1 &&
      names.length * 2 > rows.length &&
      names.every((name) => !NOT_A_NAME.test(name) && !THING.test(name))
      ? names.map(tidy)
      : [];
  });
}

/** "Penanggung jawab: Hasan": neither a label of a form nor who stands behind it is one of a list; "Yohana Rini : Subbag Umum" is. */
function ownCells({ text, cells }: Row): readonly string[] {
  const label = LABEL.exec(text)?.[0];
  return label === undefined ? cells : label.endsWith(' :') ? cells.slice(0, 1) : [];
}

const LABEL = /^[^:\n]{1,40}:(?=\s)/;

function withoutTitle(cell: string): string {
  return cell.replace(TITLES, '').replace(DEGREES, '').trim();
}

/** Names in a row: "yaitu Danang Priambodo, Yulius Rante dan Sinta Amelia", "personil: 1. Ilham 2. Dedi"; at least two. */
function listed(text: Searched): string[] {
  const rows = [LIST_OPENING, OWNERS].flatMap((opening) => text.all(opening, MAX_PEOPLE));
  return rows.flatMap((match) => {
    const parts = (match[1] ?? '')
      .replace(/\([^()\n]{0,80}\)/g, ' ')
      .split(/[,;]|\bdan\b|\band\b|&|\d{1,2}[.)]|\.\s/)
      .map((part) =>
        part
          .replace(/ (?:[-\u2013\u2014]|dari|from) .*$/, '')
          .replace(/\.\s*$/, '')
          .trim(),
      )
      .filter((part) => part !== '' && !ROLE.test(part));
    const end = parts.findIndex((part) => !WHOLE_NAME.test(part));
    const names = end < 0 ? parts : parts.slice(0, end);
    return names.length > 1 ? names.map(tidy) : [];
  });
}

/** Behind a name in a row: "Reza Firdaus, ketua; Nadia Kirana". */
const ROLE = /^(?:ketua|wakil ketua|sekretaris|anggota|koordinator|pic|ketua tim|team lead|leader|member)$/i;

/** "Laila Maharani dan saya": the writer is one of them. */
export function namesWriter(text: Searched): boolean {
  return text.once(isOneOfThem);
}

function isOneOfThem(text: Searched): boolean {
  return (
    text.has(WRITER_TOO) ||
    text.once(withoutBrackets).has(WRITER_TOO) ||
    comesToOthers(text) ||
    (text.has(TOO) && text.has(ALSO_ANOTHER))
  );
}

function comesToOthers(text: Searched): boolean {
  const found = text.has(THE_WRITER) ? text.find(ALSO_THE_WRITER) : null;
  return found !== null && OTHERS.test(text.text.slice(Math.max(0, found.index - MAX_BEFORE), found.index));
}

/** What there must be for the longer patterns to find anything. */
const THE_WRITER = sought(/\b(?:saya|sy|aku)\b/i);
const TOO = sought(/\b(?:juga|pula|pun)\b/i);
const MAX_BEFORE = 120;
/** Who is named before the writer's own thing. */
const OTHERS =
  /(?<!\p{L})(?:[Pp]ak|[Bb]u|[Mm]as|[Mm]bak|[Ss]dri?\.?|[Bb]apak|[Ii]bu|Mr\.?|M[rs]s\.?) \p{L}{2}|\ba\.?n\.? ?\p{Lu}|(?:akun|akses|milik|punya|email|sandi|password|laptop|sertel|atas nama) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}/u;

const HIS_THING =
  '(?:akun|akses|punya|milik|email|e-mail|surel|laptop|notebook|pc|komputer|sertel|sertifikat|tte|sandi|password|user|passphrase)';
/** "akun Pak Yosef direset + akun saya juga", "akses Rendra, begitu juga akses saya": the writer comes to those named before. */
const ALSO_THE_WRITER = sought(
  new RegExp(
    String.raw`(?:\+|&|\b(?:dan|serta|sama|plus|sekalian|sekaligus|begitu (?:juga|pula)|demikian (?:juga|pula)|termasuk|dengan))\s(?:(?:juga|sekalian|sekaligus|untuk|dan|begitu (?:juga|pula)) ){0,2}${HIS_THING}(?: (?:\p{Ll}+ )?| )(?:saya|sy|aku)(?: (?:sendiri|juga|pun|sekalian|pribadi))*\b`,
    'iu',
  ),
);
/** "Akun saya terkunci. Punya Bu Kasi juga.", "begitu pula Kepala Seksi saya". */
const ALSO_ANOTHER = sought(
  new RegExp(
    String.raw`\b(?:saya|sy|aku)\b[^\n]{0,80}?(?:\b${HIS_THING} (?:[Pp]ak|[Bb]u|[Mm]as|[Mm]bak|[Ss]dri?\.?|[Bb]apak|[Ii]bu|atasan|rekan|teman|kepala|kasi|kasubbag)\b[^.,;\n]{0,30} (?:juga|pun)\b|\b(?:begitu|demikian) (?:juga|pula)(?: (?:dengan|${HIS_THING}))? (?:[Pp]ak|[Bb]u|[Mm]as|[Mm]bak|[Ss]dri?\.?|[Bb]apak|[Ii]bu|atasan|rekan|teman|kepala|kasi|kasubbag)\b)`,
    'iu',
  ),
);

/** "Aku, Mas Galang, sama Mbak Ardelia": the writer before the others. */
export function meansWriter(text: Searched): boolean {
  return text.has(WRITER_FIRST) || namesWriter(text);
}

const WRITER_FIRST = sought(/(?<![\p{L}])(?:[Ss]aya|[Aa]ku|[Ss]y), (?:Pak|Bu|Mas|Mbak|Sdri?\.?|\p{Lu}\p{L}+ \p{Lu})/u);

function withoutBrackets(text: Searched): Searched {
  return text.has(BRACKETS) ? new Searched(text.text.replace(BRACKETS.pattern, '')) : text;
}

const BRACKETS = sought(/ ?\([^()\n]{0,80}\)/g);

const WRITER_TOO = sought(
  /\b[Ss]aya, (?:\p{Lu}\p{L}+ ?){1,4}, ?(?:dan|serta) \p{Lu}|\p{Lu}\p{L}+ (?:dan|serta|sama|and|&|\+) (?:saya|aku|sy|me|I)\b(?! (?:cc|tembuskan|lampirkan|sertakan|kirim)\b)|\b(?:[Ss]aya|[Aa]ku|[Ss]y|[Mm]yself) (?:dan|serta|sama|bersama|and|&|\+) (?:\p{Lu}|[Pp]ak|[Bb]u|[Mm]as|[Mm]bak|[Ss]dri?)/u,
);

/** Account names ("nanda.aprilia") that stand for persons. */
export function findUsernames(text: Searched): readonly string[] {
  const once = text.has(RENAMED) ? new Searched(text.text.replace(RENAMED.pattern, '$1')) : text;
  const found = once
    .all(USERNAME)
    .map((match) => match[0])
    .filter((name) => !FILE_OR_DOMAIN.test(name));
  return [...new Set(found)].slice(0, MAX_PEOPLE);
}

/** "melinda.agustin -> melinda.wiratama": one account under two names. */
const RENAMED = sought(
  /(?<![\w@.-])([a-z]{2,20}\.[a-z]{2,20}\d?(?:@[\w.-]{3,40})?["'\u201d]?) ?(?:[-=]{1,3}>|\u2192|menjadi|jadi|diubah (?:ke|menjadi)|ke|to) ?["'\u201c]?[a-z]{2,20}\.[a-z]{1,20}\d?(?:@[\w.-]{3,40})?/g,
);

function tidy(name: string): string {
  return name
    .replace(/[.,]+$/, '')
    .replace(/\s+(?:NIP|Nip|Jabatan|Unit|Seksi|Subbag\w*|Pegawai)(?:\s.*)?$/, '')
    .trim();
}
