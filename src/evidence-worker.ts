/** The program of the process that makes evidence files: it opens the database to read, and writes one file. */
import { dirname } from 'node:path';
import { exportEvidence } from './commands/ticket-export.ts';
import type { EvidenceJob, EvidenceMade } from './evidence-job.ts';
import { serveJobs } from './isolate/serve-jobs.ts';
import { openStore } from './record/open-store.ts';
import { makeKeyring } from './shared/keyring.ts';
import { evolve } from './ticket/evolve.ts';

serveJobs<EvidenceJob, EvidenceMade>(async ({ config, secret, number, path, mostBytes }) => {
  const store = await openStore({ database: config.database, evolve });
  try {
    const ticket = await store.tickets.find(number);
    if (ticket === null) return { kind: 'none' };
    const sealer = makeKeyring(secret);
    const { leftOut } = await exportEvidence(store, ticket, {
      config,
      path,
      sealer,
      mostBytes,
      scratch: dirname(path),
    });
    return { kind: 'made', leftOut };
  } finally {
    await store.close();
  }
});
