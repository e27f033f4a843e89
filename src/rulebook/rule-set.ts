/** The files of one rules folder, read and checked one by one; a file that has faults is null, so that the others are still checked. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { describeError } from '../shared/errors.ts';
import { checkShape, type Shaped } from './check-shape.ts';
import type { RuleFault } from './fault.ts';
import { suggestName } from './nearest.ts';
import {
  abbreviationsFile,
  calendarFile,
  conceptsFile,
  incidentsFile,
  kindsFile,
  organisationFile,
  repliesFile,
  sentencesFile,
  settingsFile,
  teamsFile,
} from './schema.ts';
import { requirementsFile, serviceFile, type ServiceFile } from './service-schema.ts';
import { readSource } from './source-file.ts';

const SINGLE_FILES = {
  organisation: organisationFile,
  teams: teamsFile,
  calendar: calendarFile,
  requirements: requirementsFile,
  kinds: kindsFile,
  incidents: incidentsFile,
  replies: repliesFile,
  abbreviations: abbreviationsFile,
  concepts: conceptsFile,
  sentences: sentencesFile,
  settings: settingsFile,
} as const;
/** Without these the rules are complete. */
const OPTIONAL = new Set(['concepts.yaml', 'sentences.yaml']);
/** ITSM.2 before ITSM.10. */
const BY_NUMBER = new Intl.Collator('en', { numeric: true });

type SingleName = keyof typeof SINGLE_FILES;

export type SingleFiles = { readonly [Name in SingleName]: Shaped<z.infer<(typeof SINGLE_FILES)[Name]>> | null };

export interface RuleSet extends SingleFiles {
  readonly services: readonly Shaped<ServiceFile>[];
  /** Hash over all files, names included. */
  readonly version: string;
}

/** Reads every rule file below `dir`; all faults of notation and shape, in the order of the files. */
export function readRuleSet(dir: string): { ruleSet: RuleSet; faults: readonly RuleFault[] } {
  const faults: RuleFault[] = [];
  const collect = <Result extends { readonly faults: readonly RuleFault[] }>(result: Result): Result => {
    faults.push(...result.faults);
    return result;
  };
  const files = collect(readFiles(dir)).files;
  const shape = <Value>(name: string, schema: z.ZodType<Value>): Shaped<Value> | null => {
    const text = files.get(name);
    if (text === undefined) return null;
    const { source } = collect(readSource(join(dir, name), text));
    return source.value === null ? null : collect(checkShape(source, schema)).shaped;
  };
  const services = [...files.keys()].filter((name) => name.startsWith('services/'));
  const ruleSet: RuleSet = {
    organisation: shape('organisation.yaml', SINGLE_FILES.organisation),
    teams: shape('teams.yaml', SINGLE_FILES.teams),
    calendar: shape('calendar.yaml', SINGLE_FILES.calendar),
    requirements: shape('requirements.yaml', SINGLE_FILES.requirements),
    kinds: shape('kinds.yaml', SINGLE_FILES.kinds),
    incidents: shape('incidents.yaml', SINGLE_FILES.incidents),
    replies: shape('replies.yaml', SINGLE_FILES.replies),
    abbreviations: shape('abbreviations.yaml', SINGLE_FILES.abbreviations),
    concepts: shape('concepts.yaml', SINGLE_FILES.concepts),
    sentences: shape('sentences.yaml', SINGLE_FILES.sentences),
    settings: shape('settings.yaml', SINGLE_FILES.settings),
    services: services.map((name) => shape(name, serviceFile)).filter((service) => service !== null),
    version: versionOf(files),
  };
  return { ruleSet, faults };
}

/** Names below the folder, `/` between, with their text; sorted, so that the version does not depend on the disk. */
function readFiles(dir: string): { files: ReadonlyMap<string, string>; faults: readonly RuleFault[] } {
  const expected = Object.keys(SINGLE_FILES).map((name) => `${name}.yaml`);
  try {
    const names = [...namesIn(dir, ''), ...(namesIn(dir, '').includes('services') ? namesIn(dir, 'services') : [])];
    const found = names.filter((name) => name !== 'services' && !isAside(name)).sort(BY_NUMBER.compare);
    const rules = found.filter((name) => expected.includes(name) || /^services\/.+\.yaml$/.test(name));
    return {
      files: new Map(rules.map((name) => [name, readFileSync(join(dir, name), 'utf8')])),
      faults: [
        ...expected
          .filter((name) => !found.includes(name) && !OPTIONAL.has(name))
          .map((name) => ({ place: { file: join(dir, name) }, message: 'the file is missing', suggestion: null })),
        ...found
          .filter((name) => !rules.includes(name))
          .map((name) => ({
            place: { file: join(dir, name) },
            message: 'no rule file has this name',
            suggestion: suggestName(name, expected) ?? 'services stand in services/<code>.yaml',
          })),
      ],
    };
  } catch (error) {
    const message = `the rules folder is not readable: ${describeError(error)}`;
    return { files: new Map(), faults: [{ place: { file: dir }, message, suggestion: null }] };
  }
}

function namesIn(dir: string, below: string): readonly string[] {
  return readdirSync(join(dir, below)).map((name) => (below === '' ? name : `${below}/${name}`));
}

/** Notes for people, and what editors leave behind. */
function isAside(name: string): boolean {
  return /(^|\/)\.|\.md$|~$|\.(bak|swp)$/.test(name);
}

function versionOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}
