/** The demonstration's own folder: nobody else's files are cleared away, and two demonstrations at once have one each. */
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { lockFolder, type FolderLock } from '../record/lock.ts';
import { BotError } from '../shared/errors.ts';

export interface DemoFolder {
  readonly path: string;
  readonly lock: FolderLock;
}

const DEFAULT_NAME = 'loket-demo';
/** By it a later demonstration knows that it may clear the folder. */
const MARK = '.loket-demo';
const CLEARED = ['data', 'letters', 'loket.log', 'loket.yaml'];
const MOST_AT_ONCE = 20;

/**
 * @param wanted null takes `loket-demo` here (in the system's temporary folder where nothing can be written here), or the next one
 * that no other demonstration uses
 * @throws {BotError} E_USAGE for a folder of somebody else, E_CONFIG for one in use
 */
export function openDemoFolder(wanted: string | null): DemoFolder {
  if (wanted !== null) return claim(resolve(wanted));
  const base = isWritable(process.cwd()) ? process.cwd() : tmpdir();
  for (let number = 1; ; number += 1) {
    try {
      return claim(join(base, number === 1 ? DEFAULT_NAME : `${DEFAULT_NAME}-${number}`));
    } catch (error) {
      if (!(error instanceof BotError) || number >= MOST_AT_ONCE) throw error;
    }
  }
}

function claim(path: string): DemoFolder {
  if (!existsSync(join(path, MARK)) && CLEARED.some((name) => existsSync(join(path, name)))) {
    throw new BotError('E_USAGE', `${path} holds files that are not the demonstration's; name another with --folder`);
  }
  mkdirSync(path, { recursive: true });
  const lock = lockFolder(path);
  for (const name of CLEARED) rmSync(join(path, name), { recursive: true, force: true });
  writeFileSync(join(path, MARK), '');
  return { path, lock };
}

function isWritable(folder: string): boolean {
  try {
    // A folder that is there already may be written although its parent may not.
    const made = join(folder, DEFAULT_NAME);
    accessSync(existsSync(made) ? made : dirname(made), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
