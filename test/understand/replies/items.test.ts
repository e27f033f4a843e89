import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/understand/replies/reply.ts';
import type { ReplyReading } from '../../../src/understand/reading.ts';
import { rulebook } from '../office.ts';

function answer(text: string, listed: number): ReplyReading {
  return readReply({ role: 'approver', text, sent: null, rulebook, listed });
}

/** `1+ 2- 3?`: approved, refused, unclear. */
function inShort({ items }: ReplyReading): string {
  const signs = { approve: '+', reject: '-', unclear: '?' };
  return items.map((one) => `${one.item ?? one.ticket ?? ''}${signs[one.intent]}`).join(' ');
}

describe('an approver’s answer to a list', () => {
  it.each([
    ['1 setuju, 2 tolak', 2, '1+ 2-'],
    ['1 setuju\n2 tidak setuju, sudah ada\n3 setuju', 3, '1+ 2- 3+'],
    ['1, 2 dan 4 setuju; 3 ditolak', 4, '1+ 2+ 4+ 3-'],
    ['1. Setuju\n2. Tidak setuju, masih dipakai.\n3) setuju', 3, '1+ 2- 3+'],
    ['setuju semua', 3, '1+ 2+ 3+'],
    ['Setuju semua kecuali 2', 3, '1+ 3+'],
    ['2 tolak, sisanya setuju', 3, '2- 1+ 3+'],
    ['no. 1: setuju. no. 2: tunda dulu', 2, '1+ 2?'],
    ['1-3 setuju', 3, '1+ 2+ 3+'],
    ['semua ditolak', 2, '1- 2-'],
  ])('%j of %i', (text, listed, wanted) => {
    expect(inShort(answer(text, listed))).toBe(wanted);
  });

  it('is an approval only where the whole list is approved', () => {
    expect(answer('setuju semua', 3)).toMatchObject({ intent: 'approve', strength: 'strong' });
    expect(answer('semua ditolak', 2)).toMatchObject({ intent: 'reject', strength: null });
    expect(answer('1 setuju', 2)).toMatchObject({ intent: 'unclear', unclear: 'several-tickets' });
    expect(answer('1 setuju, 2 tolak', 2)).toMatchObject({ intent: 'unclear', unclear: 'several-tickets' });
  });

  it.each(['setuju', 'ok', 'tidak setuju', 'setuju, lanjutkan'])('a bare %j says not to which', (text) => {
    expect(answer(text, 3)).toMatchObject({ intent: 'unclear', unclear: 'several-tickets', items: [] });
  });

  it.each([
    '5 setuju',
    '1 setuju, 1 tolak',
    'setuju semua kecuali yang terakhir',
    'semua setuju asal lengkap',
    'apakah 1 perlu?',
  ])('never approves by %j', (text) => {
    const read = answer(text, 3);

    expect(read.intent).not.toBe('approve');
    expect(read.items.filter((one) => one.intent === 'approve')).toEqual([]);
  });

  it('names tickets where it answers by number', () => {
    expect(inShort(answer('SR-261123-0042-4 setuju, SR-261123-0043-1 tidak setuju', 1))).toBe(
      'SR-261123-0042-4+ SR-261123-0043-1-',
    );
    expect(answer('Setuju SR-261123-0042-4, SR-261123-0043-1', 1).intent).toBe('unclear');
  });
});
