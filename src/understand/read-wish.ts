/** One wish read whole: kind, service, variant, facts, what is provided. */
import type { Directory } from '../directory/person.ts';
import type { PaperReading } from '../parse/document.ts';
import type { InboundMessage } from '../parse/message.ts';
import type { QuestionFact, Rulebook, Variant } from '../rulebook/rulebook.ts';
import type { EpochMs, LocalDate, ZoneId } from '../shared/time.ts';
import { articleFor } from './article.ts';
import type { Classification } from './classify/classify.ts';
import type { FactSources } from './facts/fact-sources.ts';
import { factsOf } from './facts/facts.ts';
import { kindOfWish, type KindReading } from './classify/kind.ts';
import type { ReadText } from './classify/read-text.ts';
import type { OwnText } from './own-text.ts';
import { speakerOf } from './speaker.ts';
import { homeZone } from './home-zone.ts';
import { lexiconOf } from './classify/lexicon.ts';
import type { Wish } from './reading.ts';
import { metByRegister } from './registered.ts';
import { requirementsMet, type RequirementReading } from './requirements.ts';
import { twinByNumber } from './twin-by-number.ts';

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

/** All that the reading of one wish may look at. */
export interface Situation {
  readonly message: InboundMessage;
  readonly papers: readonly PaperReading[];
  readonly context: UnderstandContext;
  readonly own: OwnText;
  readonly today: LocalDate;
  readonly tickets: readonly string[];
}

const MAX_AROUND = 8000;

export interface ReadWish {
  /** Put together when it is asked for, as most of it costs more than to see what sort of wish it is. */
  readonly wish: () => Wish;
  readonly kind: KindReading;
  readonly classification: Classification;
  /** Of the words by which the kind was judged. */
  readonly said: Classification;
}

export interface WishPart {
  readonly read: ReadText;
  readonly classification: Classification;
  readonly summary: string;
  /** What the mail says beside its wishes, where this is one of several. */
  readonly shared?: string;
  /** The words that tell the kind, where they are fewer than those that tell what it is about. */
  readonly own?: { readonly read: ReadText; readonly classification: Classification };
}

export function readWish(part: WishPart, situation: Situation): ReadWish {
  const { classification } = part;
  const own = part.own ?? part;
  const kind = kindOfWish(own.read, own.classification, situation.context.rulebook, situation.tickets.length);
  return { wish: () => wishOf(part, kind, situation), kind, classification, said: own.classification };
}

function wishOf(part: WishPart, kind: KindReading, situation: Situation): Wish {
  const { read, classification } = part;
  const { words } = read;
  const { rulebook } = situation.context;
  const found = variantOf(rulebook, classification.variant);
  const facts = factsOf(factSources(part, { kind: kind.kind, variant: found }, situation));
  const variant = twinByNumber(found, facts.quantity ?? null, rulebook);
  const met = variant ? metBy(variant, { words, facts }, situation) : { provided: [], notAsked: [] };
  const incident = kind.kind === 'incident' ? incidentOf(read, rulebook) : null;
  return {
    kind: kind.kind,
    service: kind.kind === 'request' ? classification.service : aboutOf(classification, incident, rulebook),
    variant: variant?.slug ?? null,
    confidence: classification.confidence,
    alternatives: classification.alternatives,
    facts,
    provided: met.provided,
    notAsked: met.notAsked,
    evidence: [...classification.evidence, ...kind.evidence],
    summary: part.summary,
    incident,
    ...(kind.kind === 'question' && articleOf(words.text, classification.about(), rulebook)),
  };
}

/** Out of what the facts of the wish are read. */
function factSources(
  { read: { words }, shared }: WishPart,
  { kind, variant }: { readonly kind: Wish['kind']; readonly variant: Variant | null },
  situation: Situation,
): FactSources {
  const speaker = speakerOf(situation.own, situation.message.text, senderName(situation));
  return {
    words,
    around: isPart(words, situation) ? situation.own.speaking.slice(0, MAX_AROUND) : '',
    shared: shared ?? situation.own.pointedTo.slice(0, MAX_AROUND),
    signature: speaker.isSender ? situation.own.signature : '',
    ...(!speaker.isSender && handedOnBy(situation)),
    papers: situation.papers,
    sender: speaker.name,
    isKnown: (name) => situation.context.directory.byName(name).length > 0,
    ...countedBy(situation.context.rulebook, variant),
    today: situation.today,
    home: homeZone(situation.message, situation.context.directory),
    past: kind !== 'request',
    atOnce: variant !== null && variant.leadTime === null,
    files: situation.message.attachments.map(({ filename }) => filename ?? ''),
    ticketNumbers: situation.tickets,
    asked: kind === 'request' && variant !== null ? askedOf(variant) : NOTHING_ASKED,
    ...wordingOf(situation.context.rulebook),
  };
}

const NOTHING_ASKED: ReadonlySet<QuestionFact> = new Set();

/** What the rules of the variant have to know: its questions, and the day and the place where it is filed days ahead. */
function askedOf({ questions = [], leadTime, requirements }: Variant): ReadonlySet<QuestionFact> {
  const isAhead = leadTime !== null || requirements.some(({ key }) => key === 'waktu-kegiatan');
  const ahead: readonly QuestionFact[] = isAhead ? ['eventDate', 'inJakarta'] : [];
  return new Set([...questions.flatMap(({ facts }) => facts), ...ahead]);
}

function wordingOf({ wording }: Rulebook): Pick<FactSources, 'wording'> {
  return wording === undefined ? {} : { wording };
}

function articleOf(text: string, about: string | null, rulebook: Rulebook): Pick<Wish, 'article'> {
  const found = articleFor(text, about, rulebook);
  if (found === null) return {};
  const { article, sections, evidence } = found;
  return { article: { number: article.number, sections, evidence } };
}

function isPart(words: ReadText['words'], { own }: Situation): boolean {
  return words.text.length < own.speaking.length;
}

/** What the mail brings, and what the register shows without it. */
function metBy(
  variant: Variant,
  { words, facts }: { readonly words: ReadText['words']; readonly facts: Wish['facts'] },
  situation: Situation,
): RequirementReading {
  const { message, papers, context, own } = situation;
  const history = own.history.slice(0, MAX_AROUND);
  const sources = { words, attachments: message.attachments, papers, facts, rulebook: context.rulebook, history };
  const met = requirementsMet(variant, sources);
  const register = { ...context, phrases: lexiconOf(context.rulebook).requirements };
  return { ...met, provided: [...met.provided, ...metByRegister(variant, { message, words }, register)] };
}

function variantOf(rulebook: Rulebook, slug: string | null): Variant | null {
  if (slug === null) return null;
  return lexiconOf(rulebook).variants.get(slug) ?? null;
}

/** As the register has it, else as the mail's From says. */
function senderName({ message, context }: Situation): string | null {
  if (message.from === null) return null;
  const name = context.directory.byAddress(message.from.address)?.name ?? message.from.name;
  return name === '' ? null : name;
}

function handedOnBy({ message, context }: Situation): Pick<FactSources, 'handedOnBy'> {
  const person = message.from && context.directory.byAddress(message.from.address);
  return person ? { handedOnBy: person.nip } : {};
}

/** What the variant, or else a sister of its service that has bounds, counts. */
function countedBy(rulebook: Rulebook, variant: Variant | null): Pick<FactSources, 'unit' | 'bounded'> {
  const { options, optionsOf } = lexiconOf(rulebook);
  const [at = -1] = (variant && optionsOf.get(variant)) ?? [];
  const service = options[at]?.service;
  const own = variant?.quantity ?? service?.variants.find((one) => isBounded(one.quantity))?.quantity ?? null;
  return { unit: own?.unit ?? null, bounded: isBounded(own) };
}

function isBounded(quantity: Variant['quantity']): boolean {
  return quantity !== null && (quantity.min !== null || quantity.max !== null);
}

/** What a mail that asks for nothing is about. */
function aboutOf(classification: Classification, incident: string | null, rulebook: Rulebook): string | null {
  const route = rulebook.incidents.find((one) => one.id === incident);
  return classification.about() ?? route?.service ?? classification.service;
}

function incidentOf({ kinds }: ReadText, rulebook: Rulebook): string | null {
  const { points } = kinds;
  const ranked = rulebook.incidents
    .map((route) => ({ id: route.id, score: (points.get(route) ?? []).reduce((sum, one) => sum + one, 0) }))
    .toSorted((a, b) => b.score - a.score);
  return ranked[0] && ranked[0].score > 0 ? ranked[0].id : null;
}
