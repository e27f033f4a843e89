/**
 * Scripted people around a running Loket: they write to a real mailbox (LMTP into Dovecot), read what comes over real SMTP and answer it
 * with the letter quoted below, as mail programs do. Time is the test clock's; everything waits until Loket has done all that is to do.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { eventually, MAILBOX, openDesk, type Desk, type DeskOptions } from './desk.ts';
import type { ReceivedLetter } from './smtp.ts';
import { writeMail, type WrittenMail } from './write-mail.ts';

/** A letter of ours as its reader has it. */
export interface Read {
  readonly template: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly references: readonly string[];
  readonly attachments: readonly { readonly filename: string; readonly content: Buffer }[];
}

/** What our own server says of the sender. */
export type Authentication = 'aligned' | 'absent' | 'failed';

export type Writing = Partial<WrittenMail> & {
  readonly subject: string;
  readonly text: string;
  /** Default: aligned. */
  readonly auth?: Authentication;
  /** What the sender's own server does to the mail as it leaves. */
  readonly sign?: (raw: string) => Promise<string>;
};

export type Answer = Partial<Writing> & {
  /** Leaves the letter out below the answer. */
  readonly withoutQuote?: boolean;
};

export interface Town {
  readonly desk: Desk;
  now(): number;
  /** What has come to people since the last call, in the order in which it left: `requester.received → mutia.zahra`. */
  told(): readonly string[];
  writes(who: string, mail: Writing): Promise<void>;
  /** Answers a letter, by its name the newest that came to him. */
  answers(who: string, letter: string | Read, text: string, more?: Answer): Promise<void>;
  /** Raw bytes arrive. */
  arrives(raw: string): Promise<void>;
  /** The newest letter of that name, to him where named. */
  letter(template: string, who?: string): Read;
  /** The clock moves on hour by hour, so that what is due happens at its time. */
  until(iso: string): Promise<void>;
  /** Reads what has come, once all mails are decided, all letters sent and nothing is due. */
  settled(): Promise<void>;
  /** `SR-…: closed`, oldest first. */
  statuses(): readonly string[];
  close(): Promise<void>;
}

export interface TownOptions extends Omit<DeskOptions, 'clock'> {
  readonly start?: string;
}

const HOUR = 3_600_000;

export async function openTown({ start = '2026-11-23T09:00:00+07:00', ...options }: TownOptions = {}): Promise<Town> {
  const mailbox = options.mailbox ?? MAILBOX;
  const domain = mailbox.slice(mailbox.indexOf('@') + 1);
  const addressOf = (who: string): string => (who.includes('@') ? who : `${who}@${domain}`);
  const desk = await openDesk({ clock: start, ...options });
  await desk.start();
  const directory = namesOf(options.directory ?? join(import.meta.dirname, '../../fixtures/directory.csv'));
  const read: Read[] = [];
  let clock = { at: Date.parse(start), since: Date.now() };
  let mails = 0;
  let seen = 0;

  const now = (): number => clock.at + Date.now() - clock.since;
  const isIdle = (): boolean => {
    // In one look: between two, a mail may arrive.
    const [books] = desk.query<{ listed: number; open: number; waiting: number; due: number }>(`select
      (select count(*) from ledger) as listed,
      (select count(*) from ledger where state <> 'decided') as open,
      (select count(*) from outbox where state in ('waiting', 'claimed')) as waiting,
      (select count(*) from tickets where due_at <= ${now()}) as due`);
    return books?.listed === mails && books.open === 0 && books.waiting === 0 && books.due === 0;
  };
  // The first reply of each kind is read once its words are learnt: on a busy machine that takes its time.
  const settled = async (): Promise<void> => {
    await eventually(isIdle, 90_000, 'all mails decided, all letters sent, nothing due');
    for (const letter of desk.smtp.letters.slice(read.length))
      read.push(await readLetter(letter, templateOf(letter), domain));
  };

  /** The left part of our Message-IDs begins with the letter's key. */
  const templateOf = ({ messageId }: ReceivedLetter): string => {
    const key = /^[a-z2-7]{16}/.exec(messageId)?.[0] ?? '';
    return desk.query<{ template: string }>(`select template from outbox where key = '${key}'`)[0]?.template ?? '';
  };

  const town: Town = {
    desk,
    now,
    settled,
    told: () => {
      const fresh = read.slice(seen);
      seen = read.length;
      return fresh.map(({ template, to }) => `${template} → ${to}`);
    },
    arrives: async (raw) => {
      mails += 1;
      await desk.deliver([raw]);
      await settled();
    },
    writes: async (who, { auth = 'aligned', sign, ...mail }) => {
      const results = RESULTS[auth];
      const raw = writeMail({
        from: { name: directory.get(addressOf(who)) ?? who, address: addressOf(who) },
        to: [mailbox],
        messageId: `${mails + 1}.${who.replace(/@.*/, '')}@mail.${domain}`,
        date: new Date(now()),
        ...mail,
        cc: (mail.cc ?? []).map(addressOf),
        headers: [
          ...(results === '' ? [] : [`Authentication-Results: mx.${domain}; ${results}`]),
          ...(mail.headers ?? []),
        ],
      });
      await town.arrives(sign === undefined ? raw : await sign(raw));
    },
    answers: async (who, answered, text, { withoutQuote = false, ...more } = {}) => {
      const letter = typeof answered === 'string' ? town.letter(answered, who) : answered;
      const below = `Pada Sen, 23 Nov 2026 pukul 10.15 Service Desk <${mailbox}> menulis:\n${quoted(letter.text)}\n`;
      await town.writes(who, {
        subject: `Re: ${letter.subject}`,
        text: withoutQuote ? text : `${text}\n\n${below}`,
        inReplyTo: letter.messageId,
        references: [...letter.references, letter.messageId],
        ...more,
      });
    },
    letter: (template, who) => {
      const found = read.findLast((one) => one.template === template && (who === undefined || one.to === who));
      if (found) return found;
      throw new Error(
        `no ${template} for ${who ?? 'anybody'}; ${read.map((one) => `${one.template} → ${one.to}`).join(', ')}`,
      );
    },
    until: async (iso) => {
      const end = Date.parse(iso);
      for (let at = Math.min(now() + HOUR, end); ; at = Math.min(at + HOUR, end)) {
        clock = { at, since: Date.now() };
        desk.daemon.setClock(new Date(at).toISOString());
        await settled();
        if (at === end) return;
      }
    },
    statuses: () =>
      desk
        .query<{ number: string; status: string }>('select number, status from tickets order by opened_at, number')
        .map(({ number, status }) => `${number}: ${status}`),
    close: () => desk.close(),
  };
  return town;
}

const RESULTS: Readonly<Record<Authentication, string>> = { aligned: 'dmarc=pass', failed: 'dmarc=fail', absent: '' };

/** Names of the register, by address. */
function namesOf(csv: string): ReadonlyMap<string, string> {
  const rows = readFileSync(csv, 'utf8').split('\n').slice(1);
  return new Map(
    rows.flatMap((row) => {
      const [, name = '', emails = ''] =
        row.match(/(?<=^|,)(?:"[^"]*"|[^,]*)/g)?.map((cell) => cell.replaceAll('"', '')) ?? [];
      return emails.split(' ').map((email): [string, string] => [email.toLowerCase(), name]);
    }),
  );
}

async function readLetter(letter: ReceivedLetter, template: string, domain: string): Promise<Read> {
  const mail = await simpleParser(Buffer.from(letter.raw, 'latin1'));
  const references = mail.references ?? [];
  return {
    template,
    to: (letter.to[0] ?? '').replace(`@${domain}`, ''),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    messageId: letter.messageId,
    references: (Array.isArray(references) ? references : [references]).map((id) => id.replace(/^<|>$/g, '')),
    attachments: mail.attachments.map(({ filename, content }) => ({ filename: filename ?? '', content })),
  };
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
