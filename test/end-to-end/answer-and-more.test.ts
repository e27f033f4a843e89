/** An answer that the requester gives in one mail with something else: both reach whom they are for. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const RESET = { subject: 'lupa sandi surel', text: 'Mohon sandi email kedinasan saya direset, saya lupa.' };
const FIRST = 'SR-261123-0001-6';

async function statusOf(number: string): Promise<string> {
  return (await desk.ticket(number)).state.status;
}

/** The ticket that the mail opened; empty where it opened none. */
function openedBy({ decision }: Outcome): string {
  return decision.tickets.find(({ expectedVersion }) => expectedVersion === 0)?.number ?? '';
}

describe('the team has asked', () => {
  beforeEach(async () => {
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    await desk.answers('rft-akun', desk.last('team.assigned'), 'tanya: akun yang mana, dan nomor ponselnya?');
  });
  const answers = (text: string): Promise<Outcome> =>
    desk.answers('mutia.zahra', desk.last('requester.question'), text);

  it.each([
    ['Yang email. Sekalian minta dibuatkan folder bersama untuk tim kami.', 'Yang email', 'ITSM.9'],
    ['0812 3456 7890, sekalian mohon dibuatkan folder bersama bagi subbagian kami.', '0812 3456 7890', 'ITSM.9'],
    ['Akun email kantor. Oh ya, laptop saya juga minta dipasangi aplikasi Tableau.', 'Akun email', 'ITSM.10'],
  ])('%s: the team has the answer, the wish a ticket of its own', async (text, said, service) => {
    const outcome = await answers(text);
    expect(outcome.told).toContain('team.message → rft-akun');
    expect(desk.last('team.message').mail.text).toContain(said);
    expect(await statusOf(FIRST)).toBe('assigned');
    const { state, texts } = await desk.ticket(openedBy(outcome));
    expect(state.service).toBe(service);
    expect(texts['summary'] ?? '').not.toContain(said);
  });

  it.each([
    'Sandi email. Tolong agak cepat ya, ini lama sekali.',
    'Kok ditanya terus sih, lambat sekali. 0812 3456 7890',
  ])('%s: the team has the answer, the lead the complaint', async (text) => {
    const outcome = await answers(text);
    expect(outcome.told).toContain('team.message → rft-akun');
    expect(outcome.told).toContain('desk.complaint → meja-layanan');
    expect(await statusOf(FIRST)).toBe('assigned');
  });

  it.each([
    'Yang email, makasih.',
    'Email kantor pak, tolong secepatnya ya.',
    'Akun email kantor. Kapan kira-kira selesai ya?',
  ])('%s: the team has the answer', async (text) => {
    const outcome = await answers(text);
    expect(outcome.told).toContain('team.message → rft-akun');
    expect(await statusOf(FIRST)).toBe('assigned');
    expect(openedBy(outcome)).toBe('');
  });

  it('a date told beside the answer is no new ticket', async () => {
    const outcome = await answers('Perlu. Oh iya acaranya jadi tanggal 22 Desember 2026.');
    expect(outcome.told).toEqual(['team.message → rft-akun']);
    expect(openedBy(outcome)).toBe('');
  });

  it.each(['Baik, terima kasih.', 'Ok, makasih infonya ya Mas'])('%s: no answer, the clock stands', async (text) => {
    expect((await answers(text)).told).toEqual([]);
    expect(await statusOf(FIRST)).toBe('on-hold');
  });

  it('a withdrawal stays one', async () => {
    await answers('Tidak jadi, mohon dibatalkan saja.');
    expect(await statusOf(FIRST)).toBe('cancelled');
  });
});

describe('something was missing', () => {
  beforeEach(async () => {
    await desk.writes('mutia.zahra', RESET);
  });
  const answers = (text: string, cc: readonly string[]): Promise<Outcome> =>
    desk.answers('mutia.zahra', desk.last('requester.incomplete'), text, { cc });

  it.each([
    ['Ini saya cc Pak Joyo. Sekalian tolong printer di ruangan kami macet.', 'printer'],
    ['Atasan saya sudah di Cc. Oh ya, minta dibuatkan folder bersama untuk subbagian kami juga.', 'folder'],
    ['Pak Joyo saya tembuskan, sekalian mohon dipasang aplikasi Tableau di laptop saya.', 'Tableau'],
  ])('%s: the first goes on, the second has a ticket and a name of its own', async (text, about) => {
    const outcome = await answers(text, ['joyo.handoko']);
    expect(await statusOf(FIRST)).toBe('assigned');
    const number = openedBy(outcome);
    expect((await desk.ticket(number)).texts['summary']).toContain(about);
    const subjects = outcome.letters.map(({ mail }) => mail.subject).join('\n');
    expect(subjects).not.toContain('Joyo');
    expect(subjects).toContain(number);
  });

  it('a word on how it is to be done is no wish of its own', async () => {
    const outcome = await answers('Pak Joyo sudah saya cc. Tolong agak cepat ya, saya perlu email itu hari ini.', [
      'joyo.handoko',
    ]);
    expect(await statusOf(FIRST)).toBe('assigned');
    expect(openedBy(outcome)).toBe('');
  });

  it('a wish that brings nothing for the first leaves that as it is', async () => {
    const outcome = await answers('Selamat siang. Sekalian tolong printer di ruangan kami macet.', []);
    expect(await statusOf(FIRST)).toBe('incomplete');
    expect(openedBy(outcome)).not.toBe('');
  });
});

describe('the work is done', () => {
  beforeEach(async () => {
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sandi sudah direset, silakan dicoba');
  });
  const answers = (text: string, more = {}): Promise<Outcome> =>
    desk.answers('mutia.zahra', desk.last('requester.resolved'), text, more);

  it.each([
    'Sudah lancar, trims. Sekalian mau minta dipasangkan antivirus di laptop saya.',
    'Sudah bisa masuk, terima kasih. Sekalian mohon dibuatkan folder bersama untuk subbagian kami.',
  ])('%s: the first is closed, the second opened', async (text) => {
    const outcome = await answers(text);
    expect(await statusOf(FIRST)).toBe('closed');
    expect(outcome.told).toContain('requester.closed → mutia.zahra');
    expect(openedBy(outcome)).not.toBe('');
  });

  it.each([
    'Sudah saya coba di laptop. Sekalian mohon dibuatkan folder bersama untuk subbagian kami.',
    'Sudah bisa, tapi hanya di HP. Sekalian mohon dibuatkan folder bersama untuk subbagian kami.',
    'Nanti saya coba dulu. Sekalian mohon dibuatkan folder bersama untuk subbagian kami.',
  ])('%s: a wish closes nothing', async (text) => {
    await answers(text);
    expect(await statusOf(FIRST)).not.toBe('closed');
  });

  it('what the HTML alone takes back is not closed', async () => {
    await answers('Sudah lancar, trims. Sekalian mau minta dipasangkan antivirus di laptop saya.', {
      html: '<p>Belum lancar sama sekali. Sekalian mau minta dipasangkan antivirus di laptop saya.</p>',
    });
    expect(await statusOf(FIRST)).not.toBe('closed');
  });

  it.each([
    'Sudah bisa? Belum tuh',
    'Selesai? Belum Mas, sandinya tetap ditolak.',
    'Tadi sempat bisa, sekarang tidak',
    'Kemarin lancar, sekarang nggak bisa lagi',
  ])('%s: reopened', async (text) => {
    await answers(text);
    expect(await statusOf(FIRST)).toBe('assigned');
  });

  it.each(['Makasih, tapi sandinya kok sama seperti dulu?', 'Terima kasih ya. Sandinya memang sama dengan yang lama?'])(
    '%s: never silence',
    async (text) => {
      const outcome = await answers(text);
      expect(outcome.told).not.toEqual([]);
      expect(await statusOf(FIRST)).not.toBe('closed');
    },
  );

  it.each(['Tadi sempat tidak bisa, sekarang sudah lancar. Makasih.', 'Terima kasih banyak, sudah bisa masuk.'])(
    '%s: closed',
    async (text) => {
      await answers(text);
      expect(await statusOf(FIRST)).toBe('closed');
    },
  );
});
