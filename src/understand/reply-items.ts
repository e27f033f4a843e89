/**
 * Answers by number to a letter that lists several requests ("1 setuju, 2 tolak karena …", "setuju semua kecuali 3"), or by ticket number
 * where one mail speaks of several. Each part is read as an answer of its own; what cannot be parted plainly is no answer by number at all.
 */
import type { ItemAnswer } from './reply-reading.ts';

/** How one part is read: the same reading as of a whole answer. */
export type ReadPart = (text: string) => {
  readonly intent: string;
  readonly strength: 'strong' | 'weak' | null;
};

const LONGEST = 2_000;
const MOST_ITEMS = 30;
const NUMBERS = String.raw`\d{1,2}(?:\s{0,2}(?:,|&|dan|and|serta)\s{0,2}(?:no(?:mor)?\.?\s{0,2})?\d{1,2})*`;
/** A number or several, at the beginning or behind a mark, with words behind it. */
const MARKED = new RegExp(
  String.raw`(?:^|[\n,;.]\s{0,3}|\s(?:dan|sedangkan|tapi|tetapi|sementara|and)\s)\s{0,3}(?:untuk\s|yang\s)?(?:no(?:mor)?\.?\s{0,2}|#)?(${NUMBERS})\s{0,2}[.):=-]?\s{0,2}(?=\p{L}|👍|👎)`,
  'giu',
);
/** "setuju 1 dan 2, tolak 3" */
const VERDICT_FIRST = new RegExp(
  String.raw`([\p{L}][^\d\n,;]{1,60}?)\s{1,3}(?:untuk\s)?(?:no(?:mor)?\.?\s{0,2}|#)?(${NUMBERS})\s{0,2}(?:[,;.\n]|$|\s(?=dan\s\p{L}))`,
  'giu',
);
const ALL_BUT = new RegExp(
  String.raw`^([^\d\n]{0,60}\bsemua(?:nya)?\b)[\s,]{0,3}(?:kecuali|selain|except)\s{1,3}(?:untuk\s|yang\s)?(?:no(?:mor)?\.?\s{0,2}|#)?(${NUMBERS})\b([^\d]{0,400})$`,
  'iu',
);
const TICKET = /\b[A-Z]{2,3}-\d{6}-\d{4}-\d\b/gi;

/** @param listed how many the letter lists; 0 where it is about one ticket */
export function readItems(own: string, listed: number, read: ReadPart): readonly ItemAnswer[] {
  const text = own.slice(0, LONGEST).trim();
  const tickets = new Set([...text.matchAll(TICKET)].map((match) => match[0].toUpperCase()));
  if (tickets.size > 1) return byTicket(text, read);
  if (listed < 2) return [];
  return allBut(text, listed, read) ?? byNumber(text, listed, read);
}

function byNumber(text: string, listed: number, read: ReadPart): readonly ItemAnswer[] {
  const marks = [...text.matchAll(MARKED)];
  const opening = text.slice(0, marks[0]?.index ?? text.length);
  const parts =
    marks.length > 0 && isEmpty(opening, read)
      ? marks.map((mark, index) => ({
          numbers: mark[1] ?? '',
          words: text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length),
        }))
      : verdictFirst(text);
  const answers = parts.flatMap(({ numbers, words }) =>
    numbersIn(numbers).map((item) => answerOf({ item, ticket: null }, words, read)),
  );
  return inList(answers, listed) ? answers.slice(0, MOST_ITEMS) : [];
}

function verdictFirst(text: string): readonly { readonly numbers: string; readonly words: string }[] {
  const found = [...text.matchAll(VERDICT_FIRST)];
  const rest = found.reduce((left, match) => left.replace(match[0], ' '), text);
  // Words or numbers that belong to none of the parts may change what the others mean.
  if (found.length === 0 || /[\p{L}\d]{3,}|\d/u.test(rest.replace(/terima kasih|trims|tks|mohon segera|ya\b/giu, '')))
    return [];
  return found.map((match) => ({ numbers: match[2] ?? '', words: match[1] ?? '' }));
}

function allBut(text: string, listed: number, read: ReadPart): readonly ItemAnswer[] | null {
  const [, said, numbers, after] = ALL_BUT.exec(text) ?? [];
  if (said === undefined || numbers === undefined) return null;
  const excepted = numbersIn(numbers);
  const answers = Array.from({ length: listed }, (_, index) => {
    const item = index + 1;
    return answerOf({ item, ticket: null }, excepted.includes(item) ? (after ?? '') : said, read);
  });
  return excepted.every((item) => item >= 1 && item <= listed) ? answers : [];
}

function byTicket(text: string, read: ReadPart): readonly ItemAnswer[] {
  const clauses = text.split(/[\n;.]\s|[\n;]|,\s|\s(?:dan|sedangkan|tapi|tetapi|sementara)\s/i);
  const answers: ItemAnswer[] = [];
  for (const clause of clauses) {
    const named = [...clause.matchAll(TICKET)].map((match) => match[0].toUpperCase());
    const words = clause.replace(TICKET, ' ');
    const [ticket] = named;
    if (ticket === undefined) {
      if (!isEmpty(words, read)) return [];
    } else if (named.length > 1) {
      return [];
    } else {
      const last = answers.at(-1);
      // "setuju untuk SR-1 dan SR-2": the second shares the word of the first.
      const shares = !/\p{L}{3,}/u.test(words.replace(/\b(?:untuk|yang|tiket|nomor|juga)\b/giu, ''));
      answers.push(shares && last ? { ...last, ticket } : answerOf({ item: null, ticket }, words, read));
    }
  }
  return contradicts(answers) ? [] : answers.slice(0, MOST_ITEMS);
}

function answerOf(which: Pick<ItemAnswer, 'item' | 'ticket'>, words: string, read: ReadPart): ItemAnswer {
  const { intent, strength } = read(words);
  const isPlain = intent === 'approve' || intent === 'reject';
  const reason = words.replace(/^[\s:,.-]+|[\s,;]+$/g, '');
  return {
    ...which,
    intent: isPlain ? intent : 'unclear',
    strength: isPlain ? strength : null,
    reason: intent === 'approve' || reason === '' ? null : reason,
  };
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/\d{1,2}/g)].map((match) => Number(match[0]));
}

function inList(answers: readonly ItemAnswer[], listed: number): boolean {
  return answers.every(({ item }) => item !== null && item >= 1 && item <= listed) && !contradicts(answers);
}

function contradicts(answers: readonly ItemAnswer[]): boolean {
  return answers.some((one, index) =>
    answers
      .slice(index + 1)
      .some((other) => other.item === one.item && other.ticket === one.ticket && other.intent !== one.intent),
  );
}

/** A greeting or nothing: no yes and no no. */
function isEmpty(words: string, read: ReadPart): boolean {
  return (
    !/\p{L}/u.test(words) ||
    (words.length < 80 && !['approve', 'reject'].includes(read(words).intent) && GREETING.test(words))
  );
}

const GREETING =
  /^\s*(?:yth|dear|pak|bapak|bu|ibu|mas|mbak|rekan|tim|selamat|pagi|siang|sore|salam|assalam|dengan hormat|berikut|terima kasih|trims|tks|demikian|baik,?\s*$)/iu;
