/** A form as a fillable PDF: laid out, filled in with what is known, marked so that it is known again. */
import type { EpochMs } from '../../shared/time.ts';
import type { FormDescription } from './description.ts';
import { HEAD, layoutForm } from './form-layout.ts';
import { filledValues, type FormFill } from './form-values.ts';
import { FILLED_FIELD, MARK_FIELD, sumUp, writeMark, type Sealer } from './mark.ts';
import { CONTENT_WIDTH, PAGE, type Item, type TextItem } from './page-items.ts';
import { addPage, drawCode, drawItem, nameFonts, newPaper, setIdentity, type Paper } from './pdf-pages.ts';
import { addHidden, addWidget } from './pdf-widgets.ts';
import { printable, wrap } from './plain-text.ts';
import { label } from './form-rows.ts';

export interface FormOrder extends FormFill {
  readonly form: FormDescription;
  readonly ticket: string;
  readonly at: EpochMs;
}

export async function makeForm(order: FormOrder, sealer: Sealer): Promise<Uint8Array> {
  const { form, ticket } = order;
  const paper = await newPaper({
    title: `${form.title} – ${ticket}`,
    author: order.facts['office.name'] ?? '',
    subject: `${form.code}, ${ticket}`,
    at: order.at,
  });
  const { filled, digest } = sumUp(filledValues(form, order));
  const pages = layoutForm(form, order, paper.measure);
  const parts = { kind: form.kind, version: form.version, ticket, digest, pages: pages.length };
  pages.forEach((items, index) => {
    const mark = writeMark({ ...parts, page: index + 1 }, sealer);
    drawPage(paper, [...items, ...headItems(order, paper), ...footItems(order, index + 1, pages.length)], mark);
  });
  hide(paper, { [MARK_FIELD]: writeMark({ ...parts, page: 0 }, sealer), [FILLED_FIELD]: filled });
  nameFonts(paper);
  setIdentity(paper, digest);
  return paper.document.save({ updateFieldAppearances: false });
}

function drawPage(paper: Paper, items: readonly Item[], mark: string): void {
  const page = addPage(paper);
  const canvas = { document: paper.document, form: paper.document.getForm(), page, regular: paper.regular };
  for (const item of items) {
    if (item.kind === 'widget') addWidget(canvas, item);
    else if (item.kind === 'code') drawCode(page, mark, item.box);
    else drawItem(paper, page, item);
  }
}

function hide({ document, regular }: Paper, values: Readonly<Record<string, string>>): void {
  const page = document.getPage(0);
  for (const [name, value] of Object.entries(values))
    addHidden({ document, form: document.getForm(), page, regular }, name, value);
}

/** Office and title on the left, the code of the page on the right. */
function headItems({ form, facts }: FormOrder, { measure }: Paper): readonly Item[] {
  const { margin } = PAGE;
  const width = CONTENT_WIDTH - HEAD.code - 16;
  const lines = wrap(printable(facts['office.fullName'] ?? ''), width, (line) => measure(line, 9, false)).slice(0, 2);
  const titleTop = HEAD.top + 14 + lines.length * 12;
  return [
    ...lines.map((line, at) => label(line, { x: margin, y: HEAD.top + 9 + at * 12 }, { size: 9, shade: 'accent' })),
    label(form.title, { x: margin, y: titleTop + 10 }, { size: 15, bold: true }),
    ...(form.subtitle === undefined
      ? []
      : [label(form.subtitle, { x: margin, y: titleTop + 25 }, { size: 9.5, shade: 'grey' })]),
    { kind: 'rule', box: { x: margin, y: HEAD.top + HEAD.height + 3, width: CONTENT_WIDTH, height: 0.7 } },
    { kind: 'code', box: { x: PAGE.width - margin - HEAD.code, y: HEAD.top - 4, width: HEAD.code, height: HEAD.code } },
  ];
}

function footItems({ form, ticket, facts }: FormOrder, page: number, pages: number): readonly TextItem[] {
  const y = PAGE.height - 24;
  const look = { size: 7.5, shade: 'grey' } as const;
  return [
    label(
      `${form.code} · versi ${form.version} · tiket ${ticket} · ${facts['office.deskName'] ?? ''}`,
      { x: PAGE.margin, y },
      look,
    ),
    label(`halaman ${page} dari ${pages}`, { x: PAGE.width - PAGE.margin - 62, y }, look),
  ];
}
