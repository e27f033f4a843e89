/** A form against the mail, the directory and the catalogue: what differs is told in one letter, and nothing goes on until it is settled. */
import type { PDFForm } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome, type Written } from './desk.ts';
import { fillIn, MUTIA_NIP, resetForm, type Attached } from './papers.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const RESET: Written = {
  subject: 'reset password user aplikasi SPAN',
  text: 'Yth. Service Desk,\n\nmohon reset password user aplikasi SPAN saya, Form 3.1 terlampir.\n\nTerima kasih',
};

/** Sure enough without a form beside it. */
const WITHOUT_FORM = 'mohon reset password user aplikasi SPAN saya dengan Form 3.1.';

const statusOf = async (outcome: Outcome): Promise<string> => {
  const number = outcome.decision.tickets[0]?.number ?? '';
  const { state } = await desk.ticket(number);
  return state.deskReason === null ? state.status : `${state.status}: ${state.deskReason}`;
};
const writes = async (over: Readonly<Record<string, string>>, text = RESET.text): Promise<Outcome> =>
  desk.writes('mutia.zahra', { ...RESET, text, attachments: [await resetForm(over)] });

describe('a form that agrees with everything', () => {
  it('goes to the team at once', async () => {
    const opened = await writes({});

    expect(opened.told).toEqual(['requester.received → mutia.zahra', 'team.assigned → rft-aplikasi']);
  });

  it.each([
    'mohon reset password user aplikasi SPAN 1 akun, Form 3.1 terlampir.',
    `mohon reset password user aplikasi SPAN a.n. Mutia Zahra NIP ${MUTIA_NIP}, Form 3.1 terlampir.`,
    'Yth. Bapak Pandu Wirasena,\n\nmohon reset password user aplikasi SPAN saya, Form 3.1 terlampir.',
  ])('is not doubted because of: %s', async (text) => {
    expect(await statusOf(await writes({}, text))).toBe('assigned');
  });
});

describe('a form that says something else', () => {
  it('is told in one letter, with what each side says; the ticket waits for its requester', async () => {
    const opened = await writes(
      { 'pemohon.nip': '199704042021121026', 'permintaan.jumlah_akun': '3', 'penyetuju.nip': '198302092006121024' },
      'mohon reset password 2 akun user aplikasi SPAN, Form 3.1 terlampir.',
    );

    expect(opened.told).toEqual(['requester.papers → mutia.zahra']);
    expect(await statusOf(opened)).toBe('incomplete');
    const { text } = desk.last('requester.papers').mail;
    expect(text).toContain(`NIP pemohon pada formulir (••••1026) bukan NIP pengirim menurut direktori (••••2025)`);
    expect(text).toContain('Jumlah akun pada formulir (3) tidak sama dengan jumlah pada email (2)');
    expect(text).toContain('Penyetuju (Joyo Handoko, eselon IV) belum memenuhi syarat minimal eselon III');
    expect(text).toContain('Form 3.1.pdf');
  });

  it.each([
    ['permintaan.jenis', 'hapus', 'Pada formulir dipilih “hapus”, sedangkan email meminta reset password aplikasi'],
    ['penyetuju.eselon', 'II', 'Eselon penyetuju pada formulir (II) tidak sama dengan direktori (eselon III)'],
  ])('is held for %s = %s', async (field, value, told) => {
    const radios = { 'permintaan.jenis': 'reset', 'permintaan.objek': 'aplikasi', 'penyetuju.eselon': 'III' };
    const form = await resetForm({ 'nonaktif.dokumen': 'SK-1' }, { radios: { ...radios, [field]: value } });
    const opened = await desk.writes('mutia.zahra', { ...RESET, attachments: [form] });

    expect(opened.told).toEqual(['requester.papers → mutia.zahra']);
    expect(desk.last('requester.papers').mail.text).toContain(told);
  });

  it('starts no clock, and the reminder lists it again', async () => {
    const opened = await writes({ 'penyetuju.email': 'wening@kemenkeu.example' });
    const number = opened.decision.tickets[0]?.number ?? '';
    desk.setClock('2026-11-30T09:00:00+07:00');
    const sent = await desk.ticks();

    expect((await desk.ticket(number)).state.completedAt).toBeNull();
    expect(sent.map(({ template }) => template)).toContain('requester.reminder');
    expect(desk.last('requester.reminder').mail.text).toContain('wening@kemenkeu.example');
  });

  it('says what is missing on it in the order of the form, before it is asked what differs', async () => {
    const opened = await writes({ 'pemohon.telepon': '', 'penyetuju.nama': 'Joyo Handoko' });
    const { text } = desk.last('requester.papers').mail;

    expect(await statusOf(opened)).toBe('incomplete');
    expect(text.indexOf('Telepon pemohon belum diisi')).toBeGreaterThan(0);
    expect(text.indexOf('Nama penyetuju pada formulir (Joyo Handoko)')).toBeGreaterThan(
      text.indexOf('Telepon pemohon belum diisi'),
    );
  });

  it('is not accepted unsigned', async () => {
    const form = await resetForm({}, {}, 'not-at-all');
    const opened = await desk.writes('mutia.zahra', { ...RESET, attachments: [form] });

    expect(await statusOf(opened)).toBe('incomplete');
    expect(desk.last('requester.papers').mail.text).toContain('Formulir belum ditandatangani oleh penyetuju');
  });
});

describe('what lets it go on', () => {
  it('is a corrected form by reply', async () => {
    await writes({ 'akun.nama_depan': 'Nadhifa', 'akun.nama_belakang': 'Rahmah' });
    const mended = await desk.answers('mutia.zahra', desk.last('requester.papers'), 'Berikut formulir yang benar.', {
      attachments: [await resetForm()],
    });

    expect(mended.told).toEqual(['requester.progress → mutia.zahra', 'team.assigned → rft-aplikasi']);
    expect(await statusOf(mended)).toBe('assigned');
    expect(await desk.statuses()).toHaveLength(1);
  });

  it('is no corrected form with another fault: that one is told', async () => {
    await writes({ 'akun.nama_depan': 'Nadhifa', 'akun.nama_belakang': 'Rahmah' });
    const mended = await desk.answers('mutia.zahra', desk.last('requester.papers'), 'Berikut formulir yang benar.', {
      attachments: [await resetForm({ 'penyetuju.nama': 'Budi Santosa' })],
    });

    expect(mended.told).toEqual(['requester.papers → mutia.zahra']);
    const { text } = desk.last('requester.papers').mail;
    expect(text).toContain('Nama penyetuju pada formulir (Budi Santosa)');
    expect(text).not.toContain('Nadhifa');
  });

  it.each([
    'Yang benar sesuai formulir, mohon maaf.',
    'Mohon maaf, yang benar 1 akun.',
    'Formulirnya sudah benar, bukan emailnya.',
  ])('is the word that the form is right, where only the mail says otherwise: %s', async (words) => {
    await writes({}, 'mohon reset password 2 akun user aplikasi SPAN, Form 3.1 terlampir.');
    const settled = await desk.answers('mutia.zahra', desk.last('requester.papers'), words);

    expect(await statusOf(settled)).toBe('assigned');
    expect((await desk.ticket(settled.decision.tickets[0]?.number ?? '')).texts['facts']).toContain('"quantity":1');
  });

  it('is no word against the signed form: the desk looks, with the papers, and both are told', async () => {
    await writes({}, 'mohon reset password 2 akun user aplikasi SPAN, Form 3.1 terlampir.');
    const settled = await desk.answers(
      'mutia.zahra',
      desk.last('requester.papers'),
      'Yang benar 2, formulirnya keliru.',
    );

    expect(settled.told).toEqual(['requester.received → mutia.zahra', 'desk.triage → meja-layanan']);
    expect(await statusOf(settled)).toBe('triage: papers-differ');
    const { text } = desk.last('desk.triage').mail;
    expect(text).toContain('Jumlah akun pada formulir (1) tidak sama dengan jumlah pada email (2)');
    expect(text).toContain('Yang benar 2, formulirnya keliru.');
  });

  it('is no word against the directory either', async () => {
    await writes({ 'penyetuju.email': 'wening@kemenkeu.example' });
    const settled = await desk.answers('mutia.zahra', desk.last('requester.papers'), 'Yang benar sesuai formulir.');

    expect(await statusOf(settled)).toBe('triage: papers-differ');
  });

  it('is the desk, by one digit', async () => {
    await writes({ 'penyetuju.email': 'wening@kemenkeu.example' });
    await desk.answers('mutia.zahra', desk.last('requester.papers'), 'Alamat beliau memang baru.');
    const sorted = await desk.answers('meja-layanan', desk.last('desk.triage'), '1');

    expect(await statusOf(sorted)).toBe('assigned');
  });

  it('is a corrected form while the desk still looks', async () => {
    await writes({ 'penyetuju.email': 'wening@kemenkeu.example' });
    await desk.answers('mutia.zahra', desk.last('requester.papers'), 'Alamat beliau memang baru.');
    const mended = await desk.answers('mutia.zahra', desk.last('requester.received'), 'Ini formulir yang baru.', {
      attachments: [await resetForm()],
    });

    expect(await statusOf(mended)).toBe('assigned');
  });
});

describe('a form that comes later', () => {
  it('is compared with what the first mail said', async () => {
    await desk.writes('mutia.zahra', {
      subject: RESET.subject,
      text: 'mohon reset password 2 akun user aplikasi SPAN.',
    });
    const brought = await desk.answers('mutia.zahra', desk.last('requester.incomplete'), 'Formulir terlampir.', {
      attachments: [await resetForm()],
    });

    expect(brought.told).toEqual(['requester.papers → mutia.zahra']);
    expect(desk.last('requester.papers').mail.text).toContain(
      'Jumlah akun pada formulir (1) tidak sama dengan jumlah pada email (2)',
    );
  });
});

describe('a form that we had filled in', () => {
  const filledIn = async (change: (form: PDFForm) => void): Promise<Attached> => {
    await desk.writes('mutia.zahra', { subject: RESET.subject, text: WITHOUT_FORM });
    const made = desk.last('requester.incomplete').mail.attachments.find(({ filename }) => filename.startsWith('Form'));
    if (made === undefined || !('bytes' in made.content)) throw new Error('no form went along');
    return {
      filename: 'formulir saya.pdf',
      type: 'application/pdf',
      content: await fillIn(made.content.bytes, change),
    };
  };

  it('is accepted as it came back', async () => {
    const form = await filledIn(() => undefined);
    const back = await desk.answers('mutia.zahra', desk.last('requester.incomplete'), 'Terlampir.', {
      attachments: [form],
    });

    expect(await statusOf(back)).toBe('assigned');
  });

  it('is noticed where what we had written is another now', async () => {
    const form = await filledIn((filled) => filled.getTextField('pemohon.unit_kerja').setText('Bagian Lain'));
    const back = await desk.answers('mutia.zahra', desk.last('requester.incomplete'), 'Terlampir.', {
      attachments: [form],
    });

    expect(await statusOf(back)).toBe('incomplete');
    expect(desk.last('requester.papers').mail.text).toContain(
      'Isian yang sudah kami cetak pada formulir ini berubah: Unit kerja pemohon',
    );
  });

  it('finds its ticket in a mail of its own, as long as its requester sends it', async () => {
    const form = await filledIn(() => undefined);
    const fresh: Written = { subject: 'formulir', text: 'Formulir terlampir.', attachments: [form] };
    const stranger = await desk.writes('nadhifa.rahmah', fresh);
    const back = await desk.writes('mutia.zahra', fresh);

    expect(stranger.rule).toBe('new-request');
    expect(back.rule).toBe('belongs-to-a-ticket');
    expect(await statusOf(back)).toBe('assigned');
  });

  it('is not taken for another ticket', async () => {
    const form = await filledIn(() => undefined);
    await desk.writes('mutia.zahra', {
      subject: RESET.subject,
      text: 'mohon reset password user aplikasi persediaan saya.',
    });
    const back = await desk.answers('mutia.zahra', desk.last('requester.incomplete'), 'Terlampir.', {
      attachments: [form],
    });

    expect(await statusOf(back)).toBe('incomplete');
    expect(desk.last('requester.papers').mail.text).toMatch(
      /Formulir ini kami buat untuk tiket SR-\S+, bukan untuk tiket ini/,
    );
  });
});
