/** A requester who puts a number right while the desk has his ticket: the desk decides by the new number, and nothing else is decided. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { USUAL_AUTHENTICATION, type Action } from '../../src/rulebook/authentication.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { openDesk, type Authentication, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ whenAbsent: 'desk' });
});
afterEach(() => desk.close());

const WHO = 'lukman.sardi';
const OFFICER = 'meja-layanan';
const INDIVIDUAL = 'ITSM.8/pembuatan-akun-individu';
const COLLECTIVE = 'ITSM.8/pembuatan-akun-kolektif';
const CORRECTION = 'maaf, akunnya 45 bukan 25';
const TOLD = ['requester.progress → lukman.sardi', 'desk.triage → meja-layanan'];
const stateOf = async (number: string) => (await desk.ticket(number)).state;
const opened = ({ decision }: Outcome): string => decision.tickets[0]?.number ?? '';

async function accounts(cc: string, auth: Authentication = 'aligned'): Promise<string> {
  return opened(
    await desk.writes(WHO, {
      subject: 'Pembuatan akun email',
      text: 'Mohon dibuatkan 25 akun email kedinasan untuk pegawai mutasi masuk di unit kami, daftar nama menyusul.',
      cc: [cc],
      auth,
    }),
  );
}

const says = (text: string, auth: Authentication = 'aligned'): Promise<Outcome> =>
  desk.answers(WHO, desk.last('requester.received'), text, { auth });
const byNumber = (number: string, text: string, auth: Authentication): Promise<Outcome> =>
  desk.writes(WHO, { subject: `Re: [${number}]`, text, auth });
const orders = (text: string): Promise<Outcome> => desk.answers(OFFICER, desk.last('desk.triage'), text);

const withAbsent =
  (absent: readonly Action[]) =>
  (rulebook: Rulebook): Rulebook => ({
    ...rulebook,
    authentication: { ...USUAL_AUTHENTICATION, may: { ...USUAL_AUTHENTICATION.may, absent } },
  });

describe('a number put right while the desk looks at the superior', () => {
  it('stands on the ticket, which stays with the desk; both hear of it in one letter each', async () => {
    const number = await accounts('orang.baru');
    expect(await stateOf(number)).toMatchObject({ status: 'triage', deskReason: 'superior-unknown', quantity: 25 });

    const { told } = await says('Ralat: jumlahnya 28 akun, bukan 25.');

    expect(told).toEqual(TOLD);
    expect(await stateOf(number)).toMatchObject({
      status: 'triage',
      deskReason: 'superior-unknown',
      variant: INDIVIDUAL,
      quantity: 28,
    });
    const toHim = desk.last('requester.progress').mail.text;
    expect(toHim).toContain('Jumlahnya sudah kami ubah menjadi 28 akun');
    expect(toHim).toContain('Alamat atasan pada Cc belum kami kenal');
    expect(toHim).not.toContain('dikerjakan tim');
    const toDesk = desk.last('desk.triage').mail.text;
    expect(toDesk).toContain('menjadi 28 akun (semula 25)');
    expect(toDesk).toContain('Jumlah: 28 akun');
    expect(toDesk).toContain('jumlahnya 28 akun, bukan 25');
  });

  it('beyond the variant makes the desk’s digit mean the other one, with all that the catalogue asks for it', async () => {
    const number = await accounts('orang.baru');
    const first = desk.last('desk.triage');

    expect((await says(CORRECTION)).told).toEqual(TOLD);

    expect(await stateOf(number)).toMatchObject({ status: 'triage', variant: COLLECTIVE, quantity: 45 });
    expect(desk.last('desk.triage').mail.text).toMatch(/1\. .*Kolektif/);
    const { told } = await desk.answers(OFFICER, first, '1');
    expect(told).toContain('requester.incomplete → lukman.sardi');
    expect(await stateOf(number)).toMatchObject({
      status: 'incomplete',
      variant: COLLECTIVE,
      missing: ['lampiran-akun-kolektif'],
    });
  });

  it('is put right once more before the desk decides', async () => {
    const number = await accounts('orang.baru');
    await says(CORRECTION);

    await desk.answers(WHO, desk.last('requester.progress'), 'maaf, ralat lagi: cukup 28 akun');

    expect(desk.last('desk.triage').mail.text).toContain('menjadi 28 akun (semula 45)');
    expect(await stateOf(number)).toMatchObject({ status: 'triage', variant: INDIVIDUAL, quantity: 28, missing: [] });
    await orders('1');
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', variant: INDIVIDUAL, quantity: 28 });
  });
});

describe('a number put right again in the same words', () => {
  it('is confirmed each time: silence would leave the requester with the number before', async () => {
    const number = await accounts('orang.baru');
    await says('Maaf, akunnya 28 bukan 25.');

    const { told } = await says('Maaf, akunnya 27 bukan 28.');

    expect(told).toEqual(TOLD);
    expect(await stateOf(number)).toMatchObject({ quantity: 27 });
    expect((await says('Maaf, akunnya 27 bukan 28.')).told).not.toContain('requester.progress → lukman.sardi');
  });

  it('is asked for what more of them need', async () => {
    const number = opened(
      await desk.writes(WHO, {
        subject: 'Pembuatan akun email',
        text: 'Mohon dibuatkan 25 akun email kedinasan untuk pegawai mutasi masuk di unit kami.',
        cc: ['dewi.anjarwati'],
      }),
    );
    await says('Maaf, akunnya 28 bukan 25.');

    const { told } = await says('Maaf, akunnya 45 bukan 28.');

    expect(await stateOf(number)).toMatchObject({ status: 'incomplete', quantity: 45 });
    expect(told).toContain('requester.incomplete → lukman.sardi');
  });
});

describe('a sender of whom we are not sure', () => {
  it('changes nothing, however doubtful the first mail was: whoever forged that one could forge this one', async () => {
    const number = await accounts('dewi.anjarwati', 'absent');
    expect(await stateOf(number)).toMatchObject({ status: 'triage', deskReason: 'sender-not-authenticated' });

    const { told } = await byNumber(number, 'Ralat: jumlahnya 28 akun, bukan 25.', 'absent');

    expect(told).toEqual(['desk.reply-unclear → meja-layanan']);
    expect(await stateOf(number)).toMatchObject({ status: 'triage', quantity: 25 });
    const letter = desk.last('desk.reply-unclear').mail.text.replace(/\s+/g, ' ');
    expect(letter).toContain('Belum kami ubah, karena kami belum yakin emailnya memang dari pemohon.');
    expect(letter).toContain('jumlah: 28');

    await desk.answers(OFFICER, desk.last('desk.reply-unclear'), 'jumlah: 28');
    expect(await stateOf(number)).toMatchObject({
      status: 'triage',
      deskReason: 'sender-not-authenticated',
      quantity: 28,
    });
  });

  it('puts it right by the answer to our letter, whose token went to him alone', async () => {
    const number = await accounts('dewi.anjarwati', 'absent');

    const { told } = await says('Ralat: jumlahnya 28 akun, bukan 25.', 'absent');

    expect(told).toEqual(TOLD);
    expect(await stateOf(number)).toMatchObject({
      status: 'triage',
      deskReason: 'sender-not-authenticated',
      quantity: 28,
    });
  });

  it('puts it right where the table lets this grade change a ticket', async () => {
    await desk.close();
    desk = await openDesk({ whenAbsent: 'desk', rulebook: withAbsent(['close']) });
    const number = await accounts('dewi.anjarwati', 'absent');

    expect((await byNumber(number, 'Ralat: jumlahnya 28 akun, bukan 25.', 'absent')).told).toEqual(TOLD);
    expect(await stateOf(number)).toMatchObject({ quantity: 28 });
  });

  it('changes nothing where he is less sure: the desk has the word that would', async () => {
    const number = await accounts('orang.baru');

    const { told } = await byNumber(number, CORRECTION, 'absent');

    expect(told).toEqual(['desk.reply-unclear → meja-layanan']);
    expect(await stateOf(number)).toMatchObject({ status: 'triage', quantity: 25 });
    const letter = desk.last('desk.reply-unclear');
    expect(letter.mail.text).toContain('45 akun, bukan 25');
    expect(letter.mail.text).toContain('\njumlah: 45\n');

    await desk.answers(OFFICER, letter, 'jumlah: 45');

    expect(await stateOf(number)).toMatchObject({
      status: 'triage',
      deskReason: 'superior-unknown',
      variant: COLLECTIVE,
      quantity: 45,
    });
    expect(desk.last('desk.done').mail.text).toContain('dibetulkan menjadi 45 akun');
  });

  it('is answered by the same word while a team works', async () => {
    const number = await accounts('dewi.anjarwati');
    await byNumber(number, 'Ralat: jumlahnya 28 akun, bukan 25.', 'absent');

    await desk.answers(OFFICER, desk.last('desk.reply-unclear'), 'jumlah: 28');

    expect(await stateOf(number)).toMatchObject({ status: 'assigned', quantity: 28 });
  });
});

describe('the desk itself', () => {
  it('puts the number right without letting the ticket pass, and takes it back', async () => {
    const number = await accounts('orang.baru');

    const { told } = await orders('jumlah: 45');

    expect(told).toEqual(['requester.progress → lukman.sardi', 'desk.done → meja-layanan']);
    expect(await stateOf(number)).toMatchObject({ status: 'triage', variant: COLLECTIVE, quantity: 45 });

    await desk.answers(OFFICER, desk.last('desk.done'), 'batal');

    expect(await stateOf(number)).toMatchObject({
      status: 'triage',
      deskReason: 'superior-unknown',
      variant: INDIVIDUAL,
      quantity: 25,
    });
    await orders('1');
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', variant: INDIVIDUAL });
  });
});

describe('a ticket whose service is not sure yet', () => {
  it('counts what its best guess counts', async () => {
    const { decision } = await desk.writes(WHO, {
      subject: 'Mohon bantuan',
      text: 'Mohon diproses akun email 25 pegawai kami.',
      cc: ['dewi.anjarwati'],
    });
    const number = decision.tickets[0]?.number ?? '';
    const before = await stateOf(number);
    expect(before).toMatchObject({ status: 'triage', variant: null });

    const { told } = await says(CORRECTION);

    expect(told).toEqual(TOLD);
    expect(await stateOf(number)).toMatchObject({ status: 'triage', variant: null, quantity: 45 });
    await orders('2');
    expect(await stateOf(number)).toMatchObject({ status: 'incomplete', variant: COLLECTIVE });
  });
});

describe('a ticket that might be of several services', () => {
  it('has its number put right by the desk’s word all the same', async () => {
    const number = opened(
      await desk.writes(WHO, {
        subject: 'Mohon bantuan',
        text: 'Mohon ditindaklanjuti permintaan perangkat lunak untuk 12 laptop.',
        cc: ['dewi.anjarwati'],
      }),
    );
    expect(await stateOf(number)).toMatchObject({ status: 'triage', service: null });
    expect(desk.last('desk.triage').mail.text).toMatch(/1\. .*Kolektif/);

    await byNumber(number, 'Ralat: 3 laptop, bukan 12.', 'absent');
    await desk.answers(OFFICER, desk.last('desk.reply-unclear'), 'jumlah: 3');

    expect(await stateOf(number)).toMatchObject({ status: 'triage', service: null, quantity: 3 });
    await orders('1');
    expect((await stateOf(number)).variant).toMatch(/individu$/);
  });
});

describe('what somebody had agreed to before a team handed it back', () => {
  it('counts no more for another number: once the desk has chosen, he is asked anew', async () => {
    await desk.close();
    desk = await openDesk({
      rulebook: (rulebook: Rulebook) => ({ ...rulebook, settings: { ...rulebook.settings, ccOnlyNeedsReply: true } }),
    });
    const number = opened(
      await desk.writes(WHO, {
        subject: 'Instalasi aplikasi',
        text: 'Mohon instalasi aplikasi SPSS pada 2 laptop pegawai di bagian kami. Perangkat lunak yang diperlukan: SPSS 29.',
        cc: ['dewi.anjarwati'],
      }),
    );
    const shown = desk.last('approver.please-approve');
    await desk.answers('dewi.anjarwati', shown, 'Setuju.');
    await desk.answers('rft-perangkat', desk.last('team.assigned'), 'Ini bukan ranah kami.');
    expect(await stateOf(number)).toMatchObject({ status: 'triage', deskReason: 'handed-back' });

    const { told } = await desk.answers(WHO, desk.last('requester.progress'), 'Maaf salah, seharusnya 3 laptop.');

    expect(told).toEqual(TOLD);
    expect(await stateOf(number)).toMatchObject({ status: 'triage', quantity: 3, approval: { answer: 'void' } });
    await orders('1');
    expect((await stateOf(number)).status).toBe('awaiting-approval');
    await desk.answers('dewi.anjarwati', shown, 'Setuju.');
    expect((await stateOf(number)).status).toBe('awaiting-approval');
    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Setuju.');
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', quantity: 3 });
  });
});
