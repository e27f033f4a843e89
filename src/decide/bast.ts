/** Whether a paper that came back signed (BAST, UAT form) may end the ticket: domain X-23, form31 part B. */
import type { PaperMark, PaperReading } from '../parse/document.ts';
import type { Attachment } from '../parse/message.ts';
import { localDate, type EpochMs } from '../shared/time.ts';
import { differencesOf, type PaperDifference } from '../understand/papers/paper-differences.ts';
import { NOTHING_SAID } from '../understand/facts/said.ts';
import type { ClosingPaper } from './closing-paper.ts';
import type { Office } from './office.ts';
import { whySeen } from './paper-to-see.ts';
import type { TicketView } from './ticket-view.ts';

export type BastVerdict =
  | { readonly kind: 'accepted' }
  /** What the requester can mend, in the words of a letter. */
  | { readonly kind: 'faulty'; readonly problems: readonly string[] }
  /** A scan, a remark, a doubtful signature, a copy in which what we had written was changed. */
  | { readonly kind: 'for-a-person'; readonly why: readonly string[] };

export type ClosingReading = PaperReading & { readonly type: ClosingPaper };

/** The paper awaited, among those that came; null where none of them is it. */
export function closingIn(papers: readonly PaperReading[], awaited: ClosingPaper): ClosingReading | null {
  const found = papers.find(({ type }) => type === awaited);
  return found === undefined ? null : { ...found, type: awaited };
}

export interface JudgedAt {
  readonly office: Pick<Office, 'directory' | 'zone'>;
  readonly receivedAt: EpochMs;
}

interface Form {
  /** In letters. */
  readonly name: string;
  readonly number: string;
  readonly date: string;
  readonly result: string;
  readonly resultName: string;
  readonly remark: string;
  /** The result that ends the ticket. */
  readonly well: string;
  /** What we left open ourselves is not the requester's fault. */
  readonly ours: RegExp;
  /** In a file's name or a mail's words. */
  readonly spokenOf: RegExp;
}

const FORMS: Readonly<Record<ClosingPaper, Form>> = {
  bast: {
    name: 'BAST',
    number: 'bast.nomor_tiket',
    date: 'bast.tanggal',
    result: 'hasil.diterima',
    resultName: 'Hasil penerimaan',
    remark: 'hasil.catatan',
    well: 'baik',
    ours: /^(?:pihak1\.|bast\.)/,
    spokenOf: /\bbast\b|\bberita acara\b|\bserah terima\b/i,
  },
  'formulir-uat': {
    name: 'Formulir UAT',
    number: 'uat.nomor_tiket',
    date: 'uat.tanggal',
    result: 'uat.hasil',
    resultName: 'Hasil pengujian',
    remark: 'uat.catatan',
    well: 'diterima',
    ours: /^uat\.(?:kode_|nomor_|versi)/,
    spokenOf: /\buat\b|\buser acceptance\b|\bformulir pengujian\b/i,
  },
};
const DOCUMENT = /\.pdf$/i;
const PICTURE = /\.(?:jpe?g|png|heic|heif|webp|tiff?|bmp)$/i;
const UNREAD: readonly PaperReading['type'][] = ['other', 'unreadable'];

export function judgeClosing(paper: ClosingReading, view: TicketView, at: JudgedAt): BastVerdict {
  const form = FORMS[paper.type];
  const { number, state } = view;
  const { zone } = at.office;
  const { fields, signature } = paper;
  // Without values there is only a picture: nobody but a person can say what it is.
  if (fields[form.number] === undefined) return forAPerson(whySeen(paper));
  // Somebody has changed what we had filled in, or made one that looks like ours.
  if (paper.mark !== undefined && paper.mark.verdict !== 'genuine') return forAPerson([changedText(paper.mark)]);
  if (fields[form.number] !== number) return faulty(`${form.name} ini untuk tiket lain (${fields[form.number]})`);
  const differences = differencesFrom(paper, view, at);
  const ours = differences.filter(({ field }) => form.ours.test(field));
  if (ours.length > 0) return forAPerson(ours.map(({ text }) => text));
  const problems = [
    ...paper.problems.filter(({ field }) => field === null || !form.ours.test(field)).map(({ text }) => text),
    ...datedTooEarly(form, fields[form.date], state.resolvedAt === null ? null : localDate(state.resolvedAt, zone)),
    ...differences.map(({ text }) => text),
    ...(signature === 'empty-field' || signature === 'none' ? [`${form.name} belum ditandatangani`] : []),
  ];
  if (problems.length > 0) return { kind: 'faulty', problems };
  if (signature !== 'signed') return forAPerson([...whySeen(paper), ...remarksIn(paper, form)]);
  if (fields[form.result] !== form.well) return forAPerson(remarksIn(paper, form));
  return { kind: 'accepted' };
}

/**
 * The scan or photograph that may be the paper awaited, though nobody but a person can read it: most people sign by hand. Null
 * where nothing that came is likely to be it.
 * @param awaited its words are those of the mail
 */
export function scannedClosing<File extends Pick<Attachment, 'filename' | 'inline'>>(
  files: readonly File[],
  papers: readonly Pick<PaperReading, 'filename' | 'type'>[],
  { words, type: awaited }: { readonly words: string; readonly type: ClosingPaper },
): File | null {
  const known = new Set(papers.filter(({ type }) => !UNREAD.includes(type)).map(({ filename }) => filename));
  const mayBe = ({ filename, inline }: File): boolean => {
    if (inline || known.has(filename)) return false;
    const speaksOfIt = FORMS[awaited].spokenOf.test(`${filename.replaceAll('_', ' ')}\n${words}`);
    return DOCUMENT.test(filename) || (PICTURE.test(filename) && speaksOfIt);
  };
  return files.find(mayBe) ?? null;
}

function forAPerson(why: readonly string[]): BastVerdict {
  return { kind: 'for-a-person', why };
}

function changedText({ verdict, labels }: PaperMark): string {
  if (verdict === 'forged') return 'Kode pada dokumen ini bukan buatan kami.';
  return labels.length === 0
    ? 'Isian yang sudah kami cetak pada dokumen ini berubah.'
    : `Isian yang sudah kami cetak pada dokumen ini berubah: ${labels.join(', ')}.`;
}

function remarksIn({ fields }: PaperReading, form: Form): readonly string[] {
  const [result, remark] = [fields[form.result] ?? '', fields[form.remark] ?? ''];
  if (result === form.well || result === '') return [];
  return [`${form.resultName}: ${result.replaceAll('_', ' ')}${remark === '' ? '' : `. Catatan: ${remark}`}`];
}

/** Against the ticket, the directory and whoever signed it. */
function differencesFrom(
  paper: PaperReading,
  { state, requester }: TicketView,
  at: JudgedAt,
): readonly PaperDifference[] {
  const { directory, zone } = at.office;
  return differencesOf([paper], {
    sender: { address: requester.address, person: requester.person },
    copied: [],
    said: NOTHING_SAID,
    formServices: [],
    service: state.service,
    formSays: {},
    variantName: '',
    ccAsked: false,
    minimumRank: null,
    directory,
    today: localDate(at.receivedAt, zone),
  });
}

function datedTooEarly({ name }: Form, date: string | undefined, fulfilled: string | null): readonly string[] {
  if (date === undefined || fulfilled === null || date >= fulfilled) return [];
  return [`Tanggal ${name} lebih awal daripada tanggal layanan dipenuhi`];
}

function faulty(problem: string): BastVerdict {
  return { kind: 'faulty', problems: [problem] };
}
