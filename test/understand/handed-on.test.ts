import { describe, expect, it } from 'vitest';
import { read } from './office.ts';

const BLOCK = [
  '---------- Forwarded message ---------',
  'Dari: Hesti Purnamasari <hesti@kemenkeu.example>',
  'Tanggal: Rab, 18 Nov 2026 pukul 20.11',
  'Subjek: akun terkunci',
  'Kepada: Budi Santoso <budi@kemenkeu.example>',
  '',
].join('\n');

/** Budi Santoso hands on what Hesti Purnamasari wrote. */
function handedOn(above: string, below: string) {
  return read('Fwd: akun terkunci', `${above}\n\n${BLOCK}\n${below}`).wishes[0];
}

describe('a request handed on for another', () => {
  it.each([
    ['Mohon ditindaklanjuti.', 'Mas, password email saya terkunci, tolong mintakan reset ke pusat ya.'],
    ['Meneruskan permintaan Mbak Hesti di bawah.', 'Mas, sandi emailku lupa. Tolong mintain reset ke pusat ya.'],
    ['Mohon dibantu. Sandi sementara silakan dikirim ke saya.', 'Saya habis cuti, lupa sandi email, mohon direset.'],
  ])('is for whoever wrote it (“%s”)', (above, below) => {
    const wish = handedOn(above, below);

    expect(wish?.variant).toBe('ITSM.8/reset-password');
    expect(wish?.facts.applicant).toBe('Hesti Purnamasari');
  });

  it('does not take the number below the name of who hands it on for that of the account', () => {
    const wish = handedOn(
      'Mohon dibantu.\n\nBudi Santoso\nNIP 198503122009011004',
      'Password email saya lupa, mohon direset.',
    );

    expect(wish?.facts.applicant).toBe('Hesti Purnamasari');
    expect(wish?.facts.nip).toBeUndefined();
  });

  it('is for nobody in particular where its writer cannot be told', () => {
    const wish = read(
      'Fwd: lupa password',
      'Mohon ditindaklanjuti.\n\n---- Diteruskan ----\n> Password email saya lupa, mohon direset.',
    );

    expect(wish.wishes[0]?.facts.applicant).toBeUndefined();
  });

  it.each([
    ['Password email saya terkunci, mohon direset. Ini peringatan dari sistem:', 'Sandi Anda akan segera berakhir.'],
    ['Mohon reset password email saya, ini jawaban Mbak Hesti:', 'Kalau saya sih tinggal kirim email ke service desk.'],
  ])('is for the sender where he asks for himself (“%s”)', (above, below) => {
    expect(handedOn(above, below)?.facts.applicant).toBe('Budi Santoso');
  });
});
