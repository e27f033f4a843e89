import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../src/rulebook/load.ts';
import { formatFault } from '../src/shared/file-fault.ts';
import { meetsOf } from '../src/understand/never-met.ts';
import { classifyText } from '../src/understand/classify/classify.ts';
import type { Requirement, ServiceLevel, Variant } from '../src/rulebook/rulebook.ts';
import { REPLY_CLASSES } from '../src/rulebook/reply-classes.ts';
import { afterEdit, faultsIn, loaded } from './rulebook/rule-folder.ts';
import { STANDARD } from './rulebook/standard.ts';
import { began, spentSince } from './support/spent.ts';

const RULES = resolve(import.meta.dirname, '../rules');
const OFFICE = { mailboxDomain: 'kemenkeu.example', neededYears: [2026, 2027], ranksHeld: [1, 2, 3, 4] };

const rulebook = loaded(RULES, OFFICE);
const described = rulebook.services.flatMap((service) => service.variants.map((variant) => ({ service, variant })));

describe('the shipped rules', () => {
  it('load without a fault', () => {
    expect(faultsIn(RULES, OFFICE)).toEqual([]);
  });

  it('hold no word that no text can ever meet', () => {
    const outcome = loadRulebook(RULES, { ...OFFICE, meets: meetsOf });

    expect(outcome.kind === 'ok' ? outcome.doubts.map(formatFault) : outcome.faults).toEqual([]);
  });

  it('hold all 20 services and the older one that still stands, each in its file', () => {
    expect(rulebook.services.map((service) => service.code)).toEqual([
      ...Array.from({ length: 20 }, (_, index) => `ITSM.${index + 1}`),
      'SC03-1',
    ]);
    expect(readdirSync(join(RULES, 'services'))).toHaveLength(21);
    expect(STANDARD.map(({ slug }) => slug).toSorted()).toEqual(
      described.map(({ variant }) => variant.slug).toSorted(),
    );
  });

  it('describe a service wholly or not at all', () => {
    const missing = rulebook.services.flatMap((service) =>
      STANDARD.filter(
        ({ slug }) => slug.startsWith(`${service.code}/`) && service.variants.length > 0 && !found(slug),
      ).map(({ slug }) => slug),
    );

    expect(missing).toEqual([]);
    expect(described.map(({ variant }) => variant.slug)).toEqual(expect.arrayContaining(slugsOf('ITSM.1', 'ITSM.8')));
  });

  it.each(STANDARD.filter(({ slug }) => found(slug)))('$slug asks what the standard asks', (expected) => {
    const { service, variant } = found(expected.slug) ?? {};

    expect({
      slug: variant?.slug,
      cc: service?.cc?.minimumRank ?? null,
      approval: variant?.approval?.minimumRank ?? null,
      serviceLevel: variant && printed(variant.serviceLevel),
      submission: variant && keysOf(variant, 'submission'),
      after: variant && keysOf(variant, 'after'),
    }).toEqual({ ...expected, submission: expected.submission.toSorted(), after: expected.after.toSorted() });
  });

  it('give every variant words, at least four examples and a name that fits a subject line', () => {
    const poor = described.filter(
      ({ variant }) => variant.words.length === 0 || variant.examples.length < 4 || variant.shortName.length > 40,
    );

    expect(poor.map(({ variant }) => variant.slug)).toEqual([]);
  });

  it('name the reason wherever a value is ours', () => {
    const unreasoned = described.flatMap(({ variant }) =>
      [variant.source, ...Object.values(variant.sources ?? {}), ...variant.requirements.map((one) => one.source)]
        .filter((source) => source.basis === 'inferred' && source.why === undefined)
        .map((source) => `${variant.slug}: ${source.ref}`),
    );

    expect(unreasoned).toEqual([]);
  });

  it('recognise everything that is to be handed in', () => {
    const blind = described.flatMap(({ variant }) =>
      variant.requirements
        .filter((one) => one.words.length === 0 && one.kind !== 'directory')
        .map((one) => `${variant.slug} ${one.key}`),
    );

    expect(blind).toEqual([]);
  });

  it('take accounts in bulk from the 31st on', () => {
    expect(found('ITSM.8/pembuatan-akun-individu')?.variant.quantity).toEqual({ min: null, max: 30, unit: 'akun' });
    expect(found('ITSM.8/pembuatan-akun-kolektif')?.variant.quantity).toEqual({ min: 31, max: null, unit: 'akun' });
  });

  it('keep reset, change and closing of accounts from senders who prove nothing', () => {
    const sensitive = described.filter(({ service, variant }) => service.code === 'ITSM.8' && variant.sensitive);

    expect(sensitive.map(({ variant }) => variant.slug)).toEqual([
      'ITSM.8/perubahan-akun',
      'ITSM.8/penonaktifan-akun',
      'ITSM.8/reset-password',
    ]);
  });

  it('have words for every class of replies', () => {
    expect(Object.keys(rulebook.replies).toSorted()).toEqual([...REPLY_CLASSES].toSorted());
  });

  it('know the days off of 2026 and 2027', () => {
    expect(rulebook.calendar.daysOff.size).toBe(25 + 26);
    expect(rulebook.calendar.daysOff.get('2026-12-24')).toBe('Kelahiran Yesus Kristus (Natal)');
    expect(rulebook.calendar.daysOff.get('2027-03-12')).toBe('Idulfitri 1448 H');
    expect(rulebook.calendar.estimated?.has('2027-05-17')).toBe(true);
  });

  it('take up application access in windows, with a form signed by eselon III or higher', () => {
    const variant = found('SC03-1/hak-akses-buat')?.variant;

    expect(variant?.serviceLevel).toMatchObject({
      kind: 'windows',
      windows: [
        { fromMinute: 480, toMinute: 720, dueDays: 0, dueMinute: 960 },
        { fromMinute: 780, toMinute: 960, dueDays: 1, dueMinute: 720 },
      ],
      noticeHours: 4,
    });
    expect(variant?.requirements).toMatchObject([{ key: 'form-3.1', signerRank: 3 }]);
    expect(rulebook.suspensions).toEqual([]);
  });

  it('stop application access, and nothing else, while an emergency is declared', () => {
    const declared = afterEdit(RULES, OFFICE, {
      file: 'settings.yaml',
      find: 'emergency:\n  active: false',
      put: 'emergency:\n  active: true',
    });

    expect(declared.suspensions).toMatchObject([{ cause: 'emergency', services: ['SC03-1'] }]);
  });

  it('lead from every code of the older catalogue to a variant of today', () => {
    expect(rulebook.oldCodes?.map(({ code, successor }) => `${code} ${successor}`)).toEqual([
      '9.1.1 ITSM.8/pembuatan-akun-individu',
      '9.1.1-kolektif ITSM.8/pembuatan-akun-kolektif',
      '9.1.2 ITSM.5/internet-tamu',
      '9.2.1 ITSM.8/perubahan-akun',
      '9.2.2 ITSM.8/perubahan-akun',
      '9.2.3 ITSM.5/peningkatan-internet',
      '9.2.4 ITSM.5/join-domain',
      '9.3 ITSM.8/penonaktifan-akun',
      '9.4 ITSM.8/reset-password',
    ]);
  });

  it.each([
    ['Permohonan layanan ITSM.9.2.2 tambah kapasitas', 'ITSM.8/perubahan-akun'],
    ['Mohon akun untuk tamu, kode 9.1.2 sesuai katalog', 'ITSM.5/internet-tamu'],
    ['ITSM.9: mohon dibuatkan akun email untuk pegawai baru', 'ITSM.8/pembuatan-akun-individu'],
    ['ITSM.9 mohon hak akses sharing folder bidang kami', 'ITSM.9/sharing-folder'],
    ['ITSM.11 mohon pendampingan video conference petugas on site tanggal 21 Desember', 'ITSM.14/video-conference'],
    ['ITSM.11 permintaan narasumber bidang TIK untuk bimtek', 'ITSM.11/narasumber-tik'],
  ])('read "%s" as %s, whatever the code was once', (text, slug) => {
    expect(classifyText(text, rulebook)).toBe(slug);
  });

  it('carry knowledge article 003 with all its steps', () => {
    const article = rulebook.articles?.find(({ number }) => number === '003');

    expect(article).toMatchObject({
      category: 'Aplikasi',
      subCategory: 'Email Kedinasan',
      contributor: 'PUSINTEK (AJ)',
    });
    expect(article?.body.match(/^\d+\./gm)).toEqual(['1.', '2.', '3.', '4.', '5.', '6.', '7.', '8.', '9.', '10.']);
    expect(article?.body).toContain('webmail.kemenkeu.go.id');
    expect(article?.body).toContain('90 hari kerja');
    expect(article?.body).not.toContain('---');
  });

  it('ask questions only where the clock may run: never for what is required anyway', () => {
    const asked = described.filter(({ variant }) => (variant.questions ?? []).length > 0);

    expect(asked.length).toBeGreaterThan(40);
    expect(
      asked.flatMap(({ variant }) => variant.questions ?? []).filter(({ textEn }) => textEn === undefined),
    ).toEqual([]);
  });

  it('load in less than 300 ms', () => {
    const times = Array.from({ length: 5 }, () => {
      const start = began();
      loaded(RULES, OFFICE);
      return spentSince(start);
    });

    expect(Math.min(...times)).toBeLessThan(300);
  });

  it('find a team by the names that people use', () => {
    const teamOf = (name: string): string | undefined =>
      rulebook.teams.find((team) => [team.name.toLowerCase(), ...team.aliases].includes(name))?.code;

    expect(['akun dan email', 'jaringan', 'tim jaringan', 'keamanan informasi', 'kptikbmn'].map(teamOf)).toEqual([
      'RFT-AKUN',
      'RFT-JARINGAN',
      'RFT-JARINGAN',
      'RFT-KEAMANAN',
      'RFT-PERANGKAT',
    ]);
  });
});

function found(slug: string): (typeof described)[number] | undefined {
  return described.find(({ variant }) => variant.slug === slug);
}

function slugsOf(...services: readonly string[]): string[] {
  return STANDARD.map(({ slug }) => slug).filter((slug) => services.some((code) => slug.startsWith(`${code}/`)));
}

function keysOf(variant: Variant, phase: Requirement['phase']): readonly string[] {
  const keys = variant.requirements.filter((one) => one.phase === phase).map((one) => one.key);
  return (phase === 'submission' && variant.leadTime ? [...keys, 'waktu-pengajuan'] : keys).toSorted();
}

function printed(level: ServiceLevel): string {
  if (level.kind === 'at-event') return `at event, +${level.closeAfterDays}`;
  if (level.kind === 'unstated') return 'unstated';
  return level.words;
}
