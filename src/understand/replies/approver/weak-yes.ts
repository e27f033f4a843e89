/** A weak yes counts when it is all that is said: beside it only politeness may stand, and nobody named but the desk. */
import type { UnclearWhy } from '../../reading.ts';
import { isQuoted } from './anothers-yes.ts';
import { plainly, said, type Mentions } from '../mentions.ts';
import { FITTING } from './plain-yes.ts';
import { isNamed, SELF, wordSet } from '../words.ts';
import { ofWording } from '../../words/wording.ts';

export type WeakYes =
  | { readonly kind: 'none' }
  | { readonly kind: 'all'; readonly words: string }
  | { readonly kind: 'more'; readonly words: string; readonly why: UnclearWhy };

const TITLES = new Set(['pak', 'bu', 'bapak', 'ibu', 'mas', 'mbak', 'mba', 'kak', 'bang', 'bung', 'sdr', 'sdri']);

/** With thanks behind it such a word only acknowledges ("ok, terima kasih"). */
const BARE = new Set(
  'ok oke okay okey okai okee okeh okelah ya iya baik baiklah sip siip sipp yes yup yep nggih inggih'.split(' '),
);

const THANKS =
  /^(?:terima\w*|thank\w*|thn\w*|thanx|t[ae]ngki?yu+|tx|ty|tysm|tyvm|tri?ma?\w*|trm\w+|n[uw]+h?un|suw[uo]n+|suksm\w|mauliate|tari?ma?o?\w*|tampi\w*|maka[sc]\w*|ma*ci\w*|mk?si?h?|dang?ke|kamsiah?|arigatou?|merci|gracias|xie|s[uy]+kr[ao]n|jaza\w*|matur\w*|hatur\w*|\w*apresiasi\w*|appreciat\w*|noted|🙏|🙇)$/u;

/** "Baik, terima kasih infonya": thanks behind so bare a word. */
function onlyAcknowledges(mentions: Mentions): boolean {
  return thanked(mentions) && plainly(mentions, 'approve-weak').every((one) => BARE.has(one.phrase));
}

function thanked(mentions: Mentions): boolean {
  return mentions.words.words.some(({ form }) => THANKS.test(form));
}

/** Clauses without a yes that only thank ("malah terima kasih sudah dibantu"). */
function thanksIn({ all, words: { words } }: Mentions): ReadonlySet<number> {
  const others = all.filter(
    ({ class: name, phrase }) => name !== 'question-ack' || !THANKS.test(phrase.split(' ')[0] ?? ''),
  );
  const loaded = new Set(others.flatMap(({ first, last }) => words.slice(first, last + 1).map(({ clause }) => clause)));
  const opening = words.filter((word, at) => THANKS.test(word.form) && isEarly(words, at));
  return new Set(opening.map(({ clause }) => clause).filter((clause) => !loaded.has(clause)));
}

function isEarly(words: Mentions['words']['words'], at: number): boolean {
  return words[at - 2]?.clause !== words[at]?.clause;
}

/** "Silakan dinonaktifkan", where our letter asked for that. */
const DEED = /^di\p{L}{5,}$/u;

const AT = wordSet('di pada in on');
const SHORTEST_ROOT = 5;
/** Words; what stands beyond is judged as it would be without. */
const LONGEST_PLACE = 12;

/** "Diinstal", where our letter tells of an "instalasi". */
function isDeedOf(sent: ReadonlySet<string> | null, form: string): boolean {
  const root = form.replace(/^di/, '');
  return (
    isNamed(sent, form) || (root.length >= SHORTEST_ROOT && [...(sent ?? [])].some((word) => word.startsWith(root)))
  );
}

/** "Silakan diinstal di laptop Iqbal": behind the deed the place of it, all in words of our letter. */
function placesAsked(words: Mentions['words']['words'], sent: ReadonlySet<string> | null): ReadonlySet<number> {
  const found = new Set<number>();
  words.forEach(({ form, clause }, at) => {
    if (!DEED.test(form) || !FITTING.has(form) || !isDeedOf(sent, form)) return;
    const behind = words.slice(at + 1, at + 1 + LONGEST_PLACE).filter((word) => word.clause === clause);
    const [preposition, ...place] = behind;
    if (!AT.has(preposition?.form ?? '') || place.length === 0) return;
    if (place.every((word) => isNamed(sent, word.form))) behind.forEach((_, index) => found.add(at + 1 + index));
  });
  return found;
}

export interface Harmless {
  readonly excuses: ReadonlySet<string>;
  readonly besideExcuse: ReadonlySet<string>;
  readonly staff: ReadonlySet<string>;
  readonly besideStaff: ReadonlySet<string>;
}

export const harmlessClauses = ofWording<Harmless>(({ set }) => ({
  excuses: formsOf(set('excuses')),
  besideExcuse: formsOf(set('beside_excuse')),
  staff: formsOf(set('own_staff')),
  besideStaff: formsOf(set('beside_own_staff')),
}));

function formsOf(words: ReadonlySet<string>): ReadonlySet<string> {
  return wordSet([...words].join(' '));
}

/** "Maaf kelewat", and "ybs memang staf saya" beside an order to go on: the answer is late, or the requester is his; nothing more. */
function harmlessIn(mentions: Mentions, { clauses, polite, sent }: Beside): ReadonlySet<number> {
  const { words } = mentions.words;
  const weak = plainly(mentions, 'approve-weak');
  const orders = weak.some((one) => !BARE.has(one.phrase) && !AFFIRMS.has(one.phrase));
  const covered = (at: number): boolean => weak.some(({ first, last }) => first <= at && at <= last);
  const found = new Set<number>();
  const groups = Map.groupBy(words.entries(), ([, { clause }]) => clause);
  for (const [clause, entries] of orders ? groups : []) {
    const forms = entries.filter(([at]) => !covered(at)).map(([, { form }]) => form);
    const isMade = (core: ReadonlySet<string>, beside: (form: string) => boolean): boolean =>
      forms.some((form) => core.has(form)) && forms.every((form) => core.has(form) || polite.has(form) || beside(form));
    const isExcuse = isMade(clauses.excuses, (form) => clauses.besideExcuse.has(form));
    const isStaff =
      forms.some((form) => SELF.has(form)) &&
      isMade(clauses.staff, (form) => clauses.besideStaff.has(form) || isNamed(sent, form));
    if (isExcuse || isStaff) found.add(clause);
  }
  return found;
}

/** Say yes to a question that was not asked, too ("ya betul, itu staf saya"). */
const AFFIRMS = new Set(['betul', 'benar', 'ya betul', 'iya betul', 'ya benar', 'iya benar', 'nggih']);

interface Beside {
  /** Words of our letter, null where it is not known. */
  readonly sent: ReadonlySet<string> | null;
  /** Words of the writer's own name. */
  readonly names: ReadonlySet<string>;
  /** Courtesy, particles and haste of the rule files, and what else may stand around a weak yes. */
  readonly polite: ReadonlySet<string>;
  readonly clauses: Harmless;
}

export function weakYes(mentions: Mentions, beside: Beside): WeakYes {
  const { sent, names, polite } = beside;
  const weak = plainly(mentions, 'approve-weak');
  const weakest = weak[0];
  if (!weakest) return { kind: 'none' };
  const words = said(mentions, weakest);
  const { text, words: all } = mentions.words;
  if (weak.some((one) => isQuoted(text, all[one.first]?.start ?? 0)))
    return { kind: 'more', words, why: 'anothers-word' };
  const covered = (at: number): boolean => weak.some((mention) => mention.first <= at && at <= mention.last);
  const asked = ({ form }: { readonly form: string }): boolean =>
    DEED.test(form) && FITTING.has(form) && isDeedOf(sent, form);
  const thanking = thanksIn(mentions).union(harmlessIn(mentions, beside));
  const placed = placesAsked(all, sent);
  const stray = mentions.words.words.findIndex(
    (word, at) =>
      !covered(at) &&
      !placed.has(at) &&
      !thanking.has(word.clause) &&
      !polite.has(word.form) &&
      !names.has(word.form) &&
      !asked(word),
  );
  if (stray < 0 && onlyAcknowledges(mentions)) return { kind: 'more', words, why: 'acknowledged' };
  if (stray < 0) return { kind: 'all', words };
  const named = TITLES.has(mentions.words.words[stray - 1]?.form ?? '');
  return { kind: 'more', words, why: named ? 'forwarded' : 'other' };
}
