/**
 * The numbers below `length` in a fixed order that mixes neighbours.
 * @param turn another order for each
 */
export function shuffled(length: number, turn = 0): readonly number[] {
  const order = Array.from({ length }, (_, at) => at);
  let state = (12_345 + Math.imul(turn, 2_654_435_761)) >>> 0;
  for (let at = length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = state % (at + 1);
    const [one, two] = [order[at] ?? 0, order[other] ?? 0];
    order[at] = two;
    order[other] = one;
  }
  return order;
}
