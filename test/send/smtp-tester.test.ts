/** The plain cases against smtp-tester, bound to loopback: the letter as a mail program would show it. */
import { once } from 'node:events';
import * as smtpTester from 'smtp-tester';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeSmtpTransport } from '../../src/send/smtp-transport.ts';
import type { MailTransport } from '../../src/send/transport.ts';
import { aMail, OUR_MAILBOX } from './outgoing.ts';

let server: smtpTester.MailServer;
let transport: MailTransport;

beforeEach(async () => {
  server = smtpTester.init(onLoopback());
  const listener = server.smtpServer.server;
  if (!listener.listening) await once(listener, 'listening');
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const login = { user: null, password: null };
  transport = makeSmtpTransport(
    { host: '127.0.0.1', port, secure: false, ...login, sender: OUR_MAILBOX },
    { now: () => 0 },
  );
});

afterEach(async () => {
  await transport.close();
  await new Promise<void>((resolve) => server.stop(resolve));
});

/** smtp-tester hands its port to `net.Server.listen`, which takes options as well: else it would listen on all interfaces. */
function onLoopback(): number {
  return { port: 0, host: '127.0.0.1' } as unknown as number;
}

it('listens on loopback only', () => {
  expect(server.smtpServer.server.address()).toMatchObject({ address: '127.0.0.1' });
});

it('a letter arrives with its words, letter for letter, in text and HTML', async () => {
  const arriving = server.captureOne('budi@kantor.example', { wait: 5_000 });

  const outcome = await transport.send(
    aMail({ text: 'Yth. Bapak Budi – permintaan “reset” kami terima.\n', html: '<p>Yth. Bapak Budi – “reset”</p>' }),
  );

  const { email } = await arriving;
  expect(outcome.kind).toBe('sent');
  expect(email.body).toBe('Yth. Bapak Budi – permintaan “reset” kami terima.\n');
  expect(email.html).toContain('<p>Yth. Bapak Budi – “reset”</p>');
  expect(email.headers).toMatchObject({
    subject: '[SR-261123-0042-4] Diterima: reset password email',
    'message-id': '<abcdefghijklmnop-qrstuvwxyz234567@kantor.example>',
    'auto-submitted': 'auto-replied',
    from: '"Meja Layanan" <servicedesk@kantor.example>',
  });
});

it('a reply address that carries a token stands in Reply-To', async () => {
  const arriving = server.captureOne('budi@kantor.example', { wait: 5_000 });

  await transport.send(aMail({ replyTo: 'servicedesk+abcdefghijklmnop-qrstuvwxyz234567@kantor.example' }));

  const { email } = await arriving;
  expect(email.headers['reply-to']).toBe('servicedesk+abcdefghijklmnop-qrstuvwxyz234567@kantor.example');
});

it('an attachment arrives with its name and its octets', async () => {
  const bytes = Uint8Array.from({ length: 1_000 }, (_, index) => index % 256);
  const arriving = server.captureOne('budi@kantor.example', { wait: 5_000 });

  await transport.send(
    aMail({
      attachments: [{ filename: 'Formulir 3.1 – Akun.pdf', contentType: 'application/pdf', content: { bytes } }],
    }),
  );

  const [attachment] = (await arriving).email.attachments;
  expect(attachment).toMatchObject({ filename: 'Formulir 3.1 – Akun.pdf', contentType: 'application/pdf' });
  expect(attachment?.content.equals(Buffer.from(bytes))).toBe(true);
});
