import { describe, expect, it } from 'vitest';
import { makeLog, type LogLevel } from '../../src/observe/log.ts';
import type { LogFields } from '../../src/shared/log.ts';

const clock = { now: () => Date.parse('2026-11-23T02:00:00Z') };

function lines(write: (log: ReturnType<typeof makeLog>) => void, level: LogLevel = 'debug'): Record<string, unknown>[] {
  const written: string[] = [];
  write(makeLog({ level, clock, destination: { write: (line: string) => void written.push(line) } }));
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const logged = (fields: LogFields) => lines((log) => log.info(fields, 'x'))[0];

describe('a line of the log', () => {
  it('is one JSON object with time, level, fields and message', () => {
    expect(lines((log) => log.info({ mail: 'ab12', attempts: 2 }, 'mail kept'))).toEqual([
      { level: 'info', time: '2026-11-23T02:00:00.000Z', mail: 'ab12', attempts: 2, msg: 'mail kept' },
    ]);
  });

  it('is written at its level and above only', () => {
    const write = (log: ReturnType<typeof makeLog>): void => {
      log.debug({}, 'a');
      log.info({}, 'b');
      log.warn({}, 'c');
      log.error({}, 'd');
    };

    expect(lines(write, 'warn').map((line) => line['level'])).toEqual(['warn', 'error']);
    expect(lines(write, 'debug').map((line) => line['level'])).toEqual(['debug', 'info', 'warn', 'error']);
    expect(lines(write, 'silent')).toEqual([]);
  });

  it.each([
    'password',
    'imapPassword',
    'secret',
    'token',
    'replyToken',
    'authorization',
    'credentials',
    'cookie',
    'nip',
  ])('hides the value of %s', (name) => {
    expect(JSON.stringify(logged({ [name]: 'hunter2' }))).not.toContain('hunter2');
  });

  it.each(['body', 'text', 'html', 'subject', 'note', 'name', 'from', 'to'])('hides the words in %s', (name) => {
    expect(JSON.stringify(logged({ [name]: 'Mohon reset password saya' }))).not.toContain('Mohon');
  });

  it('hides addresses and logins inside other values', () => {
    const line = logged({
      reply: '550 5.1.1 <budi@kantor.example>: user unknown',
      database: 'postgres://loket:hunter2@db.example/loket',
    });

    expect(line).toMatchObject({ reply: '550 5.1.1 <[address]>: user unknown' });
    expect(JSON.stringify(line)).not.toMatch(/budi|hunter2/);
  });

  it('keeps one line however long and broken its values are', () => {
    const [line] = lines((log) => log.warn({ reply: `a\nb${'x'.repeat(10_000)}` }, 'letter put off'));

    expect(String(line?.['reply'])).toHaveLength(500);
  });
});
