/** A labelled mail through the real stages: written as a raw mail, parsed, understood, decided. */
import type { Office } from '../../src/decide/office.ts';
import { decideOnMail, type Decided } from '../../src/decide/on-mail.ts';
import { situationOf } from '../../src/look-up.ts';
import { noTickets } from '../../src/commands/no-tickets.ts';
import { parseMessage, type ParsePolicy } from '../../src/parse/parse-message.ts';
import { mailIdOf } from '../../src/shared/keyring.ts';
import { writeMail } from '../support/write-mail.ts';
import type { LabelledRequest } from './labels.ts';

export async function decideLabelled(request: LabelledRequest, office: Office, policy: ParsePolicy): Promise<Decided> {
  const date = new Date(request.date);
  const raw = writeMail({
    from: request.from,
    to: request.to.map((to) => to.address),
    cc: request.cc.map((cc) => cc.address),
    subject: request.subject,
    text: request.body,
    messageId: `${request.id}@mail.example`,
    date,
    hoursEast: 7,
    headers: ['X-MS-Exchange-Organization-AuthAs: Internal'],
    // Names only, as the folder has them: content that says nothing.
    attachments: request.attachments.map((file) => ({
      filename: file.filename,
      type: 'application/octet-stream',
      content: Buffer.from(`isi ${file.filename}`),
    })),
  });
  const message = await parseMessage(Buffer.from(raw), policy);
  const receivedAt = date.getTime();
  const row = {
    mail: mailIdOf('score', request.id, 1),
    mailbox: 'score',
    uidValidity: '1',
    uid: 1,
    receivedAt,
    sha256: '',
    sizeBytes: raw.length,
    state: 'kept',
    attempts: 0,
    disposition: null,
    reason: null,
    movedTo: null,
    released: false,
  } as const;
  return decideOnMail(
    await situationOf(
      row,
      { kind: 'read', mail: { message, papers: [] } },
      { tickets: noTickets, office, now: receivedAt },
    ),
  );
}
