/**
 * The fields of a fillable PDF (ISO 32000-1, 12.7), walked by hand: programs leave out what the standard asks for, and one broken
 * field must not hide the others. Bounded in number and depth; a tree that bites its own tail is walked once.
 */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from 'pdf-lib';
import type { FieldOrigin } from '../parse/document.ts';
import { appearanceText } from './appearance-text.ts';

export interface AcroField {
  /** Fully qualified, lower case. */
  readonly name: string;
  readonly kind: 'text' | 'button' | 'choice' | 'signature';
  /** Empty where nothing was filled in; `ya` for a ticked box, the export for a radio group. */
  readonly value: string;
  readonly origin: FieldOrigin;
  readonly dict: PDFDict;
}

interface Walk {
  readonly document: PDFDocument;
  readonly fields: AcroField[];
  readonly seen: Set<PDFObject>;
}

interface Inherited {
  readonly name: string;
  readonly type: string | null;
  readonly flags: number;
  readonly value: PDFObject | undefined;
}

const MOST_FIELDS = 500;
const MOST_DEPTH = 16;
const MOST_CHARACTERS = 2000;
/** Our own hidden list of what was filled in: some 60 letters for each line of a table. */
const OWN_FIELD = /^loket\./;
const MOST_OWN_CHARACTERS = 10_000;
const RADIO = 1 << 15;
const PUSH_BUTTON = 1 << 16;
const KINDS: Readonly<Record<string, AcroField['kind']>> = {
  Tx: 'text',
  Btn: 'button',
  Ch: 'choice',
  Sig: 'signature',
};

export function readAcroFields(document: PDFDocument): readonly AcroField[] {
  const walk: Walk = { document, fields: [], seen: new Set() };
  const form = lookupDict(document.catalog, 'AcroForm');
  const top: Inherited = { name: '', type: null, flags: 0, value: undefined };
  for (const item of form ? itemsOf(form, 'Fields') : []) walkField(item, top, 0, walk);
  return walk.fields;
}

/** Numbers (from 0) of the pages on which fields stand. */
export function pagesWithFields(document: PDFDocument): ReadonlySet<number> {
  const pages = safely(() => document.getPages()) ?? [];
  const isWidget = (item: PDFObject): boolean => {
    const dict = resolve(document, item);
    return dict instanceof PDFDict && String(dict.get(PDFName.of('Subtype'))) === '/Widget';
  };
  return new Set(pages.flatMap((page, index) => (itemsOf(page.node, 'Annots').some(isWidget) ? [index] : [])));
}

export function lookupDict(dict: PDFDict, key: string): PDFDict | null {
  const found = safely(() => dict.lookup(PDFName.of(key)));
  return found instanceof PDFDict ? found : null;
}

function walkField(item: PDFObject, above: Inherited, depth: number, walk: Walk): void {
  if (walk.fields.length >= MOST_FIELDS || depth > MOST_DEPTH || walk.seen.has(item)) return;
  if (item instanceof PDFRef) walk.seen.add(item);
  const dict = resolve(walk.document, item);
  if (!(dict instanceof PDFDict)) return;
  const own = inherit(dict, above);
  const kids = itemsOf(dict, 'Kids');
  const named = kids.filter((kid) => {
    const child = resolve(walk.document, kid);
    return child instanceof PDFDict && child.has(PDFName.of('T'));
  });
  if (named.length > 0) for (const kid of named) walkField(kid, own, depth + 1, walk);
  else if (own.name !== '') walk.fields.push(toField(dict, own, kids, walk.document));
}

function inherit(dict: PDFDict, above: Inherited): Inherited {
  const name = textOf(safely(() => dict.lookup(PDFName.of('T')))).toLowerCase();
  const type = safely(() => dict.lookup(PDFName.of('FT')));
  const flags = safely(() => dict.lookup(PDFName.of('Ff')));
  return {
    name: [above.name, name].filter((part) => part !== '').join('.'),
    type: type instanceof PDFName ? type.decodeText() : above.type,
    flags: flags instanceof PDFNumber ? flags.asNumber() : above.flags,
    value: safely(() => dict.lookup(PDFName.of('V'))) ?? above.value,
  };
}

function toField(dict: PDFDict, own: Inherited, kids: readonly PDFObject[], document: PDFDocument): AcroField {
  const kind = KINDS[own.type ?? ''] ?? 'text';
  const widgets = [dict, ...kids.map((kid) => resolve(document, kid))].filter((one) => one instanceof PDFDict);
  const value = kind === 'signature' ? '' : kind === 'button' ? buttonValue(dict, own, widgets) : valueText(own.value);
  const drawn = value === '' && kind === 'text' ? drawnText(widgets) : '';
  return {
    name: own.name.slice(0, 200),
    kind,
    value: (value || drawn).trim().slice(0, OWN_FIELD.test(own.name) ? MOST_OWN_CHARACTERS : MOST_CHARACTERS),
    origin: drawn === '' ? 'acroform' : 'appearance',
    dict,
  };
}

/** What is chosen stands in the value, or only in how the widgets look now. */
function buttonValue(dict: PDFDict, own: Inherited, widgets: readonly PDFDict[]): string {
  if (own.flags & PUSH_BUTTON) return '';
  const said = own.value instanceof PDFName ? own.value.decodeText() : valueText(own.value);
  const shown = widgets.map((widget) => safely(() => widget.lookup(PDFName.of('AS'))));
  const on = said === '' ? shown.map((state) => (state instanceof PDFName ? state.decodeText() : 'Off')) : [said];
  const chosen = on.find((state) => state !== '' && state !== 'Off');
  if (chosen === undefined) return '';
  return own.flags & RADIO ? exportOf(dict, chosen) : 'ya';
}

/** Exports that a name cannot hold stand in Opt, and the name is their number. */
function exportOf(dict: PDFDict, chosen: string): string {
  const options = itemsOf(dict, 'Opt');
  const option = /^\d{1,3}$/.test(chosen) ? options[Number(chosen)] : undefined;
  return option === undefined ? chosen : textOf(option) || chosen;
}

function valueText(value: PDFObject | undefined): string {
  if (value instanceof PDFArray) return value.asArray().slice(0, 50).map(textOf).join(', ');
  return value === undefined ? '' : textOf(value);
}

function drawnText(widgets: readonly PDFDict[]): string {
  for (const widget of widgets) {
    const appearance = lookupDict(widget, 'AP');
    const normal = appearance ? safely(() => appearance.lookup(PDFName.of('N'))) : undefined;
    const text = normal instanceof PDFRawStream ? appearanceText(normal) : '';
    if (text !== '') return text;
  }
  return '';
}

/** Text strings are UTF-16 or UTF-8 with a mark, else PDFDocEncoding. */
function textOf(value: PDFObject | undefined): string {
  if (value instanceof PDFName) return value.decodeText();
  if (value instanceof PDFNumber) return String(value.asNumber());
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return '';
  return (
    safely(() => {
      const bytes = value.asBytes();
      const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      return isUtf8 ? Buffer.from(bytes.subarray(3)).toString('utf8') : value.decodeText();
    }) ?? ''
  );
}

function itemsOf(dict: PDFDict, key: string): readonly PDFObject[] {
  const found = safely(() => dict.lookup(PDFName.of(key)));
  return found instanceof PDFArray ? found.asArray().slice(0, MOST_FIELDS) : [];
}

function resolve(document: PDFDocument, item: PDFObject): PDFObject | undefined {
  return item instanceof PDFRef ? safely(() => document.context.lookup(item)) : item;
}

function safely<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
