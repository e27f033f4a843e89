/**
 * The daemon is killed between a mail and the letters that follow from it: while the mail is read, when all is decided and nothing has left,
 * and while a letter is on the line. A number put right and a batch of the desk each count once, and each letter is one letter.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { eventually } from '../support/desk.ts';
import { openTown, type Town } from '../support/town.ts';

const LUKMAN = 'lukman.sardi';
const OFFICER = 'meja-layanan';

let town: Town;
beforeAll(async () => {
  town = await openTown({ whenAbsent: 'desk' });
  await town.writes(LUKMAN, {
    subject: 'Pembuatan akun email',
    text: 'Mohon dibuatkan 25 akun email kedinasan untuk pegawai mutasi masuk di unit kami, daftar nama menyusul.',
    cc: ['orang.baru'],
  });
});
afterAll(() => town.close());
beforeEach(() => void town.told());

type Moment = 'while it is read' | 'before a letter leaves' | 'while a letter is on the line';

const count = (sql: string): number => town.desk.query<{ n: number }>(sql)[0]?.n ?? 0;

/** Morning letters come by the clock, and no mail is their cause. */
const TO_PEOPLE = "template not in ('desk.digest', 'operator.daily')";

const REACHED: Readonly<Record<Moment, () => boolean>> = {
  'while it is read': () => count("select count(*) as n from ledger where state <> 'decided'") > 0,
  'before a letter leaves': () => count(`select count(*) as n from outbox where state <> 'sent' and ${TO_PEOPLE}`) > 0,
  'while a letter is on the line': () => town.desk.smtp.receiving() > 0,
};

/** Kills it at that moment of what `act` begins, and starts it again. */
async function killed(moment: Moment, act: () => Promise<void>): Promise<void> {
  const { smtp, daemon } = town.desk;
  if (moment === 'before a letter leaves') smtp.behave({ greeting: '421 4.3.2 try again later' });
  if (moment === 'while a letter is on the line') smtp.behave({ delayMs: 1_000 });
  const acting = act();
  const end = Date.now() + 10_000;
  while (!REACHED[moment]()) {
    if (Date.now() > end) throw new Error(`never ${moment}`);
    await sleep(1);
  }
  await daemon.stop('SIGKILL');
  await eventually(() => smtp.receiving() === 0, 5_000, 'the server has what was on the line');
  smtp.behave({ greeting: null, delayMs: 0 });
  await daemon.start();
  await acting;
}

/** Each letter that has come since, once, however often the server got it; what came twice is the same letter. */
function told(): readonly string[] {
  const letters = town.desk.smtp.letters.map(({ messageId, raw }) => ({
    messageId,
    raw: raw.replace(/^Date: .*$/m, ''),
  }));
  const ids = new Map(letters.map(({ messageId, raw }) => [messageId, raw]));
  expect(letters.filter(({ messageId, raw }) => ids.get(messageId) !== raw)).toEqual([]);
  const sent = count('select count(*) as n from outbox');
  expect(ids.size).toBe(sent);
  return [...new Set(town.told())].filter((line) => !/^desk\.digest|^operator\.daily/.test(line));
}

const quantities = (): readonly unknown[] =>
  town.desk
    .query<{ payload: string }>("select payload from events where type = 'Classified' order by seq")
    .map(({ payload }) => JSON.parse(payload).quantity);

it.each<[Moment, string, number]>([
  ['while it is read', 'Maaf, akunnya 28 bukan 25.', 28],
  ['before a letter leaves', 'Maaf, akunnya 45 bukan 28.', 45],
  ['while a letter is on the line', 'Maaf, akunnya 27 bukan 45.', 27],
])('puts a number right once, killed %s', { timeout: 60_000 }, async (moment, words, quantity) => {
  const before = quantities();

  await killed(moment, () => town.answers(LUKMAN, 'requester.received', words));

  expect(quantities()).toEqual([...before, quantity]);
  expect(told().toSorted()).toEqual([`desk.triage → ${OFFICER}`, `requester.progress → ${LUKMAN}`]);
  const [mails] = town.desk.query<{ all: number; decided: number }>(
    "select count(*) as 'all', sum(state = 'decided') as decided from ledger",
  );
  expect(mails?.decided).toBe(mails?.all);
});

it.each<[Moment, number]>([
  ['while it is read', 29],
  ['before a letter leaves', 46],
  ['while a letter is on the line', 26],
])(
  'carries out a batch of the desk once, killed %s, and takes it back once',
  { timeout: 60_000 },
  async (moment, quantity) => {
    const before = quantities();
    const undone = count("select count(*) as n from events where type = 'Undone'");
    const notes = count("select count(*) as n from events where type = 'NoteAdded'");

    await killed(moment, () =>
      town.answers(OFFICER, 'desk.triage', `jumlah: ${quantity}\ncatatan: sudah ditelepon, ${quantity} benar`),
    );

    expect(quantities()).toEqual([...before, quantity]);
    expect(count("select count(*) as n from events where type = 'NoteAdded'")).toBe(notes + 1);
    expect(told().toSorted()).toEqual([`desk.done → ${OFFICER}`, `requester.progress → ${LUKMAN}`]);

    await town.answers(OFFICER, 'desk.done', 'batal');

    expect(count("select count(*) as n from events where type = 'Undone'")).toBe(undone + 1);
    expect(told().filter((line) => line.startsWith('desk.done'))).toEqual([`desk.done → ${OFFICER}`]);
    expect(town.statuses().map((line) => line.split(': ')[1])).toEqual(['triage']);
  },
);
