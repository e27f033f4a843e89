/**
 * Who signed a letter, and whether he may. A letter only claims a name, a number, a title; the register decides:
 *   - he is looked up by his number, else by his name; two people of one name are told apart by the title, or not at all;
 *   - a number and a name that belong to two people `differ`: neither is preferred;
 *   - his rank is that of the day of the letter, acting posts (Plt., Plh.) valid that day included;
 *   - "a.n." lends him the office named only where the register has its holder above him: then somebody looks at it;
 *   - whom the register does not know is `unknown`, no reason to refuse: it may lack him.
 */
import type { LocalDate } from '../shared/time.ts';
import { normaliseName } from './names.ts';
import { nearestNip, normaliseNip } from './nip.ts';
import type { Directory, Eselon, Person, Rank } from './person.ts';

/** Best first. From `differs` on the requester can mend it; those between `ok` and there a person looks at. */
export const SIGNER_VERDICTS = [
  ...(['ok', 'not-asked', 'not-in-line', 'on-behalf', 'ambiguous', 'unknown', 'unread'] as const),
  ...(['differs', 'inactive', 'too-low'] as const),
];
export type SignerVerdict = (typeof SIGNER_VERDICTS)[number];

/** As the letter says it; null for what it does not. */
export interface SignerClaim {
  readonly name: string | null;
  readonly nip: string | null;
  readonly title: string | null;
  readonly onBehalfOf: string | null;
  readonly acting: 'plt' | 'plh' | null;
}

export interface SignerQuestion {
  /** Null where nobody could be read. */
  readonly claim: SignerClaim | null;
  /** Day of the letter. */
  readonly on: LocalDate;
  readonly minimum: Rank | null;
  /** Beginnings of titles that suffice whatever the rank. */
  readonly titles: readonly string[];
  /** He should stand above the requester. */
  readonly asksLine: boolean;
  readonly requester: Person | null;
  readonly directory: Directory;
}

export interface SignerFinding {
  readonly verdict: SignerVerdict;
  readonly required: Rank | null;
  /** Null where the register knows nobody, or more than one. */
  readonly person: Person | null;
  readonly by: 'nip' | 'name' | null;
  /** That of the post acted in where acting is what gives it; of the office named by "a.n." where that is what counts. */
  readonly eselon: Eselon;
  readonly acting: boolean;
  /** Null where there is no requester to compare with. */
  readonly inLine: boolean | null;
  /** Whom the register has for the office that was signed for. */
  readonly behalf: Person | null;
}

type Looked = Pick<SignerFinding, 'person' | 'by'> & {
  readonly trouble: 'differs' | 'ambiguous' | 'unknown' | 'unread' | null;
};

const LEAST_WORDS = 2;

export function judgeSigner(question: SignerQuestion): SignerFinding {
  const { person, by, trouble } = lookUp(question);
  const nothing = {
    required: question.minimum,
    person,
    by,
    eselon: '',
    acting: false,
    inLine: null,
    behalf: null,
  } as const;
  if (person === null || trouble === 'differs')
    return {
      ...nothing,
      verdict: question.minimum === null && trouble !== 'differs' ? 'not-asked' : (trouble ?? 'unknown'),
    };
  return { ...nothing, ...judgePerson(person, question, by) };
}

/** Same name by its words, degrees set aside; who writes one of two names short is still himself. */
export function isSamePersonsName(one: string, other: string): boolean {
  const [shorter = [], longer = []] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length);
  if (shorter.length === 0) return false;
  if (shorter.join(' ') === longer.join(' ')) return true;
  return shorter.length >= LEAST_WORDS && shorter.every((word) => longer.some((full) => isShort(word, full)));
}

function wordsOf(name: string): readonly string[] {
  return normaliseName(name)
    .split(' ')
    .filter((word) => word !== '');
}

/** An initial stands for its name. */
function isShort(word: string, full: string): boolean {
  const [brief = '', whole = ''] = word.length < full.length ? [word, full] : [full, word];
  return word === full || (brief.length === 1 && whole.startsWith(brief));
}

function lookUp({ claim, directory }: SignerQuestion): Looked {
  const none = { person: null, by: null } as const;
  const [name, nip] = [claim?.name ?? '', normaliseNip(claim?.nip ?? '')];
  if (claim === null || (name === '' && nip === '')) return { ...none, trouble: 'unread' };
  const numbered = nip === '' ? null : directory.byNip(nip);
  if (numbered !== null) {
    const isHe = name === '' || isSamePersonsName(name, numbered.name);
    return { person: numbered, by: 'nip', trouble: isHe ? null : 'differs' };
  }
  const namesakes = directory.byName(name);
  if (nip !== '' && namesakes.length > 0) return misnumbered(nip, namesakes);
  if (namesakes.length === 0) return { ...none, trouble: 'unknown' };
  const [found = null] = namesakes.length === 1 ? namesakes : withTitle(namesakes, claim.title);
  return found === null ? { ...none, trouble: 'ambiguous' } : { person: found, by: 'name', trouble: null };
}

/** A number that nobody has beside a name that somebody has: his, with a digit wrong, or that of a namesake whom the register lacks. */
function misnumbered(nip: string, namesakes: readonly Person[]): Looked {
  const near = nearestNip(nip, (candidate) => namesakes.some((person) => person.nip === candidate));
  const meant = namesakes.find((person) => person.nip === near) ?? null;
  if (meant === null) return { person: null, by: null, trouble: 'ambiguous' };
  return { person: meant, by: 'name', trouble: 'differs' };
}

/** The one of them whose title it is; none where that is several or nobody. */
function withTitle(namesakes: readonly Person[], title: string | null): readonly Person[] {
  const those = title === null ? [] : namesakes.filter((person) => isTitleOf(person, title));
  return those.length === 1 ? those : [];
}

/** "Kepala Kantor Wilayah DJP Riau" is the Kepala Kantor of the Kantor Wilayah DJP Riau, however the register divides it. */
function isTitleOf({ title, unitName }: Person, claimed: string): boolean {
  const [own, said] = [plain(title), plain(claimed)];
  if (own === '' || said === '') return false;
  return own === said || (said.startsWith(`${own} `) && plain(unitName).endsWith(said.slice(own.length + 1)));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function judgePerson(
  person: Person,
  question: SignerQuestion,
  by: SignerFinding['by'],
): Pick<SignerFinding, 'verdict' | 'eselon' | 'acting' | 'inLine' | 'behalf'> {
  const { directory, on, minimum, requester, claim } = question;
  const { rank, eselon, acting } = directory.standing(person, on);
  const inLine = requester === null ? null : requester.nip === person.nip || directory.isAbove(person, requester, on);
  const behalf = claim?.onBehalfOf ? holderAbove(person, claim.onBehalfOf, question) : null;
  const said = { eselon, acting, inLine, behalf };
  if (minimum === null) return { ...said, verdict: 'not-asked' };
  if (!person.active) return { ...said, verdict: 'inactive' };
  if ((rank !== null && rank <= minimum) || hasTitle(person, question)) {
    return { ...said, verdict: question.asksLine && inLine === false ? 'not-in-line' : 'ok' };
  }
  if (claim?.onBehalfOf && mayLend(behalf, question)) return { ...said, verdict: 'on-behalf' };
  // A name alone may be that of somebody whom the register lacks, where his title is another.
  if (by === 'name' && claim?.title && !isTitleOf(person, claim.title)) return { ...said, verdict: 'ambiguous' };
  return { ...said, verdict: 'too-low' };
}

/** The head of an office that may sign whatever its rank, or who acts for him that day. */
function hasTitle(person: Person, { titles, directory, on }: SignerQuestion): boolean {
  const begins = ({ title }: Person): boolean =>
    titles.some((beginning) => `${plain(title)} `.startsWith(`${plain(beginning)} `));
  if (begins(person)) return true;
  const { acting } = person;
  const acts = acting !== null && acting.from <= on && on <= acting.to;
  return acts && directory.inUnit(acting.unitCode).some((one) => one.nip !== person.nip && begins(one));
}

/** The holder of the office named by "a.n.", where he stands above the one who signed. */
function holderAbove(person: Person, office: string, { directory, on }: SignerQuestion): Person | null {
  return directory.lineOf(person, on).find((superior) => isTitleOf(superior, office)) ?? null;
}

/** An office whose holder the register does not show is for a person to look at; one that is too low itself lends nothing. */
function mayLend(behalf: Person | null, question: SignerQuestion): boolean {
  if (behalf === null) return true;
  const { rank } = question.directory.standing(behalf, question.on);
  return (rank !== null && question.minimum !== null && rank <= question.minimum) || hasTitle(behalf, question);
}
