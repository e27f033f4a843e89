import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newText } from '../../src/parse/reply-text.ts';

const SENT = [
  'Yth. Ibu Mutia Zahra,',
  '',
  'Permintaan Ibu sudah selesai kami kerjakan. Apakah sudah beres?',
  '',
  'Cukup balas email ini, misalnya dengan:',
  '- Sudah bisa, terima kasih.',
  '- Masih bermasalah: …',
  'atau dengan kata-kata Ibu sendiri.',
  '',
  'Nomor tiket: SR-261123-0001-6',
].join('\n');
const quoted = SENT.split('\n')
  .map((line) => `> ${line}`)
  .join('\n');
const read = (text: string): string => newText({ text, html: null }, SENT).text;

describe('a button of ours answers with words that our letter prints', () => {
  test.each([
    ['above a quote', `Sudah bisa, terima kasih.\n\nPada Sen, 23 Nov 2026 Service Desk menulis:\n${quoted}`],
    ['alone', 'Sudah bisa, terima kasih.'],
    ['above a quote without marks', `Sudah bisa, terima kasih.\n\n-----Pesan Asli-----\n${SENT}`],
    [
      'above a quote cut short',
      `Sudah bisa, terima kasih.\n\n> Permintaan Ibu sudah selesai kami kerjakan. Apakah sudah beres?`,
    ],
  ])('they are the person\u2019s %s', (_, text) => {
    expect(read(text)).toBe('Sudah bisa, terima kasih.');
  });

  test('they are nobody\u2019s where only the quote says them', () => {
    expect(read(`\n\nPada Sen, 23 Nov 2026 Service Desk menulis:\n${quoted}`)).toBe('');
    expect(read(SENT)).toBe('');
  });
});

test('whatever a person writes above the quoted letter stays as it was', () => {
  const word = fc.constantFrom('sudah', 'bisa', 'terima', 'kasih', 'masih', 'bermasalah', 'setuju', 'login', 'email');
  const sentence = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

  fc.assert(
    fc.property(sentence, (said) => {
      expect(
        read(
          `${said}\n\nPada Sen, 23 Nov 2026 pukul 10.15 Service Desk <servicedesk@kemenkeu.example> menulis:\n${quoted}`,
        ),
      ).toBe(said);
    }),
  );
});
