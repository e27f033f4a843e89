/**
 * What a person's reply says, by role: approver, resolver team, requester, desk. Only what the person wrote counts (parse/reply-text.ts);
 * the words come from `rules/replies.yaml`. Who the writer is and which letter he answers is decided elsewhere: here are words only.
 * When in doubt the answer is `unclear`, and never an approval.
 */
import { newText } from '../../parse/reply-text.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { LocalDate } from '../../shared/time.ts';
import type { ReplyReading, ReplyRole } from '../reading.ts';
import { toWords } from '../words/normalise.ts';
import { readApproval, type ApproverContext } from './approver/approver.ts';
import { replyBody, type ReplyBody } from './body.ts';
import { readDeskAnswer } from './desk/desk.ts';
import { readRequesterAnswer } from './requester/requester.ts';
import { quotedLetter, stepOfLetter, type Step } from './requester/step.ts';
import { wantsTakenAway } from './requester/taken-away.ts';
import { postponedUntil } from './postponed.ts';
import { commonAnswer, readItems } from './items.ts';
import { namedBy } from './words.ts';
import { readTeamAnswer } from './team/rft.ts';

export interface ReplyInput {
  readonly role: ReplyRole;
  /** The mail's text and HTML as parsed, with all its quotes. */
  readonly text: string;
  readonly html?: string | null;
  /** Text of the letter that it answers, null when unknown. */
  readonly sent: string | null;
  readonly rulebook: Rulebook;
  /** What was wanted of the requester; by the letter's words where it is not known. */
  readonly step?: Step;
  /** How many numbered guesses the letter to the desk offered. */
  readonly guesses?: number;
  /** How many numbered requests the letter to an approver listed. */
  readonly listed?: number;
  /** Display name of the writer: his name under the text is no part of what he says. */
  readonly writer?: string;
  /** Name of its requester: who speaks to him by name speaks to nobody else. */
  readonly requester?: string;
  /** The mail's own civil date, from which "besok" and "Senin" count. */
  readonly today?: LocalDate;
}

/** As many as our letter lists at most. */
const MOST_GUESSES = 3;

/** What most readings do not say. */
const NOTHING = {
  note: null,
  label: null,
  team: null,
  rating: null,
  choice: null,
  strength: null,
  items: [],
  audience: null,
  question: null,
  partial: null,
  hold: null,
  start: null,
  commands: [],
  unclearLines: [],
} as const;

export function readReply(input: ReplyInput): ReplyReading {
  const { role, rulebook } = input;
  const message = { text: input.text, html: input.html ?? null };
  const own = newText(message, input.sent, input.writer ?? '').text;
  const body = replyBody(own, rulebook);
  return { role, newText: own, tickets: body.tickets, ...NOTHING, ...readAs(input, own, body) };
}

type Read = Partial<ReplyReading> & Pick<ReplyReading, 'intent' | 'confidence' | 'why' | 'unclear'>;

function readAs(input: ReplyInput, own: string, body: ReplyBody): Read {
  const { rulebook, sent, today = null } = input;
  switch (input.role) {
    case 'approver':
      return { ...readApprover(input, own, body), ...postponed(own, today) };
    case 'rft':
      return readTeamAnswer(body, rulebook, today, input.requester ?? null);
    case 'requester':
      return { ...readRequester(withNumbers(body, own), input, own), note: noteOf(own) };
    case 'desk':
      return readDeskAnswer(own, { rulebook, today, guesses: input.guesses ?? listedIn(sent) });
  }
}

function readRequester(body: ReplyBody, { rulebook, sent, text, step: known }: ReplyInput, own: string): Read {
  const step = known ?? stepOfLetter(sent ?? quotedLetter(text, own));
  return readRequesterAnswer(body, rulebook, {
    step,
    takesAway: step === 'resolved' && wantsTakenAway(sent, rulebook),
  });
}

/** Kept with whatever he wrote; it matters where that is no plain answer. */
function postponed(own: string, today: LocalDate | null): Pick<ReplyReading, 'hold'> {
  const until = today === null ? null : postponedUntil(own, today);
  return { hold: until === null ? null : { until, because: null } };
}

function readApprover(input: ReplyInput, own: string, body: ReplyBody): Read {
  const { rulebook, listed = 1 } = input;
  const context = approverContext(input);
  const read = readApproval(withAll(body, own), rulebook, context);
  if (listed <= 1 && body.tickets.length <= 1) return { ...read, note: read.intent === 'approve' ? null : noteOf(own) };
  const items = readItems(own, listed <= 1 ? 0 : listed, (piece) =>
    readApproval(replyBody(piece, rulebook), rulebook, context),
  );
  const common = listed > 1 ? commonAnswer(items, listed) : null;
  if (common !== null) {
    const strength = common === 'reject' ? null : items.some((one) => one.strength === 'weak') ? 'weak' : 'strong';
    return {
      intent: common,
      confidence: 0.9,
      strength,
      why: 'all of the list',
      unclear: null,
      items,
      note: noteOf(own),
    };
  }
  const plain = read.intent === 'approve' || read.intent === 'reject';
  const several = {
    intent: 'unclear',
    confidence: 0.5,
    strength: null,
    why: 'several requests',
    unclear: 'several-tickets',
  } as const;
  return { ...(items.length > 0 || plain ? several : read), items, note: noteOf(own) };
}

/** The highest number of the list in our letter; as many as it lists at most where it is not known. */
function listedIn(sent: string | null): number {
  const numbers = [...(sent ?? '').matchAll(/^\s{0,6}([1-9])[.)]\s/gm)].map((match) => Number(match[1]));
  return numbers.length === 0 ? MOST_GUESSES : Math.max(...numbers);
}

const NOTICE = /\bkeberatan\b|\bobject/i;
const ASKS_APPROVAL = /\b(?:persetujuan|setuju|disetujui|approv\w*)\b/i;

function approverContext({ sent, writer, rulebook }: ReplyInput): ApproverContext {
  const forms = (text: string): ReadonlySet<string> =>
    new Set(toWords(text, rulebook.abbreviations).words.map((word) => word.form));
  const notice = sent !== null && NOTICE.test(sent);
  return {
    sent: sent === null ? null : namedBy(forms(sent)),
    names: forms(writer ?? ''),
    asked: sent !== null && !notice && ASKS_APPROVAL.test(sent),
    notice,
  };
}

/** A number alone looks like the last line of a name block, but may be just what was asked for. */
function withNumbers(body: ReplyBody, own: string): ReplyBody {
  return body.text === '' && /\d|^\W*(?:satu|dua|tiga|empat|lima)\W*$/i.test(own) ? { ...body, text: own } : body;
}

/** "Y", "Oks": so short an answer looks like a name under the text. */
function withAll(body: ReplyBody, own: string): ReplyBody {
  return body.text === '' && /^\W*\p{L}{1,5}\W*$/u.test(own) ? { ...body, text: own } : body;
}

/** In the person's own words. */
function noteOf(own: string): string | null {
  return own === '' ? null : own.slice(0, 10_000);
}
