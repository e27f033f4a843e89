/** What the desk says about a ticket: commands, all or none (desk/run.ts). It counts from a member who is surely one; else it is a note. */
import type { DeskCommand, ReplyReading } from '../understand/reading.ts';
import { startBatch } from './desk/batch.ts';
import { carryOut } from './desk/run.ts';
import { paperSeen } from './paper-seen.ts';
import { noteAdded, outcome, wordCounts, type Reply, type ReplyOutcome } from './reply.ts';

export function onDeskReply(reply: Reply): ReplyOutcome {
  if (!wordCounts(reply))
    return outcome('Too little authentication to count as the desk.', { events: [noteAdded(reply)] });
  const seen = paperSeen(reply);
  if (seen !== null) return seen;
  const read = withCommands(reply);
  if (read.commands.length + read.unclearLines.length === 0)
    return outcome('A note of the desk.', { events: [noteAdded(reply)] });
  return carryOut(startBatch(reply.it, reply.sender, reply.source), read);
}

/** Where the reading names none: one digit, or what would be a team's command. */
function withCommands({ it, read }: Reply): ReplyReading {
  if (read.commands.length + read.unclearLines.length > 0) return read;
  const line = read.newText.split('\n')[0] ?? '';
  if (read.intent === 'classify' && read.choice !== null) {
    const digit: DeskCommand = {
      kind: 'classify',
      line,
      ticket: null,
      choice: read.choice,
      service: null,
      variant: null,
    };
    return { ...read, commands: [digit] };
  }
  const { intent, note, label, team, audience, question, partial, hold, start } = it.readAs('rft');
  if (!isWork(intent)) return read;
  const reading = { intent, note, label, team, audience, question, partial, hold, start };
  return { ...read, commands: [{ kind: 'as-team', line, ticket: null, reading }] };
}

const WORK = ['resolve', 'reassign', 'ask-requester', 'hold', 'take', 'start'] as const;

function isWork(intent: ReplyReading['intent']): intent is (typeof WORK)[number] {
  return WORK.some((one) => one === intent);
}
