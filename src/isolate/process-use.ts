/** What another process takes, from Linux's /proc; null where there is none. */
import { readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;

/** Null: then the child tells its own. */
export function residentBytesOf(pid: number): number | null {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1];
    return pages === undefined ? null : Number(pages) * PAGE_BYTES;
  } catch {
    return null;
  }
}

/** The kernel counts in hundredths of a second, whatever its own ticks are (proc_pid_stat(5)). */
const TICK_MS = 10;

/** CPU time of all its threads so far, in ms. */
export function cpuMsOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in brackets may hold anything; user and system time are the 12th and 13th field after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}
