/** Whether a hand-over paper (BAST) that came back may end the ticket: domain X-23, form31 part B. */
import type { PaperReading } from '../parse/document.ts';
import type { Attachment } from '../parse/message.ts';
import { localDate, type ZoneId } from '../shared/time.ts';
import type { BastDoubt } from './letters/index.ts';
import type { TicketView } from './ticket-view.ts';

export type BastVerdict =
  | { readonly kind: 'accepted' }
  /** What the requester can mend, in the words of a letter. */
  | { readonly kind: 'faulty'; readonly problems: readonly string[] }
  | { readonly kind: 'for-a-person'; readonly why: BastDoubt };

/** What we left open ourselves is not the requester's fault. */
const OUR_PART = /^(?:pihak1\.|bast\.)/;
const WELL = 'baik';
const SPEAKS_OF_IT = /\bbast\b|\bberita acara\b|\bserah terima\b/i;
const DOCUMENT = /\.pdf$/i;
const PICTURE = /\.(?:jpe?g|png|heic|heif|webp|tiff?|bmp)$/i;
const UNREAD: readonly PaperReading['type'][] = ['other', 'unreadable'];

export function judgeBast(paper: PaperReading, { number, state }: TicketView, zone: ZoneId): BastVerdict {
  const { fields, signature } = paper;
  // Without values there is only a picture: nobody but a person can say what it is.
  if (fields['bast.nomor_tiket'] === undefined) return forAPerson('scan');
  // Somebody has changed what we had filled in, or made one that looks like ours.
  if (paper.mark !== undefined && paper.mark.verdict !== 'genuine') return forAPerson('changed');
  if (fields['bast.nomor_tiket'] !== number) return faulty(`BAST ini untuk tiket lain (${fields['bast.nomor_tiket']})`);
  const problems = [
    ...paper.problems.filter(({ field }) => field === null || !OUR_PART.test(field)).map(({ text }) => text),
    ...datedTooEarly(fields['bast.tanggal'], state.resolvedAt === null ? null : localDate(state.resolvedAt, zone)),
    ...(signature === 'empty-field' || signature === 'none' ? ['BAST belum ditandatangani'] : []),
  ];
  if (problems.length > 0) return { kind: 'faulty', problems };
  if (signature !== 'signed') return forAPerson('signature');
  if (fields['hasil.diterima'] !== WELL) return forAPerson('remark');
  return { kind: 'accepted' };
}

/**
 * A scan or photograph that nobody but a person can read, sent while the hand-over paper is awaited: most people sign it by hand.
 * @param words of the mail
 */
export function mayBeScannedBast(
  files: readonly Pick<Attachment, 'filename' | 'inline'>[],
  papers: readonly Pick<PaperReading, 'filename' | 'type'>[],
  words: string,
): boolean {
  const known = new Set(papers.filter(({ type }) => !UNREAD.includes(type)).map(({ filename }) => filename));
  return files.some(({ filename, inline }) => {
    if (inline || known.has(filename)) return false;
    const speaksOfIt = SPEAKS_OF_IT.test(`${filename.replaceAll('_', ' ')}\n${words}`);
    return DOCUMENT.test(filename) || (PICTURE.test(filename) && speaksOfIt);
  });
}

function forAPerson(why: BastDoubt): BastVerdict {
  return { kind: 'for-a-person', why };
}

function datedTooEarly(date: string | undefined, fulfilled: string | null): readonly string[] {
  if (date === undefined || fulfilled === null || date >= fulfilled) return [];
  return ['Tanggal BAST lebih awal daripada tanggal layanan dipenuhi'];
}

function faulty(problem: string): BastVerdict {
  return { kind: 'faulty', problems: [problem] };
}
