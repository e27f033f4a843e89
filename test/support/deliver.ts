/** Delivers over LMTP (RFC 2033), one mail after the other on one connection, as a mail transfer agent would. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

export interface Delivery {
  /** `to` may carry a detail (`servicedesk+x@…`). Resolves when the server has taken the mail. */
  deliver(to: string, raw: string | Uint8Array, from?: string): Promise<void>;
  close(): Promise<void>;
}

export async function openDelivery(port: number, host = '127.0.0.1'): Promise<Delivery> {
  const socket = connect(port, host).setNoDelay(true);
  await once(socket, 'connect');
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const reply = async (): Promise<string> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error('LMTP server closed the connection');
      if (!/^\d{3}-/.test(value)) return value;
    }
  };
  const expect = async (digit: string): Promise<void> => {
    const line = await reply();
    if (!line.startsWith(digit)) throw new Error(`LMTP: ${line}`);
  };
  const deliverNow = async (to: string, raw: string | Uint8Array, from: string): Promise<void> => {
    socket.write(`MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`);
    for (const digit of ['2', '2', '3']) await expect(digit);
    socket.write(dotStuffed(raw));
    await expect('2');
  };
  await expect('2');
  socket.write('LHLO test.example\r\n');
  await expect('2');
  let last: Promise<void> = Promise.resolve();

  return {
    deliver: (to, raw, from = 'pengirim@kemenkeu.example') => {
      const mine = last.catch(() => undefined).then(() => deliverNow(to, raw, from));
      last = mine;
      return mine;
    },
    close: async () => {
      await last.catch(() => undefined);
      socket.end('QUIT\r\n');
      socket.destroy();
    },
  };
}

function dotStuffed(raw: string | Uint8Array): Buffer {
  const text = typeof raw === 'string' ? Buffer.from(raw).toString('latin1') : Buffer.from(raw).toString('latin1');
  const lines = text.replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
  return Buffer.from(`${lines}${lines.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1');
}
