/** "Bukan saya atasannya": the requester is told and names somebody else; the person asked is not asked again, and nobody is asked on his say. */
import { localDate } from '../shared/time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { findVariant } from './catalogue.ts';
import { otherSuperiors } from './approvers.ts';
import { requesterOtherSuperior } from './letters/index.ts';
import { after, handToDesk, letterContext, outcome, type Reply, type ReplyOutcome } from './reply.ts';
import type { Person } from '../directory/person.ts';

export function declined(reply: Reply): ReplyOutcome {
  const { it, view, sender, read } = reply;
  if (findVariant(it.office.rulebook, view.state.variant)?.chain)
    return handToDesk(reply, 'An official of the chain says that it is not for him; the desk reads it.');
  const at = it.mail.receivedAt;
  const events: readonly TicketEvent[] = [
    { v: 1, at, type: 'ApproverDeclined', approver: sender.id, mail: it.mail.id },
    {
      v: 1,
      at,
      type: 'RequirementsChecked',
      mail: it.mail.id,
      missing: view.state.missing,
      verdict: 'missing',
      superior: null,
      eventDate: view.state.eventDate,
      ...(view.state.eventEnd && { eventEnd: view.state.eventEnd }),
      inJakarta: view.facts.inJakarta ?? null,
    },
  ];
  const now = { ...after(reply, events), superior: null, approver: null };
  return outcome('The person asked says that it is not for him; the requester names somebody else.', {
    events,
    letters: [
      requesterOtherSuperior(letterContext(reply, now), { who: sender, words: read.newText, named: namedIn(reply) }),
    ],
  });
}

/** Whom he names, where that is somebody in the requester's line who would do. */
function namedIn({ it, view, read, sender }: Reply): Person | null {
  const words = read.newText.toLowerCase();
  const able = otherSuperiors(view, it.office, localDate(it.mail.receivedAt, it.office.zone))
    .map(({ person }) => person)
    .filter((person) => person !== null && person.nip !== sender.person?.nip);
  const named = able.filter((person) => person !== null && isNamed(person, words));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** By address, or by a name of at least four letters that stands as a word. */
function isNamed({ name, addresses }: Person, words: string): boolean {
  if (addresses.some((address) => words.includes(address))) return true;
  const parts = name.toLowerCase().replace(/,.*$/, '').split(/\s+/);
  return parts.some((part) => part.length >= 4 && words.split(/[^\p{L}]+/u).includes(part));
}
