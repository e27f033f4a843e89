import { describe, expect, test } from 'vitest';
import { anOffice, personOf } from './people.ts';
import type { Person } from '../../src/directory/person.ts';

const NOVEMBER = { from: '2026-11-16', to: '2026-11-20' };

function standingOf(key: string, changes: Readonly<Record<string, Partial<Person>>>, on = '2026-11-18') {
  const directory = anOffice(changes);
  return directory.standing(personOf(directory, key), on);
}

describe('standing', () => {
  test.each([
    ['director', 2, 'II'],
    ['section', 4, 'IV'],
    ['expert', 4, 'setara-IV'],
    ['staff', null, ''],
  ])('gives %s the rank of the own post', (key, rank, eselon) => {
    expect(standingOf(key, {})).toEqual({ rank, eselon, acting: false });
  });

  test.each([
    ['2026-11-15', 4, false],
    ['2026-11-16', 3, true],
    ['2026-11-20', 3, true],
    ['2026-11-21', 4, false],
  ])('lends a Plh. the rank of the post acted in, both days included: %s', (on, rank, acting) => {
    const changes = { section: { acting: { unitCode: 'DIT-A', ...NOVEMBER } } };

    expect(standingOf('section', changes, on)).toMatchObject({ rank, acting });
  });

  test('takes the rank of a post from its head although he has retired', () => {
    const changes = { bureau: { active: false }, section: { acting: { unitCode: 'DIT-A', ...NOVEMBER } } };

    expect(standingOf('section', changes)).toEqual({ rank: 3, eselon: 'III', acting: true });
  });

  test('takes a vacant post for one rank above the heads beneath it', () => {
    expect(standingOf('sectionB', { sectionB: { acting: { unitCode: 'DIT-B', ...NOVEMBER } } })).toMatchObject({
      rank: 3,
    });
  });

  test('takes a vacant post without sub-units for one rank below the head above it', () => {
    expect(standingOf('section', { section: { acting: { unitCode: 'DIT-C', ...NOVEMBER } } })).toMatchObject({
      rank: 3,
    });
  });

  test('lifts nobody more than one rank by inference', () => {
    expect(standingOf('staff', { staff: { acting: { unitCode: 'DIT-C', ...NOVEMBER } } })).toMatchObject({ rank: 4 });
  });

  test('gives no rank for a post that nothing in the register places', () => {
    expect(standingOf('staff', { staff: { acting: { unitCode: 'ZZZ', ...NOVEMBER } } })).toMatchObject({ rank: null });
  });

  test('lowers nobody who acts in a lesser post', () => {
    const changes = { bureau: { acting: { unitCode: 'DIT-B1', ...NOVEMBER } } };

    expect(standingOf('bureau', changes)).toEqual({ rank: 3, eselon: 'III', acting: false });
  });

  test('does not take the acting official for the head of the unit', () => {
    const changes = { sectionB: { unitCode: 'DIT-B', acting: { unitCode: 'DIT-B', ...NOVEMBER } } };

    expect(standingOf('sectionB', changes)).toMatchObject({ rank: 3, acting: true });
  });
});
