/** What a reply says, by the role of who wrote it. Words only: whether it counts, and for which ticket, is decided elsewhere. */
import type { LocalDate } from '../../shared/time.ts';

export type ReplyRole = 'approver' | 'rft' | 'requester' | 'desk';

export type ReplyIntent =
  | 'approve'
  | 'reject'
  | 'unclear'
  | 'object'
  | 'not-me'
  | 'resolve'
  | 'note'
  | 'reassign'
  | 'prioritize'
  | 'ask-requester'
  | 'hold'
  | 'take'
  | 'help'
  | 'confirm'
  | 'reopen'
  | 'rating'
  | 'thanks'
  | 'new-request'
  | 'supply'
  | 'cancel'
  | 'status'
  | 'complaint'
  | 'classify'
  | 'correct'
  | 'on-behalf'
  | 'merge'
  | 'split'
  | 'link'
  | 'release'
  | 'drop'
  | 'block'
  | 'why'
  | 'preview'
  | 'undo'
  | 'confirm-fulfilment'
  | 'start'
  | 'archive';

/** Why an answer was not plain; letters that ask back choose their words by it. */
export type UnclearWhy =
  | 'nothing'
  | 'question'
  | 'condition'
  | 'deferral'
  | 'forwarded'
  | 'several-tickets'
  | 'contradiction'
  | 'anothers-word'
  | 'acknowledged'
  | 'away'
  | 'other';

/** Whom a note is for. `staff` unless the writer says that it is for the requester. */
export type NoteAudience = 'requester' | 'staff';

/** One answer of several in a mail, by the number of the list in our letter or by ticket number. */
export interface ItemAnswer {
  /** 1-based; null where the answer names a ticket. */
  readonly item: number | null;
  readonly ticket: string | null;
  readonly intent: 'approve' | 'reject' | 'unclear';
  readonly strength: 'strong' | 'weak' | null;
  readonly reason: string | null;
}

export type Channel = 'telephone' | 'visit' | 'fax' | 'whatsapp';

interface DeskLine {
  /** The line as written, for quoting back. */
  readonly line: string;
  /** Ticket number that the line begins with or names as its object; null where the mail's own ticket is meant. */
  readonly ticket: string | null;
}

/** What the desk chose: a digit of our list, a service, or a variant by slug or name. */
export interface DeskChoice {
  readonly choice: number | null;
  readonly service: string | null;
  readonly variant: string | null;
}

/** One command of the desk. A mail may hold several; they are carried out in order, all or none. */
export type DeskCommand = DeskLine &
  (
    | ({ readonly kind: 'classify' } & DeskChoice)
    | ({
        readonly kind: 'correct';
        readonly quantity: number | null;
        readonly eventDate: LocalDate | null;
      } & DeskChoice)
    | { readonly kind: 'reassign'; readonly team: string }
    /** How pressing it is: `level` is an id of the rules' levels. */
    | { readonly kind: 'prioritize'; readonly level: string }
    | {
        readonly kind: 'on-behalf';
        readonly name: string | null;
        readonly address: string | null;
        readonly channel: Channel | null;
        /** What the person asks for, in the desk's words; empty where the mail's own ticket only changes its requester. */
        readonly text: string;
      }
    /** The first is what stays where `into` is null; one number alone means: with the mail's own ticket. */
    | { readonly kind: 'merge'; readonly tickets: readonly string[]; readonly into: string | null }
    | { readonly kind: 'split'; readonly parts: readonly string[] }
    | { readonly kind: 'link'; readonly tickets: readonly string[] }
    | {
        readonly kind: 'release' | 'drop' | 'block';
        /** Numbers of the digest's list. */
        readonly items: readonly number[];
        readonly all: boolean;
        /** With `all`: but for these. */
        readonly except?: readonly number[];
        readonly address: string | null;
      }
    | { readonly kind: 'why'; readonly item: number | null }
    | { readonly kind: 'preview' | 'undo' | 'confirm-fulfilment' | 'help' }
    | { readonly kind: 'archive'; readonly tickets: readonly string[] }
    | { readonly kind: 'note'; readonly text: string; readonly audience: NoteAudience }
    /** A resolver team's command ("selesai: …", "tunda: …"); the desk is a team, too. `reading` is what it says to one. */
    | {
        readonly kind: 'as-team';
        readonly reading: TeamReading;
        /** Whom he wants asked, by name; absent where that is the requester. */
        readonly asks?: string;
      }
  );

export type TeamIntent =
  'resolve' | 'note' | 'reassign' | 'ask-requester' | 'hold' | 'take' | 'start' | 'help' | 'unclear';

/** What a resolver team said. */
export interface TeamReading {
  readonly intent: TeamIntent;
  readonly note: string | null;
  readonly label: string | null;
  readonly team: string | null;
  readonly audience: NoteAudience | null;
  readonly question: string | null;
  readonly partial: { readonly done: string; readonly failed: string } | null;
  readonly hold: { readonly until: LocalDate | null; readonly because: string | null } | null;
  readonly start: LocalDate | null;
  /** A note that no word of the writer's makes one ("catatan: …"): he may think that he has said something else. */
  readonly isPlain?: boolean;
}

export interface ReplyReading {
  readonly role: ReplyRole;
  readonly newText: string;
  readonly intent: ReplyIntent;
  readonly confidence: number;
  /** What is kept with the ticket: the reason of a refusal, what a team did, the comment beside a rating. */
  readonly note: string | null;
  /** May stand alone: then the intent is `note` and `note` is null. */
  readonly label: string | null;
  /** Code of the team named. */
  readonly team: string | null;
  readonly rating: number | null;
  /** Digit of the guess chosen (desk), 1-based. */
  readonly choice: number | null;
  /** `strong` or `weak` for approvals. */
  readonly strength: 'strong' | 'weak' | null;
  readonly why: string;
  /** Set where the intent is `unclear`. */
  readonly unclear: UnclearWhy | null;
  /** Ticket numbers that the new text names. */
  readonly tickets: readonly string[];
  /** Approver: his answers by number or ticket, where he answers a list; the intent then says what all of them have in common. */
  readonly items: readonly ItemAnswer[];
  /** Resolver team: for whom a note is. */
  readonly audience: NoteAudience | null;
  /** Resolver team: what is to be asked of the requester. */
  readonly question: string | null;
  /** Resolver team: "selesai sebagian: …; gagal: …"; the intent is `note`. */
  readonly partial: { readonly done: string; readonly failed: string } | null;
  /** Resolver team: until when and why the work rests; either may be missing. */
  readonly hold: { readonly until: LocalDate | null; readonly because: string | null } | null;
  /** Resolver team: the day named in "mulai: …". */
  readonly start: LocalDate | null;
  /** Resolver team: a note that no word of the writer's makes one. */
  readonly isPlain?: boolean;
  /** Desk: its commands in order. */
  readonly commands: readonly DeskCommand[];
  /** Desk: lines that were not understood; any of them stops the batch, and the intent is `unclear`. */
  readonly unclearLines: readonly string[];
}
