/** The desk orders by the half dozen, and the daemon is killed while it works: what is left is that of an undisturbed run. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../support/desk.ts';
import { startDovecot, type Dovecot } from '../support/dovecot.ts';
import { chosenSeed, makeSeeded } from '../support/seeded.ts';
import { openTown, type Town } from '../support/town.ts';

const OFFICER = 'meja-layanan';
const REQUESTS = [
  ['Lupa password', 'Mohon reset password email saya, lupa sesudah cuti.'],
  ['Kuota penuh', 'Kotak surat saya penuh, mohon penambahan kuota mailbox email saya.'],
  ['Antivirus', 'Mohon instalasi antivirus pada laptop dinas saya.'],
  ['Internet', 'Internet di ruangan saya mati sejak pagi.'],
] as const;
const STRANGERS = ['penawaran', 'promo', 'undian', 'seminar'] as const;

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot();
});
afterAll(() => dovecot.close());

it('leaves the tickets, letters, held mails and marks of an undisturbed run', { timeout: 180_000 }, async () => {
  const seed = chosenSeed();
  console.log(`seed ${seed}: run it again with LOKET_SEED=${seed}`);
  const { between } = makeSeeded(seed);
  let kills = 0;
  const killing = async ({ desk: { daemon } }: Town): Promise<void> => {
    await sleep(between(0, 300));
    await daemon.stop('SIGKILL');
    kills += 1;
    await daemon.start();
  };

  const [calm, rough] = await Promise.all([played('tenang', async () => undefined), played('ribut', killing)]);

  expect(rough).toEqual(calm);
  expect(kills).toBe(5);
  expect(calm.tickets.map(({ status }) => status).toSorted()).toEqual(
    ['assigned', 'assigned', 'assigned', 'cancelled', 'triage'].toSorted(),
  );
});

/** The same day of the desk. @param meanwhile happens while each of its mails is worked */
async function played(user: string, meanwhile: (town: Town) => Promise<void>): Promise<ReturnType<typeof leftBy>> {
  const town = await openTown({ dovecot, mailbox: `${user}@kemenkeu.example` });
  const orders = async (letter: string, text: string): Promise<void> => {
    await Promise.all([town.answers(OFFICER, letter, text), meanwhile(town)]);
  };
  try {
    for (const [subject, text] of REQUESTS)
      await town.writes('mutia.zahra', { subject, text: `${text}\n\nMutia`, cc: ['joyo.handoko'] });
    for (const who of STRANGERS)
      await town.writes(`${who}@vendor.example`, { subject: `Perihal ${who}`, text: `Mohon ditindaklanjuti: ${who}.` });
    await town.writes(OFFICER, { subject: 'perintah', text: 'karantina' });
    const [one, two, three, four] = town.statuses().map((line) => line.split(':')[0] ?? '');

    const batch = [
      'buang 1',
      'blokir 2',
      'lepas 3',
      `${one} alihkan: RFT-JARINGAN`,
      `gabung ${two} ke ${three}`,
      `${four} catatan: sudah kami telepon`,
    ];
    await orders('desk.quarantine', batch.join('\n'));
    await orders('desk.done', 'batal');
    await orders('desk.quarantine', [...batch.slice(0, 2), 'blokir 9', ...batch.slice(3)].join('\n'));
    await orders('desk.quarantine', [...batch.slice(0, 2), ...batch.slice(3)].join('\n'));
    await orders('desk.done', `pratinjau\nbatal`);
    await eventually(
      () => town.desk.query('select 1 from ledger where moved_to is null').length === 0,
      30_000,
      'moved',
    );
    return leftBy(town);
  } finally {
    await town.close();
  }
}

/** All that does not hang on the mailbox's own name. */
function leftBy({ desk }: Town) {
  type Row = Readonly<Record<string, string | number | null>>;
  const rows = (sql: string): readonly Row[] => desk.query<Row>(sql);
  const all = rows('select template, recipient, ticket, step, state from outbox');
  // Morning letters come by the clock, and no mail is their cause.
  const letters = all.filter(({ template }) => template !== 'desk.digest' && template !== 'operator.daily');
  const taken = new Set(desk.smtp.letters.map(({ messageId }) => messageId));
  return {
    tickets: rows('select number, status, team, variant, version from tickets order by number') as readonly {
      readonly status: string;
    }[],
    events: rows('select ticket, seq, type from events order by ticket, seq'),
    letters: letters.map((letter) => JSON.stringify(letter)).toSorted(),
    isAllSent: taken.size === all.length,
    mails: rows('select uid, state, disposition, held, released, moved_to from ledger order by uid'),
    marks: rows('select address, mark from addresses order by address, mark'),
    texts: rows(
      `select ticket, name from ticket_texts where name not like 'mail:%' and name not like 'note:%' order by ticket, name`,
    ),
  };
}
