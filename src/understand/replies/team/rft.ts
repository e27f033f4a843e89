/**
 * A resolver team's answer: a short command at its beginning ("selesai: …", "TUNDA - …"), else plain sentences. "Resolved" needs plain
 * words, since it tells the requester that all is done; what is merely reported is a note, and a note stays among staff unless it says
 * that it is for the requester.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { LocalDate } from '../../../shared/time.ts';
import type { TeamIntent, TeamReading, UnclearWhy } from '../../reading.ts';
import type { ReplyBody } from '../body.ts';
import { closesBelow, isHeldBack, isPreparing, leansToDone } from './done.ts';
import { judgedWork } from './judged-done.ts';
import { holdIn, startIn } from '../days.ts';
import { takeLabel } from './label.ts';
import { findMentions, type ReplyView } from '../mentions.ts';
import { commandOf } from './rft-command.ts';
import { asksForCommands, readSentences, takesToHimself } from './rft-sentences.ts';
import { secondOpinion } from '../second-opinion.ts';
import { findTeam, isGivenTo } from './team.ts';
import type { TeamAnswer } from './team-answer.ts';

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

export function readTeamAnswer(body: ReplyBody, rulebook: Rulebook, today: LocalDate | null): TeamVerdict {
  const { rest, label } = takeLabel(body.text);
  const mentions = findMentions(rest, rulebook, TEAM_VIEW);
  if (mentions.words.words.length === 0) return detailed(alone(label), { rest, label, rulebook, today });
  if (asksForCommands(rest)) {
    const help: TeamAnswer = { intent: 'help', confidence: 0.85, note: null, why: 'asks for the commands' };
    return detailed(help, { rest, label, rulebook, today });
  }
  if (takesToHimself(rest)) {
    const take: TeamAnswer = { intent: 'take', confidence: 0.85, note: null, why: 'wants it himself' };
    return detailed(take, { rest, label, rulebook, today });
  }
  const command = orderIn(commandOf(mentions, rest), rest, rulebook);
  const read = (command && closed(command, rest)) ?? weighed(readSentences(mentions, rest, rulebook), rest, rulebook);
  return detailed(read, { rest, label, rulebook, today });
}

/** "Mohon Keamanan Informasi yang ambil": a team is asked, and not the requester. */
function orderIn(command: TeamAnswer | null, text: string, rulebook: Rulebook): TeamAnswer | null {
  const isLoose = command?.intent === 'ask-requester' && command.confidence < 0.9;
  return isLoose && !text.includes('?') && isGivenTo(text, rulebook) ? null : command;
}

function alone(label: string | null): TeamAnswer {
  return label === null
    ? { intent: 'unclear', confidence: 0.5, note: null, why: 'nothing was written', unclear: 'nothing' }
    : { intent: 'note', confidence: 0.9, note: null, why: 'a label' };
}

const BY_LIKENESS = new Set<TeamIntent>([
  'note',
  'reassign',
  'ask-requester',
  'hold',
  'take',
  'start',
  'help',
  'unclear',
]);

/** What a question without any known word may mean. */
const ASKED_BY_LIKENESS = new Set<TeamIntent>(['ask-requester', 'help']);
/** Who has begun takes nothing any more. */
const ALREADY_TAKEN = new Set<TeamIntent>([...BY_LIKENESS].filter((intent) => intent !== 'take'));
const UNDER_WAY = /\b(?:sedang|lagi|masih|tengah|progress?|still|currently)\b/i;

/** Odds of a judged report (as a logarithm) above which it counts: where nothing else was read in it; against another reading or a deed that may only prepare. */
const DONE_ENOUGH = { 'nothing else': -2, 'something else': 2.5 } as const;
/** Below this a report that the grammar believes is only noted. */
const DOUBTED = -9;
const NEVER_DONE = new Set<TeamIntent>(['take', 'start', 'help', 'resolve']);

/** Done by the judgement of all its clauses, or by that no report of done work at all. */
function byClauses(read: TeamAnswer, text: string, rulebook: Rulebook): TeamAnswer | null {
  const work = judgedWork(text, rulebook);
  if (work === null) return null;
  if (read.intent === 'resolve' && read.confidence < 0.9)
    return work.odds > DOUBTED ? null : { ...read, intent: 'note', confidence: 0.6, why: `open: ${work.open}` };
  const isPlain = read.intent === 'note' || read.unclear === 'other';
  const enough = DONE_ENOUGH[isPlain && !isPreparing(text, rulebook) ? 'nothing else' : 'something else'];
  if (work.odds < enough || NEVER_DONE.has(read.intent) || (read.unclear ?? 'other') !== 'other') return null;
  if (isHeldBack(text, rulebook)) return null;
  return { intent: 'resolve', confidence: 0.8, note: text, why: `reports done work: ${work.told}` };
}

function weighed(read: TeamAnswer, text: string, rulebook: Rulebook): TeamAnswer {
  const isFirm = read.intent === 'hold' && read.confidence >= 0.9;
  if (read.partial || read.unclear === 'away' || isFirm) return read;
  const done = byClauses(read, text, rulebook);
  if (done !== null) return done;
  const unsure = read.intent === 'unclear' || (read.intent === 'note' && !UNDER_WAY.test(text));
  const trust = unsure ? 0.3 : read.intent === 'resolve' ? 4 : 2;
  const may = read.unclear === 'question' ? ASKED_BY_LIKENESS : UNDER_WAY.test(text) ? ALREADY_TAKEN : BY_LIKENESS;
  const second = secondOpinion(
    { intent: read.intent, trust, leaning: leansToDone(text, rulebook) ? 'resolve' : null },
    { text, role: 'rft', rulebook, may },
  );
  if (second === null) return read;
  const intent = [...BY_LIKENESS, 'resolve' as const].find((one) => one === second.intent) ?? 'unclear';
  const note = intent === 'unclear' || intent === 'help' || intent === 'take' ? null : text;
  return {
    intent,
    note,
    confidence: second.confidence,
    why: second.why,
    ...(intent === 'unclear' && { unclear: read.unclear ?? 'other' }),
  };
}

/** A note that ends with "Selesai." on a line of its own is what was done. */
function closed(command: TeamAnswer, text: string): TeamAnswer {
  if (command.intent !== 'note' || command.partial || command.audience || command.note === null) return command;
  if (!closesBelow(text)) return command;
  const note = command.note.replace(/\n\s*(?:status\s*[:=]?\s*)?\p{L}+(?: \p{L}+)?\W*$/iu, '');
  return { ...command, intent: 'resolve', confidence: 0.9, note, why: 'a note, then closed' };
}

interface Details {
  readonly rest: string;
  readonly label: string | null;
  readonly rulebook: Rulebook;
  readonly today: LocalDate | null;
}

function detailed(read: TeamAnswer, { rest, label, rulebook, today }: Details): TeamVerdict {
  const { intent, confidence, why } = read;
  const note = read.note === null ? null : read.note.slice(0, MAX_NOTE);
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
    unclear: intent === 'unclear' ? (read.unclear ?? 'other') : null,
  };
}
