/** A day of the desk on a real mailbox: the morning letter and what was held, why and undo, dead addresses, box 7, what was learnt. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/desk.ts';
import { startDovecot, type Dovecot } from '../support/dovecot.ts';
import { openTown, type Read, type Town, type Writing } from '../support/town.ts';

const OFFICER = 'meja-layanan';
const HELD = 'Loket/Ditahan';
const MUTIA = 'mutia.zahra';
const RESET: Writing = {
  subject: 'Lupa password',
  text: 'Mohon reset password email saya, lupa sesudah cuti.\n\nMutia',
  cc: ['joyo.handoko'],
};

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot();
});
afterAll(() => dovecot.close());

let town: Town;
const told = (): readonly string[] => town.told();
const numbers = (): readonly string[] => town.statuses().map((line) => line.split(': ')[0] ?? '');
const newestNumber = (): string => numbers().at(-1) ?? '';
const newestStatus = (): string => town.statuses().at(-1)?.split(': ')[1] ?? '';
const orders = (text: string, subject = 'perintah'): Promise<void> => town.writes(OFFICER, { subject, text });
const teamOf = (number: string): string | undefined =>
  town.desk.query<{ team: string }>(`select team from tickets where number = '${number}'`)[0]?.team;

/** Who wrote what waits for a person, as the operator sees it. */
async function held(): Promise<readonly string[]> {
  const { out } = await town.desk.daemon.command('quarantine', 'list', '--json');
  const lines = out.split('\n').filter((line) => line !== '');
  return lines.map((line) => String(JSON.parse(line).from).replace('@kemenkeu.example', ''));
}

/** The morning letter of the clock's day. */
async function morningLetter(at: string): Promise<Read> {
  const letters = (): number => town.desk.smtp.letters.filter(({ to }) => to[0]?.startsWith(OFFICER)).length;
  const before = letters();
  await town.until(at);
  await eventually(() => letters() > before, 20_000, 'the morning letter');
  await town.settled();
  return town.letter('desk.digest');
}

describe('the desk', () => {
  beforeAll(async () => {
    town = await openTown({ dovecot, start: '2026-11-23T07:00:00+07:00' });
  });
  afterAll(() => town.close());
  beforeEach(() => void told());

  describe('reads in the morning', () => {
    it('what is held and why, what waits for whom, and that nothing was lost', async () => {
      await town.writes(MUTIA, RESET);
      for (const [who, subject] of [
        ['penawaran', 'Penawaran perangkat'],
        ['promo', 'Promo akhir tahun'],
        ['undian', 'Anda menang undian'],
      ] as const)
        await town.writes(`${who}@vendor.example`, { subject, text: `${subject}. Mohon ditindaklanjuti.` });
      await town.writes(MUTIA, { ...RESET, subject: 'Lupa lagi', auth: 'failed' });
      await eventually(() => town.desk.mailsIn(HELD) === 4, 15_000, 'four mails lie in their folder');

      const { text } = await morningLetter('2026-11-23T07:31:00+07:00');

      expect(text).toMatch(/1\. penawaran@vendor\.example[^]*luar/);
      expect(text).toMatch(/4\. mutia\.zahra@kemenkeu\.example/);
      expect(text).toContain('Ada 1 tiket terbuka');
      expect(text).toContain('4 email menunggu keputusan');
      expect(text).toContain('Email masuk sejak ringkasan sebelumnya: 5, dijawab 1, ditahan 4, diabaikan 0.');
      expect(text).toContain('Tidak ada yang hilang: 5 email tercatat = 5 sudah diputuskan');
      expect(town.letter('operator.daily').subject).toContain('Semua email tercatat');
    });

    it('the list that it answers: released, dropped, blocked in one mail', async () => {
      const before = numbers().length;
      await town.answers(OFFICER, 'desk.digest', 'lepas 1, buang 2\nblokir 3');

      expect(told()).toContain('desk.done → meja-layanan');
      expect(numbers()).toHaveLength(before + 1);
      expect(await held()).toEqual([MUTIA]);
      await eventually(() => town.desk.mailsIn(HELD) === 1, 15_000, 'what was settled leaves the folder of held mails');
      await town.answers(OFFICER, 'desk.done', 'batal');
      expect(told()).toEqual(['desk.done → meja-layanan']);
      expect(town.letter('desk.done').subject).toMatch(/Dibatalkan 3 dari 4$/);
      expect(await held()).toEqual(['promo@vendor.example', 'undian@vendor.example', MUTIA]);
      await eventually(() => town.desk.mailsIn(HELD) === 3, 15_000, 'what is held again lies there again');
      await town.answers(OFFICER, 'desk.digest', 'buang 2\nblokir 3');
      expect(told()).toEqual(['desk.done → meja-layanan']);
      await eventually(() => town.desk.mailsIn(HELD) === 1, 15_000, 'and leaves once more');
      await town.writes('undian@vendor.example', { subject: 'Anda menang lagi', text: 'Segera hubungi kami.' });
      expect(told()).toEqual([]);
      const [blocked] = town.desk.books().slice(-1);
      expect(blocked?.disposition).toContain('ignore');
    });

    it('that one of our own, who may have been forged, is not blocked', async () => {
      await town.answers(OFFICER, 'desk.digest', 'blokir 4');

      expect(told()).toEqual(['desk.batch-unclear → meja-layanan']);
      expect(town.letter('desk.batch-unclear').text).toContain('mudah dipalsukan');
      await town.answers(OFFICER, 'desk.digest', 'buang 4');
      expect(await held()).toEqual([]);
    });
  });

  describe('orders', () => {
    it('kenapa: the rules and the words that they fired on', async () => {
      await orders(`${numbers()[0]} kenapa`);

      expect(told()).toEqual(['desk.why → meja-layanan']);
      expect(town.letter('desk.why').text).toMatch(/ITSM\.8\/reset-password.*password/);
    });

    it('pratinjau: only told; the batch itself; batal: as it was, and all who were told are told again', async () => {
      const [number = ''] = numbers();
      await orders(`pratinjau\n${number} alihkan: RFT-JARINGAN`);
      expect(told()).toEqual(['desk.done → meja-layanan']);
      expect(town.letter('desk.done').text).toContain('akan dialihkan ke tim Jaringan');
      expect(teamOf(number)).toBe('RFT-AKUN');

      await orders(`${number} alihkan: RFT-JARINGAN`);
      expect(told().toSorted()).toEqual([
        'desk.done → meja-layanan',
        'team.assigned → rft-jaringan',
        'team.news → rft-akun',
      ]);
      expect(teamOf(number)).toBe('RFT-JARINGAN');

      await town.answers(OFFICER, 'desk.done', 'batal');
      expect(told().toSorted()).toEqual([
        'desk.done → meja-layanan',
        'team.assigned → rft-akun',
        'team.news → rft-jaringan',
      ]);
      expect(teamOf(number)).toBe('RFT-AKUN');
    });
  });

  describe('is told of an address that does not exist', () => {
    it('and no letter goes there until it has cleared it; then what waited leaves', async () => {
      await town.writes('budi.santosa', {
        ...RESET,
        subject: 'Lupa sandi',
        text: 'Mohon reset sandi email saya, lupa.',
      });
      const number = newestNumber();
      await town.arrives(bounceOf(town.letter('requester.received', 'budi.santosa'), 'budi.santosa@kemenkeu.example'));
      expect(told().slice(-1)).toEqual(['desk.undeliverable → meja-layanan']);
      expect(town.letter('desk.undeliverable').text).toContain(number);

      await town.answers('rft-akun', 'team.assigned', 'selesai: sandi sudah direset');
      expect(newestStatus()).toBe('resolved');
      expect(told()).toEqual([]);

      await orders('lepas budi.santosa@kemenkeu.example');
      await eventually(
        () => town.desk.query("select 1 from outbox where state = 'parked'").length === 0,
        15_000,
        'the parked letter leaves',
      );
      await town.settled();
      expect(told()).toContain('requester.resolved → budi.santosa');
    });
  });

  describe('looks at a hand-over paper', () => {
    it('that was signed by hand and photographed: what is lacking goes to the requester, a yes ends the ticket', async () => {
      const lukman = 'lukman.sardi';
      await town.writes(lukman, {
        subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
        text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.',
        cc: ['dewi.anjarwati'],
      });
      await town.answers('dewi.anjarwati', 'approver.please-approve', 'Setuju.');
      await town.answers('rft-hosting', 'team.assigned', 'selesai: hosting sudah aktif kembali');
      expect(town.letter('requester.resolved', lukman).attachments[0]?.filename).toMatch(/^BAST/);
      told();

      const photograph = { filename: 'IMG_0032.jpg', type: 'image/jpeg', content: Buffer.from(JPEG, 'base64') };
      const words = 'Sudah bisa, terima kasih. Terlampir BAST yang sudah ditandatangani.';
      await town.answers(lukman, 'requester.resolved', words, { attachments: [photograph] });
      expect(told()).toEqual(['desk.paper → meja-layanan']);
      expect(town.letter('desk.paper').attachments[0]?.filename).toBe('IMG_0032.jpg');

      await town.answers(OFFICER, 'desk.paper', '2 halaman kedua belum ada');
      expect(told()).toEqual(['requester.papers → lukman.sardi']);
      expect(town.letter('requester.papers').text).toContain('halaman kedua belum ada');
      expect(newestStatus()).toBe('resolved');
      await town.answers(lukman, 'requester.papers', 'Berikut BAST lengkapnya.', { attachments: [photograph] });
      expect(told()).toEqual(['desk.paper → meja-layanan']);

      await town.answers(OFFICER, 'desk.paper', '1');
      expect(told()).toEqual(['requester.closed → lukman.sardi']);
      expect(newestStatus()).toBe('closed');
    });
  });

  describe('corrects', () => {
    it('what was taken for something else; loket learn shows the line for the rules and what it would change', async () => {
      await town.writes(MUTIA, {
        subject: 'Kotak ajaib',
        text: 'Kotak ajaib di meja saya minta dipulihkan kuncinya.',
        cc: ['joyo.handoko'],
      });
      expect(newestStatus()).toBe('triage');
      await town.answers(OFFICER, 'desk.triage', 'layanan: reset password');
      expect(told()).toContain('team.assigned → rft-akun');

      const { code, out } = await town.desk.daemon.command('learn');

      expect(code).toBe(0);
      expect(out).toContain('examples/ITSM.8.yaml, below requests, reset-password');
      expect(out).toContain('Kotak ajaib di meja saya minta dipulihkan kuncinya');
      expect(out).toMatch(/With these lines:\n[^]*ITSM\.8\/reset-password/);
    });
  });
});

describe('fulfilment that the rule leaves to the desk', () => {
  const rules = mkdtempSync(join(tmpdir(), 'loket-rules-'));
  beforeAll(async () => {
    cpSync(resolve(import.meta.dirname, '../../rules'), rules, { recursive: true });
    const file = join(rules, 'services/ITSM.8.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^( *- id: reset-password)$/m, '$1\n    confirm_fulfilment: desk'));
    town = await openTown({ dovecot, mailbox: 'layanan@kemenkeu.example', rules });
  });
  afterAll(async () => {
    await town.close();
    rmSync(rules, { recursive: true, force: true });
  });

  it('goes back to the team where it is not content, and reaches the requester by its word', async () => {
    await town.writes(MUTIA, RESET);
    await town.answers('rft-akun', 'team.assigned', 'selesai: password sudah direset');
    expect(told().slice(3)).toEqual(['desk.confirm → meja-layanan']);

    await town.answers(OFFICER, 'desk.confirm', 'alihkan: RFT-AKUN');
    expect(told()).toContain('team.assigned → rft-akun');
    expect(newestStatus()).toBe('assigned');

    await town.answers('rft-akun', 'team.assigned', 'selesai: password direset dan sudah dicoba bersama');
    await town.answers(OFFICER, 'desk.confirm', 'konfirmasi');
    expect(told()).toEqual([
      'desk.confirm → meja-layanan',
      'requester.resolved → mutia.zahra',
      'desk.done → meja-layanan',
    ]);
    expect(town.letter('requester.resolved').text).toContain('sudah dicoba bersama');
  });
});

/** The smallest photograph there is. */
const JPEG =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=';

/** What the next server says of a letter of ours whose recipient it does not know (RFC 3464). */
function bounceOf({ messageId }: Read, recipient: string): string {
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.kemenkeu.example',
    'To: servicedesk@kemenkeu.example',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <bounce.${messageId.slice(0, 16)}@mx.kemenkeu.example>`,
    'Date: Mon, 23 Nov 2026 08:10:00 +0700',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'The mail system could not deliver your message.',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.kemenkeu.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${messageId}>`,
    'Subject: test',
    '',
    '--b--',
    '',
  ].join('\r\n');
}
