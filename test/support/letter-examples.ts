/** Every letter in its variants, made by the functions that the decision calls; their fields are the examples beside the templates. */
import type { Letter } from '../../src/decide/letter.ts';
import * as letters from '../../src/decide/letters/index.ts';
import type { LetterContext } from '../../src/decide/letters/index.ts';
import { asMailId, asPersonId, asTicketNumber } from '../../src/shared/ids.ts';
import { approvalExamples, aroundApproval } from './approval-examples.ts';
import {
  aContext,
  accountTeam,
  aHostingContext,
  at,
  doni,
  hanif,
  maya,
  originalMail,
  partyOf,
} from './letter-context.ts';

import { deskExamples, writtenDownExamples } from './desk-examples.ts';

export interface LetterExample {
  readonly name: string;
  readonly letter: Letter;
}

const SUPERIOR = { key: letters.SUPERIOR_KEY, text: 'Alamat email atasan pada Cc' };
const ends = { mark: 9, endsAt: at('2026-12-07T09:00:00+07:00') } as const;
const nothingYet = { resolveBy: null, startsWhen: 'complete', level: null, estimate: false } as const;

const unsure = (parts: Partial<LetterContext>): LetterContext =>
  aContext({
    service: null,
    variant: null,
    facts: {},
    team: null,
    times: nothingYet,
    deskReason: 'unsure',
    summary: 'Akun saya bermasalah sejak kemarin',
    ownText: 'Selamat pagi, akun saya bermasalah sejak kemarin, mohon dibantu.',
    guesses: [
      { service: 'ITSM.8', variant: 'ITSM.8/reset-password', confidence: 0.48 },
      { service: 'ITSM.8', variant: 'ITSM.8/pembuatan-akun-individu', confidence: 0.31 },
      { service: 'ITSM.1', variant: null, confidence: 0.08 },
    ],
    ...parts,
  });

const withoutSuperior = (parts: Partial<LetterContext>): LetterContext =>
  aContext({
    times: { ...aContext().times, resolveBy: null, startsWhen: 'complete' },
    missing: [SUPERIOR],
    superior: { rank: 4, verdict: 'missing', found: null, qualifying: [doni, maya] },
    ...parts,
  });

const report = (text: string): letters.SourceMail => ({
  ...originalMail,
  mail: asMailId('ffffffffffffffffffff'),
  messageId: 'CAF0009@mail.kemenkeu.example',
  references: ['sr-letter@kemenkeu.example'],
  text,
});

/** The requester's letters in one language; the others exist in Indonesian only. */
export function requesterExamples(language: 'id' | 'en'): readonly LetterExample[] {
  const id = { language };
  const stranger = { ...partyOf(hanif), person: null, name: 'Hanif M' };
  const incident = aContext({
    ...id,
    number: asTicketNumber('INC-261123-0044-3'),
    kind: 'incident',
    service: null,
    variant: null,
    incident: 'jaringan',
    ownText: 'Selamat pagi, internet di lantai 3 mati sejak pukul 08.00. Mohon segera dibantu.',
    facts: {},
    times: nothingYet,
    team: { ...accountTeam, name: 'Jaringan' },
    requester: partyOf(maya),
  });
  const several = [
    { context: aContext(id), outcome: 'team' },
    { context: aHostingContext({ ...id, number: asTicketNumber('SR-261123-0043-1') }), outcome: 'approval' },
    {
      context: withoutSuperior({
        ...id,
        number: asTicketNumber('SR-261123-0045-9'),
        variant: 'ITSM.8/pembuatan-akun-individu',
      }),
      outcome: 'incomplete',
    },
  ] as const;
  const status: letters.StatusContext = aContext({ ...id, requester: partyOf(maya) });
  return [
    { name: 'diteruskan', letter: letters.requesterReceived(aContext(id), 'team') },
    { name: 'menunggu-persetujuan', letter: letters.requesterReceived(aHostingContext(id), 'approval') },
    { name: 'belum-yakin', letter: letters.requesterReceived(unsure({ ...id, requester: stranger }), 'desk') },
    { name: 'gangguan-terlambat', letter: letters.requesterReceived({ ...incident, late: true }, 'team') },
    {
      name: 'laporan-serupa',
      letter: letters.requesterReceived({ ...incident, master: asTicketNumber('INC-261123-0001-3') }, 'team'),
    },
    {
      name: 'keluhan',
      letter: letters.requesterReceived(unsure({ ...id, kind: 'complaint', deskReason: 'complaint' }), 'desk'),
    },
    {
      name: 'pendaftaran-terlambat',
      letter: letters.requesterReceived(
        aHostingContext({
          ...id,
          deskReason: 'late-filing',
          facts: { eventDate: '2026-11-26', eventEnd: '2026-11-27', inJakarta: false, quantity: 3 },
          follows: asTicketNumber('SR-261109-0007-2'),
        }),
        'desk',
      ),
    },
    { name: 'tanpa-atasan', letter: letters.requesterIncomplete(withoutSuperior(id)) },
    {
      name: 'atasan-kurang-dan-dokumen',
      letter: letters.requesterIncomplete(
        aHostingContext({
          ...id,
          missing: [SUPERIOR, { key: 'formulir-bia', text: 'Formulir BIA.' }, { key: 'uat', text: 'Dokumen UAT.' }],
          superior: { rank: 3, verdict: 'too-low', found: partyOf(doni), qualifying: [maya] },
        }),
      ),
    },
    {
      name: 'atasan-tidak-aktif',
      letter: letters.requesterIncomplete(
        withoutSuperior({
          ...id,
          late: true,
          superior: { rank: 4, verdict: 'inactive', found: partyOf(doni), qualifying: [] },
        }),
      ),
    },
    {
      name: 'dokumen',
      letter: letters.requesterIncomplete(
        aHostingContext({ ...id, missing: [{ key: 'formulir-bia', text: 'Formulir BIA.' }] }),
      ),
    },
    { name: 'tiga-permintaan', letter: letters.requesterSeveral(several) },
    {
      name: 'terenkripsi',
      letter: letters.requesterHeld(unsure({ ...id, kind: 'other', summary: '', deskReason: 'encrypted' })),
    },
    {
      name: 'terlalu-besar',
      letter: letters.requesterHeld(
        unsure({ ...id, kind: 'other', summary: '', deskReason: 'over-limit', late: true }),
      ),
    },
    {
      name: 'disetujui',
      letter: letters.requesterProgress(
        aHostingContext({
          ...id,
          times: { ...aHostingContext().times, resolveBy: at('2026-12-23T10:00:00+07:00') },
          source: report('Setuju.'),
        }),
        'approved',
      ),
    },
    { name: 'lengkap', letter: letters.requesterProgress(aContext(id), 'completed') },
    { name: 'dipilah', letter: letters.requesterProgress(aContext(id), 'sorted') },
    { name: 'dimulai', letter: letters.requesterProgress(aContext(id), 'started') },
    {
      name: 'kabar',
      letter: letters.requesterMessage(aContext(id), 'note', {
        words: 'Akun sudah aktif, tinggal menunggu sinkronisasi ke ponsel.',
        until: null,
        attach: [asMailId('ffffffffffffffffffff')],
      }),
    },
    {
      name: 'sebagian',
      letter: letters.requesterMessage(aContext(id), 'partial', {
        words: '3 akun sudah dibuat.\n\n1 akun gagal: NIP tidak ditemukan.',
        until: null,
        attach: [],
      }),
    },
    {
      name: 'ditunda',
      letter: letters.requesterMessage(aContext(id), 'on-hold', {
        words: 'menunggu suku cadang dari penyedia',
        until: at('2026-11-27T08:00:00+07:00'),
        attach: [],
      }),
    },
    {
      name: 'pertanyaan',
      letter: letters.requesterQuestion(aContext(id), 'Apakah akun ini juga dipakai di ponsel?', []),
    },
    {
      name: 'ditolak-atasan',
      letter: letters.requesterRefused(aHostingContext(id), 'Tidak setuju. Aplikasi ini belum selesai diuji.'),
    },
    {
      name: 'dua-tiket',
      letter: letters.requesterStatus(status, [
        {
          number: asTicketNumber('SR-261123-0042-7'),
          name: 'reset password email',
          status: 'assigned',
          team: 'Akun dan Email',
          times: aContext().times,
        },
        {
          number: asTicketNumber('SR-261123-0043-1'),
          name: 'hosting IaaS production',
          status: 'awaiting-approval',
          team: null,
          times: aHostingContext().times,
        },
      ]),
    },
    { name: 'tidak-ada', letter: letters.requesterStatus(status, []) },
    {
      name: 'selesai',
      letter: letters.requesterResolved(aContext(id), {
        note: 'Password sudah kami reset. Silakan masuk dengan password sementara yang diberikan lewat telepon.',
        reopenUntil: at('2026-11-30T11:20:00+07:00'),
        wantsBast: false,
      }),
    },
    {
      name: 'selesai-bast',
      letter: letters.requesterResolved(aHostingContext(id), {
        note: 'Server sudah aktif dan dapat diakses dari jaringan kantor.',
        reopenUntil: at('2026-12-30T10:00:00+07:00'),
        wantsBast: true,
      }),
    },
    {
      name: 'bast-belum-ditandatangani',
      letter: letters.requesterPapers(aHostingContext(id), [
        {
          filename: 'BAST-SR-261123-0043-1.pdf',
          problems: ['Hasil penerimaan belum diisi', 'BAST belum ditandatangani'],
        },
      ]),
    },
    { name: 'dibuka', letter: letters.requesterReopened(aContext({ ...id, source: report('Masih error.') })) },
    { name: 'dikonfirmasi', letter: letters.requesterClosed(aContext(id), 'confirmed') },
    { name: 'tanpa-kabar', letter: letters.requesterClosed(aContext({ ...id, source: null }), 'rule') },
    { name: 'dibatalkan', letter: letters.requesterClosed(aContext(id), 'cancelled') },
    {
      name: 'atasan-tidak-menjawab',
      letter: letters.requesterClosed(aHostingContext({ ...id, source: null }), 'approval-expired', { mark: 9 }),
    },
    {
      name: 'tidak-dilengkapi',
      letter: letters.requesterClosed(aContext({ ...id, source: null }), 'missing-expired', { mark: 9 }),
    },
    {
      name: 'digabung',
      letter: letters.requesterClosed(aContext({ ...id, source: null }), 'merged', {
        mark: 9,
        mergedInto: 'SR-261123-0045-9',
      }),
    },
    { name: 'oleh-petugas', letter: letters.requesterClosed(aContext({ ...id, source: null }), 'desk', { mark: 9 }) },
    {
      name: 'kelengkapan',
      letter: letters.requesterReminder(
        withoutSuperior({
          ...id,
          source: null,
          missing: [SUPERIOR, { key: 'formulir-bia', text: 'Formulir BIA.' }],
        }),
        'missing',
        { ...ends, question: '' },
      ),
    },
    {
      name: 'pertanyaan-tim',
      letter: letters.requesterReminder(aContext({ ...id, source: null }), 'question', {
        ...ends,
        question: 'Apakah akun ini juga dipakai di ponsel?',
      }),
    },
    {
      name: 'sudah-beres',
      letter: letters.requesterReminder(aContext({ ...id, source: null }), 'confirmation', { ...ends, question: '' }),
    },
    {
      name: 'bast',
      letter: letters.requesterReminder(aHostingContext({ ...id, source: null }), 'bast', {
        mark: 9,
        endsAt: null,
        question: '',
      }),
    },
    ...approvalExamples(id),
  ];
}

export function officeExamples(): readonly LetterExample[] {
  const hosting = aHostingContext();
  const running = { ...hosting, times: { ...hosting.times, resolveBy: at('2026-12-23T10:00:00+07:00') } };
  const again = aContext({ source: report('Masih error, setelah reset tetap tidak bisa masuk dari HP.') });
  return [
    { name: 'hosting', letter: letters.approverPleaseApprove(hosting, partyOf(maya), 1) },
    {
      name: 'jawaban-di-email-lain',
      letter: letters.approverAskWord(hosting, partyOf(maya), {
        step: 1,
        why: 'elsewhere',
        said: 'Ok setuju, lanjutkan ya.',
      }),
    },
    {
      name: 'diteruskan-pemohon',
      letter: letters.approverAskWord(hosting, partyOf(maya), { step: 1, why: 'forwarded', said: '' }),
    },
    ...aroundApproval(),
    { name: 'reset-password', letter: letters.superiorForInformation(aContext(), partyOf(doni)) },
    { name: 'reset-password', letter: letters.teamAssigned(aContext(), accountTeam) },
    { name: 'hosting-tidak-terverifikasi', letter: letters.teamAssigned({ ...running, grade: 'absent' }, accountTeam) },
    {
      name: 'gangguan',
      letter: letters.teamAssigned(
        aContext({
          number: asTicketNumber('INC-261123-0044-3'),
          kind: 'incident',
          service: null,
          variant: null,
          incident: 'jaringan',
          ownText: 'Internet di lantai 3 mati sejak pukul 08.00.',
          facts: {},
          times: nothingYet,
        }),
        { ...accountTeam, name: 'Jaringan' },
      ),
    },
    { name: 'masih-error', letter: letters.teamReopened(again, accountTeam) },
    { name: 'tanpa-catatan', letter: letters.teamNoteNeeded(aContext({ source: report('selesai') }), accountTeam) },
    {
      name: 'menunggu-pemohon',
      letter: letters.teamNoted(aContext({ source: report('catatan: pemohon belum dapat dihubungi') }), accountTeam),
    },
    { name: 'tambahan', letter: letters.teamMessage(again, accountTeam) },
    { name: 'hosting', letter: letters.approverReminder({ ...hosting, source: null }, partyOf(maya), ends) },
    { name: 'cara', letter: letters.teamHelp(aContext({ source: report('bantuan') }), accountTeam) },
    { name: 'sudah-selesai', letter: letters.teamNews(again, accountTeam, 'settled', { answers: again.source }) },
    { name: 'sudah-diambil', letter: letters.teamNews(again, accountTeam, 'taken', { answers: again.source }) },
    {
      name: 'laporan-serupa',
      letter: letters.teamNews(aContext({ kind: 'incident' }), accountTeam, 'also-reported', {
        answers: null,
        master: 'INC-261123-0001-3',
      }),
    },
    { name: 'dibatalkan', letter: letters.teamNews(again, accountTeam, 'cancelled', { answers: null }) },
    {
      name: 'tanpa-label',
      letter: letters.teamNoteNeeded(aContext({ source: report('selesai: sudah direset') }), accountTeam, {
        note: false,
        label: true,
      }),
    },
    {
      name: 'dialihkan',
      letter: letters.teamAssigned(aContext(), accountTeam, { from: 'Jaringan', words: 'Ini ranah akun.' }),
    },
    { name: 'dikembalikan', letter: letters.deskTriage(aContext({ deskReason: 'handed-back' }), 'Bukan ranah kami.') },
    { name: 'mendekati', letter: letters.teamReminder({ ...running, source: null }, accountTeam, 'due-soon', 9) },
    { name: 'lewat', letter: letters.teamReminder({ ...running, source: null }, accountTeam, 'overdue', 9) },
    { name: 'kegiatan', letter: letters.teamReminder({ ...running, source: null }, accountTeam, 'event', 9) },
    {
      name: 'sesudah-kegiatan',
      letter: letters.teamReminder({ ...running, source: null }, accountTeam, 'close-after-event', 9),
    },
    { name: 'tunda-habis', letter: letters.teamReminder({ ...running, source: null }, accountTeam, 'resumed', 9) },
    { name: 'tanpa-jawaban', letter: letters.teamReminder({ ...running, source: null }, accountTeam, 'unanswered', 9) },
    { name: 'atasan-diam', letter: letters.deskReminder({ ...hosting, source: null }, 'approval', ends) },
    { name: 'bast', letter: letters.deskReminder({ ...hosting, source: null }, 'bast', { mark: 9, endsAt: null }) },
    { name: 'lewat', letter: letters.deskReminder({ ...running, source: null }, 'overdue', { mark: 9, endsAt: null }) },
    { name: 'belum-yakin', letter: letters.deskTriage(unsure({ requester: partyOf(maya) })) },
    {
      name: 'tidak-terverifikasi',
      letter: letters.deskTriage(
        aContext({
          deskReason: 'sender-not-authenticated',
          grade: 'absent',
          guesses: [{ service: 'ITSM.8', variant: 'ITSM.8/reset-password', confidence: 0.97 }],
        }),
      ),
    },
    {
      name: 'bersyarat',
      letter: letters.deskReplyUnclear(
        { ...hosting, source: report('Setuju, asalkan sudah ada izin dari Biro.') },
        partyOf(maya),
      ),
    },
    {
      name: 'alamat-tidak-ada',
      letter: letters.deskUndeliverable(hosting, {
        template: 'approver.please-approve',
        recipient: 'maya.sekarsari@kemenkeu.example',
        status: '5.1.1',
        reply: '550 5.1.1 recipient address rejected: user unknown',
      }),
    },
    {
      name: 'surat-keadaan',
      letter: letters.undeliverableOf(letters.requesterStatus(aContext(), []), aContext().desk, {
        template: 'requester.status',
        recipient: 'hanif.maulana@kemenkeu.example',
        status: '4.2.2',
        reply: '',
      }),
    },
    {
      name: 'kotak-surat-terputus',
      letter: letters.operatorAlarm(
        aContext(),
        { id: asPersonId('00000000000000ff'), address: 'operator@kemenkeu.example' },
        {
          code: 'mailbox-unreachable',
          since: at('2026-11-23T08:40:00+07:00'),
          count: null,
          detail: 'connect ECONNREFUSED',
        },
      ),
    },
    {
      name: 'surat-diparkir',
      letter: letters.operatorAlarm(
        aContext(),
        { id: asPersonId('00000000000000ff'), address: 'operator@kemenkeu.example' },
        { code: 'letters-parked', since: at('2026-11-23T08:40:00+07:00'), count: 12, detail: '' },
      ),
    },
  ];
}

export const allExamples = (): readonly LetterExample[] => [
  ...requesterExamples('id'),
  ...writtenDownExamples('id'),
  ...requesterExamples('en'),
  ...writtenDownExamples('en'),
  ...officeExamples(),
  ...deskExamples(),
];
