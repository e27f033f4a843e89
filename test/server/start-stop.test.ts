import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually, openDesk, plainRequest, requestId, SAMPLE_DIRECTORY, type Desk } from '../support/desk.ts';

const AT_ONCE_MS = 1_500;

describe('starting and stopping', () => {
  let desk: Desk;

  beforeEach(async () => {
    desk = await openDesk({ directory: SAMPLE_DIRECTORY, learnsAnew: true });
  });
  afterEach(async () => {
    await desk.close();
  });

  const stopped = async (): Promise<{ code: number | null; took: number }> => {
    const began = performance.now();
    const code = await desk.daemon.stop();
    return { code, took: performance.now() - began };
  };
  const answerTo = async (index: number): Promise<number> => {
    const began = performance.now();
    await desk.deliver([plainRequest(index)]);
    await eventually(() => desk.answersTo(requestId(index)).length > 0, 20_000, 'answer');
    return performance.now() - began;
  };

  it('answers the first mail after the start nearly as fast as the next ones, and stops at once', async () => {
    await desk.start();
    await sleep(1_000);
    const first = await answerTo(1);
    await sleep(1_000);
    const second = await answerTo(2);
    // Left open by a monitor, as HTTP/1.1 has it.
    await fetch(`http://127.0.0.1:${desk.daemon.httpPort}/metrics`).then((response) => response.text());
    const { code, took } = await stopped();
    console.log(`first answer after ${first} ms, second after ${second} ms, stopped within ${took} ms`);

    expect(first - second).toBeLessThan(1_000);
    expect(code).toBe(0);
    expect(took).toBeLessThan(AT_ONCE_MS);
    expect(desk.daemon.log()).toContain('loket has stopped');
  });

  it('ends cleanly when it is stopped while it starts', async () => {
    await desk.daemon.start();
    const { code } = await stopped();

    expect(code).toBe(0);
  });

  it('stops at once in the middle of a backlog, and does the rest at the next start', async () => {
    await desk.start();
    await desk.deliver(Array.from({ length: 60 }, (_, index) => plainRequest(index)));
    const { code, took } = await stopped();
    const decided = desk.books().filter(({ state }) => state === 'decided').length;
    await desk.start();
    await desk.settled(60);

    expect(code).toBe(0);
    expect(took).toBeLessThan(2 * AT_ONCE_MS);
    expect(decided).toBeLessThan(60);
    expect(desk.books().filter(({ tickets }) => tickets === 1)).toHaveLength(60);
    expect(new Set(desk.smtp.letters.map(({ messageId }) => messageId)).size).toBe(desk.smtp.letters.length);
  });
});
