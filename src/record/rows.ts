/** Small agreements on how values become columns. */

/** Statements of many rows are cut here: the databases bound the values of one statement. */
const MAX_ROWS = 500;

export const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** Text from strangers as both databases can hold it: PostgreSQL refuses NUL, both refuse half a surrogate pair. */
export const plain = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

/** A Message-ID as it is stored and looked up: an index bears no value without bound. */
export const indexed = (messageId: string): string => plain(messageId).slice(0, 998);

export function* inChunks<Row>(rows: readonly Row[], size: number = MAX_ROWS): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

/** The last of each name wins: one statement may not write a row twice. */
export function lastOfEach<Row>(rows: readonly Row[], nameOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [nameOf(row), row])).values()];
}
