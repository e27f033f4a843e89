/**
 * What a lead time adds to what is missing: the date and the place that it is judged by, or the fact that it has passed. Too late is told
 * and left to the desk; it is no paper that anybody could send.
 */
import type { LeadTime, Requirement, Rulebook, Variant } from '../rulebook/rulebook.ts';
import type { EpochMs } from '../shared/time.ts';
import { isFiledLate } from '../ticket/lead-time.ts';
import type { Facts } from '../understand/reading.ts';

/** Keys of the catalogue (`derived` in requirements.yaml). */
export const FILED_LATE = 'waktu-pengajuan';
export const EVENT_DATE = 'tanggal-kegiatan';
export const EVENT_PLACE = 'lokasi-kegiatan';
const DERIVED: readonly string[] = [FILED_LATE, EVENT_DATE, EVENT_PLACE];

export interface Filed {
  readonly variant: Variant | null;
  readonly facts: Facts;
  readonly receivedAt: EpochMs;
}

/** Empty where no lead time applies or it is kept. */
export function missingForLeadTime({ variant, facts, receivedAt }: Filed, rulebook: Rulebook): readonly string[] {
  const lead = variant?.leadTime;
  if (!lead) return [];
  const { eventDate } = facts;
  const inJakarta = facts.inJakarta ?? (asksPlace(lead) ? null : true);
  if (eventDate === undefined) return inJakarta === null ? [EVENT_DATE, EVENT_PLACE] : [EVENT_DATE];
  const late = isFiledLate({ receivedAt, eventDate, inJakarta }, lead, rulebook.calendar);
  if (late === null) return [EVENT_PLACE];
  return late ? [FILED_LATE] : [];
}

export function isDerived(key: string): boolean {
  return DERIVED.includes(key);
}

/** Requirements by key, in the order of the keys; those of a lead time have only their text. */
export function requirementsByKey(
  keys: readonly string[],
  variant: Variant | null,
  rulebook: Rulebook,
): readonly Requirement[] {
  return keys.flatMap((key) => variant?.requirements.find((one) => one.key === key) ?? derived(key, variant, rulebook));
}

function asksPlace(lead: LeadTime): boolean {
  return lead.asksPlace !== false && lead.inJakarta !== lead.elsewhere;
}

/** Where it is too late, the standard's own sentence about the lead time is what the requester needs. */
function derived(key: string, variant: Variant | null, rulebook: Rulebook): readonly Requirement[] {
  if (!isDerived(key)) return [];
  const text = rulebook.requirementTexts?.[key] ?? key;
  const rule = key === FILED_LATE ? (variant?.leadTime?.text ?? '') : '';
  return [
    {
      key,
      kind: 'field',
      phase: 'submission',
      text: rule === '' ? text : `${text} ${rule}`,
      words: [],
      onlyWhen: [],
      signerRank: null,
      source: { basis: 'stated', ref: 'lead_time' },
    },
  ];
}
