/** What somebody has to know of an attachment before he opens it, or instead of it. */
import type { PaperReading, PaperWarning } from '../../parse/document.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { FieldValue, LetterFields } from '../letter.ts';
import type { LetterContext, MarkedFile, SourceMail } from './context.ts';
import { oneLine } from './own-words.ts';
import { findVariant, flags } from './request-fields.ts';

const WARNINGS: readonly PaperWarning[] = [
  ...(['script', 'launch-action', 'embedded-file', 'macro', 'formula', 'external-link', 'several-formats'] as const),
];
const LISTS: readonly PaperReading['type'][] = ['daftar-akun', 'daftar-perangkat'];
const LONGEST_FILENAME = 80;
const LONGEST_REASON = 200;
const LONGEST_ROWS = 400;
const MOST_FILES = 10;
const MOST_ROW_FAULTS = 6;
const MOST_ROWS = 10;

/** Of the files attached; those of which nothing is to be said are left out. */
export function marksOf(papers: readonly PaperReading[]): readonly MarkedFile[] {
  const files = Map.groupBy(papers, ({ filename }) => filename);
  return [...files].flatMap(([filename, readings]) => {
    const warnings = [...new Set(readings.flatMap((reading) => reading.warnings ?? []))];
    const bad = readings.find(({ type }) => type === 'unreadable');
    const isByName = readings.every(isUnreadPicture);
    const rows = faultyRows(readings);
    if (warnings.length === 0 && bad === undefined && !isByName && rows === '') return [];
    const unread = bad === undefined ? null : reasonOf(bad);
    const isOverLimit = bad?.isOverLimit === true;
    return [{ filename, warnings, unread, isOverLimit, ...(isByName && { isByName }), ...(rows !== '' && { rows }) }];
  });
}

/**
 * Rows of lists, the same fault told once: "baris 3, 5: NIP belum diisi". Whoever has to mend an asked list hears it, too; for a list that
 * nobody has asked this is all that is said.
 */
function faultyRows(readings: readonly PaperReading[]): string {
  const faulty = readings
    .filter(({ type }) => LISTS.includes(type))
    .flatMap(({ problems }) => problems)
    .flatMap(({ row, text }) => (row === null ? [] : [{ row, text: text.replace(/^Baris \d+: /, '') }]));
  const groups = [...Map.groupBy(faulty, ({ text }) => text)];
  const shown = groups.slice(0, MOST_ROW_FAULTS).map(([text, of]) => {
    const numbers = of.slice(0, MOST_ROWS).map(({ row }) => row);
    return `baris ${numbers.join(', ')}${of.length > MOST_ROWS ? ' dan lainnya' : ''}: ${text}`;
  });
  return [...shown, ...(groups.length > MOST_ROW_FAULTS ? ['dan lainnya'] : [])].join('; ');
}

/** Scanned or photographed, and nothing of it could be told: what it stands for, its name alone says. */
function isUnreadPicture({ type, scan, text, codes = [] }: PaperReading): boolean {
  return type === 'other' && scan !== undefined && text.trim() === '' && codes.length === 0;
}

function reasonOf({ within, problems }: PaperReading): string {
  const text = problems[0]?.text ?? '';
  return within === undefined ? text : `${within}: ${text}`;
}

/** True where one of them holds what the office wants seen by the desk first. */
export function withholds(
  { withholdPapersWith = [] }: Rulebook['settings'],
  marks: readonly Pick<MarkedFile, 'warnings'>[],
): boolean {
  return marks.some(({ warnings }) => warnings.some((warning) => withholdPapersWith.includes(warning)));
}

/** Names of the attachments, each with what is to be said of it: for whoever is to open them. */
export function attachmentFields(mail: SourceMail | null, later: readonly SourceMail[] = []): LetterFields {
  const mails = [...(mail === null ? [] : [mail]), ...later];
  const attachments = mails.flatMap(filesOf);
  return {
    attachments,
    hasAttachments: attachments.length > 0,
    notScanned: mails.some(({ notScanned }) => notScanned === true),
  };
}

function filesOf({ attachments, marks = [] }: SourceMail): readonly FieldValue[] {
  const byName = new Map(marks.map((mark) => [mark.filename, mark]));
  return attachments.map((filename) => fileFields(filename, byName.get(filename)));
}

function fileFields(filename: string, mark: MarkedFile | undefined): FieldValue {
  const warnings = mark?.warnings ?? [];
  const on = WARNINGS.flatMap((code) => Object.entries(flags([code], warnings.includes(code) ? code : null)));
  return {
    name: oneLine(filename, LONGEST_FILENAME),
    ...Object.fromEntries(on),
    unread: mark?.unread ? clause(mark.unread) : null,
    isByName: mark?.isByName === true,
    rows: mark?.rows === undefined ? null : oneLine(mark.rows, LONGEST_ROWS),
  };
}

/**
 * Attachments that could not be read, for whoever sent them: he can send them otherwise. Not those that the letter holds against the
 * request anyway; and what is only too large to be read here matters where we are to check it, on a form or a list.
 */
export function unreadFields(context: LetterContext): LetterFields {
  const { source, faults = [] } = context;
  const told = new Set(faults.map(({ filename }) => filename));
  const asksCheck = findVariant(context)?.requirements.some(({ kind }) => kind === 'form' || kind === 'list') ?? false;
  const unread = (source?.marks ?? [])
    .filter(({ filename, isOverLimit }) => !told.has(filename) && (!isOverLimit || asksCheck))
    .flatMap(({ filename, unread }) =>
      unread === null ? [] : [{ filename: oneLine(filename, LONGEST_FILENAME), reason: clause(unread) }],
    )
    .slice(0, MOST_FILES);
  return { unread, hasUnread: unread.length > 0, unreadOne: unread.length === 1 };
}

export const NOTHING_UNREAD: LetterFields = { unread: [], hasUnread: false, unreadOne: false };

/** A sentence as part of another: "Berkas ini rusak." becomes "berkas ini rusak". */
function clause(sentence: string): string {
  const text = oneLine(sentence, LONGEST_REASON);
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}
