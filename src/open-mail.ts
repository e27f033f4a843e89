/** The way of a kept mail into the parser: what is signed with S/MIME is opened first. Runs in the isolated process. */
import { parseMail, type ParsedMail, type ParseOptions, type ParsePolicy } from './parse/parse-message.ts';
import { isSevenBit } from './parse/seven-bit.ts';

export interface OpenOptions extends ParseOptions {
  /** Signatures are left alone: opening them may be what has killed a process. Default: no. */
  readonly asItStands?: boolean;
}

/** Stands in every mail that is signed so; most mail is told by one search for it, without loading the library. */
const MARK = 'pkcs7-';

export async function openMail(raw: Buffer, policy: ParsePolicy, options: OpenOptions): Promise<ParsedMail> {
  const { asItStands = false, ...how } = options;
  const isLeft = asItStands || how.cut || raw.length > policy.limits.maxMessageBytes || !raw.includes(MARK);
  if (isLeft) return parseMail(raw, policy, how);
  const { openSigned, signatureOn } = await import('./authenticate/smime.ts');
  const { limits, ownAddresses, authentication } = policy;
  const { authorities = [], revocations = [] } = authentication;
  const lists = revocations.length === 0 ? [] : (await import('./smime-revocations.ts')).revocationsIn(revocations);
  const trust = { authorities, revocations: lists && { lists, now: new Date() } };
  const opened = await openSigned(raw, { limits, ownAddresses, ...trust });
  const parsed = await parseMail(opened.bytes, policy, how);
  const signed = { ...parsed, message: { ...parsed.message, ...signatureOn(parsed.message, opened.verdict) } };
  return opened.bytes === raw ? signed : asKept(signed, raw);
}

/** What is said of the kept bytes holds for those, not for the opened ones. */
function asKept({ message, files }: ParsedMail, raw: Buffer): ParsedMail {
  return {
    message: { ...message, sizeBytes: raw.length },
    files: files.map((file) => ({ ...file, encoded: null })),
    isSevenBit: isSevenBit(raw),
  };
}
