import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const OFFICER = 'meja-layanan';

async function opened(text = 'Selamat pagi, mohon bantuannya terkait akun saya. Terima kasih.'): Promise<string> {
  const made = await desk.writes('mutia.zahra', { subject: 'Mohon bantuan', text, cc: ['joyo.handoko'] });
  return made.decision.tickets[0]?.number ?? '';
}
const orders = (text: string, subject = 'perintah'): Promise<Outcome> => desk.writes(OFFICER, { subject, text });
const answers = (text: string): Promise<Outcome> => desk.answers(OFFICER, desk.last('desk.triage'), text);
const statuses = (): Promise<readonly string[]> => desk.statuses();

describe('the letter that asks the desk to sort', () => {
  test('says how to answer also where nothing is guessed', async () => {
    const made = await desk.writes('mutia.zahra', {
      subject: 'Sesuai pembicaraan',
      text: 'Mohon ditindaklanjuti ya, sesuai pembicaraan tadi.',
    });
    expect(made.told).toContain('desk.triage → meja-layanan');
    const { text, html } = desk.last('desk.triage').mail;
    for (const said of [text, html]) expect(said).toContain('layanan atau tim yang benar');
  });
});

describe('a mail of the desk that asks for help alone', () => {
  test.each(['bantuan', 'Bantuan.', 'help', 'daftar perintah'])(
    'is answered by the list of commands: %s',
    async (words) => {
      const { told } = await orders(words, 'tanya');
      expect(told).toEqual(['desk.help → meja-layanan']);
      expect(await statuses()).toEqual([]);
    },
  );

  test('from anybody else is a request', async () => {
    const { told } = await desk.writes('mutia.zahra', { subject: 'bantuan', text: 'bantuan' });
    expect(told).not.toContain('desk.help → mutia.zahra');
    expect(await statuses()).toHaveLength(1);
  });
});

describe('kenapa', () => {
  test('in a mail of its own bears the ticket, and no word of English', async () => {
    const number = await opened('Mohon reset password email saya, saya lupa passwordnya.');
    const { told } = await orders(`${number} kenapa`);
    expect(told).toEqual(['desk.why → meja-layanan']);
    const { text, subject } = desk.last('desk.why').mail;
    expect(subject).toContain(number);
    expect(subject).not.toContain('email yang ditahan');
    expect(text).not.toMatch(/employee|[a-z]+ (?:of|the|an?) [a-z]+\./);
  });

  test('is also "kenapa masuk ke sini?" on the letter', async () => {
    await opened();
    expect((await answers('kenapa masuk ke sini?')).told).toEqual(['desk.why → meja-layanan']);
  });
});

describe('somebody else who is to be asked', () => {
  test.each([
    'tolong tanyakan ke Bu Mutia maksudnya apa',
    'Mohon ditanyakan kepada pemohon akun yang mana yang dimaksud.',
    'tanyakan dulu ke user, maunya apa ya?',
  ])('is the requester: his ticket waits for his answer: %s', async (words) => {
    const number = await opened();
    const { told } = await answers(words);
    expect(told).toEqual(['requester.question → mutia.zahra', 'desk.done → meja-layanan']);
    expect((await desk.ticket(number)).state.status).toBe('on-hold');
  });

  test('in a mail of its own, by the number', async () => {
    const number = await opened();
    const { told } = await orders(`${number} tanyakan ke pemohon: akun email atau akun aplikasi, yang mana?`);
    expect(told[0]).toBe('requester.question → mutia.zahra');
  });

  test.each([
    'tolong tanyakan ke Pak Budi maksudnya apa',
    'coba tanyakan Bu Sri ini punya siapa',
    'tanyakan ke pak joko ini akun apa',
    'mohon ditanyakan ke bagian umum, ini milik siapa',
  ])('is another than the requester: nothing is sent, and the desk hears why: %s', async (words) => {
    const number = await opened();
    const { told } = await answers(words);
    expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
    expect(desk.last('desk.batch-unclear').mail.text).toContain('hanya kami kirim kepada pemohon');
    expect((await desk.ticket(number)).state.status).toBe('triage');
  });

  test('where nothing is asked yet, nothing is sent and the desk hears so', async () => {
    await opened();
    const { told } = await answers('tanyakan dulu ke pemohon ya');
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('meja-layanan');
  });
});

describe('in the name of somebody by his NIP', () => {
  const nipOf = (who: string): string => desk.office.directory.byAddress(`${who}@kemenkeu.example`)?.nip ?? '';

  test('is his ticket, in one row or in groups, alone or beside his name', async () => {
    const nip = nipOf('mutia.zahra');
    const grouped = nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
    for (const who of [nip, `NIP ${grouped}`, `Mutia Zahra, NIP ${nip}`]) {
      const { told } = await orders(`atas nama ${who} (WhatsApp): lupa sandi email, mohon direset`);
      expect(told[0]).toBe('requester.written-down → mutia.zahra');
    }
  });

  test('opens nothing where nobody bears it, or another than is named', async () => {
    const other = nipOf('rizki.amelia');
    for (const who of ['199912312024031999', `Mutia Zahra NIP ${other}`]) {
      const { told } = await orders(`atas nama ${who} (telepon): lupa sandi email, mohon direset`);
      expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
    }
    expect(await statuses()).toEqual([]);
  });
});
