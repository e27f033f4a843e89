import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/understand/replies/reply.ts';
import type { ReplyReading, ReplyRole } from '../../../src/understand/reading.ts';
import { reply, rulebook } from '../office.ts';

const LETTER = `Yth. Ibu Rina Oktaviani,

Mohon persetujuan Ibu untuk permintaan Nanda Aprilia: hosting sistem informasi.

Nomor: SR-261123-0042-4
Balas dengan satu kata di baris pertama:
SETUJU bila permintaan ini boleh kami teruskan ke tim pelaksana
TOLAK bila tidak, mohon sertakan alasannya
selesai: apa yang dikerjakan    tunda: sampai kapan, karena apa
Sudah bisa, terima kasih.

Meja Layanan`;
const ROLES: readonly ReplyRole[] = ['approver', 'rft', 'requester', 'desk'];
const ANSWERS =
  'Setuju|Saya setuju, silakan diproses|ok|Tidak setuju, belum perlu|Nanti dulu|selesai: password sudah direset|sudah kami reset, silakan dicoba|alihkan: jaringan|tunda: sampai Senin, karena vendor|masih error|sudah bisa, terima kasih|terima kasih|4|ITSM.8|lepas 3|kenapa?'.split(
    '|',
  );
const APPROVALS =
  'Setuju|Saya setuju|Disetujui, silakan diproses|acc pak|Approved|Ok|Silakan diproses|Kami menyetujui permintaan tersebut'.split(
    '|',
  );
const TURNS =
  'tidak|belum|jangan|bukan|kurang|tapi|asal|jika|kalau|hanya|kecuali|dengan catatan|nanti|tunda|mboten|ora|teu|unless|except|but|not'.split(
    '|',
  );
const HEADS: readonly (readonly [string, boolean])[] = [
  ['Pada Sen, 23 Nov 2026 pukul 10.15 Meja <a@b.example> menulis:', true],
  ['On Mon, Nov 23, 2026 at 10:15 AM Meja <a@b.example> wrote:', true],
  [
    'Dari: Meja <a@b.example>\nDikirim: Senin, 23 November 2026 10:03\nKepada: Rina <r@b.example>\nPerihal: Mohon',
    false,
  ],
  ['From: Meja <a@b.example>\nSent: Monday, November 23, 2026\nTo: Rina <r@b.example>\nSubject: Mohon', false],
  ['-------- Pesan asli --------\nDari: Meja\nTanggal: 23/11/26\nKepada: Rina\nSubjek: Mohon', false],
];

function read(role: ReplyRole, text: string, sent: string | null = LETTER): ReplyReading {
  return readReply({ role, text, html: null, sent, rulebook, today: '2026-11-23' });
}

function quoted(head: string, marks: boolean, letter: string): string {
  return `${head}\n\n${marks ? letter.replace(/^/gm, '> ') : letter}`;
}

describe('what a reply means', () => {
  const roles = fc.constantFrom(...ROLES);
  const answers = fc.constantFrom(...ANSWERS);
  const heads = fc.constantFrom(...HEADS);

  it('is the same with our letter quoted below', () => {
    fc.assert(
      fc.property(roles, answers, heads, (role, answer, [head, marks]) => {
        const alone = read(role, answer);
        const quoting = read(role, `${answer}\n\n${quoted(head, marks, LETTER)}`);

        expect([quoting.intent, quoting.newText]).toEqual([alone.intent, alone.newText]);
      }),
    );
  });

  it('is the same with any other letter quoted below', () => {
    const lines = fc.array(
      fc.constantFrom('Setuju', 'TOLAK', 'selesai: beres', 'sudah bisa', 'masih error', 'lepas 3', ''),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(roles, answers, heads, lines, (role, answer, [head, marks], letter) => {
        const quoting = read(role, `${answer}\n\n${quoted(head, marks, letter.join('\n'))}`, null);

        expect(quoting.intent).toBe(read(role, answer, null).intent);
      }),
    );
  });

  it('does not hang on case, on kinds of spaces or on invisible characters', () => {
    const changes = fc.constantFrom<(text: string) => string>(
      (text) => text.replaceAll(' ', '\u00a0'),
      (text) => text.replaceAll(' ', '  '),
      (text) => `\ufeff${text}`,
      (text) => text.replace(/(?<=\p{L})(?=\p{L})/u, '\u200b'),
      (text) => `\n\n${text}\r\n\r\n`,
      (text) => text.toUpperCase(),
    );
    fc.assert(
      fc.property(roles, answers, changes, (role, answer, change) => {
        expect(read(role, change(answer), null).intent).toBe(read(role, answer, null).intent);
      }),
    );
  });

  it('is nothing where only words of our own letter stand', () => {
    const lines = LETTER.split('\n').filter((line) => line !== '');
    const parts = fc
      .tuple(fc.nat(lines.length - 1), fc.integer({ min: 3, max: lines.length }))
      .map(([from, count]) => lines.slice(from, from + count))
      .filter((part) => part.join(' ').split(/\s+/).length >= 12);
    const changes = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.replace(/^/gm, '> '),
      (text) => text.replace(/\s+/g, ' '),
      (text) => text.replace(/(.{20,30}) /g, '$1\n'),
      (text) => text.replaceAll(' ', '\u00a0'),
    );
    fc.assert(
      fc.property(roles, parts, changes, (role, part, change) => {
        const said = read(role, change(part.join('\n')));

        expect(['approve', 'reject', 'resolve', 'confirm', 'reopen']).not.toContain(said.intent);
      }),
    );
  });
});

describe('an approval', () => {
  const approvals = fc.constantFrom(...APPROVALS);
  // "Ok" with thanks behind it may merely acknowledge.
  const plain = fc.constantFrom(...APPROVALS.filter((approval) => approval !== 'Ok'));

  it('is none with a word that turns, binds or puts off, wherever it stands', () => {
    const turns = fc.constantFrom(...TURNS);
    fc.assert(
      fc.property(approvals, turns, fc.nat(20), (approval, turn, place) => {
        const words = approval.split(' ');
        const at = place % (words.length + 1);
        const text = [...words.slice(0, at), turn, ...words.slice(at)].join(' ');

        expect(reply('approver', text).intent).not.toBe('approve');
      }),
      { numRuns: 400 },
    );
  });

  it('is none with a question mark anywhere', () => {
    fc.assert(
      fc.property(approvals, fc.nat(80), (approval, place) => {
        const at = place % (approval.length + 1);

        expect(reply('approver', `${approval.slice(0, at)}?${approval.slice(at)}`).intent).not.toBe('approve');
      }),
    );
  });

  it('stays one with politeness around it', () => {
    const before = fc.constantFrom('', 'Selamat pagi, ', 'Yth. Service Desk,\n\n', 'Baik, ', 'Dengan hormat,\n');
    const after = fc.constantFrom(
      '',
      '.',
      '. Terima kasih.',
      '\n\nTerima kasih atas bantuannya.',
      ' ya pak',
      '\n\nSent from my iPhone',
    );
    fc.assert(
      fc.property(before, plain, after, (greeting, approval, thanks) => {
        expect(reply('approver', greeting + approval + thanks).intent).toBe('approve');
      }),
    );
  });
});

describe('a closing word', () => {
  it('is none with a trouble, a doubt or a wish beside it', () => {
    const done = fc.constantFrom('sudah bisa', 'Sudah normal', 'sudah beres', 'sudah sesuai', 'works now');
    const against = fc.constantFrom(
      'tapi masih lambat',
      'belum semua',
      'mungkin',
      'sepertinya',
      'kecuali printer',
      'muncul error',
      'tolong dicek lagi',
      'sebagian',
      'nanti saya cek',
      'masih error',
    );
    fc.assert(
      fc.property(done, against, fc.boolean(), fc.constantFrom(', ', '. ', ' ', '\n'), (yes, no, first, joint) => {
        expect(reply('requester', first ? yes + joint + no : no + joint + yes).intent).not.toBe('confirm');
      }),
    );
  });
});

describe('a report of finished work', () => {
  it('resolves nothing with a rest, a plan or a failure beside it', () => {
    const done = fc.constantFrom(
      'sudah kami reset',
      'akun sudah dibuat',
      'sudah kami pasang',
      'koneksi sudah normal',
      'selesai',
    );
    const rest = fc.constantFrom(
      'tinggal konfigurasi email',
      'besok dilanjut',
      'menunggu vendor',
      'belum dites',
      'masih dipantau',
      'sebagian gagal',
      'sisanya menyusul besok',
      'akan kami cek lagi',
      'estimasi selesai Jumat',
      'baru 2 dari 5 laptop',
    );
    fc.assert(
      fc.property(done, rest, fc.constantFrom(', ', '. ', ' tapi ', '\n'), (yes, no, joint) => {
        expect(reply('rft', yes + joint + no).intent).not.toBe('resolve');
      }),
    );
  });
});
