/** Contexts that the examples of letters share. */
import * as letters from '../../src/decide/letters/index.ts';
import type { LetterContext, SourceMail } from '../../src/decide/letters/index.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { asMailId } from '../../src/shared/ids.ts';
import type { LetterFinding } from '../../src/understand/papers/letter-findings.ts';
import { exampleRulebook } from './example-rulebook.ts';
import { aContext, at, doni, maya, originalMail } from './letter-context.ts';

export const SUPERIOR = { key: letters.SUPERIOR_KEY, text: 'Alamat email atasan pada Cc' };
export const ends = { mark: 9, endsAt: at('2026-12-07T09:00:00+07:00') } as const;
export const nothingYet = { resolveBy: null, startsWhen: 'complete', level: null, estimate: false } as const;

export const unsure = (parts: Partial<LetterContext>): LetterContext =>
  aContext({
    service: null,
    variant: null,
    facts: {},
    team: null,
    times: nothingYet,
    deskReason: 'unsure',
    summary: 'Akun saya bermasalah sejak kemarin',
    ownText: 'Selamat pagi, akun saya bermasalah sejak kemarin, mohon dibantu.',
    guesses: [
      { service: 'ITSM.8', variant: 'ITSM.8/reset-password', confidence: 0.48 },
      { service: 'ITSM.8', variant: 'ITSM.8/pembuatan-akun-individu', confidence: 0.31 },
      { service: 'ITSM.1', variant: null, confidence: 0.08 },
    ],
    ...parts,
  });

export const withoutSuperior = (parts: Partial<LetterContext>): LetterContext =>
  aContext({
    times: { ...aContext().times, resolveBy: null, startsWhen: 'complete' },
    missing: [SUPERIOR],
    superior: { rank: 4, verdict: 'missing', found: null, qualifying: [doni, maya] },
    ...parts,
  });

export const report = (text: string): letters.SourceMail => ({
  ...originalMail,
  mail: asMailId('ffffffffffffffffffff'),
  messageId: 'CAF0009@mail.kemenkeu.example',
  references: ['sr-letter@kemenkeu.example'],
  text,
});

export const UNSIGNED = {
  filename: 'Form 3.1 (final).pdf',
  text: 'Formulir belum ditandatangani oleh penyetuju',
  against: 'form',
};

/** A form that says something else than the mail and the directory. */
export const withFaults = (parts: Partial<LetterContext>): LetterContext =>
  aContext({
    times: { ...aContext().times, resolveBy: null, startsWhen: 'complete' },
    faults: [
      UNSIGNED,
      {
        filename: 'Form 3.1 (final).pdf',
        text: 'Jumlah akun pada formulir (3) tidak sama dengan jumlah pada email (2)',
        against: 'mail',
      },
      {
        filename: 'Form 3.1 (final).pdf',
        text: 'Eselon penyetuju pada formulir (II) tidak sama dengan direktori (eselon III)',
        against: 'directory',
      },
      { filename: 'daftar-akun.xlsx', text: 'Baris 4: NIP harus 18 angka', against: 'form' },
    ],
    ...parts,
  });

const UNREAD_SIGNER: LetterFinding['signer'] = {
  verdict: 'unread',
  required: 2,
  person: null,
  by: null,
  eselon: '',
  acting: false,
  inLine: null,
  behalf: null,
};

/** A script in one of its attachments, and one that nobody can open. */
export const MARKED_MAIL: SourceMail = {
  ...originalMail,
  attachments: ['Form 3.1.pdf', 'scan0001.pdf', 'Surat pengantar.pdf', 'Formulir BIA.jpg', 'pegawai.xlsx'],
  marks: [
    { filename: 'Form 3.1.pdf', warnings: ['script', 'embedded-file'], unread: null, isOverLimit: false },
    {
      filename: 'scan0001.pdf',
      warnings: [],
      unread: 'Berkas ini rusak dan tidak dapat dibuka.',
      isOverLimit: false,
    },
    { filename: 'Formulir BIA.jpg', warnings: [], unread: null, isOverLimit: false, isByName: true },
    { filename: 'pegawai.xlsx', warnings: [], unread: null, isOverLimit: false, rows: 'baris 4, 9: NIP belum diisi' },
  ],
};

/** Of an office whose desk sees scripts before anybody else. */
export const waryRulebook: Rulebook = {
  ...exampleRulebook,
  settings: { ...exampleRulebook.settings, withholdPapersWith: ['script'] },
};

const ELECTRONIC: Pick<LetterFinding, 'key' | 'faults'> = { key: 'surat-rekomendasi', faults: [] };

/** One signed by an official of the rank asked; one by somebody whom the register lacks, a picture, and one that nobody has seen. */
export const LETTERS_SEEN: readonly LetterFinding[] = [
  {
    ...ELECTRONIC,
    filename: 'Surat rekomendasi.pdf',
    letter: {
      number: 'SR-12/SJ.2/2026',
      date: '2026-11-20',
      subject: 'Rekomendasi',
      addressee: 'Kepala Pusintek',
      signer: {
        name: maya.name,
        nip: maya.nip,
        title: 'Kepala Biro Organisasi',
        rank: 'II',
        onBehalfOf: 'Sekretaris Jenderal',
        acting: 'plh',
      },
    },
    signer: {
      verdict: 'on-behalf',
      required: 2,
      person: maya,
      by: 'nip',
      eselon: 'III',
      acting: true,
      inLine: true,
      behalf: null,
    },
    doubts: ['on-behalf', 'no-signature-seen'],
  },
  {
    ...ELECTRONIC,
    filename: 'nd-rapat.pdf',
    letter: {
      number: 'ND-118/SJ.7/2026',
      date: '2026-12-01',
      subject: null,
      addressee: 'Direktur Jenderal Pajak',
      signer: { name: 'Joko Tingkir', nip: null, title: 'Direktur', rank: 'II', onBehalfOf: null, acting: null },
    },
    signer: { ...UNREAD_SIGNER, verdict: 'unknown' },
    doubts: ['signer-unknown', 'dated-ahead', 'other-addressee', 'signature-unverified'],
  },
  {
    ...ELECTRONIC,
    filename: 'IMG_2031.jpg',
    letter: null,
    signer: UNREAD_SIGNER,
    doubts: ['signer-unread', 'signature-by-hand'],
  },
  { ...ELECTRONIC, filename: null, letter: null, signer: UNREAD_SIGNER, doubts: ['letter-unseen'] },
];
