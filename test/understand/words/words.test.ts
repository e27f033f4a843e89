import { describe, expect, it } from 'vitest';
import type { WordRule } from '../../../src/rulebook/rulebook.ts';
import { foldRoot, foldVerb } from '../../../src/understand/words/fold.ts';
import { toWords } from '../../../src/understand/words/normalise.ts';
import { findPhrases, indexPhrases } from '../../../src/understand/words/phrases.ts';
import { firedRules, phrasesOf } from '../../../src/understand/words/words.ts';

const ABBREVIATIONS = { yg: 'yang', ybs: 'yang bersangkutan', pswd: 'password', tdk: 'tidak' };

function fires(rule: Partial<WordRule>, text: string): number {
  const whole = { id: 'r', all: [], none: [], weight: 6, ...rule };
  const index = indexPhrases(phrasesOf([whole]), ABBREVIATIONS, { compare: 'stem', maxGap: 2, maxHits: 6 });
  const words = toWords(text, ABBREVIATIONS);
  return firedRules([whole], findPhrases(index, words), words)[0]?.weight ?? 0;
}

const meets = (phrase: string, text: string): boolean => fires({ all: [[phrase]] }, text) > 0;

describe('a phrase of a rule', () => {
  it.each([
    ['reset password', 'Reset Password email'],
    ['reset password', 'reset ulang untuk password'],
    ['reset password', 'RESET pswd'],
    ['reset password', 'resét'.normalize('NFD').replace('\u0301', '') + ' pass\u200bword'],
    ['reset password', 'ｒｅｓｅｔ　ｐａｓｓｗｏｒｄ'],
    ['email baru', 'e-mail baruuuu'],
    ['buatkan akun', 'mohon dibuatkan akunnya'],
    ['nonaktif*', 'menonaktifkan non-aktif dinonaktifkan nonaktifkan'],
    ['yang bersangkutan pindah', 'krn ybs pindah'],
    ['don’t approve', "I don't approve"],
  ])('“%s” is met by “%s”', (phrase, text) => {
    expect(meets(phrase, text)).toBe(true);
  });

  it.each([
    ['reset password', 'password lama, lalu direset'],
    ['reset password', 'reset itu adalah soal lain password'],
    ['reset password', 'Sudah direset. Password baru menyusul.'],
    ['akun baru', 'pembaruan akun'],
    ['masukan', 'tidak bisa masuk'],
    ['install', 'instansi kami'],
  ])('“%s” is not met by “%s”', (phrase, text) => {
    expect(meets(phrase, text)).toBe(false);
  });
});

describe('a rule', () => {
  const rule = {
    all: [
      ['hapus', 'tutup'],
      ['akun', 'email'],
    ],
    none: ['folder'],
  };

  it('fires when all its groups are met', () => {
    expect(fires(rule, 'mohon akun ini dihapus')).toBe(6);
    expect(fires(rule, 'mohon akun ini')).toBe(0);
  });

  it('does not fire where a forbidden phrase stands', () => {
    expect(fires(rule, 'hapus email dan folder')).toBe(0);
  });

  it('weighs less when its words stand far from each other', () => {
    const far = 'Perihal. Mohon dihapus. Ini hal lain. Dan satu lagi. Juga yang ini. Semua email lancar.';
    expect(fires(rule, far)).toBeLessThan(3);
    expect(fires(rule, far)).toBeGreaterThan(0);
  });
});

describe('folding', () => {
  it.each([
    'buat dibuat dibuatkan membuat membuatkan buatkan',
    'kirim mengirim dikirim mengirimkan',
    'pasang memasang dipasang',
    'sedia menyediakan disediakan',
    'ubah mengubah diubah',
    'aktif mengaktifkan diaktifkan aktifkan',
    'ganti mengganti diganti',
  ])('gives the forms of one verb one stem: %s', (forms) => {
    expect(new Set(forms.split(' ').map(foldVerb)).size).toBe(1);
  });

  it.each([
    'tambah penambahan ditambahkan',
    'daftar pendaftaran mendaftarkan',
    'aktif pengaktifan',
    'minta permintaan meminta',
  ])('gives nouns and verbs one root: %s', (forms) => {
    expect(new Set(forms.split(' ').map(foldRoot)).size).toBe(1);
  });

  it.each(['masalah masa', 'masukan masuk', 'menteri teri', 'dinas nas', 'baru pembaruan'])(
    'keeps apart what only looks alike: %s',
    (words) => {
      expect(new Set(words.split(' ').map(foldVerb)).size).toBe(2);
    },
  );
});
