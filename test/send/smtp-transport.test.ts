import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSmtpTransport } from '../../src/send/smtp-transport.ts';
import { clock, closeAll, connected, limits, listenPlainly, settings, track } from './connected.ts';
import { aMail, OUR_MAILBOX } from './outgoing.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-send-'));
});

afterEach(async () => {
  await closeAll();
  await rm(folder, { recursive: true });
});

describe('a letter over SMTP', () => {
  it('leaves with the Message-ID it was given, the date of the clock and our mailbox in MAIL FROM', async () => {
    const { smtp, transport } = await connected();

    const outcome = await transport.send(
      aMail({ inReplyTo: 'asal@luar.example', references: ['satu@luar.example', 'asal@luar.example'] }),
    );

    expect(outcome).toMatchObject({ kind: 'sent', refused: [], deferred: [] });
    const letter = smtp.letters[0];
    expect(letter?.from).toBe(OUR_MAILBOX);
    expect(letter?.raw).toMatch(/^Message-ID: <abcdefghijklmnop-qrstuvwxyz234567@kantor\.example>\r$/m);
    expect(letter?.raw).toMatch(/^Date: Mon, 23 Nov 2026 05:00:00 \+0000\r$/m);
    expect(letter?.raw).toMatch(/^In-Reply-To: <asal@luar\.example>\r$/m);
    expect(letter?.raw).toMatch(/^References: <satu@luar\.example> <asal@luar\.example>\r$/m);
    expect(letter?.raw).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect(letter?.raw).not.toMatch(/nodemailer|^X-Mailer/im);
  });

  it('without HTML is plain text', async () => {
    const { smtp, transport } = await connected();

    await transport.send(aMail({ html: '' }));

    expect(smtp.letters[0]?.raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
  });

  it('goes once to each address of To and Cc', async () => {
    const { smtp, transport } = await connected();
    const budi = { name: 'Budi', address: 'budi@kantor.example' };
    const siti = { name: 'Siti', address: 'siti@kantor.example' };

    await transport.send(aMail({ to: [budi], cc: [siti, budi] }));

    expect(smtp.letters[0]?.to).toEqual(['budi@kantor.example', 'siti@kantor.example']);
  });

  it('goes to the named recipients only when some have it already', async () => {
    const { smtp, transport } = await connected();

    await transport.send(aMail(), ['siti@kantor.example']);

    expect(smtp.letters[0]?.to).toEqual(['siti@kantor.example']);
  });

  it('keeps line breaks in names and subjects out of the header', async () => {
    const { smtp, transport } = await connected();

    await transport.send(
      aMail({
        subject: 'Diterima\r\nBcc: lain@luar.example',
        to: [{ name: 'Budi\r\nX-Evil: 1', address: 'budi@kantor.example' }],
      }),
    );

    expect(smtp.letters[0]?.raw).not.toMatch(/^(?:Bcc|X-Evil):/im);
    expect(smtp.letters[0]?.to).toEqual(['budi@kantor.example']);
  });
});

describe('attachments', () => {
  it('of a raw mail arrive octet for octet as message/rfc822', async () => {
    const original = Buffer.from('From: a@luar.example\r\nSubject: Halo\r\n\r\n.titik di awal\r\nisi\r\n');

    const { attached, raw } = await sendAttached(original);

    expect(raw).toMatch(/^Content-Type: message\/rfc822; name=asli\.eml\r\nContent-Transfer-Encoding: 7bit\r$/m);
    expect(attached?.content.toString('latin1')).toBe(original.toString('latin1'));
  });

  it.each([
    ['bytes above 127', Buffer.from('Subject: r\u00e9\r\n\r\nisi\r\n', 'latin1')],
    ['a NUL', Buffer.from('Subject: a\r\n\r\ni\0si\r\n')],
    ['a bare LF', Buffer.from('Subject: a\r\n\r\nisi\nisi\r\n')],
    ['a bare CR', Buffer.from('Subject: a\r\n\r\nisi\risi\r\n')],
    ['a line of 1,200 octets', Buffer.from(`Subject: a\r\n\r\n${'x'.repeat(1_200)}\r\n`)],
  ])(
    'of a raw mail with %s arrive octet for octet, encoded so that every server takes them',
    async (_name, original) => {
      const { attached, raw } = await sendAttached(original);

      expect(raw).toMatch(
        /^Content-Type: application\/octet-stream; name=asli\.eml\r\nContent-Transfer-Encoding: base64\r$/m,
      );
      expect(attached?.content.equals(original)).toBe(true);
    },
  );

  it('that stand in a raw mail in base64 go from there, under their own name and type', async () => {
    const { smtp, transport } = await connected();
    const path = join(folder, 'surat-mentah');
    const content = Buffer.alloc(700_000, 'Formulir ');
    const [before, body] = ['X: y\r\n\r\n', content.toString('base64').replace(/.{76}/g, '$&\r\n')];
    await writeFile(path, `${before}${body}\r\n--batas--\r\n`);
    const base64 = { start: before.length, end: before.length + body.length };
    const files = ['Formulir 3.1 \u2013 Akun.pdf', 'b.pdf'];

    await transport.send(
      aMail({
        attachments: files.map((filename) => ({
          filename,
          contentType: 'application/pdf',
          content: { path, base64 },
        })),
      }),
    );
    const { attachments } = await simpleParser(Buffer.from(smtp.letters[0]?.raw ?? '', 'latin1'));

    expect(attachments.map(({ filename }) => filename)).toEqual(files);
    expect(
      attachments.map((file) => [file.contentType, file.contentDisposition, file.content.equals(content)]),
    ).toEqual(files.map(() => ['application/pdf', 'attachment', true]));
  });

  it.each([
    ['7bit', 'message/rfc822', true],
    ['base64', 'application/octet-stream', false],
  ])('go as %s where that is known of them', async (encoding, contentType, isSevenBit) => {
    const { smtp, transport } = await connected();
    const path = join(folder, 'diketahui');
    await writeFile(path, 'Subject: asli\r\n\r\nisi\r\n');
    const attachments = [{ filename: 'asli.eml', contentType: 'message/rfc822', content: { path, isSevenBit } }];

    await transport.send(aMail({ attachments }));

    expect(smtp.letters[0]?.raw).toContain(
      `Content-Type: ${contentType}; name=asli.eml\r\nContent-Transfer-Encoding: ${encoding}\r\n`,
    );
  });

  it('that break while they are read fail the letter on our side, and the next letter goes', async () => {
    const { smtp, transport } = await connected();
    const content = { path: folder };

    const sending = transport.send(
      aMail({ attachments: [{ filename: 'x.pdf', contentType: 'application/pdf', content }] }),
    );

    await expect(sending).rejects.toMatchObject({ syscall: 'read' });
    expect(await transport.send(aMail())).toMatchObject({ kind: 'sent' });
    expect(smtp.letters).toHaveLength(1);
  });

  it('that are missing on disk fail before the server is asked', async () => {
    const { smtp, transport } = await connected();
    const content = { path: join(folder, 'tidak-ada') };

    const sending = transport.send(
      aMail({ attachments: [{ filename: 'x.pdf', contentType: 'application/pdf', content }] }),
    );

    await expect(sending).rejects.toMatchObject({ code: 'E_MESSAGE_UNREADABLE' });
    expect(smtp.connections()).toBe(0);
  });
});

describe('refusals', () => {
  it('with 5xx for the only recipient are permanent and carry the enhanced status', async () => {
    const { smtp, transport } = await connected();
    smtp.behave({ recipients: { 'budi@kantor.example': '550 5.1.1 user unknown' } });

    expect(await transport.send(aMail())).toEqual({
      kind: 'permanent',
      reply: '550 5.1.1 user unknown',
      status: '5.1.1',
    });
  });

  it('with 5xx and no enhanced status are named by their class', async () => {
    const { smtp, transport } = await connected();
    smtp.behave({ recipients: { 'budi@kantor.example': '550 mailbox unavailable' } });

    expect(await transport.send(aMail())).toMatchObject({ kind: 'permanent', status: '5.0.0' });
  });

  it("with 4xx after DATA are the letter's and transient", async () => {
    const { smtp, transport } = await connected();
    smtp.behave({ refuseShare: 1 });
    const first = await transport.send(aMail());
    smtp.behave({ refuseShare: 0 });
    const second = await transport.send(aMail());

    expect(first).toEqual({ kind: 'transient', scope: 'letter', reply: '451 4.3.0 try again later' });
    expect(second.kind).toBe('sent');
  });

  it('of some recipients leave the others with the letter and say which are to be tried again', async () => {
    const { smtp, transport } = await connected();
    smtp.behave({ recipients: { 'a@kantor.example': '550 5.1.1 no', 'b@kantor.example': '451 4.2.1 later' } });
    const people = ['a', 'b', 'c'].map((name) => ({ name, address: `${name}@kantor.example` }));

    const outcome = await transport.send(aMail({ to: people }));

    expect(outcome).toMatchObject({
      kind: 'sent',
      refused: [{ address: 'a@kantor.example', status: '5.1.1' }],
      deferred: ['b@kantor.example'],
    });
    expect(smtp.letters[0]?.to).toEqual(['c@kantor.example']);
  });

  it('of all recipients, one of them for now only, are transient', async () => {
    const { smtp, transport } = await connected();
    smtp.behave({ recipients: { 'a@kantor.example': '451 4.2.1 later', 'b@kantor.example': '550 5.1.1 no' } });
    const people = ['a', 'b'].map((name) => ({ name, address: `${name}@kantor.example` }));

    expect(await transport.send(aMail({ to: people }))).toMatchObject({ kind: 'transient', scope: 'letter' });
  });

  it("of our sender address are no letter's failure", async () => {
    const { smtp, transport } = await connected();
    smtp.behave({ mailFrom: '553 5.7.1 sender not owned' });

    expect(await transport.send(aMail())).toMatchObject({ kind: 'transient', scope: 'refused' });
  });

  it("in the greeting are no letter's failure", async () => {
    const { smtp, transport } = await connected();
    smtp.behave({ greeting: '554 5.7.1 go away' });

    expect(await transport.send(aMail())).toMatchObject({ kind: 'transient', scope: 'refused' });
  });

  it('of a letter larger than the server takes are permanent', async () => {
    const { transport } = await connected({}, {}, { maxMessageBytes: 20_000 });

    const outcome = await transport.send(aMail({ text: 'panjang\n'.repeat(10_000) }));

    expect(outcome).toMatchObject({ kind: 'permanent', status: '5.3.4' });
  });

  it.each(['budi@kantor.example>\r\nRCPT TO:<lain@luar.example', 'a@kantor.example, b@luar.example', 'budi', ''])(
    'of the address %j, which is none, are permanent without asking the server',
    async (address) => {
      const { smtp, transport } = await connected();

      const outcome = await transport.send(aMail({ to: [{ name: 'Budi', address }] }));

      expect(outcome).toMatchObject({ kind: 'permanent', status: '5.1.3' });
      expect(smtp.connections()).toBe(0);
    },
  );
});

describe('a server that fails', () => {
  it('by resetting the connection after DATA leaves the letter to be sent again', async () => {
    const { smtp, transport } = await connected();
    smtp.behave({ dropAfterData: 'lost' });

    expect(await transport.send(aMail())).toMatchObject({ kind: 'transient', scope: 'letter' });
  });

  it('by ending the connection after DATA leaves the letter to be sent again', async () => {
    const { smtp, transport } = await connected();
    smtp.behave({ dropAfterData: 'taken' });
    const first = await transport.send(aMail());
    smtp.behave({ dropAfterData: 'no' });
    const second = await transport.send(aMail());

    expect(first).toMatchObject({ kind: 'transient', scope: 'letter' });
    expect(second.kind).toBe('sent');
    expect(smtp.letters.map(({ messageId }) => messageId)).toEqual([aMail().messageId, aMail().messageId]);
  });

  it('by not listening is unreachable, and is used again once it is back on its port', async () => {
    const { smtp, transport } = await connected();
    await transport.send(aMail());
    await smtp.stop();
    const away = await transport.send(aMail());
    await smtp.start();
    const back = await transport.send(aMail());

    expect(away).toMatchObject({ kind: 'transient', scope: 'unreachable' });
    expect(back.kind).toBe('sent');
  });

  it('by saying nothing is unreachable after the greeting time-out', async () => {
    const port = await listenPlainly([], '');
    const transport = track(makeSmtpTransport(settings({ port }), clock, limits({ greetingTimeoutMs: 100 })));

    expect(await transport.send(aMail())).toMatchObject({ kind: 'transient', scope: 'unreachable' });
  });

  it("by answering too slowly is given up after the letter's time, and the next letter goes", async () => {
    const { smtp, transport } = await connected({}, { sendTimeoutMs: 300 });
    smtp.behave({ delayMs: 2_000 });
    const slow = await transport.send(aMail());
    smtp.behave({ delayMs: 0 });

    expect(slow).toMatchObject({ kind: 'transient', scope: 'letter' });
    expect((await transport.send(aMail())).kind).toBe('sent');
  });
});

async function sendAttached(original: Buffer) {
  const { smtp, transport } = await connected();
  const path = join(folder, 'asli');
  await writeFile(path, original);
  const attachments = [{ filename: 'asli.eml', contentType: 'message/rfc822', content: { path } }];

  expect(await transport.send(aMail({ attachments }))).toMatchObject({ kind: 'sent' });
  const raw = smtp.letters[0]?.raw ?? '';
  const parsed = await simpleParser(Buffer.from(raw, 'latin1'));
  return { raw, attached: parsed.attachments[0] };
}
