/** Indonesian or English, by the little words that no mail does without. */
import type { Words } from './words/normalise.ts';
import { noted } from './words/spelling.ts';
import type { Language } from './reading.ts';

const ENGLISH = new Set(
  'the and is are for of to please we our you your with this that have has can could would be from not it in on my i'.split(
    ' ',
  ),
);
const INDONESIAN = new Set(
  'yang dan di ke dari untuk mohon kami saya dengan ini itu tidak bisa akan pada adalah atas nama terima kasih sudah belum ada dapat agar tolong bapak ibu minta apakah'.split(
    ' ',
  ),
);
const MAX_WORDS = 300;

/** 1 for a word of English, -1 for one of Indonesian, 0 for others and for those of both. */
const leaning = noted(({ form }) => Number(ENGLISH.has(form)) - Number(INDONESIAN.has(form)));

export function languageOf({ words }: Words): Language {
  let balance = 0;
  for (let at = 0; at < Math.min(words.length, MAX_WORDS); at += 1) {
    const word = words[at];
    if (word) balance += leaning(word);
  }
  return balance > 1 ? 'en' : 'id';
}
