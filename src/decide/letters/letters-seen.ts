/** Letters that stand for something the catalogue asks, for whoever works on it: what each says of itself, who signed it, what a person has to look at. */
import { rankOf } from '../../directory/rank.ts';
import { LETTER_DOUBTS, type LetterFinding } from '../../understand/papers/letter-findings.ts';
import type { FieldValue, LetterFields } from '../letter.ts';
import type { LetterContext } from './context.ts';
import { formatDate } from './dates.ts';
import { oneLine } from './own-words.ts';
import { ROMAN } from './rank.ts';
import { flags } from './request-fields.ts';

const LONGEST = 120;

/** One of which nothing is known and nothing was asked is among the attachments anyway. */
export function letterSeenFields({ letters = [] }: LetterContext): LetterFields {
  const seen = letters.filter(({ letter, doubts }) => letter !== null || doubts.length > 0).map(letterFields);
  return { letters: seen, hasLetters: seen.length > 0 };
}

function letterFields({ filename, letter, signer, doubts }: LetterFinding): FieldValue {
  return {
    filename: shown(filename),
    number: shown(letter?.number),
    date: letter === null || letter.date === null ? null : formatDate(letter.date, 'id'),
    addressee: shown(letter?.addressee),
    signer: signerFields(letter, signer),
    required: signer.required === null ? null : ROMAN[signer.required],
    hasDoubts: doubts.length > 0,
    doubts: doubts.map((doubt) => flags(LETTER_DOUBTS, doubt)),
  };
}

/** As the register has him; where it does not, as the letter says. */
function signerFields(
  letter: LetterFinding['letter'],
  { person, eselon, acting, behalf }: LetterFinding['signer'],
): FieldValue {
  const said = letter?.signer ?? null;
  if (person === null && (said === null || (said.name === null && said.title === null))) return null;
  const rank = rankOf(eselon);
  return {
    name: shown(person?.name ?? said?.name),
    title: shown(said?.title ?? person?.title),
    acting: said?.acting === 'plt' ? 'Plt.' : said?.acting === 'plh' ? 'Plh.' : null,
    behalf: shown(said?.onBehalfOf ?? behalf?.title),
    isKnown: person !== null,
    rank: rank === null ? null : eselon,
    byActing: acting,
    inactive: person?.active === false,
  };
}

function shown(text: string | null | undefined): string | null {
  return text ? oneLine(text, LONGEST) : null;
}
