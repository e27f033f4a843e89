import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectForms, loadForms } from '../../../src/papers/make/load-forms.ts';
import { BAST, FORM_31 } from '../../../src/papers/form-rules.ts';
import { formatFault } from '../../../src/shared/file-fault.ts';
import { TEMPLATES } from './orders.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-forms-'));
  cpSync(join(TEMPLATES, 'forms'), join(folder, 'forms'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Faults after one edit, without the folder's name. */
function faultsAfter(file: string, from: string, to: string, requirements?: readonly string[]): readonly string[] {
  const path = join(folder, 'forms', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not have ${from}`);
  writeFileSync(path, text.replace(from, to));
  return inspectForms(folder, requirements).faults.map((fault) => formatFault(fault).replace(/^[^/]*\//, ''));
}

/** Line of the edit, from 1; folded sentences are told by the line before. */
function lineOf(file: string, text: string): number {
  return (
    readFileSync(join(TEMPLATES, 'forms', file), 'utf8')
      .split(text)[0]
      ?.split('\n').length ?? 0
  );
}

/** `bast.yaml:45:` of the first fault in that file. */
function placed(faults: readonly string[], file: string): string | undefined {
  return faults.find((line) => line.startsWith(`forms/${file}:`))?.match(/^forms\/([^:]+:\d+:)/)?.[1];
}

describe('the shipped descriptions', () => {
  it('have no fault', () => {
    expect(inspectForms(TEMPLATES).faults).toEqual([]);
  });

  it.each([
    ['form-3.1', FORM_31],
    ['bast', BAST],
  ])('%s has every field that the reader asks for, with the same label, in the same order', (kind, rules) => {
    const paper = loadForms(TEMPLATES).get(kind);
    if (paper?.shape !== 'form') throw new Error(`${kind} is no form`);
    const fields = paper.form.sections.flatMap(({ fields }) =>
      fields.flatMap((field) =>
        field.type === 'ticks'
          ? Object.keys(field.options ?? {}).map((option) => [`${field.name}.${option}`, field.label])
          : [[field.name, field.label]],
      ),
    );
    // A row of boxes is asked for as a whole: "Kewenangan (paling sedikit satu)".
    const asked = rules.map(({ name, label }) => [name, label.replace(/ \(paling sedikit satu\)$/, '')]);

    expect(fields.filter(([name]) => rules.some((rule) => rule.name === name))).toEqual(asked);
  });

  it.each([
    ['form-3.1', FORM_31],
    ['bast', BAST],
  ])('%s offers the choices that the reader knows', (kind, rules) => {
    const paper = loadForms(TEMPLATES).get(kind);
    if (paper?.shape !== 'form') throw new Error(`${kind} is no form`);
    const offered = Object.fromEntries(
      paper.form.sections.flatMap(({ fields }) => fields.map(({ name, options = {} }) => [name, Object.keys(options)])),
    );
    const known = rules.filter(({ options }) => options !== undefined);

    expect(known.map(({ name }) => offered[name])).toEqual(known.map(({ options }) => options));
  });
});

describe('a mistake in a description', () => {
  it.each([
    ['form-3.1.yaml', 'from: requester.nip', 'from: requester.nib', 'did you mean requester.nip?'],
    ['form-3.1.yaml', 'type: phone', 'type: fone', 'did you mean phone?'],
    ['form-3.1.yaml', 'locked: true', 'loked: true', 'did you mean "locked"?'],
    ['bast.yaml', '{ticket.serviceName}', '{ticket.servicename}', 'did you mean "ticket.serviceName"?'],
    ['bast.yaml', 'families: [jaringan]', 'families: [jaringa]', 'did you mean "jaringan"?'],
    ['bast.yaml', 'name: pihak1.nama', 'name: Pihak1.Nama', 'is no name of a field'],
    ['bast.yaml', 'name: pihak2.nama', 'name: pihak1.nama', 'field "pihak1.nama" stands here twice'],
    ['formulir-uat.yaml', 'version: "2026.1"', 'version: baru', 'is no version such as 2026.1'],
    ['daftar-akun.yaml', 'check: nip', 'check: nik', 'did you mean nip?'],
    ['daftar-akun.yaml', 'name: jabatan', 'name: nama', 'column "nama" stands here twice'],
    ['formulir-uat.yaml', 'kind: formulir-uat', 'kind: bast', 'kind "bast" is already that of'],
    ['formulir-uat.yaml', 'serves: [formulir-uat]', 'serves: [bast]', '"bast" is already served by'],
  ])('in %s, %s → %s, is told with its place', (file, from, to, words) => {
    const faults = faultsAfter(file, from, to);

    expect(faults.join('\n')).toContain(words);
    expect(faults.filter((line) => /^forms\/[\w.-]+\.yaml:\d+:\d+: /.test(line))).toEqual(faults);
    expect([0, 1].map((before) => `${file}:${lineOf(file, from) - before}:`)).toContain(placed(faults, file));
  });

  it('in the notation of YAML is told, too', () => {
    expect(faultsAfter('bast.yaml', 'version: "2026.1"', 'version: "2026.1')[0]).toMatch(/not readable as YAML/);
  });

  it('finds a misspelt key of the rules, and lets those of other offices be', () => {
    const keys = ['bast', 'form-3.1', 'formulir-uat'];

    expect(faultsAfter('bast.yaml', 'serves: [bast]', 'serves: [basd, kunci-kantor-lain]', keys)).toEqual([
      expect.stringMatching(
        /^forms\/bast\.yaml:\d+:\d+: "basd" is no key of requirements\.yaml; did you mean "bast"\?$/,
      ),
    ]);
  });

  it('refuses to start, with all of them', () => {
    faultsAfter('bast.yaml', 'locked: true', 'loked: true');
    faultsAfter('form-3.1.yaml', 'type: phone', 'type: fone');

    expect(() => loadForms(folder)).toThrow(/bast\.yaml[\s\S]*form-3\.1\.yaml/);
  });
});

describe('an office', () => {
  it('without papers of its own gives out none', () => {
    rmSync(join(folder, 'forms'), { recursive: true });

    expect(loadForms(folder).size).toBe(0);
  });
});
