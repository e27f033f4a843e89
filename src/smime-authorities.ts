/** The certificates that people's S/MIME certificates may lead to, as the configuration names them: a file, or all files of a folder. */
import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { BotError } from './shared/errors.ts';
import type { EpochMs } from './shared/time.ts';

const PEM_FILE = /\.(?:pem|crt|cer)$/i;
const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
const LEAST_RSA_BITS = 2048;

type Configured = Pick<Config, 'file' | 'authentication'>;

/** PEM of one certificate each; none where the configuration names nothing. @throws {BotError} E_CONFIG */
export function readAuthorities(config: Configured): readonly string[] {
  return certificatesOf(config).map((one) => one.toString());
}

export interface AuthorityFault {
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

/** What is wrong with those that can be read. @throws {BotError} E_CONFIG */
export function authorityFaults(config: Configured, now: EpochMs): readonly AuthorityFault[] {
  return certificatesOf(config).flatMap((one) => faultsOf(one, now));
}

function faultsOf(certificate: X509Certificate, now: EpochMs): readonly AuthorityFault[] {
  const name = `authentication.smime.authorities: "${nameOf(certificate)}"`;
  if (!certificate.ca) {
    return [{ severity: 'error', text: `${name} is no certificate of an authority: nobody's leads to it` }];
  }
  const { asymmetricKeyType: kind, asymmetricKeyDetails: key } = certificate.publicKey;
  const isWeak = kind?.startsWith('rsa') === true && (key?.modulusLength ?? 0) < LEAST_RSA_BITS;
  const isValid = now >= certificate.validFromDate.getTime() && now <= certificate.validToDate.getTime();
  return [
    ...(isWeak ? [`${name} has a key weaker than RSA of ${LEAST_RSA_BITS} bits`] : []),
    ...(isValid ? [] : [`${name} is not valid today`]),
  ].map((text) => ({ severity: 'warning', text }));
}

/** The common name, else all there is, in one line. */
function nameOf({ subject }: X509Certificate): string {
  return /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ');
}

function certificatesOf({ file, authentication }: Configured): readonly X509Certificate[] {
  const { authorities } = authentication.smime;
  if (authorities === '') return [];
  const fault = (what: string, cause?: unknown): BotError =>
    new BotError('E_CONFIG', `${file}: authentication.smime.authorities: ${what}`, { cause });
  return filesOf(authorities, fault).flatMap((path) => {
    const found = orFault(() => readFileSync(path, 'utf8').match(PEM) ?? [], fault, `${path} cannot be read`);
    if (found.length === 0) throw fault(`${path} holds no certificate in PEM`);
    return orFault(() => found.map((pem) => new X509Certificate(pem)), fault, `${path} holds a broken certificate`);
  });
}

type Fault = (what: string, cause?: unknown) => BotError;

function filesOf(path: string, fault: Fault): readonly string[] {
  const names = orFault(
    () => (statSync(path).isDirectory() ? readdirSync(path) : null),
    fault,
    `${path} cannot be read`,
  );
  if (names === null) return [path];
  const certificates = names.filter((name) => PEM_FILE.test(name)).toSorted();
  if (certificates.length === 0) throw fault(`${path} holds no file that ends in .pem, .crt or .cer`);
  return certificates.map((name) => join(path, name));
}

function orFault<Value>(work: () => Value, fault: Fault, what: string): Value {
  try {
    return work();
  } catch (error) {
    throw fault(what, error);
  }
}
