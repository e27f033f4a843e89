/** Resident memory of another process, from Linux's /proc; null where there is none (then the child tells its own). */
import { readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;

export function residentBytesOf(pid: number): number | null {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1];
    return pages === undefined ? null : Number(pages) * PAGE_BYTES;
  } catch {
    return null;
  }
}
