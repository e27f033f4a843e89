import { describe, expect, test } from 'vitest';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { HEADER } from './people.ts';

const HEAD = '197001021995031001,Raka Wibisono,raka@kantor.example,Kepala Bagian,III,DIT-A,Bagian A,,,,,1';
const STAFF = '199203042016012002,Sari Utami,sari@kantor.example,Analis,,DIT-A,Bagian A,197001021995031001,,,,1';

function read(...rows: readonly string[]) {
  return parseDirectory([HEADER, ...rows].join('\n'), 'people.csv');
}

/** The row of Sari with one cell exchanged. */
function staffWith(column: string, value: string): string {
  const cells = STAFF.split(',');
  cells[HEADER.split(',').indexOf(column)] = value;
  return cells.join(',');
}

describe('parseDirectory', () => {
  test('reads a register without fault', () => {
    const { directory, faults } = read(HEAD, STAFF);

    expect(faults).toEqual([]);
    expect(directory.size).toBe(2);
    expect(directory.byAddress(' SARI@kantor.example')).toMatchObject({
      name: 'Sari Utami',
      superiorNip: '197001021995031001',
    });
    expect(directory.byNip('19700102 199503 1 001')?.eselon).toBe('III');
  });

  test('goes by the names of columns, not their order, and passes over others', () => {
    const { directory, faults } = parseDirectory(
      'Active;Remark;EMAIL;name;NIP;Eselon;title;unit code;unit-name;superior_nip;acting_for_unit;acting_from;acting_to\n' +
        '1;x;raka@kantor.example r.wibisono@kantor.example;Raka Wibisono;197001021995031001;III.a;;DIT;;;;;',
    );

    expect(faults).toEqual([]);
    expect(directory.byAddress('r.wibisono@kantor.example')).toMatchObject({ eselon: 'III', unitCode: 'DIT' });
  });

  test('changes its version with the content', () => {
    expect(read(HEAD).directory.version).not.toBe(read(HEAD, STAFF).directory.version);
    expect(read(HEAD).directory.version).toBe(read(HEAD).directory.version);
  });

  test('names a missing column, and the one that was probably meant', () => {
    const { faults } = parseDirectory(`${HEADER.replace('eselon', 'eselonn')}\n${HEAD}`, 'people.csv');

    expect(faults).toEqual([
      {
        place: { file: 'people.csv', line: 1, column: HEADER.indexOf('eselon') + 1 },
        severity: 'fatal',
        text: 'The column "eselon" is missing from the header row. Did you mean "eselonn"?',
      },
    ]);
  });

  test('says of an empty file that every column is missing', () => {
    const { directory, faults } = parseDirectory('');

    expect(directory.size).toBe(0);
    expect(faults.filter((fault) => fault.severity === 'fatal')).toHaveLength(12);
  });

  test.each([
    ['nip', '19920304201601200', 'warning', 'has 17 digits, a NIP has 18'],
    ['nip', '199213042016012002', 'warning', 'does not begin with a date of birth'],
    ['nip', '199203042016132002', 'warning', 'no month of appointment'],
    ['nip', '199203042016013002', 'warning', 'neither 1 nor 2'],
    ['nip', '1.99203E+17', 'warning', 'rounded by a spreadsheet'],
    ['nip', '', 'error', 'is empty; the row is left out'],
    ['name', '', 'error', 'is empty; the row is left out'],
    ['email', '', 'warning', 'nobody can write'],
    ['email', 'sari@', 'error', '"sari@" is not a mail address'],
    ['eselon', 'setara-II', 'error', 'no rank is taken. Did you mean "setara-III"?'],
    ['eselon', 'V', 'error', 'is none of'],
    ['superior_nip', '197001021995031010', 'error', 'Did you mean 197001021995031001 (Raka Wibisono)?'],
    ['superior_nip', '196001011985031001', 'error', 'is not in the register; the head of the unit above is taken.'],
    ['active', 'x', 'error', 'taken for 0'],
    ['acting_from', '2026-10-01', 'warning', 'is empty beside a date'],
  ])('reports a row whose %s is "%s"', (column, value, severity, text) => {
    const row = staffWith(column, value);
    const { faults } = read(HEAD, row);

    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ place: { file: 'people.csv', line: 3 }, severity });
    expect(faults[0]?.text).toMatch(/^[a-z_]+: /);
    const [named = ''] = faults[0]?.text.split(':') ?? [];
    const before = row.split(',').slice(0, HEADER.split(',').indexOf(named));
    expect(faults[0]?.place.column).toBe(before.join(',').length + (before.length === 0 ? 1 : 2));
    expect(faults[0]?.text).toContain(text);
  });

  test.each([
    ['2026-13-01', '2026-12-01', 'acting_from: "2026-13-01" is not a date'],
    ['2026-10-01', '', 'acting_to: "" is not a date'],
    ['2026-10-01', '31/02/2027', 'acting_to: "31/02/2027" is not a date'],
    ['2026-12-01', '2026-10-01', 'acting_to: 2026-10-01 lies before 2026-12-01'],
  ])('leaves out an appointment from %s to %s', (from, to, text) => {
    const { directory, faults } = read(
      HEAD,
      STAFF.replace(/,,,,1$/, `,DIT-A,${from},${to},1`).replace('031001,,', '031001,'),
    );

    expect(directory.byAddress('sari@kantor.example')?.acting).toBeNull();
    expect(faults.map((fault) => fault.text).join()).toContain(text);
  });

  test('reads dates that a spreadsheet wrote day first', () => {
    const { directory } = read(HEAD.replace(/,,,1$/, 'DIT-A,1/10/2026,31-03-2027,1').replace(',,DIT-A,1', ',,DIT-A,1'));

    expect(directory.byAddress('raka@kantor.example')?.acting).toEqual({
      unitCode: 'DIT-A',
      from: '2026-10-01',
      to: '2027-03-31',
    });
  });

  test('leaves out a person who stands there twice', () => {
    const { directory, faults } = read(HEAD, STAFF, STAFF.replace('sari@', 'sari.utami@'));

    expect(directory.size).toBe(2);
    expect(faults).toEqual([
      expect.objectContaining({
        place: { file: 'people.csv', line: 4, column: 1 },
        text: expect.stringContaining('line 3 already'),
      }),
    ]);
  });

  test('gives a shared address to the first active person', () => {
    const retired = HEAD.replace('raka@', 'kabag@').replace(/1$/, '0');
    const successor = HEAD.replace('197001021995031001', '197501022000031002')
      .replace('raka@', 'kabag@')
      .replace('Raka', 'Rini');
    const { directory, faults } = read(retired, successor);

    expect(directory.byAddress('kabag@kantor.example')?.name).toBe('Rini Wibisono');
    expect(faults).toEqual([
      expect.objectContaining({ severity: 'warning', text: expect.stringContaining('this row') }),
    ]);
  });

  test('reports an address of two active people as an error', () => {
    const { directory, faults } = read(HEAD, staffWith('email', 'raka@kantor.example'));

    expect(directory.byAddress('raka@kantor.example')?.name).toBe('Raka Wibisono');
    expect(faults).toEqual([expect.objectContaining({ severity: 'error', text: expect.stringContaining('line 2') })]);
  });

  test('reports a circle of superiors once, with the names in it', () => {
    const circle = HEAD.replace('Bagian A,,', 'Bagian A,199203042016012002,');
    const { faults } = read(circle, STAFF, staffWith('nip', '199303042017012003').replace('sari@', 'ani@'));

    expect(faults).toHaveLength(1);
    expect(faults[0]?.text).toContain('Sari Utami → Raka Wibisono → Sari Utami');
  });

  test('reports an appointment to a unit that nothing in the register knows', () => {
    const { faults } = read(HEAD, STAFF.replace(/,,,,1$/, ',DOT-A,2026-10-01,2026-10-31,1'));

    expect(faults).toEqual([expect.objectContaining({ text: expect.stringContaining('Did you mean "DIT-A"?') })]);
  });

  test('says where a quote is left open and still loads the others', () => {
    const { directory, faults } = read(HEAD, `"${STAFF}`);

    expect(directory.byAddress('raka@kantor.example')).not.toBeNull();
    expect(faults).toContainEqual(
      expect.objectContaining({ place: { file: 'people.csv', line: 3, column: 1 }, severity: 'error' }),
    );
  });
});
