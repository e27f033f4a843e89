/** Word documents (ECMA-376): paragraphs and table rows as lines. Macros, outside templates and embedded objects are named, not opened. */
import type { PaperReading, PaperWarning } from '../parse/document.ts';
import type { Archive } from './archive.ts';
import { makeDrawnLines, type DrawnLines } from './drawn-lines.ts';
import { paperOfLines } from './office-paper.ts';
import type { PaperFile } from './paper-file.ts';
import type { PrintedForms } from './printed-forms.ts';
import { BROKEN_FILE, unreadablePaper } from './unreadable.ts';
import { walkXml } from './xml-walk.ts';

const MOST_HEADERS = 3;
/** Wingdings signs for a ticked and an open box. */
const TICKED_SIGNS = new Set(['F0FE', 'F0FD', 'F052', 'F051', 'F0FC']);
const OPEN_SIGNS = new Set(['F0A8', 'F06F', 'F0A3']);

export async function readDocx(file: PaperFile, archive: Archive, forms: PrintedForms): Promise<PaperReading> {
  const lines = makeDrawnLines();
  const headers = archive.entries.filter(({ name }) => /^word\/header\d*\.xml$/.test(name)).slice(0, MOST_HEADERS);
  for (const { name } of headers) await readPart(archive, name, lines);
  if (!(await readPart(archive, 'word/document.xml', lines))) {
    return unreadablePaper(file, BROKEN_FILE);
  }
  return paperOfLines(file, lines.all(), { warnings: await warningsOf(archive), forms });
}

export async function readPart(archive: Archive, name: string, lines: DrawnLines): Promise<boolean> {
  let sawText = false;
  let skipped = 0;
  const walk = walkXml({
    open: (tag, attribute) => {
      if (tag === 'del' || tag === 'Fallback') skipped += 1;
      else if (tag === 't') sawText = true;
      else if (tag === 'tr') lines.row();
      else if (tag === 'tc') lines.cell();
      else if (tag === 'tab') lines.tab();
      else if (tag === 'br' || tag === 'cr') lines.endOfLine();
      else if (tag === 'sym') lines.text(signOf(attribute('char') ?? ''));
      else if (tag === 'checkBox') lines.text('☐');
      else if (tag === 'checked' && attribute('val') !== '0' && attribute('val') !== 'false') lines.tick();
    },
    close: (tag) => {
      if (tag === 'del' || tag === 'Fallback') skipped -= 1;
      else if (tag === 't') sawText = false;
      else if (tag === 'p') lines.endOfLine();
      else if (tag === 'tr') lines.endOfRow();
      else if (tag === 'tc') lines.endOfCell();
    },
    text: (text) => {
      if (sawText && skipped === 0) lines.text(text);
    },
  });
  return archive.stream(name, (chunk) => walk.write(chunk) && !lines.isFull());
}

function signOf(code: string): string {
  const sign = code.toUpperCase();
  return TICKED_SIGNS.has(sign) ? '☒ ' : OPEN_SIGNS.has(sign) ? '☐ ' : '';
}

async function warningsOf(archive: Archive): Promise<readonly PaperWarning[]> {
  const warnings = new Set<PaperWarning>();
  for (const { name } of archive.entries) {
    if (/vbaProject\.bin$/i.test(name)) warnings.add('macro');
    if (name.startsWith('word/embeddings/')) warnings.add('embedded-file');
    if (/^word\/_rels\/.+\.rels$/.test(name) && (await hasOutsideParts(archive, name))) warnings.add('external-link');
  }
  return [...warnings].sort();
}

/** Parts that lie elsewhere would be fetched on opening; a link to click on is none. */
export async function hasOutsideParts(archive: Archive, name: string): Promise<boolean> {
  const rels = (await archive.read(name, 500_000))?.toString('utf8') ?? '';
  return [...rels.matchAll(/<Relationship\b[^>]{0,2000}>/g)].some(
    ([tag]) => /TargetMode\s*=\s*["']External["']/.test(tag) && !/\/hyperlink["']/.test(tag),
  );
}
