/** Out of what the facts of one wish are read. */
import type { PaperReading } from '../../parse/document.ts';
import type { QuestionFact } from '../../rulebook/rulebook.ts';
import type { Wording } from '../../rulebook/wording.ts';
import type { LocalDate } from '../../shared/time.ts';
import { Searched } from './searched.ts';
import type { Zone } from './times.ts';
import type { Words } from '../words/normalise.ts';

export interface FactSources {
  /** Subject and text that speak. */
  readonly words: Words;
  /** The whole mail, where the words are those of one of its wishes. */
  readonly around: string;
  /** The mail without the words of its wishes: the day and the place told there are those of all. */
  readonly shared: string;
  readonly signature: string;
  readonly papers: readonly PaperReading[];
  /** Of whoever speaks, who is meant where he speaks of a thing of his own: the sender, or the writer of the mail that he hands on. */
  readonly sender: string | null;
  /** The NIP of a sender who only hands on what another asks for himself: it stands below his name. Default none. */
  readonly handedOnBy?: string;
  /** Whether the directory has somebody of that name. Default nobody. */
  readonly isKnown?: (name: string) => boolean;
  /** What the service counts (`akun`), null where it counts nothing. */
  readonly unit: string | null;
  /** Whether it has bounds for the number, so that one is meant where none is told. */
  readonly bounded: boolean;
  readonly today: LocalDate;
  /** The zone of the sender's office: an hour without place and zone is meant there. */
  readonly home: Zone;
  /** The mail tells of what was, as a complaint does: a day that is over may be the one meant. Default false. */
  readonly past?: boolean;
  /** What is asked for is done at once, not filed days ahead: an hour without a day is today's. Default false. */
  readonly atOnce?: boolean;
  /** Names of the attached files; "Undangan 3 Des 2026.pdf" tells the day where the text tells none. Default none. */
  readonly files?: readonly string[];
  readonly ticketNumbers: readonly string[];
  /** What the rules ask for: where the words do not tell it, the papers may. Default nothing. */
  readonly asked?: ReadonlySet<QuestionFact>;
  /** Lists that some counts go by; none where this is left out. */
  readonly wording?: Wording;
}

/** The same, with its texts as patterns are sought in them. */
export interface SearchedSources extends Omit<FactSources, 'around' | 'shared' | 'signature'> {
  /** That of the words. */
  readonly text: Searched;
  readonly around: Searched;
  readonly shared: Searched;
  readonly signature: Searched;
}

export function searchedSources(sources: FactSources): SearchedSources {
  return {
    ...sources,
    text: new Searched(sources.words.text),
    around: new Searched(sources.around),
    shared: new Searched(sources.shared),
    signature: new Searched(sources.signature),
  };
}
