import { readFileSync, readdirSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the machine. */
const TICK_MS = 10;

/** Milliseconds of processor time of a process, 0 where there is no /proc. */
export function processorMs(pid: number): number {
  const { user, system } = timesOf(pid);
  return user + system;
}

/** The same of its children, those that have ended included. */
export function childrenMs(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + processorMs(child), timesOf(pid).ended);
}

function timesOf(pid: number): { readonly user: number; readonly system: number; readonly ended: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields
      .slice(11, 15)
      .map((it) => Number(it) * TICK_MS);
    return { user, system, ended: endedUser + endedSystem };
  } catch {
    return { user: 0, system: 0, ended: 0 };
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    return tasks.flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}
