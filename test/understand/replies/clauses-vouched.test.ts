import { describe, expect, test } from 'vitest';
import { loaded } from '../../rulebook/rule-folder.ts';
import { readReply } from '../../../src/understand/replies/reply.ts';

const rulebook = loaded('rules', { mailboxDomain: 'kemenkeu.example' });
const LETTER =
  'Pemohon: Hesti Purnamasari. Instalasi Perangkat Lunak. Uraian: akses tulis folder bersama untuk Hesti dan Danang, laptop Iqbal';

function read(text: string, sent: string | null = null): string {
  return readReply({ role: 'approver', text, html: null, sent, rulebook, today: '2027-01-11' }).intent;
}

describe('an approver', () => {
  test.each([
    ['Kami setujui. Volume dokumen sekitar 4.000 per hari di akhir tahun.', 'full stops in a number end no clause'],
    ['Pak Arief, saya setuju', 'a name spoken to before the yes is no part of it'],
    ['Setuju, edarkan hari ini.', 'an order to do it may follow the yes'],
    ['Sa sudah setuju e, tolong cepat sedikit karena besok ada lelang', 'particles say nothing more'],
    ['Setuju, laptop beliau dipake tiap hari buat arsip', 'a colloquial passive is read as one'],
  ])('%j counts: %s', (text) => {
    expect(read(text)).toBe('approve');
  });

  test.each([
    'Disetujui s.d. 31 Desember',
    'Saya setuju, masa berlaku s.d. Februari 2027',
    'Setuju, jam 16.30 ke atas',
    'Setuju, kuota 4.000 saja',
    'Setuju akunnya diganti',
    'Setuju dilakukan penundaan',
    'Setuju dilakukan pembatalan',
    'Setuju, edarkan Senin',
    'Setuju, edarkan setelah saya koreksi',
    'Setuju, sebarkan tanpa lampiran',
    'Pak Arief, saya setuju kalau lengkap',
    'Pak Arief, staf saya, setuju',
    'Pak Arief: saya setuju',
    'Bu Dewi dulu, saya setuju',
    'Kata Pak Arief, saya setuju',
    'Setuju, belum final',
    'Setuju, sehari cukup',
    'Setuju, VPN jangan',
    'Setuju. Agak nanti ya',
    'Setuju, terbatas dulu',
    'Up to three accounts, approved?',
  ])('%j is asked back', (text) => {
    expect(read(text)).not.toBe('approve');
  });

  test.each(['Hesti setuju', 'Hesti sudah setuju', 'Disetujui Danang', 'Setuju untuk Hesti, Danang tidak'])(
    '%j is no yes of his own where our letter names them',
    (text) => {
      expect(read(text, LETTER)).not.toBe('approve');
    },
  );

  test('who tells that a meeting does not take place refuses nothing', () => {
    expect(read('Ga jadi rapat, silakan diproses')).toBe('unclear');
    expect(read('Rapatnya tidak jadi, silakan diproses')).toBe('unclear');
  });
});
