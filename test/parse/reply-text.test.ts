import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newText } from '../../src/parse/reply-text.ts';
import { began, spentSince } from '../support/spent.ts';

const LETTER = `Yth. Ibu Rina Oktaviani,

Mohon persetujuan Ibu untuk permintaan berikut, paling lambat Selasa 24 November pukul 17.00 WIB.

Nomor: SR-261123-0042-4
Pemohon: Nanda Aprilia

Balas dengan satu kata di baris pertama:
SETUJU bila permintaan ini boleh kami teruskan ke tim pelaksana
TOLAK bila tidak, mohon sertakan alasannya
selesai: catatan untuk pemohon

Meja Layanan`;
const INSTRUCTION = /SETUJU|TOLAK|selesai:/;

const text = (mail: string, sent: string | null = null): string => newText({ text: mail, html: null }, sent).text;
const marked = LETTER.split('\n')
  .map((line) => `> ${line}`)
  .join('\n');

/** Heads as mail programs write them above the quoted letter; `quoted` tells whether the lines carry marks. */
const HEADS: Readonly<Record<string, { readonly head: string; readonly quoted: boolean }>> = {
  'Outlook, Indonesian': {
    head: 'Dari: Meja <a@b.example>\nDikirim: Senin, 23 November 2026 10:03\nKepada: Rina <r@b.example>\nPerihal: Mohon persetujuan\n',
    quoted: false,
  },
  'Outlook, English': {
    head: 'From: Meja <a@b.example>\nSent: Monday, November 23, 2026 10:03 AM\nTo: Rina <r@b.example>\nCc: X <x@b.example>\nSubject: Mohon\n',
    quoted: false,
  },
  'Outlook, bold and wrapped': {
    head: '*Dari:* Meja Layanan\n<a@b.example>\n*Dikirim:* Senin, 23 November\u00a02026 10:03\n*Kepada:* Rina\n<r@b.example>\n*Subjek:* Mohon\n',
    quoted: false,
  },
  OWA: {
    head: '________________________________\nDari: Meja\nTerkirim: Senin, 23 November 2026 10:03\nKe: Rina\nSubyek: Mohon\n',
    quoted: false,
  },
  'Outlook, old': {
    head: '-----Pesan Asli-----\nDari: Meja\nDikirim: Senin\nKepada: Rina\nSubjek: Mohon\n',
    quoted: false,
  },
  Samsung: {
    head: '-------- Pesan asli --------\nDari: Meja\nTanggal: 23/11/26 08.53 (GMT+07:00)\nKepada: R\nSubjek: M\n',
    quoted: false,
  },
  'Gmail, Indonesian': { head: 'Pada Sen, 23 Nov 2026 pukul 10.15 Meja <a@b.example> menulis:\n', quoted: true },
  'Gmail, wrapped': {
    head: 'Pada tanggal Sen, 23 Nov 2026 pukul 13.53 Meja Layanan Pusintek <\na@b.example> menulis:\n',
    quoted: true,
  },
  'Gmail, English': { head: 'On Mon, Nov 23, 2026 at 10:15 AM Meja <\na@b.example> wrote:\n', quoted: true },
  iPhone: { head: '> Pada 23 Nov 2026, pukul 10.15, Meja <a@b.example> menulis:\n> ', quoted: true },
  Thunderbird: { head: 'Meja Layanan menulis di 23/11/26 10.15:\n', quoted: true },
  Yahoo: { head: 'Pada Senin, 23 November 2026 10.15.00 WIB, Meja <a@b.example> menulis:\n', quoted: false },
};

describe('the new text of a reply', () => {
  it.each(Object.entries(HEADS))('stands above the quote of %s', (_, { head, quoted }) => {
    expect(text(`Setuju, silakan diproses.\n\n${head}\n${quoted ? marked : LETTER}`)).toBe('Setuju, silakan diproses.');
  });

  it.each(Object.entries(HEADS).filter(([, { quoted }]) => quoted))('stands below the quote of %s', (_, { head }) => {
    expect(text(`${head}\n${marked}\n\nDisetujui utk 4 komputer.`)).toBe('Disetujui utk 4 komputer.');
  });

  it('keeps answers between quoted lines', () => {
    expect(text('SETUJU, lihat di bawah\n\n> Nomor: 42\n\nCatatan: pastikan anonim.\n\n> TOLAK bila tidak')).toBe(
      'SETUJU, lihat di bawah\n\nCatatan: pastikan anonim.',
    );
  });

  it.each([
    'Dikirim dari iPhone saya',
    'Sent from my Samsung Galaxy smartphone.',
    'Dapatkan Outlook untuk Android<https://aka.ms/AAb9ysg>',
    'Get Outlook for iOS<https://aka.ms/o0ukef>',
    'Dikirim dari Yahoo Mail di Android',
    '-- \nBudi\nKasi TIK',
    '________________________________\nPERHATIAN: Email ini bersifat rahasia. Apabila Anda bukan penerima yang dituju, TOLAK/hapus email ini.',
    'DISCLAIMER\nThis e-mail is confidential and meant for the intended recipient only.',
  ])('leaves out “%s”', (signature) => {
    expect(text(`sip\n\n${signature}`)).toBe('sip');
  });

  it('keeps what follows a banner about the sender’s organisation', () => {
    expect(text('Peringatan: email ini berasal dari luar organisasi.\n\nSetuju')).toBe('Setuju');
  });

  it('does not take a letter’s own head for a quote', () => {
    const letter =
      'Kepada Yth. Kepala Pusintek\nPerihal: Permohonan akun\nTanggal: 23 November 2026\n\nMohon dibuatkan akun.';
    expect(text(letter)).toBe(letter);
  });

  it('is empty when nothing was written', () => {
    expect(text(`\n${HEADS['Gmail, English']?.head ?? ''}\n${marked}`)).toBe('');
  });

  it('ends where only the HTML shows a quote', () => {
    const html = `<p>Setuju</p><div id="divRplyFwdMsg"><b>Van:</b> Meja<br><b>Verzonden:</b> maandag</div><p>SETUJU bila boleh</p>`;
    const mail = { text: 'Setuju\n\nVan: Meja\nVerzonden: maandag\n\nSETUJU bila boleh', html };
    expect(newText(mail, null)).toEqual({ text: 'Setuju', how: 'html', signature: '' });
  });

  it('leaves our own letter out however it was wrapped', () => {
    const wrapped = LETTER.replace(/\s+/g, ' ').replace(/(.{50,60}) /g, '$1\n');
    expect(text(`Belum bisa\n\n${wrapped}`, LETTER)).toBe('Belum bisa');
    expect(text(`Belum bisa\n\n${LETTER.replaceAll(' ', '\u00a0')}`, LETTER)).toBe('Belum bisa');
  });

  it('keeps a short answer that our letter asked for', () => {
    expect(text('SETUJU', LETTER)).toBe('SETUJU');
    expect(text(`TOLAK\n\n${LETTER}`, LETTER)).toBe('TOLAK');
  });

  it('never holds an instruction word of the letter it quotes', () => {
    const answers = fc.constantFrom('ok', 'sudah bisa, terima kasih', 'mohon ditunggu', 'Kenapa ya Pak', '');
    const heads = fc.constantFrom(...Object.values(HEADS).map(({ head }) => head), '', 'Am Montag schrieb Meja:\n');
    const mangle = fc.constantFrom<(letter: string) => string>(
      (letter) => letter,
      (letter) => letter.replace(/\n/g, '\r\n'),
      (letter) => letter.replace(/\s+/g, ' '),
      (letter) => letter.replace(/ /g, '\u00a0'),
      (letter) =>
        letter
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n'),
      (letter) =>
        letter
          .split('\n')
          .map((line) => `| ${line}`)
          .join('\n'),
      (letter) => letter.replace(/(.{20,30}) /g, '$1\n'),
      (letter) => letter.replace(/\n/g, '\n\n'),
      (letter) => letter.replace(/o/g, 'o\u200b'),
    );
    fc.assert(
      fc.property(answers, heads, mangle, (answer, head, change) => {
        const own = text(`${answer}\n\n${head}\n${change(LETTER)}`, LETTER);

        expect(own).not.toMatch(INSTRUCTION);
        expect(own.startsWith(answer)).toBe(true);
      }),
    );
  });

  it.each([
    '> '.repeat(50_000),
    'Dari: a\n'.repeat(20_000),
    'Pada '.repeat(20_000),
    '\n'.repeat(100_000),
    '-'.repeat(100_000),
  ])('reads hostile text in the time of its size', (hostile) => {
    const start = began();
    newText({ text: hostile, html: hostile }, hostile);

    expect(spentSince(start)).toBeLessThan(3000);
  });
});
