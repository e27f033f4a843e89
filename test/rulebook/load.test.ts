import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOOD, inCopy, loaded } from './rule-folder.ts';

const rulebook = loaded(GOOD);
const variant = (slug: string): (typeof variants)[number] => {
  const found = variants.find((one) => one.slug === slug);
  if (!found) throw new Error(`no ${slug}`);
  return found;
};
const variants = rulebook.services.flatMap((service) => service.variants);

describe('teams', () => {
  it('get the domain of the mailbox where their address is bare', () => {
    expect(rulebook.teams.map((team) => team.address)).toEqual([
      'meja-layanan@dinas.example',
      'rft-akun@dinas.example',
      'ruang@gedung.example',
    ]);
    expect(rulebook.deskTeam).toBe('MEJA');
  });

  it('hold members by address, in lower case, or by unit', () => {
    expect(rulebook.teams[1]?.members).toEqual(['tari@dinas.example']);
    expect(rulebook.teams[2]?.memberUnits).toEqual(['UMUM-1']);
  });
});

describe('a service', () => {
  it('asks for a superior of a rank in Cc, or for none', () => {
    expect(rulebook.services.map((service) => service.cc)).toEqual([{ minimumRank: 4 }, null, null]);
    expect(rulebook.services[0]?.ccSource).toEqual({ basis: 'stated', ref: 'standar contoh 1' });
  });

  it('stands in the order of its number', () => {
    expect(rulebook.services.map((service) => service.code)).toEqual(['CONTOH.1', 'CONTOH.2', 'CONTOH.3']);
  });

  it('has no variants while it is not active', () => {
    expect(rulebook.services[2]?.variants).toEqual([]);
    expect(rulebook.services[2]?.words).toHaveLength(1);
  });
});

describe('a variant', () => {
  it('is called by service and id', () => {
    expect(variants.map((one) => one.slug)).toEqual([
      'CONTOH.1/akun-baru',
      'CONTOH.1/reset-password',
      'CONTOH.2/ruang-rapat',
      'CONTOH.2/kursi',
      'CONTOH.2/meja',
    ]);
  });

  it('takes kind, phase, text and words of its requirements from the common list', () => {
    expect(variant('CONTOH.1/akun-baru').requirements).toEqual([
      {
        key: 'daftar-nama',
        kind: 'list',
        phase: 'submission',
        text: 'Daftar nama pegawai.',
        words: ['daftar nama'],
        onlyWhen: [],
        signerRank: null,
        source: { basis: 'stated', ref: 'standar contoh 1.a' },
      },
      {
        key: 'surat-permintaan',
        kind: 'letter',
        phase: 'submission',
        text: 'Surat kepada Kepala Puslatek.',
        words: ['surat permintaan', 'nota dinas'],
        onlyWhen: ['tamu'],
        signerRank: 2,
        source: { basis: 'stated', ref: 'standar contoh 1.a' },
      },
      expect.objectContaining({ key: 'bast', kind: 'bast', phase: 'after' }),
    ]);
  });

  it('says its service level in words made from its figures', () => {
    expect(variants.map((one) => one.serviceLevel)).toEqual([
      { kind: 'working-days', days: 2, words: '2 hari kerja', startsWhen: 'complete' },
      { kind: 'working-hours', hours: 4, words: '4 jam kerja', startsWhen: 'cio-decision' },
      { kind: 'at-event', closeAfterDays: 1, words: 'pada saat kegiatan; tiket ditutup 1 hari kerja setelahnya' },
      {
        kind: 'tiers',
        tiers: [
          { upTo: 4, days: 1 },
          { upTo: 8, days: 2 },
        ],
        assumed: 1,
        words: '1–4: 1 hari kerja; 5–8: 2 hari kerja',
      },
      { kind: 'unstated', words: 'waktu pemenuhan belum ditetapkan dalam standar pelayanan' },
    ]);
  });

  it('carries approval, bounds, lead time and what is ours with the reason', () => {
    const account = variant('CONTOH.1/akun-baru');

    expect(account.approval).toEqual({ minimumRank: 3, ask: 'any' });
    expect(account.quantity).toEqual({ min: 1, max: 30, unit: 'akun' });
    expect(account.sources?.quantity).toEqual({ basis: 'inferred', ref: 'standar contoh 1.a', why: 'batas kami' });
    expect(variant('CONTOH.2/ruang-rapat').leadTime).toEqual({
      inJakarta: 7,
      elsewhere: 14,
      text: 'Paling lambat 7 hari kerja sebelumnya.',
    });
    expect(variant('CONTOH.2/kursi').ticketType).toBe('CHG');
  });

  it('is open to anyone and takes a weak yes unless the file says otherwise', () => {
    expect(variants.map((one) => [one.sensitive, one.weakYes])).toEqual([
      [false, 'accept'],
      [true, 'ask'],
      [false, 'accept'],
      [false, 'accept'],
      [false, 'accept'],
    ]);
  });
});

describe('word rules', () => {
  it('are called after what they point to and their id or first phrase', () => {
    expect(variants.flatMap((one) => one.words.map((rule) => rule.id))).toEqual([
      'CONTOH.1/akun-baru#buat',
      'CONTOH.1/reset-password#lupa',
      'CONTOH.2/ruang-rapat#ruang-rapat',
      'CONTOH.2/kursi#kursi',
      'CONTOH.2/meja#meja-kerja',
    ]);
    expect(rulebook.kinds.request[0]?.id).toBe('kind/request#mohon');
    expect(rulebook.incidents[0]?.words[0]?.id).toBe('incident/akun#akun-terkunci');
  });

  it('hold one group for "any" and several for "all", in lower case with single spaces', () => {
    expect(variant('CONTOH.1/reset-password').words[0]?.all).toEqual([['lupa password', 'pasw*']]);
    expect(variant('CONTOH.1/akun-baru').words[0]).toMatchObject({
      all: [
        ['buat', 'dibuatkan'],
        ['akun', 'email'],
      ],
      none: ['reset'],
      weight: 5,
    });
  });
});

describe('the calendar', () => {
  it('knows days off, their estimates, hours and other hours', () => {
    expect(rulebook.calendar).toMatchObject({ zone: 'Asia/Jakarta', opensMinute: 480, closesMinute: 1020 });
    expect(rulebook.calendar.years).toEqual([2026, 2027]);
    expect(rulebook.calendar.daysOff.get('2026-12-24')).toBe('Natal');
    expect([...(rulebook.calendar.estimated ?? [])]).toEqual(['2027-03-10']);
    expect(rulebook.calendar.hours).toEqual([
      { from: '2027-02-08', to: '2027-03-09', opensMinute: 480, closesMinute: 900 },
    ]);
  });
});

describe('the version', () => {
  it('stays while the files stay and changes with any of them', () => {
    const changed = inCopy((folder) => {
      writeFileSync(join(folder, 'abbreviations.yaml'), 'yang: yg\nbelum: blm\n');
      return loaded(folder);
    });

    expect(loaded(GOOD).version).toBe(rulebook.version);
    expect(changed.version).not.toBe(rulebook.version);
    expect(rulebook.version).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('texts', () => {
  it('of all requirement keys are there, those of lead times included', () => {
    expect(rulebook.requirementTexts?.['tanggal-kegiatan']).toBe('Tanggal pelaksanaan kegiatan.');
    expect(rulebook.requirementTexts?.['bast']).toBe('Berita Acara Serah Terima (BAST).');
  });
});

describe('abbreviations', () => {
  it('are listed behind the full word and looked up by the short one', () => {
    expect(rulebook.abbreviations).toEqual({ yg: 'yang', tdk: 'tidak', gak: 'tidak' });
  });
});
