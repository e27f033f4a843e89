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

test.each([
  [
    'No\tUraian\tJml\n1\tWifi tamu ruang rapat\t6\n2\tIP static mesin antrean\t2',
    [
      ['ITSM.5/internet-tamu', 6],
      ['ITSM.5/ip-static', 2],
    ],
  ],
  [
    '| No | Kebutuhan | Jumlah |\n| 1 | IP static printer loket | 2 |\n| 2 | Instalasi antivirus pada laptop | 4 |',
    [
      ['ITSM.5/ip-static', 2],
      ['ITSM.10/instalasi-individu', 4],
    ],
  ],
])('the names of the columns are no wish, and the number of a row is no quantity: “%s”', async (table, wanted) => {
  const { decision } = await desk.writes('budi.santosa', {
    subject: 'Kebutuhan',
    text: `Yth. Tim,\n\n${table}\n\nTerima kasih`,
  });
  const cases = await Promise.all(decision.tickets.map(({ number }) => desk.ticket(number)));
  expect(cases.map(({ state }) => [state.variant, state.quantity])).toEqual(wanted);
});

test('the rows of an HTML table are tickets, its headings are not', async () => {
  const { decision } = await desk.writes('budi.santosa', {
    subject: 'Kebutuhan',
    text: '',
    html: '<p>Yth. Tim, kami mohon:</p><table><tr><th>No</th><th>Permintaan</th><th>Jumlah</th></tr><tr><td>1</td><td>Pemasangan kabel UTP</td><td>4 titik</td></tr><tr><td>2</td><td>Instalasi antivirus laptop</td><td>2 unit</td></tr></table>',
  });
  const cases = await Promise.all(decision.tickets.map(({ number }) => desk.ticket(number)));
  expect(cases.map(({ state }) => state.variant)).toEqual(['ITSM.5/kabel-utp', 'ITSM.10/instalasi-individu']);
});
