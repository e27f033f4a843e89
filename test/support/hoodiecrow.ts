/** An IMAP server inside the test's process: one store, one user, no set-up. For what needs a real server there is Dovecot. */
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import hoodiecrow, { type HoodiecrowMessage, type HoodiecrowServer } from 'hoodiecrow-imap';

export interface Hoodiecrow {
  readonly port: number;
  readonly server: HoodiecrowServer;
  append(raw: string | Uint8Array, more?: { readonly flags?: string[]; readonly internalDate?: string }): void;
  messages(folder?: string): readonly HoodiecrowMessage[];
  /** Ends all connections as a crash would. */
  cut(): void;
  close(): Promise<void>;
}

export const PLUGINS = ['ID', 'SASL-IR', 'AUTH-PLAIN', 'NAMESPACE', 'IDLE', 'ENABLE', 'LITERALPLUS', 'UIDPLUS', 'MOVE'];

export async function startHoodiecrow(plugins: readonly string[] = PLUGINS): Promise<Hoodiecrow> {
  const server = hoodiecrow({ plugins, users: { servicedesk: { password: 'rahasia' } } });
  const sockets = new Set<Socket>();
  server.server.prependListener('connection', (socket: Socket) => {
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };

  return {
    port: portOf(server),
    server,
    append: (raw, { flags = [], internalDate } = {}) => {
      server.appendMessage('INBOX', flags, internalDate ?? false, Buffer.from(raw).toString('latin1'));
    },
    messages: (folder = 'INBOX') => server.getMailbox(folder)?.messages ?? [],
    cut,
    close: async () => {
      cut();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function portOf(server: HoodiecrowServer): number {
  const address: AddressInfo | string | null = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
