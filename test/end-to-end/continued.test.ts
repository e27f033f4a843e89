/** A new mail without a number that says that it goes on with an earlier one: added to it where that is evident, else the desk is asked. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../../src/shared/time.ts';
import { openDesk, type Desk, type Outcome, type Written } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const HOSTING: Written = {
  subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
  text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nLukman Sardiman',
};
const RESET: Written = {
  subject: 'Lupa password',
  text: 'Mohon reset password email saya, lupa.',
  cc: ['farid.hakimi'],
};

const numberOf = ({ decision }: Outcome): string => decision.tickets[0]?.number ?? '';
const asked = async (what: Written): Promise<string> => numberOf(await desk.writes('lukman.sardi', what));
const writes = (text: string, more: Partial<Written> = {}): Promise<Outcome> =>
  desk.writes('lukman.sardi', { subject: 'susulan', text, ...more });

describe('where the writer has one open ticket that fits', () => {
  it('where something is still missing, he hears under which number and what', async () => {
    const number = await asked(HOSTING);
    const { decision, told } = await writes(
      'Menyusuli email saya tadi pagi, aplikasinya dipakai juga oleh seksi sebelah.',
    );
    expect(decision.tickets.map((ticket) => ticket.number)).toEqual([number]);
    expect(told).toEqual(['requester.incomplete → lukman.sardi', 'desk.reply-unclear → meja-layanan']);
    expect(desk.last('requester.incomplete').mail.subject).toContain(`[${number}]`);
  });

  it('what he sends after it is added to it, and he hears to which number', async () => {
    const number = await asked({ ...RESET, cc: ['dewi.anjarwati'] });
    const { decision, told } = await writes('Menyusuli email saya tadi pagi, saya di kantor sampai sore.');
    expect(decision.tickets.map((ticket) => ticket.number)).toEqual([number]);
    expect(told).toContain('requester.added → lukman.sardi');
    expect(desk.last('requester.added').mail.subject).toBe(`[${number}] Ditambahkan: reset password email`);
  });

  it('the superior whom he forgot completes it', async () => {
    const number = await asked(HOSTING);
    await writes('Menyusuli email saya tadi pagi, ini saya tembuskan ke Bu Dewi.', { cc: ['dewi.anjarwati'] });
    expect((await desk.ticket(number)).state.status).toBe('awaiting-approval');
  });

  it('a withdrawal ends it', async () => {
    const number = await asked(HOSTING);
    const { told } = await writes('permohonan hosting yang tadi dibatalkan saja ya, terima kasih');
    expect(told).toEqual(['requester.closed → lukman.sardi']);
    expect((await desk.ticket(number)).state.status).toBe('cancelled');
  });

  it('a question after it is answered from it', async () => {
    await asked(HOSTING);
    const { told, decision } = await writes('Menyusuli email kami tadi pagi, sudah sampai mana ya?');
    expect(told).toEqual(['requester.status → lukman.sardi']);
    expect(decision.numbers).toBeNull();
  });

  it('what is plainly asked of another service is a ticket of its own', async () => {
    const number = await asked(HOSTING);
    const { decision } = await writes(
      'Menyusuli permohonan tadi pagi, mohon juga reset password email saya, terkunci.',
    );
    expect(decision.tickets[0]?.number).not.toBe(number);
    expect(decision.numbers?.count).toBe(1);
  });

  it('whoever may have forged it changes nothing: the desk is shown the ticket', async () => {
    const number = await asked(HOSTING);
    const { decision, told } = await writes('permohonan hosting yang tadi dibatalkan saja ya', { auth: 'absent' });
    expect(decision.tickets.map((ticket) => ticket.number)).not.toContain(number);
    expect((await desk.ticket(number)).state.status).toBe('incomplete');
    expect(told).toContain('desk.triage → meja-layanan');
  });
});

describe('where several fit', () => {
  it('the desk is shown them, and "gabung ke" brings words and papers there', async () => {
    const hosting = await asked(HOSTING);
    const reset = await asked(RESET);
    const { told } = await writes('Menyusuli email saya tadi pagi, berikut kami kirimkan suratnya.', {
      attachments: [{ filename: 'Surat.txt', type: 'text/plain', content: Buffer.from('surat') }],
    });
    expect(told).toEqual(['requester.received → lukman.sardi', 'desk.triage → meja-layanan']);
    const letter = desk.last('desk.triage');
    expect(letter.mail.text).toContain(hosting);
    expect(letter.mail.text).toContain(reset);
    expect(desk.last('requester.received').mail.text).toContain('Tampaknya ini lanjutan permintaan Bapak sebelumnya.');
    await desk.answers('meja-layanan', letter, `gabung ke ${hosting}`);
    expect((await desk.ticket(hosting)).texts).toEqual(
      expect.objectContaining({ [`merged:${letter.ticket}`]: expect.stringContaining('berikut kami kirimkan') }),
    );
  });

  it('the day that he names decides', async () => {
    await asked(HOSTING);
    desk.pass(24 * HOUR);
    const reset = await asked(RESET);
    const { decision } = await writes('Menyusuli email saya tadi pagi, tidak perlu dibuatkan yang baru.');
    expect(decision.tickets.map((ticket) => ticket.number)).toEqual([reset]);
  });

  it('of two, that of the service he speaks of', async () => {
    const hosting = await asked(HOSTING);
    await asked(RESET);
    const { decision, told } = await writes('ralat permohonan hosting yang tadi: aplikasinya SIPANDU, bukan SIMANTAP');
    expect(decision.tickets.map((ticket) => ticket.number)).toEqual([hosting]);
    expect(told.join()).not.toContain('desk.triage');
  });
});

describe('where none is open', () => {
  it('what it asks is a ticket of its own', async () => {
    const { decision, told } = await writes('Menyusuli telepon saya tadi, mohon reset password email saya.', {
      cc: ['farid.hakimi'],
    });
    expect(decision.numbers?.count).toBe(1);
    expect(told.join()).toContain('lukman.sardi');
  });

  it('a correction of nobody knows what is answered, and lies with the desk', async () => {
    const { told } = await writes(
      'kak ralat yg kemarin, rapatnya jadi kamis jam 9 pagi s/d 11, pesertanya 22 orang ya bukan 15',
    );
    expect(told).toContain('desk.triage → meja-layanan');
    expect(told[0]).toMatch(/^requester\./);
  });
});
