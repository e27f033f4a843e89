/**
 * What an evidence file carries where it must not be larger than a mail may be. Papers go first that lie in an original which is carried,
 * then the others and the originals, the largest first; letters stay as long as they can. Whatever is left out is named in its entry, with
 * size, hash and reason, so that it can be asked for and compared.
 */
import type { EvidenceEntry } from '../papers/make/evidence/manifest.ts';
import type { Gathered, StoredFile } from './ticket-export-files.ts';
import type { Told } from './ticket-export-order.ts';

export interface Fitted {
  readonly told: readonly Told[];
  /** Those carried, in their order. */
  readonly files: readonly StoredFile[];
  readonly leftOut: number;
}

const KIB = 1024;
const MIB = KIB * KIB;
/** Pages, manifest and what PDF puts around each file. */
const ROOM = 512 * KIB;

/** @param mostBytes of the whole file; null where anything fits */
export function fitted(gathered: readonly Gathered[], mostBytes: number | null): Fitted {
  const left = mostBytes === null ? new Set<StoredFile>() : tooMuch(gathered, Math.max(0, mostBytes - ROOM));
  return {
    told: gathered.map((one) => ({ ...one, entry: withFiles(one, left) })),
    files: gathered.flatMap(({ files }) => files.filter((file) => !left.has(file))),
    leftOut: left.size + gathered.reduce((sum, { missing = [] }) => sum + missing.length, 0),
  };
}

function tooMuch(gathered: readonly Gathered[], room: number): ReadonlySet<StoredFile> {
  const left = new Set<StoredFile>();
  let total = gathered.flatMap(({ files }) => files).reduce((sum, { told }) => sum + told.bytes, 0);
  const order = gathered.flatMap((one) => one.files.map((file) => ({ file, rank: rankOf(file) })));
  for (const { file } of order.toSorted(
    (one, other) => one.rank - other.rank || other.file.told.bytes - one.file.told.bytes,
  )) {
    if (total <= room) break;
    left.add(file);
    total -= file.told.bytes;
  }
  return left;
}

function rankOf({ told, within }: StoredFile): number {
  if (within !== undefined) return 0;
  return told.type === 'message/rfc822' ? 1 : 2;
}

function withFiles({ entry, files, missing = [] }: Gathered, left: ReadonlySet<StoredFile>): EvidenceEntry {
  const carried = files.filter((file) => !left.has(file)).map(({ told }) => told.name);
  const has = new Set(carried);
  const out = files
    .filter((file) => left.has(file))
    .map(({ told: { name, bytes, sha256 }, within }) => {
      const isInside = within !== undefined && has.has(within);
      const reason = isInside ? `ada di dalam ${within}` : 'berkas bukti ini menjadi terlalu besar untuk email';
      return { name, bytes, sha256, reason };
    });
  const all = [...out, ...missing];
  const lines = all.map(
    ({ name, bytes, sha256, reason }) =>
      `Tidak disertakan: ${name} (${bytes === null ? '' : `${sizeOf(bytes)}, `}SHA-256 ${sha256}): ${reason}`,
  );
  return {
    ...entry,
    lines: [...entry.lines, ...(carried.length > 0 ? [`Lampiran: ${carried.join(', ')}`] : []), ...lines],
    data: { ...entry.data, files: carried, ...(all.length > 0 && { leftOut: all.map((one) => ({ ...one })) }) },
  };
}

function sizeOf(bytes: number): string {
  return bytes < MIB ? `${Math.ceil(bytes / KIB)} KB` : `${(bytes / MIB).toFixed(1).replace('.', ',')} MB`;
}
