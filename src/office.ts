/** Puts together what decisions know of the office: rules, people, the installation's secret, its own addresses. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { resolveSecret, secretPath, type Config } from './config.ts';
import type { Office } from './decide/office.ts';
import { loadDirectory } from './directory/load-directory.ts';
import { throwFaults } from './rulebook/fault.ts';
import type { Classify } from './rulebook/check-examples.ts';
import type { ParsePolicy } from './parse/parse-message.ts';
import { byteCacheIn } from './byte-cache.ts';
import { loadRulebook } from './rulebook/load.ts';
import { BotError, formatPlace } from './shared/errors.ts';
import { fieldLabelsOf, paperKeysOf } from './papers-out.ts';
import { makeKeyring } from './shared/keyring.ts';
import { readAuthorities } from './smime-authorities.ts';
import { keepLearntIn } from './understand/classify/lexicon.ts';

const SECRET_BYTES = 32;

export interface Asked {
  /**
   * In which the rules must know the days off and whose register must hold the ranks they ask; without it neither is asked, so that a
   * daemon starts also in a January whose calendar nobody has written yet.
   */
  readonly year?: number;
  /** Tries the examples of the rules, which takes seconds; without it they are believed. */
  readonly classify?: Classify;
}

/**
 * @throws {BotError} E_RULE_FILE, E_DIRECTORY or E_TEMPLATE naming every fault
 */
export async function loadOffice(config: Config, secret: string, asked: Asked = {}): Promise<Office> {
  const { year, classify } = asked;
  const cache = byteCacheIn(join(config.data, 'learnt'));
  const { directory, faults, ranks } = await loadDirectory(config.directory.csv);
  const rules = loadRulebook(config.rules, {
    mailboxDomain: domainOf(config.mailbox.address),
    cache,
    // What is learnt to try the examples is kept as well.
    ...(classify && {
      classify: (text, rulebook) => {
        keepLearntIn(cache, rulebook);
        return classify(text, rulebook);
      },
    }),
    ...(year !== undefined && { neededYears: [year], ...(faults.length === 0 && { ranksHeld: ranks }) }),
  });
  if (rules.kind === 'faulty') throwFaults(rules.faults);
  keepLearntIn(cache, rules.rulebook);
  const fatal = faults.filter((fault) => fault.severity === 'fatal');
  if (fatal.length > 0)
    throw new BotError('E_DIRECTORY', fatal.map((fault) => `${formatPlace(fault.place)}: ${fault.text}`).join('\n'));
  return {
    rulebook: rules.rulebook,
    directory,
    keyring: makeKeyring(secret),
    zone: config.organisation.timezone,
    mailbox: { address: config.mailbox.address, name: config.mailbox.name ?? rules.rulebook.organisation.deskName },
    ownAddresses: [config.mailbox.address, ...config.mailbox.aliases],
    domains: config.organisation.domains,
    paperKeys: paperKeysOf(config.templates),
    fieldLabels: fieldLabelsOf(config.templates),
    whenAbsent: config.authentication.when_absent,
    signedWithin: config.authentication.smime.signed_within,
  };
}

/** The installation's secret; a `file:` that is missing is made, readable by its owner only. @throws {BotError} E_CONFIG */
export function installationSecret(config: Config): string {
  if (config.secret.startsWith('file:')) {
    const path = secretPath(config, config.secret);
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${randomBytes(SECRET_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    }
  }
  return resolveSecret(config, config.secret);
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** What the reading processes need to know of the office. */
export function readingPolicy(config: Config): ParsePolicy {
  return {
    limits: config.limits,
    ownAddresses: [config.mailbox.address, ...config.mailbox.aliases],
    authentication: {
      authservIds: config.authentication.authserv_ids,
      internal: config.authentication.internal ?? null,
      authorities: readAuthorities(config),
      revocations: config.authentication.smime.revocations,
    },
    papers: { roots: rootsOf(config), ocr: config.papers.ocr === 'auto', templates: config.templates },
  };
}

/** @throws {BotError} E_CONFIG */
function rootsOf({ file, papers }: Config): readonly string[] {
  if (papers.roots === '') return [];
  try {
    const pem = readFileSync(papers.roots, 'utf8');
    if (pem.includes('-----BEGIN CERTIFICATE-----')) return [pem];
  } catch (error) {
    throw new BotError('E_CONFIG', `${file}: papers.roots: ${papers.roots} cannot be read`, { cause: error });
  }
  throw new BotError('E_CONFIG', `${file}: papers.roots: ${papers.roots} holds no certificate in PEM`);
}
