/**
 * A resolver team's answer: a short command at its beginning ("selesai: …", "TUNDA - …"), else plain sentences. "Resolved" needs plain
 * words, since it tells the requester that all is done; what is merely reported is a note, and a note stays among staff unless it says
 * that it is for the requester.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { LocalDate } from '../../../shared/time.ts';
import type { TeamReading, UnclearWhy } from '../../reading.ts';
import type { ReplyBody } from '../body.ts';
import { closesBelow } from './done.ts';
import { closesOnly } from './closes-only.ts';
import { holdIn, startIn } from '../days.ts';
import { takeLabel } from './label.ts';
import { findMentions, type ReplyView } from '../mentions.ts';
import { commandOf } from './rft-command.ts';
import { asksHim, type Asked } from './asked-him.ts';
import { asksForCommands, readSentences, takesToHimself } from './rft-sentences.ts';
import { withoutStaffLines } from './staff-lines.ts';
import { findTeam, isGivenTo } from './team.ts';
import type { TeamAnswer } from './team-answer.ts';
import { weighed } from './weighed.ts';

const TEAM_VIEW: ReplyView = {
  name: 'rft',
  classes: [
    'rft-resolve',
    'rft-note',
    'rft-note-requester',
    'rft-note-staff',
    'rft-partial',
    'rft-progress',
    'rft-reassign',
    'rft-ask',
    'rft-hold',
    'rft-take',
    'rft-start',
    'help',
    'done',
  ],
  unbroken: ['rft-resolve', 'done', 'rft-note-requester', 'rft-note-staff', 'rft-partial', 'rft-start'],
  negationWithin: 'clause',
};

export interface TeamVerdict extends TeamReading {
  readonly confidence: number;
  readonly why: string;
  readonly unclear: UnclearWhy | null;
}

const MAX_NOTE = 10_000;

/** @param requester the name of whose ticket it is, null where it is not known */
export function readTeamAnswer(
  body: ReplyBody,
  rulebook: Rulebook,
  today: LocalDate | null,
  requester: string | null = null,
): TeamVerdict {
  const { rest: whole, label, isPutRight } = takeLabel(body.text, rulebook);
  const rest = withoutStaffLines(whole, rulebook);
  const mentions = findMentions(rest, rulebook, TEAM_VIEW);
  if (mentions.words.words.length === 0) return detailed(alone(label), { rest, label, rulebook, today });
  if (isPutRight === true) {
    const other: TeamAnswer = { intent: 'note', confidence: 0.85, note: rest, why: 'puts the label right' };
    return detailed(other, { rest, label, rulebook, today });
  }
  if (asksForCommands(rest)) {
    const help: TeamAnswer = { intent: 'help', confidence: 0.85, note: null, why: 'asks for the commands' };
    return detailed(help, { rest, label, rulebook, today });
  }
  if (takesToHimself(rest)) {
    const take: TeamAnswer = { intent: 'take', confidence: 0.85, note: null, why: 'wants it himself' };
    return detailed(take, { rest, label, rulebook, today });
  }
  const asked = { rulebook, requester };
  const command = orderIn(commandOf(mentions, rest, asked), rest, asked);
  const read =
    (closesOnly(rest, rulebook) ? CLOSES : null) ??
    (command && closed(command, rest, rulebook)) ??
    sentToHim(weighed(mentions, rest, { rulebook, today, isLabelled: label !== null }), rest, asked);
  return detailed(read, { rest, label, rulebook, today });
}

const CLOSES: TeamAnswer = { intent: 'resolve', confidence: 0.9, note: null, why: 'closes, and tells nothing' };

/** "Mohon Keamanan Informasi yang ambil": a team is asked, and not the requester. */
function orderIn(command: TeamAnswer | null, text: string, asked: Asked): TeamAnswer | null {
  if (command?.intent !== 'ask-requester' || command.confidence >= 0.9) return command;
  const isOfTeam = !text.includes('?') && isGivenTo(text, asked.rulebook);
  return isOfTeam || !asksHim(text, asked) ? null : command;
}

/** Whatever sounds like a question goes to the requester only where it asks him; else it stays among staff, and the writer hears so. */
function sentToHim(read: TeamAnswer, text: string, asked: Asked): TeamAnswer {
  if (read.intent !== 'ask-requester' || asksHim(text, asked)) return read;
  return { intent: 'note', confidence: 0.5, note: text, why: 'asks somebody else', isPlain: true };
}

function alone(label: string | null): TeamAnswer {
  return label === null
    ? { intent: 'unclear', confidence: 0.5, note: null, why: 'nothing was written', unclear: 'nothing' }
    : { intent: 'note', confidence: 0.9, note: null, why: 'a label' };
}

/** A note that ends with "Selesai." on a line of its own is what was done. */
function closed(command: TeamAnswer, text: string, rulebook: Rulebook): TeamAnswer {
  if (command.isPlain && command.audience === 'requester') return doneForHim(command, rulebook);
  if (command.intent !== 'note' || command.partial || command.audience || command.note === null) return command;
  if (!closesBelow(text, rulebook)) return command;
  const note = command.note.replace(/\n\s*(?:status\s*[:=]?\s*)?\p{L}+(?: \p{L}+)?\W*$/iu, '');
  return { ...command, intent: 'resolve', confidence: 0.9, note, why: 'a note, then closed' };
}

/** "Untuk user: sandinya sudah direset, silakan dicoba": the result, in so many words. */
function doneForHim(command: TeamAnswer, rulebook: Rulebook): TeamAnswer {
  const note = command.note ?? '';
  const { intent, confidence, why } = readSentences(findMentions(note, rulebook, TEAM_VIEW), note, rulebook);
  return intent === 'resolve' ? { intent, confidence, why, note } : command;
}

interface Details {
  readonly rest: string;
  readonly label: string | null;
  readonly rulebook: Rulebook;
  readonly today: LocalDate | null;
}

function detailed(read: TeamAnswer, { rest, label, rulebook, today }: Details): TeamVerdict {
  const { intent, confidence, why } = read;
  const saysNothing = read.note === null || (intent === 'resolve' && closesOnly(read.note, rulebook));
  const note = saysNothing ? null : (read.note?.slice(0, MAX_NOTE) ?? null);
  return {
    intent,
    confidence,
    why,
    note,
    label,
    team: intent === 'reassign' ? (findTeam(rest, rulebook)?.code ?? null) : null,
    audience: intent === 'note' && note !== null ? (read.audience ?? 'staff') : null,
    question: intent === 'ask-requester' ? note : null,
    partial: read.partial ?? null,
    hold: intent === 'hold' ? holdIn(note ?? rest, today) : null,
    start: intent === 'start' ? startIn(rest, today) : null,
    ...(intent === 'note' && read.isPlain && { isPlain: true }),
    unclear: intent === 'unclear' ? (read.unclear ?? 'other') : null,
  };
}
