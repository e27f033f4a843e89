/** What is said to whoever sent a letter that the wrong official signed: what the register has of him, what is asked, and who could sign. */
import type { Person, Rank } from '../../directory/person.ts';
import { rankOf } from '../../directory/rank.ts';
import type { SignerFinding } from '../../directory/signer.ts';
import type { LetterSigner } from '../../parse/document.ts';
import type { Requirement } from '../../rulebook/rulebook.ts';
import { dateInWords } from '../facts/date-in-words.ts';
import type { PaperDifference } from './paper-difference.ts';

export interface LetterFault {
  /** Indonesian, as it stands in a letter. */
  readonly text: string;
  readonly against: PaperDifference['against'] | 'form';
}

export interface Signed {
  readonly claim: LetterSigner | null;
  /** Day of the letter. */
  readonly on: string;
  /** Superiors of the requester who may sign, nearest first. */
  readonly able: readonly Person[];
  readonly requirement: Requirement;
}

const ROMAN: Readonly<Record<Rank, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };
const MOST_ABLE = 2;
const MOST_TITLES = 2;

export function signerFaults(finding: SignerFinding, signed: Signed): readonly LetterFault[] {
  const { verdict, person } = finding;
  if (person === null) return [];
  if (verdict === 'differs') return [{ text: differing(person, signed.claim, finding.by), against: 'directory' }];
  if (verdict === 'inactive') {
    const text = `Penanda tangan surat (${person.name}) tidak aktif lagi menurut direktori`;
    return [{ text, against: 'directory' }, ...whoMay(signed)];
  }
  if (verdict !== 'too-low') return [];
  return [
    { text: tooLow(person, finding, signed.requirement), against: 'catalogue' },
    ...notActing(person, finding, signed),
    ...whoMay(signed),
  ];
}

function differing(person: Person, claim: LetterSigner | null, by: SignerFinding['by']): string {
  return by === 'nip'
    ? `Nama penanda tangan pada surat (${claim?.name ?? ''}) tidak sama dengan nama pemilik NIP itu menurut direktori (${person.name})`
    : `NIP penanda tangan pada surat (${claim?.nip ?? ''}) bukan NIP ${person.name} menurut direktori`;
}

function tooLow(
  person: Person,
  { eselon, behalf }: SignerFinding,
  { signerRank, signerTitles = [] }: Requirement,
): string {
  const real = rankOf(eselon) === null ? 'tanpa eselon' : `eselon ${eselon}`;
  const asked = signerRank === null ? '' : `eselon ${ROMAN[signerRank]}`;
  const titles = signerTitles.slice(0, MOST_TITLES).map((title) => ` atau ${title}`);
  const lent = behalf === null ? '' : ` atas nama ${behalf.title}`;
  return `Surat ini ditandatangani ${person.name} (${person.title}, ${real})${lent}; yang diminta pejabat minimal ${asked}${titles.join('')}`;
}

/** He signed as acting official, and the register has no such appointment for that day. */
function notActing(person: Person, { acting }: SignerFinding, { claim, on }: Signed): readonly LetterFault[] {
  const claimed = claim?.acting ?? null;
  if (acting || claimed === null) return [];
  const post = [claimed === 'plt' ? 'Plt.' : 'Plh.', claim?.title ?? ''].join(' ').trim();
  const text = `Direktori tidak mencatat ${person.name} sebagai ${post} pada ${dateInWords(on)}`;
  return [{ text, against: 'directory' }];
}

function whoMay({ able }: Signed): readonly LetterFault[] {
  if (able.length === 0) return [];
  const names = able.slice(0, MOST_ABLE).map(({ name, title }) => `${name} (${title})`);
  return [{ text: `Yang dapat menandatangani antara lain: ${names.join('; ')}`, against: 'catalogue' }];
}
