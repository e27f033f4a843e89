/**
 * Words of refusal that refuse nothing: turned round ("mana mungkin saya tolak"), put off ("tidak usah dulu"), waiting for something ("tidak
 * bisa menyetujui sebelum ada laporan"), or said of the asking and not of what is asked ("tidak perlu izin saya").
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';

import { ofWording } from '../../words/wording.ts';
import { mentioned, type Mention, type Mentions } from '../mentions.ts';
import { causes } from './plain-yes.ts';

/** Refusing as a deed of its own; "tidak setuju" is a yes turned round. */
const VERB = /\b(?:\p{L}{0,3}[tn]olak|keberatan|reject\p{L}*|refus\p{L}*|declin\p{L}*|den(?:y|ied))$/u;
const NO = /^(?:tidak|bukan|jangan|belum|kurang|not|no|don't|do not|please don't|please do not)\b/;
/** Words between what turns a refusal round and the refusal. */
const TURN_REACH = 4;
const BETWEEN = String.raw`(?!(?:sehingga|maka|makanya|jadi|lalu|dan|so)\b)\p{L}+`;
/** Words between a no and the refusal that it turns round ("tidak perlu ditolak"). */
const NEXT = 3;
/** Words within which a no is put off. */
const PUT_OFF_REACH = 3;

interface NoRefusal {
  /** What stands before a refusal and makes it none. */
  readonly turns: RegExp;
  /** What stands behind "tidak perlu" and is no part of the request. */
  readonly needless: RegExp;
  readonly waits: RegExp;
  readonly waitsOfInability: RegExp;
  readonly opensInability: RegExp;
  readonly noWait: RegExp;
  readonly putsOff: ReadonlySet<string>;
  readonly undecided: RegExp;
}

const wordsOf = ofWording<NoRefusal>(({ any, set }) => ({
  turns: new RegExp(String.raw`(?<!\p{L})${any('turns_refusal')}(?:\s+${BETWEEN}){0,${TURN_REACH}}$`, 'u'),
  needless: new RegExp(String.raw`^(?:(?:lagi|juga|pakai|pake|ada) )?${any('needless_asking')}(?!\p{L})`, 'u'),
  waits: new RegExp(String.raw`(?<!\p{L})${any('refusal_waits')}(?!\p{L})`, 'u'),
  waitsOfInability: new RegExp(String.raw`(?<!\p{L})${any('refusal_waits', 'inability_waits')}(?!\p{L})`, 'u'),
  opensInability: new RegExp(String.raw`^${any('refusal_waits', 'inability_waits')}(?!\p{L})`, 'u'),
  noWait: new RegExp(String.raw`(?<!\p{L})${any('no_wait')}(?!\p{L})`, 'gu'),
  putsOff: set('puts_refusal_off'),
  undecided: new RegExp(
    String.raw`(?<!\p{L})(?:tidak|belum|cannot|can't|not)(?: \p{L}+){0,3} ${any('deciding')}(?!\p{L})`,
    'u',
  ),
}));

/** A reject or objection that says the contrary, or something else. */
export function isNoRefusal(mentions: Mentions, mention: Mention, rulebook: Rulebook): boolean {
  const phrase = formsOf(mentions, mention);
  if (isAnothers(mentions, mention)) return true;
  if (NO.test(phrase)) return turnsNext(mentions, mention) || isNeedless(mentions, mention, rulebook);
  return VERB.test(phrase) && wordsOf(rulebook).turns.test(before(mentions, mention));
}

/** Whether somewhere a refusal is turned round, so that likeness to refusals says nothing. */
export function turnsRefusal(mentions: Mentions, rulebook: Rulebook): boolean {
  return mentioned(mentions, 'reject', 'objection', 'defer').some((one) => isNoRefusal(mentions, one, rulebook));
}

/** "Tidak bisa saya putuskan sekarang": what he cannot do is to answer. */
export function isUndecided({ words: { words } }: Mentions, rulebook: Rulebook): boolean {
  return wordsOf(rulebook).undecided.test(words.map(({ form }) => form).join(' '));
}

/** "Jangan ditolak", "jangan ditolak dulu", "tidak perlu ditolak" */
function turnsNext({ words: { words } }: Mentions, { first, last }: Mention): boolean {
  const { clause } = words[first] ?? { clause: -1 };
  const next = words.slice(first + 1, last + 1 + NEXT).filter((word) => word.clause === clause);
  return next.some(({ form }) => VERB.test(form));
}

/** "Tidak perlu persetujuan saya", "tidak usah menunggu saya" */
function isNeedless(mentions: Mentions, mention: Mention, rulebook: Rulebook): boolean {
  if (!/^(?:tidak|jangan) (?:perlu|usah)$/.test(formsOf(mentions, mention))) return false;
  const { first, last } = mention;
  const { words } = mentions.words;
  const { clause } = words[first] ?? { clause: -1 };
  const behind = words.slice(last + 1).filter((word) => word.clause === clause);
  return wordsOf(rulebook).needless.test(behind.map(({ form }) => form).join(' '));
}

/** "Tidak usah dulu lah"; "saya tolak dulu" refuses all the same. */
export function isPutOff({ words: { words } }: Mentions, mention: Mention, rulebook: Rulebook): boolean {
  const { first, last, negation } = mention;
  if (VERB.test(formsOf({ words: { words } }, mention))) return false;
  const { clause } = words[first] ?? { clause: -1 };
  const { putsOff } = wordsOf(rulebook);
  const from = negation === null ? first : words.findLastIndex(({ form }, at) => at < first && form === negation);
  const near = words.slice(Math.max(from, 0), last + 1 + PUT_OFF_REACH);
  return near.some((word) => word.clause === clause && putsOff.has(word.form));
}

/** A no that is put off, or a yes that is not given yet ("belum saya izinkan"). */
export function putOff(mentions: Mentions, rulebook: Rulebook): Mention | null {
  const isLater = (one: Mention): boolean =>
    one.class === 'reject' ? isPutOff(mentions, one, rulebook) : one.negation === 'belum';
  return mentioned(mentions, 'reject', 'approve-strong').find(isLater) ?? null;
}

/** Whether some refusal waits for something. */
export function refusalWaits(mentions: Mentions, rulebook: Rulebook): boolean {
  const turned = mentioned(mentions, 'approve-strong').filter(({ negation }) => negation !== null);
  return [...mentioned(mentions, 'reject'), ...turned].some((one) => waits(mentions, one, rulebook));
}

/** Whether the refusal waits for something, said behind it in its clause or at the head of another one of its sentence; a cause is none. */
export function waits(mentions: Mentions, no: Mention, rulebook: Rulebook): boolean {
  const { words } = mentions.words;
  const { sentence, clause } = words[no.first] ?? { sentence: -1, clause: -1 };
  const inCause = causes(mentions.words);
  const lists = wordsOf(rulebook);
  const [waiting, opening] = VERB.test(formsOf(mentions, no))
    ? [lists.waits, null]
    : [lists.waitsOfInability, lists.opensInability];
  const clauses = Map.groupBy(
    [...words.entries()].filter(([at, word]) => word.sentence === sentence && !inCause.has(at)),
    ([, word]) => word.clause,
  );
  return [...clauses].some(([of, entries]) => {
    const behind = of === clause ? entries.filter(([at]) => at > no.last) : entries;
    const text = behind
      .map(([, { form }]) => form)
      .join(' ')
      .replaceAll(lists.noWait, ' ');
    return of === clause ? waiting.test(text) : opening?.test(text) === true;
  });
}

/** "Ditolak oleh Itjen", "ditolak Pak Harun" */
function isAnothers({ words: { words, text } }: Mentions, { first, last }: Mention): boolean {
  const behind = text.slice(words[last]?.end ?? 0).trimStart();
  const named = /^(?:[Pp]ak|[Bb]u|[Bb]apak|[Ii]bu)\s+(?!(?:Admin|Min|Tim|Petugas)\b)\p{Lu}\p{Ll}+/u;
  const by = /^(?:oleh|by)\s+(?!(?:saya|kami|sy|me|us)\b)\p{L}/iu;
  return words[first]?.form.startsWith('di') === true && (by.test(behind) || named.test(behind));
}

/** As compared; the phrase of the rule files may be another spelling of it. */
function formsOf(
  { words: { words } }: { readonly words: Pick<Mentions['words'], 'words'> },
  { first, last }: Mention,
): string {
  return words
    .slice(first, last + 1)
    .map(({ form }) => form)
    .join(' ');
}

/** The words before it in its clause, as compared. */
function before({ words: { words } }: Mentions, { first }: Mention): string {
  const { clause } = words[first] ?? { clause: -1 };
  const forms = words.slice(0, first).filter((word) => word.clause === clause);
  return forms.map(({ form }) => form).join(' ');
}
