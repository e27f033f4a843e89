/** One thing that `loket check` found. */
export interface CheckLine {
  readonly severity: 'error' | 'warning';
  readonly text: string;
}
