/** Many warnings to one team, or to the desk, in one letter: ticket, what is the matter, and how to answer. */
import type { EpochMs } from '../../shared/time.ts';
import type { FieldValue, Letter } from '../letter.ts';

/** Lines of one letter; who has more gets a second one. */
const MOST_LINES = 100;
const ABOUT = ['dueSoon', 'overdue', 'event', 'closeAfterEvent', 'resumed', 'unanswered', 'approval', 'bast'] as const;

/** @param letters reminders to the same reader */
export function teamSeveral(letters: readonly Letter[], now: EpochMs): readonly Letter[] {
  const [first, ...others] = letters.slice(0, MOST_LINES);
  if (first === undefined) return [];
  const listed = [first, ...others];
  const letter: Letter = {
    ...first,
    template: 'team.several',
    ticket: null,
    step: `several-${now}-${first.ticket}`,
    shown: '',
    subject: '',
    inReplyTo: null,
    references: [],
    attachMails: [],
    fields: {
      number: null,
      reader: first.fields['reader'] ?? null,
      desk: first.fields['desk'] ?? null,
      count: listed.length,
      sample: first.ticket,
      items: listed.map(itemFields),
    },
  };
  return [letter, ...teamSeveral(letters.slice(MOST_LINES), now)];
}

function itemFields({ ticket, fields }: Letter): FieldValue {
  const about = fields['about'] ?? null;
  const requester = fields['requester'] ?? null;
  return {
    number: ticket,
    name: fields['shortName'] ?? '',
    asker: textIn(requester, 'name') || textIn(requester, 'address'),
    about: Object.fromEntries(ABOUT.map((name) => [name, isFlagged(about, name)])),
  };
}

function textIn(fields: FieldValue, name: string): string {
  const value = fieldIn(fields, name);
  return typeof value === 'string' ? value : '';
}

function isFlagged(flags: FieldValue, name: string): boolean {
  return fieldIn(flags, name) === true;
}

function fieldIn(fields: FieldValue, name: string): unknown {
  return typeof fields === 'object' && fields !== null ? Reflect.get(fields, name) : undefined;
}
