/** What a requester says is still wrong: a word of failure, a "done" turned round by a negation, or a bare "belum". */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { isAsked, isNegation, mentioned, plainly, type Mention, type Mentions } from '../mentions.ts';
import type { Step } from './step.ts';

/** "belum saya coba": he has not tried yet. */
const NOT_TRIED = /^\s*(?:(?:saya|kami|sempat|di)\s*){1,2}(?:\w*coba|\w*cek|\w*tes|\w*lihat|buka)/i;
/** "putus terus", "error lagi": a trouble that goes on. */
const GOES_ON =
  /\b(?:putus(?:-putus)?|mati|hang|error|eror|loading|lemot|lambat|lelet|blank|gagal|muter|bermasalah|terkendala|kendala|trouble|down|logout sendiri|keluar sendiri)\s+(?:terus|melulu|lagi|kembali|juga)\b|\b(?:kembali|balik)\s+(?:lagi\s+)?(?:(?:sudah|so|jadi)\s+)?(?:putus|mati|hang|error|lemot|lambat|lelet|blank|bermasalah|terkendala|down)\b/i;
/** "Dari 5 laptop baru 3 yang terpasang" */
const ONLY_SOME = /\bbaru\s+(?:\d+|satu|dua|tiga|empat|lima)\b/i;
const IN_TIME = /\b(?:beberapa|tiap|setiap|\d+)\s+(?:menit|jam)\b/i;

export function failures(mentions: Mentions, rulebook: Rulebook, step: Step): Mention | null {
  const again = plainly(mentions, 'again').find((mention) => !isAsked(mentions, mention));
  const undone = mentioned(mentions, 'done').find(
    (mention) => mention.negation !== null && mention.negation !== 'tanpa',
  );
  const found = again ?? undone ?? goesOn(mentions);
  if (found) return found;
  return step === 'waiting' ? null : bareNotYet(mentions, rulebook);
}

function goesOn(mentions: Mentions): Mention | null {
  const { text } = mentions.words;
  if (!GOES_ON.test(text) && !ONLY_SOME.test(text) && !(IN_TIME.test(text) && /\b(?:putus|offline|mati)\b/i.test(text)))
    return null;
  return { class: 'again', phrase: 'terus', first: 0, last: 0, negation: null };
}

function bareNotYet(mentions: Mentions, rulebook: Rulebook): Mention | null {
  const { words, text } = mentions.words;
  const bare = words.findIndex((word) => isNegation(word.form, rulebook) && word.form === 'belum');
  if (bare < 0 || NOT_TRIED.test(text.slice(words[bare]?.end ?? 0))) return null;
  return { class: 'again', phrase: 'belum', first: bare, last: bare, negation: null };
}
