/**
 * observe: what the daemon shows of itself: JSON lines, figures for Prometheus, health for whoever watches. Promises: ids, codes
 * and counts only; a field that looks like a secret or a text never reaches a line, whoever logs it.
 */
import { pino, type DestinationStream } from 'pino';
import type { Log, LogFields } from '../shared/log.ts';
import type { Clock } from '../shared/time.ts';
import { gatheredLines } from './gathered-lines.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface LogOptions {
  readonly level: LogLevel;
  readonly clock: Clock;
  /** Standard error by default, so that standard output stays the commands' own. */
  readonly destination?: DestinationStream;
}

export function makeLog({ level, clock, destination }: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date(clock.now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination ?? gatheredLines(2),
  );
  return {
    debug: (fields, message) => logger.debug(withoutSecrets(fields), message),
    info: (fields, message) => logger.info(withoutSecrets(fields), message),
    warn: (fields, message) => logger.warn(withoutSecrets(fields), message),
    error: (fields, message) => logger.error(withoutSecrets(fields), message),
  };
}

const SECRET_NAME = /pass|secret|token|credential|authori[sz]ation|cookie|private|apikey|nip$/i;
const TEXT_NAME = /^(?:body|html|text|subject|content|note|name|address|from|to|cc)$/i;
const USER_INFO = /(\/\/)[^\s/@]{1,200}@/g;
const ADDRESS = /[^\s<>,;:"'()[\]]{1,64}@[^\s<>,;:"'()[\]]{1,255}/g;
const MAX_FIELD_CHARS = 500;

function withoutSecrets(fields: LogFields): LogFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cleaned(name, value)]));
}

function cleaned(name: string, value: LogFields[string]): LogFields[string] {
  if (SECRET_NAME.test(name) || TEXT_NAME.test(name))
    return typeof value === 'string' && value !== '' ? '[hidden]' : value;
  if (typeof value !== 'string') return value;
  return value.slice(0, MAX_FIELD_CHARS).replace(USER_INFO, '$1[hidden]@').replace(ADDRESS, '[address]');
}
