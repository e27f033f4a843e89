/** A form as pdf-lib makes it: fields, boxes and places for signatures, filled in. */
import {
  degrees,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  rgb,
  StandardFonts,
  type PDFFont,
  type PDFForm,
  type PDFPage,
} from 'pdf-lib';
import QRCode from 'qrcode';
import { BAST, FORM, type Row, type Values, type Which } from './values.ts';

export interface FormOptions {
  /** Fields for signatures; default those of the form. */
  readonly signatures?: readonly string[];
  /** Contents of a QR code in the corner. */
  readonly code?: string;
  /** Names of fields begin with capitals, as in another version. */
  readonly capitals?: boolean;
  /** Degrees by which the pages are turned. */
  readonly turned?: number;
  /** False leaves out the fields that tell which form it is. */
  readonly named?: boolean;
}

interface Sheet {
  readonly document: PDFDocument;
  readonly form: PDFForm;
  readonly font: PDFFont;
  readonly bold: PDFFont;
  readonly nameOf: (name: string) => string;
  page: PDFPage;
  y: number;
}

const A4: [number, number] = [595, 842];
const TOP = 800;
const LEFT = 210;
const TITLES = {
  form: ['FORM 3.1', 'PERMINTAAN HAK AKSES / AKUN'],
  bast: ['BERITA ACARA SERAH TERIMA', 'Layanan TIK'],
};
const NAMED = {
  form: { 'form.kode': 'Form 3.1', 'form.versi': '2026.1', 'form.kode_layanan': 'SC03-1/ITSM/2008' },
  bast: { 'bast.kode_form': 'BAST-LAYANAN-TIK', 'bast.versi': '2026.1' },
};
const SIGNATURES = { form: ['penyetuju.ttd'], bast: ['pihak1.ttd', 'pihak2.ttd'] };

export async function formPdf(values: Values, which: Which, options: FormOptions = {}): Promise<PDFDocument> {
  const sheet = await openSheet(options.capitals ?? false);
  await writeHead(sheet, which, options);
  for (const { title, rows } of which === 'form' ? FORM : BAST) {
    if (sheet.y < 140) turnPage(sheet);
    if (title !== '') writeTitle(sheet, title);
    for (const row of rows) {
      if (sheet.y < 70) turnPage(sheet);
      write(sheet, row.label, { x: 56, size: 10 });
      WRITERS[row.kind ?? 'text'](sheet, row, values);
    }
  }
  (options.signatures ?? SIGNATURES[which]).forEach((name, index) => addSignature(sheet, name, index));
  for (const page of sheet.document.getPages()) if (options.turned) page.setRotation(degrees(options.turned));
  return sheet.document;
}

async function openSheet(capitals: boolean): Promise<Sheet> {
  const document = await PDFDocument.create();
  return {
    document,
    form: document.getForm(),
    font: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
    nameOf: (name) =>
      capitals ? name.replace(/(^|\.)([a-z])/g, (_, dot: string, letter: string) => dot + letter.toUpperCase()) : name,
    page: document.addPage(A4),
    y: TOP,
  };
}

async function writeHead(sheet: Sheet, which: Which, { code, named = true }: FormOptions): Promise<void> {
  const { document, form, font } = sheet;
  const [title = '', subtitle = ''] = TITLES[which];
  write(sheet, title, { x: 50, size: 16, font: sheet.bold });
  sheet.y -= 18;
  write(sheet, subtitle, { x: 50, size: 11 });
  sheet.y -= 14;
  write(sheet, 'Kementerian Keuangan Republik Indonesia', { x: 50, size: 9 });
  sheet.y -= 16;
  if (code !== undefined) {
    const png = await QRCode.toBuffer(code, { errorCorrectionLevel: 'M', margin: 2, width: 220 });
    sheet.page.drawImage(await document.embedPng(png), { x: 484, y: 768, width: 64, height: 64 });
  }
  for (const [name, value] of named ? Object.entries(NAMED[which]) : []) {
    const field = form.createTextField(sheet.nameOf(name));
    field.setText(value);
    field.addToPage(sheet.page, { x: 400, y: 730, width: 60, height: 8, borderWidth: 0, font });
    field.setFontSize(5);
  }
}

function turnPage(sheet: Sheet): void {
  sheet.page = sheet.document.addPage(A4);
  sheet.y = TOP;
}

function writeTitle(sheet: Sheet, title: string): void {
  sheet.y -= 6;
  write(sheet, title, { x: 50, size: 11, font: sheet.bold });
  sheet.y -= 18;
}

interface Ink {
  readonly x: number;
  readonly size: number;
  readonly font?: PDFFont;
}

function write({ page, y, font: usual }: Sheet, text: string, { x, size, font = usual }: Ink): void {
  page.drawText(text, { x, y, size, font });
}

type Writer = (sheet: Sheet, row: Row, values: Values) => void;

const BOX = { width: 10, height: 10 };

const writeRadio: Writer = (sheet, { name, options = [] }, values) => {
  const group = sheet.form.createRadioGroup(sheet.nameOf(name));
  let x = LEFT;
  for (const [option, text] of options) {
    const length = sheet.font.widthOfTextAtSize(text, 9) + 22;
    if (x + length > 560) {
      x = LEFT;
      sheet.y -= 15;
    }
    group.addOptionToPage(option, sheet.page, { x, y: sheet.y - 2, ...BOX });
    write(sheet, text, { x: x + 13, size: 9 });
    x += length;
  }
  const chosen = values[name];
  if (chosen !== undefined) group.select(chosen);
  sheet.y -= 19;
};

const writeChecks: Writer = (sheet, { name, options = [] }, values) => {
  options.forEach(([option, text], index) => {
    const x = LEFT + 60 * index;
    const box = sheet.form.createCheckBox(sheet.nameOf(`${name}.${option}`));
    box.addToPage(sheet.page, { x, y: sheet.y - 2, ...BOX });
    if (values[`${name}.${option}`] !== undefined) box.check();
    write(sheet, text, { x: x + 13, size: 9 });
  });
  sheet.y -= 19;
};

const writeTick: Writer = (sheet, { name, statement = '' }, values) => {
  const box = sheet.form.createCheckBox(sheet.nameOf(name));
  box.addToPage(sheet.page, { x: LEFT, y: sheet.y - 2, ...BOX });
  if (values[name] !== undefined) box.check();
  write(sheet, statement, { x: LEFT + 14, size: 9 });
  sheet.y -= 19;
};

/** Letters outside the standard font stay in the value; its appearance is left out. */
const writeText: Writer = (sheet, { name, kind }, values) => {
  const field = sheet.form.createTextField(sheet.nameOf(name));
  const isLong = kind === 'lines';
  if (isLong) field.enableMultiline();
  const place = { x: LEFT, y: sheet.y - (isLong ? 34 : 4), width: 330, height: isLong ? 46 : 16 };
  field.addToPage(sheet.page, { ...place, borderWidth: 0.5, font: sheet.font, textColor: rgb(0, 0, 0) });
  field.setFontSize(9);
  const value = values[name];
  if (value !== undefined && /^[\x20-\x7e]*$/.test(value)) field.setText(value);
  else if (value !== undefined) field.acroField.dict.set(PDFName.of('V'), PDFHexString.fromText(value));
  sheet.y -= isLong ? 52 : 19;
};

const WRITERS: Readonly<Record<NonNullable<Row['kind']>, Writer>> = {
  text: writeText,
  lines: writeText,
  radio: writeRadio,
  checks: writeChecks,
  tick: writeTick,
};

function addSignature({ document, form, page, nameOf }: Sheet, name: string, index: number): void {
  const { context } = document;
  const rectangle = [LEFT + 160 * index, 20, LEFT + 140 + 160 * index, 60];
  const field = context.obj({ FT: 'Sig', Type: 'Annot', Subtype: 'Widget', Rect: rectangle, F: 4 });
  field.set(PDFName.of('T'), PDFString.of(nameOf(name)));
  field.set(PDFName.of('P'), page.ref);
  const reference = context.register(field);
  form.acroForm.addField(reference);
  page.node.addAnnot(reference);
}
