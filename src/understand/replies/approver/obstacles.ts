/** Whatever takes the plainness from a yes: a question, several tickets, a word of another class, a negation or a hedge left over. */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { UnclearWhy } from '../../reading.ts';
import type { ReplyBody } from '../body.ts';
import { isNegation, mentioned, said, type Mention, type Mentions } from '../mentions.ts';
import { causes, FITTING } from './plain-yes.ts';
import type { Obstacle } from '../verdict.ts';
import { wordSet } from '../words.ts';

export const MAX_APPROVAL_WORDS = 80;
const ACKNOWLEDGED = wordSet('noted mengetahui diketahui diterima siap dimonitor acknowledged received');
/** Asked by a mark or by the ending of a word. */
export const QUESTION =
  /[?\uff1f]|(?<!\p{L})(?:setuju|disetujui|menyetujui|acc|boleh|bisa|harus|perlu|sudah|apa|mana|siapa|benar|betul|ada|akan|dapat)kah(?!\p{L})/iu;
/** "kata Pak Budi", "menurut sekretaris saya" */
export const REPORTED =
  /(?<!\p{L})(?:katanya|kata(?!\s+(?:(?:sandi|kunci)(?:nya)?|sambutan|pengantar|saja|aja|setuju|ini|itu)(?!\p{L}))\s+\p{L}|menurut\s+(?!saya|kami|hemat|aturan|ketentuan|peraturan|sop)\p{L}|(?:according to|says|said|told me)(?!\p{L}))/iu;
/** Part of a whole ("3 (tiga) orang dari 8"), one of several, or a thumb down. */
const RESTRICTED =
  /\b\d+\s+(?:\(\p{L}+\)\s+)?(?:\p{L}+\s+)?(?:dari|of)\s+\d+|\b(?!100\s*%)\d+\s*%|\bpersen\b|\b(?:untuk|utk|buat)\s+yang\b|\b(?:tadinya|awalnya)\b|\b(?:untuk|yang)\b[^.\n]{0,60}\bsaja\b|\b(?:opsi|versi|poin|point|butir|alternatif|item|nomor|no\.?|yang ke)\s*\d|\byang\s+\d|\b(?:setuju\w*|acc|oke?|approved?)\s+\d{1,2}\s*(?:[,;.&]|dan\b|and\b|$)|\b(?:i|we)['’]d\b|\byang (?:pertama|kedua|ketiga|satu(?:nya)?|lain(?:nya)?|atas|bawah)\b|(?<!\b(?:dana|anggaran|uang|pagu|surat|dokumen|berkas|undangan|izin|form|formulir)(?:nya)? (?:juga )?)\b(?:sudah|telah) (?:ada|punya|memiliki|dapat)\b(?! (?:surat|nota|nd\b|sk\b|st\b|undangan|anggaran|izin|nda\b|dokumen|form|jadwal|persetujuan))|\b(?:setuju|acc|approve) (?:atau|or|\/)|\bsetuju\s*\/|👎|🚫|❌|⛔|🤔|😅|🙄/iu;
/** A paper, another's word or a lack that the yes would hang on; and our own instruction said back. */
const WANTS =
  /\b(?:balas|reply|respond|tekan|klik|click|press|ketik|jawab)\s+(?:dengan |with )?["'(]?(?:setuju|disetujui|approved?|acc|yes|ya|ok)\b|\b(?:di)?(?:kirim|buat|siap|aju|sedia|lampir|lengkap|terbit|susun|unggah|bawa|tambah|minta|serta)(?:kan|i)?\s+(?:(?:juga|dulu|saja|dengan|ke saya)\s+)?(?:surat|nota|nd\b|form|dokumen|berkas|lampiran|bast|berita acara|memo|persetujuan|izin)|\b(?:perlu|butuh|memerlukan|membutuhkan|needs?|requires?|requiring)\b[^.,\n]{0,20}\b(?:persetujuan|izin|approval|konfirmasi|confirmation|tanda tangan|ttd|surat|review)\b|\b(?:mohon|harap|tolong|harus|agar|supaya)\b[^.,\n]{0,30}\b(?:lengkap|jelas)\b|\bjust\s+(?:the|for|one|two|email|vpn|\p{L}+ (?:account|access))\b|\b(?:maaf|sorry|apologies)[, ]+(?:for|about|untuk|soal)\s+(?!(?:the |yang |my |our )?(?:very |so )?(?:late|delay|slow|belated|being|taking|telat|terlambat|keterlambatan|lambat|respon|baru|balas|mengganggu|not |inconvenience|wait))/iu;
const hedges = new WeakMap<Rulebook['replies'], ReadonlySet<string>>();
const CLASSES: Readonly<Record<string, UnclearWhy>> = {
  defer: 'deferral',
  conditional: 'condition',
  limits: 'condition',
  'question-ack': 'question',
  reject: 'contradiction',
  objection: 'contradiction',
  'not-me': 'forwarded',
  away: 'away',
};
/** "karena sampai sekarang belum ada akses", "karena pegawainya sudah mulai bekerja": no end and no beginning of what is agreed to. */
const NO_LIMIT =
  /^\s*(?:sekarang|saat ini|hari ini|kini|detik ini|now|bekerja|kerja|masuk|aktif|bertugas|tugas|berdinas|dinas|berjalan)\b/i;

/** Whether the words by themselves restrict the yes or want something before it. */
export function restricts(text: string): boolean {
  return RESTRICTED.test(text) || WANTS.test(text);
}

export function hedgesIn({ replies }: Rulebook): ReadonlySet<string> {
  const known = hedges.get(replies) ?? wordSet((replies['hedges'] ?? []).join(' '));
  hedges.set(replies, known);
  return known;
}

export function obstacleTo(mentions: Mentions, body: ReplyBody, rulebook: Rulebook): Obstacle | null {
  const { words, text } = mentions.words;
  if (QUESTION.test(body.text)) return { class: 'question', says: 'a question' };
  if (body.tickets.length > 1) return { class: 'several-tickets', says: 'several tickets in one answer' };
  if (words.length > MAX_APPROVAL_WORDS) return { class: 'other', says: 'too long to be a plain yes' };
  if (REPORTED.test(body.text)) return { class: 'anothers-word', says: 'another person is quoted' };
  const inCause = causes(mentions.words);
  const hedging = hedgesIn(rulebook);
  const other = otherClass(mentions, inCause);
  if (other) {
    return { class: classOf(other), says: `"${said(mentions, other)}" (${other.class})` };
  }
  const yes = mentioned(mentions, 'approve-strong', 'approve-weak');
  const covered = (at: number): boolean => yes.some((one) => one.first <= at && at <= one.last);
  const stray = words.findIndex(
    (word, at) =>
      (isNegation(word.form, rulebook) || (hedging.has(word.form) && !isCompared(text, word))) &&
      !covered(at) &&
      !(inCause.has(at) && isReason(words, at, hedging)),
  );
  if (stray >= 0) return { class: 'condition', says: `"${words[stray]?.form ?? ''}"` };
  const alone = onlyBeside(words, yes) ?? addedBehind(words, yes, rulebook);
  if (alone !== null) return { class: 'condition', says: `"${alone}"` };
  const written = words.map((word) => word.form).join(' ');
  return restricts(text) || RESTRICTED.test(written) ? { class: 'condition', says: 'a restriction' } : null;
}

/** "Seperti tahun lalu", where "sepertinya" would doubt. */
function isCompared(text: string, { form, start, end }: Mentions['words']['words'][number]): boolean {
  return form === 'seperti' && !/nya$/iu.test(text.slice(start, end));
}

/** "karena yang lama tidak bisa dipakai", "karena besok ada rapat"; "… tidak jadi" and "… tidak untuk hosting" are none. */
const DAYS = new Set(['besok', 'lusa', 'nanti']);
const NO_REASON = new Set(['jadi', 'untuk', 'usah', 'the', 'for', 'yang', 'dulu', 'setuju']);

function isReason(words: Mentions['words']['words'], at: number, hedging: ReadonlySet<string>): boolean {
  const { form } = words[at] ?? { form: '' };
  const next = words[at + 1]?.form;
  if (next === undefined || form === 'jangan') return false;
  return hedging.has(form) ? DAYS.has(form) : !NO_REASON.has(next);
}

/** "setuju saja" and "diproses saja" are no more than that; "satu akun saja" is less than was asked for. */
function onlyBeside(words: Mentions['words']['words'], yes: readonly Mention[]): string | null {
  const isSaid = (index: number): boolean => yes.some((one) => one.first <= index && index <= one.last);
  const isNoMore = (index: number): boolean =>
    isSaid(index - 1) ||
    FITTING.has(words[index - 1]?.form ?? '') ||
    (words[index - 1]?.form === 'langsung' && words[index + 1]?.clause !== words[index]?.clause);
  const at = words.findIndex((word, index) => word.form === 'saja' && !isSaid(index) && !isNoMore(index));
  return at < 0 ? null : `${words[at - 1]?.form ?? ''} saja`.trim();
}

/** "Setuju, VPN juga": more than was asked for. */
function addedBehind(words: Mentions['words']['words'], yes: readonly Mention[], { replies }: Rulebook): string | null {
  const things = new Set(replies['request-words']);
  const at = words.findIndex(
    ({ form, clause }, index) =>
      form === 'juga' &&
      words[index + 1]?.clause !== clause &&
      things.has(words[index - 1]?.form ?? '') &&
      yes.some((one) => one.last < index),
  );
  return at < 0 ? null : `${words[at - 1]?.form ?? ''} juga`;
}

function classOf(mention: Mention): UnclearWhy {
  if (mention.class === 'question-ack' && ACKNOWLEDGED.has(mention.phrase)) return 'acknowledged';
  return CLASSES[mention.class] ?? 'other';
}

function isHarmlessInCause({ words }: Mentions, mention: Mention): boolean {
  if (mention.last === words.words.length - 1) return false;
  if (mention.class === 'defer') return true;
  return mention.class === 'limits' && NO_LIMIT.test(words.text.slice(words.words[mention.last]?.end ?? 0));
}

function otherClass(mentions: Mentions, inCause: ReadonlySet<number>): Mention | undefined {
  return mentioned(
    mentions,
    'reject',
    'defer',
    'conditional',
    'limits',
    'not-me',
    'objection',
    'question-ack',
    'away',
  ).find(
    (mention) =>
      !(mention.class === 'question-ack' && (ACKNOWLEDGED.has(mention.phrase) || mention.phrase === 'terima kasih')) &&
      !(inCause.has(mention.first) && isHarmlessInCause(mentions, mention)),
  );
}
