import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPages, MOST_PAGE_IMAGES } from '../../src/papers/page-images.ts';
import { pngOf } from '../../src/papers/png.ts';

const paper = (name: string): Buffer => readFileSync(new URL(`../../fixtures/papers/${name}`, import.meta.url));
const blank = async (width: number, height: number, pages = 1): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  for (let count = 0; count < pages; count += 1) document.addPage([width, height]);
  return document.save();
};
const dark = (png: Uint8Array): number => {
  const { data, width, height } = PNG.sync.read(Buffer.from(png));
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) count += 1;
  return count / (width * height);
};

describe('pages drawn for a person', () => {
  it.each(['form31-lengkap.pdf', 'bast-ttd-dua.pdf', 'scan0001.pdf', 'faks.pdf', 'form31-sandi-kosong.pdf'])(
    '%s shows what stands on it',
    async (name) => {
      const [first] = await drawPages(paper(name), [1]);
      const { width, height } = PNG.sync.read(Buffer.from(first?.png ?? []));

      expect(first?.page).toBe(1);
      expect([width, height]).toEqual([1239, expect.closeTo(1754, -1)]);
      expect(dark(first?.png ?? new Uint8Array())).toBeGreaterThan(0.002);
    },
  );

  it('draws the pages asked for, each once, and no more than a person looks at', async () => {
    const pages = await drawPages(await blank(595, 842, 9), [2, 2, 99, 0, 1, 5, 7]);

    expect(pages.map(({ page }) => page)).toEqual([2, 1, 5]);
    expect(pages.length).toBe(MOST_PAGE_IMAGES);
  });

  it.each([
    [14_400, 14_400],
    [40, 14_000],
  ])('draws a page of %i by %i points coarser instead of in full', async (width, height) => {
    const [page] = await drawPages(await blank(width, height), [1]);
    const drawn = PNG.sync.read(Buffer.from(page?.png ?? []));

    expect(drawn.width * drawn.height).toBeLessThanOrEqual(3_000_000);
  });

  it.each(['form31-terkunci.pdf', 'terpotong.pdf', 'kosong.pdf', 'perangkat.xlsx'])(
    'has nothing to show of %s',
    async (name) => {
      expect(await drawPages(paper(name), [1])).toEqual([]);
    },
  );

  it.each(['form31-javascript.pdf', 'form31-launch.pdf', 'polyglot.pdf', 'form31-xref-rusak.pdf'])(
    'draws %s without running anything in it',
    async (name) => {
      expect((await drawPages(paper(name), [1])).length).toBeLessThanOrEqual(1);
    },
  );
});

describe('a gray picture as PNG', () => {
  it('reads back dot by dot in another program', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.nat(), (width, height, seed) => {
        const gray = Uint8Array.from({ length: width * height }, (_, at) => (at * 31 + seed) % 256);
        const read = PNG.sync.read(pngOf({ width, height, gray }));

        expect([read.width, read.height]).toEqual([width, height]);
        expect([...gray.keys()].every((at) => read.data[4 * at] === gray[at])).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a photograph drawn for a person', () => {
  const photo = (orientation: number): Buffer => {
    const jpeg = paper('bast-pindai.jpg');
    const entry = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    const tiff = Buffer.concat([
      Buffer.from('MM\0\x2a\0\0\0\x08', 'latin1'),
      Buffer.from([0, 1]),
      entry,
      Buffer.alloc(4),
    ]);
    const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
    const length = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
    return Buffer.concat([jpeg.subarray(0, 2), length, exif, jpeg.subarray(2)]);
  };
  const sizeOf = async (bytes: Uint8Array): Promise<readonly number[]> => {
    const [page] = await drawPages(bytes, [1]);
    const { width, height } = PNG.sync.read(Buffer.from(page?.png ?? []));
    return [width, height];
  };

  it.each(['ktp-sari.jpg', 'bast-pindai.jpg', 'IMG_20261123.jpg'])('%s is one page, and small enough', async (name) => {
    const pages = await drawPages(paper(name), [1, 2]);

    expect(pages.map(({ page }) => page)).toEqual([1]);
    expect(pages[0]?.png.length).toBeLessThan(3_000_000);
    expect(dark(pages[0]?.png ?? new Uint8Array())).toBeGreaterThan(0.001);
  });

  it('stands upright, whichever way the camera was held', async () => {
    const [width = 0, height = 0] = await sizeOf(photo(1));

    expect(height).toBeGreaterThan(width);
    expect(await sizeOf(photo(3))).toEqual([width, height]);
    for (const turned of [6, 8]) expect(await sizeOf(photo(turned))).toEqual([height, width]);
  });

  it('may be a PNG; of one that unfolds to gigabytes nothing is drawn', async () => {
    const small = Buffer.from(pngOf({ width: 400, height: 600, gray: new Uint8Array(240_000).fill(90) }));
    const huge = Buffer.from(small);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);

    expect(await sizeOf(small)).toEqual([1168, 1754]);
    expect(await drawPages(huge, [1])).toEqual([]);
  });

  it('draws nothing of what only begins as one, and never throws', async () => {
    const cut = fc.record({
      length: fc.integer({ min: 3, max: 3_000 }),
      noise: fc.uint8Array({ minLength: 1, maxLength: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(cut, async ({ length, noise }) => {
        const bytes = Buffer.concat([photo(6).subarray(0, length), noise]);
        expect(Array.isArray(await drawPages(bytes, [1]))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
