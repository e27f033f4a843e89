import { describe, expect, it } from 'vitest';
import { decideOnMail } from '../../src/decide/on-mail.ts';
import type { Plan } from '../../src/decide/plan.ts';
import { fromIso } from '../../src/shared/time.ts';
import { asMailId } from '../../src/shared/ids.ts';
import { aSituation } from './situations.ts';

/** Filed on Monday 23 November 2026. */
function planOf(subject: string, text: string): Plan | undefined {
  return decided(subject, text).plans[0];
}

function decided(subject: string, text: string): ReturnType<typeof decideOnMail> {
  return decideOnMail(aSituation({ message: { subject, text } }));
}

const keys = (plan: Plan | undefined): readonly string[] | undefined => plan?.it.missing.map(({ key }) => key);
const VC = 'Pendampingan video conference';

describe('what a lead time adds to what is missing', () => {
  it('is nothing while there is time', () => {
    const plan = planOf(
      VC,
      'Mohon pendampingan video conference tanggal 21 Desember 2026 di Jakarta, petugas on site.',
    );

    expect(plan?.wish.variant).toBe('ITSM.14/video-conference');
    expect(keys(plan)).toEqual([]);
  });

  it('is the date and the place where nobody said them, and the request waits for them', () => {
    const plan = planOf(VC, 'Mohon pendampingan video conference rapat kami, petugas on site.');

    expect(keys(plan)).toEqual(['tanggal-kegiatan', 'lokasi-kegiatan']);
    expect(plan?.step.kind).toBe('incomplete');
    expect(plan?.it.isLate).toBe(false);
  });

  it('is the place alone where the date is in time for Jakarta only', () => {
    const plan = planOf(VC, 'Mohon pendampingan video conference tanggal 7 Desember 2026, petugas on site.');

    expect(keys(plan)).toEqual(['lokasi-kegiatan']);
  });

  it('is the filing itself where it is too late: told, not refused, and left to the desk', () => {
    const { plans, decision } = decided(
      VC,
      'Mohon pendampingan video conference 25 November 2026 di Jakarta, petugas on site.',
    );
    const [plan] = plans;

    expect(keys(plan)).toEqual(['waktu-pengajuan']);
    expect(plan?.it.isLate).toBe(true);
    expect(plan?.step).toMatchObject({ kind: 'desk', reason: 'late-filing' });
    expect(decision.letters[0]?.fields['notes']).toEqual([
      'Permintaan diajukan lebih lambat daripada waktu pengajuan minimal. Diajukan minimal 7 hari kerja sebelum kegiatan di Jakarta, 14 hari kerja sebelum kegiatan di luar Jakarta.',
    ]);
  });

  it('asks no place where the rules say that it does not matter', () => {
    const plan = planOf('Room', 'Mohon dibuatkan room video conference tanggal 7 Desember 2026 pukul 13.00.');

    expect(plan?.wish.variant).toBe('ITSM.14/room-video-conference');
    expect(keys(plan)).toEqual([]);
  });

  it('never turns up where no lead time applies', () => {
    expect(keys(planOf('lupa password email', 'Mohon reset password email saya.'))).toEqual([]);
  });

  it("goes by the day of receipt in the office's zone", () => {
    const text = 'Mohon pendampingan video conference tanggal 30 November 2026 di Jakarta, petugas on site.';
    const filed = (receivedAt: string): boolean | undefined => {
      const mail = { id: asMailId('0123456789abcdef0123'), receivedAt: fromIso(receivedAt), released: false };
      return decideOnMail(aSituation({ message: { subject: VC, text }, mail })).plans[0]?.it.isLate;
    };

    expect(filed('2026-11-19T23:59:00+07:00')).toBe(false);
    expect(filed('2026-11-20T00:01:00+07:00')).toBe(true);
  });
});
