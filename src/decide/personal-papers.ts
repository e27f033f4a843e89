/** Which papers of a mail are personal by the rules of the office: identity cards, decrees, death certificates. They are kept for a time only. */
import type { PaperReading } from '../parse/document.ts';
import type { RetentionPolicy } from '../rulebook/retention.ts';
import type { Variant } from '../rulebook/rulebook.ts';
import { toWords } from '../understand/words/normalise.ts';
import { requirementsMet } from '../understand/requirements.ts';
import { findVariant } from './catalogue.ts';
import type { PersonalMail } from './decision.ts';
import type { Plan } from './plan.ts';
import type { Situation } from './situation.ts';

/** Kinds of paper, or keys of what they stand for; null where there are none. */
export function personalMail(it: Situation, plans: readonly Plan[]): PersonalMail | null {
  const policy = it.office.rulebook.retention;
  if (policy === undefined) return null;
  const kinds = [
    ...new Set([...it.papers.flatMap((paper) => kindOf(paper, policy)), ...standingFor(it, plans, policy)]),
  ];
  return kinds.length === 0 ? null : { mail: it.mail.id, what: 'keep', kinds: kinds.toSorted() };
}

/** What only its name says is enough here: nobody is hurt by a paper that is deleted as if it were personal. */
function kindOf({ type, claim }: PaperReading, { kinds }: RetentionPolicy): readonly string[] {
  return kinds.filter((kind) => kind === type || kind === claim);
}

/** Files that were sent for a requirement whose papers are personal, whether anybody could read them or not. */
function standingFor(it: Situation, plans: readonly Plan[], { requirements }: RetentionPolicy): readonly string[] {
  const opened = plans.flatMap(({ wish }) => wish.provided);
  const variant = it.binding === null ? null : findVariant(it.office.rulebook, it.binding.ticket.state.variant);
  const supplied = variant === null ? [] : suppliedFor(variant, it, requirements);
  return [...opened, ...supplied]
    .filter(({ key, where }) => requirements.includes(key) && (where === 'file' || where === 'document'))
    .map(({ key }) => key);
}

function suppliedFor(
  variant: Variant,
  it: Situation,
  keys: readonly string[],
): ReturnType<typeof requirementsMet>['provided'] {
  const isAsked = variant.requirements.some(({ key }) => keys.includes(key));
  if (!isAsked || it.message === null || it.message.attachments.length === 0) return [];
  const { rulebook } = it.office;
  return requirementsMet(variant, {
    words: toWords(it.reading?.ownText ?? '', rulebook.abbreviations),
    attachments: it.message.attachments,
    papers: it.papers,
    facts: {},
    rulebook,
  }).provided;
}
