import { describe, expect, it } from 'vitest';
import { fixtureNames, parseFixture } from './fixture.ts';

const LETTER_ID = 'aaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb@kemenkeu.example';
const file = (filename: string, type: string, inline = false): object => ({ filename, type, inline });
const machine = (mark: string | null, evidence?: string): object =>
  evidence === undefined ? { machine: mark } : { machine: mark, machineEvidence: expect.stringContaining(evidence) };

/** What is remarkable about each fixture. */
const REMARKABLE: Readonly<Record<string, object>> = {
  'android-id-samsung-format-flowed': {
    text: 'Internet di lantai 3 lambat sekali sejak pagi, sudah dicoba restart tetap sama.\n\n-- \nDikirim dari Samsung Mobile',
    machine: null,
  },
  'auth-dkim-domain-lain': { grade: 'absent' },
  'auth-hanya-server-asing': { grade: 'absent', gradeEvidence: 'no results of our servers' },
  'auth-komentar-menyesatkan': { grade: 'failed' },
  'auth-palsu-dari-penyerang': {
    grade: 'failed',
    headers: expect.objectContaining({ 'authentication-results': [expect.stringContaining('dmarc=fail')] }),
  },
  'auth-selaras-dmarc': { grade: 'aligned', gradeEvidence: 'dmarc=pass (kemenkeu.example)' },
  'bounce-qmail-tanpa-rfc3464': {
    machine: 'bounce',
    deliveryReports: [
      {
        recipient: 'tidak.ada@lama.example',
        action: 'failed',
        status: '5.1.1',
        diagnostic: '',
        originalMessageId: LETTER_ID,
      },
    ],
  },
  'boundary-tanpa-penutup': { text: 'Mohon reset.', attachments: [file('catatan.txt', 'text/plain')] },
  'bukan-ooo-permohonan-dari-yang-cuti': machine(null),
  'bukan-ooo-setuju-sambil-cuti': machine(null),
  'charset-iso-2022-jp': { subject: 'こん', text: 'こんにちは' },
  'charset-tanpa-label-windows-1252': { text: 'Mohon “segera” – biaya €10 per café.' },
  'charset-tidak-dikenal': { text: 'Ruang café lantai 2.', problems: ['unknown-charset'] },
  'charset-utf-16-base64': { text: 'Ruang café lantai 2.' },
  'charset-utf8-berlabel-iso-8859-1': { text: 'Mohon “segera” – ruang café.' },
  'charset-windows-1252-berlabel-utf8-qp': { text: 'Mohon “segera” – ruang café.' },
  'cr-telanjang': {
    problems: ['bare-cr'],
    text: 'Baris satu\nBaris dua',
    cc: [],
    subject: 'Halo Bcc: korban@kemenkeu.example',
  },
  'dsn-4.4.1-tertunda': {
    machine: 'bounce',
    deliveryReports: [expect.objectContaining({ action: 'delayed', status: '4.4.1', originalMessageId: LETTER_ID })],
  },
  'dsn-5.1.1-kotak-tidak-ada': {
    machine: 'bounce',
    deliveryReports: [
      {
        recipient: 'mira.anjani@kemenkeu.example',
        action: 'failed',
        status: '5.1.1',
        diagnostic: 'smtp; 550 5.1.1 <mira.anjani@kemenkeu.example>: Recipient address rejected: User unknown',
        originalMessageId: LETTER_ID,
      },
    ],
  },
  'dsn-5.2.2-kotak-penuh': { deliveryReports: [expect.objectContaining({ action: 'failed', status: '5.2.2' })] },
  'dsn-exchange-tidak-terkirim': {
    machine: 'bounce',
    text: 'Pengiriman ke penerima berikut gagal.',
    deliveryReports: [
      expect.objectContaining({ recipient: 'satu@kemenkeu.example', action: 'failed', status: '5.1.10' }),
      expect.objectContaining({ recipient: 'dua@kemenkeu.example', action: 'delivered', originalMessageId: LETTER_ID }),
    ],
  },
  'encoded-word-terpotong-di-tengah-huruf': {
    subject: 'Permohonan “reset” kata sandi',
    from: { name: 'I Gusti Agung', address: 'agung@kemenkeu.example' },
  },
  'from-alamat-di-encoded-word': { from: { name: 'rina.oktaviani@kemenkeu.example', address: 'penipu@jahat.example' } },
  'from-dua-alamat-dalam-satu': { from: null, problems: ['several-from'] },
  'from-dua-berbeda': { from: null, problems: ['several-from'], text: 'Setuju.' },
  'from-dua-sama': { from: { address: 'budi.santoso@kemenkeu.example' }, problems: ['several-from'] },
  'from-kosong': { from: null, problems: ['no-from'] },
  'from-nama-berisi-alamat-lain': { from: { address: 'penipu@jahat.example' } },
  'gmail-id-kutipan-blockquote': {
    text: expect.stringMatching(/^sudah bisa, terima kasih\n\nPada Sen.*\n> Apakah sudah bisa\?$/s),
    html: expect.stringContaining('gmail_quote'),
    ancestors: ['x1@kemenkeu.example', 'x0@kemenkeu.example'],
  },
  'hanya-lf': { text: 'Baris satu\nBaris dua', problems: [] },
  'header-8-bit-mentah-utf8': {
    subject: 'Permohonan “reset” – café',
    from: { name: 'Rén' },
    problems: ['raw-8bit-header'],
  },
  'header-8-bit-mentah-windows-1252': { subject: 'Permohonan café', from: { name: 'Rén' }, text: 'Mohon reset, café.' },
  'html-dengan-teks-kosong': { text: 'Isi hanya di HTML' },
  'html-rusak-tak-tertutup': { text: 'satu < dua & tiga empat lima' },
  'html-tabel-tanpa-teks': {
    text: 'Nama\tNIP\nBudi\t198604122010121003\nSari\t199001012015032001\n\n1. satu\n2. dua',
  },
  'html-teks-tersembunyi': { text: 'Mohon reset password.\ntombol\ntampak', problems: ['hidden-text'] },
  'iphone-id-html-bercampur-lampiran': {
    text: 'Tidak bisa cetak, foto terlampir.\n\n\nDikirim dari iPhone saya',
    attachments: [file('IMG_0042.png', 'image/png', true)],
  },
  'kosong-hanya-subjek': { subject: 'tolong reset password email budi', text: '', problems: ['no-text'] },
  'lampiran-eml-diteruskan': {
    text: 'Mohon ditindaklanjuti.',
    machine: null,
    attachments: [file('lampiran-1.eml', 'message/rfc822')],
  },
  'lampiran-jenis-tidak-sesuai': {
    attachments: [
      file('form.pdf', 'image/png'),
      file('catatan.txt', 'application/pdf'),
      file('daftar.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
      file('surat.doc', 'application/msword'),
    ],
  },
  'lampiran-nama-jahat': {
    attachments: [
      file('passwd', 'text/plain'),
      file('cmd.exe', 'application/x-msdownload'),
      file('laporanfdp.exe', 'application/pdf'),
      file('surat permohonan.pdf', 'application/pdf'),
      file(`${'a'.repeat(116)}.pdf`, 'application/pdf'),
      file('lampiran-6.pdf', 'application/pdf'),
      file('_CON.pdf', 'application/pdf'),
      file('lampiran-8.pdf', 'application/pdf'),
    ],
  },
  'logo-tanda-tangan-inline': { attachments: [file('image001.png', 'image/png', true)] },
  'mbox-baris-from': { from: { address: 'budi.santoso@kemenkeu.example' }, messageId: 'mb-1@kemenkeu.example' },
  'mdn-dibaca-outlook': machine('mdn', 'disposition-notification'),
  'milis-list-id': machine('list', 'List-Id'),
  'newsletter-list-unsubscribe': { ...machine('list', 'list-unsubscribe'), text: 'Promo\n\nBelanja sekarang' },
  'notifikasi-sistem-null-return-path': machine('auto-submitted', 'return-path'),
  'ooo-en-tanpa-header-frasa': machine('auto-submitted', 'out of the office'),
  'ooo-exchange-id-aturan-kotak-masuk': machine('auto-submitted', 'x-ms-exchange-inbox-rules-loop'),
  'ooo-exchange-id-dengan-header': { ...machine('auto-submitted', 'auto-generated'), ancestors: [LETTER_ID] },
  'ooo-id-tanpa-header-frasa': machine('auto-submitted', 'saya sedang cuti'),
  'ooo-id-tanpa-header-subjek': machine('auto-submitted', 'Balasan otomatis'),
  'outlook-id-balas-html-saja': {
    text: expect.stringMatching(
      /^Setuju, silakan diproses\.\n\nDari: Service Desk.*\nDikirim: .*\nKepada: .*\nSubjek: .*\nYth\./,
    ),
    ancestors: [LETTER_ID, 'outlook-1@kemenkeu.example'],
  },
  'outlook-id-permohonan-html': {
    grade: 'internal',
    text: expect.stringContaining('\n\nMohon bantuannya untuk reset password'),
    cc: [{ name: 'Dimas Aryoseto', address: 'dimas.aryoseto@kemenkeu.example' }],
    machine: null,
  },
  'owa-id-balas-di-atas-garis': {
    text: expect.stringContaining('________________________________\nDari: Service Desk'),
  },
  'pgp-di-dalam-teks': { problems: ['encrypted-pgp'] },
  'pgp-mime-terenkripsi': { problems: ['encrypted-pgp'], text: '' },
  'pgp-tanda-tangan-terbuka': { problems: [], text: 'Mohon reset password.\n- butir satu' },
  'plus-address-di-received': {
    deliveredTo: ['servicedesk@kemenkeu.example', `servicedesk+${LETTER_ID}`],
    replyTo: [{ name: 'Budi', address: 'budi.pribadi@gmail.example' }],
    sender: { name: 'Sekretaris', address: 'sekretaris@kemenkeu.example' },
  },
  'references-panjang-berulang': { ancestors: ['c@x.example', 'a@x.example', 'b@x.example'] },
  'sama-render-1': { subject: '[EXTERNAL] Permohonan reset' },
  'sama-render-2': { subject: 'Permohonan reset' },
  'sistem-tiket-lain': machine('auto-submitted', 'auto-replied'),
  'smime-ditandatangani': {
    problems: [],
    text: 'Mohon reset password.',
    attachments: [expect.objectContaining({ inline: true })],
  },
  'smime-terenkripsi': { problems: ['encrypted-smime'], text: '' },
  'surat-sendiri-kembali': machine('own', 'X-Loket-Instance'),
  'tanggal-wib-bahasa-indonesia': { date: Date.UTC(2026, 10, 23, 2, 15), dateOffsetMinutes: 420 },
  'tanpa-message-id': { messageId: null, problems: ['no-message-id'] },
  'tanpa-tanggal': { date: null, dateOffsetMinutes: null, problems: ['no-date'] },
  'thunderbird-id-menulis': {
    from: { name: 'Santoso, Budi' },
    text: 'Pada 23/11/26 10.15, Service Desk menulis:\n> Mohon lengkapi nama folder.\n\nNama foldernya \\\\fs01\\anggaran.',
  },
  'undangan-rapat-outlook': { calendarMethod: 'REQUEST', text: 'Rapat koordinasi pukul 09.00 WIB' },
  'undangan-sebagai-lampiran-permohonan': {
    calendarMethod: null,
    attachments: [file('undangan.ics', 'text/calendar')],
  },
  'vacation-precedence-bulk': machine('auto-submitted', 'precedence: bulk'),
  'winmail-dat-tnef': { attachments: [file('winmail.dat', 'application/ms-tnef')] },
  'x-auto-response-suppress-pada-surat-orang': machine(null),
  'yahoo-id-iso-2-html': { text: expect.stringContaining('Mohon info jam layanan…') },
};

describe('fixtures', () => {
  it.each(fixtureNames)('%s', async (name) => {
    const expected = REMARKABLE[name];
    expect(expected, 'say here what is remarkable about it').toBeDefined();

    expect(await parseFixture(name)).toMatchObject(expected ?? {});
  });

  it('has a file for every entry', () => {
    expect(fixtureNames).toEqual(Object.keys(REMARKABLE).sort());
  });

  it('does not keep what a server that is not ours wrote of the sender', async () => {
    expect((await parseFixture('auth-hanya-server-asing')).headers).not.toHaveProperty('authentication-results');
  });

  it('reads the same mail rendered twice as the same mail, and others as others', async () => {
    const [first, second] = await Promise.all([parseFixture('sama-render-1'), parseFixture('sama-render-2')]);
    const all = await Promise.all(fixtureNames.map(parseFixture));

    expect(second.identity).toBe(first.identity);
    expect(new Set(all.map(({ identity }) => identity)).size).toBe(all.length - 1);
  });
});
