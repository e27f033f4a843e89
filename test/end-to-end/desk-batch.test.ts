/** Whatever the desk writes into one mail, and in whatever order: all of it is done, or none of it. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR } from '../../src/shared/time.ts';
import { openDesk, type Desk, type Sent } from './desk.ts';

const OFFICER = 'meja-layanan';
const TEAMS = ['RFT-AKUN', 'RFT-JARINGAN', 'RFT-HOSTING'];

let desk: Desk;
let list: Sent;
let numbers: readonly string[];

beforeAll(async () => {
  desk = await openDesk();
  for (const what of ['password email', 'sandi akun komputer', 'password Wi-Fi kantor'])
    await desk.writes('mutia.zahra', {
      subject: `Lupa ${what}`,
      text: `Mohon reset ${what} saya, lupa sesudah cuti.`,
      cc: ['joyo.handoko'],
    });
  for (const who of ['penawaran', 'promo', 'undian', 'seminar', 'pameran'])
    await desk.writes(`${who}@vendor.example`, { subject: `Perihal ${who}`, text: `Mohon ditindaklanjuti: ${who}.` });
  await desk.writes(OFFICER, { subject: 'perintah', text: 'karantina' });
  list = desk.last('desk.quarantine');
  numbers = (await desk.statuses()).map((line) => line.split(':')[0] ?? '');
}, 60_000);
afterAll(() => desk.close());

interface Line {
  readonly text: string;
  readonly isGood: boolean;
}

const good = (text: string): Line => ({ text, isGood: true });
const bad = (text: string): Line => ({ text, isGood: false });
const aTicket = fc.nat(2).map((index) => numbers[index] ?? '');

const line: fc.Arbitrary<Line> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(aTicket, fc.constantFrom(...TEAMS)).map(([it, team]) => good(`${it} alihkan: ${team}`)),
  },
  { weight: 2, arbitrary: aTicket.map((it) => good(`${it} koreksi: ITSM.9`)) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 5 }).map((item) => good(`buang ${item}`)) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 5 }).map((item) => good(`blokir ${item}`)) },
  { weight: 1, arbitrary: fc.tuple(aTicket, aTicket).map(([a, b]) => (a === b ? bad : good)(`${a} kaitkan ${b}`)) },
  { weight: 1, arbitrary: fc.constantFrom('lepas 9', 'buang 77', 'blokir servicedesk@kemenkeu.example').map(bad) },
  { weight: 1, arbitrary: aTicket.map((it) => bad(`${it} alihkan: RFT-ANTARIKSA`)) },
  { weight: 1, arbitrary: fc.constant(bad('SR-261123-9999-9 alihkan: RFT-AKUN')) },
);

/** Everything that an order can change. */
async function world(): Promise<unknown> {
  const tickets = await Promise.all(
    numbers.map(async (number) => {
      const { version, state, texts } = await desk.ticket(number);
      return { version, status: state.status, team: state.team, service: state.service, names: Object.keys(texts) };
    }),
  );
  const held = (await desk.store.deskBook.held(20)).map(({ from }) => from);
  const marks = (await desk.store.deskBook.marked(20)).map(({ address }) => address);
  return { tickets, held, marks };
}

test('all lines or none, and batal puts back what was done', { timeout: 240_000 }, async () => {
  const batches = fc.array(line, { minLength: 2, maxLength: 6 });

  await fc.assert(
    fc.asyncProperty(batches, async (lines) => {
      // Who says the same again and again within the hour gets no more letters.
      desk.pass(2 * HOUR);
      const before = await world();

      const { told, decision } = await desk.answers(OFFICER, list, lines.map(({ text }) => text).join('\n'));

      if (lines.some(({ isGood }) => !isGood)) {
        expect(told).toEqual(['desk.batch-unclear → meja-layanan']);
        expect(decision.tickets).toEqual([]);
        expect(await world()).toEqual(before);
        return;
      }
      expect(told).toContain('desk.done → meja-layanan');
      const receipt = desk.last('desk.done').mail;
      for (const { text } of lines)
        expect(receipt.text).toContain(/^buang|blokir/.test(text) ? 'vendor.example' : numberIn(text));
      await desk.answers(OFFICER, desk.last('desk.done'), 'batal');
      expect(standing(await world())).toEqual(standing(before));
    }),
    { numRuns: 25 },
  );
});

const numberIn = (text: string): string => /[A-Z]{2,3}-\d{6}-\d{4}-\d/.exec(text)?.[0] ?? '';

/** As it stands, whatever was written down on the way. */
function standing(it: unknown): unknown {
  return JSON.parse(JSON.stringify(it, (key, value) => (key === 'version' || key === 'names' ? undefined : value)));
}
