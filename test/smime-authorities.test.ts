import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authenticationSettings } from '../src/config-authentication.ts';
import { authorityFaults, readAuthorities } from '../src/smime-authorities.ts';
import { makeAuthority, makeIdentity, pemOf, rsaKeys } from './support/certificates.ts';

const NOW = Date.parse('2026-11-23T03:00:00Z');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-authorities-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const naming = (name: string) => ({
  file: 'loket.yaml',
  authentication: authenticationSettings.parse({
    when_absent: 'desk',
    smime: { authorities: name === '' ? '' : join(folder, name) },
  }),
});
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const faults = (name: string): readonly string[] =>
  authorityFaults(naming(name), NOW).map(({ severity, text }) => `${severity}: ${text.replace(/^\S+ /, '')}`);

describe('the authorities of a configuration', () => {
  it('are none where it names none', () => {
    expect(readAuthorities(naming(''))).toEqual([]);
    expect(faults('')).toEqual([]);
  });

  it('are all certificates of a file, and of the files of a folder', async () => {
    const [one, two] = [await makeAuthority(), await makeAuthority({ name: 'Kedua', keys: await rsaKeys() })];
    mkdirSync(join(folder, 'semua'));
    write('satu.pem', `Kami:\n${pemOf(one)}${pemOf(two)}`);
    write('semua/b.CRT', pemOf(two));
    write('semua/a.pem', pemOf(one));
    write('semua/catatan.txt', 'not for us');

    expect(readAuthorities(naming('satu.pem'))).toEqual([pemOf(one), pemOf(two)]);
    expect(readAuthorities(naming('semua'))).toEqual([pemOf(one), pemOf(two)]);
    expect(faults('semua')).toEqual([]);
  });

  it.each([
    ['nowhere.pem', 'nowhere.pem cannot be read'],
    ['kosong', 'kosong holds no file that ends in .pem, .crt or .cer'],
    ['kata.pem', 'kata.pem holds no certificate in PEM'],
    ['rusak.pem', 'rusak.pem holds a broken certificate'],
  ])('are refused with the place: %s', (name, message) => {
    mkdirSync(join(folder, 'kosong'));
    write('kata.pem', 'nothing');
    write('rusak.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');

    expect(() => readAuthorities(naming(name))).toThrow(message);
    expect(() => readAuthorities(naming(name))).toThrow(/^loket.yaml: authentication.smime.authorities: /);
  });

  it('are named where they are of no use, or soon of none', async () => {
    write('dewi.pem', pemOf(await makeIdentity({ name: 'Dewi' })));
    write('lama.pem', pemOf(await makeAuthority({ name: 'Lama', until: new Date('2026-01-01') })));
    write('lemah.pem', pemOf(await makeAuthority({ name: 'Lemah', keys: await rsaKeys(1024) })));

    expect(faults('dewi.pem')).toEqual(['error: "Dewi" is no certificate of an authority: nobody\'s leads to it']);
    expect(faults('lama.pem')).toEqual(['warning: "Lama" is not valid today']);
    expect(faults('lemah.pem')).toEqual(['warning: "Lemah" has a key weaker than RSA of 2048 bits']);
  });
});

describe('the time for which a signature counts', () => {
  const within = (written?: string): number | null =>
    authenticationSettings.safeParse({
      when_absent: 'desk',
      smime: written === undefined ? {} : { signed_within: written },
    }).data?.smime.signed_within ?? null;

  it.each([
    [undefined, 259_200_000],
    ['3d', 259_200_000],
    ['36h', 129_600_000],
    ['30d', 2_592_000_000],
    ['31d', null],
    ['0s', null],
    ['three days', null],
  ])('is as it is written: %s is %s ms', (written, ms) => {
    expect(within(written)).toBe(ms);
  });
});
