/**
 * A requester's answer. Closing a ticket that is not done annoys more than one question, so "confirm" needs a plain word that all is
 * well and nothing against it; anything that still fails reopens; thanks alone are neither. What our letter asked for tells a bare
 * "sudah" and a bare number apart.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { ReplyIntent, UnclearWhy } from './reading.ts';
import type { ReplyBody } from './reply-body.ts';
import { failures, type Step } from './reply-failures.ts';
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
import { classifyText } from './classify.ts';
import { secondOpinion } from './reply-second-opinion.ts';
import { isDigitAlone, ratingIn, withoutRating } from './reply-rating.ts';

const REQUESTER_VIEW: ReplyView = {
  name: 'requester',
  classes: ['done', 'again', 'thanks', 'rating', 'cancel', 'supply', 'well', 'new-request', 'status', 'complaint'],
  unbroken: ['done'],
  negationWithin: 'clause',
};

export interface RequesterAnswer {
  readonly intent: ReplyIntent;
  readonly confidence: number;
  readonly rating: number | null;
  readonly why: string;
  readonly unclear: UnclearWhy | null;
}

/** Negations that speak well: nothing fails any more. */
const ALL_WELL =
  /\b(?:tidak|tdk|ga|gak|nggak|ngga|enggak)\s+(?:ada|muncul|error|eror|bermasalah|terjadi|lemot|lambat|putus|terkendala|gagal)\s+(?:\S+\s+){0,3}?(?:lagi|masalah|kendala|keluhan)\b|\b(?:tidak|tdk|ga|gak)\s+(?:error|eror|muncul|bermasalah)\s+lagi\b|\b(?:tanpa|tidak ada|tdk ada|nihil) (?:kendala|masalah|error|hambatan)\b|\b(?:masalah|kendala|gangguan|error)(?:nya)?\s+(?:sudah\s+|telah\s+)?(?:teratasi|selesai|beres|hilang|tuntas|solved|resolved|fixed)\b|\bno (?:more|further|other) \S+|\bno (?:issues?|problems?)\b/gi;
/** Said of a time to come, or of papers that follow: no part of whether all is well now. */
const ASIDES: readonly RegExp[] = [
  /\b(?:nanti )?(?:kalau|kalo|jika|bila|apabila|if)\b[^.\n]*\b(?:kendala|masalah|error|apa-apa|gangguan|keluhan|kurang|problem|issue|anything)\b[^.\n]*/gi,
  /[^.\n,]*\b(?:bast|berita acara)\b[^.\n]*/gi,
  /,?\s*(?:namun|tapi|tetapi)?\s*(?:itu|ini|ternyata)\s+(?:kekeliruan|kesalahan|salah|kelalaian)\s+(?:di\s+|dari\s+)?(?:pihak\s+)?(?:kami|saya)(?:\s+sendiri)?\b/gi,
];
/** "Tadi pagi masih error, tapi": over where a word that all is well follows. */
const OVER =
  /\b(?:tadi|tadinya|kemarin|sempat|sebelumnya|awalnya|semula|memang|semalam)\b[^,.\n]*\b(?:error|eror|gagal|salah|belum|tidak|masih|lambat|lemot|kendala|ditolak|terkunci)\b[^,.\n]*[,.]?\s*(?:(?:tapi|tetapi|namun|but)\b)?/gi;
const DONE_LATER =
  /\b(?:sudah|telah|sekarang|kini)\s+(?:\p{L}+\s+)?(?:bisa|normal|lancar|beres|sesuai|dapat|berhasil|aman|ok|oke|teratasi|selesai)\b/iu;
/** Behind a "but": what still fails. */
const STILL =
  /\b(?:tapi|tetapi|tp|namun|but|however|cuma|hanya|padahal|sayang\w*)\b[^\n]*\b(?:masih|belum|blm|tidak|tdk|ga|gak|nggak|error|eror|gagal|denied|ditolak|salah|hilang|kosong|expired|kedaluwarsa|invalid|korup\w*|corrupt\w*|rusak|terpotong|terlewat|kurang|missing|wrong|fails?|failed|not|cannot)\b/i;
const LATER =
  /\b(?:nanti|akan|sedang|(?:saya|kami) (?:kabari|infokan|konfirmasi lagi)|saya (?:coba|cek|tes|lihat)\W*$|besok|lusa|mohon ditunggu|ditunggu|menunggu|tunggu|saya (?:coba|cek|tes) dulu|(?:di)?(?:coba|cek|tes) dulu|will (?:try|check|test)|later|tomorrow|menyusul)\b/i;
/** "Terima kasih, saya tunggu." */
const WAITING = /^[^?]{0,60}\b(?:saya |kami |sa |di)?tunggu(?:nya)?\W*(?:kabarnya|infonya|ya|pak|bu|mas|min)?\W*$/i;
const HEDGE =
  /\b(?:sepertinya|kayaknya|kelihatannya|tampaknya|mungkin|katanya|kata\s\p{L}+|menurut\s+(?!kami|saya)\p{L}+|semoga|mudah-mudahan|mudah2an|mdh2an|moga|ins(?:ya|ha|h) ?allah|mestinya|semestinya|kemarin|kira-kira|harusnya|seharusnya|kalau|kalo|jika|bila|apabila|sempat|tadi (?:sempat |sudah )?bisa|kadang|terkadang|sementara|sebentar|probably|maybe|seems?|hopefully|hopes?|almost|hampir|if|should|sometimes|once|(?:done|finished) (?:with|\w+ing)|(?:acara|rapat|kegiatan|meeting)(?:nya)? (?:sudah )?(?:selesai|mulai)|(?:selesai|mulai) (?:jam|pukul|pkl))\b/iu;
const CONTRAST =
  /\b(?:tapi|tetapi|tp|namun|cuma|cuman|hanya|kecuali|sayang\w*|but|however|except|although|though|sebagian|baru \d|baru satu|yang satu|satunya|walau\w*|meski\w*|padahal|sisanya|tinggal|kurang|only|yang pertama|yang kedua|lainnya)\b/i;
/** Something that people report as going wrong, though no word says "fails". */
const PROBLEM =
  /\b(?:muncul|pesan|peringatan|warning|notif\w*|minta password|meminta|diminta|hilang|kosong|beda|berbeda|lambat|lemot|lelet|putus\w*|offline|mati|blank|hang|loading|expired|kedaluwarsa|terkunci|dobel|double|duplikat|error|eror|gagal|kendala|masalah|belum|masih|(?:harus|perlu) (?:di)?restart|slow|fails?|failed|missing|empty|wrong|korup\w*|rusak|denied)\b/i;
/** Trouble told without any word that it is over. */
const TROUBLE =
  /\b(?:masih|putus\w*|mati|hilang|kosong|expired|kedaluwarsa|rusak|ditolak|invalid|denied|rejected|blank|hang|still|persists?|error\w*|korup\w*|broken)\b/i;
const UNTRIED = /\b(?:belum|blm|not yet)\b[^.,\n]*\b(?:di|me|men)?(?:coba|cek|tes|test|lihat|tried|checked)\w*/i;
const ASKS = /\b(?:mohon|tolong|minta|please|could you|kindly|bantu)\b/i;
const WISHES =
  /\b(?:mohon|tolong|minta|boleh|bisa|could|can|mau|ingin|ajukan|mengajukan|butuh|perlu|please|need|would like|add)\b/i;
/** "Next, I'd like …", "selanjutnya kami perlu …": something new begins. */
const NEXT_WISH =
  /\b(?:i['’]d like|would like|next|also|new|i need|we need|butuh|perlu|selanjutnya|berikutnya|kemudian|sekarang giliran|mau|ingin|hendak|bermaksud|mengajukan|ajukan)\b/i;
/** Wishes that belong to a confirmation. */
const CLOSING_WISH =
  /\b(?:mohon|tolong|silakan|please)\b[^.\n]{0,40}\b(?:tutup|ditutup|close|closed|maaf|diselesaikan)\b|\bmohon (?:maaf|izin|ijin)\b|\b(?:terima kasih|makasih|thanks)[^.\n]{0,20}\bbantu\w*|\bbantuan\w*/gi;
const REPAIR = /\b(?:di)?(?:cek|periksa|perbaiki|betulkan|ulang\w*|lanjut\w*|info\w*|kabar\w*|bantu\w*)\b/i;
const WRONG = /(?:^|[.,!\n])\s*(?:\p{L}+\s+)?kok\b|\b(?:kenapa|salah|keliru|bukan)\b/iu;
const BARE_DONE =
  /^\W*(?:(?:ok|oke|siap|ya|iya|alhamdulillah|baik)\W+)?(?:sudah|udah|sdh|done|ya sudah|iya sudah|already)\b\W*(?:(?:ya|pak|bu|mas|mbak|min|kak|terima kasih|makasih|trims|thanks?|thank you)\W*){0,4}$/i;
const STATUS_ASKED =
  /\b(?:kapan|progr?es\w*|perkembangan\w*|kelanjutan\w*|kabar\w*|update\w*|status\w*|sampai mana|sejauh mana|sudah (?:di)?proses|sudah (?:di)?(?:kerjakan|tindak ?lanjuti)|estimasi|berapa lama|masih (?:lama|diproses|proses)|how long|tahap (?:apa|mana)|tindak lanjut\w*|when|progress)\b/i;
/** "sudah ditangani belum?" */
const OR_NOT_YET = /\b(?:sudah|udah|sdh)\b[^?]*\b(?:belum|blm)\b\W*\?/i;
const STATE_ASKED = /\bapakah\b[^?]*\b(?:sudah|telah)\b[^?]*\?/i;
/** "Ini KTP saya", "Cc: Pak Kabid sudah": brought without a word of bringing. */
const BROUGHT =
  /\b(?:ini(?:lah)?|here(?:'s| is| are)?|berikut)\s+(?:\p{L}+\s+)?(?:ktp|lampiran|surat|dokumen|form|formulir|data|file|berkas|scan|sk|nip|screenshot|letter|document|form)\p{L}*|\bcc\b[^.\n]{0,40}\bsudah\b|\bsudah\b[^.\n]{0,40}\bcc\b/iu;
const BARE_NUMBER = /^\W*\d[\d .-]{4,}\W*$/;
/** A datum with its name, as one answers a question for it. */
const DATUM =
  /\b(?:nip|nik|nama(?: lengkap)?|sn|serial(?: number)?|ip(?: address)?|mac(?: address)?|hostname|username|user id|lokasi|ruang\w*|gedung|lantai|no(?:mor)?\.? (?:hp|wa|telepon|surat|nd)|alamat|email|tanggal|jabatan|unit|versi|tipe|merk)(?:\s?nya)?\b(?:\s+\p{L}+){0,2}?\s*(?:saya|kami|beliau|ybs)?\s*(?:adalah|yaitu|di|:|=|\d)/iu;

export function readRequesterAnswer(body: ReplyBody, rulebook: Rulebook, step: Step): RequesterAnswer {
  const rating = ratingIn(body.text, step !== 'waiting');
  const well = body.text.replace(ALL_WELL, ' aman ');
  const plain = told(well).trim() === '' ? well : told(well);
  const mentions = findMentions(plain, rulebook, REQUESTER_VIEW);
  if (mentions.words.words.length === 0 && rating === null) return unclear('nothing', 'nothing was written');
  if (rating !== null && isDigitAlone(body.text)) return answer('rating', 0.95, 'a digit alone', rating);
  const it = { mentions, text: plain, rulebook, step, rating };
  const read = weighed(it, readWords(it), body.text);
  return rating !== null && isOnlyRated(read) ? answer('rating', 0.85, 'a rating', rating) : { ...read, rating };
}

/** Beside a mark only plain words of another wish or of a failure say more than it does. */
function isOnlyRated({ intent, confidence }: RequesterAnswer): boolean {
  if (['unclear', 'thanks', 'complaint', 'supply'].includes(intent)) return true;
  return ['reopen', 'new-request', 'status'].includes(intent) && confidence < 0.8;
}

/** Without what is said of another time: help that may be wanted later, trouble that is over, a slip of the writer's own. */
function told(text: string): string {
  const without = ASIDES.reduce((rest, aside) => rest.replace(aside, ' '), text);
  return without.replace(OVER, (past, offset: number) =>
    DONE_LATER.test(without.slice(offset + past.length)) ? ' ' : past,
  );
}

interface Said {
  readonly mentions: Mentions;
  readonly text: string;
  readonly rulebook: Rulebook;
  readonly step: Step;
  readonly rating: number | null;
}

const BY_LIKENESS = new Set<ReplyIntent>([
  'reopen',
  'thanks',
  'supply',
  'cancel',
  'status',
  'new-request',
  'complaint',
  'unclear',
]);

/** A bare word of being done counts only where the whole is like a confirmation. */
const BARE_DOUBT = 0.4;

function weighed(it: Said, read: RequesterAnswer, text: string): RequesterAnswer {
  const doubt = read.intent === 'confirm' && read.confidence < 0.9 ? BARE_DOUBT : undefined;
  const first = {
    intent: read.intent,
    trust: trustIn(read),
    leaning: leaning(it),
    ...(doubt && { doubtBelow: doubt }),
  };
  const second = secondOpinion(first, { text, role: 'requester', rulebook: it.rulebook, may: BY_LIKENESS });
  if (second === null) return read;
  const { intent, confidence, why } = second;
  return { ...read, intent, confidence, why, unclear: intent === 'unclear' ? (read.unclear ?? 'other') : null };
}

function trustIn({ intent, confidence }: RequesterAnswer): number {
  if (intent === 'unclear') return 0.3;
  if (intent === 'thanks') return 0.7;
  return confidence >= 0.95 ? 4 : confidence >= 0.9 ? 1.5 : confidence >= 0.75 ? 2 : 0.6;
}

/** A word that all is well, and nothing against it: likeness may then say that he confirms. */
function leaning(it: Said): ReplyIntent | null {
  const { mentions, text, rulebook, step } = it;
  if (step === 'waiting' || text.includes('?') || mentioned(mentions, 'well')[0] === undefined) return null;
  if (mentioned(mentions, 'again', 'cancel', 'new-request', 'complaint', 'status')[0]) return null;
  const negated = mentions.words.words.some((word) => isNegation(word.form, rulebook));
  const told = text.replace(CLOSING_WISH, ' ');
  return negated || AGAINST_DONE.some((pattern) => pattern.test(told)) ? null : 'confirm';
}

function readWords(it: Said): RequesterAnswer {
  const { mentions, text, rulebook, step } = it;
  const question = text.includes('?');
  const fails = failures(mentions, rulebook, step);
  const done = plainly(mentions, 'done')[0];
  const more = mentioned(mentions, 'new-request')[0];
  const cancels = cancellation(mentions);

  if (cancels && !fails) return answer('cancel', 0.85, said(mentions, cancels));
  if (fails && !(more && !done)) return failing(it, fails);
  if (more && WISHES.test(text)) return answer('new-request', 0.8, said(mentions, more));
  if (question) return readQuestion(it);
  if (done || (step !== 'waiting' && BARE_DONE.test(text))) return confirmed(it, done ?? null);
  if (step === 'waiting' || DATUM.test(text) || BROUGHT.test(text)) return readAnswer(it);
  const thanks = plainly(mentions, 'thanks')[0];
  if (thanks && WAITING.test(text)) return answer('thanks', 0.8, said(mentions, thanks));
  return LATER.test(text) ? unclear('deferral', 'a later word is promised') : readRest(it);
}

const FEW_WORDS = 6;
const MOST_WORDS_PLAIN = 40;
const AGAINST_DONE = [LATER, HEDGE, STILL, CONTRAST, PROBLEM, WRONG, ASKS, NEXT_WISH];

/** Closes only where nothing is wanted, contrasted, doubted or found wrong beside the "done". */
function confirmed(it: Said, done: Mention | null): RequesterAnswer {
  const { mentions } = it;
  const told = ASIDES.reduce(
    (rest, aside) => rest.replace(aside, ' '),
    it.rating === null ? it.text : withoutRating(it.text),
  );
  if (it.step === 'waiting' || (mentioned(mentions, 'supply')[0] && it.step !== 'resolved')) return readAnswer(it);
  if (LATER.test(told)) return unclear('deferral', 'a later word is promised');
  if (HEDGE.test(told)) return unclear('condition', 'not sure');
  if (STILL.test(told)) return answer('reopen', 0.8, 'done, but something still fails');
  const negated = mentions.words.words.some((word) => isNegation(word.form, it.rulebook));
  if (negated && told.split(/\s+/).length <= MOST_WORDS_PLAIN) return unclear('contradiction', 'done, and not');
  if (CONTRAST.test(told) || PROBLEM.test(told)) return unclear('contradiction', 'done, but');
  if (WRONG.test(told))
    return ASKS.test(told)
      ? answer('reopen', 0.6, 'something is wrong')
      : unclear('contradiction', 'something is wrong');
  const complaint = plainly(mentions, 'complaint')[0];
  if (complaint) return answer('complaint', 0.7, said(mentions, complaint));
  if (mentioned(mentions, 'cancel')[0]) return unclear('contradiction', 'done, or no longer wanted');
  return ASKS.test(told.replace(CLOSING_WISH, '')) || NEXT_WISH.test(told)
    ? unclear('contradiction', 'done, and something is asked')
    : answer('confirm', isBare(mentions, done) ? 0.85 : 0.95, done ? said(mentions, done) : 'done');
}

/** "SAS sudah, java belum" */
const DONE_AND_NOT =
  /^\W*(?:belum|blm)\b(?!\s+(?:sempat|saya|kami|sy|dicoba|tahu|tau|di))|\b(?:sudah|sdh|udah)\b[^.\n]*\b(?:belum|blm)\W*(?:pak|bu|mas|mbak|min|kak)?\W*(?:$|[.,\n])/i;
/** Words that may also tell of something else than the result ("belum di kantor", "salah ketik"). */
const VAGUE = new Set(['belum', 'salah', 'kurang', 'keliru', 'diganti', 'ditolak', 'hanya bisa', 'cuma bisa', 'again']);

/** One word of being done in a long text may speak of anything ("selesai jam 12", "kami isi sesuai catatan"). */
function isBare({ words }: Mentions, done: Mention | null): boolean {
  return done !== null && done.first === done.last && words.words.length > FEW_WORDS;
}

function failing({ mentions, text, step }: Said, fails: Mention): RequesterAnswer {
  const question = text.includes('?');
  const asked = STATUS_ASKED.test(text) || OR_NOT_YET.test(text);
  if (question && asked && fails.phrase.startsWith('belum')) return answer('status', 0.8, 'asks for the state');
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
  const status = mentioned(mentions, 'status')[0];
  if (status) return answer('status', 0.85, said(mentions, status));
  const bare = /\b(?:sudah|udah|sdh)\s+(?:bisa|beres|selesai)\b/i.test(text);
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
  if ([DATUM, BROUGHT, BARE_NUMBER].some((pattern) => pattern.test(text)))
    return answer('supply', 0.75, 'a datum with its name');
  const thanks = plainly(mentions, 'thanks')[0];
  const words = mentions.words.words.length;
  if (thanks && words <= 8 && !ASKS.test(text)) return answer('thanks', 0.85, said(mentions, thanks));
  return words >= 3
    ? answer('supply', 0.6, 'answers what was asked')
    : unclear('other', 'too short to be what was asked');
}

function readRest({ mentions, text, rulebook }: Said): RequesterAnswer {
  for (const intent of ['complaint', 'supply', 'status'] as const) {
    const mention = mentioned(mentions, intent)[0];
    if (mention) return answer(intent, 0.8, said(mentions, mention));
  }
  if (TROUBLE.test(text) && !UNTRIED.test(text)) return answer('reopen', 0.6, 'something goes wrong');
  if (WRONG.test(text))
    return ASKS.test(text) ? answer('reopen', 0.6, 'something is wrong') : unclear('other', 'something is wrong');
  const wish = WISHES.test(text) && !REPAIR.test(text) ? classifyText(text, rulebook) : null;
  if (wish !== null) return answer('new-request', 0.6, wish);
  const thanks = plainly(mentions, 'thanks')[0];
  if (thanks && !ASKS.test(text.replace(CLOSING_WISH, ''))) return answer('thanks', 0.85, said(mentions, thanks));
  return unclear('other', 'neither yes nor no');
}

function answer(intent: ReplyIntent, confidence: number, why: string, rating: number | null = null): RequesterAnswer {
  return { intent, confidence, rating, why, unclear: null };
}

function unclear(kind: UnclearWhy, why: string): RequesterAnswer {
  return { intent: 'unclear', confidence: 0.5, rating: null, why, unclear: kind };
}
