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
      text: `Internet di lantai ${index + 2} mati sejak tadi pagi, kami tidak bisa bekerja. Mohon segera dibantu.`,
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
