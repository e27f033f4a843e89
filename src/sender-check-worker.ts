/** The program of the process that checks signatures: hostile headers and slow name servers hold up nothing else there. */
import { createReadStream } from 'node:fs';
import { signingDomains, type DnsSettings } from './authenticate/dkim.ts';
import { serveJobs } from './isolate/serve-jobs.ts';

export interface SignatureJob {
  /** Of the kept raw mail. */
  readonly path: string;
  readonly dns: DnsSettings;
}

serveJobs<SignatureJob, readonly string[]>(({ path, dns }) => signingDomains(createReadStream(path), dns));
