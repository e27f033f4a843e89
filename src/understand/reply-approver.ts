/**
 * An approver's answer. The costly error is an approval that was none, so a yes counts only when it is plain: a strong word without any
 * word of another class near, or a weak word when nothing else is said. All else is a no where that is plain, or is asked back.
 */
import { withoutClitic } from './fold.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Words } from './normalise.ts';
import type { ReplyIntent } from './reading.ts';
import type { ReplyBody } from './reply-body.ts';
import {
  findMentions,
  isNegation,
  mentioned,
  plainly,
  said,
  type Mention,
  type Mentions,
  type ReplyView,
} from './reply-mentions.ts';

const APPROVER_VIEW: ReplyView = {
  name: 'approver',
  classes: ['approve-strong', 'approve-weak', 'reject', 'defer', 'conditional', 'not-me', 'question-ack', 'objection'],
  unbroken: ['approve-strong', 'approve-weak'],
  negationWithin: 'sentence',
};

export interface Verdict {
  readonly intent: ReplyIntent;
  readonly confidence: number;
  readonly strength: 'strong' | 'weak' | null;
  readonly why: string;
}

/** Forms as `toWords` gives them. */
function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(withoutClitic));
}

const MAX_APPROVAL_WORDS = 80;
/** Directly before a yes these make it a wish, a plan, a condition or another's word. */
const NOT_YET_BEFORE = wordSet(
  'mohon tolong minta agar supaya untuk perlu harus akan hendak mau apakah siapa yang sebelum setelah kalau jika bila seandainya nanti mungkin sepertinya kayaknya seharusnya hampir pernah menunggu tunggu semoga harap would should might could please to if will',
);
/** A third person in the clause before (or an agent behind) makes the yes somebody else's. */
const OTHERS = wordSet(
  'pak bu bapak ibu beliau dia mereka kepala direktur atasan pimpinan arahan disposisi sekretaris staf staff bawahan rekan kolega teman tim vendor pemohon pegawai menurut katanya kata dirjen sesjen sekjen menteri kasubdit kabag kabid kasi he she they boss',
);
const SELF = new Set(['saya', 'kami', 'i', 'we', 'aku']);
/** Someone else's word, wherever in the sentence it is named. */
const BY_ORDER = wordSet('arahan perintah instruksi petunjuk disposisi menurut katanya beliau');
/** What may be done to an approved request; any other deed behind a yes makes it another yes ("setuju dibahas di rapat"). */
const FITTING_DEEDS = wordSet(
  'diproses ditindaklanjuti dilanjutkan dilaksanakan dikerjakan dibantu dibuatkan dibuat dimaksud diajukan diaktifkan dinonaktifkan diberikan dipenuhi difasilitasi diselesaikan direset disampaikan dimohonkan disegerakan dipercepat ditambahkan dihapus dipasang diinstal disediakan diperpanjang dibuka disiapkan disebutkan diminta dinas direktorat direktur ditjen dirjen diklat digital divisi dinamis diatas dibawah menjadi mengajukan menggunakan membantu memproses menindaklanjuti melanjutkan melaksanakan media menteri mesin memori meja member meeting megabyte mereka',
);
const DEED = /^(?:di|me)\p{L}{4,}$/u;
/** Agreement with somebody's view is no approval of the request. */
const VIEWS =
  /^(?:dengan|atas|terhadap|sama|with)\s+(?:\S+\s+){0,2}(?:pendapat|masukan|usul\S*|saran\S*|alasan\S*|keberatan\S*|penolakan\S*|pandangan\S*|penjelasan\S*|analisis\S*|pertimbangan\S*|keputusan\S*|pernyataan\S*|itu|opinion|view|comment\S*|objection\S*)|^(?:bahwa|kalau|jika|that|if)\b/i;
const HEDGES = wordSet(
  'nanti dulu dahulu mungkin sepertinya kayaknya seharusnya ragu besok lusa kemungkinan entah cuma cuman sementara seandainya andai andaikata andaikan umpama sekiranya hny hanya nnt hampir bersyarat subject pending perhaps maybe probably might unsure parsial partly',
);
/** May stand around a weak yes without saying anything more. */
const FILLERS = wordSet(
  'pak bu bapak ibu mas mbak mba kak bang bung min admin ya yah iya deh dong sih nih tolong mohon segera saja untuk dapat bisa agar dan juga kami saya di ke ini itu terima kasih banyak permintaan permohonan tiket dimaksud tersebut sesuai ketentuan prosedur aturan berlaku yang dibantu tim rekan please thank you thanks it the this',
);
const TITLES = new Set(['pak', 'bu', 'bapak', 'ibu', 'mas', 'mbak', 'mba', 'kak', 'bang', 'bung']);
const ACKNOWLEDGED = wordSet('noted mengetahui diketahui diterima siap dimonitor acknowledged received');
const REASONS = /\b(?:mengingat|karena|sebab|dikarenakan|berhubung|lantaran|because|since|as)\b/i;
const HARD_NO = /tolak|setuj|sepakat|menyetuj|izin|ijin|acc|reject|refus|declin|disapprov|disagree|approve/i;

export function readApproval(body: ReplyBody, rulebook: Rulebook): Verdict {
  const mentions = findMentions(body.text, rulebook, APPROVER_VIEW);
  if (mentions.words.words.length === 0) return unclear('nothing was written');
  const yes = mentioned(mentions, 'approve-strong').filter((mention) => mention.negation === null);
  const plainYes = yes.filter((mention) => doubtOf(mentions, mention) === null);
  const no = refusals(mentions, body.text);
  const question = body.text.includes('?');

  if (no.hard !== null || no.soft !== null) return readRefusal(mentions, { no, plainYes, question });
  if (plainly(mentions, 'not-me').length > 0) return verdict('not-me', 0.85, said(mentions, first(mentions, 'not-me')));
  const objection = plainly(mentions, 'objection')[0];
  if (objection && yes.length === 0) return verdict('object', 0.85, said(mentions, objection));
  const obstacle = obstacleTo(mentions, body, rulebook);
  if (obstacle !== null) return unclear(obstacle);
  const strong = plainYes[0];
  if (strong) return { ...verdict('approve', 0.97, said(mentions, strong)), strength: 'strong' };
  const doubt = yes[0] && doubtOf(mentions, yes[0]);
  if (doubt) return unclear(doubt);
  return readWeakYes(mentions);
}

/** Why a yes is none of the writer's own, here and now; null when it is. */
function doubtOf(mentions: Mentions, mention: Mention): string | null {
  const { words, text } = mentions.words;
  const clause = words[mention.first]?.clause;
  const before = words.slice(Math.max(0, mention.first - 6), mention.first).filter((word) => word.clause === clause);
  const near = before.slice(-2).find((word) => NOT_YET_BEFORE.has(word.form));
  if (near) return `"${near.form}" before the yes`;
  const other = before.find((word) => OTHERS.has(word.form));
  if (other && !before.some((word) => SELF.has(word.form))) return `"${other.form}": another person's yes`;
  const here = words.filter((word) => word.sentence === words[mention.first]?.sentence);
  const order = here.find((word) => BY_ORDER.has(word.form));
  if (order) return `"${order.form}": another person's word`;
  const deed = words
    .slice(mention.last + 1)
    .find((word) => word.clause === clause && DEED.test(word.form) && !FITTING_DEEDS.has(word.form));
  if (deed && !isApproving(mentions, deed)) return `"${deed.form}" behind the yes`;
  const after = text.slice(words[mention.last]?.end ?? 0).trimStart();
  if (/^oleh\b/i.test(after)) return "another person's yes";
  return VIEWS.test(after) ? 'agrees with a view, not with the request' : null;
}

/** The deed is itself a word of approval ("mengetahui dan menyetujui"). */
function isApproving(mentions: Mentions, word: Words['words'][number]): boolean {
  const at = mentions.words.words.indexOf(word);
  return plainly(mentions, 'approve-strong', 'approve-weak').some((one) => one.first <= at && at <= one.last);
}

interface Refusals {
  readonly hard: Mention | null;
  readonly soft: Mention | null;
}

/** Plain words of refusal, and a yes or a go-ahead turned round by a negation. "Belum" refuses only where a reason is given. */
function refusals(mentions: Mentions, text: string): Refusals {
  const found = mentioned(mentions, 'reject').filter(
    (mention) => mention.negation === null && !isDeferral(mentions, mention),
  );
  const turned = mentioned(mentions, 'approve-strong', 'approve-weak').filter(({ negation, class: name }) => {
    if (negation === null) return false;
    return negation === 'belum' ? name === 'approve-strong' && REASONS.test(text) : negation !== 'tanpa';
  });
  const notYet = mentioned(mentions, 'reject').filter((mention) => isDeferral(mentions, mention) && REASONS.test(text));
  const objected = plainly(mentions, 'objection').filter((mention) => HARD_NO.test(mention.phrase));
  const all = [...found, ...turned, ...notYet, ...objected];
  const hard = all.find((mention) => HARD_NO.test(mention.phrase)) ?? null;
  return { hard, soft: hard === null ? (all[0] ?? null) : null };
}

function isDeferral(mentions: Mentions, mention: Mention): boolean {
  return mentions.words.words[mention.first]?.form === 'belum';
}

function readRefusal(
  mentions: Mentions,
  found: { readonly no: Refusals; readonly plainYes: readonly Mention[]; readonly question: boolean },
): Verdict {
  const no = found.no.hard ?? found.no.soft;
  if (no === null) return unclear('nothing plain');
  const words = said(mentions, no);
  const sentence = mentions.words.words[no.first]?.sentence;
  const agreedToRefuse = found.plainYes.every(
    (yes) => mentions.words.words[yes.first]?.sentence === sentence && no.first > yes.last && no.first - yes.last <= 3,
  );
  if (!agreedToRefuse) return unclear(`yes and no: "${words}"`);
  if (found.question) return unclear('a question');
  if (doubleNegation(mentions, no)) return unclear(`two negations at "${words}"`);
  const conditions = plainly(mentions, 'conditional').filter((mention) => CONDITIONS.has(mention.phrase));
  if (conditions.some((mention) => mentions.words.words[mention.first]?.sentence === sentence)) {
    return unclear(`a condition on "${words}"`);
  }
  if (found.no.hard === null && plainly(mentions, 'approve-weak').length > 0) return unclear(`yes and no: "${words}"`);
  return verdict('reject', found.no.hard ? 0.95 : 0.85, words);
}

const CONDITIONS = new Set(['jika', 'bila', 'apabila', 'kalau', 'kecuali', 'if', 'unless', 'except']);

/** "tidak tidak setuju", "bukan tidak setuju": a refusal of a refusal, or a slip of the pen. */
function doubleNegation(mentions: Mentions, no: Mention): boolean {
  const forms = mentions.words.words.slice(Math.max(0, no.first - 2), no.last + 1).map((word) => word.form);
  return forms.filter((form) => ['tidak', 'bukan', 'not', 'jangan', 'belum'].includes(form)).length > 1;
}

/** Whatever takes the plainness from a yes. */
function obstacleTo(mentions: Mentions, body: ReplyBody, rulebook: Rulebook): string | null {
  const { words, text } = mentions.words;
  if (/[?\uff1f]/.test(body.text)) return 'a question';
  if (body.tickets.length > 1) return 'several tickets in one answer';
  if (words.length > MAX_APPROVAL_WORDS) return 'too long to be a plain yes';
  const other = mentioned(mentions, 'reject', 'defer', 'conditional', 'not-me', 'objection', 'question-ack').find(
    (mention) => !(mention.class === 'question-ack' && (ACKNOWLEDGED.has(mention.phrase) || isThanks(mention.phrase))),
  );
  if (other) return `"${said(mentions, other)}" (${other.class})`;
  const yes = mentioned(mentions, 'approve-strong', 'approve-weak');
  const stray = words.findIndex(
    (word, at) =>
      (isNegation(word.form, rulebook) || HEDGES.has(word.form)) &&
      !yes.some((one) => one.first <= at && at <= one.last),
  );
  if (stray >= 0) return `"${words[stray]?.form ?? ''}"`;
  return /\b\d+\s+(?:dari|of)\s+\d+|\b(?:untuk|yang)\b[^.\n]{0,60}\bsaja\b|👎|🚫|❌|⛔/i.test(text)
    ? 'a restriction'
    : null;
}

function isThanks(phrase: string): boolean {
  return phrase === 'terima kasih';
}

/** A weak yes counts when it is all that is said. */
function readWeakYes(mentions: Mentions): Verdict {
  const weak = plainly(mentions, 'approve-weak');
  const weakest = weak[0];
  if (!weakest) return unclear('no word of approval or refusal');
  const covered = (at: number): boolean => weak.some((mention) => mention.first <= at && at <= mention.last);
  const stray = mentions.words.words.find((word, at) => {
    const title = TITLES.has(mentions.words.words[at - 1]?.form ?? '');
    return !covered(at) && !FILLERS.has(word.form) && !title;
  });
  if (stray) return unclear(`"${said(mentions, weakest)}" is not all that is said`);
  return { ...verdict('approve', 0.8, said(mentions, weakest)), strength: 'weak' };
}

function first(mentions: Mentions, name: string): Mention {
  const found = plainly(mentions, name)[0];
  return found ?? { class: name, phrase: '', first: 0, last: 0, negation: null };
}

function verdict(intent: ReplyIntent, confidence: number, why: string): Verdict {
  return { intent, confidence, strength: null, why };
}

function unclear(why: string): Verdict {
  return verdict('unclear', 0.5, why);
}
