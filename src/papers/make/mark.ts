/**
 * The mark by which a paper of ours is known again: ticket, kind, version and a digest of what was filled in, with a seal that only this
 * installation can make (derived from its secret, never stored). It stands in hidden fields and, for each page, in a QR code, so that
 * it survives printing and scanning. The names of the values lie beside it, so that one can say which was changed.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Keyring } from '../../shared/keyring.ts';
import { tidyNip } from '../nip.ts';
import { toIsoDate } from '../paper-date.ts';

export interface Mark {
  readonly kind: string;
  readonly version: string;
  readonly ticket: string;
  /** Of what was filled in; 16 characters. */
  readonly digest: string;
  /** From 1; 0 where it stands for the whole paper. */
  readonly page: number;
  readonly pages: number;
  readonly seal: string;
}

export type Sealer = Pick<Keyring, 'paperSeal'>;
export type Values = Readonly<Record<string, string>>;

/** Names of the hidden fields. */
export const MARK_FIELD = 'loket.tanda';
export const FILLED_FIELD = 'loket.terisi';
/** Of what the desk writes, nothing is read back. */
const DESK_PART = 'sd.';

const MARK =
  /LOKET1:([A-Z][A-Z0-9.-]{1,30}):(\d{4}\.\d{1,3}):([A-Z0-9-]{3,32}):([A-Z2-7]{16}):(\d{1,2})\/(\d{1,2}):([A-Z2-7]{16})/;

/** The mark of one page; page 0 is the whole paper. */
export function writeMark(parts: Omit<Mark, 'seal'>, sealer: Sealer): string {
  const text = markText(parts);
  return `${text}:${sealer.paperSeal(text).toUpperCase()}`;
}

/** The first mark in a text: that of a QR code, of a hidden field, or of anything that holds one. */
export function readMark(text: string): Mark | null {
  const [found, kind, version, ticket, digest, page, pages, seal] = MARK.exec(text) ?? [];
  if (found === undefined || !kind || !version || !ticket || !digest || !seal) return null;
  return { kind: kind.toLowerCase(), version, ticket, digest, page: Number(page), pages: Number(pages), seal };
}

export type MarkVerdict =
  /** Ours, and every value that we filled in stands there as it was. */
  | { readonly verdict: 'genuine'; readonly mark: Mark }
  /** Ours, but these values were changed or taken out; empty where the list of names itself was. */
  | { readonly verdict: 'changed'; readonly mark: Mark; readonly fields: readonly string[] }
  /** Not made by this installation. */
  | { readonly verdict: 'forged'; readonly mark: Mark | null };

/** Whether a mark alone (of a scanned page) is ours. */
export function verifySeal(mark: Mark, sealer: Sealer): boolean {
  const expected = Buffer.from(sealer.paperSeal(markText(mark)).toUpperCase());
  const given = Buffer.from(mark.seal);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** A returned form against its own hidden fields. Null where it carries no mark: it is not one of ours. */
export function verifyMark(fields: Values, sealer: Sealer): MarkVerdict | null {
  const written = fields[MARK_FIELD];
  if (written === undefined || written === '') return null;
  const mark = readMark(written);
  if (!mark || !verifySeal(mark, sealer)) return { verdict: 'forged', mark };
  const filled = fields[FILLED_FIELD] ?? '';
  const entries = readFilled(filled);
  const names = entries.flatMap((entry) => entry.names);
  if (digestOf(filled, names, fields) === mark.digest) return { verdict: 'genuine', mark };
  const changed = entries.filter((entry) => shortDigest(entry.names, fields) !== entry.digest);
  return { verdict: 'changed', mark, fields: changed.flatMap((entry) => entry.names) };
}

/** What was filled in: the list of names for the hidden field, and the digest for the mark. */
export function sumUp(values: Values): { readonly filled: string; readonly digest: string } {
  const names = Object.keys(values)
    .filter((name) => !name.startsWith(DESK_PART) && canonical(name, values[name]) !== '')
    .sort();
  const groups = Map.groupBy(names, (name) => /^.*\](?=\.)/.exec(name)?.[0] ?? name);
  const filled = [...groups]
    .map(([group, names]) => {
      const columns = names.map((name) => name.slice(group.length + 1)).filter((column) => column !== '');
      return `${[group, columns.join(',')].filter((part) => part !== '').join(':')}=${shortDigest(names, values)}`;
    })
    .join(' ');
  const inOrder = readFilled(filled).flatMap((entry) => entry.names);
  return { filled, digest: digestOf(filled, inOrder, values) };
}

interface FilledEntry {
  readonly names: readonly string[];
  readonly digest: string;
}

/** `pemohon.nip=k3jx` or, for a line of a table, `objek.perangkat[1]:sn,nup=a5c2`. */
function readFilled(filled: string): readonly FilledEntry[] {
  return [...filled.matchAll(/([^\s:=]+)(?::([^\s:=]+))?=([A-Z2-7]{4})(?=\s|$)/g)].map(
    ([, group = '', columns, digest = '']) => ({
      names: columns === undefined ? [group] : columns.split(',').map((column) => `${group}.${column}`),
      digest,
    }),
  );
}

function digestOf(filled: string, names: readonly string[], values: Values): string {
  return hash(['loket-filled', filled, ...pairs(names, values)], 16);
}

/** Tells which value was changed; that one was changed is told by the whole digest. */
function shortDigest(names: readonly string[], values: Values): string {
  return hash(pairs(names, values), 4);
}

function pairs(names: readonly string[], values: Values): readonly string[] {
  return names.map((name) => `${name}=${canonical(name, values[name])}`);
}

/** The same however a program writes it: spaces, line ends, a NIP's groups, a date's form. */
function canonical(name: string, value = ''): string {
  const tidy = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name.endsWith('nip')) return tidyNip(tidy);
  return /\.tanggal(?:_[a-z]+)?$/.test(name) ? (toIsoDate(tidy) ?? tidy) : tidy;
}

function hash(parts: readonly string[], length: number): string {
  return base32(createHash('sha256').update(parts.join('\0')).digest()).slice(0, length);
}

function markText({ kind, version, ticket, digest, page, pages }: Omit<Mark, 'seal'>): string {
  return `LOKET1:${kind.toUpperCase()}:${version}:${ticket.toUpperCase()}:${digest}:${page}/${pages}`;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Five bits a letter; the last bits of the bytes may be left over. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[parseInt(five, 2)] ?? '').join('');
}
