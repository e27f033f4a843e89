import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FILLED_FIELD,
  MARK_FIELD,
  readMark,
  sumUp,
  verifyMark,
  verifySeal,
  writeMark,
  type Values,
} from '../../../src/papers/make/mark.ts';
import { keyring, NUMBER, otherOffice } from './orders.ts';

const VALUES = {
  'pemohon.nama': 'Budi Santoso',
  'pemohon.nip': '198604122010121003',
  'form.tanggal': '23 November 2026',
  'objek.perangkat[1].sn': 'PF3ABC01',
  'objek.perangkat[1].nup': '17',
  'objek.perangkat[12].sn': 'PF3ABC12',
};

const parts = { kind: 'form-3.1', version: '2026.1', ticket: NUMBER, page: 2, pages: 3 };

function marked(values: Values): Values {
  const { filled, digest } = sumUp(values);
  return { ...values, [MARK_FIELD]: writeMark({ ...parts, digest, page: 0 }, keyring), [FILLED_FIELD]: filled };
}

const mark = (text: string) => {
  const read = readMark(text);
  if (!read) throw new Error(`no mark in ${text}`);
  return read;
};

describe('the mark of a page', () => {
  const written = writeMark({ ...parts, digest: sumUp(VALUES).digest }, keyring);

  it('is read again from the middle of a text', () => {
    expect(mark(`Kode: ${written} .`)).toMatchObject(parts);
    expect(readMark('LOKET1:FORM-3.1:2026.1')).toBeNull();
  });

  it('fits the small alphabet of QR codes', () => {
    expect(written).toMatch(/^[0-9A-Z $%*+\-./:]{60,110}$/);
  });

  it('is sealed by this installation only', () => {
    expect(verifySeal(mark(written), keyring)).toBe(true);
    expect(verifySeal(mark(written), otherOffice)).toBe(false);
  });

  it.each([
    ['ticket', NUMBER, 'SR-261123-0043-4'],
    ['page', ':2/3:', ':1/3:'],
    ['version', '2026.1', '2026.2'],
    ['kind', 'FORM-3.1', 'BAST'],
    ['digest', sumUp(VALUES).digest, 'A'.repeat(16)],
  ])('is not ours with another %s', (_, from, to) => {
    expect(verifySeal(mark(written.replace(from, to)), keyring)).toBe(false);
  });
});

describe('a returned form', () => {
  it('is genuine as it went out, and after its empty fields were filled in', () => {
    expect(verifyMark(marked(VALUES), keyring)?.verdict).toBe('genuine');
    expect(verifyMark({ ...marked(VALUES), 'pemohon.telepon': '0812' }, keyring)?.verdict).toBe('genuine');
  });

  it.each([
    ['pemohon.nip', '19860412 201012 1 003'],
    ['form.tanggal', '2026-11-23'],
    ['form.tanggal', '23/11/2026'],
    ['pemohon.nama', ' Budi   Santoso\r\n'],
  ])('is genuine when a program writes %s another way', (name, value) => {
    expect(verifyMark({ ...marked(VALUES), [name]: value }, keyring)?.verdict).toBe('genuine');
  });

  it.each([
    [{ 'pemohon.nip': '198604122010121004' }, ['pemohon.nip']],
    [{ 'pemohon.nama': '' }, ['pemohon.nama']],
    [{ 'form.tanggal': '24 November 2026' }, ['form.tanggal']],
    [{ 'objek.perangkat[1].sn': 'PF3XYZ01' }, ['objek.perangkat[1].nup', 'objek.perangkat[1].sn']],
    [{ 'objek.perangkat[12].sn': 'PF3XYZ12', 'pemohon.nama': 'Tono' }, ['objek.perangkat[12].sn', 'pemohon.nama']],
  ])('names what was changed: %j', (change, fields) => {
    expect(verifyMark({ ...marked(VALUES), ...change }, keyring)).toMatchObject({ verdict: 'changed', fields });
  });

  it('is changed when the list of names was', () => {
    const { filled } = sumUp({ 'pemohon.nama': 'Budi Santoso' });

    expect(verifyMark({ ...marked(VALUES), [FILLED_FIELD]: filled }, keyring)).toMatchObject({ verdict: 'changed' });
    expect(verifyMark({ ...marked(VALUES), [FILLED_FIELD]: '' }, keyring)).toMatchObject({ verdict: 'changed' });
  });

  it('is forged when its mark is of another office or unreadable', () => {
    expect(verifyMark(marked(VALUES), otherOffice)?.verdict).toBe('forged');
    expect(verifyMark({ ...marked(VALUES), [MARK_FIELD]: 'LOKET1:ASAL' }, keyring)).toEqual({
      verdict: 'forged',
      mark: null,
    });
  });

  it('says nothing where there is no mark', () => {
    expect(verifyMark(VALUES, keyring)).toBeNull();
  });

  it('never passes with another value in any field', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(VALUES)), fc.string({ minLength: 1 }), (name, added) => {
        const changed = { ...VALUES, [name]: `${VALUES[name as keyof typeof VALUES]}x${added}` };

        expect(verifyMark({ ...marked(VALUES), ...changed }, keyring)?.verdict).toBe('changed');
      }),
    );
  });

  it('lists twenty devices within what readers take of a field', () => {
    const columns = ['sn', 'kode_bmn', 'nup', 'perangkat_lunak'];
    const rows = Array.from({ length: 20 }, (_, row) =>
      columns.map((column): [string, string] => [`objek.perangkat[${row + 1}].${column}`, `isi ${row} ${column}`]),
    );

    expect(sumUp(Object.fromEntries(rows.flat())).filled.length).toBeLessThan(1_300);
  });
});
