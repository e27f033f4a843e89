/** One PDF may hold several papers, one behind the other: form, KTP, letter. Each becomes a reading of its own, by its pages. */
import type { DocumentType, PaperReading } from '../parse/document.ts';
import { textOf, toLines, type Line } from './page-lines.ts';
import { whatItSays } from './paper-of.ts';
import type { PdfContent, PdfPage } from './pdf-content.ts';
import type { PrintedForms } from './printed-forms.ts';
import { beginningOn, recognise } from './recognise.ts';
import { stateOf } from './signature-state.ts';

interface ReadPage {
  readonly page: PdfPage;
  readonly number: number;
  readonly lines: readonly Line[];
}

interface Group {
  readonly type: DocumentType;
  readonly isScan: boolean;
  readonly pages: readonly ReadPage[];
}

const MOST_CHARACTERS = 20_000;
const MOST_PAPERS = 10;

export function papersOf(
  file: Pick<PaperReading, 'filename' | 'sha256'>,
  content: PdfContent,
  forms: PrintedForms,
): readonly PaperReading[] {
  const all = content.pages.map((page, index) => ({ page, number: index + 1, lines: linesOf(page) }));
  const written = all.filter((read) => read.page.isScan || textOfPage(read) !== '');
  const pages = written.length > 0 ? written : all;
  const groups = withFormType(groupPages(pages), recognise(content.fields, ''));
  const owner = ownerOf(groups, content);
  return groups
    .slice(0, MOST_PAPERS)
    .map((group, index) =>
      toReading(file, content, { group, isOwner: index === owner, alone: groups.length === 1, forms }),
    );
}

function linesOf({ pieces, scan }: PdfPage): readonly Line[] {
  return toLines(scan?.pieces ?? pieces);
}

function groupPages(pages: readonly ReadPage[]): readonly Group[] {
  const groups: Group[] = [];
  for (const read of pages) {
    const last = groups.at(-1);
    const isScan = read.page.isScan && textOfPage(read) === '';
    const type = last ? beginningOn(read.lines.map(textOf)) : recognise({}, read.lines.map(textOf).join('\n'));
    const isOfForm = read.page.hasFields && last?.pages.at(-1)?.page.hasFields === true;
    const isSame = type === null || (type === last?.type && !REPEATED.has(type));
    if (last && (isOfForm || (last.isScan === isScan && isSame))) {
      groups[groups.length - 1] = { ...last, pages: [...last.pages, read] };
    } else groups.push({ type: type ?? 'other', isScan, pages: [read] });
  }
  return groups;
}

/** Two of a kind behind each other are two papers; a form repeats its title on each page. */
const REPEATED: ReadonlySet<DocumentType> = new Set(['ktp', 'surat', 'sk']);

function textOfPage({ page }: ReadPage): string {
  return page.scan === null ? page.text.trim() : page.scan.text.trim();
}

/** The fields say what the form is, where its text does not. */
function withFormType(groups: readonly Group[], byFields: DocumentType): readonly Group[] {
  if (byFields === 'other' || groups.some(({ type }) => type === byFields)) return groups;
  const filled = Math.max(
    0,
    groups.findIndex(({ pages }) => pages.some(({ page }) => page.hasFields)),
  );
  return groups.map((group, index) => (index === filled ? { ...group, type: byFields } : group));
}

/** Which of the papers the fields and signatures of the file belong to. */
function ownerOf(groups: readonly Group[], { fields }: PdfContent): number {
  const type = recognise(fields, '');
  const named = groups.findIndex((group) => group.type === type);
  return type === 'other' || named < 0 ? 0 : named;
}

interface Part {
  readonly group: Group;
  readonly isOwner: boolean;
  readonly alone: boolean;
  readonly forms: PrintedForms;
}

function toReading(
  { filename, sha256 }: Pick<PaperReading, 'filename' | 'sha256'>,
  content: PdfContent,
  { group, isOwner, alone, forms }: Part,
): PaperReading {
  const text = group.pages.map(textOfPage).join('\n').trim().slice(0, MOST_CHARACTERS);
  const scans = group.pages.filter(({ page }) => page.isScan);
  const isGuessed = scans.length === group.pages.length;
  const codes = [...new Set(group.pages.flatMap(({ page }) => page.codes))];
  const says = whatItSays(group.type, {
    fields: isOwner ? content.fields : {},
    sources: isOwner ? content.sources : {},
    lines: group.pages.flatMap(({ lines }) => lines),
    forms,
    isGuessed,
  });
  const confidences = scans.flatMap(({ page }) => (page.scan === null ? [] : [page.scan.confidence]));
  return {
    filename,
    sha256,
    type: group.type,
    ...says,
    signature: signatureOf(content, group, { isOwner, hasText: !isGuessed && text !== '' }),
    text,
    pages: group.pages.length,
    ...(isOwner && content.signatures.length > 0 ? { signatures: content.signatures } : {}),
    ...(content.warnings.length > 0 ? { warnings: content.warnings } : {}),
    ...(codes.length > 0 ? { codes } : {}),
    // Empty pages before or behind it are none of its own.
    ...(alone && group.pages.length === content.pages.length ? {} : { pageRange: rangeOf(group) }),
    ...(isGuessed ? { scan: { confidence: confidences.length > 0 ? Math.min(...confidences) : null } } : {}),
  };
}

function rangeOf({ pages }: Group): NonNullable<PaperReading['pageRange']> {
  return { first: pages[0]?.number ?? 1, last: pages.at(-1)?.number ?? 1 };
}

/** Kinds that somebody signs; the pictures on others are of other things. */
const SIGNED_KINDS: ReadonlySet<DocumentType> = new Set(['form-3.1', 'bast', 'formulir-uat', 'surat']);

/** A picture of a signature is for a person's eyes; it takes the place of none, and of a field left empty. */
function signatureOf(
  { signatures }: PdfContent,
  { type, pages }: Group,
  { isOwner, hasText }: { readonly isOwner: boolean; readonly hasText: boolean },
): PaperReading['signature'] {
  const state = stateOf(isOwner ? signatures : [], hasText);
  const isDrawn = SIGNED_KINDS.has(type) && pages.some(({ page }) => page.isSignedByPicture);
  return isDrawn && (state === 'none' || state === 'empty-field') ? 'wet-picture' : state;
}
