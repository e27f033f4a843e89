import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nameOf, openDesk, type Desk, type Outcome, type Sent } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const RESET = {
  subject: 'Lupa password',
  text: 'Mohon reset password email saya, saya lupa passwordnya.',
  cc: ['joyo.handoko'],
};
const OFFICER = 'bagus.tirtayasa';

const numberOf = ({ decision }: Outcome): string => decision.tickets[0]?.number ?? '';
const state = async (number: string) => (await desk.ticket(number)).state;
const toldOf = (sent: readonly Sent[]): readonly string[] =>
  sent.map((letter) => `${letter.template} → ${nameOf(letter.to)}: ${letter.mail.subject.replace(/^\[[^\]]*\] /, '')}`);

/** A colleague's mail as mail programs pass it on. */
const passedOn = (from: string, above = ''): { readonly subject: string; readonly text: string } => ({
  subject: 'Fwd: lupa password email',
  text: [
    above,
    '',
    '---------- Forwarded message ---------',
    `Dari: ${from}`,
    'Date: Sen, 23 Nov 2026 pukul 08.10',
    'Subject: lupa password email',
    'To: Bagus <bagus.tirtayasa@kemenkeu.example>',
    'Cc: Joyo Handoko <joyo.handoko@kemenkeu.example>',
    '',
    'Mohon reset password email saya, lupa setelah cuti.',
  ].join('\n'),
});

describe('a mail that one of the desk passes on', () => {
  const MUTIA = 'Mutia Zahra <mutia.zahra@kemenkeu.example>';

  test.each(['', 'Mohon diproses, ini dari Bu Mutia.', 'FYI'])(
    'becomes the ticket of who wrote it, whatever stands above: %j',
    async (above) => {
      const { told, decision } = await desk.writes(OFFICER, passedOn(MUTIA, above));

      expect(told[0]).toBe('requester.written-down → mutia.zahra');
      expect(told).toContain('team.assigned → rft-akun');
      expect(told).toContain(`desk.done → ${OFFICER}`);
      const ticket = await desk.ticket(decision.tickets[0]?.number ?? '');
      expect(ticket.people.get(ticket.state.requester)?.address).toBe('mutia.zahra@kemenkeu.example');
    },
  );

  test.each([
    ['of a stranger stays his own', 'Promo <promo@vendor.example>'],
    ['of his own stays his own', 'Bagus Tirtayasa <bagus.tirtayasa@kemenkeu.example>'],
  ])('and that is %s', async (_what, from) => {
    const { decision } = await desk.writes(OFFICER, passedOn(from, 'Mohon diproses.'));

    const ticket = await desk.ticket(decision.tickets[0]?.number ?? '');
    expect(ticket.people.get(ticket.state.requester)?.address).toBe('bagus.tirtayasa@kemenkeu.example');
  });

  test('by somebody else is the request of who passes it on', async () => {
    const { told } = await desk.writes('rizki.amelia', passedOn(MUTIA));

    expect(told.some((line) => line.endsWith('mutia.zahra'))).toBe(false);
  });
});

describe('a complaint in a reply', () => {
  const COMPLAINT = 'Saya kecewa dengan pelayanan service desk, lambat sekali dan tidak ada kabar. Ini keluhan saya.';

  test.each([
    ['while the team works', async () => desk.last('requester.received')],
    [
      'after the work',
      async () => {
        await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: password sudah direset');
        return desk.last('requester.resolved');
      },
    ],
  ])('%s goes to who answers complaints, as a ticket of its own with the history', async (_when, letter) => {
    const number = numberOf(await desk.writes('mutia.zahra', RESET));

    const { told } = await desk.answers('mutia.zahra', await letter(), COMPLAINT);

    expect(told).toEqual(['requester.received → mutia.zahra', 'desk.complaint → meja-layanan']);
    expect(desk.last('desk.complaint').mail.text).toContain(number);
    const made = desk.last('desk.complaint').ticket ?? '';
    expect(made).toMatch(/^CMP-/);
    expect((await state(made)).links).toContain(number);
  });

  test('goes to the lead where the office names one', async () => {
    await desk.close();
    desk = await openDesk({
      rulebook: (rulebook) => ({
        ...rulebook,
        deskLead: { name: 'Nirmala Hapsari', address: 'nirmala.hapsari@kemenkeu.example' },
      }),
    });
    await desk.writes('mutia.zahra', RESET);

    const { told } = await desk.answers('mutia.zahra', desk.last('requester.received'), COMPLAINT);

    expect(told).toContain('desk.complaint → nirmala.hapsari');
  });
});

describe('the clock', () => {
  test('reminds the team on the working day before the event, and to close on the working day after', async () => {
    const text = 'Mohon pendampingan video conference tanggal 14 Desember 2026 di Jakarta, perlu operator.';
    const number = numberOf(await desk.writes('mutia.zahra', { subject: 'Vicon', text, cc: ['joyo.handoko'] }));
    expect((await state(number)).status).toBe('assigned');

    const heard: Record<string, readonly string[]> = {};
    for (const at of [
      '2026-12-10T16:00',
      '2026-12-11T08:01',
      '2026-12-14T16:00',
      '2026-12-15T08:01',
      '2026-12-15T16:59',
    ]) {
      desk.setClock(`${at}:00+07:00`);
      heard[at] = toldOf(await desk.ticks()).map((line) => line.replace(/:[^:]*$/, ''));
    }

    expect(heard).toEqual({
      '2026-12-10T16:00': [],
      '2026-12-11T08:01': ['team.reminder → rft-conference: Kegiatan sudah dekat'],
      '2026-12-14T16:00': [],
      '2026-12-15T08:01': ['team.reminder → rft-conference: Mohon ditutup hari ini'],
      '2026-12-15T16:59': [],
    });
  });

  test('after three days of standing still writes each person once about a ticket', async () => {
    await desk.writes('mutia.zahra', RESET);
    await desk.writes('lukman.sardi', {
      subject: 'Hosting',
      text: 'Kami mohon pengaktifan kembali hosting IaaS SIMANTAP.',
      cc: ['dewi.anjarwati'],
    });

    desk.setClock('2026-11-26T10:00:00+07:00');
    const sent = await desk.ticks();

    const perTicket = sent.map(({ to, ticket }) => `${to} ${ticket}`);
    expect(new Set(perTicket).size).toBe(perTicket.length);
    expect(await desk.ticks()).toEqual([]);
  });
});

describe('many warnings at once', () => {
  const ASKED = ['password email', 'sandi Wi-Fi kantor', 'password komputer', 'sandi VPN', 'password layanan cetak'];

  async function openedAll(count: number): Promise<readonly string[]> {
    const numbers: string[] = [];
    for (const what of ASKED.slice(0, count)) {
      const text = `Mohon reset password email saya; saya lupa ${what}.`;
      numbers.push(numberOf(await desk.writes('mutia.zahra', { ...RESET, subject: `Lupa ${what}`, text })));
      desk.pass(90 * 60_000);
    }
    return numbers;
  }

  test('come as one letter to the team and one to the desk, which name every ticket, once', async () => {
    const numbers = await openedAll(5);

    desk.setClock('2026-11-26T10:00:00+07:00');
    const sent = await desk.ticks();

    expect(toldOf(sent).toSorted()).toEqual([
      'team.several → meja-layanan: 5 tiket perlu perhatian',
      'team.several → rft-akun: 5 tiket perlu perhatian',
    ]);
    for (const { mail } of sent) {
      for (const number of numbers) expect(mail.text).toContain(number);
      expect(mail.text.match(/lewat batas waktu/g)).toHaveLength(5);
    }
    expect(await desk.ticks()).toEqual([]);
    expect((await state(numbers[0] ?? '')).reminders.map(({ about }) => about)).toContain('overdue');
  });

  test('are answered with the number of the ticket in front', async () => {
    const numbers = await openedAll(4);
    desk.setClock('2026-11-26T10:00:00+07:00');
    await desk.ticks();
    const [, second = ''] = numbers;

    const { told } = await desk.answers(
      'rft-akun',
      desk.last('team.several', 'rft-akun'),
      `${second} selesai: sudah kami reset`,
    );

    expect(told).toEqual(['requester.resolved → mutia.zahra']);
    expect((await state(second)).status).toBe('resolved');
    expect((await state(numbers[0] ?? '')).status).toBe('assigned');
  });

  test('are no way in for somebody else who has got hold of the letter', async () => {
    const [first = ''] = await openedAll(4);
    desk.setClock('2026-11-26T10:00:00+07:00');
    await desk.ticks();

    await desk.answers('rizki.amelia', desk.last('team.several', 'rft-akun'), `${first} selesai: sudah`);

    expect((await state(first)).status).toBe('assigned');
  });

  test('come by themselves up to the third', async () => {
    await openedAll(3);

    desk.setClock('2026-11-26T10:00:00+07:00');

    expect(toldOf(await desk.ticks()).filter((line) => line.startsWith('team.reminder'))).toHaveLength(3);
  });

  test('do not hold back what is one person’s own', async () => {
    const numbers = await openedAll(5);
    for (const number of numbers.slice(0, 2))
      await desk.answers(
        'rft-akun',
        desk.letters.findLast(({ ticket, template }) => ticket === number && template === 'team.assigned') ??
          desk.last('team.assigned'),
        'selesai: sudah direset',
      );

    desk.setClock('2026-12-03T10:00:00+07:00');
    const told = toldOf(await desk.ticks());

    expect(told.filter((line) => line.startsWith('requester.reminder'))).toHaveLength(2);
  });
});

describe('mulai', () => {
  test('sets the day from which the standard counts, where it counts from a decision', async () => {
    const text = 'Mohon perubahan kamus data untuk elemen kode satker sesuai penetapan CIO Kementerian Keuangan.';
    await desk.writes('mutia.zahra', { subject: 'Kamus data', text, cc: ['joyo.handoko'] });
    const assigned = desk.last('team.assigned');

    const { told } = await desk.answers(nameOf(assigned.to), assigned, 'mulai: 24 November 2026');

    expect(told).toEqual(['requester.progress → mutia.zahra']);
    expect(desk.last('requester.progress').mail.text).toContain('Rabu, 25 November 2026 pukul 17.00 WIB');
  });

  test('means nothing where nothing counts from it, and the team is told', async () => {
    const number = numberOf(await desk.writes('mutia.zahra', RESET));

    const { told } = await desk.answers('rft-akun', desk.last('team.assigned'), 'mulai: 24 November 2026');

    expect(told).toEqual(['team.noted → rft-akun']);
    expect((await state(number)).startDecided).toBeNull();
  });
});

test('a rating by itself is kept with its comment and closes nothing', async () => {
  const number = numberOf(await desk.writes('mutia.zahra', RESET));
  await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: password sudah direset');

  const { told, decision } = await desk.answers('mutia.zahra', desk.last('requester.resolved'), 'Nilai 2, lama sekali');

  expect(told).toEqual([]);
  expect(await state(number)).toMatchObject({ status: 'resolved', rating: 2 });
  expect((await desk.ticket(number)).texts[`mail:${decision.mail}`]).toContain('lama sekali');
});
