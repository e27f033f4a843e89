/** What an evidence file says in a form for machines: `riwayat.json`, its first attachment. Everything else in the file follows from it. */
import { z } from 'zod';
import type { Sealer } from '../mark.ts';
import { chainFaults, chainOf, hashOf, type ChainFault, type Link } from './chain.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const link = { previous: hash, hash };
const count = z.int().min(0);

const head = z.object({
  ticket: z.string(),
  office: z.object({ name: z.string(), fullName: z.string(), deskName: z.string() }),
  /** ISO instants, here and below. */
  madeAt: z.string(),
  summary: z.array(z.tuple([z.string(), z.string()])),
});

const entry = z.object({
  at: z.string(),
  title: z.string(),
  lines: z.array(z.string()),
  /** As the store has it: ids, codes, times. */
  data: z.record(z.string(), z.json()),
});

const file = z.object({
  /** Within the evidence file: letters, digits, `.`, `-`, `_`. */
  name: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/),
  description: z.string(),
  type: z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/),
  bytes: count,
  sha256: hash,
});

const Manifest = z.object({
  format: z.literal('loket-evidence-1'),
  head: z.object({ ...link, content: head }),
  entries: z.array(z.object({ ...link, content: entry })),
  files: z.array(z.object({ ...link, content: file })),
  pages: z.object({ bytes: count, sha256: hash }),
  /** Over the last link and the pages. */
  last: hash,
  /** Made with the office's secret; null where it was not at hand. */
  seal: z.string().nullable(),
});

export type Manifest = z.output<typeof Manifest>;
export type EvidenceHead = z.output<typeof head>;
export type EvidenceEntry = z.output<typeof entry>;
export type EvidenceFile = z.output<typeof file>;

export interface Evidence {
  readonly head: EvidenceHead;
  readonly entries: readonly EvidenceEntry[];
  readonly files: readonly EvidenceFile[];
}

export interface Chained {
  readonly head: Link;
  readonly entries: readonly Link[];
  readonly files: readonly Link[];
  /** The last link, printed on the pages. */
  readonly root: string;
}

export function chainEvidence({ head, entries, files }: Evidence): Chained {
  const links = chainOf([head, ...entries, ...files]);
  const [first = { previous: '', hash: '' }, ...rest] = links;
  return {
    head: first,
    entries: rest.slice(0, entries.length),
    files: rest.slice(entries.length),
    root: links.at(-1)?.hash ?? '',
  };
}

export function writeManifest(
  evidence: Evidence,
  pages: Manifest['pages'],
  sealer: Sealer | null,
): { readonly manifest: Manifest; readonly bytes: Buffer } {
  const chained = chainEvidence(evidence);
  const last = hashOf(chained.root, pages);
  const withContent = <Content>(
    links: readonly Link[],
    contents: readonly Content[],
  ): (Link & { content: Content })[] => contents.map((content, at) => ({ ...(links[at] ?? chained.head), content }));
  const manifest: Manifest = {
    format: 'loket-evidence-1',
    head: { ...chained.head, content: evidence.head },
    entries: withContent(chained.entries, evidence.entries),
    files: withContent(chained.files, evidence.files),
    pages,
    last,
    seal: sealer?.paperSeal(sealText(last)) ?? null,
  };
  return { manifest, bytes: Buffer.from(JSON.stringify(manifest, null, 1)) };
}

/** Null where the bytes are no manifest of ours. */
export function readManifest(bytes: Buffer): Manifest | null {
  try {
    const result = Manifest.safeParse(JSON.parse(bytes.toString('utf8')));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

export interface ManifestFault {
  /** Which link: the head, an entry or a file, from 0; `last` where the end of the chain is wrong. */
  readonly part: 'head' | 'entry' | 'file' | 'last';
  readonly at: number;
  readonly why: ChainFault['why'];
}

export function manifestFaults({ head, entries, files, pages, last }: Manifest): readonly ManifestFault[] {
  const links = [head, ...entries, ...files];
  const faults = chainFaults(links).map(({ at, why }): ManifestFault => {
    if (at === 0) return { part: 'head', at, why };
    return at <= entries.length
      ? { part: 'entry', at: at - 1, why }
      : { part: 'file', at: at - 1 - entries.length, why };
  });
  const ends = last === hashOf(links.at(-1)?.hash ?? '', pages);
  return ends ? faults : [...faults, { part: 'last', at: 0, why: 'changed' }];
}

export type SealVerdict = 'ours' | 'not-ours' | 'none';

export function checkSeal({ last, seal }: Manifest, sealer: Sealer): SealVerdict {
  if (seal === null) return 'none';
  return seal === sealer.paperSeal(sealText(last)) ? 'ours' : 'not-ours';
}

function sealText(last: string): string {
  return `LOKET-EVIDENCE:${last}`;
}
