/**
 * Signed mail on its way to the parser (RFC 8551). Where a signature proves something, what is handed on is the signed part and nothing
 * else, so that no word counts which is not signed; where it proves nothing, the mail is read as it stands. A block that is signed as a
 * whole is opened either way. Mail is hostile: nothing here throws, and what comes out is parsed with all its limits.
 */
import type { Revocations } from '../cms/revocation.ts';
import { parseSignedData } from '../cms/signed-data.ts';
import { readParameters } from '../parse/header-fields.ts';
import type { MailLimits } from '../parse/limits.ts';
import type { InboundMessage, MailSignature } from '../parse/message.ts';
import { scanStructure, type Structure } from '../parse/structure.ts';
import { joinMail, pickFields, readEntity, type Entity } from './mime-entity.ts';
import { isOpaqueType, openParts, readBlock, type Block } from './opaque.ts';
import { protectionOf } from './protected-header.ts';
import { isSignedInTheClear, signedParts } from './signed-parts.ts';
import { judgeSigner, unproven, type Unproven, type Verdict } from './signer.ts';

export interface SmimePolicy {
  readonly limits: Pick<MailLimits, 'maxHeaderBytes' | 'maxParts' | 'maxDepth'>;
  readonly ownAddresses: readonly string[];
  /** Certificates in PEM. */
  readonly authorities: readonly string[];
  /** Lists of those taken back; null where they cannot be read. */
  readonly revocations: Revocations | null;
}

export interface OpenedMail {
  /** What is to be parsed. */
  readonly bytes: Buffer;
  readonly verdict: (Exclude<Verdict, Unproven> & { readonly covers: 'text' | 'header' }) | Unproven | null;
}

export async function openSigned(raw: Buffer, policy: SmimePolicy): Promise<OpenedMail> {
  const structure = scanStructure(raw, policy.limits);
  const asItStands: OpenedMail = { bytes: raw, verdict: null };
  const outside = readEntity(raw.subarray(structure.headStart), policy.limits.maxHeaderBytes);
  if (structure.over.length > 0 || outside === null) return asItStands;
  if (isSignedInTheClear(outside.fields)) return openClear(raw, outside, policy);
  const block = blockOf(outside);
  if (block !== null) return openBlock(outside, block, policy);
  return besideOthers(raw, structure) ?? asItStands;
}

/** Judging takes several times its size of memory; what is larger is read, and proves nothing. */
const MOST_JUDGED_BYTES = 20 * 1024 * 1024;
const TOO_LARGE = unproven('it is too large to be judged');

/** What the signature says of this very message; absent where there is none. */
export function signatureOn(
  { from, problems }: Pick<InboundMessage, 'from' | 'problems'>,
  verdict: OpenedMail['verdict'],
): { readonly smime?: MailSignature } {
  if (verdict === null) return {};
  if (verdict.kind === 'unproven') return { smime: verdict };
  if (from === null || problems.includes('several-from')) return { smime: unproven('From names nobody alone') };
  if (!verdict.addresses.includes(from.address)) {
    return { smime: unproven('its certificate is of another address than From') };
  }
  const { signedAt, fingerprint, covers } = verdict;
  return { smime: { kind: 'proven', why: `signed by ${from.address}`, signedAt, fingerprint, covers } };
}

async function openClear(raw: Buffer, outside: Entity, policy: SmimePolicy): Promise<OpenedMail> {
  if (outside.body.length > MOST_JUDGED_BYTES) return { bytes: raw, verdict: TOO_LARGE };
  const parts = signedParts(outside.fields, outside.body);
  if (parts === null) return { bytes: raw, verdict: unproven('it has not just a signed part and its signature') };
  const cms = parseSignedData(parts.signature);
  if (cms === null) return { bytes: raw, verdict: unproven('it is damaged') };
  const verdict = await judgeSigner(cms, parts.content, policy);
  return verdict.kind === 'unproven'
    ? { bytes: raw, verdict }
    : onlySigned(outside, parts.content, { verdict, policy });
}

async function openBlock(outside: Entity, { cms, content }: Block, policy: SmimePolicy): Promise<OpenedMail> {
  const isSmall = content.length <= MOST_JUDGED_BYTES;
  const verdict = isSmall ? await judgeSigner(cms, null, policy) : TOO_LARGE;
  return onlySigned(outside, content, { verdict, policy });
}

function blockOf({ fields, body }: Entity): Block | null {
  const { value } = readParameters(fields.first('content-type'));
  return isOpaqueType(value) ? readBlock(body, fields.first('content-transfer-encoding')) : null;
}

interface Judged {
  readonly verdict: Verdict;
  readonly policy: SmimePolicy;
}

/** Of the part's own header no more than says how it is to be read: anybody may have written the rest. */
function onlySigned(outside: Entity, signed: Buffer, { verdict, policy }: Judged): OpenedMail {
  const content = readEntity(signed, policy.limits.maxHeaderBytes);
  const kept = pickFields(outside.head, (name) => !name.startsWith('content-'));
  if (content === null) {
    return { bytes: joinMail(kept, Buffer.alloc(0)), verdict: unproven('the header of its signed part is too long') };
  }
  const described = pickFields(content.head, (name) => name.startsWith('content-'));
  const bytes = joinMail(kept + described, content.body);
  if (verdict.kind === 'unproven') return { bytes, verdict };
  const protection = protectionOf({ outside, content, addresses: verdict.addresses });
  if (protection.kind === 'other-sender') return { bytes, verdict: unproven('the signed From is another one') };
  if (protection.kind === 'none') return { bytes, verdict: { ...verdict, covers: 'text' } };
  const isToUs = protection.recipients.some((address) => policy.ownAddresses.includes(withoutDetail(address)));
  return { bytes: protection.mail, verdict: { ...verdict, covers: isToUs ? 'header' : 'text' } };
}

/** As a mailing list leaves it, with a line of its own below: read, but nobody's word. */
function besideOthers(raw: Buffer, structure: Structure): OpenedMail | null {
  const types = structure.leaves.map(({ type }) => type);
  const opened = types.some(isOpaqueType) ? openParts(raw, structure) : null;
  if (opened === null && !types.some((type) => /^application\/(?:x-)?pkcs7-signature$/.test(type))) return null;
  return { bytes: opened ?? raw, verdict: unproven('something stands beside its signed part') };
}

function withoutDetail(address: string): string {
  return address.replace(/\+[^@]*@/, '@');
}
