/**
 * A form that belongs to one service says by itself which: what is ticked on it chooses the variant, as `form_says` of the rules has it.
 * Only where the mail's own words leave the variant open, and speak for no other service.
 */
import type { PaperReading } from '../../parse/document.ts';
import type { Requirement, Rulebook, Service, Variant } from '../../rulebook/rulebook.ts';
import { surelyOn } from '../papers/told-in-papers.ts';
import type { Evidence } from '../reading.ts';
import type { Classification } from './classify.ts';

/** As sure as what is ticked. */
const CONFIDENCE = 0.95;
/** Alone it is enough to be sure. */
const WEIGHT = 60;

interface Ticked {
  readonly service: Service;
  readonly variant: Variant;
  readonly evidence: Evidence;
}

/** Null where no form chooses, where several choose differently, or where the words speak for another service. */
export function classifiedByForm(
  alone: Classification,
  papers: readonly PaperReading[],
  rulebook: Rulebook,
): Classification | null {
  const ticked = papers.flatMap((paper) => chosenOn(paper, rulebook) ?? []);
  const [first] = ticked;
  if (first === undefined || ticked.some(({ variant }) => variant !== first.variant)) return null;
  const { service, variant, evidence } = first;
  if (alone.strength > 0 && alone.service !== null && alone.service !== service.code) return null;
  return {
    service: service.code,
    variant: variant.slug,
    confidence: CONFIDENCE,
    alternatives: alone.alternatives.filter((other) => other.variant !== variant.slug),
    evidence: [evidence],
    strength: WEIGHT,
    described: true,
    about: () => service.code,
    told: () => alone.told(),
    odds: alone.odds,
  };
}

function chosenOn(paper: PaperReading, { services }: Rulebook): Ticked | null {
  const fields = surelyOn(paper);
  const fitting = services.flatMap((service) =>
    service.variants.flatMap((variant) => {
      const said = variant.requirements.flatMap((one) => (one.key === paper.type ? (saysIt(one, fields) ?? []) : []));
      return said.map((one) => ({ service, variant, ...one }));
    }),
  );
  // What one variant also allows is the first choice of another.
  const plain = fitting.filter(({ isFirst }) => isFirst);
  const [only] = plain.length > 0 ? plain : fitting;
  if (only === undefined || plain.length > 1 || (plain.length === 0 && fitting.length > 1)) return null;
  const { service, variant, words } = only;
  return { service, variant, evidence: { rule: `${variant.slug}#${paper.type}`, words, weight: WEIGHT } };
}

/** Whether the form says what the requirement wants to be said there. */
function saysIt(
  { formSays = {} }: Requirement,
  fields: PaperReading['fields'],
): { readonly isFirst: boolean; readonly words: string } | null {
  const wanted = Object.entries(formSays);
  const isSaid = wanted.length > 0 && wanted.every(([field, values]) => values.includes(fields[field] ?? ''));
  if (!isSaid) return null;
  return {
    isFirst: wanted.every(([field, [first]]) => fields[field] === first),
    words: wanted.map(([field]) => `${field}: ${fields[field] ?? ''}`).join(', '),
  };
}
