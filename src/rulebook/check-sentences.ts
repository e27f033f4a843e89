/** The services and variants that examples and incidents are said to be about must exist. */
import type { RuleFault } from './fault.ts';
import { suggestName } from '../shared/nearest.ts';
import type { RuleSet } from './rule-set.ts';
import type { SourceFile, ValuePath } from '../shared/source-file.ts';

interface Named {
  readonly source: SourceFile;
  readonly path: ValuePath;
  readonly name: string;
  readonly known: readonly string[];
  readonly what: string;
}

/** Examples about no service of the catalogue. */
const GENERAL = 'general';

export function checkSentences(set: RuleSet): readonly RuleFault[] {
  if (!set.hasAllServices) return [];
  const unknown = [...incidentServices(set), ...exampleFiles(set), ...exampleVariants(set)]
    .filter(({ name, known }) => !known.includes(name))
    .map(({ source, path, name, known, what }) => ({
      place: source.placeOf(path),
      message: `${what} "${name}" is in no service file`,
      suggestion: suggestName(name, known),
    }));
  return [...unknown, ...saidTwice(set)];
}

/** One sentence cannot mean two things: nothing can be learnt from it. */
function saidTwice({ examples }: RuleSet): readonly RuleFault[] {
  const known = new Map<string, string>();
  return examples.flatMap(({ source, value, about }) => {
    const { requests, ...others } = value;
    const lists: readonly (readonly [ValuePath, readonly string[]])[] = [
      ...Object.entries(requests).map(([name, texts]) => [['requests', name], texts] as const),
      ...Object.entries(others).map(([kind, texts]) => [[kind], texts] as const),
    ];
    return lists.flatMap(([path, texts]) =>
      texts.flatMap((text) => {
        const key = text.toLowerCase().replace(/\s+/g, ' ');
        const here = [about, ...path].join(' ');
        const there = known.get(key) ?? here;
        known.set(key, there);
        if (there === here) return [];
        return [
          {
            place: source.placeOf(path),
            message: `"${text.slice(0, LONGEST)}" stands here and under ${there}`,
            suggestion: 'keep it where it belongs',
          },
        ];
      }),
    );
  });
}

const LONGEST = 60;

function incidentServices({ incidents, services }: RuleSet): readonly Named[] {
  if (!incidents) return [];
  const { source, value } = incidents;
  const known = services.map((service) => service.value.code);
  return value.incidents.flatMap(({ service }, index) =>
    service === undefined
      ? []
      : [{ source, path: ['incidents', index, 'service'], name: service, known, what: 'service' }],
  );
}

function exampleFiles({ examples, services }: RuleSet): readonly Named[] {
  const known = [...services.map(({ value }) => value.code), GENERAL];
  return examples.map(({ source, about }) => ({ source, path: [], name: about, known, what: 'service' }));
}

function exampleVariants({ examples, services }: RuleSet): readonly Named[] {
  return examples.flatMap(({ source, value, about }) => {
    const service = services.find((one) => one.value.code === about);
    if (!service && about !== GENERAL) return [];
    const known = service?.value.variants.map(({ id }) => id) ?? [];
    return Object.keys(value.requests).map((name) => ({
      source,
      path: ['requests', name],
      name,
      known,
      what: 'variant',
    }));
  });
}
