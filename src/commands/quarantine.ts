/** `loket quarantine`: mails that wait for a person, and those from before activation; look, release, drop. */
import { join } from 'node:path';
import type { Asked } from '../decide/decision.ts';
import { makeMailReader } from '../mail-reader.ts';
import { readingPolicy } from '../office.ts';
import { makeFileRawStore } from '../receive/raw-store.ts';
import type { Store } from '../record/open-store.ts';
import type { LedgerRow } from '../record/store.ts';
import { asMailId } from '../shared/ids.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { columns, fail, iso, MOST_ROWS, withStore } from './with-store.ts';

/** Lines of a held mail's text that are shown. */
const MOST_LINES = 40;

export function quarantineList(context: CommandContext, beforeActivation: boolean): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const rows = beforeActivation ? await store.ledger.beforeActivation(MOST_ROWS) : await store.ledger.held();
    const heads = await store.history.heads(rows.map((row) => row.mail));
    const lines = rows.map((row) => ({
      mail: row.mail,
      uid: row.uid,
      receivedAt: iso(context, row.receivedAt),
      disposition: row.disposition,
      reason: row.reason,
      from: heads.get(row.mail)?.from ?? null,
      subject: heads.get(row.mail)?.subject ?? null,
      asked: heads.get(row.mail)?.asked ?? null,
      sizeBytes: row.sizeBytes,
    }));
    if (context.json) for (const line of lines) context.out(JSON.stringify(line));
    else
      columns(
        lines.map((line) => [
          line.mail,
          line.receivedAt.slice(0, 16),
          line.disposition ?? 'before-activation',
          line.from ?? '-',
          askedText(line.asked),
          line.subject ?? '',
        ]),
      ).forEach(context.out);
    return 0;
  });
}

/** `request ITSM.8/reset-password; question`; `-` where nobody could tell. */
function askedText(asked: readonly Asked[] | null): string {
  if (asked === null) return '-';
  const said = asked.map(({ kind, service, variant }) => [kind, variant ?? service].filter(Boolean).join(' '));
  return said.join('; ') || 'nothing';
}

export function quarantineShow(context: CommandContext, mail: string): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const row = await store.ledger.row(asMailId(mail));
    if (row === null) return fail(context, unknownMail(mail));
    const { file, text, from, subject } = await contentOf(context, row);
    const decisions = await store.history.decisions(row.mail);
    const asked = (await store.history.heads([row.mail])).get(row.mail)?.asked ?? null;
    const receivedAt = iso(context, row.receivedAt);
    if (context.json) {
      context.out(JSON.stringify({ ...row, receivedAt, from, subject, asked, file, text, decisions }));
      return 0;
    }
    context.out(
      [
        `mail      ${row.mail} (UID ${row.uid} of ${row.mailbox})`,
        `received  ${receivedAt}, ${row.sizeBytes} bytes`,
        `state     ${row.disposition ?? row.state}${row.reason ? `: ${row.reason}` : ''}`,
        `from      ${from ?? '-'}`,
        `subject   ${subject ?? '-'}`,
        `asks      ${askedText(asked)}`,
        `file      ${file ?? 'still with the server; fetched when released'}`,
        '',
        ...(text ?? '').split('\n').slice(0, MOST_LINES),
      ].join('\n'),
    );
    return 0;
  });
}

/** A released mail is decided anew by the daemon; a dropped one stays in the ledger and is never answered. */
export function quarantineSettle(
  context: CommandContext,
  mails: readonly string[],
  how: 'release' | 'drop',
): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const unknown = await unknownOf(store, mails);
    if (unknown !== undefined) return fail(context, unknownMail(unknown));
    for (const mail of mails) {
      await store.ledger[how](asMailId(mail));
      const done = how === 'release' ? 'released; the daemon decides it anew' : 'dropped';
      context.out(context.json ? JSON.stringify({ mail, [how]: true }) : `${mail} ${done}`);
    }
    return 0;
  });
}

async function unknownOf(store: Store, mails: readonly string[]): Promise<string | undefined> {
  for (const mail of mails) if ((await store.ledger.row(asMailId(mail))) === null) return mail;
  return undefined;
}

interface Content {
  readonly file: string | null;
  readonly from: string | null;
  readonly subject: string | null;
  readonly text: string | null;
}

/** Read in a process of its own, as the daemon would: a held mail may be one that kills its reader. */
async function contentOf(context: CommandContext, row: LedgerRow): Promise<Content> {
  if (row.sha256 === '') return { file: null, from: null, subject: null, text: null };
  const config = context.config();
  const file = makeFileRawStore(join(config.data, 'raw')).path(row.sha256);
  const reader = makeMailReader({ processes: 1, policy: readingPolicy(config) });
  try {
    const outcome = await reader.read(file, row.sizeBytes > config.limits.maxMessageBytes);
    const message = outcome.kind === 'ok' ? outcome.value.message : null;
    return {
      file,
      from: message?.from?.address ?? null,
      subject: message?.subject ?? null,
      text: message?.text ?? null,
    };
  } finally {
    await reader.close();
  }
}

function unknownMail(mail: string): string {
  return `${mail}: there is no such mail; "loket quarantine list" shows those that are held`;
}
