/** Letters about numbers and days: put right, doubtful, not yet told. */
import * as letters from '../../src/decide/letters/index.ts';
import type { LetterExample } from './letter-examples.ts';
import { aContext, accountTeam, aHostingContext } from './letter-context.ts';
import { nothingYet, report } from './letter-example-parts.ts';

export function numberExamples(language: 'id' | 'en'): readonly LetterExample[] {
  const id = { language };
  return [
    {
      name: 'prioritas-dan-keraguan',
      letter: letters.requesterReceived(
        aContext({
          ...id,
          priority: 'P2',
          facts: { quantity: 5, quantityDoubt: '5 (enam)', nipDoubt: '19850312200901101' },
        }),
        'team',
      ),
    },
    {
      name: 'hari-belum-pasti',
      letter: letters.requesterReceived(
        aContext({
          ...id,
          variant: 'ITSM.8/penonaktifan-akun',
          facts: { eventPeriod: { from: '2026-12-07', to: '2026-12-13' } },
        }),
        'team',
      ),
    },
    {
      name: 'jumlah-dibetulkan',
      letter: letters.requesterIncomplete(
        aHostingContext({
          ...id,
          missing: [{ key: 'formulir-bia', text: 'Formulir BIA.' }],
          facts: { quantity: 45 },
          recounted: 45,
        }),
      ),
    },
    {
      name: 'jumlah-dibetulkan',
      letter: letters.requesterProgress(
        aContext({ ...id, variant: 'ITSM.8/pembuatan-akun-individu', facts: { quantity: 28 }, recounted: 28 }),
        'recounted',
      ),
    },
    {
      name: 'jumlah-dibetulkan-di-meja',
      letter: letters.requesterProgress(
        aContext({
          ...id,
          variant: 'ITSM.8/pembuatan-akun-individu',
          deskReason: 'superior-unknown',
          times: nothingYet,
          team: null,
          facts: { quantity: 28 },
          recounted: 28,
          recountedFrom: 25,
        }),
        'recounted-at-desk',
      ),
    },
    ...dayExamples(language),
  ];
}

const MOVED = { eventDate: '2026-12-21', eventTime: { from: '13:00', zone: 'WIB' } } as const;

function dayExamples(language: 'id' | 'en'): readonly LetterExample[] {
  const context = aContext({
    language,
    variant: 'ITSM.14/video-conference',
    facts: { ...MOVED, inJakarta: true },
    movedFrom: '2026-12-14',
  });
  const atDesk = { ...context, deskReason: 'late-filing', team: null, times: nothingYet } as const;
  return [
    { name: 'hari-dipindah', letter: letters.requesterProgress(context, 'moved') },
    { name: 'hari-dipindah-di-meja', letter: letters.requesterProgress(atDesk, 'moved-at-desk') },
    {
      name: 'nama-dibetulkan',
      letter: letters.requesterProgress(
        aContext({ language, facts: { applicant: 'Surya Ginting' }, renamedFrom: 'Nadhifa Rahmah' }),
        'moved',
      ),
    },
    {
      name: 'hari-meragukan',
      letter: letters.requesterProgress(
        aContext({
          language,
          variant: 'ITSM.14/video-conference',
          facts: { eventDate: '2026-12-14' },
          dayDoubt: 'Senin 22 Desember 2026',
        }),
        'day-doubt',
      ),
    },
  ];
}

/** What a team reads of a day that a requester moves, and the desk of one that may be forged. */
function dayExamplesForStaff(): readonly LetterExample[] {
  const words = 'Jadwalnya bergeser ke Senin 21 Desember 2026 pukul 13.00.';
  const context = aContext({
    source: report(words),
    variant: 'ITSM.14/video-conference',
    facts: MOVED,
    movedFrom: '2026-12-14',
  });
  return [
    { name: 'hari-dipindah', letter: letters.teamMessage(context, accountTeam) },
    {
      name: 'nama-dibetulkan',
      letter: letters.teamMessage(
        aContext({
          source: report('Maaf, bukan Nadhifa Rahmah tapi Surya Ginting.'),
          facts: { applicant: 'Surya Ginting' },
          renamedFrom: 'Nadhifa Rahmah',
        }),
        accountTeam,
      ),
    },
    { name: 'hari-dipindah', letter: letters.teamNews(context, accountTeam, 'moved', { answers: null }) },
    { name: 'hari-diragukan', letter: letters.deskReplyUnclear(context, context.requester, 'assigned') },
  ];
}

/** What the desk reads of a number that a requester puts right. */
export function numberExamplesForDesk(): readonly LetterExample[] {
  const context = aContext({
    variant: 'ITSM.8/pembuatan-akun-individu',
    deskReason: 'superior-unknown',
    times: nothingYet,
    team: null,
    facts: { quantity: 28 },
    recounted: 28,
    recountedFrom: 25,
    summary: 'Pembuatan akun email pegawai baru',
    ownText: 'Mohon dibuatkan 25 akun email kedinasan untuk pegawai mutasi masuk di unit kami.',
    guesses: [{ service: 'ITSM.8', variant: 'ITSM.8/pembuatan-akun-individu', confidence: 0.97 }],
  });
  const words = 'Maaf, akunnya 28 bukan 25.';
  return [
    { name: 'jumlah-dibetulkan', letter: letters.deskTriage(context, { said: words }) },
    {
      name: 'jumlah-dibetulkan',
      letter: letters.teamMessage(
        aContext({ source: report(words), facts: { quantity: 28 }, recounted: 28, recountedFrom: 25 }),
        accountTeam,
      ),
    },
    {
      name: 'jumlah-diragukan',
      letter: letters.deskReplyUnclear({ ...context, source: report(words) }, context.requester, 'triage'),
    },
    ...dayExamplesForStaff(),
  ];
}
