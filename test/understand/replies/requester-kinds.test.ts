import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reply, rulebook } from '../office.ts';
import { began, spentSince } from '../../support/spent.ts';

/** What closes, and nearly the same that does not. */
const PAIRS: readonly (readonly [closes: string, not: string])[] = [
  ['Works, I tested it at my desk.', "Ok, I'll test it when I'm at my desk."],
  ['It works now, thanks.', "Thanks, we'll check once we are back."],
  ['Sudah lancar semua.', 'Gambarnya sudah lancar, suaranya belum saya cek.'],
  ['Sampun saget, matur nuwun.', 'Dereng saget, matur nuwun.'],
  [
    'Kemarin sempat muncul peringatan, tapi pagi ini sudah tidak lagi. Beres semua.',
    'Pagi ini muncul peringatan lagi.',
  ],
  ['Sudah saya coba, aman.', 'Baru mau saya coba, semoga aman.'],
  ['Sudah bisa dibuka di HP dan laptop.', 'Bisa dibuka di HP, di laptop tidak.'],
];

const NOT_YET = [
  "i'll try it",
  'we will check',
  'let me test first',
  'going to check it',
  "haven't tried",
  'nanti saya cek',
];

describe('a requester’s last word', () => {
  it.each(PAIRS)('closes with “%s” and not with “%s”', (closes, not) => {
    expect(reply('requester', closes).intent).toBe('confirm');
    expect(reply('requester', not).intent).not.toBe('confirm');
  });

  it('never closes while he is still to try, whatever thanks or wellness stand before it', () => {
    const before = fc.constantFrom(
      'ok',
      'thanks',
      'great, all good',
      'sudah bisa sepertinya',
      'siap, lancar',
      'it works',
    );
    fc.assert(
      fc.property(before, fc.constantFrom(...NOT_YET), fc.constantFrom(', ', '. '), (well, yet, joint) => {
        expect(reply('requester', `${well}${joint}${yet}`).intent).not.toBe('confirm');
      }),
    );
  });

  it.each([
    'Bu Nurlaila sudah setuju lewat WA tadi siang, mohon langsung diproses.',
    'Atasan saya sudah acc via telepon, tolong dikerjakan',
    'Pak Kasi telah menyetujui secara lisan',
  ])('takes a yes of another for nothing that the requester says: “%s”', (text) => {
    expect(reply('requester', text)).toMatchObject({ intent: 'unclear', unclear: 'anothers-word' });
  });

  it.each(['Sudah kami reset, silakan dicoba.', 'Sudah diperbaiki, mohon dicek kembali', 'It is fixed, please try'])(
    'takes words that ask somebody to try for no confirmation: “%s”',
    (text) => {
      expect(reply('requester', text).intent).not.toBe('confirm');
    },
  );

  it.each(['suaranya belum saya cek', 'yang di rumah belum sempat dicoba', 'I have not tried it yet'])(
    'reopens nothing that was not tried: “%s”',
    (text) => {
      expect(reply('requester', text).intent).toBe('unclear');
    },
  );

  it.each([
    ['lima dong, petugasnya telaten', 5],
    ['dua aja, menunggunya lama', 2],
    ['tiga deh, lumayan', 3],
  ])('is a mark in “%s”', (text, rating) => {
    expect(reply('requester', text)).toMatchObject({ intent: 'rating', rating });
  });

  it.each(['dua laptop, satu printer', 'tiga hari belum ada kabar'])(
    'is no mark where things are counted: “%s”',
    (text) => {
      expect(reply('requester', text).rating).toBeNull();
    },
  );

  it('has its regional words in the rules, each with a meaning', () => {
    const entries = rulebook.replies['regional'] ?? [];
    expect(entries.filter((entry) => !/^[^=]+=[^=]+$/.test(entry))).toEqual([]);
  });

  it.each(['a', 'sudah ', 'BAST '])('costs no more than its length: %s', (piece) => {
    reply('requester', 'sudah bisa');
    const start = began();
    reply('requester', piece.repeat(100_000 / piece.length));
    expect(spentSince(start)).toBeLessThan(7000);
  });
});
