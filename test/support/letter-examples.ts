/** Every letter in its variants, made by the functions that the decision calls; their fields are the examples beside the templates. */
import type { Article } from '../../src/rulebook/rulebook.ts';
import { exampleRulebook } from './example-rulebook.ts';
import type { Letter } from '../../src/decide/letter.ts';
import * as letters from '../../src/decide/letters/index.ts';
import { asMailId, asTicketNumber } from '../../src/shared/ids.ts';
import { answeredExamples } from './answered-examples.ts';
import { approvalExamples } from './approval-examples.ts';
import { aContext, accountTeam, aHostingContext, at, doni, hanif, maya, partyOf } from './letter-context.ts';

import { deskExamples, writtenDownExamples } from './desk-examples.ts';

import {
  ends,
  MARKED_MAIL,
  nothingYet,
  report,
  SUPERIOR,
  UNSIGNED,
  unsure,
  withFaults,
  withoutSuperior,
} from './letter-example-parts.ts';
import { heardExamples } from './heard-examples.ts';
import { numberExamples } from './number-examples.ts';
import { officeExamples } from './office-examples.ts';

const ARTICLE: Article = {
  number: '003',
  title: 'Panduan Akses Email Kemenkeu dan Reset Password Mandiri',
  category: 'Aplikasi',
  subCategory: null,
  contributor: 'PUSINTEK',
  words: ['mengganti password'],
  variants: ['ITSM.8/reset-password'],
  body: '1. Buka **webmail** di peramban.\n2. Untuk mengganti password pilih **SETTING**, kemudian **OPTIONS**.\n3. Pilih *change password*, lalu SAVE.',
  source: { basis: 'stated', ref: '004' },
};

export interface LetterExample {
  readonly name: string;
  readonly letter: Letter;
}

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
    {
      name: 'lampiran-rusak',
      letter: letters.requesterReceived(aContext({ ...id, source: MARKED_MAIL }), 'team'),
    },
    { name: 'diteruskan', letter: letters.requesterReceived(aContext(id), 'team') },
    { name: 'menunggu-persetujuan', letter: letters.requesterReceived(aHostingContext(id), 'approval') },
    { name: 'atasan-tak-terjangkau', letter: unreachable(letters.requesterReceived(aHostingContext(id), 'approval')) },
    { name: 'belum-yakin', letter: letters.requesterReceived(unsure({ ...id, requester: stranger }), 'desk') },
    {
      name: 'pertanyaan-dengan-artikel',
      letter: letters.requesterReceived(
        unsure({
          ...id,
          kind: 'question',
          deskReason: 'question',
          rulebook: { ...exampleRulebook, articles: [ARTICLE] },
          summary: 'Bagaimana cara mengganti password email sendiri?',
          ownText: 'Bagaimana cara mengganti password email sendiri? Menu SETTING dan OPTIONS tidak saya temukan.',
        }),
        'desk',
      ),
    },
    {
      name: 'hari-tidak-cocok',
      letter: letters.requesterReceived(
        aHostingContext({ ...id, facts: { eventDate: '2026-11-30', eventDoubt: 'Selasa, 30 November 2026' } }),
        'team',
      ),
    },
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
      name: 'dipecah',
      letter: letters.requesterSeveral(several, { from: several[0].context.number, isEnded: false }),
    },
    {
      name: 'dipecah-semua',
      letter: letters.requesterSeveral(several, { from: asTicketNumber('SR-261123-0041-9'), isEnded: true }),
    },
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
    { name: 'ditambahkan', letter: letters.requesterAdded(aContext(id)) },
    { name: 'lengkap', letter: letters.requesterProgress(aContext(id), 'completed') },
    { name: 'dipilah', letter: letters.requesterProgress(aContext(id), 'sorted') },
    { name: 'dimulai', letter: letters.requesterProgress(aContext(id), 'started') },
    { name: 'dilanjutkan', letter: letters.requesterProgress(aContext(id), 'resumed') },
    { name: 'berubah', letter: letters.requesterProgress(aHostingContext(id), 'changed') },
    { name: 'sering-berubah', letter: letters.requesterProgress(aHostingContext(id), 'gathered') },
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
        words: '3 akun sudah dibuat.',
        failed: '1 akun: NIP tidak ditemukan.',
        until: null,
        attach: [],
      }),
    },
    {
      name: 'disiapkan',
      letter: letters.requesterMessage(
        aContext({ ...id, variant: 'ITSM.14/video-conference', facts: { eventDate: '2026-12-09' } }),
        'prepared',
        {
          words: 'Room sudah dibuat; petugas hadir sejak pukul 08.00.',
          until: null,
          attach: [],
        },
      ),
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
          holdCause: null,
          isChecked: false,
          times: aContext().times,
        },
        {
          number: asTicketNumber('SR-261123-0043-1'),
          name: 'hosting IaaS production',
          status: 'awaiting-approval',
          team: null,
          holdCause: null,
          isChecked: false,
          times: aHostingContext().times,
        },
        {
          number: asTicketNumber('SR-261123-0044-8'),
          name: 'pembuatan akun email',
          status: 'on-hold',
          team: 'Akun dan Email',
          holdCause: 'requester',
          isChecked: false,
          times: aContext().times,
        },
      ]),
    },
    { name: 'tidak-ada', letter: letters.requesterStatus(status, []) },
    { name: 'berbahaya', letter: letters.requesterWithheld(status, 'infected') },
    { name: 'belum-diperiksa', letter: letters.requesterWithheld(status, 'not-scanned') },
    {
      name: 'selesai',
      letter: letters.requesterResolved(aContext(id), {
        note: 'Password sudah kami reset. Silakan masuk dengan password sementara yang diberikan lewat telepon.',
        reopenUntil: at('2026-11-30T11:20:00+07:00'),
        wantsBast: false,
      }),
    },
    {
      name: 'selesai-sebelum-kegiatan',
      letter: letters.requesterResolved(
        aContext({ ...id, variant: 'ITSM.14/video-conference', facts: { eventDate: '2026-12-09' } }),
        {
          note: 'Room sudah dibuat, tautannya terlampir.',
          reopenUntil: at('2026-12-16T23:59:00+07:00'),
          wantsBast: false,
          isAhead: true,
        },
      ),
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
    { name: 'formulir-berbeda', letter: letters.requesterIncomplete(withFaults(id)) },
    {
      name: 'formulir-kurang-dan-atasan',
      letter: letters.requesterIncomplete({ ...withoutSuperior(id), faults: [UNSIGNED], late: true }),
    },
    { name: 'dibuka', letter: letters.requesterReopened(aContext({ ...id, source: report('Masih error.') })) },
    { name: 'dikonfirmasi', letter: letters.requesterClosed(aContext(id), 'confirmed') },
    { name: 'bast-diterima', letter: letters.requesterClosed(aContext(id), 'bast') },
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
      name: 'dokumen-berbeda',
      letter: letters.requesterReminder(withFaults({ ...id, source: null }), 'missing', { ...ends, question: '' }),
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

export const allExamples = (): readonly LetterExample[] => [
  ...requesterExamples('id'),
  ...writtenDownExamples('id'),
  ...numberExamples('id'),
  ...heardExamples('id'),
  ...answeredExamples('id'),
  ...requesterExamples('en'),
  ...writtenDownExamples('en'),
  ...numberExamples('en'),
  ...heardExamples('en'),
  ...answeredExamples('en'),
  ...officeExamples(),
  ...deskExamples(),
];

/** As it leaves where the superior's address is known to be dead. */
function unreachable(letter: Letter): Letter {
  return { ...letter, fields: { ...letter.fields, isUnreachable: true } };
}
