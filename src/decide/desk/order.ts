/** Mail of the desk that belongs to no ticket: answers to its lists, and orders that name what they are about. */
import { forwardedMail } from '../../parse/forwarded.ts';
import { beginsLikeCommand } from '../../understand/replies/desk/signs.ts';
import type { DeskCommand, ReplyReading } from '../../understand/reading.ts';
import { heldLines } from '../daily.ts';
import { deskQuarantine, type SourceMail } from '../letters/index.ts';
import { addressesOf, isOurDomain, type Party } from '../office.ts';
import { mastersOf, NOTHING, ordersOf, type Effects } from '../effects.ts';
import { outcome, wordCounts, type ReplyOutcome } from '../reply.ts';
import { sourceMail } from '../ticket-view.ts';
import type { Situation } from '../situation.ts';
import { startBatch } from './batch.ts';
import { carryOut } from './run.ts';

/** The whole mail is this: the list of held mails is wanted now. */
const ASKS_FOR_LIST = /^\W{0,3}(?:daftar\s+)?(?:karantina|quarantine|tahanan)\W{0,3}$/i;

/** The whole mail is this: what its writer did last is to be taken back. */
const TAKES_BACK = /^\W{0,3}(?:batal(?:kan)?|urungkan|undo)\W{0,3}$/i;

/** The whole mail is this: how the desk may answer. */
const ASKS_FOR_HELP = /^\W{0,3}(?:bantuan|help|daftar perintah|perintah apa saja)\W{0,3}$/i;

/** True where one of the desk, sufficiently sure, answers a list of ours or orders something that a mail of its own can order. */
export function isDeskOrder(it: Situation): boolean {
  if (it.desk === undefined || it.binding !== null || !wordCounts({ it, binding: null, role: 'desk' })) return false;
  if (it.desk.answers !== null) return true;
  return isOrder(it.readAs('desk')) || isPassedOn(it);
}

/** A colleague's mail, sent on without an order: it becomes his ticket as if "atas nama" stood above it. */
function isPassedOn({ message, sender, office, readAs }: Situation): boolean {
  const { commands, unclearLines } = readAs('desk');
  const from = message === null ? null : (forwardedMail(message.text)?.from ?? null);
  if (from === null || !commands.every(meansThisMail) || unclearLines.some(beginsLikeCommand)) return false;
  return isOurDomain(office, from.address) && !office.ownAddresses.includes(from.address) && !isHimself(sender, from);
}

/** "Mohon diproses" above a mail that is passed on: that very mail, none of those that are held. */
function meansThisMail(command: DeskCommand): boolean {
  return command.kind === 'release' && command.items.length === 0 && !command.all && command.address === null;
}

function isHimself(sender: Party | null, { address }: { readonly address: string }): boolean {
  return sender !== null && addressesOf(sender).includes(address.toLowerCase());
}

/** Needs no letter of ours to be understood. */
export function isOrder({ newText, commands }: ReplyReading): boolean {
  return asksForList(newText) || takesBack(newText) || asksForHelp(newText) || commands.some(standsAlone);
}

export function asksForList(newText: string): boolean {
  return ASKS_FOR_LIST.test(newText.trim().slice(0, 40));
}

function asksForHelp(newText: string): boolean {
  return ASKS_FOR_HELP.test(newText.trim().slice(0, 40));
}

function takesBack(newText: string): boolean {
  return TAKES_BACK.test(newText.trim().slice(0, 40));
}

/** Names what it is about; all others are about the ticket replied to. */
function standsAlone(command: DeskCommand): boolean {
  switch (command.kind) {
    case 'on-behalf':
      return true;
    case 'merge':
    case 'link':
    case 'archive':
      return command.ticket !== null || command.tickets.length > 0;
    case 'release':
    case 'drop':
    case 'block':
      return command.address !== null;
    case 'note':
    case 'preview':
    case 'help':
      return false;
    case 'classify':
    case 'correct':
    case 'reassign':
    case 'prioritize':
    case 'split':
    case 'why':
    case 'undo':
    case 'confirm-fulfilment':
    case 'as-team':
      return command.ticket !== null;
  }
}

/** What the desk writes in a mail of its own: it changes the tickets that it names, and no other. */
export function onDeskOrder(it: Situation): Effects {
  const { sender, message } = it;
  if (sender === null || message === null) return NOTHING;
  const read = it.readAs('desk');
  const result = orderOf(it, sender, sourceMail(it.mail.id, message, read.newText, it.papers));
  return {
    tickets: [...result.opened.map((ticket) => ticket.change), ...mastersOf(result.opened), ...result.others],
    people: [sender, ...result.people],
    letters: result.letters,
    trace: [{ rule: `desk/${read.intent}`, matched: true, detail: read.why }],
    plans: [],
    ...ordersOf(result),
    says: result.says,
    newTickets: result.opened.length,
  };
}

function orderOf(it: Situation, sender: Party, source: SourceMail): ReplyOutcome {
  const read = it.readAs('desk');
  const { rulebook, mailbox } = it.office;
  if (asksForList(read.newText)) {
    const place = { rulebook, mailbox: mailbox.address };
    return outcome('The desk asks for the list of held mails.', {
      letters: [deskQuarantine(place, sender, heldLines(it.desk?.held ?? [], it.office), source)],
    });
  }
  const order = isPassedOn(it) ? { ...read, commands: [PASSED_ON], unclearLines: [] } : read;
  return carryOut(startBatch(it, sender, source), order);
}

const PASSED_ON: DeskCommand = {
  kind: 'on-behalf',
  line: '',
  ticket: null,
  name: null,
  address: null,
  channel: null,
  text: '',
};
