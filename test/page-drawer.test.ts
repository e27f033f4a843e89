import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePageDrawer, type PageDrawer } from '../src/page-drawer.ts';
import { aPolicy } from './parse/fixture.ts';
import { writeMail } from './support/write-mail.ts';

let folder: string;
let drawer: PageDrawer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-drawer-'));
  drawer = makePageDrawer({ policy: aPolicy() });
});
afterAll(async () => {
  await drawer.close();
  await rm(folder, { recursive: true });
});

const kept = async (content: Buffer): Promise<{ readonly path: string; readonly sha256: string }> => {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const path = join(folder, sha256);
  const raw = writeMail({
    from: { name: 'Mutia', address: 'mutia@kemenkeu.example' },
    subject: 'BAST',
    text: 'Terlampir.',
    messageId: `${sha256}@mail.kemenkeu.example`,
    attachments: [{ filename: 'bast.pdf', type: 'application/pdf', content }],
  });
  await writeFile(path, raw);
  return { path, sha256 };
};

describe('pages of an attached paper', () => {
  it('come as pictures out of a process of their own', async () => {
    const { path, sha256 } = await kept(await readFile(new URL('../fixtures/papers/scan0001.pdf', import.meta.url)));
    const pages = await drawer.draw(path, sha256, [1, 2]);

    expect(pages.map(({ page }) => page)).toEqual([1, 2]);
    expect(pages.every(({ png }) => Buffer.from(png).subarray(1, 4).toString() === 'PNG')).toBe(true);
  });

  it('are none for another hash, and for what is no PDF; the next is drawn all the same', async () => {
    const { path } = await kept(Buffer.from('bukan PDF'));
    const good = await kept(await readFile(new URL('../fixtures/papers/faks.pdf', import.meta.url)));

    expect(await drawer.draw(path, 'f'.repeat(64), [1])).toEqual([]);
    expect(await drawer.draw(good.path, good.sha256, [1])).toHaveLength(1);
  });
});
