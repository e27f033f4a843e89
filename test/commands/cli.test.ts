/** Command lines in process: exit codes, what goes to which output, and the wording of faults. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { makeAuthority, makeIdentity, pemOf } from '../support/certificates.ts';
import { signMail } from '../support/sign-mail.ts';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');
const SAMPLE = join(FIXTURES, 'loket.yaml');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function loket(...argv: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(argv, { out: (text) => void out.push(text), err: (text) => void err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The sample configuration with one piece of text changed. */
function configWith(...changes: readonly (readonly [string, string])[]): string {
  const path = (text: string): string => text.replace('./directory.csv', join(FIXTURES, 'directory.csv'));
  const rules = (text: string): string =>
    text.replace('../rules', join(FIXTURES, '../rules')).replace('../templates', join(FIXTURES, '../templates'));
  const sample = rules(path(readFileSync(SAMPLE, 'utf8')));
  return fileWith(
    'loket.yaml',
    changes.reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    }, sample),
  );
}

describe('usage', () => {
  it.each([
    [['--help'], 0],
    [['--version'], 0],
    [['ticket', 'show', '--help'], 0],
    [[], 2],
    [['nix'], 2],
    [['ticket', 'show'], 2],
    [['explain', '--as', 'boss', 'x.eml'], 2],
    [['outbox', 'list', '--state', 'lost'], 2],
  ])('loket %j ends with %d', async (argv, code) => {
    expect((await loket(...argv)).code).toBe(code);
  });

  it.each(['report', 'report --from 2026-11-01', 'report --from 2026-11-01 --to 2026-11-30 --out x.html'])(
    'says that %s is not there yet before it asks for more, with exit 2',
    async (line) => {
      const err = 'loket report is not there yet in this version';
      expect(await loket(...line.split(' '))).toEqual({ code: 2, out: '', err });
    },
  );

  it.each([
    ['chek', "unknown command 'chek'"],
    ['ticket show', "missing required argument 'number'"],
    ['check --conect', "unknown option '--conect'"],
  ])('says of %s in one sentence what is wrong and where help is', async (line, wrong) => {
    const { code, err } = await loket(...line.split(' '));

    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(`^${wrong}`));
    expect(err).toMatch(/--help says what is there$/);
  });

  it('says what to do where there is no configuration', async () => {
    const { code, err } = await loket('check', '--config', join(folder, 'none.yaml'));

    expect(code).toBe(2);
    expect(err).toContain('copy fixtures/loket.yaml and edit it, or name one with --config FILE');
  });

  it('makes no database by looking', async () => {
    const { code, err } = await loket('ticket', 'list', '--config', SAMPLE);

    expect(code).toBe(2);
    expect(err).toContain('there is no database');
  });
});

describe('loket check', () => {
  it('finds all well in the sample', async () => {
    expect(await loket('check', '--config', SAMPLE)).toEqual({ code: 0, out: `${SAMPLE}: all is well`, err: '' });
  });

  it('tells all faults of the configuration at once, in plain words, each with its place', async () => {
    const file = configWith(
      ['name: Pusintek ', 'nama: Pusintek '],
      ['timezone: Asia/Jakarta', 'timezone: Asia/Jakart'],
      ['address: servicedesk@kemenkeu.example', 'address: servicedesk'],
      ['port: 1143', 'port: "1143"'],
      ['secure: false ', 'secure: yes '],
      ['    user: servicedesk\n', ''],
      ['poll: 30s', 'poll: 30'],
      ['port: 1025', 'port: 99999'],
      ['when_absent: desk', 'when_absent: dekk'],
    );

    const { code, out, err } = await loket('check', '--config', file);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    const lines = err.split('\n').filter((line) => line.startsWith(`${file}:`));
    expect(lines.map((line) => line.slice(file.length).replace(/^:\d+:\d+: /, ''))).toEqual([
      'name is needed; add "name" here',
      'key "nama" is not known here; did you mean "name"?',
      'timezone is no time zone: write Asia/Jakarta',
      'address "servicedesk" is no mail address: write servicedesk@kemenkeu.go.id',
      'user is needed; add "user" here',
      'port is "1143", expected a number; write it without quotes: 1143',
      'secure is "yes", expected true or false',
      'poll is 30, expected text; write it in quotes: "30"',
      'port is 99999, expected at most 65535',
      'when_absent is "dekk", expected one of refuse, desk, accept; did you mean desk?',
    ]);
  });

  it('never shows what stands where the reference to a secret should', async () => {
    const file = configWith(['env:LOKET_IMAP_PASSWORD', 'hunter2']);

    const { err } = await loket('check', '--config', file);

    expect(err).toContain('password is no reference to a secret');
    expect(err).not.toContain('hunter2');
  });

  it('names faults of configuration and register at once', async () => {
    const csv = fileWith('people.csv', 'nip,name\n1,Budi\n');
    const file = configWith(['poll: 30s', 'poll: soon'], [join(FIXTURES, 'directory.csv'), csv]);

    const { err } = await loket('check', '--config', file);

    expect(err).toContain('poll "soon" is no duration');
    expect(err).toContain('people.csv');
    expect(err).toMatch(/\d+ faults$/);
  });

  it('finds the ranks that rules ask for in the register, and the days off of this year in the calendar', async () => {
    const people = readFileSync(join(FIXTURES, 'directory.csv'), 'utf8');
    const csv = fileWith('low.csv', people.replaceAll(/,(?:I|II|III|setara-III)(?=,)/g, ',IV'));
    const clock = fileWith('clock', '2031-01-02T09:00:00+07:00');
    const file = configWith([join(FIXTURES, 'directory.csv'), csv]);

    process.env['LOKET_TEST_CLOCK'] = clock;
    const { code, err } = await loket('check', '--config', file).finally(() => delete process.env['LOKET_TEST_CLOCK']);

    expect(code).toBe(2);
    expect(err).toMatch(/ITSM\.1\.yaml:\d+:\d+: nobody in the directory holds eselon III or higher/);
    expect(err).toContain('year 2031 has no calendar');
  });

  it('refuses a desk whose mail would come back to the mailbox itself', async () => {
    const file = configWith(['aliases: []', 'aliases: [meja-layanan@kemenkeu.example]']);

    const { code, err } = await loket('check', '--config', file);

    expect(code).toBe(2);
    expect(err).toContain('meja-layanan@kemenkeu.example delivers into the mailbox that Loket reads');
  });

  it('looks at the authorities whose certificates people sign mail with', async () => {
    fileWith('ca.pem', pemOf(await makeIdentity({ name: 'Dewi' })));
    const file = configWith(['authorities: ""', 'authorities: ./ca.pem']);

    const { code, err } = await loket('check', '--config', file);

    expect(code).toBe(2);
    expect(err).toContain('"Dewi" is no certificate of an authority');
  });

  it('warns of a secret that every user of the machine may read', async () => {
    const password = fileWith('password', 'rahasia');
    chmodSync(password, 0o644);
    const file = configWith(['env:LOKET_IMAP_PASSWORD', 'file:./password']);

    const { err } = await loket('check', '--config', file);

    expect(err).toContain(`warning: ${password} holds a secret`);
  });

  it('prints nothing but one JSON object with --json', async () => {
    const file = configWith(['poll: 30s', 'poll: soon']);

    const { out, err } = await loket('check', '--json', '--config', file);

    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      errors: 1,
      faults: [{ severity: 'error', file, line: expect.any(Number), column: expect.any(Number) }],
    });
  });
});

const MAIL = [
  'From: Mutia Zahra <mutia.zahra@kemenkeu.example>',
  'To: servicedesk@kemenkeu.example',
  'Cc: Joyo Handoko <joyo.handoko@kemenkeu.example>',
  'Subject: lupa password email',
  'Date: Mon, 23 Nov 2026 08:00:00 +0700',
  'Message-ID: <satu@kemenkeu.example>',
  'X-MS-Exchange-Organization-AuthAs: Internal',
  '',
  'Mohon reset password email saya.',
  '',
].join('\r\n');

describe('loket explain', () => {
  const explain = async (...argv: readonly string[]): Promise<readonly Record<string, unknown>[]> => {
    const { code, out } = await loket('explain', '--json', '--config', SAMPLE, ...argv);
    expect(code).toBe(0);
    return out.split('\n').map((line) => JSON.parse(line));
  };

  it('tells one object a mail, received at its own Date, with the subjects that would leave', async () => {
    const [mail] = await explain(fileWith('satu.eml', MAIL));

    expect(mail).toMatchObject({
      messageId: '<satu@kemenkeu.example>',
      disposition: 'accept',
      tickets: [{ variant: 'ITSM.8/reset-password', sla: { respondBy: '2026-11-23T08:30:00+07:00' } }],
      replies: expect.arrayContaining([
        {
          template: 'received',
          to: ['mutia.zahra@kemenkeu.example'],
          cc: [],
          subject: expect.stringMatching(/^\[SR-261123-0001-\d\] Diterima: /),
        },
      ]),
    });
  });

  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    [
      'the priority of an incident',
      'Lapor, jaringan seluruh kantor mati total sejak pagi, mendesak.',
      {
        kind: 'incident',
        priority: { level: 'P1', name: 'kritis', impact: 'luas', urgency: 'mendesak' },
        questions: [],
      },
    ],
    [
      'the article of a question and its steps',
      'Mau tanya, bagaimana cara mengganti password email sendiri lewat menu SETTING?',
      { kind: 'question', priority: null, article: { number: '003', sections: expect.arrayContaining([5]) } },
    ],
    [
      'what the first letter asks',
      'Mohon dibuatkan akun email kedinasan untuk pegawai baru.',
      {
        kind: 'request',
        priority: null,
        article: null,
        questions: ['Nama lengkap, NIP, dan unit pegawai yang dibuatkan akun.'],
      },
    ],
  ])('shows %s', async (_, text, ticket) => {
    const [mail] = await explain(
      fileWith(
        'lain.eml',
        MAIL.replace(/\r?\n\r?\n[^]*$/, `\r\n\r\n${text}\r\n`).replace(/Subject: .*/, 'Subject: halo'),
      ),
    );

    expect(mail).toMatchObject({ tickets: [ticket] });
  });

  it('reads an mbox with CRLF and quoted From lines, each mail alone', async () => {
    const other = MAIL.replace('satu@', 'dua@').replace('Mohon', '>From the desk: mohon');
    const separator = 'From x@example Mon Nov 23 08:00:00 2026\r\n';

    const mails = await explain(fileWith('kotak.mbox', `${separator}${MAIL}\r\n${separator}${other}\r\n`));

    expect(mails.map((mail) => mail['messageId'])).toEqual(['<satu@kemenkeu.example>', '<dua@kemenkeu.example>']);
    const numbers = mails.map((mail) => /\[(SR-\S+)\]/.exec(JSON.stringify(mail['replies']))?.[1]);
    expect(numbers[0]).toBe(numbers[1]);
  });

  it('takes what is no mail at all for what it is', async () => {
    const broken = fileWith(
      'rusak.eml',
      Uint8Array.from({ length: 5000 }, (_, index) => index % 256),
    );

    const mails = await explain(broken, fileWith('kosong.eml', ''));

    expect(mails.map((mail) => mail['disposition'])).toEqual(['hold', 'hold']);
  });

  it('reads a reply in a role, with the letter it answers cut away', async () => {
    const reply = fileWith('jawab.eml', MAIL.replace('Mohon reset password email saya.', 'Setuju.\r\n\r\n> Mohon?'));

    const [read] = await explain('--as', 'approver', reply);

    expect(read).toMatchObject({ role: 'approver', intent: 'approve', newText: 'Setuju.' });
  });

  it('names a file that is not there, with exit 2', async () => {
    const { code, err } = await loket('explain', '--config', SAMPLE, join(folder, 'nix.eml'));

    expect({ code, err }).toEqual({ code: 2, err: `${join(folder, 'nix.eml')}: there is no such file or folder` });
  });

  it('tells what a signature proves, and why not', async () => {
    const issuer = await makeAuthority({ until: new Date('2048-01-01') });
    fileWith('ca.pem', pemOf(issuer));
    const config = configWith(['authorities: ""', 'authorities: ./ca.pem']);
    const mutia = await makeIdentity({ addresses: ['mutia.zahra@kemenkeu.example'], issuer });
    const plain = [
      'Message-ID: <t@kemenkeu.example>',
      'MIME-Version: 1.0',
      'Content-Type: text/plain',
      '',
      'Mohon reset.',
    ];
    const head = ['From: mutia.zahra@kemenkeu.example', 'To: servicedesk@kemenkeu.example', 'Subject: Reset'];
    const raw = [...head, 'Date: Mon, 23 Nov 2026 10:00:00 +0700', ...plain, ''].join('\r\n');
    const signed = await signMail(raw, mutia, { at: new Date('2026-11-23T03:00:00Z') });

    const { out } = await loket('explain', '--config', config, fileWith('signed.eml', signed));
    expect(out).toContain('Sender   aligned: S/MIME: signed by mutia.zahra@kemenkeu.example');
    expect(out).toContain('+ sender/smime: signed by mutia.zahra@kemenkeu.example');

    const changed = await loket(
      'explain',
      '--config',
      config,
      fileWith('signed.eml', signed.replace('reset', 'hapus')),
    );
    expect(changed.out).toContain('S/MIME proves nothing: what it signs has been changed');
    expect(changed.out).toContain('- sender/smime: what it signs has been changed');
  });

  it('tells where the rules come from: the place in the standard, or whose decision and why', async () => {
    const [mail] = await explain(fileWith('satu.eml', MAIL));
    const { out } = await loket('explain', '--config', SAMPLE, fileWith('satu.eml', MAIL));

    const told = (text: string): object => expect.objectContaining({ rule: 'told', of: expect.stringContaining(text) });
    expect(mail?.['tickets']).toMatchObject([
      {
        sources: expect.arrayContaining([
          { rule: 'service-level', source: { basis: 'stated', ref: '001 ITSM.8 sla 3.d' } },
          told('Password sementara'),
          { rule: 'team', of: 'RFT-AKUN', source: expect.objectContaining({ basis: 'inferred' }) },
        ]),
      },
    ]);
    expect(out).toContain('Source   service-level: 001 ITSM.8 sla 3.d');
    expect(out).toContain(
      'Source   told "Password sementara tidak dikirim lewat balasan su…": 003 dan 004 (inferred: 003',
    );
    expect(out).toContain('Source   team "RFT-AKUN": 001 prosedur RFT (inferred: ');
  });

  it('tells a person on one page what would happen and which words led there', async () => {
    const { out } = await loket('explain', '--config', SAMPLE, fileWith('satu.eml', MAIL));

    expect(out).toContain('because of "');
    expect(out).toContain('Joyo Handoko <joyo.handoko@kemenkeu.example> in cc: eselon IV, in the line');
    expect(out.split('\n').length).toBeLessThan(66);
  });
});

describe('loket directory show', () => {
  it('tells rank and line of a person', async () => {
    const { code, out } = await loket('directory', 'show', 'Joyo.Handoko@kemenkeu.example', '--config', SAMPLE);

    expect(code).toBe(0);
    expect(out).toContain('rank  eselon IV on ');
    expect(out).toContain('eselon III          Wening Asmara');
  });

  it('ends with 1 for a stranger', async () => {
    const { code, err } = await loket('directory', 'show', 'siapa@kemenkeu.example', '--config', SAMPLE);

    expect(code).toBe(1);
    expect(err).toContain('siapa@kemenkeu.example: not in ');
  });
});
