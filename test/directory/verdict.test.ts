import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person, Rank } from '../../src/directory/person.ts';
import { judgeSuperior, VERDICTS, type Recipient } from '../../src/directory/verdict.ts';
import { aPerson, anOffice, OFFICE } from './people.ts';

const ON = '2026-11-18';
const TERM = { from: '2026-11-16', to: '2026-11-20' };
const STRANGERS: Readonly<Record<string, string>> = {
  'someone@kantor.example': 'Seseorang',
  'someone@cabang.kantor.example': 'Seseorang',
  'vendor@vendor.example': 'PT Vendor',
  'bureau@gmail.example': '',
  'b.reau@gmail.example': 'Bpk. Bureau, S.E.',
  'tim.jaringan@kantor.example': '',
  'dit-a@kantor.example': 'Bagian Umum',
  'desk+abc@kantor.example': 'Meja',
};

interface Case {
  readonly from?: string;
  readonly cc?: readonly string[];
  readonly to?: readonly string[];
  readonly minimum?: Rank | null;
  readonly on?: string;
  readonly office?: Readonly<Record<string, Partial<Person>>>;
}

function judge({ from = 'staff', cc = [], to = [], minimum = 4, on = ON, office = {} }: Case) {
  const directory = anOffice({
    ...office,
    peer: aPerson('peer', { eselon: 'III', unitCode: 'DIT-Z', superiorNip: 'director' }),
  });
  const recipient =
    (field: 'to' | 'cc') =>
    (key: string): Recipient => ({
      address: key.includes('@') ? key : `${key}@kantor.example`,
      name: STRANGERS[key] ?? key,
      field,
    });
  return judgeSuperior({
    sender: directory.byNip(from),
    senderAddress: `${from}@kantor.example`,
    recipients: [...to.map(recipient('to')), ...cc.map(recipient('cc'))],
    minimum,
    on,
    directory,
    ourAddresses: ['desk@kantor.example'],
    ourDomains: ['kantor.example'],
  });
}

describe('judgeSuperior', () => {
  test.each<[string, Case, string]>([
    ['the direct superior in Cc', { cc: ['section'] }, 'ok'],
    ['a superior further up', { cc: ['director'] }, 'ok'],
    ['a superior in To', { to: ['section'] }, 'ok'],
    ['a functional superior of equal rank', { from: 'junior', cc: ['expert'] }, 'ok'],
    ['a qualifying superior among others', { cc: ['staffB', 'someone@kantor.example', 'bureau'], minimum: 3 }, 'ok'],
    ['an official of another line', { cc: ['peer'] }, 'not-in-line'],
    ['a superior of too low a rank', { cc: ['section'], minimum: 3 }, 'too-low'],
    ['a colleague without a rank', { cc: ['junior'] }, 'too-low'],
    ['a subordinate official', { from: 'bureau', cc: ['section'], minimum: 2 }, 'too-low'],
    ['a retired superior', { cc: ['section'], office: { section: { active: false } } }, 'inactive'],
    ['a stranger of our domain', { cc: ['someone@kantor.example'] }, 'unknown'],
    ['a stranger of a domain beneath ours', { cc: ['someone@cabang.kantor.example'] }, 'unknown'],
    ['a stranger elsewhere', { cc: ['vendor@vendor.example'] }, 'missing'],
    ['a private address that bears the name of a superior', { cc: ['b.reau@gmail.example'] }, 'unknown'],
    ['a private address with a superior as its local part', { cc: ['bureau@gmail.example'] }, 'unknown'],
    ['the mailbox of a team', { cc: ['tim.jaringan@kantor.example'] }, 'missing'],
    ['a mailbox with the name of a unit', { cc: ['dit-a@kantor.example'] }, 'missing'],
    ['our own mailbox', { cc: ['desk+abc@kantor.example'], to: ['desk@kantor.example'] }, 'missing'],
    ['nobody', {}, 'missing'],
    ['the sender without rank in his own Cc', { cc: ['staff'] }, 'missing'],
    ['not even a known sender, an official in Cc', { from: 'unheard-of', cc: ['director'] }, 'not-in-line'],
    ['nobody, where none is asked', { minimum: null }, 'not-required'],
  ])('with %s', (_, question, verdict) => {
    expect(judge(question).verdict).toBe(verdict);
  });

  test.each([
    [['peer', 'section'], 3, 'not-in-line'],
    [['section', 'someone@kantor.example'], 3, 'too-low'],
    [['someone@kantor.example', 'retired'], 3, 'inactive'],
    [['section', 'retired'], 3, 'too-low'],
  ] as const)('lets the best of %j decide', (cc, minimum, verdict) => {
    const retired = aPerson('retired', { eselon: 'III', unitCode: 'DIT-A', active: false });

    expect(judge({ cc, minimum, office: { retired } }).verdict).toBe(verdict);
    expect(judge({ cc: cc.toReversed(), minimum, office: { retired } }).verdict).toBe(verdict);
  });

  test('names the nearest of several superiors who are ok, whatever their order', () => {
    expect(judge({ cc: ['director', 'bureau', 'section'], minimum: 3 }).best?.nip).toBe('bureau');
  });

  test.each([
    ['2026-11-20', 'ok', true],
    ['2026-11-21', 'too-low', false],
  ])('counts a Plh. with the post acted in up to the last day: %s', (on, verdict, acting) => {
    const office = { section: { acting: { unitCode: 'DIT-A', ...TERM } } };
    const finding = judge({ cc: ['section'], minimum: 3, on, office });

    expect(finding.verdict).toBe(verdict);
    expect(finding.found).toEqual([expect.objectContaining({ acting, eselon: acting ? 'III' : 'IV', inLine: true })]);
  });

  test('marks an official of another line who acts for a unit of this one', () => {
    const office = { bureau: { acting: { unitCode: 'DIT-B', ...TERM } } };
    const finding = judge({ from: 'staffB', cc: ['bureau'], minimum: 3, office });

    expect(finding).toMatchObject({
      verdict: 'ok',
      found: [{ acting: true, eselon: 'III', self: false, inLine: true }],
    });
    expect(judge({ from: 'staffB', cc: ['bureau'], minimum: 3, on: '2026-11-21', office }).verdict).toBe('not-in-line');
  });

  test('lets a sender of the rank stand for himself, copied or not', () => {
    const alone = judge({ from: 'bureau', minimum: 3 });
    const copied = judge({ from: 'bureau', minimum: 3, cc: ['bureau'] });

    expect(alone).toMatchObject({ verdict: 'ok', found: [{ self: true, field: 'from', eselon: 'III' }] });
    expect(copied).toMatchObject({ verdict: 'ok', found: [{ self: true, field: 'cc' }] });
    expect(alone.best?.nip).toBe('bureau');
  });

  test('does not let a retired sender stand for himself', () => {
    expect(judge({ from: 'bureau', minimum: 3, office: { bureau: { active: false } } }).verdict).toBe('missing');
  });

  test('prefers the superior in Cc to the sender himself', () => {
    expect(judge({ from: 'bureau', cc: ['director'], minimum: 3 }).best?.nip).toBe('director');
  });

  test('takes an address that stands in both fields for Cc, and says so once', () => {
    expect(judge({ cc: ['section'], to: ['section'] }).found).toEqual([expect.objectContaining({ field: 'cc' })]);
  });

  test('does not count the second address of the sender', () => {
    const office = { staff: { addresses: ['staff@kantor.example', 'alias@kantor.example'] } };

    expect(judge({ cc: ['alias@kantor.example'], office }).verdict).toBe('missing');
  });

  test('is as good as the best one alone, in any order', () => {
    const someone = fc.constantFrom(...Object.keys(OFFICE), ...Object.keys(STRANGERS), 'peer');
    const minimum = fc.constantFrom<Rank>(1, 2, 3, 4);
    fc.assert(
      fc.property(
        fc.uniqueArray(someone, { maxLength: 5 }),
        minimum,
        fc.constantFrom('staff', 'bureau'),
        (cc, rank, from) => {
          const alone = [judge({ from, minimum: rank }), ...cc.map((key) => judge({ from, cc: [key], minimum: rank }))];
          const best = Math.min(...alone.map(({ verdict }) => VERDICTS.findIndex((one) => one === verdict)));

          expect(judge({ from, cc, minimum: rank }).verdict).toBe(VERDICTS[best]);
          expect(judge({ from, cc: cc.toReversed(), minimum: rank }).verdict).toBe(VERDICTS[best]);
        },
      ),
    );
  });
});
