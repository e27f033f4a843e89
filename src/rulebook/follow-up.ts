/** What the clock does while nobody writes: the shape of follow-up.yaml, and what the stages see of it. All spans are working time. */
import { z } from 'zod';

/** A span of the service clock, as people write it: `2 hari kerja`, `4 jam kerja`. */
export interface WorkingSpan {
  readonly unit: 'hours' | 'days';
  readonly count: number;
}

export interface Waiting {
  /** Counted from the beginning of the wait, one letter each, growing. */
  readonly remindAfter: readonly WorkingSpan[];
}

/** Null wherever the office does not do it. */
export interface FollowUpPolicy {
  readonly approval: Waiting & {
    readonly tellDeskAfter: WorkingSpan | null;
    /** True: the nearest higher superior of the line is asked when the desk is told. */
    readonly askNextSuperior: boolean;
    readonly expireAfter: WorkingSpan | null;
    /** How often in a day one request that changes is put anew to those who are asked (default 3); more is gathered for the next letter. */
    readonly askAgainPerDay: number;
  };
  readonly missing: Waiting & { readonly expireAfter: WorkingSpan | null };
  readonly question: Waiting & { readonly handBackAfter: WorkingSpan | null };
  readonly confirmation: Waiting & { readonly closeAfter: WorkingSpan | null };
  readonly bast: Waiting & { readonly tellDeskAfter: WorkingSpan | null };
  /** Share of the service level, 0 to 1, at which team and desk are warned; null = never. */
  readonly warnAtShare: number | null;
  readonly tellOverdue: boolean;
  /** The working day before an event the team is reminded. */
  readonly remindBeforeEvent: boolean;
  /** When the desk's morning letter leaves on working days, in minutes after local midnight; null = never. */
  readonly digestMinute: number | null;
  /** The morning letter names what has no due time and has not moved for so long, with a team or the desk; null = never. */
  readonly standStillAfter: WorkingSpan | null;
  /** An ending by the clock comes at least this long after the last reminder: nobody is closed out by a machine that stood still. */
  readonly grace: WorkingSpan;
}

const WRITTEN = /^(\d{1,3}) (jam|hari) kerja$/;

const span = z
  .string()
  .regex(WRITTEN, 'write it as "2 hari kerja" or "4 jam kerja"')
  .transform((written): WorkingSpan => {
    const [, count, unit] = WRITTEN.exec(written) ?? [];
    return { unit: unit === 'jam' ? 'hours' : 'days', count: Number(count) };
  });
const AT = /^(?:at|pukul) ([01]\d|2[0-3])[:.]([0-5]\d)$/;
const timeOfDay = z
  .string()
  .regex(AT, 'write it as "at 07:30" or "pukul 07.30"')
  .transform((written): number => {
    const [, hours, minutes] = AT.exec(written) ?? [];
    return Number(hours) * 60 + Number(minutes);
  });
const spans = z.array(span).default([]);
const maybe = span.optional();

export const followUpFile = z.strictObject({
  approval: z
    .strictObject({
      remind_after: spans,
      tell_desk_after: maybe,
      ask_next_superior: z.boolean().default(false),
      expire_after: maybe,
      ask_again_per_day: z.int().min(0).max(99).default(3),
    })
    .prefault({}),
  missing: z.strictObject({ remind_after: spans, expire_after: maybe }).prefault({}),
  question: z.strictObject({ remind_after: spans, hand_back_after: maybe }).prefault({}),
  confirmation: z.strictObject({ remind_after: spans, close_after: maybe }).prefault({}),
  bast: z.strictObject({ remind_after: spans, tell_desk_after: maybe }).prefault({}),
  service_level: z
    .strictObject({
      warn_at_percent: z.int().min(1).max(99).optional(),
      tell_overdue: z.boolean().default(false),
      remind_before_event: z.boolean().default(false),
    })
    .prefault({}),
  digest: timeOfDay.optional(),
  stand_still_after: maybe,
  grace: span.default({ unit: 'days', count: 1 }),
});
export type FollowUpFile = z.infer<typeof followUpFile>;

/** Without the file nothing is ever reminded, warned of or closed by the clock. */
export const NO_FOLLOW_UP: FollowUpPolicy = buildFollowUp(followUpFile.parse({}));

export function buildFollowUp(file: FollowUpFile): FollowUpPolicy {
  const { approval, missing, question, confirmation, bast, service_level: level, digest, grace } = file;
  return {
    approval: {
      remindAfter: approval.remind_after,
      tellDeskAfter: approval.tell_desk_after ?? null,
      askNextSuperior: approval.ask_next_superior,
      expireAfter: approval.expire_after ?? null,
      askAgainPerDay: approval.ask_again_per_day,
    },
    missing: { remindAfter: missing.remind_after, expireAfter: missing.expire_after ?? null },
    question: { remindAfter: question.remind_after, handBackAfter: question.hand_back_after ?? null },
    confirmation: { remindAfter: confirmation.remind_after, closeAfter: confirmation.close_after ?? null },
    bast: { remindAfter: bast.remind_after, tellDeskAfter: bast.tell_desk_after ?? null },
    warnAtShare: level.warn_at_percent === undefined ? null : level.warn_at_percent / 100,
    tellOverdue: level.tell_overdue,
    remindBeforeEvent: level.remind_before_event,
    digestMinute: digest ?? null,
    standStillAfter: file.stand_still_after ?? null,
    grace,
  };
}
