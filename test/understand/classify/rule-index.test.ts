import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/config.ts';
import { readText } from '../../../src/understand/classify/read-text.ts';
import { firedRules } from '../../../src/understand/words/words.ts';
import { readLabelled } from '../../score/labels.ts';
import { rulebook } from '../office.ts';

const bodies = readLabelled(join(PACKAGE_ROOT, 'fixtures/rounds/a')).requests.map(({ body }) => body);

describe('rules found by the words of a text', () => {
  it('are those that fire when all are tried', () => {
    const owners = rulebook.services.flatMap((service) => [service, ...service.variants]);
    for (const body of bodies) {
      const found = readText(body, rulebook).services;
      const tried = owners.map((owner) => firedRules(owner.words, found.hits, found.words));

      expect(owners.map((owner) => found.firedOf(owner))).toEqual(tried);
    }
  });
});
