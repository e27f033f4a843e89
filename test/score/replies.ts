/** How well replies are read: a table by role, what the costly mistakes are, and how exactly the new text was found. */
import { htmlToText } from '../../src/parse/html-text.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { newText } from '../../src/parse/reply-text.ts';
import { readReply } from '../../src/understand/replies/reply.ts';
import { quotedLetter } from '../../src/understand/replies/requester/step.ts';
import type { ReplyReading, ReplyRole } from '../../src/understand/reading.ts';
import { findTeam } from '../../src/understand/replies/team/team.ts';
import type { LabelledReply } from './labels.ts';

const ROLES: Readonly<Record<string, ReplyRole>> = {
  approver: 'approver',
  resolver: 'rft',
  rft: 'rft',
  requester: 'requester',
  desk: 'desk',
};
const NAMES: Readonly<Record<string, string>> = { 'thanks-only': 'thanks' };
/** Said where it is not so, these do harm: work begins, the requester is told that it is done, the ticket is closed. */
const COSTLY: Readonly<Record<ReplyRole, string>> = {
  approver: 'approve',
  rft: 'resolve',
  requester: 'confirm',
  desk: 'confirm-fulfilment',
};

export interface JudgedReply {
  readonly id: string;
  readonly role: ReplyRole;
  readonly said: ReplyReading;
  /** The label first, then what else is acceptable. */
  readonly wanted: readonly string[];
  readonly right: boolean;
  /** A costly intent that was not meant. */
  readonly costly: boolean;
  /** Null where the label says nothing about it. */
  readonly newText: boolean | null;
  readonly wantedText: string;
  readonly details: readonly string[];
}

export function judgeReply(row: LabelledReply, rulebook: Rulebook): JudgedReply {
  const role = ROLES[row.role] ?? 'requester';
  const html = row.html ?? null;
  const text = html === null ? row.body : htmlToText(html).text;
  const said = readReply({
    role,
    text,
    html,
    sent: row.sent ?? letterIn(text, html, row.from.name),
    writer: row.from.name,
    rulebook,
    today: row.date.slice(0, 10),
  });
  const wanted = [row.label, ...(row.acceptable ?? [])]
    .flatMap((choice) => choice.action ?? [])
    .map((action) => NAMES[action] ?? action);
  const meant = row.label.newText;
  return {
    id: row.id,
    role,
    said,
    wanted,
    right: wanted.includes(said.intent) || (wanted.includes('partial') && said.partial !== null),
    costly: said.intent === COSTLY[role] && !wanted.includes(said.intent),
    newText: meant === undefined ? null : compact(said.newText) === compact(meant),
    wantedText: meant ?? '',
    details: detailsWrong(row, said, rulebook),
  };
}

/** The daemon knows which letter of ours is answered; here the quoted one stands for it. */
function letterIn(text: string, html: string | null, writer: string): string | null {
  const letter = quotedLetter(text, newText({ text, html }, null, writer).text);
  return letter === '' ? null : letter;
}

/** Trailing spaces and the number of blank lines do not matter. */
function compact(text: string): string {
  return text
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Team, rating, label and day, where the label has them and the intent was right. */
function detailsWrong({ label }: LabelledReply, said: ReplyReading, rulebook: Rulebook): readonly string[] {
  if (label.action !== said.intent) return [];
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['team', findTeam(label.team ?? '', rulebook)?.code ?? label.team, said.team],
    ['rating', label.rating, said.rating],
    ['label', label.label?.toLowerCase(), said.label?.toLowerCase()],
    ['until', label.until, said.hold?.until],
    ['strength', label.strength, said.strength],
  ];
  return pairs
    .filter(([, wanted, found]) => wanted !== undefined && wanted !== null && wanted !== (found ?? null))
    .map(([name, wanted, found]) => `${name} ${String(found)}, wanted ${String(wanted)}`);
}

export function printReplies(rows: readonly JudgedReply[], showWrong: boolean): void {
  console.log(`\n${rows.length} replies`);
  console.log('role        count  right          costly            of these meant   found          new text exact');
  for (const role of ['approver', 'rft', 'requester', 'desk'] as const) {
    const of = rows.filter((row) => row.role === role);
    if (of.length > 0) console.log(lineOf(role, of));
  }
  if (rows.some((row) => row.role === 'approver')) {
    const no = rows.filter((row) => row.role === 'approver' && row.wanted[0] === 'reject');
    console.log(`rejections found: ${share(no.filter((row) => row.right).length, no.length)}`);
  }
  const wrong = rows.filter((row) => !row.right);
  const pairs = new Map<string, number>();
  for (const row of wrong) {
    const pair = `${row.role}: ${row.wanted[0] ?? '-'} read as ${row.said.intent}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  for (const [pair, count] of [...pairs].toSorted((a, b) => b[1] - a[1])) console.log(`  ${count} ${pair}`);
  if (showWrong) for (const row of rows) printWrong(row);
}

function lineOf(role: ReplyRole, rows: readonly JudgedReply[]): string {
  const meant = rows.filter((row) => row.wanted[0] === COSTLY[role]);
  const texts = rows.filter((row) => row.newText !== null);
  return [
    role.padEnd(10),
    String(rows.length).padStart(6),
    ` ${share(rows.filter((row) => row.right).length, rows.length)}`,
    `false ${COSTLY[role]} ${rows.filter((row) => row.costly).length}`.padEnd(27),
    share(meant.filter((row) => row.right).length, meant.length),
    texts.length === 0 ? '' : share(texts.filter((row) => row.newText === true).length, texts.length),
  ].join('  ');
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${((100 * part) / Math.max(whole, 1)).toFixed(1)} %)`;
}

function printWrong(row: JudgedReply): void {
  if (!row.right)
    console.log(
      `\n${row.id} ${row.role}${row.costly ? ' COSTLY' : ''}: said ${row.said.intent} (${row.said.why}), wanted ${row.wanted.join('|')}\n  ${JSON.stringify(row.said.newText.slice(0, 400))}`,
    );
  if (row.newText === false)
    console.log(
      `\n${row.id} new text\n  found  ${JSON.stringify(row.said.newText.slice(0, 600))}\n  wanted ${JSON.stringify(row.wantedText.slice(0, 600))}`,
    );
  for (const detail of row.details)
    console.log(`\n${row.id} ${detail}\n  ${JSON.stringify(row.said.newText.slice(0, 200))}`);
}
