import { describe, expect, it } from 'vitest';
import { DEFAULT_SMTP_LIMITS, isLoopback, poolOptions, type SmtpSettings } from '../../src/send/smtp-settings.ts';

function options(change: Partial<SmtpSettings>) {
  const login = { user: null, password: null };
  const plain = { host: 'smtp.kantor.example', port: 587, secure: false, ...login, sender: 'a@kantor.example' };
  return poolOptions({ ...plain, ...change }, DEFAULT_SMTP_LIMITS);
}

describe('the connection to the server', () => {
  it.each(['localhost', '127.0.0.1', '127.9.8.7', '::1'])('may be plain to %s', (host) => {
    expect(options({ host })).toMatchObject({ requireTLS: false, tls: { rejectUnauthorized: false } });
  });

  it.each(['smtp.kantor.example', '10.0.0.1', '127.0.0.1.kantor.example', 'localhost.kantor.example', '1127.0.0.1'])(
    'is encrypted and its certificate checked to %s',
    (host) => {
      expect(isLoopback(host)).toBe(false);
      expect(options({ host })).toMatchObject({ requireTLS: true, tls: { rejectUnauthorized: true } });
    },
  );

  it('is encrypted from the first byte where the settings say so', () => {
    expect(options({ secure: true })).toMatchObject({ secure: true, requireTLS: false });
  });

  it('logs in with the secret as it is at that moment', () => {
    expect(options({ user: 'servicedesk', password: () => 'rahasia' }).auth).toEqual({
      user: 'servicedesk',
      pass: 'rahasia',
    });
    expect(options({}).auth).toBeUndefined();
  });

  it('never reads files or URLs that a message names', () => {
    expect(options({})).toMatchObject({ disableFileAccess: true, disableUrlAccess: true });
  });

  it('trusts an authority of the office where one is given', () => {
    expect(options({ ca: '-----BEGIN CERTIFICATE-----' }).tls).toMatchObject({ ca: '-----BEGIN CERTIFICATE-----' });
  });
});
