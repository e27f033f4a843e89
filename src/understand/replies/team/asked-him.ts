/**
 * Whether plain words of a team ask its requester for what only he can tell, give or do: a question about the case, something of his that is
 * asked for (`work-info` of the rules), a deed that gives it (`work-supply`), or a deed of which he is said to be the doer. What colleagues are
 * asked, what others have asked, and what the team needs of its own (`work-ours`) is for staff: no word of it goes to him by mistake.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { oneOf } from '../../words/wording.ts';
import { isNamedIn, speaksToOther } from './addressed.ts';

export interface Asked {
  readonly rulebook: Rulebook;
  /** Name of its requester; null where it is not known. */
  readonly requester: string | null;
}

const HIM = String.raw`(?:pemohon|pengguna|user|users|requester|ybs|yang bersangkutan|pelapor|pengusul|peminta)(?:nya)?`;
const ASKS = String.raw`(?:mohon|mhn|tolong|tlg|minta|mintakan|agar|harap|please|pls|kiranya|diminta|silakan|could you|can you)`;
const NEEDS = String.raw`(?:perlu|butuh|membutuhkan|memerlukan|diperlukan|dibutuhkan|need|needs|minta|mohon|boleh|tanya|please)`;
/** Words between asking and what is asked for. */
const BETWEEN = String.raw`(?:(?:dapat|bisa|tolong|mohon|minta|untuk|kami|segera|juga|dulu|dong|ya|the|a|your|his|her|dikirim|tambahan|semua|seluruh|copy|bantuan)\s+){0,3}`;
/** "Berapa", "which": a question also without its mark. */
const ASKING =
  /\?|\b(?:apa|siapa|mana|gimana|bagaimana|berapa|brp|kapan)(?:nya)?\s+(?:ya|nih|pak|bu|mas|mbak)\b|\b(?:berapa|brp)\b|\b(?:yang|yg) mana\b|^(?:which|what|when|where|how)\b/iu;
/** He has not brought it, in so many words. */
const LACKS =
  /\b(?:belum|blm|tidak|tdk)\s+(?:\p{L}+\s+)?(?:di|ter)(?:lampir|tanda ?tangan|isi|cantum|sebut|serta|lengkap)\p{L}*|\b(?:data|dokumen|surat|formulir|form|lampiran|berkas|foto|scan)\p{L}*\s+(?:\p{L}+\s+){0,2}(?:kurang|belum lengkap|tidak lengkap|kosong|buram|belum ada)\b/iu;
/** "Pak Joyo tadi mampir menanyakan": others ask, and it is told. */
const OTHERS_ASK = new RegExp(
  String.raw`(?<!\b(?:ke|kepada|dari|oleh)\s+)\b(?:(?:pak|bu|bapak|ibu|mas|mbak|sdr|sdri)\.?\s+\p{Lu}\p{L}+|[Ii]ni\s+user|[Kk]epala\s+\p{L}+|${HIM}|beliau|dia|mereka|orangnya|atasannya|vendor)\b[^?\n]{0,60}?\b(?:tanya|nanya|bertanya|menanya\p{L}*|minta|meminta|telepon|telpon|menelepon|mengeluh|komplain|marah\p{L}*)\b`,
  'iu',
);
/** Somebody is to be asked for us. */
const ASK_ON =
  /\b(?:(?:di)?tanya(?:kan|in)|(?:di)?minta(?:kan|in)|ask\s+(?:the\s+)?\p{L}+\s+(?:for|whether|which|what|how|when|if|to))\b/iu;
/** An order: then nothing is only told. */
const ORDERS = /\b(?:mohon|mhn|tolong|tlg|agar|harap|please|pls|coba|diminta)\b/iu;
/** "Infokan ke user nomornya": told to him by a colleague, unless he is to give something. */
const TOLD_TO_HIM = new RegExp(
  String.raw`\b(?:di)?(?:kirim|info|informasi|sampai|serah|antar|kabar|beri|bilang|kasih)\p{L}*\s+(?:\p{L}+\s+){0,3}?(?:ke|kepada|pada|to)\s+${HIM}(?!\p{L})(?!\s*(?:agar|supaya|untuk|utk|to)\s)`,
  'iu',
);

interface Signs {
  readonly isSupplied: RegExp;
  readonly isInfo: RegExp;
  readonly isOurs: RegExp;
  readonly ofOthers: RegExp;
  readonly ofHim: RegExp;
  readonly patience: RegExp;
}

export function asksHim(text: string, asked: Asked): boolean {
  const signs = signsOf(asked.rulebook);
  const sentences = text.split(/(?<=[.!?])\s+|\n+/u).filter((sentence) => /\p{L}/u.test(sentence));
  return sentences.some((sentence) => isAsked(sentence, signs) && !isForOthers(sentence, signs, asked));
}

function isAsked(sentence: string, { isSupplied, isInfo, ofHim, patience }: Signs): boolean {
  if (ASKING.test(sentence) || isSupplied.test(sentence) || isInfo.test(sentence) || LACKS.test(sentence)) return true;
  if (ASK_ON.test(sentence)) return true;
  return ofHim.test(sentence) && !patience.test(sentence);
}

function isForOthers(sentence: string, { isOurs, ofOthers }: Signs, { requester }: Asked): boolean {
  if (OTHERS_ASK.test(sentence) && !ORDERS.test(sentence) && !sentence.includes('?')) return true;
  if (TOLD_TO_HIM.test(sentence) && !sentence.includes('?')) return true;
  const isOfHim = new RegExp(String.raw`\b${HIM}\b`, 'iu').test(sentence) || isNamedIn(sentence, requester);
  if (isOfHim) return false;
  return isOurs.test(sentence) || ofOthers.test(sentence) || speaksToOther(sentence, requester);
}

/** "Menyebut", "menulis", "mengirim", "memindai": what the prefix swallows of a root. */
function nasal(root: string): readonly string[] {
  const prefix = NASAL.get(root[0] ?? '');
  return prefix === undefined ? [] : [`${prefix}${root.slice(1)}`];
}

const NASAL: ReadonlyMap<string, string> = new Map([
  ['s', 'meny'],
  ['t', 'men'],
  ['k', 'meng'],
  ['p', 'mem'],
]);

const known = new WeakMap<Rulebook['replies'], Signs>();

function signsOf({ replies }: Rulebook): Signs {
  const before = known.get(replies);
  if (before) return before;
  const phrases = (name: keyof Rulebook['replies']): string => oneOf(replies[name] ?? []);
  const supply = replies['work-supply'] ?? [];
  const deed = String.raw`(?:(?:di|me|mem|men|meng)?-?${oneOf(supply)}|${oneOf(supply.flatMap(nasal))})(?!an(?:nya)?\b|nya\b)\p{L}*`;
  const made = {
    isSupplied: new RegExp(
      String.raw`\b${ASKS}(?!\p{L})[^.?\n]{0,80}?(?<!\p{L})(?<!\b(?:kami|saya|akan|nanti|kita|we|will)\s)${deed}(?!\p{L})`,
      'iu',
    ),
    isInfo: new RegExp(
      String.raw`\b${NEEDS}\s+${BETWEEN}(?:dari\s+(?:pak|bu|mas|mbak)\s+\p{L}+\s*:?\s*)?${phrases('work-info')}(?:-?nya)?(?!\p{L})`,
      'iu',
    ),
    isOurs: new RegExp(String.raw`(?<!\p{L})${phrases('work-ours')}(?:nya)?(?!\p{L})`, 'iu'),
    ofOthers: new RegExp(
      String.raw`(?<!\p{L})(?:ke|kepada|to)\s+${phrases('work-others')}(?!\p{L})(?!\s+(?:kami|saya|kita|us))|(?<!\p{L})(?:dari|dengan)\s+(?:tim|rft|team|pihak)(?!\p{L})(?!\s+(?:kami|saya|kita|us))`,
      'iu',
    ),
    ofHim: new RegExp(
      String.raw`\b${ASKS}\s+(?:\p{L}+\s+){0,2}?(?:${HIM}|bapak|ibu|saudara|saudari|sdr|sdri|(?:pak|bu|mas|mbak|kak)\s+\p{L}+)(?!\p{L})\s+(?!ini\b|itu\b|yang\b|kepala\b)\p{L}{3,}|\b(?:ke|kepada)\s+${HIM}(?!\p{L})|\b${HIM}\s+(?:agar|harap|mohon|tolong|diminta|bisa)\s`,
      'iu',
    ),
    patience: new RegExp(String.raw`(?<!\p{L})${phrases('work-patience')}(?!\p{L})`, 'iu'),
  };
  known.set(replies, made);
  return made;
}
