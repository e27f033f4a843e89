/** A process with a pool, for process-pool.test.ts: tells its child's pid and goes on working. */
import { makeProcessPool } from '../../src/isolate/process-pool.ts';

const pool = makeProcessPool<readonly unknown[], unknown>({
  entry: new URL('sample-worker.ts', import.meta.url),
  processes: 1,
  limits: { timeMs: 60_000, memoryBytes: 150 * 1024 * 1024 },
});
const outcome = await pool.run(['pid']);
process.send?.(outcome.kind === 'ok' ? outcome.value : null);
void pool.run(['wait', 60_000]);
