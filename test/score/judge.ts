/** Whether what Loket made of a mail is what its label says, field by field. */
import type { Decided } from '../../src/decide/on-mail.ts';
import type { Plan } from '../../src/decide/plan.ts';
import type { LabelledRequest, RequestLabel } from './labels.ts';

/** Null: the label says nothing about it, so it does not count. */
export interface Judged {
  readonly id: string;
  readonly kind: boolean;
  /** As many tickets as the mail has wishes; said once for each mail. */
  readonly count: boolean | null;
  readonly service: boolean | null;
  readonly variant: boolean | null;
  /** The variant was given (not null) and is wrong. */
  readonly sureAndWrong: boolean | null;
  readonly cc: boolean | null;
  readonly anyMissing: boolean | null;
  readonly missing: boolean | null;
  /** All quantities, dates and NIPs that the label has. */
  readonly facts: boolean | null;
  readonly eachFact: readonly FactJudged[];
  readonly said: string;
  readonly wanted: string;
}

export interface FactJudged {
  readonly name: 'quantity' | 'event_date' | 'nip';
  readonly right: boolean;
  readonly said: string;
  readonly wanted: string;
}

const KINDS: Readonly<Record<string, string>> = { 'status-inquiry': 'status', 'spam-or-irrelevant': 'irrelevant' };

export function judgeRequest(request: LabelledRequest, decided: Decided): readonly Judged[] {
  const { label } = request;
  if (label.kind === 'multiple') return judgeMultiple(request, decided);
  const count = decided.plans.length <= 1;
  const choices = [label, ...(request.acceptable ?? []).map((override) => ({ ...label, ...override }))];
  const judged = choices.map((choice) =>
    judgeOne(request.id, choice, {
      decided,
      plan: decided.plans[0] ?? null,
      count: decided.plans.length,
      optional: optionalOf(request),
    }),
  );
  const best =
    judged.toSorted((one, other) => score(other) - score(one))[0] ??
    judgeOne(request.id, label, { decided, plan: null, count: 0, optional: [] });
  return [{ ...best, count }];
}

/** Each wish of the label is matched with the ticket that fits it best. */
function judgeMultiple(request: LabelledRequest, decided: Decided): readonly Judged[] {
  const left = [...decided.plans];
  return (request.label.items ?? []).map((item, index) => {
    const id = `${request.id}/${index + 1}`;
    const tries = left.map((plan) => ({
      plan,
      judged: judgeOne(id, item, { decided, plan, count: 1, optional: optionalOf(request) }),
    }));
    const best = tries.toSorted((one, other) => score(other.judged) - score(one.judged))[0];
    if (best) left.splice(left.indexOf(best.plan), 1);
    const judged = best?.judged ?? judgeOne(id, item, { decided, plan: null, count: 0, optional: [] });
    return { ...judged, count: index > 0 ? null : decided.plans.length === request.label.items?.length };
  });
}

interface Said {
  readonly decided: Decided;
  readonly plan: Plan | null;
  readonly count: number;
  readonly optional: readonly string[];
}

function judgeOne(id: string, label: RequestLabel, said: Said): Judged {
  const { plan } = said;
  const kind = kindSaid(said);
  const wantedKind = KINDS[label.kind] ?? label.kind;
  const isRequest = label.kind === 'request';
  const variant = plan?.wish.variant ?? null;
  const missing = plan?.it.missing.map((requirement) => requirement.key) ?? [];
  const eachFact = plan === null ? [] : judgeFacts(plan, label);
  return {
    id,
    kind: kind === wantedKind,
    count: null,
    // A question about the state of tickets is answered from them and opens none: there is no wish to look at.
    service:
      label.service === null || (plan === null && kind === 'status' && kind === wantedKind)
        ? null
        : plan?.wish.service === label.service,
    variant: isRequest && label.variant !== null ? variant === label.variant : null,
    sureAndWrong: isRequest ? variant !== null && variant !== label.variant : null,
    cc:
      typeof label.cc_ok === 'boolean' && plan?.wish.service === label.service
        ? (plan.finding.verdict === 'ok') === label.cc_ok
        : null,
    anyMissing:
      isRequest && variant !== null && variant === label.variant
        ? missing.length > 0 === (label.missing ?? []).length > 0 || onlyOptional(missing, label, said.optional)
        : null,
    missing:
      isRequest && variant !== null && variant === label.variant
        ? sameKeys(missing, label.missing ?? [], said.optional)
        : null,
    facts: eachFact.length === 0 ? null : eachFact.every(({ right }) => right),
    eachFact,
    said: `${kind} ${variant ?? plan?.wish.service ?? '-'} [${missing.join(',')}] cc=${plan?.finding.verdict ?? '-'} ${plan?.wish.confidence ?? ''}`,
    wanted: `${wantedKind} ${label.variant ?? label.service ?? '-'} [${(label.missing ?? []).join(',')}] cc=${String(label.cc_ok)}`,
  };
}

function kindSaid({ decided, plan, count }: Said): string {
  const { disposition, noReplyReason } = decided.decision;
  if (disposition.kind === 'ignore' || disposition.kind === 'hold')
    return noReplyReason === 'outside' && plan ? plan.wish.kind : 'irrelevant';
  if (count === 0)
    return decided.decision.letters.some((letter) => letter.template === 'requester.status') ? 'status' : 'none';
  return plan?.wish.kind ?? 'none';
}

/** Quantities, dates and NIPs where the label has them. */
function judgeFacts(plan: Plan, label: RequestLabel): readonly FactJudged[] {
  const wanted = label.facts ?? {};
  const { quantity = 1, eventDate, nips = [], nip } = plan.wish.facts;
  const judged: FactJudged[] = [];
  if (typeof wanted['quantity'] === 'number' && label.kind === 'request')
    judged.push(judgeFact('quantity', String(quantity), String(wanted['quantity'])));
  if (typeof wanted['event_date'] === 'string')
    judged.push(judgeFact('event_date', String(eventDate), wanted['event_date']));
  const nipsWanted = [wanted['nip']].flat().filter((one) => typeof one === 'string');
  const found = [...nips, ...(nip === undefined ? [] : [nip])];
  if (nipsWanted.length > 0) {
    const right = nipsWanted.every((one) => found.includes(one));
    judged.push({ name: 'nip', right, said: found.join(), wanted: nipsWanted.join() });
  }
  return judged;
}

function judgeFact(name: FactJudged['name'], said: string, wanted: string): FactJudged {
  return { name, right: said === wanted, said, wanted };
}

function sameKeys(one: readonly string[], other: readonly string[], optional: readonly string[]): boolean {
  const without = (keys: readonly string[]): string =>
    [...new Set(keys)]
      .filter((key) => !optional.includes(key))
      .toSorted()
      .join();
  return without(one) === without(other);
}

function onlyOptional(missing: readonly string[], label: RequestLabel, optional: readonly string[]): boolean {
  return [...missing, ...(label.missing ?? [])].every((key) => optional.includes(key));
}

function optionalOf(request: LabelledRequest): readonly string[] {
  return (request.acceptable ?? []).flatMap((override) => override.missing_optional ?? []);
}

function score(judged: Judged): number {
  return [judged.kind, judged.service, judged.variant, judged.cc, judged.anyMissing, judged.facts].filter(
    (right) => right !== false,
  ).length;
}
