/**
 * A requester's answer. Closing a ticket that is not done annoys more than one question, so "confirm" needs a plain word that all is
 * well and nothing against it; anything that still fails reopens; thanks alone are neither. What our letter asked for tells a bare
 * "sudah" and a bare number apart.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { ReplyBody } from '../body.ts';
import { failures } from './failures.ts';
import {
  findMentions,
  isAsked,
  mentioned,
  plainly,
  said,
  type Mention,
  type Mentions,
  type ReplyView,
} from '../mentions.ts';
import { classifyText } from '../../classify/classify.ts';
import { confirmed } from './confirmed.ts';
import { answer, unclear, type RequesterAnswer, type Said } from './requester-answer.ts';
import {
  ALL_WELL,
  ASIDES,
  OVER,
  WORKS_AGAIN,
  DONE_LATER,
  ELSEWHERE,
  LATER,
  WAITING,
  TROUBLE,
  UNTRIED,
  ASKS,
  neverAsked,
  WISHES,
  CLOSING_WISH,
  REPAIR,
  WRONG,
  BARE_DONE,
  STATUS_ASKED,
  OR_NOT_YET,
  OWN_DEED,
  STATE_ASKED,
  STATE_FAILS,
  WHY_STILL,
  BROUGHT,
  BARE_NUMBER,
  DATUM,
  TRYING,
  PROMISED,
  STILL_SO,
  NAMED_VALUE,
  ABOUT_IT,
  SO_FAR,
  NO_NEWS,
  spelledOut,
} from './requester-signs.ts';
import { inHisWord } from './not-his-word.ts';
import { secondWish } from './second-wish.ts';
import type { Step } from './step.ts';
import { goneAsDone, isOwnGone, isStillThere } from './taken-away.ts';
import {
  BARE_YES,
  closesPlainly,
  corrects,
  isNotDone,
  TEAM_COMMAND,
  tellsAnothersYes,
  TOLD_YES,
} from './told-by-him.ts';
import { weighed } from './weighed.ts';
import { isResultRated } from './rated-result.ts';
import { isDigitAlone, ratingIn } from './rating.ts';

const REQUESTER_VIEW: ReplyView = {
  name: 'requester',
  classes: ['done', 'again', 'thanks', 'rating', 'cancel', 'supply', 'well', 'new-request', 'status', 'complaint'],
  unbroken: ['done'],
  negationWithin: 'clause',
};

/** With such a mark what is gone of his own may be the opposite of what he wanted. */
const LOW_MARK = 2;

export interface Answered {
  readonly step: Step;
  /** The ticket wanted something taken away, and it is said to be. */
  readonly takesAway: boolean;
}

export function readRequesterAnswer(body: ReplyBody, rulebook: Rulebook, answered: Answered): RequesterAnswer {
  const { step, takesAway } = answered;
  const rating = ratingIn(body.text, step !== 'waiting');
  const spelled = spelledOut(body.text);
  const well = (takesAway ? goneAsDone(spelled) : spelled.replace(WORKS_AGAIN, '$1')).replace(ALL_WELL, ' aman ');
  const plain = told(well).trim() === '' ? well : told(well);
  const mentions = findMentions(plain, rulebook, REQUESTER_VIEW);
  if (mentions.words.words.length === 0 && rating === null) return unclear('nothing', 'nothing was written');
  if (rating !== null && isDigitAlone(body.text)) return answer('rating', 0.95, 'a digit alone', rating);
  if (TEAM_COMMAND.test(body.text)) return unclear('other', 'a command of teams');
  if (BARE_YES.test(body.text)) return unclear('other', 'a yes where none was asked');
  if (neverAsked(spelled)) return unclear('other', 'never asked for it');
  if (takesAway && isStillThere(spelled)) return answer('reopen', 0.9, 'what was to go is still there', rating);
  if (step === 'resolved' && isNotDone(spelled)) return answer('reopen', 0.85, 'it was to be done, and is not', rating);
  if (closesPlainly(body.text))
    return step === 'waiting'
      ? answer('cancel', 0.9, 'may be closed undone')
      : answer('confirm', 0.95, 'may be closed');
  if (TOLD_YES.test(body.text) || (step !== 'resolved' && tellsAnothersYes(body.text)))
    return unclear('anothers-word', "another person's yes is told");
  if (step !== 'resolved' && corrects(plain) && cancellation(mentions) === null)
    return answer('supply', 0.9, 'puts right what he wrote');
  const it = { mentions, text: plain, rulebook, step, rating };
  const more = secondWish(plain, (part) => isConfirmed(part, it));
  if (more !== null) return answer('new-request', 0.8, more, rating);
  const weighedRead = beforeDone(it, weighed(it, readWords(it), { written: body.text, takesAway }));
  const read = inHisWord(it, weighedRead, (part) => closesPlainly(part) || isConfirmed(part, it));
  if (read.intent === 'confirm' && rating !== null && rating <= LOW_MARK && isOwnGone(spelled))
    return { ...unclear('contradiction', 'his own is gone, and a low mark'), rating };
  if (rating === null || !isOnlyRated(read)) return { ...read, rating };
  return isResultRated(it, takesAway ? goneAsDone(spelled) : body.text)
    ? answer('confirm', 0.8, 'a good result, and a mark for it', rating)
    : answer('rating', 0.85, 'a rating', rating);
}

/** Nothing is done yet that could be opened again: what he finds wrong belongs to what he asked for. */
function beforeDone({ step }: Said, read: RequesterAnswer): RequesterAnswer {
  if ((step !== 'working' && step !== 'waiting') || read.intent !== 'reopen') return read;
  return answer('supply', Math.min(read.confidence, 0.7), `before it is done: ${read.why}`);
}

function isConfirmed(text: string, it: Said): boolean {
  const part = { ...it, text, mentions: findMentions(text, it.rulebook, REQUESTER_VIEW) };
  return weighed(part, readWords(part), { written: text, takesAway: false }).intent === 'confirm';
}

/** Beside a mark only plain words of another wish or of a failure say more than it does. */
function isOnlyRated({ intent, confidence }: RequesterAnswer): boolean {
  if (['unclear', 'thanks', 'complaint', 'supply'].includes(intent)) return true;
  if (intent === 'new-request') return confidence < 0.75;
  return ['reopen', 'status'].includes(intent) && confidence < 0.8;
}

/** Without what is said of another time: help that may be wanted later, trouble that is over, a slip of the writer's own. */
function told(text: string): string {
  const without = ASIDES.reduce((rest, aside) => rest.replace(aside, ' '), text);
  return without.replace(OVER, (past, offset: number) =>
    DONE_LATER.test(without.slice(offset + past.length)) ? ' ' : past,
  );
}

function readWords(it: Said): RequesterAnswer {
  const { mentions, text, rulebook, step } = it;
  const question = text.includes('?');
  const fails = failures(mentions, rulebook, step);
  const done = plainly(mentions, 'done')[0];
  const more = mentioned(mentions, 'new-request')[0];
  const cancels = cancellation(mentions);

  if (isTrying(it)) return unclear('deferral', 'still being tried');
  if (isUntried(it, fails)) return unclear('deferral', 'not tried yet');
  if (step !== 'waiting' && STILL_SO.test(text)) return answer('reopen', 0.8, 'it goes on');
  if (cancels && (!fails || VAGUE.has(fails.phrase))) return answer('cancel', 0.85, said(mentions, cancels));
  if (fails && !(more && !done)) return failing(it, fails);
  if (more && WISHES.test(text)) return answer('new-request', 0.8, said(mentions, more));
  if (question) return readQuestion(it);
  if (done || (step !== 'waiting' && BARE_DONE.test(text)))
    return isSupplying(it) ? readAnswer(it) : confirmed(it, done ?? null);
  if (PROMISED.test(text) && !done) return unclear('deferral', 'promised for later');
  if (step === 'waiting' || brings(it)) return readAnswer(it);
  const thanks = plainly(mentions, 'thanks')[0];
  if (thanks && WAITING.test(text)) return answer('thanks', 0.8, said(mentions, thanks));
  return LATER.test(text) ? unclear('deferral', 'a later word is promised') : readRest(it);
}

/** Signs of an answer to what was asked, whatever our letter was. */
const BRINGING = [DATUM, BROUGHT, BARE_NUMBER, NAMED_VALUE, ABOUT_IT];

/** After "done" a datum with trouble beside it is the trouble's. */
function brings({ text, step }: Said): boolean {
  return BRINGING.some((pattern) => pattern.test(text)) && !(step === 'resolved' && TROUBLE.test(text));
}

/** "Masih saya coba", and nothing that fails beside it. */
function isTrying({ text, rulebook, step }: Said): boolean {
  const rest = text.replace(TRYING, ' ');
  if (rest === text || TROUBLE.test(rest) || text.includes('?')) return false;
  return failures(findMentions(rest, rulebook, REQUESTER_VIEW), rulebook, step) === null;
}

/** "Suaranya belum saya cek": no word on the result of that, and nothing that fails beside it. */
function isUntried({ text }: Said, fails: Mention | null): boolean {
  const isQuiet = fails === null || fails.phrase === 'belum';
  return (
    isQuiet &&
    UNTRIED.test(text) &&
    !TROUBLE.test(text.replace(ELSEWHERE, ' ')) &&
    !text.includes('?') &&
    !/\b(?:tapi|tetapi|namun|but)\b/i.test(text)
  );
}

/** "SAS sudah, java belum" */
const DONE_AND_NOT =
  /^\W*(?:belum|blm)\b(?!\s+(?:sempat|saya|kami|sy|dicoba|tahu|tau|di))|\b(?:sudah|sdh|udah)\b[^.\n]*\b(?:belum|blm)\W*(?:pak|bu|mas|mbak|min|kak)?\W*(?:$|[.,\n])/i;
/** Words that may also tell of something else than the result ("belum di kantor", "salah ketik"). */
const VAGUE = new Set(['belum', 'salah', 'kurang', 'keliru', 'diganti', 'ditolak', 'hanya bisa', 'cuma bisa', 'again']);

function isSupplying({ mentions, text, step }: Said): boolean {
  return step === 'waiting' || OWN_DEED.test(text) || (step !== 'resolved' && mentioned(mentions, 'supply').length > 0);
}

function failing({ mentions, text, step }: Said, fails: Mention): RequesterAnswer {
  const question = text.includes('?');
  const asked = STATUS_ASKED.test(text) || OR_NOT_YET.test(text) || SO_FAR.test(text);
  if (question && asked && fails.phrase.startsWith('belum')) return answer('status', 0.8, 'asks for the state');
  if (NO_NEWS.test(text) && fails.phrase.startsWith('belum')) return answer('status', 0.8, 'asks for news');
  const complaint = plainly(mentions, 'complaint')[0];
  if (complaint && (step !== 'resolved' || ['belum', 'kurang', 'salah'].includes(fails.phrase)))
    return answer('complaint', 0.8, said(mentions, complaint));
  if (step === 'waiting' && mentioned(mentions, 'supply')[0]) return answer('supply', 0.7, 'brings what was asked');
  if (question && fails.class !== 'again') return unclear('question', 'a question');
  const vague = VAGUE.has(fails.phrase) && !DONE_AND_NOT.test(text);
  return answer('reopen', vague ? 0.7 : 0.9, said(mentions, fails));
}

function cancellation(mentions: Mentions): Mention | null {
  const short = mentions.words.words.length <= 4;
  return (
    plainly(mentions, 'cancel').find(
      (mention) => (short || mention.phrase !== 'batal') && !isAsked(mentions, mention),
    ) ?? null
  );
}

function readQuestion({ mentions, text, step }: Said): RequesterAnswer {
  const complaint = plainly(mentions, 'complaint')[0];
  if (complaint) return answer('complaint', 0.8, said(mentions, complaint));
  if (step === 'resolved' && WHY_STILL.test(text)) return answer('reopen', 0.8, 'asks why it is still so');
  const status = mentioned(mentions, 'status')[0];
  if (status) return answer('status', 0.85, said(mentions, status));
  const bare = /\b(?:sudah|udah|sdh)\s+(?:bisa|beres|selesai)\b/i.test(text);
  if (SO_FAR.test(text) && !bare) return answer('status', 0.75, 'asks how far it is');
  if (STATE_ASKED.test(text) && !bare && step !== 'resolved') return answer('status', 0.75, 'asks whether it is so');
  return STATUS_ASKED.test(text) && !bare
    ? answer('status', 0.8, 'asks for the state')
    : unclear('question', 'a question');
}

/** An answer to a letter that asked for something, or a datum with its name. */
function readAnswer(it: Said): RequesterAnswer {
  const { mentions, text } = it;
  const complaint = plainly(mentions, 'complaint')[0];
  if (complaint) return answer('complaint', 0.8, said(mentions, complaint));
  const status = mentioned(mentions, 'status')[0];
  if (status) return answer('status', 0.8, said(mentions, status));
  const supply = mentioned(mentions, 'supply')[0];
  if (supply) return answer('supply', 0.85, said(mentions, supply));
  if (LATER.test(text)) return unclear('deferral', 'a later word is promised');
  if (BRINGING.some((pattern) => pattern.test(text))) return answer('supply', 0.75, 'a datum with its name');
  const thanks = plainly(mentions, 'thanks')[0];
  const words = mentions.words.words.length;
  if (thanks && words <= 8 && !ASKS.test(text)) return answer('thanks', 0.85, said(mentions, thanks));
  return words >= 3
    ? answer('supply', 0.6, 'answers what was asked')
    : unclear('other', 'too short to be what was asked');
}

function readRest({ mentions, text, rulebook, step }: Said): RequesterAnswer {
  for (const intent of ['complaint', 'supply', 'status'] as const) {
    const mention = mentioned(mentions, intent)[0];
    if (mention) return answer(intent, 0.8, said(mentions, mention));
  }
  if (SO_FAR.test(text)) return answer('status', 0.75, 'asks how far it is');
  if (TROUBLE.test(text) && !UNTRIED.test(text)) return answer('reopen', 0.6, 'something goes wrong');
  if (step === 'resolved' && STATE_FAILS.test(text)) return answer('reopen', 0.8, 'is not as it should be');
  if (WRONG.test(text))
    return ASKS.test(text) ? answer('reopen', 0.6, 'something is wrong') : unclear('other', 'something is wrong');
  const wish = WISHES.test(text) && !REPAIR.test(text) ? classifyText(text, rulebook) : null;
  if (wish !== null) return answer('new-request', 0.6, wish);
  const thanks = plainly(mentions, 'thanks')[0];
  if (thanks && !ASKS.test(text.replace(CLOSING_WISH, ''))) return answer('thanks', 0.85, said(mentions, thanks));
  return unclear('other', 'neither yes nor no');
}
