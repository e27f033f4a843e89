/** A mail read as somebody's reply, what was ours in it taken out. */
import { listedIn } from './decide/letters/index.ts';
import type { Office } from './decide/office.ts';
import type { Binding, BoundLetter, Situation } from './decide/situation.ts';
import { viewOf } from './decide/ticket-view.ts';
import type { InboundMessage } from './parse/message.ts';
import type { EpochMs } from './shared/time.ts';
import { readReply } from './understand/replies/reply.ts';
import type { ReplyReading, ReplyRole } from './understand/reading.ts';
import { sentOn } from './understand/understand.ts';

/** The reply read in a role, once for each role asked. */
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
  return (role) => {
    const before = known.get(role);
    if (before) return before;
    const reading = readReply({
      role,
      text: message?.text ?? '',
      html: message?.html ?? null,
      sent,
      rulebook: office.rulebook,
      guesses: guesses.length,
      ...(listed > 1 && { listed }),
      writer: message?.from?.name ?? '',
      ...(message && { today: sentOn(message, { receivedAt, zone: office.zone }) }),
    });
    known.set(role, reading);
    return reading;
  };
}

/** What these letters quote are the reader's own commands: he may write them once more. */
const QUOTE_COMMANDS = ['desk.done', 'desk.batch-unclear'];

function ourWords(letter: BoundLetter | null): string | null {
  if (letter === null || letter.text === null || !QUOTE_COMMANDS.includes(letter.template)) return letter?.text ?? null;
  return letter.text.replace(/^\s{0,4}>.*$/gm, '');
}
