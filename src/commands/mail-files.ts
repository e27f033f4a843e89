/** The mails that a command names: files, folders of `*.eml`, mboxes. One at a time, so that memory stays flat. */
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BotError } from '../shared/errors.ts';

/** Enough of a line to know an mbox separator or an empty line. */
const HEAD_LENGTH = 5;

/** One mail in a file: where it begins and ends there (bytes). */
export interface MailFile {
  readonly path: string;
  /** `path`, or `path#3` for the third mail of an mbox. */
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly isMbox: boolean;
}

/** In the order given; a folder by file name. @throws {BotError} E_USAGE when a path does not exist */
export async function listMails(paths: readonly string[]): Promise<readonly MailFile[]> {
  const lists: (readonly MailFile[])[] = [];
  for (const path of paths) lists.push(await listOne(path));
  return lists.flat();
}

export async function readMailFile(mail: MailFile): Promise<Uint8Array> {
  const handle = await open(mail.path);
  try {
    const bytes = Buffer.alloc(mail.end - mail.start);
    await handle.read(bytes, 0, bytes.length, mail.start);
    return mail.isMbox ? unquoteFrom(bytes) : bytes;
  } finally {
    await handle.close();
  }
}

async function listOne(path: string): Promise<readonly MailFile[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new BotError('E_USAGE', `${path}: there is no such file or folder`);
  if (found.isDirectory()) {
    const names = (await readdir(path)).filter((name) => name.toLowerCase().endsWith('.eml')).sort();
    return (await Promise.all(names.map((name) => listOne(join(path, name))))).flat();
  }
  const handle = await open(path);
  try {
    const head = Buffer.alloc(5);
    await handle.read(head, 0, 5, 0);
    if (head.toString('latin1') !== 'From ') return [{ path, label: path, start: 0, end: found.size, isMbox: false }];
  } finally {
    await handle.close();
  }
  return mboxMails(path, found.size);
}

/** An mbox separator is a line that begins with `From ` after an empty line (or at the start of the file). */
async function mboxMails(path: string, size: number): Promise<readonly MailFile[]> {
  const starts = await separatorOffsets(path);
  return starts.map(({ body }, index) => ({
    path,
    label: `${path}#${index + 1}`,
    start: body,
    end: starts[index + 1]?.line ?? size,
    isMbox: true,
  }));
}

async function separatorOffsets(path: string): Promise<readonly { readonly line: number; readonly body: number }[]> {
  const found: { line: number; body: number }[] = [];
  let previousEmpty = true;
  for await (const line of lineSpans(path)) {
    if (previousEmpty && line.head.startsWith('From ')) found.push({ line: line.start, body: line.end });
    previousEmpty = line.head === '\n' || line.head === '\r\n';
  }
  return found;
}

/** Offsets of each line with its first bytes, line end included; holds one chunk at a time. */
async function* lineSpans(
  path: string,
): AsyncGenerator<{ readonly start: number; readonly end: number; readonly head: string }> {
  let start = 0;
  let offset = 0;
  let head = '';
  for await (const chunk of createReadStream(path)) {
    const bytes: Buffer = chunk;
    let from = 0;
    for (let newline = bytes.indexOf(10); newline !== -1; newline = bytes.indexOf(10, from)) {
      const end = offset + newline + 1;
      yield { start, end, head: (head + bytes.toString('latin1', from, newline + 1)).slice(0, HEAD_LENGTH) };
      [start, from, head] = [end, newline + 1, ''];
    }
    head = (head + bytes.toString('latin1', from, Math.min(from + HEAD_LENGTH, bytes.length))).slice(0, HEAD_LENGTH);
    offset += bytes.length;
  }
}

/** mboxrd: `>From ` inside a mail had one `>` added. */
function unquoteFrom(bytes: Buffer): Uint8Array {
  return Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}
