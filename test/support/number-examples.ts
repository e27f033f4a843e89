/** Letters about numbers and days: put right, doubtful, not yet told. */
import * as letters from '../../src/decide/letters/index.ts';
import type { LetterExample } from './letter-examples.ts';
import { aContext, aHostingContext } from './letter-context.ts';

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
      letter: letters.requesterProgress(aContext({ ...id, facts: { quantity: 28 }, recounted: 28 }), 'recounted'),
    },
  ];
}
