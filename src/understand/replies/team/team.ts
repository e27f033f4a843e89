/** Which team an answer names: by code, by name, or by what people call it ("tim jaringan", "subbid Conference"). */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { toWords } from '../../words/normalise.ts';
import { findPhrases, indexPhrases, type PhraseIndex } from '../../words/phrases.ts';

interface TeamIndex {
  readonly index: PhraseIndex;
  readonly codeOf: ReadonlyMap<string, string>;
}

const indexes = new WeakMap<Rulebook, TeamIndex>();
/** Before a team's name these mean "to it"; an alias such as "data" alone may be part of any sentence. */
const TOWARDS = new Set(
  'ke tim team subbid subbidang bidang rft ranah kewenangan bagian unit kepada to regu rekan punya punyanya milik miliknya urusan urusannya'.split(
    ' ',
  ),
);

/** "Bukan ranah integrasi data, …, alihkan ke tim Jaringan": what it is not is not meant. */
const AWAY = new Set(['bukan', 'jangan', 'not']);

/** @returns the code of the team named, the one behind "ke", "tim" or "ranah" first; null when none is */
export function findTeam(text: string, rulebook: Rulebook): { readonly code: string; readonly aimed: boolean } | null {
  const { index, codeOf } = teamIndexOf(rulebook);
  const words = toWords(text, rulebook.abbreviations);
  const hits = [...findPhrases(index, words).values()].flat().toSorted((a, b) => a.first - b.first || b.last - a.last);
  const before = (hit: { readonly first: number }, count: number): readonly { readonly form: string }[] =>
    words.words.slice(Math.max(0, hit.first - count), hit.first);
  const towards = hits.filter((hit) => isAimed(before(hit, 2)));
  const aimed = towards.find((hit) => !before(hit, 3).some(({ form }) => AWAY.has(form))) ?? towards[0];
  const long = hits.find((hit) => hit.last > hit.first);
  const best = aimed ?? long ?? hits[0];
  const code = best && codeOf.get(best.phrase);
  if (!best || code === undefined) return null;
  const named = words.words[best.first]?.form;
  return { code, aimed: aimed !== undefined || named === 'tim' };
}

function isAimed(before: readonly { readonly form: string }[]): boolean {
  return before.some((word) => TOWARDS.has(word.form));
}

function teamIndexOf(rulebook: Rulebook): TeamIndex {
  const known = indexes.get(rulebook);
  if (known) return known;
  const codeOf = new Map<string, string>();
  for (const team of rulebook.teams) {
    for (const alias of [team.code, team.name, ...team.aliases]) {
      const phrase = alias.toLowerCase();
      if (!codeOf.has(phrase)) codeOf.set(phrase, team.code);
    }
  }
  const built = {
    index: indexPhrases(codeOf.keys(), rulebook.abbreviations, { compare: 'form', maxGap: 0, maxHits: 10 }),
    codeOf,
  };
  indexes.set(rulebook, built);
  return built;
}
