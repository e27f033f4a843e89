import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortMoment } from '../../../../src/papers/make/evidence/moment.ts';
import { inspectEvidenceWords, loadEvidenceWords } from '../../../../src/papers/make/evidence/words.ts';
import { formatFault } from '../../../../src/shared/file-fault.ts';
import { TEMPLATES } from '../orders.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-words-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the shipped words', () => {
  it('name every type of event, so that no official reads a code', () => {
    const source = readFileSync(resolve(import.meta.dirname, '../../../../src/ticket/event.ts'), 'utf8');
    const types = [...source.matchAll(/readonly type: '([A-Za-z]+)'/g)].map((match) => match[1] ?? '');
    const { events } = loadEvidenceWords(TEMPLATES);

    expect(types.length).toBeGreaterThan(20);
    expect(types.filter((type) => events[type] === undefined)).toEqual([]);
  });

  it('name every reason for the desk', () => {
    const source = readFileSync(resolve(import.meta.dirname, '../../../../src/ticket/event.ts'), 'utf8');
    const reasons = source.match(/type DeskReason =([^;]*);/)?.[1]?.match(/'[a-z-]+'/g) ?? [];
    const known = loadEvidenceWords(TEMPLATES).codes['reason'] ?? {};

    expect(reasons.length).toBeGreaterThan(15);
    expect(reasons.map((reason) => reason.slice(1, -1)).filter((reason) => known[reason] === undefined)).toEqual([]);
  });
});

describe('words of an office', () => {
  it('may be missing: codes are told then', () => {
    expect(inspectEvidenceWords(join(folder, 'tidak-ada'))).toMatchObject({ faults: [], words: { events: {} } });
  });

  it.each([
    [
      'events: {A: b}\nfields: {}\ncodes: {}\nletter: {}\n',
      /evidence\.yaml:4:1: key "letter" is not known here; did you mean "letters"\?/,
    ],
    [
      'events: {A: ""}\nfields: {}\ncodes: {}\nletters: {}\n',
      /evidence\.yaml:1:13: A is "", expected at least 1 characters/,
    ],
    ['events: {A: b\n', /evidence\.yaml:\d+:\d+: not readable as YAML/],
  ])('are told their faults: %j', (content, told) => {
    writeFileSync(join(folder, 'evidence.yaml'), content);

    expect(inspectEvidenceWords(folder).faults.map(formatFault).join('\n')).toMatch(told);
    expect(() => loadEvidenceWords(folder)).toThrow(told);
  });
});

describe('a moment', () => {
  it.each([
    ['2026-11-23T09:05:07+07:00', '23 Nov 2026 09.05.07 WIB'],
    ['2026-05-01T00:00:00+08:00', '1 Mei 2026 00.00.00 WITA'],
    ['2026-08-17T23:59:59.123+09:00', '17 Agu 2026 23.59.59 WIT'],
    ['2026-01-02T03:04:05Z', '2 Jan 2026 03.04.05 UTC'],
    ['2026-01-02T03:04:05-03:00', '2 Jan 2026 03.04.05 -03:00'],
    ['kemarin', 'kemarin'],
  ])('%s is printed as %s', (iso, printed) => {
    expect(shortMoment(iso)).toBe(printed);
  });
});
