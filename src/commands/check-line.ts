/** One thing that `loket check` found. */
import { formatPlace, type Place } from '../shared/errors.ts';

export interface CheckLine {
  readonly severity: 'error' | 'warning';
  /** Null where it is not about a file. */
  readonly place: Place | null;
  readonly message: string;
  readonly suggestion: string | null;
}

export function fault(message: string, suggestion: string | null = null, place: Place | null = null): CheckLine {
  return { severity: 'error', place, message, suggestion };
}

export function warning(message: string, suggestion: string | null = null, place: Place | null = null): CheckLine {
  return { severity: 'warning', place, message, suggestion };
}

/** `rules/teams.yaml:14:9: team "RFT-AKN" is not in teams.yaml; did you mean "RFT-AKUN"?` */
export function lineText({ severity, place, message, suggestion }: CheckLine): string {
  const where = place === null ? '' : `${formatPlace(place)}: `;
  const then = suggestion === null ? '' : `; ${suggestion}`;
  return `${where}${severity === 'warning' ? 'warning: ' : ''}${message}${then}`;
}

export function lineJson({ severity, place, message, suggestion }: CheckLine): Readonly<Record<string, unknown>> {
  return {
    severity,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    message,
    suggestion,
  };
}
