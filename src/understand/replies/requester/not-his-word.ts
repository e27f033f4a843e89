/**
 * A "done" that is no confirmation: somebody else's word on it ("Pak Rudi bilang sudah bisa"), or that he has received what he is to try
 * ("Sandinya sudah saya ambil"). Words: `told-…` and `receipt-…` of `rules/replies.yaml`.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { Words } from '../../words/normalise.ts';
import { toWords } from '../../words/normalise.ts';
import { SELF } from '../words.ts';
import { answer, unclear, type RequesterAnswer, type Said } from './requester-answer.ts';

/** Words between him who is told of and the word for telling ("Pak Rudi dari Bagian Umum tadi bilang"). */
const MOST_BETWEEN = 5;
const CLAUSE = /[.,;!\n]+|\s(?:dan|serta|tapi|tetapi|namun|and|but)\s/iu;
/** "di loket 3", "tadi jam 9": where and when says nothing of what. */
const WHERE_AND_WHEN =
  /(?<!\p{L})(?:di|dari|oleh|lewat|via|melalui|pada|sejak|jam|pukul|tgl|tanggal|from|at|by|through)\s+(?:pak |bu |bapak |ibu |mas |mbak )?[\p{L}\d.:]+(?:\s+\d+)?/giu;

/** @param isWell whether these words alone say that all is well */
export function inHisWord(it: Said, read: RequesterAnswer, isWell: (part: string) => boolean): RequesterAnswer {
  if (read.intent !== 'confirm') return read;
  const clauses = it.text.split(CLAUSE).filter((clause) => /[\p{L}\d]/u.test(clause));
  const own = clauses.filter((clause) => !isTold(clause, it.rulebook));
  if (own.length < clauses.length && !isWell(own.join('. ')))
    return unclear('anothers-word', "another person's word on the result is told");
  if (clauses.some((clause) => asksToTry(clause, it.rulebook)))
    return unclear('anothers-word', 'asks somebody to try, as whoever did the work does');
  return isReceiptAlone(clauses, it) ? answer('thanks', 0.8, 'received, not tried') : read;
}

function asksToTry(clause: string, { replies, abbreviations }: Rulebook): boolean {
  const line = ` ${formsOf(toWords(clause, abbreviations)).join(' ')} `;
  return (replies['told-try'] ?? []).some((phrase) => line.includes(` ${phrase} `));
}

function isTold(clause: string, rulebook: Rulebook): boolean {
  const { replies, abbreviations } = rulebook;
  const forms = formsOf(toWords(clause, abbreviations));
  const line = ` ${forms.join(' ')} `;
  const never = new Set([...SELF, ...(replies['told-not'] ?? [])]);
  if ((replies['told-opening'] ?? []).some((phrase) => opens(line, phrase, never))) return true;
  const verbs = new Set(replies['told-verbs']);
  const people = new Set(replies['told-people']);
  const titles = new Set(replies['told-titles']);
  return forms.some((form, at) => {
    const isTitle = titles.has(form);
    if (!isTitle && !people.has(form)) return false;
    const behind = forms.slice(at + 1, at + 2 + MOST_BETWEEN);
    const verb = behind.findIndex((word) => verbs.has(word));
    if (verb < 0) return false;
    // "Staf saya lapor" tells of his staff; "Pak, saya lapor" of himself.
    return !behind.slice(isTitle ? 0 : 1, verb).some((word) => SELF.has(word));
  });
}

/** "Menurut saya" and "kata sandi" tell of nobody. */
function opens(line: string, phrase: string, never: ReadonlySet<string>): boolean {
  const at = line.indexOf(` ${phrase} `);
  return at >= 0 && !never.has(line.slice(at + phrase.length + 2).split(' ')[0] ?? '');
}

function isReceiptAlone(clauses: readonly string[], { rulebook }: Said): boolean {
  const { replies, abbreviations } = rulebook;
  const deeds = new Set(replies['receipt-deeds']);
  const things = new Set(replies['receipt-things']);
  const beside = new Set([...(replies['receipt-beside'] ?? []), ...SELF]);
  let received = false;
  for (const clause of clauses) {
    const forms = formsOf(toWords(clause.replace(WHERE_AND_WHEN, ' '), abbreviations));
    const rest = withoutThanks(forms, rulebook).filter((form) => !beside.has(form) && !/^\d/.test(form));
    const what = rest.filter((form) => !deeds.has(form));
    if (what.length < rest.length && what.every((form) => things.has(form))) received = true;
    else if (rest.length > 0) return false;
  }
  return received;
}

/** "Terima kasih" is no "terima". */
function withoutThanks(forms: readonly string[], { replies }: Rulebook): readonly string[] {
  const line = ` ${forms.join('  ')} `;
  const rest = (replies['thanks'] ?? []).reduce(
    (left, phrase) => left.replaceAll(` ${phrase.replaceAll(' ', '  ')} `, ' '),
    line,
  );
  return rest.split(' ').filter((form) => form !== '');
}

function formsOf({ words }: Words): readonly string[] {
  return words.map(({ form }) => form);
}
