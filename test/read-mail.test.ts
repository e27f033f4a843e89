import { describe, expect, it } from 'vitest';
import type { MailReader } from '../src/mail-reader.ts';
import { readKept, type KeptMail } from '../src/read-mail.ts';
import { aMessage } from './decide/situations.ts';

const message = aMessage();
const mail: KeptMail = { path: '/tempat/surat', cut: false, attempt: 1 };

interface Said {
  readonly slow: number;
  readonly failed: readonly string[];
}

function readWith(parts: Partial<MailReader>, kept = mail) {
  const said = { slow: 0, failed: [] as string[] };
  const unexpected = (): never => {
    throw new Error('not to be asked for');
  };
  const reader: MailReader = {
    read: unexpected,
    readHeader: unexpected,
    extract: unexpected,
    isSevenBit: () => null,
    warm: () => undefined,
    ready: async () => undefined,
    close: async () => undefined,
    ...parts,
  };
  const hooks = { slow: () => void said.slow++, failed: (why: string) => void said.failed.push(why) };
  return { outcome: readKept(reader, kept, hooks), said: said as Said };
}

describe('reading a kept mail', () => {
  it('gives the mail where it can be read', async () => {
    const { outcome, said } = readWith({ read: async () => ({ kind: 'ok', value: { message, papers: [] } }) });

    expect(await outcome).toEqual({ kind: 'read', mail: { message, papers: [] } });
    expect(said).toEqual({ slow: 0, failed: [] });
  });

  it('reads the header alone of a mail that kills its reader', async () => {
    const { outcome, said } = readWith({
      read: async () => ({ kind: 'died', why: 'memory' }),
      readHeader: async () => ({ kind: 'ok', value: { message, papers: [] } }),
    });

    expect(await outcome).toEqual({ kind: 'unread', failure: 'poison', message });
    expect(said.failed).toEqual(['memory']);
  });

  it('knows nothing of a mail whose header kills its reader, too', async () => {
    const died = async () => ({ kind: 'died', why: 'crash' }) as const;

    expect(await readWith({ read: died, readHeader: died }).outcome).toMatchObject({
      failure: 'poison',
      message: null,
    });
  });

  it('takes a mail that cannot be had from the disk for a fault of ours', async () => {
    const threw = async () => ({ kind: 'threw', message: 'EIO' }) as const;

    await expect(readWith({ read: threw, readHeader: threw }).outcome).rejects.toMatchObject({ code: 'E_STORAGE' });
  });

  it('reads it all the same after nine daemons have ended over it', async () => {
    const read = async () => ({ kind: 'ok', value: { message, papers: [] } }) as const;

    expect(await readWith({ read }, { ...mail, attempt: 10 }).outcome).toMatchObject({ kind: 'read' });
  });

  it('reads no more than its header after ten, and nothing after twelve', async () => {
    const readHeader = async () => ({ kind: 'ok', value: { message, papers: [] } }) as const;

    expect(await readWith({ readHeader }, { ...mail, attempt: 11 }).outcome).toMatchObject({
      failure: 'poison',
      message,
    });
    expect(await readWith({}, { ...mail, attempt: 13 }).outcome).toMatchObject({ failure: 'poison', message: null });
  });
});
