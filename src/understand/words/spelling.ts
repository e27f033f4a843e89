/**
 * A word as it is compared, once for all places where it stands: what was made of it before is found by its number. The words known first
 * have one, which are those that the rule files and most mails are made of; beyond a bound there are no more, so that no mail can fill the
 * memory.
 */
import { foldVerb, withoutClitic } from './fold.ts';

export interface Spelling {
  /** As compared where form matters (replies): lower case, clitics such as -nya gone. */
  readonly form: string;
  /** Without the affixes of verbs, where only the deed matters (requests); made of the form alone. */
  readonly stem: string;
  /** Below 0 for a word that came too late to be numbered. */
  readonly number: number;
}

const MOST = 50_000;
const numbered = new Map<string, Spelling>();

/** @param word in lower case */
export function spellingOf(word: string): Spelling {
  const known = numbered.get(word);
  if (known !== undefined) return known;
  const hasNumber = numbered.size < MOST;
  const made = { form: withoutClitic(word), stem: foldVerb(word), number: hasNumber ? numbered.size : -1 };
  if (hasNumber) numbered.set(word, made);
  return made;
}

/** What is made of a spelling is made once; of one without a number every time. */
export function noted<Made>(make: (spelling: Spelling) => Made): (spelling: Spelling) => Made {
  const known: (Made | undefined)[] = [];
  return (spelling) => {
    const { number } = spelling;
    if (number < 0) return make(spelling);
    const found = known[number];
    if (found !== undefined) return found;
    while (known.length <= number) known.push(undefined);
    const made = make(spelling);
    known[number] = made;
    return made;
  };
}
