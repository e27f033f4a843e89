/**
 * Processor time of this thread: unlike a clock on the wall it does not run on while another test has the processor. It tells work that
 * grows with the square of a text from work that does not; what work costs is measured in test/bench.
 */
export function began(): NodeJS.CpuUsage {
  return process.threadCpuUsage();
}

/** Milliseconds spent since then. */
export function spentSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
