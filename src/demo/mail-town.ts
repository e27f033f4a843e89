/**
 * A small town of mailboxes inside the process: one SMTP server that delivers, one IMAP server for each resident, all on loopback.
 * The SMTP server does what the office's own would do: it removes the mark that only it may set, and sets it on mail that a resident
 * sent after logging in under his own address.
 */
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import hoodiecrow, { type HoodiecrowServer } from 'hoodiecrow-imap';
import { SMTPServer, type SMTPServerAuthentication, type SMTPServerSession } from 'smtp-server';
import { markInternal } from './internal-mark.ts';
import { serveWholeText } from './whole-text.ts';

export interface Resident {
  readonly address: string;
  readonly name: string;
}

export interface Mailbox extends Resident {
  readonly imapPort: number;
  readonly user: string;
  readonly password: string;
  /** Raw mails of the inbox, oldest first. */
  messages(): readonly Buffer[];
  /** Empties the inbox behind the back of whoever is connected. */
  clear(): void;
}

export interface MailTown {
  readonly smtpPort: number;
  readonly mailboxes: ReadonlyMap<string, Mailbox>;
  /** Called after each delivery, also for addresses of the town that nobody lives at. */
  onDelivery(listener: (to: string, raw: Buffer) => void): void;
  close(): Promise<void>;
}

export const TOWN_PASSWORD = 'rahasia';
const PLUGINS = [
  'ID',
  'SASL-IR',
  'AUTH-PLAIN',
  'NAMESPACE',
  'IDLE',
  'ENABLE',
  'LITERALPLUS',
  'UNSELECT',
  'SPECIAL-USE',
  'UIDPLUS',
  'MOVE',
];
/** The embedded servers hold all in memory: 10 MiB a mail is plenty for a demonstration. */
const MOST_BYTES = 10 * 1024 * 1024;

/** @param firstPort the SMTP server's; IMAP servers follow. 0 takes free ones */
export async function openMailTown(residents: readonly Resident[], firstPort: number): Promise<MailTown> {
  const listeners: ((to: string, raw: Buffer) => void)[] = [];
  const houses: House[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(houses.map((house) => new Promise<void>((resolve) => house.server.close(resolve))));
  };
  try {
    for (const [index, resident] of residents.entries())
      houses.push(await openHouse(resident, firstPort === 0 ? 0 : firstPort + 1 + index));
    const mailboxes = new Map(houses.map((house) => [house.mailbox.address, house.mailbox]));
    const smtp = makeSmtp(mailboxes, (address, raw) => {
      const house = houses.find((candidate) => candidate.mailbox.address === address);
      house?.server.appendMessage('INBOX', [], false, raw.toString('latin1'));
      for (const listener of listeners) listener(address, raw);
    });
    await listen(smtp, firstPort);
    return {
      smtpPort: portOf(smtp.server),
      mailboxes,
      onDelivery: (listener) => void listeners.push(listener),
      close: async () => {
        await new Promise<void>((resolve) => smtp.close(resolve));
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listen(smtp: SMTPServer, port: number): Promise<void> {
  const listening = once(smtp.server, 'listening');
  // The server tells its faults a second time; unheard, that would end the process.
  smtp.on('error', () => undefined);
  smtp.listen(port, '127.0.0.1');
  await listening;
}

interface House {
  readonly mailbox: Mailbox;
  readonly server: HoodiecrowServer;
}

async function openHouse(resident: Resident, port: number): Promise<House> {
  const user = resident.address.slice(0, resident.address.indexOf('@'));
  const users = { [user]: { password: TOWN_PASSWORD }, [resident.address]: { password: TOWN_PASSWORD } };
  const server = hoodiecrow({ plugins: PLUGINS, users });
  serveWholeText(server);
  // Without this every command waits some 45 ms for Nagle's algorithm.
  server.server.prependListener('connection', (socket: { setNoDelay(on: boolean): void }) => socket.setNoDelay(true));
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const messages = (): readonly Buffer[] =>
    (server.getMailbox('INBOX')?.messages ?? []).map((message) => Buffer.from(message.raw, 'latin1'));
  const clear = (): void => void server.getMailbox('INBOX')?.messages.splice(0);
  return {
    server,
    mailbox: { clear, ...resident, user, password: TOWN_PASSWORD, imapPort: portOf(server.server), messages },
  };
}

function makeSmtp(
  mailboxes: ReadonlyMap<string, Mailbox>,
  deliver: (address: string, raw: Buffer) => void,
): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    authMethods: ['PLAIN', 'LOGIN'],
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    size: MOST_BYTES,
    onAuth: (auth, _session, callback) => {
      const account = accountOf(auth, mailboxes);
      if (account) callback(null, { user: account });
      else callback(new Error('535 5.7.8 wrong user or password'));
    },
    onRcptTo: ({ address }, _session, callback) => {
      callback(
        isOfTown(address, mailboxes) ? null : refusal(550, '5.7.1 only addresses of the town are delivered here'),
      );
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = markInternal(Buffer.concat(chunks), session.user ?? null);
        for (const address of recipientsOf(session)) deliver(address, raw);
        callback();
      });
    },
  });
}

function accountOf(auth: SMTPServerAuthentication, mailboxes: ReadonlyMap<string, Mailbox>): string | null {
  const mailbox = [...mailboxes.values()].find(
    (candidate) => auth.username === candidate.user || auth.username === candidate.address,
  );
  return mailbox && auth.password === mailbox.password ? mailbox.address : null;
}

function isOfTown(address: string, mailboxes: ReadonlyMap<string, Mailbox>): boolean {
  const domainOf = (text: string): string => text.slice(text.lastIndexOf('@') + 1).toLowerCase();
  return [...mailboxes.keys()].some((resident) => domainOf(resident) === domainOf(address));
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** Plus-details are delivered to the mailbox before the plus. */
function recipientsOf(session: SMTPServerSession): readonly string[] {
  return [
    ...new Set(session.envelope.rcptTo.map((recipient) => recipient.address.toLowerCase().replace(/\+[^@]*@/, '@'))),
  ];
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
