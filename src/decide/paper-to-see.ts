/** Papers that only a person's eyes can judge: signed by hand, by a picture, or in a way that cannot be checked here. */
import type { PaperReading } from '../parse/document.ts';
import type { MailId } from '../shared/ids.ts';
import type { LetterPages } from './letter.ts';
import type { KeptPaper, KeptPapers } from './paper-faults.ts';

/** What somebody has to look at, kept with the ticket until he has. */
export interface PaperToSee {
  readonly mail: MailId;
  readonly filename: string;
  readonly type: PaperReading['type'];
  /** Why a person has to, each a sentence for the desk. */
  readonly why: readonly string[];
}

const FORM = 'form-3.1';
const MOST_PAGES = 3;

/** The form of a request whose signature nobody has seen yet; null where there is none. */
export function unseenForm({ papers }: KeptPapers): KeptPaper | null {
  const isUnseen = ({ type, signature }: KeptPaper): boolean =>
    type === FORM && (signature === 'wet-picture' || signature === 'unknown');
  return papers.find(isUnseen) ?? null;
}

/** What is known of its signatures, and who is to have signed, in words. */
export function whySeen(paper: PaperReading): readonly string[] {
  const [name, title] = [paper.fields['penyetuju.nama'] ?? '', paper.fields['penyetuju.jabatan'] ?? ''];
  const approver = [name, title].filter((part) => part !== '').join(', ');
  return [...whyUnchecked(paper), ...(approver === '' ? [] : [`Penyetuju yang tertulis: ${approver}`])];
}

function whyUnchecked({ signature, signatures = [], scan }: PaperReading): readonly string[] {
  if (scan !== undefined) return ['Dokumen ini hasil pindai atau foto; tanda tangannya perlu dilihat.'];
  if (signature === 'wet-picture')
    return ['Tanda tangan pada dokumen ini berupa gambar; tidak dapat diperiksa secara elektronik.'];
  if (signatures.length > 0) return signatures.map(({ text }) => text);
  return ['Tanda tangan pada dokumen ini tidak dapat diperiksa secara elektronik.'];
}

/** The first page and those at the end, where one signs; all of a short one. None of what lies in an archive: it goes along itself. */
export function pagesToSee(paper: PaperReading, mail: MailId): readonly LetterPages[] {
  if (paper.within !== undefined || paper.pages < 1) return [];
  const { first, last } = paper.pageRange ?? { first: 1, last: paper.pages };
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const pages = all.length <= MOST_PAGES ? all : [first, ...all.slice(1 - MOST_PAGES)];
  return [{ mail, sha256: paper.sha256, filename: paper.filename, pages }];
}
