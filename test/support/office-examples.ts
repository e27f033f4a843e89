/** Letters to approvers, teams, the desk and the operator: in Indonesian only. */
import * as letters from '../../src/decide/letters/index.ts';
import { asPersonId, asTicketNumber } from '../../src/shared/ids.ts';
import { aroundApproval } from './approval-examples.ts';
import { aContext, accountTeam, aHostingContext, at, doni, maya, originalMail, partyOf } from './letter-context.ts';

import {
  ends,
  LETTERS_SEEN,
  MARKED_MAIL,
  nothingYet,
  report,
  unsure,
  waryRulebook,
  withFaults,
} from './letter-example-parts.ts';
import { answeredExamplesForOffice } from './answered-examples.ts';
import { numberExamplesForDesk } from './number-examples.ts';
import type { LetterExample } from './letter-examples.ts';

/** Of the wait for an approval. */
const ENDS = at('2026-12-07T09:00:00+07:00');

const EARLIER: readonly letters.EarlierTicket[] = [
  {
    number: 'SR-261123-0036-5',
    name: 'video conference',
    status: 'assigned',
    openedAt: Date.parse('2026-11-23T08:20:00+07:00'),
    team: 'Conference dan Dukungan Kegiatan',
  },
  {
    number: 'SR-261120-0011-4',
    name: 'akun email dinas',
    status: 'awaiting-approval',
    openedAt: Date.parse('2026-11-20T14:05:00+07:00'),
    team: null,
  },
];

export function officeExamples(): readonly LetterExample[] {
  const hosting = aHostingContext();
  const running = { ...hosting, times: { ...hosting.times, resolveBy: at('2026-12-23T10:00:00+07:00') } };
  const again = aContext({ source: report('Masih error, setelah reset tetap tidak bisa masuk dari HP.') });
  return [
    { name: 'hosting', letter: letters.approverPleaseApprove({ ...hosting, waitEnds: ENDS }, partyOf(maya), 1) },
    {
      name: 'berubah',
      letter: letters.approverPleaseApprove({ ...hosting, waitEnds: ENDS }, partyOf(maya), 2, { isChanged: true }),
    },
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
    { name: 'keberatan-selesai', letter: letters.superiorResumed(aContext(), partyOf(doni)) },
    { name: 'reset-password', letter: letters.teamAssigned(aContext(), accountTeam) },
    { name: 'surat', letter: letters.teamAssigned(aContext({ letters: LETTERS_SEEN }), accountTeam) },
    { name: 'lampiran-berbahaya', letter: letters.teamAssigned(aContext({ original: MARKED_MAIL }), accountTeam) },
    {
      name: 'lampiran-ditahan',
      letter: letters.teamMessage(aContext({ source: MARKED_MAIL, rulebook: waryRulebook }), accountTeam),
    },
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
      name: 'tunda-tanpa-alasan',
      letter: letters.teamNoteNeeded(aContext({ source: report('tunda') }), accountTeam, { reason: true }),
    },
    {
      name: 'menunggu-pemohon',
      letter: letters.teamNoted(aContext({ source: report('catatan: pemohon belum dapat dihubungi') }), accountTeam),
    },
    { name: 'tambahan', letter: letters.teamMessage(again, accountTeam) },
    {
      name: 'sesudah-disetujui',
      letter: letters.teamMessage({ ...running, source: again.source }, accountTeam, { isApproved: true }),
    },
    {
      name: 'digabung',
      letter: letters.teamMessage(again, accountTeam, { merged: 'SR-261123-0041-9' }),
    },
    { name: 'hosting', letter: letters.approverReminder({ ...hosting, source: null }, partyOf(maya), ends) },
    { name: 'cara', letter: letters.teamHelp(aContext({ source: report('bantuan') }), accountTeam) },
    { name: 'sudah-selesai', letter: letters.teamNews(again, accountTeam, 'settled', { answers: again.source }) },
    {
      name: 'sudah-diambil',
      letter: letters.teamNews(again, accountTeam, 'taken', { answers: again.source, who: partyOf(doni) }),
    },
    {
      name: 'tim-yang-sama',
      letter: letters.teamNews(again, accountTeam, 'own-name', { answers: again.source }),
    },
    { name: 'sudah-berakhir', letter: letters.teamNews(again, accountTeam, 'ended', { answers: again.source }) },
    {
      name: 'terlambat',
      letter: letters.teamAssigned({ ...running, times: { ...running.times, isPast: true } }, accountTeam),
    },
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
    {
      name: 'formulir-bergambar',
      letter: letters.deskPaper(aContext({ deskReason: 'signature-unseen' }), {
        filename: 'Form 3.1 (final).pdf',
        type: 'form-3.1',
        why: [
          'Tanda tangan pada dokumen ini berupa gambar; tidak dapat diperiksa secara elektronik.',
          'Penyetuju yang tertulis: Maya Sekarsari, Kepala Bagian Manajemen Kinerja Organisasi',
        ],
        pages: [{ mail: originalMail.mail, sha256: 'a'.repeat(64), filename: 'Form 3.1 (final).pdf', pages: [1, 2] }],
      }),
    },
    {
      name: 'surat-bergambar',
      letter: letters.deskPaper(aContext({ deskReason: 'signature-unseen', letters: LETTERS_SEEN }), {
        filename: 'Surat rekomendasi.pdf',
        type: 'surat',
        why: [
          'Tanda tangan pada dokumen ini berupa gambar; tidak dapat diperiksa secara elektronik.',
          'Penanda tangan yang tertulis: Bonar Lumbantoruan, Kepala Biro Perencanaan dan Keuangan',
        ],
        isRest: true,
        pages: [{ mail: originalMail.mail, sha256: 'b'.repeat(64), filename: 'Surat rekomendasi.pdf', pages: [1] }],
      }),
    },
    {
      name: 'beberapa',
      letter: letters.deskPaper(aContext({ deskReason: 'signature-unseen' }), {
        filename: 'Form 3.1.pdf',
        type: 'form-3.1',
        why: ['Tanda tangan pada dokumen ini berupa gambar; tidak dapat diperiksa secara elektronik.'],
        pages: [{ mail: originalMail.mail, sha256: 'a'.repeat(64), filename: 'Form 3.1.pdf', pages: [1] }],
        others: [
          {
            filename: 'Surat rekomendasi.pdf',
            why: ['Penanda tangan yang tertulis: Bonar Lumbantoruan, Kepala Biro Perencanaan dan Keuangan'],
          },
        ],
      }),
    },
    {
      name: 'bast-pindai',
      letter: letters.deskPaper(aHostingContext(), {
        filename: 'BAST-pindai.jpg',
        type: 'bast',
        why: ['Dokumen ini hasil pindai atau foto; tanda tangannya perlu dilihat.'],
        pages: [],
      }),
    },
    {
      name: 'berbeda',
      letter: letters.deskTriage(withFaults({ deskReason: 'papers-differ' }), { said: 'Yang benar 2 akun.' }),
    },
    {
      name: 'dikembalikan',
      letter: letters.deskTriage(aContext({ deskReason: 'handed-back' }), { said: 'Bukan ranah kami.' }),
    },
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
    {
      name: 'mendekati',
      letter: letters.deskReminder({ ...running, source: null }, 'due-soon', { mark: 9, endsAt: null }),
    },
    { name: 'lewat', letter: letters.deskReminder({ ...running, source: null }, 'overdue', { mark: 9, endsAt: null }) },
    ...manyWarnings(running),
    { name: 'belum-yakin', letter: letters.deskTriage(unsure({ requester: partyOf(maya) })) },
    {
      name: 'lanjutan',
      letter: letters.deskTriage(unsure({ requester: partyOf(maya), deskReason: 'continues' }), { earlier: EARLIER }),
    },
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
    ...numberExamplesForDesk(),
    ...answeredExamplesForOffice(),
    {
      name: 'bersyarat',
      letter: letters.deskReplyUnclear(
        { ...hosting, source: report('Setuju, asalkan sudah ada izin dari Biro.') },
        partyOf(maya),
        'awaiting-approval',
      ),
    },
    {
      name: 'sudah-dikerjakan',
      letter: letters.deskReplyUnclear(
        { ...hosting, team: accountTeam, source: report('Tolong ditahan dulu, mau saya bicarakan.') },
        partyOf(maya),
        'assigned',
      ),
    },
    {
      name: 'sudah-berakhir',
      letter: letters.deskReplyUnclear(
        { ...hosting, source: report('Mohon dibuka lagi.') },
        hosting.requester,
        'cancelled',
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
      name: 'alamat-tercatat-mati',
      letter: letters.deskUndeliverable(hosting, {
        template: 'approver.please-approve',
        recipient: 'maya.sekarsari@kemenkeu.example',
        status: '',
        reply: '',
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

function manyWarnings(running: ReturnType<typeof aContext>): readonly LetterExample[] {
  const warnings = (['overdue', 'due-soon', 'unanswered', 'event'] as const).map((about, index) =>
    letters.teamReminder({ ...running, source: null }, accountTeam, about, index),
  );
  return letters.teamSeveral(warnings, 0).map((letter) => ({ name: 'empat', letter }));
}
