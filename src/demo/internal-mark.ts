/** The office's own mark on mail that a person sent after logging in; taken off everything else. */
const MARK = 'X-MS-Exchange-Organization-AuthAs';

/** @param account address of the person who logged in, or null */
export function markInternal(raw: Buffer, account: string | null): Buffer {
  const end = headerEnd(raw);
  const header = withoutMark(raw.subarray(0, end).toString('latin1'));
  const mark = account !== null && fromAddress(header) === account ? `${MARK}: Internal\r\n` : '';
  return Buffer.concat([Buffer.from(mark + header, 'latin1'), raw.subarray(end)]);
}

function headerEnd(raw: Buffer): number {
  const end = raw.indexOf('\r\n\r\n');
  return end === -1 ? raw.length : end + 2;
}

function withoutMark(header: string): string {
  return header
    .split(/\r\n(?![ \t])/)
    .filter((field) => !field.toLowerCase().startsWith(`${MARK.toLowerCase()}:`))
    .join('\r\n');
}

function fromAddress(header: string): string {
  const field = header.split(/\r\n(?![ \t])/).find((line) => /^from:/i.test(line)) ?? '';
  const bracketed = /<([^<>\s]+)>/.exec(field)?.[1];
  return (bracketed ?? field.slice('from:'.length).trim()).toLowerCase();
}
