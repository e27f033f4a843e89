/**
 * Whose "saya" the mail's is: its sender's, or, where he only hands on another's words, that of whoever wrote them. A mail handed on asks
 * something for its writer; the name of whoever clicked "Forward" on a password to be reset would be the wrong person's.
 */
import { forwardedMail } from '../parse/forwarded.ts';
import { speaksOfHisOwn } from './facts/own-thing.ts';
import type { OwnText } from './own-text.ts';

export interface Speaker {
  /** Null where another speaks and the mail does not say who. */
  readonly name: string | null;
  readonly isSender: boolean;
}

const FIRST_PERSON = /(?<![\p{L}\d])(?:saya|sy|aku|gue|gw|abdi|urang|kulo|i|my|me)(?![\p{L}\d])|\p{L}{4}ku(?!\p{L})/iu;

/** @param sender his name, as the register has it where it knows him */
export function speakerOf(own: OwnText, text: string, sender: string | null): Speaker {
  const his: Speaker = { name: sender, isSender: true };
  if (!own.forwarded || speaksHimself(own)) return his;
  const from = forwardedMail(text)?.from ?? namedIn(text);
  if (from === null || from.name === '') return { name: null, isSender: false };
  return isSame(from.name, sender) ? his : { name: from.name, isSender: false };
}

/** "Kata sandi sementara kirim ke saya" above "saya lupa sandi": a thing of one's own tells more than a mere "saya". */
function speaksHimself({ body, history }: OwnText): boolean {
  if (speaksOfHisOwn(body)) return true;
  if (speaksOfHisOwn(history)) return false;
  return FIRST_PERSON.test(body) || !FIRST_PERSON.test(history);
}

/** A block of too few fields ("From: Laras Winarti" and a date) names its writer all the same. */
function namedIn(text: string): { readonly name: string } | null {
  const name = /^[>\s]*\*?(?:dari|from)\s?:\*?\s*(\p{Lu}[\p{L}.' ]{2,60})/imu.exec(text)?.[1]?.trim();
  return name === undefined ? null : { name };
}

function isSame(name: string, sender: string | null): boolean {
  return name.toLowerCase() === (sender ?? '').toLowerCase();
}
