import { expect, it } from 'vitest';
import { makeTurn } from '../../src/send/turn.ts';

const spent = async (wait: Promise<void>): Promise<number> => {
  const began = performance.now();
  await wait;
  return performance.now() - began;
};

it('a nudge ends the wait', async () => {
  const turn = makeTurn();
  setTimeout(turn.nudge, 10);

  expect(await spent(turn.wait(5_000))).toBeLessThan(1_000);
});

it('a nudge that came before the wait is not lost, and counts once', async () => {
  const turn = makeTurn();
  turn.nudge();
  turn.nudge();

  expect(await spent(turn.wait(5_000))).toBeLessThan(1_000);
  expect(await spent(turn.wait(60))).toBeGreaterThan(50);
});

it('a wait that nobody cuts short ends by itself', async () => {
  expect(await spent(makeTurn().wait(30))).toBeGreaterThan(25);
});
