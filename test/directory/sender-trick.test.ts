import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { senderTrick } from '../../src/directory/sender-trick.ts';
import { normaliseName } from '../../src/directory/names.ts';

const NAMES = ['Dewi Anjarwati, S.Kom.', 'Ahmad Fauzi', 'Mursid'];
const OURS = {
  domains: ['kemenkeu.go.id', 'pajak.go.id'],
  directory: {
    byName: (name: string) =>
      NAMES.filter((one) => normaliseName(one) === normaliseName(name)).map((one) => ({ name: one })) as never,
  },
};
const trickOf = (address: string, name = ''): ReturnType<typeof senderTrick> => senderTrick({ address, name }, OURS);

describe('a domain that wants to be taken for ours', () => {
  it.each([
    ['helpdesk@kernenkeu.go.id', 'two letters that look like one'],
    ['helpdesk@kemenkeu.g0.id', 'a nought'],
    ['helpdesk@kemenkeu-go.id', 'a hyphen for a stop'],
    ['helpdesk@kemenkue.go.id', 'letters swapped'],
    ['helpdesk@kemenkeu.go.id.example.net', 'ours in front of its own'],
    ['helpdesk@kemenkeu.com', 'another ending'],
    ['helpdesk@mail-kemenkeu.net', 'ours as a part'],
    ['helpdesk@kеmenkeu.go.id', 'a Cyrillic letter'],
    ['helpdesk@xn--kmenkeu-7gg.go.id', 'the same as it travels'],
  ])('is noticed: %s (%s)', (address) => {
    expect(trickOf(address)).toBe('similar-domain');
  });

  it.each([
    'mutia@kemenkeu.go.id',
    'mutia@mail.kemenkeu.go.id',
    'budi@pajak.go.id',
    'halo@gmail.com',
    'humas@kemendag.go.id',
    'sekretariat@kemenkes.go.id',
    'info@bappenas.go.id',
    'sales@vendor.co.id',
    'x@id',
    '',
  ])('is not seen in %s', (address) => {
    expect(trickOf(address)).toBeNull();
  });
});

describe('a name that wants to be taken for one of us', () => {
  it('is noticed on an address from outside, whatever its titles and letters', () => {
    expect(trickOf('dewi.a@gmail.com', 'DEWI ANJARWATI')).toBe('borrowed-name');
    expect(trickOf('dewi.a@gmail.com', 'Ibu Dewi Anjarwati S.Kom')).toBe('borrowed-name');
    expect(trickOf('x@gmail.com', 'dewi@kemenkeu.go.id')).toBe('borrowed-address');
    expect(trickOf('x@gmail.com', '"Pusintek <servicedesk@kemenkeu.go.id>"')).toBe('borrowed-address');
  });

  it('is not seen in our own mail, in other names, nor in a single word', () => {
    expect(trickOf('dewi.a@kemenkeu.go.id', 'Dewi Anjarwati')).toBeNull();
    expect(trickOf('dewi.a@gmail.com', 'Dewi Persik')).toBeNull();
    expect(trickOf('mursid@gmail.com', 'Mursid')).toBeNull();
  });
});

describe('any sender', () => {
  it('is judged without failing, in time that its length bounds, and never when he is within our domains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 }), (address, name) => {
        expect(() => trickOf(address, name)).not.toThrow();
        expect(trickOf(`${address.replaceAll('@', '')}@kemenkeu.go.id`, name)).toBeNull();
      }),
    );
    expect(trickOf(`x@${'kemenke'.repeat(100_000)}`, 'a@'.repeat(100_000))).toBeNull();
  });
});
