/**
 * Short lists of numbers, cut from a larger piece of memory. Memory outside of the heap is asked for and given back for every list that is
 * made by itself, which costs more than what is done with so few numbers; a piece goes when the last of its lists has gone.
 */
const PIECE_BYTES = 65_536;

/** Cuts lists from one piece after the other; each is zero throughout. */
function cutter<Numbers>(
  bytes: number,
  make: (piece: ArrayBuffer, from: number, size: number) => Numbers,
): (size: number) => Numbers {
  let [piece, used] = [new ArrayBuffer(PIECE_BYTES), 0];
  return (size) => {
    if (used + size * bytes > piece.byteLength)
      [piece, used] = [new ArrayBuffer(Math.max(PIECE_BYTES, size * bytes)), 0];
    const made = make(piece, used, size);
    used += size * bytes;
    return made;
  };
}

export const doubles = cutter(8, (piece, from, size) => new Float64Array(piece, from, size));
export const floats = cutter(4, (piece, from, size) => new Float32Array(piece, from, size));
export const ordinals = cutter(4, (piece, from, size) => new Int32Array(piece, from, size));
