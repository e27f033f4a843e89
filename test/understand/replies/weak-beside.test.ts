import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

describe('a weak yes', () => {
  it.each([
    'Boleh Mas, maaf telat membalas.',
    'Silakan diproses, emailnya ketumpuk kemarin, mohon maaf.',
    'Dari kami sudah ok, silakan.',
    'Saya sangat mendukung, monggo.',
    'Kami dukung.',
    'Silakan dibantu, yang bersangkutan pegawai kami.',
    'We have no objection, please go ahead.',
    'Pada dasarnya saya tidak keberatan.',
  ])('counts beside an excuse, his own side or whose staff it is: %s', (text) => {
    expect(reply('approver', text)).toMatchObject({ intent: 'approve', strength: 'weak' });
  });

  it.each([
    'Oke, maaf telat. Nanti saya cek dulu.',
    'Dari saya oke, tinggal Pak Harun.',
    'Sudah oke dari Pak Kabag.',
    'Ya benar, itu staf saya.',
    'Saya mendukung usulan Pak Harun untuk menunda.',
    'Kami dukung sebagian.',
    'Silakan dibantu, staf saya yang lain tidak usah.',
    'Silakan diteruskan ke tim kepegawaian.',
    'Oke dari saya sampai Desember.',
  ])('does not count where more is said: %s', (text) => {
    expect(reply('approver', text).intent).not.toBe('approve');
  });

  it('stays strong where the team that does the work is named', () => {
    expect(reply('approver', 'Saya acc ya, silakan diteruskan ke tim.')).toMatchObject({
      intent: 'approve',
      strength: 'strong',
    });
    expect(reply('approver', 'Saya acc ya, silakan diteruskan ke Kabag.').intent).not.toBe('approve');
  });
});
