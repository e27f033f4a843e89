/** All that understanding looks up, built once for a rulebook: phrases of its rules and requirements, and its example mails. */
import type {
  IncidentRoute,
  KindWords,
  Requirement,
  Rulebook,
  Service,
  Variant,
  WordRule,
} from '../../rulebook/rulebook.ts';
import type { ByteCache } from '../../shared/byte-cache.ts';
import { indexConcepts, type Concepts } from '../model/concepts.ts';
import { KIND_CLASSES, learn, type Learnt } from '../model/learn.ts';
import { indexPhrases, type PhraseIndex } from '../words/phrases.ts';
import { indexRules, type RuleIndex } from './rule-index.ts';
import { twinKey } from '../model/twins.ts';

export interface Option {
  readonly service: Service;
  /** Null for a service whose variants the office has not described. */
  readonly variant: Variant | null;
}

export interface Lexicon {
  /** Rules of services and variants. */
  readonly services: RuleIndex<Service | Variant>;
  /** Rules of kinds and incidents, where the form of a word says much ("memohon", "usulan"). */
  readonly kinds: RuleIndex<keyof KindWords | IncidentRoute>;
  readonly requirements: PhraseIndex;
  readonly concepts: Concepts;
  readonly options: readonly Option[];
  /** Ordinals of the options of a service, and of the one of a variant. */
  readonly optionsOf: ReadonlyMap<Service | Variant, readonly number[]>;
  readonly groups: Groups;
  /** The same by the name of the variant. */
  readonly keyOfSlug: ReadonlyMap<string, string>;
  /** By their names. */
  readonly variants: ReadonlyMap<string, Variant>;
  readonly learnt: Learnt;
}

/** The options, those together that are one but for their number; each list goes by group. */
export interface Groups {
  /** Ordinals of its options. */
  readonly members: readonly (readonly number[])[];
  /** The name of each, and of "none of these" (empty) at the end. */
  readonly keys: readonly string[];
  /** Ordinals of what is learnt of it; UNDESCRIBED for a service without variants. */
  readonly classes: Int32Array;
}

/** No ordinal of a class: nothing is learnt of it. */
export const UNDESCRIBED = -2;

const lexicons = new WeakMap<Rulebook, Lexicon>();
/** By the services of a rulebook, so that a copy with other settings shares them. */
const caches = new WeakMap<Rulebook['services'], ByteCache>();
const lessons = new WeakMap<Rulebook['services'], { readonly of: Rulebook; readonly learnt: Learnt }>();

/** Names the place where what is learnt from this rulebook is kept; nothing is learnt before a text is read. */
export function keepLearntIn(cache: ByteCache, { services }: Rulebook): void {
  caches.set(services, cache);
}

/** The place named for this rulebook; null where none was. */
export function keptFor({ services }: Rulebook): ByteCache | null {
  return caches.get(services) ?? null;
}

export function lexiconOf(rulebook: Rulebook): Lexicon {
  const known = lexicons.get(rulebook);
  if (known) return known;
  const built = buildLexicon(rulebook);
  lexicons.set(rulebook, built);
  return built;
}

function buildLexicon(rulebook: Rulebook): Lexicon {
  const { services, kinds, incidents, abbreviations } = rulebook;
  const requirements = services.flatMap((service) => service.variants.flatMap((variant) => variant.requirements));
  const concepts = indexConcepts(rulebook);
  const options = services.flatMap((service): Option[] =>
    service.variants.length === 0
      ? [{ service, variant: null }]
      : service.variants.map((variant) => ({ service, variant })),
  );
  const learnt = learntOf(rulebook, concepts);
  return {
    services: indexRules(services.flatMap(rulesOfService), abbreviations, 'stem'),
    kinds: indexRules<keyof KindWords | IncidentRoute>(
      [
        ...KIND_CLASSES.map((name) => [name, kinds[name]] as const),
        ...incidents.map((route) => [route, route.words] as const),
      ],
      abbreviations,
      'form',
    ),
    requirements: indexPhrases(requirementPhrases(requirements), abbreviations, {
      compare: 'stem',
      maxGap: 1,
      maxHits: 8,
    }),
    options,
    groups: groupsOf(options, learnt),
    optionsOf: ordinalsByOwner(options),
    keyOfSlug: new Map(options.map((option) => [option.variant?.slug ?? option.service.code, keyOf(option)])),
    variants: new Map(options.flatMap(({ variant }) => (variant ? [[variant.slug, variant] as const] : []))),
    concepts,
    learnt,
  };
}

function ordinalsByOwner(options: readonly Option[]): Lexicon['optionsOf'] {
  const ordinals = new Map<Service | Variant, number[]>();
  const add = (owner: Service | Variant, at: number): void => {
    const known = ordinals.get(owner);
    if (known) known.push(at);
    else ordinals.set(owner, [at]);
  };
  for (const [at, { service, variant }] of options.entries()) {
    add(service, at);
    if (variant) add(variant, at);
  }
  return ordinals;
}

function groupsOf(options: readonly Option[], { ofVariant }: Learnt): Groups {
  const groups = new Map<string, number[]>();
  for (const [at, option] of options.entries()) {
    const key = keyOf(option);
    groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  const members = [...groups.values()];
  const classes = members.map(([first = -1]) => {
    const variant = options[first]?.variant ?? null;
    return variant === null ? UNDESCRIBED : (ofVariant.get(variant) ?? -1);
  });
  return { members, keys: [...groups.keys(), ''], classes: Int32Array.from(classes) };
}

function keyOf({ service, variant }: Option): string {
  return twinKey(variant) ?? variant?.slug ?? service.code;
}

function learntOf(rulebook: Rulebook, concepts: Concepts): Learnt {
  const { services } = rulebook;
  const known = lessons.get(services);
  const isSame = (['sentences', 'concepts', 'abbreviations'] as const).every((key) => known?.of[key] === rulebook[key]);
  if (known && isSame) return known.learnt;
  const learnt = learn(rulebook, concepts, caches.get(services));
  lessons.set(services, { of: rulebook, learnt });
  return learnt;
}

function rulesOfService(service: Service): readonly (readonly [Service | Variant, readonly WordRule[]])[] {
  return [[service, service.words], ...service.variants.map((variant) => [variant, variant.words] as const)];
}

function requirementPhrases(requirements: readonly Requirement[]): string[] {
  return requirements.flatMap((requirement) => [
    ...requirement.words,
    ...requirement.onlyWhen,
    ...(requirement.onlyWithout ?? []),
    ...(requirement.names ?? []),
    ...(requirement.enoughSaid ?? []),
    ...(requirement.quoted ?? []),
    ...(requirement.notWhen ?? []),
  ]);
}
