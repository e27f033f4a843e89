/** The file of a ticket as it goes along with a letter: made when the letter leaves, so that it holds all that has happened until then. */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportEvidence } from './commands/ticket-export.ts';
import type { OutgoingAttachment } from './compose/outgoing-mail.ts';
import type { Config } from './config.ts';
import type { Office } from './decide/office.ts';
import type { Store } from './record/open-store.ts';
import type { TicketNumber } from './shared/ids.ts';
import type { Log } from './shared/log.ts';

/** What most servers take, less what base64 adds (a third). A larger file stays here: the letter says where to ask for it. */
const MOST_BYTES = 14 * 1024 * 1024;

export interface EvidenceSource {
  readonly store: Store;
  readonly config: Config;
  readonly office: () => Office;
  readonly log: Log;
}

/** Null where there is no such ticket any more, or its file is too large for a mail. */
export type EvidenceMaker = (number: TicketNumber) => Promise<OutgoingAttachment | null>;

export function evidenceMaker({ store, config, office, log }: EvidenceSource): EvidenceMaker {
  return async (number) => {
    const ticket = await store.tickets.find(number);
    if (ticket === null) return null;
    const folder = await mkdtemp(join(tmpdir(), 'loket-evidence-'));
    try {
      const path = join(folder, `${number}.pdf`);
      const { keyring, rulebook } = office();
      await exportEvidence(store, ticket, { config, path, sealer: keyring, rulebook });
      const { size } = await stat(path);
      if (size <= MOST_BYTES)
        return { filename: `${number}.pdf`, contentType: 'application/pdf', content: { bytes: await readFile(path) } };
      log.warn({ ticket: number, bytes: size }, 'the file of a ticket is too large for a mail');
      return null;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
