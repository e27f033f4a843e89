/** Builders for letters: invented people under reserved domains, one Monday morning in November 2026. */
import type { Person } from '../../src/directory/person.ts';
import type { LetterContext, Party, SourceMail, TeamParty } from '../../src/decide/letters/index.ts';
import { asMailId, asPersonId, asTicketNumber } from '../../src/shared/ids.ts';
import { fromIso } from '../../src/shared/time.ts';
import { exampleRulebook } from './example-rulebook.ts';

export const at = (iso: string): number => fromIso(iso);

function person(
  parts: Pick<Person, 'nip' | 'name' | 'title' | 'eselon' | 'unitName'> & { readonly address: string },
): Person {
  const { address, ...rest } = parts;
  return { ...rest, addresses: [address], unitCode: 'UK', superiorNip: null, acting: null, active: true };
}

export const partyOf = (known: Person): Party => ({
  id: asPersonId(known.nip.slice(0, 16)),
  address: known.addresses[0] ?? '',
  name: known.name,
  person: known,
});

export const hanif = person({
  nip: '198609192006121003',
  name: 'Hanif Maulana',
  address: 'hanif.maulana@kemenkeu.example',
  title: 'Pelaksana',
  eselon: '',
  unitName: 'Bagian Manajemen Kinerja Organisasi',
});
export const maya = person({
  nip: '197903142003122001',
  name: 'Maya Sekarsari',
  address: 'maya.sekarsari@kemenkeu.example',
  title: 'Kepala Bagian Manajemen Kinerja Organisasi',
  eselon: 'III',
  unitName: 'Bagian Manajemen Kinerja Organisasi',
});
export const doni = person({
  nip: '198304022007101002',
  name: 'Doni Prakoso',
  address: 'doni.prakoso@kemenkeu.example',
  title: 'Kepala Subbagian Pengukuran Kinerja',
  eselon: 'IV',
  unitName: 'Subbagian Pengukuran Kinerja',
});

export const accountTeam: TeamParty = {
  id: asPersonId('00000000000000a1'),
  address: 'rft-akun@kemenkeu.example',
  name: 'Akun dan Email',
};
export const deskTeam: TeamParty = {
  id: asPersonId('00000000000000de'),
  address: 'meja-layanan@kemenkeu.example',
  name: 'Meja Layanan',
};

export const originalMail: SourceMail = {
  mail: asMailId('0a1b2c3d4e5f60718293'),
  messageId: 'CAF0001@mail.kemenkeu.example',
  references: [],
  attachments: [],
  text: 'Selamat pagi.\n\nMohon bantuannya untuk reset password email saya. Tadi pagi ada pemberitahuan kedaluwarsa, lalu setelah diganti tidak bisa masuk lagi.\n\nHanif Maulana, NIP 19860919 200612 1 003',
};

export function aContext(parts: Partial<LetterContext> = {}): LetterContext {
  return {
    rulebook: exampleRulebook,
    now: at('2026-11-23T09:00:00+07:00'),
    mailbox: 'servicedesk@kemenkeu.example',
    number: asTicketNumber('SR-261123-0042-7'),
    kind: 'request',
    language: 'id',
    requester: partyOf(hanif),
    service: 'ITSM.8',
    variant: 'ITSM.8/reset-password',
    incident: null,
    summary: 'Mohon dibantu reset password email',
    ownText: originalMail.text,
    facts: { applicant: 'Hanif Maulana', nip: '198609192006121003' },
    times: {
      resolveBy: at('2026-11-23T13:00:00+07:00'),
      startsWhen: 'now',
      level: { kind: 'working-hours', hours: 4, words: '4 jam kerja', startsWhen: 'complete' },
      estimate: false,
    },
    team: accountTeam,
    desk: deskTeam,
    approver: null,
    superior: null,
    paperKeys: new Set(['form-3.1', 'bast']),
    missing: [],
    grade: 'aligned',
    deskReason: null,
    guesses: [],
    late: false,
    source: originalMail,
    original: originalMail,
    follows: null,
    stem: null,
    ...parts,
  };
}

/** A hosting request that waits for its superior. */
export function aHostingContext(parts: Partial<LetterContext> = {}): LetterContext {
  const text =
    'Yth. Service Desk,\n\nMohon disiapkan hosting production untuk aplikasi e-Kinerja. Formulir BIA dan dokumen UAT kami lampirkan.\n\nTerima kasih.';
  const mail: SourceMail = {
    ...originalMail,
    text,
    attachments: ['Formulir BIA e-Kinerja.pdf', 'Dokumen UAT e-Kinerja.pdf'],
  };
  return aContext({
    number: asTicketNumber('SR-261123-0043-1'),
    service: 'ITSM.1',
    variant: 'ITSM.1/hosting-iaas-production',
    summary: 'Permohonan hosting production e-Kinerja',
    ownText: text,
    facts: { application: 'e-Kinerja' },
    approver: partyOf(maya),
    team: { id: asPersonId('00000000000000b2'), address: 'rft-hosting@kemenkeu.example', name: 'Hosting dan Server' },
    times: {
      resolveBy: null,
      startsWhen: 'approved',
      level: { kind: 'working-days', days: 22, words: '22 hari kerja', startsWhen: 'complete' },
      estimate: false,
    },
    source: mail,
    original: mail,
    ...parts,
  });
}
