/**
 * What a person's reply says, by role: approver, resolver team, requester, desk. Only what the person wrote counts (parse/reply-text.ts);
 * the words come from `rules/replies.yaml`. Who the writer is and which letter he answers is decided elsewhere: here are words only.
 * When in doubt the answer is `unclear`, and never an approval.
 */
import { newText } from '../parse/reply-text.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { LocalDate } from '../shared/time.ts';
import type { ReplyReading, ReplyRole } from './reading.ts';
import { toWords } from './normalise.ts';
import { readApproval, type ApproverContext } from './reply-approver.ts';
import { replyBody, type ReplyBody } from './reply-body.ts';
import { readRequesterAnswer, type Step } from './reply-requester.ts';
import { readTeamAnswer } from './reply-rft.ts';

export interface ReplyInput {
  readonly role: ReplyRole;
  /** The mail's text and HTML as parsed, with all its quotes. */
  readonly text: string;
  readonly html?: string | null;
  /** Text of the letter that it answers, null when unknown. */
  readonly sent: string | null;
  readonly rulebook: Rulebook;
  /** How many numbered guesses the letter to the desk offered. */
  readonly guesses?: number;
  /** How many numbered requests the letter to an approver listed. */
  readonly listed?: number;
  /** Display name of the writer: his name under the text is no part of what he says. */
  readonly writer?: string;
  /** The mail's own civil date, from which "besok" and "Senin" count. */
  readonly today?: LocalDate;
}

const DIGIT = /^\W{0,3}(?:pilih(?:an)?|nomor|no\.?|opsi)?\s*([1-9])\W{0,3}(?:$|\s)/i;

export function readReply(input: ReplyInput): ReplyReading {
  const own = newText({ text: input.text, html: input.html ?? null }, input.sent, input.writer ?? '').text;
  const body = replyBody(own, input.rulebook);
  const nothing = {
    role: input.role,
    newText: own,
    note: null,
    label: null,
    team: null,
    rating: null,
    choice: null,
    strength: null,
    unclear: null,
    tickets: body.tickets,
    items: [],
    audience: null,
    question: null,
    partial: null,
    hold: null,
    start: null,
    commands: [],
    unclearLines: [],
  };
  switch (input.role) {
    case 'approver': {
      const read = readApproval(body, input.rulebook, approverContext(input));
      const reason = read.intent === 'approve' ? null : noteOf(body);
      return { ...nothing, ...read, note: reason };
    }
    case 'rft':
      return { ...nothing, ...readTeamAnswer(body, input.rulebook, input.today ?? null) };
    case 'requester':
      return { ...nothing, ...readRequesterAnswer(body, input.rulebook, stepOf(input.sent)), note: noteOf(body) };
    case 'desk':
      return { ...nothing, ...readDeskAnswer(body, input.guesses ?? 3) };
  }
}

const NOTICE = /\bkeberatan\b|\bobject/i;
const ASKS_APPROVAL = /\b(?:persetujuan|setuju|disetujui|approv\w*)\b/i;

const RESOLVED_LETTER =
  /sudah (?:selesai )?kami (?:kerjakan|selesaikan)|selesai kami kerjakan|(?:sudah|telah) (?:selesai|diselesaikan|dipenuhi)|apakah sudah beres|masih ada kendala|has been (?:resolved|completed|fulfilled)|is (?:done|resolved)|does it work/i;
const WAITING_LETTER =
  /\b(?:lengkapi|melengkapi|dilengkapi|belum lengkap|kami perlukan|kami butuhkan|mohon (?:kirimkan|jawab|dijawab|informasi\w*|sebutkan|disampaikan)|bertanya|pertanyaan|please (?:send|complete|provide|answer)|is missing)\b/i;

/** What our letter wanted of the requester, by its words. */
function stepOf(sent: string | null): Step {
  if (sent === null) return 'unknown';
  if (RESOLVED_LETTER.test(sent)) return 'resolved';
  return WAITING_LETTER.test(sent) ? 'waiting' : 'unknown';
}

function approverContext({ sent, writer, rulebook }: ReplyInput): ApproverContext {
  const forms = (text: string): ReadonlySet<string> =>
    new Set(toWords(text, rulebook.abbreviations).words.map((word) => word.form));
  const asked = sent !== null && ASKS_APPROVAL.test(sent);
  return {
    sent: sent === null ? null : forms(sent),
    names: forms(writer ?? ''),
    asked,
    notice: sent !== null && !asked && NOTICE.test(sent),
  };
}

function noteOf(body: ReplyBody): string | null {
  return body.text === '' ? null : body.text.slice(0, 10_000);
}

/** One digit of those offered chooses a guess; other words are kept as a note for the ticket. */
function readDeskAnswer(
  body: ReplyBody,
  guesses: number,
): Pick<ReplyReading, 'intent' | 'confidence' | 'choice' | 'note' | 'why'> {
  const first = body.text.split('\n')[0] ?? '';
  const digit = DIGIT.exec(first)?.[1];
  const choice = digit === undefined ? null : Number(digit);
  const rest = noteOf({ ...body, text: body.text.replace(DIGIT, '').trim() });
  if (choice !== null && choice <= guesses && !first.includes('?')) {
    return { intent: 'classify', confidence: 0.95, choice, note: rest, why: `digit ${choice}` };
  }
  if (body.text === '')
    return { intent: 'unclear', confidence: 0.5, choice: null, note: null, why: 'nothing was written' };
  return { intent: 'note', confidence: 0.6, choice: null, note: noteOf(body), why: 'no command' };
}
