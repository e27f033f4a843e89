import { describe, expect, it } from 'vitest';
import { decideOnMail } from '../../../src/decide/on-mail.ts';
import { aSituation, office } from '../situations.ts';

function first(subject: string, text: string, extra: Parameters<typeof aSituation>[0] = {}) {
  const { decision } = decideOnMail(aSituation({ message: { subject, text }, ...extra }));
  const fields = decision.letters[0]?.fields ?? {};
  return { template: decision.letters[0]?.template, notes: fields['notes'], questions: fields['questions'], decision };
}

describe('the first letter', () => {
  it('asks what the team needs to act, while the clock runs', () => {
    const letter = first('akun baru', 'Mohon dibuatkan akun email untuk pegawai baru kami.');

    expect(letter.template).toBe('requester.received');
    expect(letter.questions).toEqual(['Nama lengkap, NIP, dan unit pegawai yang dibuatkan akun.']);
    expect(letter.decision.tickets[0]?.events.map(({ type }) => type)).toContain('RequestCompleted');
  });

  it('asks nothing that the mail says', () => {
    const text = 'Mohon dibuatkan akun email a.n. Ratih Puspita NIP 199203152015032004 pada seksi kami.';

    expect(first('akun baru', text).questions).toEqual([]);
  });

  it('asks in the language of the sender', () => {
    const text = 'Dear team, please create an email account for our new employee. Thank you for your help.';

    expect(first('new email account', text).questions).toEqual(['Full name, NIP and unit of the person?']);
  });

  it('repeats remarks to the requester and to the team', () => {
    const { notes, decision } = first('lupa password email', 'Mohon reset password email saya.');
    const team = decision.letters.find(({ template }) => template === 'team.assigned');

    expect(notes).toEqual([
      'Password sementara tidak dikirim lewat balasan surat ini dan wajib langsung diganti saat pertama kali masuk.',
    ]);
    expect(team?.fields['remarks']).toEqual(notes);
  });

  it('tells limits to those whom they concern', () => {
    const limit =
      'Kapasitas mailbox 1 GB; kuota dapat ditambahkan hingga total tidak melebihi 2 GB. Lampiran email maksimum 20 MB.';

    expect(first('kuota mailbox', 'Mohon penambahan kuota mailbox email saya, sudah penuh.').notes).toContain(limit);
    expect(first('ganti alamat email', 'Mohon alamat email saya diubah menjadi nama baru.').notes).not.toContain(limit);
  });

  it('names the code that counts now to whoever cites an old one', () => {
    const { notes } = first('ITSM.9.4', 'Sesuai katalog kode 9.4, mohon reset password akun email saya.');

    expect(notes).toContain('Kode 9.4 kini Reset Password Akun pada ITSM.8.');
  });

  it('tells an incident its priority, and the team the same', () => {
    const { decision } = first('Internet mati', 'Internet mati total di seluruh kantor sejak pagi, mendesak.');

    const priority = {
      name: 'kritis',
      isSet: false,
      impact: 'banyak unit',
      urgency: 'mendesak',
      text: 'Ditangani segera, siang dan malam, sampai pulih.',
    };
    expect(decision.letters.find(({ template }) => template === 'requester.received')?.fields['priority']).toEqual(
      priority,
    );
    expect(decision.letters.find(({ template }) => template === 'team.assigned')?.fields['priority']).toEqual(priority);
  });
});

describe('a service that is stopped for now', () => {
  const suspensions = [
    { cause: 'emergency', services: ['ITSM.8'], text: 'Belum dapat diberikan: keadaan darurat.' },
  ] as const;
  const stopped = { office: { rulebook: { ...office.rulebook, suspensions } } };

  it('keeps the request with the desk, starts no clock and says why', () => {
    const { notes, decision } = first('lupa password email', 'Mohon reset password email saya.', stopped);
    const types = decision.tickets[0]?.events.map(({ type }) => type);

    expect(decision.letters.map(({ template }) => template)).toEqual(['requester.received', 'desk.triage']);
    expect(notes).toContain('Belum dapat diberikan: keadaan darurat.');
    expect(types).toContain('SentToDesk');
    expect(types).not.toContain('RequestCompleted');
  });

  it('does not stop the others', () => {
    const { decision } = first('Internet tamu', 'Mohon hak akses internet untuk 3 tamu hari Rabu.', stopped);

    expect(decision.letters.some(({ template }) => template === 'team.assigned')).toBe(true);
  });
});
