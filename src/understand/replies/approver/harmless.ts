/**
 * The judge of plain approvals (yes-judge.ts) where it may speak: beside a strong yes, of words that the rule files do not know, and of
 * whole clauses that only tell something by their build (told.ts). What is found harmless is set aside and the rest read again; such a
 * yes counts as a weak one, so that the approver is told at once and can take it back, and sensitive requests are asked back all the
 * same. The plainer a clause tells by its build, the less the judge may doubt it; a clause that binds is asked back whatever it says.
 * It also warns of a yes that the grammar takes for plain.
 */
import { isOfDoing, isRefusal, opensWithOrder } from './clause-binds.ts';
import { clauseOf, isName, type ClauseWord } from './clause.ts';
import { needsNothing } from './clause-set.ts';
import {
  clauseWords,
  FEWEST_TIED,
  isBound,
  isDoubt,
  isFree,
  mayDoubt,
  mayTie,
  NAMED,
  NARROWING,
  NEVER_WITH_YES,
  NOT_MEANT,
  tiesByWord,
  toldClause,
  wordsOf,
} from './clause-signs.ts';
import { wordKinds } from './clause-kinds.ts';
import { plainly, type Mentions } from '../mentions.ts';
import { restricts } from './obstacles.ts';
import { FITTING } from './plain-yes.ts';
import { buildOf, type Build } from './told.ts';
import { judgeBeside, type JudgeContext, type JudgedPart } from './yes-judge.ts';
import { SELF, wordSet } from '../words.ts';

/** Harm below which each is set aside; chosen on answers kept aside, writer by writer. */
export const HARMLESS: Readonly<Record<Build | 'withYes', number>> = {
  contact: 0.9,
  courtesy: 0.9,
  plainly: 0.97,
  likely: 0.15,
  unsigned: 0.05,
  soft: 0.02,
  'few words': 0.02,
  unheard: 0.05,
  'loosely tied': 0.02,
  tied: 0.02,
  withYes: 0.002,
};
export const PLAINLY_HARMFUL = { above: 0.95 };

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

const SAFE: ReadonlySet<Build> = new Set<Build>(['contact', 'courtesy']);
const TIED: ReadonlySet<Build> = new Set<Build>(['loosely tied', 'tied']);
/** Harm below which what our letter names may be named again. */
const NAMED_BY_US = 0.2;
/** Harm below which what concedes only tells. */
const PLAINLY_TOLD = 0.015;
/** Who they are may be who agreed, or for whom alone. */
const GROUPS = wordSet('tim team seksi bagian bidang panitia vendor unit');
const PASSIVE = /^(?:di|acc|approved)/;
const AGAIN = new Set(['ulang', 'lagi', 'kembali']);
/** "Saya sedang cuti, tapi saya setuju": what was told before is conceded. */
const CONCEDED = new Set(['tapi', 'tetapi', 'namun', 'but', 'however']);
const APPOSED = new Set(['nama', 'kami']);
const MOST_APPOSED = 4;

/**
 * @param strangeWord for which the grammar would ask back
 * @returns null where there is nothing to learn from
 */
export function besideYes(mentions: Mentions, strangeWord: string | null, context: JudgeContext): Beside | null {
  const parts = judgeBeside(mentions, context);
  if (parts === null) return null;
  const strange = parts.filter((part) => part.strange > 0);
  const isSeen = strange.some((part) => part.loose.some((at) => mentions.words.words[at]?.form === strangeWord));
  const worst = parts.toSorted((a, b) => b.harm - a.harm)[0];
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
  if (
    TIED.has(told) &&
    (opensWithOrder(spoken) || mayTie(mentions, part, part.harm) || tiesByWord(mentions, part, context))
  )
    return null;
  if (
    part.harm >= Math.max(HARMLESS[told], namesOnly(clause.words) ? NAMED_BY_US : 0) ||
    (!SAFE.has(told) && restricts(wordsOf(mentions, part.all)))
  )
    return null;
  if (told === 'few words' && tiesByWord(mentions, part, context)) return null;
  const isTold = part.harm < PLAINLY_TOLD && part.place === 'apart' && part.all.length >= FEWEST_TIED;
  return clause.words.some((word, at) => mayDoubt(word, clause.words[at + 1]?.form, isTold)) ? null : told;
}

/** But for one word all are our letter's own. */
function namesOnly(words: readonly ClauseWord[]): boolean {
  return words.some(({ known }) => known) && words.filter(({ known, harmless }) => !known && !harmless).length <= 1;
}

/** "PIC lapangan: Sdr. Roni": who somebody is of whom was told before. */
function isApposed(mentions: Mentions, { place, all }: JudgedPart, context: JudgeContext): boolean {
  const words = clauseWords(mentions, all, context);
  const isWho = (word: ClauseWord): boolean =>
    !isDoubt(word.form) && (word.kinds.includes('person') || APPOSED.has(word.form) || (isName(word) && !word.known));
  const isNamed = mentions.all.some(({ first, last }) => first <= (all.at(-1) ?? 0) && last >= (all[0] ?? 0));
  return place !== 'in' && !isNamed && words.length <= MOST_APPOSED && words.every(isWho);
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

/** What the desk does with any request: "diinstal ulang". */
function isFitting({ words: { words } }: Mentions, { loose }: JudgedPart): boolean {
  return loose.every((at) => {
    const form = words[at]?.form ?? '';
    return FITTING.has(form) || SELF.has(form) || AGAIN.has(form);
  });
}
