/**
 * Words of other languages of the archipelago, and slips of the pen, that people answer in: `sampun=sudah` in `rules/replies.yaml`. They are
 * put into Indonesian for reading only; what is kept and sent on are the person's own words.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';

interface Regional {
  readonly pattern: RegExp;
  readonly meaning: ReadonlyMap<string, string>;
}

const known = new WeakMap<Rulebook, Regional | null>();
const listed = new WeakMap<Rulebook, ReadonlySet<string>>();

/** Sundanese and Javanese endings of verbs: "dilajengkeun", "dipunterasaken". */
const CUT_ENDING = /(?<![\p{L}\p{N}])(\p{L}{4,12})kn(?![\p{L}\p{N}])/giu;
/** "d proses", "dproses" */
const CUT_PREFIX =
  /(?<![\p{L}\p{N}])d[ ]?(?=(?:proses|kerja|bantu|lanjut|tindak|buat|aktif|reset|setuju|acc|pasang|hapus|tambah|eksekusi|siap|urus|garap|selesai|tolak|tunda|batal))/giu;
/** "dipun proses" */
const PASSIVE = /(?<![\p{L}\p{N}])dipun[ ]?(?=\p{L}{4})/giu;
const ENDINGS = /(?<![\p{L}\p{N}])(?:dipun[ ]?|(di))?(\p{L}{3,12}?)(?:keun|aken|ake)(?![\p{L}\p{N}])/giu;

const SHORTEST_ROOT = 4;

/** @returns the text with its regional words in Indonesian; "NDA" is a paper, where "nda" is a no */
export function inIndonesian(written: string, rulebook: Rulebook): string {
  const regional = regionalOf(rulebook);
  const text = written
    .replace(CUT_ENDING, '$1kan')
    .replace(CUT_PREFIX, 'di')
    .replace(ENDINGS, (whole: string, di: string | undefined, root: string) => {
      if (isListed(whole, rulebook)) return whole;
      const meaning = regional?.meaning.get(root.toLowerCase());
      if (meaning === undefined && !isRoot(root) && !/keun$/i.test(whole)) return whole;
      return `${di === undefined && !/^dipun/i.test(whole) ? '' : 'di'}${meaning ?? root}kan`;
    });
  const plain = text.replace(PASSIVE, 'di');
  return regional === null
    ? plain
    : plain.replace(regional.pattern, (words) =>
        words === 'NDA' ? words : (regional.meaning.get(words.toLowerCase().replace(/\s+/g, ' ')) ?? words),
      );
}

/** "nyungkeun", "dipake": what the rule files know as it is needs no guess by its ending. */
function isListed(word: string, rulebook: Rulebook): boolean {
  const words = listed.get(rulebook) ?? listedIn(rulebook);
  listed.set(rulebook, words);
  return words.has(word.toLowerCase());
}

function listedIn({ replies, abbreviations }: Rulebook): ReadonlySet<string> {
  const texts = [...Object.values(replies).flat(), ...Object.keys(abbreviations)];
  return new Set(texts.flatMap((text) => text.replace(/=.*$/, '').split(' ')));
}

/** No root of a Javanese verb: "dipake", "kepake", "intake" are too short for one, "mistake" ends it in two consonants. */
function isRoot(root: string): boolean {
  return root.length >= SHORTEST_ROOT && !/[^aiueo](?<!n)[^aiueo]$/i.test(root);
}

function regionalOf(rulebook: Rulebook): Regional | null {
  const before = known.get(rulebook);
  if (before !== undefined) return before;
  const meaning = new Map(
    (rulebook.replies['regional'] ?? []).flatMap((entry): [string, string][] => {
      const [word, means] = entry.split('=');
      return word !== undefined && means !== undefined ? [[word.trim(), means.trim()]] : [];
    }),
  );
  const built =
    meaning.size === 0
      ? null
      : { meaning, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(meaning.keys())})(?![\\p{L}\\p{N}-])`, 'giu') };
  known.set(rulebook, built);
  return built;
}

/** Long phrases before short ones, those of one first letter together, so that a word of a text is tried against few. */
function anyOf(phrases: Iterable<string>): string {
  const longest = [...phrases].toSorted((a, b) => b.length - a.length);
  const byLetter = Map.groupBy(longest, (phrase) => phrase.slice(0, 1));
  return [...byLetter]
    .map(([letter, of]) => `${letter}(?:${of.map((phrase) => patternOf(phrase.slice(1))).join('|')})`)
    .join('|');
}

function patternOf(phrase: string): string {
  return phrase.replace(/[^\p{L}\p{N} -]/gu, '').replace(/ /g, '\\s+');
}
