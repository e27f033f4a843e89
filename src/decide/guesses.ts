/** What the desk is offered to choose from, once it is known how many are asked for. */
import type { Rulebook } from '../rulebook/rulebook.ts';
import { twinByNumber } from '../understand/twin-by-number.ts';
import type { Guess } from './case.ts';
import { findVariant } from './catalogue.ts';

/** In their places, since a digit means one of them: each is the variant that the number makes of it. */
export function guessesFor(guesses: readonly Guess[], quantity: number, rulebook: Rulebook): readonly Guess[] {
  return guesses.map((guess) => {
    const variant = twinByNumber(findVariant(rulebook, guess.variant), quantity, rulebook);
    return variant === null ? guess : { ...guess, variant: variant.slug };
  });
}
