import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenForms } from '../../src/rulebook/spoken.ts';

const formsOf = (known: string, listed: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
  spokenForms(new Set(known.split(' ')), listed);

describe('a verb of the rule files as people say it', () => {
  it.each([
    ['jelaskan', 'jelasin', 'jelaskan'],
    ['dibuatkan', 'dibuatin', 'dibuatkan'],
    ['kirimkan', 'kirimkn', 'kirimkan'],
    ['ditangani tangani', 'ditanganin', 'ditangani'],
    ['ditangani tangani', 'tanganin', 'tangani'],
    ['dibantu bantu', 'dibantuin', 'dibantu'],
    ['dibantu bantu', 'bantuin', 'bantu'],
    ['dikirim kirim', 'dkirim', 'dikirim'],
    ['dicek cek mengecek', 'ngecek', 'mengecek'],
    ['dibuka buka membuka', 'ngebuka', 'membuka'],
    ['diprint print', 'ngeprint', 'print'],
    ['menunggu', 'nunggu', 'menunggu'],
    ['mengurus', 'ngurus', 'mengurus'],
    ['menyusul', 'nyusul', 'menyusul'],
    ['memasang', 'masang', 'memasang'],
    ['mencari', 'nyari', 'mencari'],
    ['mengajarkan', 'ngajarin', 'mengajarkan'],
  ])('%s: "%s" is "%s"', (known, said, meant) => {
    expect(formsOf(known)[said]).toBe(meant);
  });

  it('is not made of a word that begins or ends so by itself', () => {
    const words =
      'menyala menilai memohon meminta memakan menikah hadirkan dipending pending disiplin direktur distribusi bukan rekan';
    const said = Object.keys(formsOf(words));

    for (const own of 'nyala nilai mohon minta makan nikah hadirin pendingin rektur distribusin buin rein'.split(' ')) {
      expect(said).not.toContain(own);
    }
  });

  it('is not made of what is said so already, nor of what belongs to someone', () => {
    expect(formsOf('dibuatin buatin dikirimnya kirimnya digawekke gawekke')).toEqual({});
  });

  it('leaves to the list what the list writes out', () => {
    const forms = formsOf('jelaskan menunggu', { jelasin: 'terangkan', menunggu: 'tunggu' });

    expect(forms).toEqual({ jelaskn: 'jelaskan' });
  });

  it('never is a listed spelling, and always means a known word or its root', () => {
    const word = fc
      .tuple(
        fc.constantFrom('', 'di', 'me', 'men', 'mem', 'meny', 'meng', 'menc'),
        fc.stringMatching(/^[a-z]{2,7}$/),
        fc.constantFrom('', 'kan', 'i', 'in', 'nya'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.array(word, { maxLength: 4 }), (words, list) => {
        const known = new Set(words);
        const listed = Object.fromEntries(list.map((one) => [one, 'lain']));
        for (const [said, meant] of Object.entries(spokenForms(known, listed))) {
          expect(Object.hasOwn(listed, said)).toBe(false);
          expect(known.has(meant)).toBe(true);
          expect(said).not.toBe(meant);
        }
      }),
    );
  });
});
