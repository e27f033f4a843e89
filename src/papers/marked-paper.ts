import type { PaperReading } from '../parse/document.ts';
import { sourceOf } from './field-source.ts';
import { byCodes } from './recognise.ts';

/** Fields that the code of a page tells. */
const TICKET_FIELDS: Readonly<Partial<Record<PaperReading['type'], string>>> = {
  bast: 'bast.nomor_tiket',
  'formulir-uat': 'uat.nomor_tiket',
};

/** A scan that shows nothing but our code is known by it. Whether the code is genuine is asked of its seal, elsewhere. */
export function withMarkedType(reading: PaperReading): PaperReading {
  const marked = reading.type === 'other' || reading.scan ? byCodes(reading.codes ?? []) : null;
  if (marked === null) return reading;
  const field = TICKET_FIELDS[marked.type];
  if (field === undefined) return { ...reading, type: marked.type };
  return {
    ...reading,
    type: marked.type,
    fields: { ...reading.fields, [field]: marked.ticket },
    sources: { ...reading.sources, [field]: sourceOf('qr') },
  };
}
