import { describe, expect, it } from 'vitest';
import { makeDirectory } from '../../../src/directory/directory.ts';
import type { Person } from '../../../src/directory/person.ts';
import type { LetterReading, PaperReading, SignatureReading } from '../../../src/parse/document.ts';
import type { Requirement } from '../../../src/rulebook/rulebook.ts';
import {
  letterFindings,
  type LetterSources,
  type StandingPaper,
} from '../../../src/understand/papers/letter-findings.ts';
import { aPaper } from '../office.ts';

const person = (nip: string, name: string, over: Partial<Person>): Person => ({
  nip,
  name,
  addresses: [`${nip}@kemenkeu.example`],
  title: '',
  eselon: '',
  unitCode: 'SJ',
  unitName: 'Biro Umum',
  superiorNip: null,
  acting: null,
  active: true,
  ...over,
});
const HEAD = person('196808251993031022', 'Bonar Lumbantoruan', { title: 'Kepala Biro Umum', eselon: 'II' });
const DEPUTY = person('197505162000032023', 'Wening Asmara', {
  title: 'Kepala Bagian Rumah Tangga',
  eselon: 'III',
  unitCode: 'SJ-1',
  superiorNip: HEAD.nip,
});
const STAFF = person('199006132012122025', 'Mutia Zahra', { unitCode: 'SJ-1', superiorNip: DEPUTY.nip });
const REQUIREMENT: Requirement = {
  key: 'surat-rekomendasi',
  kind: 'letter',
  phase: 'submission',
  text: 'Surat Rekomendasi',
  words: [],
  onlyWhen: [],
  signerRank: 2,
  source: { basis: 'stated', ref: 'test' },
};
const by = (signer: Person, over: Partial<LetterReading> = {}): LetterReading => ({
  number: 'SR-1/SJ/2026',
  date: '2026-11-20',
  subject: null,
  addressee: 'Kepala Pusintek',
  signer: { name: signer.name, nip: signer.nip, title: signer.title, rank: null, onBehalfOf: null, acting: null },
  ...over,
});
const letter = (over: Partial<PaperReading> = {}, key = REQUIREMENT.key): StandingPaper => ({
  ...aPaper('surat.pdf', '', { type: 'surat', signature: 'unknown', letter: by(HEAD), ...over }),
  standsFor: [key],
});
const findings = (papers: readonly StandingPaper[], over: Partial<LetterSources> = {}) =>
  letterFindings(papers, {
    requirements: [REQUIREMENT],
    requester: STAFF,
    directory: makeDirectory([HEAD, DEPUTY, STAFF], 'test'),
    today: '2026-11-23',
    missing: null,
    said: [],
    ...over,
  });
const signed = (name: string, nip: string | null, certificate: SignatureReading['certificate']): SignatureReading => ({
  field: 'ttd',
  state: 'intact',
  coversFile: true,
  signer: { name, nip },
  signedAt: null,
  certificate,
  text: '',
});
const asked = (over: Partial<Requirement>): Partial<LetterSources> => ({ requirements: [{ ...REQUIREMENT, ...over }] });

describe('letters that stand for something asked', () => {
  it('are judged each by its requirement; papers that stand for nothing are not', () => {
    expect(findings([letter()])).toMatchObject([{ key: 'surat-rekomendasi', signer: { verdict: 'ok' }, faults: [] }]);
    expect(findings([letter({}, 'surat-lain')])).toEqual([]);
    expect(findings([aPaper('surat.pdf', '', { type: 'surat', letter: by(HEAD) })])).toEqual([]);
  });

  it('of several for one the best counts', () => {
    const low = letter({ filename: 'a.pdf', letter: by(DEPUTY) });
    const unsigned = letter({ filename: 'b.pdf', signature: 'empty-field' });

    expect(findings([low, unsigned, letter()])).toMatchObject([{ filename: 'surat.pdf', signer: { verdict: 'ok' } }]);
  });

  it('name in the fault who signed, what is asked and who could sign', () => {
    const [finding] = findings([letter({ letter: by(DEPUTY) })], asked({ signerTitles: ['kepala kantor'] }));

    expect(finding?.faults.map(({ text }) => text)).toEqual([
      'Surat ini ditandatangani Wening Asmara (Kepala Bagian Rumah Tangga, eselon III); yang diminta pejabat minimal eselon II atau kepala kantor',
      'Yang dapat menandatangani antara lain: Bonar Lumbantoruan (Kepala Biro Umum)',
    ]);
  });

  it('name nobody who could sign where the requester is not known', () => {
    const [finding] = findings([letter({ letter: by(DEPUTY) })], { requester: null });

    expect(finding?.faults).toHaveLength(1);
  });
});

describe('a signature in the file', () => {
  it.each([
    ['of the same person is no fault', signed('BONAR LUMBANTORUAN, S.H.', HEAD.nip, 'trusted'), []],
    ['of the same name without a number is none', signed('Bonar Lumbantoruan', null, 'trusted'), []],
    [
      'of another is',
      signed('Dodi Pratama', '199105052014021003', 'trusted'),
      ['Tanda tangan elektronik pada surat atas nama Dodi Pratama, bukan Bonar Lumbantoruan'],
    ],
  ])('%s', (_name, signature, faults) => {
    const [finding] = findings([letter({ signature: 'signed', signatures: [signature] })]);

    expect(finding?.faults.map(({ text }) => text)).toEqual(faults);
  });

  it('tells who signed where the letter does not, if an authority answers for it', () => {
    const silent = by(HEAD, { signer: null });
    const verdictWith = (certificate: SignatureReading['certificate']): unknown =>
      findings([
        letter({ letter: silent, signature: 'signed', signatures: [signed(HEAD.name, HEAD.nip, certificate)] }),
      ])[0]?.signer.verdict;

    expect(verdictWith('trusted')).toBe('ok');
    expect(verdictWith('unverifiable')).toBe('unread');
  });

  it.each([
    ['none', 'no-signature-seen'],
    ['wet-picture', 'signature-by-hand'],
    ['unknown', 'signature-unverified'],
    ['signed', 'signature-unverified'],
  ] as const)('that nobody can judge is a doubt: %s', (signature, doubt) => {
    expect(findings([letter({ signature })])[0]?.doubts).toEqual([doubt]);
    expect(findings([letter({ signature })], asked({ signerRank: null }))[0]?.doubts).toEqual([]);
  });

  it.each([
    ['empty-field', 'Surat ini belum ditandatangani'],
    ['changed-after', 'Isi surat berubah setelah ditandatangani'],
  ] as const)('that its sender can mend is a fault, whatever rank is asked: %s', (signature, fault) => {
    for (const signerRank of [2, null] as const)
      expect(findings([letter({ signature })], asked({ signerRank }))[0]?.faults).toMatchObject([{ text: fault }]);
  });
});

describe('what else a person should look at', () => {
  it.each([
    ['a date to come', by(HEAD, { date: '2026-12-01' }), ['dated-ahead']],
    ['another addressee', by(HEAD, { addressee: 'Direktur Jenderal Pajak' }), ['other-addressee']],
    ['the right addressee', by(HEAD, { addressee: 'Kepala PUSINTEK, Jakarta' }), []],
    ['none that could be read', by(HEAD, { addressee: null }), []],
  ])('%s', (_name, read, doubts) => {
    const found = findings([letter({ letter: read })], asked({ addressee: ['pusintek'] }));

    expect(found[0]?.doubts.filter((doubt) => doubt !== 'signature-unverified')).toEqual(doubts);
  });

  it('a letter dated ahead is judged by the day it came', () => {
    const acting = { ...DEPUTY, acting: { unitCode: 'SJ', from: '2026-12-01', to: '2026-12-05' } };
    const directory = makeDirectory([HEAD, acting, STAFF], 'test');

    expect(findings([letter({ letter: by(DEPUTY, { date: '2026-12-02' }) })], { directory })[0]?.signer.verdict).toBe(
      'too-low',
    );
    expect(
      findings([letter({ letter: by(DEPUTY, { date: '2026-12-02' }) })], { directory, today: '2026-12-03' })[0]?.signer,
    ).toMatchObject({ verdict: 'ok', acting: true });
  });
});

describe('a letter that the mail only speaks of', () => {
  it.each([
    ['is unseen where it counts as brought', [], REQUIREMENT, 1],
    ['is not where it is still missing', ['surat-rekomendasi'], REQUIREMENT, 0],
    ['is not where nobody asks', null, REQUIREMENT, 0],
    ['is not where no rank is asked', [], { ...REQUIREMENT, signerRank: null }, 0],
    ['is not where it may not have been asked', [], { ...REQUIREMENT, onlyWhen: ['tanpa pks'] }, 0],
  ])('%s', (_name, missing, requirement, count) => {
    expect(findings([], { missing, requirements: [requirement] })).toHaveLength(count);
  });
});

describe('how many a letter asks for', () => {
  const akun = (value: number) => ({ noun: 'akun', value });
  const laptop = (value: number) => ({ noun: 'laptop', value });
  const printer = (value: number) => ({ noun: 'printer', value });
  const counting = (counts: StandingPaper['counts'] = []): StandingPaper => ({ ...letter(), counts });
  const list = (type: 'daftar-akun' | 'daftar-perangkat', jumlah: number): StandingPaper =>
    aPaper('daftar.xlsx', '', { type, fields: { jumlah: String(jumlah) } });
  const texts = (counts: StandingPaper['counts'], said: LetterSources['said'], lists: readonly StandingPaper[] = []) =>
    findings([counting(counts), ...lists], { said })[0]?.faults.map(({ text }) => text);

  it('is held against the mail by the same noun only', () => {
    expect(texts([akun(12)], [akun(15)])).toEqual([
      'Jumlah akun pada surat (12) tidak sama dengan jumlah pada email (15)',
    ]);
    expect(texts([akun(12)], [akun(12), akun(3)])).toEqual([]);
    expect(texts([akun(12)], [laptop(15)])).toEqual([]);
    expect(texts([], [akun(15)])).toEqual([]);
  });

  it.each([
    ['as many', [laptop(10)], 10, []],
    ['the sum of its kinds', [laptop(7), printer(3)], 10, []],
    ['one of several numbers', [laptop(10), laptop(4)], 10, []],
    ['what is no row of it', [akun(3)], 10, []],
    [
      'another number',
      [laptop(12)],
      10,
      ['Jumlah laptop pada surat (12) tidak sama dengan jumlah baris pada daftar (10)'],
    ],
  ])('is held against the rows of a list: %s', (_name, counts, rows, faults) => {
    expect(texts(counts, [], [list('daftar-perangkat', rows)])).toEqual(faults);
  });

  it('is nothing against an empty list', () => {
    expect(texts([akun(3)], [], [list('daftar-akun', 0)])).toEqual([]);
  });
});
