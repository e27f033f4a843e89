/** Draws laid out pages with pdf-lib: what every page of ours has in common, then its items. Same input, same bytes. */
import {
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  rgb,
  StandardFonts,
  type PDFFont,
  type PDFPage,
  type RGB,
} from 'pdf-lib';
import type { EpochMs } from '../../shared/time.ts';
import { PAGE, type Box, type Item, type Shade } from './page-items.ts';
import { printable, type Measure } from './plain-text.ts';
import { qrSquares } from './qr-code.ts';

export interface Paper {
  readonly document: PDFDocument;
  readonly regular: PDFFont;
  readonly bold: PDFFont;
  readonly measure: Measure;
}

export interface PaperHead {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** Stands in the file as its time of making. */
  readonly at: EpochMs;
}

export const INK: Readonly<Record<Shade, RGB>> = {
  black: rgb(0, 0, 0),
  grey: rgb(0.35, 0.35, 0.35),
  accent: rgb(0.08, 0.25, 0.45),
};

/** Ground of what cannot be changed. */
export const LOCKED = rgb(0.95, 0.95, 0.95);
const FRAME = { borderColor: rgb(0.5, 0.5, 0.5), borderWidth: 0.5 };

export async function newPaper(head: PaperHead): Promise<Paper> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(head.title, { showInWindowTitleBar: true });
  document.setAuthor(head.author);
  document.setSubject(head.subject);
  document.setCreator('Loket');
  document.setProducer('Loket');
  document.setLanguage('id-ID');
  document.setCreationDate(new Date(head.at));
  document.setModificationDate(new Date(head.at));
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  return {
    document,
    regular,
    bold,
    measure: (text, size, isBold) => (isBold ? bold : regular).widthOfTextAtSize(text, size),
  };
}

/** A page whose fields are visited from top to bottom. */
export function addPage({ document }: Paper): PDFPage {
  const page = document.addPage([PAGE.width, PAGE.height]);
  page.node.set(PDFName.of('Tabs'), PDFName.of('R'));
  return page;
}

/** What fields show when they are filled in: fonts by the names that other programs expect. */
export function nameFonts({ document, regular }: Paper): void {
  const { acroForm } = document.getForm();
  const fonts = { [regular.name]: regular.ref, Helv: regular.ref };
  acroForm.dict.set(PDFName.of('DR'), document.context.obj({ Font: fonts }));
  acroForm.dict.set(PDFName.of('DA'), PDFString.of('/Helv 0 Tf 0 g'));
}

/** The file's identity follows from what it is about. */
export function setIdentity({ document }: Paper, digest: string): void {
  const id = PDFHexString.of(Buffer.from(digest).toString('hex').slice(0, 32).padEnd(32, '0'));
  document.context.trailerInfo.ID = document.context.obj([id, id]);
}

export function drawItem(paper: Paper, page: PDFPage, item: Exclude<Item, { kind: 'widget' | 'code' }>): void {
  switch (item.kind) {
    case 'text':
      page.drawText(printable(item.text), {
        x: item.x,
        y: PAGE.height - item.y,
        size: item.size,
        font: item.bold ? paper.bold : paper.regular,
        color: INK[item.shade],
      });
      return;
    case 'bar':
      return drawBox(page, item.box, { color: rgb(0.9, 0.93, 0.96) });
    case 'rule':
      return drawBox(page, item.box, { color: rgb(0.6, 0.6, 0.6) });
    default:
      return drawBox(page, item.box, { ...FRAME, ...(item.filled ? { color: LOCKED } : {}) });
  }
}

/** As one path of small squares, sharp at any size. */
export function drawCode(page: PDFPage, text: string, box: Box): void {
  const { size, runs } = qrSquares(text);
  const unit = box.width / size;
  // A little more than its share, so that no hairline shows between lines of squares.
  const path = runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1.02h-${length}z`).join('');
  page.drawSvgPath(path, { x: box.x, y: PAGE.height - box.y, scale: unit, color: rgb(0, 0, 0), borderWidth: 0 });
}

function drawBox(page: PDFPage, box: Box, look: { color?: RGB; borderColor?: RGB; borderWidth?: number }): void {
  page.drawRectangle({ x: box.x, y: PAGE.height - box.y - box.height, width: box.width, height: box.height, ...look });
}
