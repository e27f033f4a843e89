import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkDigit,
  findNumbers,
  formatNumber,
  parseNumber,
  partsOf,
  readNumber,
  TICKET_TYPES,
} from '../../src/ticket/number.ts';
import { began, spentSince } from '../support/spent.ts';

const NUMBER = 'SR-261123-0042-4';
const day = fc
  .record({
    year: fc.integer({ min: 2020, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((date) => [date.year, date.month, date.day].map((part) => String(part).padStart(2, '0')).join('-'));
const counter = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 10_000, max: 999_999_999 }));
const number = fc.tuple(fc.constantFrom(...TICKET_TYPES), day, counter);

describe('formatNumber', () => {
  test('gives the number of the contract', () => {
    expect(formatNumber({ type: 'SR', day: '2026-11-23', counter: 42 })).toBe(NUMBER);
  });

  test("agrees with Damm's own example", () => {
    expect(checkDigit('572')).toBe(4);
    expect(checkDigit('5724')).toBe(0);
  });

  test.each([
    ['INC', '2027-01-01', 1, /^INC-270101-0001-\d$/],
    ['CMP', '2026-12-31', 12_345, /^CMP-261231-12345-\d$/],
  ] as const)('pads the counter of %s on %s to four digits or lets it grow', (type, date, count, shape) => {
    expect(formatNumber({ type, day: date, counter: count })).toMatch(shape);
  });

  test('is read back to its parts, strictly and leniently', () => {
    fc.assert(
      fc.property(number, ([type, date, count]) => {
        const formatted = formatNumber({ type, day: date, counter: count });

        expect(parseNumber(formatted)).toBe(formatted);
        expect(readNumber(formatted)).toBe(formatted);
        expect(partsOf(formatted)).toEqual({ type, day: date, counter: count });
      }),
    );
  });
});

describe('the check digit', () => {
  const place = fc.tuple(number, fc.nat()).map(([[type, date, count], at]) => {
    const digits = [...formatNumber({ type, day: date, counter: count }).replace(/\D/g, '')];
    return { digits, at: 1 + (at % (digits.length - 1)) };
  });

  test('finds every wrong digit', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 9 }), ({ digits, at }, by) => {
        const wrong = digits.with(at, String((Number(digits[at]) + by) % 10)).join('');

        expect(checkDigit(digits.join(''))).toBe(0);
        expect(checkDigit(wrong)).not.toBe(0);
      }),
    );
  });

  test('finds every swap of neighbours', () => {
    fc.assert(
      fc.property(place, ({ digits, at }) => {
        const [before = '', after = ''] = digits.slice(at - 1, at + 1);
        const swapped = digits
          .with(at - 1, after)
          .with(at, before)
          .join('');

        expect(checkDigit(swapped) === 0).toBe(before === after);
      }),
    );
  });
});

describe('readNumber', () => {
  test.each([
    'sr-261123-0042-4',
    'sr 261123 0042 4',
    'SR2611230042 4',
    'SR261123-00424',
    'SR26112300424',
    ' SR - 261123 - 0042 - 4 ',
    'SR–261123–0042–4',
    'SR_261123_0042_4',
    'SR.261123.0042.4',
    'SR-261123-\n0042-4',
    'SR\u00A0261123\u00A00042\u00A04',
  ])('takes %j for the number', (text) => {
    expect(readNumber(text)).toBe(NUMBER);
  });

  test.each([
    '',
    'SR-261123-0042-5',
    'SR-261132-0042-4',
    'SR-261123-0042',
    'SR-261123-00042-4',
    'SRX-261123-0042-4',
    `${NUMBER} dan lain-lain`,
    `${NUMBER} ${NUMBER}`,
  ])('takes %j for none', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  test('takes a counter that is never given for none', () => {
    expect(readNumber(`SR-261123-0000-${checkDigit('2611230000')}`)).toBeNull();
  });

  test('is strict where asked', () => {
    expect(parseNumber('sr-261123-0042-4')).toBeNull();
    expect(parseNumber(`${NUMBER} `)).toBeNull();
    expect(parseNumber('SR-261123-0042-5')).toBeNull();
  });
});

describe('findNumbers', () => {
  test('finds each number of a text once, in its order', () => {
    const other = formatNumber({ type: 'INC', day: '2026-11-24', counter: 7 });
    const text = `RE: [${NUMBER}] Reset sandi\nMenyambung ${other.toLowerCase()}, dan ${NUMBER.replaceAll('-', ' ')}.`;

    expect(findNumbers(text)).toEqual([NUMBER, other]);
  });

  test('does not swallow a digit that follows', () => {
    expect(findNumbers(`${NUMBER} 2 unit`)).toEqual([NUMBER]);
    expect(findNumbers(`${NUMBER}.`)).toEqual([NUMBER]);
  });

  test.each([`x${NUMBER}`, `${NUMBER}7`, `é${NUMBER}`, 'SR-261123-0042-5', 'ND-261123/2026', '0042'])(
    'finds none in %j',
    (text) => {
      expect(findNumbers(text)).toEqual([]);
    },
  );

  test('finds numbers in any surroundings that are no letters or digits', () => {
    const around = fc.constantFrom('', ' ', '(', '[', '#', ':', '\n', '"', '>', '…');
    fc.assert(
      fc.property(number, around, around, ([type, date, count], before, after) => {
        const formatted = formatNumber({ type, day: date, counter: count });

        expect(findNumbers(before + formatted + after)).toEqual([formatted]);
      }),
    );
  });

  test('reads long texts of almost-numbers in linear time', () => {
    const start = began();
    for (const piece of ['SR-261123-0042-', 'SR 2', 'SRSR', '9', 'SR - ', 'SR-261123-------']) {
      findNumbers(piece.repeat(200_000 / piece.length));
    }

    expect(spentSince(start)).toBeLessThan(3000);
  });
});
