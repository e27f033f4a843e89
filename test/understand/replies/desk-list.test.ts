import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskCommand } from '../../../src/understand/reading.ts';
import { reply } from '../office.ts';

/** "release 2; drop all but 2" */
function ordered(text: string): string {
  return reply('desk', text).commands.map(shown).join('; ');
}

function shown(command: DeskCommand): string {
  if (command.kind !== 'release' && command.kind !== 'drop' && command.kind !== 'block') return command.kind;
  const but = command.except === undefined ? '' : ` but ${command.except.join(',')}`;
  return `${command.kind} ${command.all ? `all${but}` : command.items.join(',')}`;
}

const READ: readonly (readonly [text: string, orders: string])[] = [
  ['yang nomor 4 keluarkan, sisanya hapus', 'release 4; drop all but 4'],
  ['yang pertama loloskan, lainnya buang saja', 'release 1; drop all but 1'],
  ['hapus semua selain 3 dan 6', 'drop all but 3,6'],
  ['kecuali nomor 5, lepas semuanya', 'release all but 5'],
  ['semua dibuang, tapi yang nomor 7 lepas', 'drop all but 7; release 7'],
  ['6 blokir, 1 sama 3 buang', 'block 6; drop 1,3'],
  ['nomor dua, tiga dan lima lepas ya', 'release 2,3,5'],
  ['delete 2-4 and release 6', 'drop 2,3,4; release 6'],
  ['nomor 9 penipuan, mohon diblokir', 'block 9'],
  ['nomor 3 dibuang dan diblokir', 'block 3'],
  ['nomor 1 lepas, nomor 2 jangan, sisanya buang', 'release 1; drop all but 1,2'],
  ['nomor 8 itu dari kantor wilayah, sudah saya telepon orangnya, lepas saja', 'release 8'],
  ['nomor 1 sampai 3 iklan semua, hapus', 'drop 1,2,3'],
  ['ketiganya spam: 2, 3, 4 buang', 'drop 2,3,4'],
];

/** Plainly about the list, but not plainly what. */
const ASKED_BACK = [
  'lepas 4, 5, 6 buang',
  'nomor 2 pegawai kita, buang',
  'lepas 1 atau 3',
  'lepas nomor 6?',
  'kalau pemohonnya setuju buang nomor 4',
  'sisanya lepas',
  'buang semua email yang dari toko itu',
  'kata Pak Hendra nomor 2 dibuang',
  'lepas 4, sisanya nanti',
  'buang 5 lepas 5',
  'nomor 2 buang, nomor 3',
];

const NOTHING_ORDERED = [
  'nomor 3 sudah saya buang tadi',
  'jangan hapus nomor 6',
  '3 orang sudah dilepas dari tugas',
  'hapus 3 akun ini',
  'nomor 5 tidak perlu dilepas',
];

describe('the list of held mails in plain words', () => {
  it.each(READ)('“%s” orders %s', (text, orders) => {
    expect(ordered(text)).toBe(orders);
  });

  it.each(ASKED_BACK)('is quoted back where it is not plain: “%s”', (text) => {
    expect(reply('desk', text)).toMatchObject({ intent: 'unclear', commands: [], unclearLines: [text] });
  });

  it.each(NOTHING_ORDERED)('is told of without an order in “%s”', (text) => {
    expect(ordered(text)).not.toMatch(/release|drop|block/);
  });

  it('deals out each number once, in whatever order deeds and numbers stand', () => {
    const deed = fc.constantFrom(['lepas', 'release'], ['buang', 'drop'], ['blokir', 'block']);
    const number = fc.integer({ min: 1, max: 30 });
    const list = fc.uniqueArray(fc.record({ deed, number }), {
      minLength: 1,
      maxLength: 5,
      selector: (one) => one.number,
    });
    fc.assert(
      fc.property(list, fc.boolean(), fc.constantFrom(', ', '; ', ' lalu ', '. '), (deals, deedFirst, joint) => {
        const text = deals
          .map(({ deed: [word = ''], number: at }) => (deedFirst ? `${word} ${at}` : `nomor ${at} ${word}`))
          .join(joint);
        const { commands } = reply('desk', text);
        for (const {
          deed: [, kind = ''],
          number: at,
        } of deals) {
          const done = commands.filter((command) => 'items' in command && command.items.includes(at));

          expect(
            done.map((command) => command.kind),
            text,
          ).toEqual([kind]);
        }
      }),
    );
  });

  it('never touches what is excepted', () => {
    const except = fc.constantFrom('kecuali', 'selain');
    fc.assert(
      fc.property(
        fc.constantFrom('buang', 'lepas', 'hapus'),
        except,
        fc.integer({ min: 1, max: 40 }),
        (deed, but, at) => {
          for (const text of [
            `${deed} semua ${but} ${at}`,
            `${but} nomor ${at} ${deed} semua`,
            `semua ${deed} ${but} ${at}`,
          ]) {
            expect(reply('desk', text).commands, text).toMatchObject([{ all: true, except: [at], items: [] }]);
          }
        },
      ),
    );
  });
});

describe('several orders in one line', () => {
  const T = 'SR-261123-0031-8';
  it.each([
    [`alihkan ke tim akun lalu tautkan dengan ${T}`, ['reassign', 'link']],
    [`gabung dengan ${T} dan alihkan ke tim jaringan`, ['merge', 'reassign']],
    ['Isinya cuma undangan. Pilih 3.', ['classify']],
    ['pilih 1, kemudian alihkan ke tim akun', ['classify', 'reassign']],
  ])('are all read in “%s”', (text, kinds) => {
    expect(reply('desk', text).commands.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each(['alihkan ke tim akun. gabung dengan yang kemarin.', 'pilih 2 lalu tautkan dengan yang tadi'])(
    'are quoted back where one of them is not understood: “%s”',
    (text) => {
      expect(reply('desk', text)).toMatchObject({ intent: 'unclear', commands: [] });
    },
  );
});

describe('asking why', () => {
  it.each([
    ['penasaran, kenapa ini dianggap gangguan?', 'saya penasaran kenapa orang ini menulis terus'],
    ['boleh tahu kenapa ini masuk tim akun', 'saya tidak tahu kenapa ini masuk tim akun'],
    ['kenapa tenggatnya Jumat', 'heran kenapa tenggatnya Jumat'],
    ['kenapa ditahan, tolong dijelaskan', 'user bertanya kenapa ditahan'],
    ['alasannya apa sampai ditolak', 'pemohon minta alasan kenapa ditolak'],
    ['saya bingung kenapa ini insiden, tolong jelaskan', 'bingung, entah kenapa ini insiden'],
  ])('“%s” asks for our reason, “%s” does not', (asked, not) => {
    expect(reply('desk', asked).intent).toBe('why');
    expect(reply('desk', not).commands.map(({ kind }) => kind)).not.toContain('why');
  });

  it('orders nothing where somebody is at a loss, whatever stands beside it', () => {
    expect(reply('desk', 'tidak tahu kenapa, tapi pilih 2').commands).toEqual([]);
  });
});

describe('who called', () => {
  it.each([
    ['atas nama Bu Ratih, beliau telepon barusan mau ganti sandi surel', 'Ratih', 'telephone'],
    ['atas nama Bu Ratih minta ganti sandi surel', 'Ratih', null],
    ['Dibuat atas nama Ratih Wulandari, beliau menelepon tadi pagi: printer macet.', 'Ratih Wulandari', 'telephone'],
    ['Pak Gede barusan telepon, layarnya gelap', 'Gede', 'telephone'],
  ])('is named without the words behind the name: “%s”', (text, name, channel) => {
    expect(reply('desk', text).commands).toMatchObject([{ kind: 'on-behalf', name, channel }]);
  });

  it('opens nothing new where he calls again about what is known', () => {
    expect(reply('desk', 'tadi Pak Gede telepon lagi, katanya sudah bisa').intent).toBe('note');
  });
});

describe('taking back', () => {
  it.each([
    ['eh salah, tarik, batalkan yang barusan', 'batalkan permintaan pemohon'],
    ['perintah terakhir saya keliru, tolong dibatalkan', 'pemohon minta dibatalkan'],
  ])('“%s” means our own order, “%s” somebody’s wish', (own, others) => {
    expect(reply('desk', own).intent).toBe('undo');
    expect(reply('desk', others).commands.map(({ kind }) => kind)).not.toContain('undo');
  });

  it('makes no merge of what is said not to be the same', () => {
    expect(reply('desk', 'bukan duplikat SR-261123-0031-8').commands.map(({ kind }) => kind)).not.toContain('merge');
  });
});

describe('words that do nothing by themselves', () => {
  it.each([
    ['sebelum dikirim tolong perlihatkan suratnya', 'tolong kirim suratnya sebelum siang'],
    ['mau lihat dulu draf jawabannya', 'draf jawabannya sudah saya lihat'],
  ])('“%s” wants to see it first, “%s” does not', (seen, not) => {
    expect(reply('desk', seen).commands).toMatchObject([{ kind: 'preview' }]);
    expect(reply('desk', not).commands.map(({ kind }) => kind)).not.toContain('preview');
  });

  it.each(['prioritas diturunkan ke normal', 'prioritasnya diubah ke normal'])('never end a ticket: “%s”', (text) => {
    expect(reply('desk', text).intent).not.toBe('resolve');
    expect(reply('rft', text).intent).not.toBe('resolve');
  });

  it.each(['serahkan ke Pak Anwar', 'tugaskan ke tim Arsip'])('name somebody who is no team of ours: “%s”', (text) => {
    expect(reply('desk', text).commands).toMatchObject([{ kind: 'reassign' }]);
  });
});
