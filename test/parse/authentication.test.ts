import { describe, expect, it } from 'vitest';
import { gradeSender } from '../../src/parse/authentication.ts';
import { readFields } from '../../src/parse/header-fields.ts';

const POLICY = { authservIds: ['mx.kemenkeu.go.id'], internal: { header: 'X-Internal', value: 'Yes' } };
const grade = (results: string, domain = 'kemenkeu.go.id', lines = ''): string =>
  gradeSender(
    readFields(Buffer.from(`Authentication-Results: ${results}\r\n${lines}`)),
    { name: '', address: `budi@${domain}` },
    POLICY,
  ).grade;

describe('sender grade', () => {
  it.each([
    ['mx.kemenkeu.go.id; dmarc=pass header.from=kemenkeu.go.id', 'aligned'],
    ['MX.Kemenkeu.go.id 1; DMARC=PASS (p=none) header.from=Kemenkeu.GO.ID', 'aligned'],
    ['mx.kemenkeu.go.id; dkim=pass header.d=kemenkeu.go.id header.s=s1', 'aligned'],
    ['mx.kemenkeu.go.id; dkim=pass header.d=mail.kemenkeu.go.id', 'aligned'],
    ['mx.kemenkeu.go.id; dkim=pass header.i=@kemenkeu.go.id', 'aligned'],
    ['mx.kemenkeu.go.id; spf=pass smtp.mailfrom=bounce@kemenkeu.go.id', 'aligned'],
    ['mx.kemenkeu.go.id; spf=fail smtp.mailfrom=x; dkim=pass header.d=kemenkeu.go.id', 'aligned'],
    ['mx.kemenkeu.go.id; dkim=pass header.d=go.id', 'absent'],
    ['mx.kemenkeu.go.id; dkim=pass header.d=id', 'absent'],
    ['mx.kemenkeu.go.id; dkim=pass header.d=notkemenkeu.go.id', 'absent'],
    ['mx.kemenkeu.go.id; dkim=pass header.d=kemenkeu.go.id.jahat.example', 'absent'],
    ['mx.kemenkeu.go.id; dmarc=pass header.from=jahat.example', 'absent'],
    ['mx.kemenkeu.go.id; spf=softfail smtp.mailfrom=kemenkeu.go.id', 'absent'],
    ['mx.kemenkeu.go.id; none', 'absent'],
    ['mx.kemenkeu.go.id; spf=fail smtp.mailfrom=kemenkeu.go.id', 'failed'],
    ['mx.kemenkeu.go.id; dmarc=fail header.from=kemenkeu.go.id; dkim=pass header.d=kemenkeu.go.id', 'failed'],
    ['mx.jahat.example; dmarc=pass header.from=kemenkeu.go.id', 'absent'],
    ['mx.kemenkeu.go.id.jahat.example; dmarc=pass header.from=kemenkeu.go.id', 'absent'],
    ['mx.jahat.example (mx.kemenkeu.go.id); dmarc=pass', 'absent'],
    ['"mx.kemenkeu.go.id; dmarc=pass"; spf=none', 'absent'],
    ['mx.kemenkeu.go.id; spf=fail reason="; dmarc=pass header.from=kemenkeu.go.id" smtp.mailfrom=x.example', 'failed'],
  ])('of %s is %s', (results, expected) => {
    expect(grade(results)).toBe(expected);
  });

  it('is internal by the mark alone, in every instance of it', () => {
    expect(grade('x', 'kemenkeu.go.id', 'X-Internal: yes\r\n')).toBe('internal');
    expect(grade('x', 'kemenkeu.go.id', 'X-Internal: no\r\nX-Internal: yes\r\n')).toBe('absent');
  });

  it('takes the results of all our servers together', () => {
    const second = 'Authentication-Results: mx.kemenkeu.go.id; dmarc=fail header.from=kemenkeu.go.id\r\n';

    expect(grade('mx.kemenkeu.go.id; dmarc=pass header.from=kemenkeu.go.id', 'kemenkeu.go.id', second)).toBe('failed');
  });
});
