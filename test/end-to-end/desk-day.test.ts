import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR } from '../../src/shared/time.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { nameOf, openDesk, type Desk, type Outcome, type Sent } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ start: '2026-11-23T07:00:00+07:00', daily: true });
});
afterEach(() => desk.close());

const OFFICER = 'meja-layanan';
const RESET = { subject: 'Lupa password', text: 'Mohon reset password email saya, saya lupa passwordnya.' };

const toldOf = (sent: readonly Sent[]): readonly string[] =>
  sent.map((letter) => `${letter.template} → ${nameOf(letter.to)}`);
const orders = (text: string, subject = 'perintah'): Promise<Outcome> => desk.writes(OFFICER, { subject, text });

async function stranger(who: string, subject: string): Promise<Outcome> {
  return desk.writes(`${who}@vendor.example`, { subject, text: `${subject}. Mohon ditindaklanjuti.` });
}

describe('the morning letter', () => {
  test('leaves once on a working day at the time of the rules, with the proof for the operator', async () => {
    expect(toldOf(await desk.ticks())).toEqual([]);
    desk.setClock('2026-11-23T07:31:00+07:00');

    expect(toldOf(await desk.ticks())).toEqual(['desk.digest → meja-layanan', 'operator.daily → operator']);
    expect(toldOf(await desk.ticks())).toEqual([]);
  });

  test('leaves late after downtime, and not once for each day missed', async () => {
    desk.setClock('2026-11-26T11:00:00+07:00');

    expect(toldOf(await desk.ticks())).toEqual(['desk.digest → meja-layanan', 'operator.daily → operator']);
  });

  test('does not leave on days off', async () => {
    desk.setClock('2026-11-28T09:00:00+07:00');

    expect(await desk.ticks()).toEqual([]);
  });

  test('counts what waits for whom, what is overdue and what became of the mails', async () => {
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    await desk.writes('rizki.amelia', { ...RESET, subject: 'Lupa sandi' });
    await stranger('penawaran', 'Penawaran perangkat');
    desk.setClock('2026-11-24T07:31:00+07:00');
    await desk.ticks();

    const { text } = desk.last('desk.digest').mail;

    expect(text).toContain('Ada 2 tiket terbuka, 1 lewat batas waktu, 1 email menunggu keputusan.');
    expect(text).toContain('1. penawaran@vendor.example');
    expect(text).toContain('- pemohon: 1');
    expect(text).toContain('Email masuk sejak ringkasan sebelumnya: 3, dijawab 2, ditahan 1, diabaikan 0.');
    expect(text).toContain('Tidak ada yang hilang: 3 email tercatat = 3 sudah diputuskan');
  });

  test('counts only what came since the one before', async () => {
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    desk.setClock('2026-11-23T07:31:00+07:00');
    await desk.ticks();
    desk.setClock('2026-11-24T07:31:00+07:00');
    await desk.ticks();

    expect(desk.last('desk.digest').mail.text).toContain('Email masuk sejak ringkasan sebelumnya: 0');
  });
});

describe('what does not move and has no due time', () => {
  const OUTAGE = { subject: 'Internet mati', text: 'Jaringan internet di kantor kami mati total sejak pagi.' };
  const VAGUE = { subject: 'minta tolong', text: 'Tolong yang kemarin itu ya, seperti biasa.' };
  const digestAt = async (iso: string): Promise<string> => {
    desk.setClock(iso);
    await desk.ticks();
    return desk.last('desk.digest').mail.text;
  };

  test('is named in the morning after two working days, the team’s and the desk’s own', async () => {
    const outage = (await desk.writes('rizki.ananda', OUTAGE)).decision.tickets[0]?.number ?? '';
    const vague = (await desk.writes('mutia.zahra', VAGUE)).decision.tickets[0]?.number ?? '';

    expect(await digestAt('2026-11-24T07:31:00+07:00')).not.toContain('Tidak bergerak');
    const text = await digestAt('2026-11-25T07:31:00+07:00');

    expect(text).toContain('Tidak bergerak, dan tidak punya batas waktu: 2');
    expect(text).toMatch(new RegExp(`${outage} .*tim Jaringan, sejak Senin, 23 November 2026`));
    expect(text).toMatch(new RegExp(`${vague} .*meja layanan, sejak Senin, 23 November 2026`));
  });

  test('is not named once somebody has written, nor where a due time watches over it', async () => {
    await desk.writes('rizki.ananda', OUTAGE);
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    desk.setClock('2026-11-24T16:00:00+07:00');
    await desk.answers(
      'rft-jaringan',
      desk.last('team.assigned', 'rft-jaringan'),
      'catatan: menunggu teknisi penyedia',
    );

    expect(await digestAt('2026-11-25T07:31:00+07:00')).not.toContain('Tidak bergerak');
    expect(await digestAt('2026-11-30T07:31:00+07:00')).toContain('batas waktu: 1\n');
  });

  test('is not named where the rules do not want it', async () => {
    await desk.close();
    desk = await openDesk({
      start: '2026-11-23T07:00:00+07:00',
      daily: true,
      rulebook: (rulebook) => ({ ...rulebook, followUp: { ...rulebook.followUp, standStillAfter: null } }),
    });
    await desk.writes('rizki.ananda', OUTAGE);

    expect(await digestAt('2026-12-07T07:31:00+07:00')).not.toContain('Tidak bergerak');
  });
});

describe('the quarantine worked by mail', () => {
  async function digest(): Promise<Sent> {
    await stranger('penawaran', 'Penawaran perangkat');
    await stranger('promo', 'Promo akhir tahun');
    await stranger('undian', 'Anda menang undian');
    desk.setClock('2026-11-23T07:31:00+07:00');
    await desk.ticks();
    return desk.last('desk.digest');
  }

  test('says where a sender from outside wants to be taken for one of us', async () => {
    await stranger('penawaran', 'Penawaran perangkat');
    await desk.writes('servicedesk@kemenkeu-mail.example', { subject: 'Pemutakhiran sandi', text: 'Klik tautan ini.' });
    desk.setClock('2026-11-23T07:31:00+07:00');
    await desk.ticks();

    const { text } = desk.last('desk.digest').mail;
    expect(text.match(/Hati-hati, alamatnya menyerupai alamat kita\./g)).toHaveLength(1);
    expect(text).toMatch(/kemenkeu-mail\.example.*\n.*\n.*Hati-hati/);
  });

  test('releases, drops and blocks by the numbers of the list that is answered', async () => {
    const list = await digest();

    const { told } = await desk.answers(OFFICER, list, 'lepas 1, buang 2\nblokir 3');

    expect(told).toContain('desk.done → meja-layanan');
    expect(desk.last('desk.done').mail.text).toContain('Email penawaran@vendor.example dilepas');
    expect(await desk.store.ledger.held()).toEqual([]);
    expect((await desk.statuses()).length).toBe(1);
    expect(await desk.store.deskBook.isBlocked('undian@vendor.example')).toBe(true);
  });

  test('means the list that was answered, whatever has come since', async () => {
    const list = await digest();
    await stranger('baru', 'Baru datang');
    await desk.answers(OFFICER, list, 'buang 1');

    await desk.answers(OFFICER, list, 'buang 4');

    expect(desk.last('desk.batch-unclear').mail.text).toContain('tidak ada dalam daftar');
    expect((await desk.store.deskBook.held(10)).map((mail) => mail.from)).toEqual([
      'promo@vendor.example',
      'undian@vendor.example',
      'baru@vendor.example',
    ]);
  });

  test('does nothing without a list', async () => {
    await digest();

    const { told } = await orders('buang 1');

    expect(told).not.toContain('desk.done → meja-layanan');
    expect((await desk.store.ledger.held()).length).toBe(3);
  });

  test('gives the list on demand', async () => {
    await digest();

    const { told } = await orders('karantina');

    expect(told).toEqual(['desk.quarantine → meja-layanan']);
    const dropped = await desk.answers(OFFICER, desk.last('desk.quarantine'), 'buang 2');
    expect(dropped.told).toEqual(['desk.done → meja-layanan']);
    expect((await desk.store.deskBook.held(10)).map((mail) => mail.from)).not.toContain('promo@vendor.example');
  });

  test('what a blocked address writes is ignored, counted, and free again with batal', async () => {
    await desk.answers(OFFICER, await digest(), 'blokir 3');

    expect((await stranger('undian', 'Anda menang lagi')).rule).toBe('blocked-sender');

    const undone = await desk.answers(OFFICER, desk.last('desk.done'), 'batal');
    expect(undone.told).toEqual(['desk.done → meja-layanan']);
    expect((await stranger('undian', 'Anda menang terus')).rule).toBe('outside-our-domains');
  });

  test('blocks a whole domain with all below it, and frees it again', async () => {
    const { told } = await orders('blokir domain vendor.example');

    expect(told).toEqual(['desk.done → meja-layanan']);
    expect(desk.last('desk.done').mail.text).toContain('Alamat *@vendor.example diblokir.');
    expect((await stranger('baru', 'Penawaran lagi')).rule).toBe('blocked-sender');
    expect(await desk.store.deskBook.isBlocked('a@surat.vendor.example')).toBe(true);
    expect(await desk.store.deskBook.isBlocked('a@lainvendor.example')).toBe(false);

    await orders('lepas domain vendor.example');

    expect((await stranger('baru', 'Penawaran terakhir')).rule).toBe('outside-our-domains');
  });

  test.each([
    ['co.id', 'dipakai banyak orang'],
    ['gmail.com', 'dipakai banyak orang'],
    ['kemenkeu.example', 'mudah dipalsukan'],
  ])('does not block the domain %s', async (domain, why) => {
    await orders(`blokir domain ${domain}`);

    expect(desk.last('desk.batch-unclear').mail.text).toContain(why);
    expect(await desk.store.deskBook.marked(10)).toEqual([]);
  });

  test('never blocks one of our own, who may have been forged', async () => {
    await desk.writes('mutia.zahra', { ...RESET, auth: 'failed' });
    desk.setClock('2026-11-23T07:31:00+07:00');
    await desk.ticks();

    await desk.answers(OFFICER, desk.last('desk.digest'), 'blokir 1');

    expect(desk.last('desk.batch-unclear').mail.text).toContain('mudah dipalsukan');
    expect((await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] })).rule).toBe('new-request');
  });

  test('is not for an employee who has got hold of the list', async () => {
    const list = await digest();

    await desk.answers('mutia.zahra', list, 'lepas 1');

    expect((await desk.store.ledger.held()).length).toBe(3);
  });
});

describe('an address that does not exist', () => {
  const bounce = (sent: Sent, status = '5.1.1') =>
    desk.arrives(
      [
        'Return-Path: <>',
        'From: MAILER-DAEMON@mx.kemenkeu.example',
        'To: servicedesk@kemenkeu.example',
        'Subject: Undelivered Mail Returned to Sender',
        `Message-ID: <bounce.${sent.key}@mx.kemenkeu.example>`,
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
        `Final-Recipient: rfc822; ${sent.to}`,
        'Action: failed',
        `Status: ${status}`,
        `Diagnostic-Code: smtp; 550 ${status} user unknown`,
        '',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: <${sent.mail.messageId}>`,
        'Subject: test',
        '',
        '--b--',
        '',
      ].join('\r\n'),
    );

  test('gets no letter again until the desk has cleared it; then what waited leaves', async () => {
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    const told = await bounce(desk.last('requester.received'));
    expect(told.told).toEqual(['desk.undeliverable → meja-layanan']);

    const resolved = await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: password sudah direset');
    expect(resolved.told).toEqual([]);
    expect((await desk.store.outbox.list({ state: 'parked', limit: 10 })).map((row) => row.parkedReason)).toEqual([
      'dead-address',
    ]);

    const freed = await orders('lepas mutia.zahra@kemenkeu.example');
    expect(freed.told).toContain('requester.resolved → mutia.zahra');
  });

  test('is not one whose mailbox is only full', async () => {
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    await bounce(desk.last('requester.received'), '5.2.2');

    const resolved = await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: password sudah direset');
    expect(resolved.told).toEqual(['requester.resolved → mutia.zahra']);
  });

  test('is never a mailbox of the office itself', async () => {
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
    await bounce(desk.last('team.assigned'));

    await desk.writes('rizki.amelia', { ...RESET, subject: 'Lupa sandi', cc: ['joyo.handoko'] });

    expect(await desk.store.outbox.list({ state: 'parked', limit: 10 })).toEqual([]);
  });
});

describe('fulfilment that the desk confirms', () => {
  const withDesk = (rulebook: Rulebook): Rulebook => ({
    ...rulebook,
    services: rulebook.services.map((service) => ({
      ...service,
      variants: service.variants.map((variant) => ({ ...variant, confirmFulfilment: 'desk' as const })),
    })),
  });

  beforeEach(async () => {
    await desk.close();
    desk = await openDesk({ rulebook: withDesk });
    await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });
  });

  test('is told to the requester only after its word', async () => {
    const resolved = await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: password sudah direset');
    expect(resolved.told).toEqual(['desk.confirm → meja-layanan']);

    const confirmed = await desk.answers(OFFICER, desk.last('desk.confirm'), 'konfirmasi');
    expect(confirmed.told).toEqual(['requester.resolved → mutia.zahra', 'desk.done → meja-layanan']);
    expect(desk.last('requester.resolved').mail.text).toContain('password sudah direset');
  });

  test.each(['selesai', 'sudah selesai, silakan ditutup', 'selesai: sudah kami cek'])(
    'is told as well where the desk says in a team’s words that it is done: “%s”',
    async (text) => {
      await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: password sudah direset');

      const confirmed = await desk.answers(OFFICER, desk.last('desk.confirm'), text);

      expect(confirmed.told).toEqual(['requester.resolved → mutia.zahra', 'desk.done → meja-layanan']);
    },
  );

  test('is not told by a word that it is not done yet', async () => {
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: password sudah direset');

    const said = await desk.answers(OFFICER, desk.last('desk.confirm'), 'belum selesai, besok dicek lagi');

    expect(said.told).not.toContain('requester.resolved → mutia.zahra');
  });

  test('goes back to a team where the desk is not content', async () => {
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: password sudah direset');

    const back = await desk.answers(OFFICER, desk.last('desk.confirm'), 'alihkan: RFT-AKUN');

    expect(back.told).toContain('team.assigned → rft-akun');
    expect(back.told).not.toContain('requester.resolved → mutia.zahra');
  });

  test('asks nobody whether all is well while the desk has not spoken', async () => {
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: password sudah direset');
    desk.pass(10 * 24 * HOUR);

    expect(toldOf(await desk.ticks())).toEqual([]);
  });
});

test('a complaint goes to the desk with what the same person asked before', async () => {
  await desk.writes('mutia.zahra', { ...RESET, cc: ['joyo.handoko'] });

  const { told } = await desk.writes('mutia.zahra', {
    subject: 'Keluhan',
    text: 'Saya kecewa dengan pelayanan service desk. Sudah tiga hari lambat dilayani dan tidak ada kabar.',
  });

  expect(told).toContain('desk.complaint → meja-layanan');
  expect(desk.last('desk.complaint').mail.text).toMatch(/SR-261123-0001-\d .*: dikerjakan tim Akun dan Email/);
});
