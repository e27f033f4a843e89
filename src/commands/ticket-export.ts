/**
 * `loket ticket export NUMBER`: one PDF with the whole history of a ticket, its mails, their papers and our letters attached, in a form
 * that `loket verify` checks. Mails are read one after the other, in a process of their own.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { resolveSecret, type Config } from '../config.ts';
import { domainOf, readingPolicy } from '../office.ts';
import { makeMailReader } from '../mail-reader.ts';
import { openTestClock, systemClock } from '../observe/clock.ts';
import type { Evidence } from '../papers/make/evidence/manifest.ts';
import { loadEvidenceWords } from '../papers/make/evidence/words.ts';
import { writeEvidence } from '../papers/make/evidence/write-evidence.ts';
import type { Sealer } from '../papers/make/mark.ts';
import { makeFileRawStore } from '../receive/raw-store.ts';
import type { Store } from '../record/open-store.ts';
import type { TicketRecord } from '../record/store.ts';
import { loadRulebook } from '../rulebook/load.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { BotError } from '../shared/errors.ts';
import { makeKeyring } from '../shared/keyring.ts';
import { toIso } from '../shared/time.ts';
import { readNumber } from '../ticket/number.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { collectLetters, collectMails, type Collecting } from './ticket-export-files.ts';
import { fitted } from './ticket-export-fit.ts';
import { eventEntries, summaryOf } from './ticket-export-history.ts';
import { inOrder } from './ticket-export-order.ts';
import { makeTelling } from './ticket-export-words.ts';
import { fail, withStore } from './with-store.ts';

/** @param out where the file goes; by default it is named by the ticket, in the working directory */
export function ticketExport(context: CommandContext, text: string, out: string | null): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const number = readNumber(text);
    const ticket = number === null ? null : await store.tickets.find(number);
    if (ticket === null) return fail(context, `${text}: there is no such ticket; numbers look like SR-261123-0042-4`);
    const path = out ?? `${ticket.number}.pdf`;
    refuseMissingFolder(path);
    const config = context.config();
    const sealer = sealerOf(config);
    const { evidence } = await exportEvidence(store, ticket, { config, path, sealer });
    tell(context, path, { evidence, isSealed: sealer !== null });
    return 0;
  });
}

function refuseMissingFolder(path: string): void {
  const folder = dirname(resolve(path));
  if (!existsSync(folder)) throw new BotError('E_USAGE', `--out ${path}: there is no folder ${folder}`);
}

export interface Exported {
  readonly evidence: Evidence;
  /** How many files of the ticket it does not carry. */
  readonly leftOut: number;
}

export interface ExportOptions {
  readonly config: Config;
  readonly path: string;
  /** Null makes a file without a seal. */
  readonly sealer: Sealer | null;
  /** As loaded; without it, they are loaded now. */
  readonly rulebook?: Rulebook;
  /** The file must not be larger; what is left out for that is named in it. Default: anything fits. */
  readonly mostBytes?: number;
  /** For what is written on the way; default: a folder of its own. */
  readonly scratch?: string;
}

/** Writes the evidence file of a ticket. @throws {BotError} E_TEMPLATE for words that do not load */
export async function exportEvidence(store: Store, ticket: TicketRecord, options: ExportOptions): Promise<Exported> {
  const { config, path, sealer, rulebook, mostBytes = null, scratch = tmpdir() } = options;
  const folder = await mkdtemp(join(scratch, 'loket-export-'));
  try {
    const rules = rulebook ?? rulebookOf(config);
    const { evidence, paths, leftOut } = await gather(store, ticket, { config, folder, rulebook: rules, mostBytes });
    await writeEvidence(path, { evidence, paths, sealer });
    return { evidence, leftOut };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Null where the secret cannot be read; a file is made without a seal then. */
export function sealerOf(config: Config): Sealer | null {
  try {
    return makeKeyring(resolveSecret(config, config.secret));
  } catch {
    return null;
  }
}

interface Gathering {
  readonly config: Config;
  readonly folder: string;
  readonly rulebook: Rulebook | null;
  readonly mostBytes: number | null;
}

async function gather(
  store: Store,
  ticket: TicketRecord,
  { config, folder, rulebook, mostBytes }: Gathering,
): Promise<Exported & { readonly paths: readonly string[] }> {
  const zone = config.organisation.timezone;
  const telling = makeTelling({ words: loadEvidenceWords(config.templates), rulebook, zone, ticket });
  const reader = makeMailReader({ processes: 1, policy: readingPolicy(config) });
  const raw = makeFileRawStore(join(config.data, 'raw'));
  const collecting: Collecting = {
    store,
    ticket,
    telling,
    reader,
    folder,
    rawPath: (sha256) => (existsSync(raw.path(sha256)) ? raw.path(sha256) : null),
    maxMessageBytes: config.limits.maxMessageBytes,
  };
  try {
    const mails = await collectMails(collecting);
    const letters = await collectLetters(collecting);
    const { told, files, leftOut } = fitted([...mails, ...letters], mostBytes);
    const events = eventEntries(await store.tickets.events(ticket.number), telling);
    const clock = config.testClock === null ? systemClock : openTestClock(config.testClock);
    const head = {
      ticket: ticket.number,
      office: officeOf(config, rulebook),
      madeAt: toIso(clock.now(), zone),
      summary: [...summaryOf(ticket, telling), ...leftOutSummary(leftOut)],
    };
    const history = { mails: told.slice(0, mails.length), events, letters: told.slice(mails.length) };
    return {
      evidence: { head, entries: inOrder(history), files: files.map((it) => it.told) },
      paths: files.map((it) => it.path),
      leftOut,
    };
  } finally {
    await reader.close();
  }
}

function leftOutSummary(count: number): [string, string][] {
  return count === 0 ? [] : [['Tidak disertakan', `${count} berkas; disebut pada email atau suratnya`]];
}

/** Names of services and teams; without rules that load, codes stand in their place. */
function rulebookOf(config: Config): Rulebook | null {
  const outcome = loadRulebook(config.rules, { mailboxDomain: domainOf(config.mailbox.address) });
  return outcome.kind === 'ok' ? outcome.rulebook : null;
}

function officeOf(config: Config, rulebook: Rulebook | null): Evidence['head']['office'] {
  const { name } = config.organisation;
  const told = rulebook?.organisation;
  return { name, fullName: told?.fullName ?? name, deskName: told?.deskName ?? name };
}

function tell(
  context: CommandContext,
  path: string,
  { evidence, isSealed }: { readonly evidence: Evidence; readonly isSealed: boolean },
): void {
  const { entries, files, head } = evidence;
  if (context.json) {
    const counts = { entries: entries.length, files: files.length, sealed: isSealed };
    context.out(JSON.stringify({ ticket: head.ticket, file: path, ...counts }));
    return;
  }
  context.out(
    `${path}: ${entries.length} entries, ${files.length} attachments${isSealed ? '' : ', without seal: the secret cannot be read'}`,
  );
}
