/** The town as a mail program meets it: line by line. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailTown, TOWN_PASSWORD, type MailTown } from '../../src/demo/mail-town.ts';

const RESIDENTS = [
  { address: 'mutia.zahra@kemenkeu.example', name: 'Mutia Zahra' },
  { address: 'joyo.handoko@kemenkeu.example', name: 'Joyo Handoko' },
];

let town: MailTown;
beforeAll(async () => {
  town = await openMailTown(RESIDENTS, 0);
  const login = { user: 'mutia.zahra', pass: TOWN_PASSWORD };
  const transport = createTransport({ host: '127.0.0.1', port: town.smtpPort, auth: login });
  await transport.sendMail({
    from: 'mutia.zahra@kemenkeu.example',
    to: 'joyo.handoko@kemenkeu.example',
    subject: 'Rapat',
    text: 'Besok pukul sembilan.',
    html: '<p>Besok pukul sembilan.</p>',
  });
  transport.close();
});
afterAll(() => town.close());

/** All that the server says after logging in and opening the inbox, to one command. */
async function answerTo(command: string): Promise<string> {
  const port = town.mailboxes.get('joyo.handoko@kemenkeu.example')?.imapPort ?? 0;
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  let said = '';
  socket.on('data', (chunk: string) => {
    said += chunk;
  });
  const ask = async (line: string, tag: string): Promise<string> => {
    const from = said.length;
    socket.write(`${tag} ${line}\r\n`);
    while (!said.slice(from).includes(`\n${tag} OK`) && !said.slice(from).startsWith(`${tag} OK`))
      await once(socket, 'data');
    return said.slice(from);
  };
  await once(socket, 'data');
  await ask(`LOGIN joyo.handoko ${TOWN_PASSWORD}`, 'a1');
  await ask('SELECT INBOX', 'a2');
  const answer = await ask(command, 'a3');
  socket.destroy();
  return answer;
}

describe('the mail servers of the demonstration', () => {
  it('serve the text of a mail with the headers of its parts, as it lies there', async () => {
    const raw = town.mailboxes.get('joyo.handoko@kemenkeu.example')?.messages()[0]?.toString('latin1') ?? '';
    const text = raw.slice(raw.indexOf('\r\n\r\n') + 4);

    const answer = await answerTo('UID FETCH 1 (BODY.PEEK[TEXT])');

    expect(text).toContain('Content-Type: text/html');
    expect(answer).toContain(`BODY[TEXT] {${text.length}}\r\n${text}`);
  });

  it('serve header and parts apart', async () => {
    expect(await answerTo('UID FETCH 1 (BODY.PEEK[HEADER.FIELDS (SUBJECT)])')).toContain('Subject: Rapat\r\n');
    expect(await answerTo('UID FETCH 1 (BODY.PEEK[1])')).toContain('{21}\r\nBesok pukul sembilan.');
  });
});
