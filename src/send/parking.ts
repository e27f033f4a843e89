/** Letters that a person has to look at before they leave: kept with their reason, counted, alarmed once for all of them. */
import type { OutboxRow } from '../record/outbox.ts';
import type { SendParts } from './send-parts.ts';

export interface Parking {
  park(rows: readonly OutboxRow[], reason: string): Promise<void>;
  /** Ends the alarm when no letter is parked any more. */
  review(): Promise<void>;
}

type ParkingParts = Pick<SendParts, 'outbox' | 'alarm' | 'log' | 'metrics' | 'policy'>;

export function makeParking({ outbox, alarm, log, metrics, policy }: ParkingParts): Parking {
  let reviewAt = 0;

  return {
    park: async (rows, reason) => {
      if (rows.length === 0) return;
      await outbox.park(
        rows.map(({ key }) => key),
        reason,
      );
      for (const { key, letter } of rows) {
        log.warn({ letter: key, ticket: letter.ticket, template: letter.template, reason }, 'letter parked');
        metrics.letter(letter.template, 'parked');
      }
      void alarm.raise('letters-parked', `Letters wait for a person ("loket outbox list"). The first: ${reason}`);
    },
    review: async () => {
      if (performance.now() < reviewAt) return;
      reviewAt = performance.now() + policy.parkedCheckMs;
      if ((await outbox.counts()).parked === 0) await alarm.clear('letters-parked');
    },
  };
}
