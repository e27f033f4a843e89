/**
 * The shape of the files under `rules/`, strict: a key that is not named here is a mistake. What each key means to the desk
 * stands in rules/README.md. Services have their own file, service-schema.ts.
 */
import { z } from 'zod';
import { REPLY_CLASSES } from './reply-classes.ts';

export const RANKS = ['I', 'II', 'III', 'IV'] as const;
export const TICKET_TYPES = ['SR', 'INC', 'CHG', 'CMP'] as const;

const PHRASE = /^[^ *]+\*?(?: [^ *]+\*?)*$/u;

export const text = z.string().trim().min(1);

/**
 * Words with commas between, or a list of them: phrases in lower case with single spaces. `*` ends a word and stands for any ending;
 * nothing else is special. One check for the whole list, since there are thousands of them.
 */
export const phrases = z.union([z.string(), z.array(z.string())]).transform((written, context): readonly string[] => {
  const list = asList(written).map((entry) => entry.trim().toLowerCase().replaceAll(/\s+/g, ' '));
  if (list.length === 0) context.addIssue('has no words in it');
  list.forEach((entry, index) => {
    const message = `"${entry}" is no phrase: at most 80 characters, words with spaces between, * only at the end of a word`;
    if (entry.length > 80 || !PHRASE.test(entry)) context.addIssue({ code: 'custom', message, path: [index] });
  });
  return list;
});

/** `001 sla 3.d` for what the standard says; with `basis: inferred` and the reason where the office decided. */
export const source = z.union([
  text,
  z.strictObject({ basis: z.enum(['stated', 'inferred']), ref: text, why: text.optional() }),
]);

const wordRule = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]+$/, 'is no id: small letters, digits and hyphens')
      .optional(),
    weight: z.int().min(1).max(6),
    any: phrases.optional(),
    all: z.array(phrases).min(1).optional(),
    none: phrases.optional(),
  })
  .refine((rule) => rule.any ?? rule.all, { message: 'needs "any" (a list of phrases) or "all" (several such lists)' });
export const wordRules = z.array(wordRule);

export const time = z.string().regex(/^([01]\d|2[0-3])[.:][0-5]\d$/, 'is no time of day such as 08.00');
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'is no date such as 2026-12-24');

export const organisationFile = z.strictObject({
  name: text,
  full_name: text,
  desk_name: text,
  phones: z.array(text).min(1),
  whatsapp: text,
  visit: text,
  signature: text,
  footer: text,
  fax: text.optional(),
  portal: text.optional(),
  /** Titles as letters print them: the head of the office. */
  head: text.optional(),
});

const team = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9-]+$/, 'is no team code such as RFT-AKUN'),
  name: text,
  address: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9._+-]+(@[a-z0-9.-]+)?$/, 'is no address: rft-akun, or with its domain'),
  aliases: z.array(text).default([]),
  members: z.array(z.email()).default([]),
  member_units: z.array(text).default([]),
  source: source.optional(),
});
export const teamsFile = z.strictObject({
  desk: text,
  /** Answers complaints; the desk's mailbox does where it is left out. */
  desk_lead: z.strictObject({ name: text, address: text }).optional(),
  teams: z.array(team).min(1),
});
/** Posts whose holders confirm by reply, step by step; a chain names them by their code. */
export const officialsFile = z.strictObject({
  officials: z
    .array(
      z.strictObject({
        code: team.shape.code,
        /** As letters call the post. */
        title: text,
        address: team.shape.address,
      }),
    )
    .min(1),
});

const dayOff = z.strictObject({
  date,
  day: z.enum(['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']),
  type: z.enum(['nasional', 'cuti_bersama', 'lain']),
  name: text,
  estimated: z.boolean().default(false),
});
const hours = z.strictObject({ from: date, to: date, opens: time, closes: time, why: text });
export const calendarFile = z.strictObject({
  zone: z.enum(['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura']),
  opens: time,
  closes: time,
  hours: z.array(hours).default([]),
  years: z.record(
    z.string().regex(/^\d{4}$/, 'is no year such as 2026'),
    z.strictObject({ basis: text, days: z.array(dayOff).min(1) }),
  ),
});

export const kindsFile = z.strictObject({
  request: wordRules.min(1),
  incident: wordRules.min(1),
  complaint: wordRules.min(1),
  question: wordRules.min(1),
  status: wordRules.min(1),
  irrelevant: wordRules.min(1),
});

const incident = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'is no id: small letters, digits and hyphens'),
  team: text,
  /** What the incident is about, where that is one service. */
  service: text.optional(),
  short: text.max(40),
  /** For English letters; absent: the Indonesian one. So are all `…_en`. */
  short_en: text.max(40).optional(),
  words: wordRules.min(1),
});
const grade = z.strictObject({
  id: incident.shape.id,
  name: text,
  name_en: text.optional(),
  words: phrases.optional(),
});
/** The first grade whose words stand in the mail counts; the last has none and is what is left. */
const priorities = z.strictObject({
  source,
  impact: z.array(grade).min(1),
  urgency: z.array(grade).min(1),
  levels: z
    .array(z.strictObject({ id: text, name: text, name_en: text.optional(), text, text_en: text.optional() }))
    .min(1),
  matrix: z.record(text, z.record(text, text)),
});
/** When two reports are one fault; without it none are. */
const sameFault = z.strictObject({
  personal: phrases,
  many: phrases,
  symptoms: z.array(z.strictObject({ id: incident.shape.id, words: phrases })).min(1),
  things: z
    .array(
      z.strictObject({
        id: incident.shape.id,
        /** One service for all units. */
        central: z.boolean().default(false),
        /** Counts only where no other thing is named. */
        general: z.boolean().default(false),
        /** Only where both name the same place. */
        place: z.boolean().default(false),
        words: phrases,
      }),
    )
    .min(1),
  parts: phrases,
  /** What follows these words is a place or a part. */
  places: phrases,
  /** First parts of unit codes that hold offices in different places. */
  offices_apart: z.array(text),
});
export const incidentsFile = z.strictObject({
  priorities: priorities.optional(),
  same_fault: sameFault.optional(),
  incidents: z.array(incident).min(1),
});

/** Codes that an older standard printed. */
export const codesFile = z.strictObject({
  codes: z.array(z.strictObject({ code: text, successor: text, note: text, note_en: text.optional(), source })).min(1),
});

/** The head of a knowledge article; its text follows in Markdown. */
export const articleHead = z.strictObject({
  number: z.string().regex(/^\d{3,}$/, 'is no article number such as "003"'),
  title: text,
  category: text,
  sub_category: text.optional(),
  contributor: text,
  words: phrases,
  variants: z.array(text).default([]),
  source,
});

export const repliesFile = z.partialRecord(z.enum(REPLY_CLASSES), phrases);
/** Words of one meaning, under a name of one's own. */
export const conceptsFile = z.record(text, phrases);
/** Full word -> its short and wrong spellings. */
export const abbreviationsFile = z.record(text, phrases);

/** One sentence a line. */
const lines = z.string().transform((written): readonly string[] =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);
const manyLines = lines.default([]);
/** What people write about one service (`examples/<code>.yaml`), or about none (`examples/general.yaml`). */
export const examplesFile = z.strictObject({
  /** By the id of the variant, without the code of the service. */
  requests: z.record(text, lines).default({}),
  incident: manyLines,
  complaint: manyLines,
  question: manyLines,
  status: manyLines,
  /** Requests that are no business of ours; in `general.yaml` only. */
  outside: manyLines,
  /** Not even requests; in `general.yaml` only. */
  irrelevant: manyLines,
});

/** What a paper may hold that its reader should know of; the codes of `PaperWarning`. */
const PAPER_DANGERS = [
  'script',
  'launch-action',
  'embedded-file',
  'macro',
  'formula',
  'external-link',
  'several-formats',
] as const;

export const settingsFile = z.strictObject({
  notify_superior: z.boolean(),
  cc_only_needs_reply: z.boolean(),
  first_response_minutes: z.int().min(1).max(1440),
  reopen_calendar_days: z.int().min(0).max(365),
  confidence_threshold: z.number().min(0).max(1),
  resolve_needs_label: z.boolean().default(false),
  withhold_papers_with: z.array(z.enum(PAPER_DANGERS)).default([]),
  public_mail_providers: z
    .array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'a domain such as gmail.com'))
    .default([]),
  emergency: z.strictObject({ active: z.boolean(), text }).optional(),
  maintenance: z.strictObject({ active: z.boolean(), services: z.array(text).default([]), text }).optional(),
});

export type WordRuleFile = z.infer<typeof wordRule>;
export type SourceEntry = z.infer<typeof source>;
export type OrganisationFile = z.infer<typeof organisationFile>;
export type TeamsFile = z.infer<typeof teamsFile>;
export type CalendarFile = z.infer<typeof calendarFile>;
export type KindsFile = z.infer<typeof kindsFile>;
export type IncidentsFile = z.infer<typeof incidentsFile>;
export type RepliesFile = z.infer<typeof repliesFile>;
export type AbbreviationsFile = z.infer<typeof abbreviationsFile>;
export type CodesFile = z.infer<typeof codesFile>;
export type ArticleHead = z.infer<typeof articleHead>;
export type ExamplesFile = z.infer<typeof examplesFile>;
export type SettingsFile = z.infer<typeof settingsFile>;

function asList(written: string | readonly string[]): readonly string[] {
  return typeof written === 'string' ? written.split(',').filter((part) => part.trim() !== '') : written;
}
