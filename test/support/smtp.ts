/**
 * A scriptable SMTP server on loopback: takes letters, refuses a share of them, drops connections after DATA, is slow, is stopped
 * and started again on the same port. What it accepted is what a recipient would have.
 */
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** Binary string: one character an octet. */
  readonly raw: string;
  /** Without brackets; empty when there is none. */
  readonly messageId: string;
  /** Came over TLS. */
  readonly secure: boolean;
  readonly at: number;
}

export interface SmtpBehaviour {
  /** Share of messages refused after DATA with 451, 0 to 1. */
  refuseShare: number;
  /** Share of connections dropped after DATA, half of them after the message was taken. */
  dropShare: number;
  /** Overrides `dropShare`: what becomes of the message of a dropped connection. */
  dropAfterData: 'no' | 'taken' | 'lost';
  /** Full reply for a recipient, e.g. `550 5.1.1 user unknown`. */
  recipients: Readonly<Record<string, string>>;
  /** Full reply to MAIL FROM; null accepts. */
  mailFrom: string | null;
  /** Full reply instead of a greeting; null greets. */
  greeting: string | null;
  /** Wait before each reply to DATA. */
  delayMs: number;
}

export interface SmtpOptions {
  readonly port?: number;
  /** Asks for AUTH and takes only these. */
  readonly login?: { user: string; password: string };
  /** Offers STARTTLS, with the certificate that smtp-server ships for tests. */
  readonly startTls?: boolean;
  /** Between 0 and 1; a seeded generator makes a run repeatable. */
  readonly random?: () => number;
  readonly maxMessageBytes?: number;
  /** What the server does with a letter that it has taken, before it says so: delivers it, for instance. */
  readonly onward?: (letter: ReceivedLetter) => Promise<void>;
}

export interface ScriptedSmtp {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Letters accepted, in order. A letter of a connection dropped as `taken` is among them. */
  readonly letters: readonly ReceivedLetter[];
  readonly connections: () => number;
  /** Messages whose DATA is in and whose reply is not out. */
  readonly receiving: () => number;
  behave(change: Partial<SmtpBehaviour>): void;
  clear(): void;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const GOOD: SmtpBehaviour = {
  refuseShare: 0,
  dropShare: 0,
  dropAfterData: 'no',
  recipients: {},
  mailFrom: null,
  greeting: null,
  delayMs: 0,
};

export async function startSmtp(options: SmtpOptions = {}): Promise<ScriptedSmtp> {
  const behaviour = { ...GOOD };
  const letters: ReceivedLetter[] = [];
  const counted = { connections: 0, receiving: 0 };
  let port = options.port ?? 0;
  let server: SMTPServer | null = null;

  const start = async (): Promise<void> => {
    server = new SMTPServer(serverOptions({ options, behaviour, letters, counted }));
    server.on('error', () => undefined);
    port = await listen(server, port);
  };
  await start();

  return {
    host: '127.0.0.1',
    get port() {
      return port;
    },
    letters,
    connections: () => counted.connections,
    receiving: () => counted.receiving,
    behave: (change) => void Object.assign(behaviour, change),
    clear: () => void letters.splice(0),
    stop: async () => {
      if (server) await close(server);
      server = null;
    },
    start,
  };
}

interface Script {
  readonly options: SmtpOptions;
  readonly behaviour: SmtpBehaviour;
  readonly letters: ReceivedLetter[];
  readonly counted: { connections: number; receiving: number };
}

function serverOptions({ options, behaviour, letters, counted }: Script): SMTPServerOptions {
  const random = options.random ?? Math.random;
  return {
    disabledCommands: [...(options.login ? [] : ['AUTH']), ...(options.startTls ? [] : ['STARTTLS'])],
    logger: false,
    allowInsecureAuth: true,
    closeTimeout: 100,
    ...(options.maxMessageBytes ? { size: options.maxMessageBytes } : {}),
    onConnect: (_session, done) => {
      counted.connections += 1;
      done(behaviour.greeting === null ? null : replyError(behaviour.greeting));
    },
    onAuth: (auth, _session, done) => {
      const right = auth.username === options.login?.user && auth.password === options.login?.password;
      if (right) return done(null, { user: auth.username });
      return done(replyError('535 5.7.8 Authentication credentials invalid'));
    },
    onMailFrom: (_address, _session, done) => done(behaviour.mailFrom === null ? null : replyError(behaviour.mailFrom)),
    onRcptTo: ({ address }, _session, done) => {
      const refusal = behaviour.recipients[address];
      done(refusal === undefined ? null : replyError(refusal));
    },
    onData: (stream, session, done) => {
      void take(stream, session, { options, behaviour, letters, counted, random }).then(
        () => done(null, '2.0.0 taken'),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  };
}

async function take(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  script: Script & { readonly random: () => number },
): Promise<void> {
  const { options, behaviour, letters, counted, random } = script;
  const letter = await readLetter(stream, session);
  counted.receiving += 1;
  if (behaviour.delayMs > 0) await sleep(behaviour.delayMs);
  counted.receiving -= 1;
  if (stream.sizeExceeded) throw replyError('552 5.3.4 message too big');
  const fate = fateOf(behaviour, random);
  if (fate === 'refused') throw replyError('451 4.3.0 try again later');
  if (fate !== 'lost') letters.push(letter);
  if (fate === 'kept') await options.onward?.(letter);
  if (fate !== 'kept') await dropConnection(session, fate);
}

type Fate = 'kept' | 'refused' | 'taken' | 'lost';

function fateOf(behaviour: SmtpBehaviour, random: () => number): Fate {
  if (behaviour.dropAfterData !== 'no') return behaviour.dropAfterData;
  if (random() < behaviour.refuseShare) return 'refused';
  if (random() < behaviour.dropShare) return random() < 0.5 ? 'taken' : 'lost';
  return 'kept';
}

async function readLetter(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<ReceivedLetter> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  const raw = Buffer.concat(chunks).toString('latin1');
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    raw,
    messageId: /^message-id:\s*<([^>]*)>/im.exec(raw)?.[1] ?? '',
    secure: session.secure,
    at: Date.now(),
  };
}

/** Sockets by the address the session names: smtp-server itself does not hand them out. */
const sockets = new Map<string, Socket>();

/** Ends it as a peer does (FIN) or as a broken network does (RST). */
function dropConnection(session: SMTPServerSession, fate: 'taken' | 'lost'): Promise<never> {
  const socket = sockets.get(`${session.remoteAddress}:${session.remotePort}`);
  if (fate === 'lost') socket?.resetAndDestroy();
  else socket?.destroy();
  return new Promise<never>(() => undefined);
}

function listen(server: SMTPServer, port: number): Promise<number> {
  server.server.on('connection', (socket) => {
    const name = `${socket.remoteAddress}:${socket.remotePort}`;
    sockets.set(name, socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(name));
  });
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    const listener = server.listen(port, '127.0.0.1', () => {
      const address = listener.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const connection of server.connections) connection.close();
  });
}

function replyError(reply: string): Error {
  const [code, ...words] = reply.split(' ');
  return Object.assign(new Error(words.join(' ')), { responseCode: Number(code) });
}
