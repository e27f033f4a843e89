import { describe, expect, test } from 'vitest';
import { forwardedMail } from '../../src/parse/forwarded.ts';

const BODY = 'Mohon reset password email saya.\n\nBudi';

const BLOCKS: readonly (readonly [string, string])[] = [
  [
    'Outlook in Indonesian',
    '________________________________\nDari: Budi Santosa <budi.santosa@kemenkeu.example>\nDikirim: Senin, 23 November 2026 08.10\nKepada: Rina <rina@kemenkeu.example>\nCc: Joko <joko@kemenkeu.example>\nSubjek: lupa password\n',
  ],
  [
    'Outlook in English with bold labels',
    '*From:* Budi Santosa <budi.santosa@kemenkeu.example>\n*Sent:* Monday, November 23, 2026 8:10 AM\n*To:* Rina <rina@kemenkeu.example>\n*Cc:* Joko <joko@kemenkeu.example>\n*Subject:* lupa password\n',
  ],
  [
    'Gmail',
    '---------- Forwarded message ---------\nDari: Budi Santosa <budi.santosa@kemenkeu.example>\nDate: Sen, 23 Nov 2026 pukul 08.10\nSubject: lupa password\nTo: <rina@kemenkeu.example>\nCc: <joko@kemenkeu.example>\n\n',
  ],
  [
    'an iPhone with quote marks and addresses on lines of their own',
    'Begin forwarded message:\n\n> From: Budi Santosa <budi.santosa@kemenkeu.example>\n> Date: 23 November 2026 08.10.00 WIB\n> To: Rina\n> <rina@kemenkeu.example>\n> Cc: joko@kemenkeu.example\n> Subject: lupa password\n>',
  ],
  [
    'non-breaking spaces',
    'Dari:\u00a0Budi Santosa <budi.santosa@kemenkeu.example>\nTerkirim:\u00a0Senin\nKe:\u00a0rina@kemenkeu.example\nTembusan:\u00a0joko@kemenkeu.example\nPerihal:\u00a0lupa password\n',
  ],
];

describe('a mail passed on', () => {
  test.each(BLOCKS)('is found behind the header block of %s', (_, block) => {
    expect(forwardedMail(`atas nama\n\n${block}\n${BODY}`)).toEqual({
      from: { name: 'Budi Santosa', address: 'budi.santosa@kemenkeu.example' },
      subject: 'lupa password',
      addressees: ['rina@kemenkeu.example', 'joko@kemenkeu.example'],
      text: BODY,
    });
  });

  test('is the outermost of several', () => {
    const inner = 'Dari: a@kemenkeu.example\nDikirim: Senin\nKepada: b@kemenkeu.example\nSubjek: dalam\n\nisi dalam';
    const outer = `Dari: c@kemenkeu.example\nDikirim: Selasa\nKepada: d@kemenkeu.example\nSubjek: luar\n\nteruskan ya\n\n${inner}`;

    expect(forwardedMail(outer)?.from?.address).toBe('c@kemenkeu.example');
  });
});

describe('what is no mail passed on', () => {
  test.each([
    ["a letter's own head", 'Kepada: Kepala Pusintek\nPerihal: permohonan\n\nMohon dibuatkan akun.'],
    ['a sentence with a colon', 'Dari: rapat kemarin, mohon ditindaklanjuti.'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(forwardedMail(text)).toBeNull();
  });

  test('a block without an address says nothing of who wrote it', () => {
    const text = 'Dari: Budi Santosa\nDikirim: Senin\nKepada: Rina\nSubjek: lupa password\n\nisi';

    expect(forwardedMail(text)).toMatchObject({ from: null, subject: 'lupa password', text: 'isi' });
  });

  test('a long line takes no longer than its length', () => {
    const text = `Dari: ${'a.'.repeat(50_000)}@\n`.repeat(20);

    expect(forwardedMail(text)).toBeNull();
  });
});
