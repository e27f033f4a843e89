/**
 * What in a clause beside a yes speaks for and against its only telling something: how it is built, and which words of the lists stand where. The rule
 * of harmless.ts goes by them, and the judge of plain approvals learns what each is worth (yes-judge.ts).
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { hash } from '../../words/hash.ts';
import type { Tell } from '../../words/tally.ts';
import { bindingIn, isOfDoing, isRefusal, opensWithOrder } from './clause-binds.ts';
import { clauseOf, is, type ClauseWord } from './clause.ts';
import { needsNothing } from './clause-set.ts';
import { wordKinds } from './clause-kinds.ts';
import { plainly, type Mentions } from '../mentions.ts';
import { HEDGES, restricts } from './obstacles.ts';
import { buildOf, type ToldClause } from './told.ts';
import type { Part } from './yes-parts.ts';
import { SELF, wordSet } from '../words.ts';

/** What else is known where a clause is judged. */
export interface BesideContext {
  readonly rulebook: Rulebook;
  /** Words of our letter and of the writer's own name: what they name is known. */
  readonly isKnown: (form: string) => boolean;
}

/** What the signs of a clause count in learning, beside one for a word. */
const SIGN_WEIGHT = 2;
/** Harm above which what may tie does. */
const MOST_HARM_TIED = 0.025;
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
export const FEWEST_TIED = 4;
const BINDING_KINDS = new Set('if only first but not wrong'.split(' '));
const DEED = /^di\p{L}{3,}$/u;
const CONDITION = wordSet('kalau jika bila apabila if when whenever unless');
const CONCEDES = wordSet('cuma cuman hanya hny dikit hampir meski meskipun walau walaupun belakangan semula apa siapa');
const FRIENDLY = wordSet('lupa kaget bosan kapok sungkan khawatir kuatir lelah marah heran');
/** No help is offered with these. */
const PROVIDED = wordSet(
  'sejauh sepanjang asal asalkan selagi bilamana manakala andai andaikan seandainya sekiranya unless provided assuming',
);
const THANKS = wordSet('terima thanks thank makasih trims');
const DOUBTS: ReadonlySet<string> = new Set([...HEDGES].filter((word) => !BY_BUILD.has(word)));
/** Words about words, and words said in jest. */
export const NOT_MEANT = /["\u00ab\u00bb\u2018\u201c-\u201f😂🤣😅🙄]/u;
/** In the clause of the yes, what follows these may be less than was asked for, or another thing. */
export const NARROWING = wordSet('dengan with untuk for buat bagi yang that which per di pada on in at sesuai as');
/** Somebody by name in the clause of the yes: a part of those asked for, or another's yes. */
export const NAMED = /\b(?:pak|bu|bapak|ibu|mas|mbak|sdr|sdri|mr|mrs|ms)\b\.?\s+(?!admin|min\b|tim\b)\p{L}{3,}/iu;
export const NEVER_WITH_YES = new Set(
  'number day span only first if must change not coming but person check stage wrong'.split(' '),
);
const askingBack = new WeakMap<Rulebook, ReadonlySet<string>>();
const besides = new WeakMap<Rulebook, ReadonlySet<string>>();

/** Tells the signs of a clause as features. */
export function tellSigns(mentions: Mentions, part: Part, context: BesideContext, tell: Tell): void {
  const { build, signs, bound } = signsOf(mentions, part, context);
  tell(hash(`build ${build} ${part.place}`), SIGN_WEIGHT);
  if (bound !== null) tell(hash(`bound ${bound}`), SIGN_WEIGHT);
  for (const sign of signs) {
    tell(hash(`sign ${sign}`), SIGN_WEIGHT);
    tell(hash(`sign ${sign} ${build}`), SIGN_WEIGHT / 2);
  }
}

export interface ClauseSigns {
  /** How it is built (told.ts); `in` for what stands in the clause of the yes. */
  readonly build: string;
  readonly signs: readonly string[];
  /** The word that binds by its place, null where none does. */
  readonly bound: string | null;
}

export function signsOf(mentions: Mentions, part: Part, context: BesideContext): ClauseSigns {
  const written = wordsOf(mentions, part.all);
  const always = named({ 'not meant': NOT_MEANT.test(written), restricts: restricts(written) });
  if (part.place === 'in')
    return { build: 'in', signs: [...always, ...signsInYes(mentions, part, context)], bound: null };
  const clause = toldClause(mentions, part, context);
  const spoken = clauseOf(clause.words, clause.apart);
  const bound = bindingIn(spoken);
  const signs = named({
    bound: isBound(mentions, part, needsNothing(spoken)),
    doing: isOfDoing(spoken),
    refusal: isRefusal(spoken),
    order: opensWithOrder(spoken),
    'may tie': mayTie(mentions, part, 0),
    'tied by word': tiesByWord(mentions, part, context),
    number: clause.words.some((word) => !word.known && (/\d/.test(word.form) || is(word, 'number', 'span'))),
    doubt: clause.words.some((word, at) => mayDoubt(word, clause.words[at + 1]?.form, false)),
  });
  return {
    build: buildOf(clause),
    signs: [...always, ...signs],
    bound: bound && `${bound.soft ? 'softly' : 'hard'} ${bound.says}`,
  };
}

function signsInYes(mentions: Mentions, { all, loose }: Part, context: BesideContext): readonly string[] {
  const forms = loose.map((at) => mentions.words.words[at]?.form ?? '');
  const strange = clauseWords(mentions, loose, context).filter(({ known, harmless }) => !known && !harmless);
  const kinds = new Set(strange.flatMap((word) => word.kinds.filter((kind) => NEVER_WITH_YES.has(kind))));
  return [
    ...named({
      'asks back': !isFree(forms, context),
      named: NAMED.test(wordsOf(mentions, all)),
      narrows: forms.some((form) => NARROWING.has(form)),
    }),
    ...[...kinds].map((kind) => `with yes ${kind}`),
  ];
}

function named(signs: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(signs).flatMap(([name, holds]) => (holds ? [name] : []));
}

/** A word of a condition, a limit, a delay or a no binds wherever it stands, be the rest of the clause as harmless as it may. */
export function tiesByWord(mentions: Mentions, { all }: Part, context: BesideContext): boolean {
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
export function mayTie({ words: { words } }: Mentions, { all, place }: Part, harm: number): boolean {
  const [first, second, third] = all.map((at) => words[at]?.form ?? '');
  if (all.length < FEWEST_TIED || PROVIDED.has(first ?? '')) return true;
  if (THANKS.has(first ?? '') && (CONDITION.has(second ?? '') || CONDITION.has(third ?? ''))) return true;
  if (CONDITION.has(first ?? '')) return place !== 'apart' || harm >= MOST_HARM_TIED;
  if (place === 'behind' && DEED.test(first ?? '')) return true;
  return place === 'behind' && (all.length <= FEWEST_TIED || harm >= MOST_HARM_TIED);
}

/** "Cuma baru sempat diajukan", "jangan lupa mampir": where all else tells something, these do, too. */
export function mayDoubt({ form, raw }: ClauseWord, next: string | undefined, isTold: boolean): boolean {
  if (form === 'seperti' && !/nya$/iu.test(raw)) return false;
  const isFriendly = form === 'jangan' && FRIENDLY.has(next ?? '');
  return isDoubt(form) && !(isTold && (CONCEDES.has(form) || isFriendly));
}

export function isDoubt(form: string): boolean {
  return TIES.has(form) || DOUBTS.has(form);
}

export function toldClause(mentions: Mentions, { all, place }: Part, context: BesideContext): ToldClause {
  const yes = plainly(mentions, 'approve-strong')[0]?.first ?? 0;
  return { words: clauseWords(mentions, all, context), apart: place === 'apart', early: (all.at(-1) ?? 0) < yes };
}

export function clauseWords(
  { words: { words, text } }: Mentions,
  clause: readonly number[],
  { rulebook, isKnown }: BesideContext,
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

/** Holds a phrase that refuses or agrees, or tells where the writer himself is. */
export function isBound({ all, words: { words } }: Mentions, part: Part, isIdle: boolean): boolean {
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

/** No word that is asked back always, and no number. */
export function isFree(forms: readonly string[], { rulebook, isKnown }: BesideContext): boolean {
  const never = askingBack.get(rulebook) ?? wordsIn(rulebook, /^asks-back$/);
  askingBack.set(rulebook, never);
  return !forms.some((form) => !isKnown(form) && (never.has(form) || /\d/.test(form) || form.length === 1));
}

export function wordsIn({ replies }: Rulebook, classes: RegExp): ReadonlySet<string> {
  const named = Object.entries(replies).flatMap(([name, words]) => (classes.test(name) ? words : []));
  return wordSet(named.join(' '));
}

export function wordsOf({ words: { words, text } }: Mentions, clause: readonly number[]): string {
  return text.slice(words[clause[0] ?? 0]?.start ?? 0, words[clause.at(-1) ?? 0]?.end ?? 0).replace(/\s+/g, ' ');
}
