import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, type Told } from '../../src/commands/ticket-export-order.ts';

const told = (title: string, instant: number, mail: string | null = null): Told => ({
  instant,
  mail,
  entry: { at: '', title, lines: [], data: {} },
});
const titles = (...history: Parameters<typeof inOrder>): readonly string[] =>
  inOrder(...history).map(({ title }) => title);

describe('the order of a history', () => {
  it('within a second: each mail, what it led to, the letters because of it', () => {
    const order = titles({
      mails: [told('mail 1', 100, 'm1'), told('mail 2', 100, 'm2')],
      events: [told('opened', 500, 'm1'), told('classified', 500), told('attached', 500, 'm2'), told('closed', 500)],
      letters: [told('received', 600, 'm1'), told('closed letter', 600, 'm2')],
    });

    expect(order).toEqual([
      'mail 1',
      'opened',
      'classified',
      'received',
      'mail 2',
      'attached',
      'closed',
      'closed letter',
    ]);
  });

  it('goes by time otherwise: a letter that left late stands where it left', () => {
    const order = titles({
      mails: [told('mail 1', 0, 'm1'), told('mail 2', 60_000, 'm2')],
      events: [told('opened', 900, 'm1'), told('attached', 60_000, 'm2')],
      letters: [told('late letter', 90_000, 'm1'), told('prompt letter', 61_000, 'm2')],
    });

    expect(order).toEqual(['mail 1', 'opened', 'mail 2', 'attached', 'prompt letter', 'late letter']);
  });

  it('a mail that was decided long after its receipt stands before what it led to', () => {
    const order = titles({
      mails: [told('mail 1', 0, 'm1')],
      events: [told('reminded', 50_000), told('attached', 100_000, 'm1')],
      letters: [],
    });

    expect(order).toEqual(['reminded', 'mail 1', 'attached']);
  });

  it('keeps what no event names', () => {
    const order = titles({
      mails: [told('copy', 5_000, 'm9')],
      events: [told('opened', 0, 'm1')],
      letters: [told('alarm', 9_000)],
    });

    expect(order).toEqual(['opened', 'copy', 'alarm']);
  });

  it('loses nothing and keeps events in the order of their record', () => {
    const instants = fc.array(fc.nat({ max: 5_000 }), { maxLength: 12 });
    fc.assert(
      fc.property(instants, instants, instants, (events, mails, letters) => {
        const recorded = events.toSorted((one, other) => one - other);
        const history = {
          events: recorded.map((at, index) => told(`e${index}`, at, index % 2 ? null : `m${index % 5}`)),
          mails: mails.map((at, index) => told(`m${index}`, at, `m${index}`)),
          letters: letters.map((at, index) => told(`l${index}`, at, `m${index % 7}`)),
        };
        const order = titles(history);

        expect(order.length).toBe(events.length + mails.length + letters.length);
        expect(order.filter((title) => title.startsWith('e'))).toEqual(history.events.map(({ entry }) => entry.title));
      }),
    );
  });
});
