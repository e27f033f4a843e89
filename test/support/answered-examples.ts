/** Letters that answer what somebody has written since: good news, more of what was missing, an answer to a question, or nothing at all. */
import * as letters from '../../src/decide/letters/index.ts';
import { aContext, accountTeam, aHostingContext } from './letter-context.ts';
import { report, SUPERIOR } from './letter-example-parts.ts';
import type { LetterExample } from './letter-examples.ts';

export function answeredExamples(language: 'id' | 'en'): readonly LetterExample[] {
  const thanks = (how: 'word' | 'rating'): LetterExample['letter'] =>
    letters.requesterReminder(aHostingContext({ language, source: report('') }), 'bast', {
      mark: 9,
      endsAt: null,
      question: '',
      thanks: how,
    });
  return [
    { name: 'bast-sesudah-kabar', letter: thanks('word') },
    { name: 'bast-sesudah-nilai', letter: thanks('rating') },
    {
      name: 'masih-kurang',
      letter: letters.requesterIncomplete(
        aHostingContext({
          language,
          missing: [SUPERIOR, { key: 'formulir-bia', text: 'Formulir BIA.' }],
          superior: { rank: 3, verdict: 'missing', found: null, qualifying: [] },
        }),
        true,
      ),
    },
  ];
}

export function answeredExamplesForOffice(): readonly LetterExample[] {
  const empty = { ...report(''), attachments: ['IMG_2041.jpg', 'undangan.ics'] };
  const context = aHostingContext({ team: accountTeam });
  return [
    { name: 'tanpa-tulisan', letter: letters.teamNoted(aContext({ source: report('') }), accountTeam) },
    {
      name: 'jawaban-pemohon',
      letter: letters.teamMessage(aContext({ source: report('yang produksi, Pak') }), accountTeam, { isAnswer: true }),
    },
    {
      name: 'hanya-lampiran',
      letter: letters.deskReplyUnclear({ ...context, source: empty }, context.requester, 'resolved'),
    },
    {
      name: 'tanpa-tulisan',
      letter: letters.deskReplyUnclear({ ...context, source: report('') }, context.requester, 'incomplete'),
    },
  ];
}
