import { describe, expect, it } from 'vitest';
import { reply } from '../office.ts';

const NOTHING = { choice: null, service: null, variant: null, ticket: null };

describe('the desk that puts a fact right in a plain sentence', () => {
  it.each([
    'Tanggal acaranya salah, yg betul 9 Desember.',
    'Tanggal acaranya salah, yang benar 9 Desember 2026',
    'tgl kegiatan keliru, seharusnya Rabu 9 Desember pukul 09.00',
    'acaranya bukan tanggal 3 tapi 9 Desember',
  ])('gives the day: “%s”', (text) => {
    const command = { ...NOTHING, kind: 'correct', quantity: null, eventDate: '2026-12-09', line: text };

    expect(reply('desk', text)).toMatchObject({ intent: 'correct', commands: [command] });
  });

  it.each([
    'Jumlahnya salah, yang betul 12',
    'Jumlahnya keliru, seharusnya 12 ya',
    'jumlah akunnya keliru, harusnya 12 akun',
    'jumlah: 12',
    'Jumlah akun: 12 akun',
    'jumlahnya 12',
    'quantity: 12',
  ])('gives the number: “%s”', (text) => {
    const command = { ...NOTHING, kind: 'correct', quantity: 12, eventDate: null, line: text };

    expect(reply('desk', text)).toMatchObject({ intent: 'correct', commands: [command] });
  });

  it('gives it for the ticket that stands before it', () => {
    const commands = reply('desk', 'SR-261113-0825-7: jumlah: 12').commands;

    expect(commands).toMatchObject([{ kind: 'correct', quantity: 12, ticket: 'SR-261113-0825-7' }]);
  });

  it('gives the day behind its name: “tanggal: 9 Desember 2026”', () => {
    expect(reply('desk', 'tanggal: 9 Desember 2026').commands).toMatchObject([
      { kind: 'correct', quantity: null, eventDate: '2026-12-09' },
    ]);
  });

  it.each([
    'Tanggal acaranya salah, yang betul tanya pemohon dulu.',
    'Tanggal acaranya salah, yang betul 9 atau 10 Desember?',
    'Tanggal acaranya salah, yang betul 9 Desember kata Bu Ratna, tapi belum pasti',
    'Tanggal acaranya 9 Desember, sudah saya cek ke pemohon.',
    'Jumlah: 12 atau 15, saya tanyakan dulu',
    'jumlah 12 akun sudah sesuai daftar',
  ])('says more or less than that: “%s”', (text) => {
    expect(reply('desk', text).intent).not.toBe('correct');
  });
});

describe('the desk that says how pressing a ticket is', () => {
  it.each([
    ['prioritas: tinggi', 'P2'],
    ['prioritas P1', 'P1'],
    ['naikkan prioritas jadi kritis', 'P1'],
    ['ubah prioritas ke rendah ya', 'P4'],
    ['priority: high', 'P2'],
  ])('“%s” is level %s', (text, level) => {
    expect(reply('desk', text).commands).toMatchObject([{ kind: 'prioritize', level }]);
  });

  it.each(['prioritas diturunkan ke normal', 'prioritas: luar biasa', 'prioritasnya apa ya?'])(
    'names no level of the rules: “%s”',
    (text) => {
      expect(reply('desk', text).commands.map(({ kind }) => kind)).not.toContain('prioritize');
    },
  );
});
