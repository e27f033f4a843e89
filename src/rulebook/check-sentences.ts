/** The variants and services that sentences and incidents are said to be about must exist. */
import type { RuleFault } from './fault.ts';
import { suggestName } from '../shared/nearest.ts';
import type { RuleSet } from './rule-set.ts';
import type { SourceFile, ValuePath } from '../shared/source-file.ts';

const KINDS = ['incident', 'complaint', 'question', 'status'] as const;

interface Named {
  readonly source: SourceFile;
  readonly path: ValuePath;
  readonly name: string;
  readonly known: readonly string[];
  readonly what: string;
}

export function checkSentences(set: RuleSet): readonly RuleFault[] {
  if (!set.hasAllServices) return [];
  return namesIn(set)
    .filter(({ name, known }) => !known.includes(name))
    .map(({ source, path, name, known, what }) => ({
      place: source.placeOf(path),
      message: `${what} "${name}" is in no service file`,
      suggestion: suggestName(name, known),
    }));
}

function namesIn({ sentences, incidents, services }: RuleSet): readonly Named[] {
  const slugs = services.flatMap(({ value }) => value.variants.map((variant) => `${value.code}/${variant.id}`));
  const codes = services.map(({ value }) => value.code);
  const routes = (incidents?.value.incidents ?? []).flatMap((route, index) =>
    incidents && route.service !== undefined
      ? [{ source: incidents.source, path: ['incidents', index, 'service'], name: route.service }]
      : [],
  );
  const ofVariants = Object.keys(sentences?.value.requests ?? {});
  const ofServices = KINDS.flatMap((kind) => Object.keys(sentences?.value[kind] ?? {}).map((name) => ({ kind, name })));
  return [
    ...routes.map((route) => ({ ...route, known: codes, what: 'service' })),
    ...(sentences
      ? [
          ...ofVariants.map((name) => ({
            source: sentences.source,
            path: ['requests', name],
            name,
            known: slugs,
            what: 'variant',
          })),
          ...ofServices.map(({ kind, name }) => ({
            source: sentences.source,
            path: [kind, name],
            name,
            known: [...codes, 'general'],
            what: 'service',
          })),
        ]
      : []),
  ];
}
