/**
 * Light folding of Indonesian affixes, so that "dibuatkan", "membuat" and "pembuatan" meet the same rule. Rules and mails are folded
 * alike, so a stem only has to be the same on both sides, not a word of the dictionary. Roots that lose their first letter behind
 * me(N)- and pe(N)- (kirim, pasang, tambah, sedia, minta) lose it always, from five letters on.
 */
const CLITICS = ['nya', 'lah', 'kah'];
const NO_CLITIC = new Set([
  'sejumlah',
  'masalah',
  'sekolah',
  'istilah',
  'adalah',
  'langkah',
  'apalah',
  'hanya',
  'bertanya',
  'menanya',
  'bagaimanakah',
  'kuliah',
]);
/** Words whose end only looks like a suffix, or means something else without it. */
const WHOLE = new Set([
  'masukan',
  'bulanan',
  'mingguan',
  'tahunan',
  'harian',
  'pimpinan',
  'kemarin',
  'merupakan',
  'silakan',
  'silahkan',
  'bukan',
  'dengan',
  'sendiri',
  'kembali',
  'terlampir',
  'instansi',
  'menteri',
  'direktorat',
  'direktur',
  'dinas',
  'digital',
  'mereka',
  'meeting',
  'memang',
  'peserta',
  'perlu',
]);
const MIN_ROOT = 4;

/** The word without -nya, -lah, -kah where at least four letters stay. */
export function withoutClitic(word: string): string {
  if (NO_CLITIC.has(word)) return word;
  for (const clitic of CLITICS) {
    if (word.length >= MIN_ROOT + clitic.length && word.endsWith(clitic)) return word.slice(0, -clitic.length);
  }
  return word;
}

/** The verb behind di-, me(N)-, -kan and -i: what rules are compared by. Nouns made of verbs ("pembuatan", "pembaruan") stay. */
export function foldVerb(word: string): string {
  const bare = withoutClitic(word);
  if (WHOLE.has(bare) || /\d/.test(bare)) return bare;
  return withoutEnd(withoutEnd(withoutFirst(withoutVerbPrefix(bare)), ['kan']), ['i']);
}

/** The root behind nouns, too: for likeness, where a few words that meet by chance do no harm. */
export function foldRoot(word: string): string {
  const bare = withoutClitic(word);
  if (WHOLE.has(bare) || /\d/.test(bare)) return bare;
  return withoutSuffix(withoutFirst(withoutPrefix(bare)));
}

function withoutVerbPrefix(word: string): string {
  if (word.startsWith('di')) return outer(word, 2);
  const active = nasal(word, 'me');
  return active === null ? word : outer(word, active);
}

function withoutPrefix(word: string): string {
  const verb = withoutVerbPrefix(word);
  if (verb !== word || !word.endsWith('an')) return verb;
  if (word.startsWith('ke')) return cut(word, 2);
  if (word.startsWith('per')) return cut(word, 3);
  const noun = nasal(word, 'pe');
  return noun === null ? word : cut(word, noun);
}

/** Behind di- and me- a second prefix per- may stand ("diperpanjang"). */
function outer(word: string, length: number): string {
  const rest = cut(word, length);
  return rest !== word && rest.startsWith('per') ? cut(rest, 3) : rest;
}

function cut(word: string, length: number): string {
  return word.length - length >= MIN_ROOT ? word.slice(length) : word;
}

/** Length of me(N)- or pe(N)- at the start of the word; null where the letters behind do not fit. */
function nasal(word: string, prefix: 'me' | 'pe'): number | null {
  if (!word.startsWith(prefix)) return null;
  const rest = word.slice(2);
  if (/^ng[aeioughkq]/.test(rest)) return 4;
  if (/^ny[aeiou]/.test(rest)) return 4;
  if (/^m[bpfaeiouv]/.test(rest)) return 3;
  if (/^n[dcjzaeiou]|^ntr|^nst/.test(rest)) return 3;
  return /^[lrwyr]/.test(rest) ? 2 : null;
}

function withoutFirst(word: string): string {
  return word.length >= 5 && /^[kptsmn][aeiou]/.test(word) ? word.slice(1) : word;
}

/** -kan or -an, then -i ("penggantian" and "ganti" end alike). */
function withoutSuffix(word: string): string {
  return withoutEnd(withoutEnd(word, ['kan', 'an']), ['i']);
}

function withoutEnd(word: string, endings: readonly string[]): string {
  const ending = endings.find((ending) => word.length >= MIN_ROOT + ending.length && word.endsWith(ending));
  return ending === undefined ? word : word.slice(0, -ending.length);
}
