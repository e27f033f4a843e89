/** `loket replay`: the same mails under the present rules and under others; what would change, in a table with counts. Changes nothing. */
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import type { Office } from '../decide/office.ts';
import { loadOffice } from '../office.ts';
import type { EpochMs } from '../shared/time.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { compareDecisions, type Change } from './compare-decisions.ts';
import { decideAlone, eachMail, NO_SECRET, type OpenedMail } from './each-mail.ts';
import { explainJson, type ExplainedMail } from './explain-json.ts';

export interface ReplayOptions {
  readonly paths: readonly string[];
  /** Folder of the other rules. */
  readonly rules: string;
  readonly now: EpochMs | null;
}

/** 1 where any decision changes. @throws {BotError} E_RULE_FILE when the other rules are faulty */
export async function replay(context: CommandContext, options: ReplayOptions): Promise<ExitCode> {
  const config = context.config();
  const present = await loadOffice(config, NO_SECRET);
  const other = await loadOffice({ ...config, rules: resolve(options.rules) }, NO_SECRET);
  const replayed = await changesBetween(options.paths, config, { before: present, after: other, now: options.now });
  const { mails, changes } = replayed;
  const counts = countByField(changes);
  context.out(
    context.json ? JSON.stringify({ mails, changed: changedMails(changes), counts, changes }) : tableOf(replayed),
  );
  return changes.length > 0 ? 1 : 0;
}

export interface Replayed {
  readonly mails: number;
  readonly changes: readonly Change[];
}

/** The same mails decided by two offices. @param between `now` null: each at its own Date */
export async function changesBetween(
  paths: readonly string[],
  config: Config,
  between: { readonly before: Office; readonly after: Office; readonly now: EpochMs | null },
): Promise<Replayed> {
  const changes: Change[] = [];
  let mails = 0;
  await eachMail(paths, config, async (opened) => {
    mails += 1;
    const before = await explained(opened, between.before, between.now);
    const after = await explained(opened, between.after, between.now);
    changes.push(...compareDecisions(before, after));
  });
  return { mails, changes };
}

/** What would change, one line each, and the sum. */
export function tableOf({ mails, changes }: Replayed): string {
  return table({ mails, changed: changedMails(changes) }, changes);
}

function changedMails(changes: readonly Change[]): number {
  return new Set(changes.map((change) => change.file)).size;
}

async function explained(opened: OpenedMail, office: Office, now: EpochMs | null): Promise<ExplainedMail> {
  const { it, decided } = await decideAlone(opened, office, now);
  // Subjects are words of the templates, which rules do not change.
  return explainJson({ file: opened.mail.label, it, decided, subjects: () => null });
}

function countByField(changes: readonly Change[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { field } of changes) counts.set(field, (counts.get(field) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function table(total: { readonly mails: number; readonly changed: number }, changes: readonly Change[]): string {
  const rows = changes.map(({ file, ticket, field, before, after }) => [
    ticket === null ? file : `${file} (${ticket})`,
    field,
    before,
    after,
  ]);
  const lines = changes.length === 0 ? [] : aligned([['mail', 'what', 'now', 'then'], ...rows]);
  const counts = Object.entries(countByField(changes)).map(([field, count]) => `${field} ${count}`);
  const sum = `${total.mails} mails, ${total.changed} would be decided otherwise`;
  return [...lines, counts.length === 0 ? sum : `${sum}: ${counts.join(', ')}`].join('\n');
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
