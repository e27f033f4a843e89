/**
 * Statements that every mail needs are put into words once and run with other values from then on: building and compiling a query costs
 * more than the database's work on it. One wording for each database and for each length of the lists among its values. SQLite
 * plans a query anew each time a value is bound to a limit, to what a partial index asks for, or to an equation beside an order: the
 * first two are written out (`sql.lit`), the third is an `in` with one value.
 */
import type { Compilable, CompiledQuery, DatabaseConnection, DialectAdapter, QueryResult } from 'kysely';
import type { Db } from './schema.ts';

const connections = new WeakMap<Db, DatabaseConnection>();

/**
 * Notes the connection that a transaction runs on, so that its statements go there at once: on its usual way a statement passes half a
 * dozen promises that see to it that it has a connection of its own.
 */
export async function hold(trx: Db): Promise<void> {
  await trx.getExecutor().provideConnection(async (connection) => void connections.set(trx, connection));
}

/** Stands where a value will be. */
class Place {
  readonly name: string;
  readonly index: number;
  readonly column: string;

  constructor(name: string, index = 0, column = '') {
    this.name = name;
    this.index = index;
    this.column = column;
  }
}

/** Longer lists are rare; their statements are not kept. */
const LONGEST_KEPT = 40;

/**
 * Given are values, lists of values, and lists of rows that all have the same columns.
 * @param build is given places instead of values: it may hand them to the query, but not look at them
 */
export function prepared<Given extends object, Out>(
  build: (db: Db, given: Given) => Compilable<Out>,
): (db: Db, given: Given) => Promise<QueryResult<Out>> {
  const wordings = new WeakMap<DialectAdapter, Map<string, Wording<Out>>>();

  return (db, given) => {
    const { adapter } = db.getExecutor();
    let known = wordings.get(adapter);
    if (!known) wordings.set(adapter, (known = new Map()));
    const shape = shapeOf(given);
    if (shape === null) return db.executeQuery(build(db, given));
    let wording = known.get(shape);
    if (!wording) known.set(shape, (wording = wordingOf(build(db, placesFor(given)).compile())));
    const query = { ...wording.query, parameters: wording.values.map((value) => value(given)) };
    return connections.get(db)?.executeQuery<Out>(query) ?? db.executeQuery(query);
  };
}

interface Wording<Out> {
  readonly query: CompiledQuery<Out>;
  /** What is bound, in order. */
  readonly values: readonly ((given: object) => unknown)[];
}

function wordingOf<Out>(query: CompiledQuery<Out>): Wording<Out> {
  return { query, values: query.parameters.map(valueAt) };
}

/** The lengths of the lists and the columns of their rows; null where one is too long. */
function shapeOf(given: object): string | null {
  let shape = '';
  for (const value of Object.values(given)) {
    if (!Array.isArray(value)) continue;
    if (value.length > LONGEST_KEPT) return null;
    const first: unknown = value[0];
    shape += `${value.length}:${isRow(first) ? Object.keys(first).join() : ''} `;
  }
  return shape;
}

/** The same structure with a place for each value; a query takes the one for the other, since it only hands it on. */
function placesFor<Given extends object>(given: Given): Given {
  const places = Object.entries(given).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? value.map((one, index) => placeFor(one, name, index)) : new Place(name),
  ]);
  return Object.fromEntries(places) as Given;
}

function placeFor(one: unknown, name: string, index: number): unknown {
  if (!isRow(one)) return new Place(name, index);
  return Object.fromEntries(Object.keys(one).map((column) => [column, new Place(name, index, column)]));
}

function valueAt(parameter: unknown): (given: object) => unknown {
  if (!(parameter instanceof Place)) return () => parameter;
  const { name, index, column } = parameter;
  return (given) => {
    const value: unknown = Reflect.get(given, name);
    const one: unknown = Array.isArray(value) ? value[index] : value;
    return column === '' ? one : isRow(one) && Reflect.get(one, column);
  };
}

function isRow(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
