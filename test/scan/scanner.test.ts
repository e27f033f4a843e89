import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { scanFile } from '../../src/scan/clamd.ts';
import { makeScanner, readAddress } from '../../src/scan/scanner.ts';
import { BAD, startClamd, type FakeClamd, type Manner } from './fake-clamd.ts';

let folder: string;
let clamd: FakeClamd | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-scan-'));
});
afterEach(async () => {
  await clamd?.close();
  clamd = null;
});
afterAll(() => rm(folder, { recursive: true }));

const file = async (content: string | Buffer): Promise<string> => {
  const path = join(folder, `f${Math.random()}`);
  await writeFile(path, content);
  return path;
};
const scan = async (content: string | Buffer, manner: Manner = 'honest', timeMs = 2_000) => {
  clamd = await startClamd(manner);
  return scanFile(await file(content), { address: { host: '127.0.0.1', port: clamd.port }, timeMs });
};

describe('a file shown to clamd', () => {
  it.each([
    ['a clean one', 'surat biasa', { kind: 'clean' }],
    ['an empty one', '', { kind: 'clean' }],
    ['one that it knows', `awal ${BAD} akhir`, { kind: 'infected', name: 'Test.Signature' }],
    ['one too large for it', Buffer.alloc(300_000, 7), { kind: 'unknown', why: 'INSTREAM size limit exceeded. ERROR' }],
  ])('%s gets its verdict', async (_, content, verdict) => {
    expect(await scan(content)).toEqual(verdict);
  });

  it('arrives byte by byte as it lies on the disk', async () => {
    const content = Buffer.from(Array.from({ length: 60_000 }, (_, at) => (at * 7) % 256));
    await scan(content);

    expect(clamd?.heard[0]?.equals(content)).toBe(true);
  });

  it.each<[Manner, string]>([
    ['silent', 'no answer within 150 ms'],
    ['hangs-up', ''],
    ['babbles', 'x'],
  ])('has no verdict of one that %s', async (manner, why) => {
    expect(await scan('surat', manner, 150)).toMatchObject({ kind: 'unknown', why: expect.stringContaining(why) });
  });

  it('has no verdict where nobody listens', async () => {
    const path = join(folder, 'tidak-ada.sock');

    expect(await scanFile(await file('surat'), { address: { path }, timeMs: 500 })).toEqual({
      kind: 'unknown',
      why: 'ENOENT',
    });
  });

  it('goes over a Unix socket, too', async () => {
    const path = join(folder, 'clamd.sock');
    clamd = await startClamd('honest', path);

    expect(await scanFile(await file(BAD), { address: { path }, timeMs: 2_000 })).toMatchObject({ kind: 'infected' });
  });
});

describe('the scanner while it is away', () => {
  it('is asked once, then left alone for a while, and the operator hears when it goes and comes', async () => {
    const told: string[] = [];
    let now = 0;
    const address = { path: join(folder, 'kembali.sock') };
    const scanner = makeScanner({
      address,
      now: () => now,
      onDown: (why) => told.push(`down ${why}`),
      onUp: () => told.push('up'),
    });
    const path = await file('surat');

    expect(await scanner.scan(path)).toMatchObject({ kind: 'unknown' });
    clamd = await startClamd('honest', address.path);
    expect(await scanner.scan(path)).toMatchObject({ kind: 'unknown', why: 'the scanner was away a moment ago' });
    now += 30_000;
    expect(await scanner.scan(path)).toEqual({ kind: 'clean' });
    expect(told).toEqual(['down ENOENT', 'up']);
  });

  it('is not away because one file is too large for it', async () => {
    const told: string[] = [];
    clamd = await startClamd();
    const address = { host: '127.0.0.1', port: clamd.port };
    const scanner = makeScanner({
      address,
      now: () => 0,
      onDown: (why) => told.push(why),
      onUp: () => told.push('up'),
    });
    await scanner.scan(await file(Buffer.alloc(300_000, 7)));

    expect(await scanner.scan(await file('surat'))).toEqual({ kind: 'clean' });
    expect(told).toEqual(['up', 'up']);
  });
});

describe('where it listens', () => {
  it.each([
    ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['tcp:127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['tcp:[::1]:3310', { host: '::1', port: 3310 }],
    ['tcp:10.0.0.7:3310', null],
    ['', null],
  ])('%s', (text, address) => {
    expect(readAddress(text)).toEqual(address);
  });
});
