/** Whether a hand-over paper (BAST) that came back may end the ticket: domain X-23, form31 part B. */
import type { PaperMark, PaperReading } from '../parse/document.ts';
import { localDate, type EpochMs } from '../shared/time.ts';
import { differencesOf, type PaperDifference } from '../understand/paper-differences.ts';
import { NOTHING_SAID } from '../understand/said.ts';
import type { Office } from './office.ts';
import { whySeen } from './paper-to-see.ts';
import type { TicketView } from './ticket-view.ts';

export type BastVerdict =
  | { readonly kind: 'accepted' }
  /** What the requester can mend, in the words of a letter. */
  | { readonly kind: 'faulty'; readonly problems: readonly string[] }
  /** A scan, a remark, a doubtful signature, a copy in which what we had written was changed. */
  | { readonly kind: 'for-a-person'; readonly why: readonly string[] };

export interface JudgedAt {
  readonly office: Pick<Office, 'directory' | 'zone'>;
  readonly receivedAt: EpochMs;
}

/** What we left open ourselves is not the requester's fault. */
const OUR_PART = /^(?:pihak1\.|bast\.)/;
const WELL = 'baik';

export function judgeBast(paper: PaperReading, view: TicketView, at: JudgedAt): BastVerdict {
  const { number, state } = view;
  const { zone } = at.office;
  const { fields, signature } = paper;
  // Without values there is only a picture: nobody but a person can say what it is.
  if (fields['bast.nomor_tiket'] === undefined) return forAPerson(whySeen(paper));
  // Somebody has changed what we had filled in, or made one that looks like ours.
  if (paper.mark !== undefined && paper.mark.verdict !== 'genuine') return forAPerson([changedText(paper.mark)]);
  if (fields['bast.nomor_tiket'] !== number) return faulty(`BAST ini untuk tiket lain (${fields['bast.nomor_tiket']})`);
  const differences = differencesFrom(paper, view, at);
  const ours = differences.filter(({ field }) => OUR_PART.test(field));
  if (ours.length > 0) return forAPerson(ours.map(({ text }) => text));
  const problems = [
    ...paper.problems.filter(({ field }) => field === null || !OUR_PART.test(field)).map(({ text }) => text),
    ...datedTooEarly(fields['bast.tanggal'], state.resolvedAt === null ? null : localDate(state.resolvedAt, zone)),
    ...differences.map(({ text }) => text),
    ...(signature === 'empty-field' || signature === 'none' ? ['BAST belum ditandatangani'] : []),
  ];
  if (problems.length > 0) return { kind: 'faulty', problems };
  if (signature !== 'signed') return forAPerson([...whySeen(paper), ...remarksIn(paper)]);
  if (fields['hasil.diterima'] !== WELL) return forAPerson(remarksIn(paper));
  return { kind: 'accepted' };
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

function remarksIn({ fields }: PaperReading): readonly string[] {
  const [result, remark] = [fields['hasil.diterima'] ?? '', fields['hasil.catatan'] ?? ''];
  if (result === WELL || result === '') return [];
  return [`Hasil penerimaan: ${result.replaceAll('_', ' ')}${remark === '' ? '' : `. Catatan: ${remark}`}`];
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

function datedTooEarly(date: string | undefined, fulfilled: string | null): readonly string[] {
  if (date === undefined || fulfilled === null || date >= fulfilled) return [];
  return ['Tanggal BAST lebih awal daripada tanggal layanan dipenuhi'];
}

function faulty(problem: string): BastVerdict {
  return { kind: 'faulty', problems: [problem] };
}
