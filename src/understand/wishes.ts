/**
 * Several wishes in one mail. Parts of it (parts.ts) count as wishes of their own only where at least two of them are plainly something
 * else: another variant of the catalogue, a fault, a question. The details of one request are one wish.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { classifyWeighed, weighText, type Classification, type Weighed } from './classify.ts';
import { kindOf } from './kind.ts';
import { lexiconOf, readText, type ReadText } from './lexicon.ts';
import { stretchOf, variantKey, type Stretch } from './claims.ts';
import { clausesOf, matters, partings, sentencesOf } from './parts.ts';
import { findPhrases } from './phrases.ts';
import { isUnasked } from './asked.ts';
import { mayHoldTwo, proseWishes } from './prose.ts';
import { firedByOwner } from './rule-index.ts';
import { servicesWithin } from './scores.ts';

export interface WishText {
  readonly text: string;
  readonly read: ReadText;
  readonly classification: Classification;
}

/** What a part has to reach to be a wish of its own. */
interface Least {
  readonly confidence: number;
  readonly strength: number;
  /** Confidence that makes up for words that are too weak. */
  readonly sure: number;
  /** Fewer words are no wish that likeness alone could tell. */
  readonly words: number;
  /** Whether a fault or a question can be a wish beside others. */
  readonly others: boolean;
}

/** Items of a list stand apart already. */
const OF_LIST: Least = { confidence: 0.5, strength: 3, sure: 0.8, words: 4, others: true };
const OF_DETAILED_LIST: Least = { ...OF_LIST, sure: 2 };
const OF_CLAUSE: Least = { confidence: 0.7, strength: 5, sure: 2, words: 5, others: false };
const OF_MATTER: Least = { confidence: 0.7, strength: 4, sure: 0.9, words: 6, others: true };
const MAX_PARTS = 40;
/** "Jabatan: Analis" */
const FIELD = /^\s*[\p{L}. ]{2,30}\s*:/u;
/** Points of rule words from which a part is a fault or a question without a doubt. */
const OTHER_STRENGTH = 4;

/** The text with its subject. */
type Whole = Pick<Stretch, 'read' | 'classification' | 'kind'>;

/** At least two wishes, or none where the mail is to be read as a whole. */
export function splitWishes(
  text: string,
  mail: Whole,
  rulebook: Rulebook,
): readonly WishText[] {
  const { read, classification: whole } = mail;
  const details = detailsOf(whole, rulebook);
  const listed = listedWishes(text, whole, { rulebook, details });
  if (listed.length > 1) return listed;
  const beside = distinctWishes(matters(text), { rulebook, details, least: OF_MATTER });
  const mayPart = !read.words.text.includes(text) || servicesWithin(read, rulebook, OF_CLAUSE.strength).size > 1;
  const clauses = (part: string): readonly WishText[] => {
    if (!mayPart) return [];
    const wishes = distinctWishes(asking(part, rulebook), { rulebook, details, least: OF_CLAUSE });
    return new Set(wishes.map((wish) => wish.classification.service)).size > 1 ? wishes : [];
  };
  if (beside.length < 2 || isOneWish(beside, whole)) {
    const joined = clauses(text);
    return joined.length > 1 ? joined : inProse(text, mail, { rulebook, details });
  }
  return beside.flatMap((wish) => {
    const within = clauses(wish.text);
    return within.length > 1 ? within : [wish];
  });
}

/** Those of a list alone: what the mail is as a whole parts nothing in it. */
export function splitList(text: string, whole: Classification, rulebook: Rulebook): readonly WishText[] {
  return listedWishes(text, whole, { rulebook, details: detailsOf(whole, rulebook) });
}

function listedWishes(text: string, whole: Classification, judging: Omit<Judging, 'least'>): readonly WishText[] {
  const isPlain = whole.confidence >= PLAIN_WHOLE && whole.strength >= PLAIN_STRENGTH;
  for (const parts of partings(text)) {
    const wishes = distinctWishes(parts, { ...judging, least: isPlain ? OF_DETAILED_LIST : OF_LIST });
    if (wishes.length > 1) return wishes;
  }
  return [];
}

/** Shares and points from which a mail says without a doubt what it wants: items that only look like something else are details of it. */
const PLAIN_WHOLE = 0.95;
const PLAIN_STRENGTH = 6;

/** Nothing parts them but a clause that asks for something else. */
function inProse(text: string, whole: Whole, judging: Omit<Judging, 'least'>): readonly WishText[] {
  const { rulebook, details } = judging;
  const isDetail = ({ read }: Stretch): boolean => isNamedDetail(read, details, rulebook);
  if (!mayHoldTwo({ ...whole, text })) return [];
  const wishes = proseWishes(stretchOf(text, rulebook), { rulebook, isDetail });
  return wishes.length < 2 || isOneWish(wishes, whole.classification) ? [] : wishes;
}

/** "Butuh lisensi, sekalian dipasangkan": two deeds that one variant of the catalogue holds together, since its words need both. */
function isOneWish(parts: readonly WishText[], { variant, service, strength }: Classification): boolean {
  return (
    variant !== null &&
    parts.every(
      ({ classification: part }) =>
        part.service === service && (part.variant !== variant || part.strength + TOGETHER <= strength),
    )
  );
}

/** Points of rule words by which the whole says more for it than each of its parts. */
const TOGETHER = 3;

/** Words of the papers that the wish of the whole mail asks for: a part that names them is no wish of its own. */
function detailsOf({ variant }: Classification, rulebook: Rulebook): ReadonlySet<string> {
  const found = rulebook.services.flatMap((service) => service.variants).find((one) => one.slug === variant);
  const papers = (found?.requirements ?? []).filter(({ kind, key }) => PAPERS.has(kind) || key === 'package-di-is-dev');
  return new Set(papers.flatMap((requirement) => requirement.words));
}

/** Longer parts of which one is this sure name a paper beside their own wish. */
const PLAIN = 0.85;
const DETAIL_WORDS = 10;
const PAPERS = new Set(['document', 'form', 'letter', 'link', 'list']);

/** Clauses of sentences with a word of request: "mohon room zoom, broadcast undangan, dan pendampingan survei". */
function asking(text: string, rulebook: Rulebook): readonly string[] {
  return sentencesOf(text)
    .filter((sentence) => ASKS.test(sentence) || requestedIn(readText(sentence, rulebook)) >= 2)
    .flatMap((sentence) => fromFirstWish(clausesOf(sentence), rulebook))
    .filter((clause) => !isUnasked(clause));
}

/** What stands before the first word of request tells why: "rekanan mulai membangun aplikasi, mohon VM". */
function fromFirstWish(clauses: readonly string[], rulebook: Rulebook): readonly string[] {
  const first = clauses.findIndex((clause) => ASKS.test(clause) || requestedIn(readText(clause, rulebook)) >= 2);
  return first < 0 ? clauses : clauses.slice(first);
}

/** Points of the strongest word of request. */
function requestedIn({ kinds }: ReadText): number {
  const said = firedByOwner(kinds()).get('request') ?? [];
  return said.reduce((most, one) => Math.max(most, one.weight), 0);
}

/** Clauses that say why, who agrees and who else is told. */
const BACKGROUND =
  /^\W*(?:dalam rangka|sehubungan|berdasarkan|menindaklanjuti|dengan telah|karena|agar|supaya|persetujuan|disetujui|approval|tembusan|cc|demikian|direktur|kepala|atasan|u\.p|a\.n|yth|salam|untuk koordinasi|selama|setelah|sesudah|sejak)\b/i;
/** "d. setelah rilis, kami perlu akses …": an item that begins with a time and asks all the same. */
const isAskedLater = (read: ReadText): boolean => LATER.test(read.words.text) && requestedIn(read) >= 2;
const LATER = /^\W*(?:setelah|sesudah|selama|sejak|agar|supaya)\b/i;
const ASKS = /\b(?:diperlukan|kebutuhan|butuh|perlu|ingin|wishlist|we want|need)\b/i;

interface Judging {
  readonly rulebook: Rulebook;
  readonly details: ReadonlySet<string>;
  readonly least: Least;
}

/** Parts that are sure of different things; parts of the same one belong together, unsure ones say nothing. */
function distinctWishes(parts: readonly string[], judging: Judging): readonly WishText[] {
  if (parts.length < 2 || parts.length > MAX_PARTS) return [];
  const wishes = new Map<string, WishText>();
  const doubtful = new Map<string, WishText>();
  for (const text of parts) {
    const read = readText(text, judging.rulebook);
    if (BACKGROUND.test(read.words.text) && !(isOfList(judging) && isAskedLater(read))) continue;
    const weighed = weighText(read, judging.rulebook);
    if (!mayBeWish(weighed, judging.least)) continue;
    const classification = classifyWeighed(weighed, judging.rulebook);
    const key = keyOf(read, classification, judging);
    const known = key === null ? undefined : wishes.get(key);
    if (key === null) doubtful.set(text, { text, read, classification });
    else wishes.set(key, known ? merged(known, text, judging.rulebook) : { text, read, classification });
  }
  if (![...wishes.keys()].some((key) => !OTHERS.has(key))) return [];
  const others = isOfList(judging) && wishes.size > 1 ? [...doubtful.values()].filter(isGuessed(judging)) : [];
  return inOrder([...wishes.values(), ...others], parts);
}

function isOfList({ least }: Judging): boolean {
  return least === OF_LIST || least === OF_DETAILED_LIST;
}

/** Where likeness alone is not enough, too few words of the rules end it before the text is held against the sentences. */
function mayBeWish({ weights }: Weighed, { others, sure, strength }: Least): boolean {
  return others || sure <= 1 || weights.ruled.some((points) => points >= strength);
}

const OTHERS = new Set(['incident', 'question']);

/** Among items of which others are wishes, one that points to a service is a wish that the desk has to sort. */
function isGuessed({ details, rulebook }: Judging): (wish: WishText) => boolean {
  return ({ read, classification }) => classification.confidence >= GUESSED && !isNamedDetail(read, details, rulebook);
}

const GUESSED = 0.5;

function inOrder(wishes: readonly WishText[], parts: readonly string[]): readonly WishText[] {
  const place = ({ text }: WishText): number => parts.findIndex((part) => text.startsWith(part));
  return wishes.toSorted((a, b) => place(a) - place(b));
}

/** What the part is about, in a word that is the same for parts of one wish; null where it is nothing for sure. */
function keyOf(read: ReadText, classification: Classification, { rulebook, details, least }: Judging): string | null {
  if (least.others) {
    const { kind, scores } = kindOf(read, classification, rulebook, 0);
    if ((kind === 'incident' || kind === 'question') && scores[kind] >= OTHER_STRENGTH) return kind;
  }
  const { confidence, strength, service } = classification;
  const worded = confidence >= least.confidence && strength >= least.strength;
  const alike = confidence >= least.sure && read.words.words.length >= least.words && !FIELD.test(read.words.text);
  const plain = confidence >= PLAIN && read.words.words.length > DETAIL_WORDS;
  if (service === null || (!worded && !alike) || (!plain && isNamedDetail(read, details, rulebook))) return null;
  return variantKey(classification, rulebook) ?? service;
}

function isNamedDetail(read: ReadText, details: ReadonlySet<string>, rulebook: Rulebook): boolean {
  if (details.size === 0 || requestedIn(read) >= 3) return false;
  return [...findPhrases(lexiconOf(rulebook).requirements, read.words).keys()].some((phrase) => details.has(phrase));
}

function merged(known: WishText, text: string, rulebook: Rulebook): WishText {
  const joined = `${known.text}\n${text}`;
  return { ...known, text: joined, read: readText(joined, rulebook) };
}
