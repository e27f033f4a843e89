/** Which papers of a mail a ticket keeps, and what becomes of them when a later mail brings others or other words. */
import { localDate } from '../shared/time.ts';
import type { PaperReading } from '../parse/document.ts';
import type { Provided } from '../understand/reading.ts';
import { NOTHING_SAID, saidIn, saidLater, saysPaperIsRight } from '../understand/said.ts';
import { isOurDomain } from './office.ts';
import type { KeptPaper, KeptPapers } from './paper-faults.ts';
import type { Situation } from './situation.ts';

export const NO_PAPERS_KEPT: KeptPapers = { papers: [], said: NOTHING_SAID, copied: [] };

/** True where there is nothing to compare a later paper with. */
export function isEmpty({ papers, said, copied }: KeptPapers): boolean {
  return papers.length + copied.length + Object.values(said).flat().length === 0;
}

/** More of them no request has. */
const MOST_PAPERS = 6;
const MOST_ROWS = 300;
const FORM = 'form-3.1';
const LISTS: readonly string[] = ['daftar-akun', 'daftar-perangkat'];

export interface Brought {
  /** Requirements that the mail meets, with the files that meet them. */
  readonly provided: readonly Provided[];
  /** The mail asks for one thing only: its form is for that. */
  readonly alone: boolean;
  readonly text: string;
}

/** Forms and lists, and locked files that stand for something that was asked. */
export function papersKept(it: Situation, { provided, alone, text }: Brought): KeptPapers {
  const files = new Set(provided.filter(({ where }) => where !== 'text').map(({ evidence }) => evidence));
  const asksForm = provided.some(({ key }) => key === FORM);
  const papers = it.papers.filter(({ type, filename, asksAgain }) => {
    if (type === FORM) return alone || asksForm;
    return LISTS.includes(type) ? alone || files.has(filename) : files.has(filename) && asksAgain === true;
  });
  return {
    papers: papers
      .slice(0, MOST_PAPERS)
      .map((paper) => keptOf(paper, { mail: it.mail.id, isAsked: files.has(paper.filename) })),
    said: saidBy(it, text),
    copied: copiedIn(it),
  };
}

/** A new paper takes the place of the earlier one of its kind, any that can be read that of a locked one; later words that of earlier ones. */
export function papersAfter(
  before: KeptPapers,
  later: KeptPapers,
  it: Pick<Situation, 'papers'>,
  text: string,
): KeptPapers {
  const types = new Set(later.papers.map(({ type }) => type));
  const isOpened = types.size > 0 || it.papers.some(({ type }) => type !== 'unreadable');
  const stays = before.papers.filter(({ type }) => !types.has(type) && (type !== 'unreadable' || !isOpened));
  return {
    papers: [...stays, ...later.papers],
    said: saysPaperIsRight(text) ? NOTHING_SAID : saidLater(before.said, later.said),
    copied: [...new Set([...before.copied, ...later.copied])],
  };
}

function keptOf(paper: PaperReading, { mail, isAsked }: Pick<KeptPaper, 'mail' | 'isAsked'>): KeptPaper {
  return { ...paper, mail, isAsked, text: '', ...(paper.rows && { rows: paper.rows.slice(0, MOST_ROWS) }) };
}

function saidBy({ office, mail }: Situation, text: string): KeptPapers['said'] {
  const { abbreviations } = office.rulebook;
  return saidIn(text, { today: localDate(mail.receivedAt, office.zone), abbreviations });
}

function copiedIn({ office, message }: Situation): readonly string[] {
  const ours = new Set([...office.ownAddresses, ...office.rulebook.teams.map(({ address }) => address)]);
  const reached = [...(message?.to ?? []), ...(message?.cc ?? [])].map(({ address }) => address.toLowerCase());
  return [...new Set(reached)].filter((address) => !ours.has(address) && isOurDomain(office, address));
}
