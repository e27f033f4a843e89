import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeDirectory } from '../../src/directory/directory.ts';
import type { Eselon, Person } from '../../src/directory/person.ts';
import { aPerson, anOffice, lineOf, personOf } from './people.ts';

const ON = '2026-11-18';
const TERM = { from: '2026-11-16', to: '2026-11-20' };

describe('lineOf', () => {
  test('follows the superiors, nearest first', () => {
    expect(lineOf(anOffice(), 'junior', ON)).toEqual(['expert', 'section', 'bureau', 'director']);
    expect(lineOf(anOffice(), 'director', ON)).toEqual([]);
  });

  test('puts the Plt. of a vacant unit between its section and the director', () => {
    const directory = anOffice({ bureau: { acting: { unitCode: 'DIT-B', ...TERM } } });

    expect(lineOf(directory, 'staffB', ON)).toEqual(['sectionB', 'bureau', 'director']);
    expect(lineOf(directory, 'sectionB', ON)).toEqual(['bureau', 'director']);
    expect(lineOf(directory, 'staffB', '2026-11-21')).toEqual(['sectionB', 'director']);
  });

  test('puts a Plh. before the head he stands in for', () => {
    const directory = anOffice({ sectionB: { acting: { unitCode: 'DIT-A', ...TERM } } });

    expect(lineOf(directory, 'staff', ON)).toEqual(['section', 'sectionB', 'bureau', 'director']);
  });

  test('puts the Plh. of the own unit after the functional superior and before the head', () => {
    const directory = anOffice({ sectionB: { acting: { unitCode: 'DIT-A1', ...TERM } } });

    expect(lineOf(directory, 'junior', ON)).toEqual(['expert', 'sectionB', 'section', 'bureau', 'director']);
  });

  test('does not put a stand-in above the head himself, nor anybody above himself', () => {
    const directory = anOffice({ section: { acting: { unitCode: 'DIT-A', ...TERM } } });

    expect(lineOf(directory, 'bureau', ON)).toEqual(['director']);
    expect(lineOf(directory, 'section', ON)).toEqual(['bureau', 'director']);
  });

  test('finds the acting head of an office that hangs under another by its superior only', () => {
    const directory = anOffice({
      outpost: aPerson('outpost', { eselon: 'IV', unitCode: 'KP-9', superiorNip: 'bureau' }),
      sectionB: { acting: { unitCode: 'DIT-A', ...TERM } },
    });

    expect(lineOf(directory, 'outpost', ON)).toEqual(['sectionB', 'bureau', 'director']);
  });

  test('puts the successor before a retired head whom the register still names', () => {
    const directory = anOffice({
      section: { active: false },
      successor: aPerson('successor', { eselon: 'IV', unitCode: 'DIT-A1', superiorNip: 'bureau' }),
    });

    expect(lineOf(directory, 'staff', ON)).toEqual(['successor', 'section', 'bureau', 'director']);
    expect(lineOf(directory, 'successor', ON)).toEqual(['bureau', 'director']);
  });

  test('goes on at the head of the unit above where the register names somebody who is not in it', () => {
    expect(lineOf(anOffice({ staff: { superiorNip: 'gone' } }), 'staff', ON)).toEqual([
      'section',
      'bureau',
      'director',
    ]);
    expect(lineOf(anOffice({ section: { superiorNip: 'gone' } }), 'staff', ON)).toEqual([
      'section',
      'bureau',
      'director',
    ]);
  });

  test('ends where a circle closes', () => {
    expect(lineOf(anOffice({ director: { superiorNip: 'staff' } }), 'staff', ON)).toEqual([
      'section',
      'bureau',
      'director',
    ]);
  });
});

describe('qualifying', () => {
  test.each([
    [4, ['expert', 'section', 'bureau', 'director']],
    [3, ['bureau', 'director']],
    [1, []],
  ] as const)('gives the superiors of at least rank %i, nearest first', (minimum, expected) => {
    const directory = anOffice();
    const found = directory.qualifying(personOf(directory, 'junior'), minimum, ON);

    expect(found.map((person) => person.nip)).toEqual(expected);
  });

  test('passes over those who are no longer in office', () => {
    const directory = anOffice({ bureau: { active: false } });

    expect(directory.qualifying(personOf(directory, 'staff'), 3, ON).map((person) => person.nip)).toEqual(['director']);
  });

  test('says whether somebody counts by acting only', () => {
    const directory = anOffice({ bureau: { acting: { unitCode: 'DIT-B', ...TERM } } });
    const placeOf = (superior: string, person: string) =>
      directory.placeAbove(personOf(directory, superior), personOf(directory, person), ON);

    expect(placeOf('bureau', 'staffB')).toMatchObject({ acting: true, distance: 2 });
    expect(placeOf('bureau', 'staff')).toMatchObject({ acting: false, distance: 2 });
    expect(placeOf('staff', 'bureau')).toBeNull();
  });
});

describe('any register', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const unitCode = fc.constantFrom('U', 'U-1', 'U-1A', 'U-2', 'V', 'V-1');
  const acting = unitCode.map((code) => ({ unitCode: code, ...TERM }));
  const sketch = fc.record({
    eselon: fc.constantFrom<Eselon>('', 'I', 'II', 'III', 'IV', 'setara-III', 'setara-IV'),
    unitCode,
    superiorNip: fc.option(fc.constantFrom(...keys, 'gone')),
    acting: fc.option(acting),
    active: fc.boolean(),
  });
  const people = fc.tuple(...keys.map((key) => sketch.map((facts): Person => aPerson(key, facts))));

  test('never puts anybody above himself or into a line twice', () => {
    fc.assert(
      fc.property(people, (office) => {
        const directory = makeDirectory(office, 'any');
        for (const person of office) {
          const line = directory.lineOf(person, ON).map((superior) => superior.nip);
          expect(line).not.toContain(person.nip);
          expect(new Set(line).size).toBe(line.length);
        }
      }),
    );
  });

  test('qualifies only active people of the rank who stand above', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(1, 2, 3, 4), (office, minimum) => {
        const directory = makeDirectory(office, 'any');
        for (const person of office) {
          for (const superior of directory.qualifying(person, minimum, ON)) {
            expect(superior.active).toBe(true);
            expect(directory.standing(superior, ON).rank).toBeLessThanOrEqual(minimum);
            expect(directory.isAbove(superior, person, ON)).toBe(true);
          }
        }
      }),
    );
  });
});
