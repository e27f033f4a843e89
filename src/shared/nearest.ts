/** Suggestions for mistyped names. */

/** `did you mean "RFT-AKUN"?`, or null when no known name is near. */
export function suggestName(wrong: string, known: Iterable<string>): string | null {
  const best = nearestName(wrong, known);
  return best === null ? null : `did you mean "${best}"?`;
}

/** The known name with the fewest edits: at most two or a third of the length, and never as many as it has letters. */
export function nearestName(wrong: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let fewest = Math.min(Math.max(3, Math.floor(wrong.length / 3) + 1), wrong.length);
  for (const name of known) {
    const edits = editDistance(wrong.toLowerCase(), name.toLowerCase(), fewest);
    if (edits < fewest) [best, fewest] = [name, edits];
  }
  return best;
}

/** Insertions, deletions, changes and swaps of neighbours; stops at `limit`. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const at = (line: readonly number[], index: number): number => line[index] ?? limit;
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : limit,
        ),
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[right.length] ?? limit;
}
