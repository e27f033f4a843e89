import { describe, expect, it } from 'vitest';
import { exampleRow } from '../../../src/decide/desk/example.ts';

const lineOf = (summary: string, ownText: string): string => {
  const kept: { text: string } = JSON.parse(
    exampleRow({ summary, ownText }, { variant: 'ITSM.8/reset-password', was: null }).text,
  );
  return kept.text;
};

describe('the line that the desk’s correction leaves for the rules', () => {
  it.each([
    [
      'the text behind a subject that says little',
      'Kotak ajaib',
      'Yth. Service Desk,\n\nKotak ajaib di meja saya minta dipulihkan kuncinya.\n\nTerima kasih\nMutia',
      'Kotak ajaib. Kotak ajaib di meja saya minta dipulihkan kuncinya.',
    ],
    [
      'two sentences at most',
      'Akun',
      'Akun saya bermasalah. Kata kuncinya hilang. Mohon dibantu hari ini juga.',
      'Akun. Akun saya bermasalah. Kata kuncinya hilang.',
    ],
    [
      'the summary alone where it is a sentence of the text, as with one wish of several',
      'mohon reset password email saya',
      '1. mohon reset password email saya\n2. pinjam ruang vicon untuk hari Senin',
      'mohon reset password email saya',
    ],
    ['the summary alone where nothing else was written', 'Minta antivirus', '', 'Minta antivirus'],
    [
      'no NIP in full and no password',
      'Sandi',
      'Akun NIP 199006132012122025 tidak bisa masuk, password: rahasia1 ditolak.',
      'Sandi. Akun NIP ••••2025 tidak bisa masuk, password: •••• ditolak.',
    ],
  ])('holds %s', (_what, summary, ownText, line) => {
    expect(lineOf(summary, ownText)).toBe(line);
  });

  it('is cut at a word where it would be long', () => {
    const line = lineOf('Akun', `Akun ${'sangat '.repeat(60)}bermasalah.`);

    expect(line.length).toBeLessThanOrEqual(200);
    expect(line).toMatch(/sangat…$/);
  });

  it('says what it had been taken for', () => {
    const row = exampleRow({ summary: 'x', ownText: '' }, { variant: 'ITSM.8/reset-password', was: 'ITSM.10' });

    expect(row).toEqual({
      name: 'example',
      text: JSON.stringify({ text: 'x', variant: 'ITSM.8/reset-password', was: 'ITSM.10' }),
    });
  });
});
