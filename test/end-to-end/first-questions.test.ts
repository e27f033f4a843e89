/** What the first letter asks beside the papers: only what nobody has told yet, each thing once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** The lines of the letter that ask for something. */
async function asked(text: string): Promise<readonly string[]> {
  const { letters } = await desk.writes('mutia.zahra', { subject: 'Rapat evaluasi', text, cc: ['joyo.handoko'] });
  return (letters[0]?.mail.text ?? '').split('\n').filter((line) => /^(?:- |\[ \] )/.test(line));
}

const ASSISTANCE = 'Mohon pendampingan video conference rapat evaluasi';
const ROOM = 'Mohon dibuatkan room zoom untuk rapat';

describe('a meeting', () => {
  it.each([
    [
      `${ASSISTANCE} di Gedung Juanda Jakarta pada Rabu, 9 Desember 2026.`,
      ['- Jam mulai dan selesai.', '- Jumlah peserta.'],
    ],
    [`${ASSISTANCE} di Jakarta pada Rabu, 9 Desember 2026 pukul 09.00 WIB.`, ['- Jumlah peserta.']],
    [`${ASSISTANCE} di Jakarta pada Rabu, 9 Desember 2026, dihadiri 20 orang.`, ['- Jam mulai dan selesai.']],
    [`${ASSISTANCE} di Jakarta pada Rabu, 9 Desember 2026 pukul 09.00 WIB, 20 peserta.`, []],
    [`${ROOM} tanggal 9 Desember 2026, peserta 100 orang`, ['- Jam mulai dan selesai.']],
    [`${ROOM} tanggal 9 Desember 2026 jam 9 pagi`, ['- Jumlah peserta.']],
    [`${ROOM} tanggal 9 Desember 2026 pukul 13.00 s.d. 15.00, 100 peserta.`, []],
  ])('“%s” leaves %j open', async (text, open) => {
    expect(await asked(text)).toEqual(open);
  });

  it('whose place stands in the list of what is missing is not asked for it twice', async () => {
    expect(await asked(`${ASSISTANCE} pada Rabu, 9 Desember 2026 pukul 09.00 untuk 30 orang`)).toEqual([
      '[ ] Lokasi pelaksanaan kegiatan (kotanya, di Jakarta atau di luar Jakarta).',
    ]);
  });
});
