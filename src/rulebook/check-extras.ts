/** Cross-checks of what an office may add: older codes, priorities, articles, switches, windows of a service level. */
import { minuteOf } from './calendar.ts';
import type { Shaped } from '../shared/check-shape.ts';
import type { RuleFault } from './fault.ts';
import { suggestName } from '../shared/nearest.ts';
import type { RuleSet } from './rule-set.ts';
import type { IncidentsFile } from './schema.ts';
import type { ServiceFile } from './service-schema.ts';
import type { ValuePath } from '../shared/source-file.ts';

export function checkExtras(set: RuleSet): readonly RuleFault[] {
  return [
    ...checkSlugs(set),
    ...(set.incidents ? checkPriorities(set.incidents) : []),
    ...(set.hasAllServices ? checkSwitches(set) : []),
    ...set.services.flatMap(checkWindows),
    ...checkRetention(set),
  ];
}

/** What may still be reopened needs its papers; a key that is none would keep what it is meant to delete. */
function checkRetention({ retention, settings, requirements }: RuleSet): readonly RuleFault[] {
  if (!retention) return [];
  const { source, value } = retention;
  const { delete_after_end: days, requirements: named } = value.personal_papers;
  const least = settings?.value.reopen_calendar_days ?? 0;
  const known = Object.keys(requirements?.value.requirements ?? {});
  const at = (path: ValuePath): RuleFault['place'] => source.placeOf(['personal_papers', ...path]);
  const texts = value.texts?.delete_after_end ?? Infinity;
  return [
    ...(days < least
      ? [
          {
            place: at(['delete_after_end']),
            message: `is less than the ${least} days within which a ticket can be reopened`,
            suggestion: null,
          },
        ]
      : []),
    ...(texts < Math.max(days, least)
      ? [
          {
            place: source.placeOf(['texts', 'delete_after_end']),
            message: `is less than the ${Math.max(days, least)} days for which papers are kept or a ticket can be reopened`,
            suggestion: null,
          },
        ]
      : []),
    ...named.flatMap((key, index) =>
      requirements === null || known.includes(key)
        ? []
        : [
            {
              place: at(['requirements', index]),
              message: `"${key}" is no key of requirements.yaml`,
              suggestion: suggestName(key, known),
            },
          ],
    ),
  ];
}

/** Variants that codes and articles name; nothing is said of services whose own file is faulty. */
function checkSlugs(set: RuleSet): readonly RuleFault[] {
  const sound = new Set(set.services.map(({ value }) => value.code));
  const isJudged = (slug: string): boolean => set.hasAllServices || sound.has(slug.replace(/\/[^/]*$/, ''));
  const known = set.services.flatMap(({ value }) => value.variants.map((variant) => `${value.code}/${variant.id}`));
  const codes = (set.codes?.value.codes ?? []).map((code, index) => ({
    place: set.codes?.source.placeOf(['codes', index, 'successor']),
    slug: code.successor,
  }));
  const articles = set.articles.flatMap(({ source, value }) =>
    value.variants.map((slug, index) => ({ place: source.placeOf(['variants', index]), slug })),
  );
  return [...codes, ...articles].flatMap(({ place, slug }) =>
    place === undefined || known.includes(slug) || !isJudged(slug)
      ? []
      : [{ place, message: `no service file describes "${slug}"`, suggestion: suggestName(slug, known) }],
  );
}

/** Every impact and urgency has a level, every level named exists, and one grade of each is left for mails that say nothing. */
function checkPriorities({ source, value }: Shaped<IncidentsFile>): readonly RuleFault[] {
  const { priorities } = value;
  if (!priorities) return [];
  const { impact, urgency, levels, matrix } = priorities;
  const known = levels.map((level) => level.id);
  const at = (path: ValuePath, message: string, suggestion: string | null): RuleFault => ({
    place: source.placeOf(['priorities', ...path]),
    message,
    suggestion,
  });
  const cells = impact.flatMap((row) => urgency.map((column) => ({ row: row.id, column: column.id })));
  return [
    ...cells.flatMap(({ row, column }) => {
      const level = matrix[row]?.[column];
      if (level === undefined)
        return [at(['matrix', row], `impact "${row}" has no level for urgency "${column}"`, `add "${column}: …"`)];
      return known.includes(level)
        ? []
        : [at(['matrix', row, column], `level "${level}" is not in levels`, suggestName(level, known))];
    }),
    ...(['impact', 'urgency'] as const).flatMap((list) =>
      priorities[list].filter((grade) => !grade.words).length === 1
        ? []
        : [at([list], `exactly one ${list} must have no words: it counts where the mail says nothing`, null)],
    ),
  ];
}

function checkSwitches({ settings, services }: RuleSet): readonly RuleFault[] {
  const codes = services.map(({ value }) => value.code);
  const named = settings?.value.maintenance?.services ?? [];
  return named.flatMap((code, index) =>
    settings === null || codes.includes(code)
      ? []
      : [
          {
            place: settings.source.placeOf(['maintenance', 'services', index]),
            message: `service "${code}" has no file`,
            suggestion: suggestName(code, codes),
          },
        ],
  );
}

function checkWindows({ source, value }: Shaped<ServiceFile>): readonly RuleFault[] {
  return value.variants.flatMap((variant, index) =>
    (variant.service_level.windows ?? []).flatMap((window, at, all) => {
      const path = ['variants', index, 'service_level', 'windows', at];
      const before = all[at - 1];
      if (minuteOf(window.to) <= minuteOf(window.from))
        return [
          {
            place: source.placeOf([...path, 'to']),
            message: `to is ${window.to}, not after from ${window.from}`,
            suggestion: null,
          },
        ];
      if (before && minuteOf(window.from) < minuteOf(before.to)) {
        const message = `from is ${window.from}, before the window above ends (${before.to})`;
        return [{ place: source.placeOf([...path, 'from']), message, suggestion: null }];
      }
      if (window.due === 'same-day' && minuteOf(window.by) < minuteOf(window.to)) {
        const message = `by is ${window.by}, before its own window ends (${window.to})`;
        return [{ place: source.placeOf([...path, 'by']), message, suggestion: null }];
      }
      return [];
    }),
  );
}
