/** Mails that ask nothing of a service desk, and mails that only let it know. */
import type { InboundMessage } from '../parse/message.ts';
import type { OwnText } from './own-text.ts';
import type { Reading } from './reading.ts';
import type { ReadWish } from './read-wish.ts';

/** Irrelevant words weigh this much before a mail is put aside without a doubt. */
const SURE_SCORE = 6;
const CERTAIN_SCORE = 9;
const LIKELY_SCORE = 5;
/** Likeness to irrelevant mails below which words alone do not count, and from which they are believed. */
const UNLIKE = Math.log(0.1);
const ALIKE = Math.log(0.4);
const ASKS_US =
  /(?:\b(?:yth|kepada|dear|halo|hi|untuk|tim|admin|min|rekan|@)\b|@)[^\n.]{0,40}\b(?:service ?desk|pusintek|help ?desk|meja layanan|sd)\b|\b(?:service ?desk|pusintek|meja layanan|sd)\b[^\n.]{0,25}\b(?:mohon|tolong|agar|supaya|please|bantu|untuk|bisa|proses|so that)/i;

export function isIrrelevant(message: InboundMessage, whole: ReadWish): Reading['irrelevant'] {
  if (message.calendarMethod !== null && whole.classification.strength === 0) {
    return { sure: true, evidence: `calendar ${message.calendarMethod}` };
  }
  const { scores } = whole.kind;
  const bulk = message.headers['list-unsubscribe'] !== undefined ? 2 : 0;
  const score = scores.irrelevant + bulk;
  const rival = Math.max(whole.classification.strength, scores.incident, scores.complaint, scores.status);
  const alike = whole.classification.kindLikeness('irrelevant');
  if (score < LIKELY_SCORE || (score <= rival && score < CERTAIN_SCORE) || alike < UNLIKE) return null;
  return {
    sure: alike >= ALIKE && (score >= CERTAIN_SCORE || (score >= SURE_SCORE && rival < 4)),
    evidence: 'words of advertisement, invitation or fraud',
  };
}

/** Our mailbox in Cc only, and nothing in the text turns to us. */
export function isOnlyCopied(message: InboundMessage, own: OwnText, ourAddresses: readonly string[]): boolean {
  const isOurs = ({ address }: { readonly address: string }): boolean => ourAddresses.includes(address);
  if (!message.cc.some(isOurs) || message.to.some(isOurs)) return false;
  return !ASKS_US.test(own.own.slice(0, 4000));
}
