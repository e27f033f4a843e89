/** What every decision has in common that no mail led to: nobody wrote, so nobody is answered and no number is taken. */
import type { EpochMs } from '../shared/time.ts';
import type { Decision, TraceEntry } from './decision.ts';

/** The parts that the clock's decisions differ in; those left out are empty. */
export interface ByClock {
  readonly at: EpochMs;
  readonly reason: string;
  /** The rules that came due, in their order, with what each was about. */
  readonly due: readonly Omit<TraceEntry, 'matched'>[];
}

type Parts = Partial<Pick<Decision, 'tickets' | 'people' | 'letters' | 'timers' | 'personalMails'>>;

export function decidedByClock({ at, reason, due }: ByClock, parts: Parts): Decision {
  return {
    mail: null,
    at,
    disposition: { kind: 'accept' },
    autoReply: false,
    noReplyReason: null,
    reason,
    tickets: [],
    people: [],
    letters: [],
    timers: [],
    voidLetters: [],
    numbers: null,
    trace: due.map((one) => ({ ...one, matched: true })),
    ...parts,
  };
}
