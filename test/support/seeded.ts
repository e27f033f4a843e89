/** Chance that can be had again: the same seed gives the same run (mulberry32). */
export interface Seeded {
  readonly seed: number;
  /** From [0, 1). */
  next(): number;
  between(least: number, most: number): number;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
}

export function makeSeeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    seed,
    next,
    between: (least, most) => least + next() * (most - least),
    pick: (values) => values[Math.floor(next() * values.length)] ?? values[0],
  };
}

/** The seed of `LOKET_SEED`, or one of this moment; a test that uses it prints it. */
export function chosenSeed(): number {
  return Number(process.env['LOKET_SEED'] ?? Date.now() % 1_000_000_007);
}
