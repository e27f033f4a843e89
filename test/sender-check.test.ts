import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimSign } from 'mailauth';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReadOutcome } from '../src/look-up.ts';
import { DEFAULT_LIMITS } from '../src/parse/limits.ts';
import { parseMail } from '../src/parse/parse-message.ts';
import { senderCheck, type SenderCheck } from '../src/sender-check.ts';
import { silentLog } from '../src/shared/log.ts';
import { signingKey } from './authenticate/signing-key.ts';
import { startNameServer, type NameServer } from './authenticate/name-server.ts';

const OFFICE = { name: 'Kantor', domains: ['kemenkeu.example'], timezone: 'Asia/Jakarta' };
const OURS = signingKey(2048);
const SHORT = signingKey(768);
const THEIRS = signingKey(2048);

let names: NameServer;
let check: SenderCheck;
let folder: string;

beforeAll(async () => {
  names = await startNameServer({
    'kini._domainkey.kemenkeu.example': OURS.record,
    'pendek._domainkey.kemenkeu.example': SHORT.record,
    'kini._domainkey.mail.kemenkeu.example': OURS.record,
    'kini._domainkey.penyerang.example': THEIRS.record,
    'diam._domainkey.kemenkeu.example': null,
  });
  folder = mkdtempSync(join(tmpdir(), 'loket-signed-'));
  const config = {
    organisation: OFFICE,
    authentication: {
      authserv_ids: ['mx.kemenkeu.example'],
      when_absent: 'refuse' as const,
      dns_check: true,
      nameservers: [names.address],
    },
  };
  const made = senderCheck({ config, log: silentLog });
  if (made === null) throw new Error('it is not wanted');
  check = made;
});
afterAll(async () => {
  await check.close();
  await names.close();
  await rm(folder, { recursive: true, force: true });
});

interface Signing {
  readonly from?: string;
  readonly domain?: string;
  readonly selector?: string;
  readonly pem?: string;
  readonly skipFields?: string;
}

async function signed({
  from = 'dewi@kemenkeu.example',
  domain,
  selector,
  pem,
  skipFields,
}: Signing = {}): Promise<string> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const sent = await transport.sendMail({
    from: `Dewi Anjarwati <${from}>`,
    to: 'servicedesk@kemenkeu.example',
    subject: 'Re: Mohon persetujuan',
    text: 'Setuju, silakan diproses.\n',
    dkim: {
      domainName: domain ?? 'kemenkeu.example',
      keySelector: selector ?? 'kini',
      privateKey: pem ?? OURS.pem,
      ...(skipFields && { skipFields }),
    },
  });
  return String(sent.message);
}

let count = 0;
async function gradeOf(
  raw: string,
): Promise<{ readonly grade: string; readonly evidence: string; readonly slow: boolean }> {
  const path = join(folder, `${(count += 1)}.eml`);
  writeFileSync(path, raw);
  const { message } = await parseMail(
    Buffer.from(raw),
    {
      limits: DEFAULT_LIMITS,
      ownAddresses: [],
      authentication: { authservIds: ['mx.kemenkeu.example'], internal: null },
    },
    { keep: () => false, cut: false },
  );
  const read: ReadOutcome = { kind: 'read', mail: { message, papers: [] } };
  let slow = false;
  const after = await check.checked(read, path, () => (slow = true));
  if (after.kind !== 'read') throw new Error('it was read');
  const { grade, gradeEvidence: evidence } = after.mail.message;
  return { grade, evidence, slow };
}

describe('a signature of our own domain', () => {
  test('makes its sender sure where no server has said anything', async () => {
    expect(await gradeOf(await signed())).toEqual({
      grade: 'aligned',
      evidence: 'dkim=pass (kemenkeu.example), checked here',
      slow: true,
    });
    expect(names.asked).toContain('kini._domainkey.kemenkeu.example');
  });

  test('of a domain below ours speaks for it, too', async () => {
    expect((await gradeOf(await signed({ domain: 'mail.kemenkeu.example' }))).grade).toBe('aligned');
  });

  test.each([
    ['whose text was changed on the way', (raw: string) => raw.replace('silakan', 'jangan')],
    ['whose sender was changed', (raw: string) => raw.replace('dewi@kemenkeu', 'hesti@kemenkeu')],
    ['whose subject was changed', (raw: string) => raw.replace('persetujuan', 'penolakan')],
    ['to which a second From was added', (raw: string) => `From: hesti@kemenkeu.example\r\n${raw}`],
  ])('says nothing of a mail %s', async (_what, change) => {
    const { grade } = await gradeOf(change(await signed()));
    expect(grade).toBe('absent');
  });

  test.each<readonly [string, Signing]>([
    ['another domain', { domain: 'penyerang.example', pem: THEIRS.pem }],
    ['a key that is not the published one', { pem: THEIRS.pem }],
    ['a key too short to be believed', { selector: 'pendek', pem: SHORT.pem }],
    ['a key that DNS does not have', { selector: 'lama' }],
    ['a name server that does not answer', { selector: 'diam' }],
    ['a signature that leaves the subject out', { skipFields: 'subject' }],
  ])('is not seen in %s', async (_what, signing) => {
    expect((await gradeOf(await signed(signing))).grade).toBe('absent');
  });

  test.each([
    [undefined, 'aligned'],
    [10, 'absent'],
  ])('that covers %s bytes of the text makes it %s', async (maxBodyLength, expected) => {
    const raw = (await signed()).replace(/^DKIM-Signature:[^]*?\r\n(?=\S)/, '');
    const key = { signingDomain: 'kemenkeu.example', selector: 'kini', privateKey: OURS.pem };
    const limit = maxBodyLength === undefined ? {} : { maxBodyLength };
    const { signatures } = await dkimSign(raw, { ...key, signatureData: [{ ...key, ...limit }] });
    expect((await gradeOf(`${signatures}${raw}`)).grade).toBe(expected);
  });
});

describe('other mail', () => {
  test('from outside is left as it is, and DNS is not asked about it', async () => {
    const before = names.asked.length;
    const raw = await signed({ from: 'siapa@penyerang.example', domain: 'penyerang.example', pem: THEIRS.pem });
    expect(await gradeOf(raw)).toMatchObject({ grade: 'absent', slow: false });
    expect(names.asked).toHaveLength(before);
  });

  test.each(['pass', 'fail'])('that a believed server has judged (%s) is not judged again', async (verdict) => {
    const before = names.asked.length;
    const results = `Authentication-Results: mx.kemenkeu.example; dmarc=${verdict} header.from=kemenkeu.example\r\n`;
    const { grade, slow } = await gradeOf(`${results}${await signed()}`);
    expect([grade, slow]).toEqual([verdict === 'pass' ? 'aligned' : 'failed', false]);
    expect(names.asked).toHaveLength(before);
  });

  test('with nonsense for signatures neither fails nor holds up the next', async () => {
    const nonsense = `${'DKIM-Signature: v=1; a=rsa-sha256; d=kemenkeu.example; s=kini; h=from; b=x;\r\n'.repeat(300)}`;
    const raw = `${nonsense}From: dewi@kemenkeu.example\r\nSubject: x\r\n\r\nhalo\r\n`;
    expect((await gradeOf(raw)).grade).toBe('absent');
    expect((await gradeOf(await signed())).grade).toBe('aligned');
  });
});

test('nothing is checked where it is not wanted', () => {
  const config = {
    organisation: OFFICE,
    authentication: { authserv_ids: [], when_absent: 'refuse' as const, dns_check: false, nameservers: [] },
  };
  expect(senderCheck({ config, log: silentLog })).toBeNull();
});
