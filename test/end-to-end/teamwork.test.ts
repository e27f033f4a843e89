import { PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR } from '../../src/shared/time.ts';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const RESET = { subject: 'Lupa password', text: 'Mohon reset password email saya, saya lupa passwordnya.' };
const open = (): Promise<Outcome> => desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
const team = (words: string): Promise<Outcome> => desk.answers('rft-akun', desk.last('team.assigned'), words);
const state = async (): Promise<Awaited<ReturnType<Desk['ticket']>>['state']> => {
  const [line] = await desk.statuses();
  return (await desk.ticket(line?.split(':')[0] ?? '')).state;
};

test('what is for staff below the result does not reach the requester, and stays with the ticket', async () => {
  await open();
  const { told, decision } = await team('selesai: sandi direset\ncatatan: user ini sering salah ketik, pantau');
  expect(told).toContain('requester.resolved → mutia.zahra');
  expect(desk.last('requester.resolved').mail.text).toContain('sandi direset');
  expect(desk.last('requester.resolved').mail.text).not.toContain('salah ketik');
  const [line] = await desk.statuses();
  const { texts } = await desk.ticket(line?.split(':')[0] ?? '');
  expect(texts[`mail:${decision.mail}`]).toContain('salah ketik');
});

describe('a question of the team', () => {
  test('goes to the requester, stops the clock, and his answer comes back', async () => {
    await open();

    const asked = await team('tanya: apakah akun ini juga dipakai di ponsel?');
    expect(asked.told).toEqual(['requester.question → mutia.zahra']);
    expect(desk.last('requester.question').mail.text).toContain('apakah akun ini juga dipakai di ponsel?');
    expect((await state()).status).toBe('on-hold');
    expect((await state()).clock.at(-1)?.to).not.toBeNull();

    const answered = await desk.answers('mutia.zahra', desk.last('requester.question'), 'Ya, di iPhone kantor.');
    expect(answered.told).toEqual(['team.message → rft-akun']);
    expect(desk.last('team.message').mail.text).toContain('Ya, di iPhone kantor.');
    expect((await state()).status).toBe('assigned');
    expect((await state()).clock.at(-1)?.to).toBeNull();
  });

  test('is asked again, then handed back to the team when nobody answers', async () => {
    await open();
    await team('tanya: apakah akun ini juga dipakai di ponsel?');

    const told: string[] = [];
    for (let hours = 0; hours < 24 * 9; hours += 1) {
      desk.pass(HOUR);
      told.push(...(await desk.ticks()).map((sent) => sent.template));
    }

    expect(told.slice(0, 3)).toEqual(['requester.reminder', 'requester.reminder', 'team.reminder']);
    expect((await state()).status).toBe('assigned');
  });
});

describe('handing on', () => {
  test('gives the ticket with the words of the first team to the one named', async () => {
    await open();

    const handed = await team('alihkan: Jaringan. Akunnya normal, yang putus sambungannya.');

    expect(handed.told).toEqual(['team.assigned → rft-jaringan']);
    const text = desk.last('team.assigned').mail.text;
    expect(text).toContain('Dialihkan oleh tim Akun dan Email');
    expect(text).toContain('Mohon reset password email saya');
    expect((await state()).team).toBe('RFT-JARINGAN');
  });

  test('twice works as well as once', async () => {
    await open();
    await team('alihkan: Jaringan');
    const back = await desk.answers('rft-jaringan', desk.last('team.assigned'), 'ini ranah Akun dan Email');

    expect(back.told).toEqual(['team.assigned → rft-akun']);
    expect((await state()).team).toBe('RFT-AKUN');
    expect((await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sudah direset')).told).toEqual([
      'requester.resolved → mutia.zahra',
    ]);
  });

  test('without a name goes to the desk', async () => {
    await open();

    const handed = await team('Maaf, ini bukan kewenangan kami.');

    expect(handed.told).toEqual(['desk.triage → meja-layanan']);
    expect(desk.last('desk.triage').mail.text).toContain('bukan kewenangan kami');
    expect(await state()).toMatchObject({ status: 'triage', deskReason: 'handed-back' });
  });
});

describe('a hold', () => {
  test('tells the requester why and until when, and ends by itself', async () => {
    await open();

    const held = await team('tunda: sampai 25 November 2026, karena menunggu suku cadang');
    expect(held.told).toEqual(['requester.message → mutia.zahra']);
    expect(desk.last('requester.message').mail.text).toContain('Rabu, 25 November 2026');
    expect((await state()).status).toBe('on-hold');

    desk.setClock('2026-11-25T08:30:00+07:00');
    expect((await desk.ticks()).map((sent) => sent.template)).toContain('team.reminder');
    expect((await state()).status).toBe('assigned');
  });
});

describe('notes', () => {
  test('stay among staff unless they say that they are for the requester', async () => {
    await open();

    expect((await team('catatan: pemohon sulit dihubungi')).told).toEqual([]);
    expect((await team('catatan untuk pemohon: sedang kami kerjakan, mohon ditunggu')).told).toEqual([
      'requester.message → mutia.zahra',
    ]);
    expect(desk.last('requester.message').mail.text).not.toContain('sulit dihubungi');
  });

  test('of a part done tell the requester what is done and what is not', async () => {
    await open();

    expect((await team('selesai sebagian: 3 akun dibuat; gagal: 1 akun, NIP salah')).told).toEqual([
      'requester.message → mutia.zahra',
    ]);
    expect((await state()).status).toBe('assigned');
  });
});

describe('two officers', () => {
  test('the second who resolves hears that it is settled, and the requester hears nothing twice', async () => {
    await open();
    const assigned = desk.last('team.assigned');
    await desk.answers('rft-akun', assigned, 'selesai: sudah direset');

    const second = await desk.answers('rft-akun', assigned, 'selesai: sudah saya reset juga');

    expect(second.told).toEqual(['team.news → rft-akun']);
    expect((await state()).status).toBe('resolved');
  });

  test('who asks for help learns the commands', async () => {
    await open();

    expect((await team('bantuan')).told).toEqual(['team.help → rft-akun']);
    expect(desk.last('team.help').mail.text).toContain('alihkan:');
  });
});

describe('the requester', () => {
  test('withdraws while the team works: the team hears of it', async () => {
    await open();

    const gone = await desk.answers(
      'mutia.zahra',
      desk.last('requester.received'),
      'Mohon dibatalkan saja, sudah ingat passwordnya.',
    );

    expect(gone.told).toEqual(['requester.closed → mutia.zahra', 'team.news → rft-akun']);
    expect((await state()).status).toBe('cancelled');
  });

  test('rates: kept with the ticket, also beside a confirmation', async () => {
    await open();
    await team('selesai: sudah direset');

    await desk.answers('mutia.zahra', desk.last('requester.resolved'), 'Sudah bisa. Nilai saya: 5');

    expect(await state()).toMatchObject({ status: 'closed', rating: 5 });
  });
});

describe('where a hand-over paper is due', () => {
  const hosting = async (): Promise<void> => {
    await desk.writes('lukman.sardi', {
      subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
      text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.',
      cc: ['dewi.anjarwati'],
    });
    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Setuju.');
    await desk.answers('rft-hosting', desk.last('team.assigned'), 'selesai: hosting sudah aktif kembali');
  };

  test('a confirmation leaves the ticket open and asks for it', async () => {
    await hosting();

    const confirmed = await desk.answers('lukman.sardi', desk.last('requester.resolved'), 'Sudah bisa, terima kasih.');

    expect(confirmed.told).toEqual(['requester.reminder → lukman.sardi']);
    expect(desk.last('requester.reminder').mail.text).toContain('BAST');
    expect((await state()).status).toBe('resolved');
  });

  test('the paper that went out with the result is not accepted unsigned, and the letter says what is wrong', async () => {
    await hosting();
    const paper = desk.last('requester.resolved').mail.attachments.find(({ filename }) => filename.startsWith('BAST'));
    const content = paper?.content;
    if (paper === undefined || content === undefined || !('bytes' in content)) throw new Error('no BAST went along');

    const returned = await desk.answers(
      'lukman.sardi',
      desk.last('requester.resolved'),
      'Terlampir BAST yang sudah kami tandatangani.',
      {
        attachments: [{ filename: paper.filename, type: 'application/pdf', content: Buffer.from(content.bytes) }],
      },
    );

    expect(returned.told).toEqual(['requester.papers → lukman.sardi']);
    expect(desk.last('requester.papers').mail.text).toContain('BAST belum ditandatangani');
    expect(desk.last('requester.papers').mail.text).not.toContain('pihak pertama');
    expect(await state()).toMatchObject({ status: 'resolved', bastAccepted: false });
  });

  test('a copy in which what we had filled in was changed goes to a person', async () => {
    await hosting();
    const paper = desk.last('requester.resolved').mail.attachments.find(({ filename }) => filename.startsWith('BAST'));
    const content = paper?.content;
    if (paper === undefined || content === undefined || !('bytes' in content)) throw new Error('no BAST went along');
    const pdf = await PDFDocument.load(content.bytes);
    pdf.getForm().getTextField('objek.uraian').setText('hosting tidak pernah aktif');

    const returned = await desk.answers('lukman.sardi', desk.last('requester.resolved'), 'Terlampir BAST kami.', {
      attachments: [{ filename: paper.filename, type: 'application/pdf', content: await pdf.save() }],
    });

    expect(returned.told).toEqual(['desk.paper → meja-layanan']);
    expect(desk.last('desk.paper').mail.text).toContain('yang sudah kami cetak pada dokumen ini berubah: Uraian');
    expect(await state()).toMatchObject({ status: 'resolved', bastAccepted: false });
  });

  const scan = (filename: string) => ({ filename, type: 'image/png', content: aScan() });

  test.each([
    ['Sudah bisa, terima kasih. Terlampir BAST yang sudah ditandatangani.', 'IMG_0032.png'],
    ['Berikut kami kirim, terima kasih.', 'BAST_SIMANTAP.png'],
    ['', 'Berita Acara Serah Terima.png'],
  ])('a scan signed by hand is shown to the desk, whose yes ends the ticket: "%s" %s', async (words, filename) => {
    await hosting();
    const letter = desk.last('requester.resolved');
    const returned = await desk.answers('lukman.sardi', letter, words, { attachments: [scan(filename)] });
    expect(returned.told).toEqual(['desk.paper → meja-layanan']);
    const check = desk.last('desk.paper');

    const ended = await desk.answers('meja-layanan', check, '1');

    expect(ended.told).toEqual(['requester.closed → lukman.sardi']);
    expect(desk.last('requester.closed').mail.text).toContain('BAST Bapak sudah kami terima');
    expect(await state()).toMatchObject({ status: 'closed', bastAccepted: true });
  });

  test('a picture of what does not work is no hand-over paper', async () => {
    await hosting();
    const letter = desk.last('requester.resolved');
    await desk.answers('lukman.sardi', letter, 'Login masih error, lihat gambar.', {
      attachments: [scan('layar.png')],
    });

    expect((await state()).status).toBe('assigned');
  });

  test('a logo below a thank-you is none either: the paper is asked for', async () => {
    await hosting();
    const letter = desk.last('requester.resolved');
    const thanks = await desk.answers('lukman.sardi', letter, 'Sudah bisa, terima kasih.', {
      attachments: [scan('logo.png')],
    });

    expect(thanks.told).toEqual(['requester.reminder → lukman.sardi']);
  });

  test('a paper handed in at the counter is confirmed by the ticket’s number; an ended ticket is not confirmed again', async () => {
    await hosting();
    const [number = ''] = (await desk.statuses()).map((line) => line.split(':')[0]);
    const orders = (text: string) => desk.writes('meja-layanan', { subject: 'perintah', text: `${number} ${text}` });

    expect((await orders('konfirmasi, BAST sudah kami periksa')).told).toEqual([
      'requester.closed → lukman.sardi',
      'desk.done → meja-layanan',
    ]);
    expect(desk.last('desk.done').mail.text).toContain('ditutup karena BAST-nya sah');
    expect((await orders('konfirmasi')).told).toEqual(['desk.batch-unclear → meja-layanan']);
  });

  test('an employee who confirms in the desk’s place ends nothing', async () => {
    await hosting();
    await desk.answers('lukman.sardi', desk.last('requester.resolved'), 'Terlampir BAST.', {
      attachments: [scan('BAST.png')],
    });

    await desk.answers('farid.hakimi', desk.last('desk.paper'), '1');

    expect((await state()).status).toBe('resolved');
  });
});

/** A sheet with a stroke on it, as a telephone sees a signature. */
function aScan(): Buffer {
  const page = new PNG({ width: 600, height: 800 });
  page.data.fill(255);
  for (let x = 100; x < 300; x += 1) {
    const y = 600 + Math.round(20 * Math.sin(x / 9));
    const at = (y * page.width + x) * 4;
    page.data.fill(20, at, at + 3);
  }
  return PNG.sync.write(page);
}
