/** What an office may add to its services: priorities of incidents, articles, older codes, switches that stop a service. */
import { buildSource } from './build-service.ts';
import type { RuleSet, WrittenArticle } from './rule-set.ts';
import type { Article, Priorities, Rulebook, SameFaultRules, Suspension } from './rulebook.ts';
import type { IncidentsFile, SettingsFile } from './schema.ts';

export function buildOfIncidents({
  priorities,
  same_fault: sameFault,
}: IncidentsFile): Pick<Rulebook, 'priorities' | 'sameFault'> {
  return {
    ...(priorities && { priorities: buildPriorities(priorities) }),
    ...(sameFault && { sameFault: buildSameFault(sameFault) }),
  };
}

function buildPriorities(file: NonNullable<IncidentsFile['priorities']>): Priorities {
  const { impact, urgency, levels, matrix } = file;
  const grades = (list: typeof impact): Priorities['impact'] =>
    list.map(({ id, name, name_en: nameEn, words }) => ({
      id,
      name,
      ...(nameEn !== undefined && { nameEn }),
      words: words ?? [],
    }));
  const told = levels.map(({ id, name, text, name_en: nameEn, text_en: textEn }) => ({
    id,
    name,
    text,
    ...(nameEn !== undefined && { nameEn }),
    ...(textEn !== undefined && { textEn }),
  }));
  return { impact: grades(impact), urgency: grades(urgency), levels: told, matrix };
}

function buildSameFault(file: NonNullable<IncidentsFile['same_fault']>): SameFaultRules {
  const { offices_apart: officesApart, ...rules } = file;
  return { ...rules, officesApart };
}

export function buildArticle({ value, body }: WrittenArticle): Article {
  const { number, title, category, contributor, words, variants } = value;
  return {
    number,
    title,
    category,
    subCategory: value.sub_category ?? null,
    contributor,
    words,
    variants,
    body,
    source: buildSource(value.source),
  };
}

/** Only those that are on; a declared emergency stops every service that names it. */
export function buildSuspensions(settings: SettingsFile, set: RuleSet): readonly Suspension[] {
  const { emergency, maintenance } = settings;
  const naming = (cause: Suspension['cause']): readonly string[] =>
    set.services.filter(({ value }) => value.suspended_by.includes(cause)).map(({ value }) => value.code);
  const stopped = (cause: Suspension['cause'], text: string, services: readonly string[]): readonly Suspension[] =>
    services.length === 0 ? [] : [{ cause, services, text }];
  return [
    ...(emergency?.active ? stopped('emergency', emergency.text, naming('emergency')) : []),
    ...(maintenance?.active
      ? stopped(
          'maintenance',
          maintenance.text,
          maintenance.services.length > 0 ? maintenance.services : naming('maintenance'),
        )
      : []),
  ];
}
