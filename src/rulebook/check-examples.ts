/**
 * Tries the example mails of the rule files with the reader of mails itself: an example in a service file must win its own variant, a
 * sentence in examples/ may not be read as another for sure. Of the many sentences the last few of each variant are tried: new ones.
 */
import type { Shaped } from '../shared/check-shape.ts';
import type { RuleFault } from './fault.ts';
import type { ServiceExamples } from './rule-set.ts';
import type { Rulebook, Variant } from './rulebook.ts';
import type { ServiceFile } from './service-schema.ts';

/** The slug of the variant that a mail text is sorted under, or null where the reader is unsure. */
export type Classify = (text: string, rulebook: Rulebook) => string | null;

export function checkExamples(
  services: readonly Shaped<ServiceFile>[],
  rulebook: Rulebook,
  classify: Classify,
): readonly RuleFault[] {
  return services
    .filter(({ value }) => value.active)
    .flatMap(({ source, value }) =>
      value.variants.flatMap((variant, variantIndex) =>
        variant.examples.flatMap((example, index) => {
          const slug = `${value.code}/${variant.id}`;
          const won = classify(example, rulebook);
          if (won === slug) return [];
          return [
            {
              place: source.placeOf(['variants', variantIndex, 'examples', index]),
              message: `this example of ${slug} is read as ${won ?? 'no variant for sure'}`,
              suggestion: 'add words to the variant, or "none" words to the other',
            },
          ];
        }),
      ),
    );
}

const NEWEST = 2;

export function checkNewSentences(
  examples: readonly ServiceExamples[],
  rulebook: Rulebook,
  classify: Classify,
): readonly RuleFault[] {
  const variants = rulebook.services.flatMap((service) => service.variants);
  const named = (slug: string): Variant | undefined => variants.find((variant) => variant.slug === slug);
  return examples.flatMap(({ source, value, about }) =>
    Object.entries(value.requests).flatMap(([name, sentences]) => {
      const slug = `${about}/${name}`;
      return sentences.slice(-NEWEST).flatMap((sentence) => {
        const won = classify(sentence, rulebook);
        if (won === null || won === slug || differInNumber(named(won), named(slug))) return [];
        return [
          {
            place: source.placeOf(['requests', name]),
            message: `"${shortened(sentence)}" stands under ${slug} but is read as ${won}`,
            suggestion: `move it to ${won}, or add words to ${slug}`,
          },
        ];
      });
    }),
  );
}

/** The number in a mail chooses between them, not its words. */
function differInNumber(one: Variant | undefined, other: Variant | undefined): boolean {
  if (!one?.quantity || !other?.quantity) return false;
  const stem = ({ slug }: Variant): string => slug.slice(0, slug.lastIndexOf('-'));
  return stem(one) === stem(other);
}

const LONGEST = 60;

function shortened(sentence: string): string {
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST - 1)}…`;
}
