/** Carries out what the desk wrote: the table of commands, all or none, and the letters that answer it. */
import type { DeskCommand, ReplyReading } from '../../understand/reading.ts';
import type { TicketChange } from '../decision.ts';
import type { Letter } from '../letter.ts';
import { deskBatchUnclear, deskDone, deskHelp, deskWhy, type DeskContext, type Undoable } from '../letters/index.ts';
import { outcome, type ReplyOutcome } from '../reply.ts';
import { archive, confirmFulfilment, reassign } from './move.ts';
import { asTeam, note } from './team-word.ts';
import { isRefused, type Batch, type Deed, type RefusedLine, type Step } from './batch.ts';
import { onBehalf } from './behalf.ts';
import { link, merge } from './gather.ts';
import { FINAL } from './codes.ts';
import { settle } from './held.ts';
import { sort } from './sort.ts';
import { split } from './split.ts';
import { boundTogether, movedTickets, undo } from './undo.ts';
import { prioritize } from './prioritize.ts';
import { whyOf } from './why.ts';

/** What the desk orders and the decision has to carry out, besides the ticket replied to. */
export interface Carried extends ReplyOutcome {
  readonly kind: 'nothing' | 'refused' | 'preview' | 'done';
}

export function carryOut(start: Batch, read: ReplyReading): Carried {
  const asked = read.commands.filter(({ kind }) => !isQuestion(kind));
  const { batch, refused } = runAll(start, asked);
  const faults = [...read.unclearLines.map((line): RefusedLine => ({ line, why: 'not-understood' })), ...refused];
  const answers = answersOf(start, read.commands);
  if (faults.length > 0)
    return {
      ...outcome('The desk is asked to write it again; nothing was done.', { letters: [quotedBack(start, faults)] }),
      kind: 'refused',
    };
  if (read.commands.some(({ kind }) => kind === 'preview'))
    return {
      ...outcome('Told what would happen; nothing was done.', { letters: [receipt(batch, true), ...answers] }),
      kind: 'preview',
    };
  if (asked.length === 0) return { ...outcome('The desk asked; answered.', { letters: answers }), kind: 'nothing' };
  return { ...settled(boundTogether(batch), answers), kind: 'done' };
}

/** Those that only ask change nothing, and stand beside others. */
function isQuestion(kind: DeskCommand['kind']): boolean {
  return kind === 'why' || kind === 'preview' || kind === 'help';
}

function runAll(
  start: Batch,
  commands: readonly DeskCommand[],
): { readonly batch: Batch; readonly refused: readonly RefusedLine[] } {
  const refused: RefusedLine[] = [];
  let batch = start;
  for (const command of commands) {
    const step = run({ ...batch, line: command.line }, command);
    if (isRefused(step)) refused.push({ line: command.line, why: step });
    else batch = { ...step, deeds: withLine(step.deeds, batch.deeds.length, command.line) };
  }
  return { batch, refused };
}

/** @param before how many of them others have done */
function withLine(deeds: readonly Deed[], before: number, line: string): readonly Deed[] {
  return deeds.map((deed, index) => (index < before ? deed : { ...deed, line }));
}

function run(batch: Batch, command: DeskCommand): Step {
  switch (command.kind) {
    case 'classify':
    case 'correct':
      return sort(batch, command);
    case 'reassign':
      return reassign(batch, command);
    case 'prioritize':
      return prioritize(batch, command);
    case 'on-behalf':
      return onBehalf(batch, command);
    case 'merge':
      return merge(batch, command);
    case 'split':
      return split(batch, command);
    case 'link':
      return link(batch, command);
    case 'archive':
      return archive(batch, command);
    case 'confirm-fulfilment':
      return confirmFulfilment(batch, { ...command, kind: 'confirm-fulfilment' });
    case 'release':
    case 'drop':
    case 'block':
      return settle(batch, command);
    case 'undo':
      return undo(batch, { ...command, kind: 'undo' });
    case 'note':
      return note(batch, command);
    case 'as-team':
      return asTeam(batch, command);
    case 'why':
    case 'preview':
    case 'help':
      return batch;
  }
}

/** Events of the ticket replied to go with the reply; those of others are changes of their own. */
function settled(batch: Batch, answers: readonly Letter[]): ReplyOutcome {
  const own = [...batch.tickets.values()].find(({ view }) => view.number === batch.own);
  const others = [...batch.tickets.values()].filter(
    ({ view, events, texts }) => view.number !== batch.own && events.length + texts.length > 0,
  );
  return outcome(`The desk: ${batch.deeds.map(({ kind }) => kind).join(', ')}.`, {
    events: own?.events ?? [],
    texts: own?.texts ?? [],
    others: [
      ...others.map(({ known, events, texts }): TicketChange => ({
        number: known.number,
        expectedVersion: known.version,
        events: [attached(batch), ...events],
        texts,
      })),
      ...batch.others,
    ],
    opened: batch.opened,
    people: batch.people,
    letters: [
      ...lastOfEach(batch),
      ...(batch.deeds.every(({ shown }) => shown) ? [] : [receipt(batch, false)]),
      ...answers,
    ],
    mailOrders: batch.mailOrders,
    addressOrders: batch.addressOrders,
  });
}

function attached({ it, sender }: Batch): TicketChange['events'][number] {
  return { v: 1, at: it.mail.receivedAt, type: 'MailAttached', mail: it.mail.id, writer: sender.id, role: 'desk' };
}

/**
 * Of two letters that say the same kind of thing about a ticket to one person, only what is so in the end. The desk's mail is what caused
 * them, whatever mail they go along with: a letter that left before leaves once more.
 */
function lastOfEach({ letters, it }: Batch): readonly Letter[] {
  const key = ({ ticket, template, step, person }: Letter): string => [ticket, template, step, person].join('\0');
  const last = new Map(letters.map((letter) => [key(letter), letter]));
  return letters
    .filter((letter) => last.get(key(letter)) === letter)
    .map((letter) => ({ ...letter, source: it.mail.id }));
}

function answersOf(batch: Batch, commands: readonly DeskCommand[]): readonly Letter[] {
  const why = commands.filter((command) => command.kind === 'why').flatMap((command) => whyOf(batch, command));
  const help = commands.some(({ kind }) => kind === 'help') ? [deskHelp(replyContext(batch))] : [];
  return [...why.map(({ about, steps }) => deskWhy(replyContext(batch, about), about, steps)), ...help];
}

function quotedBack(batch: Batch, faults: readonly RefusedLine[]): Letter {
  return deskBatchUnclear(replyContext(batch), faults);
}

function receipt(batch: Batch, preview: boolean): Letter {
  return deskDone(replyContext(batch), batch.deeds, preview, undoOf(batch));
}

/** What `batal` will have to put back. */
function undoOf(batch: Batch): Undoable {
  return {
    tickets: movedTickets(batch),
    mails: batch.mailOrders.flatMap(({ mail, what }) =>
      what === 'hold' ? [] : [{ mail, what, from: batch.mailNames.get(mail) ?? '' }],
    ),
    addresses: batch.addressOrders
      .filter(({ mark, what }) => mark === 'blocked' && what === 'set')
      .map(({ address }) => address),
    stays: batch.deeds
      .filter(({ kind }) => FINAL.includes(kind))
      .map(({ kind, line, ticket, to }) => ({
        line: line ?? '',
        ticket: kind === 'opened' ? ticket : kind === 'split' || kind === 'split-up' ? to : null,
      })),
  };
}

/** Letters to whoever of the desk wrote, in the thread of his mail; about the one ticket that it is about, where it is one. */
function replyContext({ it, sender, source, own, tickets, deeds }: Batch, asked: string | null = null): DeskContext {
  const about = asked ?? own ?? deeds.find(({ ticket }) => ticket !== null)?.ticket ?? null;
  const hand = [...tickets.values()].find(({ view }) => view.number === about);
  const { rulebook, mailbox } = it.office;
  return {
    rulebook,
    mailbox: mailbox.address,
    writer: sender,
    source,
    ticket: hand?.view.number ?? null,
    stem: hand?.view.stem ?? null,
  };
}
