/** What the words of a mail already tell is understood and told back, and nobody is asked for it again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Facts } from '../../src/understand/reading.ts';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

interface Told {
  readonly variant: string | null;
  readonly missing: readonly string[];
  readonly facts: Facts;
}

async function ticketOf(outcome: Outcome): Promise<Told> {
  const { state, texts } = await desk.ticket(outcome.decision.tickets[0]?.number ?? '');
  return { variant: state.variant, missing: state.missing, facts: JSON.parse(texts['facts'] ?? '{}') as Facts };
}

function textOf({ letters }: Outcome, template: string): string {
  return letters.find((letter) => letter.template === template)?.mail.text ?? '';
}

describe('rights in an application', () => {
  const ask = async (text: string): Promise<string | null> =>
    (await ticketOf(await desk.writes('budi.santosa', { subject: 'aplikasi', text, cc: ['wening.asmara'] }))).variant;

  it.each([
    ['Mohon peran saya pada aplikasi OM-SPAN ditambah, supaya dapat menyetujui.', 'kewenangan'],
    ['Mohon Sdri. Tri diberi hak akses operator pada aplikasi SIMAN, formulir 3.1 terlampir.', 'buat'],
    ['Rekan kami sudah pindah ke unit lain, mohon hak aksesnya di aplikasi CEISA ditutup.', 'hapus'],
    ['Tolong kata sandi saya di aplikasi SIMAN direset, yang bukan email.', 'reset'],
    ['Nama saya pada akun aplikasi CEISA salah tulis, mohon diperbaiki.', 'ubah'],
  ])('are told from those to a mailbox: %s', async (text, kind) => {
    expect(await ask(text)).toBe(`SC03-1/hak-akses-${kind}`);
  });

  it.each([
    ['Saya lupa kata sandi email kantor, mohon direset.', 'ITSM.8/reset-password'],
    ['Pak Tarmuji pensiun, mohon akun email dan domain beliau dinonaktifkan.', 'ITSM.8/penonaktifan-akun'],
    ['Mohon akses Bu Rina ke folder bersama seksi kami dicabut.', 'ITSM.9/sharing-folder'],
  ])('are not meant in "%s"', async (text, variant) => {
    expect(await ask(text)).toBe(variant);
  });
});

describe('a list of devices in the mail', () => {
  const serials = [1, 2, 3, 4, 5, 6].map((at) => `SN PF3B200${at} BMN 3100102002-4${at}`);
  const ask = async (text: string): Promise<Outcome> =>
    desk.writes('budi.santosa', { subject: 'pasang', text, cc: ['joyo.handoko'] });

  it.each([
    ['lines', `Mohon dipasang Foxit di enam laptop:\n${serials.join('\n')}\nLisensinya ada di kami.`],
    ['items', `Mohon dipasang Foxit di enam laptop:\n${serials.map((one, at) => `${at + 1}. ${one}`).join('\n')}`],
    ['a sentence', `Mohon Foxit dipasang di enam laptop dengan ${serials.join(', ')}.`],
  ])('is the list that is asked for: in %s', async (_, text) => {
    expect((await ticketOf(await ask(text))).missing).not.toContain('daftar-sn-bmn');
  });

  it('is none where fewer are named than are wanted', async () => {
    const text = 'Mohon dipasang Foxit di enam laptop, dua di antaranya SN PF3B2001 dan SN PF3B2002.';

    expect((await ticketOf(await ask(text))).missing).toContain('daftar-sn-bmn');
  });

  it('completes the request as an answer', async () => {
    const first = await ask('Mohon pasang Visio di enam laptop kami, lisensinya sudah ada.');
    expect((await ticketOf(first)).missing).toEqual(['daftar-sn-bmn']);

    await desk.answers('budi.santosa', desk.last('requester.incomplete'), `Ini datanya:\n${serials.join('\n')}`);

    expect((await ticketOf(first)).missing).toEqual([]);
  });
});

describe('the name of an application', () => {
  const ask = async (subject: string, text: string): Promise<Outcome> =>
    desk.writes('lukman.sardi', { subject, text, cc: ['dewi.anjarwati'] });

  it.each([
    ['hosting', 'Mohon penonaktifan hosting PaaS SIPANDU karena sudah diganti.', 'SIPANDU'],
    ['uji beban', 'Kami mengajukan uji beban SIWASKAT sebelum rilis.', 'SIWASKAT'],
    ['VM', 'Mohon server development IaaS untuk proyek MONIKA-NG, 8 vCPU dan RAM 32 GB.', 'MONIKA-NG'],
    ['Pentest e-Lapor', 'Mohon pengujian kerentanan untuk e-Lapor, berkasnya menyusul.', 'e-Lapor'],
  ])('is read from where it stands: %s, %s', async (subject, text, name) => {
    const outcome = await ask(subject, text);

    expect((await ticketOf(outcome)).facts.application).toBe(name);
    expect(outcome.letters[0]?.mail.text).not.toContain('Nama aplikasi');
  });

  it('meets the requirement of that name', async () => {
    const said = await ticketOf(await ask('TTE', 'Mohon integrasi SINERGI dengan sertifikat elektronik.'));

    expect(said.missing).not.toContain('nama-aplikasi');
  });

  it.each([
    ['hosting', 'Mohon hosting PaaS KPPN Metro diaktifkan kembali.'],
    ['VPN', 'Mohon user VPN untuk dua pegawai kami.'],
    ['TTE', 'Mohon integrasi TTE untuk surat keluar BPPK.'],
    ['data', 'Kami butuh integrasi data dengan BPK dan DJPb.'],
  ])('is no abbreviation of a unit, a body or a product: %s, %s', async (subject, text) => {
    expect((await ticketOf(await ask(subject, text))).facts.application).toBeUndefined();
  });
});

describe('the letter to a body without an agreement', () => {
  const ask = async (text: string): Promise<readonly string[]> =>
    (await ticketOf(await desk.writes('farid.hakimi', { subject: 'akses data K/L', text }))).missing;

  it.each([
    'Kami memerlukan akses data kependudukan milik Kemendagri. Perjanjian kerja sama dengan mereka belum ada.',
    'Mohon akses data K/L dari BPS. Unit kami tidak mempunyai kerja sama apa pun dengan BPS.',
    'Mohon akses data Dukcapil. PKS antara kami dan Dukcapil sampai sekarang belum ditandatangani.',
    'We need access to data of BPS (data K/L). An agreement with them does not exist yet.',
  ])('is asked for: %s', async (text) => {
    expect(await ask(text)).toContain('surat-akses-data-kl');
  });

  it.each([
    'Mohon akses data K/L dari BPS sesuai perjanjian kerja sama yang sudah ditandatangani.',
    'Mohon akses data Dukcapil, PKS sudah ada, datanya belum ada di gudang data.',
    'Mohon akses data K/L dari BPS. Atas kerja sama Bapak/Ibu kami ucapkan terima kasih, tidak ada lampiran.',
  ])('is not asked for: %s', async (text) => {
    expect(await ask(text)).not.toContain('surat-akses-data-kl');
  });
});

describe('a code of the older catalogue', () => {
  const ask = async (subject: string, text: string): Promise<Outcome> =>
    desk.writes('mutia.zahra', { subject, text, cc: ['joyo.handoko'] });

  it.each([
    ['Akun', 'Kode 9.4 untuk saya, tolong.', 'ITSM.8/reset-password'],
    ['Kode 9.4', 'Mohon layanan 9.4 atas akun saya.', 'ITSM.8/reset-password'],
    ['9.1.2', 'Mohon layanan kode 9.1.2 bagi dua narasumber.', 'ITSM.5/internet-tamu'],
    ['pengajuan', 'Kode layanan: 9.3. Atas nama Sdr. Budi.', 'ITSM.8/penonaktifan-akun'],
  ])('names the service that followed it: %s, %s', async (subject, text, variant) => {
    expect((await ticketOf(await ask(subject, text))).variant).toBe(variant);
  });

  it.each([
    ['ITSM 9.2.2', 'Sesuai layanan 9.2.2, mohon kotak surat saya diperbesar jadi 5 GB.'],
    ['lampiran', 'Boleh batas lampiran email saya dinaikkan? Saya kerap mengirim 40 MB.'],
  ])('brings the limits of a mailbox along: %s', async (subject, text) => {
    const { letters } = await ask(subject, text);

    expect(letters[0]?.mail.text).toMatch(/2 GB[^]*20 MB/);
  });

  it('brings no limits where nothing is said of them', async () => {
    const { letters } = await ask('ubah nama', 'Mohon nama akun email saya diubah sesuai SK pada lampiran.');

    expect(letters[0]?.mail.text).not.toContain('20 MB');
  });
});

describe('what was understood', () => {
  it('tells server and application back to requester and superior', async () => {
    const text = 'Mohon hosting IaaS aplikasi SIMONEV di server srv-app-02 (10.20.30.41) diaktifkan kembali.';
    const outcome = await desk.writes('lukman.sardi', { subject: 'hosting', text, cc: ['dewi.anjarwati'] });

    expect(textOf(outcome, 'requester.received')).toContain('Server: srv-app-02, 10.20.30.41\n');
    expect(textOf(outcome, 'approver.please-approve')).toContain('Server: srv-app-02, 10.20.30.41\n');
  });

  it('tells device, serial number and code of property back to requester and team', async () => {
    const text = 'Mohon Foxit dipasang di laptop Lenovo T14 saya, nomor seri PF3A7001, kode BMN 3.10.01.02.002 NUP 41.';
    const outcome = await desk.writes('budi.santosa', { subject: 'pasang', text, cc: ['joyo.handoko'] });
    const team = outcome.letters.find(({ template }) => template === 'team.assigned')?.mail.text ?? '';

    for (const letter of [textOf(outcome, 'requester.received'), team])
      expect(letter).toMatch(/Perangkat: laptop Lenovo T14\nSN: PF3A7001\nBMN: 3\.10\.01\.02\.002-41\n/);
  });

  it('shortens a long row for a telephone', async () => {
    const serials = [1, 2, 3, 4, 5].map((at) => `SN PF3B200${at}`).join('\n');
    const text = `Mohon dipasang Foxit di lima laptop:\n${serials}`;
    const outcome = await desk.writes('budi.santosa', { subject: 'pasang', text, cc: ['joyo.handoko'] });

    expect(outcome.letters[0]?.mail.text).toContain('SN: PF3B2001, PF3B2002, PF3B2003 (+2)\n');
  });

  it('tells the number of participants back', async () => {
    const text = 'Mohon dibuatkan room Zoom Rabu, 2 Desember 2026 pukul 09.00, sekitar 40 peserta dari kantor pusat.';
    const outcome = await desk.writes('aulia.ramadhanti', { subject: 'Zoom', text, cc: ['togar.situmeang'] });

    expect(outcome.letters[0]?.mail.text).toContain('Peserta: 40 orang\n');
  });

  it('is not told where nothing of it stands in the mail', async () => {
    const text = 'Mohon sandi email saya direset, saya lupa.';
    const outcome = await desk.writes('mutia.zahra', { subject: 'reset', text, cc: ['joyo.handoko'] });

    expect(outcome.letters[0]?.mail.text).not.toMatch(/Server:|Perangkat:|SN:|BMN:|Peserta:/);
  });
});

describe('the time that is promised', () => {
  it('is the step of the number that is known', async () => {
    const text = 'Mohon pasang Visio di enam laptop kami, lisensinya sudah ada.';
    const outcome = await desk.writes('mutia.zahra', { subject: 'pasang', text, cc: ['joyo.handoko'] });

    expect(outcome.letters[0]?.mail.text).not.toMatch(/\d–\d+: \d+ hari kerja/);
  });

  it('is that of the event, not of a day from which all is there', async () => {
    const text = 'Mohon dukungan pendampingan rapat Zoom 2 Desember 2026 pukul 09.00.';
    const outcome = await desk.writes('aulia.ramadhanti', { subject: 'Pendampingan', text });

    expect(outcome.letters[0]?.mail.text).not.toContain('setelahnya sejak');
  });
});

describe('the names of those who forgot', () => {
  const ask = async (text: string): Promise<readonly string[]> => {
    const kalbar = await openDesk({ organisation: 'kalbar' });
    const who = 'adminit.dinkes@kalbarprov.example';
    const { decision } = await kalbar.writes(who, { subject: 'Lupa sandi surel', text });
    const { state } = await kalbar.ticket(decision.tickets[0]?.number ?? '');
    await kalbar.close();
    return state.missing;
  };

  it.each([
    'Pegawai berikut lupa sandi surel dinasnya: 1. Ratna Dewi 2. Syarif Hidayat. Mohon direset.',
    'Mohon sandi email dinas pegawai berikut direset:\n- Ratna Dewi, NIP 198507072010012003\n- Syarif, NIP 198001012005011004',
  ])('are not asked for where they stand in the mail: %s', async (text) => {
    expect(await ask(text)).not.toContain('daftar-nama-lupa');
  });

  it('are asked for where nobody is named', async () => {
    expect(await ask('Beberapa pegawai kami lupa sandi surel dinasnya, mohon direset.')).toContain('daftar-nama-lupa');
  });
});

describe('a service for some units only', () => {
  it('is told plainly to a unit that cannot have it', async () => {
    const text = 'Mohon tambahan akses GitLab untuk satu programmer di seksi kami.';
    const outcome = await desk.writes('mutia.zahra', { subject: 'GitLab', text, cc: ['joyo.handoko'] });
    const letter = textOf(outcome, 'requester.incomplete');

    expect((await ticketOf(outcome)).missing).toContain('unit-tik');
    expect(letter).toContain('tidak dapat kami kerjakan untuk unit');
    expect(letter).toContain('hanya untuk unit TIK di lingkungan Kemenkeu.');
    expect(letter).not.toMatch(/\[ \]|mohon lengkapi|Kirimkan|sejak semuanya lengkap/);
  });

  it('asks a unit that may have it for what it lacks', async () => {
    const text = 'Mohon tambahan akses GitLab untuk satu programmer di seksi kami.';
    const outcome = await desk.writes('lukman.sardi', { subject: 'GitLab', text });

    expect(textOf(outcome, 'requester.incomplete')).toMatch(/\[ \] Atasan minimal/);
  });

  it('lets whoever is of such a unit say so', async () => {
    const text = 'Mohon tambahan akses GitLab untuk satu programmer di seksi kami.';
    await desk.writes('mutia.zahra', { subject: 'GitLab', text, cc: ['joyo.handoko'] });
    const { told } = await desk.answers(
      'mutia.zahra',
      desk.last('requester.incomplete'),
      'Unit kami termasuk unit TIK.',
    );

    expect(told.join()).toContain('desk.');
  });
});
