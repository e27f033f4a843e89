/** Letters around an approval in their variants. */
import type { Letter } from '../../src/decide/letter.ts';
import * as letters from '../../src/decide/letters/index.ts';
import type { LetterContext } from '../../src/decide/letters/index.ts';
import { asMailId, asTicketNumber } from '../../src/shared/ids.ts';
import { aContext, accountTeam, aHostingContext, at, doni, maya, originalMail, partyOf } from './letter-context.ts';
import { ends } from './letter-example-parts.ts';

interface LetterExample {
  readonly name: string;
  readonly letter: Letter;
}

const report = (text: string): letters.SourceMail => ({
  ...originalMail,
  mail: asMailId('ffffffffffffffffffff'),
  messageId: 'CAF0009@mail.kemenkeu.example',
  references: ['sr-letter@kemenkeu.example'],
  text,
});

const another = (id: { readonly language?: 'id' | 'en' }): LetterContext =>
  aHostingContext({ ...id, number: asTicketNumber('SR-261123-0044-4'), ownText: 'Mohon backup hosting SIMANTAP.' });

/** Several answered by one mail. */
function answered(id: { readonly language: 'id' | 'en' }): readonly LetterExample[] {
  const approver = partyOf(maya);
  const yes = (context: LetterContext): Letter => letters.requesterProgress({ ...context, approver }, 'approved');
  const no = (context: LetterContext): Letter =>
    letters.requesterRefused({ ...context, approver }, 'Aplikasinya sudah tidak dipakai.');
  const [one, two] = [aHostingContext(id), another(id)];
  return [
    { name: 'disetujui', letter: letters.requesterAnswered([yes(one), yes(two)]) },
    { name: 'sebagian', letter: letters.requesterAnswered([yes(one), no(two)]) },
    { name: 'ditolak', letter: letters.requesterAnswered([no(one), no(two)]) },
  ];
}

const receipt = (context: LetterContext): Letter =>
  letters.approverReceipt({ ...context, source: report('Semuanya boleh, silakan.') }, partyOf(maya), {
    said: 'Semuanya boleh, silakan.',
  });

/** What the requester hears around an approval. */
export function approvalExamples(id: { readonly language: 'id' | 'en' }): readonly LetterExample[] {
  const hosting = aHostingContext({
    ...id,
    superior: { rank: 3, verdict: 'missing', found: null, qualifying: [maya] },
  });
  return [
    ...answered(id),
    {
      name: 'cuti',
      letter: letters.requesterApproverAway(hosting, { who: partyOf(maya), until: '2026-11-27', deputy: null }),
    },
    {
      name: 'ada-pengganti',
      letter: letters.requesterApproverAway(hosting, { who: partyOf(maya), until: null, deputy: partyOf(doni) }),
    },
    {
      name: 'keberatan',
      letter: letters.requesterObjection(aContext(id), partyOf(doni), 'Saya keberatan, akunnya akan dialihkan.'),
    },
    {
      name: 'bukan-atasan',
      letter: letters.requesterOtherSuperior(hosting, {
        who: partyOf(doni),
        words: 'Bukan saya atasannya, silakan ke Bu Maya.',
        named: maya,
      }),
    },
    {
      name: 'tanpa-nama',
      letter: letters.requesterOtherSuperior(
        { ...hosting, superior: null },
        { who: partyOf(doni), words: 'Bukan kewenangan saya.', named: null },
      ),
    },
    {
      name: 'dikembalikan',
      letter: letters.requesterReturned(hosting, partyOf(maya), 'Formulir belum ditandatangani Kepala OPD.'),
    },
  ];
}

/** Why one more word is asked of the approver. */
function askBackExamples(hosting: LetterContext): readonly LetterExample[] {
  const ask = (parts: Parameters<typeof letters.approverAskWord>[2]): Letter =>
    letters.approverAskWord(hosting, partyOf(maya), parts);
  const unclear = [
    ['pertanyaan', 'question', 'Ini untuk apa ya?'],
    ['syarat', 'condition', 'Setuju, asalkan selesai sebelum Desember.'],
    ['nanti', 'deferral', 'Nanti saya pelajari dulu.'],
    ['lain', 'other', 'Noted.'],
  ] as const;
  return [
    ...unclear.map(([name, why, said]) => ({ name, letter: ask({ step: 1, why: 'unclear', unclear: why, said }) })),
    { name: 'sekretaris', letter: ask({ step: 1, why: 'secretary', said: '' }) },
    { name: 'belum-terverifikasi', letter: ask({ step: 1, why: 'challenge', said: 'Setuju' }) },
    { name: 'dibatalkan', letter: ask({ step: 2, why: 'withdrawn', said: 'Batal' }) },
    {
      name: 'pejabat',
      letter: letters.approverAskWord(onItsWayBack(), partyOf(maya), {
        step: 2,
        why: 'unclear',
        unclear: 'other',
        said: 'Sudah saya lihat.',
      }),
    },
  ];
}

/** A request whose result an official has to see before the requester does. */
function onItsWayBack(): LetterContext {
  const hosting = aHostingContext();
  const official = { code: 'KASI', title: 'Kepala Seksi', address: maya.addresses[0] ?? '' };
  const link = { official, onNo: 'team', onSilence: 'desk' } as const;
  const chain = {
    onward: [{ ...link, does: 'meneruskan permintaan ini kepada tim' }],
    back: [{ ...link, does: 'memeriksa hasilnya sebelum dikirim kepada pemohon' }],
  };
  const services = hosting.rulebook.services.map((service) => ({
    ...service,
    variants: service.variants.map((variant) => ({ ...variant, chain })),
  }));
  return {
    ...hosting,
    rulebook: { ...hosting.rulebook, services },
    asked: { step: 2, result: 'Server sudah aktif dan dapat diakses.' },
  };
}

/** What approvers, teams and the desk hear. */
export function aroundApproval(): readonly LetterExample[] {
  const hosting = aHostingContext();
  const running = { ...hosting, times: { ...hosting.times, resolveBy: at('2026-12-23T10:00:00+07:00') } };
  return [
    ...askBackExamples(hosting),
    {
      name: 'pengganti',
      letter: letters.approverPleaseApprove(hosting, partyOf(doni), 2, { instead: partyOf(maya) }),
    },
    { name: 'dua', letter: letters.approverReceipts([receipt(hosting), receipt(another({}))]) },
    {
      name: 'ok',
      letter: letters.approverReceipt({ ...hosting, source: report('Ok') }, partyOf(maya), { said: 'Ok' }),
    },
    {
      name: 'permintaan-lain',
      letter: letters.approverReceipt(
        { ...hosting, source: report('Setuju, mohon dibuatkan juga untuk MONITA.') },
        partyOf(maya),
        {
          said: 'Setuju, mohon dibuatkan juga untuk MONITA.',
          isMore: true,
        },
      ),
    },
    {
      name: 'permintaan-lain',
      letter: letters.deskReplyUnclear(
        { ...running, source: report('Setuju, mohon dibuatkan juga untuk MONITA.') },
        partyOf(maya),
        'assigned',
        { isBesideYes: true },
      ),
    },
    { name: 'pejabat', letter: letters.approverReminder({ ...onItsWayBack(), source: null }, partyOf(maya), ends) },
    { name: 'berakhir', letter: letters.approverOver({ ...hosting, source: report('Setuju') }, partyOf(maya)) },
    {
      name: 'sudah-ditolak',
      letter: letters.approverOver({ ...hosting, source: report('Setuju') }, partyOf(maya), true),
    },
    {
      name: 'meneruskan',
      letter: letters.approverChainStep(hosting, partyOf(maya), {
        step: 2,
        of: 6,
        does: 'meneruskan surat ini kepada Kepala Seksi Tata Kelola',
        result: null,
      }),
    },
    {
      name: 'memeriksa-hasil',
      letter: letters.approverChainStep(hosting, partyOf(maya), {
        step: 5,
        of: 6,
        does: 'memeriksa hasilnya sebelum dikirim kepada pemohon',
        result: 'Tiga akun sudah direset; daftar akun dan sandi dalam amplop terpisah.',
      }),
    },
    {
      name: 'tiga',
      letter: letters.approverSeveral(
        [
          hosting,
          aHostingContext({ number: asTicketNumber('SR-261123-0043-1'), ownText: 'Mohon backup hosting SIMANTAP.' }),
          aContext({ number: asTicketNumber('SR-261123-0045-9') }),
        ],
        partyOf(maya),
        { step: 'approvals', again: false },
      ),
    },
    {
      name: 'penegasan-dua',
      letter: letters.approverSeveral(
        [hosting, aHostingContext({ number: asTicketNumber('SR-261123-0043-1'), original: null })],
        partyOf(maya),
        { step: 'approvals-word', again: true },
      ),
    },
    ...(['objection', 'withdrawn', 'asked-again', 'lifted', 'rework'] as const).map((why) => ({
      name: why,
      letter: letters.teamStop(running, accountTeam, {
        why,
        who: partyOf(maya),
        words: why === 'objection' || why === 'rework' ? 'Mohon ditahan dulu, anggarannya belum ada.' : '',
      }),
    })),
    {
      name: 'keberatan',
      letter: letters.deskApproval(running, { about: 'objection', who: partyOf(maya), words: 'Saya keberatan.' }),
    },
    {
      name: 'cuti',
      letter: letters.deskApproval(hosting, {
        about: 'away',
        who: partyOf(maya),
        words: 'Saya sedang cuti sampai dengan 27 November 2026.',
        until: '2026-11-27',
        named: 'Siti Rohana',
      }),
    },
    {
      name: 'dilewati',
      letter: letters.deskApproval(hosting, { about: 'silent-official', who: partyOf(maya), words: '' }),
    },
  ];
}
