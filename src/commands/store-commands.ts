/** `loket ticket`, `loket outbox` and `loket check --rebuild`: what the store holds, and letters that shall be tried again. */
import { asLetterKey } from '../shared/ids.ts';
import { readNumber } from '../ticket/number.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { REMOVED, ticketJson, ticketText } from './ticket-show.ts';
import { columns, fail, iso, MOST_ROWS, withStore } from './with-store.ts';

export function ticketList(context: CommandContext, status: string | undefined): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const tickets = await store.tickets.list({ limit: MOST_ROWS, ...(status === undefined ? {} : { status }) });
    if (context.json)
      for (const ticket of tickets)
        context.out(
          JSON.stringify({
            ...ticket,
            openedAt: iso(context, ticket.openedAt),
            changedAt: iso(context, ticket.changedAt),
          }),
        );
    else
      columns(
        tickets.map((ticket) => [
          ticket.number,
          ticket.status,
          ticket.variant ?? ticket.service ?? ticket.kind,
          ticket.team ?? '-',
          iso(context, ticket.openedAt).slice(0, 16),
          ticket.subject ?? `(${REMOVED})`,
        ]),
      ).forEach(context.out);
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
    const rows = await store.outbox.list({ limit: MOST_ROWS, ...(state === undefined ? {} : { state }) });
    const lines = rows.map((row) => ({
      key: row.key,
      state: row.state,
      template: row.letter.template,
      to: row.letter.to.map((address) => address.address).join(','),
      ticket: row.letter.ticket,
      attempts: row.attempts,
      createdAt: iso(context, row.createdAt),
      lastReply: row.lastReply,
      parkedReason: row.parkedReason,
    }));
    if (context.json) for (const line of lines) context.out(JSON.stringify(line));
    else
      columns(
        lines.map((line) => [
          line.key,
          line.state,
          line.template,
          line.to,
          line.ticket ?? '-',
          line.parkedReason ?? line.lastReply ?? '',
        ]),
      ).forEach(context.out);
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
    if (count === keys.length) return 0;
    return fail(context, 'only failed and parked letters can wait again; "loket outbox list" shows keys and states');
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
