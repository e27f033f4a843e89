/** Tricks with headers and parts, each with the approver's own token in hand: none approves, and none tells its writer anything. */
import { afterEach, describe, expect, it } from 'vitest';
import { openDesk, type Answered, type Desk, type Outcome, type Sent } from './desk.ts';

let desk: Desk;
afterEach(() => desk.close());

const DEWI = 'dewi.anjarwati';
const FARID = 'farid.hakimi';
const LUKMAN = 'lukman.sardi';
const DEWIS = `${DEWI}@kemenkeu.example`;
const EVIL = 'penipu@attacker.example';
const OURS = 'mx.kemenkeu.example';

async function asked(application = 'SIMANTAP'): Promise<Sent> {
  desk ??= await openDesk();
  await desk.writes(LUKMAN, {
    subject: `Pengaktifan kembali hosting IaaS ${application}`,
    text: `Kami mohon pengaktifan kembali hosting IaaS untuk aplikasi ${application} yang dinonaktifkan bulan lalu.\n\nLukman`,
    cc: [DEWI],
  });
  return desk.last('approver.please-approve');
}

async function fresh(): Promise<Sent> {
  desk = await openDesk();
  return asked();
}

const statusOf = async (letter: Sent): Promise<string> => (await desk.ticket(letter.ticket ?? '')).state.status;

/** What it may not move: a letter to anybody but the desk and the person asked, at her own mailbox, a ticket that waits no more. */
async function movedBy({ letters }: Outcome, letter: Sent): Promise<readonly string[]> {
  const status = await statusOf(letter);
  const others = letters.filter(({ template, to }) => !template.startsWith('desk.') && to !== DEWIS);
  return [
    ...(status === 'awaiting-approval' ? [] : [status]),
    ...others.map(({ template, to }) => `${template} → ${to}`),
  ];
}

/** The mail as it was written, changed on its way. */
const onTheWay =
  (change: (raw: string) => string): NonNullable<Answered['sign']> =>
  (raw) =>
    Promise.resolve(change(raw));

describe('a yes whose From is not what it seems', () => {
  it.each<[string, string, Answered]>([
    [
      'a second From above hers',
      DEWI,
      { sign: onTheWay((raw) => `From: Farid <${FARID}@kemenkeu.example>\r\n${raw}`) },
    ],
    ['a second From below', FARID, { headers: [`From: Dewi Anjarwati <${DEWIS}>`] }],
    [
      'two addresses in one From',
      FARID,
      { sign: onTheWay((raw) => raw.replace(/^From: .*$/m, `From: <${DEWIS}>, <${FARID}@kemenkeu.example>`)) },
    ],
    ['her address in Reply-To', FARID, { headers: [`Reply-To: Dewi Anjarwati <${DEWIS}>`] }],
    [
      'her address as display name',
      FARID,
      { sign: onTheWay((raw) => raw.replace(/^From: .*$/m, `From: "${DEWIS}" <${FARID}@kemenkeu.example>`)) },
    ],
    [
      'her address as display name, from outside',
      EVIL,
      { sign: onTheWay((raw) => raw.replace(/^From: .*$/m, `From: "Dewi Anjarwati <${DEWIS}>" <${EVIL}>`)) },
    ],
    [
      'her whole From in an encoded word',
      EVIL,
      {
        sign: onTheWay((raw) =>
          raw.replace(
            /^From: .*$/m,
            `From: =?utf-8?B?${Buffer.from(`Dewi Anjarwati <${DEWIS}>`).toString('base64')}?= <${EVIL}>`,
          ),
        ),
      },
    ],
    [
      'her From, an encoded comma and theirs',
      EVIL,
      {
        sign: onTheWay((raw) =>
          raw.replace(/^From: .*$/m, `From: =?utf-8?Q?${DEWI}=40kemenkeu.example=2C?= <${EVIL}>`),
        ),
      },
    ],
    [
      'a null byte after her address',
      EVIL,
      { sign: onTheWay((raw) => raw.replace(/^From: .*$/m, `From: <${DEWIS}\u0000@attacker.example>`)) },
    ],
    [
      'a comment in the address',
      EVIL,
      { sign: onTheWay((raw) => raw.replace(/^From: .*$/m, `From: ${DEWIS} (x) <${EVIL}>`)) },
    ],
    [
      'a source route',
      EVIL,
      { sign: onTheWay((raw) => raw.replace(/^From: .*$/m, `From: <@kemenkeu.example:${EVIL}>`)) },
    ],
    ['a group', EVIL, { sign: onTheWay((raw) => raw.replace(/^From: .*$/m, `From: ${DEWIS}:${EVIL};`)) }],
    ['a Cyrillic letter in her name', 'dewi.аnjarwati@kemenkeu.example', {}],
    ['a full-width letter in the domain', 'dewi.anjarwati@kemenkeu．example.attacker.example', {}],
    ['a zero-width space in her name', 'dewi.\u200banjarwati@kemenkeu.example', {}],
    ['a look-alike in Punycode', 'dewi.anjarwati@xn--kemnkeu-bkb.example', {}],
  ])('does not count: %s', async (_trick, who, more) => {
    const letter = await fresh();
    expect(await movedBy(await desk.answers(who, letter, 'Setuju.', more), letter)).toEqual([]);
  });
});

describe('results of the check that somebody wrote in himself', () => {
  it.each<[string, readonly string[], string]>([
    [
      'below ours, in other case',
      [],
      `Authentication-Results: MX.KEMENKEU.EXAMPLE; dmarc=pass header.from=kemenkeu.example`,
    ],
    [
      'below ours, with a comment',
      [],
      `Authentication-Results: (x) ${OURS} (y) 1; dmarc=pass header.from=kemenkeu.example`,
    ],
    ['below ours, by another method', [], `Authentication-Results: ${OURS}; dkim=pass header.d=kemenkeu.example`],
    [
      'below ours and the line of our server',
      [`Received: from mail.attacker.example by ${OURS}; Mon, 23 Nov 2026 02:00:00 +0000`],
      `Authentication-Results: ${OURS}; arc=pass; auth=pass; dkim=pass header.d=kemenkeu.example`,
    ],
  ])('do not count %s', async (_where, between, forged) => {
    const letter = await fresh();
    const ours = `Authentication-Results: ${OURS}; spf=none smtp.mailfrom=attacker.example; dkim=none; dmarc=none`;
    const sign = onTheWay((raw) => [ours, ...between, forged, raw].join('\r\n'));
    expect(await movedBy(await desk.answers(DEWI, letter, 'Setuju.', { auth: 'absent', sign }), letter)).toEqual([]);
  });

  it('do not count for the requester and the team either', async () => {
    const letter = await fresh();
    await desk.answers(DEWI, letter, 'Setuju.');
    const subject = `Re: ${letter.mail.subject}`;
    const ours = `Authentication-Results: ${OURS}; spf=none smtp.mailfrom=attacker.example; dmarc=none`;
    const sign = onTheWay((raw) => [ours, `Authentication-Results: ${OURS}; dmarc=pass`, raw].join('\r\n'));
    const work = desk.last('team.assigned');
    await desk.answers('rft-hosting', work, 'selesai: sudah aktif', { auth: 'absent', sign });
    expect(await statusOf(letter)).toBe('assigned');
    await desk.writes(LUKMAN, { subject, text: 'Mohon dibatalkan saja.', auth: 'absent', sign });
    expect(await statusOf(letter)).toBe('assigned');
  });
});

describe('her own words, sent on by somebody who has the token', () => {
  const hers = (letter: Sent, more: Answered): Promise<Outcome> =>
    desk.answers(DEWI, letter, 'Setuju.', {
      subject: 'Re: rapat besok',
      to: [FARID],
      withoutReferences: true,
      ...more,
    });

  it('do not count where they were written to him, redirected to the address with the token', async () => {
    const letter = await fresh();
    const [reference] = letter.mail.messageId.split('@');
    for (const headers of [
      [`Delivered-To: servicedesk+${reference}@kemenkeu.example`],
      [
        `Resent-From: ${FARID}@kemenkeu.example`,
        `Resent-To: servicedesk+${reference}@kemenkeu.example`,
        `Delivered-To: servicedesk+${reference}@kemenkeu.example`,
      ],
      [`In-Reply-To: <${letter.mail.messageId}>`],
    ])
      expect(await movedBy(await hers(letter, { headers, withoutQuote: true }), letter)).toEqual([]);
  });

  it('do not count where they answered another letter', async () => {
    const first = await fresh();
    let sent = '';
    await desk.answers(DEWI, first, 'Setuju.', { sign: onTheWay((raw) => (sent = raw)) });
    expect(await statusOf(first)).toBe('assigned');
    const letter = await asked('SILAMA');
    const copy = sent
      .replace(/^In-Reply-To: <[^>]*>/im, `In-Reply-To: <${letter.mail.messageId}>`)
      .replace(/^References: .*$/im, `References: <${letter.mail.messageId}>`);
    expect(await movedBy(await desk.arrives(copy), letter)).toEqual([]);
    expect(
      await movedBy(await desk.arrives(copy.replace(/^Message-ID: .*$/im, 'Message-ID: <lain@x.example>')), letter),
    ).toEqual([]);
  });

  it.each(['Resent-From', 'Resent-Sender'])('do not count with %s of somebody else', async (field) => {
    const letter = await fresh();
    const headers = [`${field}: ${FARID}@kemenkeu.example`, 'Resent-Date: Mon, 23 Nov 2026 02:00:00 +0000'];
    expect(await movedBy(await desk.answers(DEWI, letter, 'Setuju.', { headers }), letter)).toEqual([]);
  });

  it.each([FARID, LUKMAN])('do not count as a mail within the mail of %s', async (who) => {
    const letter = await fresh();
    const inner = [
      `From: Dewi Anjarwati <${DEWIS}>`,
      'To: servicedesk@kemenkeu.example',
      `Subject: Re: ${letter.mail.subject}`,
      `In-Reply-To: <${letter.mail.messageId}>`,
      `Message-ID: <dalam@x.example>`,
      `Authentication-Results: ${OURS}; dmarc=pass`,
      '',
      'Setuju.',
    ].join('\r\n');
    const attachments = [{ filename: 'balasan.eml', type: 'message/rfc822', content: Buffer.from(inner) }];
    const outcome = await desk.answers(who, letter, 'Terlampir.', { attachments });
    expect(await statusOf(letter)).toBe('awaiting-approval');
    expect(outcome.told.filter((line) => line.startsWith('team.'))).toEqual([]);
  });

  it('do not count through a list, with its footer', async () => {
    const letter = await fresh();
    const headers = [
      'List-Id: Bidang PSI <psi.kemenkeu.example>',
      'Precedence: list',
      'List-Unsubscribe: <mailto:psi-leave@kemenkeu.example>',
    ];
    const text =
      'Setuju.\n\n_______________________________________________\nPsi mailing list\npsi@kemenkeu.example\nhttps://kemenkeu.example/mailman/psi';
    expect(await movedBy(await desk.answers(DEWI, letter, text, { headers, withoutQuote: true }), letter)).toEqual([]);
  });
});

describe('a mail that says two things', () => {
  const alternative = (text: string, html: string) => ({ withoutQuote: true, text, html });

  it.each<[string, string]>([
    ['Tidak setuju.', '<p>Setuju.</p>'],
    ['Setuju.', '<p>Tidak setuju.</p>'],
    ['Setuju.', '<p>Belum saya baca, nanti saya kabari.</p>'],
    ['Mohon ditunda dulu.', '<p>Setuju, silakan diproses.</p>'],
  ])('is no yes: text "%s", HTML "%s"', async (text, html) => {
    const letter = await fresh();
    await desk.answers(DEWI, letter, text, alternative(text, html));
    expect(await statusOf(letter)).not.toBe('assigned');
  });

  it.each<[string, string]>([
    ['quoted-printable', 'Tid=\r\nak setu=\r\nju.\r\n'],
    ['quoted-printable', 'Belum saya =\r\nsetuju=\r\ni.\r\n'],
    ['quoted-printable', '=54=69=64=61=6B =73=65=74=75=6A=75.\r\n'],
    ['8bit', 'Tidak\u00a0setuju.\r\n'],
    ['8bit', 'Ti\u00addak se\u00adtuju.\r\n'],
    ['8bit', '\u202eujutes\u202c tidak\r\n'],
  ])('is read as a reader sees it, in %s: %s', async (encoding, body) => {
    const letter = await fresh();
    const sign = onTheWay((raw) => {
      const head = raw
        .slice(0, raw.indexOf('\r\n\r\n'))
        .replace(/^Content-Transfer-Encoding: .*$/m, `Content-Transfer-Encoding: ${encoding}`);
      return `${head}\r\n\r\n${body}`;
    });
    await desk.answers(DEWI, letter, 'x', { sign, withoutQuote: true });
    expect(await statusOf(letter)).not.toBe('assigned');
  });
});
