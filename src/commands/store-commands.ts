/** Commands that look into the store and, where a person orders it, release, drop or retry. */
import { evolve } from '../ticket/evolve.ts';
import { openStore, type Store } from '../record/open-store.ts';
import { asLetterKey, asMailId } from '../shared/ids.ts';
import { toIso, type EpochMs } from '../shared/time.ts';
import { readNumber } from '../ticket/number.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { ticketJson, ticketText } from './ticket-show.ts';

/** Rows printed by a list. */
const MOST_ROWS = 500;

export function ticketList(context: CommandContext, status: string | undefined): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const tickets = await store.tickets.list({ limit: MOST_ROWS, ...(status === undefined ? {} : { status }) });
    for (const ticket of tickets) {
      context.out(
        context.json
          ? JSON.stringify(ticket)
          : [
              ticket.number,
              ticket.status,
              ticket.variant ?? ticket.service ?? ticket.kind,
              ticket.team ?? '-',
              iso(context, ticket.openedAt),
            ].join('\t'),
      );
    }
    return 0;
  });
}

export function ticketShow(context: CommandContext, text: string): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const number = readNumber(text);
    const ticket = number === null ? null : await store.tickets.find(number);
    if (ticket === null) return fail(context, `${text}: there is no such ticket; numbers look like SR-261123-0042-4`);
    const events = await store.tickets.events(ticket.number);
    const letters = await store.outbox.list({ ticket: ticket.number, limit: MOST_ROWS });
    const shown = { ticket, events, letters, zone: context.config().organisation.timezone };
    context.out(context.json ? JSON.stringify(ticketJson(shown)) : ticketText(shown));
    return 0;
  });
}

export function outboxList(
  context: CommandContext,
  state: 'waiting' | 'claimed' | 'sent' | 'failed' | 'parked' | 'void' | undefined,
): Promise<ExitCode> {
  return withStore(context, async (store) => {
    for (const row of await store.outbox.list({ limit: MOST_ROWS, ...(state === undefined ? {} : { state }) })) {
      const to = row.letter.to.map((address) => address.address).join(',');
      const line = {
        key: row.key,
        state: row.state,
        template: row.letter.template,
        to,
        ticket: row.letter.ticket,
        attempts: row.attempts,
        createdAt: iso(context, row.createdAt),
        lastReply: row.lastReply,
        parkedReason: row.parkedReason,
      };
      context.out(
        context.json
          ? JSON.stringify(line)
          : [
              line.key,
              line.state,
              line.template,
              line.to,
              line.ticket ?? '-',
              line.parkedReason ?? line.lastReply ?? '',
            ].join('\t'),
      );
    }
    return 0;
  });
}

export function outboxShow(context: CommandContext, key: string): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const row = await store.outbox.find(asLetterKey(key));
    if (row === null) return fail(context, `${key}: there is no such letter; "loket outbox list" shows their keys`);
    context.out(JSON.stringify(row, null, context.json ? undefined : 2));
    return 0;
  });
}

export function outboxRetry(context: CommandContext, keys: readonly string[]): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const count = await store.outbox.retry(keys.map(asLetterKey), Date.now());
    context.out(context.json ? JSON.stringify({ retried: count }) : `${count} of ${keys.length} letters wait again`);
    return count === keys.length ? 0 : 1;
  });
}

export function quarantineList(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async (store) => {
    for (const row of await store.ledger.held()) {
      const line = {
        mail: row.mail,
        uid: row.uid,
        receivedAt: iso(context, row.receivedAt),
        disposition: row.disposition,
        reason: row.reason,
        sizeBytes: row.sizeBytes,
      };
      context.out(
        context.json
          ? JSON.stringify(line)
          : [line.mail, line.receivedAt, line.disposition ?? '', line.reason ?? ''].join('\t'),
      );
    }
    return 0;
  });
}

export function quarantineShow(context: CommandContext, mail: string): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const row = await store.ledger.row(asMailId(mail));
    if (row === null)
      return fail(context, `${mail}: there is no such mail; "loket quarantine list" shows those that are held`);
    context.out(
      JSON.stringify({ ...row, receivedAt: iso(context, row.receivedAt) }, null, context.json ? undefined : 2),
    );
    return 0;
  });
}

/** A released mail is decided anew by the daemon; a dropped one stays in the ledger and is never answered. */
export function quarantineSettle(
  context: CommandContext,
  mails: readonly string[],
  how: 'release' | 'drop',
): Promise<ExitCode> {
  return withStore(context, async (store) => {
    for (const mail of mails) {
      const row = await store.ledger.row(asMailId(mail));
      if (row === null)
        return fail(context, `${mail}: there is no such mail; "loket quarantine list" shows those that are held`);
      await store.ledger[how](row.mail);
      context.out(
        context.json ? JSON.stringify({ mail, [how]: true }) : `${mail} ${how === 'release' ? 'released' : 'dropped'}`,
      );
    }
    return 0;
  });
}

export function rebuild(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const differing = await store.recorder.rebuild({ mend: true });
    context.out(
      differing.length === 0
        ? 'every ticket is what its events say'
        : `${differing.length} tickets were mended from their events: ${differing.join(' ')}`,
    );
    return differing.length === 0 ? 0 : 1;
  });
}

async function withStore(context: CommandContext, work: (store: Store) => Promise<ExitCode>): Promise<ExitCode> {
  const store = await openStore({ database: context.config().database, evolve });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function iso(context: CommandContext, at: EpochMs): string {
  return toIso(at, context.config().organisation.timezone);
}

function fail(context: CommandContext, message: string): ExitCode {
  context.err(message);
  return 1;
}
