import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

test('the letter about several tickets says of each what was understood of it', async () => {
  await desk.writes('mutia.zahra', {
    subject: 'Dua keperluan',
    text: '1. Mohon dibuatkan room Zoom untuk rapat di Jakarta Kamis 17 Desember 2026 pukul 10.00 WIB, 40 peserta.\n2. Mohon dipasang Microsoft Visio pada 3 laptop.',
    cc: ['joyo.handoko'],
  });

  const { text, html } = desk.last('requester.several').mail;
  for (const part of [text, html]) {
    expect(part).toContain('Kamis, 17 Desember 2026');
    expect(part).toContain('di Jakarta');
    expect(part).toMatch(/Jumlah: 3/);
  }
});

test('a weekday that is not that of its date is asked about in the letter about several tickets', async () => {
  await desk.writes('mutia.zahra', {
    subject: 'Dua hal',
    text: '1. Minta room Zoom untuk rapat di Jakarta Senin 15 Desember 2026 pukul 14.00, 20 orang.\n2. Reset password email saya, lupa.',
    cc: ['joyo.handoko'],
  });

  const { text, html } = desk.last('requester.several').mail;
  expect(text).toMatch(/Mohon pastikan harinya: tertulis "Senin,? 15 Desember 2026"; kami membacanya sebagai Selasa/);
  expect(html).toContain('Mohon pastikan harinya');
});

test.each([
  ['one', 'Mohon reset password email saya. Tamu kami dari Medan tolong dijemput di bandara pukul delapan.'],
  [
    'several',
    '1. Mohon reset password email saya.\n2. Minta IP statis untuk printer MAC 00:1A:2B:3C:4D:5E.\n\nTamu kami dari Medan tolong dijemput di bandara pukul delapan.',
  ],
])('a sentence that may be a wish is shown to its writer in the letter about %s', async (_count, text) => {
  await desk.writes('mutia.zahra', { subject: 'Mohon bantuan', text, cc: ['joyo.handoko'] });

  const letter = desk.letters.findLast(({ to }) => to.startsWith('mutia.zahra'));
  expect(letter?.mail.text).toContain('dijemput di bandara');
  expect(letter?.mail.text).toContain('Bila itu permintaan lain');
  expect(letter?.mail.html).toContain('Bila itu permintaan lain');
});

test.each([
  'Tolong pasang SPSS di 2 laptop kami. Selain itu minta room Zoom untuk rapat di Jakarta Selasa 15 Desember 2026 pukul 9.',
  'Pertama, mohon room Zoom untuk rapat di Jakarta Selasa 15 Desember 2026 pukul 10.00 WIB, 50 peserta. Kedua, mohon dipasang SPSS pada 2 laptop kami.',
])('the day of one wish is not that of another: “%s”', async (text) => {
  const { decision } = await desk.writes('mutia.zahra', { subject: 'dua hal', text, cc: ['joyo.handoko'] });

  const tickets = await Promise.all(decision.tickets.map(({ number }) => desk.ticket(number)));
  const days = new Map(tickets.map(({ state: { service, eventDate } }) => [service, eventDate]));
  expect(days).toEqual(
    new Map([
      ['ITSM.10', null],
      ['ITSM.14', '2026-12-15'],
    ]),
  );
});

test('the day that stands above a list is that of each of its events', async () => {
  const { decision } = await desk.writes('mutia.zahra', {
    subject: 'Rapat kerja',
    text: 'Untuk rapat kerja Kamis 17 Desember 2026 di Jakarta kami mohon:\n- room Zoom 80 peserta\n- wifi tamu untuk 12 orang\n',
    cc: ['joyo.handoko'],
  });

  const tickets = await Promise.all(decision.tickets.map(({ number }) => desk.ticket(number)));
  expect(tickets.map(({ state }) => state.eventDate)).toEqual(['2026-12-17', '2026-12-17']);
});
