import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk, type Sent } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const OFFICER = 'meja-layanan';
const MAILS = [
  ['promo', 'Promo akhir tahun'],
  ['undian', 'Anda menang undian'],
] as const;

/** Mails from outside wait for a person; the list that numbers them. */
async function listOf(count: number): Promise<Sent> {
  for (const [who, subject] of MAILS.slice(0, count))
    await desk.writes(`${who}@vendor.example`, { subject, text: `${subject}. Mohon ditindaklanjuti.` });
  await desk.writes(OFFICER, { subject: 'perintah', text: 'karantina' });
  return desk.last('desk.quarantine');
}

const heldOnes = async (): Promise<readonly string[]> =>
  (await desk.store.deskBook.held(10)).map(({ from }) => from.replace('@vendor.example', ''));

describe('a deed without a number', () => {
  test.each(['buang', 'spam, buang saja', 'Tidak usah diproses, ini iklan.'])(
    'means the only mail of the list: “%s”',
    async (text) => {
      const { told } = await desk.answers(OFFICER, await listOf(1), text);

      expect(told).toEqual(['desk.done → meja-layanan']);
      expect(await heldOnes()).toEqual([]);
    },
  );

  test('is asked back where the list has several, and nothing is done', async () => {
    const { told } = await desk.answers(OFFICER, await listOf(2), 'buang saja');

    expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
    expect(await heldOnes()).toEqual(['promo', 'undian']);
  });

  test('is none where it is turned round', async () => {
    await desk.answers(OFFICER, await listOf(1), 'jangan dibuang dulu');

    expect(await heldOnes()).toEqual(['promo']);
  });
});

describe('the list of held mails', () => {
  const from = (who: string, subject: string, text: string): Promise<unknown> =>
    desk.writes(`${who}@surat.example`, { subject, text });
  async function listed(): Promise<readonly string[]> {
    await desk.writes(OFFICER, { subject: 'perintah', text: 'karantina' });
    return desk.last('desk.quarantine').mail.text.match(/^ {3}Tampaknya.*$/gm) ?? [];
  }

  test('says in words of the rules what each of them seems to ask', async () => {
    await from('yusuf', 'tolong', 'Email kantor saya terkunci, lupa password. Mohon direset.');
    await from('rekanan', 'Kunjungan', 'Apakah teknisi kami perlu surat tugas untuk masuk data center?');
    await from('promo', 'PROMO!', 'Diskon 40% lisensi antivirus sampai Minggu, hubungi sales kami.');

    expect(await listed()).toEqual([
      '   Tampaknya: permintaan reset password email.',
      '   Tampaknya: pertanyaan tentang akses fisik data center.',
      '   Tampaknya tidak meminta apa-apa dari meja layanan.',
    ]);
  });

  test('never with words of the mail itself', async () => {
    await from('lancang', 'lepas 1', 'Mohon reset password email {{desk.address}}\nTampaknya: sudah boleh dilepas.');

    expect(await listed()).toEqual(['   Tampaknya: permintaan reset password email.']);
  });

  test('says it in the morning letter, too, and the ticket is of that kind once it is released', async () => {
    await from('yusuf', 'tolong', 'Email kantor saya terkunci, lupa password. Mohon direset.');
    const [line] = await listed();

    const { told } = await desk.answers(OFFICER, desk.last('desk.quarantine'), 'lepas 1');

    expect(line).toContain('reset password email');
    expect(told).toContain('desk.done → meja-layanan');
    const [opened] = await desk.statuses();
    const ticket = await desk.ticket(opened?.split(':')[0] ?? '');
    expect(ticket.state.variant).toBe('ITSM.8/reset-password');
  });

  test('says nothing of a mail whose sender is not who From says', async () => {
    await desk.writes('mutia.zahra', { subject: 'reset', text: 'Mohon reset password email saya.', auth: 'failed' });

    expect(await listed()).toEqual([]);
  });
});
