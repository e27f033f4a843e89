import { afterEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.close());

describe('a request for a time that names no day', () => {
  it('is told back as that time, and the day is asked where the lead time needs one', async () => {
    desk = await openDesk();
    const written = await desk.writes('mutia.zahra', {
      subject: 'pendampingan vicon',
      text: 'Mohon pendampingan video conference untuk rakor di Gedung Djuanda Jakarta pada minggu kedua Desember 2026.\n\nMutia Zahra',
      cc: ['joyo.handoko'],
    });

    const letter = written.letters.find((sent) => sent.to.startsWith('mutia'))?.mail.text.replace(/\s+/g, ' ');
    expect(letter).toContain('antara Senin, 7 Desember 2026 dan Minggu, 13 Desember 2026, hari pastinya belum disebut');
    expect(letter).toContain('Tanggal');
    const [change] = written.decision.tickets;
    expect((await desk.ticket(change?.number ?? '')).state.status).toBe('incomplete');
  });
});
