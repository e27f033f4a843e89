import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { capHit, DEFAULT_CAPS, describeCap } from '../../src/send/caps.ts';

it.each([
  ['the 20th letter of an hour to an address', { toAddress: 19, firstOfTicket: false, inTicket: 0 }, null],
  ['the 21st', { toAddress: 20, firstOfTicket: false, inTicket: 0 }, 'address'],
  ['the 21st when it is the first answer in its ticket', { toAddress: 20, firstOfTicket: true, inTicket: 0 }, null],
  ['the third in a ticket', { toAddress: 0, firstOfTicket: false, inTicket: 2 }, null],
  ['the fourth in a ticket to whoever has had one', { toAddress: 0, firstOfTicket: false, inTicket: 3 }, 'ticket'],
  ['the fourth in a ticket to somebody new', { toAddress: 0, firstOfTicket: true, inTicket: 3 }, null],
] as const)('judges %s', (_name, facts, expected) => {
  expect(capHit(facts, DEFAULT_CAPS)).toBe(expected);
});

it('says the figure that was passed', () => {
  expect(describeCap('address', { ...DEFAULT_CAPS, perAddress: 7 })).toContain('7 letters an hour to one address');
  expect(describeCap('ticket', { ...DEFAULT_CAPS, perTicket: 2 })).toContain('2 letters an hour in one ticket');
});

it('lets no address have more than its letters, however they come, beyond one per ticket', () => {
  const tickets = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 200 });
  fc.assert(
    fc.property(tickets, (letters) => {
      const seen = new Set<number>();
      let beyond = 0;
      for (const ticket of letters) {
        const facts = { toAddress: beyond, firstOfTicket: !seen.has(ticket), inTicket: 0 };
        if (capHit(facts, DEFAULT_CAPS)) continue;
        if (!facts.firstOfTicket) beyond += 1;
        seen.add(ticket);
      }
      expect(beyond).toBeLessThanOrEqual(DEFAULT_CAPS.perAddress);
      expect(seen.size).toBe(new Set(letters).size);
    }),
  );
});
