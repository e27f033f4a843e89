/**
 * While somebody is asked for his yes, the requester adds to what he asks for or puts it right. What was agreed to is what was shown: all
 * who are asked see it anew, and an answer to what they were shown before counts no more.
 */
import type { TicketEvent } from '../ticket/event.ts';
import type { Facts } from '../understand/reading.ts';
import { askEvent, askLetter } from './ask.ts';
import { findVariant } from './catalogue.ts';
import type { Letter } from './letter.ts';
import { requesterProgress } from './letters/index.ts';
import { partyOf, type Party } from './office.ts';
import { handToDesk, letterContext, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import { fold } from './fold.ts';
import { suppliedAfter } from './requester-supply.ts';
import { TEXT, type TicketView } from './ticket-view.ts';

export function changeWhileAsked(reply: Reply): ReplyOutcome {
  const { it, view } = reply;
  const asked = allAsked(reply);
  // Officials who have confirmed it confirmed something else: a person sees what becomes of the way.
  if (asked.length === 0 || findVariant(it.office.rulebook, view.state.variant)?.chain)
    return handToDesk(reply, 'The requester wrote while the approval is open; the desk reads it.');
  const changed = changedView(reply);
  const step = (view.state.approval?.step ?? 0) + 1;
  const events = asked.reduce<readonly TicketEvent[]>((before, approver) => {
    const now = { ...changed, state: fold(view.state, before) };
    return [...before, askEvent(now, { approver, step }, it)];
  }, []);
  const final: TicketView = { ...changed, state: fold(view.state, events) };
  const context = letterContext(reply, final);
  return outcome('The requester changed what he asks for; whoever is asked sees it anew.', {
    events,
    texts: [
      { name: TEXT.ownText, text: final.ownText },
      { name: TEXT.facts, text: JSON.stringify(final.facts) },
      { name: TEXT.supplied, text: JSON.stringify(final.supplied) },
    ],
    letters: [
      requesterProgress(context, 'changed'),
      ...asked.map((approver): Letter => {
        const shown = { ...final, approver };
        return askLetter(shown, approver, { context, office: it.office, isChanged: true });
      }),
    ],
  });
}

/** Whoever was asked last comes last again: reminders go to him. */
function allAsked({ it, view, binding }: Reply): readonly Party[] {
  const { approval } = view.state;
  if (approval === null) return [];
  return [...(approval.others ?? []), approval.approver].flatMap((id) => {
    const row = binding.ticket.people.get(id);
    return row && row.address !== '' ? [partyOf(it.office, row)] : [];
  });
}

/** The newest words first: they are what a reader may not miss. */
function changedView(reply: Reply): TicketView {
  const { view, read } = reply;
  return {
    ...view,
    ownText: [read.newText, view.ownText].filter((text) => text.trim() !== '').join('\n\n'),
    facts: withoutContradicted(view.facts, reply.it.reading?.wishes[0]?.facts ?? {}),
    supplied: suppliedAfter(reply),
  };
}

/** Which of two is meant, the words say; a line of ours that holds on to the old one would not. */
function withoutContradicted(before: Facts, said: Facts): Facts {
  const { application, quantity, applicant, applicants, nip, nips, ...rest } = before;
  const stands = (key: keyof Facts): boolean =>
    said[key] === undefined || JSON.stringify(said[key]) === JSON.stringify(before[key]);
  return {
    ...rest,
    ...(application !== undefined && stands('application') && { application }),
    ...(quantity !== undefined && stands('quantity') && { quantity }),
    ...(applicant !== undefined && stands('applicant') && { applicant }),
    ...(applicants !== undefined && stands('applicants') && { applicants }),
    ...(nip !== undefined && stands('nip') && { nip }),
    ...(nips !== undefined && stands('nips') && { nips }),
  };
}
