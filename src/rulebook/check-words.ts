/** Word rules against each other: ids that collide, variants that no mail could tell apart, rules that can never fire. */
import { groupsOf, localIdOf } from './build-service.ts';
import type { RuleFault } from './fault.ts';
import type { RuleSet } from './rule-set.ts';
import type { WordRuleFile } from './schema.ts';
import type { SourceFile, ValuePath } from '../shared/source-file.ts';

interface WordList {
  readonly source: SourceFile;
  readonly path: ValuePath;
  readonly owner: string;
  readonly rules: readonly WordRuleFile[];
}

export function checkWords(set: RuleSet): readonly RuleFault[] {
  const variants = variantLists(set);
  return [
    ...[...variants, ...otherLists(set)].flatMap((list) => [...checkIds(list), ...checkNever(list)]),
    ...checkAlike(variants),
  ];
}

function variantLists(set: RuleSet): readonly WordList[] {
  return set.services.flatMap(({ source, value }) =>
    value.variants.map((variant, index) => ({
      source,
      path: ['variants', index, 'words'],
      owner: `${value.code}/${variant.id}`,
      rules: variant.words,
    })),
  );
}

function otherLists(set: RuleSet): readonly WordList[] {
  const { kinds, incidents } = set;
  return [
    ...set.services.map(({ source, value }) => ({ source, path: ['words'], owner: value.code, rules: value.words })),
    ...(kinds
      ? Object.entries(kinds.value).map(([kind, rules]) => ({ source: kinds.source, path: [kind], owner: kind, rules }))
      : []),
    ...(incidents
      ? incidents.value.incidents.map((route, index) => ({
          source: incidents.source,
          path: ['incidents', index, 'words'],
          owner: route.id,
          rules: route.words,
        }))
      : []),
  ];
}

function checkIds({ source, path, owner, rules }: WordList): readonly RuleFault[] {
  const seen = new Set<string>();
  return rules.flatMap((rule, index) => {
    const id = localIdOf(rule);
    const known = seen.has(id);
    seen.add(id);
    if (!known) return [];
    const message = `two word rules of ${owner} are called "${id}"`;
    return [{ place: source.placeOf([...path, index]), message, suggestion: 'give one of them an "id"' }];
  });
}

/** A rule whose every phrase of one list holds a phrase that it forbids. */
function checkNever({ source, path, rules }: WordList): readonly RuleFault[] {
  return rules.flatMap((rule, index) => {
    const none = rule.none ?? [];
    const dead = groupsOf(rule).some((group) => group.every((phrase) => none.some((word) => holds(phrase, word))));
    if (!dead) return [];
    const message = 'this rule can never fire: "none" forbids what it looks for';
    return [{ place: source.placeOf([...path, index, 'none']), message, suggestion: null }];
  });
}

function holds(phrase: string, word: string): boolean {
  return ` ${phrase} `.includes(` ${word} `);
}

function checkAlike(lists: readonly WordList[]): readonly RuleFault[] {
  const seen = new Map<string, string>();
  return lists.flatMap(({ source, path, owner, rules }) => {
    const print = JSON.stringify(
      rules
        .map((rule) => [groupsOf(rule).map((group) => group.toSorted()), rule.none, rule.weight])
        .map((rule) => JSON.stringify(rule))
        .toSorted(),
    );
    const twin = seen.get(print);
    seen.set(print, owner);
    if (twin === undefined) return [];
    const message = `${owner} has the same words as ${twin}: no mail could tell them apart`;
    return [{ place: source.placeOf(path), message, suggestion: null }];
  });
}
