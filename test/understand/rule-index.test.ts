import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../src/config.ts';
import { readText } from '../../src/understand/lexicon.ts';
import { firedByOwner } from '../../src/understand/rule-index.ts';
import { servicesWithin, weigh } from '../../src/understand/scores.ts';
import { firedRules } from '../../src/understand/words.ts';
import { readLabelled } from '../score/labels.ts';
import { rulebook } from './office.ts';

const bodies = readLabelled(join(PACKAGE_ROOT, 'fixtures/rounds/a')).requests.map(({ body }) => body);
const NOTHING_ELSE = { subject: null, focus: null, now: null };

describe('rules found by the words of a text', () => {
  it('are those that fire when all are tried', () => {
    const owners = rulebook.services.flatMap((service) => [service, ...service.variants]);
    for (const body of bodies) {
      const found = readText(body, rulebook).services();
      const fired = firedByOwner(found);
      const tried = owners.map((owner) => firedRules(owner.words, found.hits, found.words));

      expect(owners.map((owner) => fired.get(owner) ?? [])).toEqual(tried);
    }
  });

  it('tell of a text what none of its parts goes beyond', () => {
    const within = bodies.map((body) => {
      const least = 5;
      const whole = servicesWithin(readText(body, rulebook), rulebook, least);
      for (const part of body.split(/[.!?;]\s+|\n+/)) {
        const read = readText(part, rulebook);
        const { ruled } = weigh(read, rulebook, NOTHING_ELSE);
        if (ruled.some((points) => points >= least))
          expect([...servicesWithin(read, rulebook, least)].every((service) => whole.has(service))).toBe(true);
        else continue;
        expect(whole.size).toBeGreaterThan(0);
      }
      return whole.size;
    });
    expect(within.some((size) => size > 1)).toBe(true);
    expect(within.some((size) => size === 0)).toBe(true);
  });
});
