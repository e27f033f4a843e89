/** Lists of certificates taken back (CRL), as the configuration names them. Read where mail is read, and again when a file has changed. */
import { readFileSync, statSync } from 'node:fs';
import { parseRevocations, type CertificateRevocationList } from './cms/revocation.ts';
import type { EpochMs } from './shared/time.ts';

interface Read {
  readonly mark: string;
  readonly lists: readonly CertificateRevocationList[];
}

const read = new Map<string, Read>();

/** Null where one of the files cannot be read: then nobody can say who has been taken back. */
export function revocationsIn(files: readonly string[]): readonly CertificateRevocationList[] | null {
  try {
    return files.flatMap(listsIn);
  } catch {
    return null;
  }
}

function listsIn(file: string): readonly CertificateRevocationList[] {
  const { mtimeMs, size, ino } = statSync(file);
  const mark = `${mtimeMs} ${size} ${ino}`;
  const known = read.get(file);
  if (known?.mark === mark) return known.lists;
  const lists = parseRevocations(readFileSync(file));
  read.set(file, { mark, lists });
  return lists;
}

export interface RevocationFault {
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

/** What is wrong with these files today. */
export function revocationFaults(files: readonly string[], now: EpochMs): readonly RevocationFault[] {
  return files.flatMap((file) => faultOf(file, now) ?? []);
}

function faultOf(file: string, now: EpochMs): RevocationFault | null {
  const name = `authentication.smime.revocations: ${file}`;
  try {
    const isOver = listsIn(file).every(
      ({ nextUpdate }) => nextUpdate !== undefined && nextUpdate.value.getTime() < now,
    );
    return isOver ? { severity: 'warning', text: `${name} has expired: no signature of its authority counts` } : null;
  } catch {
    return { severity: 'error', text: `${name} cannot be read, or holds no revocation list in PEM or DER` };
  }
}
