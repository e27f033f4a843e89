/**
 * The judge of plain approvals (reply-yes-judge.ts) where it may speak: beside a strong yes, of words that the rule files do not know, and of
 * whole clauses that only tell something ("Setuju, komputernya sudah tidak bisa dipakai"). What it finds harmless is set aside and the rest
 * read again; such a yes counts as a weak one, so that the approver is told at once and can take it back, and sensitive requests are
 * asked back all the same. Conditions, numbers, days to come, other people and verbs of waiting or asking are asked back whatever it says.
 * It also warns of a yes that the grammar takes for plain.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { toWords } from './normalise.ts';
import { isNegation, plainly, type Mentions } from './reply-mentions.ts';
import { HEDGES, restricts } from './reply-obstacles.ts';
import { judgeBeside, type JudgeContext, type JudgedPart } from './reply-yes-judge.ts';
import { wordSet } from './reply-words.ts';

/** Chosen on examples kept aside, fold by fold and writer by writer. */
export const HARMLESS = { withYes: 0.05, told: 0.3, toldBinding: 0.2, unsigned: 0.02 };
export const PLAINLY_HARMFUL = { above: 0.99 };

export interface Beside {
  /** Every strange word in the clause of the yes is harmless. */
  readonly harmless: boolean;
  /** The clause that is plainly more than a yes. */
  readonly harmful: string | null;
  /** The strange words in the clause of the yes. */
  readonly words: string;
}

/** An answer without the clauses that only tell something. */
export interface Untold {
  readonly text: string;
  /** What was set aside. */
  readonly told: string;
}

const SELF = new Set(['saya', 'kami', 'i', 'we', 'aku']);
/** Classes of which no word is ever set aside. */
const BINDING = new Set(['conditional', 'defer', 'limits', 'not-me', 'reject', 'objection', 'approve-strong']);
/** Nor these: what they open or order is no mere telling. */
const TIES = wordSet(
  'kalo waktunya doang aja saja dulu dahulu tunggu ditunggu diganti harus wajib jangan perlu sebaiknya hendaknya semisal misal umpama should must need jawaban pendapat usul usulan masukan arahan instruksi disposisi kata katanya menurut beda berbeda siapa mana apa kenapa mengapa bagaimana gimana',
);
/** A negation tells how things are only before these, and where it is said that they are so. */
const STATE = wordSet(
  'terhambat tertunda macet numpuk menumpuk keteteran terlambat telat bisa dapat ada punya pernah lagi sempat sengaja dipakai terpakai digunakan berfungsi jalan masuk kuat terganggu lengkap aktif sanggup able working used available',
);
/** A clause that tells something says so by one of these. */
const TELLING = wordSet(
  'karena sebab dikarenakan berhubung mengingat lantaran soalnya habis gara-gara gara because since memang emang pancen sudah sdh telah udah tadi kemarin barusan semalam selama sejak masih sedang lagi sering selalu terus tiap setiap pernah baru akhirnya untung kasihan kasian maaf terima makasih trims thanks thank sorry apologies semoga mudah-mudahan alhamdulillah salut senang demi guna biar supaya agar dalam menunjang mendukung dia ia beliau ybs bersangkutan mereka kan itu ini saya kami kita aku he she they we i is was were are has have had been needs',
);
/** These open what it is good for. */
const PURPOSE = wordSet('biar supaya agar demi');
/** What is done to something is told of only where it is done already or for a reason; else it is an order. */
const DONE = wordSet(
  'karena sebab dikarenakan berhubung mengingat lantaran soalnya gara sudah sdh telah udah tadi kemarin barusan semalam selama sejak masih sedang sering selalu tiap setiap pernah memang emang',
);
/** Words about words, and words said in jest. */
const NOT_MEANT = /["\u00ab\u00bb\u2018\u201c-\u201f😂🤣😅🙄]/u;
/** In the clause of the yes, what follows these may be less than was asked for, or another thing. */
const NARROWING = wordSet('dengan with untuk for buat bagi yang that which per di pada on in at sesuai as');
/** Somebody by name in the clause of the yes: a part of those asked for, or another's yes. */
const NAMED = /\b(?:pak|bu|bapak|ibu|mas|mbak|sdr|sdri|mr|mrs|ms)\b\.?\s+(?!admin|min\b|tim\b)\p{L}{3,}/iu;
const DEED = /^di\p{L}{3,}$/u;
const SUCH_A_DAY = wordSet(
  'dinas diklat digital divisi direktorat direktur ditjen dirjen disini disitu digunakan dipakai dipergunakan dimanfaatkan',
);
/** Verbs in their bare form open an order. */
const ORDERS = wordSet(
  'ambil pakai gunakan buat bikin beli taruh simpan kirim cari carikan manfaatkan set setel cek lihat baca catat hitung bawa kasih beri pasang buktikan jelasin jelaskan take put use get give buy keep make ensure let tell ask check have move remove add send',
);
const FEWEST_WORDS = 2;
/** Of those that are asked back always, these tell how it was where they are behind. */
const NUMERAL = wordSet(
  'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus ribu pertama kedua ketiga keempat separo seperempat sepertiga one two three four five six seven eight nine ten first second third half part most',
);
/** A time that is over limits nothing. */
const PAST =
  /\b(?:(?:tadi|kemarin|kmrn|barusan|semalam)(?: (?:pagi|siang|sore|malam))?(?: (?:jam|pukul) \d{1,2}(?:[.:]\d\d)?)?|(?:sejak|dari)(?: tadi)? (?:(?:jam|pukul) \d{1,2}|pagi|kemarin|dulu|lama|senin|selasa|rabu|kamis|jumat|sabtu|minggu|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|tahun \d{4}|\d{4})|(?:hari |pada )?(?:minggu|bulan|tahun|pekan|senin|selasa|rabu|kamis|jumat|semester) (?:lalu|kemarin|kmrn)|saya (?:sendiri )?(?:yang|yg) (?:minta|meminta|suruh|menyuruh|menugaskan|tugaskan)|(?:last (?:week|month|year|night)|since \p{L}+))\b/giu;
const askingBack = new WeakMap<Rulebook, ReadonlySet<string>>();
const requests = new WeakMap<Rulebook, ReadonlySet<string>>();

/**
 * @param strangeWord for which the grammar would ask back
 * @returns null where there is nothing to learn from
 */
export function besideYes(mentions: Mentions, strangeWord: string | null, context: JudgeContext): Beside | null {
  const parts = judgeBeside(mentions, context);
  if (parts === null) return null;
  const strange = parts.filter((part) => part.strange > 0);
  const isSeen = strange.some((part) => part.loose.some((at) => mentions.words.words[at]?.form === strangeWord));
  const worst = parts.filter((part) => maySay(mentions, part, context)).toSorted((a, b) => b.harm - a.harm)[0];
  return {
    harmless: isSeen && strange.every((part) => part.place === 'in' && mayStay(mentions, part, context)),
    words: strange.map((part) => wordsOf(mentions, part)).join(' … '),
    harmful: worst && worst.harm > PLAINLY_HARMFUL.above ? wordsOf(mentions, worst) : null,
  };
}

/** @returns null where nothing may be set aside */
export function withoutTold(mentions: Mentions, context: JudgeContext): Untold | null {
  const told = (judgeBeside(mentions, context) ?? []).filter((part) => isTold(mentions, part, context));
  if (told.length === 0) return null;
  const { words, text } = mentions.words;
  let [rest, from] = ['', 0];
  for (const { loose } of told) {
    rest += text.slice(from, words[loose[0] ?? 0]?.start ?? from);
    from = words[loose.at(-1) ?? 0]?.end ?? from;
  }
  return { text: rest + text.slice(from), told: told.map((part) => wordsOf(mentions, part)).join(' … ') };
}

/** A clause apart from the yes that is like what was told beside other approvals. */
function isTold(mentions: Mentions, part: JudgedPart, context: JudgeContext): boolean {
  if (part.place === 'in' || part.harm >= (part.binding > 0 ? HARMLESS.toldBinding : HARMLESS.told)) return false;
  const told = wordsOf(mentions, part).replace(PAST, ' sudah ');
  if (NOT_MEANT.test(told) || restricts(told) || isBound(mentions, part)) return false;
  const forms = toWords(told, context.rulebook.abbreviations).words.map((word) => word.form);
  const isDone = forms.some((form) => DONE.has(form));
  const isSigned = forms.length > FEWEST_WORDS && forms.some((form) => TELLING.has(form));
  if (ORDERS.has(forms[0] ?? '') || (!isSigned && namesMatter(forms, context))) return false;
  if (!isSigned && (forms.length < FEWEST_WORDS || part.binding > 0 || part.harm >= HARMLESS.unsigned)) return false;
  if (!isDone && forms.some((form) => DEED.test(form) && !SUCH_A_DAY.has(form))) return false;
  const isState = isDone || PURPOSE.has(forms[0] ?? '');
  const turns = forms.some(
    (form, at) => isNegation(form, context.rulebook) && !(isState && STATE.has(forms[at + 1] ?? '')),
  );
  if (turns || forms.some((form) => TIES.has(form) || HEDGES.has(form))) return false;
  return isDone ? isUncounted(forms, context) : isFree(forms, context);
}

/** Holds a phrase that binds, puts off, refuses or agrees, or tells where the writer himself is. */
function isBound({ all, words: { words } }: Mentions, { loose }: JudgedPart): boolean {
  const [from = 0, to = 0] = [loose[0], loose.at(-1)];
  const own = loose.some((at) => SELF.has(words[at]?.form ?? ''));
  return all.some(
    ({ first, last, class: name }) => first <= to && last >= from && (BINDING.has(name) || (name === 'away' && own)),
  );
}

/** Beside the yes in its own clause; nobody else may stand before it ("Suryadi menyetujui"). */
function mayStay(mentions: Mentions, part: JudgedPart, context: JudgeContext): boolean {
  const { words } = mentions.words;
  const forms = part.loose.map((at) => words[at]?.form ?? '');
  if (part.harm >= HARMLESS.withYes || part.binding > 0 || !isFree(forms, context)) return false;
  if (NAMED.test(wordsOf(mentions, part)) || forms.some((form) => NARROWING.has(form))) return false;
  return plainly(mentions, 'approve-strong').every((yes) => {
    const first = words[part.loose[0] ?? 0];
    if (first?.clause !== words[yes.first]?.clause || (part.loose[0] ?? 0) > yes.first) return true;
    return words.slice(Math.max(0, yes.first - 1), yes.last + 1).some((word) => SELF.has(word.form));
  });
}

/** A warning counts where something is named that the rule files do not know, or the matter of requests: else it is a mere aside. */
function maySay({ words: { words } }: Mentions, { place, strange, loose }: JudgedPart, context: JudgeContext): boolean {
  const forms = loose.map((at) => words[at]?.form ?? '');
  return (place === 'in' && strange > 0) || namesMatter(forms, context) || forms.some((form) => /\d/.test(form));
}

function namesMatter(forms: readonly string[], { rulebook }: JudgeContext): boolean {
  const known = requests.get(rulebook) ?? wordSet((rulebook.replies['request-words'] ?? []).join(' '));
  requests.set(rulebook, known);
  return forms.some((form) => known.has(form));
}

/** What is behind may name anything but a number. */
function isUncounted(forms: readonly string[], { isKnown }: JudgeContext): boolean {
  return !forms.some((form) => !isKnown(form) && (NUMERAL.has(form) || /\d/.test(form)));
}

/** No word that is asked back always, and no number. */
function isFree(forms: readonly string[], { rulebook, isKnown }: JudgeContext): boolean {
  const never = askingBack.get(rulebook) ?? wordSet((rulebook.replies['asks-back'] ?? []).join(' '));
  askingBack.set(rulebook, never);
  return !forms.some((form) => !isKnown(form) && (never.has(form) || /\d/.test(form) || form.length === 1));
}

function wordsOf({ words: { words, text } }: Mentions, { loose }: JudgedPart): string {
  return text.slice(words[loose[0] ?? 0]?.start ?? 0, words[loose.at(-1) ?? 0]?.end ?? 0).replace(/\s+/g, ' ');
}
