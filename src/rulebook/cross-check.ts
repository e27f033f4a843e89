/** What no file can say alone: names that must exist elsewhere, names that must be unique, rules that could never work. */
import { checkCalendar } from './calendar.ts';
import type { RuleFault } from './fault.ts';
import { suggestName } from '../shared/nearest.ts';
import { rankOf } from './build-service.ts';
import { checkChains } from './check-chains.ts';
import { checkSentences } from './check-sentences.ts';
import { checkExtras } from './check-extras.ts';
import { checkWords } from './check-words.ts';
import type { RuleSet } from './rule-set.ts';
import type { ServiceFile, VariantFile } from './service-schema.ts';
import type { Shaped } from '../shared/check-shape.ts';
import type { ValuePath } from '../shared/source-file.ts';

export interface CrossCheckOptions {
  readonly neededYears?: readonly number[];
  readonly ranksHeld?: readonly number[];
}

export function crossCheck(set: RuleSet, options: CrossCheckOptions): readonly RuleFault[] {
  return [
    ...checkTeams(set),
    ...set.services.flatMap((service) => checkService(service, set, options)),
    ...checkUniqueVariants(set),
    ...(set.calendar ? checkCalendar(set.calendar, options.neededYears ?? []) : []),
    ...checkWords(set),
    ...checkSentences(set),
    ...checkChains(set),
    ...checkAbbreviations(set),
    ...checkExtras(set),
  ];
}

type Located = { readonly source: Shaped<unknown>['source']; readonly path: ValuePath; readonly name: string };

function checkTeams(set: RuleSet): readonly RuleFault[] {
  const { teams } = set;
  if (!teams) return [];
  const codes = teams.value.teams.map((team) => team.code);
  const used: Located[] = [
    { source: teams.source, path: ['desk'], name: teams.value.desk },
    ...set.services.map(({ source, value }) => ({ source, path: ['team'], name: value.team })),
    ...set.services.flatMap(({ source, value }) =>
      value.variants.flatMap((variant, index) =>
        variant.team === undefined ? [] : [{ source, path: ['variants', index, 'team'], name: variant.team }],
      ),
    ),
    ...(set.incidents?.value.incidents ?? []).map((route, index) => ({
      source: set.incidents?.source ?? teams.source,
      path: ['incidents', index, 'team'],
      name: route.team,
    })),
  ];
  const names = teams.value.teams.flatMap((team, index) => [
    { source: teams.source, path: ['teams', index, 'code'], name: team.code },
    ...team.aliases.map((alias, at) => ({ source: teams.source, path: ['teams', index, 'aliases', at], name: alias })),
  ]);
  return [
    ...used.filter(({ name }) => !codes.includes(name)).map((place) => unknownTeam(place, codes)),
    ...repeated(names, 'team name'),
    ...repeated(
      (set.incidents?.value.incidents ?? []).map((route, index) => ({
        source: set.incidents?.source ?? teams.source,
        path: ['incidents', index, 'id'],
        name: route.id,
      })),
      'incident id',
    ),
  ];
}

function unknownTeam({ source, path, name }: Located, codes: readonly string[]): RuleFault {
  return {
    place: source.placeOf(path),
    message: `team "${name}" is not in teams.yaml`,
    suggestion: suggestName(name, codes) ?? `known: ${codes.join(', ')}`,
  };
}

function checkService(service: Shaped<ServiceFile>, set: RuleSet, options: CrossCheckOptions): readonly RuleFault[] {
  const { source, value } = service;
  const fault = (path: ValuePath, message: string, suggestion: string | null = null): RuleFault => ({
    place: source.placeOf(path),
    message,
    suggestion,
  });
  const faults: RuleFault[] = [];
  const fileName = source.file.split(/[/\\]/).at(-1);
  if (fileName !== `${value.code}.yaml`) {
    faults.push(
      fault(['code'], `code "${value.code}" stands in ${fileName}`, `the file of this code is ${value.code}.yaml`),
    );
  }
  if (value.active && value.variants.length === 0) {
    faults.push(
      fault(['active'], `${value.code} is active but describes no variant`, 'write "active: false" or add variants'),
    );
  }
  if (value.cc !== 'none' && !isHeld(value.cc.rank, options))
    faults.push(unheld(service, ['cc', 'rank'], value.cc.rank));
  value.variants.forEach((variant, index) => {
    const path = ['variants', index];
    faults.push(...checkRequirements(service, variant, path, set), ...checkBounds(service, variant, path));
    if (variant.approval && !isHeld(variant.approval.rank, options)) {
      faults.push(unheld(service, [...path, 'approval', 'rank'], variant.approval.rank));
    }
    variant.requirements.forEach(({ signer_rank: rank, signer_titles: titles }, at) => {
      if (rank !== undefined && titles === undefined && !isHeld(rank, options))
        faults.push(unheld(service, [...path, 'requirements', at, 'signer_rank'], rank));
    });
  });
  return faults;
}

function isHeld(rank: Parameters<typeof rankOf>[0], { ranksHeld }: CrossCheckOptions): boolean {
  return ranksHeld === undefined || ranksHeld.some((held) => held <= rankOf(rank));
}

function unheld({ source }: Shaped<ServiceFile>, path: ValuePath, rank: string): RuleFault {
  const message = `nobody in the directory holds eselon ${rank} or higher`;
  return { place: source.placeOf(path), message, suggestion: 'lower the rank or mend the directory' };
}

function checkRequirements(
  { source }: Shaped<ServiceFile>,
  variant: VariantFile,
  path: ValuePath,
  set: RuleSet,
): readonly RuleFault[] {
  if (!set.requirements) return [];
  const known = Object.keys(set.requirements.value.requirements);
  const derived = Object.keys(set.requirements.value.derived);
  const keys = variant.requirements.map(({ key: name }, index) => ({
    source,
    path: [...path, 'requirements', index, 'key'],
    name,
  }));
  return [
    ...keys
      .filter(({ name }) => !known.includes(name))
      .map(({ name, path: at }) => ({
        place: source.placeOf(at),
        message: derived.includes(name)
          ? `requirement "${name}" comes from a lead time and is not listed`
          : `requirement "${name}" is not in requirements.yaml`,
        suggestion: derived.includes(name) ? 'write "lead_time" instead' : suggestName(name, known),
      })),
    ...repeated(keys, 'requirement'),
  ];
}

function checkBounds({ source }: Shaped<ServiceFile>, variant: VariantFile, path: ValuePath): readonly RuleFault[] {
  const { min, max } = variant.quantity ?? {};
  const steps = (variant.service_level.tiers ?? []).map((tier) => tier.up_to);
  const wrongStep = steps.findIndex((step, index) => index > 0 && step <= (steps[index - 1] ?? 0));
  const faults: RuleFault[] = [];
  if (min !== undefined && max !== undefined && min > max) {
    const message = `min is ${min}, more than max ${max}: no number fits`;
    faults.push({ place: source.placeOf([...path, 'quantity', 'min']), message, suggestion: null });
  }
  if (wrongStep > 0) {
    const place = source.placeOf([...path, 'service_level', 'tiers', wrongStep, 'up_to']);
    faults.push({ place, message: `up_to is ${steps[wrongStep]}, not more than the step before`, suggestion: null });
  }
  return faults;
}

function checkUniqueVariants(set: RuleSet): readonly RuleFault[] {
  const variants = set.services.flatMap(({ source, value }) =>
    value.variants.map((variant, index) => ({ source, value, variant, index })),
  );
  const services = set.services.map(({ source, value }) => ({ source, path: ['code'], name: value.code }));
  return [
    ...repeated(services, 'service'),
    ...repeated(
      variants.map(({ source, value, variant, index }) => ({
        source,
        path: ['variants', index, 'id'],
        name: `${value.code}/${variant.id}`,
      })),
      'variant',
    ),
    ...repeated(
      variants.map(({ source, variant, index }) => ({ source, path: ['variants', index, 'code'], name: variant.code })),
      'variant code',
    ),
  ];
}

function checkAbbreviations({ abbreviations }: RuleSet): readonly RuleFault[] {
  if (!abbreviations) return [];
  const shorts = Object.entries(abbreviations.value).flatMap(([full, list]) =>
    list.map((name, index) => ({ source: abbreviations.source, path: [full, index], name })),
  );
  return repeated(shorts, 'abbreviation');
}

function repeated(names: readonly Located[], what: string): readonly RuleFault[] {
  const seen = new Set<string>();
  return names.flatMap(({ source, path, name }) => {
    const known = seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return known ? [{ place: source.placeOf(path), message: `${what} "${name}" occurs twice`, suggestion: null }] : [];
  });
}
