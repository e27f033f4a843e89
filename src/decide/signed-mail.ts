/**
 * What an S/MIME signature is worth here and now. It covers neither subject nor recipients nor time of sending, unless a header is signed
 * with it: so it counts only soon after it was made, not before the letter that it answers, never twice, and only where the words cannot
 * have been meant for somebody else. It raises a grade and never lowers one, but for a copy of a signature that came before.
 */
import type { InboundMessage, MailSignature } from '../parse/message.ts';
import type { MailId } from '../shared/ids.ts';
import { DAY, MINUTE, type EpochMs } from '../shared/time.ts';
import type { BoundLetter, SignatureFinding, Situation } from './situation.ts';

type Proven = Extract<MailSignature, { readonly kind: 'proven' }>;

export interface SignatureSight {
  /** The first mail with this very signature, where it is another one. */
  readonly seenIn: MailId | null;
  /** The letter of ours that the mail answers, its token verified. */
  readonly letter: BoundLetter | null;
}

const USUAL_WINDOW_MS = 3 * DAY;
/** By which the clock of a person's machine may be wrong. */
const SKEW_MS = 5 * MINUTE;

/** The situation with the grade that the signature gives; unchanged where there is none. */
export function withSignature(it: Situation, sight: SignatureSight): Situation {
  const { message } = it;
  if (!message?.smime) return it;
  if (message.smime.kind === 'unproven') return found(it, message, { counts: false, why: message.smime.why });
  if (sight.seenIn !== null) return found(it, replayed(message), { counts: false, why: SEEN });
  const why = whyNot(it, message.smime, sight.letter);
  if (why !== null) return found(it, message, { counts: false, why });
  const isRaised = message.grade === 'absent';
  const evidence = `S/MIME: ${message.smime.why}`;
  const raised: InboundMessage = isRaised ? { ...message, grade: 'aligned', gradeEvidence: evidence } : message;
  return found(it, raised, { counts: true, why: message.smime.why });
}

const SEEN = 'this very signature came with another mail before';

function found(it: Situation, message: InboundMessage, signature: SignatureFinding): Situation {
  const isTold = signature.counts || message.grade !== 'absent';
  const evidence = `${message.gradeEvidence}; S/MIME proves nothing: ${signature.why}`;
  return { ...it, message: isTold ? message : { ...message, gradeEvidence: evidence }, signature };
}

/** Nobody honest sends one twice; the desk sees it. What our own servers vouch for stays as sure as it was. */
function replayed(message: InboundMessage): InboundMessage {
  return message.grade === 'absent' ? { ...message, grade: 'failed', gradeEvidence: `S/MIME: ${SEEN}` } : message;
}

function whyNot(it: Situation, { signedAt, covers }: Proven, letter: BoundLetter | null): string | null {
  const { receivedAt } = it.mail;
  const window = it.office.signedWithin ?? USUAL_WINDOW_MS;
  if (signedAt > receivedAt + SKEW_MS) return 'it claims to be made after the mail came';
  if (signedAt < receivedAt - window) return 'it was made too long before the mail came';
  if (letter?.madeAt !== undefined && signedAt < letter.madeAt - SKEW_MS) {
    return 'it was made before the letter that the mail answers';
  }
  return covers === 'header' || isMeantForUs(it, letter) ? null : 'its words may have been meant for somebody else';
}

/** The answer to a letter of ours that only its reader has, or a request of its own, which binds nobody else. */
function isMeantForUs({ sender, binding, desk, evidence }: Situation, letter: BoundLetter | null): boolean {
  if (letter !== null) return letter.person === sender?.id;
  return binding === null && desk === undefined && evidence === undefined;
}

/** Time of the oldest copy that could still count: what came before need not be remembered. */
export function signaturesNeededSince(now: EpochMs): EpochMs {
  return now - LONGEST_MEMORY_MS;
}

/** Twice the longest window that a configuration may name. */
const LONGEST_MEMORY_MS = 60 * DAY;
