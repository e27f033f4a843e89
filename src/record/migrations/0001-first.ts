/** The first shape of the store. Never edited once released: a change of shape is a further migration. */
import { sql, type CreateTableBuilder } from 'kysely';
import type { Db, Tables } from '../schema.ts';

type Table = keyof Tables;

interface Shape {
  /** The primary key, where it is the place in the order of all decisions and letters. */
  readonly place?: string;
  readonly text?: readonly string[];
  readonly integer?: readonly string[];
  readonly textOrNull?: readonly string[];
  readonly integerOrNull?: readonly string[];
  readonly primary?: readonly string[];
  readonly unique?: string;
  /** Column that names a row of another table; the row goes when that one goes. */
  readonly belongsTo?: readonly [column: string, table: Table, target: string];
}

const SHAPES: readonly (readonly [Table, Shape])[] = [
  [
    'ledger',
    {
      text: ['mail', 'mailbox', 'uid_validity', 'sha256', 'state'],
      integer: ['uid', 'received_at', 'size_bytes', 'attempts', 'held', 'released'],
      textOrNull: ['disposition', 'reason', 'moved_to'],
      integerOrNull: ['decided_at', 'seq'],
      primary: ['mail'],
    },
  ],
  [
    'mailboxes',
    { text: ['mailbox', 'uid_validity'], integer: ['activation_uid', 'activated_at'], primary: ['mailbox'] },
  ],
  ['mails', { place: 'seq', text: ['mail', 'identity'], textOrNull: ['message_id', 'writer'] }],
  [
    'mail_texts',
    {
      place: 'seq',
      text: ['from_address', 'from_name', 'subject', 'participants'],
      belongsTo: ['seq', 'mails', 'seq'],
    },
  ],
  [
    'tickets',
    {
      text: ['number', 'status', 'kind', 'ticket_type', 'requester', 'opened_by'],
      integer: ['version', 'opened_at', 'received_at', 'changed_at', 'last_mail_at'],
      textOrNull: ['service', 'variant', 'incident', 'team'],
      integerOrNull: ['completed_at', 'resolved_at', 'first_response_at'],
      primary: ['number'],
    },
  ],
  [
    'events',
    {
      text: ['ticket', 'type', 'payload'],
      integer: ['seq', 'v', 'at'],
      primary: ['ticket', 'seq'],
      belongsTo: ['ticket', 'tickets', 'number'],
    },
  ],
  [
    'ticket_texts',
    { text: ['ticket', 'name', 'text'], primary: ['ticket', 'name'], belongsTo: ['ticket', 'tickets', 'number'] },
  ],
  [
    'ticket_mails',
    {
      text: ['ticket', 'mail'],
      integer: ['seq'],
      textOrNull: ['message_id'],
      primary: ['ticket', 'seq'],
      belongsTo: ['ticket', 'tickets', 'number'],
    },
  ],
  ['people', { text: ['id', 'address', 'name'], primary: ['id'] }],
  [
    'outbox',
    {
      place: 'seq',
      text: ['key', 'template', 'language', 'step', 'person', 'shown', 'recipient', 'state'],
      integer: ['rank', 'attempts', 'created_at', 'next_attempt_at', 'voided'],
      textOrNull: ['ticket', 'source', 'last_reply', 'parked_reason'],
      integerOrNull: ['left_at', 'lease_until'],
      unique: 'key',
    },
  ],
  ['outbox_texts', { place: 'seq', text: ['letter'], textOrNull: ['text'], belongsTo: ['seq', 'outbox', 'seq'] }],
  [
    'decisions',
    {
      place: 'seq',
      text: ['disposition', 'reason', 'trace'],
      integer: ['at', 'auto_reply'],
      textOrNull: ['mail', 'no_reply_reason'],
      integerOrNull: ['previous'],
    },
  ],
  ['counters', { text: ['kind', 'name'], integer: ['value'], primary: ['kind', 'name'] }],
];

/** Partial indexes hold only the rows that wait for something, so that a million that are done cost nothing. */
const INDEXES: readonly (readonly [name: string, table: Table, columns: readonly string[], where?: string])[] = [
  ['ledger_uid', 'ledger', ['mailbox', 'uid_validity', 'uid']],
  ['ledger_kept', 'ledger', ['state', 'received_at', 'uid'], `state = 'kept'`],
  ['ledger_before_activation', 'ledger', ['state', 'received_at', 'uid'], `state = 'before-activation'`],
  ['ledger_held', 'ledger', ['held', 'received_at', 'uid'], `held = 1`],
  ['ledger_unmoved', 'ledger', ['state', 'mailbox', 'uid_validity', 'uid'], `state = 'decided' and moved_to is null`],
  ['ledger_decided_at', 'ledger', ['decided_at']],
  ['mails_identity', 'mails', ['identity', 'seq']],
  ['mails_message_id', 'mails', ['message_id', 'seq']],
  ['ticket_mails_seq', 'ticket_mails', ['seq']],
  ['tickets_requester', 'tickets', ['requester', 'opened_at', 'number']],
  ['tickets_status', 'tickets', ['status', 'opened_at', 'number']],
  ['tickets_opened_at', 'tickets', ['opened_at', 'number']],
  ['outbox_due', 'outbox', ['rank', 'next_attempt_at', 'seq'], `state = 'waiting'`],
  ['outbox_state', 'outbox', ['state', 'seq']],
  ['outbox_left_at', 'outbox', ['state', 'left_at']],
  ['outbox_ticket', 'outbox', ['ticket', 'state', 'seq']],
  ['outbox_recipient', 'outbox', ['recipient', 'left_at'], `left_at is not null`],
  ['outbox_created_at', 'outbox', ['created_at', 'seq']],
];

export async function createFirst(db: Db): Promise<void> {
  for (const [name, shape] of SHAPES) await createTable(db, name, shape);
  for (const [name, table, columns, where] of INDEXES) {
    const on = sql`${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})`;
    await sql`create index ${sql.id(name)} on ${on}${where ? sql` where ${sql.raw(where)}` : sql``}`.execute(db);
  }
  const counters = [
    { kind: 'sequence', name: 'all', value: 0 },
    { kind: 'letters', name: 'created', value: 0 },
  ];
  await db.insertInto('counters').values(counters).execute();
}

async function createTable(db: Db, name: Table, shape: Shape): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  const primary = shape.place ? [shape.place] : (shape.primary ?? []);
  table = table.addPrimaryKeyConstraint(`${name}_primary`, [...primary]);
  // This type, and not the wider one: only with it does SQLite order the table itself by the column.
  if (shape.place) table = table.addColumn(shape.place, 'integer', (it) => it.notNull());
  if (shape.unique) table = table.addUniqueConstraint(`${name}_${shape.unique}`, [shape.unique]);
  for (const column of shape.text ?? []) table = table.addColumn(column, 'text', (it) => it.notNull());
  for (const column of shape.integer ?? []) table = table.addColumn(column, 'bigint', (it) => it.notNull());
  for (const column of shape.textOrNull ?? []) table = table.addColumn(column, 'text');
  for (const column of shape.integerOrNull ?? []) table = table.addColumn(column, 'bigint');
  if (shape.belongsTo) {
    const [column, parent, target] = shape.belongsTo;
    table = table.addForeignKeyConstraint(`${name}_of_${parent}`, [column], parent, [target], (it) =>
      it.onDelete('cascade'),
    );
  }
  await table.execute();
}
