/**
 * A mail passed on by a person: who wrote it, to whom, and what, from the header block that mail programs put above it (Outlook, Gmail,
 * Thunderbird, phones; Indonesian and English). What it says is a claim of whoever passed it on: it proves nothing about the sender.
 */
import type { Address } from './message.ts';

export interface ForwardedMail {
  /** Null where the block names no address. */
  readonly from: Address | null;
  readonly subject: string;
  /** Addresses of its To and Cc. */
  readonly addressees: readonly string[];
  readonly text: string;
}

const LABELS: Readonly<Record<string, 'from' | 'date' | 'to' | 'cc' | 'subject'>> = {
  dari: 'from',
  from: 'from',
  pengirim: 'from',
  dikirim: 'date',
  terkirim: 'date',
  tanggal: 'date',
  sent: 'date',
  date: 'date',
  kepada: 'to',
  ke: 'to',
  untuk: 'to',
  to: 'to',
  cc: 'cc',
  tembusan: 'cc',
  subjek: 'subject',
  subyek: 'subject',
  subject: 'subject',
  perihal: 'subject',
  hal: 'subject',
};
const FIELD = /^[>\s]*\*{0,2}([A-Za-z]{2,8})\s?:\*{0,2}\s?(.*)$/;
const ADDRESS = /[a-z0-9][a-z0-9._%+'-]{0,63}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])/gi;
/** Fewer fields than these are a letter's own "Perihal: …", and within more lines no block holds together. */
const FEWEST_FIELDS = 3;
const MOST_LINES = 8;

interface Block {
  readonly fields: ReadonlyMap<string, string>;
  /** The line after it. */
  readonly end: number;
}

/** The first mail that was passed on; null where there is none. */
export function forwardedMail(text: string): ForwardedMail | null {
  const lines = text.replace(/\u00a0/g, ' ').split('\n');
  for (let start = 0; start < lines.length; start += 1) {
    const field = fieldOf(lines[start]);
    const block = field?.label === 'from' ? blockAt(lines, start) : null;
    if (block !== null) return mailOf(block, lines);
  }
  return null;
}

function mailOf({ fields, end }: Block, lines: readonly string[]): ForwardedMail {
  const from = addressesIn(fields.get('from') ?? '');
  return {
    from: from[0] === undefined ? null : { name: nameIn(fields.get('from') ?? ''), address: from[0] },
    subject: (fields.get('subject') ?? '').trim(),
    addressees: addressesIn(`${fields.get('to') ?? ''} ${fields.get('cc') ?? ''}`),
    text: lines
      .slice(end)
      .map((line) => line.replace(/^> ?/, ''))
      .join('\n')
      .trim(),
  };
}

/** The fields that stand together from there on; a line without a label continues the field before it. */
function blockAt(lines: readonly string[], start: number): Block | null {
  const fields = new Map<string, string>();
  let last = '';
  let end = start;
  for (; end < Math.min(lines.length, start + MOST_LINES); end += 1) {
    const line = lines[end] ?? '';
    const field = fieldOf(line);
    if (field === null && line.replace(/^[>\s]+/, '') === '') {
      if (fields.size >= FEWEST_FIELDS) break;
      continue;
    }
    if (field === null && (last === '' || last === 'subject')) break;
    if (field !== null && fields.has(field.label)) break;
    last = field?.label ?? last;
    fields.set(last, `${fields.get(last) ?? ''} ${field?.value ?? line.trim()}`.trim());
  }
  return fields.size >= FEWEST_FIELDS ? { fields, end } : null;
}

function fieldOf(line: string | undefined): { readonly label: string; readonly value: string } | null {
  const [, name, value] = FIELD.exec((line ?? '').slice(0, 1_000)) ?? [];
  const label = LABELS[name?.toLowerCase() ?? ''];
  return label === undefined ? null : { label, value: (value ?? '').replace(/\*+$/, '').trim() };
}

function addressesIn(text: string): readonly string[] {
  return [...new Set((text.match(ADDRESS) ?? []).map((address) => address.toLowerCase()))];
}

function nameIn(text: string): string {
  const name = text
    .replace(/[<[(].*$/, '')
    .replace(/["']/g, '')
    .trim();
  return name.includes('@') ? '' : name;
}
