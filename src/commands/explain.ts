/** `loket explain`: what the bot would do with each mail and why. Sends nothing, changes nothing, needs no secret. */
import { loadSubjects } from '../compose/subjects.ts';
import type { Config } from '../config.ts';
import type { Office } from '../decide/office.ts';
import { loadOffice } from '../office.ts';
import type { EpochMs } from '../shared/time.ts';
import { readReply } from '../understand/replies/reply.ts';
import type { ReplyRole } from '../understand/reading.ts';
import { sentOn } from '../understand/understand.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { decideAlone, eachMail, NO_SECRET, type OpenedMail } from './each-mail.ts';
import { explainJson, type Subjects } from './explain-json.ts';
import { explainText } from './explain-text.ts';

export interface ExplainOptions {
  readonly paths: readonly string[];
  readonly now: EpochMs | null;
  readonly as: ReplyRole | null;
  /** The letter of ours that the mail answers. */
  readonly sent: string | null;
}

/** With this many mails or more, progress is shown on standard error. */
const SHOW_PROGRESS_FROM = 20;

export async function explain(context: CommandContext, options: ExplainOptions): Promise<ExitCode> {
  const config = context.config();
  const office = await loadOffice(config, NO_SECRET);
  const subjects = await loadSubjects(config.templates);
  const sent = options.sent === null ? null : await textOf(options.sent, config);
  await eachMail(options.paths, config, async (opened) => {
    context.out(
      options.as === null
        ? await asMail(opened, { office, subjects, now: options.now, json: context.json })
        : asReply(opened, { office, role: options.as, sent, now: options.now }),
    );
    const { ordinal, count } = opened;
    if (!context.json && count >= SHOW_PROGRESS_FROM && ordinal % SHOW_PROGRESS_FROM === 0)
      context.err(`${ordinal} of ${count} mails`);
  });
  return 0;
}

interface AsMail {
  readonly office: Office;
  readonly subjects: Subjects;
  readonly now: EpochMs | null;
  readonly json: boolean;
}

async function asMail(opened: OpenedMail, { office, subjects, now, json }: AsMail): Promise<string> {
  const { label } = opened.mail;
  const { it, decided } = await decideAlone(opened, office, now);
  const explained = { file: label, it, decided, subjects };
  return json ? JSON.stringify(explainJson(explained)) : explainText(explained);
}

interface AsReply {
  readonly office: Office;
  readonly role: ReplyRole;
  readonly sent: string | null;
  readonly now: EpochMs | null;
}

function asReply({ mail, outcome }: OpenedMail, { office, role, sent, now }: AsReply): string {
  const message = outcome.kind === 'read' ? outcome.mail.message : null;
  const at = now ?? message?.date ?? null;
  const reading = readReply({
    role,
    text: message?.text ?? '',
    html: message?.html ?? null,
    sent,
    writer: message?.from?.name ?? '',
    rulebook: office.rulebook,
    ...(message && at !== null && { today: sentOn(message, { receivedAt: at, zone: office.zone }) }),
  });
  const { newText: text, intent, confidence, note, label, team, rating, why } = reading;
  return JSON.stringify({ file: mail.label, role, newText: text, intent, confidence, note, label, team, rating, why });
}

async function textOf(path: string, config: Config): Promise<string> {
  let text = '';
  await eachMail([path], config, ({ outcome, ordinal }) => {
    if (ordinal === 1 && outcome.kind === 'read') text = outcome.mail.message.text;
    return Promise.resolve();
  });
  return text;
}
