/** Ten edits that the lead of a desk makes and ten mistakes on the way, all on the shipped rules, with what Loket does and says. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../src/shared/file-fault.ts';
import type { Rulebook, Service, Variant } from '../../src/rulebook/rulebook.ts';
import { readExample } from '../../src/commands/read-example.ts';
import { afterEdit, outcomeAfter, type Edit } from './rule-folder.ts';

const RULES = resolve(import.meta.dirname, '../../rules');
const OFFICE = { mailboxDomain: 'kemenkeu.example', neededYears: [2026, 2027], ranksHeld: [1, 2, 3, 4] };
const ACCOUNTS = 'services/ITSM.8.yaml';
const RESET_EXAMPLE = '      - "lupa password"\n';

const edited = (...edits: readonly Edit[]): Rulebook => afterEdit(RULES, OFFICE, ...edits);
const service = (rules: Rulebook, code: string): Service | undefined => rules.services.find((one) => one.code === code);
const variant = (rules: Rulebook, slug: string): Variant | undefined =>
  rules.services.flatMap(({ variants }) => variants).find((one) => one.slug === slug);

describe('an edit of the desk lead', () => {
  it('changes a due time, and the words for it', () => {
    const rules = edited({
      file: ACCOUNTS,
      find: 'service_level: {working_hours: 4, source: 001 ITSM.8 sla 3.d}',
      put: 'service_level: {working_hours: 2, source: {basis: inferred, ref: ND-12, why: percepatan}}',
    });

    expect(variant(rules, 'ITSM.8/reset-password')?.serviceLevel).toMatchObject({ hours: 2, words: '2 jam kerja' });
  });

  it('changes the rank of the superior in Cc', () => {
    const rules = edited({ file: 'services/ITSM.1.yaml', find: 'cc: {rank: III', put: 'cc: {rank: IV' });

    expect(service(rules, 'ITSM.1')?.cc).toEqual({ minimumRank: 4 });
  });

  it('asks for one more paper', () => {
    const rules = edited({
      file: ACCOUNTS,
      find: '  - id: reset-password\n',
      put: '  - id: reset-password\n    requirements:\n      - {key: scan-ktp, source: {basis: inferred, ref: ND-13, why: uji coba}}\n',
    });

    expect(variant(rules, 'ITSM.8/reset-password')?.requirements).toMatchObject([
      { key: 'scan-ktp', text: 'Scan KTP' },
    ]);
  });

  it('moves a service to another team', () => {
    const rules = edited({ file: 'services/ITSM.20.yaml', find: 'team: RFT-APLIKASI', put: 'team: RFT-DATA' });

    expect(service(rules, 'ITSM.20')?.team).toBe('RFT-DATA');
  });

  it('gives a team another name that people use', () => {
    const rules = edited({ file: 'teams.yaml', find: 'aliases: [akun,', put: 'aliases: [tim identitas, akun,' });

    expect(rules.teams.find(({ code }) => code === 'RFT-AKUN')?.aliases).toContain('tim identitas');
  });

  it('teaches a word that was not known', () => {
    const mail = 'Akun saya kebekuan sejak kemarin, mohon dibuka.';
    const rules = edited(
      {
        file: ACCOUNTS,
        find: '    words:\n      - id: reset-password\n',
        put: '    words:\n      - {id: beku, weight: 6, any: [kebekuan]}\n      - id: reset-password\n',
      },
      { file: ACCOUNTS, find: RESET_EXAMPLE, put: `      - akun saya kebekuan, mohon dibuka\n${RESET_EXAMPLE}` },
    );

    expect(readExample(mail, rules)).toBe('ITSM.8/reset-password');
    expect(readExample(mail, edited())).not.toBe('ITSM.8/reset-password');
  });

  it('works as the third worked change of the README says', () => {
    const mail = 'Akun saya ke-gembok sejak pagi, mohon dibuka.';
    const readme = readFileSync(resolve(RULES, 'README.md'), 'utf8');
    const rules = edited(
      { file: ACCOUNTS, find: 'keblokir, disable\n', put: 'keblokir, disable, ke gembok\n' },
      {
        file: ACCOUNTS,
        find: RESET_EXAMPLE,
        put: `      - "akun email saya ke-gembok sejak pagi, mohon dibuka"\n${RESET_EXAMPLE}`,
      },
    );

    expect(readme).toContain('akun saya ke-gembok sejak pagi, mohon dibuka');
    expect(readme).toContain('keblokir, disable, ke gembok\n');
    expect(readme).toContain('      - "akun email saya ke-gembok sejak pagi, mohon dibuka"\n');
    expect(readExample(mail, rules)).toBe('ITSM.8/reset-password');
    expect(readExample(mail, edited())).toBeNull();
  });

  it('adds a day off', () => {
    const day = '      - {date: 2026-12-09, day: Rabu, type: lain, name: Pilkada}\n';
    const rules = edited({ file: 'calendar.yaml', find: '    days:\n', put: `    days:\n${day}` });

    expect(rules.calendar.daysOff.get('2026-12-09')).toBe('Pilkada');
  });

  it('shortens the hours of a month', () => {
    const rules = edited({
      file: 'calendar.yaml',
      find: 'hours: []',
      put: 'hours:\n  - {from: 2027-02-08, to: 2027-03-09, opens: "08.00", closes: "15.00", why: Ramadan}',
    });

    expect(rules.calendar.hours).toEqual([
      { from: '2027-02-08', to: '2027-03-09', opensMinute: 480, closesMinute: 900 },
    ]);
  });

  it('lengthens a lead time', () => {
    const rules = edited({ file: 'services/ITSM.17.yaml', find: 'in_jakarta: 1', put: 'in_jakarta: 2' });

    expect(variant(rules, 'ITSM.17/broadcast-email')?.leadTime?.inJakarta).toBe(2);
  });

  it('switches a maintenance on, for the services named', () => {
    const rules = edited({
      file: 'settings.yaml',
      find: 'maintenance:\n  active: false\n  services: []',
      put: 'maintenance:\n  active: true\n  services: [ITSM.1, ITSM.2]',
    });

    expect(rules.suspensions).toMatchObject([{ cause: 'maintenance', services: ['ITSM.1', 'ITSM.2'] }]);
  });
});

const MISTAKES: readonly (Edit & { readonly what: string; readonly says: RegExp })[] = [
  {
    what: 'a mistyped team',
    file: 'services/ITSM.20.yaml',
    find: 'team: RFT-APLIKASI',
    put: 'team: RFT-APLIKSI',
    says: /^services\/ITSM\.20\.yaml:\d+:7: team "RFT-APLIKSI" is not in teams\.yaml; did you mean "RFT-APLIKASI"\?$/,
  },
  {
    what: 'a mistyped paper',
    file: 'services/ITSM.1.yaml',
    find: 'key: formulir-bia',
    put: 'key: formulir-bai',
    says: /^services\/ITSM\.1\.yaml:\d+:\d+: requirement "formulir-bai" is not in requirements\.yaml; did you mean "formulir-bia"\?$/,
  },
  {
    what: 'a rank in digits',
    file: 'services/ITSM.1.yaml',
    find: 'cc: {rank: III',
    put: 'cc: {rank: 3',
    says: /^services\/ITSM\.1\.yaml:\d+:12: rank is 3, expected one of I, II, III, IV/,
  },
  {
    what: 'a due time in words',
    file: ACCOUNTS,
    find: 'working_hours: 4',
    put: 'working_hours: empat',
    says: /working_hours is "empat", expected a number/,
  },
  {
    what: 'a tab for spaces',
    file: 'settings.yaml',
    find: '  active: false',
    put: '\tactive: false',
    says: /^settings\.yaml:\d+:\d+: not readable as YAML: a tab stands at the beginning of the line; indent with spaces/,
  },
  {
    what: 'a colon inside a sentence',
    file: 'organisation.yaml',
    find: 'footer: Surat ini',
    put: 'footer: Catatan: surat ini',
    says: /^organisation\.yaml:\d+:\d+: not readable as YAML: two colons on one line/,
  },
  {
    what: 'a key that does not exist',
    file: ACCOUNTS,
    find: 'weak_yes: ask',
    put: 'weakyes: ask',
    says: /^services\/ITSM\.8\.yaml:\d+:5: key "weakyes" is not known here; did you mean "weak_yes"\?$/,
  },
  {
    what: 'a weekday that is not that of the date',
    file: 'calendar.yaml',
    find: '2026-12-25, day: Jumat',
    put: '2026-12-25, day: Sabtu',
    says: /^calendar\.yaml:\d+:\d+: 2026-12-25 is a Jumat, not a Sabtu; mend the date or the day$/,
  },
  {
    what: 'a switch for a service that does not exist',
    file: 'settings.yaml',
    find: 'services: []',
    put: 'services: [ITSM.21]',
    says: /^settings\.yaml:\d+:14: service "ITSM\.21" has no file; did you mean "ITSM\.2"\?|did you mean "ITSM\.1"\?$/,
  },
  {
    what: 'an example that its own words do not win',
    file: ACCOUNTS,
    find: '    examples:\n',
    put: '    examples:\n      - Mohon pendampingan video conference rapat pimpinan, petugas on site.\n',
    says: /^services\/ITSM\.8\.yaml:\d+:9: this example of ITSM\.8\/\S+ is read as (?:no variant for sure|\S+); add words/,
  },
];

describe('a mistake of the desk lead', () => {
  it.each(MISTAKES)('$what is told with its place and what would be right', ({ says, ...edit }) => {
    const outcome = outcomeAfter(RULES, { ...OFFICE, classify: readExample }, [edit]);
    const faults = outcome.kind === 'ok' ? [] : outcome.faults.map(formatFault);

    expect(faults[0]).toMatch(says);
    expect(faults.filter((fault) => !fault.startsWith(`${edit.file}:`) && !fault.includes('this example'))).toEqual([]);
  });

  it('is told together with all others', () => {
    const edits = MISTAKES.slice(0, 3).filter(
      ({ file }, index, all) => all.findIndex((one) => one.file === file) === index,
    );
    const outcome = outcomeAfter(RULES, OFFICE, edits);

    expect(outcome.kind === 'faulty' && outcome.faults.length).toBe(edits.length);
  });
});
