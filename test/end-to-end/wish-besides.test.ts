import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

test.each([
  [
    'Halo tim, sandi email saya terlupa, tolong direset. Sekalian mohon engsel pintu ruang arsip dibetulkan.',
    'ITSM.8/reset-password',
    'engsel pintu',
  ],
  [
    'Mohon perpanjangan sertifikat elektronik saya. Kami juga membutuhkan gorden untuk ruang tunggu.',
    'ITSM.15/perpanjangan',
    'gorden',
  ],
  [
    '1) IP statis untuk mesin antrean MAC 00:11:22:33:44:55\n2) cat ulang tembok lobi\n3) reset sandi email saya',
    'ITSM.5/ip-static',
    'cat ulang tembok',
  ],
])(
  'a wish outside the catalogue stands beside the one of “%s” as a ticket of the desk',
  async (text, variant, words) => {
    const { decision, told } = await desk.writes('mutia.zahra', {
      subject: 'mohon bantuan',
      text,
      cc: ['joyo.handoko'],
    });

    const tickets = await Promise.all(decision.tickets.map(({ number }) => desk.ticket(number)));
    const own = tickets.find(({ state }) => state.variant === variant);
    const outside = tickets.find(({ state }) => state.status === 'triage');
    expect(own?.state.status).toBe('assigned');
    expect(outside?.state).toMatchObject({ variant: null, team: null });
    expect(desk.last('desk.triage').mail.text).toContain(words);
    expect(told.filter((line) => line.endsWith('→ mutia.zahra'))).toHaveLength(1);
    const { text: letter } = desk.last('requester.several').mail;
    for (const { number } of decision.tickets) expect(letter).toContain(number);
  },
);

test.each([
  'Mohon reset password email saya. Bila sudah beres tolong beri kabar lewat WA 0812 7000 1234.',
  'Mohon reset password email saya. Minggu lalu meja saya pindah ke lantai 6, kursinya menyusul. Mohon dibantu secepatnya.',
  'Mohon reset password email saya. Besok saya rapat pengadaan mobil dinas dan perlu membuka undangannya. Terima kasih.',
])('sentences around a wish are no tickets: “%s”', async (text) => {
  const { decision } = await desk.writes('mutia.zahra', { subject: 'sandi', text, cc: ['joyo.handoko'] });

  expect(decision.tickets).toHaveLength(1);
});

test('a mail that asks only for what the catalogue does not have is one ticket of the desk', async () => {
  const { decision } = await desk.writes('mutia.zahra', {
    subject: 'ruang rapat',
    text: 'Mohon lampu ruang rapat diganti. Selain itu mohon kursinya ditambah sepuluh.',
  });

  expect(decision.tickets).toHaveLength(1);
});
