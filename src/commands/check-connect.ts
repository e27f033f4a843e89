/** The part of `loket check --connect` that talks to the servers: logs in, proves plus-addressing and the alarm's way. */
import { randomBytes } from 'node:crypto';
import type { OutgoingMail } from '../compose/outgoing-mail.ts';
import type { Config } from '../config.ts';
import { alarmWays } from '../ground.ts';
import { systemClock } from '../observe/clock.ts';
import { deskOf } from '../decide/office.ts';
import { domainOf, loadOffice } from '../office.ts';
import { probeMailbox } from '../receive/probe.ts';
import { awaitAndRemove } from '../receive/probe-delivery.ts';
import { imapAccess } from '../receiving.ts';
import { DEFAULT_SMTP_LIMITS } from '../send/smtp-settings.ts';
import { makeSmtpTransport } from '../send/smtp-transport.ts';
import type { MailTransport } from '../send/transport.ts';
import { BotError, describeError } from '../shared/errors.ts';
import { smtpSettings } from '../smtp-access.ts';
import { fault, warning, type CheckLine } from './check-line.ts';
import { NO_SECRET } from './each-mail.ts';

const TEST_NOTICE = {
  cause: 'check',
  text: 'A test of the alarm, ordered by "loket check --connect". Nothing is wrong.',
};
const TO_OURSELVES =
  'Written by "loket check --connect" to prove that plus-addresses are delivered; removed again when found.\n';
/** People of the desk find it in their mailbox. */
const TO_DESK =
  'Email percobaan dari Loket, dikirim ketika operator memeriksa pengaturan. Alamat meja layanan berfungsi; email ini tidak perlu ditindaklanjuti.\n';
/** A mail to ourselves that takes longer than this (30 s) counts as not delivered. */
const DELIVERED_WITHIN_MS = 30_000;
/** A mail to the desk that has not come to us in this time (10 s) goes elsewhere, as it should. */
const DESK_WITHIN_MS = 10_000;
const TOKEN_BYTES = 8;

export async function connectFaults(
  config: Config,
  deliveredWithinMs: number = DELIVERED_WITHIN_MS,
  deskWithinMs: number = DESK_WITHIN_MS,
): Promise<readonly CheckLine[]> {
  const transport = makeSmtpTransport(smtpSettings(config), systemClock, { ...DEFAULT_SMTP_LIMITS, connections: 1 });
  try {
    const [imap, smtp] = await Promise.all([imapFaults(config), smtpFaults(transport)]);
    const isUp = ![...imap, ...smtp].some((line) => line.severity === 'error');
    const alarms = smtp.length === 0 ? await alarmFaults(config, transport) : [];
    // Where a server does not answer there is no more to be proved.
    const ways = isUp
      ? await Promise.all([
          plusFaults(config, transport, deliveredWithinMs),
          deskFaults(config, transport, deskWithinMs),
        ])
      : [];
    return [...imap, ...smtp, ...ways.flat(), ...alarms];
  } finally {
    await transport.close();
  }
}

async function imapFaults(config: Config): Promise<readonly CheckLine[]> {
  const { folder, done_folder, held_folder, poll } = config.mailbox;
  try {
    const probe = await probeMailbox(imapAccess(config), folder, [done_folder, held_folder]);
    const noIdle = `mailbox.imap: the server has no IDLE; the mailbox is looked at every ${poll / 1000} s`;
    const noMove =
      'mailbox.imap: the server cannot move mails safely; they stay in the inbox and the ledger alone decides';
    return [
      ...(probe.capabilities.includes('IDLE') ? [] : [warning(noIdle)]),
      ...(probe.canMove ? [] : [warning(noMove)]),
      ...(probe.folderFault === null
        ? []
        : [warning(`mailbox: ${probe.folderFault}; done mails stay in ${folder}`, 'create the folders by hand')]),
    ];
  } catch (error) {
    return [fault(`mailbox.imap: ${describeError(error)}`)];
  }
}

async function smtpFaults(transport: MailTransport): Promise<readonly CheckLine[]> {
  try {
    await transport.verify();
    return [];
  } catch (error) {
    return [fault(`smtp: ${describeError(error)}`)];
  }
}

/** Writes to our own plus-address and waits until the mail lies in the mailbox. */
async function plusFaults(config: Config, transport: MailTransport, withinMs: number): Promise<readonly CheckLine[]> {
  const { reply_address: pattern, folder, done_folder } = config.mailbox;
  if (pattern === undefined) return [];
  const token = randomBytes(TOKEN_BYTES).toString('hex');
  const address = pattern.replace('{token}', token);
  const mail = probeMail(config, address, token, TO_OURSELVES);
  const remedy = 'let the server deliver plus-addresses, or leave reply_address out';
  try {
    const outcome = await transport.send(mail);
    if (outcome.kind !== 'sent')
      return [fault(`mailbox.reply_address: the server refused a mail to ${address}: ${outcome.reply}`, remedy)];
    // A Loket that is running moves it to the done folder.
    const arrived = await awaitAndRemove(imapAccess(config), mail.messageId, {
      folders: [folder, done_folder],
      withinMs,
    });
    if (arrived) return [];
    return [fault(`mailbox.reply_address: a mail to ${address} did not arrive in ${withinMs / 1000} s`, remedy)];
  } catch (error) {
    return [fault(`mailbox.reply_address: ${describeError(error)}`)];
  }
}

/** The desk's own address must not deliver into our mailbox: every letter to the desk would come back to us and reach nobody. */
async function deskFaults(config: Config, transport: MailTransport, withinMs: number): Promise<readonly CheckLine[]> {
  const { folder, done_folder, held_folder, address } = config.mailbox;
  const desk = await deskAddress(config);
  if (desk === null) return [];
  const remedy = 'give the desk a mailbox of its own in teams.yaml';
  if (desk === address || config.mailbox.aliases.includes(desk))
    return [fault(`rules/teams.yaml: the desk reads ${desk}, which is the mailbox itself`, remedy)];
  const mail = probeMail(config, desk, randomBytes(TOKEN_BYTES).toString('hex'), TO_DESK);
  try {
    const outcome = await transport.send(mail);
    if (outcome.kind !== 'sent')
      return [warning(`rules/teams.yaml: the server refused a mail to the desk at ${desk}: ${outcome.reply}`)];
    const folders = [folder, done_folder, held_folder];
    const arrived = await awaitAndRemove(imapAccess(config), mail.messageId, { folders, withinMs });
    return arrived ? [fault(`rules/teams.yaml: mail to the desk at ${desk} comes to the mailbox itself`, remedy)] : [];
  } catch (error) {
    return [fault(`rules/teams.yaml: the way to the desk at ${desk} could not be tried: ${describeError(error)}`)];
  }
}

/** Null where rules or register do not load: that is told with the files. */
async function deskAddress(config: Config): Promise<string | null> {
  try {
    return deskOf(await loadOffice(config, NO_SECRET)).address;
  } catch (error) {
    if (error instanceof BotError) return null;
    throw error;
  }
}

function probeMail(config: Config, to: string, token: string, text: string): OutgoingMail {
  const { address } = config.mailbox;
  return {
    messageId: `check-${token}@${domainOf(address)}`,
    from: { name: 'Loket', address },
    replyTo: null,
    to: [{ name: '', address: to }],
    cc: [],
    subject: '[Loket] check',
    inReplyTo: null,
    references: [],
    text,
    html: '',
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Loket-Instance': address },
    attachments: [],
  };
}

async function alarmFaults(config: Config, transport: MailTransport): Promise<readonly CheckLine[]> {
  const ways = alarmWays(config, transport, systemClock);
  if (ways.length === 0) {
    const nobody = 'alarm: neither mail nor webhook is set; nobody hears when the mailbox falls silent';
    return [warning(nobody)];
  }
  const told = ways.map(async (way): Promise<readonly CheckLine[]> => {
    try {
      await way.tell({ ...TEST_NOTICE, at: systemClock.now() });
      return [];
    } catch (error) {
      return [fault(`alarm.${way.name}: ${describeError(error)}`)];
    }
  });
  return (await Promise.all(told)).flat();
}
