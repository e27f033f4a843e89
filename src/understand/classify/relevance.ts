/** Mails that ask nothing of a service desk, and mails that only let it know. */
import { CERTAIN } from './kind.ts';
import type { InboundMessage } from '../../parse/message.ts';
import type { OwnText } from '../own-text.ts';
import type { Reading } from '../reading.ts';
import { ofWording } from '../words/wording.ts';
import type { ReadWish, UnderstandContext } from '../read-wish.ts';

/** Shares from which a mail may be irrelevant, and is so without a doubt. */
const LIKELY = 0.5;
const SURE = 0.65;
/** How far the mark of a mailing list moves a share of a half. */
const BULK = 0.2;
const asksUs = ofWording(({ any }) => {
  const us = any('desk_names');
  return new RegExp(
    String.raw`(?:\b(?:yth|kepada|dear|halo|hi|untuk|tim|admin|min|rekan|@)\b|@)[^\n.]{0,40}\b${us}\b|\b${us}\b[^\n.]{0,25}\b(?:mohon|tolong|agar|supaya|please|bantu|untuk|bisa|proses|so that)`,
    'i',
  );
});

export function isIrrelevant(message: InboundMessage, whole: ReadWish): Reading['irrelevant'] {
  if (message.calendarMethod !== null && whole.classification.strength === 0) {
    return { sure: true, evidence: `calendar ${message.calendarMethod}` };
  }
  const { irrelevance } = whole.kind;
  const share =
    message.headers['list-unsubscribe'] === undefined ? irrelevance : irrelevance + BULK * (1 - irrelevance);
  if (share < LIKELY || isBareCover(message, whole)) return null;
  // Without a word of advertisement or invitation only what is like nothing else: who is passed over hears nothing.
  const least = whole.said.variant === null && whole.kind.scores.irrelevant > 0 ? SURE : CERTAIN;
  return { sure: share >= least, evidence: 'words of advertisement, invitation or fraud' };
}

/** "Formulir terlampir.": what is sent says what it is for. */
function isBareCover({ attachments, text }: InboundMessage, { kind }: ReadWish): boolean {
  return attachments.length > 0 && kind.scores.irrelevant === 0 && text.trim().split(/\s+/).length <= COVER_WORDS;
}

const COVER_WORDS = 6;

/** Words above a forwarded mail that only hand it on; what is asked beside them makes it a wish. */
interface HandedOn {
  readonly files: RegExp;
  readonly informs: RegExp;
  readonly passed: RegExp;
  readonly asks: RegExp;
}

const handedOnOf = ofWording(({ any }): HandedOn => ({
  files: whole(any('for_files'), 'giu'),
  informs: whole(any('for_information'), 'giu'),
  passed: whole(any('handed_on'), 'giu'),
  asks: whole(any('asks_now'), 'iu'),
}));

function whole(words: string, flags: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})${words}(?!\p{L})`, flags);
}

/** More is written by who wants something. */
const MOST_HANDED_ON = 40;
/** Words beside those that hand it on. */
const MOST_BESIDE = 6;

/** `files`: nothing is asked; `informs`: nothing is said to be asked, which may be meant all the same. Null for any other mail. */
export function handedOn(
  { forwarded, body }: OwnText,
  rulebook: UnderstandContext['rulebook'],
): 'files' | 'informs' | null {
  if (!forwarded || body.includes('?') || body.split(/\s+/).length > MOST_HANDED_ON) return null;
  const { files, informs, passed, asks } = handedOnOf(rulebook);
  const unfiled = body.replace(files, ' ');
  const rest = unfiled.replace(informs, ' ');
  if (rest === body || asks.test(rest.replace(passed, ' '))) return null;
  const beside = rest.match(/\p{L}+/gu) ?? [];
  // "Sudah selesai ditandatangani Pak Kabid": what is told besides may be why it is handed on.
  const isAll = beside.length <= MOST_BESIDE && !beside.some((word) => /^(?:di|me)\p{L}{5,}/iu.test(word));
  return unfiled !== body && isAll ? 'files' : 'informs';
}

/** Our mailbox in Cc only, and nothing in the text turns to us. */
export function isOnlyCopied(
  message: InboundMessage,
  own: OwnText,
  { ourAddresses, rulebook }: Pick<UnderstandContext, 'ourAddresses' | 'rulebook'>,
): boolean {
  const isOurs = ({ address }: { readonly address: string }): boolean => ourAddresses.includes(address);
  if (!message.cc.some(isOurs) || message.to.some(isOurs)) return false;
  return !asksUs(rulebook).test(own.own.slice(0, 4000));
}
