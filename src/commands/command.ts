/** What every command has: where to print, which configuration, how it ended. */
import type { Config } from '../config.ts';

export interface Output {
  out(text: string): void;
  err(text: string): void;
}

export interface CommandContext extends Output {
  /** Loads the configuration named by `--config`. @throws {BotError} E_CONFIG */
  config(): Config;
  /** As given by `--config`. */
  readonly configFile: string;
  readonly json: boolean;
}

/** 0 success, 1 the work itself failed, 2 wrong usage or a configuration that does not load. */
export type ExitCode = 0 | 1 | 2;
