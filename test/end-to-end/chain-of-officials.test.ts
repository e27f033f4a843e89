/** The four procedures of Kalbar's e-mail service, each run to its end by people who only reply. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { HOUR } from '../../src/shared/time.ts';
import { nameOf, openDesk, type Desk, type Outcome, type Written } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ organisation: 'kalbar' });
});
afterEach(() => desk.close());

const at = (who: string): string => `${who}@kalbarprov.example`;
const RUDI = at('adminit.dinkes');
const numberOf = (outcome: Outcome): string => outcome.decision.tickets[0]?.number ?? '';
const statusOf = async (number: string): Promise<string> => (await desk.ticket(number)).state.status;
const paper = (filename: string) => ({ filename, type: 'application/pdf', content: Buffer.from('%PDF-1.4 surat') });

const BY_MESSAGE: Written = {
  subject: 'Reset sandi email',
  text: 'Berikut daftar nama pegawai Dinas Kesehatan yang lupa email dan sandi, mohon direset: Yuliana dan Dedi.',
};
const BY_LETTER: Written = {
  subject: 'Surat reset sandi email',
  text: 'Terlampir surat Kepala OPD yang berisi nama dan NIP pegawai yang lupa sandi email.',
  attachments: [paper('surat kepala opd reset email.pdf')],
};
const SIGN_UP: Written = {
  subject: 'Sign Up email PNS baru',
  text: 'Kami sudah mengisi form Sign Up email di kalbarprov.go.id untuk dua PNS baru, mohon dicek.',
};
const FORM: Written = {
  subject: 'Pengajuan email PNS',
  text: 'Kepala OPD mengajukan pembuatan email kedinasan untuk 12 pegawai, Formulir Pengajuan Email PNS terlampir.',
  attachments: [paper('Formulir Pengajuan Email PNS.pdf')],
};

/** The official answers the letter of his step. */
const confirms = (who: string, words = 'Setuju, teruskan.'): Promise<Outcome> =>
  desk.answers(at(who), desk.last('approver.chain-step', at(who)), words);
const done = (words: string): Promise<Outcome> => desk.answers(at('admin.email'), desk.last('team.assigned'), words);
const toldShort = ({ told }: Outcome): readonly string[] => told;

describe('each procedure runs to its end', () => {
  it('forgotten passwords by message: section, administrator, section, requester', async () => {
    const opened = await desk.writes(RUDI, BY_MESSAGE);
    expect(toldShort(opened)).toEqual(['requester.received → adminit.dinkes', 'approver.chain-step → kasi.tatakelola']);
    expect((await confirms('kasi.tatakelola')).told).toEqual([
      'requester.progress → adminit.dinkes',
      'team.assigned → admin.email',
    ]);
    expect((await done('selesai: dua akun sudah direset.')).told).toEqual(['approver.chain-step → kasi.tatakelola']);
    expect(desk.last('approver.chain-step').mail.text).toContain('dua akun sudah direset');
    expect(await statusOf(numberOf(opened))).toBe('awaiting-approval');
    expect((await confirms('kasi.tatakelola')).told).toEqual(['requester.resolved → adminit.dinkes']);
    expect(desk.last('requester.resolved').mail.text).toContain('dua akun sudah direset');
    expect(await statusOf(numberOf(opened))).toBe('resolved');
  });

  it.each([
    ['forgotten passwords', BY_LETTER],
    ['new accounts', FORM],
  ])('%s by letter: head, division, section, administrator, and back up again', async (_what, mail) => {
    const opened = await desk.writes(RUDI, mail);
    const way: string[] = [];
    for (const who of ['kepala.diskominfo', 'kabid.aptika', 'kasi.tatakelola']) way.push(...(await confirms(who)).told);
    way.push(...(await done('selesai: akun sudah dibuat, daftar dalam amplop tertutup.')).told);
    for (const who of ['kasi.tatakelola', 'kabid.aptika', 'kepala.diskominfo']) way.push(...(await confirms(who)).told);
    expect(way).toEqual([
      'approver.chain-step → kabid.aptika',
      'approver.chain-step → kasi.tatakelola',
      'requester.progress → adminit.dinkes',
      'team.assigned → admin.email',
      'approver.chain-step → kasi.tatakelola',
      'approver.chain-step → kabid.aptika',
      'approver.chain-step → kepala.diskominfo',
      'requester.resolved → adminit.dinkes',
    ]);
    const { state } = await desk.ticket(numberOf(opened));
    expect(state.status).toBe('resolved');
    expect(state.approvedBy).toHaveLength(6);
    const events = await desk.store.tickets.events((await desk.ticket(numberOf(opened))).number);
    expect(events.flatMap((event) => (event.type === 'ApprovalAsked' ? [event.step] : []))).toEqual([1, 2, 3, 4, 5, 6]);
    const closed = await desk.answers(RUDI, desk.last('requester.resolved'), 'Sudah bisa, terima kasih.');
    expect(await statusOf(numberOf(closed))).toBe('closed');
  });

  it('accounts signed up for: section, administrator, requester', async () => {
    const opened = await desk.writes(RUDI, SIGN_UP);
    await confirms('kasi.tatakelola');
    expect((await done('selesai: data kedua PNS sudah dicek.')).told).toEqual(['requester.resolved → adminit.dinkes']);
    expect(await statusOf(numberOf(opened))).toBe('resolved');
  });
});

describe('an official', () => {
  it('refuses: the requester hears why, and nobody further is asked', async () => {
    const opened = await desk.writes(RUDI, BY_LETTER);
    await confirms('kepala.diskominfo');
    const no = await confirms('kabid.aptika', 'Tidak setuju, suratnya bukan untuk bidang kami.');
    expect(no.told).toEqual(['requester.refused → adminit.dinkes']);
    expect(desk.last('requester.refused').mail.text).toContain('bukan untuk bidang kami');
    expect(await statusOf(numberOf(opened))).toBe('rejected');
  });

  it('gives an incomplete form back; completed, it comes to him again and not to those before him', async () => {
    const opened = await desk.writes(RUDI, FORM);
    await confirms('kepala.diskominfo');
    await confirms('kabid.aptika');
    const back = await confirms('kasi.tatakelola', 'Tidak setuju, formulirnya belum ditandatangani.');
    expect(back.told).toEqual(['requester.returned → adminit.dinkes']);
    expect(await statusOf(numberOf(opened))).toBe('incomplete');
    const again = await desk.answers(RUDI, desk.last('requester.returned'), 'Berikut formulir yang sudah lengkap.', {
      attachments: [paper('Formulir Pengajuan Email PNS lengkap.pdf')],
    });
    expect(again.told).toContain('approver.chain-step → kasi.tatakelola');
    expect(again.told).not.toContain('approver.chain-step → kepala.diskominfo');
    expect((await confirms('kasi.tatakelola')).told).toContain('team.assigned → admin.email');
  });

  it('gives a result back to be mended; the way back begins anew', async () => {
    const opened = await desk.writes(RUDI, BY_LETTER);
    for (const who of ['kepala.diskominfo', 'kabid.aptika', 'kasi.tatakelola']) await confirms(who);
    await done('selesai: sandi sudah direset.');
    await confirms('kasi.tatakelola');
    const mend = await confirms('kabid.aptika', 'Tidak setuju, NIP pada baris kedua keliru.');
    expect(mend.told).toEqual(['team.stop → admin.email']);
    expect(desk.last('team.stop').mail.text).toContain('NIP pada baris kedua keliru');
    expect(await statusOf(numberOf(opened))).toBe('assigned');
    const mended = await desk.answers(at('admin.email'), desk.last('team.stop'), 'selesai: NIP sudah diperbaiki.');
    expect(mended.told).toEqual(['approver.chain-step → kasi.tatakelola']);
    for (const who of ['kasi.tatakelola', 'kabid.aptika', 'kepala.diskominfo']) await confirms(who);
    expect(desk.last('requester.resolved').mail.text).toContain('NIP sudah diperbaiki');
  });

  it('cannot answer for another, nor twice, nor by a letter of the way out on the way back', async () => {
    const opened = await desk.writes(RUDI, BY_MESSAGE);
    const out = desk.last('approver.chain-step', at('kasi.tatakelola'));
    await desk.answers(at('kabid.aptika'), out, 'Setuju');
    expect(await statusOf(numberOf(opened))).toBe('awaiting-approval');
    await confirms('kasi.tatakelola');
    await done('selesai: direset.');
    const replayed = await desk.answers(at('adminit.dinkes'), out, 'Setuju');
    expect(replayed.told).not.toContain('requester.resolved → adminit.dinkes');
    expect(await statusOf(numberOf(opened))).toBe('awaiting-approval');
  });

  it('does not let the result pass by a second answer to the letter of the way out; he is shown it again', async () => {
    const opened = await desk.writes(RUDI, BY_MESSAGE);
    const out = desk.last('approver.chain-step', at('kasi.tatakelola'));
    await confirms('kasi.tatakelola');
    await done('selesai: dua akun direset.');
    const again = await desk.answers(at('kasi.tatakelola'), out, 'Setuju, silakan.');
    expect(again.told).toEqual(['approver.chain-step → kasi.tatakelola']);
    expect(again.letters[0]?.mail.text).toContain('dua akun direset');
    expect(await statusOf(numberOf(opened))).toBe('awaiting-approval');
    expect((await confirms('kasi.tatakelola')).told).toEqual(['requester.resolved → adminit.dinkes']);
  });

  it('is asked back by a letter that shows the result again and says why he gets it', async () => {
    await desk.writes(RUDI, BY_MESSAGE);
    await confirms('kasi.tatakelola');
    await done('selesai: dua akun direset.');
    expect((await confirms('kasi.tatakelola', 'Sudah saya lihat.')).told).toEqual([
      'approver.ask-word → kasi.tatakelola',
    ]);
    const { text } = desk.last('approver.ask-word').mail;
    expect(text).toContain('> dua akun direset');
    expect(text).toContain('untuk memeriksa hasil reset sebelum dikabarkan kepada Admin IT OPD');
    expect(text).not.toContain('mencantumkan Bapak sebagai atasan');
  });

  it('does not let a mended result pass by the letter that showed the one before', async () => {
    const opened = await desk.writes(RUDI, BY_MESSAGE);
    await confirms('kasi.tatakelola');
    await done('selesai: satu akun direset.');
    const first = desk.last('approver.chain-step', at('kasi.tatakelola'));
    await confirms('kasi.tatakelola', 'Tidak setuju, akun kedua belum.');
    await desk.answers(at('admin.email'), desk.last('team.stop'), 'selesai: kedua akun direset.');
    await desk.answers(at('kasi.tatakelola'), first, 'Setuju, silakan diteruskan.');
    expect(await statusOf(numberOf(opened))).toBe('awaiting-approval');
    expect(desk.last('approver.chain-step').mail.text).toContain('kedua akun direset');
  });

  it('who does not answer is reminded, the desk is told, and nothing is dropped by the clock', async () => {
    const opened = await desk.writes(RUDI, BY_LETTER);
    expect(await until('2026-12-15T12:00:00+07:00')).toEqual([
      'approver.reminder → kepala.diskominfo',
      'approver.reminder → kepala.diskominfo',
      'desk.reminder → meja-layanan',
    ]);
    expect(await statusOf(numberOf(opened))).toBe('awaiting-approval');
    expect((await confirms('kepala.diskominfo')).told).toEqual(['approver.chain-step → kabid.aptika']);
  });

  it('is passed over where the rule of his step says so, on both ways', async () => {
    await desk.close();
    desk = await openDesk({ organisation: 'kalbar', rulebook: skipping });
    const opened = await desk.writes(RUDI, BY_MESSAGE);
    expect(await until('2026-11-27T12:00:00+07:00')).toEqual([
      'approver.reminder → kasi.tatakelola',
      'approver.reminder → kasi.tatakelola',
      'desk.approval → meja-layanan',
      'requester.progress → adminit.dinkes',
      'team.assigned → admin.email',
    ]);
    await done('selesai: direset.');
    expect(await until('2026-12-03T12:00:00+07:00')).toContain('requester.resolved → adminit.dinkes');
    expect(await statusOf(numberOf(opened))).toBe('resolved');
  });
});

/** Goes on hour by hour and tells the letters of the clock. */
async function until(iso: string): Promise<readonly string[]> {
  const told: string[] = [];
  while (desk.now() < Date.parse(iso)) {
    desk.pass(HOUR);
    told.push(...(await desk.ticks()).map((sent) => `${sent.template} → ${nameOf(sent.to)}`));
  }
  return told;
}

function skipping(rulebook: Rulebook): Rulebook {
  const services = rulebook.services.map((service) => ({
    ...service,
    variants: service.variants.map((variant) => {
      const { chain } = variant;
      const skip = (links: NonNullable<typeof chain>['onward']) =>
        links.map((link) => ({ ...link, onSilence: 'skip' as const }));
      return chain ? { ...variant, chain: { onward: skip(chain.onward), back: skip(chain.back) } } : variant;
    }),
  }));
  return { ...rulebook, services };
}
