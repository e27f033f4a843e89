/**
 * Whether a mail carries the superior that a service asks for: the best person in Cc or To decides. Who counts and who does not:
 *   - the sender with all of his addresses, our own mailboxes, teams and other shared mailboxes count for nothing;
 *   - the sender himself satisfies the demand when the register gives him the rank, whether he copied himself or not;
 *   - an address of our domains that the register does not know is `unknown`: it may be an official whom the register lacks, and the desk
 *     can find out;
 *   - an address elsewhere counts for nothing (a vendor in Cc is no reason to look for an official, and the requester is helped soonest
 *     by being asked for his superior's office address), unless it bears the name of a superior who would do. Then it is `unknown`,
 *     too: somebody has to see whose mailbox that is.
 */
import type { LocalDate } from '../shared/time.ts';
import { isGroupMailbox } from './group-mailbox.ts';
import type { Directory, Eselon, Person, Rank } from './person.ts';

/** Best first; of several people in Cc and To the best decides. */
export const VERDICTS = ['ok', 'not-in-line', 'too-low', 'inactive', 'unknown', 'missing'] as const;
export type Verdict = (typeof VERDICTS)[number] | 'not-required';

export interface Recipient {
  readonly address: string;
  readonly name: string;
  readonly field: 'to' | 'cc';
}

export interface SuperiorQuestion {
  readonly sender: Person | null;
  readonly senderAddress: string;
  readonly recipients: readonly Recipient[];
  /** What the service asks; null asks nothing. */
  readonly minimum: Rank | null;
  /** Day of receipt. */
  readonly on: LocalDate;
  readonly directory: Directory;
  /** Desk, teams, aliases; plus-details are set aside when comparing. */
  readonly ourAddresses: readonly string[];
  /** Mail domains of the office; those beneath them are meant, too. */
  readonly ourDomains: readonly string[];
}

export interface FoundPerson {
  readonly address: string;
  readonly name: string;
  readonly eselon: Eselon;
  /** `from`: the sender, who has the rank himself and stands in neither field. */
  readonly field: 'to' | 'cc' | 'from';
  /** Counts by a post that he acts in: by its rank, or by its place above the sender. */
  readonly acting: boolean;
  readonly self: boolean;
  readonly inLine: boolean;
}

export interface SuperiorFinding {
  readonly required: Rank | null;
  readonly verdict: Verdict;
  /** In the order of the mail, Cc before To. */
  readonly found: readonly FoundPerson[];
  /** Who decided the verdict (of several who are ok, the nearest superior); null where that is nobody in the register. */
  readonly best: Person | null;
}

interface Judged {
  readonly verdict: (typeof VERDICTS)[number];
  readonly found: FoundPerson;
  readonly person: Person | null;
  readonly distance: number;
}

export function judgeSuperior(question: SuperiorQuestion): SuperiorFinding {
  const recipients = countingRecipients(question);
  const judged = [...recipients.flatMap((recipient) => judgeRecipient(recipient, question)), ...judgeSender(question)];
  const found = judged.map((one) => one.found);
  if (question.minimum === null) return { required: null, verdict: 'not-required', found, best: null };
  const best = judged.reduce<Judged | null>((best, one) => (best && !isBetter(one, best) ? best : one), null);
  return { required: question.minimum, verdict: best?.verdict ?? 'missing', found, best: best?.person ?? null };
}

/** Without ourselves and the sender; an address that stands in both fields counts as Cc. */
function countingRecipients({
  recipients,
  sender,
  senderAddress,
  ourAddresses,
}: SuperiorQuestion): readonly Recipient[] {
  const passedOver = new Set([senderAddress, ...(sender?.addresses ?? []), ...ourAddresses].map(bareAddress));
  const ordered = [
    ...recipients.filter(({ field }) => field === 'cc'),
    ...recipients.filter(({ field }) => field === 'to'),
  ];
  return ordered.filter(({ address }) => {
    const bare = bareAddress(address);
    if (passedOver.has(bare)) return false;
    passedOver.add(bare);
    return true;
  });
}

function judgeRecipient(recipient: Recipient, question: SuperiorQuestion): readonly Judged[] {
  const person =
    question.directory.byAddress(recipient.address) ?? question.directory.byAddress(bareAddress(recipient.address));
  if (!person) return mayBeOfficial(recipient, question) ? [judgeStranger(recipient)] : [];
  if (person.nip === question.sender?.nip) return [];
  return [judgePerson(person, recipient, question)];
}

function judgePerson(person: Person, { address, field }: Recipient, question: SuperiorQuestion): Judged {
  const { directory, sender, on, minimum } = question;
  const standing = directory.standing(person, on);
  const place = sender && directory.placeAbove(person, sender, on);
  const hasRank = minimum === null || (standing.rank !== null && standing.rank <= minimum);
  const inLine = place !== null;
  const verdict = !person.active ? 'inactive' : !hasRank ? 'too-low' : inLine ? 'ok' : 'not-in-line';
  const acting = standing.acting || (place?.acting ?? false);
  const found = { address, name: person.name, eselon: standing.eselon, field, acting, self: false, inLine };
  return { verdict, found, person, distance: place?.distance ?? Infinity };
}

function judgeStranger({ address, name, field }: Recipient): Judged {
  const found: FoundPerson = { address, name, eselon: '', field, acting: false, self: false, inLine: false };
  return { verdict: 'unknown', found, person: null, distance: Infinity };
}

function mayBeOfficial({ address, name }: Recipient, question: SuperiorQuestion): boolean {
  if (isGroupMailbox(bareAddress(address), name)) return false;
  return isOurs(address, question.ourDomains) || bearsNameOfSuperior(address, name, question);
}

function bearsNameOfSuperior(address: string, name: string, question: SuperiorQuestion): boolean {
  const { directory, sender, minimum, on } = question;
  if (!sender || minimum === null) return false;
  const bare = bareAddress(address);
  const local = bare.slice(0, bare.lastIndexOf('@')).replace(/[^\p{L}]+/gu, ' ');
  const namesakes = new Set([...directory.byName(name), ...directory.byName(local)]);
  return directory.qualifying(sender, minimum, on).some((superior) => namesakes.has(superior));
}

/** The sender who has the rank himself needs nobody above him. */
function judgeSender({
  sender,
  senderAddress,
  recipients,
  minimum,
  on,
  directory,
}: SuperiorQuestion): readonly Judged[] {
  if (!sender?.active || minimum === null) return [];
  const { rank, eselon, acting } = directory.standing(sender, on);
  if (rank === null || rank > minimum) return [];
  const own = new Set([senderAddress, ...sender.addresses].map(bareAddress));
  const listed = recipients.find(({ address }) => own.has(bareAddress(address)));
  const { address, field } = listed ?? { address: senderAddress, field: 'from' as const };
  const found: FoundPerson = { address, name: sender.name, eselon, field, acting, self: true, inLine: false };
  return [{ verdict: 'ok', found, person: sender, distance: Infinity }];
}

function isBetter(one: Judged, other: Judged): boolean {
  const [rank, otherRank] = [VERDICTS.indexOf(one.verdict), VERDICTS.indexOf(other.verdict)];
  return rank === otherRank ? one.distance < other.distance : rank < otherRank;
}

function isOurs(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((ours) => domain === ours.toLowerCase() || domain.endsWith(`.${ours.toLowerCase()}`));
}

/** Lower case, without a plus-detail. */
function bareAddress(address: string): string {
  const plain = address.trim().toLowerCase();
  const [plus, at] = [plain.indexOf('+'), plain.lastIndexOf('@')];
  return plus > 0 && plus < at ? plain.slice(0, plus) + plain.slice(at) : plain;
}
