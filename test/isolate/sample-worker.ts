/** The child of process-pool.test.ts: does what its job says. */
import { readFileSync } from 'node:fs';
import { serveJobs } from '../../src/isolate/serve-jobs.ts';

const held: Buffer[] = [];

serveJobs(async ([what, amount]: readonly unknown[]) => {
  switch (what) {
    case 'echo':
      return amount;
    case 'pid':
      return process.pid;
    case 'args':
      return process.argv.slice(2);
    case 'env':
      return Object.keys(process.env);
    case 'limits':
      return readFileSync('/proc/self/limits', 'latin1');
    case 'throw':
      throw new Error('as told');
    case 'wait':
      await new Promise((resolve) => setTimeout(resolve, Number(amount)));
      return amount;
    case 'loop':
      for (;;);
    case 'exit':
      return process.exit(3);
    case 'buffers':
      for (;;) held.push(Buffer.alloc(4 * 1024 * 1024, 1));
    case 'heap': {
      const grown: number[][] = [];
      for (;;) grown.push(Array.from({ length: 100_000 }, (_, index) => index));
    }
    case 'keep':
      held.push(Buffer.alloc(Number(amount), 1));
      return process.pid;
    default:
      return null;
  }
});
