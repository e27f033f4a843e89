import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

test.each([
  [
    'No | Keperluan | Jumlah\n1 | Reset kata sandi email | 1\n2 | Pemasangan Visio di laptop saya | 1 unit\n3 | IP statis printer | 2',
    ['ITSM.8/reset-password', 'ITSM.10/instalasi-individu', 'ITSM.5/ip-static'],
  ],
  [
    'No | Barang | Volume | Ket\n1 | Kabel UTP | 6 titik | ruang rapat\n2 | Akun wifi tamu | 4 orang | Rabu 2 Desember 2026',
    ['ITSM.5/kabel-utp', 'ITSM.5/internet-tamu'],
  ],
  [
    '| No | Permintaan | Jumlah |\n|---|---|---|\n| 1 | Instalasi kabel UTP | 3 titik |\n| 2 | Akun wifi tamu | 5 orang |',
    ['ITSM.5/kabel-utp', 'ITSM.5/internet-tamu'],
  ],
])('each row of the table “%s” is a ticket', async (table, variants) => {
  const { decision } = await desk.writes('budi.santosa', {
    subject: 'Kebutuhan',
    text: `Yth. Tim,\n\n${table}\n\nTerima kasih`,
  });
  const cases = await Promise.all(decision.tickets.map(({ number }) => desk.ticket(number)));
  expect(cases.map(({ state }) => state.variant)).toEqual(variants);
});
