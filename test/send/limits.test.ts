import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { asMailId, asTicketNumber, type LetterKey } from '../../src/shared/ids.ts';
import { HOUR, MINUTE } from '../../src/shared/time.ts';
import { aStage, DESK, TEAM, until, type Stage } from './stage.ts';

let stage: Stage | null = null;

afterEach(async () => {
  await stage?.close();
  stage = null;
});

const ticket = (counter: number) => asTicketNumber(`SR-261123-${String(counter).padStart(4, '0')}-0`);
const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const toPerson = (index: number) => ({
  ticket: ticket(index),
  to: [{ name: '', address: `p${index}@kantor.example` }],
});
const states = ({ outbox }: Stage, keys: readonly LetterKey[]) => keys.map((key) => outbox.state(key));
const count = (list: readonly unknown[], value: unknown) => list.filter((one) => one === value).length;

/** With mails enough that the breaker has nothing to say. */
async function theStage(): Promise<Stage> {
  stage = await aStage();
  for (const _ of range(100)) stage.outbox.receiveMail(stage.clock.now());
  return stage;
}

async function allDecided(at: Stage, keys: readonly LetterKey[]): Promise<void> {
  await until(() => states(at, keys).every((state) => state === 'sent' || state === 'parked'));
}

describe('the cap of an address', () => {
  it('parks the 21st letter without a ticket in an hour, and raises one alarm for all that follow', async () => {
    const at = await theStage();
    const keys = range(27).map(() => at.outbox.add({ ticket: null }));

    at.start();
    await allDecided(at, keys);

    expect(states(at, keys)).toEqual([...range(20).map(() => 'sent'), ...range(7).map(() => 'parked')]);
    expect(at.told.map(({ cause }) => cause)).toEqual(['letters-parked']);
    expect(at.outbox.rows()[26]?.parkedReason).toBe('cap: more than 20 letters an hour to one address');
  });

  it('leaves the one answer of each ticket out of the count', async () => {
    const at = await theStage();
    const answers = range(40).map((counter) => at.outbox.add({ ticket: ticket(counter), priority: 'acknowledgement' }));
    const others = range(22).map(() => at.outbox.add({ ticket: null }));
    const laterAnswers = range(5).map((counter) => at.outbox.add({ ticket: ticket(100 + counter) }));

    at.start();
    await allDecided(at, [...answers, ...others, ...laterAnswers]);

    expect(count(states(at, [...answers, ...laterAnswers]), 'sent')).toBe(45);
    expect(count(states(at, others), 'sent')).toBe(20);
  });

  it('does not hold for mailboxes of our own', async () => {
    const at = await theStage();
    const to = [TEAM, DESK].map((address) => [{ name: '', address }]);
    const keys = range(60).map((index) => at.outbox.add({ ticket: null, to: to[index % 2] ?? [] }));

    at.start();
    await allDecided(at, keys);

    expect(count(states(at, keys), 'sent')).toBe(60);
  });

  it('is over an hour later', async () => {
    const at = await theStage();
    const first = range(20).map(() => at.outbox.add({ ticket: null }));
    at.start();
    await allDecided(at, first);

    at.clock.move(HOUR + MINUTE);
    const second = range(20).map(() => at.outbox.add({ ticket: null }));
    range(20).forEach(() => at.outbox.receiveMail(at.clock.now()));
    await allDecided(at, second);

    expect(count(states(at, second), 'sent')).toBe(20);
  });
});

describe('the cap of a ticket', () => {
  it('parks the fourth letter of an hour to one who has had some, and lets those to our own mailboxes leave', async () => {
    const at = await theStage();
    const people = range(4).map(() =>
      at.outbox.add({ ticket: ticket(1), to: [{ name: '', address: 'p@kantor.example' }] }),
    );
    const team = at.outbox.add({ ticket: ticket(1), to: [{ name: '', address: TEAM }] });

    at.start();
    await allDecided(at, [...people, team]);

    expect(states(at, people)).toEqual(['sent', 'sent', 'sent', 'parked']);
    expect(at.outbox.state(team)).toBe('sent');
  });

  it('lets whoever is written to for the first time have his letter: a deputy has answered nothing yet', async () => {
    const at = await theStage();
    const people = range(5).map((index) =>
      at.outbox.add({ ticket: ticket(1), to: [{ name: '', address: `p${index}@kantor.example` }] }),
    );

    at.start();
    await allDecided(at, people);

    expect(states(at, people)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
  });
});

describe('the breaker', () => {
  it('parks the whole outbox when more than four letters go for each mail, tells it once, and closes when it is over', async () => {
    stage = await aStage();
    const { outbox, start, told, clock, alarm } = stage;
    range(10).forEach(() => outbox.receiveMail(clock.now()));
    const keys = range(41).map((index) => outbox.add({ ...toPerson(index), source: asMailId(`surat-${index % 10}`) }));

    const loop = start();
    await until(() => keys.map((key) => outbox.state(key)).every((state) => state === 'parked'));

    expect(told.map(({ cause }) => cause).toSorted()).toEqual(['breaker', 'letters-parked']);
    expect(loop.status().breaker).toBe('breaker: 41 letters for 10 received mails within 10 minutes');

    clock.move(11 * MINUTE);
    await until(() => loop.status().breaker === null);
    expect(alarm.raised()).toEqual(['letters-parked']);
    const next = outbox.add({ ticket: ticket(99) });
    await until(() => outbox.state(next) === 'sent');
    expect(count(states(stage, keys), 'parked')).toBe(41);
  });

  it('has nothing to say about reminders and other letters that no mail has caused', async () => {
    stage = await aStage();
    const { outbox, start } = stage;
    const keys = range(41).map((index) => outbox.add(toPerson(index)));

    const loop = start();
    await until(() => keys.every((key) => outbox.state(key) === 'sent'));

    expect(loop.status().breaker).toBeNull();
  });

  it('opens when more than a fifth is refused for good', async () => {
    const at = await theStage();
    at.smtp.behave({ recipients: { 'budi@kantor.example': '550 5.1.1 user unknown' } });
    const refused = range(20).map((index) => at.outbox.add({ ticket: ticket(index) }));
    const loop = at.start({ undeliverable: () => null });
    await until(() => states(at, refused).every((state) => state === 'failed'));
    const good = at.outbox.add({ ticket: ticket(50), to: [{ name: '', address: 'siti@kantor.example' }] });
    await sleep(100);

    expect(at.outbox.state(good)).toBe('parked');
    expect(loop.status().breaker).toContain('20 of 20 letters refused for good');
  });
});
