/** A question is not worked on: nothing is asked back for it, and what the catalogue knows is said. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

async function letterTo(subject: string, text: string): Promise<string> {
  await desk.writes('mutia.zahra', { subject, text });
  const { mail } = desk.last('requester.received');
  return `${mail.subject}\n${mail.text}`;
}

describe('a question', () => {
  it.each([
    ['akun staf baru', 'Mohon info, kalau mau minta akun email untuk pegawai baru itu syaratnya apa dan berapa hari?'],
    [
      'email pegawai',
      'Izin bertanya, untuk pembuatan akun email pegawai baru perlu apa saja, dan prosesnya berapa lama?',
    ],
  ])('%s: what the service needs and how long it takes', async (subject, text) => {
    const letter = await letterTo(subject, text);
    expect(letter).toContain('Pertanyaan Ibu kami terima');
    expect(letter).toContain('Atasan minimal setingkat eselon IV pada Cc');
    expect(letter).toContain('Waktu pemenuhan pembuatan akun email: 1 hari kerja sejak semuanya lengkap');
    expect(letter).not.toContain('mohon beri tahu juga');
    expect(letter).not.toContain('Perihal:');
  });

  it('asks for no more than it asks', async () => {
    const letter = await letterTo('email kantor', 'Alamat untuk buka email kantor dari rumah apa ya, Pak?');
    expect(letter).not.toContain('mohon beri tahu juga');
    expect(letter).not.toContain('Waktu pemenuhan');
    expect(letter).not.toMatch(/pembuatan akun/i);
  });

  it('ends where its asker says that this was the answer', async () => {
    await letterTo('akun staf baru', 'Mau tanya, pembuatan akun email pegawai baru syaratnya apa saja?');
    const { decision } = await desk.answers(
      'mutia.zahra',
      desk.last('requester.received'),
      'Sudah terjawab, terima kasih.',
    );
    expect((await desk.ticket(decision.tickets[0]?.number ?? '')).state.status).toBe('closed');
  });
});

describe('a day in a request', () => {
  it.each([
    ['sertel', 'Mohon perpanjangan sertifikat elektronik saya yang habis masa berlakunya 30 November 2026.', {}],
    ['sandi', 'Mohon sandi email saya direset hari ini juga, saya lupa.', { cc: ['joyo.handoko'] }],
  ])('%s: is no event where the service has none', async (subject, text, more) => {
    await desk.writes('mutia.zahra', { subject, text, ...more });
    expect(desk.last('requester.received').mail.text).not.toContain('Pelaksanaan:');
    expect(desk.last('team.assigned').mail.text).not.toContain('Pelaksanaan:');
  });

  it('is told back where the service has one', async () => {
    await desk.writes('mutia.zahra', {
      subject: 'rapat daring',
      text: 'Mohon fasilitas Zoom untuk rapat tanggal 17 Desember 2026 pukul 10.00 WIB di Jakarta, 40 peserta.',
      cc: ['joyo.handoko'],
    });
    expect(desk.letters.map(({ mail }) => mail.text).join()).toContain('Pelaksanaan: Kamis, 17 Desember 2026');
  });
});
