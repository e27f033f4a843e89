import { describe, expect, it } from 'vitest';
import { inIndonesian } from '../../../src/understand/replies/regional.ts';
import { rulebook } from '../office.ts';

describe('an answer in another language of the archipelago', () => {
  it.each([
    ['saiki wis iso', 'sekarang sudah bisa'],
    ['Durung  ono, engko tak kirimno', 'belum ada, nanti tak kirimkan'],
    ['dipun proses, dipunbantu', 'diproses, dibantu'],
    ['alon-alon wae', 'pelan-pelan saja'],
    ['tos lancar, nembe dipariksa', 'sudah lancar, nembe diperiksa'],
    ['teu acan anggeus', 'belum selesai'],
    ['alah salasai, indak ado masalah', 'sudah selesai, tidak ada masalah'],
    ['katek gangguan, idak jadi', 'tidak ada gangguan, tidak jadi'],
    ['nunga selesai, ndang boi login', 'sudah selesai, tidak bisa login'],
    ['bisami, lancarmi', 'bisa, sudah lancar'],
    ['belumpi, tunggumi', 'belum, tunggu'],
    ['so bagus, nda usah lagi', 'sudah bagus, tidak usah lagi'],
    ['kada kawa masuk, wahini', 'tidak bisa masuk, sekarang'],
    ['sampun puput, nenten dados', 'sudah selesai, tidak boleh'],
  ])('“%s” is read as “%s”', (written, meant) => {
    expect(inIndonesian(written, rulebook)).toBe(meant);
  });

  it('leaves alone what is a word of the office, a name or part of a longer word', () => {
    for (const text of ['kabel LAN dan IKU', 'Bu Dina, Pak Gede', 'NDA sudah ada', 'saikini', 'PoE switch', 'mangga'])
      expect(inIndonesian(text, rulebook)).toBe(text);
  });

  it('does not hang on how often it is put into Indonesian', () => {
    for (const entry of rulebook.replies['regional'] ?? []) {
      const once = inIndonesian(entry.split('=')[0] ?? '', rulebook);
      expect(inIndonesian(once, rulebook), entry).toBe(once);
    }
  });
});
