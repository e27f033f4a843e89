/** What can only be seen when all rows are read: people listed twice, shared addresses, superiors and units that are not there, circles. */
import { didYouMean, type CellFault } from './fault.ts';
import { nearestNip } from './nip.ts';
import type { Person } from './person.ts';
import type { Column } from './read-row.ts';
import { ancestorsOf } from './units.ts';

/** A person and the line he was read from. */
export interface Placed {
  readonly person: Person;
  readonly line: number;
}

type Complain = (line: number, column: Column, text: string, severity?: CellFault['severity']) => void;

/** Reports to `faults`; returns the people without those who stand there a second time. */
export function checkPeople(rows: readonly Placed[], faults: CellFault[]): readonly Person[] {
  const complain: Complain = (line, column, text, severity = 'error') => faults.push({ line, column, severity, text });
  const byNip = new Map<string, Placed>();
  for (const row of rows) {
    const first = byNip.get(row.person.nip);
    if (first)
      complain(row.line, 'nip', `${row.person.nip} stands in line ${first.line} already; this row is left out.`);
    else byNip.set(row.person.nip, row);
  }
  const unique = [...byNip.values()];
  checkAddresses(unique, complain);
  checkSuperiors(unique, byNip, complain);
  checkCircles(unique, byNip, complain);
  checkActing(unique, complain);
  return unique.map((row) => row.person);
}

/** A retired official and the successor may share a role's address; it is the active one's then. */
function checkAddresses(rows: readonly Placed[], complain: Complain): void {
  const holders = new Map<string, Placed>();
  for (const row of rows) {
    for (const address of row.person.addresses) {
      const holder = holders.get(address);
      if (holder) {
        const who = row.person.active && !holder.person.active ? 'this row' : `line ${holder.line}`;
        const text = `${address} stands in line ${holder.line} already; mail from it counts as that of ${who}.`;
        complain(row.line, 'email', text, row.person.active === holder.person.active ? 'error' : 'warning');
      }
      if (!holder || (row.person.active && !holder.person.active)) holders.set(address, row);
    }
  }
}

function checkSuperiors(rows: readonly Placed[], byNip: ReadonlyMap<string, Placed>, complain: Complain): void {
  for (const { person, line } of rows) {
    const nip = person.superiorNip;
    if (nip === null || byNip.has(nip)) continue;
    const near = nearestNip(nip, (candidate) => byNip.has(candidate));
    const hint = near ? ` Did you mean ${near} (${byNip.get(near)?.person.name})?` : '';
    complain(line, 'superior_nip', `${nip} is not in the register; the head of the unit above is taken.${hint}`);
  }
}

/** Follows the line of everybody who is a superior, once; each circle is reported once, where the walk met it first. */
function checkCircles(rows: readonly Placed[], byNip: ReadonlyMap<string, Placed>, complain: Complain): void {
  const walkOf = new Map<string, string>();
  for (const start of new Set(rows.map(({ person }) => person.superiorNip ?? ''))) {
    let at = byNip.get(start);
    while (at && !walkOf.has(at.person.nip)) {
      walkOf.set(at.person.nip, start);
      at = byNip.get(at.person.superiorNip ?? '');
    }
    if (at && walkOf.get(at.person.nip) === start) {
      complain(at.line, 'superior_nip', `the line of superiors runs in a circle: ${circleFrom(at, byNip)}.`);
    }
  }
}

function circleFrom(start: Placed, byNip: ReadonlyMap<string, Placed>): string {
  const names = [start.person.name];
  let at = byNip.get(start.person.superiorNip ?? '');
  while (at && at !== start && names.length < 10) {
    names.push(at.person.name);
    at = byNip.get(at.person.superiorNip ?? '');
  }
  return [...names, start.person.name].join(' → ');
}

/** A vacant unit has no people of its own; it is known if some unit lies under it or it lies under one. */
function checkActing(rows: readonly Placed[], complain: Complain): void {
  if (!rows.some(({ person }) => person.acting)) return;
  const units = new Set(rows.map(({ person }) => person.unitCode));
  const above = new Set([...units].flatMap(ancestorsOf));
  for (const { person, line } of rows) {
    const unitCode = person.acting?.unitCode;
    if (!unitCode || units.has(unitCode) || above.has(unitCode)) continue;
    const known = ancestorsOf(unitCode).some((ancestor) => units.has(ancestor));
    const text = `no unit "${unitCode}" is in the register.${didYouMean(unitCode, units)}`;
    complain(line, 'acting_for_unit', text, known ? 'warning' : 'error');
  }
}
