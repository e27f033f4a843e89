/**
 * How people say the verbs that the rule files know: "dibuatin" for "dibuatkan", "ngecek" and "nunggu" for "mengecek" and "menunggu", "kirimkn"
 * and "dkirim" where a phone is in the way. They are made from the standard words, never guessed from what stands in a mail, so that reading
 * a mail costs no more than looking a word up. What the list of abbreviations says goes before.
 */

/** Whole words that only look made so. */
const OWN_WORDS = new Set(
  (
    'hadirin pendingin kirain checkin signin plugin bukin makin makan minta mulai naik nanti nilai nyala nyaman nyata nyambung nyangkut nikah mohon ' +
    'muat masak malam malu manis marah masuk menang minat minum nama nota numpang muncul mundur nomor nasihat niat nafas mirip'
  ).split(' '),
);
/** Ends of words that are said so already, or in another language, or belong to someone: no standard word to go by. */
const NO_STANDARD = /(?:in|ino|no|ken|kein|ke|keun|aken|nya|lah|kah)$/;
/** Nouns of deeds: nobody says "distribusin". */
const NOUN = /(?:[st]i|isasi)$/;
const VOWEL = /^[aeiou]/;

type Form = readonly [said: string, meant: string];

/**
 * @param known standard words in lower case
 * @param listed spellings that the rule files write out themselves
 */
export function spokenForms(
  known: ReadonlySet<string>,
  listed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const standard = [...known].filter(
    (word) => word.length >= 5 && !Object.hasOwn(listed, word) && !NO_STANDARD.test(word),
  );
  const forms = [withKan, withI, passive, active].flatMap((of) => standard.flatMap((word) => of(word, known)));
  const meant = new Set(Object.values(listed).flatMap((full) => full.split(/[\s-]+/)));
  const made = new Map<string, string>();
  for (const [said, word] of forms) {
    const isFree = !made.has(said) && !meant.has(said) && !Object.hasOwn(listed, said) && !OWN_WORDS.has(said);
    if (isFree) made.set(said, word);
  }
  return Object.fromEntries(made);
}

/** "buatkan": "buatin", "buatkn". */
function withKan(word: string): readonly Form[] {
  if (!/^(?:di)?[a-z]{4,}kan$/.test(word) || /^(?:me|pe|ke|ber|ter)/.test(word)) return [];
  const root = word.slice(0, -3);
  return [
    [`${root}in`, word],
    [`${root}kn`, word],
  ];
}

/** "tangani" and "ditangani": "tanganin", "ditanganin". */
function withI(word: string, known: ReadonlySet<string>): readonly Form[] {
  if (!/^di[a-z]{4,}[^aeiou]i$/.test(word) || NOUN.test(word)) return [];
  const bare = word.slice(2);
  return [[`${word}n`, word], ...(known.has(bare) ? [[`${bare}n`, bare] as const] : [])];
}

/** "dibantu" beside "bantu": "dibantuin", "bantuin", "dbantu", "ngebantu". */
function passive(word: string, known: ReadonlySet<string>): readonly Form[] {
  const root = word.slice(2);
  if (!word.startsWith('di') || !known.has(root)) return [];
  const short: readonly Form[] = VOWEL.test(root) ? [] : [[`d${root}`, word]];
  if (root.length < 3 || /(?:kan|i)$/.test(root)) return short;
  const said: readonly Form[] =
    root.length < 4
      ? []
      : [
          [`${word}in`, word],
          [`${root}in`, root],
        ];
  return VOWEL.test(root) ? said : [...short, ...said, [`nge${root}`, activeOf(root, known)]];
}

function activeOf(root: string, known: ReadonlySet<string>): string {
  return ['menge', 'mem', 'men', 'me'].map((prefix) => prefix + root).find((word) => known.has(word)) ?? root;
}

/** "menunggu": "nunggu"; "mengajarkan": "ngajarin"; "mencari": "nyari". */
function active(word: string, known: ReadonlySet<string>): readonly Form[] {
  const said = /^menc[aeiou]/.test(word)
    ? `ny${word.slice(4)}`
    : /^me(?:ng|ny|n|m)[aeiou]/.test(word)
      ? word.slice(2)
      : '';
  // "Dimonitor", "diminta": the root itself begins so.
  if (said.length < 5 || known.has(`di${said}`)) return [];
  const root = /^(.{4,})(?:kan|(?<![aeiou])i)$/.exec(said)?.[1];
  return [[said, word], ...(root === undefined ? [] : [[`${root}in`, word] as const])];
}
