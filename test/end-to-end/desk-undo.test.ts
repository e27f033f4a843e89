import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { openDesk, type Desk, type Outcome, type Sent } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const OFFICER = 'meja-layanan';
const RESET = {
  subject: 'Lupa password',
  text: 'Mohon reset password email saya, saya lupa passwordnya.',
  cc: ['joyo.handoko'],
};

const OTHER = { subject: 'Kuota penuh', text: 'Kotak surat saya penuh, mohon penambahan kuota mailbox email saya.' };

const orders = (text: string): Promise<Outcome> => desk.writes(OFFICER, { subject: 'perintah', text });
const takesBack = (): Promise<Outcome> => desk.answers(OFFICER, desk.last('desk.done'), 'batal');
const receipt = (): string => desk.last('desk.done').mail.text.replace(/\s+/g, ' ');
const state = async (number: string) => (await desk.ticket(number)).state;
const heldOnes = async (): Promise<readonly string[]> =>
  (await desk.store.deskBook.held(10)).map(({ from }) => from.replace('@vendor.example', ''));

async function opened(who = 'mutia.zahra', mail: Partial<typeof RESET> = {}): Promise<string> {
  return (await desk.writes(who, { ...RESET, ...mail })).decision.tickets[0]?.number ?? '';
}

/** Three mails from outside wait for a person; the list that numbers them. */
async function listOfThree(): Promise<Sent> {
  for (const [who, subject] of [
    ['penawaran', 'Penawaran perangkat'],
    ['promo', 'Promo akhir tahun'],
    ['undian', 'Anda menang undian'],
  ] as const)
    await desk.writes(`${who}@vendor.example`, { subject, text: `${subject}. Mohon ditindaklanjuti.` });
  await orders('karantina');
  return desk.last('desk.quarantine');
}

describe('batal on held mails', () => {
  test('holds again what was dropped, and the receipt names it', async () => {
    await desk.answers(OFFICER, await listOfThree(), 'buang 2');
    expect(await heldOnes()).toEqual(['penawaran', 'undian']);

    const { told } = await takesBack();

    expect(told).toEqual(['desk.done → meja-layanan']);
    expect(receipt()).toContain('sudah kami batalkan');
    expect(receipt()).toContain('Email promo@vendor.example kembali ditahan');
    expect(await heldOnes()).toEqual(['penawaran', 'promo', 'undian']);
    expect((await desk.store.ledger.counts()).byDisposition).toMatchObject({ 'hold:outside': 3 });
  });

  test('can be dropped again afterwards, and taken back again', async () => {
    const list = await listOfThree();
    await desk.answers(OFFICER, list, 'buang 2');
    await takesBack();

    await desk.answers(OFFICER, list, 'buang 2');
    expect(await heldOnes()).toEqual(['penawaran', 'undian']);
    await takesBack();

    expect(await heldOnes()).toEqual(['penawaran', 'promo', 'undian']);
  });

  test('frees what was blocked and holds its mail again', async () => {
    await desk.answers(OFFICER, await listOfThree(), 'blokir 3');

    await takesBack();

    expect(receipt()).toContain('Alamat undian@vendor.example tidak diblokir lagi');
    expect(await heldOnes()).toEqual(['penawaran', 'promo', 'undian']);
    expect(await desk.store.deskBook.isBlocked('undian@vendor.example')).toBe(false);
  });

  test('says that a released mail has been answered, and what to do in place of taking it back', async () => {
    await desk.answers(OFFICER, await listOfThree(), 'lepas 1');
    const [number] = (await desk.statuses()).map((line) => line.split(':')[0] ?? '');

    const { told } = await takesBack();

    expect(told).toEqual(['desk.done → meja-layanan']);
    expect(desk.last('desk.done').mail.subject).toMatch(/Tidak dapat dibatalkan$/);
    expect(receipt()).toContain(`karena sudah kami jawab dengan tiket ${number}`);
    expect(receipt()).toContain(`${number} arsip`);
    expect(await heldOnes()).toEqual(['promo', 'undian']);
    await desk.answers(OFFICER, desk.last('desk.done'), `${number} arsip`);
    expect((await state(number ?? '')).status).toBe('cancelled');
  });

  test('puts back what it can of several, and says of each line what became of it', async () => {
    await desk.answers(OFFICER, await listOfThree(), 'lepas 1, buang 2\nblokir 3');
    expect(await heldOnes()).toEqual([]);

    await takesBack();

    expect(desk.last('desk.done').mail.subject).toMatch(/Dibatalkan 3 dari 4$/);
    expect(receipt()).toContain('Email promo@vendor.example kembali ditahan');
    expect(receipt()).toContain('Email undian@vendor.example kembali ditahan');
    expect(receipt()).toContain('Alamat undian@vendor.example tidak diblokir lagi');
    expect(receipt()).toContain('Email penawaran@vendor.example tidak dapat ditarik kembali');
    expect(await heldOnes()).toEqual(['promo', 'undian']);
  });

  test('is refused the second time', async () => {
    await desk.answers(OFFICER, await listOfThree(), 'buang 2');
    const first = desk.last('desk.done');
    await desk.answers(OFFICER, first, 'batal');

    const { told } = await desk.answers(OFFICER, first, 'batal');

    expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
    expect(await heldOnes()).toEqual(['penawaran', 'promo', 'undian']);
  });

  test('is only told of when it begins with pratinjau', async () => {
    await desk.answers(OFFICER, await listOfThree(), 'buang 2');

    await desk.answers(OFFICER, desk.last('desk.done'), 'pratinjau\nbatal');

    expect(receipt()).toContain('Email promo@vendor.example akan kembali ditahan');
    expect(await heldOnes()).toEqual(['penawaran', 'undian']);
  });

  test('in a mail of its own means what its writer did last', async () => {
    await desk.answers(OFFICER, await listOfThree(), 'buang 2');

    const { told } = await orders('batal');

    expect(told).toEqual(['desk.done → meja-layanan']);
    expect(await heldOnes()).toEqual(['penawaran', 'promo', 'undian']);
  });

  test('of another officer takes back nothing', async () => {
    await desk.answers(OFFICER, await listOfThree(), 'buang 2');
    const colleague = 'bagus.tirtayasa';

    await desk.answers(colleague, desk.last('desk.done'), 'batal');

    expect(await heldOnes()).toEqual(['penawaran', 'undian']);
  });
});

describe('batal on a batch', () => {
  test('puts all its tickets back together, each line named', async () => {
    const one = await opened();
    const other = await opened('mutia.zahra', OTHER);
    await orders(`${one} alihkan: RFT-JARINGAN\n${other} alihkan: RFT-HOSTING`);

    await takesBack();

    expect([(await state(one)).team, (await state(other)).team]).toEqual(['RFT-AKUN', 'RFT-AKUN']);
    expect(receipt()).toContain(`${one} alihkan: RFT-JARINGAN`);
    expect(receipt()).toContain(`${other} alihkan: RFT-HOSTING`);
  });

  test('leaves the ticket that has moved on, and says so', async () => {
    const one = await opened();
    const other = await opened('mutia.zahra', OTHER);
    await orders(`${one} alihkan: RFT-JARINGAN\n${other} alihkan: RFT-HOSTING`);
    await desk.answers('rft-hosting', desk.last('team.assigned', 'rft-hosting'), 'selesai: sudah kami perbaiki');

    await takesBack();

    expect((await state(one)).team).toBe('RFT-AKUN');
    expect(await state(other)).toMatchObject({ status: 'resolved', team: 'RFT-HOSTING' });
    expect(desk.last('desk.done').mail.subject).toContain('Dibatalkan 1 dari 2');
    expect(receipt()).toContain(`${other} sudah berubah sejak itu`);
  });

  test('of tickets and held mails puts back both', async () => {
    const number = await opened();
    await desk.answers(OFFICER, await listOfThree(), `buang 1\n${number} alihkan: RFT-JARINGAN`);

    await takesBack();

    expect((await state(number)).team).toBe('RFT-AKUN');
    expect(await heldOnes()).toEqual(['penawaran', 'promo', 'undian']);
  });

  test('by the number of one ticket means the whole mail', async () => {
    const one = await opened();
    const other = await opened('mutia.zahra', OTHER);
    await orders(`${one} alihkan: RFT-JARINGAN\n${other} alihkan: RFT-HOSTING`);

    await orders(`${other} batal`);

    expect([(await state(one)).team, (await state(other)).team]).toEqual(['RFT-AKUN', 'RFT-AKUN']);
  });

  test('can be ordered again, in whatever way: what we quoted of it is still the writer’s own', async () => {
    const number = await opened();
    const order = `${number} alihkan: RFT-JARINGAN`;
    await orders(order);
    await takesBack();
    expect((await state(number)).team).toBe('RFT-AKUN');

    await desk.answers(OFFICER, desk.last('desk.done'), order, { withoutQuote: true });
    expect((await state(number)).team).toBe('RFT-JARINGAN');
    await takesBack();
    await orders(order);

    expect((await state(number)).team).toBe('RFT-JARINGAN');
  });

  test('says what stays: a ticket opened for somebody, with the way to end it', async () => {
    const number = await opened();
    await orders(`atas nama rizki.amelia@kemenkeu.example (telepon): mohon reset password email, lupa`);
    const made = (await desk.statuses()).find((line) => !line.startsWith(number))?.split(':')[0] ?? '';

    await takesBack();

    expect(receipt()).toContain('> atas nama rizki.amelia@kemenkeu.example');
    expect(receipt()).toContain('Perintah ini tidak dapat dibatalkan');
    expect(receipt()).toContain(`${made} arsip`);
  });
});

describe('batal on a confirmation', () => {
  const withDesk = (rulebook: Rulebook): Rulebook => ({
    ...rulebook,
    services: rulebook.services.map((service) => ({
      ...service,
      variants: service.variants.map((variant) => ({ ...variant, confirmFulfilment: 'desk' as const })),
    })),
  });

  async function confirmed(): Promise<string> {
    await desk.close();
    desk = await openDesk({ rulebook: withDesk });
    const number = await opened();
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: password sudah direset');
    await desk.answers(OFFICER, desk.last('desk.confirm'), 'konfirmasi');
    return number;
  }

  test('brings the ticket back to the desk, and tells the requester', async () => {
    const number = await confirmed();

    const { told } = await takesBack();

    expect(told).toEqual(['requester.corrected → mutia.zahra', 'desk.done → meja-layanan']);
    expect(await state(number)).toMatchObject({ status: 'resolved', fulfilmentConfirmed: false });
    const again = await desk.answers(OFFICER, desk.last('desk.done'), 'konfirmasi');
    expect(again.told).toContain('requester.resolved → mutia.zahra');
  });

  test('is refused once the requester has answered, and says what to do', async () => {
    const number = await confirmed();
    await desk.answers('mutia.zahra', desk.last('requester.resolved'), 'nilai 4');

    const { told } = await takesBack();

    expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
    expect(desk.last('desk.batch-unclear').mail.text).toContain('sudah ada yang membalas sejak itu');
    expect(await state(number)).toMatchObject({ fulfilmentConfirmed: true });
  });

  test('by which a team got it back leaves it resolved as it was', async () => {
    await desk.close();
    desk = await openDesk({ rulebook: withDesk });
    const number = await opened();
    await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: password sudah direset');
    await desk.answers(OFFICER, desk.last('desk.confirm'), 'alihkan: RFT-AKUN');

    await takesBack();

    expect(await state(number)).toMatchObject({ status: 'resolved', team: 'RFT-AKUN' });
  });

  test('of a hand-over paper opens the ticket again for the paper', async () => {
    await desk.writes('lukman.sardi', {
      subject: 'Hosting',
      text: 'Kami mohon pengaktifan kembali hosting IaaS SIMANTAP.',
      cc: ['dewi.anjarwati'],
    });
    await desk.answers('dewi.anjarwati', desk.last('approver.please-approve'), 'Setuju.');
    await desk.answers('rft-hosting', desk.last('team.assigned'), 'selesai: hosting sudah aktif kembali');
    const number = desk.last('requester.resolved').ticket ?? '';
    await orders(`${number} konfirmasi`);
    expect((await state(number)).status).toBe('closed');

    const { told } = await takesBack();

    expect(told).toEqual(['requester.corrected → lukman.sardi', 'desk.done → meja-layanan']);
    expect(await state(number)).toMatchObject({ status: 'resolved', bastAccepted: false, endedAt: null });
  });
});
