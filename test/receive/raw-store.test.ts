import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFileRawStore } from '../../src/receive/raw-store.ts';
import { temporaryDir } from '../support/watch.ts';

const MIB = 1024 * 1024;
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

describe('raw store', () => {
  it('keeps the bytes exactly, under their hash', async () => {
    const store = makeFileRawStore(temporaryDir());
    const raw = Buffer.from('Subject: \xff\x00\r\n\r\nhalo\r\n', 'latin1');

    const kept = await store.keep(raw, MIB);

    expect(kept).toEqual({ sha256: hashOf(raw), sizeBytes: raw.length, cut: false });
    expect(readFileSync(store.path(kept.sha256))).toEqual(raw);
  });

  it('keeps the same bytes once', async () => {
    const dir = temporaryDir();
    const store = makeFileRawStore(dir);

    const first = await store.keep(Buffer.from('sama'), MIB);
    const second = await store.keep(pieces('sa', 'ma'), MIB);

    expect(second).toEqual(first);
    expect(readdirSync(dirname(store.path(first.sha256)))).toHaveLength(1);
    expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
  });

  it('deletes what is to be kept no longer, and minds nothing that is gone', async () => {
    const store = makeFileRawStore(temporaryDir());
    const { sha256 } = await store.keep(Buffer.from('KTP'), MIB);
    const other = await store.keep(Buffer.from('lain'), MIB);

    await store.remove(sha256);
    await store.remove(sha256);

    expect(existsSync(store.path(sha256))).toBe(false);
    expect(existsSync(store.path(other.sha256))).toBe(true);
    expect(await store.keep(Buffer.from('KTP'), MIB)).toMatchObject({ sha256 });
    expect(existsSync(store.path(sha256))).toBe(true);
  });

  it('deletes nothing before anything was kept', async () => {
    await expect(makeFileRawStore(temporaryDir()).remove('a'.repeat(64))).resolves.toBeUndefined();
  });

  it('cuts at the limit and reads no further', async () => {
    const store = makeFileRawStore(temporaryDir());
    let asked = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        asked++;
        yield Buffer.alloc(1000, 'a');
      }
    };

    const kept = await store.keep(endless(), 2500);

    expect(kept).toEqual({ sha256: hashOf(Buffer.alloc(2500, 'a')), sizeBytes: 2500, cut: true });
    expect(asked).toBe(3);
  });

  it('does not call a mail cut that ends exactly at the limit', async () => {
    const store = makeFileRawStore(temporaryDir());

    expect(await store.keep(pieces('ab', 'cd'), 4)).toMatchObject({ sizeBytes: 4, cut: false });
  });

  it('answers many mails in their order, equal ones among them', async () => {
    const store = makeFileRawStore(temporaryDir());
    const mails = Array.from({ length: 60 }, (_, index) => Buffer.from(`surat ${index % 50}`));

    const kept = await store.keepMany(mails, MIB);

    expect(kept.map(({ sha256 }) => sha256)).toEqual(mails.map(hashOf));
    expect(kept.every(({ sha256 }) => existsSync(store.path(sha256)))).toBe(true);
  });

  it('removes what a crash left half written, and nothing of a process that lives', async () => {
    const dir = temporaryDir();
    mkdirSync(join(dir, 'tmp'), { recursive: true });
    const names = { dead: '999999999-x-0', reused: `${process.pid}-earlier-0`, alive: `${process.ppid}-x-0` };
    for (const name of Object.values(names)) writeFileSync(join(dir, 'tmp', name), 'setengah');

    await makeFileRawStore(dir).keep(Buffer.from('baru'), MIB);

    expect(readdirSync(join(dir, 'tmp'))).toEqual([names.alive]);
  });

  it('leaves nothing behind when the reading fails, and passes the reason on', async () => {
    const dir = temporaryDir();
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('awal');
      throw new Error('connection cut');
    };

    await expect(makeFileRawStore(dir).keep(broken(), MIB)).rejects.toThrow('connection cut');

    expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
  });

  it('says E_STORAGE when the disk refuses, and works again when it does not', async () => {
    const dir = join(temporaryDir(), 'raw');
    writeFileSync(dir, 'a file where the folder should be');
    const store = makeFileRawStore(dir);

    await expect(store.keep(Buffer.from('satu'), MIB)).rejects.toMatchObject({ code: 'E_STORAGE', retryable: true });

    rmSync(dir);
    expect(await store.keep(Buffer.from('satu'), MIB)).toMatchObject({ sizeBytes: 4 });
  });

  it('creates nothing when it is only asked for a path', () => {
    const dir = join(temporaryDir(), 'raw');

    expect(makeFileRawStore(dir).path(hashOf(Buffer.from('x')))).toContain(dir);

    expect(existsSync(dir)).toBe(false);
  });
});
