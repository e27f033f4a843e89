import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asLetterKey } from '../../src/shared/ids.ts';
import { keyOfReference, letterKeyOf, makeKeyring, type TokenFacts } from '../../src/shared/keyring.ts';

const SECRET = 'rahasia-untuk-uji-saja';
const keyring = makeKeyring(SECRET);

describe('the pseudonym of a person', () => {
  it('is the same for each spelling of the address, and in each process', () => {
    const id = keyring.personId('budi.santoso@kemenkeu.example');

    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(keyring.personId('Budi.Santoso@KEMENKEU.example')).toBe(id);
    expect(makeKeyring(SECRET).personId('budi.santoso@kemenkeu.example')).toBe(id);
  });

  it('is another under another secret', () => {
    const other = makeKeyring(`${SECRET}-lain`);
    expect(other.personId('budi@kemenkeu.example')).not.toBe(keyring.personId('budi@kemenkeu.example'));
  });

  it('stays the same when more people have written than are remembered', () => {
    const before = keyring.personId('budi@kemenkeu.example');
    for (let one = 0; one < 6_000; one += 1) keyring.personId(`pegawai${one}@kemenkeu.example`);

    expect(keyring.personId('budi@kemenkeu.example')).toBe(before);
  });
});

const facts: TokenFacts = {
  key: letterKeyOf({ source: 'a', ticket: 'SR-261122-0001-3', template: 'approver.ask', recipient: 'x', step: '1' }),
  ticket: 'SR-261122-0001-3',
  person: keyring.personId('budi@kemenkeu.example'),
  step: 'approval-1',
  shown: 'abc',
};

describe('the reference of a letter', () => {
  it('is true for its facts, and tells the key of the letter', () => {
    const reference = keyring.reference(facts);

    expect(keyring.verify(reference, facts)).toBe(true);
    expect(keyOfReference(reference.toUpperCase())).toBe(facts.key);
  });

  it('is false for any other ticket, person, step, content or secret', () => {
    const reference = keyring.reference(facts);
    const otherKey = asLetterKey('a'.repeat(16));
    const others: readonly TokenFacts[] = [
      { ...facts, key: otherKey },
      { ...facts, ticket: 'SR-261122-0002-1' },
      { ...facts, person: keyring.personId('ani@kemenkeu.example') },
      { ...facts, step: 'approval-2' },
      { ...facts, shown: 'abd' },
    ];

    for (const other of others) expect(keyring.verify(reference, other)).toBe(false);
    expect(makeKeyring(`${SECRET}-lain`).verify(reference, facts)).toBe(false);
  });

  it('cannot be guessed, cut or lengthened', () => {
    const reference = keyring.reference(facts);
    fc.assert(fc.property(fc.string(), (text) => text === reference || !keyring.verify(text, facts)));
    expect(keyring.verify(reference.slice(0, -1), facts)).toBe(false);
    expect(keyring.verify(`${reference}a`, facts)).toBe(false);
    expect(keyOfReference(`${reference}a`)).toBeNull();
  });
});
