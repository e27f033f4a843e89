/** What the desk saw and the rules did not, as a line for whoever tends the rules. */
import { oneLine } from '../letters/own-words.ts';
import { TEXT, type TicketView } from '../ticket-view.ts';

/** Of the requester's text; longer lines teach no more. */
const MOST_SENTENCES = 2;
const MOST_CHARACTERS = 200;
const LEAST_SENTENCE = 12;
/** A summary of fewer words is a heading, also where the text repeats it. */
const LEAST_WORDS = 4;
const CIVILITY =
  /^\W*(?:yth|kepada|dear|hall?o|hai|hi|selamat|ass?alam\w*|dengan hormat|terima ?kasih|makasih|atas perhatian\w*|demikian|hormat|salam|regards|thanks?)\b/i;

/** @param was what it had been taken for; null where nobody knew */
export function exampleRow(
  view: Pick<TicketView, 'summary' | 'ownText'>,
  { variant, was }: { readonly variant: string; readonly was: string | null },
): { readonly name: string; readonly text: string } {
  return { name: TEXT.example, text: JSON.stringify({ text: wordsOf(view), variant, was }) };
}

/** A subject alone often says little: where the summary is no more than that, the text follows. */
function wordsOf({ summary, ownText }: Pick<TicketView, 'summary' | 'ownText'>): string {
  const isSentence = plain(ownText).includes(plain(summary).replace(/…$/, ''));
  if (isSentence && summary.split(/\s+/).length >= LEAST_WORDS) return oneLine(summary, MOST_CHARACTERS);
  const sentences = ownText
    .split('\n')
    .filter((line) => !CIVILITY.test(line))
    .flatMap((line) => line.trim().split(/(?<=[.!?])\s+/))
    .filter((sentence) => sentence.length >= LEAST_SENTENCE && !CIVILITY.test(sentence))
    .slice(0, MOST_SENTENCES)
    .join(' ');
  return oneLine([summary, sentences].filter((part) => part !== '').join('. '), MOST_CHARACTERS);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
