/** `loket outbox addresses` and `free`: addresses that get no letters because they are dead, and those whose mail the desk has blocked. */
import type { CommandContext, ExitCode } from './command.ts';
import { columns, fail, iso, MOST_ROWS, withStore } from './with-store.ts';

export function addressesList(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const marked = (await store.deskBook.marked(MOST_ROWS)).map((one) => ({ ...one, at: iso(context, one.at) }));
    if (context.json) for (const one of marked) context.out(JSON.stringify(one));
    else
      columns(marked.map(({ address, mark, at, detail }) => [mark, address, at.slice(0, 16), detail])).forEach(
        context.out,
      );
    return 0;
  });
}

/** Both marks go; what waited for a dead address leaves. */
export function addressesFree(context: CommandContext, addresses: readonly string[]): Promise<ExitCode> {
  return withStore(context, async (store) => {
    for (const address of addresses) {
      const wasDead = await store.deskBook.clear(address, 'dead');
      const wasBlocked = await store.deskBook.clear(address, 'blocked');
      if (!wasDead && !wasBlocked)
        return fail(context, `${address} bears no mark; "loket outbox addresses" lists those that do`);
      context.out(context.json ? JSON.stringify({ address, wasDead, wasBlocked }) : `${address} is free again`);
    }
    return 0;
  });
}
