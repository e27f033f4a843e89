/** Cross-checks of chains of officials: every post is in officials.yaml, no post stands twice in a row, and a way that cannot be gone is told. */
import { suggestName } from '../shared/nearest.ts';
import type { Shaped } from '../shared/check-shape.ts';
import type { ValuePath } from '../shared/source-file.ts';
import type { RuleFault } from './fault.ts';
import type { RuleSet } from './rule-set.ts';
import type { ServiceFile, VariantFile } from './service-schema.ts';

export function checkChains(set: RuleSet): readonly RuleFault[] {
  return [...checkOfficials(set), ...set.services.flatMap((service) => checkService(service, set))];
}

function checkOfficials({ officials }: RuleSet): readonly RuleFault[] {
  if (!officials) return [];
  const codes = officials.value.officials.map(({ code }) => code);
  return codes.flatMap((code, index) =>
    codes.indexOf(code) === index
      ? []
      : [
          {
            place: officials.source.placeOf(['officials', index, 'code']),
            message: `official "${code}" occurs twice`,
            suggestion: null,
          },
        ],
  );
}

function checkService(service: Shaped<ServiceFile>, set: RuleSet): readonly RuleFault[] {
  return service.value.variants.flatMap((variant, index) =>
    (['onward', 'back'] as const).flatMap((way) => checkWay(service, { variant, index, way, set })),
  );
}

interface Way {
  readonly variant: VariantFile;
  readonly index: number;
  readonly way: 'onward' | 'back';
  readonly set: RuleSet;
}

function checkWay({ source }: Shaped<ServiceFile>, { variant, index, way, set }: Way): readonly RuleFault[] {
  const known = (set.officials?.value.officials ?? []).map(({ code }) => code);
  const links = variant.chain?.[way] ?? [];
  const fault = (path: ValuePath, message: string, suggestion: string | null): RuleFault => ({
    place: source.placeOf(['variants', index, 'chain', way, ...path]),
    message,
    suggestion,
  });
  return links.flatMap(({ official, on_no: onNo }, at) => [
    ...(known.includes(official)
      ? []
      : [
          fault(
            [at, 'official'],
            `official "${official}" is not in officials.yaml`,
            suggestName(official, known) ?? (known.length === 0 ? 'add the file' : `known: ${known.join(', ')}`),
          ),
        ]),
    ...(links[at - 1]?.official === official
      ? [fault([at, 'official'], `official "${official}" follows himself`, 'remove one of the two')]
      : []),
    ...(way === 'onward' && onNo === 'team'
      ? [fault([at, 'on_no'], 'nothing has been done yet that a team could do over', 'write "end" or "requester"')]
      : []),
  ]);
}
