/**
 * `loket learn`: what the desk corrected, as lines for the rule files, and what they would change: the mails of the newest tickets are
 * decided with and without them. Changes nothing; which line is good is for whoever tends the rules.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Office } from '../decide/office.ts';
import { loadOffice } from '../office.ts';
import { makeFileRawStore } from '../receive/raw-store.ts';
import type { Store } from '../record/open-store.ts';
import type { Example } from '../record/store.ts';
import type { Sentences } from '../rulebook/rulebook.ts';
import type { CommandContext, ExitCode } from './command.ts';
import type { Change } from './compare-decisions.ts';
import { NO_SECRET } from './each-mail.ts';
import { changesBetween, tableOf } from './replay.ts';
import { withStore } from './with-store.ts';

/** Corrections looked at, and kept mails that they are tried on. */
const MOST_EXAMPLES = 200;
const MOST_MAILS = 200;

interface Proposal {
  /** Below the rules folder. */
  readonly file: string;
  readonly variant: string;
  readonly line: string;
  /** What it had been taken for; null where nobody knew. */
  readonly was: string | null;
  readonly ticket: string;
}

export function learn(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const config = context.config();
    const proposals = (await store.deskBook.examples(MOST_EXAMPLES)).map(proposalOf);
    if (proposals.length === 0) {
      context.out(
        context.json ? JSON.stringify({ proposals, mails: 0, changes: [] }) : 'the desk has corrected nothing',
      );
      return 0;
    }
    const present = await loadOffice(config, NO_SECRET);
    const paths = await keptMails(store, makeFileRawStore(join(config.data, 'raw')).path);
    const between = { before: present, after: withLines(present, proposals), now: null };
    const { mails, changes } = await changesBetween(paths, config, between);
    context.out(context.json ? JSON.stringify({ proposals, mails, changes }) : printed(proposals, mails, changes));
    return 0;
  });
}

function proposalOf({ ticket, text, variant, was }: Example): Proposal {
  const line = text.replace(/\s+/g, ' ').trim();
  return { file: join('examples', `${variant.split('/')[0] ?? ''}.yaml`), variant, line, was, ticket };
}

/** The mails that opened the newest tickets, as far as they are kept. */
async function keptMails(store: Store, path: (sha256: string) => string): Promise<readonly string[]> {
  const tickets = await store.tickets.list({ limit: MOST_MAILS });
  const paths = new Set<string>();
  for (const { number } of tickets) {
    const ticket = await store.tickets.find(number);
    const row = ticket === null ? null : await store.ledger.row(ticket.state.openedBy);
    const kept = row === null || row.sha256 === '' ? null : path(row.sha256);
    if (kept !== null && existsSync(kept)) paths.add(kept);
  }
  return [...paths];
}

function withLines(office: Office, proposals: readonly Proposal[]): Office {
  const { sentences } = office.rulebook;
  const before: Sentences = sentences ?? { requests: new Map(), others: NO_OTHERS, outside: [], irrelevant: [] };
  const requests = new Map(before.requests);
  for (const { variant, line } of proposals) requests.set(variant, [...(requests.get(variant) ?? []), line]);
  return { ...office, rulebook: { ...office.rulebook, sentences: { ...before, requests } } };
}

const NO_OTHERS: Sentences['others'] = new Map();

function printed(proposals: readonly Proposal[], mails: number, changes: readonly Change[]): string {
  const lines = proposals.flatMap(({ file, variant, line, was, ticket }) => [
    `${file}, below requests, ${variant.split('/')[1] ?? variant} (${ticket}, taken for ${was ?? 'nothing'}):`,
    `    ${line}`,
  ]);
  return [...lines, '', 'With these lines:', tableOf({ mails, changes })].join('\n');
}
