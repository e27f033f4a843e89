/** Which papers of a mail a ticket keeps, and what becomes of them when a later mail brings others or other words. */
import { localDate } from '../shared/time.ts';
import type { PaperReading } from '../parse/document.ts';
import type { Variant } from '../rulebook/rulebook.ts';
import type { Provided } from '../understand/reading.ts';
import { NOTHING_SAID, saidIn, saidLater, saysPaperIsRight } from '../understand/facts/said.ts';
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
  readonly variant: Variant | null;
  /** The mail asks for one thing only: its form is for that. */
  readonly alone: boolean;
  readonly text: string;
}

/** Forms and lists, letters that were asked, and locked files that stand for something that was asked. */
export function papersKept(it: Situation, brought: Brought): KeptPapers {
  const { provided, alone, text } = brought;
  const files = new Set(provided.filter(({ where }) => where !== 'text').map(({ evidence }) => evidence));
  const asksForm = provided.some(({ key }) => key === FORM);
  const letters = lettersIn(it, brought);
  const isKept = (paper: PaperReading): boolean => {
    const { type, filename, asksAgain } = paper;
    if (type === FORM) return alone || asksForm;
    if (LISTS.includes(type)) return alone || files.has(filename);
    return letters.has(paper) || (files.has(filename) && asksAgain === true);
  };
  const mail = it.mail.id;
  return {
    papers: it.papers
      .filter(isKept)
      .slice(0, MOST_PAPERS)
      .map((paper) => {
        const standsFor = letters.get(paper);
        const isAsked = files.has(paper.filename) && (standsFor === undefined || paper.asksAgain === true);
        const counts = paper.letter === undefined ? [] : saidBy(it, paper.text).counts;
        return {
          ...keptOf(paper, { mail, isAsked }),
          ...(standsFor && { standsFor }),
          ...(counts.length > 0 && { counts }),
        };
      }),
    said: saidBy(it, text),
    copied: copiedIn(it),
  };
}

/**
 * Which paper of a file stands for which letters: the one that reads as a letter, else whatever is no form and no list. What the
 * catalogue calls a document is often a letter, too: then it is judged as one, unless it is about somebody's own life.
 */
function lettersIn(
  { papers, office }: Pick<Situation, 'papers' | 'office'>,
  { provided, variant }: Brought,
): ReadonlyMap<PaperReading, readonly string[]> {
  const personal = office.rulebook.retention?.requirements ?? [];
  const asked = variant?.requirements.filter(({ phase }) => phase === 'submission') ?? [];
  const found = asked.flatMap(({ key, kind }) => {
    if (kind !== 'letter' && (kind !== 'document' || personal.includes(key))) return [];
    const filename = provided.find((one) => one.key === key && one.where !== 'text')?.evidence;
    const ofFile = papers.filter((paper) => paper.filename === filename);
    const letters = ofFile.filter(({ type }) => type === 'surat');
    const others = ofFile.filter(({ type }) => type !== FORM && !LISTS.includes(type)).slice(0, 1);
    return (letters.length > 0 || kind === 'document' ? letters : others).map((paper) => ({ paper, key }));
  });
  return new Map([...Map.groupBy(found, ({ paper }) => paper)].map(([paper, of]) => [paper, of.map(({ key }) => key)]));
}

/** A new paper takes the place of the earlier one of its kind, any that can be read that of a locked one; later words that of earlier ones. */
export function papersAfter(
  before: KeptPapers,
  later: KeptPapers,
  it: Pick<Situation, 'papers'>,
  text: string,
): KeptPapers {
  const kinds = new Set(later.papers.flatMap(kindsOf));
  const isOpened = kinds.size > 0 || it.papers.some(({ type }) => type !== 'unreadable');
  const stays = before.papers.filter(
    (paper) => !kindsOf(paper).some((kind) => kinds.has(kind)) && (paper.asksAgain !== true || !isOpened),
  );
  return {
    papers: [...stays, ...later.papers],
    said: saysPaperIsRight(text) ? NOTHING_SAID : saidLater(before.said, later.said),
    copied: [...new Set([...before.copied, ...later.copied])],
  };
}

/** Letters take the place of those that stood for the same. */
function kindsOf({ type, standsFor }: KeptPaper): readonly string[] {
  return standsFor ?? [type];
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
