import { assert, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtWord, excerptOf, maskNip, oneLine } from '../../../src/decide/letters/own-words.ts';
import { began, spentSince } from '../../support/spent.ts';

describe('excerptOf', () => {
  test('keeps lines and single empty lines', () => {
    expect(excerptOf('\n\n Satu \r\n\r\n\r\n\r\ndua\n')).toEqual({ lines: ['Satu', '', 'dua'], cut: false });
  });

  test('is null where nothing was written', () => {
    expect(excerptOf(' \n\u200b\n')).toBeNull();
  });

  test('cuts long texts at a word and says so', () => {
    const excerpt = excerptOf(`${'kata '.repeat(400)}\nakhir`);

    expect(excerpt?.cut).toBe(true);
    expect(excerpt?.lines.join('').length).toBeLessThanOrEqual(900);
    expect(excerpt?.lines.at(-1)).toMatch(/ kata…$/);
  });

  test('cuts after fourteen lines', () => {
    const excerpt = excerptOf(Array.from({ length: 30 }, (_, index) => `baris ${index}`).join('\n'));

    expect(excerpt?.lines).toHaveLength(14);
    expect(excerpt?.cut).toBe(true);
  });

  test.each([
    ['NIP 19860919 200612 1 003', 'NIP ••••1003'],
    ['NIP. 198609192006121003.', 'NIP. ••••1003.'],
    ['1986.0919.2006.12.1.003', '••••1003'],
    ['password: Rahasia123', 'password: ••••'],
    ['Kata sandi = abc dan', 'Kata sandi = •••• dan'],
    ['passphrase adalah kucing', 'passphrase adalah ••••'],
    ['sandi barunya Rahasia-123, segera diganti ya', 'sandi barunya ••••, segera diganti ya'],
    ['Password barunya Kemenkeu#2026.', 'Password barunya ••••.'],
    ['Kata sandi sementara yaitu merdeka, segera ganti', 'Kata sandi sementara yaitu •••• segera ganti'],
    ['sandinya saya ganti jadi P@ssw0rd!', 'sandinya saya ganti jadi ••••!'],
    ['Sudah direset ya Bu, passwordnya "Djp2026baru"', 'Sudah direset ya Bu, passwordnya "••••"'],
    ['password-nya KemenkeuBaru', 'password-nya ••••'],
    ['Password sudah diganti. Ini: Kemenkeu#2026', 'Password sudah diganti. Ini: ••••'],
    ['pakai Kemenkeu#2026 sebagai sandi', 'pakai •••• sebagai sandi'],
    ['PIN barunya 482913 ya', 'PIN barunya •••• ya'],
    ['your new password is Winter2026', 'your new password is ••••'],
    ['lupa password email', 'lupa password email'],
    ['telepon 021 3449230', 'telepon 021 3449230'],
  ])('shows "%s" as "%s"', (text, expected) => {
    expect(excerptOf(text)?.lines).toEqual([expected]);
  });

  test('lets no control, zero-width or direction character through', () => {
    const nasty = string({ unit: 'binary', maxLength: 200 });

    assert(
      property(nasty, (text) => {
        const shown = excerptOf(text)?.lines.join('\n') ?? '';
        // oxlint-disable-next-line no-control-regex -- that is what is looked for
        expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069]/);
      }),
    );
  });

  test('takes time in proportion to the text', () => {
    const start = began();
    excerptOf('1 '.repeat(200_000) + 'password '.repeat(50_000));

    expect(spentSince(start)).toBeLessThan(3000);
  });
});

test('oneLine folds white space and cuts at a word', () => {
  expect(oneLine('Mohon\n  dibantu\treset password email kantor', 24)).toBe('Mohon dibantu reset…');
});

test('cutAtWord never breaks a character in two and never grows', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 60 }), integer({ min: 2, max: 40 }), (text, longest) => {
      const cut = cutAtWord(text, longest);
      expect([...cut].length).toBeLessThanOrEqual(Math.max(longest, 0));
      expect(cut.isWellFormed()).toBe(true);
    }),
  );
});

test('maskNip leaves four digits', () => {
  expect(maskNip('198609192006121003')).toBe('••••1003');
});

test.each([
  'Sandi sudah direset, silakan dicoba masuk lewat webmail.',
  'Sandi email mutia.zahra@kemenkeu.example sudah direset, tiket SR-261123-0001-6.',
  'Password Office365 sudah direset pukul 10.00 tanggal 23 November 2026.',
  'Panduan mengganti kata sandi ada di https://servicedesk.example/panduan2026.',
  'Laptop Asus B1400 sudah dipasang.',
])('leaves "%s" as it is', (text) => {
  expect(excerptOf(text)?.lines.join('\n')).toBe(text);
});
