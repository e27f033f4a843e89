/** A text in which many patterns are sought. Most are not there, which is seen by the letters that they need, without looking for them. */
import { once } from '../words/once.ts';
import { lettersOf, type Letters } from './letters.ts';
import { isMet, type Needs } from './needs.ts';
import { needsOf } from './pattern-needs.ts';

export interface Sought {
  readonly pattern: RegExp;
  /** What a text has to hold for it to be found there. */
  readonly needs: () => Needs;
}

export function sought(pattern: RegExp): Sought {
  return { pattern, needs: once(() => needsOf(pattern)) };
}

export class Searched {
  readonly text: string;
  #letters: Letters | null;
  #made: Map<unknown, unknown> | null = null;

  /** @param letters where they are not those of the text: with all letters, every pattern is looked for */
  constructor(text: string, letters: Letters | null = null) {
    this.text = text;
    this.#letters = letters;
  }

  /** Whether the letters are there without which the pattern is not. */
  mayHold({ needs }: Sought): boolean {
    return this.text !== '' && isMet(needs(), (this.#letters ??= lettersOf(this.text)));
  }

  has(sought: Sought): boolean {
    return this.find(sought) !== null;
  }

  find(sought: Sought): RegExpExecArray | null {
    if (!this.mayHold(sought)) return null;
    const { pattern } = sought;
    pattern.lastIndex = 0;
    const found = pattern.exec(this.text);
    pattern.lastIndex = 0;
    return found;
  }

  /** As they stand in the text, at most so many. */
  all(sought: Sought, most = Infinity): readonly RegExpExecArray[] {
    if (!this.mayHold(sought)) return NONE;
    const found: RegExpExecArray[] = [];
    const { pattern } = sought;
    pattern.lastIndex = 0;
    // As `matchAll` does it, which makes the pattern anew each time.
    for (let match = pattern.exec(this.text); match !== null; match = pattern.exec(this.text)) {
      if (found.push(match) >= most) break;
      if (match[0] === '') pattern.lastIndex += 1;
    }
    pattern.lastIndex = 0;
    return found;
  }

  /** What is made of this text, made when it is first asked for; it goes with the text. */
  once<Made>(make: (text: Searched) => Made): Made {
    const known = this.#made?.get(make);
    if (known !== undefined) return known as Made;
    const made = make(this);
    this.#made ??= new Map();
    this.#made.set(make, made);
    return made;
  }
}

const NONE: readonly RegExpExecArray[] = [];

/** The text itself, where it is searched already. */
export function searched(text: string | Searched): Searched {
  return typeof text === 'string' ? new Searched(text) : text;
}
