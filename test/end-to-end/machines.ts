/** Machines that answer every letter, each in its own way. */
import { writeMail } from '../support/write-mail.ts';
import { addressOf, quoted, type Desk, type Sent, type Written } from './desk.ts';

/** What a machine makes of a letter of ours. */
export type Machine = (letter: Sent, ordinal: number) => Written;

const ACKNOWLEDGED =
  'Terima kasih telah menghubungi kami. Laporan Anda telah kami terima dan akan segera ditindaklanjuti oleh petugas kami.';

const thread = (letter: Sent): Pick<Written, 'inReplyTo' | 'references'> => ({
  inReplyTo: letter.mail.messageId,
  references: [...letter.mail.references, letter.mail.messageId],
});

/** Other ticket systems, from the politest to the one that shows nothing of what it answers. */
export const TICKET_SYSTEMS: Readonly<Record<string, Machine>> = {
  'answers in the thread': (letter, ordinal) => ({
    subject: `[#${4711 + ordinal}] Re: ${letter.mail.subject}`,
    text: ACKNOWLEDGED,
    ...thread(letter),
  }),
  'answers in the thread and quotes': (letter, ordinal) => ({
    subject: `[#${4711 + ordinal}] Re: ${letter.mail.subject}`,
    text: `${ACKNOWLEDGED}\n\n${quoted(letter.mail)}`,
    ...thread(letter),
  }),
  'keeps our subject without a reference': (letter, ordinal) => ({
    subject: `[#${4711 + ordinal}] Re: ${letter.mail.subject}`,
    text: ACKNOWLEDGED,
  }),
  'names our number in its text only': (letter, ordinal) => ({
    subject: `[#${4711 + ordinal}] Tiket Anda telah dibuat`,
    text: `${ACKNOWLEDGED}\nReferensi Anda: ${letter.ticket ?? '-'}`,
  }),
  'quotes our letter under a subject of its own': (letter, ordinal) => ({
    subject: `[#${4711 + ordinal}] Tiket Anda telah dibuat`,
    text: `${ACKNOWLEDGED}\n\n${letter.mail.text.replace(/[A-Z]+-\d{6}-\d{4}-\d/g, '(nomor)')}`,
  }),
  'shows nothing of ours': (_letter, ordinal) => ({
    subject: `[#${4711 + ordinal}] Tiket Anda telah dibuat`,
    text: `${ACKNOWLEDGED}\nNomor tiket Anda: ${4711 + ordinal}`,
  }),
  'tells the state of its ticket': (letter, ordinal) => ({
    subject: `[#${4711 + ordinal}] Re: ${letter.mail.subject}`,
    text: `Status tiket Anda #${4711 + ordinal}: Open. Update berikutnya menyusul.`,
    ...thread(letter),
  }),
};

export const OUT_OF_OFFICE: Readonly<Record<string, Machine>> = {
  'with its header': (letter) => ({
    subject: `Automatic reply: ${letter.mail.subject}`,
    text: 'Saya sedang cuti sampai 30 November 2026.',
    headers: ['Auto-Submitted: auto-replied'],
    ...thread(letter),
  }),
  'without a header': (letter) => ({
    subject: `Re: ${letter.mail.subject}`,
    text: 'Terima kasih atas email Anda. Saat ini saya sedang cuti dan kembali bekerja pada 30 November 2026.',
    ...thread(letter),
  }),
  'without header and reference': () => ({
    subject: 'Sedang tidak di kantor',
    text: 'Saya sedang dinas luar dan kembali pada 30 November 2026. Untuk hal mendesak hubungi rekan saya.',
  }),
  'in words nobody knows': (letter) => ({
    subject: `Re: ${letter.mail.subject}`,
    text: 'Halo! Pesan Anda berharga bagi saya. Saya akan membacanya sepulang dari gunung.',
    ...thread(letter),
  }),
};

/** RFC 3464, as the server of the recipient sends it. */
export function bounceOf(letter: Sent, desk: Desk): string {
  const boundary = '=_laporan';
  const parts = [
    ['Content-Type: text/plain', '', 'This is the mail system. Your message could not be delivered.'],
    [
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.kemenkeu.example',
      '',
      `Final-Recipient: rfc822; ${letter.to}`,
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
    ],
    ['Content-Type: text/rfc822-headers', '', `Message-ID: <${letter.mail.messageId}>`, `Subject: x`],
  ];
  return [
    'From: Mail Delivery System <mailer-daemon@kemenkeu.example>',
    `To: ${desk.office.mailbox.address}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <dsn.${letter.key}@mx.kemenkeu.example>`,
    'Return-Path: <>',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, ...part, '']),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

/** A letter of ours as it comes back by a forward rule or a wrong alias; header fields may have been taken off on the way. */
export function ownLetter(letter: Sent, headers: Readonly<Record<string, string>> = letter.mail.headers): string {
  return writeMail({
    from: letter.mail.from,
    to: letter.mail.to.map((to) => to.address),
    subject: letter.mail.subject,
    text: letter.mail.text,
    messageId: letter.mail.messageId,
    ...(letter.mail.inReplyTo ? { inReplyTo: letter.mail.inReplyTo } : {}),
    references: letter.mail.references,
    headers: Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  });
}

/** Letters that the desk still wrote to the machine, round by round, while it answers each of them. */
export async function exchange(
  desk: Desk,
  who: string,
  machine: Machine,
  first: readonly Sent[],
): Promise<readonly string[]> {
  const heard: string[] = [];
  let open = first.filter((letter) => letter.to === addressOf(who));
  for (let round = 1; open.length > 0 && round <= MOST_ROUNDS; round += 1) {
    const next: Sent[] = [];
    for (const letter of open) next.push(...(await desk.writes(who, machine(letter, round))).letters);
    open = next.filter((letter) => letter.to === addressOf(who));
    heard.push(...open.map((letter) => `${round}: ${letter.template}`));
  }
  return heard;
}

const MOST_ROUNDS = 8;
