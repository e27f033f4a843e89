/**
 * Drawings within drawings: each level of a few bytes draws the next one several times, and what is drawn in all grows beyond any time and
 * memory. What a drawing would come to is counted here, without drawing it.
 */
import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream, type PDFDocument, type PDFObject } from 'pdf-lib';

/** Drawings that one of them may come to; a map or a chart has some hundred. */
const MOST_DRAWN = 5_000;
const MOST_LEVELS = 60;
const MOST_OBJECTS = 50_000;
const DRAWS = /\/([^\s/<>[\](){}%]{1,127})\s+Do\b/g;

export function isNestedBomb(document: PDFDocument): boolean {
  const known = new Map<PDFRawStream, number>();
  const forms = document.context
    .enumerateIndirectObjects()
    .slice(0, MOST_OBJECTS)
    .flatMap(([, object]) => (isForm(object) ? [object] : []));
  return forms.some((form) => drawnBy(form, known, 0) > MOST_DRAWN);
}

/** Itself, and all that it draws. One that draws itself would never end. */
function drawnBy(form: PDFRawStream, known: Map<PDFRawStream, number>, level: number): number {
  const before = known.get(form);
  if (before !== undefined) return before;
  if (level > MOST_LEVELS) return Infinity;
  known.set(form, Infinity);
  const children = childrenOf(form);
  let drawn = 1;
  if (children.size > 0)
    for (const name of drawsIn(form)) {
      const child = children.get(name);
      if (child !== undefined) drawn += drawnBy(child, known, level + 1);
      if (drawn > MOST_DRAWN) break;
    }
  known.set(form, drawn);
  return drawn;
}

function childrenOf({ dict }: PDFRawStream): ReadonlyMap<string, PDFRawStream> {
  const resources = dict.lookup(PDFName.of('Resources'));
  const drawings = resources instanceof PDFDict ? resources.lookup(PDFName.of('XObject')) : undefined;
  if (!(drawings instanceof PDFDict)) return new Map();
  return new Map(
    drawings.keys().flatMap((name) => {
      const child = drawings.lookup(name);
      return isForm(child) ? [[name.decodeText(), child] as const] : [];
    }),
  );
}

/** Names as they are drawn, one after the other; what cannot be unpacked draws nothing in a viewer either. */
function drawsIn(form: PDFRawStream): readonly string[] {
  try {
    const text = Buffer.from(decodePDFRawStream(form).decode()).toString('latin1');
    return [...text.matchAll(DRAWS)].map(([, name = '']) => PDFName.of(name).decodeText());
  } catch {
    return [];
  }
}

function isForm(object: PDFObject | undefined): object is PDFRawStream {
  return object instanceof PDFRawStream && object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form');
}
