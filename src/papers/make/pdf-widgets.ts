/** Fields of a form as pdf-lib makes them, with what it leaves out: names of radio buttons, fields for signatures, tips, other letters. */
import {
  PDFDict,
  PDFHexString,
  PDFName,
  rgb,
  type PDFDocument,
  type PDFField,
  type PDFFont,
  type PDFForm,
  type PDFPage,
} from 'pdf-lib';
import { PAGE, type WidgetItem } from './page-items.ts';
import { LOCKED } from './pdf-pages.ts';
import { printable, wrap } from './plain-text.ts';

export interface Canvas {
  readonly document: PDFDocument;
  readonly form: PDFForm;
  readonly page: PDFPage;
  readonly regular: PDFFont;
}

const SIZES = [9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6];
const BORDER = { borderColor: rgb(0.55, 0.55, 0.55), borderWidth: 0.5 };
const INNER = 2;

export function addWidget(canvas: Canvas, item: WidgetItem): void {
  switch (item.type) {
    case 'text':
    case 'lines':
      return addText(canvas, item);
    case 'list':
      return addList(canvas, item);
    case 'tick':
      return addTick(canvas, item);
    case 'radio':
      return addRadio(canvas, item);
    default:
      return addSignature(canvas, item);
  }
}

/** A value that travels with the paper and is not shown. */
export function addHidden({ form, page, regular }: Canvas, name: string, value: string): void {
  const field = form.createTextField(name);
  field.addToPage(page, { x: 0, y: 0, width: 0, height: 0, borderWidth: 0, font: regular, hidden: true });
  field.setText(value);
  field.enableReadOnly();
  field.acroField.getWidgets().forEach((widget) => widget.dict.set(PDFName.of('F'), widget.dict.context.obj(HIDDEN)));
}

/** Hidden, and not printed either. */
const HIDDEN = 2;
/** Printed. */
const PRINT = 4;

function addText(canvas: Canvas, item: WidgetItem): void {
  const { form, page, regular } = canvas;
  const field = form.createTextField(item.name);
  if (item.type === 'lines') field.enableMultiline();
  field.addToPage(page, {
    ...place(item),
    borderWidth: 0,
    backgroundColor: item.locked ? LOCKED : rgb(1, 1, 1),
    font: regular,
  });
  field.setFontSize(sizeFor(item, regular));
  const shown = printable(item.value);
  if (shown !== '') field.setText(shown);
  field.updateAppearances(regular);
  if (shown !== item.value) field.acroField.dict.set(PDFName.of('V'), PDFHexString.fromText(item.value));
  finish(field, item);
}

/** The largest letters with which the value is seen as a whole. */
function sizeFor({ type, value, box }: WidgetItem, font: PDFFont): number {
  const text = printable(value);
  const fits = (size: number): boolean => {
    const width = (line: string): number => font.widthOfTextAtSize(line, size);
    if (type !== 'lines') return width(text.replaceAll('\n', ' ')) <= box.width - INNER;
    return wrap(text, box.width - INNER, width).length * size * 1.25 <= box.height - 4;
  };
  return SIZES.find(fits) ?? 6;
}

function addList({ form, page, regular }: Canvas, item: WidgetItem): void {
  const field = form.createDropdown(item.name);
  field.setOptions(item.option.split('\n'));
  field.addToPage(page, { ...place(item), borderWidth: 0, font: regular });
  field.setFontSize(9.5);
  if (item.value !== '') field.select(item.value);
  field.updateAppearances(regular);
  finish(field, item);
}

function addTick({ form, page }: Canvas, item: WidgetItem): void {
  const field = form.createCheckBox(item.name);
  field.addToPage(page, { ...place(item), ...BORDER });
  if (item.value !== '') field.check();
  finish(field, item);
}

function addRadio({ form, page }: Canvas, item: WidgetItem): void {
  const field = form.getFieldMaybe(item.name) ? form.getRadioGroup(item.name) : form.createRadioGroup(item.name);
  field.addOptionToPage(item.option, page, { ...place(item), ...BORDER });
  const widget = field.acroField.getWidgets().at(-1);
  if (widget) {
    widget.dict.set(PDFName.of('TU'), PDFHexString.fromText(item.tip));
    nameState(widget, item.option);
  }
  // Buttons are named by what they mean: other programs do not look the meaning up in a list.
  field.acroField.dict.delete(PDFName.of('Opt'));
  if (item.value !== '') {
    field.acroField.dict.set(PDFName.of('V'), PDFName.of(item.value));
    widget?.setAppearanceState(PDFName.of(item.value));
  }
  if (item.needed) field.enableRequired();
  field.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(item.tip.replace(/: [^:]*$/, '')));
}

/** The state of a button that is on gets this name. */
function nameState(widget: { readonly dict: PDFDict }, name: string): void {
  const appearances = widget.dict.lookup(PDFName.of('AP'), PDFDict);
  for (const key of ['N', 'D']) {
    const states = appearances.lookupMaybe(PDFName.of(key), PDFDict);
    for (const [state, look] of states?.entries() ?? []) {
      if (state === PDFName.of('Off')) continue;
      states?.delete(state);
      states?.set(PDFName.of(name), look);
    }
  }
}

/** An empty field that a program for signatures finds; pdf-lib makes none, so one for text becomes one. */
function addSignature({ form, page, regular }: Canvas, item: WidgetItem): void {
  const field = form.createTextField(item.name);
  field.addToPage(page, { ...place(item), borderWidth: 0, font: regular });
  const { dict } = field.acroField;
  dict.set(PDFName.of('FT'), PDFName.of('Sig'));
  ['V', 'DA', 'Ff'].forEach((key) => dict.delete(PDFName.of(key)));
  for (const widget of field.acroField.getWidgets()) {
    ['AP', 'MK', 'DA', 'BS'].forEach((key) => widget.dict.delete(PDFName.of(key)));
    widget.dict.set(PDFName.of('F'), widget.dict.context.obj(PRINT));
  }
  dict.set(PDFName.of('TU'), PDFHexString.fromText(item.tip));
}

function place({ box }: WidgetItem): { x: number; y: number; width: number; height: number } {
  return { x: box.x, y: PAGE.height - box.y - box.height, width: box.width, height: box.height };
}

function finish(field: PDFField, item: WidgetItem): void {
  if (item.needed) field.enableRequired();
  if (item.locked) field.enableReadOnly();
  field.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(item.tip));
}
