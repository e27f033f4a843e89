/**
 * The judge of plain approvals (reply-yes-judge.ts) where it may speak: beside a strong yes, of words that the rule files do not know, and of
 * whole clauses that only tell something ("Setuju, komputernya sudah tidak bisa dipakai"). What it finds harmless is set aside and the rest
 * read again; such a yes counts as a weak one, so that the approver is told at once and can take it back, and sensitive requests are
 * asked back all the same. Conditions, numbers, days to come, other people and verbs of waiting or asking are asked back whatever it says.
 * It also warns of a yes that the grammar takes for plain.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { plainly, type Mentions } from './reply-mentions.ts';
import { judgeBeside, type JudgeContext, type JudgedPart } from './reply-yes-judge.ts';
import { wordSet } from './reply-words.ts';

/** Chosen on examples kept aside, fold by fold and writer by writer. */
export const HARMLESS = { withYes: 0.05, told: 0.2, toldBinding: 0.1 };
export const PLAINLY_HARMFUL = { above: 0.98 };

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
/** Never set aside: what these open is no mere telling. */
const TIES = wordSet(
  'jika bila bilamana apabila manakala kalau asal asalkan sepanjang sejauh catatan syarat syaratnya bersyarat ketentuan kondisi kecuali selain hanya khusus terbatas sebagian tapi tetapi namun cuma pastikan dipastikan saja if but only except unless until provided providing condition conditions though although however nanti tunda ditunda tahan harus wajib jangan perlu if',
);
/** A time that is over limits nothing. */
const PAST =
  /\b(?:(?:tadi|kemarin|kmrn|barusan|semalam)(?: (?:pagi|siang|sore|malam))?(?: (?:jam|pukul) \d{1,2}(?:[.:]\d\d)?)?|(?:hari |pada )?(?:minggu|bulan|tahun|pekan|senin|selasa|rabu|kamis|jumat|semester) (?:lalu|kemarin|kmrn)|last (?:week|month|year|night))\b/giu;
const askingBack = new WeakMap<Rulebook, ReadonlySet<string>>();

/** @returns null where there is nothing to learn from */
export function besideYes(mentions: Mentions, context: JudgeContext): Beside | null {
  const parts = judgeBeside(mentions, context);
  if (parts === null) return null;
  const strange = parts.filter((part) => part.strange > 0);
  const worst = parts.toSorted((a, b) => b.harm - a.harm)[0];
  return {
    harmless: strange.every((part) => part.place === 'in' && mayStay(mentions, part, context)),
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
  const told = wordsOf(mentions, part).replace(PAST, ' ').toLowerCase();
  const forms = part.loose.map((at) => mentions.words.words[at]?.form ?? '').filter((form) => told.includes(form));
  return !forms.some((form) => TIES.has(form)) && isFree(forms, context);
}

/** Beside the yes in its own clause; nobody else may stand before it ("Suryadi menyetujui"). */
function mayStay(mentions: Mentions, part: JudgedPart, context: JudgeContext): boolean {
  const { words } = mentions.words;
  const forms = part.loose.map((at) => words[at]?.form ?? '');
  if (part.harm >= HARMLESS.withYes || part.binding > 0 || !isFree(forms, context)) return false;
  return plainly(mentions, 'approve-strong').every((yes) => {
    const first = words[part.loose[0] ?? 0];
    if (first?.clause !== words[yes.first]?.clause || (part.loose[0] ?? 0) > yes.first) return true;
    return words.slice(Math.max(0, yes.first - 1), yes.last + 1).some((word) => SELF.has(word.form));
  });
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
