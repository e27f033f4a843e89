/**
 * A strong yes whose neighbours the grammar cannot place: the judge of plain approvals weighs every clause of the answer by itself, and all of
 * them have to be harmless by far. Such a yes counts as a weak one: the approver is told at once and can take it back, and sensitive
 * requests are asked back all the same.
 */
import { anothersYes, fittingDeeds } from './anothers-yes.ts';
import { wordKinds } from './clause-kinds.ts';
import { moreThanYes } from './more-than-yes.ts';
import { hedgesIn, MAX_APPROVAL_WORDS, QUESTION, REPORTED, restricts } from './obstacles.ts';
import { RESTORED, strangeBeside, type YesContext } from './plain-yes.ts';
import { refusals } from './refusal.ts';
import { judgeBeside, type JudgeContext, type JudgedPart } from './yes-judge.ts';
import { isNamed, SELF } from '../words.ts';
import type { ReplyBody } from '../body.ts';
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { isNegation, mentioned, plainly, said, type Mention, type Mentions } from '../mentions.ts';

/** Harm below which a clause counts as told. Chosen on answers of twenty writers, each left out of learning. */
const TOLD = 0.33;
/** The same where a word stands in it that binds in other places. */
const TOLD_NEAR = 0.25;
/** The same of few words, and of few in the clause of the yes. */
const TOLD_IN_FEW = 0.17;
const TOLD_AMONG_FEW = 0.13;
/** The same where the grammar knows each of its words as harmless. */
const VOUCHED = 0.35;
/** Above it a clause that looks like a restriction is one. */
const HARDLY = 0.12;
/** "Saya sedang di luar kota, tapi saya setuju": what was told before is conceded. */
const CONCEDED: ReadonlySet<string> = new Set(['tapi', 'tetapi', 'namun', 'but', 'however']);
/** In so few words what binds in other places says nothing else. */
const FEW_WORDS = 3;
/** "Setuju dilakukan penundaan" */
const DEED_NOUN = /^pe[a-z]{4,}an$/u;
/** "Setuju untuk dirilis" */
const LINKS: ReadonlySet<string> = new Set(['untuk', 'agar', 'supaya', 'dapat', 'bisa', 'segera', 'to', 'be']);
/** Whatever else is said, these are another answer. */
const BINDING: ReadonlySet<string> = new Set(['not-me', 'reject', 'objection']);
const TIES: ReadonlySet<string> = new Set(['conditional', 'limits', 'defer']);
const MOVED = /\bpindah\b/;
/** "Tidak perlu menunggu saya": a no of its own only where nothing else is said. */
const NEEDLESS = /\b(?:perlu|usah)$/;
/** Words about words, and words said in jest. */
const NOT_MEANT = /["\u00ab\u00bb\u2018\u201c-\u201f😂🤣😅🙄]/u;
/** A folder "Rekon Piutang PNBP": a name. */
const NAME = /(?:"[^"\n]{1,80}"|\u201c[^\u201d\n]{1,80}\u201d|\u00ab[^\u00bb\n]{1,80}\u00bb)/gu;

export interface WeighedYes {
  /** The words of the yes. */
  readonly yes: string;
  /** What was found harmless beside it. */
  readonly beside: string;
}

/** @returns null where it is no plain yes */
export function weighedYes(
  mentions: Mentions,
  body: ReplyBody,
  { judge, grammar }: { readonly judge: JudgeContext; readonly grammar: YesContext },
): WeighedYes | null {
  const yes = plainly(mentions, 'approve-strong').find((one) => anothersYes(mentions, one, judge.rulebook) === null);
  if (yes === undefined || !isWeighable(mentions, body, judge) || moreThanYes(mentions, grammar.sent) !== null)
    return null;
  const parts = judgeBeside(mentions, judge);
  if (parts === null || !parts.every((part) => isTold(mentions, part, judge, grammar))) return null;
  return { yes: said(mentions, yes), beside: mentions.words.text.replace(/\s+/g, ' ') };
}

function isTold(
  mentions: Mentions,
  part: JudgedPart,
  { rulebook, isKnown }: JudgeContext,
  grammar: YesContext,
): boolean {
  const {
    words: { words, text },
    all: found,
  } = mentions;
  const { harm, place, all, loose, strange } = part;
  const [from = 0, to = 0] = [all[0], all.at(-1)];
  const written = text.slice(words[from]?.start ?? 0, words[to]?.end ?? 0);
  if (harm > HARDLY && restricts(written)) return false;
  // "Menurut sekretaris saya": no more than that the yes is his.
  if (loose.length <= FEW_WORDS + 1 && REPORTED.test(written)) return false;
  const conceded = place === 'in' && from > 0 && CONCEDED.has(words[from]?.form ?? '') ? from : -1;
  const inside = found.filter((one) => one.first >= from && one.last <= to && one.last !== conceded);
  if (inside.some((one) => binds(mentions, one, { last: to, rulebook }))) return false;
  const isNear = place === 'in';
  const isFew = (isNear ? loose : all).length <= FEW_WORDS;
  const forms = loose.map((at) => words[at]?.form ?? '');
  // "s.d.", cut at its full stops.
  if (forms.every((form) => form.length === 1)) return false;
  // "Setuju. 3 orang." may be fewer, or others, than our letter names.
  if (all.length <= FEW_WORDS + 1 && forms.some((form) => /^\d{1,2}$/.test(form) && !isKnown(form))) return false;
  const ties = inside.filter((one) => TIES.has(one.class) || NEEDLESS.test(one.phrase));
  const hedging = hedgesIn(rulebook);
  const isTied =
    ties.length > 0 ||
    forms.some((form) => hedging.has(form) || form === 'belum' || ((isNear || isFew) && isNegation(form, rulebook)));
  // Beside the yes in its clause, or among few words, what binds in other places says nothing else.
  if (isTied) return !isNear && loose.length > FEW_WORDS + (ties.some(isPhrase) ? 1 : 0) && harm < TOLD_NEAR;
  if (harm < VOUCHED && isVouched(mentions, all, { grammar, rulebook })) return true;
  const isDeed = fittingDeeds(rulebook);
  const isDone = (form: string, index: number): boolean =>
    isDeed(form) || LINKS.has(form) || (form === 'kembali' && RESTORED.has(forms[index - 1] ?? ''));
  if (isFew && isNear && !forms.every(isDone)) return harm < TOLD_AMONG_FEW;
  return harm < (isFew && !isNear && strange > 0 ? TOLD_IN_FEW : TOLD);
}

/** The grammar finds nothing strange in this clause, as it stands to the yes; what is to be done and how many must stand in our letter. */
function isVouched(
  mentions: Mentions,
  all: readonly number[],
  { grammar, rulebook }: { readonly grammar: YesContext; readonly rulebook: Rulebook },
): boolean {
  const isNumber = (form: string): boolean => /\d/.test(form) || wordKinds(rulebook)(form).kinds.includes('number');
  const isOther = (form: string): boolean =>
    !isNamed(grammar.sent, form) && ((DEED_NOUN.test(form) && !grammar.requests.has(form)) || isNumber(form));
  if (all.some((at) => isOther(mentions.words.words[at]?.form ?? ''))) return false;
  const covered = plainly(mentions, 'approve-strong', 'approve-weak');
  return strangeBeside(mentions.words, covered, grammar, new Set(all)) === null;
}

function isPhrase({ class: name, first, last }: Mention): boolean {
  return last > first && TIES.has(name);
}

function binds(mentions: Mentions, one: Mention, { last, rulebook }: Within): boolean {
  if (isOfAnother(mentions, one, rulebook)) return false;
  return BINDING.has(one.class) && !(NEEDLESS.test(one.phrase) && one.last < last);
}

interface Within {
  /** Ordinal of the last word of the clause. */
  readonly last: number;
  readonly rulebook: Rulebook;
}

/** "Sdr. Hendrik sudah pindah ke KPP Gambir": tells of somebody else; of the writer himself it says that he is not asked any more. */
function isOfAnother({ words: { words } }: Mentions, one: Mention, rulebook: Rulebook): boolean {
  if (one.class !== 'not-me' || !MOVED.test(one.phrase)) return false;
  const kindOf = wordKinds(rulebook);
  const before = words.slice(0, one.first).filter(({ clause }) => clause === words[one.first]?.clause);
  return before.length > 0 && !before.some(({ form }) => SELF.has(form) || kindOf(form).kinds.includes('self'));
}

function isWeighable(mentions: Mentions, body: ReplyBody, { rulebook }: JudgeContext): boolean {
  const { hard, soft } = refusals(mentions, mentions.words.text, rulebook);
  if ([hard, soft].some((no) => no !== null && !NEEDLESS.test(no.phrase))) return false;
  if (NOT_MEANT.test(withoutNames(mentions))) return false;
  const others = mentioned(mentions, 'not-me', 'objection', 'reject').filter(
    (one) => !isOfAnother(mentions, one, rulebook),
  );
  if (others.some((one) => one.negation === null && !NEEDLESS.test(one.phrase))) return false;
  return !QUESTION.test(body.text) && body.tickets.length <= 1 && mentions.words.words.length <= MAX_APPROVAL_WORDS;
}

function withoutNames({ words: { words, text }, all }: Mentions): string {
  const starts = all.map(({ first }) => words[first]?.start ?? 0);
  return text.replace(NAME, (name, at: number) =>
    starts.some((start) => start >= at && start < at + name.length) ? name : '',
  );
}
