/** What is missing or wrong in a form, by the labels that stand on it and in its order. Whether names fit the directory is asked elsewhere. */
import type { DocumentProblem } from '../parse/document.ts';
import type { FieldRule, Fields } from './form-rules.ts';
import { nipProblem, tidyNip } from './nip.ts';
import { toIsoDate } from './paper-date.ts';

const MOST_NAMED = 6;
/** "3 (tiga) akun": the number that counts. */
const COUNT = /^(\d{1,4}) ?(?:\([a-z ]{3,40}\))? ?(?:akun|orang|pegawai|user|pengguna|unit|buah|perangkat)?\.?$/i;
/** With its area in brackets and its extension behind, as people write them. */
const PHONE = /^\(?(?:\+62|0)[0-9 .()-]{7,17}(?:,? ?(?:ext|eks|pes|pesawat)\.? ?\d{1,6})?$/i;

/** Dates as ISO, NIPs as digits; what the desk writes (`sd.`) and passwords are not read. */
export function normaliseFields(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !name.startsWith('sd.') && !/(?:password|sandi)/.test(name))
      .map(([name, value]) => [name, normaliseValue(name, value)]),
  );
}

/**
 * A printed form. What its label shows to be empty is missing; where not even the label was found, the reading may be at fault, and that
 * is said instead.
 */
export function checkPrinted(
  rules: readonly FieldRule[],
  fields: Fields,
  seen: ReadonlySet<string>,
): readonly DocumentProblem[] {
  if (Object.keys(fields).length === 0) {
    return [{ field: null, row: null, text: 'Isian formulir hasil cetak ini tidak terbaca' }];
  }
  const problems = checkFields(rules, fields);
  const isUnread = ({ field }: DocumentProblem): boolean =>
    field !== null && fields[field] === undefined && !seen.has(field);
  const unread = problems.filter(isUnread);
  return [
    ...problems.filter((problem) => !isUnread(problem)),
    ...(unread.length > 0 ? [unreadFields(rules, unread)] : []),
  ];
}

function unreadFields(rules: readonly FieldRule[], unread: readonly DocumentProblem[]): DocumentProblem {
  const labels = unread.map(({ field }) => rules.find(({ name }) => name === field)?.label ?? '');
  const more = labels.length > MOST_NAMED ? `, dan ${labels.length - MOST_NAMED} isian lain` : '';
  const text = `Tidak terbaca pada formulir hasil cetak: ${labels.slice(0, MOST_NAMED).join(', ')}${more}`;
  return { field: null, row: null, text };
}

function normaliseValue(name: string, value: string): string {
  if (name.endsWith('.nip')) return tidyNip(value);
  if (/\.tanggal(?:_[a-z]+)?$/.test(name)) return toIsoDate(value) ?? value;
  if (/\.jumlah(?:_[a-z]+)?$/.test(name)) return COUNT.exec(value)?.[1] ?? value;
  return value;
}

/** A form without any field was printed: nothing can be said of what is missing. */
export function checkFields(rules: readonly FieldRule[], fields: Fields): readonly DocumentProblem[] {
  if (Object.keys(fields).length === 0) return [];
  return rules
    .map((rule) => ({ rule, text: problemOf(rule, fields) }))
    .filter(({ text }) => text !== null)
    .map(({ rule, text }) => ({ field: rule.name, row: null, text: text ?? '' }));
}

function problemOf(rule: FieldRule, fields: Fields): string | null {
  const value = fields[rule.name] ?? '';
  if (value === '') return rule.needed === undefined || rule.needed(fields) ? `${rule.label} belum diisi` : null;
  switch (rule.kind) {
    case 'nip':
      return withLabel(rule, nipProblem(value));
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? null
        : `${rule.label} bukan tanggal yang dikenal, contoh: 30 November 2026`;
    case 'email':
      return /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(value) ? null : `${rule.label} bukan alamat surel`;
    case 'phone':
      return PHONE.test(value) ? null : `${rule.label} bukan nomor telepon`;
    case 'count':
      return /^[1-9]\d{0,3}$/.test(value) ? null : `${rule.label} harus angka 1 sampai 9999`;
    case 'reason':
      return value.length >= 10 ? null : `${rule.label} terlalu singkat (paling sedikit 10 huruf)`;
    default:
      return rule.options && !rule.options.includes(value) ? `${rule.label} berisi pilihan yang tidak dikenal` : null;
  }
}

function withLabel(rule: FieldRule, problem: string | null): string | null {
  return problem === null ? null : `${rule.label}: ${problem}`;
}
