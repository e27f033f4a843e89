import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/shared/time.ts';
import { nameOf, openDesk, type Desk, type Outcome, type Sent, type Written } from './desk.ts';
import { bounceOf, exchange, OUT_OF_OFFICE, ownLetter, TICKET_SYSTEMS } from './machines.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const PASSWORD: Written = {
  subject: 'lupa password email',
  text: 'Mohon bantuannya untuk reset password email saya, lupa setelah cuti.\n\nMutia Zahra',
  cc: ['joyo.handoko'],
};
const HOSTING: Written = {
  subject: 'Pengaktifan kembali hosting IaaS SIMANTAP',
  text: 'Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi SIMANTAP yang dinonaktifkan bulan lalu.\n\nLukman Sardiman',
  cc: ['dewi.anjarwati'],
};
const systems = Object.keys(TICKET_SYSTEMS);
const machine = (name: string) => {
  const found = TICKET_SYSTEMS[name] ?? OUT_OF_OFFICE[name];
  if (!found) throw new Error(name);
  return found;
};
const open = (): Promise<Outcome> => desk.writes('mutia.zahra', PASSWORD);
/** Letters of all kinds, to all kinds of people. */
async function manyLetters(): Promise<void> {
  await open();
  await desk.writes('lukman.sardi', HOSTING);
  await desk.writes('mutia.zahra', { ...PASSWORD, subject: 'tanpa atasan', cc: [] });
  await desk.answers('rft-akun', desk.last('team.assigned'), 'selesai: sudah direset.');
}

describe('our own mail', () => {
  it('is not answered when it comes back', async () => {
    await manyLetters();
    const before = await desk.statuses();
    for (const letter of desk.letters.slice()) {
      const back = await desk.arrives(ownLetter(letter));
      expect(back.told).toEqual([]);
      expect(back.decision.noReplyReason).toBe('own');
    }
    expect(await desk.statuses()).toEqual(before);
  });

  it('is not answered when its header fields were taken off on the way', async () => {
    await manyLetters();
    const before = await desk.statuses();
    for (const letter of desk.letters.slice()) expect((await desk.arrives(ownLetter(letter, {}))).told).toEqual([]);
    expect(await desk.statuses()).toEqual(before);
  });
});

describe('a bounce of a letter of ours', () => {
  it('is told to the desk once, and a bounce of that letter to nobody', async () => {
    await open();
    const bounced = await desk.arrives(bounceOf(desk.last('requester.received'), desk));
    expect(bounced.told).toEqual(['desk.undeliverable → meja-layanan']);
    const again = await desk.arrives(bounceOf(desk.last('desk.undeliverable'), desk));
    expect(again.told).toEqual([]);
    expect(await desk.statuses()).toHaveLength(1);
  });
});

describe('an out-of-office that answers everything', () => {
  it.each(Object.keys(OUT_OF_OFFICE))('falls silent after one exchange, %s', async (name) => {
    const opened = await open();
    expect(await exchange(desk, 'mutia.zahra', machine(name), opened.letters)).toEqual([]);
    expect((await desk.statuses()).every((line) => line.endsWith('assigned'))).toBe(true);
  });

  it.each(Object.keys(OUT_OF_OFFICE))('of an approver moves nothing, %s', async (name) => {
    const opened = await desk.writes('lukman.sardi', HOSTING);
    const heard = await exchange(desk, 'dewi.anjarwati', machine(name), opened.letters);
    expect(heard.filter((line) => line !== '1: approver.ask-word')).toEqual([]);
    expect((await desk.ticket(opened.decision.tickets[0]?.number ?? '')).state.status).toBe('awaiting-approval');
  });
});

describe('another ticket system that answers every letter with a new number', () => {
  it.each(systems)('falls silent when it wrote to us, and %s', async (name) => {
    const first = await desk.writes('mutia.zahra', {
      subject: '[#4710] lupa password',
      text: PASSWORD.text,
      cc: ['joyo.handoko'],
    });
    const heard = await exchange(desk, 'mutia.zahra', machine(name), first.letters);
    expect(heard.filter((line) => !line.startsWith('1:'))).toEqual([]);
  });

  it.each(systems)('falls silent when it answers for the team, and %s', async (name) => {
    const opened = await open();
    const heard = await exchange(desk, 'rft-akun', machine(name), opened.letters);
    expect(heard.filter((line) => !line.startsWith('1:'))).toEqual([]);
    expect((await desk.ticket(opened.decision.tickets[0]?.number ?? '')).state.status).toBe('assigned');
  });

  it.each(systems)('falls silent when it answers for the approver, and %s', async (name) => {
    const opened = await desk.writes('lukman.sardi', HOSTING);
    const heard = await exchange(desk, 'dewi.anjarwati', machine(name), opened.letters);
    expect(heard.filter((line) => !line.startsWith('1:'))).toEqual([]);
    expect((await desk.ticket(opened.decision.tickets[0]?.number ?? '')).state.status).toBe('awaiting-approval');
  });

  it.each(systems)('falls silent when it answers for the desk, and %s', async (name) => {
    const opened = await desk.writes('mutia.zahra', {
      subject: 'mohon bantuan',
      text: 'Mohon bantuannya terkait hal kemarin.',
    });
    const heard = await exchange(desk, 'meja-layanan', machine(name), opened.letters);
    expect(heard.filter((line) => !line.startsWith('1:'))).toEqual([]);
  });
});

describe('two Lokets', () => {
  const CROSSINGS: Readonly<Record<string, (letter: Sent, ordinal: number) => string>> = {
    'all marks kept': (letter) => ownLetter(letter),
    'header marks taken off': (letter) => ownLetter(letter, {}),
    'a gateway that leaves nothing': (letter, ordinal) =>
      ownLetter({ ...letter, mail: { ...letter.mail, messageId: `${ordinal}@gerbang.example`, references: [] } }, {}),
  };

  it.each(Object.keys(CROSSINGS))('fall silent after one exchange: %s', async (how) => {
    const other = await openDesk({ address: 'bantuan@djp.kemenkeu.example' });
    try {
      let letters = (await desk.writes('bantuan@djp.kemenkeu.example', PASSWORD)).letters;
      const said: string[] = [];
      for (let round = 0; round < 8; round += 1) {
        const [from, to] = round % 2 === 0 ? [desk, other] : [other, desk];
        const crossing = letters.filter((letter) => letter.to === to.office.mailbox.address);
        letters = [];
        for (const letter of crossing) {
          said.push(`${nameOf(from.office.mailbox.address)}: ${letter.template}`);
          const raw = CROSSINGS[how]?.(letter, said.length) ?? '';
          letters = [...letters, ...(await to.arrives(raw)).letters];
        }
      }
      const answers = said.filter((line) => line.startsWith('bantuan'));
      expect(answers.length).toBeLessThanOrEqual(how === 'a gateway that leaves nothing' ? 1 : 0);
      expect(said.filter((line) => line.startsWith('servicedesk'))).toHaveLength(1);
    } finally {
      await other.close();
    }
  });
});

describe('people', () => {
  it('get an answer each time, however alike their requests are', async () => {
    for (let ordinal = 1; ordinal <= 6; ordinal += 1) {
      const opened = await desk.writes('mutia.zahra', {
        subject: `lupa password email pegawai ${ordinal}`,
        text: `Mohon bantuannya untuk reset password email pegawai dengan NIP 19900613201212202${ordinal}, lupa.\n\nMutia Zahra`,
        cc: ['joyo.handoko'],
      });
      expect(opened.told).toContain('requester.received → mutia.zahra');
      desk.pass(2 * MINUTE);
    }
  });

  it('get an answer to a second mail without words of the catalogue', async () => {
    await desk.writes('mutia.zahra', { subject: 'mohon bantuan', text: 'Mohon bantuannya terkait hal kemarin.' });
    desk.pass(10 * MINUTE);
    const second = await desk.writes('mutia.zahra', {
      subject: 'mohon bantuan',
      text: 'Satu hal lain, mohon dihubungi.',
    });
    expect(second.told).toContain('requester.received → mutia.zahra');
  });

  it('get an answer when they write the same again on the next day', async () => {
    const same = { subject: 'mohon bantuan', text: 'Mohon bantuannya terkait hal kemarin.' };
    await desk.writes('mutia.zahra', same);
    desk.pass(20 * HOUR);
    const again = await desk.writes('mutia.zahra', same);
    expect(again.told).toContain('requester.received → mutia.zahra');
  });
});
