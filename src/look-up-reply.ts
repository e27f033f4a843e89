/** A mail read as somebody's reply, what was ours in it taken out. */
import { listedIn } from './decide/letters/index.ts';
import type { Office } from './decide/office.ts';
import type { Binding, BoundLetter, KnownTicket, Situation } from './decide/situation.ts';
import { viewOf } from './decide/ticket-view.ts';
import type { InboundMessage } from './parse/message.ts';
import type { EpochMs } from './shared/time.ts';
import type { Step } from './understand/replies/requester/step.ts';
import { readReply } from './understand/replies/reply.ts';
import type { ReplyReading, ReplyRole } from './understand/reading.ts';
import { sentOn } from './understand/understand.ts';

/** The reply read in a role, once for each role asked; parts of it each time. */
export function replyReader(
  message: InboundMessage | null,
  binding: Binding | null,
  {
    office,
    receivedAt,
    answered = null,
  }: { readonly office: Office; readonly receivedAt: EpochMs; readonly answered?: BoundLetter | null },
): Situation['readAs'] {
  const known = new Map<ReplyRole, ReplyReading>();
  const sent = ourWords(binding?.letter ?? answered) ?? binding?.quoted ?? null;
  const guesses = binding ? viewOf(binding.ticket, office).guesses : [];
  const listed = listedIn(binding?.letter?.shown ?? '')?.length ?? 0;
  const requester = binding ? requesterOf(binding.ticket) : undefined;
  return (role, part) => {
    const before = part === undefined ? known.get(role) : undefined;
    if (before) return before;
    const reading = readReply({
      role,
      text: part ?? message?.text ?? '',
      html: part === undefined ? (message?.html ?? null) : null,
      sent,
      rulebook: office.rulebook,
      ...(binding && { step: stepOf(binding) }),
      guesses: guesses.length,
      ...(listed > 1 && { listed }),
      writer: message?.from?.name ?? '',
      ...(requester !== undefined && { requester }),
      ...(message && { today: sentOn(message, { receivedAt, zone: office.zone }) }),
    });
    if (part === undefined) known.set(role, reading);
    return reading;
  };
}

function requesterOf({ people, state }: KnownTicket): string | undefined {
  return people.get(state.requester)?.name;
}

/** Letters that want something of the requester, with what they want. A reminder's step names what it reminds of. */
const WANTED: ReadonlyMap<string, Step> = new Map([
  ['requester.incomplete', 'waiting'],
  ['requester.question', 'waiting'],
  ['requester.resolved', 'resolved'],
]);
const REMINDED = /^reminder-(missing|question|confirmation|bast)\b/;

/** By the letter that he answers, so that "sudah" to an old question is no word on the result; else by where his ticket stands. */
function stepOf({ letter, ticket: { state } }: Binding): Step {
  const now = stepAt(state);
  const wanted = letter === null ? null : wantedBy(letter);
  return wanted === 'waiting' && now === 'resolved' ? 'unknown' : (wanted ?? now);
}

function wantedBy({ template, step }: BoundLetter): Step | null {
  const reminded = REMINDED.exec(step)?.[1];
  if (reminded !== undefined) return reminded === 'missing' || reminded === 'question' ? 'waiting' : 'resolved';
  return WANTED.get(template) ?? null;
}

function stepAt({ status, holdCause }: KnownTicket['state']): Step {
  switch (status) {
    case 'incomplete':
      return 'waiting';
    case 'on-hold':
      return holdCause === 'requester' ? 'waiting' : 'working';
    case 'awaiting-approval':
    case 'triage':
    case 'assigned':
      return 'working';
    case 'resolved':
    case 'closed':
      return 'resolved';
    case 'rejected':
    case 'cancelled':
      return 'unknown';
  }
}

/** What these letters quote are the reader's own commands: he may write them once more. */
const QUOTE_COMMANDS = ['desk.done', 'desk.batch-unclear'];

function ourWords(letter: BoundLetter | null): string | null {
  if (letter === null || letter.text === null || !QUOTE_COMMANDS.includes(letter.template)) return letter?.text ?? null;
  return letter.text.replace(/^\s{0,4}>.*$/gm, '');
}
