/**
 * An approver's answer. The costly error is an approval that was none, so a yes counts only when it is plain: a strong word without any
 * word of another class near and without strange words beside it, or a weak word when nothing else is said. All else is a no where that
 * is plain, or is asked back.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { ReplyIntent, UnclearWhy } from '../../reading.ts';
import { doubtOf } from './anothers-yes.ts';
import { bindsAlways } from './binds-always.ts';
import { bindsByBuild } from './binds-by-build.ts';
import { withoutAsides } from './asides.ts';
import { isUndecided, putOff, refusalWaits, turnsRefusal } from './no-refusal.ts';
import { replyBody, type ReplyBody } from '../body.ts';
import { findMentions, mentioned, plainly, said, type Mention, type Mentions, type ReplyView } from '../mentions.ts';
import { withoutInnerDots } from './inner-dots.ts';
import { withoutOwnTeam } from './handed-on.ts';
import { moreThanYes } from './more-than-yes.ts';
import { obstacleTo } from './obstacles.ts';
import { FITTING, strangeBeside, type YesContext } from './plain-yes.ts';
import { readRefusal, refusals } from './refusal.ts';
import { secondOpinion } from '../second-opinion.ts';
import type { Obstacle, Verdict } from '../verdict.ts';
import { harmlessClauses, weakYes } from './weak-yes.ts';
import { weighedYes } from './weighed-yes.ts';
import { wordKinds } from './clause-kinds.ts';
import { isNamed, SELF, wordSet } from '../words.ts';
import { judgeBeside, type JudgeContext } from './yes-judge.ts';

const APPROVER_VIEW: ReplyView = {
  name: 'approver',
  classes: [
    'approve-strong',
    'approve-weak',
    'reject',
    'defer',
    'conditional',
    'limits',
    'not-me',
    'question-ack',
    'objection',
    'away',
  ],
  unbroken: ['approve-strong', 'approve-weak', 'objection', 'reject', 'limits'],
  negationWithin: 'sentence',
};

/** What else is known when an approver's words are read. */
export interface ApproverContext {
  /** Words of our letter as compared, null when it is not known. */
  readonly sent: ReadonlySet<string> | null;
  /** Words of the writer's own name. */
  readonly names: ReadonlySet<string>;
  /** The letter only told of the request: a no is an objection. */
  readonly notice: boolean;
  /** The letter asked for a word: an objection is a no. */
  readonly asked: boolean;
}

export function readApproval(body: ReplyBody, rulebook: Rulebook, context: ApproverContext): Verdict {
  const text = asked(body.text, withoutAsides(body.text));
  const mentions = mentionsIn(text, rulebook);
  if (mentions.words.words.length === 0) return unclear('nothing', 'nothing was written');
  const first = readMentions(mentions, { ...body, text }, rulebook, context);
  const byJudge = first.intent === 'unclear' ? readWeighed(mentions, { ...body, text }, rulebook, context) : null;
  const read = byJudge ?? weighed(first, text, { mentions, rulebook });
  const bound =
    read.intent === 'approve'
      ? (bindsAlways(mentions.words, rulebook, byJudge !== null) ?? bindsByBuild(mentions.words, context.sent))
      : null;
  if (bound !== null) return unclearFor(bound);
  if (context.notice && read.intent === 'reject') return { ...read, intent: 'object' };
  return context.asked && read.intent === 'object' ? { ...read, intent: 'reject' } : read;
}

function mentionsIn(text: string, rulebook: Rulebook): Mentions {
  return withoutOwnTeam(findMentions(withoutInnerDots(text), rulebook, APPROVER_VIEW));
}

/** A question that went with an aside stays one. */
function asked(whole: string, text: string): string {
  return /[?\uff1f]/.test(whole) && !/[?\uff1f]/.test(text) ? `${text}?` : text;
}

/** So begun it counts as a weak yes. */
const IN_PRINCIPLE = /\b(?:pada|secara) (?:prinsip|dasar)(?:nya)?\b/i;
/** So short a yes hides nothing that the grammar would not see. */
const FEW_WORDS = 6;
/** Harm above which a yes is asked back that the grammar takes for plain. */
const PLAINLY_HARMFUL = 0.6;
const NOTHING: ReadonlySet<ReplyIntent> = new Set();
const WITHOUT_REFUSAL: ReadonlySet<ReplyIntent> = new Set(['not-me']);
const BY_LIKENESS: ReadonlySet<ReplyIntent> = new Set<ReplyIntent>(['reject', 'object', 'not-me']);

/** A no may be seen by its likeness to others, where no word of a yes stands; a yes never. */
function weighed(
  read: Verdict,
  text: string,
  { mentions, rulebook }: { readonly mentions: Mentions; readonly rulebook: Rulebook },
): Verdict {
  if (read.unclear === 'deferral') return read;
  const yes = mentioned(mentions, 'approve-strong').some((mention) => mention.negation === null);
  const short = mentions.words.words.length <= FEW_WORDS;
  if (read.intent === 'approve' ? short || yes : read.intent !== 'unclear' || yes || text.includes('?')) return read;
  const may = read.intent === 'approve' ? NOTHING : bound(mentions, rulebook) ? WITHOUT_REFUSAL : BY_LIKENESS;
  const trust = read.intent === 'unclear' ? 0.7 : 4;
  const second = secondOpinion({ intent: read.intent, trust }, { text, role: 'approver', rulebook, may });
  if (second === null) return read;
  return {
    ...read,
    ...second,
    strength: null,
    unclear: second.intent === 'unclear' ? (read.unclear ?? 'other') : null,
  };
}

/** A go-ahead, a condition or a refusal turned round stands there, or he cannot answer yet: then a likeness to refusals says too little. */
function bound(mentions: Mentions, rulebook: Rulebook): boolean {
  const said = plainly(mentions, 'approve-weak').length + mentioned(mentions, 'conditional').length > 0;
  return said || [turnsRefusal, refusalWaits, isUndecided].some((tells) => tells(mentions, rulebook));
}

function readMentions(mentions: Mentions, body: ReplyBody, rulebook: Rulebook, context: ApproverContext): Verdict {
  const yes = mentioned(mentions, 'approve-strong').filter((mention) => mention.negation === null);
  const plainYes = yes.filter(
    (mention) => doubtOf(mentions, mention, rulebook) === null && !isRefused(mentions, mention),
  );
  const no = refusals(mentions, body.text, rulebook);
  const notMe = plainly(mentions, 'not-me')[0];
  const onlyTurned = [no.hard, no.soft].every((one) => one === null || one.negation !== null);
  if ((no.hard !== null || no.soft !== null) && !(notMe && onlyTurned)) {
    return readRefusal(mentions, { no, plainYes, question: body.text.includes('?'), rulebook });
  }
  const away = plainly(mentions, 'away')[0];
  if (away && notMe) return unclear('away', said(mentions, away));
  if (notMe && plainYes.length > 0) return unclear('contradiction', `yes and "${said(mentions, notMe)}"`);
  const objection = plainly(mentions, 'objection')[0];
  if (notMe && !(objection && objection.first < notMe.first)) return verdict('not-me', 0.85, said(mentions, notMe));
  if (objection && yes.length === 0) return verdict('object', 0.85, said(mentions, objection));
  const later = yes.length > 0 || body.text.includes('?') ? null : putOff(mentions, rulebook);
  if (later !== null) return unclear('deferral', said(mentions, later));
  const obstacle = obstacleTo(mentions, body, rulebook);
  if (obstacle !== null) return unclearFor(obstacle);
  const more = yes.length > 0 ? moreThanYes(mentions, context.sent) : null;
  if (more !== null) return unclearFor(more);
  const others = yes.map((one) => doubtOf(mentions, one, rulebook)).find((doubt) => doubt?.class === 'anothers-word');
  if (others) return unclearFor(others);
  return plainYes.length > 0
    ? strongYes(mentions, plainYes, { rulebook, context })
    : weakOrNone(mentions, { doubted: yes[0] ?? null, rulebook, context });
}

/** "tidak berkenan memberikan izin": the no before it is a phrase of its own. */
function isRefused(mentions: Mentions, yes: Mention): boolean {
  const { words } = mentions.words;
  return mentioned(mentions, 'reject', 'objection').some(
    (no) =>
      no.last < yes.first &&
      yes.first - no.last <= 2 &&
      words[no.last]?.clause === words[yes.first]?.clause &&
      /^(?:tidak|belum|jangan|not|cannot|do not)\b/.test(no.phrase),
  );
}

/** Where nothing strange stands beside it, the judge may still warn. */
function strongYes(mentions: Mentions, plainYes: readonly Mention[], knowing: Knowing): Verdict {
  const covered = mentioned(mentions, 'approve-strong', 'approve-weak').filter((one) => one.negation === null);
  const strange = strangeBeside(mentions.words, covered, yesContext(knowing.rulebook, knowing.context));
  if (strange !== null) return unclear('condition', `"${strange}" beside the yes`);
  const harmful = harmfulBeside(mentions, judging(knowing));
  if (harmful !== null) return unclear('condition', `"${harmful}" is more than a yes`);
  const [first] = plainYes;
  const inPrinciple = IN_PRINCIPLE.test(mentions.words.text);
  return {
    ...verdict('approve', inPrinciple ? 0.85 : 0.97, first ? said(mentions, first) : ''),
    strength: inPrinciple ? 'weak' : 'strong',
  };
}

/** The clause that is plainly more than a yes, though the grammar sees nothing in it; what the desk does with any request is none. */
function harmfulBeside(mentions: Mentions, judge: JudgeContext): string | null {
  const worst = (judgeBeside(mentions, judge) ?? []).toSorted((a, b) => b.harm - a.harm)[0];
  if (worst === undefined || worst.harm <= PLAINLY_HARMFUL) return null;
  const { words } = mentions.words;
  const isFitting = worst.loose.every((at) => FITTING.has(words[at]?.form ?? '') || SELF.has(words[at]?.form ?? ''));
  return isFitting ? null : worst.loose.map((at) => words[at]?.form ?? '').join(' ');
}

/** As a whole, clause by clause. */
function readWeighed(
  mentions: Mentions,
  body: ReplyBody,
  rulebook: Rulebook,
  context: ApproverContext,
): Verdict | null {
  const grammar = yesContext(rulebook, context);
  const yes = weighedYes(mentions, body, { judge: judging({ rulebook, context }), grammar });
  return yes && judged(yes.yes, yes.beside);
}

/** Counted by likeness, so a weak yes: the approver is told and may take it back. */
function judged(yes: string, beside: string): Verdict {
  return {
    ...verdict('approve', 0.85, `${yes}; told beside it as beside other approvals: ${beside}`),
    strength: 'weak',
  };
}

function judging({ rulebook, context }: Knowing): JudgeContext {
  const { names, sent, harmless } = yesContext(rulebook, context);
  return {
    rulebook,
    isKnown: (form) => names.has(form) || (isNamed(sent, form) && !harmless.has(form)),
    read: (text) => mentionsIn(withoutAsides(replyBody(text, rulebook).text), rulebook),
    readBare: (text) => mentionsIn(text, rulebook),
  };
}

function weakOrNone(
  mentions: Mentions,
  found: { readonly doubted: Mention | null; readonly rulebook: Rulebook; readonly context: ApproverContext },
): Verdict {
  const doubt = found.doubted && doubtOf(mentions, found.doubted, found.rulebook);
  if (doubt) return unclearFor(doubt);
  const weak = weakYes(mentions, {
    sent: found.context.sent,
    names: found.context.names,
    polite: politeOf(found.rulebook),
    clauses: harmlessClauses(found.rulebook),
  });
  if (weak.kind === 'none') return unclear('other', 'no word of approval or refusal');
  if (weak.kind === 'more') return unclear(weak.why, `"${weak.words}" is not all that is said`);
  return { ...verdict('approve', 0.8, weak.words), strength: 'weak' };
}

interface Knowing {
  readonly rulebook: Rulebook;
  readonly context: ApproverContext;
}

const wordLists = new WeakMap<Rulebook, Pick<YesContext, 'harmless' | 'requests' | 'limits'>>();
const politeWords = new WeakMap<Rulebook, ReadonlySet<string>>();

function yesContext(rulebook: Rulebook, context: ApproverContext): YesContext {
  const known = wordLists.get(rulebook) ?? {
    harmless: besideWords(rulebook, /^beside-/),
    requests: wordSet((rulebook.replies['request-words'] ?? []).join(' ')),
    limits: limitsIn(rulebook),
  };
  wordLists.set(rulebook, known);
  return { ...known, sent: context.sent, names: context.names };
}

/** Behind the request's own noun these make less of it, or another one. */
const LIMITING = 'span only first if but must change check not coming day stage'.split(' ');

function limitsIn(rulebook: Rulebook): (form: string) => boolean {
  const kindOf = wordKinds(rulebook);
  return (form) => kindOf(form).kinds.some((kind) => LIMITING.includes(kind));
}

/** What is no more than politeness, also beside a weak yes. */
function politeOf(rulebook: Rulebook): ReadonlySet<string> {
  const known = politeWords.get(rulebook) ?? politeWordsOf(rulebook);
  politeWords.set(rulebook, known);
  return known;
}

function politeWordsOf(rulebook: Rulebook): ReadonlySet<string> {
  const beside = besideWords(rulebook, /^beside-(?:courtesy|particles|haste)$/);
  return new Set([...beside, ...wordSet((rulebook.wording?.beside_weak_yes ?? []).join(' '))]);
}

function besideWords({ replies }: Rulebook, classes: RegExp): ReadonlySet<string> {
  const named = Object.entries(replies).flatMap(([name, words]) => (classes.test(name) ? words : []));
  return wordSet(named.join(' '));
}

function verdict(intent: ReplyIntent, confidence: number, why: string): Verdict {
  return { intent, confidence, strength: null, why, unclear: null };
}

function unclearFor({ class: why, says }: Obstacle): Verdict {
  return unclear(why, says);
}

function unclear(why: UnclearWhy, says: string): Verdict {
  return { intent: 'unclear', confidence: 0.5, strength: null, why: says, unclear: why };
}
