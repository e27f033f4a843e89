/**
 * A no: plain words of refusal, and a yes or a go-ahead turned round by a negation. "Belum" and "jangan dulu" refuse only where a reason is
 * given.
 */
import { ofWording } from '../../words/wording.ts';
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { isNoRefusal, isPutOff, waits } from './no-refusal.ts';
import { mentioned, plainly, said, type Mention, type Mentions } from '../mentions.ts';
import { FITTING } from './plain-yes.ts';
import type { Verdict } from '../verdict.ts';

export interface Refusals {
  readonly hard: Mention | null;
  readonly soft: Mention | null;
}

const REASONS = /\b(?:mengingat|karena|sebab|dikarenakan|berhubung|lantaran|krn|because|since|as)\b/i;
const HARD_NO =
  /tolak|setuj|sepakat|menyetuj|izin|ijin|kabulkan|acc|reject|refus|declin|denied|deny|disapprov|disagree|approve/i;
const CONDITIONS = new Set(['jika', 'bila', 'apabila', 'kalau', 'kecuali', 'if', 'unless', 'except']);
/** Beside a no these say "do it"; "ya" and "baik" are mere particles there. */
const ORDERS = /sila|proses|lanjut|laksana|kerja|monggo|mangga|boleh|proceed|ahead|gas|dibantu|teruskan|👍|✅/u;
/** "Jangan, yang lama masih bisa dipakai": a word of refusal that opens the answer. */
const OPENING_NO =
  /(?:^|[.!\n]\s*)(?:(?:mohon |mhn )?(?:maaf|sorry|sori)[, ]+)?(?:(?:(?:saya|kami)\s+)?(?:rasa|kira|pikir)\s+)?(?:(?:(?:ya|menurut saya|menurut kami)\s*,?\s+)?(?:se)?(?:lebih\s+)?(?:baik|bagus|mending|elok)(?:nya|an)?\s+)?(?:jangan|no|nope|nggak|enggak|gak|ga|tidak|ndak)(?:\s+(?:saja|aja|deh|lah|ya))*\s*(?:[,.!:;\u2013\u2014-]|pak\b|bu\b|mas\b|mbak\b|$)/i;

/** "Tidak bisa. Itu benturan tugas.", "ga jadi mas, kelasnya tatap muka": said alone, and why behind it; "tidak bisa masuk sistem" tells a trouble. */
const REFUSED_ALONE =
  /^\s*(?:(?:mohon |mhn )?(?:maaf|sorry|sori)[, ]+)?(?:tidak|tdk|nggak|enggak|ngga|gak|ga|ndak)\s+(?:bisa(?=[^,.!\n]{0,12}[.!\n])|jadi|dulu)(?:\s+(?:ya|pak|bu|mas|mbak|min|kak))?\s*[,.!\n](?=\s*\p{L})/iu;
/** That he himself cannot answer, or not now, is no refusal. */
const cannotAnswer = ofWording(
  ({ any }) =>
    new RegExp(
      String.raw`(?<!\p{L})(?:${any('cannot_answer')}|dulu(?!\p{L})(?=[^\n]*(?:setelah|besok)))(?!\p{L})`,
      'iu',
    ),
);

/** "Setuju gak ya, menurut mbak gimana": asked without a mark. */
const ASKED =
  /\b(?:gimana|bagaimana|menurut (?:mas|mbak|pak|bu|bapak|ibu|anda|kamu)|(?:atau|apa) (?:tidak|nggak|gak|ga|enggak)|(?:gak|ga|nggak|enggak) ya\s*[,.]?\s*(?:$|menurut|enaknya|baiknya))/iu;

/** "Yang development ok, production jangan dulu" */
const PARTED =
  /\b(?:yang|untuk|kalau|utk|yg)\s+(?!ini|itu)\p{L}+(?:\s+\p{L}+)?\s+(?:ok|oke|okay|boleh|silakan|silahkan|lanjut|gas)\b/iu;

export function refusals(mentions: Mentions, text: string, rulebook: Rulebook): Refusals {
  const found = mentioned(mentions, 'reject').filter(
    (mention) =>
      !isTurned(mentions, mention) &&
      !isDeferral(mentions, mention) &&
      !isNoRefusal(mentions, mention, rulebook) &&
      (!isPutOff(mentions, mention, rulebook) || REASONS.test(text)),
  );
  const turned = mentioned(mentions, 'approve-strong', 'approve-weak').filter((mention) => {
    const { negation, class: name } = mention;
    if (
      negation === null ||
      isMereParticle(mentions, mention) ||
      isOfEvent(mentions, mention) ||
      isAskedBack(mentions, mention)
    )
      return false;
    if (isPutOff(mentions, mention, rulebook) && !REASONS.test(text)) return false;
    return negation === 'belum' ? name === 'approve-strong' && REASONS.test(text) : negation !== 'tanpa';
  });
  const notYet = mentioned(mentions, 'reject', 'defer').filter(
    (mention) =>
      !isNoRefusal(mentions, mention, rulebook) &&
      (isDeedPutOff(mentions, mention) || (isNotYet(mentions, mention) && REASONS.test(text))),
  );
  const objected = plainly(mentions, 'objection').filter(
    (mention) => HARD_NO.test(mention.phrase) && !isNoRefusal(mentions, mention, rulebook),
  );
  const all = [...found, ...turned, ...notYet, ...objected, ...openingNo(mentions, rulebook)];
  const hard = all.find((mention) => HARD_NO.test(mention.phrase)) ?? null;
  return { hard, soft: hard === null ? (all[0] ?? null) : null };
}

/** "Jangan ditunda ya": turned round only where the negation stands before it ("jangan ya") or a deed that is asked for ("jangan diproses ya"). */
const PARTICLES = new Set('ya iya yes yup yep baik baiklah ok oke okay sip betul benar nggih'.split(' '));

function isMereParticle({ words: { words } }: Mentions, { first, negation, phrase, class: name }: Mention): boolean {
  if (name !== 'approve-weak' || !PARTICLES.has(phrase)) return false;
  const from = words.findLastIndex(({ form }, index) => index < first && form === negation);
  const between = words.slice(from + 1, first);
  return between.length > 0 && !between.some(({ form }) => FITTING.has(form));
}

/** "Bukannya kita sepakat satu dulu": asked, whether a mark stands there or not. */
function isAskedBack({ words: { words, text } }: Mentions, { first, negation }: Mention): boolean {
  const word = words[words.findLastIndex(({ form }, index) => index < first && form === negation)];
  return word !== undefined && /^bukan(?:nya|kah)$/iu.test(text.slice(word.start, word.end));
}

/** "Ga jadi rapat, silakan diproses": what does not take place is told in a clause of its own. */
function isOfEvent({ words: { words } }: Mentions, { first, negation }: Mention): boolean {
  const at = words.findLastIndex(({ form }, index) => index < first && form === negation);
  const { clause } = words[at] ?? { clause: -1 };
  if (words[at + 1]?.form !== 'jadi' || clause === words[first]?.clause) return false;
  return words.filter((word) => word.clause === clause).length > 2;
}

/** A negation behind a comma turns no refusal round ("tidak layak, tolak"). */
function isTurned(mentions: Mentions, { first, negation }: Mention): boolean {
  const { words } = mentions.words;
  const clause = words[first]?.clause;
  return words.slice(Math.max(0, first - 3), first).some((word) => word.form === negation && word.clause === clause);
}

function openingNo(mentions: Mentions, rulebook: Rulebook): readonly Mention[] {
  const first = mentions.words.words[0];
  const isOpening = OPENING_NO.test(mentions.words.text) || isRefusedAlone(mentions, rulebook);
  if (!first || !isOpening) return [];
  return [{ class: 'reject', phrase: first.form, first: 0, last: 0, negation: null }];
}

function isRefusedAlone(mentions: Mentions, rulebook: Rulebook): boolean {
  const { text } = mentions.words;
  if (!REFUSED_ALONE.test(text) || text.includes('?') || cannotAnswer(rulebook).test(text.replace(REFUSED_ALONE, ' ')))
    return false;
  const others = ['approve-strong', 'approve-weak', 'defer', 'conditional', 'not-me', 'away', 'question-ack'];
  return plainly(mentions, ...others).length === 0;
}

/** "Belum dapat disetujui", "jangan dulu": puts it off, and refuses where a reason is given. */
function isNotYet(mentions: Mentions, mention: Mention): boolean {
  if (mention.class === 'defer' && mention.phrase.startsWith('jangan ')) return true;
  return isDeferral(mentions, mention) && HARD_NO.test(mention.phrase);
}

/** "Jangan dihapus dulu foldernya": that deed is not to be done, whatever comes later. */
function isDeedPutOff({ all }: Mentions, { class: name, phrase, first, last }: Mention): boolean {
  const isBroken = name === 'defer' && phrase === 'jangan dulu' && last - first > 1;
  return isBroken && !all.some((one) => one.class === 'defer' && one.first === first && one.phrase !== phrase);
}

function isDeferral(mentions: Mentions, mention: Mention): boolean {
  return mentions.words.words[mention.first]?.form === 'belum';
}

export function readRefusal(
  mentions: Mentions,
  found: {
    readonly no: Refusals;
    readonly plainYes: readonly Mention[];
    readonly question: boolean;
    readonly rulebook: Rulebook;
  },
): Verdict {
  const no = found.no.hard ?? found.no.soft;
  if (no === null) return unclear('nothing plain', 'other');
  const words = said(mentions, no);
  const sentence = mentions.words.words[no.first]?.sentence;
  const agreedToRefuse = found.plainYes.every(
    (yes) =>
      mentions.words.words[yes.first]?.sentence === sentence &&
      mentions.words.words[yes.first]?.clause === mentions.words.words[no.first]?.clause &&
      no.first > yes.last &&
      no.first - yes.last <= 3 &&
      !/\/|\b(?:atau|or)\b/i.test(between(mentions, yes, no)),
  );
  if (!agreedToRefuse) return unclear(`yes and no: "${words}"`, 'contradiction');
  if ((found.question && isOpen(mentions, no)) || ASKED.test(mentions.words.text))
    return unclear('a question', 'question');
  if (doubleNegation(mentions, no) && !isSaidTwice(mentions, no))
    return unclear(`two negations at "${words}"`, 'contradiction');
  if (waits(mentions, no, found.rulebook)) return unclear(`"${words}" waits for something`, 'condition');
  const conditions = plainly(mentions, 'conditional').filter((mention) => CONDITIONS.has(mention.phrase));
  if (conditions.some((mention) => mentions.words.words[mention.first]?.sentence === sentence)) {
    return unclear(`a condition on "${words}"`, 'condition');
  }
  const go = plainly(mentions, 'approve-weak').some(
    (yes) => ORDERS.test(yes.phrase) && !isGoingElsewhere(mentions, yes),
  );
  if (found.no.hard === null && go) return unclear(`yes and no: "${words}"`, 'contradiction');
  if (found.no.hard === null && PARTED.test(mentions.words.text) && plainly(mentions, 'approve-weak').length > 0)
    return unclear(`yes to a part and no: "${words}"`, 'contradiction');
  return { intent: 'reject', confidence: found.no.hard ? 0.95 : 0.85, strength: null, why: words, unclear: null };
}

/** Whether the question stands beside or behind the no; one that he answers himself before it is none ("Hapus? Tidak. Saya menolak."). */
function isOpen({ words }: Mentions, no: Mention): boolean {
  const at = words.words[no.first];
  const mark = words.text.lastIndexOf('?');
  const between = words.words.filter((word) => word.start > mark && word.end <= (at?.start ?? 0));
  return mark > (at?.start ?? 0) || between.some((word) => word.sentence === at?.sentence) === false;
}

function between(mentions: Mentions, yes: Mention, no: Mention): string {
  const { words, text } = mentions.words;
  return text.slice(words[yes.last]?.end ?? 0, words[no.first]?.start ?? 0);
}

/** "silakan diajukan kembali", "silakan gunakan akun yang ada": a go-ahead to something else. */
function isGoingElsewhere(mentions: Mentions, yes: Mention): boolean {
  const after = mentions.words.text.slice(mentions.words.words[yes.last]?.end ?? 0);
  return /^\s*(?:\p{L}+\s+){0,2}(?:di?ajukan|ajukan|gunakan|pakai|hubungi|buat|pergunakan|koordinasi\p{L}*)/iu.test(
    after,
  );
}

/** "tidak tidak setuju", "bukan tidak setuju": a refusal of a refusal, or a slip of the pen. */
function doubleNegation(mentions: Mentions, no: Mention): boolean {
  const before = mentions.words.words.slice(Math.max(0, no.first - 4), no.last + 1);
  const clause = mentions.words.words[no.first]?.clause;
  const forms = before.filter((word) => word.clause === clause).map((word) => word.form);
  return forms.filter((form) => ['tidak', 'bukan', 'not', 'jangan', 'belum'].includes(form)).length > 1;
}

/** "Nggak usah ya, saya tidak menyetujui", spoken without a comma: one refusal behind another. */
function isSaidTwice(mentions: Mentions, no: Mention): boolean {
  const other = plainly(mentions, 'reject').find((one) => one.last < no.first && no.first - one.last <= 4);
  const { words } = mentions.words;
  const between = other === undefined ? [] : words.slice(other.last + 1, no.first).map((word) => word.form);
  const own = between.some((form) => ['saya', 'kami', 'aku'].includes(form));
  return own && !between.some((form) => ['berarti', 'artinya', 'bukan', 'kalau'].includes(form));
}

function unclear(why: string, kind: NonNullable<Verdict['unclear']>): Verdict {
  return { intent: 'unclear', confidence: 0.5, strength: null, why, unclear: kind };
}
