/** The crash test, for so many kills: the same post undisturbed and disturbed, compared by mail, letter and recipient. */
import { expect } from 'vitest';
import { startDovecot } from '../support/dovecot.ts';
import { chosenSeed, makeSeeded } from '../support/seeded.ts';
import { runDay, type RunResult } from './crash-run.ts';
import { dayOfMails } from './day-of-mails.ts';

export interface CrashStory {
  readonly mails: number;
  readonly answers: number;
  readonly kills: number;
}

export async function expectTheSameAfterCrashes({ mails, answers, kills }: CrashStory): Promise<void> {
  const seed = chosenSeed();
  console.log(`seed ${seed}: run it again with LOKET_SEED=${seed}`);
  const raws = dayOfMails(mails, makeSeeded(seed));
  const dovecot = await startDovecot();
  try {
    const common = { dovecot, mails: raws, answers };
    const [calm, rough] = await bothOf([
      runDay({ ...common, user: 'tenang', kills: null, chance: makeSeeded(seed + 1) }),
      runDay({ ...common, user: 'ribut', kills, chance: makeSeeded(seed + 2) }),
    ]);
    console.log(
      `${rough.kills} kills, ${rough.killsWhileReading} while a mail was being read; ` +
        `${rough.taken.size} letters in ${rough.deliveries} deliveries (undisturbed ${calm.taken.size} in ${calm.deliveries})`,
    );
    expectTheSame(calm, rough);
    expect(rough.kills).toBe(kills);
    expect(rough.killsWhileReading).toBeGreaterThan(0);
  } finally {
    await dovecot.close();
  }
}

/** Waits for both even when one fails: they share a server. */
async function bothOf(runs: readonly [Promise<RunResult>, Promise<RunResult>]): Promise<[RunResult, RunResult]> {
  await Promise.allSettled(runs);
  return Promise.all(runs);
}

function expectTheSame(calm: RunResult, rough: RunResult): void {
  expect(calm.aftermath.mails.length).toBeGreaterThan(0);
  expect(calm.aftermath.letters.length).toBeGreaterThan(0);
  const kinds = ['mails', 'tickets', 'letters', 'events'] as const;
  // All at once: what differs in one tells why it differs in another.
  expect(kinds.flatMap((kind) => differences(calm.aftermath[kind], rough.aftermath[kind]))).toEqual([]);
  expect(counterOf(rough)).toEqual(counterOf(calm));
  expect(calm.deliveries).toBe(calm.taken.size);
  // Every letter has been taken, and nothing but letters: twice only with the same Message-ID.
  expect(rough.taken.size).toBe(rough.aftermath.letters.length);
  expect([...calm.differing, ...rough.differing]).toEqual([]);
}

/** The numbers without kind and check digit: the day's counter has no gap and no number twice, whatever the order. */
function counterOf({ aftermath }: RunResult): readonly string[] {
  return aftermath.numbers.map((number) => number.split('-')[2] ?? '').toSorted();
}

function differences(calm: readonly string[], rough: readonly string[]): readonly string[] {
  const left = rough.slice();
  const missing = calm.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((line) => `- ${line}`), ...left.map((line) => `+ ${line}`)];
}
