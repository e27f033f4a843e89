/** Tries the example mails of the rule files with the reader of mails itself: an example must win its own variant. */
import type { Shaped } from '../shared/check-shape.ts';
import type { RuleFault } from './fault.ts';
import type { Rulebook } from './rulebook.ts';
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
