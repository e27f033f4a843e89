/**
 * The lines of one turn of the event loop leave in one write, those that warn at once, with all before them: the last lines before a
 * crash are those that matter, and of what ends the process from within none is lost. Each write of its own would wait for the disk
 * that the mails are just being synced to.
 */
import { destination, type DestinationStream } from 'pino';

/** Pino numbers its levels. */
const WARN = 40;
/** Pino then says each line's level before it writes it. */
const WITH_LEVEL = Symbol.for('pino.metadata');

interface Lines extends DestinationStream {
  readonly [WITH_LEVEL]: true;
  lastLevel: number;
}

/** @param to descriptor of a file, or its path */
export function gatheredLines(to: number | string): DestinationStream {
  const out = destination({ dest: to, sync: true });
  let waiting: string[] = [];
  let turn: NodeJS.Immediate | null = null;
  const flush = (): void => {
    if (turn) clearImmediate(turn);
    turn = null;
    if (waiting.length === 0) return;
    const lines = waiting.join('');
    waiting = [];
    out.write(lines);
  };
  process.on('exit', flush);

  const lines: Lines = {
    [WITH_LEVEL]: true,
    lastLevel: 0,
    write: (line) => {
      waiting.push(line);
      if (lines.lastLevel >= WARN) flush();
      else turn ??= setImmediate(flush);
    },
  };
  return lines;
}
