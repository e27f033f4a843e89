/** What outgoing letters need from elsewhere: the originals they carry, the desk's letter about an undeliverable one, the alarm's mail. */
import type { OutgoingAttachment, OutgoingMail } from './compose/outgoing-mail.ts';
import type { Config } from './config.ts';
import { undeliverableOf } from './decide/letters/index.ts';
import type { Letter, LetterPages, LetterPaper } from './decide/letter.ts';
import { deskOf, type Office } from './decide/office.ts';
import { teamParty } from './decide/ticket-view.ts';
import type { EvidenceMaker } from './evidence-out.ts';
import type { MailReader } from './mail-reader.ts';
import { domainOf } from './office.ts';
import type { PageDrawer } from './page-drawer.ts';
import type { RawStore } from './receive/mail-source.ts';
import type { OutboxRow } from './record/outbox.ts';
import type { Ledger, PersonalMails } from './record/store.ts';
import type { AlarmNotice } from './send/alarm.ts';
import type { LetterFailure } from './send/send-parts.ts';
import type { EpochMs } from './shared/time.ts';

/** Above this size (5 MiB) the original carries its attachments alone; below it they are also attached one by one, for phones. */
const MOST_EXTRACTED_BYTES = 5 * 1024 * 1024;

export interface Carrying {
  readonly store: { readonly ledger: Pick<Ledger, 'row'>; readonly personal: Pick<PersonalMails, 'isRemoved'> };
  readonly rawStore: Pick<RawStore, 'path'>;
  readonly reader: Pick<MailReader, 'extract' | 'isSevenBit'>;
  /** Makes the papers of ours that go along. */
  readonly papers: (papers: readonly LetterPaper[]) => Promise<readonly OutgoingAttachment[]>;
  /** Draws the pages that somebody has to see; without it, they go along only as they came. */
  readonly drawer?: Pick<PageDrawer, 'draw'>;
  /** Makes the file of a ticket. */
  readonly evidence?: Pick<EvidenceMaker, 'make'>;
}

export function carriedAttachments({
  store,
  rawStore,
  reader,
  papers: make,
  drawer,
  evidence,
}: Carrying): (
  letter: Pick<Letter, 'attachMails' | 'papers' | 'pages' | 'evidence'>,
) => Promise<readonly OutgoingAttachment[]> {
  return async (letter) => {
    const papers = await make(letter.papers ?? []);
    const carried = await Promise.all(
      letter.attachMails.map(async (mail): Promise<readonly OutgoingAttachment[]> => {
        const row = await store.ledger.row(mail);
        if (row === null || (await store.personal.isRemoved(mail))) return [];
        const path = rawStore.path(row.sha256);
        const isSevenBit = reader.isSevenBit(path);
        const original: OutgoingAttachment = {
          filename: 'email-asli.eml',
          contentType: 'message/rfc822',
          content: { path, ...(isSevenBit === null ? {} : { isSevenBit }) },
        };
        return [...(row.sizeBytes > MOST_EXTRACTED_BYTES ? [] : await extracted(path, reader)), original];
      }),
    );
    const pages = drawer ? await drawnPages(letter.pages ?? [], { store, rawStore, drawer }) : [];
    const file = letter.evidence && evidence ? await evidence.make(letter.evidence) : null;
    return [...(file ? [file] : []), ...pages, ...papers, ...carried.flat()];
  };
}

/** Before the files themselves: on a phone the first one is what is seen. */
async function drawnPages(
  wanted: readonly LetterPages[],
  { store, rawStore, drawer }: Pick<Carrying, 'store' | 'rawStore'> & { readonly drawer: Pick<PageDrawer, 'draw'> },
): Promise<readonly OutgoingAttachment[]> {
  const drawn: OutgoingAttachment[] = [];
  for (const { mail, sha256, filename, pages } of wanted) {
    const row = await store.ledger.row(mail);
    if (row === null || (await store.personal.isRemoved(mail))) continue;
    const name = filename.replace(/\.[A-Za-z0-9]{1,5}$/, '');
    for (const { page, png } of await drawer.draw(rawStore.path(row.sha256), sha256, pages))
      drawn.push({ filename: `${name}-halaman-${page}.png`, contentType: 'image/png', content: { bytes: png } });
  }
  return drawn;
}

export function undeliverableLetter(row: OutboxRow, failure: LetterFailure, office: Office): Letter | null {
  const { letter } = row;
  if (letter.template.startsWith('desk.') || letter.template.startsWith('operator.')) return null;
  const undelivered = {
    template: letter.template,
    recipient: letter.to[0]?.address ?? '',
    status: failure.status,
    reply: failure.reply,
  };
  return undeliverableOf(letter, teamParty(deskOf(office), office), undelivered);
}

/** Plain and without templates: it must leave when templates are what is broken. */
export function noticeMail(notice: AlarmNotice, config: Config, now: EpochMs): OutgoingMail {
  const domain = domainOf(config.mailbox.address);
  return {
    messageId: `alarm-${notice.cause}-${now}@${domain}`,
    from: { name: 'Loket', address: config.mailbox.address },
    replyTo: null,
    to: [{ name: '', address: config.alarm.mail }],
    cc: [],
    subject: `[Loket] ${notice.cause}`,
    inReplyTo: null,
    references: [],
    text: `${notice.text}\n\n${new Date(notice.at).toISOString()}\n`,
    html: '',
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Loket-Instance': config.mailbox.address },
    attachments: [],
  };
}

async function extracted(path: string, reader: Pick<MailReader, 'extract'>): Promise<readonly OutgoingAttachment[]> {
  const outcome = await reader.extract(path, null);
  // A mail that cannot be taken apart still goes along as it came.
  if (outcome.kind !== 'ok') return [];
  return outcome.value.map((file) => ({
    filename: file.filename,
    contentType: file.type,
    content: 'base64' in file.content ? { path, base64: file.content.base64 } : file.content,
  }));
}
