/**
 * Mail of our own domains that no believed server has vouched for: where the deployment asks DNS itself, a valid signature of that very
 * domain makes its sender as sure as a server's word would. What it finds only ever raises a grade.
 */
import type { Config } from './config.ts';
import { makeProcessPool } from './isolate/process-pool.ts';
import type { ReadOutcome } from './look-up.ts';
import { domainOf } from './office.ts';
import { alignedWith } from './parse/authentication.ts';
import type { SignatureJob } from './sender-check-worker.ts';
import type { Log } from './shared/log.ts';

export interface SenderCheck {
  /** @param slow called when it is asked: other mails need not wait for its answer */
  checked(read: ReadOutcome, path: string, slow: () => void): Promise<ReadOutcome>;
  close(): Promise<void>;
}

const ENTRY = new URL('sender-check-worker.ts', import.meta.url);
/** For a question to a name server. */
const ASK_MS = 3_000;
/** For a whole mail; then it stays as it was. */
const CHECK_MS = 12_000;
const CHECK_MEMORY_BYTES = 200 * 1024 * 1024;

/** Null where DNS is not to be asked. */
export function senderCheck({
  config,
  log,
}: {
  readonly config: Pick<Config, 'organisation'> & {
    readonly authentication: Pick<Config['authentication'], 'dns_check' | 'nameservers'>;
  };
  readonly log: Log;
}): SenderCheck | null {
  const { dns_check: isWanted, nameservers } = config.authentication;
  if (!isWanted) return null;
  const pool = makeProcessPool<SignatureJob, readonly string[]>({
    entry: ENTRY,
    processes: 1,
    log,
    limits: { timeMs: CHECK_MS, memoryBytes: CHECK_MEMORY_BYTES },
  });
  return {
    checked: async (read, path, slow) => {
      const domain = domainToCheck(read, config.organisation.domains);
      if (domain === null) return read;
      slow();
      const outcome = await pool.run({ path, dns: { nameservers, timeoutMs: ASK_MS } });
      if (outcome.kind === 'ok') return vouchedFor(read, signerOf(outcome.value, domain));
      log.warn({ why: outcome.kind === 'died' ? outcome.why : outcome.message }, 'a signature could not be checked');
      return read;
    },
    close: () => pool.close(),
  };
}

/** Only where nobody has said anything, and the mail says that it is from one of us. */
function domainToCheck(read: ReadOutcome, ours: readonly string[]): string | null {
  if (read.kind !== 'read') return null;
  const { grade, from } = read.mail.message;
  const domain = domainOf(from?.address ?? '').toLowerCase();
  return grade === 'absent' && ours.some((one) => domain === one || domain.endsWith(`.${one}`)) ? domain : null;
}

function signerOf(domains: readonly string[], domain: string): string | null {
  return domains.find((signer) => alignedWith(signer, domain)) ?? null;
}

function vouchedFor(read: ReadOutcome, signer: string | null): ReadOutcome {
  if (signer === null || read.kind !== 'read') return read;
  const { message } = read.mail;
  const evidence = `dkim=pass (${signer}), checked here`;
  return { ...read, mail: { ...read.mail, message: { ...message, grade: 'aligned', gradeEvidence: evidence } } };
}
