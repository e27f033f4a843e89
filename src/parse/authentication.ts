/**
 * How sure the deployment is that From is who it says: from the Authentication-Results (RFC 8601) of its own servers and a mark
 * that only they can set. Results that anybody else wrote into the mail are not believed and not kept.
 */
import { domainOf } from './addresses.ts';
import { splitOutsideQuotes, type HeaderFields } from './header-fields.ts';
import type { Address, SenderGrade } from './message.ts';

export interface AuthenticationPolicy {
  readonly authservIds: readonly string[];
  readonly internal: { readonly header: string; readonly value: string } | null;
  /** Certificates (PEM) of those whose S/MIME certificates are believed; none where absent. */
  readonly authorities?: readonly string[];
  /** Files of their revocation lists; none where absent. */
  readonly revocations?: readonly string[];
}

export interface Grade {
  readonly grade: SenderGrade;
  readonly evidence: string;
}

interface Result {
  readonly method: string;
  readonly value: string;
  /** `header.d`, `smtp.mailfrom` and the like, lower-case. */
  readonly properties: ReadonlyMap<string, string>;
}

export function gradeSender(fields: HeaderFields, from: Address | null, policy: AuthenticationPolicy): Grade {
  const mark = policy.internal;
  const marks = mark ? fields.all(mark.header.toLowerCase()) : [];
  if (mark && marks.length > 0 && marks.every((value) => value.trim().toLowerCase() === mark.value.toLowerCase())) {
    return { grade: 'internal', evidence: `${mark.header}: ${mark.value}` };
  }
  if (!from) return { grade: 'absent', evidence: 'no From address' };
  return gradeResults(newest(believed(fields, policy.authservIds)), domainOf(from.address));
}

/** The Authentication-Results of the servers named in the configuration. */
export function believedResults(fields: HeaderFields, authservIds: readonly string[]): readonly string[] {
  return believed(fields, authservIds).map(({ value }) => value);
}

interface Believed {
  readonly server: string;
  readonly value: string;
}

/**
 * Servers write on top of what has come. Below what one of ours has said, behind the next line of transport, stands what came with the
 * mail: our name in it is somebody else's writing.
 */
function believed(fields: HeaderFields, authservIds: readonly string[]): readonly Believed[] {
  const ours = new Set(authservIds.map((id) => id.toLowerCase()));
  const found: Believed[] = [];
  const ended = new Set<string>();
  for (const { name, value } of fields.list) {
    if (name === 'received') for (const { server, value: said } of found) if (METHODS.test(said)) ended.add(server);
    const server = name === 'authentication-results' ? authservIdOf(value) : '';
    if (ours.has(server) && !ended.has(server)) found.push({ server, value });
  }
  return found;
}

const METHODS = /\b(?:dmarc|dkim|spf)\s*=/i;

/** What a server has said of a method on top, nothing of its name below makes better. */
function newest(all: readonly Believed[]): Result[] {
  const settled = new Set<string>();
  return all.flatMap(({ server, value }) => {
    const results = readResults(value).filter(
      (result) => result.value !== 'pass' || !settled.has(`${server} ${result.method}`),
    );
    for (const { method } of results) settled.add(`${server} ${method}`);
    return results;
  });
}

function authservIdOf(value: string): string {
  const first = splitOutsideQuotes(withoutComments(value), ';')[0] ?? '';
  return (first.trim().split(/\s/, 1)[0] ?? '').toLowerCase();
}

function gradeResults(results: readonly Result[], domain: string): Grade {
  const find = (method: string, value: string): Result | undefined =>
    results.find((result) => result.method === method && result.value === value);
  const dmarcFail = find('dmarc', 'fail');
  if (dmarcFail) return { grade: 'failed', evidence: describe(dmarcFail) };
  const dmarc = find('dmarc', 'pass');
  if (dmarc && alignedWith(dmarc.properties.get('header.from') ?? domain, domain))
    return { grade: 'aligned', evidence: describe(dmarc) };
  const passed = results.find((result) => result.value === 'pass' && alignedWith(identifiedDomain(result), domain));
  if (passed) return { grade: 'aligned', evidence: describe(passed) };
  const spfFail = find('spf', 'fail');
  if (spfFail) return { grade: 'failed', evidence: describe(spfFail) };
  return {
    grade: 'absent',
    evidence: results.length > 0 ? results.map(describe).join(', ').slice(0, 300) : 'no results of our servers',
  };
}

/** Which domain a DKIM or SPF result speaks for; empty for other methods. */
function identifiedDomain({ method, properties }: Result): string {
  if (method === 'dkim') return properties.get('header.d') ?? domainOf(properties.get('header.i') ?? '');
  return method === 'spf' ? domainOf(properties.get('smtp.mailfrom') ?? properties.get('smtp.helo') ?? '') : '';
}

/** Relaxed alignment (RFC 7489 §3.1), one side being a parent of the other; a domain of a single label has no children. */
export function alignedWith(identified: string, domain: string): boolean {
  const one = identified.toLowerCase().replace(/^@/, '');
  const other = domain.toLowerCase();
  if (one === '' || other === '') return false;
  if (one === other) return true;
  const isChild = (child: string, parent: string): boolean => organisational(parent) && child.endsWith(`.${parent}`);
  return isChild(one, other) || isChild(other, one);
}

/** At least as long as `kemenkeu.go.id`: under `go.id`, `ac.id` and the like every office has a name of its own. */
function organisational(domain: string): boolean {
  const labels = domain.split('.');
  const second = labels.at(-2) ?? '';
  return labels.length > (second.length <= 3 ? 2 : 1);
}

function readResults(value: string): Result[] {
  return splitOutsideQuotes(withoutComments(value), ';')
    .slice(1, 60)
    .map(readResult)
    .filter((result) => result !== null);
}

function readResult(text: string): Result | null {
  const tokens = text
    .trim()
    .replace(/\s*=\s*/g, '=')
    .split(/\s+/);
  const [method = '', value = ''] = (tokens[0] ?? '').toLowerCase().split('=');
  if (!method || !value) return null;
  const properties = new Map<string, string>();
  for (const token of tokens.slice(1)) {
    const equals = token.indexOf('=');
    const name = token.slice(0, equals).toLowerCase();
    if (equals > 0 && !properties.has(name))
      properties.set(
        name,
        token
          .slice(equals + 1)
          .replaceAll('"', '')
          .toLowerCase(),
      );
  }
  return { method: method.split('/')[0] ?? '', value, properties };
}

function describe({ method, value, properties }: Result): string {
  const about = properties.get('header.from') ?? properties.get('header.d') ?? properties.get('smtp.mailfrom');
  return about ? `${method}=${value} (${about})` : `${method}=${value}`;
}

/** Comments in brackets may nest; the text of a quoted string is no comment. */
function withoutComments(value: string): string {
  let depth = 0;
  let quoted = false;
  let kept = '';
  for (const character of value.slice(0, 10_000)) {
    if (character === '"' && depth === 0) quoted = !quoted;
    if (character === '(' && !quoted) depth += 1;
    if (depth === 0) kept += character;
    if (character === ')' && !quoted && depth > 0) depth -= 1;
  }
  return kept;
}
