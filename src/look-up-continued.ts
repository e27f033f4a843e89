/** Which of his own tickets a person's mail goes on with that says so and names none. */
import { continuable, evidentOf } from './decide/continued.ts';
import type { Office } from './decide/office.ts';
import type { Binding, Situation } from './decide/situation.ts';
import { isDeskMember } from './look-up-desk.ts';
import { findAll } from './look-up-named.ts';
import type { LedgerRow, Tickets } from './record/store.ts';

const MOST_OWN_TICKETS = 20;
/** As many as a letter has buttons. */
const MOST_SHOWN = 3;

interface From {
  readonly tickets: Tickets;
  readonly office: Office;
}

/** The ticket where that is evident, else those among which a person has to choose; empty where it goes on with none. */
export async function continuedBy(
  { message, reading, sender }: Pick<Situation, 'message' | 'reading' | 'sender'>,
  { receivedAt }: Pick<LedgerRow, 'receivedAt'>,
  from: From,
): Promise<{ readonly binding?: Binding } & Pick<Situation, 'mayContinue'>> {
  if (message === null || message.machine !== null || reading?.continues === undefined) return {};
  if (sender === null || sender.person === null || isDeskMember(from.office, sender)) return {};
  const lines = await from.tickets.ofRequester(sender.id, MOST_OWN_TICKETS);
  const own = await findAll(
    lines.map(({ number }) => number),
    from,
  );
  const found = continuable(own, { reading, receivedAt, office: from.office });
  const ticket = evidentOf(found, message.grade);
  if (ticket !== null) return { binding: { ticket, how: 'said', letter: null, quoted: null } };
  return found.length > 0 ? { mayContinue: found.slice(0, MOST_SHOWN) } : {};
}
