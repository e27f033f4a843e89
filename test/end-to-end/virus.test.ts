/** What a virus scanner says of a mail: nobody gets what it knows, and what it has not seen goes on with a warning or waits. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scanning, type MailScanner } from '../../src/mail-scanner.ts';
import type { ScanVerdict } from '../../src/scan/scanner.ts';
import { silentLog } from '../../src/shared/log.ts';
import { openDesk, type Desk, type Written } from './desk.ts';

let desk: Desk;
afterEach(() => desk.close());

const RESET: Written = {
  subject: 'Lupa password',
  text: 'Mohon reset password email saya, saya lupa passwordnya.',
  cc: ['joyo.handoko'],
  attachments: [{ filename: 'layar.txt', type: 'text/plain', content: Buffer.from('isi') }],
};
const scanner = (verdict: ScanVerdict, whenAway: 'pass' | 'hold' = 'pass'): MailScanner =>
  scanning({ scan: async () => verdict }, { whenAway, log: silentLog });
const AWAY: ScanVerdict = { kind: 'unknown', why: 'ECONNREFUSED' };

describe('a mail in which the scanner finds something', () => {
  beforeEach(async () => {
    desk = await openDesk({ scanner: scanner({ kind: 'infected', name: 'Test.Signature' }) });
  });

  it('is held with its papers; its sender hears why, no team gets it', async () => {
    const { told, decision } = await desk.writes('mutia.zahra', RESET);

    expect(decision.disposition).toEqual({ kind: 'hold', reason: 'infected' });
    expect(told).toEqual(['requester.withheld → mutia.zahra']);
    expect(desk.last('requester.withheld').mail.text).toContain('terdeteksi berbahaya');
    expect(await desk.statuses()).toEqual([]);
  });

  it('is not answered where nothing shows who sent it', async () => {
    expect((await desk.writes('mutia.zahra', { ...RESET, auth: 'absent' })).told).toEqual([]);
  });

  it('goes on as it is without attachments: there is nothing to look at', async () => {
    const { told } = await desk.writes('mutia.zahra', { ...RESET, attachments: [] });

    expect(told[0]).toBe('requester.received → mutia.zahra');
  });
});

describe('a mail that the scanner has not seen', () => {
  it('goes on with a warning for whoever opens it', async () => {
    desk = await openDesk({ scanner: scanner(AWAY) });
    const { told } = await desk.writes('mutia.zahra', RESET);

    expect(told).toContain('team.assigned → rft-akun');
    expect(desk.last('team.assigned').mail.text).toContain('Lampiran (belum diperiksa antivirus):');
  });

  it('waits for a person where the office wants that, and its sender hears it', async () => {
    desk = await openDesk({ scanner: scanner(AWAY, 'hold') });
    const { told, decision } = await desk.writes('mutia.zahra', RESET);

    expect(decision.disposition).toEqual({ kind: 'hold', reason: 'not-scanned' });
    expect(told).toEqual(['requester.withheld → mutia.zahra']);
  });

  it('is released by the desk like any other', async () => {
    desk = await openDesk({ scanner: scanner(AWAY, 'hold') });
    await desk.writes('mutia.zahra', RESET);
    await desk.writes('meja-layanan', { subject: 'karantina', text: 'karantina' });
    await desk.answers('meja-layanan', desk.last('desk.quarantine'), 'lepas 1');

    expect((await desk.statuses())[0]).toContain('assigned');
  });
});

it('says nothing of a mail that is clean', async () => {
  desk = await openDesk({ scanner: scanner({ kind: 'clean' }) });
  await desk.writes('mutia.zahra', RESET);

  expect(desk.last('team.assigned').mail.text).toContain('Lampiran:');
});
