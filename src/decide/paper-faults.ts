/**
 * What is wrong with the papers of a request: what is missing on them, what differs from the mail, the directory and the catalogue, what
 * was changed of what we had filled in. Its requester is told all of it at once and settles it; until then the ticket waits for him.
 */
import { localDate } from '../shared/time.ts';
import type { PaperReading } from '../parse/document.ts';
import type { Service, Variant } from '../rulebook/rulebook.ts';
import type { MailId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { letterFindings, type LetterFinding } from '../understand/papers/letter-findings.ts';
import { differencesOf, type PaperDifference } from '../understand/papers/paper-differences.ts';
import type { Said } from '../understand/facts/said.ts';
import type { Office, Party } from './office.ts';
import { rankAsked } from './rank-asked.ts';

export interface KeptPaper extends PaperReading {
  /** The mail that brought it. */
  readonly mail: MailId;
  /** It stands for something that the catalogue asks; what is wrong with another list is nobody's fault. */
  readonly isAsked: boolean;
  /** Keys of the letters that the catalogue asks and that it stands for; absent = none. */
  readonly standsFor?: readonly string[];
  /** A person has looked at its signature and let it pass; absent = no. */
  readonly isSeen?: boolean;
  /** What it counts, where it is a letter. */
  readonly counts?: Said['counts'];
}

/** Papers with what the mails beside them said: kept with the ticket, so that what comes later is compared with them. */
export interface KeptPapers {
  /** Without their text. */
  readonly papers: readonly KeptPaper[];
  readonly said: Said;
  /** Addresses in To and Cc, ours left out. */
  readonly copied: readonly string[];
}

export interface PaperFault {
  readonly filename: string;
  /** Indonesian, as it stands in a letter. */
  readonly text: string;
  readonly against: PaperDifference['against'] | 'form';
}

/** What papers are judged by. */
export interface JudgedBy {
  readonly office: Office;
  readonly requester: Party;
  readonly service: Service | null;
  readonly variant: Variant | null;
  /** Receipt of the mail that brought the last of them. */
  readonly at: EpochMs;
  /** The ticket answered to; null where the papers open one. */
  readonly number: string | null;
}

const FORM = 'form-3.1';

export function faultsIn(kept: KeptPapers, by: JudgedBy): readonly PaperFault[] {
  const asked = by.variant?.requirements.find(({ key, phase }) => key === FORM && phase === 'submission') ?? null;
  const ofPaper = kept.papers.flatMap((paper) => [
    ...((paper.type === FORM ? asked !== null : paper.isAsked) ? ownFaults(paper) : []),
    ...markFaults(paper, by.number),
  ]);
  if (by.variant === null) return ofPaper;
  const differences = differencesOf(kept.papers, {
    sender: { address: by.requester.address, person: by.requester.person },
    copied: kept.copied,
    said: kept.said,
    formSays: asked?.formSays ?? {},
    formServices: formServices(by.office),
    service: by.service?.code ?? null,
    variantName: by.variant.shortName,
    ccAsked: by.service?.cc !== null,
    minimumRank: asked?.signerRank ?? rankAsked(by.service, by.variant),
    directory: by.office.directory,
    today: localDate(by.at, by.office.zone),
  });
  const ofLetters = lettersSeen(kept, by).flatMap(({ filename, faults }) =>
    faults.map((fault) => ({ filename: filename ?? '', ...fault })),
  );
  return [...ofPaper, ...differences.map(({ filename, text, against }) => ({ filename, text, against })), ...ofLetters];
}

/** Letters that stand for something the catalogue asks, each with who signed it. */
export function lettersSeen(
  { papers, said }: KeptPapers,
  by: Pick<JudgedBy, 'office' | 'requester' | 'variant' | 'at'>,
  missing: readonly string[] | null = null,
): readonly LetterFinding[] {
  return letterFindings(papers, {
    requirements: by.variant?.requirements ?? [],
    requester: by.requester.person,
    directory: by.office.directory,
    today: localDate(by.at, by.office.zone),
    missing,
    said: said.counts,
  });
}

/** What is missing or wrong on the paper itself, with the signature that it lacks. */
function ownFaults({ filename, type, problems, signature }: PaperReading): readonly PaperFault[] {
  const texts = [...problems.map(({ text }) => text), ...(type === FORM ? unsigned(signature) : [])];
  return texts.map((text) => ({ filename, text, against: 'form' }));
}

/** Signed by hand it is for a person's eyes; what is plainly unsigned, or was changed afterwards, its requester can mend. */
function unsigned(signature: PaperReading['signature']): readonly string[] {
  if (signature === 'none' || signature === 'empty-field') return ['Formulir belum ditandatangani oleh penyetuju'];
  return signature === 'changed-after' ? ['Isi formulir berubah setelah ditandatangani'] : [];
}

/** Day and approver are for whoever fills it in; the rest of what we had written was not. */
const OPEN_TO_CHANGE = /^(?:form\.tanggal$|form\.nomor|penyetuju\.)/;

function markFaults({ filename, mark }: PaperReading, number: string | null): readonly PaperFault[] {
  if (mark === undefined) return [];
  const fault = (text: string): readonly PaperFault[] => [{ filename, text, against: 'mark' }];
  if (mark.verdict === 'forged')
    return fault('Kode pada formulir ini tidak kami kenal; mohon gunakan formulir yang kami kirim');
  if (number !== null && mark.ticket !== null && mark.ticket !== number)
    return fault(`Formulir ini kami buat untuk tiket ${mark.ticket}, bukan untuk tiket ini`);
  const changed = mark.labels.filter((_, index) => !OPEN_TO_CHANGE.test(mark.fields[index] ?? ''));
  if (mark.verdict === 'genuine' || (changed.length === 0 && mark.fields.length > 0)) return [];
  return fault(
    changed.length === 0
      ? 'Isian yang sudah kami cetak pada formulir ini berubah'
      : `Isian yang sudah kami cetak pada formulir ini berubah: ${changed.join(', ')}`,
  );
}

const servicesOfForm = new WeakMap<Office['rulebook'], readonly string[]>();

/** Services whose requests are made on this form. */
function formServices({ rulebook }: Office): readonly string[] {
  const known = servicesOfForm.get(rulebook);
  if (known !== undefined) return known;
  const isAsked = ({ variants }: Service): boolean =>
    variants.some(({ requirements }) => requirements.some(({ key }) => key === FORM));
  const services = rulebook.services.filter(isAsked).map(({ code }) => code);
  servicesOfForm.set(rulebook, services);
  return services;
}
