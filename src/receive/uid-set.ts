/** `1:3,7` for 1, 2, 3, 7: the sequence-set of RFC 3501 §9. */
export function uidSet(uids: Iterable<number>): string {
  const sorted = [...new Set(uids)].sort((a, b) => a - b);
  const runs: { first: number; last: number }[] = [];
  for (const uid of sorted) {
    const run = runs.at(-1);
    if (run && run.last + 1 === uid) run.last = uid;
    else runs.push({ first: uid, last: uid });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}:${last}`)).join(',');
}
