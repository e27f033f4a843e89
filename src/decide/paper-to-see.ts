/** Papers that only a person's eyes can judge: signed by hand, by a picture, or in a way that cannot be checked here. */
import type { PaperReading } from '../parse/document.ts';
import type { Rulebook, Variant } from '../rulebook/rulebook.ts';
import type { MailId } from '../shared/ids.ts';
import type { LetterPages } from './letter.ts';
import type { KeptPaper, KeptPapers } from './paper-faults.ts';
import { namedIn } from './paper-verdict.ts';

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

/** Of the papers that the catalogue asks: the form, and letters of which it says who signs. Those that a person has seen are done with. */
export function unseenPapers(
  { papers }: KeptPapers,
  variant: Pick<Variant, 'requirements'> | null,
): readonly KeptPaper[] {
  const asked = variant?.requirements.filter(({ phase }) => phase === 'submission') ?? [];
  const asksForm = asked.some(({ kind }) => kind === 'form');
  const letters = asked.filter(({ kind, signerRank }) => kind !== 'form' && signerRank !== null).map(({ key }) => key);
  return papers.filter(
    (paper) =>
      paper.isSeen !== true && ((asksForm && isUnseenForm(paper)) || (stands(paper, letters) && isSignedByHand(paper))),
  );
}

export function withSeen(kept: KeptPapers, seen: readonly KeptPaper[]): KeptPapers {
  return { ...kept, papers: kept.papers.map((paper) => (seen.includes(paper) ? { ...paper, isSeen: true } : paper)) };
}

/** Those that the reason calls by their names; all where it names none. A file that holds several papers is named once. */
export function refusedIn(
  reason: string,
  unseen: readonly KeptPaper[],
  rulebook: Pick<Rulebook, 'wording'>,
): readonly KeptPaper[] {
  const files = [...new Map(unseen.map((paper) => [paper.filename, paper])).values()];
  const named = namedIn(
    reason,
    files.map(({ filename }) => filename),
    rulebook,
  );
  return named.length === 0 ? files : files.filter(({ filename }) => named.includes(filename));
}

function isUnseenForm({ type, signature }: KeptPaper): boolean {
  return type === FORM && (signature === 'wet-picture' || signature === 'unknown');
}

/** Of what is not known as a letter nothing can be said: it counts as received, unchecked, and its team is told. */
function isSignedByHand({ letter, signature, scan }: KeptPaper): boolean {
  return letter !== undefined && (signature === 'wet-picture' || scan !== undefined);
}

function stands({ standsFor = [] }: KeptPaper, keys: readonly string[]): boolean {
  return standsFor.some((key) => keys.includes(key));
}

/** What is known of its signatures, and who is to have signed, in words. */
export function whySeen(paper: PaperReading): readonly string[] {
  const [name, title] = [paper.fields['penyetuju.nama'] ?? '', paper.fields['penyetuju.jabatan'] ?? ''];
  return [
    ...whyUnchecked(paper),
    ...written('Penyetuju', [name, title]),
    ...written('Penanda tangan', [paper.letter?.signer?.name ?? '', paper.letter?.signer?.title ?? '']),
  ];
}

function written(who: string, said: readonly string[]): readonly string[] {
  const parts = said.filter((part) => part !== '');
  return parts.length === 0 ? [] : [`${who} yang tertulis: ${parts.join(', ')}`];
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
