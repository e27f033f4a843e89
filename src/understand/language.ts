/** Indonesian or English, by the little words that no mail does without. */
import type { Words } from './words/normalise.ts';
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

export function languageOf(words: Words): Language {
  let balance = 0;
  for (const { form } of words.words.slice(0, MAX_WORDS)) {
    if (ENGLISH.has(form)) balance += 1;
    if (INDONESIAN.has(form)) balance -= 1;
  }
  return balance > 1 ? 'en' : 'id';
}
