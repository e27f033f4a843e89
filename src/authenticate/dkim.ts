/**
 * The deployment's own look at DKIM signatures (RFC 6376), for mail that comes without results of a server it believes. It promises to
 * name only domains that have signed all of the body, the From and the subject, with a key that DNS has today; it never calls a mail
 * forged, since lists and gateways break signatures of honest people.
 */
import { Resolver } from 'node:dns/promises';
import type { Readable } from 'node:stream';
import { dkimVerify } from 'mailauth';

export interface DnsSettings {
  /** `address` or `address:port` each; empty: those of the machine. */
  readonly nameservers: readonly string[];
  /** For one question to one server. */
  readonly timeoutMs: number;
}

/** RFC 8301: shorter keys are not believed. */
const LEAST_KEY_BITS = 1024;
/** What a signature has to cover to say anything about who wrote what. */
const COVERED = ['from', 'subject'];
/** RFC 5322 allows one. */
const FROM_FIELDS = 1;

/** Domains with a valid signature over the whole mail, lower-case; none where From stands twice. */
export async function signingDomains(raw: Readable, dns: DnsSettings): Promise<readonly string[]> {
  const { results, headers } = await dkimVerify(raw, {
    resolver: resolverOf(dns),
    minBitLength: LEAST_KEY_BITS,
    rejectRsaSha1: true,
    strict: true,
  });
  const fields = headers?.parsed.filter(({ key }) => key === 'from').length ?? 0;
  if (fields !== FROM_FIELDS) return [];
  const valid = results.filter(
    ({ status, signingHeaders, canonBodyLengthLimited }) =>
      status.result === 'pass' &&
      // A length lets anybody add text below (RFC 6376 §8.2).
      canonBodyLengthLimited !== true &&
      COVERED.every((field) => covers(signingHeaders?.keys, field)),
  );
  return [...new Set(valid.flatMap(({ signingDomain }) => signingDomain?.toLowerCase() ?? []))];
}

/** @param signed names as the signature lists them: `From: To: Subject` */
function covers(signed: string | undefined, field: string): boolean {
  return (signed ?? '')
    .toLowerCase()
    .split(/[\s:]+/)
    .includes(field);
}

function resolverOf({ nameservers, timeoutMs }: DnsSettings): (name: string, type: string) => Promise<string[][]> {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  if (nameservers.length > 0) resolver.setServers(nameservers);
  return (name, type) =>
    type === 'TXT' ? resolver.resolveTxt(name) : Promise.reject(new Error(`no ${type} record is asked for`));
}
