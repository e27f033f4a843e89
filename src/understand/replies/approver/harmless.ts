/**
 * The judge of plain approvals (yes-judge.ts) where it may speak: beside a strong yes, of words that the rule files do not know, and of
 * whole clauses that only tell something by their build (told.ts). What is found harmless is set aside and the rest read again; such a
 * yes counts as a weak one, so that the approver is told at once and can take it back, and sensitive requests are asked back all the
 * same. The plainer a clause tells by its build, the less the judge may doubt it; a clause that binds is asked back whatever it says.
 * It also warns of a yes that the grammar takes for plain.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { isOfDoing, isRefusal, opensWithOrder } from './clause-binds.ts';
import { clauseOf, isName, type ClauseWord } from './clause.ts';
import { needsNothing } from './clause-set.ts';
import { wordKinds } from './clause-kinds.ts';
import { plainly, type Mentions } from '../mentions.ts';
import { HEDGES, restricts } from './obstacles.ts';
import { FITTING } from './plain-yes.ts';
import { buildOf, type Build, type ToldClause } from './told.ts';
import { judgeBeside, type JudgeContext, type JudgedPart } from './yes-judge.ts';
import { SELF, wordSet } from '../words.ts';

/** Harm below which each is set aside; chosen on answers kept aside, writer by writer. */
export const HARMLESS: Readonly<Record<Build | 'withYes', number>> = {
  contact: 0.9999,
  courtesy: 0.99,
  plainly: 0.97,
  likely: 0.85,
  unsigned: 0.3,
  soft: 0.05,
  'few words': 0.2,
  unheard: 0.4,
  'loosely tied': 0.05,
  tied: 0.05,
  withYes: 0.05,
};
export const PLAINLY_HARMFUL = { above: 0.99 };

export interface Beside {
  /** Every strange word in the clause of the yes is harmless. */
  readonly harmless: boolean;
  /** The clause that is plainly more than a yes. */
  readonly harmful: string | null;
  /** The strange words in the clause of the yes. */
  readonly words: string;
}

/** An answer without the clauses that only tell something. */
export interface Untold {
  readonly text: string;
  /** The answer without whom to turn to. */
  readonly unpointed: string;
  /** What was set aside. */
  readonly told: string;
}

/** Classes of which no word is ever set aside. */
const BINDING = new Set(['not-me', 'reject', 'objection', 'approve-strong']);
/** Of these a phrase binds; their single words do so by their place. */
const BY_WORDS = new Set(['conditional', 'limits', 'defer']);
const PHRASE = /\s(?!depan$)/;
/** Nor these: another's word, a doubt, a choice. */
const TIES = wordSet(
  'kalo doang jangan sebaiknya hendaknya semisal misal umpama jawaban pendapat usul usulan masukan arahan instruksi disposisi kata katanya menurut beda berbeda siapa mana apa kenapa mengapa bagaimana gimana',
);
/** These the build of the clause judges better. */
const BY_BUILD = wordSet('nanti dulu dahulu besok lusa cukup biasa sementara minus revisi beberapa harus mesti');
const SAFE: ReadonlySet<Build> = new Set<Build>(['contact', 'courtesy']);
const TIED: ReadonlySet<Build> = new Set<Build>(['loosely tied', 'tied']);
const FEWEST_TIED = 4;
const BINDING_KINDS = new Set('if only first but not wrong'.split(' '));
const DEED = /^di\p{L}{3,}$/u;
const CONDITION = wordSet('kalau jika bila apabila if when whenever unless');
/** Harm below which what concedes only tells. */
const PLAINLY_TOLD = 0.015;
const CONCEDES = wordSet('cuma cuman hanya hny dikit hampir meski meskipun walau walaupun belakangan semula apa siapa');
const FRIENDLY = wordSet('lupa kaget bosan kapok sungkan khawatir kuatir lelah marah heran');
/** No help is offered with these. */
const PROVIDED = wordSet(
  'sejauh sepanjang asal asalkan selagi bilamana manakala andai andaikan seandainya sekiranya unless provided assuming',
);
const THANKS = wordSet('terima thanks thank makasih trims');
const DOUBTS: ReadonlySet<string> = new Set([...HEDGES].filter((word) => !BY_BUILD.has(word)));
/** Words about words, and words said in jest. */
const NOT_MEANT = /["\u00ab\u00bb\u2018\u201c-\u201f😂🤣😅🙄]/u;
/** In the clause of the yes, what follows these may be less than was asked for, or another thing. */
const NARROWING = wordSet('dengan with untuk for buat bagi yang that which per di pada on in at sesuai as');
/** Somebody by name in the clause of the yes: a part of those asked for, or another's yes. */
const NAMED = /\b(?:pak|bu|bapak|ibu|mas|mbak|sdr|sdri|mr|mrs|ms)\b\.?\s+(?!admin|min\b|tim\b)\p{L}{3,}/iu;
const NEVER_WITH_YES = new Set('number day span only first if must change not coming but person check'.split(' '));
/** Who they are may be who agreed, or for whom alone. */
const GROUPS = wordSet('tim team seksi bagian bidang panitia vendor unit');
const PASSIVE = /^(?:di|acc|approved)/;
const AGAIN = new Set(['ulang', 'lagi', 'kembali']);
/** "Saya sedang cuti, tapi saya setuju": what was told before is conceded. */
const CONCEDED = new Set(['tapi', 'tetapi', 'namun', 'but', 'however']);
const APPOSED = new Set(['nama', 'kami']);
const MOST_APPOSED = 4;
const askingBack = new WeakMap<Rulebook, ReadonlySet<string>>();
const requests = new WeakMap<Rulebook, ReadonlySet<string>>();
const besides = new WeakMap<Rulebook, ReadonlySet<string>>();

/**
 * @param strangeWord for which the grammar would ask back
 * @returns null where there is nothing to learn from
 */
export function besideYes(mentions: Mentions, strangeWord: string | null, context: JudgeContext): Beside | null {
  const parts = judgeBeside(mentions, context);
  if (parts === null) return null;
  const strange = parts.filter((part) => part.strange > 0);
  const isSeen = strange.some((part) => part.loose.some((at) => mentions.words.words[at]?.form === strangeWord));
  const worst = parts.filter((part) => maySay(mentions, part, context)).toSorted((a, b) => b.harm - a.harm)[0];
  const isWarned = worst !== undefined && worst.harm > PLAINLY_HARMFUL.above && !isFitting(mentions, worst);
  return {
    harmless: isSeen && strange.every((part) => part.place === 'in' && mayStay(mentions, part, context)),
    words: strange.map((part) => wordsOf(mentions, part.loose)).join(' … '),
    harmful: isWarned ? wordsOf(mentions, worst.loose) : null,
  };
}

/** @returns null where nothing may be set aside; beside a weak yes only courtesy may */
export function withoutTold(mentions: Mentions, context: JudgeContext): Untold | null {
  const isStrong = plainly(mentions, 'approve-strong').length > 0;
  const told: (readonly number[])[] = [];
  const pointers: (readonly number[])[] = [];
  let wasTold = false;
  for (const part of judgeBeside(mentions, context) ?? []) {
    const [opening = -1] = part.all;
    const isConceded = part.place === 'in' && CONCEDED.has(mentions.words.words[opening]?.form ?? '');
    if (wasTold && isConceded) told.push([opening]);
    const how = howTold(mentions, part, context);
    wasTold = how !== null || (wasTold && isApposed(mentions, part, context));
    if (wasTold && (isStrong || how === 'courtesy')) told.push(part.all);
    if (how === 'contact') pointers.push(part.all);
  }
  if (told.length === 0) return null;
  const words = told.map((one) => wordsOf(mentions, one)).join(' … ');
  return { text: without(mentions, told), unpointed: without(mentions, pointers), told: words };
}

function without({ words: { words, text } }: Mentions, clauses: readonly (readonly number[])[]): string {
  let [rest, from] = ['', 0];
  for (const clause of clauses) {
    rest += text.slice(from, words[clause[0] ?? 0]?.start ?? from);
    from = words[clause.at(-1) ?? 0]?.end ?? from;
  }
  return rest + text.slice(from);
}

/** How a clause apart from the yes tells something, null where it is not set aside. */
function howTold(mentions: Mentions, part: JudgedPart, context: JudgeContext): Build | null {
  if (part.place === 'in' || NOT_MEANT.test(wordsOf(mentions, part.all))) return null;
  const clause = toldClause(mentions, part, context);
  // "s.d.", cut at its full stops.
  if (clause.words.every(({ form }) => form.length === 1)) return null;
  const spoken = clauseOf(clause.words, clause.apart);
  if (isBound(mentions, part, needsNothing(spoken)) || isOfDoing(spoken) || isRefusal(spoken)) return null;
  const told = buildOf(clause);
  if (TIED.has(told) && (opensWithOrder(spoken) || mayTie(mentions, part) || tiesByWord(mentions, part, context)))
    return null;
  if (part.harm >= HARMLESS[told] || (!SAFE.has(told) && restricts(wordsOf(mentions, part.all)))) return null;
  const isTold = part.harm < PLAINLY_TOLD && part.place === 'apart' && part.all.length >= FEWEST_TIED;
  return clause.words.some((word, at) => mayDoubt(word, clause.words[at + 1]?.form, isTold)) ? null : told;
}

/** A word of a condition, a limit, a delay or a no binds wherever it stands, be the rest of the clause as harmless as it may. */
function tiesByWord(mentions: Mentions, { all }: JudgedPart, context: JudgeContext): boolean {
  const kindOf = wordKinds(context.rulebook);
  const { words } = mentions.words;
  return all.some(
    (at) =>
      kindOf(words[at]?.form ?? '').kinds.some((kind) => BINDING_KINDS.has(kind)) ||
      mentions.all.some(
        ({ first, last, class: name }) => (BY_WORDS.has(name) || BINDING.has(name)) && first <= at && at <= last,
      ),
  );
}

/** Beside the yes in its sentence, or in few words, what may bind does; so does a condition that opens the clause. */
function mayTie({ words: { words } }: Mentions, { all, place, harm }: JudgedPart): boolean {
  const [first, second, third] = all.map((at) => words[at]?.form ?? '');
  if (all.length < FEWEST_TIED || PROVIDED.has(first ?? '')) return true;
  if (THANKS.has(first ?? '') && (CONDITION.has(second ?? '') || CONDITION.has(third ?? ''))) return true;
  if (CONDITION.has(first ?? '')) return place !== 'apart' || harm >= HARMLESS['loosely tied'] / 2;
  if (place === 'behind' && DEED.test(first ?? '')) return true;
  return place === 'behind' && (all.length <= FEWEST_TIED || harm >= HARMLESS.tied / 2);
}

/** "Cuma baru sempat diajukan", "jangan lupa mampir": where all else tells something, these do, too. */
function mayDoubt({ form, raw }: ClauseWord, next: string | undefined, isTold: boolean): boolean {
  if (form === 'seperti' && !/nya$/iu.test(raw)) return false;
  const isFriendly = form === 'jangan' && FRIENDLY.has(next ?? '');
  return isDoubt(form) && !(isTold && (CONCEDES.has(form) || isFriendly));
}

function isDoubt(form: string): boolean {
  return TIES.has(form) || DOUBTS.has(form);
}

function toldClause(mentions: Mentions, { all, place }: JudgedPart, context: JudgeContext): ToldClause {
  const yes = plainly(mentions, 'approve-strong')[0]?.first ?? 0;
  return { words: clauseWords(mentions, all, context), apart: place === 'apart', early: (all.at(-1) ?? 0) < yes };
}

function clauseWords(
  { words: { words, text } }: Mentions,
  clause: readonly number[],
  { rulebook, isKnown }: JudgeContext,
): readonly ClauseWord[] {
  const kindOf = wordKinds(rulebook);
  const beside = besideWords(rulebook);
  return clause.flatMap((at) => {
    const word = words[at];
    if (!word) return [];
    const { form } = word;
    const raw = text.slice(word.start, word.end);
    return [{ form, raw, kinds: kindOf(form).kinds, known: isKnown(form), harmless: beside.has(form) }];
  });
}

function besideWords(rulebook: Rulebook): ReadonlySet<string> {
  const known = besides.get(rulebook) ?? wordsIn(rulebook, /^(?:beside-|request-words)/);
  besides.set(rulebook, known);
  return known;
}

/** "PIC lapangan: Sdr. Roni": who somebody is of whom was told before. */
function isApposed(mentions: Mentions, { place, all }: JudgedPart, context: JudgeContext): boolean {
  const words = clauseWords(mentions, all, context);
  const isWho = (word: ClauseWord): boolean =>
    !isDoubt(word.form) && (word.kinds.includes('person') || APPOSED.has(word.form) || (isName(word) && !word.known));
  const isNamed = mentions.all.some(({ first, last }) => first <= (all.at(-1) ?? 0) && last >= (all[0] ?? 0));
  return place !== 'in' && !isNamed && words.length <= MOST_APPOSED && words.every(isWho);
}

/** Holds a phrase that refuses or agrees, or tells where the writer himself is. */
function isBound({ all, words: { words } }: Mentions, part: JudgedPart, isIdle: boolean): boolean {
  const [from = 0, to = 0] = [part.all[0], part.all.at(-1)];
  const own = part.all.some((at) => SELF.has(words[at]?.form ?? ''));
  return all.some(({ first, last, class: name, phrase }) => {
    const binds =
      (BINDING.has(name) && !(isIdle && name === 'reject')) ||
      (name === 'away' && own) ||
      (BY_WORDS.has(name) && PHRASE.test(phrase) && last - first + 1 === phrase.split(' ').length);
    return binds && first <= to && last >= from;
  });
}

/** Beside the yes in its own clause; nobody else may stand before it ("Suryadi menyetujui") or as its agent behind it. */
function mayStay(mentions: Mentions, part: JudgedPart, context: JudgeContext): boolean {
  const { words } = mentions.words;
  const forms = part.loose.map((at) => words[at]?.form ?? '');
  if (part.harm >= HARMLESS.withYes || part.binding > 0 || !isFree(forms, context)) return false;
  if (NAMED.test(wordsOf(mentions, part.loose)) || forms.some((form) => NARROWING.has(form))) return false;
  const strange = clauseWords(mentions, part.loose, context).filter(({ known, harmless }) => !known && !harmless);
  if (strange.some(({ kinds }) => kinds.some((kind) => NEVER_WITH_YES.has(kind)))) return false;
  const kindOf = wordKinds(context.rulebook);
  return plainly(mentions, 'approve-strong').every((yes) => {
    const [first = 0] = part.loose;
    const agent = words[yes.last + 1];
    if (GROUPS.has(agent?.form ?? '') && part.loose.includes(yes.last + 1)) return false;
    const hasAgent = agent?.clause === words[yes.last]?.clause && kindOf(agent?.form ?? '').kinds.includes('person');
    if (PASSIVE.test(yes.phrase) && hasAgent && part.loose.includes(yes.last + 2)) return false;
    if (words[first]?.clause !== words[yes.first]?.clause || first > yes.first) return true;
    return words.slice(Math.max(0, yes.first - 1), yes.last + 1).some((word) => SELF.has(word.form));
  });
}

/** A warning counts where something is named that the rule files do not know, or the matter of requests: else it is a mere aside. */
function maySay({ words: { words } }: Mentions, { place, strange, loose }: JudgedPart, context: JudgeContext): boolean {
  const forms = loose.map((at) => words[at]?.form ?? '');
  return (place === 'in' && strange > 0) || namesMatter(forms, context) || forms.some((form) => /\d/.test(form));
}

/** What the desk does with any request: "diinstal ulang". */
function isFitting({ words: { words } }: Mentions, { loose }: JudgedPart): boolean {
  return loose.every((at) => {
    const form = words[at]?.form ?? '';
    return FITTING.has(form) || SELF.has(form) || AGAIN.has(form);
  });
}

function namesMatter(forms: readonly string[], { rulebook }: JudgeContext): boolean {
  const known = requests.get(rulebook) ?? wordsIn(rulebook, /^request-words$/);
  requests.set(rulebook, known);
  return forms.some((form) => known.has(form));
}

/** No word that is asked back always, and no number. */
function isFree(forms: readonly string[], { rulebook, isKnown }: JudgeContext): boolean {
  const never = askingBack.get(rulebook) ?? wordsIn(rulebook, /^asks-back$/);
  askingBack.set(rulebook, never);
  return !forms.some((form) => !isKnown(form) && (never.has(form) || /\d/.test(form) || form.length === 1));
}

function wordsIn({ replies }: Rulebook, classes: RegExp): ReadonlySet<string> {
  const named = Object.entries(replies).flatMap(([name, words]) => (classes.test(name) ? words : []));
  return wordSet(named.join(' '));
}

function wordsOf({ words: { words, text } }: Mentions, clause: readonly number[]): string {
  return text.slice(words[clause[0] ?? 0]?.start ?? 0, words[clause.at(-1) ?? 0]?.end ?? 0).replace(/\s+/g, ' ');
}
