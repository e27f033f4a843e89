/** What a requester adds or moves in words, on a real mailbox: whoever agrees and works reads it, and one answer to several is one letter. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTown, type Town } from '../support/town.ts';

const DEWI = 'dewi.anjarwati';
const JOYO = 'joyo.handoko';
const LUKMAN = 'lukman.sardi';
const MUTIA = 'mutia.zahra';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
/** Letters of the tests before. */
beforeEach(() => void town.told());

/** Letters to people, not those of the morning. */
const told = (): readonly string[] => town.told().filter((line) => !/^desk\.digest|^operator\.daily/.test(line));
const statusOf = (): string => town.statuses().at(-1)?.split(': ')[1] ?? '';
const sayings = (template: string, who: string): string => town.letter(template, who).text.replace(/\s+/g, ' ');

describe('what a requester writes in answer', () => {
  it('stands before the superior who decides', async () => {
    await town.writes(LUKMAN, { subject: 'Hosting', text: 'Mohon hosting IaaS kami diaktifkan kembali.' });
    expect(statusOf()).toBe('incomplete');

    await town.answers(
      LUKMAN,
      'requester.incomplete',
      'Untuk aplikasi MONITA di server 10.20.30.40, Bu Dewi saya cc.',
      {
        cc: [DEWI],
      },
    );
    expect(told()).toContain(`approver.please-approve → ${DEWI}`);
    expect(sayings('approver.please-approve', DEWI)).toContain('MONITA');
    expect(sayings('approver.please-approve', DEWI)).toContain('10.20.30.40');
  });

  it('moves the day for him and for the team', async () => {
    await town.writes(MUTIA, {
      subject: 'Rapat evaluasi',
      text: 'Mohon pendampingan video conference di Gedung Djuanda Jakarta pada Senin, 14 Desember 2026 pukul 09.00 WIB, 30 peserta.',
      cc: [JOYO],
    });
    expect(statusOf()).toBe('assigned');
    told();

    await town.answers(
      MUTIA,
      'requester.received',
      'Maaf, rapatnya diundur ke Rabu, 16 Desember 2026 pukul 13.00 WIB.',
    );
    expect(told()).toEqual([`requester.progress → ${MUTIA}`, 'team.message → rft-conference']);
    expect(sayings('requester.progress', MUTIA)).toContain(
      'Rabu, 16 Desember 2026 pukul 13.00 WIB (semula Senin, 14 Desember 2026)',
    );
    expect(sayings('team.message', 'rft-conference')).toContain('Rabu, 16 Desember 2026 pukul 13.00 WIB');
  });
});

describe('one answer to several requests', () => {
  it('is one letter to each reader, and each team has its work', async () => {
    for (const name of ['SIMANTAP', 'SIPANDU', 'SIWASKAT', 'SIRENA'])
      await town.writes(LUKMAN, {
        subject: `Pengaktifan kembali hosting IaaS ${name}`,
        text: `Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi ${name} yang dinonaktifkan bulan lalu.`,
        cc: [DEWI],
      });
    told();

    await town.answers(DEWI, 'approver.several', 'Semuanya boleh, silakan.');
    const letters = told();
    expect(letters.filter((line) => line.endsWith(DEWI))).toEqual([`approver.receipts → ${DEWI}`]);
    expect(letters.filter((line) => line.endsWith(LUKMAN))).toEqual([`requester.answered → ${LUKMAN}`]);
    expect(letters.filter((line) => line.startsWith('team.assigned')).length).toBeGreaterThanOrEqual(4);
  });
});
