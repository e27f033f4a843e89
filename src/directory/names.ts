/** Names as people write them, made comparable: case, honorifics and academic degrees set aside. */

/** Words in front of a name that are none of it. */
const HONORIFICS = new Set(
  'yth kepada bapak bpk pak ibu bu sdr sdri saudara saudari mas mbak kang dr drs dra ir prof h hj kh rd plt plh dear mr mrs ms'.split(
    ' ',
  ),
);
/** Degrees that are often written without their stops. */
const DEGREES = new Set(
  'se sh st sp si sos sip skom spd spi sst ssi ssos stp sap sik md mm mt msi msc mkom mpd mh mha mba mpa mpp mppm ma mak mec mit mti mtr phd ak ca cpa cfa cia cfe cisa qia amd am akt bkp'.split(
    ' ',
  ),
);
const LONGEST_NAME = 200;

/** `Bpk. Ahmad FAUZI, S.Kom., M.T.` and `Fauzi, Ahmad` both give `ahmad fauzi`; empty when nothing of a name is left. */
export function normaliseName(name: string): string {
  const plain = name.slice(0, LONGEST_NAME).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const [first = '', ...parts] = plain.split(',');
  const given = parts.filter((part) => !isDegrees(part));
  return withoutTitles([...given, first].flatMap(wordsOf)).join(' ');
}

/** A word with its inner stops, so that `s.kom` is known from `moh. ridwan`. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/[^\p{L}\p{N}.'’-]/gu, ' ')
    .split(' ')
    .filter((word) => word !== '');
}

function isDegrees(text: string): boolean {
  return wordsOf(text).every(isDegree);
}

function isDegree(word: string): boolean {
  const stop = word.indexOf('.');
  return (stop > 0 && stop < word.length - 1) || DEGREES.has(word.replaceAll('.', ''));
}

function withoutTitles(words: readonly string[]): readonly string[] {
  const bare = words.map((word) => word.replace(/[.'’-]/g, ''));
  let from = 0;
  while (from < words.length - 1 && HONORIFICS.has(bare[from] ?? '')) from += 1;
  let to = words.length;
  while (to > from + 1 && isDegree(words[to - 1] ?? '')) to -= 1;
  return bare.slice(from, to).filter((word) => word !== '');
}
