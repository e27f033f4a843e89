/**
 * From a mail and its papers to what it means: language, kind, service, variant, facts, what is provided, each with the words that led
 * there. Pure and linear in the text; policy is in the rulebook. Where the words are weak the variant stays null and the desk decides;
 * nothing is guessed. Text of the mail is only ever compared, never obeyed.
 */
import type { Directory } from '../directory/person.ts';
import type { PaperReading } from '../parse/document.ts';
import type { InboundMessage } from '../parse/message.ts';
import type { Rulebook, Variant } from '../rulebook/rulebook.ts';
import { localDate, MINUTE, type EpochMs, type LocalDate, type ZoneId } from '../shared/time.ts';
import { classify, twinKey, type Classification } from './classify.ts';
import { factsOf } from './facts.ts';
import { kindOf, type KindReading } from './kind.ts';
import { languageOf } from './language.ts';
import { lexiconOf } from './lexicon.ts';
import { findTicketLike } from './links.ts';
import { toWords, type Words } from './normalise.ts';
import { ownTextOf, type OwnText } from './own-text.ts';
import { findPhrases } from './phrases.ts';
import type { Evidence, Provided, Reading, Wish } from './reading.ts';
import { isIrrelevant, isOnlyCopied } from './relevance.ts';
import { requirementsMet } from './requirements.ts';
import { summaryOf, summaryOfPart } from './summary.ts';
import { splitWishes } from './wishes.ts';
import { firedRules } from './words.ts';

export interface UnderstandContext {
  readonly rulebook: Rulebook;
  readonly directory: Directory;
  /** Our mailbox and its aliases, lower case. */
  readonly ourAddresses: readonly string[];
  readonly receivedAt: EpochMs;
  readonly zone: ZoneId;
  /** Ticket numbers of ours in a text, check digits tested; without it, text of that form is taken. */
  readonly findTicketNumbers?: (text: string) => readonly string[];
}

interface Situation {
  readonly message: InboundMessage;
  readonly papers: readonly PaperReading[];
  readonly context: UnderstandContext;
  readonly own: OwnText;
  readonly today: LocalDate;
  readonly tickets: readonly string[];
}

/** Text beyond this says nothing more about what is wanted. */
const MAX_SPEAKING_CHARS = 60_000;
const SUBJECT_PREFIX = /^\s*(?:(?:re|fw|fwd|bls|balas|trs|tr|terusan)\s*:\s*|\[[^\]]{1,40}\]\s*)+/i;

export function understand(
  message: InboundMessage,
  papers: readonly PaperReading[],
  context: UnderstandContext,
): Reading {
  const own = ownTextOf(message);
  const subject = message.subject.replace(SUBJECT_PREFIX, '');
  const text = `${subject}.\n\n${own.speaking}`.slice(0, MAX_SPEAKING_CHARS);
  const words = toWords(text, context.rulebook.abbreviations);
  const situation = {
    message,
    papers,
    context,
    own,
    today: sentOn(message, context),
    tickets: ticketsIn(message, own, context),
  };
  const whole = wholeWish(words, situation);
  const wishes = wishesOf(whole, situation);
  return {
    language: languageOf(words),
    irrelevant: isIrrelevant(message, whole),
    onlyCopied: isOnlyCopied(message, own, context.ourAddresses),
    wishes: wishes.map((wish) => wish.wish),
    ownText: own.own,
  };
}

/** The civil date of the mail where its sender is. */
function sentOn(message: InboundMessage, context: UnderstandContext): LocalDate {
  if (message.date === null || message.dateOffsetMinutes === null) return localDate(context.receivedAt, context.zone);
  return localDate(message.date + message.dateOffsetMinutes * MINUTE, 'UTC');
}

function ticketsIn(message: InboundMessage, own: OwnText, context: UnderstandContext): readonly string[] {
  return (context.findTicketNumbers ?? findTicketLike)(
    `${message.subject}\n${own.speaking.slice(0, MAX_SPEAKING_CHARS)}`,
  );
}

export interface ReadWish {
  readonly wish: Wish;
  readonly kind: KindReading;
  readonly classification: Classification;
}

/** The mail read as one wish; where the text alone says too little, its papers speak too. */
function wholeWish(words: Words, situation: Situation): ReadWish {
  const { rulebook } = situation.context;
  const alone = classify(words, rulebook);
  const papered = alone.variant === null ? paperWords(words, situation) : null;
  const byPapers = papered ? classify(papered, rulebook) : alone;
  const classification = byPapers.variant === null ? alone : byPapers;
  return readWish(
    { words, classification, summary: summaryOf(situation.message.subject, situation.own.speaking) },
    situation,
  );
}

function paperWords(words: Words, { papers, context }: Situation): Words | null {
  const text = papers
    .map((paper) => paper.text.slice(0, 2000))
    .join('\n\n')
    .trim();
  return text === '' ? null : toWords(`${words.text}\n\n${text}`, context.rulebook.abbreviations);
}

function wishesOf(whole: ReadWish, situation: Situation): readonly ReadWish[] {
  const { rulebook } = situation.context;
  if (whole.wish.kind === 'status' || whole.wish.kind === 'complaint' || whole.wish.kind === 'question') return [whole];
  const parts = splitWishes(situation.own.speaking.slice(0, MAX_SPEAKING_CHARS), rulebook);
  if (parts.length < 2) return [whole];
  return parts.map(({ text, words, classification }) =>
    readWish({ words, classification, summary: summaryOfPart(text) }, situation),
  );
}

function readWish(
  part: { readonly words: Words; readonly classification: Classification; readonly summary: string },
  situation: Situation,
): ReadWish {
  const { words, classification } = part;
  const { rulebook } = situation.context;
  const kind = kindOf(words, classification, rulebook, situation.tickets.length);
  const found = variantOf(rulebook, classification.variant);
  const facts = factsOf({
    words,
    signature: situation.own.signature,
    papers: situation.papers,
    variant: found,
    today: situation.today,
    ticketNumbers: situation.tickets,
  });
  const variant = twinByNumber(found, facts.quantity ?? null, rulebook);
  const met = variant
    ? requirementsMet(variant, {
        words,
        attachments: situation.message.attachments,
        papers: situation.papers,
        facts,
        rulebook,
      })
    : { provided: [], notAsked: [] };
  const wish: Wish = {
    kind: kind.kind,
    service: classification.service,
    variant: variant?.slug ?? null,
    confidence: classification.confidence,
    alternatives: classification.alternatives,
    facts,
    provided: [...met.provided, ...(variant ? inDirectory(variant, situation) : [])],
    notAsked: met.notAsked,
    evidence: [...classification.evidence, ...kind.evidence],
    summary: part.summary,
    incident: kind.kind === 'incident' ? incidentOf(words, rulebook) : null,
  };
  return { wish, kind, classification };
}

function variantOf(rulebook: Rulebook, slug: string | null): Variant | null {
  if (slug === null) return null;
  return rulebook.services.flatMap((service) => service.variants).find((variant) => variant.slug === slug) ?? null;
}

/** Of individu and kolektif the one whose bounds hold the number. */
function twinByNumber(variant: Variant | null, quantity: number | null, rulebook: Rulebook): Variant | null {
  const key = twinKey(variant);
  if (!variant || key === null || quantity === null) return variant;
  const twins = rulebook.services.flatMap((service) => service.variants).filter((one) => twinKey(one) === key);
  return (
    twins.find(({ quantity: bounds }) => quantity >= (bounds?.min ?? 0) && quantity <= (bounds?.max ?? quantity)) ??
    variant
  );
}

const ICT_UNIT =
  /\b(?:tik|ti|teknologi informasi|sistem informasi|informasi dan teknologi|data dan informasi|transformasi digital|pusintek|infrastruktur|aplikasi|rekayasa perangkat lunak|jaringan)\b/i;

/** What the register itself shows: a person of the office has its mail account; a unit is one of information technology. */
function inDirectory(variant: Variant, { message, context }: Situation): readonly Provided[] {
  const person = message.from ? context.directory.byAddress(message.from.address) : null;
  if (!person || !person.active) return [];
  return variant.requirements
    .filter(
      ({ kind, phase, key }) =>
        kind === 'directory' && phase === 'submission' && (key !== 'unit-tik' || ICT_UNIT.test(person.unitName)),
    )
    .map(({ key }) => ({ key, where: 'directory', evidence: person.unitName, checked: true }));
}

function incidentOf(words: Words, rulebook: Rulebook): string | null {
  const hits = findPhrases(lexiconOf(rulebook).rules, words);
  const weigh = (evidence: readonly Evidence[]): number => evidence.reduce((sum, one) => sum + one.weight, 0);
  const ranked = rulebook.incidents
    .map((route) => ({ id: route.id, score: weigh(firedRules(route.words, hits, words)) }))
    .toSorted((a, b) => b.score - a.score);
  return ranked[0] && ranked[0].score > 0 ? ranked[0].id : null;
}
