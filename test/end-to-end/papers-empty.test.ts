import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** As programs do that lose what they attach: a name, a type and not one byte. */
const empty = (filename: string, type = 'application/pdf') => ({ filename, type, content: Buffer.alloc(0) });

test.each([
  ['an empty PDF', empty('Formulir BIA.pdf')],
  ['one that is said to be just bytes', empty('Formulir BIA.pdf', 'application/octet-stream')],
  [
    'an empty workbook',
    empty('Formulir BIA.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  ],
  ['an empty picture', empty('Formulir BIA.jpg', 'image/jpeg')],
  [
    'an empty document',
    empty('Formulir BIA.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  ],
])('%s is called empty, and stands for nothing', async (_what, attachment) => {
  const { decision } = await desk.writes('lukman.sardi', {
    subject: 'Hosting production',
    text: 'Kami mohon hosting production IaaS untuk aplikasi SIMANTAP.',
    cc: ['dewi.anjarwati'],
    attachments: [attachment],
  });

  const first = desk.letters.find(({ to }) => to.startsWith('lukman'));
  expect(decision.tickets).toHaveLength(1);
  expect(first?.mail.text).toMatch(/Lampiran Formulir BIA\.\w+ tidak dapat dibaca: berkas ini kosong\./);
  expect(first?.mail.text).toContain('[ ] Formulir BIA.');
  expect(first?.mail.text).not.toContain('bukan PDF');
});

test('whoever wrote English reads it in English, with what the catalogue asks', async () => {
  await desk.writes('lukman.sardi', {
    subject: 'Production hosting',
    text: 'Dear team, we would like to request IaaS production hosting for our application SIMANTAP. Thank you.',
    cc: ['dewi.anjarwati'],
    attachments: [empty('Formulir BIA.pdf')],
  });

  const { text } = desk.last('requester.incomplete').mail;
  expect(text).toContain('We could not read the attachment Formulir BIA.pdf: this file is empty.');
  expect(text).toContain('[ ] The BIA form (Business Impact Analysis).');
  expect(text).toContain('ext. 4100');
  expect(text).not.toMatch(/\b(?:yang|dokumen|surat|eks)\b/i);
});
