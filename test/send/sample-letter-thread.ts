/** A program of the thread of letters for its tests: the letter's subject says what becomes of it. */
import { parentPort, workerData } from 'node:worker_threads';
import { serveLetters } from '../../src/send/letter-jobs.ts';
import type { Posted } from '../../src/send/post.ts';
import { BotError } from '../../src/shared/errors.ts';

const never = new Promise<never>(() => undefined);

if (parentPort) {
  await serveLetters(parentPort, async () => {
    if (workerData === 'faulty') throw new BotError('E_TEMPLATE', 'templates/id/requester.received.mjml:3: not closed');
    return {
      post: async ({ row, attachments, only, now }): Promise<Posted> => {
        const { subject, to } = row.letter;
        if (subject === 'die') process.exit(7);
        if (subject === 'hang') return never;
        if (subject === 'unmakeable') throw new BotError('E_TEMPLATE', 'there is no such letter');
        if (subject === 'unreadable') throw new Error('EIO');
        const text = JSON.stringify({ attachments, only, now });
        return { outcome: { kind: 'sent', reply: `250 ${row.key}` }, text, to: to.map(({ address }) => address) };
      },
      close: async () => undefined,
    };
  });
}
