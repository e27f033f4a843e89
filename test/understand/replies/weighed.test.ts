/** A strong yes beside which people tell much: each clause is weighed by itself, and what binds by its place asks back. */
import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

const NONAKTIF =
  'Mohon persetujuan Bapak: Penonaktifan Akun Surat Elektronik. Yang meminta: Tri Wahyuni. Balas SETUJU atau TOLAK.';

describe('a yes with much told beside it', () => {
  it.each([
    'Setuju. Selama ini dia menumpang laptop seksi sebelah, kasihan orangnya.',
    'Saya setujui ya. Minggu depan kami kedatangan tamu dari Itjen, makanya agak buru-buru.',
    'Kemarin saya seharian di bandara jadi baru sempat buka email. Saya setuju.',
    'Acc. Dia sudah tiga kali mengingatkan saya di ruangan, baru sempat sekarang.',
    'Kami telah memeriksa hasilnya bersama tim dan tidak ditemukan kendala. Permintaan ini kami setujui.',
  ])('counts: %s', (text) => {
    const said = reply('approver', text);

    expect(said.intent, said.why).toBe('approve');
  });

  it('can be taken back', () => {
    expect(reply('approver', 'Saya setujui ya. Minggu depan kami kedatangan tamu dari Itjen.').strength).toBe('weak');
  });

  it.each([
    'Setuju. Selama laptop seksi sebelah masih dipakai, jangan diberi yang baru.',
    'Saya setujui ya. Minggu depan saja dikerjakan.',
    'Acc. Dia harus lapor ke saya dulu sebelum mulai.',
    'Kami setuju, sepanjang hasil pemeriksaannya tidak ada kendala.',
    'Saya setuju, begitu berita acaranya sudah ditandatangani.',
    'Setuju. Sesudah lebaran ya.',
    'I approve the removal once both contractors have finished.',
    'Setuju usulan kedua',
    'x setuju',
    'Ya setuju. SK-nya nomor KEP-112/2026. Beri label inventaris kantor.',
  ])('is asked back where something binds: %s', (text) => {
    const said = reply('approver', text);

    expect(said.intent, said.why).not.toBe('approve');
  });
});

describe("another person's yes", () => {
  it.each([
    'Kami sampaikan bahwa Ibu Kepala Kantor sudah berkenan menyetujui. Terima kasih.',
    'Saya informasikan bahwa Bapak Direktur menyetujui.',
  ])('is none of who reports it: %s', (text) => {
    expect(reply('approver', text).intent).not.toBe('approve');
  });

  it('does not hide his own', () => {
    expect(reply('approver', 'Bersama ini kami sampaikan bahwa kami menyetujui permintaan tersebut.').intent).toBe(
      'approve',
    );
  });
});

describe('a weak yes', () => {
  it.each(['Tidak ada keberatan dari saya.', 'Iyo, lanjut jo', 'Sure, go on.'])('is all that is said: %s', (text) => {
    expect(reply('approver', text)).toMatchObject({ intent: 'approve', strength: 'weak' });
  });

  it('may name the deed that our letter asks for', () => {
    expect(reply('approver', 'silahkan dinonaktifkan aja mbak', NONAKTIF).intent).toBe('approve');
  });

  it.each(['silahkan diaktifkan aja mbak', 'silakan dihapus saja'])(
    'is asked back where it names another deed: %s',
    (text) => {
      expect(reply('approver', text, NONAKTIF).intent).not.toBe('approve');
    },
  );
});
