/** Which team gets a report, and how pressing it is: by what fails, and by whom it keeps waiting. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

async function reported(subject: string, text: string): Promise<string> {
  const { decision } = await desk.writes('mutia.zahra', { subject, text });
  const { kind, team } = (await desk.ticket(decision.tickets[0]?.number ?? '')).state;
  return `${kind} ${team}`;
}

describe('a report', () => {
  it.each([
    ['SIDJP', 'Seluruh komputer satu kantor tidak dapat mengakses SIDJP.', 'RFT-APLIKASI'],
    ['Simpel', 'Semua PC di kantor kami tidak bisa membuka SIMPEL sejak pagi.', 'RFT-APLIKASI'],
    ['komputer', 'Semua komputer di loket tidak menyala.', 'RFT-PERANGKAT'],
    ['internet', 'Seluruh komputer di lantai 2 tidak bisa mengakses internet.', 'RFT-JARINGAN'],
    ['LAN', 'Kabel LAN di meja putus tertarik kursi, jaringan mati, mohon bantuannya.', 'RFT-JARINGAN'],
  ])('%s: “%s” goes to %s', async (subject, text, team) => {
    expect(await reported(subject, text)).toBe(`incident ${team}`);
  });

  it('with a meeting of the highest half an hour away waits for nothing', async () => {
    await reported('Zoom', 'Zoom tidak bisa masuk, setengah jam lagi rapat dengan Presiden.');
    expect(desk.last('team.assigned').mail.text).toMatch(/tinggi[^\n]*mendesak/);
  });
});

it('who wants cables gets cables', async () => {
  expect(await reported('kabel', 'Kabel LAN di meja saya putus, mohon diganti dengan yang baru.')).toBe(
    'request RFT-JARINGAN',
  );
});
