import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR } from '../../src/shared/time.ts';
import { nameOf, openDesk, type Desk, type Sent } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const HOSTING = {
  subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
  text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nLukman Sardiman',
};
const RESET = { subject: 'Lupa password', text: 'Mohon reset password email saya, saya lupa passwordnya.' };

/** Goes on hour by hour, as the daemon does, and tells the letters of the clock with the time they left. */
async function untilBy(iso: string, stepMs = HOUR): Promise<readonly string[]> {
  const told: string[] = [];
  const end = Date.parse(iso);
  while (desk.now() < end) {
    desk.pass(stepMs);
    for (const sent of await desk.ticks()) told.push(lineOf(sent));
  }
  return told;
}

function lineOf(sent: Sent): string {
  const at = new Date(desk.now() + 7 * HOUR).toISOString().slice(0, 13);
  return `${at} ${sent.template} → ${nameOf(sent.to)}`;
}

describe('while the superior does not answer', () => {
  test('he is reminded after one and two working days, then the desk is told, then the request ends', async () => {
    await desk.writes('lukman.sardi', { ...HOSTING, cc: ['dewi.anjarwati'] });

    expect(await untilBy('2026-12-08T12:00:00+07:00')).toEqual([
      '2026-11-24T09 approver.reminder → dewi.anjarwati',
      '2026-11-25T09 approver.reminder → dewi.anjarwati',
      '2026-11-26T09 desk.reminder → meja-layanan',
      '2026-12-07T09 requester.closed → lukman.sardi',
    ]);
    expect((await desk.statuses()).map((line) => line.split(': ')[1])).toEqual(['cancelled']);
  });

  test.each([
    ['Saya jawab hari Kamis.', '2026-11-26T17'],
    ['Sebaiknya jangan dulu, nanti setelah tanggal 26 saya putuskan.', '2026-11-27T17'],
  ])('one who names the day of his answer is reminded at its end: “%s”', async (text, at) => {
    await desk.writes('lukman.sardi', { ...HOSTING, cc: ['dewi.anjarwati'] });

    const { told } = await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), text);

    expect(told).toEqual(['approver.ask-word → dewi.anjarwati']);
    expect((await untilBy('2026-11-27T18:00:00+07:00'))[0]).toBe(`${at} approver.reminder → dewi.anjarwati`);
  });

  test('one who puts it off for good is waited for no longer than a request may wait', async () => {
    await desk.writes('lukman.sardi', { ...HOSTING, cc: ['dewi.anjarwati'] });

    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Nanti saja, tanggal 1 Juni 2027.');

    expect((await untilBy('2026-12-10T17:00:00+07:00'))[0]).toBe('2026-12-08T09 approver.reminder → dewi.anjarwati');
  });

  test('a yes to the reminder counts like a yes to the first letter', async () => {
    await desk.writes('lukman.sardi', { ...HOSTING, cc: ['dewi.anjarwati'] });
    await untilBy('2026-11-24T12:00:00+07:00');

    const { told } = await desk.answers('dewi.anjarwati', desk.last('approver.reminder'), 'Setuju.');

    expect(told).toContain('requester.progress → lukman.sardi');
    expect((await untilBy('2026-11-27T17:00:00+07:00')).filter((line) => line.includes('approver'))).toEqual([]);
  });

  test('a machine that stood still for days sends one letter and ends nothing without a warning', async () => {
    await desk.writes('lukman.sardi', { ...HOSTING, cc: ['dewi.anjarwati'] });

    desk.setClock('2026-12-14T10:00:00+07:00');
    const afterwards = await desk.ticks();

    expect(afterwards.map((sent) => `${sent.template} → ${nameOf(sent.to)}`)).toEqual([
      'approver.reminder → dewi.anjarwati',
      'desk.reminder → meja-layanan',
    ]);
    expect(await untilBy('2026-12-16T10:00:00+07:00')).toEqual(['2026-12-15T10 requester.closed → lukman.sardi']);
  });
});

describe('while the requester does not answer', () => {
  test('what is missing is asked for twice before the ticket ends', async () => {
    await desk.writes('mutia.zahra', RESET);

    expect(await untilBy('2026-12-15T12:00:00+07:00')).toEqual([
      '2026-11-25T09 requester.reminder → mutia.zahra',
      '2026-11-30T09 requester.reminder → mutia.zahra',
      '2026-12-14T09 requester.closed → mutia.zahra',
    ]);
  });

  test('a finished ticket is asked about once and then closed', async () => {
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: password sudah kami reset');

    expect(await untilBy('2026-12-04T12:00:00+07:00')).toEqual([
      '2026-11-25T09 requester.reminder → mutia.zahra',
      '2026-11-27T09 requester.closed → mutia.zahra',
    ]);
    expect((await desk.statuses()).map((line) => line.split(': ')[1])).toEqual(['closed']);
  });
});

describe('while the team works', () => {
  test('it is warned together with the desk when three quarters of the time are gone, and when all is', async () => {
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });

    expect(await untilBy('2026-11-25T17:00:00+07:00', HOUR / 2)).toEqual([
      '2026-11-23T12 team.reminder → rft-akun',
      '2026-11-23T12 desk.reminder → meja-layanan',
      '2026-11-23T13 team.reminder → rft-akun',
      '2026-11-23T13 desk.reminder → meja-layanan',
    ]);
  });
});

describe('when the work rests', () => {
  test('the team and the desk are warned once, and hear of the end of the rest', async () => {
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    const letter = desk.last('team.assigned');
    await desk.answers('rft-akun', letter, 'tunda: sampai 25 November 2026, karena menunggu vendor');

    expect(await untilBy('2026-11-26T17:00:00+07:00')).toEqual([
      '2026-11-23T12 team.reminder → rft-akun',
      '2026-11-23T12 desk.reminder → meja-layanan',
      '2026-11-23T13 team.reminder → rft-akun',
      '2026-11-23T13 desk.reminder → meja-layanan',
      '2026-11-25T08 team.reminder → rft-akun',
    ]);
    expect(desk.last('team.reminder').mail.subject).not.toContain('Lewat batas waktu');
  });

  test('a question answered after three quarters of the time brings no second warning', async () => {
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    const letter = desk.last('team.assigned');
    await untilBy('2026-11-23T12:20:00+07:00', HOUR / 2);
    await desk.answers('rft-akun', letter, 'tanya: apakah akunnya mutia.zahra?');
    desk.pass(HOUR);
    await desk.answers('mutia.zahra', desk.last('requester.question'), 'Ya, betul.');

    expect(await untilBy('2026-11-23T13:40:00+07:00', HOUR / 4)).toEqual([]);
  });
});

test('the clock writes nothing twice, however often it looks', async () => {
  await desk.writes('mutia.zahra', RESET);
  desk.setClock('2026-11-25T12:00:00+07:00');

  expect(await desk.ticks()).toHaveLength(1);
  expect(await desk.ticks()).toEqual([]);
});
