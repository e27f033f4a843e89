/** A small invented office, written as a register, with what a test wants to be different. */
import { makeDirectory } from '../../src/directory/directory.ts';
import type { Directory, Person } from '../../src/directory/person.ts';

export const HEADER =
  'nip,name,email,title,eselon,unit_code,unit_name,superior_nip,acting_for_unit,acting_from,acting_to,active';

type Sketch = Partial<Person> & { readonly unitCode: string };

/** A person by a short key: address `<key>@kantor.example`, NIP of the key itself, superior by key. */
export function aPerson(key: string, sketch: Sketch): Person {
  return {
    nip: key,
    name: key,
    addresses: [`${key}@kantor.example`],
    title: '',
    eselon: '',
    unitName: sketch.unitCode,
    superiorNip: null,
    acting: null,
    active: true,
    ...sketch,
  };
}

/** Director (II) over a bureau (III) over a section (IV) over staff, and a vacant bureau B with its own section. */
export const OFFICE: Readonly<Record<string, Person>> = {
  director: aPerson('director', { eselon: 'II', unitCode: 'DIT' }),
  bureau: aPerson('bureau', { eselon: 'III', unitCode: 'DIT-A', superiorNip: 'director' }),
  section: aPerson('section', { eselon: 'IV', unitCode: 'DIT-A1', superiorNip: 'bureau' }),
  expert: aPerson('expert', { eselon: 'setara-IV', unitCode: 'DIT-A1', superiorNip: 'section' }),
  staff: aPerson('staff', { unitCode: 'DIT-A1', superiorNip: 'section' }),
  junior: aPerson('junior', { unitCode: 'DIT-A1', superiorNip: 'expert' }),
  sectionB: aPerson('sectionB', { eselon: 'IV', unitCode: 'DIT-B1', superiorNip: 'director' }),
  staffB: aPerson('staffB', { unitCode: 'DIT-B1', superiorNip: 'sectionB' }),
};

/** The office with changes by key; a new key is a new person. */
export function anOffice(changes: Readonly<Record<string, Partial<Person>>> = {}): Directory {
  const keys = new Set([...Object.keys(OFFICE), ...Object.keys(changes)]);
  return makeDirectory(
    [...keys].map((key) => ({ ...(OFFICE[key] ?? aPerson(key, { unitCode: 'DIT' })), ...changes[key] })),
    'test',
  );
}

export function personOf(directory: Directory, key: string): Person {
  const person = directory.byNip(key);
  if (!person) throw new Error(`the test office has no ${key}`);
  return person;
}

export function lineOf(directory: Directory, key: string, on: string): readonly string[] {
  return directory.lineOf(personOf(directory, key), on).map((person) => person.nip);
}
