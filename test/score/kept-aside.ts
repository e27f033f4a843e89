/** The sentences of rules/examples, dealt into folds that are left out of learning in turn. */
import type { Rulebook, Sentences } from '../../src/rulebook/rulebook.ts';

export interface Item {
  readonly text: string;
  readonly kind: string;
  /** Null for a request that is not ours; undefined where the sentence is no request. */
  readonly variant?: string | null;
}

export interface Fold {
  readonly items: readonly Item[];
  /** Has learnt from all the others. */
  readonly rulebook: Rulebook;
}

/** The same deal on every run. */
export function* foldsOf(rulebook: Rulebook, folds: number): Generator<Fold> {
  const all = rulebook.sentences;
  if (!all) throw new Error('the rules have no sentences');
  const items = itemsOf(all);
  for (let fold = 0; fold < folds; fold += 1) {
    const here = items.filter((_, at) => (Math.imul(at + 1, 2_654_435_761) >>> 8) % folds === fold);
    const sentences = without(all, new Set(here.map(({ text }) => text)));
    yield { items: here, rulebook: { ...rulebook, services: [...rulebook.services], sentences } };
  }
}

function itemsOf(all: Sentences): readonly Item[] {
  return [
    ...[...all.requests].flatMap(([variant, texts]) => texts.map((text) => ({ text, kind: 'request', variant }))),
    ...[...all.others].flatMap(([kind, byService]) =>
      Object.values(byService).flatMap((texts) => texts.map((text) => ({ text, kind }))),
    ),
    ...all.outside.map((text) => ({ text, kind: 'request', variant: null })),
    ...all.irrelevant.map((text) => ({ text, kind: 'irrelevant' })),
  ];
}

function without(all: Sentences, out: ReadonlySet<string>): Sentences {
  const keep = (texts: readonly string[]): readonly string[] => texts.filter((text) => !out.has(text));
  const keepIn = (lists: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(Object.entries(lists).map(([name, texts]) => [name, keep(texts)]));
  return {
    requests: new Map([...all.requests].map(([name, texts]) => [name, keep(texts)])),
    others: new Map([...all.others].map(([kind, byService]) => [kind, keepIn(byService)])),
    outside: keep(all.outside),
    irrelevant: keep(all.irrelevant),
  };
}

/** Variants that differ in number only are told apart by the number. */
export function stem(slug: string | null): string | null {
  return slug?.replace(/-(?:individu|kolektif)$/, '') ?? null;
}
