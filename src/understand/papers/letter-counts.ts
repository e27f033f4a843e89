/** How many of something a letter asks for, against what the mail and the list beside it say. Only what both count by the same noun. */
import type { PaperReading } from '../../parse/document.ts';
import type { LetterFault } from './letter-faults.ts';
import type { Counted } from '../facts/said.ts';

export interface CountedBeside {
  /** In the mail. */
  readonly said: readonly Counted[];
  /** Lists that came along. */
  readonly lists: readonly Pick<PaperReading, 'type' | 'fields'>[];
}

/** What the rows of a list are, whatever a letter or mail calls them. */
export const ROWS_OF: Readonly<Partial<Record<PaperReading['type'], readonly string[]>>> = {
  'daftar-akun': ['akun', 'pegawai', 'cpns'],
  'daftar-perangkat': ['laptop', 'komputer', 'perangkat', 'printer'],
};

export function countFaults(counts: readonly Counted[], { said, lists }: CountedBeside): readonly LetterFault[] {
  return [...againstMail(counts, said), ...lists.flatMap((list) => againstList(counts, list))];
}

/** Either may count several things or name them part by part; only where no number of one noun, nor their sum, is the other's do they differ. */
function againstMail(counts: readonly Counted[], said: readonly Counted[]): readonly LetterFault[] {
  return [...Map.groupBy(counts, ({ noun }) => noun)].flatMap(([noun, of]) => {
    const own = of.map(({ value }) => value);
    const others = said.filter((one) => one.noun === noun).map(({ value }) => value);
    if (others.length === 0 || withSum(others).some((value) => withSum(own).includes(value))) return [];
    const text = `Jumlah ${noun} pada surat (${own.join(', ')}) tidak sama dengan jumlah pada email (${others.join(', ')})`;
    return [{ text, against: 'mail' }];
  });
}

export function withSum(values: readonly number[]): readonly number[] {
  return [...values, values.reduce((sum, value) => sum + value, 0)];
}

function againstList(
  counts: readonly Counted[],
  { type, fields }: CountedBeside['lists'][number],
): readonly LetterFault[] {
  const rows = Number(fields['jumlah']);
  const counted = counts.filter(({ noun }) => ROWS_OF[type]?.includes(noun) === true);
  const values = counted.map(({ value }) => value);
  const [first] = counted;
  // A letter may sum them up, or name them by kinds.
  if (!(rows > 0) || first === undefined || withSum(values).includes(rows)) return [];
  const text = `Jumlah ${first.noun} pada surat (${values.join(', ')}) tidak sama dengan jumlah baris pada daftar (${rows})`;
  return [{ text, against: 'list' }];
}
