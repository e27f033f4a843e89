/** The zone in which somebody means his hours where he names none. */
import type { Directory } from '../directory/person.ts';
import type { InboundMessage } from '../parse/message.ts';
import { zoneOfPlace, type Zone } from './facts/times.ts';

/** By the name of his unit in the register, else by the clock of his mail program. */
export function homeZone(
  message: Pick<InboundMessage, 'from' | 'dateOffsetMinutes'>,
  directory: Pick<Directory, 'byAddress'>,
): Zone {
  const person = message.from && directory.byAddress(message.from.address);
  const named = person ? zoneOfPlace(person.unitName) : null;
  return (
    named ?? (message.dateOffsetMinutes === 9 * 60 ? 'WIT' : message.dateOffsetMinutes === 8 * 60 ? 'WITA' : 'WIB')
  );
}
