/** The send loop on a real SMTP server, with an outbox in memory and a clock that the test moves. */
import { vi } from 'vitest';
import type { OutgoingMail } from '../../src/compose/outgoing-mail.ts';
import type { Letter } from '../../src/decide/letter.ts';
import type { OutboxRow } from '../../src/record/outbox.ts';
import { makeAlarm, type Alarm, type AlarmNotice } from '../../src/send/alarm.ts';
import { DEFAULT_SEND_POLICY, type SendPolicy } from '../../src/send/policy.ts';
import { makeSendLoop, type SendLoop } from '../../src/send/send-loop.ts';
import { makePost } from '../../src/send/post.ts';
import type { SendParts } from '../../src/send/send-parts.ts';
import { makeSmtpTransport } from '../../src/send/smtp-transport.ts';
import type { MailTransport } from '../../src/send/transport.ts';
import { silentLog } from '../../src/shared/log.ts';
import { startSmtp, type ScriptedSmtp, type SmtpOptions } from '../support/smtp.ts';
import { makeMemoryOutbox, type MemoryOutbox } from './memory-outbox.ts';
import { aLetter, aMail, OUR_MAILBOX } from './outgoing.ts';

export const START = Date.parse('2026-11-23T02:00:00Z');
export const DESK = 'meja-layanan@kantor.example';
export const TEAM = 'rft-akun@kantor.example';

export interface Stage {
  readonly smtp: ScriptedSmtp;
  readonly outbox: MemoryOutbox;
  readonly alarm: Alarm;
  /** Alarms that were told, in order. */
  readonly told: readonly AlarmNotice[];
  readonly clock: { now(): number; move(ms: number): void };
  /** `letter:outcome`, in order. */
  readonly outcomes: readonly string[];
  readonly parts: SendParts;
  readonly transport: Pick<MailTransport, 'send'>;
  /** Starts a loop; the first stops with the stage. */
  start(change?: Change): SendLoop;
  close(): Promise<void>;
}

type Change = Partial<SendParts & Posting>;

interface Posting {
  readonly compose: (row: OutboxRow) => Promise<OutgoingMail>;
  readonly transport: Pick<MailTransport, 'send'>;
}

export async function aStage(policy: Partial<SendPolicy> = {}, options: SmtpOptions = {}): Promise<Stage> {
  const smtp = await startSmtp(options);
  const clock = movableClock();
  const outbox = makeMemoryOutbox(clock);
  const told: AlarmNotice[] = [];
  const tell = async (notice: AlarmNotice): Promise<void> => void told.push(notice);
  const alarm = makeAlarm({ ways: [{ name: 'test', tell }], clock, log: silentLog });
  const outcomes: string[] = [];
  const settings = { host: smtp.host, port: smtp.port, secure: false, user: null, password: null, sender: OUR_MAILBOX };
  const transport = makeSmtpTransport(settings, clock);
  const loops: SendLoop[] = [];

  const parts: SendParts = {
    outbox,
    post: makePost(composeForTest, transport),
    clock,
    alarm,
    log: silentLog,
    metrics: { letter: (template, outcome) => void outcomes.push(`${template}:${outcome}`), answered: () => undefined },
    policy: { ...DEFAULT_SEND_POLICY, ...QUICK, ...policy },
    isOurs: (address) => address === DESK || address === TEAM,
    isDesk: (address) => address === DESK,
    undeliverable: aboutFailure,
    chance: () => 0.5,
  };
  return {
    smtp,
    outbox,
    alarm,
    told,
    clock,
    outcomes,
    parts,
    transport,
    start: ({ compose = composeForTest, transport: other = transport, ...change } = {}) => {
      const loop = makeSendLoop({ ...parts, post: makePost(compose, other), ...change });
      loops.push(loop);
      void loop.run();
      return loop;
    },
    close: async () => {
      await Promise.all(loops.map((loop) => loop.stop(200)));
      await transport.close();
      await smtp.stop();
    },
  };
}

/** Waits that let a test of pauses and polls end soon; the schedule itself runs on the stage's clock. */
const QUICK = { pollMs: 20, firstPauseMs: 20, maxPauseMs: 60, breakerCheckMs: 0, parkedCheckMs: 0 };

export async function composeForTest({ key, letter }: OutboxRow): Promise<OutgoingMail> {
  return aMail({ messageId: `${key}@kantor.example`, to: letter.to, cc: letter.cc, subject: letter.subject });
}

export function aboutFailure(row: OutboxRow): Letter {
  const to = [{ name: 'Meja Layanan', address: DESK }];
  return aLetter({ template: 'desk.undeliverable', to, ticket: row.letter.ticket, step: `undeliverable-${row.key}` });
}

export const until = (condition: () => boolean | Promise<boolean>, timeout = 10_000): Promise<void> =>
  vi.waitFor(
    async () => {
      if (!(await condition())) throw new Error('not yet');
    },
    { timeout, interval: 10 },
  );

function movableClock(): Stage['clock'] {
  const began = Date.now();
  let moved = 0;
  return { now: () => START + (Date.now() - began) + moved, move: (ms) => void (moved += ms) };
}
