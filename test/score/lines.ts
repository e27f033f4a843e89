/** Labelled answers, one a line: `## role intent|intent` above them, `\n` for a line end, and `<tab>also: intent, intent` at a line's end. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import type { ReplyRole } from '../../src/understand/reading.ts';
import { readReply } from '../../src/understand/replies/reply.ts';
import type { JudgedReply } from './replies.ts';

export const ROLES: readonly ReplyRole[] = ['approver', 'rft', 'requester', 'desk'];

export interface Line {
  readonly id: string;
  readonly role: ReplyRole;
  readonly text: string;
  /** The first is what was meant, all are right. */
  readonly intents: readonly string[];
}

/** Of all roles that have a file in the folder. */
export function readLines(folder: string): readonly Line[] {
  return ROLES.flatMap((role) => {
    const file = join(folder, `${role}.txt`);
    return existsSync(file) ? linesIn(readFileSync(file, 'utf8'), role) : [];
  });
}

function linesIn(written: string, role: ReplyRole): readonly Line[] {
  let intents: readonly string[] = [];
  const found: Line[] = [];
  for (const [at, line] of written.split('\n').entries()) {
    if (line.startsWith('## '))
      intents = (line.trim().split(/\s+/)[2] ?? '')
        .split('|')
        .map((intent) => (intent === 'partial' ? 'note' : intent));
    else if (line.trim() !== '' && !line.startsWith('#')) {
      const [text = '', also = ''] = line.split(/\t\s*also:\s*/);
      const others = also.split(/[\s,|]+/).filter((word) => word !== '');
      found.push({
        id: `${role}:${at + 1}`,
        role,
        text: text.trim().replaceAll('\\n', '\n'),
        intents: [...intents, ...others],
      });
    }
  }
  return found;
}

const COSTLY: Readonly<Record<ReplyRole, string>> = {
  approver: 'approve',
  rft: 'resolve',
  requester: 'confirm',
  desk: 'confirm-fulfilment',
};

export function judgeLine({ id, role, text, intents }: Line, rulebook: Rulebook): JudgedReply {
  const said = readReply({ role, text, sent: null, rulebook, today: '2026-11-23' });
  const right = intents.includes(said.intent);
  return {
    id,
    role,
    said,
    wanted: intents,
    right,
    costly: said.intent === COSTLY[role] && !right,
    newText: null,
    wantedText: '',
    details: [],
  };
}
