/** From the files' shape to what the stages see: defaults filled in, ranks as numbers, ids and printed words derived. */
import type { Rank } from '../directory/person.ts';
import { asTeamCode } from '../shared/ids.ts';
import { minuteOf } from './calendar.ts';
import type { Official, OfficialChain } from './chain.ts';
import type {
  Requirement,
  Service,
  ServiceLevel,
  Source,
  ToldSource,
  Variant,
  VariantSources,
  WordRule,
} from './rulebook.ts';
import type { RANKS, SourceEntry, WordRuleFile } from './schema.ts';
import type {
  RequirementEntry,
  RequirementsFile,
  ServiceFile,
  ServiceLevelEntry,
  VariantFile,
} from './service-schema.ts';

/** A service that is not active has no variants: what is described of it is kept in the file but not yet used. */
export function buildService(file: ServiceFile, known: RequirementsFile, officials: readonly Official[] = []): Service {
  return {
    code: file.code,
    name: file.name,
    aliases: file.aliases,
    cc: file.cc === 'none' ? null : { minimumRank: rankOf(file.cc.rank) },
    team: asTeamCode(file.team),
    ticketType: file.ticket,
    variants: file.active ? file.variants.map((variant) => buildVariant(file.code, variant, { known, officials })) : [],
    words: buildWordRules(file.code, file.words),
    source: buildSource(file.source),
    ...(file.cc !== 'none' && { ccSource: buildSource(file.cc.source) }),
  };
}

/** @param owner what the rules point to; `ITSM.8/reset-password` gives ids such as `ITSM.8/reset-password#lupa-password` */
export function buildWordRules(owner: string, rules: readonly WordRuleFile[]): readonly WordRule[] {
  return rules.map((rule) => ({
    id: `${owner}#${localIdOf(rule)}`,
    all: groupsOf(rule),
    none: rule.none ?? [],
    weight: rule.weight,
  }));
}

/** The id given, else the first phrase. */
export function localIdOf(rule: WordRuleFile): string {
  const first = groupsOf(rule)[0]?.[0] ?? '';
  return rule.id ?? first.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}

export function groupsOf(rule: WordRuleFile): readonly (readonly string[])[] {
  return [...(rule.any ? [rule.any] : []), ...(rule.all ?? [])];
}

export function rankOf(roman: (typeof RANKS)[number]): Rank {
  const numbers = { I: 1, II: 2, III: 3, IV: 4 } as const;
  return numbers[roman];
}

interface Known {
  readonly known: RequirementsFile;
  readonly officials: readonly Official[];
}

function buildVariant(service: string, file: VariantFile, { known, officials }: Known): Variant {
  const slug = `${service}/${file.id}`;
  return {
    slug,
    code: file.code,
    name: file.name,
    shortName: file.short,
    shortNameEn: file.short_en,
    approval: file.approval ? { minimumRank: rankOf(file.approval.rank), ask: file.approval.ask } : null,
    ...(file.chain && { chain: buildChain(file.chain, officials) }),
    requirements: file.requirements.map((entry) => buildRequirement(entry, known)),
    serviceLevel: buildServiceLevel(file.service_level, (file.quantity?.min ?? 1) <= 1),
    leadTime: file.lead_time
      ? {
          inJakarta: file.lead_time.in_jakarta,
          elsewhere: file.lead_time.elsewhere,
          ...(file.lead_time.place === 'any' && { asksPlace: false }),
          text: file.lead_time.text,
        }
      : null,
    quantity: file.quantity
      ? { min: file.quantity.min ?? null, max: file.quantity.max ?? null, unit: file.quantity.unit }
      : null,
    sensitive: file.sensitive !== undefined,
    weakYes: file.weak_yes,
    ...(file.confirm_fulfilment === 'desk' && { confirmFulfilment: 'desk' }),
    ...buildTold(file),
    words: buildWordRules(slug, file.words),
    examples: file.examples,
    source: buildSource(file.source),
    sources: buildSources(file),
    ...(file.ticket && { ticketType: file.ticket }),
    ...(file.team !== undefined && { team: asTeamCode(file.team) }),
  };
}

/** Cross-checks have seen to it that every official is known. */
function buildChain(file: NonNullable<VariantFile['chain']>, officials: readonly Official[]): OfficialChain {
  const links = (entries: typeof file.onward, no: 'end' | 'team'): OfficialChain['onward'] =>
    entries.flatMap(({ official: code, does, on_no: onNo, on_silence: onSilence }) =>
      officials
        .filter((official) => official.code === code)
        .map((official) => ({ official, does, onNo: onNo ?? no, onSilence })),
    );
  return { onward: links(file.onward, 'end'), back: links(file.back, 'team') };
}

/** What letters tell and ask, in both languages. */
function buildTold(file: VariantFile): Pick<Variant, 'remarks' | 'remarksEn' | 'notes' | 'questions'> {
  return {
    remarks: file.remarks.map(remarkText),
    ...(file.remarks_en.length > 0 && { remarksEn: file.remarks_en }),
    notes: file.notes.map(({ text, text_en: textEn, when }) => ({ text, ...inEnglish(textEn), when })),
    questions: file.questions.map(({ text, text_en: textEn, facts, words }) => ({
      text,
      ...inEnglish(textEn),
      facts,
      words,
    })),
  };
}

function remarkText(remark: VariantFile['remarks'][number]): string {
  return typeof remark === 'string' ? remark : remark.text;
}

function inEnglish(text: string | undefined): { readonly textEn?: string } {
  return text === undefined ? {} : { textEn: text };
}

function buildSources(file: VariantFile): VariantSources {
  return {
    serviceLevel: buildSource(file.service_level.source),
    ...(file.approval && { approval: buildSource(file.approval.source) }),
    ...(file.lead_time && { leadTime: buildSource(file.lead_time.source) }),
    ...(file.quantity && { quantity: buildSource(file.quantity.source) }),
    ...(file.sensitive && { sensitive: buildSource(file.sensitive) }),
    told: [
      ...file.remarks.map((remark) =>
        toldSource(remarkText(remark), typeof remark === 'string' ? undefined : remark.source),
      ),
      ...[...file.notes, ...file.questions].map(({ text, source }) => toldSource(text, source)),
    ],
  };
}

function toldSource(text: string, source: SourceEntry | undefined): ToldSource {
  return { text, source: source === undefined ? null : buildSource(source) };
}

export function buildSource(entry: SourceEntry): Source {
  if (typeof entry === 'string') return { basis: 'stated', ref: entry };
  return { basis: entry.basis, ref: entry.ref, ...(entry.why !== undefined && { why: entry.why }) };
}

function buildRequirement(entry: RequirementEntry, known: RequirementsFile): Requirement {
  const common = known.requirements[entry.key];
  return {
    key: entry.key,
    kind: common?.kind ?? 'document',
    phase: common?.phase ?? 'submission',
    text: entry.text ?? common?.text ?? entry.key,
    words: entry.words ?? common?.words ?? [],
    onlyWhen: entry.only_when ?? [],
    ...(entry.only_without && { onlyWithout: entry.only_without }),
    signerRank: entry.signer_rank ? rankOf(entry.signer_rank) : null,
    ...(entry.signer_titles && { signerTitles: entry.signer_titles }),
    ...(entry.signer_in_line && { signerInLine: true }),
    ...(entry.form_says && { formSays: entry.form_says }),
    ...(common?.names && { names: common.names }),
    ...(common?.enough_said && { enoughSaid: common.enough_said }),
    ...(common?.quoted && { quoted: common.quoted }),
    ...(common?.not_when && { notWhen: common.not_when }),
    ...(common?.addressee && { addressee: common.addressee }),
    ...(common?.unit_words && { unitWords: common.unit_words }),
    source: buildSource(entry.source),
  };
}

/** @param single the variant is for single things: one where no number is said */
function buildServiceLevel(entry: ServiceLevelEntry, single: boolean): ServiceLevel {
  const startsWhen = entry.starts_when ?? 'complete';
  const say = (words: string): string => entry.text ?? words;
  if (entry.working_hours !== undefined) {
    return {
      kind: 'working-hours',
      hours: entry.working_hours,
      words: say(`${entry.working_hours} jam kerja`),
      startsWhen,
    };
  }
  if (entry.working_days !== undefined) {
    return {
      kind: 'working-days',
      days: entry.working_days,
      words: say(`${entry.working_days} hari kerja`),
      startsWhen,
    };
  }
  if (entry.at_event) {
    const closeAfterDays = entry.close_after_days ?? 1;
    const words = `pada saat kegiatan; tiket ditutup ${closeAfterDays} hari kerja setelahnya`;
    return { kind: 'at-event', closeAfterDays, words: say(words) };
  }
  if (entry.tiers) {
    const tiers = entry.tiers.map((tier) => ({ upTo: tier.up_to, days: tier.working_days }));
    return { kind: 'tiers', tiers, words: say(tierWords(tiers)), ...(single && { assumed: 1 }) };
  }
  if (entry.windows) return buildWindows(entry.windows, entry.notice_hours ?? null, say);
  return { kind: 'unstated', words: say('waktu pemenuhan belum ditetapkan dalam standar pelayanan') };
}

function buildWindows(
  entries: NonNullable<ServiceLevelEntry['windows']>,
  noticeHours: number | null,
  say: (words: string) => string,
): ServiceLevel {
  const words = entries.map(
    ({ from, to, due, by }) =>
      `ditanggapi pukul ${dotted(from)}–${dotted(to)}: ${due === 'same-day' ? 'hari yang sama' : 'hari kerja berikutnya'} pukul ${dotted(by)}`,
  );
  return {
    kind: 'windows',
    windows: entries.map(({ from, to, due, by }) => ({
      fromMinute: minuteOf(from),
      toMinute: minuteOf(to),
      dueDays: due === 'same-day' ? 0 : 1,
      dueMinute: minuteOf(by),
    })),
    noticeHours,
    words: say(words.join('; ')),
  };
}

function dotted(time: string): string {
  return time.replace(':', '.');
}

function tierWords(tiers: readonly { upTo: number; days: number }[]): string {
  return tiers
    .map(({ upTo, days }, index) => `${(tiers[index - 1]?.upTo ?? 0) + 1}–${upTo}: ${days} hari kerja`)
    .join('; ');
}
