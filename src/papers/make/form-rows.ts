/** One row of a form: its label on the left, what is filled in on the right. */
import type { FieldDescription } from './description.ts';
import {
  block,
  CONTENT_WIDTH,
  PAGE,
  type Block,
  type Box,
  type Item,
  type TextItem,
  type WidgetItem,
} from './page-items.ts';
import { printable, wrap, type Measure } from './plain-text.ts';

const LABEL_WIDTH = 208;
const GAP = 8;
const FIELD_X = PAGE.margin + LABEL_WIDTH + GAP;
const FIELD_WIDTH = CONTENT_WIDTH - LABEL_WIDTH - GAP;
const LABEL = 8.5;
const HINT = 6.5;
const HINT_PITCH = 8;
const BOX_HEIGHT = 15;
const LINE_PITCH = 11.5;
const BUTTON = 9;
const BETWEEN = 2.5;
/** Between a box and what is written in it. */
const INSET = 3;

export const label = (
  text: string,
  at: { readonly x: number; readonly y: number },
  look: Partial<Pick<TextItem, 'size' | 'bold' | 'shade'>> = {},
): TextItem => ({
  kind: 'text',
  ...at,
  text: printable(text),
  size: look.size ?? LABEL,
  bold: look.bold ?? false,
  shade: look.shade ?? 'black',
});

export function fieldBlock(field: FieldDescription, value: string, measure: Measure): Block {
  const { beside, below } = captionOf(field, measure);
  const right = rightOf(field, value, measure);
  const captionHeight = 11.5 + below.length * HINT_PITCH;
  const height = Math.max(captionHeight, right.height) + BETWEEN;
  return block(height, (top) => [
    ...beside.map((line) => ({ ...line, y: top + 10.5 })),
    ...below.map((line, at) => ({ ...line, y: top + 10.5 + (at + 1) * HINT_PITCH })),
    ...right.draw(top),
  ]);
}

interface Caption {
  readonly beside: readonly TextItem[];
  readonly below: readonly TextItem[];
}

/**
 * The label with its mark, behind it in small letters and in brackets the condition and the hint: on the same line as far as there is
 * room, since what stands below a label is taken for what was filled in by whoever reads by labels.
 */
function captionOf(field: FieldDescription, measure: Measure): Caption {
  const mark = field.needed === true ? ' *' : field.needed === false ? '' : ' **';
  const head = label(`${field.label}${mark}`, { x: PAGE.margin, y: 0 });
  const notes = [typeof field.needed === 'string' ? field.needed : '', field.hint ?? ''].filter((text) => text !== '');
  if (notes.length === 0) return { beside: [head], below: [] };
  const note = printable(`(${notes.join('; ')})`);
  const behind = PAGE.margin + measure(head.text, LABEL, false) + 3;
  const small = (line: string, x: number): TextItem => label(line, { x, y: 0 }, { size: HINT, shade: 'grey' });
  if (behind + measure(note, HINT, false) <= PAGE.margin + LABEL_WIDTH)
    return { beside: [head, small(note, behind)], below: [] };
  const lines = wrap(note, LABEL_WIDTH, (text) => measure(text, HINT, false));
  return { beside: [head], below: lines.map((line) => small(line, PAGE.margin)) };
}

function rightOf(field: FieldDescription, value: string, measure: Measure): Block {
  switch (field.type) {
    case 'choice':
    case 'ticks':
      return buttons(field, value, measure);
    case 'tick':
      return oneTick(field, value);
    case 'lines':
      return oneBox(field, value, field.rows * LINE_PITCH + 5);
    default:
      return oneBox(field, value, BOX_HEIGHT);
  }
}

function oneBox(field: FieldDescription, value: string, height: number): Block {
  const type = field.type === 'lines' || field.type === 'list' ? field.type : 'text';
  const option = Object.entries(field.options ?? {})
    .map(([name]) => name)
    .join('\n');
  return block(height, (top) => [
    ...boxed({ ...widget(field, { x: FIELD_X, y: top, width: FIELD_WIDTH, height }), type, value, option }),
  ]);
}

/** The box is printed with the page; the field lies within it. */
export function boxed(item: WidgetItem): readonly Item[] {
  const { x, y, width, height } = item.box;
  const inner = { x: x + INSET, y: y + 1, width: width - 2 * INSET, height: height - 2 };
  return [
    { kind: 'frame', box: item.box, filled: item.locked },
    { ...item, box: inner },
  ];
}

function oneTick(field: FieldDescription, value: string): Block {
  return block(BOX_HEIGHT, (top) => [
    { ...widget(field, buttonBox(FIELD_X, top)), type: 'tick', value, option: 'ya' },
    label(field.statement ?? field.label, { x: FIELD_X + BUTTON + 4, y: top + 10.5 }),
  ]);
}

/** Radio buttons of a choice, boxes of several ticks, side by side as far as there is room. */
function buttons(field: FieldDescription, value: string, measure: Measure): Block {
  const places = flow(Object.entries(field.options ?? {}), measure);
  const height = BOX_HEIGHT * (1 + Math.max(0, ...places.map(({ line }) => line)));
  return block(height, (top) =>
    places.flatMap(({ name, text, x, line }): readonly Item[] => {
      const y = top + line * BOX_HEIGHT;
      const base = { ...widget(field, buttonBox(x, y)), tip: `${tipOf(field)}: ${text}` };
      const button: WidgetItem =
        field.type === 'ticks'
          ? { ...base, name: `${field.name}.${name}`, type: 'tick', option: 'ya', value: '', needed: false }
          : { ...base, type: 'radio', option: name, value: value === name ? name : '' };
      return [button, label(text, { x: x + BUTTON + 4, y: y + 10.5 })];
    }),
  );
}

interface ButtonPlace {
  readonly name: string;
  readonly text: string;
  readonly x: number;
  readonly line: number;
}

function flow(options: readonly (readonly [string, string])[], measure: Measure): readonly ButtonPlace[] {
  const places: ButtonPlace[] = [];
  let x = FIELD_X;
  let line = 0;
  for (const [name, text] of options) {
    const width = BUTTON + 4 + measure(printable(text), LABEL, false) + 12;
    if (x > FIELD_X && x + width - 12 > FIELD_X + FIELD_WIDTH) {
      x = FIELD_X;
      line += 1;
    }
    places.push({ name, text, x, line });
    x += width;
  }
  return places;
}

function buttonBox(x: number, top: number): Box {
  return { x, y: top + 3, width: BUTTON, height: BUTTON };
}

function widget(field: FieldDescription, box: Box): Omit<WidgetItem, 'type' | 'value' | 'option'> {
  return {
    kind: 'widget',
    box,
    name: field.name,
    tip: tipOf(field),
    needed: field.needed === true,
    locked: field.locked,
  };
}

function tipOf(field: FieldDescription): string {
  const needed = field.needed === true ? 'wajib diisi' : field.needed === false ? '' : `wajib diisi ${field.needed}`;
  const notes = [needed, field.hint ?? ''].filter((note) => note !== '');
  return notes.length > 0 ? `${field.label} (${notes.join('; ')})` : field.label;
}
