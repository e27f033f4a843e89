/** A small rulebook for letters: two services, an incident, two teams, all invented or from the public catalogue. */
import { NO_FOLLOW_UP } from '../../src/rulebook/follow-up.ts';
import type { Requirement, Rulebook, Service, Source, Variant } from '../../src/rulebook/rulebook.ts';
import { asTeamCode } from '../../src/shared/ids.ts';

const source: Source = { basis: 'stated', ref: 'example' };

const bia: Requirement = {
  key: 'formulir-bia',
  kind: 'form',
  phase: 'submission',
  text: 'Formulir BIA.',
  words: [],
  onlyWhen: [],
  signerRank: null,
  source,
};

function variant(slug: string, parts: Partial<Variant>): Variant {
  return {
    slug,
    code: 'ITSM.0.0',
    name: slug,
    shortName: slug,
    shortNameEn: slug,
    approval: null,
    requirements: [],
    serviceLevel: { kind: 'unstated', words: 'belum ditetapkan' },
    leadTime: null,
    quantity: null,
    sensitive: false,
    weakYes: 'ask',
    remarks: [],
    words: [],
    examples: [],
    source,
    ...parts,
  };
}

const account: Service = {
  code: 'ITSM.8',
  name: 'Layanan Akun Kementerian Keuangan',
  aliases: [],
  cc: { minimumRank: 4 },
  team: asTeamCode('RFT-AKUN'),
  ticketType: 'SR',
  words: [],
  source,
  variants: [
    variant('ITSM.8/reset-password', {
      code: 'ITSM.8.5',
      name: 'Reset Password Akun Surat Elektronik dan/atau Akses Internet',
      shortName: 'reset password email',
      shortNameEn: 'email password reset',
      serviceLevel: { kind: 'working-hours', hours: 4, words: '4 jam kerja', startsWhen: 'complete' },
    }),
    variant('ITSM.8/pembuatan-akun-individu', {
      code: 'ITSM.8.1',
      name: 'Pembuatan Akun secara Individu (Surat Elektronik dan/atau Akses Internet)',
      shortName: 'pembuatan akun email',
      shortNameEn: 'new email account',
      serviceLevel: { kind: 'working-days', days: 1, words: '1 hari kerja', startsWhen: 'complete' },
      quantity: { min: null, max: 30, unit: 'akun' },
    }),
    variant('ITSM.8/penonaktifan-akun', {
      code: 'ITSM.8.4',
      name: 'Penonaktifan Akun Surat Elektronik dan/atau Akses Internet',
      shortName: 'penonaktifan akun email',
      shortNameEn: 'email account deactivation',
      leadTime: { inJakarta: 1, elsewhere: 1, text: 'Diajukan sehari sebelumnya.' },
    }),
  ],
};

const hosting: Service = {
  code: 'ITSM.1',
  name: 'Layanan Hosting',
  aliases: [],
  cc: { minimumRank: 3 },
  team: asTeamCode('RFT-HOSTING'),
  ticketType: 'SR',
  words: [],
  source,
  variants: [
    variant('ITSM.1/hosting-iaas-production', {
      code: 'ITSM.1.1',
      name: 'Permintaan Hosting IaaS Production',
      shortName: 'hosting IaaS production',
      shortNameEn: 'IaaS production hosting',
      approval: { minimumRank: 3 },
      requirements: [bia],
      serviceLevel: { kind: 'working-days', days: 22, words: '22 hari kerja', startsWhen: 'complete' },
      remarks: ['BAST ditandatangani setelah layanan dipenuhi.'],
      remarksEn: ['The hand-over minutes (BAST) are signed after the work is done.'],
      questions: [
        {
          text: 'Perkiraan kebutuhan server (CPU, memori, penyimpanan).',
          textEn: 'Size of the server (CPU, memory, storage)?',
          facts: [],
          words: ['cpu', 'memori'],
        },
      ],
    }),
  ],
};

export const exampleRulebook: Rulebook = {
  version: 'example',
  organisation: {
    name: 'Pusintek',
    deskName: 'Service Desk Pusintek',
    fullName: 'Pusat Sistem Informasi dan Teknologi Keuangan',
    phones: ['021 3449230 eks. 4100', '021 3451165'],
    whatsapp: '0815 1624 741',
    visit: 'Gedung Syafrudin Prawiranegara I Lantai 1',
    signature: 'Service Desk Pusintek',
    footer: '',
  },
  services: [hosting, account],
  teams: [],
  deskTeam: asTeamCode('MEJA'),
  calendar: {
    zone: 'Asia/Jakarta',
    opensMinute: 480,
    closesMinute: 1020,
    daysOff: new Map(),
    years: [2026],
    version: 'example',
  },
  kinds: { request: [], incident: [], complaint: [], question: [], status: [], irrelevant: [] },
  priorities: {
    impact: [{ id: 'ruangan', name: 'satu ruangan', nameEn: 'one room', words: [] }],
    urgency: [{ id: 'biasa', name: 'biasa', nameEn: 'usual', words: [] }],
    levels: [
      { id: 'P2', name: 'tinggi', nameEn: 'high', text: 'Ditangani hari ini juga.', textEn: 'Dealt with today.' },
    ],
    matrix: { ruangan: { biasa: 'P2' } },
  },
  incidents: [{ id: 'jaringan', team: asTeamCode('RFT-JARINGAN'), shortName: 'gangguan jaringan', words: [] }],
  replies: {},
  abbreviations: {},
  wording: { suggests: ['usul'], asks_needs: ['perlu apa saja'], asks_time: ['berapa lama'] },
  followUp: NO_FOLLOW_UP,
  settings: {
    notifySuperior: true,
    ccOnlyNeedsReply: false,
    firstResponseMinutes: 30,
    reopenCalendarDays: 7,
    confidenceThreshold: 0.6,
  },
};
