import { describe, expect, it } from 'vitest';
import { asksConfirmation, linkAt, nextAsking, type Askable } from '../../src/decide/asking.ts';
import { findService, findVariant } from '../../src/decide/catalogue.ts';
import { partyOf, type Party } from '../../src/decide/office.ts';
import { rankAsked } from '../../src/decide/rank-asked.ts';
import type { OfficialChain } from '../../src/rulebook/chain.ts';
import type { Variant } from '../../src/rulebook/rulebook.ts';
import { office } from './situations.ts';

const who = (name: string): Party => partyOf(office, { name: '', address: `${name}@kemenkeu.example` });
const [lukman, dewi, harun] = [who('lukman.sardi'), who('dewi.anjarwati'), who('harun.alamsyah')];
const hosting = findVariant(office.rulebook, 'ITSM.1/aktif-nonaktif-iaas');

function askable(parts: Partial<Askable> = {}): Askable {
  return {
    requester: lukman,
    service: findService(office.rulebook, 'ITSM.1'),
    variant: hosting,
    superior: dewi,
    superiors: [dewi, harun],
    selfQualified: false,
    approval: 'none',
    ...parts,
  };
}

const withAsk = (ask: 'nearest' | 'any' | 'all'): Variant | null =>
  hosting && { ...hosting, approval: { minimumRank: 3, ask } };
const nextName = (parts: Partial<Askable>): string | null => nextAsking(askable(parts), office)?.approver.name ?? null;

describe('whom to ask next', () => {
  it.each<readonly [string, Partial<Askable>, string | null]>([
    ['the nearest superior', {}, 'Dewi Anjarwati'],
    ['nobody once he has agreed', { approval: 'given', approvedBy: [dewi.id] }, null],
    ['nobody where the requester has the rank himself', { selfQualified: true }, null],
    [
      'nobody where the service asks no approval',
      { variant: findVariant(office.rulebook, 'ITSM.8/reset-password') },
      null,
    ],
    ['nobody where the service is not known', { variant: null }, null],
    ['the first of all of them', { variant: withAsk('all') }, 'Dewi Anjarwati'],
    ['then the next', { variant: withAsk('all'), approval: 'given', approvedBy: [dewi.id] }, 'Harun Alamsyah'],
    [
      'nobody when all have agreed',
      { variant: withAsk('all'), approval: 'given', approvedBy: [dewi.id, harun.id] },
      null,
    ],
    ['the deciding one where no others are known', { variant: withAsk('all'), superiors: [] }, 'Dewi Anjarwati'],
  ])('is %s', (_what, parts, expected) => {
    expect(nextName(parts)).toBe(expected);
  });
});

describe('a chain of officials', () => {
  const link = (code: string, address: string) =>
    ({
      official: { code, title: code, address: `${address}@kemenkeu.example` },
      does: 'meneruskan',
      onNo: 'end',
      onSilence: 'desk',
    }) as const;
  const chain: OfficialChain = {
    onward: [link('A', 'dewi.anjarwati'), link('B', 'lukman.sardi'), link('C', 'harun.alamsyah')],
    back: [link('C', 'harun.alamsyah')],
  };
  const variant = hosting && { ...hosting, approval: null, chain };

  it('is asked one after the other, and nobody about his own request', () => {
    expect(nextAsking(askable({ variant }), office)).toMatchObject({ step: 1, approver: { name: 'Dewi Anjarwati' } });
    expect(nextAsking(askable({ variant, stepsGiven: 1 }), office)).toMatchObject({
      step: 3,
      approver: { name: 'Harun Alamsyah' },
    });
    expect(nextAsking(askable({ variant, stepsGiven: 3 }), office)).toBeNull();
  });

  it('needs no superior in Cc', () => {
    expect(asksConfirmation({ variant, service: null }, office)).toBe(true);
    expect(nextName({ variant, superior: null, superiors: [] })).toBe('Dewi Anjarwati');
  });

  it('numbers its steps through both ways', () => {
    expect([1, 2, 3, 4, 5].map((step) => linkAt(chain, step)?.official.code ?? null)).toEqual([
      'A',
      'B',
      'C',
      'C',
      null,
    ]);
    expect(linkAt(undefined, 1)).toBeNull();
  });
});

describe('the rank asked', () => {
  it('is the higher one where the approval asks another than the Cc', () => {
    const service = findService(office.rulebook, 'ITSM.1');
    expect(rankAsked(service, hosting)).toBe(3);
    expect(rankAsked(service, hosting && { ...hosting, approval: { minimumRank: 2 } })).toBe(2);
    expect(rankAsked(service, null)).toBe(3);
    expect(rankAsked(findService(office.rulebook, 'ITSM.4'), null)).toBeNull();
  });
});
