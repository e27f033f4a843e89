/** The part of `loket check` that looks at files: register, rules, letters, and which addresses may not be the mailbox itself. */
import { existsSync, statSync } from 'node:fs';
import { inspectTemplates } from '../compose/templates.ts';
import { secretPath, type Config } from '../config.ts';
import { loadDirectory } from '../directory/load-directory.ts';
import { domainOf } from '../office.ts';
import { inspectEvidenceWords } from '../papers/make/evidence/words.ts';
import { inspectForms } from '../papers/make/load-forms.ts';
import { loadRulebook } from '../rulebook/load.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { BotError, describeError } from '../shared/errors.ts';
import { authorityFaults } from '../smime-authorities.ts';
import { revocationFaults } from '../smime-revocations.ts';
import type { EpochMs } from '../shared/time.ts';
import { meetsOf } from '../understand/never-met.ts';
import { readExample } from './read-example.ts';
import { fault, warning, type CheckLine } from './check-line.ts';

export interface CheckedDirectory {
  readonly lines: readonly CheckLine[];
  /** That somebody holds; null where the register does not say, or says it wrongly. */
  readonly ranks: readonly number[] | null;
}

export async function directoryFaults(csv: string): Promise<CheckedDirectory> {
  const unread = (line: CheckLine): CheckedDirectory => ({ lines: [line], ranks: null });
  if (!existsSync(csv))
    return unread(fault(`${csv}: there is no such file`, 'directory.csv names the register of people'));
  try {
    const { faults, ranks } = await loadDirectory(csv);
    const lines = faults.map(({ severity, place, text }): CheckLine => ({
      severity: severity === 'warning' ? 'warning' : 'error',
      place,
      message: text,
      suggestion: null,
    }));
    return { lines, ranks: lines.some(({ severity }) => severity === 'error') ? null : ranks };
  } catch (error) {
    return unread(fault(describeError(error)));
  }
}

export interface RulesToCheck {
  readonly rules: string;
  readonly mailbox: string;
  readonly ranks: readonly number[] | null;
  readonly year: number;
}

export function ruleFaults({ rules, mailbox, ranks, year }: RulesToCheck): {
  readonly rulebook: Rulebook | null;
  readonly lines: readonly CheckLine[];
} {
  const outcome = loadRulebook(rules, {
    mailboxDomain: domainOf(mailbox),
    classify: readExample,
    meets: meetsOf,
    neededYears: [year],
    ...(ranks !== null && { ranksHeld: ranks }),
  });
  if (outcome.kind === 'ok') {
    const lines = outcome.doubts.map(({ place, message, suggestion }) => warning(message, suggestion, place));
    return { rulebook: outcome.rulebook, lines };
  }
  const lines = outcome.faults.map(({ place, message, suggestion }) => fault(message, suggestion, place));
  return { rulebook: null, lines };
}

/** @param rulebook whose keys of requirements the papers may serve; null while it does not load */
export async function templateFaults(
  templates: string,
  cacheDir: string,
  rulebook: Rulebook | null = null,
): Promise<readonly CheckLine[]> {
  try {
    const { faults } = await inspectTemplates(templates, { cacheDir });
    const papers = [
      ...inspectForms(templates, Object.keys(rulebook?.requirementTexts ?? {})).faults,
      ...inspectEvidenceWords(templates).faults,
    ];
    return [
      ...faults.map(({ place, message }) => fault(message, null, place)),
      ...papers.map(({ place, message, suggestion }) => fault(message, suggestion, place)),
    ];
  } catch (error) {
    if (error instanceof BotError) return [fault(error.message)];
    throw error;
  }
}

/** Letters to an address that delivers into our own mailbox would come back to us, and nobody would read them. */
export function addressFaults(config: Config, rulebook: Rulebook): readonly CheckLine[] {
  const ours = new Set([config.mailbox.address, ...config.mailbox.aliases]);
  const isOurs = (address: string): boolean => ours.has(address.toLowerCase().replace(/\+[^@]*@/, '@'));
  const teams = rulebook.teams
    .filter((team) => isOurs(team.address))
    .map((team) =>
      fault(
        `team ${team.code}: ${team.address} delivers into the mailbox that Loket reads`,
        'give the team a mailbox of its own in teams.yaml',
      ),
    );
  const alarm = isOurs(config.alarm.mail)
    ? [
        fault(
          `alarm.mail: ${config.alarm.mail} delivers into the mailbox that Loket reads`,
          'name a person of the operation',
        ),
      ]
    : [];
  const reply = config.mailbox.reply_address ?? config.mailbox.address;
  const domains = config.organisation.domains;
  const stranger = domains.some((domain) => isWithin(domainOf(config.mailbox.address), domain))
    ? []
    : [warning(`mailbox.address: ${config.mailbox.address} is of none of organisation.domains`)];
  const answers = isOurs(reply)
    ? []
    : [fault(`mailbox.reply_address: ${reply} is not ours`, `write ${plusOf(config.mailbox.address)}`)];
  return [...teams, ...alarm, ...answers, ...stranger];
}

/** Files with secrets that every user of the machine may read. */
export function secretFaults(config: Config): readonly CheckLine[] {
  const references = [config.secret, config.mailbox.imap.password, config.smtp.password ?? ''];
  const files = references.filter((text) => text.startsWith('file:')).map((text) => secretPath(config, text));
  return [...new Set(files)]
    .filter((file) => existsSync(file) && (statSync(file).mode & OTHERS_READ) !== 0)
    .map((file) => warning(`${file} holds a secret and every user of this machine may read it`, `chmod 600 ${file}`));
}

/** Those whose S/MIME certificates are believed. @param now by the wall clock */
export function trustFaults(config: Config, now: EpochMs): readonly CheckLine[] {
  try {
    const lists = revocationFaults(config.authentication.smime.revocations, now).map(({ severity, text }) =>
      severity === 'error' ? fault(text, 'name files of revocation lists (CRL)') : warning(text, 'fetch a new one'),
    );
    const authorities = authorityFaults(config, now).map(({ severity, text }) =>
      severity === 'error' ? fault(text, 'name the certificates of issuers, not of people') : warning(text),
    );
    return [...authorities, ...lists];
  } catch (error) {
    return [fault(describeError(error))];
  }
}

const OTHERS_READ = 0o004;

function isWithin(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}

function plusOf(address: string): string {
  return address.replace('@', '+{token}@');
}
