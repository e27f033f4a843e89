/** Superiors on a real mailbox: a challenge to a doubtful yes, an objection while the work is on, many questions in one list. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTown, type Town, type Writing } from '../support/town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown({ whenAbsent: 'desk' });
});
afterAll(() => town.close());
/** Letters of the tests before. */
beforeEach(() => void town.told());

const DEWI = 'dewi.anjarwati';
const LUKMAN = 'lukman.sardi';
const hosting = (name: string): Writing => ({
  subject: `Pengaktifan kembali hosting IaaS ${name}`,
  text: `Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi ${name} yang dinonaktifkan bulan lalu.\n\nLukman Sardiman`,
  cc: [DEWI],
});
const RESET: Writing = {
  subject: 'Lupa password',
  text: 'Mohon reset password email saya, lupa sesudah cuti.\n\nMutia',
  cc: ['joyo.handoko'],
};

/** Letters to people, not those of the morning. */
const told = (): readonly string[] => town.told().filter((line) => !/^desk\.digest|^operator\.daily/.test(line));
const states = (): readonly string[] => town.statuses().map((line) => line.split(': ')[1] ?? '');
const newestNumber = (): string => town.statuses().at(-1)?.split(': ')[0] ?? '';

describe('a yes that nothing vouches for', () => {
  it('is asked of the mailbox in the directory; the answer to that letter counts, also without proof', async () => {
    await town.writes(LUKMAN, hosting('SIMANTAP'));
    await town.answers(DEWI, 'approver.please-approve', 'Setuju.', { auth: 'absent' });
    expect(told().slice(2)).toEqual([`approver.ask-word → ${DEWI}`]);
    expect(states()).toEqual(['awaiting-approval']);
    expect(town.letter('approver.ask-word').text).toContain('pengirimnya belum dapat kami pastikan');

    await town.answers(DEWI, 'approver.ask-word', 'Setuju.', { auth: 'absent' });

    expect(told()).toEqual([`requester.progress → ${LUKMAN}`, 'team.assigned → rft-hosting']);
    expect(states()).toEqual(['assigned']);
  });

  it('is not helped by somebody else who answers the challenge', async () => {
    await town.writes(LUKMAN, hosting('SILAMA'));
    await town.answers(DEWI, 'approver.please-approve', 'Setuju.', { auth: 'absent' });
    const challenge = town.letter('approver.ask-word', DEWI);
    told();
    await town.answers('farid.hakimi', challenge, 'Setuju.');
    await town.answers(LUKMAN, challenge, 'Setuju.');
    expect(states().at(-1)).toBe('awaiting-approval');
    // The requester hears where his own request stands, and that is all.
    expect(told().filter((line) => /farid|lukman|rft/.test(line))).toEqual([`requester.status → ${LUKMAN}`]);

    await town.answers(DEWI, challenge, 'Tidak setuju, aplikasi ini sudah digabung.');

    expect(told()).toEqual([`requester.refused → ${LUKMAN}`]);
    expect(states().at(-1)).toBe('rejected');
  });
});

describe('a superior who was only told', () => {
  it('objects while the team works: it rests, the desk has it, and goes on by the desk’s word', async () => {
    await town.writes('mutia.zahra', RESET);
    expect(told()).toContain('superior.for-information → joyo.handoko');

    await town.answers('joyo.handoko', 'superior.for-information', 'Saya keberatan, akunnya akan dialihkan ke Budi.');
    expect(told()).toEqual([
      'desk.approval → meja-layanan',
      'requester.objection → mutia.zahra',
      'team.stop → rft-akun',
    ]);
    expect(states().at(-1)).toBe('on-hold');
    expect(town.letter('desk.approval').text).toContain('akunnya akan dialihkan ke Budi');

    await town.answers('meja-layanan', 'desk.approval', 'Lanjutkan, sudah dibicarakan.');
    expect(told()).toEqual([
      'requester.progress → mutia.zahra',
      'team.stop → rft-akun',
      'superior.resumed → joyo.handoko',
    ]);
    expect(states().at(-1)).toBe('assigned');
    await town.answers('rft-akun', 'team.stop', 'selesai: password sudah kami reset');
    expect(told()).toEqual(['requester.resolved → mutia.zahra']);
  });

  it('objects too late when the work is done: the desk reads it, the requester keeps what he has', async () => {
    await town.answers('joyo.handoko', 'superior.for-information', 'Saya keberatan, mohon jangan diproses.');

    expect(told()).toEqual(['desk.reply-unclear → meja-layanan']);
    expect(states().at(-1)).toBe('resolved');
  });
});

describe('more than three questions to one person', () => {
  const NAMES = ['SIKEU', 'SIPEG', 'SIRUP', 'SIMAS', 'SIAP'];
  const opened: string[] = [];
  const five = (): readonly string[] =>
    town
      .statuses()
      .flatMap((line) => (opened.includes(line.slice(0, line.indexOf(':'))) ? [line.split(': ')[1] ?? ''] : []));

  it('come as one numbered list from the fourth on', async () => {
    for (const [index, name] of NAMES.entries()) {
      await town.writes(LUKMAN, hosting(name));
      opened.push(newestNumber());
      await town.until(`2026-11-23T${11 + index}:00:00+07:00`);
    }

    expect(told().filter((line) => line.endsWith(DEWI))).toEqual([
      ...Array.from({ length: 3 }, () => `approver.please-approve → ${DEWI}`),
      ...Array.from({ length: 2 }, () => `approver.several → ${DEWI}`),
    ]);
    const { subject, text } = town.letter('approver.several');
    expect(subject).toContain('5 permintaan');
    for (const [index, number] of opened.entries()) expect(text).toMatch(new RegExp(`${index + 1}\\. [^]*${number}`));
  });

  it('are answered by number in one mail: two yes, one no with its reason, two keep waiting', async () => {
    await town.answers(DEWI, 'approver.several', '1 dan 3 setuju, 2 tolak karena aplikasinya sudah digabung.');

    expect(five()).toEqual(['assigned', 'rejected', 'assigned', 'awaiting-approval', 'awaiting-approval']);
    expect(town.letter('requester.answered').text).toContain('aplikasinya sudah digabung');
    expect(told().toSorted()).toEqual([
      `requester.answered → ${LUKMAN}`,
      'team.assigned → rft-hosting',
      'team.assigned → rft-hosting',
    ]);
  });

  it('are asked back in one shorter list where the answer is conditional, and given by one plain yes', async () => {
    await town.answers(DEWI, 'approver.several', '4 setuju asal selesai minggu ini, 5 nanti dulu.');
    expect(told()).toEqual([`approver.several → ${DEWI}`]);
    expect(town.letter('approver.several').subject).toContain('2 permintaan');
    expect(five().slice(3)).toEqual(['awaiting-approval', 'awaiting-approval']);

    await town.answers(DEWI, 'approver.several', 'Setuju semua.');
    expect(five().slice(3)).toEqual(['assigned', 'assigned']);
  });
});
