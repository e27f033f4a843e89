/**
 * Letters that stand for something the catalogue asks: who signed each, looked up in the register, and whether he may; and whether it
 * asks for as many as the mail and the list beside it. What its sender can mend is a fault; what only a person can judge is a doubt, for whoever works on it. Neither side is preferred: what cannot be read or is
 * not in the register counts as received, unchecked.
 */
import type { Directory, Person } from '../../directory/person.ts';
import { isSamePersonsName, judgeSigner, SIGNER_VERDICTS, type SignerFinding } from '../../directory/signer.ts';
import type { LetterReading, PaperReading, SignatureReading } from '../../parse/document.ts';
import type { Requirement } from '../../rulebook/rulebook.ts';
import type { LocalDate } from '../../shared/time.ts';
import { countFaults, type CountedBeside } from './letter-counts.ts';
import { signerFaults, type LetterFault } from './letter-faults.ts';
import type { Counted } from '../facts/said.ts';

/** A paper with the keys of what it stands for. */
export interface StandingPaper extends PaperReading {
  readonly standsFor?: readonly string[];
  /** A person has looked at its signature and let it pass; absent = no. */
  readonly isSeen?: boolean;
  /** What it counts, where it is a letter. */
  readonly counts?: readonly Counted[];
}

export interface LetterSources {
  readonly requirements: readonly Requirement[];
  readonly requester: Person | null;
  readonly directory: Directory;
  readonly today: LocalDate;
  /** Keys that are still awaited; null where nobody asks. A letter that counts as brought by words alone is then said to be unseen. */
  readonly missing: readonly string[] | null;
  /** What the mail beside it counts. */
  readonly said: CountedBeside['said'];
}

export const LETTER_DOUBTS = [
  ...(['letter-unseen', 'signer-unread', 'signer-unknown', 'signer-ambiguous', 'on-behalf', 'not-in-line'] as const),
  ...(['no-signature-seen', 'signature-by-hand', 'signature-unverified', 'dated-ahead', 'other-addressee'] as const),
];
export type LetterDoubt = (typeof LETTER_DOUBTS)[number];

export interface LetterFinding {
  /** Of the requirement. */
  readonly key: string;
  /** Null where the mail says that it is there, and no file shows it. */
  readonly filename: string | null;
  /** Null where it is not known as a letter (a picture, a file that cannot be read). */
  readonly letter: LetterReading | null;
  readonly signer: SignerFinding;
  readonly faults: readonly LetterFault[];
  readonly doubts: readonly LetterDoubt[];
}

export function letterFindings(papers: readonly StandingPaper[], sources: LetterSources): readonly LetterFinding[] {
  const lists = papers.filter(({ type }) => LISTS.includes(type));
  const asked = sources.requirements.filter(({ kind, phase }) => LETTERS.includes(kind) && phase === 'submission');
  return asked.flatMap((requirement) => {
    const found = papers
      .filter(({ standsFor = [] }) => standsFor.includes(requirement.key))
      .map((paper) => judge(paper, requirement, { ...sources, lists }));
    const [best = unseen(requirement, sources.missing)] = found.toSorted((one, other) => order(one) - order(other));
    return best === null ? [] : [best];
  });
}

/** The mail says that it is there; which file it should be nobody could tell. */
function unseen({ key, signerRank, onlyWhen }: Requirement, missing: LetterSources['missing']): LetterFinding | null {
  if (missing === null || missing.includes(key) || signerRank === null || onlyWhen.length > 0) return null;
  const signer = { verdict: 'unread', required: signerRank, person: null, by: null, eselon: '' } as const;
  return {
    key,
    filename: null,
    letter: null,
    signer: { ...signer, acting: false, inLine: null, behalf: null },
    faults: [],
    doubts: ['letter-unseen'],
  };
}

function order({ signer, faults }: LetterFinding): number {
  return SIGNER_VERDICTS.indexOf(signer.verdict) + (faults.length > 0 ? SIGNER_VERDICTS.length : 0);
}

/** A document may be a letter; one that none stands for is no letter. */
const LETTERS: readonly Requirement['kind'][] = ['letter', 'document'];
const LISTS: readonly PaperReading['type'][] = ['daftar-akun', 'daftar-perangkat'];

function judge(paper: StandingPaper, requirement: Requirement, sources: LetterSources & CountedBeside): LetterFinding {
  const { requester, directory, today } = sources;
  const letter = paper.letter ?? null;
  const on = letter?.date !== undefined && letter?.date !== null && letter.date <= today ? letter.date : today;
  const signed = signatureOf(paper);
  const claim = letter?.signer ?? certified(signed);
  const signer = judgeSigner({
    claim,
    on,
    minimum: requirement.signerRank,
    titles: requirement.signerTitles ?? [],
    asksLine: requirement.signerInLine ?? false,
    requester,
    directory,
  });
  const able =
    requester === null || signer.required === null ? [] : directory.qualifying(requester, signer.required, on);
  return {
    key: requirement.key,
    filename: paper.filename,
    letter,
    signer,
    faults: [
      ...unsigned(paper),
      ...signedByAnother(claim, signed),
      ...signerFaults(signer, { claim, on, able, requirement }),
      ...countFaults(paper.counts ?? [], sources),
    ],
    doubts: doubtsOf(paper, { signer, requirement, today }),
  };
}

/** What its own signature says of its signer, where an authority known to us answers for it. */
function certified(signature: SignatureReading | null): LetterReading['signer'] {
  const signer = signature?.state === 'intact' && signature.certificate === 'trusted' ? signature.signer : null;
  return signer === null ? null : { ...signer, title: null, rank: null, onBehalfOf: null, acting: null };
}

function signatureOf({ signatures = [] }: PaperReading): SignatureReading | null {
  return signatures.findLast(({ signer }) => signer !== null) ?? null;
}

/** Signed by hand it is for a person's eyes; what is plainly unsigned, or was changed afterwards, its sender can mend. */
function unsigned({ signature }: PaperReading): readonly LetterFault[] {
  if (signature === 'empty-field') return [{ text: 'Surat ini belum ditandatangani', against: 'form' }];
  return signature === 'changed-after' ? [{ text: 'Isi surat berubah setelah ditandatangani', against: 'form' }] : [];
}

function signedByAnother(claim: LetterReading['signer'], signature: SignatureReading | null): readonly LetterFault[] {
  const signer = signature?.signer ?? null;
  if (claim === null || signer === null || (claim.name === null && claim.nip === null)) return [];
  const isSame =
    claim.nip !== null && signer.nip !== null
      ? claim.nip === signer.nip
      : claim.name === null || isSamePersonsName(claim.name, signer.name);
  if (isSame) return [];
  const text = `Tanda tangan elektronik pada surat atas nama ${signer.name}, bukan ${claim.name ?? claim.nip}`;
  return [{ text, against: 'signature' }];
}

const BY_VERDICT: Readonly<Partial<Record<SignerFinding['verdict'], LetterDoubt>>> = {
  unread: 'signer-unread',
  unknown: 'signer-unknown',
  ambiguous: 'signer-ambiguous',
  'on-behalf': 'on-behalf',
  'not-in-line': 'not-in-line',
};

interface Doubted {
  readonly signer: SignerFinding;
  readonly requirement: Requirement;
  readonly today: LocalDate;
}

function doubtsOf(paper: StandingPaper, { signer, requirement, today }: Doubted): readonly LetterDoubt[] {
  const { addressee = [], signerRank } = requirement;
  const said = (paper.letter?.addressee ?? '').toLowerCase();
  const isElsewhere = said !== '' && addressee.length > 0 && !addressee.some((word) => said.includes(word));
  const bySignature = signerRank === null || signer.verdict === 'unread' ? null : doubtOfSignature(paper);
  return [
    BY_VERDICT[signer.verdict] ?? null,
    bySignature,
    (paper.letter?.date ?? '') > today ? ('dated-ahead' as const) : null,
    isElsewhere ? ('other-addressee' as const) : null,
  ].filter((doubt) => doubt !== null);
}

function doubtOfSignature(paper: StandingPaper): LetterDoubt | null {
  if (paper.isSeen === true) return null;
  if (paper.signature === 'none') return 'no-signature-seen';
  if (paper.signature === 'wet-picture' || paper.scan !== undefined) return 'signature-by-hand';
  if (paper.signature === 'unknown') return 'signature-unverified';
  return paper.signature === 'signed' && signatureOf(paper)?.certificate !== 'trusted' ? 'signature-unverified' : null;
}
