/** A QR code as the rectangles that make it up, in units of its smallest square, quiet zone left out. */
import QRCode from 'qrcode';

export interface QrSquares {
  /** Squares on one side. */
  readonly size: number;
  /** Dark runs of each line. */
  readonly runs: readonly { readonly x: number; readonly y: number; readonly length: number }[];
}

/** @param text capitals, digits and ` $%*+-./:` only need half the room */
export function qrSquares(text: string): QrSquares {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const isDark = (x: number, y: number): boolean => x < modules.size && modules.get(y, x) === 1;
  const runs: { x: number; y: number; length: number }[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (!isDark(x, y)) continue;
      const start = x;
      while (isDark(x, y)) x += 1;
      runs.push({ x: start, y, length: x - start });
    }
  }
  return { size: modules.size, runs };
}
