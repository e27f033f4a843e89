/**
 * An IMAP server whose answers a test writes itself, line by line: for servers that lie, lack extensions or slip things in. What
 * the test does not say is answered as a small, correct server would.
 */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** Untagged lines (CRLF added), then the tagged end; null: say nothing at all. */
export type Answer = { readonly lines?: readonly (string | Buffer)[]; readonly end?: string } | null;
export type Responder = (args: string, socket: Socket) => Answer;

export interface ScriptedImap {
  readonly port: number;
  /** `UID FETCH 1:* (…)`, without tags, in order of arrival. */
  readonly commands: readonly string[];
  respond(command: string, responder: Responder): void;
  /** The present answer, to change it a little. */
  responder(command: string): Responder;
  /** Sends a line to every connection. */
  announce(line: string): void;
  close(): Promise<void>;
}

export interface ScriptedMailbox {
  readonly capabilities?: string;
  readonly uidValidity?: number;
  readonly uidNext?: number;
  readonly exists?: number;
}

export async function startScriptedImap(box: ScriptedMailbox = {}): Promise<ScriptedImap> {
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const responders = new Map(Object.entries(correctAnswers(box)));
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true).on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    socket.write('* OK ready\r\n');
    let buffered = '';
    let idleTag = '';
    socket.on('data', (chunk) => {
      buffered += chunk.toString('latin1');
      const lines = buffered.split('\r\n');
      buffered = lines.pop() ?? '';
      for (const line of lines) idleTag = answerLine(line, idleTag, { socket, commands, responders });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  return {
    port: address.port,
    commands,
    respond: (command, responder) => responders.set(command, responder),
    responder: (command) => responders.get(command) ?? (() => ({})),
    announce: (line) => {
      for (const socket of sockets) socket.write(`${line}\r\n`);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** `* n FETCH (…)` with the raw mail as a literal. */
export function fetchRow(seq: number, uid: number, raw: string | Buffer, start = 0): readonly (string | Buffer)[] {
  const bytes = Buffer.from(raw);
  return [
    Buffer.concat([
      Buffer.from(`* ${seq} FETCH (UID ${uid} BODY[]<${start}> {${bytes.length}}\r\n`),
      bytes,
      Buffer.from(')'),
    ]),
  ];
}

export function listRow(seq: number, uid: number, size: number, date = '22-Nov-2026 09:00:00 +0700'): string {
  return `* ${seq} FETCH (UID ${uid} INTERNALDATE "${date}" RFC822.SIZE ${size})`;
}

/** Answers to LIST; the empty pattern asks for the separator only. */
export function listed(args: string, folders: readonly string[], separator = '/'): readonly string[] {
  if (args.endsWith('""')) return [`* LIST (\\Noselect) "${separator}" ""`];
  return folders.map((folder) => `* LIST () "${separator}" "${folder}"`);
}

interface Scripted {
  readonly socket: Socket;
  readonly commands: string[];
  readonly responders: ReadonlyMap<string, Responder>;
}

/** Answers the tag of an IDLE that is now open, or the empty string. */
function answerLine(line: string, idleTag: string, { socket, commands, responders }: Scripted): string {
  if (line === 'DONE') {
    socket.write(`${idleTag} OK done\r\n`);
    return '';
  }
  const [, tag = '', rest = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
  const command = /^(UID )?\S+/.exec(rest)?.[0].toUpperCase() ?? '';
  commands.push(rest);
  if (command === 'IDLE') {
    socket.write('+ idling\r\n');
    return tag;
  }
  const responder = responders.get(command);
  const answer = responder ? responder(rest.slice(command.length + 1), socket) : { end: 'BAD unknown' };
  if (answer === null) return idleTag;
  for (const part of answer.lines ?? []) {
    socket.write(part);
    socket.write('\r\n');
  }
  socket.write(`${tag} ${answer.end ?? 'OK done'}\r\n`);
  return idleTag;
}

function correctAnswers(box: ScriptedMailbox): Record<string, Responder> {
  const capabilities = `* CAPABILITY IMAP4rev1 ${box.capabilities ?? 'IDLE UIDPLUS MOVE'}`;
  const selected = [
    `* ${box.exists ?? 0} EXISTS`,
    '* FLAGS (\\Seen \\Deleted)',
    '* OK [PERMANENTFLAGS (\\Seen \\Deleted)] flags',
    `* OK [UIDVALIDITY ${box.uidValidity ?? 7}] uids`,
    ...(box.uidNext === undefined ? [] : [`* OK [UIDNEXT ${box.uidNext}] next`]),
  ];
  return {
    CAPABILITY: () => ({ lines: [capabilities] }),
    LOGIN: () => ({}),
    LIST: (args) => ({ lines: listed(args, ['INBOX', 'Loket/Selesai', 'Loket/Ditahan']) }),
    LSUB: () => ({}),
    SELECT: () => ({ lines: selected, end: 'OK [READ-WRITE] selected' }),
    EXAMINE: () => ({ lines: selected, end: 'OK [READ-ONLY] selected' }),
    NOOP: () => ({}),
    LOGOUT: () => ({ lines: ['* BYE'] }),
    'UID SEARCH': () => ({ lines: ['* SEARCH'] }),
    'UID FETCH': () => ({}),
    'UID STORE': () => ({}),
  };
}
