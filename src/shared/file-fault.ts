/** A mistake in a file that people edit, as a value, so that all of them can be told at once. */
import { formatPlace, type Place } from './errors.ts';

export interface FileFault {
  readonly place: Place;
  /** What is wrong, with the wrong value, and what would be right. */
  readonly message: string;
  /** The nearest known name or the way to mend it; null when nothing is near. */
  readonly suggestion: string | null;
}

/** `rules/teams.yaml:14:9: team "RFT-AKN" is not in teams.yaml; did you mean "RFT-AKUN"?` */
export function formatFault(fault: FileFault): string {
  const suggestion = fault.suggestion === null ? '' : `; ${fault.suggestion}`;
  return `${formatPlace(fault.place)}: ${fault.message}${suggestion}`;
}
