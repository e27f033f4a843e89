/** Mistakes in rule files end the loading together. */
import { BotError, formatPlace } from '../shared/errors.ts';
import { formatFault, type FileFault } from '../shared/file-fault.ts';

export type RuleFault = FileFault;

/** @throws {BotError} E_RULE_FILE that lists every fault, one a line, with the place of the first */
export function throwFaults(faults: readonly RuleFault[]): never {
  const [first] = faults;
  const lines = faults.map(formatFault);
  throw new BotError('E_RULE_FILE', lines.length === 1 ? lines.join() : `${lines.length} faults\n${lines.join('\n')}`, {
    facts: { faults: faults.length, ...(first && { first: formatPlace(first.place) }) },
  });
}
