import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/send/smtp-outcome.ts';

/** As nodemailer makes them. */
function refusal(command: string, response: string, code = 'EENVELOPE'): Error {
  return Object.assign(new Error(`refused: ${response}`), {
    code,
    command,
    response,
    responseCode: Number(response.slice(0, 3)),
  });
}

const broken = (message: string, facts: object): Error => Object.assign(new Error(message), facts);

describe('a failure of SMTP', () => {
  it.each([
    ['RCPT TO', '550 5.1.1 user unknown', { kind: 'permanent', status: '5.1.1' }],
    ['RCPT TO', '550 no such user', { kind: 'permanent', status: '5.0.0' }],
    ['DATA', '554 5.7.1 looks like spam', { kind: 'permanent', status: '5.7.1' }],
    ['DATA', '552 5.3.4 too big', { kind: 'permanent', status: '5.3.4' }],
    ['MAIL FROM', '552 5.3.4 too big', { kind: 'permanent', status: '5.3.4' }],
    ['RCPT TO', '451 4.2.1 later', { kind: 'transient', scope: 'letter' }],
    ['MAIL FROM', '421 4.3.2 shutting down', { kind: 'transient', scope: 'letter' }],
    ['DATA', '503 5.5.1 bad sequence', { kind: 'transient', scope: 'letter' }],
    ['MAIL FROM', '553 5.7.1 sender not owned', { kind: 'transient', scope: 'refused' }],
    ['MAIL FROM', '530 5.7.0 authentication required', { kind: 'transient', scope: 'refused' }],
    ['RCPT TO', '530 5.7.0 authentication required', { kind: 'transient', scope: 'refused' }],
    ['AUTH PLAIN', '535 5.7.8 wrong password', { kind: 'transient', scope: 'refused' }],
    ['AUTH LOGIN', '454 4.7.0 temporary', { kind: 'transient', scope: 'unreachable' }],
    ['CONN', '554 5.7.1 you are on a list', { kind: 'transient', scope: 'refused' }],
    ['CONN', '421 4.7.0 too many connections', { kind: 'transient', scope: 'unreachable' }],
    ['EHLO', '550 5.7.1 go away', { kind: 'transient', scope: 'refused' }],
  ])('at %s with %j is %j', (command, response, expected) => {
    expect(outcomeOf(refusal(command, response))).toMatchObject({ ...expected, reply: response });
  });

  it.each([
    ['connect ECONNREFUSED', { code: 'ESOCKET', command: 'CONN', syscall: 'connect' }, 'unreachable'],
    ['getaddrinfo ENOTFOUND', { code: 'EDNS', command: 'CONN' }, 'unreachable'],
    ['Connection timeout', { code: 'ETIMEDOUT', command: 'CONN' }, 'unreachable'],
    ['Greeting never received', { code: 'ETIMEDOUT', command: 'CONN' }, 'unreachable'],
    ['Reached maximum number of retries after connection was closed', { code: 'ECONNECTION' }, 'unreachable'],
    ['self-signed certificate', { code: 'ETLS', command: 'CONN' }, 'refused'],
    ['Timeout', { code: 'ETIMEDOUT', command: 'CONN' }, 'letter'],
    ['Connection closed unexpectedly', { code: 'ECONNECTION', command: 'CONN' }, 'letter'],
    ['read ECONNRESET', { code: 'ESOCKET', command: 'CONN', syscall: 'read' }, 'letter'],
    ['Message sending aborted', { code: 'EABORT' }, 'letter'],
  ])('that says %j is transient', (message, facts, scope) => {
    expect(outcomeOf(broken(message, facts))).toEqual({ kind: 'transient', scope, reply: message });
  });

  it('of a file is none of SMTP', () => {
    expect(outcomeOf(broken('ENOENT', { code: 'ESTREAM' }))).toBeNull();
    expect(outcomeOf(broken('ENOENT', { code: 'ENOENT', syscall: 'open' }))).toBeNull();
  });

  it('with a 4xx is never permanent, wherever it is said', () => {
    const commands = fc.constantFrom('CONN', 'EHLO', 'STARTTLS', 'AUTH PLAIN', 'MAIL FROM', 'RCPT TO', 'DATA');
    fc.assert(
      fc.property(commands, fc.integer({ min: 400, max: 499 }), (command, code) => {
        expect(outcomeOf(refusal(command, `${code} no`))?.kind).toBe('transient');
      }),
    );
  });

  it.each([null, undefined, 'text', 7, new Error('x'), { rejectedErrors: [null] }])(
    'of the odd shape %j is transient',
    (thrown) => {
      expect(outcomeOf(thrown)?.kind).toBe('transient');
    },
  );
});
