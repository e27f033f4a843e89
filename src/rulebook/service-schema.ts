/** The shape of `rules/services/<code>.yaml` and of `rules/requirements.yaml`. */
import { z } from 'zod';
import { QUESTION_FACTS } from './rulebook.ts';
import { phrases, RANKS, source, text, TICKET_TYPES, time, wordRules } from './schema.ts';

const REQUIREMENT_KINDS = ['document', 'form', 'list', 'letter', 'link', 'field', 'bast', 'directory'] as const;
const PHASES = ['submission', 'after'] as const;
const key = z.string().regex(/^[a-z0-9.-]+$/, 'is no key: small letters, digits, dots and hyphens');

/** Every key that a variant may ask for, with the words that recognise it; `derived` ones come from a lead time. */
export const requirementsFile = z.strictObject({
  requirements: z.record(
    key,
    z.strictObject({
      kind: z.enum(REQUIREMENT_KINDS),
      phase: z.enum(PHASES).default('submission'),
      text,
      words: phrases.default([]),
      /** Of a file's name only: words in any order, less telling than `words`. */
      names: phrases.optional(),
      /** Said in the mail, this is enough without a paper. */
      enough_said: phrases.optional(),
      /** Beside one of `words` in a quoted mail: whoever has to allow it has done so there. */
      quoted: phrases.optional(),
      /** `directory` only: said in the mail, it is not met after all. */
      not_when: phrases.optional(),
      /** `letter` only: words of which one stands in the name of whom it is addressed to. */
      addressee: phrases.optional(),
      /** `directory` only: words of the sender's unit name. */
      unit_words: phrases.optional(),
    }),
  ),
  derived: z.record(key, z.strictObject({ text })),
  /** Names of files that are none of these, whatever single word they share with them. */
  other_papers: phrases.optional(),
});

const requirement = z.strictObject({
  key,
  text: text.optional(),
  words: phrases.optional(),
  only_when: phrases.optional(),
  /** Asked as well where the mail says that there is none of these. */
  only_without: phrases.optional(),
  signer_rank: z.enum(RANKS).optional(),
  /** Whose title in the register begins like this may sign, too, whatever his rank: heads of small offices. */
  signer_titles: phrases.optional(),
  /** Whoever signs should stand above the requester; somebody else is pointed out to the team. */
  signer_in_line: z.boolean().optional(),
  /** What the form says for this variant, by its field: `permintaan.jenis: [reset]`. */
  form_says: z.record(text, z.array(text).min(1)).optional(),
  source,
});

const LEVELS = ['working_hours', 'working_days', 'at_event', 'tiers', 'windows', 'unstated'] as const;
const window = z.strictObject({
  from: time,
  to: time,
  due: z.enum(['same-day', 'next-working-day']),
  by: time,
});
const serviceLevel = z
  .strictObject({
    working_hours: z.int().min(1).max(9999).optional(),
    working_days: z.int().min(1).max(999).optional(),
    at_event: z.literal(true).optional(),
    close_after_days: z.int().min(0).max(99).optional(),
    tiers: z
      .array(z.strictObject({ up_to: z.int().min(1), working_days: z.int().min(1) }))
      .min(1)
      .optional(),
    windows: z.array(window).min(1).optional(),
    notice_hours: z.int().min(1).max(99).optional(),
    unstated: z.literal(true).optional(),
    starts_when: z.enum(['complete', 'cio-decision']).optional(),
    text: text.optional(),
    source,
  })
  .refine((level) => LEVELS.filter((name) => level[name] !== undefined).length === 1, {
    message: `needs exactly one of ${LEVELS.join(', ')}`,
  });

/** One official's part: what he does with it, and what follows when he says no or nothing. */
const chainLink = z.strictObject({
  official: text,
  /** A phrase that goes on "Mohon konfirmasi Bapak untuk …". */
  does: text,
  /** `end`: refused; `requester`: given back to be completed; `team`: done over (on the way back only). */
  on_no: z.enum(['end', 'requester', 'team']).optional(),
  /** After the spans of follow-up.yaml: the desk sees to it, or it goes on without him. */
  on_silence: z.enum(['desk', 'skip']).default('desk'),
  source,
});
const chain = z.strictObject({
  /** Before the work. */
  onward: z.array(chainLink).min(1),
  /** After the work, before the requester hears of it. */
  back: z.array(chainLink).default([]),
});

const variant = z.strictObject({
  id: key,
  code: text,
  name: text,
  short: text.max(40),
  short_en: text.max(40),
  source,
  ticket: z.enum(TICKET_TYPES).optional(),
  team: text.optional(),
  approval: z
    .strictObject({
      rank: z.enum(RANKS),
      /** Who of several qualifying superiors in Cc: the nearest alone, any of them (the nearest is asked), or one after the other. */
      ask: z.enum(['nearest', 'any', 'all']).default('any'),
      source,
    })
    .optional(),
  chain: chain.optional(),
  requirements: z.array(requirement).default([]),
  service_level: serviceLevel,
  lead_time: z
    .strictObject({
      in_jakarta: z.int().min(0),
      elsewhere: z.int().min(0),
      place: z.enum(['ask', 'any']).default('ask'),
      text,
      source,
    })
    .optional(),
  quantity: z
    .strictObject({ min: z.int().min(0).optional(), max: z.int().min(1).optional(), unit: text, source })
    .optional(),
  sensitive: source.optional(),
  weak_yes: z.enum(['accept', 'ask']).default('accept'),
  confirm_fulfilment: z.enum(['automatic', 'desk']).default('automatic'),
  /** A sentence, or one with where it comes from. */
  remarks: z.array(z.union([text, z.strictObject({ text, source })])).default([]),
  remarks_en: z.array(text).default([]),
  notes: z.array(z.strictObject({ when: phrases, text, text_en: text.optional(), source })).default([]),
  questions: z
    .array(
      z.strictObject({
        text,
        text_en: text.optional(),
        facts: z.array(z.enum(QUESTION_FACTS)).default([]),
        words: phrases.default([]),
        source: source.optional(),
      }),
    )
    .default([]),
  words: wordRules.min(1),
  examples: z.array(text).min(1),
});

export const serviceFile = z.strictObject({
  code: text,
  name: text,
  active: z.boolean(),
  aliases: z.array(text).default([]),
  source,
  cc: z.union([z.literal('none'), z.strictObject({ rank: z.enum(RANKS), source })]),
  team: text,
  ticket: z.enum(TICKET_TYPES),
  suspended_by: z.array(z.enum(['emergency', 'maintenance'])).default([]),
  words: wordRules.min(1),
  variants: z.array(variant).default([]),
});

export type RequirementsFile = z.infer<typeof requirementsFile>;
export type ServiceFile = z.infer<typeof serviceFile>;
export type VariantFile = ServiceFile['variants'][number];
export type RequirementEntry = VariantFile['requirements'][number];
export type ServiceLevelEntry = VariantFile['service_level'];
