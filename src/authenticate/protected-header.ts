/**
 * Header fields that were signed with the text: within the signed part (RFC 9788, `hp="clear"`; `protected-headers="v1"` before it), or as
 * a whole mail in it (RFC 8551 §3.1). They then stand in place of those outside, which anybody on the way may have written.
 */
import { tidyAddress } from '../parse/addresses.ts';
import { readParameters, type HeaderFields } from '../parse/header-fields.ts';
import { joinMail, pickFields, readEntity, type Entity } from './mime-entity.ts';

/** What people and their programs write; all else comes from the servers on the way. */
const AUTHORED: ReadonlySet<string> = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
]);
const MOST_HEADER_BYTES = 64 * 1024;

export interface Signing {
  /** The header outside. */
  readonly outside: Entity;
  readonly content: Entity;
  /** Of the certificate. */
  readonly addresses: readonly string[];
}

export type Protection =
  | { readonly kind: 'none' }
  /** They name another sender than the header outside or the certificate. */
  | { readonly kind: 'other-sender' }
  | { readonly kind: 'protected'; readonly mail: Buffer; readonly recipients: readonly string[] };

export function protectionOf(it: Signing): Protection {
  const { value, params } = readParameters(it.content.fields.first('content-type'));
  if (params.get('hp') === 'clear' || params.get('protected-headers') === 'v1') {
    return isFromSigner(it.content.fields, it) ? withFieldsOf(it.content, it) : { kind: 'other-sender' };
  }
  const whole = value === 'message/rfc822' ? readEntity(it.content.body, MOST_HEADER_BYTES) : null;
  // A mail that somebody passes on as a file is another's, or an old one.
  if (whole === null || !isFromSigner(whole.fields, it) || !isSameMail(whole.fields, it.outside.fields)) {
    return { kind: 'none' };
  }
  return withFieldsOf(whole, it);
}

function withFieldsOf(source: Entity, { outside }: Signing): Protection {
  const kept = pickFields(outside.head, (name) => !AUTHORED.has(name) && !name.startsWith('content-'));
  const signed = pickFields(source.head, (name) => AUTHORED.has(name) || name.startsWith('content-'));
  return {
    kind: 'protected',
    mail: joinMail(kept + signed, source.body),
    recipients: ['to', 'cc'].flatMap((name) => source.fields.all(name)).flatMap(addressesIn),
  };
}

function isFromSigner(fields: HeaderFields, { outside, addresses }: Signing): boolean {
  const inside = soleSender(fields);
  return inside !== null && addresses.includes(inside) && soleSender(outside.fields) === inside;
}

function soleSender(fields: HeaderFields): string | null {
  const [from, ...more] = fields.all('from');
  return from === undefined || more.length > 0 ? null : tidyAddress(from);
}

function isSameMail(inside: HeaderFields, outside: HeaderFields): boolean {
  const id = inside.first('message-id');
  return id !== '' && id === outside.first('message-id');
}

function addressesIn(field: string): readonly string[] {
  const bare = field.slice(0, MOST_HEADER_BYTES).replace(/"[^"]*"/g, ' ');
  return (bare.match(/[^\s<>,;:()]{1,64}@[^\s<>,;:()]{1,255}/g) ?? []).map((address) => address.toLowerCase());
}
