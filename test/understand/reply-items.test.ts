import { describe, expect, it } from 'vitest';
import { readReply } from '../../src/understand/reply.ts';
import { rulebook } from './office.ts';

/** `1 approve, 2 reject (karena …)`: what a reply to a list says of each. */
function read(text: string, listed = 3): string {
  const { items } = readReply({ role: 'approver', text, sent: null, rulebook, listed });
  return items.map(({ item, ticket, intent }) => `${item ?? ticket} ${intent}`).join(', ');
}

describe('answers to a numbered list', () => {
  it.each([
    ['1 setuju, 2 tidak setuju, 3 setuju', '1 approve, 2 reject, 3 approve'],
    ['1. Setuju\n2. Ditolak, anggarannya belum ada\n3. Setuju', '1 approve, 2 reject, 3 approve'],
    ['1: setuju; 2: tolak', '1 approve, 2 reject'],
    ['1 dan 3 setuju, 2 ditolak', '1 approve, 3 approve, 2 reject'],
    ['No. 1 setuju, no. 2 ditolak', '1 approve, 2 reject'],
    ['Selamat pagi,\n1 setuju\n2 setuju', '1 approve, 2 approve'],
    ['setuju 1 dan 2, tolak 3', '1 approve, 2 approve, 3 reject'],
    ['Setuju semua kecuali 2', '1 approve, 2 unclear, 3 approve'],
    ['Setuju semua, kecuali nomor 2 ditolak', '1 approve, 2 reject, 3 approve'],
    ['1 setuju, 2 nanti saya pelajari dulu', '1 approve, 2 unclear'],
    ['1 setuju dengan catatan selesai minggu ini, 2 setuju', '1 unclear, 2 approve'],
  ])('"%s"', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['1 setuju, 1 ditolak', '4 setuju', 'setuju', 'Saya tidak yakin soal 1, 2 setuju', 'Rapat jam 2 siang ya'])(
    'says nothing by number in "%s"',
    (text) => {
      expect(read(text)).toBe('');
    },
  );

  it('takes the words behind a number for the reason of a no', () => {
    const { items } = readReply({
      role: 'approver',
      text: '1 setuju\n2 tidak setuju, anggarannya tidak ada',
      sent: null,
      rulebook,
      listed: 2,
    });
    expect(items.map(({ reason }) => reason)).toEqual([null, 'tidak setuju, anggarannya tidak ada']);
  });

  it('knows no numbers where the letter listed none', () => {
    expect(read('1 setuju, 2 tolak', 0)).toBe('');
  });
});

describe('answers that name tickets', () => {
  const [A, B] = ['SR-261123-0042-7', 'SR-261123-0043-5'];

  it.each([
    [`Setuju untuk ${A}, ${B} ditunda dulu`, `${A} approve, ${B} unclear`],
    [`Setuju untuk ${A} dan ${B}`, `${A} approve, ${B} approve`],
    [`${A} setuju\n${B} tidak setuju`, `${A} approve, ${B} reject`],
  ])('"%s"', (text, expected) => {
    expect(read(text, 0)).toBe(expected);
  });

  it('says nothing plain where a word belongs to none of them', () => {
    expect(read(`Setuju. ${A}, ${B} ditolak`, 0)).toBe('');
  });
});
