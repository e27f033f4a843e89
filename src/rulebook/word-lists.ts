/** Every list of words in the rule files, with how a text is searched for it: what no text can ever hold is told by `loket check`. */
import type { RuleFault } from './fault.ts';
import type { RuleSet } from './rule-set.ts';
import type { WordRuleFile } from './schema.ts';
import type { SourceFile, ValuePath } from '../shared/source-file.ts';

/**
 * By the roots of words or by the words themselves; `stems-as-listed`: abbreviations are written out in the text, not in the list;
 * `abbreviation`: put into what is written out; `reply/…`: as the readers of replies search for this class.
 */
export type Searching = 'stems' | 'stems-as-listed' | 'forms' | `abbreviation/${string}` | `reply/${string}`;

export interface NeverMet {
  /** The entry, or the one word of it. */
  readonly word: string;
  /** As a text that says it is read; empty where nothing is left of it. */
  readonly readAs: string;
  /** What would be met instead; null where the list already holds it, or where nothing would. */
  readonly instead: string | null;
  readonly isListed: boolean;
  /** The list is of single words, and this is read as several. */
  readonly isParted: boolean;
}

/** Why no text can meet an entry of a list; null where one can. */
export type Meets = (searching: Searching, entry: string, list: readonly string[]) => NeverMet | null;

interface WordList {
  readonly source: SourceFile;
  readonly path: ValuePath;
  readonly searching: Searching;
  readonly entries: readonly string[];
}

export function checkNeverMet(set: RuleSet, meets: Meets): readonly RuleFault[] {
  return wordLists(set).flatMap(({ source, path, searching, entries }) =>
    entries.flatMap((entry) => {
      const found = meets(searching, entry, entries);
      return found === null ? [] : [{ place: source.placeOfEntry(path, entry), ...toldOf(entry, found) }];
    }),
  );
}

function toldOf(entry: string, { word, readAs, instead, isListed, isParted }: NeverMet): Omit<RuleFault, 'place'> {
  const named = word === entry ? `"${word}"` : `"${word}" of "${entry}"`;
  const why = readAs === '' ? 'no word of a text is read so' : `in a text it is read as "${readAs}"`;
  const parted = isParted ? ', and this list is of single words' : '';
  const remedy = isListed ? 'that is in the list already: delete it' : 'delete it';
  return {
    message: `${named} is never met: ${why}${parted}`,
    suggestion: instead === null ? remedy : `write "${instead}"`,
  };
}

function wordLists(set: RuleSet): readonly WordList[] {
  return [
    ...ofServices(set),
    ...ofKinds(set),
    ...ofRequirements(set),
    ...ofArticles(set),
    ...ofTeams(set),
    ...named(set),
  ];
}

function list(source: SourceFile, path: ValuePath, searching: Searching, entries: readonly string[] = []): WordList {
  return { source, path, searching, entries };
}

function ofRules(
  source: SourceFile,
  path: ValuePath,
  searching: Searching,
  rules: readonly WordRuleFile[],
): WordList[] {
  return rules.flatMap((rule, index) => [
    list(source, [...path, index, 'any'], searching, rule.any),
    ...(rule.all ?? []).map((group, at) => list(source, [...path, index, 'all', at], searching, group)),
    list(source, [...path, index, 'none'], searching, rule.none),
  ]);
}

function ofServices({ services }: RuleSet): readonly WordList[] {
  return services.flatMap(({ source, value }) => [
    ...ofRules(source, ['words'], 'stems', value.words),
    ...value.variants.flatMap((variant, index) => {
      const at = (...path: ValuePath): ValuePath => ['variants', index, ...path];
      return [
        ...ofRules(source, at('words'), 'stems', variant.words),
        ...variant.requirements.flatMap(({ words, only_when: onlyWhen, only_without: onlyWithout }, one) => [
          list(source, at('requirements', one, 'words'), 'stems', words),
          list(source, at('requirements', one, 'only_when'), 'stems', onlyWhen),
          list(source, at('requirements', one, 'only_without'), 'stems', onlyWithout),
        ]),
        ...variant.notes.map(({ when }, one) => list(source, at('notes', one, 'when'), 'stems-as-listed', when)),
        ...variant.questions.map(({ words }, one) =>
          list(source, at('questions', one, 'words'), 'stems-as-listed', words),
        ),
      ];
    }),
  ]);
}

function ofKinds({ kinds, incidents }: RuleSet): readonly WordList[] {
  const { impact = [], urgency = [] } = incidents?.value.priorities ?? {};
  return [
    ...(kinds ? Object.entries(kinds.value).flatMap(([kind, of]) => ofRules(kinds.source, [kind], 'forms', of)) : []),
    ...(incidents
      ? [
          ...incidents.value.incidents.flatMap(({ words }, index) =>
            ofRules(incidents.source, ['incidents', index, 'words'], 'forms', words),
          ),
          ...Object.entries({ impact, urgency }).flatMap(([name, grades]) =>
            grades.map(({ words }, index) =>
              list(incidents.source, ['priorities', name, index, 'words'], 'forms', words),
            ),
          ),
          ...ofSameFault(incidents),
        ]
      : []),
  ];
}

function ofSameFault({ source, value }: NonNullable<RuleSet['incidents']>): readonly WordList[] {
  const rules = value.same_fault;
  if (rules === undefined) return [];
  return [
    ...(['personal', 'many', 'parts', 'places'] as const).map((of) =>
      list(source, ['same_fault', of], 'forms', rules[of]),
    ),
    ...(['symptoms', 'things'] as const).flatMap((of) =>
      rules[of].map(({ words }, index) => list(source, ['same_fault', of, index, 'words'], 'forms', words)),
    ),
  ];
}

function ofRequirements({ requirements }: RuleSet): readonly WordList[] {
  if (!requirements) return [];
  const { source, value } = requirements;
  const keys = ['words', 'names', 'enough_said', 'quoted'] as const;
  return [
    ...Object.entries(value.requirements).flatMap(([key, requirement]) => [
      ...keys.map((of) => list(source, ['requirements', key, of], 'stems', requirement[of])),
      list(source, ['requirements', key, 'not_when'], 'forms', requirement.not_when),
    ]),
    list(source, ['other_papers'], 'stems', value.other_papers),
  ];
}

function ofArticles({ articles }: RuleSet): readonly WordList[] {
  return articles.map(({ source, value }) => list(source, ['words'], 'stems', value.words));
}

function ofTeams({ teams }: RuleSet): readonly WordList[] {
  if (!teams) return [];
  return teams.value.teams.map(({ aliases }, index) =>
    list(
      teams.source,
      ['teams', index, 'aliases'],
      'forms',
      aliases.map((alias) => alias.toLowerCase()),
    ),
  );
}

/** Lists whose key is all that is said of them. */
function named({ replies, concepts, abbreviations, wording }: RuleSet): readonly WordList[] {
  const of = (
    file: {
      readonly source: SourceFile;
      readonly value: Readonly<Record<string, readonly string[] | undefined>>;
    } | null,
    searching: (key: string) => Searching,
  ): readonly WordList[] =>
    Object.entries(file?.value ?? {}).flatMap(([key, entries]) =>
      file === null ? [] : [list(file.source, [key], searching(key), entries)],
    );
  return [
    ...of(replies, (key) => `reply/${key}`),
    ...of(concepts, () => 'stems'),
    ...of(wording, (key) => `reply/wording-${key}`),
    ...of(abbreviations, (key) => `abbreviation/${key}`),
  ];
}
