import { afterEach, describe, expect, it } from 'vitest';
import { startLetterThread, type LetterThread, type LetterThreadOptions } from '../../src/send/letter-thread.ts';
import { silentLog } from '../../src/shared/log.ts';
import { aLetter, aRow } from './outgoing.ts';

const NOON = Date.parse('2026-11-23T05:00:00Z');
const FILE = { filename: 'asli.eml', contentType: 'message/rfc822', content: { path: '/raw/ab' } };
const open: LetterThread[] = [];

afterEach(async () => {
  for (const thread of open.splice(0)) await thread.close();
});

async function started(change: Partial<LetterThreadOptions> = {}): Promise<LetterThread> {
  const thread = await startLetterThread({
    entry: new URL('sample-letter-thread.ts', import.meta.url),
    settings: null,
    attachments: async () => [],
    clock: { now: () => NOON },
    log: silentLog,
    answerWithinMs: 60_000,
    ...change,
  });
  open.push(thread);
  return thread;
}

const letterThat = (does: string) => aRow({ letter: aLetter({ subject: does }) });
const LOST = { code: 'E_SMTP_TRANSIENT', retryable: true };

describe('the thread of letters', () => {
  it('is given the letter, its files by their path, the recipients that are left and the time', async () => {
    const thread = await started({ attachments: async () => [FILE] });

    const posted = await thread.send(aRow(), ['siti@kantor.example']);

    expect(posted.outcome).toEqual({ kind: 'sent', reply: `250 ${aRow().key}` });
    expect(posted.to).toEqual(['budi@kantor.example']);
    expect(JSON.parse(posted.text)).toEqual({ attachments: [FILE], only: ['siti@kantor.example'], now: NOON });
  });

  it('does not start with faulty templates, and says what is wrong with them', async () => {
    await expect(started({ settings: 'faulty' })).rejects.toMatchObject({
      code: 'E_TEMPLATE',
      message: 'templates/id/requester.received.mjml:3: not closed',
    });
  });

  it('tells a letter that cannot be made from one that time may mend', async () => {
    const thread = await started();

    await expect(thread.send(letterThat('unmakeable'))).rejects.toMatchObject({ code: 'E_TEMPLATE', retryable: false });
    await expect(thread.send(letterThat('unreadable'))).rejects.toThrow('EIO');
  });

  it('that ends leaves the letters under way to be sent again, and the next letter starts another', async () => {
    const thread = await started();
    const waiting = thread.send(letterThat('hang'));
    const deadly = thread.send(letterThat('die'));

    await expect(waiting).rejects.toMatchObject(LOST);
    await expect(deadly).rejects.toMatchObject(LOST);
    expect((await thread.send(aRow())).outcome.kind).toBe('sent');
  });

  it('that does not answer in time is ended', async () => {
    const thread = await started({ answerWithinMs: 300 });

    await expect(thread.send(letterThat('hang'))).rejects.toMatchObject(LOST);
    expect((await thread.send(aRow())).outcome.kind).toBe('sent');
  });

  it('closes while a letter is under way, which is to be sent again', async () => {
    const thread = await started();
    const waiting = thread.send(letterThat('hang'));
    const fault = waiting.catch((error: unknown) => error);

    await thread.close();

    expect(await fault).toMatchObject(LOST);
    await expect(thread.send(aRow())).rejects.toMatchObject(LOST);
  });
});
