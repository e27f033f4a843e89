import { defineConfig } from 'vitest/config';

/** `unit` needs nothing but npm packages; `server` needs a Dovecot on PATH (see .ci/run), as does `soak`, which takes long. */
export default defineConfig({
  test: {
    // One fewer is the default, which leaves a machine of two cores half idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/server/**', 'test/soak/**'],
          setupFiles: ['test/support/repeatable.ts'],
          // Ends what hangs; the first test of a file that learns the rules anew takes its time on a busy machine.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'soak',
          include: ['test/soak/**/*.test.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
