/**
 * What a report of a fault is about, as far as it tells one fault from another: the shared thing, how it fails, which part of it, and
 * where. Two reports are of one fault only where nothing of this differs.
 */
import type { Rulebook, SameFaultRules, SharedThing } from '../../rulebook/rulebook.ts';
import { toWords, type Words } from '../words/normalise.ts';
import { findPhrases, indexPhrases, type Hit, type Hits, type PhraseIndex } from '../words/phrases.ts';

export interface FaultTold {
  readonly things: readonly SharedThing[];
  /** Ids, as are the following, in an order of their own. */
  readonly symptoms: readonly string[];
  readonly parts: readonly string[];
  /** Floors, rooms, buildings, modules: "lantai 3". */
  readonly places: readonly string[];
}

/** Words of a place that are looked at behind its kind. */
const PLACE_WORDS: Readonly<Record<string, number>> = { lantai: 1, lt: 1, floor: 1 };
const OTHER_PLACE_WORDS = 2;

/** Null where nothing shared is named, nothing says how it fails, or it is about one person's own device or account. */
export function faultTold(text: string, { sameFault: rules, abbreviations }: Rulebook): FaultTold | null {
  if (rules === undefined) return null;
  const words = toWords(text, abbreviations);
  const hits = findPhrases(indexOf(rules, abbreviations), words);
  const told = (phrases: readonly string[]): boolean => phrases.some((phrase) => hits.has(phrase));
  const named = rules.things.filter((thing) => told(thing.words));
  const special = named.filter(({ general }) => !general);
  const things = special.length > 0 ? special : named;
  const symptoms = rules.symptoms.filter((symptom) => told(symptom.words)).map(({ id }) => id);
  if (things.length === 0 || symptoms.length === 0 || isPersonal(hits, rules)) return null;
  return {
    things,
    symptoms,
    parts: rules.parts.filter((part) => hits.has(part)),
    places: placesIn(words, hits, rules),
  };
}

/** "Semua laptop" is nobody's own. */
function isPersonal(hits: Hits, { personal, many }: SameFaultRules): boolean {
  const ofMany = hitsOf(hits, many);
  return hitsOf(hits, personal).some(
    (own) => !ofMany.some(({ first, last }) => first <= own.first && own.last <= last),
  );
}

function placesIn({ words }: Words, hits: Hits, { places }: SameFaultRules): readonly string[] {
  const found = hitsOf(hits, places).map(({ first, last, phrase }) => {
    const { clause } = words[first] ?? {};
    const count = PLACE_WORDS[phrase] ?? OTHER_PLACE_WORDS;
    const behind = words.slice(last + 1, last + 1 + count).filter((word) => word.clause === clause);
    return [phrase, ...behind.map(({ form }) => form)].join(' ');
  });
  return [...new Set(found)].toSorted();
}

function hitsOf(hits: Hits, phrases: readonly string[]): readonly Hit[] {
  return phrases.flatMap((phrase) => hits.get(phrase) ?? []);
}

const indexes = new WeakMap<SameFaultRules, PhraseIndex>();

/** Made once for a rulebook. */
function indexOf(rules: SameFaultRules, abbreviations: Rulebook['abbreviations']): PhraseIndex {
  const known = indexes.get(rules);
  if (known) return known;
  const { personal, many, symptoms, things, parts, places } = rules;
  const all = [...personal, ...many, ...parts, ...places, ...[...symptoms, ...things].flatMap(({ words }) => words)];
  const index = indexPhrases(all, abbreviations, { compare: 'form', maxGap: 0, maxHits: 20 });
  indexes.set(rules, index);
  return index;
}
