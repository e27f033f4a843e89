import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

test('a fault has no service level and no name of a request, whatever service it is about', async () => {
  const outcome = await desk.writes('rizki.ananda', {
    subject: 'internet mati',
    text: 'Jaringan internet di KPP Pratama Lubuk Sari mati total sejak jam 8 pagi, semua loket tidak bisa melayani. Mohon segera dibantu.\nRizki',
  });

  expect(outcome.told).toEqual(['requester.received → rizki.ananda', 'team.assigned → rft-jaringan']);
  const { state } = await desk.ticket(outcome.decision.tickets[0]?.number ?? '');
  expect(state).toMatchObject({ kind: 'incident', ticketType: 'INC', variant: null });
  expect(desk.last('team.assigned').mail.text).not.toContain('hari kerja');
  expect(desk.last('team.assigned').mail.subject).not.toContain('peningkatan');
});

test('a day named beside a fault is no day of an event', async () => {
  const outcome = await desk.writes('rizki.ananda', {
    subject: 'VPN gagal lagi',
    text: 'Mohon dibantu, VPN saya tidak bisa tersambung sejak pagi, muncul pesan gagal. Kebetulan besok ada rapat daring.',
  });

  const { state } = await desk.ticket(outcome.decision.tickets[0]?.number ?? '');
  expect(state).toMatchObject({ kind: 'incident', eventDate: null });
  expect(desk.last('team.assigned').mail.text).not.toContain('Pelaksanaan');
});

describe('ten reports of one fault within the hour', () => {
  const REPORTERS = ['mutia.zahra', 'joyo.handoko', 'wening.asmara'];
  const report = (who: string, index: number): Promise<Outcome> =>
    desk.writes(who, {
      subject: `Internet mati laporan ${'abcdefghij'[index]}`,
      text: `Internet di lantai 2 mati ${['sejak tadi pagi', 'total', 'lagi'][index]}, kami tidak bisa bekerja. Mohon segera dibantu.`,
    });

  test('the first stands for all: the team has one task, each reporter a number, and all hear when it is mended', async () => {
    const outcomes: Outcome[] = [];
    for (const [index, who] of REPORTERS.entries()) outcomes.push(await report(who, index));

    expect(outcomes.map(({ told }) => told)).toEqual([
      ['requester.received → mutia.zahra', 'team.assigned → rft-jaringan'],
      ['requester.received → joyo.handoko', 'team.news → rft-jaringan'],
      ['requester.received → wening.asmara', 'team.news → rft-jaringan'],
    ]);
    const [master = ''] = outcomes.map(({ decision }) => decision.tickets[0]?.number ?? '');
    expect(desk.last('requester.received', 'wening.asmara').mail.text).toContain(master);
    expect((await desk.ticket(master)).state.links).toHaveLength(2);

    const mended = await desk.answers(
      'rft-jaringan',
      desk.last('team.assigned'),
      'selesai: perangkat lantai sudah diganti',
    );

    expect(mended.told).toEqual(REPORTERS.map((who) => `requester.resolved → ${who}`));
    expect((await desk.statuses()).every((line) => line.endsWith('resolved'))).toBe(true);
  });

  test('a first report that lies with the desk stands for none', async () => {
    const text = 'Internet di lantai 2 mati sejak tadi pagi, kami tidak bisa bekerja. Mohon segera dibantu.';
    await desk.close();
    desk = await openDesk({ whenAbsent: 'desk' });
    const first = await desk.writes('mutia.zahra', { subject: 'Internet mati', text, auth: 'absent' });
    expect(first.told).toContain('desk.triage → meja-layanan');

    expect((await report('joyo.handoko', 1)).told).toContain('team.assigned → rft-jaringan');
    expect(desk.last('requester.received', 'joyo.handoko').mail.text).not.toContain(
      first.decision.tickets[0]?.number ?? 'nothing',
    );
  });

  test('a report an hour later, or from another part of the office, stands for itself', async () => {
    await report('mutia.zahra', 0);

    expect((await report('rizki.ananda', 1)).told).toContain('team.assigned → rft-jaringan');
    desk.pass(61 * 60_000);
    expect((await report('joyo.handoko', 2)).told).toContain('team.assigned → rft-jaringan');
  });
});

describe('which reports are of one fault', () => {
  const linked = async (first: readonly [string, string, string], second: readonly [string, string, string]) => {
    for (const [who, subject, text] of [first, second]) {
      await desk.writes(who, { subject, text });
      desk.pass(5 * 60_000);
    }
    return desk.letters.filter(({ template }) => template === 'team.news').length > 0;
  };

  test.each([
    [
      ['hendro.kusumo', 'Coretax', 'Coretax gagal menyimpan faktur, muncul tulisan error.'],
      ['aulia.ramadhanti', 'absensi', 'Aplikasi absensi di ponsel saya tidak bisa dibuka, tertulis error.'],
    ],
    [
      ['mutia.zahra', 'SAKTI', 'Aplikasi SAKTI down, tidak bisa dibuka sejak pagi.'],
      ['joyo.handoko', 'SPAN', 'Aplikasi SPAN down, tidak bisa diakses sejak pagi.'],
    ],
    [
      ['mutia.zahra', 'laptop', 'Laptop saya tidak mau menyala sejak pagi.'],
      ['joyo.handoko', 'komputer', 'Layar PC saya bergaris dan berkedip-kedip.'],
    ],
    [
      ['mutia.zahra', 'laptop', 'Laptop saya mati sejak pagi.'],
      ['joyo.handoko', 'laptop', 'Laptop saya juga mati sejak pagi.'],
    ],
    [
      ['hendro.kusumo', 'email', 'Email saya tidak bisa mengirim lampiran.'],
      ['aulia.ramadhanti', 'email', 'Kotak masuk saya kosong mendadak, semua surat hilang!'],
    ],
    [
      ['mutia.zahra', 'email', 'Lampiran di webmail tidak bisa dibuka.'],
      ['joyo.handoko', 'email', 'Webmail tidak bisa dibuka.'],
    ],
    [
      ['mutia.zahra', 'printer', 'Printer macet, kertas tersangkut di dalam.'],
      ['joyo.handoko', 'printer', 'Printer macet lagi, kertasnya menumpuk.'],
    ],
    [
      ['mutia.zahra', 'internet', 'Internet di lantai 2 mati sejak pagi.'],
      ['joyo.handoko', 'internet', 'Internet di lantai 7 mati sejak pagi.'],
    ],
    [
      ['mutia.zahra', 'internet', 'Jaringan internet di kantor kami mati total.'],
      ['rizki.ananda', 'internet', 'Internet di kantor kami mati.'],
    ],
    [
      ['mutia.zahra', 'SAKTI', 'SAKTI tidak bisa dibuka sejak tadi pagi.'],
      ['rizki.ananda', 'SAKTI', 'SAKTI tidak bisa dibuka di komputer saya, rekan saya bisa.'],
    ],
  ] as const)('not %j and %j', async (first, second) => {
    expect(await linked(first, second)).toBe(false);
  });

  test.each([
    [
      ['budi.santosa', 'webmail', 'Webmail tidak bisa diakses, muncul 503 Service Unavailable.'],
      ['hendro.kusumo', 'webmail', 'Webmail mati di KPP kami, tidak bisa diakses semua pegawai.'],
    ],
    [
      ['mutia.zahra', 'SAKTI', 'SAKTI tidak bisa dibuka, keluar pesan error 503.'],
      ['rizki.ananda', 'aplikasi', 'Aplikasi SAKTI di kantor kami juga gagal dimuat.'],
    ],
    [
      ['budi.santosa', 'email lemot', 'Webmail lambat sekali sejak pagi, kirim surat bisa lima menit.'],
      ['dani.firdaus', 'surel', 'Email di kantor pelatihan macet, surat tidak kunjung terkirim.'],
    ],
    [
      ['mutia.zahra', 'internet', 'Internet kantor kami mati sejak jam 9.'],
      ['joyo.handoko', 'jaringan', 'Jaringan di kantor putus total, mati semua.'],
    ],
  ] as const)('but %j and %j', async (first, second) => {
    expect(await linked(first, second)).toBe(true);
  });
});
