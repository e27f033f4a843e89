/** The desk's own letters in their variants: receipts, lists, the morning letter. */
import * as letters from '../../src/decide/letters/index.ts';
import { asMailId, asPersonId, asTicketNumber } from '../../src/shared/ids.ts';
import type { LetterExample } from './letter-examples.ts';
import {
  aContext,
  accountTeam,
  aHostingContext,
  at,
  deskTeam,
  hanif,
  maya,
  originalMail,
  partyOf,
} from './letter-context.ts';

const SR = 'SR-261123-0042-7';
const OTHER = 'SR-261123-0045-9';

const rina = {
  id: asPersonId('00000000000000a9'),
  address: 'rina@kemenkeu.example',
  name: 'Rina Kusuma',
  person: null,
};
const place = { rulebook: aContext().rulebook, mailbox: aContext().mailbox };
const toRina = (ticket: string | null): letters.DeskContext => ({
  ...place,
  source: originalMail,
  writer: rina,
  ticket: ticket === null ? null : asTicketNumber(ticket),
  stem: ticket === null ? null : `[${ticket}] reset password email`,
});

const held: readonly letters.HeldLine[] = [
  {
    mail: asMailId('a0b0c0d0e0f0a0b0c0d1'),
    receivedAt: at('2026-11-22T21:04:00+07:00'),
    disposition: 'hold:outside',
    from: 'penawaran@vendor.example',
    subject: 'Penawaran perangkat jaringan akhir tahun',
    asked: [],
    trick: null,
  },
  {
    mail: asMailId('a0b0c0d0e0f0a0b0c0d4'),
    receivedAt: at('2026-11-22T22:15:00+07:00'),
    disposition: 'hold:outside',
    from: 'pusintek@kemenkeu-go.example',
    subject: 'Pemutakhiran kata sandi',
    asked: [],
    trick: 'similar-domain',
  },
  {
    mail: asMailId('a0b0c0d0e0f0a0b0c0d5'),
    receivedAt: at('2026-11-22T23:02:00+07:00'),
    disposition: 'hold:outside',
    from: 'dewi.a@gmail.example',
    subject: 'Setuju',
    asked: [{ kind: 'other', service: null, variant: null }],
    trick: 'borrowed-name',
  },
  {
    mail: asMailId('a0b0c0d0e0f0a0b0c0d6'),
    receivedAt: at('2026-11-22T23:40:00+07:00'),
    disposition: 'hold:outside',
    from: 'yusuf.pranata@surat.example',
    subject: 'Akun saya terkunci, dan satu pertanyaan',
    asked: [
      { kind: 'request', service: 'ITSM.8', variant: 'ITSM.8/reset-password' },
      { kind: 'question', service: 'ITSM.1', variant: null },
    ],
    trick: null,
  },
  {
    mail: asMailId('a0b0c0d0e0f0a0b0c0d2'),
    receivedAt: at('2026-11-23T06:12:00+07:00'),
    disposition: 'hold:authentication-failed',
    from: 'hanif.maulana@kemenkeu.example',
    subject: 'Reset password segera',
    asked: null,
    trick: null,
  },
  {
    mail: asMailId('a0b0c0d0e0f0a0b0c0d3'),
    receivedAt: at('2026-11-23T06:40:00+07:00'),
    disposition: 'hold:poison',
    from: '',
    subject: '',
    asked: null,
    trick: null,
  },
];

const quiet: letters.DailyFigures = {
  ruleFaults: [],
  day: '2026-11-24',
  since: null,
  teams: [],
  waiting: { requester: 0, approver: 0, desk: 0, confirmation: 0 },
  dueToday: [],
  overdue: [],
  standing: [],
  held: [],
  heldCount: 0,
  undeliverable: [],
  parked: 0,
  deadAddresses: [],
  mails: { accepted: 0, ignored: 0, rejected: 0, held: 0 },
  ignored: [],
  ledger: { total: 0, decided: 0, kept: 0, beforeActivation: 0, onServer: null, missing: null },
};

const busy: letters.DailyFigures = {
  ...quiet,
  ruleFaults: [
    'rules/services/ITSM.1.yaml:60:9: this example of ITSM.1/hosting-iaas-production is read as ITSM.8/reset-password',
  ],
  day: '2026-11-23',
  since: at('2026-11-20T07:30:00+07:00'),
  teams: [
    { team: 'Akun dan Email', open: 14 },
    { team: 'Hosting dan Server', open: 6 },
    { team: null, open: 3 },
  ],
  waiting: { requester: 4, approver: 3, desk: 3, confirmation: 9 },
  dueToday: [
    {
      number: asTicketNumber(SR),
      name: 'reset password email',
      team: 'Akun dan Email',
      by: at('2026-11-23T13:00:00+07:00'),
    },
  ],
  overdue: [
    {
      number: asTicketNumber(OTHER),
      name: 'hosting IaaS production',
      team: 'Hosting dan Server',
      by: at('2026-11-20T17:00:00+07:00'),
    },
  ],
  standing: [
    {
      number: asTicketNumber('INC-261119-0007-9'),
      name: 'internet lantai 5 lambat',
      team: 'Jaringan',
      since: at('2026-11-19T08:14:00+07:00'),
    },
    {
      number: asTicketNumber('SR-261119-0031-2'),
      name: 'permintaan seperti tahun lalu',
      team: null,
      since: at('2026-11-19T09:02:00+07:00'),
    },
  ],
  held,
  heldCount: 34,
  undeliverable: [{ recipient: 'pensiun@kemenkeu.example', template: 'requester.received' }],
  parked: 2,
  deadAddresses: ['pensiun@kemenkeu.example'],
  mails: { accepted: 61, ignored: 12, rejected: 0, held: 3 },
  ignored: [
    { reason: 'auto-submitted', count: 5 },
    { reason: 'irrelevant', count: 4 },
    { reason: 'duplicate', count: 3 },
  ],
  ledger: { total: 1204, decided: 1200, kept: 1, beforeActivation: 3, onServer: 38, missing: 0 },
};

const done = (kind: letters.DoneLine['kind'], ticket: string | null, to: string | null): letters.DoneLine => ({
  kind,
  ticket,
  to,
});

export function deskExamples(): readonly LetterExample[] {
  const operator = { id: asPersonId('00000000000000ff'), address: 'operator@kemenkeu.example' };
  const complaint = aContext({
    number: asTicketNumber('CMP-261123-0044-3'),
    kind: 'complaint',
    service: null,
    variant: null,
    deskReason: 'complaint',
    facts: {},
    team: null,
    times: { resolveBy: null, startsWhen: 'complete', level: null, estimate: false },
    summary: 'Sudah seminggu tidak ada kabar',
    ownText: 'Permintaan saya sudah seminggu tidak ada kabar. Kami kecewa.',
    requester: partyOf(maya),
  });
  return [
    {
      name: 'tiga-perintah',
      letter: letters.deskDone(
        toRina(SR),
        [
          done('corrected', SR, 'Reset Password Email'),
          done('put-right', SR, '12 akun'),
          done('merged', OTHER, SR),
          done('opened', 'SR-261123-0046-0', 'Hanif Maulana'),
        ],
        false,
      ),
    },
    {
      name: 'karantina',
      letter: letters.deskDone(
        toRina(null),
        [
          done('released', null, 'penawaran@vendor.example'),
          done('dropped', null, 'promo@vendor.example'),
          done('blocked', null, 'promo@vendor.example'),
          done('freed', null, 'pensiun@kemenkeu.example'),
        ],
        false,
      ),
    },
    {
      name: 'pratinjau',
      letter: letters.deskDone(
        toRina(SR),
        [done('reassigned', SR, 'Jaringan'), done('linked', SR, OTHER), done('archived', OTHER, null)],
        true,
      ),
    },
    { name: 'uat-sah', letter: letters.deskDone(toRina(SR), [done('uat-accepted', SR, null)], false) },
    { name: 'bast-sah', letter: letters.deskDone(toRina(SR), [done('bast-accepted', SR, null)], false) },
    {
      name: 'dibatalkan',
      letter: letters.deskDone(toRina(SR), [done('undone', SR, 'alihkan: RFT-JARINGAN')], false),
    },
    {
      name: 'sebagian-dibatalkan',
      letter: letters.deskDone(
        toRina(null),
        [
          done('undone', SR, `${SR} alihkan: RFT-JARINGAN`),
          done('held-again', null, 'promo@vendor.example'),
          done('unblocked', null, 'undian@vendor.example'),
          done('stays-answered', OTHER, 'penawaran@vendor.example'),
          done('stays-moved', OTHER, `${OTHER} alihkan: RFT-HOSTING`),
          done('stays-done', 'SR-261123-0046-0', 'atas nama hanif.maulana@kemenkeu.example: minta reset password'),
        ],
        false,
      ),
    },
    {
      name: 'tidak-dibatalkan',
      letter: letters.deskDone(toRina(SR), [done('stays-answered-since', SR, 'konfirmasi')], false),
    },
    {
      name: 'dua-baris',
      letter: letters.deskBatchUnclear(toRina(SR), [
        { line: 'alihkn RFT-JARINGN', why: 'not-understood' },
        { line: 'gabung SR-261123-0099-1', why: 'unknown-ticket' },
      ]),
    },
    {
      name: 'tanpa-daftar',
      letter: letters.deskBatchUnclear(toRina(null), [{ line: 'lepas 3', why: 'no-list' }]),
    },
    { name: 'berkas', letter: letters.deskEvidence(toRina(SR), asTicketNumber(SR)) },
    {
      name: 'reset-password',
      letter: letters.deskWhy(toRina(SR), SR, [
        {
          at: at('2026-11-23T08:40:00+07:00'),
          says: 'A request, report, complaint or question of an employee.',
          lines: [
            { rule: 'mail/new-request', words: '' },
            { rule: 'ITSM.8/reset-password#lupa', words: 'lupa password email' },
            { rule: 'step/to-the-team', words: '' },
          ],
        },
      ]),
    },
    { name: 'kosong', letter: letters.deskWhy(toRina(null), 'promo@vendor.example', []) },
    { name: 'semua', letter: letters.deskHelp(toRina(null)) },
    {
      name: 'hosting',
      letter: letters.deskConfirm(
        { ...aHostingContext(), source: { ...originalMail, text: 'selesai: server sudah aktif' } },
        'Server sudah aktif dan dapat diakses dari jaringan kantor.',
      ),
    },
    {
      name: 'dengan-riwayat',
      letter: letters.deskComplaint(complaint, deskTeam, [
        {
          number: OTHER,
          name: 'reset password email',
          status: 'assigned',
          openedAt: at('2026-11-16T09:00:00+07:00'),
          team: accountTeam.name,
        },
        {
          number: SR,
          name: 'kuota mailbox',
          status: 'closed',
          openedAt: at('2026-10-01T10:00:00+07:00'),
          team: accountTeam.name,
        },
      ]),
    },
    { name: 'pertama-kali', letter: letters.deskComplaint({ ...complaint, source: null }, deskTeam, []) },
    { name: 'tiga-email', letter: letters.deskQuarantine(place, rina, held, originalMail) },
    { name: 'kosong', letter: letters.deskQuarantine(place, rina, [], originalMail) },
    { name: 'ramai', letter: letters.deskDigest(place, deskTeam, busy) },
    { name: 'tenang', letter: letters.deskDigest(place, deskTeam, quiet) },
    { name: 'lengkap', letter: letters.operatorDaily(place, operator, busy) },
    {
      name: 'kurang',
      letter: letters.operatorDaily(place, operator, {
        ...busy,
        ledger: { ...busy.ledger, onServer: 40, missing: 2 },
      }),
    },
    {
      name: 'ditarik',
      letter: letters.teamNews(aContext({ source: null }), accountTeam, 'withdrawn', { answers: null }),
    },
    {
      name: 'jumlah-dibetulkan',
      letter: letters.teamNews(
        aContext({ source: null, facts: { quantity: 45 }, recounted: 45 }),
        accountTeam,
        'recounted',
        { answers: null },
      ),
    },
    {
      name: 'disiapkan',
      letter: letters.teamNews(
        aContext({ source: null, variant: 'ITSM.14/video-conference', facts: { eventDate: '2026-12-09' } }),
        accountTeam,
        'prepared',
        {
          answers: null,
        },
      ),
    },
    {
      name: 'data-dibetulkan',
      letter: letters.teamNews(aContext({ source: null, facts: { quantity: 12 } }), accountTeam, 'put-right', {
        answers: null,
      }),
    },
    {
      name: 'prioritas',
      letter: letters.teamNews(aContext({ source: null }), accountTeam, 'priority', { answers: null, level: 'tinggi' }),
    },
    {
      name: 'prioritas-ditarik',
      letter: letters.teamNews(aContext({ source: null }), accountTeam, 'priority', { answers: null }),
    },
  ];
}

/** To requesters, in one language. */
export function writtenDownExamples(language: 'id' | 'en'): readonly LetterExample[] {
  const id = { language, source: null };
  const nothing = aContext({
    ...id,
    times: { ...aContext().times, resolveBy: null },
    missing: [{ key: letters.SUPERIOR_KEY, text: '' }],
    superior: { rank: 4, verdict: 'missing', found: null, qualifying: [] },
  });
  return [
    { name: 'telepon', letter: letters.requesterWrittenDown(aContext(id), 'team', 'telephone') },
    { name: 'terusan', letter: letters.requesterWrittenDown(aHostingContext(id), 'approval', 'forwarded') },
    { name: 'belum-lengkap', letter: letters.requesterWrittenDown(nothing, 'incomplete', 'whatsapp') },
    {
      name: 'petugas',
      letter: letters.requesterWrittenDown(
        aContext({ ...id, requester: partyOf(hanif), service: null, variant: null, deskReason: 'unsure', team: null }),
        'desk',
        'visit',
      ),
    },
    { name: 'tetap', letter: letters.requesterCorrected(aContext(id), 'goes-on') },
    { name: 'diperiksa', letter: letters.requesterCorrected(aContext(id), 'looked-at-again') },
  ];
}
