/**
 * Several wishes in one mail: the items of a list, or stretches of flowing text. They count as wishes of their own only where at least two
 * of them plainly claim something else: another variant of the catalogue, a fault, a question. The details of one request are one wish.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { stretchOf, type Claim, type Stretch } from './claims.ts';
import type { Classification } from '../classify/classify.ts';
import { detailsOf } from '../classify/details.ts';
import { headedWishes } from './headed.ts';
import { listedWishes } from './listed.ts';
import { once } from '../words/once.ts';
import { readText } from '../classify/read-text.ts';
import { speechOf } from './speech.ts';
import { isCounted, mayHoldTwo, proseWishes } from './prose.ts';

/** With the words that tell of what kind it is, where it shares some with another. */
export type WishText = Pick<Stretch, 'text' | 'read' | 'classification'> & Pick<Claim, 'carried'>;

/** Points of rule words by which the whole says more for it than each of its parts. */
const TOGETHER = 3;
const MAX_SUBJECT = 200;

/** At least two wishes, or none where the mail is to be read as a whole. @param whole the text with its subject */
export function splitWishes(text: string, whole: Omit<Stretch, 'text'>, rulebook: Rulebook): readonly WishText[] {
  const headed = headedWishes(firstLine(whole.read.text), text, rulebook);
  if (headed.length > 1) return headed;
  const isDetail = detailsOf(whole.classification, rulebook);
  const listed = listedWishes(text, whole.classification, {
    rulebook,
    isDetail,
    matter: whole.classification.service,
  });
  if (listed.length > 1) return listed;
  if (!mayHoldTwo({ ...whole, text }, rulebook)) return [];
  const wishes = proseWishes(
    { text, stretch: once(() => stretchOf(text, rulebook)), words: readText(text, rulebook).size },
    {
      rulebook,
      isDetail,
      isCounted: once(() => isCounted(whole.read.text, speechOf(rulebook))),
      mayAskTwice: once(() => mayHoldTwo({ ...whole, text }, rulebook, 'requests')),
    },
  );
  return wishes.length < 2 || isOneWish(wishes, whole.classification) ? [] : wishes;
}

/** The subject. */
function firstLine(text: string): string {
  return text.slice(0, MAX_SUBJECT).split('\n', 1)[0] ?? '';
}

/** "Butuh lisensi, sekalian dipasangkan": two deeds that one variant of the catalogue holds together, since its words need both. */
function isOneWish(parts: readonly WishText[], { variant, service, strength }: Classification): boolean {
  return (
    variant !== null &&
    parts.every(
      ({ classification: part }) =>
        part.service === service && (part.variant !== variant || part.strength + TOGETHER <= strength),
    )
  );
}
