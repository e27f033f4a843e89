/** How a number or a name stands in a mail: left out of what is asked for, of another time, or taking the place of another number. */
import { COUNTED, DEVICES, isCountOf } from './counted-nouns.ts';
import { NO_PERSON } from './person-pieces.ts';
import { readNumeral } from '../words/numerals.ts';
import { remembered } from '../words/remembered.ts';
import { sought, type Searched } from './searched.ts';

/** "sudah punya", "tidak usah", "batal ikut": whom or what it is said of is not asked for. */
const HAS = String.raw`(?:sudah|sdh|udah|udh|telah|already)(?: (?!tidak|tdk|belum|blm|ga|gak|nggak)\p{L}+)?? (?:punya|memiliki|mempunyai|ada|dapat|terdaftar|beres|selesai|bisa|have|has|had|exist|done|masuk|join|gabung|bergabung|aktif|lengkap|terpasang|terinstal\w*|tersambung|terhubung|tercover|terlayani|diinstal\w*|dipasang\w*|dibuat\w*|direset|diproses|diurus|diberi|dikasih|kebagian)|(?:sudah|sdh|udah|already)(?=$|[,;.])`;
const NEEDS_NOT = String.raw`(?:tidak|tdk|ga|gak|nggak|ngga|enggak|tak|nda|ndak) (?:usah|perlu|jadi|ikut|termasuk|dihitung|butuh)|jangan|batal|berhalangan|mengundurkan diri|mundur|gugur|tidak lulus|dicoret|dibatalkan|sakit|cuti|tetap (?:di\p{L}+|aktif|jalan|ada)|(?:mohon |agar |harap )?(?:dikecualikan|dikeluarkan|dilewati|diskip|dipertahankan|ditunda)|(?:sedang |lagi )?(?:rusak|diservis|diperbaiki|mati total)|tidak (?:bisa )?(?:hadir|datang)|does not|no need|(?:is|are) (?:extended|cancelled|broken)`;
const SUBJECT = String.raw`(?:(?:itu|ini|tsb|tersebut|di ?antaranya|of them|dari mereka|baru|lama|orang|org|akun|unit|buah|kami|lain|yang|yg|nya|ternyata|lainnya|saya rasa|NIP \d+|-) ){0,3}`;
const OUT = sought(new RegExp(String.raw`^(?:nya)?[ ,]*${SUBJECT}(?:${HAS}|${NEEDS_NOT})(?![\p{L}\d])`, 'iu'));

/** @param behind what stands behind it in its clause */
export function isOutBehind(behind: string): boolean {
  return OUT.pattern.test(behind);
}

/** "tidak perlu ya", right behind a number and its noun. */
export function isNotNeeded(behind: string): boolean {
  return NOT_NEEDED.test(behind);
}

const NOT_NEEDED = /^ (?:tidak|tdk|ga|gak|nggak|ngga|enggak|tak) (?:usah|perlu|termasuk|dihitung)\b/i;

const OUT_WITHIN = new RegExp(
  String.raw`^[\p{L}\d.' -]{1,40}? (?:${HAS}|${NEEDS_NOT}|menyusul|nunggu|menunggu)(?![\p{L}\d])`,
  'iu',
);

/** Anywhere behind a number in its clause: "di pantry batal". */
export function isOutWithin(behind: string): boolean {
  return isOutBehind(behind) || OUT_WITHIN.test(`x ${behind.trim()}`);
}

/** Of a whole piece: "2 sudah punya akun", "Hanif batal ikut". */
export function isLeftOut(piece: string): boolean {
  return OUT_WITHIN.test(piece);
}

const NUMBER = String.raw`\d{1,4}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas`;
const NO_MEASURE = String.raw`(?![.,/:]\d)(?! ?(?:gb|tb|mb|hari|jam|minggu|bulan|tahun|menit|core|vcpu|digit|angka|karakter|meter|kali|persen|orang/hari|%|lantai|siang|sore|pagi|belas|puluh|ratus|ribu)\b)`;
const COUNTER = String.raw`(?: (?:orang|org|akun|unit|buah|bh|vm|server|pc|laptop|komputer|titik|ip|lisensi|room|link|folder|pegawai|perangkat))?`;
/**
 * A number told in the place of another: "masih kurang 3 lagi", "tinggal empat yang dibuatkan", "25 sisanya", "eh maaf 3", "menjadi 15".
 * In the order in which they are believed.
 */
const TOLD_ANEW = [
  String.raw`\b(?:jadi(?:nya)?|total(?:nya)?|jumlah(?:nya)?|semua(?:nya)?|akhirnya)(?: orang(?:nya)?| akun(?:nya)?)? (?:tetap|tetep|ttp) (${NUMBER})\b${NO_MEASURE}`,
  String.raw`\b(${NUMBER})${COUNTER}(?: \p{L}+)? di ?antaranya (?:yang |yg )?(?:belum|perlu|butuh|akan|minta|mohon|memerlukan|membutuhkan)\b`,
  String.raw`(?<!lagi |yang |yg )\b(?:\p{L}+kan|hapus|minta|perlu|butuh|cukup|hanya|cuma|yang|bikin|buat) (${NUMBER})${COUNTER} (?:saja|aja|doang|aja dulu)\b${NO_MEASURE}`,
  String.raw`\b(?:yang|yg) (${NUMBER})${COUNTER} (?:di\p{L}{3,}|mohon|minta|tolong|perlu|butuh|belum|saja|aja)\b`,
  String.raw`\bjadi(?: semua(?:nya)?)? (${NUMBER}) (?:orang|org|akun|unit|buah|bh|vm|pc)(?=[.,;])`,
  String.raw`\b(?:jadinya|totalnya jadi|jadi total(?:nya)?) (${NUMBER})\b${NO_MEASURE}`,
  String.raw`\b(?:direvisi|revisi|diubah|dikoreksi|koreksi|ralat|berubah|bertambah|berkurang|ditambah|dikurangi|dinaikkan|naik|diturunkan|turun|semula|awalnya|tadinya|rencananya|sebelumnya)\b[^\n]{0,90}?\b(?:menjadi|jadi|jadinya|ke) (?:hanya |cuma |total )?(${NUMBER})\b${NO_MEASURE}`,
  String.raw`\bdari (?:${NUMBER})${COUNTER} (?:menjadi|jadi|ke) (${NUMBER})\b${NO_MEASURE}`,
  String.raw`\b(?:eh|maaf|ralat|koreksi|maksud(?:nya|ku| saya)|salah|bukan \d{1,3}\p{L}*)[,:]?(?: (?:maaf|salah|maksud(?:nya|ku)|bukan \d+|ding|tapi|melainkan|yang benar|harusnya|seharusnya|cukup|jadi)[,:]?){0,3} (${NUMBER})\b${NO_MEASURE}`,
  String.raw`\b(?:semula|awalnya|tadinya|rencananya|sebelumnya|dihitung|ternyata)\b[^\n]{0,80}?\b(?:cukup|hanya|cuma|tinggal|perlu|butuh) (${NUMBER})\b${NO_MEASURE}`,
  String.raw`\b(?:yang|yg) (?:(?:masih|benar-benar|belum|akan|mau) )?(?:perlu|butuh|belum|diminta|dibutuhkan|diperlukan|diproses|dibuat\p{L}*|harus|mau)(?: \p{L}+)?(?: hanya| cuma| cukup| ada| sebanyak)? (${NUMBER})(?=[.,;]|${COUNTER}[.,;\n]| saja| aja)`,
  String.raw`\b(?:jadi|sehingga|maka)(?: \p{L}+){0,2}? (?:tinggal|sisanya|sisa|cuma|hanya|cukup)(?: \p{L}+){0,2}? (${NUMBER})\b${NO_MEASURE}`,
  String.raw`\b(?:masih kurang|tinggal|sisanya(?: yang)?) (${NUMBER})\b${NO_MEASURE}`,
  String.raw`\b(?:jadi yang (?:perlu|diminta|dibutuhkan)(?: \p{L}+)?|jadi (?:perlu|butuh|minta))\s(${NUMBER})\b${NO_MEASURE}`,
  String.raw`\b(?:tapi|tetapi|namun|tp) (?:yang |yg )?(?:mohon |tolong |minta )?(?:disiapkan|siapkan|siapin|sediakan|disediakan|buatkan|dibuatkan|butuh\w*|perlu\w*|minta|dibutuhkan|diminta|(?:belum|perlu|butuh) (?!ada|sempat)\p{L}+)(?: hanya| cuma| cukup)? (${NUMBER})\b${NO_MEASURE}`,
  String.raw`\b(${NUMBER})${COUNTER}(?: \p{L}+)? (?:sisanya|selebihnya)\b`,
  String.raw`\bdari (?:total )?(?:${NUMBER}) \p{L}+[^.\n]{0,40}?,? (${NUMBER})\s(?:\p{L}+\s)?(?:yang|yg)? ?(?:belum|perlu|butuh|akan|mau|minta|harus)\b`,
].map((source) => sought(new RegExp(source, 'iu')));

/**
 * The number that is told in the place of another; null where none is.
 * @param isSure another number is told of what the service counts
 */
export function toldAnew(text: Searched, unit: string | null, isSure = true): number | null {
  for (const pattern of TOLD_ANEW) {
    const match = text.find(pattern);
    const word = match?.[1]?.toLowerCase();
    if (!match || word === undefined) continue;
    const noun = NEXT.exec(text.text.slice(match.index + match[0].length))?.[1]?.toLowerCase() ?? '';
    const fits = isSure ? !COUNTED.has(noun) : noun === '' || ONLY_THAT.has(noun);
    if (fits || unit === null || isCountOf(noun, unit)) return readNumeral([word])?.value ?? null;
  }
  return null;
}

const ONLY_THAT = new Set('ding saja aja ya deh dong'.split(' '));
const NEXT = /^ (\p{L}+)/u;

/** "30 PC, 5 printer, 2 scanner. PC-nya mohon …": of several kinds the one that is named again as what is meant. */
export function theOnly(
  found: readonly { readonly value: number; readonly noun: string }[],
  { text }: Searched,
  unit: string | null,
): number | null {
  const fitting = found.filter(
    ({ noun }) => noun !== '' && unit !== null && (isCountOf(noun, unit) || DEVICES.has(noun)),
  );
  const nouns = [...new Set(fitting.map(({ noun }) => noun))].slice(0, MOST_NOUNS);
  const meant = nouns.length < 2 ? [] : nouns.filter((noun) => meansOnly(noun).test(text));
  return meant.length === 1 ? (fitting.find(({ noun }) => noun === meant[0])?.value ?? null) : null;
}

const MOST_NOUNS = 12;
const MEANT = String.raw`(?:-?nya)? (?:saja|aja|doang)\b|-?nya (?:mohon|minta|tolong|yang|yg|butuh|perlu)\b`;
const meansOnly = remembered(
  (noun) => new RegExp(String.raw`(?<!(?:\d|tinggal|satu|dua|tiga|empat|lima|se\p{L}+) )\b${noun}(?:${MEANT})`, 'iu'),
);

/** "35 dari internal dan 25 dari pemda. Yang pemda perlu wifi": the number told of those who are named again. */
export function ofThoseNamed(text: Searched): number | null {
  const [, first, second] = text.find(THOSE) ?? [];
  const who = first ?? second ?? '';
  if (who === '') return null;
  const told = new RegExp(
    String.raw`(?<![\p{L}\d.,/-])(${NUMBER})${COUNTER}(?: (?!dan\b|serta\b)\p{L}+){0,3} ${who}\b`,
    'iu',
  ).exec(text.text);
  return told === null ? null : (readNumeral([(told[1] ?? '').toLowerCase()])?.value ?? null);
}

const THOSE = sought(
  /\b(?:yang|yg) (?:dari )?(?!sudah|belum|perlu|butuh|lain|baru|akan|mau|ada|kami|saya|minta)(\p{L}{3,24}) (?:saja|aja|doang|perlu|butuh|minta|mohon|yang)\b|\b(?:untuk|utk|buat|khusus|bagi) (?:yang|yg) (?:dari )?(?!sudah|belum|perlu|butuh|lain|baru|akan|mau|ada|kami|saya|minta)(\p{L}{3,24})\b/iu,
);

/** What is said to be left out of a row that was counted: numbers, its own parts ("sopirnya tidak usah"), names. */
export function leftOutOf(
  total: number,
  searched: Searched,
  {
    parts,
    from,
  }: { readonly parts: readonly { readonly value: number; readonly noun: string }[]; readonly from: number },
): number {
  const { text } = searched;
  const behind = text.slice(from);
  const part = parts.slice(1).find(({ noun }) => IS_WORD.test(noun) && isNounLeftOut(behind, noun));
  if (part !== undefined) return part.value;
  const numbered = searched.mayHold(NUMBERED_OUT) ? NUMBERED_OUT.pattern.exec(behind)?.[1] : undefined;
  if (numbered !== undefined) return numbered.match(/\d+/g)?.length ?? 1;
  if (searched.has(REST)) {
    const had = HAD.pattern.exec(behind);
    const word = (had?.[1] ?? had?.[2] ?? '').toLowerCase();
    const value = readNumeral([word])?.value ?? 0;
    if (value > 0 && value < total) return value;
  }
  const but = searched.mayHold(BUT) ? BUT.pattern.exec(behind)?.[1]?.toLowerCase() : undefined;
  if (but !== undefined) return readNumeral([but])?.value ?? 0;
  const number = searched.mayHold(OUT) ? numberOut(total, behind) : undefined;
  // "112 pegawai. Semula 118, namun 6 orang mundur"
  if (number !== undefined) return new RegExp(String.raw`\b${total + number}\b`).test(text) ? 0 : number;
  return namesOut(searched);
}

function numberOut(total: number, behind: string): number | undefined {
  for (const { 0: word, index } of behind.matchAll(A_NUMBER)) {
    const value = readNumeral([word.toLowerCase()])?.value ?? 0;
    const isOfThem = index > 0 && value > 0 && value < total && !OF_ROW.test(behind.slice(0, index));
    if (isOfThem && isOutNumber(behind.slice(index + word.length))) return value;
  }
  return undefined;
}

/** A word of the mail that may stand in a pattern. */
const IS_WORD = /^\p{L}{2,24}$/u;
const OF_ROW = /\b(?:nomor|no\.?|urut|ke-?|lantai|pukul|jam|tanggal|tgl) ?$/i;
/** Whether what is left of some is asked for. */
export function asksForRest(text: Searched): boolean {
  return text.has(REST);
}

const REST = sought(
  /\b(?:sisanya|selebihnya|yang lain(?:nya)?|yg lain(?:nya)?|lainnya|the rest|yang belum|yg belum)\b/i,
);
/** "tiga orang sudah dibuka kemarin", "yang sudah join domain baru 9": where the rest is asked for, any of which something is so already. */
const HAD = sought(
  new RegExp(
    String.raw`(?<![\p{L}\d.,/-])(?!^)(${NUMBER})${COUNTER}(?: \p{L}+){0,2}? (?:sudah|telah|sdh|udah|tetap|masih|already)\b|\b(?:sudah|telah|sdh|udah)\b(?: \p{L}+){1,3}? (${NUMBER})${COUNTER}(?=[.,;\n]|$)`,
    'iu',
  ),
);
const A_NUMBER = new RegExp(String.raw`(?<![\p{L}\d.,/-])(?:${NUMBER}|seorang|sebuah)(?![\p{L}\d/-]|[.,]\d)`, 'giu');
const BUT = sought(new RegExp(String.raw`\b(?:kecuali|minus|dikurangi|selain) (${NUMBER}|seorang)${NO_MEASURE}`, 'i'));

const FIRST_COUNTER = new RegExp(`^${COUNTER}`, 'i');

/** "lima sudah masuk domain"; a noun of its own may stand between, "2 orang sudah". */
function isOutNumber(rest: string): boolean {
  return isOutBehind(rest.replace(FIRST_COUNTER, '')) && !/^ (?:hari|jam|minggu|bulan|tahun|kali)\b/i.test(rest);
}

function isNounLeftOut(text: string, noun: string): boolean {
  return [...text.matchAll(new RegExp(String.raw`\b${noun}(?:nya)?\b`, 'gi'))].some(({ 0: word, index }) =>
    isOutBehind(text.slice(index + word.length)),
  );
}

/** "Sdr. Eko batal pindah", "Hanif (NIP …) sudah punya", "; Bayu dan Cepi berhalangan", "kecuali Pak Ujang": how many are so. */
function namesOut(text: Searched): number {
  const but = text.find(NAMES_BUT)?.[1];
  if (but !== undefined) return but.split(NAMES_CUT).length;
  const [row = '', names = '', bracket = ''] = text.find(NAMED_OUT) ?? [];
  if (names === '') return text.has(OWN_OUT) ? 1 : 0;
  const all = names.split(NAMES_CUT);
  const isName = all.length > 1 || bracket !== '' || A_TITLE.test(names) || /^[,;:] /.test(row) || /^\p{Ll}/u.test(row);
  return isName && all.every((name) => !NO_PERSON.test(name.replace(A_TITLE, ''))) ? all.length : 0;
}

/** "Bu Rini sudah punya": whether somebody of whom that is said was told of before, and so may be one of those counted. */
export function isNamedOutOfThem(text: Searched): boolean {
  const [, names = ''] = text.find(NAMED_OUT) ?? [];
  const firsts = names.split(NAMES_CUT).map((name) => name.replace(A_TITLE, '').split(' ')[0] ?? '');
  return names === '' || firsts.some((first) => text.text.indexOf(first) !== text.text.lastIndexOf(first));
}

const TITLE = String.raw`(?:[Ss]dri?\.?|[Pp]ak|[Bb]u|[Mm]as|[Mm]bak|[Bb]apak|[Ii]bu|a\.n\.|[Ss]audara|[Ss]audari|Dra?s?\.|Ir\.|Hj?\.) `;
const A_TITLE = new RegExp(`^(?:${TITLE})+`, 'u');
const A_NAME = String.raw`(?:${TITLE}){0,2}\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}+){0,2}`;
const NAMES = String.raw`${A_NAME}(?:(?:, ?(?:dan |serta )?| (?:dan|serta|sama|&) )${A_NAME}){0,6}`;
const NAMES_CUT = /, ?(?:dan |serta )?| (?:dan|serta|sama|&) /;
const NAMED_OUT = sought(
  new RegExp(
    String.raw`(?:[,;:] |\b(?:namun|tapi|tetapi|krn|karena) |(?<![\p{L}]))(?!(?:Yang|Mohon|Data|Sudah|Ini|Itu|Kami|Saya|Semua)\b)(${NAMES})( \((?:NIP|\d)[^()\n]{0,60}\))? (?:ternyata |akhirnya )?(?:${HAS}|${NEEDS_NOT})(?![\p{L}\d])`,
    'u',
  ),
);
const NAMES_BUT = sought(
  new RegExp(
    String.raw`\b[Kk]ecuali (?:(?:yang|yg|punya|milik|akun) )?(${TITLE}${NAMES}|\p{Lu}\p{Ll}+(?: (?:dan|serta) \p{Lu}\p{Ll}+)?|[a-z][a-z0-9]{0,20}[._-][a-z0-9._-]{1,30})(?![\p{L}\d])`,
    'u',
  ),
);
/** "Punya saya sudah bisa." */
const OWN_OUT = sought(
  new RegExp(String.raw`\b(?:punya|milik|akun|laptop|pc) (?:saya|sy|aku) (?:sendiri )?(?:${HAS})(?![\p{L}\d])`, 'iu'),
);
const NUMBERED_OUT = sought(
  new RegExp(
    String.raw`\b(?:nomor|no\.?|yang ke-?) ?(\d{1,2}(?:(?:, ?| dan | & | serta )\d{1,2}){0,9})\b[^.\n\d]{0,40}?\b(?:${HAS}|${NEEDS_NOT})(?![\p{L}\d])`,
    'iu',
  ),
);
