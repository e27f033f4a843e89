/** Days and numbers are told back as those of an event only where somebody asks for something to come. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

it.each([
  ['pelayanan', 'Saya kecewa, kemarin petugas meja layanan bersikap kasar kepada saya dan tidak menolong.'],
  ['pelayanan', 'Saya kurang berkenan, sudah tiga kali telepon ke meja layanan tapi selalu dioper ke sana kemari.'],
  ['internet', 'Internet di ruang arsip mati total sejak kemarin sore, 14 pegawai tidak bisa bekerja.'],
])('%s: “%s” is no event and no number of things', async (subject, text) => {
  const { letters } = await desk.writes('dani.firdaus', { subject, text });
  expect(letters.length).toBeGreaterThan(0);
  for (const { mail } of letters) expect(mail.text).not.toMatch(/^(?:Pelaksanaan|Jumlah):/m);
});

it('a request keeps its day and its number', async () => {
  await desk.writes('mutia.zahra', {
    subject: 'wifi tamu',
    text: 'Mohon dibuatkan akun wifi untuk 3 orang tamu kami hari Rabu, 2 Desember 2026.',
  });
  const { text } = desk.last('requester.received').mail;
  expect(text).toContain('Pelaksanaan: Rabu, 2 Desember 2026');
  expect(text).toContain('Jumlah: 3');
});
