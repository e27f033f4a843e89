/**
 * A strong yes whose neighbours the grammar cannot place: the judge of plain approvals weighs every clause of the answer by itself, and all of
 * them have to be harmless by far. Such a yes counts as a weak one: the approver is told at once and can take it back, and sensitive
 * requests are asked back all the same.
 */
import { anothersYes, fittingDeeds } from './anothers-yes.ts';
import { wordKinds } from './clause-kinds.ts';
import { moreThanYes } from './more-than-yes.ts';
import { HEDGES, obstacleTo, QUESTION, restricts } from './obstacles.ts';
import { refusals } from './refusal.ts';
import { judgeBeside, type JudgeContext, type JudgedPart } from './yes-judge.ts';
import { SELF } from '../words.ts';
import type { ReplyBody } from '../body.ts';
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { isNegation, mentioned, plainly, said, type Mention, type Mentions } from '../mentions.ts';

/** Harm below which a clause counts as told. Chosen on answers of twenty writers, each left out of learning. */
const TOLD = 0.3;
/** The same where a number stands in it, or a word that binds in other places. */
const TOLD_NEAR = 0.2;
/** Above it a clause that looks like a restriction is one. */
const HARDLY = 0.12;
/** The same of few words in the clause of the yes, or of few that count: another's name, a reluctance, a part. */
const TOLD_AMONG_FEW = 0.1;
/** "Saya sedang di luar kota, tapi saya setuju": what was told before is conceded. */
const CONCEDED: ReadonlySet<string> = new Set(['tapi', 'tetapi', 'namun', 'but', 'however']);
/** In so few words what binds in other places says nothing else. */
const FEW_WORDS = 3;
/** "Setuju untuk dirilis" */
const LINKS: ReadonlySet<string> = new Set(['untuk', 'agar', 'supaya', 'dapat', 'bisa', 'segera', 'to', 'be']);
/** Whatever else is said, these are another answer. */
const BINDING: ReadonlySet<string> = new Set(['not-me', 'reject', 'objection']);
const TIES: ReadonlySet<string> = new Set(['conditional', 'limits', 'defer']);
/** What the judge can weigh; a question that is asked, another's word or several tickets it cannot. */
const WEIGHABLE: ReadonlySet<string> = new Set(['condition', 'deferral', 'away', 'question', 'forwarded']);
const MOVED = /\bpindah\b/;
/** "Tidak perlu menunggu saya": a no of its own only where nothing else is said. */
const NEEDLESS = /\b(?:perlu|usah)$/;
const NEEDLESS_SAID = /^"[^"]*\b(?:perlu|usah)" \(reject\)$/i;
/** Words about words, and words said in jest. */
const NOT_MEANT = /["\u00ab\u00bb\u2018\u201c-\u201f😂🤣😅🙄]/u;

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
  { judge, sent }: { readonly judge: JudgeContext; readonly sent: ReadonlySet<string> | null },
): WeighedYes | null {
  const yes = plainly(mentions, 'approve-strong').find((one) => anothersYes(mentions, one) === null);
  if (yes === undefined || !isWeighable(mentions, body, judge) || moreThanYes(mentions, sent) !== null) return null;
  const parts = judgeBeside(mentions, judge);
  if (parts === null || !parts.every((part) => isTold(mentions, part, judge.rulebook))) return null;
  return { yes: said(mentions, yes), beside: mentions.words.text.replace(/\s+/g, ' ') };
}

function isTold(mentions: Mentions, part: JudgedPart, rulebook: Rulebook): boolean {
  const {
    words: { words, text },
    all: found,
  } = mentions;
  const { harm, place, all, loose } = part;
  const [from = 0, to = 0] = [all[0], all.at(-1)];
  const written = words.slice(from, to + 1);
  if (harm > HARDLY && restricts(text.slice(written[0]?.start ?? 0, written.at(-1)?.end ?? 0))) return false;
  const kindOf = wordKinds(rulebook);
  const forms = loose.map((at) => words[at]?.form ?? '');
  // "s.d.", cut at its full stops.
  if (forms.every((form) => form.length === 1)) return false;
  const isNear = place === 'in';
  const conceded = isNear && from > 0 && CONCEDED.has(words[from]?.form ?? '') ? from : -1;
  const inside = found.filter((one) => one.first >= from && one.last <= to && one.last !== conceded);
  if (inside.some((one) => binds(mentions, one, { last: to, rulebook }))) return false;
  const ties = inside.filter((one) => TIES.has(one.class) || NEEDLESS.test(one.phrase));
  const hasPhrase = ties.some((one) => one.last > one.first && TIES.has(one.class));
  const isTied = ties.length > 0 || forms.some((form) => HEDGES.has(form));
  // Beside the yes in its clause, or among few words, what binds in other places says nothing else.
  if (isTied && (isNear || loose.length <= (hasPhrase ? FEW_WORDS + 1 : FEW_WORDS))) return false;
  if ((isNear || loose.length <= FEW_WORDS) && forms.some((form) => isNegation(form, rulebook))) return false;
  const counts = forms.some((form) => kindOf(form).kinds.some((kind) => kind === '#' || kind === 'number'));
  const isDeed = fittingDeeds(rulebook);
  if ((isNear || counts) && loose.length < FEW_WORDS && !forms.every((form) => isDeed(form) || LINKS.has(form)))
    return harm < TOLD_AMONG_FEW;
  return harm < (isTied || counts ? TOLD_NEAR : TOLD);
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
  const { hard, soft } = refusals(mentions, mentions.words.text);
  if ([hard, soft].some((no) => no !== null && !NEEDLESS.test(no.phrase))) return false;
  if (NOT_MEANT.test(mentions.words.text)) return false;
  const others = mentioned(mentions, 'not-me', 'objection', 'reject').filter(
    (one) => !isOfAnother(mentions, one, rulebook),
  );
  if (others.some((one) => one.negation === null && !NEEDLESS.test(one.phrase))) return false;
  if (QUESTION.test(body.text)) return false;
  const obstacle = obstacleTo(mentions, body, rulebook);
  return obstacle === null || WEIGHABLE.has(obstacle.class) || NEEDLESS_SAID.test(obstacle.says);
}
