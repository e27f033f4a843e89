/** A mistake in a rule file, as a value, so that all of them can be told at once. */
import { BotError, formatPlace, type Place } from '../shared/errors.ts';

export interface RuleFault {
  readonly place: Place;
  /** What is wrong, with the wrong value, and what would be right. */
  readonly message: string;
  /** The nearest known name or the way to mend it; null when nothing is near. */
  readonly suggestion: string | null;
}

/** `rules/teams.yaml:14:9: team "RFT-AKN" is not in teams.yaml; did you mean "RFT-AKUN"?` */
export function formatFault(fault: RuleFault): string {
  const suggestion = fault.suggestion === null ? '' : `; ${fault.suggestion}`;
  return `${formatPlace(fault.place)}: ${fault.message}${suggestion}`;
}

/** @throws {BotError} E_RULE_FILE that lists every fault, one a line, with the place of the first */
export function throwFaults(faults: readonly RuleFault[]): never {
  const [first] = faults;
  const lines = faults.map(formatFault);
  throw new BotError('E_RULE_FILE', lines.length === 1 ? lines.join() : `${lines.length} faults\n${lines.join('\n')}`, {
    facts: { faults: faults.length, ...(first && { first: formatPlace(first.place) }) },
  });
}
