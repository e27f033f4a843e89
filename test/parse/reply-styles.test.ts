import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../src/parse/html-text.ts';
import { newText } from '../../src/parse/reply-text.ts';

const WRITER = 'Yuliana Rumbiak';
const LETTER = `Halo Ibu Yuliana Rumbiak,

Kevin mengirim dua email yang mirip: tiket SR-261117-1382-7 dan SR-261116-2505-9.

Pilihan: "gabung dengan SR-261116-2505-9", "tautkan SR-261116-2505-9", "pisah" bila satu email berisi dua permintaan.

Sudah bisa, terima kasih.
Setuju

Service Desk Pusintek`;

const text = (mail: string, sent: string | null = null, writer: string | undefined = WRITER): string =>
  newText({ text: mail, html: null }, sent, writer).text;
const ofHtml = (html: string, sent: string | null = null): string =>
  newText({ text: htmlToText(html).text, html }, sent, WRITER).text;

/** How mail programs head what they quote; the answer stands above, the letter below without marks. */
const UNMARKED_HEADS: Readonly<Record<string, string>> = {
  'Outlook for Mac, Indonesian':
    'Dari: Meja <a@b.example>\nTanggal: Senin, 23 November 2026 pukul 10.15\nKe: Yuliana\nSubjek: Mohon',
  'Outlook for Mac, English':
    'From: Meja <a@b.example>\nDate: Monday, 23 November 2026 at 10.15\nTo: Yuliana\nSubject: Mohon',
  'Outlook on the phone, Indonesian':
    '________________________________\nDari: Meja <a@b.example>\nDikirim: Senin, November 23, 2026 10:15\nKepada: Yuliana\nSubjek: Mohon',
  Zimbra:
    '----- Pesan Asli -----\nDari: "Meja" <a@b.example>\nKepada: "Yuliana" <y@b.example>\nTerkirim: Senin, 23 November 2026 10:15:00\nPerihal: Mohon',
  Notes:
    '-----"Meja" <a@b.example> wrote: -----\nTo: Yuliana <y@b.example>\nFrom: Meja <a@b.example>\nDate: 23/11/2026 10:15AM\nSubject: Mohon',
  'a web mail with blanks before the colons':
    'Dari : Meja\nDikirim : 23/11/2026 10.15\nKepada : Yuliana\nPerihal : Mohon',
  'a head with a long list of receivers':
    'From: Meja <a@b.example>\nSent: Monday, November 23, 2026 10:15 AM\nTo: Yuliana <y@b.example>; Kevin\n<k@b.example>; Rina <r@b.example>;\nBudi <budi@b.example>; Sari\n<s@b.example>\nCc: Andi <n@b.example>;\nDewi <d@b.example>\nSubject: Mohon',
  'a head whose line ends were lost':
    'From: Meja <a@b.example> Sent: Monday, November 23, 2026 10:15 AM To: Yuliana <y@b.example> Subject: Mohon',
  'a head with Reply-To':
    'From: a@b.example\nReply-To: a@b.example\nSent: Mon, 23 Nov 2026 10:15:10 +0700\nTo: y@b.example\nSubject: Mohon',
  'bold labels with no-break spaces':
    '*Dari:*\u00a0Meja\n*Dikirim:*\u00a0Senin, 23\u00a0November 2026\n*Kepada:*\u00a0Yuliana\n*Subjek:*\u00a0Mohon',
  'Samsung, English':
    '-------- Original message --------\nFrom: Meja <a@b.example>\nDate: 23/11/26 10:15 (GMT+07:00)\nTo: y@b.example\nSubject: Mohon',
};

const MARKED_HEADS: Readonly<Record<string, string>> = {
  'Gmail on the phone, Indonesian': 'Pada tanggal Sen, 23 Nov 2026 10.15, Meja <a@b.example> menulis:',
  'Gmail, wrapped over three lines': 'On Mon, Nov 23, 2026 at 10:15 AM Meja Layanan\n<a@b.example>\nwrote:',
  'Gmail of old': '2026-11-23 10:15 GMT+07:00 Meja <a@b.example>:',
  'Thunderbird, English': 'On 23/11/2026 10:15, Meja Layanan wrote:',
  'Roundcube, Indonesian': 'Pada 2026-11-23 10:15, Meja menulis:',
  'iPhone, English': 'On 23 Nov 2026, at 10.15, Meja <a@b.example> wrote:',
};

describe('above a quote', () => {
  it.each(Object.entries(UNMARKED_HEADS))('the answer ends where %s begins', (_, head) => {
    expect(text(`Setuju.\n\n${head}\n\n${LETTER}`)).toBe('Setuju.');
    expect(text(`Setuju.\n\n${head}\n\n${LETTER}`, LETTER)).toBe('Setuju.');
  });

  it.each(Object.entries(MARKED_HEADS))('the answer ends where %s begins', (_, head) => {
    expect(text(`Setuju.\n\n${head}\n\n${LETTER.replace(/^/gm, '> ')}`)).toBe('Setuju.');
  });

  it('a sentence that begins with "On" or "Pada" is no head', () => {
    const said = 'On friday when I tried it did not work.\n\nPada intinya saya setuju.';
    expect(text(`${said}\n\nOn Wed, Apr 4, 2012 at 9:32 AM, Bob <b@x.example> wrote:\n> Mohon persetujuan`)).toBe(said);
  });

  it('an answer in the very words that our letter proposes is the person’s own', () => {
    const head = UNMARKED_HEADS['Outlook for Mac, Indonesian'] ?? '';
    expect(text(`gabung dengan SR-261116-2505-9\n\n${head}\n\n${LETTER}`, LETTER)).toBe(
      'gabung dengan SR-261116-2505-9',
    );
    expect(text(`Sudah bisa, terima kasih.\n\n${LETTER}`, LETTER)).toBe('Sudah bisa, terima kasih.');
  });
});

describe('below and between', () => {
  it('short lines of our own letter go with the long ones, marked or wrapped', () => {
    expect(text(`Belum bisa\n\n${LETTER}`, LETTER)).toBe('Belum bisa');
    const kept = LETTER.split('\n').filter((line) => !line.startsWith('Pilihan'));
    expect(text(`Belum bisa\n\n${kept.join('\n')}`, LETTER)).not.toContain('Setuju');
  });

  it('buttons of the HTML letter with their links are ours', () => {
    const quote = `${LETTER.replace('\nSetuju\n', '\nSetuju<mailto:servicedesk+abc@b.example?subject=x&body=Setuju>\n')}`;
    expect(text(`Nanti dulu\n\n${quote}`, LETTER)).toBe('Nanti dulu');
  });

  it('answers between the lines of a quote without marks are found where the writer points to them', () => {
    const head = UNMARKED_HEADS['Outlook for Mac, English'] ?? '';
    const [first, ...rest] = LETTER.split('\n\n');
    const answered = `${first}\n\n${rest[0]}\n\nIni memang orang yang sama, tolong dijadikan satu.\n\n${rest.slice(1).join('\n\n')}`;

    expect(text(`Lihat jawaban di bawah.\n\n${head}\n\n${answered}`, LETTER)).toBe(
      'Lihat jawaban di bawah.\n\nIni memang orang yang sama, tolong dijadikan satu.',
    );
    expect(text(`Baik.\n\n${head}\n\n${answered}`, LETTER)).toBe('Baik.');
  });
});

describe('the block under a text', () => {
  it.each([
    'Yuliana Rumbiak',
    'Yuliana',
    'YR',
    '- Yuliana R.',
    'Yuliana Rumbiak, S.Kom., M.T.\nPengelola Pelatihan\nPusat Kebijakan Ekonomi Makro',
    'Hormat kami,\n\nYuliana Rumbiak\nKepala Seksi Bank\nKPPN Jayapura\nTelp. (0967) 531234',
    'Best regards,\nYuliana',
    'Kepala Subbagian Umum\nNIP 19900619 201303 2 008',
    'Dikirim dari perangkat seluler',
    'Dikirim dari ponsel cerdas Samsung Galaxy saya.',
    'Sent from Mail for Windows',
    'Sent from my HTC M8 Android phone.  Please excuse typoze',
    '(sent from a phone)',
    'Dapatkan Outlook untuk iOS<https://aka.ms/o0ukef>',
    'Yuliana\nDikirim dari iPhone saya',
  ])('is no part of it: %j', (block) => {
    expect(text(`sip, lanjut\n\n${block}`)).toBe('sip, lanjut');
  });

  it.each([
    'Disetujui. (Plh. Kepala Bagian TIK)',
    'Setuju. Yuliana',
    'Passcode dikirim ke nomor HP terdaftar',
    'Mohon hubungi Kepala Seksi kami dulu.',
    'Sip',
    'Jaringan',
    'Layanan Data dan Informasi',
  ])('is not what stands alone: %j', (said) => {
    expect(text(said)).toBe(said);
  });

  it('takes no short answer for the beginning of a name', () => {
    expect(text('Sip', null, 'Siptono')).toBe('Sip');
    expect(text('Iya\n\nSiptono', null, 'Siptono')).toBe('Iya');
  });

  it('stays where nobody asks for its removal', () => {
    expect(
      newText({ text: 'Mohon dibantu\n\nYuliana Rumbiak\nNIP 199006192013032008', html: null }, null).text,
    ).toContain('NIP');
  });
});

describe('a mail of HTML alone', () => {
  it('of Outlook ends at the line above the quote', () => {
    const html = `<html><body><p class="MsoNormal">Setuju, silakan diproses.<o:p></o:p></p><p class="MsoNormal">&nbsp;</p>
<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>Dari:</b> Meja &lt;a@b.example&gt;<br><b>Dikirim:</b> Senin, 23 November 2026 10:03<br><b>Kepada:</b> Yuliana<br><b>Perihal:</b> Mohon</p></div>
<p class="MsoNormal">TOLAK bila tidak</p></body></html>`;
    expect(ofHtml(html)).toBe('Setuju, silakan diproses.');
  });

  it('of Gmail ends at its quote', () => {
    const html = `<div dir="ltr">Tidak setuju</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Pada Sen, 23 Nov 2026 pukul 10.15 Meja &lt;<a href="mailto:a@b.example">a@b.example</a>&gt; menulis:<br></div><blockquote class="gmail_quote"><p>SETUJU bila boleh</p></blockquote></div>`;
    expect(ofHtml(html)).toBe('Tidak setuju');
  });

  it('of the iPhone ends at its quote, and its telephone line goes', () => {
    const html = `<html><body dir="auto">Ok<br><br><div dir="ltr">Dikirim dari iPhone saya</div><div dir="ltr"><br><blockquote type="cite">Pada 23 Nov 2026, pukul 10.15, Meja &lt;a@b.example&gt; menulis:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">SETUJU bila boleh</div></blockquote></body></html>`;
    expect(ofHtml(html)).toBe('Ok');
  });

  it('of OWA ends at its divider', () => {
    const html = `<div>Acc</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg" dir="ltr"><b>Dari:</b> Meja<br><b>Dikirim:</b> Senin<br><b>Kepada:</b> Y<br><b>Subjek:</b> M</div><div>TOLAK bila tidak</div>`;
    expect(ofHtml(html)).toBe('Acc');
  });
});
