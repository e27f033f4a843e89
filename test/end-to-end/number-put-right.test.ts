/** A requester who puts right how many: beyond the bounds of the variant it is another one, with all that the catalogue asks for it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const WHO = 'lukman.sardi';
const INDIVIDUAL = 'ITSM.8/pembuatan-akun-individu';
const COLLECTIVE = 'ITSM.8/pembuatan-akun-kolektif';
const stateOf = async (number: string) => (await desk.ticket(number)).state;

async function accounts(count: number): Promise<string> {
  const { decision } = await desk.writes(WHO, {
    subject: 'Pembuatan akun email',
    text: `Mohon dibuatkan ${count} akun email kedinasan untuk pegawai mutasi masuk di unit kami, daftar nama menyusul.`,
    cc: ['dewi.anjarwati'],
  });
  return decision.tickets[0]?.number ?? '';
}

const says = (text: string, letter: Parameters<Desk['last']>[0] = 'requester.received'): Promise<Outcome> =>
  desk.answers(WHO, desk.last(letter), text);

describe('more than the variant holds, while a team works', () => {
  it('is another variant: he hears what is missing now, and the team that it has to wait', async () => {
    const number = await accounts(25);
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', variant: INDIVIDUAL });

    const { told } = await says('maaf, akunnya 45 bukan 25');

    expect(told).toEqual(['requester.incomplete → lukman.sardi', 'team.news → rft-akun']);
    expect(await stateOf(number)).toMatchObject({
      status: 'incomplete',
      variant: COLLECTIVE,
      quantity: 45,
      missing: ['lampiran-akun-kolektif'],
    });
    const letter = desk.last('requester.incomplete').mail.text;
    expect(letter).toContain('Jumlahnya sudah kami ubah menjadi 45 akun; untuk itu mohon lengkapi hal berikut');
    expect(letter).toContain('Format Lampiran Akun Individu Secara Kolektif');
    expect(letter).toContain('5 hari kerja sejak semuanya lengkap');
    expect(desk.last('team.news').mail.text).toContain('mengubah jumlahnya menjadi 45 akun');
  });

  it('goes on by the level of the new variant once it is complete, and the superior hears of all of it', async () => {
    const number = await accounts(25);
    await says('maaf, akunnya 45 bukan 25');

    desk.setClock('2026-11-23T13:00:00+07:00');
    const { told } = await desk.answers(WHO, desk.last('requester.incomplete'), 'Terlampir daftarnya.', {
      attachments: [
        {
          filename: 'Lampiran Akun Individu Secara Kolektif.txt',
          type: 'text/plain',
          content: Buffer.from('daftar akun'),
        },
      ],
    });

    expect(told).toEqual([
      'requester.progress → lukman.sardi',
      'team.assigned → rft-akun',
      'superior.for-information → dewi.anjarwati',
    ]);
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', variant: COLLECTIVE });
    expect(desk.last('requester.progress').mail.text).toContain('Senin, 30 November 2026');
    expect(desk.last('superior.for-information').mail.text).toContain('45 akun');
  });

  it('is taken back as it came', async () => {
    const number = await accounts(25);
    await says('maaf, akunnya 45 bukan 25');

    const { told } = await says('maaf, ralat lagi: cukup 28 akun', 'requester.incomplete');

    expect(told).toEqual([
      'requester.progress → lukman.sardi',
      'team.assigned → rft-akun',
      'superior.for-information → dewi.anjarwati',
    ]);
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', variant: INDIVIDUAL, quantity: 28 });
  });

  it('is told to whoever asks why', async () => {
    const number = await accounts(25);
    await says('maaf, akunnya 45 bukan 25');

    await desk.writes('meja-layanan', { subject: 'tanya', text: `kenapa ${number}` });

    const { text } = desk.last('desk.why').mail;
    expect(text).toContain('- ticket/quantity: 25 \u2192 45');
    expect(text).toContain(`- ticket/variant: ${INDIVIDUAL} \u2192 ${COLLECTIVE}`);
  });

  it('counts from nobody who is not surely the requester', async () => {
    const number = await accounts(25);

    const text = 'maaf, akunnya 45 bukan 25';
    const forged = await desk.writes(WHO, { subject: `Re: [${number}]`, text, auth: 'absent' });

    expect(forged.told).toEqual(['desk.reply-unclear → meja-layanan']);
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', variant: INDIVIDUAL, quantity: 25 });
  });
});

describe('within what the variant holds', () => {
  it('changes the number: the team has the words, and he hears that it is noted', async () => {
    const number = await accounts(25);

    const { told } = await says('Ralat: jumlahnya 28 akun, bukan 25.');

    expect(told).toEqual(['requester.progress → lukman.sardi', 'team.message → rft-akun']);
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', variant: INDIVIDUAL, quantity: 28 });
    expect(desk.last('requester.progress').mail.text).toContain('Jumlahnya sudah kami ubah menjadi 28 akun');
  });

  it('counts while something is missing, too', async () => {
    const { decision } = await desk.writes(WHO, {
      subject: 'Pembuatan akun email',
      text: 'Mohon dibuatkan 5 akun email kedinasan untuk pegawai mutasi masuk di unit kami.',
    });
    const number = decision.tickets[0]?.number ?? '';

    await says('Maaf, 6 akun bukan 5.', 'requester.incomplete');

    expect(await stateOf(number)).toMatchObject({ status: 'incomplete', variant: INDIVIDUAL, quantity: 6 });
    expect(desk.last('requester.incomplete').mail.text).toContain('Jumlah: 6 akun');
  });
});

describe('what somebody has agreed to', () => {
  const install = async (count: number): Promise<string> => {
    await desk.close();
    desk = await openDesk({
      rulebook: (rulebook: Rulebook) => ({ ...rulebook, settings: { ...rulebook.settings, ccOnlyNeedsReply: true } }),
    });
    const { decision } = await desk.writes(WHO, {
      subject: 'Instalasi aplikasi',
      text: `Mohon instalasi aplikasi SPSS pada ${count} laptop pegawai di bagian kami. Perangkat lunak yang diperlukan: SPSS 29.`,
      cc: ['dewi.anjarwati'],
    });
    return decision.tickets[0]?.number ?? '';
  };
  const agrees = (): Promise<Outcome> =>
    desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Setuju.');

  it('counts no more for another number, within the bounds as well', async () => {
    const number = await install(2);
    const first = desk.last('approver.please-approve');
    await agrees();
    expect((await stateOf(number)).status).toBe('assigned');

    const { told } = await says('Maaf salah, seharusnya 3 laptop.', 'requester.progress');

    expect(told).toEqual([
      'requester.progress → lukman.sardi',
      'team.news → rft-perangkat',
      'approver.please-approve → dewi.anjarwati',
    ]);
    expect(desk.last('approver.please-approve').mail.text).toContain('Jumlah: 3 perangkat');
    expect((await stateOf(number)).status).toBe('awaiting-approval');
    await desk.answers('dewi.anjarwati', first, 'Setuju, silakan.');
    expect((await stateOf(number)).status).toBe('awaiting-approval');
    await agrees();
    expect(await stateOf(number)).toMatchObject({ status: 'assigned', quantity: 3 });
  });

  it('is asked anew once what the other variant asks is there', async () => {
    const number = await install(3);
    await agrees();

    await says('Maaf salah, seharusnya 7 laptop.', 'requester.progress');

    expect(await stateOf(number)).toMatchObject({
      status: 'incomplete',
      variant: 'ITSM.10/instalasi-kolektif',
      missing: ['daftar-sn-bmn'],
    });
    await desk.answers(WHO, desk.last('requester.incomplete'), 'Terlampir daftar serial number dan kode BMN.', {
      attachments: [
        { filename: 'Daftar serial number dan kode BMN.txt', type: 'text/plain', content: Buffer.from('daftar') },
      ],
    });
    expect((await stateOf(number)).status).toBe('awaiting-approval');
    await agrees();
    expect((await stateOf(number)).status).toBe('assigned');
    expect(desk.last('team.assigned').mail.text).toContain('Jumlah: 7 perangkat');
  });

  it('is asked for no more while the list is missing: a yes to what was shown counts for nothing', async () => {
    const number = await install(3);
    const first = desk.last('approver.please-approve');

    const { told } = await says('Maaf salah, seharusnya 7 laptop.');

    expect(told).toEqual(['requester.incomplete → lukman.sardi']);
    await desk.answers('dewi.anjarwati', first, 'Setuju.');
    expect((await stateOf(number)).status).toBe('incomplete');
  });
});

describe('the desk', () => {
  const OFFICER = 'meja-layanan';
  const orders = (text: string): Promise<Outcome> => desk.writes(OFFICER, { subject: 'perintah', text });

  it.each(['jumlah akunnya keliru, harusnya 12 akun', 'jumlah: 12'])(
    'puts the number right: “%s”; team and requester hear of it once',
    async (text) => {
      const number = await accounts(25);

      const { told } = await orders(`${number}: ${text}`);

      expect(told).toEqual(['requester.progress → lukman.sardi', 'team.news → rft-akun', 'desk.done → meja-layanan']);
      expect(await stateOf(number)).toMatchObject({ status: 'assigned', variant: INDIVIDUAL, quantity: 12 });
      expect(desk.last('team.news').mail.text).toContain('Jumlah: 12 akun');
      expect(desk.last('requester.progress').mail.text).toContain('Jumlahnya sudah kami ubah menjadi 12 akun');
      expect(desk.last('desk.done').mail.text).toContain('dibetulkan menjadi 12 akun');
    },
  );

  it('takes it back with “batal”: number, variant and what was missing are as before', async () => {
    const number = await accounts(25);
    const before = await stateOf(number);

    const { told } = await orders(`${number}: jumlah: 45`);
    expect(told).toEqual(['requester.incomplete → lukman.sardi', 'team.news → rft-akun', 'desk.done → meja-layanan']);
    expect(await stateOf(number)).toMatchObject({ status: 'incomplete', variant: COLLECTIVE, quantity: 45 });
    expect(desk.last('desk.done').mail.text).toContain('dibetulkan menjadi 45 akun (Pembuatan Akun');

    await desk.answers(OFFICER, desk.last('desk.done'), 'batal');

    const { status, variant, quantity, missing, team } = before;
    expect(await stateOf(number)).toMatchObject({ status, variant, quantity, missing, team });
    expect(desk.last('team.assigned').mail.text).toContain('Jumlah: 25 akun');
    expect((await desk.ticket(number)).texts['facts']).toContain('"quantity":25');
  });

  it('takes it back within the bounds, too, and both hear of it again', async () => {
    const number = await accounts(25);
    await orders(`${number}: jumlah: 12`);

    const { told } = await desk.answers(OFFICER, desk.last('desk.done'), 'batal');

    expect(told).toEqual(['requester.progress → lukman.sardi', 'team.news → rft-akun', 'desk.done → meja-layanan']);
    expect((await stateOf(number)).quantity).toBe(25);
    expect(desk.last('team.news').mail.text).toContain('Jumlah: 25 akun');
  });

  it('does not take back what its requester has put right since', async () => {
    const number = await accounts(25);
    await orders(`${number}: jumlah: 12`);
    const receipt = desk.last('desk.done');
    await says('Ralat: jumlahnya 14 akun, bukan 12.');

    await desk.answers(OFFICER, receipt, 'batal');

    expect((await stateOf(number)).quantity).toBe(14);
  });
});
