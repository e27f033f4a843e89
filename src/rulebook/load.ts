/**
 * From the folder `rules/` to a Rulebook, or to every fault at once, each with file, line and column. First each file alone
 * (notation, shape), then the files against each other; a rulebook exists only where nothing at all is wrong.
 */
import { asTeamCode } from '../shared/ids.ts';
import type { ByteCache } from '../shared/byte-cache.ts';
import { buildArticle, buildOfIncidents, buildSuspensions } from './build-extras.ts';
import { buildService, buildSource, buildWordRules } from './build-service.ts';
import { buildCalendar } from './calendar.ts';
import { checkExamples, checkNewSentences, type Classify } from './check-examples.ts';
import { crossCheck } from './cross-check.ts';
import type { RuleFault } from './fault.ts';
import { buildAuthentication } from './authentication.ts';
import { buildFollowUp, NO_FOLLOW_UP } from './follow-up.ts';
import { buildRetention } from './retention.ts';
import { spokenForms } from './spoken.ts';
import { readRuleSet, type RuleSet, type ServiceExamples } from './rule-set.ts';
import { checkNeverMet, type Meets } from './word-lists.ts';
import type { Official } from './chain.ts';
import type { IncidentRoute, KindWords, Organisation, Rulebook, Sentences, Team } from './rulebook.ts';
import type { AbbreviationsFile, IncidentsFile, OrganisationFile, SettingsFile, TeamsFile } from './schema.ts';

export interface LoadOptions {
  /** Completes the bare addresses of teams. */
  readonly mailboxDomain: string;
  /** Years that must have a calendar, e.g. the current one. */
  readonly neededYears?: readonly number[];
  /** Best ranks found in the directory; a service that asks for a rank nobody holds is a fault. */
  readonly ranksHeld?: readonly number[];
  /** What the examples of the variants are tried with. */
  readonly classify?: Classify;
  /** What the words of the files are tried with; without it nothing is said of them. */
  readonly meets?: (rulebook: Rulebook) => Meets;
  /** Where the values of the files are kept from one load to the next. */
  readonly cache?: ByteCache;
}

export type LoadOutcome =
  /** The doubts hold nothing up. */
  | { readonly kind: 'ok'; readonly rulebook: Rulebook; readonly doubts: readonly RuleFault[] }
  | { readonly kind: 'faulty'; readonly faults: readonly RuleFault[] };

export function loadRulebook(dir: string, options: LoadOptions): LoadOutcome {
  const { ruleSet, faults: shapeFaults } = readRuleSet(dir, options.cache);
  const faults = [...shapeFaults, ...crossCheck(ruleSet, options)];
  const rulebook = faults.length === 0 ? buildRulebook(ruleSet, options.mailboxDomain) : null;
  if (rulebook === null) return { kind: 'faulty', faults };
  const exampleFaults = options.classify ? unwonExamples(ruleSet, rulebook, options.classify) : [];
  if (exampleFaults.length > 0) return { kind: 'faulty', faults: exampleFaults };
  return { kind: 'ok', rulebook, doubts: options.meets ? checkNeverMet(ruleSet, options.meets(rulebook)) : [] };
}

/** An example that is wrong spoils what is learnt of others, so the sentences are tried when all examples are right. */
function unwonExamples(set: RuleSet, rulebook: Rulebook, classify: Classify): readonly RuleFault[] {
  const faults = checkExamples(set.services, rulebook, classify);
  return faults.length > 0 ? faults : checkNewSentences(set.examples, rulebook, classify);
}

/** Null when a file is missing, which is a fault already. */
function buildRulebook(set: RuleSet, mailboxDomain: string): Rulebook | null {
  const { organisation, teams, calendar, requirements, kinds, incidents, replies, abbreviations, settings } = set;
  if (!organisation || !teams || !calendar || !requirements || !kinds || !incidents) return null;
  if (!replies || !abbreviations || !settings) return null;
  const { derived, requirements: known } = requirements.value;
  const officials = officialsOf(set, mailboxDomain);
  return {
    version: set.version,
    organisation: buildOrganisation(organisation.value),
    services: set.services.map((service) => buildService(service.value, requirements.value, officials)),
    teams: teams.value.teams.map((team) => buildTeam(team, mailboxDomain)),
    deskTeam: asTeamCode(teams.value.desk),
    ...leadOf(teams.value, mailboxDomain),
    calendar: buildCalendar(calendar.value, set.version),
    kinds: buildKinds(kinds.value),
    ...buildOfIncidents(incidents.value),
    articles: set.articles.map(buildArticle),
    oldCodes: (set.codes?.value.codes ?? []).map(({ code, successor, note, note_en: noteEn }) => ({
      code,
      successor,
      note,
      ...(noteEn !== undefined && { noteEn }),
    })),
    suspensions: buildSuspensions(settings.value, set),
    incidents: incidents.value.incidents.map(buildRoute),
    replies: replies.value,
    ...(set.concepts && { concepts: set.concepts.value }),
    ...(set.parting && { parting: set.parting.value }),
    ...(set.continuations && { continuations: set.continuations.value }),
    ...(set.wording && { wording: set.wording.value }),
    ...(set['reply-examples'] && { replyExamples: set['reply-examples'].value }),
    ...(set['reply-clauses'] && { replyClauses: set['reply-clauses'].value.approver }),
    ...(set.examples.length > 0 && { sentences: buildSentences(set.examples) }),
    abbreviations: writtenOut(abbreviations.value, set),
    requirementTexts: textsOf({ ...known, ...derived }),
    ...(requirements.value.other_papers && { otherPapers: requirements.value.other_papers }),
    settings: buildSettings(settings.value),
    ...policiesOf(set),
  };
}

function buildRoute(route: IncidentsFile['incidents'][number]): IncidentRoute {
  return {
    id: route.id,
    team: asTeamCode(route.team),
    shortName: route.short,
    ...(route.short_en !== undefined && { shortNameEn: route.short_en }),
    ...(route.service !== undefined && { service: route.service }),
    words: buildWordRules(`incident/${route.id}`, route.words),
  };
}

/** Files that an office may do without, with what holds then. */
function policiesOf(set: RuleSet): Pick<Rulebook, 'followUp' | 'retention' | 'authentication'> {
  return {
    followUp: set['follow-up'] ? buildFollowUp(set['follow-up'].value) : NO_FOLLOW_UP,
    ...(set.retention && { retention: buildRetention(set.retention.value) }),
    ...(set.authentication && { authentication: buildAuthentication(set.authentication.value) }),
  };
}

function buildOrganisation(file: OrganisationFile): Organisation {
  const { full_name: fullName, desk_name: deskName, fax, portal, head, ...same } = file;
  return {
    ...same,
    fullName,
    deskName,
    ...(fax !== undefined && { fax }),
    ...(portal !== undefined && { portal }),
    ...(head !== undefined && { head }),
  };
}

function leadOf({ desk_lead: lead }: TeamsFile, mailboxDomain: string): Pick<Rulebook, 'deskLead'> {
  if (lead === undefined) return {};
  return { deskLead: { name: lead.name, address: fullAddress(lead.address, mailboxDomain) } };
}

function buildTeam(file: TeamsFile['teams'][number], mailboxDomain: string): Team {
  return {
    code: asTeamCode(file.code),
    name: file.name,
    address: fullAddress(file.address, mailboxDomain),
    aliases: file.aliases,
    members: file.members.map((address) => address.toLowerCase()),
    memberUnits: file.member_units,
    ...(file.source !== undefined && { source: buildSource(file.source) }),
  };
}

function fullAddress(address: string, mailboxDomain: string): string {
  return address.includes('@') ? address : `${address}@${mailboxDomain}`;
}

function officialsOf(set: RuleSet, mailboxDomain: string): readonly Official[] {
  return (set.officials?.value.officials ?? []).map((official) => ({
    ...official,
    address: fullAddress(official.address, mailboxDomain),
  }));
}

function buildKinds(file: Readonly<Record<keyof KindWords, Parameters<typeof buildWordRules>[1]>>): KindWords {
  const words = (kind: keyof KindWords): KindWords[typeof kind] => buildWordRules(`kind/${kind}`, file[kind]);
  return {
    request: words('request'),
    incident: words('incident'),
    complaint: words('complaint'),
    question: words('question'),
    status: words('status'),
    irrelevant: words('irrelevant'),
  };
}

function buildSentences(files: readonly ServiceExamples[]): Sentences {
  const ofKind = (
    kind: 'incident' | 'complaint' | 'question' | 'status',
  ): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(files.map(({ about, value }) => [about, value[kind]]));
  return {
    requests: new Map(
      files.flatMap(({ about, value }) =>
        Object.entries(value.requests).map(([id, texts]) => [`${about}/${id}`, texts] as const),
      ),
    ),
    others: new Map([
      ['incident', ofKind('incident')],
      ['complaint', ofKind('complaint')],
      ['question', ofKind('question')],
      ['status', ofKind('status')],
    ]),
    outside: files.flatMap(({ value }) => value.outside),
    irrelevant: files.flatMap(({ value }) => value.irrelevant),
  };
}

function textsOf(entries: Readonly<Record<string, { readonly text: string }>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(entries).map(([key, { text }]) => [key, text]));
}

function shortToFull(file: AbbreviationsFile): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(file).flatMap(([full, shorts]) => shorts.map((short) => [short, full])));
}

/** What the list says, and how the verbs that the files know are said. */
function writtenOut(file: AbbreviationsFile, set: RuleSet): Readonly<Record<string, string>> {
  const listed = shortToFull(file);
  const texts = [
    ...set.examples.flatMap(({ value }) => Object.values(value).flatMap(textsIn)),
    ...Object.values(set.concepts?.value ?? {}).flat(),
    ...Object.values(set.replies?.value ?? {}).flat(),
  ];
  return { ...spokenForms(wordsOf(texts), listed), ...listed };
}

function textsIn(value: readonly string[] | Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.values(value).flat();
}

function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts
      .join('\n')
      .toLowerCase()
      .match(/[a-z]+/g),
  );
}

function buildSettings(file: SettingsFile): Rulebook['settings'] {
  return {
    notifySuperior: file.notify_superior,
    ccOnlyNeedsReply: file.cc_only_needs_reply,
    firstResponseMinutes: file.first_response_minutes,
    reopenCalendarDays: file.reopen_calendar_days,
    confidenceThreshold: file.confidence_threshold,
    resolveNeedsLabel: file.resolve_needs_label,
    withholdPapersWith: file.withhold_papers_with,
    publicMailProviders: file.public_mail_providers,
  };
}
