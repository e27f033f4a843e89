import type { FieldOrigin, FieldSource } from '../parse/document.ts';

/** How sure a value is by where it comes from; what people typed into a field is what they meant. */
const SURENESS: Readonly<Record<FieldOrigin, number>> = {
  acroform: 1,
  qr: 1,
  cell: 0.95,
  appearance: 0.8,
  label: 0.8,
  ocr: 0.4,
};

export function sourceOf(origin: FieldOrigin): FieldSource {
  return { origin, sureness: SURENESS[origin] };
}
