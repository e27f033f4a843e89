/**
 * What the lists read in a requester's answer, weighed against what it is like (second-opinion.ts) and against the judgement of each clause
 * (judged-result.ts). Lists and judge may each say that all is well where the other does not know, and each may take it from the other;
 * likeness alone never does.
 */
import { against, type Against } from './confirmed.ts';
import { judgedResult, type ResultJudgement } from './judged-result.ts';
import { mayBe } from './may-be.ts';
import { answer, unclear, type RequesterAnswer, type Said } from './requester-answer.ts';
import { plainly, said } from '../mentions.ts';
import { secondOpinion } from '../second-opinion.ts';
import { goneAsDone } from './taken-away.ts';

export interface Written {
  readonly written: string;
  /** The ticket wanted something taken away, and it is said to be. */
  readonly takesAway: boolean;
}

/** Odds of a judged result (as a logarithm) above which it counts, by how much in the words speaks against it. */
const WELL_ENOUGH: Readonly<Record<Against, number>> = {
  nothing: 2,
  something: 8,
  plainly: Infinity,
};
/** More is asked where the lists read something else in it. */
const INSTEAD_OF_TROUBLE = 5;
const INSTEAD_OF_THANKS = 4;
const INSTEAD_OF_ANOTHER = 4;
/** Nothing was said to be done yet. */
const BEFORE_DONE = 3;
/** Below this a "done" of the lists is doubted; where the lists are less sure themselves, only below the other. */
const DOUBTED = 2;
const DOUBTED_IF_BARE = -1;
/** Where the most doubtful clause is the one that says "done" ("sudah bisa buka email"), nothing beside it speaks against it. */
const DOUBTED_IF_REPORT = 0.5;
/** In fewer words too little is said to doubt what the lists know. */
const FEWEST_DOUBTED = 6;
/** "Sudah mengerti": in so few words no result is told. */
const FEWEST_TOLD = 3;
/** A word that somebody is still to say, a doubt, a "done" and its contrary, a question: no result beside these counts. */
const NO_RESULT = new Set([
  'deferral',
  'question',
  'condition',
  'contradiction',
  'anothers-word',
  'away',
  'nothing',
  'acknowledged',
]);

export function weighed(it: Said, read: RequesterAnswer, { written, takesAway }: Written): RequesterAnswer {
  const gone = goneAsDone(written);
  const result = it.step === 'waiting' ? null : judgedResult(takesAway ? gone : written, it.rulebook);
  if (result === null) return likened(it, read);
  if (read.intent === 'confirm')
    return isDoubted(it, read, result) ? unclear('contradiction', `done, but: ${result.open}`) : likened(it, read);
  if (isWell(it, read, result.odds) && (takesAway || gone === written))
    return answer('confirm', 0.8, `tells a good result: ${result.told}`);
  return likened(it, read);
}

/** Trouble that is over, which the lists leave out, is judged, too: both ways of reading must doubt it. */
function isDoubted(
  { text, rulebook, mentions }: Said,
  { confidence }: RequesterAnswer,
  result: ResultJudgement,
): boolean {
  if (text.split(/\s+/).length < FEWEST_DOUBTED) return false;
  const { odds, open } = result;
  const isReport = plainly(mentions, 'done').some((done) => open.includes(said(mentions, done)));
  const doubted = confidence < 0.9 ? DOUBTED_IF_BARE : isReport ? DOUBTED_IF_REPORT : DOUBTED;
  return odds < doubted && (judgedResult(text, rulebook)?.odds ?? odds) < doubted;
}

function isWell(it: Said, read: RequesterAnswer, odds: number): boolean {
  if (read.intent === 'rating' || NO_RESULT.has(read.unclear ?? '')) return false;
  if (it.mentions.words.words.length < FEWEST_TOLD) return false;
  const speaksAgainst = against(it);
  const enough = Math.max(WELL_ENOUGH[speaksAgainst], insteadOf(read, it, speaksAgainst));
  return odds >= enough + (it.step === 'resolved' ? 0 : BEFORE_DONE);
}

function insteadOf({ intent, confidence }: RequesterAnswer, { step }: Said, speaksAgainst: Against): number {
  switch (intent) {
    case 'unclear':
      return -Infinity;
    case 'supply':
      return step === 'resolved' ? -Infinity : INSTEAD_OF_TROUBLE;
    case 'thanks':
      return INSTEAD_OF_THANKS;
    case 'reopen':
      // A plain word of failure that no negation turns round.
      return confidence >= 0.9 && speaksAgainst === 'nothing' ? Infinity : INSTEAD_OF_TROUBLE;
    default:
      return INSTEAD_OF_ANOTHER;
  }
}

/** A bare word of being done counts only where the whole is like a confirmation. */
const BARE_DOUBT = 0.4;

function likened(it: Said, read: RequesterAnswer): RequesterAnswer {
  const doubt = read.intent === 'confirm' && read.confidence < 0.9 ? BARE_DOUBT : undefined;
  const first = {
    intent: read.intent,
    trust: trustIn(read),
    ...(doubt && { doubtBelow: doubt }),
  };
  const may = mayBe(it, read);
  const second = secondOpinion(first, { text: it.text, role: 'requester', rulebook: it.rulebook, may });
  if (second === null) return read;
  const { intent, confidence, why } = second;
  return { ...read, intent, confidence, why, unclear: intent === 'unclear' ? (read.unclear ?? 'other') : null };
}

function trustIn({ intent, confidence, unclear: kind }: RequesterAnswer): number {
  if (kind === 'anothers-word') return 4;
  if (intent === 'unclear') return kind === 'deferral' ? 2.5 : kind === 'question' ? 0.8 : 0.3;
  if (intent === 'thanks') return 0.7;
  return confidence >= 0.95 ? 4 : confidence >= 0.9 ? 1.5 : confidence >= 0.75 ? 2 : 0.6;
}
