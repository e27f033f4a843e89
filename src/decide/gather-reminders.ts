/**
 * When the clock has much to say at once, as after days of standing still, whoever would get many warnings gets one letter that lists them.
 * Pure: decisions in, decisions out; the list is one of its own, recorded with the others or not at all.
 */
import type { EpochMs } from '../shared/time.ts';
import { decidedByClock } from './by-clock.ts';
import type { Decision } from './decision.ts';
import { MOST_SINGLE } from './gather-approvals.ts';
import type { Letter } from './letter.ts';
import { teamSeveral } from './letters/index.ts';

const REMINDERS: readonly Letter['template'][] = ['team.reminder', 'desk.reminder'];

/** @param decisions of the clock at one moment, each about one ticket */
export function gatherReminders(decisions: readonly Decision[], now: EpochMs): readonly Decision[] {
  const reminders = decisions.flatMap(({ letters }) => letters.filter(isReminder));
  const many = [...Map.groupBy(reminders, addressOf).values()].filter((group) => group.length > MOST_SINGLE);
  if (many.length === 0) return decisions;
  const listed = new Set(many.flat());
  return [
    ...decisions.map((one) => ({ ...one, letters: one.letters.filter((letter) => !listed.has(letter)) })),
    ...many.map((group) => listing(group, now)),
  ];
}

function isReminder({ template }: Letter): boolean {
  return REMINDERS.includes(template);
}

function addressOf({ to }: Letter): string {
  return to[0]?.address ?? '';
}

function listing(letters: readonly Letter[], now: EpochMs): Decision {
  return decidedByClock(
    {
      at: now,
      reason: `The clock: ${letters.length} warnings to one reader in one letter.`,
      due: [{ rule: 'clock/several', detail: letters.map(({ ticket }) => ticket).join(', ') }],
    },
    { letters: teamSeveral(letters, now) },
  );
}
