import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { makeSmtpTransport } from '../../src/send/smtp-transport.ts';
import { BotError } from '../../src/shared/errors.ts';
import { clock, closeAll, connected, listenPlainly, settings, track } from './connected.ts';
import { aMail } from './outgoing.ts';

afterEach(closeAll);

describe('the login', () => {
  it("that is refused is no letter's failure, and the secret is read again for the next letter", async () => {
    const secret = { value: 'salah' };
    const login = { user: 'servicedesk', password: 'benar' };
    const { transport } = await connected({ user: 'servicedesk', password: () => secret.value }, {}, { login });

    const first = await transport.send(aMail());
    secret.value = 'benar';
    const second = await transport.send(aMail());

    expect(first).toMatchObject({ kind: 'transient', scope: 'refused' });
    expect(second.kind).toBe('sent');
  });

  it("whose secret cannot be had is no letter's failure", async () => {
    const password = (): string => {
      throw new BotError('E_CONFIG', 'smtp.password: the variable LOKET_SMTP_PASSWORD is not set');
    };
    const { transport } = await connected({ user: 'servicedesk', password });

    expect(await transport.send(aMail())).toEqual({
      kind: 'transient',
      scope: 'refused',
      reply: 'smtp.password: the variable LOKET_SMTP_PASSWORD is not set',
    });
  });

  it('goes over STARTTLS where the server offers it, also on loopback', async () => {
    const login = { user: 'servicedesk', password: 'benar' };
    const { smtp, transport } = await connected(
      { user: 'servicedesk', password: () => 'benar' },
      {},
      { login, startTls: true },
    );

    expect((await transport.send(aMail())).kind).toBe('sent');
    expect(smtp.letters[0]?.secure).toBe(true);
  });

  it.runIf(hasIpv6())('never goes out without TLS to a server that is not on loopback', async () => {
    const heard: string[] = [];
    const port = await listenPlainly(heard);
    const transport = track(
      makeSmtpTransport(settings({ host: '::ffff:127.0.0.1', port, user: 'u', password: () => 'rahasia' }), clock),
    );

    const outcome = await transport.send(aMail());

    expect(outcome).toMatchObject({ kind: 'transient' });
    expect(heard.join('')).toMatch(/STARTTLS/);
    expect(heard.join('')).not.toMatch(/AUTH|MAIL FROM/i);
  });
});

describe('verify', () => {
  it('answers when the server lets us in', async () => {
    const login = { user: 'servicedesk', password: 'benar' };
    const { transport } = await connected({ user: 'servicedesk', password: () => 'benar' }, {}, { login });

    await expect(transport.verify()).resolves.toBeUndefined();
  });

  it('tells a wrong password from a server that is away', async () => {
    const login = { user: 'servicedesk', password: 'benar' };
    const { smtp, transport } = await connected({ user: 'servicedesk', password: () => 'salah' }, {}, { login });

    await expect(transport.verify()).rejects.toMatchObject({ code: 'E_SMTP_PERMANENT' });
    await smtp.stop();
    await expect(transport.verify()).rejects.toMatchObject({ code: 'E_SMTP_TRANSIENT' });
  });
});

/** The address that stands for "not on loopback by its name" and leads there all the same is one of IPv6. */
function hasIpv6(): boolean {
  return Object.values(networkInterfaces()).some((found) => found?.some(({ family }) => family === 'IPv6'));
}
