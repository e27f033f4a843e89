/** The files of one rules folder, read and checked one by one; a file that has faults is null, so that the others are still checked. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { describeError } from '../shared/errors.ts';
import { checkShape, type Shaped } from '../shared/check-shape.ts';
import type { ByteCache } from '../shared/byte-cache.ts';
import type { RuleFault } from './fault.ts';
import { knownValues, type ReadFile } from './known-values.ts';
import { authenticationFile } from './authentication.ts';
import { continuationsFile } from './continuations.ts';
import { followUpFile } from './follow-up.ts';
import { partingFile } from './parting.ts';
import { wordingFile } from './wording.ts';
import { retentionFile } from './retention.ts';
import { replyClausesFile } from './reply-clauses.ts';
import { replyExamplesFile } from './reply-examples.ts';
import { suggestName } from '../shared/nearest.ts';
import {
  abbreviationsFile,
  articleHead,
  calendarFile,
  codesFile,
  conceptsFile,
  examplesFile,
  incidentsFile,
  kindsFile,
  officialsFile,
  organisationFile,
  repliesFile,
  settingsFile,
  teamsFile,
  type ArticleHead,
  type CodesFile,
  type ExamplesFile,
} from './schema.ts';
import { requirementsFile, serviceFile, type ServiceFile } from './service-schema.ts';

export const SINGLE_FILES = {
  organisation: organisationFile,
  teams: teamsFile,
  calendar: calendarFile,
  requirements: requirementsFile,
  kinds: kindsFile,
  incidents: incidentsFile,
  replies: repliesFile,
  'reply-examples': replyExamplesFile,
  'reply-clauses': replyClausesFile,
  abbreviations: abbreviationsFile,
  concepts: conceptsFile,
  parting: partingFile,
  continuations: continuationsFile,
  wording: wordingFile,
  settings: settingsFile,
  'follow-up': followUpFile,
  retention: retentionFile,
  authentication: authenticationFile,
  officials: officialsFile,
} as const;
/** Files that an office may do without. */
const OPTIONAL_FILES =
  'codes concepts parting continuations wording reply-examples reply-clauses follow-up retention authentication officials'
    .split(' ')
    .map((name) => `${name}.yaml`);
const SAME_AS = /^(?:#[^\n]*\n|\s*\n)*same_as:[ \t]*(\S+)\s*$/;
const ARTICLE = /^articles\/.+\.md$/;
const EXAMPLES = /^examples\/(.+)\.yaml$/;
/** ITSM.2 before ITSM.10. */
const BY_NUMBER = new Intl.Collator('en', { numeric: true });

type SingleName = keyof typeof SINGLE_FILES;

export type SingleFiles = { readonly [Name in SingleName]: Shaped<z.infer<(typeof SINGLE_FILES)[Name]>> | null };

export interface RuleSet extends SingleFiles {
  readonly services: readonly Shaped<ServiceFile>[];
  readonly codes: Shaped<CodesFile> | null;
  readonly articles: readonly WrittenArticle[];
  readonly examples: readonly ServiceExamples[];
  /** False where a service file is faulty: what others say of its variants cannot be judged. */
  readonly hasAllServices: boolean;
  /** Hash over all files, names included. */
  readonly version: string;
}

export interface ServiceExamples extends Shaped<ExamplesFile> {
  /** Code of the service, or `general`. */
  readonly about: string;
}

export interface WrittenArticle extends Shaped<ArticleHead> {
  readonly body: string;
}

/** Reads every rule file below `dir`; all faults of notation and shape, in the order of the files. */
export function readRuleSet(dir: string, cache?: ByteCache): { ruleSet: RuleSet; faults: readonly RuleFault[] } {
  const { files, faults: found } = readFiles(dir);
  const faults = [...found];
  const version = versionOf(files);
  const known = knownValues(cache, version);
  const { shape, article } = shapers({ dir, files, read: known.read }, faults);
  const singles = singlesIn(shape);
  const services = [...files.keys()]
    .filter((name) => name.startsWith('services/'))
    .map((name) => shape(name, serviceFile));
  const articles = [...files.keys()].filter((name) => ARTICLE.test(name)).map(article);
  const ruleSet: RuleSet = {
    ...singles,
    services: services.filter((service) => service !== null),
    hasAllServices: !services.includes(null),
    codes: shape('codes.yaml', codesFile),
    articles: articles.filter((one) => one !== null),
    examples: examplesIn([...files.keys()], shape),
    version,
  };
  known.keep();
  return { ruleSet, faults };
}

function singlesIn(shape: Shapers['shape']): SingleFiles {
  return {
    organisation: shape('organisation.yaml', SINGLE_FILES.organisation),
    teams: shape('teams.yaml', SINGLE_FILES.teams),
    calendar: shape('calendar.yaml', SINGLE_FILES.calendar),
    requirements: shape('requirements.yaml', SINGLE_FILES.requirements),
    kinds: shape('kinds.yaml', SINGLE_FILES.kinds),
    incidents: shape('incidents.yaml', SINGLE_FILES.incidents),
    replies: shape('replies.yaml', SINGLE_FILES.replies),
    'reply-examples': shape('reply-examples.yaml', SINGLE_FILES['reply-examples']),
    'reply-clauses': shape('reply-clauses.yaml', SINGLE_FILES['reply-clauses']),
    abbreviations: shape('abbreviations.yaml', SINGLE_FILES.abbreviations),
    concepts: shape('concepts.yaml', SINGLE_FILES.concepts),
    parting: shape('parting.yaml', SINGLE_FILES.parting),
    continuations: shape('continuations.yaml', SINGLE_FILES.continuations),
    wording: shape('wording.yaml', SINGLE_FILES.wording),
    settings: shape('settings.yaml', SINGLE_FILES.settings),
    'follow-up': shape('follow-up.yaml', SINGLE_FILES['follow-up']),
    retention: shape('retention.yaml', SINGLE_FILES.retention),
    authentication: shape('authentication.yaml', SINGLE_FILES.authentication),
    officials: shape('officials.yaml', SINGLE_FILES.officials),
  };
}

interface Shapers {
  /** Null where the file is missing or faulty. */
  shape<Value>(name: string, schema: z.ZodType<Value>): Shaped<Value> | null;
  article(name: string): WrittenArticle | null;
}

function examplesIn(names: readonly string[], shape: Shapers['shape']): readonly ServiceExamples[] {
  return names.flatMap((name) => {
    const about = EXAMPLES.exec(name)?.[1];
    const found = about === undefined ? null : shape(name, examplesFile);
    return about === undefined || found === null ? [] : [{ ...found, about }];
  });
}

interface RuleFiles {
  readonly dir: string;
  readonly files: ReadonlyMap<string, string>;
  readonly read: ReadFile;
}

/** @param faults what is found wrong is added here */
function shapers({ dir, files, read }: RuleFiles, faults: RuleFault[]): Shapers {
  const shaped = <Value>(name: string, text: string, schema: z.ZodType<Value>): Shaped<Value> | null => {
    const { source, faults: unreadable } = read(join(dir, name), text);
    faults.push(...unreadable);
    if (source.value === null) {
      if (unreadable.length === 0) faults.push(emptyFile(join(dir, name)));
      return null;
    }
    const result = checkShape(source, schema);
    faults.push(...result.faults);
    return result.shaped;
  };
  return {
    shape: (name, schema) => {
      const text = files.get(name);
      return text === undefined ? null : shaped(name, text, schema);
    },
    article: (name) => {
      const { head, body } = splitArticle(files.get(name) ?? '');
      if (head === '' && body.trim() !== '') {
        faults.push(headless(join(dir, name)));
        return null;
      }
      const found = shaped(name, head, articleHead);
      return found && { ...found, body };
    },
  };
}

/** Names below the folder, `/` between, with their text; sorted, so that the version does not depend on the disk. */
function readFiles(dir: string): { files: ReadonlyMap<string, string>; faults: readonly RuleFault[] } {
  const needed = Object.keys(SINGLE_FILES)
    .map((name) => `${name}.yaml`)
    .filter((name) => !OPTIONAL_FILES.includes(name));
  const expected = [...needed, ...OPTIONAL_FILES];
  try {
    const found = [
      ...namesIn(dir, ''),
      ...namesIn(dir, 'services'),
      ...namesIn(dir, 'articles'),
      ...namesIn(dir, 'examples'),
    ]
      .filter((name) => !isAside(dir, name))
      .sort(BY_NUMBER.compare);
    const rules = found.filter(
      (name) =>
        expected.includes(name) || ARTICLE.test(name) || EXAMPLES.test(name) || /^services\/.+\.yaml$/.test(name),
    );
    return {
      files: new Map(rules.map((name) => [name, readShared(join(dir, name))])),
      faults: [
        ...needed
          .filter((name) => !found.includes(name))
          .map((name) => ({ place: { file: join(dir, name) }, message: 'the file is missing', suggestion: null })),
        ...found.filter((name) => !rules.includes(name)).map((name) => strangeFile(dir, name, expected)),
      ],
    };
  } catch (error) {
    const message = `the rules folder is not readable: ${describeError(error)}`;
    return { files: new Map(), faults: [{ place: { file: dir }, message, suggestion: null }] };
  }
}

/** A file may say no more than `same_as: ../kinds.yaml`: then another set's file stands for it. */
function readShared(path: string): string {
  const text = readFileSync(path, 'utf8');
  const shared = SAME_AS.exec(text)?.[1];
  return shared === undefined ? text : readFileSync(join(dirname(path), shared), 'utf8');
}

function emptyFile(file: string): RuleFault {
  return { place: { file, line: 1, column: 1 }, message: 'the file says nothing', suggestion: null };
}

function headless(file: string): RuleFault {
  const message = 'the article has no head: its first line and the line below its keys are "---"';
  return { place: { file, line: 1, column: 1 }, message, suggestion: null };
}

function strangeFile(dir: string, name: string, expected: readonly string[]): RuleFault {
  return {
    place: { file: join(dir, name) },
    message: 'no rule file has this name',
    suggestion: suggestName(name, expected) ?? 'services stand in services/<code>.yaml',
  };
}

/** The front matter with its lines where they are in the file, and the text behind it. */
function splitArticle(text: string): { readonly head: string; readonly body: string } {
  const found = /^---\r?\n([\s\S]*?)\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!found) return { head: '', body: text };
  return { head: `#\n${found[1] ?? ''}`, body: text.slice(found[0].length).trim() };
}

function namesIn(dir: string, below: string): readonly string[] {
  if (below !== '' && !existsSync(join(dir, below))) return [];
  return readdirSync(join(dir, below)).map((name) => (below === '' ? name : `${below}/${name}`));
}

/** Notes for people, what editors leave behind, folders read below, the schemas, and another organisation's rules beside ours. */
function isAside(dir: string, name: string): boolean {
  if (['services', 'articles', 'examples', 'schema'].includes(name)) return true;
  if (/(^|\/)\.|~$|\.(bak|swp)$/.test(name) || (name.endsWith('.md') && !ARTICLE.test(name))) return true;
  return existsSync(join(dir, name, 'organisation.yaml'));
}

function versionOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}
