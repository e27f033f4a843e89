import { beforeAll, describe, expect, test } from 'vitest';
import {
  contentOf,
  fingerprintOf,
  isIntact,
  isPlain,
  isStrong,
  parseSignedData,
  signerOf,
  signingTime,
} from '../../src/cms/signed-data.ts';
import {
  ellipticKeys,
  makeIdentity,
  rsaKeys,
  signCms,
  type Identity,
  type SigningWish,
} from '../support/certificates.ts';
import { began, spentSince } from '../support/spent.ts';

const AT = new Date('2026-11-23T03:00:00Z');
const WORDS = Buffer.from('Setuju.\r\n');
let dewi: Identity;
let hesti: Identity;

beforeAll(async () => {
  dewi = await makeIdentity({ name: 'Dewi' });
  hesti = await makeIdentity({ name: 'Hesti' });
});

async function checked(
  wish: Partial<SigningWish> = {},
  { data = WORDS, signer = dewi }: { readonly data?: Buffer | null; readonly signer?: Identity } = {},
): Promise<{ readonly state: string; readonly isPlain: boolean; readonly isStrong: boolean }> {
  const cms = parseSignedData(await signCms(WORDS, signer, { at: AT, ...wish }));
  const certificate = cms && signerOf(cms);
  if (!cms || !certificate) throw new Error('it is a signature with its certificate');
  return { state: await isIntact(cms, certificate, data), isPlain: isPlain(cms), isStrong: isStrong(cms) };
}

describe('a signature apart from its content', () => {
  test('is intact over these bytes and over no others', async () => {
    expect(await checked()).toEqual({ state: 'intact', isPlain: true, isStrong: true });
    expect((await checked({}, { data: Buffer.from('Setuju!\r\n') })).state).toBe('changed');
  });

  test('made with other keys than those of its certificate is not intact', async () => {
    expect((await checked({ keys: await ellipticKeys() })).state).toBe('changed');
  });

  test('that carries what was signed says nothing of the bytes beside it', async () => {
    expect((await checked({ opaque: true }, { data: Buffer.from('Apa pun.\r\n') })).state).toBe('damaged');
  });

  test.each([
    ['RSASSA-PKCS1-v1_5', 'SHA-256'],
    ['RSASSA-PKCS1-v1_5', 'SHA-512'],
    ['RSA-PSS', 'SHA-256'],
  ])('is understood where it is made with %s and %s', async (name, hash) => {
    const signer = await makeIdentity({ name: 'Dewi', keys: await rsaKeys(2048, hash, name) });
    const digest = hash === 'SHA-512' ? 'SHA-512' : 'SHA-256';
    expect(await checked({ digest }, { signer })).toEqual({ state: 'intact', isPlain: true, isStrong: true });
  });

  test('is weak with SHA-1', async () => {
    expect((await checked({ digest: 'SHA-1' })).isStrong).toBe(false);
    const signer = await makeIdentity({ name: 'Dewi', keys: await rsaKeys(2048, 'SHA-1', 'RSA-PSS') });
    expect((await checked({ digest: 'SHA-1' }, { signer })).isStrong).toBe(false);
  });

  test('is not plain with two signers, nor without signed attributes', async () => {
    expect((await checked({ second: hesti })).isPlain).toBe(false);
    expect((await checked({ bare: true })).isPlain).toBe(false);
  });
});

test('a signature that carries its content gives it out', async () => {
  const cms = parseSignedData(await signCms(WORDS, dewi, { at: AT, opaque: true }));
  expect(cms && contentOf(cms)?.toString()).toBe('Setuju.\r\n');
  expect((await checked({ opaque: true }, { data: null })).state).toBe('intact');
  expect((await checked({}, { data: null })).state).toBe('damaged');
});

test('the time is what the signer claims, and null where nothing is claimed', async () => {
  const timeOf = async (at: Date | null): Promise<Date | null> => {
    const cms = parseSignedData(await signCms(WORDS, dewi, { at }));
    return cms && signingTime(cms);
  };
  expect(await timeOf(AT)).toEqual(AT);
  expect(await timeOf(null)).toBeNull();
});

test('the fingerprint is that of the signed words, the time and the key', async () => {
  const of = async (data: Buffer, signer: Identity, at = AT): Promise<string> => {
    const cms = parseSignedData(await signCms(data, signer, { at }));
    return cms ? fingerprintOf(cms, signer.certificate) : '';
  };
  const first = await of(WORDS, dewi);
  // ECDSA never makes the same bytes twice.
  expect(await of(WORDS, dewi)).toBe(first);
  const others = await Promise.all([
    of(Buffer.from('Tidak.'), dewi),
    of(WORDS, hesti),
    of(WORDS, dewi, new Date(AT.getTime() + 1000)),
  ]);
  expect(new Set([first, ...others]).size).toBe(4);
});

describe('what is no signature', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('MIAGCSqGSIb3DQEHAqCA')],
    ['nested without end', Buffer.alloc(400_000, Buffer.from([0x30, 0x80]))],
    ['a length beyond the end', Buffer.from([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff, 0x06, 0x01])],
    ['a hundred thousand nothings', wide(100_000)],
  ])('is none: %s', (_what, bytes) => {
    const start = began();
    expect(parseSignedData(bytes)).toBeNull();
    expect(spentSince(start)).toBeLessThan(5_000);
  });

  test('is found broken wherever a signature is cut or a byte is changed', async () => {
    const whole = await signCms(WORDS, dewi, { at: AT });
    for (let at = 0; at < whole.length; at += 7) {
      expect(parseSignedData(whole.subarray(0, at))).toBeNull();
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const cms = parseSignedData(changed);
      const certificate = cms && signerOf(cms);
      if (cms && certificate) await isIntact(cms, certificate, WORDS);
    }
  });
});

function wide(count: number): Buffer {
  const body = Buffer.alloc(2 * count, Buffer.from([0x05, 0x00]));
  const head = Buffer.alloc(6);
  head.writeUInt8(0x30, 0);
  head.writeUInt8(0x84, 1);
  head.writeUInt32BE(body.length, 2);
  return Buffer.concat([head, body]);
}
