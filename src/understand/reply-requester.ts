/**
 * A requester's answer. Closing a ticket that is not done annoys more than one question, so "confirm" needs a plain word that all is
 * well and nothing against it; anything that still fails reopens; thanks alone are neither.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { ReplyIntent } from './reading.ts';
import type { ReplyBody } from './reply-body.ts';
import {
  findMentions,
  isAsked,
  isNegation,
  mentioned,
  plainly,
  said,
  type Mention,
  type Mentions,
  type ReplyView,
} from './reply-mentions.ts';

const REQUESTER_VIEW: ReplyView = {
  name: 'requester',
  classes: ['done', 'again', 'thanks', 'rating', 'cancel', 'supply', 'new-request', 'status', 'complaint'],
  unbroken: ['done'],
  negationWithin: 'clause',
};

export interface RequesterAnswer {
  readonly intent: ReplyIntent;
  readonly confidence: number;
  readonly rating: number | null;
  readonly why: string;
}

const NUMERALS: ReadonlyMap<string, number> = new Map([
  ['satu', 1],
  ['dua', 2],
  ['tiga', 3],
  ['empat', 4],
  ['lima', 5],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
]);
const RATED =
  /\b(?:nilai|penilaian|rating|rate|bintang|skor|score|stars?)\b\W{0,3}(?:(?:dari|untuk|saya|kami|nya|ini|layanan|pelayanan|adalah|is|of)\W{0,2}){0,4}([1-5]|satu|dua|tiga|empat|lima|one|two|three|four|five)\b|\b([1-5]|lima|empat|tiga|dua|satu)\s*(?:bintang|stars?)\b|(?<![\d/])([1-5])\s*\/\s*5\b(?!\/)/i;
const ONLY_DIGIT = /^\W*([1-5])\W*$/;
const STARS = /^\W*(?:⭐|★){1,5}/u;

/** Negations that speak well: nothing fails any more. */
const ALL_WELL =
  /\b(?:tidak|tdk|ga|gak|nggak|ngga|enggak)\s+(?:ada|muncul|error|eror|bermasalah|terjadi|lemot|lambat|putus|terkendala|gagal)\s+(?:\S+\s+){0,3}?(?:lagi|masalah|kendala|keluhan)\b|\b(?:tidak|tdk|ga|gak)\s+(?:error|eror|muncul|bermasalah)\s+lagi\b|\bno (?:more|further|other) \S+|\bno (?:issues?|problems?)\b/gi;
const LATER =
  /\b(?:nanti|akan (?:saya|kami)|besok|mohon ditunggu|ditunggu|saya (?:coba|cek) dulu|dicoba dulu|dicek dulu|will (?:try|check)|later)\b/i;
/** "belum saya coba": he has not tried yet. */
const NOT_TRIED = /^\s*(?:(?:saya|kami|sempat)\s+){1,2}(?:\w*coba|\w*cek|\w*tes|\w*lihat|buka)/i;
const CONTRAST =
  /\b(?:tapi|tetapi|tp|namun|cuma|cuman|hanya saja|kecuali|sayang\w*|but|however|except|sebagian|baru \d+|yang satu|satunya)\b/i;
const ASKS = /\b(?:mohon|tolong|minta|please|could you|kindly)\b/i;
/** Wishes that belong to a confirmation. */
const CLOSING_WISH =
  /\b(?:mohon|tolong|silakan|please)\b[^.\n]{0,40}\b(?:tutup|ditutup|close|maaf|diselesaikan)\b|\bmohon (?:maaf|izin|ijin)\b/gi;
const WRONG = /\b(?:kok|kenapa|salah|keliru|bukan)\b/i;

export function readRequesterAnswer(body: ReplyBody, rulebook: Rulebook): RequesterAnswer {
  const rating = ratingIn(body.text);
  const mentions = findMentions(body.text.replace(ALL_WELL, ' aman '), rulebook, REQUESTER_VIEW);
  if (mentions.words.words.length === 0 && rating === null) return answer('unclear', 0.5, null, 'nothing was written');
  const only = ONLY_DIGIT.test(body.text.replace(/\n[\s\S]*$/, ''));
  if (rating !== null && only) return answer('rating', 0.95, rating, 'a digit alone');

  const read = readWords(mentions, body.text, rulebook);
  if (read.intent === 'unclear' || read.intent === 'thanks') {
    return rating === null ? read : answer('rating', 0.85, rating, 'a rating');
  }
  return { ...read, rating };
}

function ratingIn(text: string): number | null {
  const digit = ONLY_DIGIT.exec(text.split('\n')[0] ?? '')?.[1];
  const match = RATED.exec(text);
  const word = digit ?? match?.[1] ?? match?.[2] ?? match?.[3];
  if (word !== undefined) return NUMERALS.get(word.toLowerCase()) ?? Number(word);
  const stars = STARS.exec(text)?.[0];
  return stars === undefined ? null : [...stars].filter((char) => char === '⭐' || char === '★').length;
}

function readWords(mentions: Mentions, text: string, rulebook: Rulebook): RequesterAnswer {
  const question = text.includes('?');
  const fails = failures(mentions, rulebook);
  const done = plainly(mentions, 'done')[0];
  const more = mentioned(mentions, 'new-request')[0];
  const cancels = cancellation(mentions);

  if (cancels && !fails) return answer('cancel', 0.85, null, said(mentions, cancels));
  if (fails && !(more && !done)) return reopened(mentions, fails, question);
  if (more && ASKS.test(text)) return answer('new-request', 0.8, null, said(mentions, more));
  if (question) return readQuestion(mentions);
  if (LATER.test(text)) return answer('unclear', 0.5, null, 'a later word is promised');
  return done ? confirmed(mentions, done, text) : readRest(mentions, text);
}

/** Closes only where nothing is wanted, contrasted or found wrong beside the "done". */
function confirmed(mentions: Mentions, done: Mention, text: string): RequesterAnswer {
  if (CONTRAST.test(text)) return answer('unclear', 0.5, null, 'done, but');
  if (WRONG.test(text)) return answer(ASKS.test(text) ? 'reopen' : 'unclear', 0.6, null, 'something is wrong');
  const wanted = ASKS.test(text.replace(CLOSING_WISH, ''));
  return wanted
    ? answer('unclear', 0.5, null, 'done, and something is asked')
    : answer('confirm', 0.95, null, said(mentions, done));
}

function reopened(mentions: Mentions, fails: Mention, question: boolean): RequesterAnswer {
  if (question && fails.class !== 'again') return answer('unclear', 0.5, null, 'a question');
  return answer('reopen', 0.9, null, said(mentions, fails));
}

/** A word of failure, a "done" turned round by a negation, or a bare "belum". */
function failures(mentions: Mentions, rulebook: Rulebook): Mention | null {
  const again = plainly(mentions, 'again').find((mention) => !isAsked(mentions, mention));
  const undone = mentioned(mentions, 'done').find(
    (mention) => mention.negation !== null && mention.negation !== 'tanpa',
  );
  if (again ?? undone) return again ?? undone ?? null;
  const { words, text } = mentions.words;
  const some = plainly(mentions, 'done').length > 0 || words.some((word) => word.form === 'sudah');
  const bare = words.findIndex((word) => isNegation(word.form, rulebook) && word.form === 'belum');
  if (!some || bare < 0 || isAsked(mentions, { last: bare })) return null;
  if (NOT_TRIED.test(text.slice(words[bare]?.end ?? 0))) return null;
  return { class: 'again', phrase: 'belum', first: bare, last: bare, negation: null };
}

function cancellation(mentions: Mentions): Mention | null {
  return (
    plainly(mentions, 'cancel').find((mention) => mention.phrase !== 'batal' && !isAsked(mentions, mention)) ?? null
  );
}

function readQuestion(mentions: Mentions): RequesterAnswer {
  const status = mentioned(mentions, 'status')[0];
  if (status) return answer('status', 0.85, null, said(mentions, status));
  const complaint = plainly(mentions, 'complaint')[0];
  return complaint
    ? answer('complaint', 0.8, null, said(mentions, complaint))
    : answer('unclear', 0.5, null, 'a question');
}

function readRest(mentions: Mentions, text: string): RequesterAnswer {
  for (const [name, intent] of [
    ['complaint', 'complaint'],
    ['supply', 'supply'],
    ['status', 'status'],
  ] as const) {
    const mention = mentioned(mentions, name)[0];
    if (mention) return answer(intent, 0.8, null, said(mentions, mention));
  }
  if (WRONG.test(text)) return answer(ASKS.test(text) ? 'reopen' : 'unclear', 0.6, null, 'something is wrong');
  const thanks = plainly(mentions, 'thanks')[0];
  if (thanks && !ASKS.test(text)) return answer('thanks', 0.85, null, said(mentions, thanks));
  return answer('unclear', 0.5, null, 'neither yes nor no');
}

function answer(intent: ReplyIntent, confidence: number, rating: number | null, why: string): RequesterAnswer {
  return { intent, confidence, rating, why };
}
