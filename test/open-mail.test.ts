/** Signed mail from its bytes to what the stages see of it: which words count, whose they are, and what the signature shows. */
import { beforeAll, describe, expect, test } from 'vitest';
import { openMail } from '../src/open-mail.ts';
import { DEFAULT_LIMITS } from '../src/parse/limits.ts';
import type { InboundMessage } from '../src/parse/message.ts';
import type { ParsedMail } from '../src/parse/parse-message.ts';
import {
  ellipticKeys,
  makeAuthority,
  makeIdentity,
  pemOf,
  rsaKeys,
  type CertificateWish,
  type Identity,
} from './support/certificates.ts';
import { signMail, type MailSigning } from './support/sign-mail.ts';
import { began, spentSince } from './support/spent.ts';

const AT = new Date('2026-11-23T03:00:00Z');
const DEWI = 'dewi@kemenkeu.example';
const FOR_MAIL = '1.3.6.1.5.5.7.3.4';
const FOR_SERVERS = '1.3.6.1.5.5.7.3.1';
const DIGITAL_SIGNATURE = 0x80;
const KEY_ENCIPHERMENT = 0x20;

let authority: Identity;
let stranger: Identity;
let dewi: Identity;

beforeAll(async () => {
  authority = await makeAuthority();
  stranger = await makeAuthority({ name: 'Otoritas Asing' });
  dewi = await of({});
});

const of = (wish: CertificateWish): Promise<Identity> =>
  makeIdentity({ name: 'Dewi Anjarwati', addresses: [DEWI], issuer: authority, purposes: [FOR_MAIL], ...wish });

const mail = (text = 'Setuju, silakan diproses.', fields = ''): string =>
  [
    `From: Dewi Anjarwati <${DEWI}>`,
    'To: servicedesk@kemenkeu.example',
    'Subject: Re: Mohon persetujuan',
    'Date: Mon, 23 Nov 2026 10:00:00 +0700',
    'Message-ID: <satu@kemenkeu.example>',
    ...(fields === '' ? [] : [fields]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `${text}\r\n`,
  ].join('\r\n');

interface Trusting {
  readonly authorities?: readonly Identity[];
  readonly asItStands?: boolean;
}

function opened(raw: string, { authorities = [authority], asItStands = false }: Trusting = {}): Promise<ParsedMail> {
  const policy = {
    limits: DEFAULT_LIMITS,
    ownAddresses: ['servicedesk@kemenkeu.example'],
    authentication: {
      authservIds: [],
      internal: { header: 'X-Dalam', value: 'ya' },
      authorities: authorities.map(pemOf),
    },
  };
  return openMail(Buffer.from(raw, 'latin1'), policy, { keep: () => true, cut: false, asItStands });
}

async function read(raw: string, trusting: Trusting = {}): Promise<InboundMessage> {
  return (await opened(raw, trusting)).message;
}

const signed = (signing: Partial<MailSigning> = {}, signer = dewi, raw = mail()): Promise<string> =>
  signMail(raw, signer, { at: AT, ...signing });

const whyNot = async (raw: string, trusting: Trusting = {}): Promise<string> => {
  const { smime } = await read(raw, trusting);
  return smime?.kind === 'unproven' ? smime.why : `${smime?.kind}`;
};

describe.each(['clear', 'block'] as const)('a mail signed as %s', (form) => {
  test('proves who wrote it and when, and reads as if it were not signed', async () => {
    const message = await read(await signed({ form }));
    expect(message.smime).toMatchObject({
      kind: 'proven',
      why: `signed by ${DEWI}`,
      signedAt: AT.getTime(),
      covers: 'text',
    });
    const { text, subject, attachments, problems, grade } = message;
    expect({ text: text.trim(), subject, attachments, problems, grade }).toEqual({
      text: 'Setuju, silakan diproses.',
      subject: 'Re: Mohon persetujuan',
      attachments: [],
      problems: [],
      grade: 'absent',
    });
  });

  test('proves nothing where no authority is trusted, and is read all the same', async () => {
    const { smime, text } = await read(await signed({ form }), { authorities: [] });
    expect(smime).toEqual({ kind: 'unproven', why: 'no authority is trusted here' });
    expect(text).toContain('Setuju');
  });

  test.each<readonly [string, CertificateWish, string]>([
    ['has expired', { until: new Date('2026-11-22') }, 'was not valid when it was made'],
    ['is not valid yet', { from: new Date('2026-11-24') }, 'was not valid when it was made'],
    ['is of another address', { addresses: ['hesti@kemenkeu.example'] }, 'is of another address than From'],
    ['names no address', { addresses: [] }, 'names no address'],
    ['is for servers', { purposes: [FOR_SERVERS] }, 'is not for signing mail'],
    ['is for encrypting only', { usage: KEY_ENCIPHERMENT }, 'is not for signing mail'],
    ["is an authority's own", { authority: true }, 'is not for signing mail'],
    ['demands what nobody knows', { strange: true }, 'is not for signing mail'],
    ['was issued with SHA-1', { digest: 'SHA-1' }, 'a digest weaker than SHA-256'],
  ])('proves nothing where the certificate %s', async (_what, wish, why) => {
    expect(await whyNot(await signed({ form }, await of(wish)))).toContain(why);
  });

  test('proves nothing by a certificate of somebody not trusted, whatever comes along', async () => {
    const other = await of({ issuer: stranger });
    expect(await whyNot(await signed({ form, along: [stranger] }, other))).toContain('leads to no authority');
    const forged = await makeAuthority();
    expect(await whyNot(await signed({ form, along: [forged] }, await of({ issuer: forged })))).toContain(
      'leads to no',
    );
  });

  test('is believed by way of an authority that came along', async () => {
    const between = await makeAuthority({ name: 'Penerbit Pegawai', issuer: authority });
    const raw = await signed({ form, along: [between] }, await of({ issuer: between }));
    expect((await read(raw)).smime?.kind).toBe('proven');
  });

  test('is believed with RSA and its uses named, and with any use', async () => {
    const rsa = await of({ keys: await rsaKeys(), usage: DIGITAL_SIGNATURE });
    const any = await of({ purposes: ['2.5.29.37.0'] });
    for (const one of [rsa, any]) expect((await read(await signed({ form }, one))).smime?.kind).toBe('proven');
  });

  test.each<readonly [string, () => Promise<Partial<MailSigning>> | Partial<MailSigning>, string]>([
    ['without a time', () => ({ at: null }), 'does not say when'],
    ['with SHA-1', () => ({ digest: 'SHA-1' }), 'weaker than SHA-256'],
    ['by two', async () => ({ second: await of({}) }), 'not made by one signer'],
    ['without attributes', () => ({ bare: true }), 'not made by one signer'],
    ['with another key', async () => ({ keys: await ellipticKeys() }), 'has been changed'],
  ])('proves nothing where it is made %s', async (_what, signing, why) => {
    expect(await whyNot(await signed({ form, ...(await signing()) }))).toContain(why);
  });

  test('proves nothing with a key of 1024 bits', async () => {
    const weak = await of({ keys: await rsaKeys(1024) });
    expect(await whyNot(await signed({ form }, weak))).toContain('weaker than RSA of 2048');
  });

  test('says nothing of two From', async () => {
    const raw = `From: hesti@kemenkeu.example\r\n${await signed({ form })}`;
    expect(await whyNot(raw)).toContain('From names nobody alone');
  });
});

describe('a mail signed in the clear', () => {
  test.each([
    ['its words were changed', (raw: string) => raw.replace('silakan', 'jangan')],
    ['its encoding was changed', (raw: string) => raw.replace('charset=utf-8', 'charset=us-ascii')],
  ])('proves nothing where %s', async (_what, change) => {
    expect(await whyNot(change(await signed()))).toContain('has been changed');
  });

  test('keeps its worth where the way has changed the line ends', async () => {
    const { smime, text } = await read((await signed()).replaceAll('\r\n', '\n'));
    expect([smime?.kind, text.trim()]).toEqual(['proven', 'Setuju, silakan diproses.']);
  });

  test('counts with what is signed alone: words before and after it are not read', async () => {
    const raw = (await signed()).replace('This is', 'Tolak saja!\r\n\r\nThis is').concat('\r\nTolak saja!\r\n');
    const { smime, text } = await read(raw);
    expect([smime?.kind, text.trim()]).toEqual(['proven', 'Setuju, silakan diproses.']);
  });

  test('proves nothing where a part was added, and all of it is read', async () => {
    const part = '--batas-tanda-tangan\r\nContent-Type: text/plain\r\n\r\nDan tolak yang lain.\r\n';
    const raw = (await signed()).replace('--batas-tanda-tangan--', `${part}--batas-tanda-tangan--`);
    const { smime, text } = await read(raw);
    expect(smime).toEqual({ kind: 'unproven', why: 'it has not just a signed part and its signature' });
    expect(text).toContain('Setuju');
  });

  test('proves nothing where its signature is cut or is another thing', async () => {
    const raw = await signed();
    const at = raw.lastIndexOf('\r\n\r\n') + 4;
    expect(await whyNot(`${raw.slice(0, at)}AAAA\r\n--batas-tanda-tangan--\r\n`)).toBe('it is damaged');
    expect(await whyNot(raw.replace('application/pkcs7-signature; name', 'text/plain; name'))).toContain('not just');
  });

  test('brings no header field in its signed part that only servers may write', async () => {
    const raw = mail().replace('Content-Type', 'X-Dalam: ya\r\nContent-Type');
    const inside = (await signed()).replace(
      '\r\nContent-Type: text/plain',
      '\r\nX-Dalam: ya\r\nContent-Type: text/plain',
    );
    expect((await read(inside)).grade).toBe('absent');
    expect((await read(await signed({}, dewi, raw))).grade).toBe('internal');
  });

  test('keeps the papers that are signed with it', async () => {
    const parts = mail('')
      .replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=dalam')
      .trimEnd()
      .concat(
        '\r\n\r\n--dalam\r\nContent-Type: text/plain\r\n\r\nTerlampir.\r\n--dalam\r\nContent-Type: text/csv; name=a.csv\r\n',
        'Content-Disposition: attachment; filename=a.csv\r\nContent-Transfer-Encoding: base64\r\n\r\nTmFtYQ==\r\n--dalam--\r\n',
      );
    const { message, files, isSevenBit } = await opened(await signed({}, dewi, parts));
    expect([message.smime?.kind, isSevenBit]).toEqual(['proven', true]);
    expect(files.map(({ attachment, bytes, encoded }) => [attachment.filename, String(bytes), encoded])).toEqual([
      ['a.csv', 'Nama', null],
    ]);
  });

  test('is one and the same signature under another subject, and another one when signed again', async () => {
    const fingerprint = async (raw: string): Promise<string | null> => {
      const { smime } = await read(raw);
      return smime?.kind === 'proven' ? smime.fingerprint : null;
    };
    const raw = await signed();
    const first = await fingerprint(raw);
    expect(await fingerprint(raw.replace('Mohon persetujuan', 'Penghapusan semua akun'))).toBe(first);
    expect(await fingerprint(await signed({ at: new Date(AT.getTime() + 5_000) }))).not.toBe(first);
  });
});

describe('a block', () => {
  const block = (content: string, before = ''): string =>
    `${before}Content-Type: application/pkcs7-mime; smime-type=signed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}\r\n`;

  test('that is encrypted stays closed', async () => {
    const raw = mail('MIICBgYJKoZIhvcNAQcDoIIB9zCCAfMCAQAxggGgMIIBnAIBADCBgzB2').replace(
      'text/plain; charset=utf-8',
      'application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64',
    );
    const { problems, smime } = await read(raw);
    expect([problems, smime]).toEqual([['encrypted-smime'], undefined]);
  });

  test('that holds no mail stays closed', async () => {
    const raw = mail('').replace(/Content-Type[^]*/, block('MIAGCSqGSIb3DQEHAqCAAAA='));
    expect((await read(raw)).problems).toContain('encrypted-smime');
  });

  test('stays closed where opening it may be what has killed a process', async () => {
    const { problems, smime } = await read(await signed({ form: 'block' }), { asItStands: true });
    expect([problems, smime]).toEqual([['encrypted-smime'], undefined]);
  });

  test('beside the foot of a mailing list is read, and is nobody’s word', async () => {
    const raw = await signed({ form: 'block' });
    const at = raw.indexOf('Content-Type');
    const listed = [
      `${raw.slice(0, at)}Content-Type: multipart/mixed; boundary=daftar\r\n`,
      `--daftar\r\n${raw.slice(at)}`,
      '--daftar\r\nContent-Type: text/plain\r\n\r\nDikirim melalui milis.\r\n--daftar--\r\n',
    ].join('\r\n');
    const { smime, text, problems } = await read(listed);
    expect(smime).toEqual({ kind: 'unproven', why: 'something stands beside its signed part' });
    expect(text).toContain('Setuju, silakan diproses.');
    expect(problems).toEqual([]);
  });

  test('says only what is signed in it of its header, too', async () => {
    const part = mail().replace('text/plain; charset=utf-8', 'text/plain; charset=utf-8\r\nContent-Language: id');
    const raw = await signed({ form: 'block' }, dewi, part);
    expect((await read(raw)).headers['content-language']).toEqual(['id']);
  });
});

test('in the clear beside the foot of a mailing list is nobody’s word either', async () => {
  const raw = await signed();
  const at = raw.indexOf('Content-Type');
  const listed = `${raw.slice(0, at)}Content-Type: multipart/mixed; boundary=daftar\r\n\r\n--daftar\r\n${raw.slice(at)}\r\n--daftar\r\n\r\nSetuju untuk semua.\r\n--daftar--\r\n`;
  expect(await whyNot(listed)).toBe('something stands beside its signed part');
});

describe.each(['fields', 'whole'] as const)('a header signed with the text (%s)', (header) => {
  test('counts in place of the one outside', async () => {
    const raw = await signed({ header });
    const other = raw
      .replace('Subject: Re: Mohon persetujuan', 'Subject: Hapus semua akun')
      .replace('Date: Mon, 23', 'Date: Tue, 24');
    for (const one of [raw, other]) {
      const message = await read(one);
      expect(message.smime).toMatchObject({ kind: 'proven', covers: 'header' });
      expect([message.subject, message.messageId, message.text.trim()]).toEqual([
        'Re: Mohon persetujuan',
        'satu@kemenkeu.example',
        'Setuju, silakan diproses.',
      ]);
    }
  });

  test('covers no more than the text where it was written to somebody else', async () => {
    const inside = (fields: string): string => fields.replace('servicedesk@', 'rekan@');
    expect((await read(await signed({ header, inside }))).smime).toMatchObject({ kind: 'proven', covers: 'text' });
  });

  test('is known as to us by an address with a token', async () => {
    const inside = (fields: string): string => fields.replace('servicedesk@', 'servicedesk+abc@');
    expect((await read(await signed({ header, inside }))).smime).toMatchObject({ covers: 'header' });
  });

  test('brings nothing that only servers may write', async () => {
    const inside = (fields: string): string => `X-Dalam: ya\r\n${fields}`;
    expect((await read(await signed({ header, inside }))).grade).toBe('absent');
  });
});

test('a signed From that is another than the one outside proves nothing, and names nobody', async () => {
  const inside = (fields: string): string => fields.replace(DEWI, 'hesti@kemenkeu.example');
  const { smime, from } = await read(await signed({ header: 'fields', inside }));
  expect(smime).toEqual({ kind: 'unproven', why: 'the signed From is another one' });
  expect(from?.address).toBe(DEWI);
});

test('a mail that the signer passes on whole is a file of his mail, and not his mail', async () => {
  const inside = (fields: string): string => fields.replace('<satu@', '<lama@');
  const { smime, messageId, attachments } = await read(await signed({ header: 'whole', inside }));
  expect(smime).toMatchObject({ kind: 'proven', covers: 'text' });
  expect(messageId).toBe('satu@kemenkeu.example');
  expect(attachments).toHaveLength(1);
});

describe('hostile signed mail', () => {
  test('is read without being judged where it is very large', async () => {
    const raw = mail(`Setuju.\r\n${'a'.repeat(70)}\r\n`.repeat(280_000));
    for (const form of ['clear', 'block'] as const) {
      const { smime, text } = await read(await signed({ form }, dewi, raw));
      expect(smime).toEqual({ kind: 'unproven', why: 'it is too large to be judged' });
      expect(text.slice(0, 7)).toBe('Setuju.');
    }
  });

  test('costs little, whatever is changed in it', async () => {
    const raw = await signed({ form: 'block' });
    const start = began();
    for (let at = 0; at < raw.length; at += 37) {
      await opened(`${raw.slice(0, at)}\0${raw.slice(at + 1)}`);
      await opened(raw.slice(0, at));
    }
    expect(spentSince(start)).toBeLessThan(30_000);
  });

  test('is not searched without end for its parts', async () => {
    const raw = (await signed()).replace(/\r\n--batas-tanda-tangan--/, '\r\n--batas-tanda-tanganx'.repeat(100_000));
    const start = began();
    expect(await whyNot(raw)).toContain('not just a signed part');
    expect(spentSince(start)).toBeLessThan(10_000);
  });
});
