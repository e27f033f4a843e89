/** What one decision writes, in the order in which it may fail: the mail's ledger row first, then counters, tickets, letters. */
import type { Decision, Disposition, MailOrder, TicketChange } from '../decide/decision.ts';
import type { InboundMessage } from '../parse/message.ts';
import { BotError } from '../shared/errors.ts';
import type { MailId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { takeNumbers, takePlaces } from './counters.ts';
import { writeMarks } from './addresses.ts';
import { insertLetters, lettersCreated, voidLetters } from './letters-table.ts';
import { peopleOf, type Streams } from './folded.ts';
import { writePersonal } from './personal-mails.ts';
import { flag, inChunks, indexed, lastOfEach, plain } from './rows.ts';
import { rememberSignature } from './signatures.ts';
import { dropMail, holdMail, releaseMail } from './settle-held.ts';
import { prepared } from './prepared.ts';
import type {
  Db,
  DecisionsTable,
  LedgerTable,
  MailTextsTable,
  MailsTable,
  PeopleTable,
  TicketMailsTable,
  TicketTextsTable,
} from './schema.ts';
import type { MailFacts } from './store.ts';
import { appendEvents } from './ticket-stream.ts';

/** Writes nothing when the decision's mail is decided already. @throws {BotError} E_STREAM_CONFLICT */
export async function recordDecision(
  db: Db,
  streams: Streams,
  decision: Decision,
  mail: MailFacts | null,
): Promise<void> {
  const listed = decision.mail ? await readUndecided(db, decision.mail) : null;
  if (decision.mail && !listed) return;
  if (decision.numbers) await takeNumbers(db, decision.numbers);

  const seq = await takeDecisionPlace(db, decision);
  if (decision.mail) await markDecided(db, decision.mail, decision, seq);
  for (const change of decision.tickets) await writeTicket(db, streams, change, timerOf(decision, change));
  await writePeople(db, decision);
  if (decision.mail && mail) {
    await writeMail(db, decision.mail, mail, seq);
    await rememberSignature(db, decision.mail, mail.message.smime, decision.at);
  }
  if (decision.mail) await attachMail(db, decision, mail, seq);
  await writePersonal(db, decision);
  await settleMails(db, decision.mailOrders ?? []);
  await writeMarks(db, decision.addressOrders ?? [], decision);
  await insertLetters(db, decision.letters, seq + 1, decision.at);
  await voidLetters(db, decision.voidLetters);
  await writeTrace(db, decision, seq, listed?.previous ?? null);
}

/** A mail that nobody holds any more has been settled by somebody else. */
async function settleMails(db: Db, orders: readonly MailOrder[]): Promise<void> {
  for (const { mail, what } of orders) {
    if (what === 'hold') {
      await holdMail(db, mail);
      continue;
    }
    const row = await db.selectFrom('ledger').select('held').where('mail', '=', mail).executeTakeFirst();
    if (row?.held !== 1) continue;
    await (what === 'release' ? releaseMail(db, mail) : dropMail(db, mail, 'dropped'));
  }
}

/** `accept`, `ignore:list`, `hold:poison`. */
export function dispositionText(disposition: Disposition): string {
  return disposition.kind === 'accept' ? disposition.kind : `${disposition.kind}:${disposition.reason}`;
}

/** Null when the mail is decided; else the place of an earlier decision that a person has set aside. */
async function readUndecided(db: Db, mail: MailId): Promise<{ readonly previous: number | null } | null> {
  const [row] = (await selectState(db, { mail })).rows;
  if (!row) throw new Error(`mail ${mail} is to be decided but was never listed in the ledger`);
  return row.state === 'decided' ? null : { previous: row.seq };
}

const selectState = prepared((db, it: { readonly mail: string }) =>
  db.selectFrom('ledger').select(['state', 'seq']).where('mail', '=', it.mail),
);

/** @throws {BotError} E_STREAM_CONFLICT when another worker has decided the mail this moment */
async function markDecided(db: Db, mail: MailId, decision: Decision, seq: number): Promise<void> {
  const { numAffectedRows } = await setDecided(db, {
    mail,
    disposition: dispositionText(decision.disposition),
    reason: plain(decision.reason),
    decided_at: decision.at,
    seq,
    held: flag(decision.disposition.kind === 'hold'),
  });
  if (numAffectedRows === 1n) return;
  throw new BotError('E_STREAM_CONFLICT', `mail ${mail} is being decided by another worker`, { facts: { mail } });
}

type DecidedColumns = Pick<LedgerTable, 'mail' | 'disposition' | 'reason' | 'decided_at' | 'seq' | 'held'>;

const setDecided = prepared((db, { mail, ...columns }: DecidedColumns) =>
  db
    .updateTable('ledger')
    .set({ ...columns, state: 'decided' })
    .where('mail', '=', mail)
    .where('state', '<>', 'decided'),
);

/** One place for the decision, then one for each letter. */
async function takeDecisionPlace(db: Db, { disposition, mail, letters }: Decision): Promise<number> {
  const total = { kind: 'mails', name: dispositionText(disposition), value: 1 };
  return takePlaces(db, 1 + letters.length, [...(mail ? [total] : []), ...lettersCreated(letters.length)]);
}

/** Undefined where the decision says nothing of it. */
function timerOf({ timers }: Decision, { number }: TicketChange): EpochMs | null | undefined {
  return timers.find(({ ticket }) => ticket === number)?.at;
}

async function writeTicket(
  db: Db,
  streams: Streams,
  change: TicketChange,
  dueAt: EpochMs | null | undefined,
): Promise<void> {
  await appendEvents(db, streams, { ...change, ...(dueAt !== undefined && { dueAt }) });
  const texts = lastOfEach(change.texts, (it) => it.name).map((it) => ({
    ticket: change.number,
    name: it.name,
    text: plain(it.text),
  }));
  if (texts.length > 0) await upsertTexts(db, { texts });
}

const upsertTexts = prepared((db, it: { readonly texts: readonly TicketTextsTable[] }) =>
  db
    .insertInto('ticket_texts')
    .values([...it.texts])
    .onConflict((both) => both.columns(['ticket', 'name']).doUpdateSet((eb) => ({ text: eb.ref('excluded.text') }))),
);

/** A mail without a display name does not take away the name that an earlier one gave. */
async function writePeople(db: Db, { people, tickets, at }: Decision): Promise<void> {
  const rows = lastOfEach(people, (it) => it.id).map((it) => ({
    id: it.id,
    address: plain(it.address),
    name: plain(it.name),
    named_at: at,
  }));
  for (const some of inChunks(rows)) await upsertPeople(db, { people: some });

  const written = new Set<string>(rows.map(({ id }) => id));
  const named = new Set(tickets.flatMap(({ events }) => events.flatMap(peopleOf)).filter((id) => !written.has(id)));
  for (const some of inChunks([...named])) await markNamed(db, { people: some, at, before: at - NAMED_WITHIN_MS });
}

const upsertPeople = prepared((db, it: { readonly people: readonly PeopleTable[] }) =>
  db
    .insertInto('people')
    .values([...it.people])
    .onConflict((both) =>
      both
        .column('id')
        .doUpdateSet((eb) => ({
          address: eb.ref('excluded.address'),
          name: eb
            .case()
            .when('excluded.name', '=', '')
            .then(eb.ref('people.name'))
            .else(eb.ref('excluded.name'))
            .end(),
          named_at: eb
            .case()
            .whenRef('excluded.named_at', '>', 'people.named_at')
            .then(eb.ref('excluded.named_at'))
            .else(eb.ref('people.named_at'))
            .end(),
        }))
        // Most are known already and were named this day; they stay as they are.
        .where((eb) =>
          eb.or([
            eb('people.address', '<>', eb.ref('excluded.address')),
            eb.and([eb('excluded.name', '<>', ''), eb('people.name', '<>', eb.ref('excluded.name'))]),
            eb('people.named_at', '<', eb('excluded.named_at', '-', NAMED_WITHIN_MS)),
          ]),
        ),
    ),
);

const markNamed = prepared((db, it: Marking) =>
  db
    .updateTable('people')
    .set({ named_at: it.at })
    .where('id', 'in', [...it.people])
    .where('named_at', '<', it.before),
);

interface Marking {
  readonly people: readonly string[];
  readonly at: EpochMs;
  readonly before: EpochMs;
}

/** Who was named less than a day ago need not be marked again: retention counts years. */
const NAMED_WITHIN_MS = 86_400_000;

async function writeMail(db: Db, id: MailId, { message, writer, likeness }: MailFacts, seq: number): Promise<void> {
  const row = {
    seq,
    mail: id,
    message_id: messageIdOf(message),
    identity: message.identity,
    writer,
    text_pattern: likeness?.text ?? null,
    subject_pattern: likeness?.subject ?? null,
  };
  await insertMail(db, row);
  const texts = {
    seq,
    from_address: plain(message.from?.address ?? ''),
    from_name: plain(message.from?.name ?? ''),
    subject: plain(message.subject),
    participants: participantsOf(message).join('\n'),
  };
  await insertMailTexts(db, texts);
}

const insertMail = prepared((db, row: MailsTable) => db.insertInto('mails').values(row));
const insertMailTexts = prepared((db, row: MailTextsTable) => db.insertInto('mail_texts').values(row));

function participantsOf(message: InboundMessage): readonly string[] {
  const everyone = [...(message.from ? [message.from] : []), ...message.to, ...message.cc];
  return [...new Set(everyone.map((it) => plain(it.address).replaceAll('\n', ' ')))];
}

/** A mail belongs to the tickets whose new events name it. */
async function attachMail(db: Db, decision: Decision, mail: MailFacts | null, seq: number): Promise<void> {
  const messageId = mail ? messageIdOf(mail.message) : null;
  const rows = decision.tickets
    .filter((ticket) => ticket.events.some((event) => 'mail' in event && event.mail === decision.mail))
    .map((ticket) => ({ ticket: ticket.number, seq, mail: decision.mail ?? '', message_id: messageId }));
  if (rows.length > 0) await insertTicketMails(db, { rows });
}

const insertTicketMails = prepared((db, it: { readonly rows: readonly TicketMailsTable[] }) =>
  db.insertInto('ticket_mails').values([...it.rows]),
);

function messageIdOf({ messageId }: InboundMessage): string | null {
  return messageId === null ? null : indexed(messageId);
}

async function writeTrace(db: Db, decision: Decision, seq: number, previous: number | null): Promise<void> {
  const row = {
    seq,
    mail: decision.mail,
    previous,
    at: decision.at,
    disposition: dispositionText(decision.disposition),
    auto_reply: flag(decision.autoReply),
    no_reply_reason: decision.noReplyReason,
    reason: plain(decision.reason),
    trace: JSON.stringify(decision.trace),
    asked: decision.asked ? JSON.stringify(decision.asked) : null,
  };
  await insertDecision(db, row);
}

const insertDecision = prepared((db, row: DecisionsTable) => db.insertInto('decisions').values(row));
