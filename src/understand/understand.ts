/**
 * From a mail and its papers to what it means: language, kind, service, variant, facts, what is provided, each with the words that led
 * there. Pure and linear in the text; policy is in the rulebook. Where the words are weak the variant stays null and the desk decides;
 * nothing is guessed. Text of the mail is only ever compared, never obeyed.
 */
import type { PaperReading } from '../parse/document.ts';
import type { InboundMessage } from '../parse/message.ts';
import { localDate, MINUTE, type LocalDate } from '../shared/time.ts';
import { classifiedByForm } from './classify/by-form.ts';
import { classify, type Classification } from './classify/classify.ts';
import { continuationIn } from './classify/continuation.ts';
import { focusOf } from './classify/focus.ts';
import { kindOf } from './classify/kind.ts';
import { languageOf } from './language.ts';
import { findTicketLike } from './facts/links.ts';
import { readText, type ReadText } from './classify/read-text.ts';
import { ownTextOf, type OwnText } from './own-text.ts';
import { partedWishes } from './parted.ts';
import { readWish, type ReadWish, type Situation, type UnderstandContext, type WishPart } from './read-wish.ts';
import type { Reading, Wish } from './reading.ts';
import { handedOn, isIrrelevant, isOnlyCopied } from './classify/relevance.ts';
import { summaryOf } from './summary.ts';

/** Text beyond this says nothing more about what is wanted. */
const MAX_SPEAKING_CHARS = 20_000;
const ASIDE =
  /\b(?:ajukan|diajukan|mengajukan|sampaikan|disampaikan|mohonkan|dimohonkan|requested?)\b[^.]{0,40}\b(?:terpisah|tersendiri|kemudian hari|lain waktu|separately)\b/i;
/** "Kata sandinya kami sampaikan terpisah": what is put off is the password of a link, not a wish. */
const SECRET = /\b(?:password|passwd|kata sandi|sandi|pin|link|tautan|kunci)/i;
/** "Mohon tindak lanjut laporan di bawah ini": what is wanted is said below. */
const POINTS_BELOW = /\b(?:di ?bawah(?: ini)?|dibawah|terlampir|below)\b/i;
const REPLY_SUBJECT = /^\s*(?:re|bls|balas)\s*:/i;
/** Share from which few words above a forwarded mail say what it is. */
const PLAINLY = 0.6;
const SUBJECT_PREFIX =
  /^\s*(?:(?:re|fw|fwd|bls|balas|trs|tr|terusan)\s*:\s*|\[(?:ext|external|eksternal|spam|caution)[^\]]{0,20}\]\s*)+/i;

export function understand(
  message: InboundMessage,
  papers: readonly PaperReading[],
  context: UnderstandContext,
): Reading {
  const own = ownTextOf(message, context.rulebook);
  const subject = message.subject.replace(SUBJECT_PREFIX, '');
  const text = withoutAsides(`${subject}.\n\n${own.speaking}`.slice(0, MAX_SPEAKING_CHARS));
  const read = readText(text, context.rulebook);
  const situation = {
    message,
    papers,
    context,
    own,
    today: sentOn(message, context),
    tickets: ticketsIn(message, own, context),
  };
  const whole = wholeWish(read, subject, situation);
  const said = withoutAsides(own.speaking.slice(0, MAX_SPEAKING_CHARS));
  const readWhole = (some: ReadText, its: Situation): ReadWish => wholeWish(some, subject, its);
  const { wishes, doubtful } = partedWishes({ text: said, subject, read, whole, readWhole }, situation);
  const continues = continuationIn(read.words, context.rulebook);
  const passed = handedOn(own, context.rulebook);
  const irrelevant = passed === 'files' ? FOR_FILES : isIrrelevant(message, whole);
  return {
    language: languageOf(read.words),
    irrelevant: continues === null ? irrelevant : null,
    irrelevance: whole.kind.irrelevance,
    onlyCopied: isOnlyCopied(message, own, context),
    ...(continues && { continues }),
    wishes: wishes
      .map(({ wish }) => (continues === null ? wish() : withoutGuessedKind(wish())))
      .map((wish) => (passed === 'informs' ? asGuess(wish) : wish)),
    ...(doubtful.length > 0 && { doubtful }),
    ownText: own.own,
  };
}

const FOR_FILES: Reading['irrelevant'] = { sure: true, evidence: 'handed on for the files' };

/** "FYI." above a mail that asks for something: whether its sender wants it done, a person finds out. */
function asGuess(wish: Wish): Wish {
  const { kind, service, variant, confidence, alternatives } = wish;
  if (kind !== 'request' && kind !== 'status') return wish;
  const guess = service === null ? [] : [{ service, variant, confidence }];
  return {
    ...wish,
    kind: 'other',
    service: null,
    variant: null,
    alternatives: [...guess, ...alternatives].slice(0, 3),
  };
}

/** What goes on with an earlier mail is like complaints and questions about its state, whatever it brings: only their words make it one. */
function withoutGuessedKind(wish: Wish): Wish {
  const { kind, evidence, service } = wish;
  const isGuessed =
    (kind === 'complaint' || kind === 'status') && !evidence.some(({ rule }) => rule.startsWith(`kind/${kind}`));
  return isGuessed ? { ...wish, kind: service === null ? 'other' : 'request' } : wish;
}

/** Sentences about what will be asked for another time say nothing of this request. */
function withoutAsides(text: string): string {
  if (!ASIDE.test(text)) return text;
  return text
    .split(/(?<=[.!?]\s)/)
    .filter((sentence) => !ASIDE.test(sentence) || SECRET.test(sentence))
    .join('');
}

/** The civil date of the mail where its sender is. */
export function sentOn(
  message: Pick<InboundMessage, 'date' | 'dateOffsetMinutes'>,
  context: Pick<UnderstandContext, 'receivedAt' | 'zone'>,
): LocalDate {
  if (message.date === null || message.dateOffsetMinutes === null) return localDate(context.receivedAt, context.zone);
  return localDate(message.date + message.dateOffsetMinutes * MINUTE, 'UTC');
}

function ticketsIn(message: InboundMessage, own: OwnText, context: UnderstandContext): readonly string[] {
  return (context.findTicketNumbers ?? findTicketLike)(
    `${message.subject}\n${own.speaking.slice(0, MAX_SPEAKING_CHARS)}`,
  );
}

/** The mail read as one wish; where the text alone says too little, its papers speak too. */
function wholeWish(read: ReadText, subject: string, situation: Situation): ReadWish {
  const { rulebook } = situation.context;
  const alone = classify(read, rulebook, {
    subject: subject === '' ? null : readText(subject, rulebook),
    focus: focusOf(read, subject, rulebook),
  });
  const above = situation.own.forwarded && alone.variant === null ? ofOwnWords(subject, situation) : null;
  if (above !== null && above.variant !== null) return readAs(read, above, situation);
  const byForm = alone.variant === null ? classifiedByForm(alone, situation.papers, rulebook) : null;
  if (byForm !== null) return readAs(read, byForm, situation);
  const papered = alone.variant === null ? withPapers(read, situation) : null;
  const byPapers = papered ? classify(papered, rulebook) : alone;
  const classification = byPapers.variant === null ? alone : byPapers;
  return readAs(read, classification, situation);
}

function readAs(read: ReadText, classification: Classification, situation: Situation): ReadWish {
  const summary = summaryOf(situation.message.subject, situation.own.speaking, situation.context.rulebook);
  const own = ownWords(situation);
  return readWish({ read, classification, summary, ...(own && { own }) }, situation);
}

/**
 * The subject of a reply is that of the mail before it: what sort of mail this one is, its own words say. Above a forwarded mail they
 * do where they ask for its state or complain.
 */
function ownWords({ own, message, context }: Situation): WishPart['own'] | null {
  const { rulebook } = context;
  if (own.body.trim() === '' || (!own.forwarded && !REPLY_SUBJECT.test(message.subject))) return null;
  const read = readText(own.body.slice(0, MAX_SPEAKING_CHARS), rulebook);
  const said = { read, classification: classify(read, rulebook) };
  if (!own.forwarded) return said;
  const { kind, confidence } = kindOf(read, said.classification, rulebook, 0);
  const isStatus = kind === 'status' && !POINTS_BELOW.test(own.body);
  return (isStatus || kind === 'complaint') && confidence >= PLAINLY ? said : null;
}

/** What the sender wrote himself above the mail that he forwards. */
function ofOwnWords(subject: string, { own, context }: Situation): Classification | null {
  if (own.body === '') return null;
  const heading = subject === '' ? null : readText(subject, context.rulebook);
  return classify(readText(own.body, context.rulebook), context.rulebook, { subject: heading, focus: null });
}

function withPapers({ text: said }: ReadText, { papers, context }: Situation): ReadText | null {
  const text = papers
    .map((paper) => paper.text.slice(0, 2000))
    .join('\n\n')
    .trim();
  return text === '' ? null : readText(`${said}\n\n${text}`, context.rulebook);
}
