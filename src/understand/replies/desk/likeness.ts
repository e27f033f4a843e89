/**
 * The desk's plain words put as a command, where they are like other orders of a desk and name all that the command needs. What is put so
 * is read by the reader of commands itself; whatever lacks its object stays unread. Telling the requester that all is fulfilled and blocking
 * need words of their own beside the likeness.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { ReplyIntent } from '../../reading.ts';
import { namesOtherThing } from './held.ts';
import { addressIn, bareName, saidIn, ticketsIn, withoutTickets } from './objects.ts';
import { asksWhy, isAtALoss } from './why.ts';
import { rightOnesIn } from './right.ts';
import { IN_PART } from './sentence.ts';
import { SIGNS } from './signs.ts';
import { likenessOf, type Likeness } from '../likeness.ts';

export interface LikeCommand {
  /** As the desk might have written it as a command; the first that can be read counts. */
  readonly commands: readonly string[];
  readonly probability: number;
}

const MOST_WORDS = 40;
const ENOUGH: ReadonlyMap<ReplyIntent, number> = new Map([
  ['release', 0.7],
  ['drop', 0.7],
  ['block', 0.7],
  ['merge', 0.6],
  ['undo', 0.6],
  ['confirm-fulfilment', 0.7],
]);
const ENOUGH_FOR_OTHERS = 0.45;
const ENOUGH_WITH_SIGN = 0.15;
const ENOUGH_FOR_NOTHING = 0.6;
const FEW_WORDS = 6;
const CORRECTING =
  /\b(?:keliru|kliru|salah (?:layanan|klasifikasi|pilih|baca)|wrong service|diubah|dibetulkan|dikoreksi|semestinya|mestinya|fix)\b|->|\u2192/i;

/** "Perangkatnya 6, bukan 4" */
const COUNTED =
  /^\W*(?:(?:jumlah|banyak)(?:nya)?\s+(?:\p{L}+\s+)?|(?:perangkat|unit|akun|laptop|komputer|pegawai|peserta|orang|tamu)(?:nya)?\s+)(?:ada\s+|itu\s+|(?:se)?harusnya\s+)?(\d{1,6})\W+(?:bukan|bkn|not)\s+\d/iu;

/** "Antara 1 atau 3": nothing chosen yet. */
const BETWEEN_TWO = /\bantara\s+(?:nomor\s+)?\d\s+(?:atau|dan|sama)\s+\d/i;
/** "…, servernya hidup. Terpenuhi." */
const ENDS_FULFILLED =
  /(?:^|[.!,]\s+)(?:(?:saya|kami|jadi|silakan|dinyatakan|nyatakan|sudah|telah|dengan ini|permintaannya?|layanannya?)\s+)*(?:terpenuhi|dipenuhi seluruhnya)[.!]?\s*$|(?:^|[.!,]\s+)(?:(?:saya|kami)\s+)?konfirm(?:asi(?:kan)?)?(?:\s+(?:ya|saja|aja|terpenuhi|pemenuhannya))*[.!]?\s*$/i;
/** "Sudah dicek dan sesuai": looked at, and nothing else is said. */
const ALL_FITS =
  /^\W*(?:(?:ok|oke|ya|baik|siap|benar|betul|sip)\W+)?(?:(?:sudah|telah|sdh|udah)\s+)?(?:(?:kami|saya)\s+)?(?:di)?(?:cek|periksa|lihat|verifikasi)\W+(?:(?:dan|hasil(?:nya)?|semua(?:nya)?|sudah|telah)\s+)*(?:sesuai|lengkap|terpenuhi|benar semua)(?:\s+(?:semua(?:nya)?|permintaan(?:nya)?))?\W*(?:(?:terima kasih|makasih|thanks)\W*)?$/i;
/** "Sesuai. Sudah saya telepon …": in a sentence of its own. */
const OPENS_FITTING =
  /^\W*(?:(?:ok|oke|ya|baik|siap)\W+)?(?:(?:sudah|telah|sdh|udah)\s+)?sesuai(?:\s+(?:semua(?:nya)?|permintaan))?[.!]\s+(?![^\n]*\b(?:tapi|tetapi|tp|namun|salah|keliru|cuma|hanya|but)\b)\S/i;
/** "Tolong dipindahkan ke KPTIKBMN": an order with its goal, whatever is told beside it. */
const HANDED_ON = /\b(?:tolong|mohon)\s+(?:di)?(?:pindah|alih|oper|terus)(?:kan)?\s+ke\s+([^,.;?\n]{2,60})/i;
/** What somebody who called said about a ticket that is there. */
const PASSED_ON = /\b(?:sudah|tadi|belum|bilang|katanya|konfirmasi|nomor tiket|tiket ini|batal|jangan|tidak jadi)\b/i;
/** Called about something that is known already: no new request. */
const TOLD_AGAIN =
  /\b(?:te?le?pon|telp|menelepon|nelpon|wa|bilang|datang) (?:lagi|balik)\b|\bkatanya\s+(?:sudah|sdh|udah|batal|tidak jadi|gak jadi|ga jadi|nggak jadi)\b|\btiket(?:nya| ini| yang)\b/i;
const NOT_NOW = /\b(?:jangan|tidak|tdk|belum|blm|bukan|nanti|kalau|jika|atau)\b/i;

/** Whether so few words are like answers that were no orders and told nothing ("nanti saya cek"). */
export function saysNothing(text: string, rulebook: Rulebook): boolean {
  const [best] = likenessOf(text, 'desk', rulebook)?.ranked ?? [];
  if (BETWEEN_TWO.test(text) || isAtALoss(saidIn(text))) return true;
  return text.split(/\s+/).length <= FEW_WORDS && best?.intent === 'unclear' && best.probability >= ENOUGH_FOR_NOTHING;
}

const NO_CHOICES = new Set<ReplyIntent>([
  'note',
  'unclear',
  'on-behalf',
  'confirm-fulfilment',
  'reassign',
  'correct',
  'split',
  'undo',
  'release',
]);

/** Words that happen to sound like a service, in what tells something or hands on a call. */
export function isNoChoice(text: string, rulebook: Rulebook): boolean {
  const [best] = likenessOf(text, 'desk', rulebook)?.ranked ?? [];
  return best !== undefined && NO_CHOICES.has(best.intent) && best.probability >= ENOUGH_FOR_OTHERS;
}

/** "Mohon diubah menjadi ITSM.2", "ITSM.5.7 -> ITSM.5.6": another than was chosen before. */
export function correctionIn(text: string): string | null {
  const count = COUNTED.exec(text)?.[1];
  if (count !== undefined) return `koreksi: jumlah ${count}`;
  return CORRECTING.test(text) ? corrected(text) : null;
}

export function likeCommand(text: string, rulebook: Rulebook): LikeCommand | null {
  if (text.split(/\s+/).length > MOST_WORDS) return null;
  const isFulfilled = ENDS_FULFILLED.test(text) || ALL_FITS.test(text) || OPENS_FITTING.test(text);
  if (isFulfilled && !TURNED.test(text) && !IN_PART.test(text) && !text.includes('?'))
    return { commands: ['terpenuhi'], probability: 1 };
  const caller = text.includes('?') || PASSED_ON.test(text) ? null : (CALLER.exec(text)?.[1] ?? null);
  if (caller !== null) return { commands: [behalf(text)].filter((one) => one !== null), probability: 1 };
  const goalNamed = NOT_NOW.test(text) || text.includes('?') ? null : HANDED_ON.exec(text);
  if (goalNamed !== null) return { commands: [`alihkan ke ${goalNamed[1] ?? ''}`], probability: 1 };
  const ranked = likenessOf(text, 'desk', rulebook)?.ranked ?? [];
  return ranked.map((one) => putAs(one, text)).find((one) => one !== null) ?? null;
}

/** As a command, where it is like one, or a little like one and a word of the deed itself stands in it. */
function putAs({ intent, probability }: Ranked, text: string): LikeCommand | null {
  const enough = ENOUGH.get(intent) ?? ENOUGH_FOR_OTHERS;
  const signed = SIGNS.get(intent)?.test(text) === true && probability >= ENOUGH_WITH_SIGN;
  if (probability < enough && !signed) return null;
  const put = COMMANDS.get(intent)?.(text) ?? null;
  const commands = put === null ? [] : [put].flat();
  return commands.length === 0 ? null : { commands, probability };
}

type Ranked = Likeness['ranked'][number];

type Put = (text: string) => string | readonly string[] | null;

const COMMANDS: ReadonlyMap<ReplyIntent, Put> = new Map<ReplyIntent, Put>([
  ['classify', (text) => chosen(text) ?? rightOnes(text, 'layanan')],
  ['correct', (text) => [corrected(text)].filter((one) => one !== null).concat(rightOnes(text, 'koreksi'))],
  ['reassign', (text) => (UNSURE.test(afterComma(text)) || text.includes('?') ? null : `alihkan ke ${goal(text)}`)],
  ['on-behalf', behalf],
  [
    'merge',
    (text) =>
      MERGED.test(text) && !KEPT_APART.test(text) && !FORBIDDEN.test(text) ? withTickets('gabung', text) : null,
  ],
  ['link', (text) => (FORBIDDEN.test(text.replace(MERGE_FORBIDDEN, ' ')) ? null : withTickets('tautkan', text))],
  ['split', (text) => (text.includes('?') ? null : 'pisah')],
  ['release', (text) => (isTurned(text) || isRubbish(text) ? null : withItems('lepas', text))],
  [
    'drop',
    (text) => (UNSURE.test(text) || !isRubbish(text) || namesOtherThing(text) ? null : withItems('buang', text)),
  ],
  ['block', blocked],
  ['why', (text) => (asksWhy(text) ? `kenapa ${numbersIn(text)[0] ?? ''}`.trim() : null)],
  ['preview', (text) => (PREVIEWED.test(text) && !/\b(?:sudah|telah)\b/i.test(text) ? 'pratinjau' : null)],
  ['undo', (text) => (isUndoable(text) ? 'urungkan' : null)],
  [
    'confirm-fulfilment',
    (text) => {
      const isTurned = TURNED.test(text) || IN_PART.test(text) || text.includes('?');
      return FULFILLED.test(text) && !isTurned ? 'terpenuhi' : null;
    },
  ],
]);

/** A person's wish or thing is called off by others; the desk takes back what it ordered itself. */
const NOT_ORDERED =
  /\b(?:tiket|ticket|permintaan|permohonan|pemohon|user|pengguna|tamu|rapat|acara|kegiatan|jadwal|kunjungan|request|requester|pak|bu|bapak|ibu)\b/i;
const OWN_ORDER =
  /\b(?:perintah|aksi|langkah|tadi|barusan|terakhir|sebelumnya|penggabungan|pemisahan|pengalihan|peng\p{L}+an|pe\p{L}+an|saya|semula|last|undo|revert\w*|balikin|balikkan|kembalikan|urung\w*|wurung\w*|blokir\w*)\b/iu;

function isUndoable(text: string): boolean {
  if (text.includes('?') || /\b(?:tidak usah|jangan(?! jadi)|belum|nanti)\b/i.test(text)) return false;
  return !NOT_ORDERED.test(text) || OWN_ORDER.test(text.replace(/\b(?:permintaan|permohonan)\b/gi, ' '));
}

/** Turns an order round or puts it off. */
const FORBIDDEN =
  /\b(?:jangan|(?:tidak|tdk|gak|ga|nggak|tak|belum) (?:usah|perlu|jadi|berkaitan|terkait|sama)|belum|blm|nanti|kalau|kalo|jika|bila|if|don['\u2019]?t|do not|never|wait|tunggu)\b/i;
/** "Satu kegiatan, jangan digabung": what remains is a link. */
const MERGE_FORBIDDEN =
  /\b(?:jangan|don['\u2019]?t|do not|tidak usah|tidak perlu)\s+(?:di)?(?:gabung\w*|merge|satukan)/gi;
/** Says that two are one thing; and that they are not to become one. */
const MERGED =
  /\b(?:(?:di|pen)?gabung\w*|(?:di|per)?satu(?:kan|in|an)\w*|jadi(?:kan)? satu|merged?|combined?|dup(?:licates?|likat|likasi)?|dobel|double|ganda|kembar|sama|same|(?:di)?lebur\w*|fold|(?:di)?masuk(?:kan|in)|susulan|ada tiketnya|sudah ada)\b/i;
const KEPT_APART =
  /\b(?:bukan|bkn|tidak|tdk|nggak|gak|ga|tak)\s+(?:(?:ini|itu|di|yang|se)\s*)?(?:duplik\w*|dobel|ganda|kembar\w*|sama|satu\w*|digabung\w*)|\b(?:taut\w*|kait\w*|link\w*|relasi\w*|related|cross-?ref\w*|hubung\w*|sambung\w*|pisah\w*|split|separate|jangan|don['\u2019]?t|do not|not|salah|beda|berbeda|different)\b/i;
const PREVIEWED =
  /\b(?:konsep\w*|draf|draft|contoh|would|first|lihat|tampil\w*|preview|pratinjau|simulasi\w*|dry|jalankan|dijalankan|eksekusi|dieksekusi|akibat\w*|hasil\w*|show|happen|coba)\b/i;
const UNSURE =
  /\b(?:jangan|belum|blm|nanti|kayaknya|sepertinya|mungkin|tapi|tetapi|tunggu|kalau|jika|maybe|but|if|wait|don't|atau|or)\b/i;
const TURNED =
  /\b(?:jangan|tidak|tdk|bukan|belum|blm|kalau|jika|nanti|setelah|not|if|after|unless|sebagian|dulu|mohon|tolong|bilang|katanya|kata|perlu)\b/i;
const FULFILLED =
  /\bhasil(?:nya|\s+(?:pe)?kerja\p{L}*)\b[^.\n]{0,50}\bsesuai\b|\b(?:terpenuhi|dipenuhi|fulfil?led|fulfil?ment|pemenuhan(?:nya)?|sesuai permintaan|sudah sesuai|hasil sesuai|as requested|sesuai (?:yang )?(?:diminta|dimohon\w*))\b/iu;
const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:satu|kesatu|pertama|first|one|ke-?1)\b/i, 1],
  [/\b(?:dua|kedua|second|two|ke-?2)\b/i, 2],
  [/\b(?:tiga|ketiga|third|three|ke-?3)\b/i, 3],
];
const RIGHT_ONE =
  /(?:\b(?:harusnya|seharusnya|mestinya|semestinya|should be|it is|it's|yang benar(?: adalah)?|yg (?:benar|bener)|menjadi|jadi|ke layanan|itu|ini)\b|->|\u2192)\s*:?\s*(.+)$/i;
const WRONG_ONE = /[,;]?\s*\b(?:bukan|karena|krn|karna|not)\b.*$/i;
const PERSON =
  /\b(?:pak|bu|bapak|ibu|sdr|sdri|saudara|saudari|mr|mrs|ms|mas|mbak)\b\.?\s+((?:\p{Lu}[\p{L}.'-]+\s?){1,4})/iu;
/** Whoever spoke to the desk, by how he came to it. */
const CALLER =
  /\b(?:penelepon|(?:tele?pon|telp|tlp|wa|whatsapp|fax|faks|panggilan) (?:masuk )?(?:dari|oleh)|(?:phone )?call from|walk-?in|(?:user|pengguna|pemohon|pegawai|tamu)(?:nya)? (?:di|datang ke) (?:depan|meja|loket)(?: (?:saya|kami|layanan))?|a\/n|a\.n\.|lisan dari)\W{1,3}(?:(?:pak|bu|bapak|ibu|sdr|sdri|ms|mr|mrs|mas|mbak)\b\.?\s+)?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,3})/u;
const CALLED = new RegExp(CALLER.source, 'iu');

function chosen(text: string): string | null {
  if (text.includes('?') || /\b(?:atau|or|antara)\b/i.test(text)) return null;
  const digits = numbersIn(text);
  if (digits.length === 1) return `pilih ${digits[0] ?? ''}`;
  const ordinal = ORDINALS.find(([word]) => word.test(text))?.[1];
  return digits.length === 0 && ordinal !== undefined && text.split(/\s+/).length <= 4 ? `pilih ${ordinal}` : null;
}

function corrected(text: string): string | null {
  const right = RIGHT_ONE.exec(text)?.[1]
    ?.replace(WRONG_ONE, '')
    .replace(/^(?:nomor|no\.?|yang|pilihan)\s+(?=\d)/i, '')
    .replace(/[.!]$/, '')
    .trim();
  return right === undefined || right === '' || text.includes('?') ? null : `koreksi: ${right}`;
}

/** Behind the last comma stands what is not meant ("ke tim conference ya, jangan ke jaringan"). */
function goal(text: string): string {
  return (text.split(/,\s*(?=jangan|bukan|not)/i)[0] ?? text).replace(
    /^.*\b(?:harusnya|seharusnya|mestinya|should be)\b/i,
    '',
  );
}

function afterComma(text: string): string {
  return text.split(/,\s*(?=jangan|bukan|not|harusnya|seharusnya|mestinya)/i)[0] ?? text;
}

function behalf(text: string): string | null {
  const named = (CALLER.exec(text) ?? CALLED.exec(text))?.[1] ?? PERSON.exec(text)?.[1] ?? '';
  const who = addressIn(text) ?? bareName(named);
  if (who === '' || text.includes('?') || TOLD_AGAIN.test(text)) return null;
  const channel = /\b(?:wa|whats ?app)\b/i.test(text)
    ? ' (wa)'
    : /\b(?:tele?pon|telp|tlp|ditelepon|menelepon|call(?:ed)?)\b/i.test(text)
      ? ' (telepon)'
      : /\b(?:datang|tamu|kunjungan|loket|visit)\b/i.test(text)
        ? ' (datang langsung)'
        : '';
  return `atas nama ${who}${channel}: ${text}`;
}

/** Each is tried against the catalogue; nothing is right in a question or between two. */
function rightOnes(text: string, word: string): readonly string[] {
  const undecided = /\b(?:atau|or|antara|kayaknya|mungkin|maybe)\b/i.test(text) || /\?\W*$/.test(text);
  return undecided ? [] : rightOnesIn(text).map((one) => `${word}: ${one}`);
}

function isRubbish(text: string): boolean {
  return /\b(?:(?:di)?(?:buang|hapus|singkirkan|abaikan|tanggapi)|drop|delete|discard|ignore|spam|iklan|sampah|junk|phishing|penipuan|palsu|undian|promo\w*)\b/i.test(
    text.replace(/\b(?:bukan|not)\s+(?:spam|iklan|sampah|junk|phishing|penipuan)/gi, ' '),
  );
}

function withTickets(word: string, text: string): string | null {
  const tickets = ticketsIn(text);
  return tickets.length === 0 || text.includes('?') ? null : `${word} ${tickets.join(' ')}`;
}

function withItems(word: string, text: string): string | null {
  const items = numbersIn(text);
  return items.length === 0 || text.includes('?') ? null : `${word} ${items.join(', ')}`;
}

function isTurned(text: string): boolean {
  return UNSURE.test(text) || FORBIDDEN.test(text);
}

function blocked(text: string): string | null {
  if (FORBIDDEN.test(text.replace(/\bjangan (?:di)?(?:terima|jawab)\w*/gi, ' '))) return null;
  if (!/\b(?:blok\w*|block\w*|blacklist|ban|jangan terima|jangan dijawab|tolak)\b/i.test(text)) return null;
  const address = addressIn(text);
  return address === null ? withItems('blokir', text) : `blokir ${address}`;
}

function numbersIn(text: string): readonly number[] {
  const plain = withoutTickets(text).replace(/\bITSM[\d./]*/gi, ' ');
  return [...plain.matchAll(/(?<![\d.,/:-])(\d{1,2})(?![\d/:]|[.,]\d|\s*(?:gb|mb|orang|unit|menit|jam|hari))/gi)].map(
    (match) => Number(match[1]),
  );
}
