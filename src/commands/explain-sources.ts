/** Where the rules that a mail met come from: the place in the standard, or whose decision and why. */
import type { Plan } from '../decide/plan.ts';
import { teamOf, type Office } from '../decide/office.ts';
import type { Service, Source, Variant } from '../rulebook/rulebook.ts';

export interface RuleSource {
  /** `service-level`, `requirement`, `told`, `team`, … */
  readonly rule: string;
  /** Which of several: the key of a requirement, the text of a remark, note or question, the code of a team. */
  readonly of?: string;
  /** Null where the rule file does not say. */
  readonly source: Source | null;
}

export function sourcesOf({ it }: Plan, office: Office): readonly RuleSource[] {
  const { service, variant } = it;
  if (service === null) return [];
  const team = teamOf(office, variant?.team ?? service.team);
  return [
    ...fromService(service),
    ...(variant === null ? [] : fromVariant(variant)),
    ...(team === null ? [] : [{ rule: 'team', of: team.code, source: team.source ?? null }]),
  ];
}

function fromService({ source, ccSource }: Service): readonly RuleSource[] {
  return [{ rule: 'service', source }, ...(ccSource ? [{ rule: 'cc', source: ccSource }] : [])];
}

function fromVariant(variant: Variant): readonly RuleSource[] {
  const { sources, requirements } = variant;
  const named: readonly (readonly [string, Source | undefined])[] = [
    ['variant', variant.source],
    ['service-level', sources?.serviceLevel],
    ['approval', sources?.approval],
    ['lead-time', sources?.leadTime],
    ['quantity', sources?.quantity],
    ['sensitive', sources?.sensitive],
  ];
  return [
    ...named.flatMap(([rule, source]) => (source === undefined ? [] : [{ rule, source }])),
    ...requirements.map(({ key, source }) => ({ rule: 'requirement', of: key, source })),
    ...(sources?.told ?? []).map(({ text, source }) => ({ rule: 'told', of: text, source })),
  ];
}

const LONGEST = 50;

/** `service-level: 001 ITSM.8 sla 3.a`; ours with the reason. */
export function sourceText({ rule, of, source }: RuleSource): string {
  const name = of === undefined ? rule : `${rule} "${of.length > LONGEST ? `${of.slice(0, LONGEST - 1)}…` : of}"`;
  if (source === null) return `${name}: its file does not say`;
  const ours = source.basis === 'inferred' ? ` (inferred${source.why === undefined ? '' : `: ${source.why}`})` : '';
  return `${name}: ${source.ref}${ours}`;
}
