import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/directory/person.ts';
import { isSamePersonsName, judgeSigner, SIGNER_VERDICTS, type SignerQuestion } from '../../src/directory/signer.ts';
import { makeDirectory } from '../../src/directory/directory.ts';

const person = (nip: string, name: string, over: Partial<Person> = {}): Person => ({
  nip,
  name,
  addresses: [`${nip}@kantor.example`],
  title: 'Analis',
  eselon: '',
  unitCode: 'DIT-A-1',
  unitName: 'Seksi Data',
  superiorNip: null,
  acting: null,
  active: true,
  ...over,
});
const DIRECTOR = person('197001151995031002', 'Hendra Gunawan', {
  title: 'Direktur Sistem Informasi',
  eselon: 'II',
  unitCode: 'DIT',
});
const HEAD = person('197608231999022011', 'Rina Oktaviani, S.E., M.M.', {
  title: 'Kepala Bagian Umum',
  eselon: 'III',
  unitCode: 'DIT-A',
  superiorNip: DIRECTOR.nip,
});
const STAFF = person('199006132012122025', 'Mutia Zahra', { superiorNip: HEAD.nip });
const OFFICE_HEAD = person('197711112001121019', 'I Ketut Sudana', {
  title: 'Kepala Kantor',
  eselon: 'III',
  unitCode: 'KTR',
  unitName: 'Kantor Pengelolaan TIK Denpasar',
});
const PLH = person('198401202007121031', 'Ahmad Ridho', {
  title: 'Kepala Seksi',
  eselon: 'IV',
  unitCode: 'KTR-1',
  acting: { unitCode: 'KTR', from: '2026-11-16', to: '2026-11-20' },
});
const NAMESAKE = person('199905272023121033', 'Ahmad Ridho', { title: 'Pengadministrasi Umum', unitCode: 'KTR-1' });
const OLD = person('196001011985031001', 'Tono Purna', { eselon: 'II', title: 'Direktur Data', active: false });
const ABROAD = person('196810101990031002', 'Surya Ginting', {
  eselon: 'II',
  title: 'Kepala Biro Umum',
  unitCode: 'BRO',
});
const PEOPLE = [DIRECTOR, HEAD, STAFF, OFFICE_HEAD, PLH, NAMESAKE, OLD, ABROAD];

type Claim = NonNullable<SignerQuestion['claim']>;

const claim = (over: Partial<Claim>): Claim => ({
  name: null,
  nip: null,
  title: null,
  onBehalfOf: null,
  acting: null,
  ...over,
});
const judge = (over: Partial<Claim> | null, parts: Partial<SignerQuestion> = {}) =>
  judgeSigner({
    claim: over === null ? null : claim(over),
    on: '2026-11-18',
    minimum: 2,
    titles: ['kepala kantor'],
    asksLine: false,
    requester: STAFF,
    directory: makeDirectory(PEOPLE, 'test'),
    ...parts,
  });

describe('who signed a letter is looked up', () => {
  it.each<[string, Partial<Claim> | null, ReturnType<typeof judge>['verdict'], Person | null]>([
    ['by his number', { nip: DIRECTOR.nip }, 'ok', DIRECTOR],
    ['by his number, however it is written', { nip: '19700115 199503 1 002', name: 'HENDRA GUNAWAN' }, 'ok', DIRECTOR],
    ['by his name', { name: 'Hendra Gunawan, S.Kom., M.T.' }, 'ok', DIRECTOR],
    ['and his rank may be too low', { nip: HEAD.nip, name: 'Rina Oktaviani' }, 'too-low', HEAD],
    ['whatever the letter says of it', { nip: HEAD.nip, title: 'Direktur Umum' }, 'too-low', HEAD],
    ['and may be out of office', { nip: OLD.nip }, 'inactive', OLD],
    ['and may be nobody we know', { name: 'Joko Tingkir', nip: '198001012005011009' }, 'unknown', null],
    ['and may not show', { title: 'Direktur' }, 'unread', null],
    ['and may not have been read at all', null, 'unread', null],
    ['and number and name may be those of two', { nip: DIRECTOR.nip, name: 'Rina Oktaviani' }, 'differs', DIRECTOR],
    [
      'and his number may have a digit wrong',
      { nip: '197001151995031003', name: 'Hendra Gunawan' },
      'differs',
      DIRECTOR,
    ],
    [
      'and may be a namesake whom the register lacks',
      { nip: '198305052008011001', name: 'Hendra Gunawan' },
      'ambiguous',
      null,
    ],
  ])('%s', (_name, said, verdict, found) => {
    expect(judge(said)).toMatchObject({ verdict, person: found });
  });

  it('and of two of one name the title tells which', () => {
    expect(judge({ name: 'Ahmad Ridho' })).toMatchObject({ verdict: 'ambiguous', person: null });
    expect(judge({ name: 'Ahmad Ridho', title: 'Pengadministrasi Umum' })).toMatchObject({
      verdict: 'too-low',
      person: NAMESAKE,
    });
  });

  it('and by his name alone is not held to be him whose title it is not', () => {
    expect(judge({ name: 'Mutia Zahra', title: 'Direktur Jenderal' }).verdict).toBe('ambiguous');
    expect(judge({ name: 'Mutia Zahra', title: 'Analis' }).verdict).toBe('too-low');
  });
});

describe('the post that he acts in', () => {
  const signed = { nip: PLH.nip, name: PLH.name, title: 'Kepala Kantor', acting: 'plh' } as const;

  it.each([
    ['2026-11-15', 'too-low', 'IV'],
    ['2026-11-16', 'ok', 'III'],
    ['2026-11-20', 'ok', 'III'],
    ['2026-11-21', 'too-low', 'IV'],
  ] as const)('counts on the day of the letter: %s is %s', (on, verdict, eselon) => {
    expect(judge(signed, { on, minimum: 3, titles: [] })).toMatchObject({ verdict, eselon, acting: eselon === 'III' });
  });

  it('is its office, too: whoever acts for the head of one signs as its head', () => {
    expect(judge(signed).verdict).toBe('ok');
    expect(judge(signed, { on: '2026-11-23' }).verdict).toBe('too-low');
    expect(judge(signed, { titles: [] }).verdict).toBe('too-low');
  });
});

describe('the head of an office', () => {
  it('suffices where the rule names his title, whatever his rank', () => {
    expect(judge({ nip: OFFICE_HEAD.nip }).verdict).toBe('ok');
    expect(judge({ nip: OFFICE_HEAD.nip }, { titles: [] }).verdict).toBe('too-low');
    expect(judge({ nip: OFFICE_HEAD.nip }, { titles: ['kepala kan'] }).verdict).toBe('too-low');
  });
});

describe('a letter signed for another ("a.n.")', () => {
  it.each([
    [
      'is for a person to look at where the register has that office above him',
      'Direktur Sistem Informasi',
      'on-behalf',
    ],
    ['or does not show its holder', 'Sekretaris Jenderal', 'on-behalf'],
    ['but an office that is too low itself lends nothing', 'Kepala Bagian Umum', 'too-low'],
  ] as const)('%s', (_name, onBehalfOf, verdict) => {
    const signer = verdict === 'too-low' ? STAFF : HEAD;
    expect(judge({ nip: signer.nip, onBehalfOf })).toMatchObject({ verdict });
  });

  it('names whom the register has for that office', () => {
    expect(judge({ nip: HEAD.nip, onBehalfOf: 'Direktur Sistem Informasi' }).behalf).toBe(DIRECTOR);
  });
});

describe('the line of the requester', () => {
  it('matters only where the rule asks it', () => {
    expect(judge({ nip: ABROAD.nip })).toMatchObject({ verdict: 'ok', inLine: false });
    expect(judge({ nip: ABROAD.nip }, { asksLine: true })).toMatchObject({ verdict: 'not-in-line' });
    expect(judge({ nip: DIRECTOR.nip }, { asksLine: true })).toMatchObject({ verdict: 'ok', inLine: true });
  });

  it('holds the requester himself, and is not known without one', () => {
    expect(judge({ nip: DIRECTOR.nip }, { asksLine: true, requester: DIRECTOR }).verdict).toBe('ok');
    expect(judge({ nip: DIRECTOR.nip }, { asksLine: true, requester: null })).toMatchObject({
      verdict: 'ok',
      inLine: null,
    });
  });
});

describe('a rule that asks no rank', () => {
  it('judges nobody, but for two people in one signature', () => {
    expect(judge({ nip: STAFF.nip }, { minimum: null }).verdict).toBe('not-asked');
    expect(judge(null, { minimum: null }).verdict).toBe('not-asked');
    expect(judge({ nip: STAFF.nip, name: 'Hendra Gunawan' }, { minimum: null }).verdict).toBe('differs');
  });
});

describe('names', () => {
  it.each([
    ['Rina Oktaviani', 'RINA OKTAVIANI, S.E., M.M.', true],
    ['R. Oktaviani', 'Rina Oktaviani', true],
    ['Rina Oktaviani', 'Rina Oktaviani Putri', true],
    ['Rina', 'Rina Oktaviani', false],
    ['Rina Oktaviana', 'Rina Oktaviani', false],
    ['', '', false],
  ])('%s and %s are one person: %s', (one, other, same) => {
    expect(isSamePersonsName(one, other)).toBe(same);
    expect(isSamePersonsName(other, one)).toBe(same);
  });
});

describe('whatever a letter claims', () => {
  const text = fc.oneof(fc.constant(null), fc.constantFrom(...PEOPLE.map(({ name }) => name)), fc.string());
  const number = fc.oneof(fc.constant(null), fc.constantFrom(...PEOPLE.map(({ nip }) => nip)), fc.string());

  it('nobody of too low a rank passes, and nobody whom the register does not know', () => {
    fc.assert(
      fc.property(text, number, text, text, (name, nip, title, onBehalfOf) => {
        const { verdict, person: found } = judge({ name, nip, title, onBehalfOf }, { titles: [] });
        expect(SIGNER_VERDICTS).toContain(verdict);
        if (verdict === 'ok') expect(found?.eselon).toBe('II');
      }),
    );
  });
});
