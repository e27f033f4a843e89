/**
 * A whole service desk inside the test: real rules, people, letters and store, every mail read from its bytes, decided and recorded as
 * the daemon does it; only IMAP, SMTP and the reading process are left out. People are named by the left part of their address.
 */
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeComposer } from '../../src/compose/compose.ts';
import type { OutgoingMail } from '../../src/compose/outgoing-mail.ts';
import { compileTemplates, type CompiledTemplates } from '../../src/compose/templates.ts';
import type { Decision } from '../../src/decide/decision.ts';
import type { TemplateName } from '../../src/decide/letter.ts';
import type { Office } from '../../src/decide/office.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import type { Directory } from '../../src/directory/person.ts';
import { DailyLoop } from '../../src/follow-up/daily-loop.ts';
import { FollowUpLoop } from '../../src/follow-up/follow-up-loop.ts';
import type { ReadOutcome } from '../../src/look-up.ts';
import type { MailScanner } from '../../src/mail-scanner.ts';
import { isPaper, readPapers } from '../../src/papers/read-papers.ts';
import { DEFAULT_LIMITS } from '../../src/parse/limits.ts';
import { carriedPapers, fieldLabelsOf, paperKeysOf, paperMakerOf } from '../../src/papers-out.ts';
import { openMail } from '../../src/open-mail.ts';
import type { ParsePolicy } from '../../src/parse/parse-message.ts';
import { decideMail } from '../../src/pipeline.ts';
import { openStore, type Store } from '../../src/record/open-store.ts';
import type { TicketRecord } from '../../src/record/store.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { asTicketNumber, type LetterKey, type TicketNumber } from '../../src/shared/ids.ts';
import { mailIdOf, makeKeyring } from '../../src/shared/keyring.ts';
import { silentLog } from '../../src/shared/log.ts';
import { fromIso, MINUTE, type EpochMs } from '../../src/shared/time.ts';
import { evolve } from '../../src/ticket/evolve.ts';
import { keepLearntIn } from '../../src/understand/classify/lexicon.ts';
import { SHIPPED_FORMS } from '../support/shipped-forms.ts';
import { TEST_CACHE } from '../support/test-cache.ts';
import { writeMail, type WrittenMail } from '../support/write-mail.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const TEMPLATES_DIR = join(ROOT, 'templates');

/** A letter of ours as its reader has it. */
export interface Sent {
  readonly key: LetterKey;
  readonly template: TemplateName;
  /** Address of the first recipient. */
  readonly to: string;
  readonly ticket: TicketNumber | null;
  readonly mail: OutgoingMail;
}

/** What one mail led to. */
export interface Outcome {
  readonly decision: Decision;
  /** Name of the chain's rule that took the mail. */
  readonly rule: string;
  /** Letters that left because of it, in order. */
  readonly letters: readonly Sent[];
  /** Templates and first recipients, `requester.received → mutia.zahra`, in order. */
  readonly told: readonly string[];
}

export type Authentication = 'aligned' | 'absent' | 'failed';

export interface Written {
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly headers?: readonly string[];
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly attachments?: NonNullable<WrittenMail['attachments']>;
  readonly messageId?: string;
  /** Default: now. */
  readonly date?: Date;
  /** What our own server says of the sender; default aligned. */
  readonly auth?: Authentication;
  /** What the sender's program does to the mail as it leaves. */
  readonly sign?: (raw: string) => Promise<string>;
}

export type Answered = Partial<Written> & {
  /** Leaves the letter out below the answer. */
  readonly withoutQuote?: boolean;
  /** Leaves the references out, as programs do that know no threads. */
  readonly withoutReferences?: boolean;
};

export interface Desk {
  readonly office: Office;
  readonly store: Store;
  /** All letters that have left, in order. */
  readonly letters: readonly Sent[];
  now(): EpochMs;
  setClock(iso: string): void;
  pass(ms: number): void;
  /** The clock's turn: everything that is due now; answers the letters that left because of it. */
  ticks(): Promise<readonly Sent[]>;
  /** Raw bytes arrive. */
  arrives(raw: string): Promise<Outcome>;
  writes(who: string, mail: Written): Promise<Outcome>;
  /** Answers a letter of ours with it quoted below, to us. */
  answers(who: string, letter: Sent, text: string, more?: Answered): Promise<Outcome>;
  /** The newest letter of that name, optionally to one person. */
  last(template: TemplateName, to?: string): Sent;
  ticket(number: string): Promise<TicketRecord>;
  /** All tickets with their status, oldest first: `SR-…: assigned`. */
  statuses(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly start?: string;
  readonly whenAbsent?: Office['whenAbsent'];
  readonly address?: string;
  readonly domains?: readonly string[];
  readonly rulebook?: (rulebook: Rulebook) => Rulebook;
  /** The clock also writes the morning letters. */
  readonly daily?: boolean;
  /** Another organisation's rules, people and domain; default the ministry's. */
  readonly organisation?: keyof typeof ORGANISATIONS;
  /** Looks for viruses; default none. */
  readonly scanner?: MailScanner;
  /** Certificates (PEM) that those of people may lead to; default none. */
  readonly authorities?: readonly string[];
  /** Files of their revocation lists; default none. */
  readonly revocations?: readonly string[];
}

type Trusted = Required<Pick<DeskOptions, 'authorities' | 'revocations'>>;

interface Ground {
  readonly rulebook: Rulebook;
  readonly directory: Directory;
  readonly templates: CompiledTemplates;
}

/** Read once for all tests of a file. */
const grounds = new Map<string, Promise<Ground>>();

/** A Monday morning. */
const START = '2026-11-23T09:00:00+07:00';
const DOMAIN = 'kemenkeu.example';
const ORGANISATIONS = {
  ministry: { rules: 'rules', people: 'fixtures/directory.csv', domain: DOMAIN, zone: 'Asia/Jakarta' },
  kalbar: {
    rules: 'rules/kalbar',
    people: 'fixtures/kalbar-directory.csv',
    domain: 'kalbarprov.example',
    zone: 'Asia/Pontianak',
  },
} as const;

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const name = options.organisation ?? 'ministry';
  const ground = grounds.get(name) ?? layGround(name);
  grounds.set(name, ground);
  const office = officeOf(await ground, options);
  const messageIdOf = (facts: Parameters<Office['keyring']['reference']>[0]): string =>
    `${office.keyring.reference(facts)}@${domainOf(office.mailbox.address)}`;
  const store = await openStore({ database: 'sqlite::memory:', evolve, messageIdOf });
  const { templates } = await ground;
  return makeDesk(office, store, {
    templates,
    start: fromIso(options.start ?? START),
    daily: options.daily ?? false,
    scanner: options.scanner ?? null,
    authorities: options.authorities ?? [],
    revocations: options.revocations ?? [],
  });
}

/** `mutia.zahra` of an address, for comparing. */
export function nameOf(address: string): string {
  return address.replace(/@.*$/, '');
}

export function addressOf(who: string): string {
  return who.includes('@') ? who : `${who}@${DOMAIN}`;
}

async function layGround(name: keyof typeof ORGANISATIONS): Promise<Ground> {
  const { rules: folder, people, domain } = ORGANISATIONS[name];
  const rules = loadRulebook(join(ROOT, folder), { mailboxDomain: domain, cache: TEST_CACHE });
  if (rules.kind === 'faulty') throw new Error(JSON.stringify(rules.faults, null, 2));
  keepLearntIn(TEST_CACHE, rules.rulebook);
  const { directory } = await loadDirectory(join(ROOT, people));
  const templates = await compileTemplates(join(ROOT, 'templates'), { cacheDir: join(tmpdir(), 'loket-test-letters') });
  return { rulebook: rules.rulebook, directory, templates };
}

function officeOf({ rulebook, directory }: Ground, options: DeskOptions): Office {
  const { domain, zone } = ORGANISATIONS[options.organisation ?? 'ministry'];
  const address = options.address ?? `servicedesk@${domain}`;
  return {
    rulebook: options.rulebook?.(rulebook) ?? rulebook,
    directory,
    keyring: makeKeyring(`a secret of the test for ${address}`),
    zone,
    mailbox: { address, name: rulebook.organisation.deskName },
    ownAddresses: [address],
    domains: options.domains ?? [domain],
    paperKeys: paperKeysOf(TEMPLATES_DIR),
    fieldLabels: fieldLabelsOf(TEMPLATES_DIR),
    whenAbsent: options.whenAbsent ?? 'desk',
  };
}

function makeDesk(
  office: Office,
  store: Store,
  made: { templates: CompiledTemplates; start: EpochMs; daily: boolean; scanner: MailScanner | null } & Trusted,
): Desk {
  const { authorities, revocations } = made;
  const trusted = { authorities, revocations };
  const clock = { at: made.start };
  const letters: Sent[] = [];
  const maker = paperMakerOf(TEMPLATES_DIR, office.keyring);
  const compose = makeComposer({
    templates: made.templates,
    keyring: office.keyring,
    mailbox: { ...office.mailbox, replyAddress: null },
    instance: office.mailbox.address,
    attachments: (letter) => carriedPapers(letter.papers ?? [], maker, office),
  });
  let uid = 0;
  const raws = new Map<string, string>();

  const sendAll = async (): Promise<readonly Sent[]> => {
    const sent: Sent[] = [];
    for (;;) {
      const rows = await store.outbox.claim(clock.at, 50, MINUTE);
      if (rows.length === 0) return sent;
      for (const row of rows) {
        const mail = await compose(row);
        await store.outbox.markSent(row.key, { at: clock.at, reply: '250 ok', text: mail.text, late: false });
        const to = mail.to[0]?.address ?? '';
        sent.push({ key: row.key, template: row.letter.template, to, ticket: row.letter.ticket, mail });
      }
    }
  };

  const readMail = async (raw: string): Promise<ReadOutcome> => {
    const read = await readInProcess(raw, office, trusted);
    return made.scanner ? made.scanner.scanned(read, '', () => undefined) : read;
  };

  const clockNow = { now: () => clock.at };
  const parts = { ...store, office: () => office, clock: clockNow, log: silentLog, wake: () => undefined };
  const followUp = new FollowUpLoop(parts);
  const daily = new DailyLoop({
    ...parts,
    operator: `operator@${domainOf(office.mailbox.address)}`,
    compared: () => null,
  });

  const desk: Desk = {
    office,
    store,
    letters,
    now: () => clock.at,
    setClock: (iso) => void (clock.at = fromIso(iso)),
    pass: (ms) => void (clock.at += ms),
    ticks: async () => {
      await followUp.now();
      if (made.daily) await daily.now();
      const sent = await sendAll();
      letters.push(...sent);
      return sent;
    },
    arrives: async (raw) => {
      uid += 1;
      clock.at += 1_000;
      const mail = mailIdOf('INBOX', '1', uid);
      const arrival = { mail, mailbox: 'INBOX', uidValidity: '1', uid, receivedAt: clock.at, sizeBytes: raw.length };
      await store.ledger.list([{ ...arrival, sha256: createHash('sha256').update(raw).digest('hex') }], 'kept');
      const row = await store.ledger.row(mail);
      if (row === null) throw new Error('the mail is not in the ledger');
      const stages = { ...store, office: () => office, clock: desk, ...UNUSED };
      raws.set(mail, raw);
      const { decision } = await decideMail(row, await readMail(raw), stages);
      // What the desk has released meanwhile is decided anew, as the daemon does it.
      for (const again of await store.ledger.undecided(50))
        await decideMail(again, await readMail(raws.get(again.mail) ?? ''), stages);
      const sent = await sendAll();
      letters.push(...sent);
      const rule = decision.trace.find((entry) => entry.matched && entry.rule.startsWith('mail/'))?.rule ?? '';
      return {
        decision,
        rule: rule.slice('mail/'.length),
        letters: sent,
        told: sent.map((letter) => `${letter.template} → ${nameOf(letter.to)}`),
      };
    },
    writes: async (who, { sign = (raw) => Promise.resolve(raw), ...mail }) =>
      desk.arrives(await sign(writtenBy(who, mail, { office, at: clock.at, ordinal: uid + 1 }))),
    answers: (who, letter, text, more = {}) =>
      desk.writes(who, {
        subject: `Re: ${letter.mail.subject}`,
        text: more.withoutQuote ? text : `${text}\n\n${quoted(letter.mail)}\n`,
        ...(more.withoutReferences
          ? {}
          : { inReplyTo: letter.mail.messageId, references: [...letter.mail.references, letter.mail.messageId] }),
        ...more,
      }),
    last: (template, to) => {
      const found = letters.findLast((sent) => sent.template === template && (!to || sent.to === addressOf(to)));
      if (!found) throw new Error(`no ${template} has left; ${letters.map((sent) => sent.template).join(', ')}`);
      return found;
    },
    ticket: async (number) => {
      const ticket = await store.tickets.find(asTicketNumber(number));
      if (ticket === null) throw new Error(`no ticket ${number}`);
      return ticket;
    },
    statuses: async () => {
      const lines = await store.tickets.list({ limit: 1_000 });
      return lines.map((line) => `${line.number}: ${line.status}`).toSorted();
    },
    close: () => store.close(),
  };
  return desk;
}

const elsewhere = (): Promise<never> => Promise.reject(new Error('mails are read in the test itself'));
const UNUSED = {
  fetchListed: elsewhere,
  rawPath: () => '',
  log: silentLog,
  maxMessageBytes: DEFAULT_LIMITS.maxMessageBytes,
  reader: {
    read: elsewhere,
    readHeader: elsewhere,
    extract: elsewhere,
    isSevenBit: () => null,
    warm: () => undefined,
    ready: async () => undefined,
    close: async () => undefined,
  },
};

async function readInProcess(raw: string, office: Office, trusted: Trusted): Promise<ReadOutcome> {
  const policy: ParsePolicy = {
    limits: DEFAULT_LIMITS,
    ownAddresses: office.ownAddresses,
    authentication: { authservIds: [`mx.${domainOf(office.mailbox.address)}`], internal: null, ...trusted },
  };
  const { message, files } = await openMail(Buffer.from(raw), policy, { keep: () => true, cut: false });
  const papers = files
    .filter(({ attachment }) => isPaper(attachment) && !attachment.inline)
    .map(({ attachment: { filename, sha256, type }, bytes }) => ({ filename, sha256, type, bytes }));
  return {
    kind: 'read',
    mail: { message, papers: await readPapers(papers, DEFAULT_LIMITS, { forms: SHIPPED_FORMS }) },
  };
}

const RESULTS: Readonly<Record<Authentication, string>> = { aligned: 'dmarc=pass', failed: 'dmarc=fail', absent: '' };

function writtenBy(
  who: string,
  mail: Written,
  at: { readonly office: Office; readonly at: EpochMs; readonly ordinal: number },
): string {
  const address = addressOf(who);
  const domain = domainOf(at.office.mailbox.address);
  const results = RESULTS[mail.auth ?? 'aligned'];
  const { auth: _auth, ...rest } = mail;
  return writeMail({
    ...rest,
    from: { name: at.office.directory.byAddress(address)?.name ?? nameOf(address), address },
    to: (mail.to ?? [at.office.mailbox.address]).map(addressOf),
    cc: (mail.cc ?? []).map(addressOf),
    messageId: mail.messageId ?? `${at.ordinal}.${nameOf(address)}@mail.${domainOf(address)}`,
    date: mail.date ?? new Date(at.at),
    headers: [
      ...(results === '' ? [] : [`Authentication-Results: mx.${domain}; ${results} header.from=${domainOf(address)}`]),
      ...(mail.headers ?? []),
    ],
  });
}

/** As common programs quote. */
export function quoted(mail: OutgoingMail): string {
  const lines = mail.text.split('\n').map((line) => `> ${line}`);
  return [`Pada Sen, 23 Nov 2026 pukul 09.00 ${mail.from.name} <${mail.from.address}> menulis:`, ...lines].join('\n');
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
