import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk, type Outcome } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const OFFICER = 'meja-layanan';
const UNSURE = { subject: 'Mohon bantuan', text: 'Selamat pagi, mohon bantuannya terkait akun saya. Terima kasih.' };
const RESET = { subject: 'Lupa password', text: 'Mohon reset password email saya, saya lupa passwordnya.' };

function numberOf({ decision }: Outcome): string {
  return decision.tickets[0]?.number ?? '';
}

async function opened(mail: Parameters<Desk['writes']>[1] = { ...RESET, cc: ['joyo.handoko'] }, who = 'mutia.zahra') {
  return numberOf(await desk.writes(who, mail));
}

const orders = (text: string, subject = 'perintah'): Promise<Outcome> => desk.writes(OFFICER, { subject, text });
const state = async (number: string) => (await desk.ticket(number)).state;

describe('sorting', () => {
  test('by a service that the rules did not think of goes on by the catalogue of that service', async () => {
    const number = await opened({ ...UNSURE, cc: ['joyo.handoko'] });

    const { told } = await desk.answers(OFFICER, desk.last('desk.triage'), 'layanan: reset password');

    expect(told).toEqual([
      'requester.progress → mutia.zahra',
      'team.assigned → rft-akun',
      'superior.for-information → joyo.handoko',
      'desk.done → meja-layanan',
    ]);
    expect(await state(number)).toMatchObject({ status: 'assigned', variant: 'ITSM.8/reset-password' });
  });

  test('asks for the superior that what was chosen needs', async () => {
    const number = await opened(UNSURE);

    const { told } = await desk.answers(OFFICER, desk.last('desk.triage'), 'layanan: reset password');

    expect(told[0]).toBe('requester.incomplete → mutia.zahra');
    expect(await state(number)).toMatchObject({ status: 'incomplete', verdict: 'missing' });
  });

  test('can be mended while a team works: the right one gets it, the other is told', async () => {
    const number = await opened();

    const { told } = await desk.answers(OFFICER, desk.last('team.assigned'), 'koreksi: ITSM.9');

    expect(told).toContain('desk.done → meja-layanan');
    expect((await state(number)).service).toBe('ITSM.9');
    expect(JSON.parse((await desk.ticket(number)).texts['example'] ?? 'null')).toBeNull();
  });
});

describe('moving', () => {
  test('to another team tells both teams', async () => {
    const number = await opened();

    const { told } = await orders(`${number} alihkan: RFT-JARINGAN`);

    expect(told).toEqual(['team.news → rft-akun', 'team.assigned → rft-jaringan', 'desk.done → meja-layanan']);
    expect((await state(number)).team).toBe('RFT-JARINGAN');
  });

  test('is refused while an approval is open, and nothing happens', async () => {
    const number = await opened(
      { subject: 'Hosting', text: 'Kami mohon pengaktifan kembali hosting IaaS SIMANTAP.', cc: ['dewi.anjarwati'] },
      'lukman.sardi',
    );

    const { told } = await orders(`${number} alihkan: RFT-JARINGAN`);

    expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
    expect((await state(number)).status).toBe('awaiting-approval');
    expect(desk.last('desk.batch-unclear').mail.text).toContain('persetujuan');
  });
});

describe('a batch', () => {
  test('is all or none: an unknown line stops it and is quoted back', async () => {
    const number = await opened();

    const { told } = await orders(`${number} alihkan: RFT-JARINGAN\n${number} lemparkan ke sana saja`);

    expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
    expect(desk.last('desk.batch-unclear').mail.text).toContain('lemparkan ke sana saja');
    expect((await state(number)).team).toBe('RFT-AKUN');
  });

  test('stays none when it comes again with the same fault, also without a quote or as a mail of its own', async () => {
    const number = await opened();
    const batch = `SR-261123-9999-9 alihkan: RFT-AKUN\n${number} alihkan: RFT-JARINGAN`;
    await desk.answers(OFFICER, desk.last('team.assigned'), batch);

    await desk.answers(OFFICER, desk.last('desk.batch-unclear'), batch, { withoutQuote: true });
    expect((await state(number)).team).toBe('RFT-AKUN');
    await orders(batch);

    expect((await state(number)).team).toBe('RFT-AKUN');
    expect(desk.last('desk.batch-unclear').mail.text).toContain('SR-261123-9999-9 alihkan: RFT-AKUN');
  });

  test('is only told of when it begins with pratinjau', async () => {
    const number = await opened();

    const { told } = await orders(`pratinjau\n${number} alihkan: RFT-JARINGAN`);

    expect(told).toEqual(['desk.done → meja-layanan']);
    expect(desk.last('desk.done').mail.text).toContain('akan dialihkan ke tim Jaringan');
    expect((await state(number)).team).toBe('RFT-AKUN');
  });

  test('moves several tickets in one decision with one receipt', async () => {
    const one = await opened();
    const other = await opened({ ...RESET, cc: ['joyo.handoko'], subject: 'Lupa sandi' }, 'rizki.amelia');

    const { told, decision } = await orders(`${one} alihkan: RFT-JARINGAN\n${other} alihkan: RFT-JARINGAN`);

    expect(told.filter((line) => line.startsWith('desk.'))).toEqual(['desk.done → meja-layanan']);
    expect(decision.tickets.map((change) => change.number).toSorted()).toEqual([one, other].toSorted());
  });

  test('can be taken back by who wrote it, and everybody told is told again', async () => {
    const number = await opened();
    await orders(`${number} alihkan: RFT-JARINGAN`);

    const { told } = await desk.answers(OFFICER, desk.last('desk.done'), 'batal');

    expect(told).toEqual(['team.news → rft-jaringan', 'team.assigned → rft-akun', 'desk.done → meja-layanan']);
    expect(await state(number)).toMatchObject({ status: 'assigned', team: 'RFT-AKUN' });
  });

  test('is taken back once, and not when the ticket has moved on', async () => {
    const number = await opened();
    await orders(`${number} alihkan: RFT-JARINGAN`);
    await desk.answers('rft-jaringan', desk.last('team.assigned'), 'selesai: sudah kami perbaiki');

    await desk.answers(OFFICER, desk.last('desk.done'), 'batal');

    expect(desk.last('desk.batch-unclear').mail.text).toContain('sudah berubah');
    expect((await state(number)).status).toBe('resolved');
  });
});

describe('several about one thing', () => {
  test('become one: the other is ended, its writer told once, its words go along', async () => {
    const stays = await opened();
    const goes = await opened({ ...RESET, cc: ['joyo.handoko'], text: `${RESET.text} Dari rumah juga tidak bisa.` });

    const { told } = await orders(`gabung ${goes} ke ${stays}`);

    expect(told).toEqual(['requester.closed → mutia.zahra', 'team.message → rft-akun', 'desk.done → meja-layanan']);
    expect((await state(goes)).status).toBe('cancelled');
    expect((await state(stays)).links).toContain(goes);
    expect(desk.last('team.message').mail.text).toContain('Dari rumah juga tidak bisa');
  });

  test('come apart again with batal', async () => {
    const stays = await opened();
    const goes = await opened({ ...RESET, cc: ['joyo.handoko'], text: `${RESET.text} Dari rumah juga tidak bisa.` });
    await orders(`gabung ${goes} ke ${stays}`);

    const { told } = await desk.answers(OFFICER, desk.last('desk.done'), 'batal');

    expect(told).toContain('requester.corrected → mutia.zahra');
    expect(await state(goes)).toMatchObject({ status: 'assigned', team: 'RFT-AKUN' });
  });

  test('ten reports of one incident end in one ticket', async () => {
    const people = ['mutia.zahra', 'rizki.amelia', 'lukman.sardi'];
    const numbers: string[] = [];
    for (let index = 0; index < 10; index += 1) {
      const who = people[index % people.length] ?? 'mutia.zahra';
      const text = `Internet di lantai ${index + 1} mati sejak pukul 08.00, semua tidak bisa bekerja.`;
      numbers.push(await opened({ subject: `Internet lantai ${index + 1} mati`, text }, who));
      desk.pass(3_600_000);
    }
    const [first, ...others] = numbers;

    await orders(`gabung ${others.join(' ')} ke ${first}`);

    const ended = await Promise.all(others.map(async (number) => (await state(number)).status));
    expect(new Set(ended)).toEqual(new Set(['cancelled']));
    expect((await state(first ?? '')).links).toHaveLength(9);
  });

  test('split into tickets of their own, and the requester hears once', async () => {
    const number = await opened();

    const { told } = await orders(`${number} pisah: reset password email | minta instalasi antivirus di laptop`);

    expect(told.filter((line) => line.includes('mutia.zahra'))).toHaveLength(1);
    expect((await state(number)).links).toHaveLength(1);
  });

  test('are linked without a word to anybody', async () => {
    const one = await opened();
    const other = await opened({ ...RESET, cc: ['joyo.handoko'], subject: 'Lupa sandi' }, 'rizki.amelia');

    const { told } = await orders(`kaitkan ${one} ${other}`);

    expect(told).toEqual(['desk.done → meja-layanan']);
    expect((await state(one)).links).toContain(other);
  });
});

describe('in the name of somebody', () => {
  test('a call becomes his ticket, and he is told', async () => {
    const { told, decision } = await orders(
      'atas nama mutia.zahra@kemenkeu.example (telepon): mohon reset password email saya, lupa',
      'telepon masuk',
    );

    expect(told[0]).toBe('requester.written-down → mutia.zahra');
    expect(desk.last('requester.written-down').mail.text).toContain('lewat telepon');
    expect((await state(decision.tickets[0]?.number ?? '')).variant).toBe('ITSM.8/reset-password');
  });

  test('a mail passed on becomes the ticket of who wrote it', async () => {
    const forwarded = [
      'atas nama pengirim asli',
      '',
      '---------- Forwarded message ---------',
      'Dari: Mutia Zahra <mutia.zahra@kemenkeu.example>',
      'Date: Sen, 23 Nov 2026 pukul 08.10',
      'Subject: lupa password email',
      'To: <officer@kemenkeu.example>',
      'Cc: Joyo Handoko <joyo.handoko@kemenkeu.example>',
      '',
      'Mohon reset password email saya, lupa setelah cuti.',
    ].join('\n');

    const { told } = await orders(forwarded, 'Fwd: lupa password email');

    expect(told[0]).toBe('requester.written-down → mutia.zahra');
    expect(told).toContain('team.assigned → rft-akun');
  });

  test('somebody whom nobody knows is asked back', async () => {
    const { told } = await orders('atas nama Bapak Entah Siapa (telepon): mohon reset password', 'telepon masuk');

    expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
    expect(await desk.statuses()).toEqual([]);
  });
});

describe('nobody but the desk', () => {
  test('orders anything: the same words of an employee open a ticket of his', async () => {
    const number = await opened();

    await desk.writes('rizki.amelia', { subject: 'perintah', text: `${number} alihkan: RFT-JARINGAN` });

    expect((await state(number)).team).toBe('RFT-AKUN');
  });

  test('not even from its address without proof', async () => {
    const number = await opened();

    await desk.writes(OFFICER, { subject: 'perintah', text: `${number} alihkan: RFT-JARINGAN`, auth: 'absent' });
    await desk.writes(OFFICER, { subject: `Re: [${number}]`, text: 'alihkan: RFT-JARINGAN', auth: 'absent' });

    expect((await state(number)).team).toBe('RFT-AKUN');
  });
});

test('kenapa answers with the rules and the words that they fired on', async () => {
  const number = await opened();

  const { told } = await orders(`${number} kenapa`);

  expect(told).toEqual(['desk.why → meja-layanan']);
  expect(desk.last('desk.why').mail.text).toMatch(/ITSM\.8\/reset-password.*password/);
});

test('bantuan lists the commands', async () => {
  await opened();

  const { told } = await desk.answers(OFFICER, desk.last('team.assigned'), 'bantuan');

  expect(told).toEqual(['desk.help → meja-layanan']);
});

describe('tickets named by their counter alone', () => {
  const short = (number: string): string => number.split('-')[2] ?? '';

  test('are merged: of the day of the ticket replied to', async () => {
    const stays = await opened();
    const goes = await opened();

    await desk.answers(OFFICER, desk.last('team.assigned'), `gabung ${short(goes)} ke ${short(stays)}`);

    expect((await state(goes)).status).toBe('cancelled');
    expect((await state(stays)).status).toBe('assigned');
  });

  test('are merged by a mail of its own on the day on which they came', async () => {
    const [first, second, third] = [await opened(), await opened(), await opened()];

    const { told } = await orders(`gabung ${short(second)} dan ${short(third)} ke ${short(first)}`);

    expect(told).toContain('desk.done → meja-layanan');
    expect((await state(second)).status).toBe('cancelled');
    expect((await state(third)).status).toBe('cancelled');
    expect((await state(first)).status).toBe('assigned');
  });

  test('are quoted back where there is none of that counter', async () => {
    const number = await opened();

    const { told } = await orders(`gabung ${short(number)} ke 0999`);

    expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
    expect((await state(number)).status).toBe('assigned');
  });

  test('are not merged with themselves', async () => {
    const number = await opened();

    const { told } = await desk.answers(OFFICER, desk.last('team.assigned'), `gabung ${short(number)} ke ${number}`);

    expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
    expect((await state(number)).status).toBe('assigned');
  });
});

describe('a rest', () => {
  test('without a reason is asked for, and the clock runs on', async () => {
    const number = await opened();

    const { told } = await orders(`${number} tunda: sampai Senin`);

    expect(told).toEqual(['team.note-needed → meja-layanan']);
    expect(desk.last('team.note-needed').mail.text).toContain('mengapa tiket ini ditunda');
    expect((await state(number)).status).toBe('assigned');
  });

  test('with its reason counts, and the requester reads it', async () => {
    const number = await opened();

    await desk.answers('rft-akun', desk.last('team.assigned'), 'tunda');
    expect((await state(number)).status).toBe('assigned');

    const { told } = await desk.answers('rft-akun', desk.last('team.note-needed'), 'tunda: karena menunggu vendor');

    expect(told).toEqual(['requester.message → mutia.zahra']);
    expect(desk.last('requester.message').mail.text).toContain('menunggu vendor');
    expect((await state(number)).status).toBe('on-hold');
  });
});
