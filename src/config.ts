/**
 * The configuration file, checked at the edge; the only reader of `process.env`. Every fault is reported at once, with its place.
 * Secrets never stand in the file: `env:NAME` or `file:PATH` stands in place of a value and is resolved when used.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { authenticationSettings } from './config-authentication.ts';
import { duration } from './config-duration.ts';
import { papersSettings } from './config-papers.ts';
import { DEFAULT_LIMITS, type MailLimits } from './parse/limits.ts';
import { BotError, describeError } from './shared/errors.ts';
import { checkShape } from './shared/check-shape.ts';
import { formatFault } from './shared/file-fault.ts';
import { readSource } from './shared/source-file.ts';

/** The folder that holds package.json: shipped rules and templates lie there. */
export const PACKAGE_ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const port = z.number().int().min(1).max(65_535);
const address = z
  .string()
  .regex(/^[^@\s<>"]+@[^@\s<>"]+$/, 'is no mail address: write servicedesk@kemenkeu.go.id')
  .transform((text) => text.toLowerCase());
const zone = z.string().refine(isZone, 'is no time zone: write Asia/Jakarta');
// Refined, not matched: a fault of a pattern shows the value, and this one may be the secret itself.
const secret = z
  .string()
  .refine(
    (text) => /^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$/.test(text),
    'is no reference to a secret: write env:NAME or file:PATH, secrets do not stand in this file',
  );

const ConfigFile = z.strictObject({
  organisation: z.strictObject({
    name: z.string().min(1),
    domains: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9.-]+$/i, 'is no domain: write kemenkeu.go.id')
          .transform((text) => text.toLowerCase()),
      )
      .min(1),
    timezone: zone.default('Asia/Jakarta'),
  }),
  mailbox: z.strictObject({
    address,
    /** Display name of our letters; default: the desk's name in the rules. */
    name: z.string().optional(),
    imap: z.strictObject({
      host: z.string().min(1),
      port,
      secure: z.boolean().default(true),
      user: z.string().min(1),
      password: secret,
    }),
    poll: duration.prefault('30s'),
    reply_address: z
      .string()
      .regex(
        /^[^@\s]+\{token\}[^@\s]*@[^@\s]+$/,
        'is no address with {token} in it: write servicedesk+{token}@kemenkeu.go.id',
      )
      .optional(),
    folder: z.string().default('INBOX'),
    done_folder: z.string().default('Loket/Selesai'),
    held_folder: z.string().default('Loket/Ditahan'),
    /** Further addresses that deliver into this mailbox. */
    aliases: z.array(address).default([]),
  }),
  smtp: z.strictObject({
    host: z.string().min(1),
    port,
    secure: z.boolean().default(false),
    user: z.string().optional(),
    password: secret.optional(),
    connections: z.number().int().min(1).max(50).default(5),
  }),
  database: z
    .string()
    .regex(/^(sqlite:|postgres(ql)?:\/\/)/, 'is no database: write sqlite:PATH or postgres://user@host/db')
    .default('sqlite:./data/loket.db'),
  /** Where raw mails, the secret and compiled templates lie. */
  data: z.string().default('./data'),
  directory: z.strictObject({ csv: z.string().min(1) }),
  rules: z.string().optional(),
  /** After a start, when the first mails have been answered: the examples of the rules in force are tried in a process of its own. */
  rules_tried_after: duration.default(600_000),
  templates: z.string().optional(),
  authentication: authenticationSettings,
  alarm: z
    .strictObject({
      mail: z
        .string()
        .regex(/^$|^[^@\s<>"]+@[^@\s<>"]+$/, 'is no mail address')
        .transform((text) => text.toLowerCase())
        .default(''),
      webhook: z
        .string()
        .regex(/^$|^https?:\/\/\S+$/, 'is no web address: write https://…')
        .default(''),
    })
    .prefault({}),
  http: z
    .strictObject({ host: z.string().default('127.0.0.1'), port: z.number().int().min(0).max(65_535).default(9464) })
    .prefault({}),
  /** Key of tokens and pseudonyms; a file is made at the first start when it is missing. */
  secret: secret.default('file:./data/secret'),
  log: z.strictObject({ level: z.enum(['debug', 'info', 'warn', 'error']).default('info') }).prefault({}),
  papers: papersSettings,
  readers: z.number().int().min(1).max(16).default(1),
  limits: z
    .strictObject({
      max_message_bytes: z.number().int().positive(),
      max_parse_ms: z.number().int().positive(),
      max_parse_memory_bytes: z.number().int().positive(),
    })
    .partial()
    .prefault({}),
});

export interface Config extends Omit<z.output<typeof ConfigFile>, 'rules' | 'templates' | 'limits'> {
  readonly file: string;
  readonly rules: string;
  readonly templates: string;
  readonly limits: MailLimits;
  /** Path of the test clock's file, or null. */
  readonly testClock: string | null;
  /** systemd's NOTIFY_SOCKET, or null. */
  readonly notifySocket: string | null;
  /** systemd's WATCHDOG_USEC (microseconds), or null. */
  readonly watchdogUsec: number | null;
}

/** @throws {BotError} E_CONFIG naming every fault with file:line:column */
export function loadConfig(file: string, env: NodeJS.ProcessEnv = process.env): Config {
  if (!existsSync(file)) {
    throw new BotError(
      'E_CONFIG',
      `${file}: there is no such file; copy fixtures/loket.yaml and edit it, or name one with --config FILE`,
    );
  }
  const raw = readConfigFile(file);
  const base = dirname(resolve(file));
  const config: Config = {
    ...raw,
    file,
    data: resolve(base, raw.data),
    database: raw.database.startsWith('sqlite:')
      ? `sqlite:${resolve(base, raw.database.slice('sqlite:'.length))}`
      : raw.database,
    directory: { csv: inputPath(base, raw.directory.csv) },
    rules: raw.rules ? inputPath(base, raw.rules) : resolve(PACKAGE_ROOT, 'rules'),
    templates: raw.templates ? inputPath(base, raw.templates) : resolve(PACKAGE_ROOT, 'templates'),
    papers: { ...raw.papers, roots: raw.papers.roots && inputPath(base, raw.papers.roots) },
    authentication: withAuthorities(raw.authentication, base),
    limits: limitsOf(raw.limits),
    testClock: env['LOKET_TEST_CLOCK'] || null,
    notifySocket: env['NOTIFY_SOCKET'] || null,
    watchdogUsec: Number(env['WATCHDOG_USEC']) || null,
  };
  refuseTestClockAgainstRealServers(config);
  return config;
}

export interface OtherFiles {
  readonly rules: string;
  readonly templates: string;
  readonly csv: string | null;
  readonly mailbox: string;
}

/** Where the other files lie, as far as a faulty configuration tells, so that `loket check` can look at them all the same. */
export function otherFiles(file: string): OtherFiles | null {
  if (!existsSync(file)) return null;
  const told = readSource(file, readText(file)).source.value;
  const base = dirname(resolve(file));
  const csv = textAt(told, ['directory', 'csv']);
  const rules = textAt(told, ['rules']);
  const templates = textAt(told, ['templates']);
  return {
    rules: rules === null ? resolve(PACKAGE_ROOT, 'rules') : inputPath(base, rules),
    templates: templates === null ? resolve(PACKAGE_ROOT, 'templates') : inputPath(base, templates),
    csv: csv === null ? null : inputPath(base, csv),
    mailbox: textAt(told, ['mailbox', 'address']) ?? '',
  };
}

function textAt(value: unknown, path: readonly string[]): string | null {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' && value !== '' ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  return textAt(Object.entries(value).find(([key]) => key === step)?.[1], rest);
}

/** @throws {BotError} E_CONFIG */
function readConfigFile(file: string): z.output<typeof ConfigFile> {
  const { source, faults } = readSource(file, readText(file));
  const checked = faults.length > 0 ? { shaped: null, faults } : checkShape(source, ConfigFile);
  if (checked.shaped !== null) return checked.shaped.value;
  const inOrder = [...checked.faults].sort((one, other) => (one.place.line ?? 0) - (other.place.line ?? 0));
  throw new BotError('E_CONFIG', inOrder.map(formatFault).join('\n'));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BotError('E_CONFIG', `${file} cannot be read: ${describeError(error)}`, { cause: error });
  }
}

/** Resolves `env:NAME` and `file:PATH` (relative to the configuration). @throws {BotError} E_CONFIG */
export function resolveSecret(
  config: Pick<Config, 'file'>,
  reference: string,
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (reference.startsWith('env:')) {
    const value = env[reference.slice(4)] ?? '';
    if (value === '') {
      const unset = `environment variable ${reference.slice(4)} is not set; set it or write file:PATH`;
      throw new BotError('E_CONFIG', `${config.file}: ${unset}`);
    }
    return value;
  }
  const path = secretPath(config, reference);
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new BotError('E_CONFIG', `${config.file}: secret file ${path} cannot be read: ${describeError(error)}`, {
      cause: error,
    });
  }
}

/** Where a `file:` secret lies. */
export function secretPath(config: Pick<Config, 'file'>, reference: string): string {
  return resolve(dirname(resolve(config.file)), reference.slice('file:'.length));
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Relative to the configuration file; where nothing lies there, to the working directory. */
function inputPath(base: string, path: string): string {
  const beside = resolve(base, path);
  const here = resolve(path);
  return !existsSync(beside) && existsSync(here) ? here : beside;
}

function withAuthorities(raw: Config['authentication'], base: string): Config['authentication'] {
  const { authorities, revocations } = raw.smime;
  const paths = {
    authorities: authorities && inputPath(base, authorities),
    revocations: revocations.map((path) => inputPath(base, path)),
  };
  return { ...raw, smime: { ...raw.smime, ...paths } };
}

function limitsOf(raw: z.output<typeof ConfigFile>['limits']): MailLimits {
  return {
    ...DEFAULT_LIMITS,
    maxMessageBytes: raw.max_message_bytes ?? DEFAULT_LIMITS.maxMessageBytes,
    maxParseMs: raw.max_parse_ms ?? DEFAULT_LIMITS.maxParseMs,
    maxParseMemoryBytes: raw.max_parse_memory_bytes ?? DEFAULT_LIMITS.maxParseMemoryBytes,
  };
}

function refuseTestClockAgainstRealServers(config: Config): void {
  if (config.testClock === null) return;
  if (isLoopback(config.mailbox.imap.host) && isLoopback(config.smtp.host)) return;
  throw new BotError(
    'E_CONFIG',
    `${config.file}: LOKET_TEST_CLOCK is refused unless mailbox.imap.host and smtp.host are on loopback`,
  );
}

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
