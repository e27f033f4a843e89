/** Clauses cut where a reason, a purpose, a concession or what is told besides begins though no comma stands there. */
import type { Word } from '../../words/normalise.ts';
import { wordSet } from '../words.ts';

interface Span {
  readonly first: number;
  readonly last: number;
}

const OPENERS = wordSet(
  'karena sebab dikarenakan berhubung mengingat lantaran soalnya gara-gara makanya sehingga biar supaya agar demi because since tapi tetapi namun asal asalkan sepanjang kecuali maksimal terbatas jika apabila bilamana sepertinya kayaknya if unless once provided except',
);
const JOINTS = wordSet('dan serta and jadi');
/** Fewer words joined to a yes are a part of it ("setuju dan mohon diproses"). */
const FEWEST_JOINED = 3;
const MARK = /\p{Extended_Pictographic}/u;

export function piecesOf(
  clause: readonly number[],
  words: readonly Word[],
  yes: readonly Span[],
): readonly (readonly number[])[] {
  const pieces: number[][] = [[]];
  clause.forEach((at, index) => {
    const form = words[at]?.form ?? '';
    const isPastMark = MARK.test(words[clause[index - 1] ?? -1]?.form ?? '') && !MARK.test(form);
    const opens = OPENERS.has(form) || isPastMark || (JOINTS.has(form) && joinsMore(clause, index, yes));
    if (index > 0 && opens) pieces.push([]);
    pieces.at(-1)?.push(at);
  });
  return pieces;
}

/** "… setuju dan Sdr. Irfan akan datang": the yes stands on one side, and enough on the other. */
function joinsMore(clause: readonly number[], index: number, yes: readonly Span[]): boolean {
  const holdsYes = (part: readonly number[]): boolean =>
    yes.some(({ first, last }) => first <= (part.at(-1) ?? -1) && last >= (part[0] ?? 0));
  const [left, right] = [clause.slice(0, index), clause.slice(index)];
  if (holdsYes(left) === holdsYes(right)) return false;
  return (holdsYes(left) ? right : left).length > FEWEST_JOINED;
}
