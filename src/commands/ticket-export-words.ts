/** How the history of a ticket is put into words: people by name, codes by templates/evidence.yaml, NIPs and passwords masked. */
import { findService, findVariant } from '../decide/catalogue.ts';
import { oneLine } from '../decide/letters/own-words.ts';
import { shortMoment } from '../papers/make/evidence/moment.ts';
import type { EvidenceWords } from '../papers/make/evidence/words.ts';
import type { TicketRecord } from '../record/store.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { toIso, type EpochMs, type ZoneId } from '../shared/time.ts';

export interface Telling {
  /** `Atasan menyetujui`; the code itself where it has no words. */
  event(type: string): string;
  /** `terkirim` for `letter-state` and `sent`. */
  code(name: string, code: string): string;
  letter(template: string): string;
  /** `Tim: RFT Akun`; null for fields that are not told. */
  field(name: string, value: unknown): string | null;
  /** `Budi Santoso <budi@…>`. */
  person(id: string): string;
  /** One line, masked. */
  text(written: string, longest?: number): string;
  iso(at: EpochMs): string;
  moment(at: EpochMs): string;
  service(code: string | null): string;
  variant(slug: string | null): string;
}

export interface TellingNeeds {
  readonly words: EvidenceWords;
  readonly rulebook: Rulebook | null;
  readonly zone: ZoneId;
  readonly ticket: Pick<TicketRecord, 'people'>;
}

/** What stands in the place of words, names and addresses that are not kept any more. */
export const REMOVED = 'sudah dihapus menurut masa simpan';
const LONGEST = 600;
const PEOPLE = new Set(['requester', 'approver', 'superior', 'writer', 'deputy']);
const INSTANTS = new Set(['until', 'from']);

export function makeTelling({ words, rulebook, zone, ticket }: TellingNeeds): Telling {
  const people = new Map<string, { readonly address: string; readonly name: string }>(ticket.people);
  const telling: Telling = {
    event: (type) => words.events[type] ?? type,
    code: (name, code) => words.codes[name]?.[code] ?? code,
    letter: (template) => words.letters[template] ?? template,
    field: (name, value) => {
      const label = words.fields[name];
      const told = label === undefined ? '' : valueOf(telling, rulebook, { name, value });
      return told === '' ? null : `${label}: ${told}`;
    },
    person: (id) => {
      const person = people.get(id);
      if (!person) return id;
      if (person.address === '') return `${id} (nama dan alamat ${REMOVED})`;
      return telling.text(person.name === '' ? person.address : `${person.name} <${person.address}>`);
    },
    text: (written, longest = LONGEST) => oneLine(written, longest),
    iso: (at) => toIso(at, zone),
    moment: (at) => shortMoment(toIso(at, zone)),
    service: (code) => named(code, rulebook === null ? null : (findService(rulebook, code)?.name ?? null)),
    variant: (slug) => named(slug, rulebook === null ? null : (findVariant(rulebook, slug)?.name ?? null)),
  };
  return telling;
}

function valueOf(
  telling: Telling,
  rulebook: Rulebook | null,
  { name, value }: { readonly name: string; readonly value: unknown },
): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map((one) => valueOf(telling, rulebook, { name, value: one })).join(' ');
  if (typeof value === 'number') {
    if (INSTANTS.has(name)) return telling.moment(value);
    return name === 'confidence' ? `${Math.round(value * 100)} %` : String(value);
  }
  const text = String(value);
  if (PEOPLE.has(name)) return telling.person(text);
  if (name === 'service') return telling.service(text);
  if (name === 'variant') return telling.variant(text);
  if (name === 'team') return named(text, rulebook?.teams.find(({ code }) => code === text)?.name ?? null);
  if (name === 'missing') return telling.text(rulebook?.requirementTexts?.[text] ?? text);
  return telling.text(telling.code(name, text));
}

function named(code: string | null, name: string | null): string {
  if (code === null) return '';
  return name === null ? code : `${name} (${code})`;
}
