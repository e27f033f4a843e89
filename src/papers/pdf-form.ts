import {
  PDFCheckBox,
  PDFDict,
  PDFDropdown,
  PDFHexString,
  PDFName,
  PDFOptionList,
  PDFRadioGroup,
  PDFSignature,
  PDFString,
  PDFTextField,
  type PDFDocument,
  type PDFField,
} from 'pdf-lib';
import type { SignatureState } from '../parse/document.ts';

const MOST_FIELDS = 500;
const MOST_CHARACTERS = 2000;

/** Values by name (lower case), without empty ones; a box that is ticked is `ya`. */
export function readFormFields(document: PDFDocument): Readonly<Record<string, string>> {
  const fields: [string, string][] = fieldsOf(document).map((field) => [
    field.getName().toLowerCase(),
    readValue(field),
  ]);
  return Object.fromEntries(fields.filter(([, value]) => value !== ''));
}

/** Null where there is no signature field. Where the form asks two signatures, one is not enough. */
export function readSignatures(document: PDFDocument): SignatureState | null {
  const asked = fieldsOf(document).filter((field) => field instanceof PDFSignature);
  if (asked.length === 0) return null;
  const needed = asked.filter((field) => !field.getName().toLowerCase().startsWith('mengetahui.'));
  return (needed.length > 0 ? needed : asked).every(isSigned) ? 'signed' : 'empty-field';
}

function fieldsOf(document: PDFDocument): PDFField[] {
  try {
    return document.getForm().getFields().slice(0, MOST_FIELDS);
  } catch {
    return [];
  }
}

function readValue(field: PDFField): string {
  try {
    return rawValue(field).trim().slice(0, MOST_CHARACTERS);
  } catch {
    return '';
  }
}

function rawValue(field: PDFField): string {
  if (field instanceof PDFTextField) return field.getText() ?? '';
  if (field instanceof PDFCheckBox) return field.isChecked() ? 'ya' : '';
  if (field instanceof PDFRadioGroup) return field.getSelected() ?? '';
  return field instanceof PDFDropdown || field instanceof PDFOptionList ? field.getSelected().join(', ') : '';
}

/** A signature field counts as signed when its value holds a signature's bytes. */
function isSigned(field: PDFField): boolean {
  const value = field.acroField.dict.lookup(PDFName.of('V'));
  if (!(value instanceof PDFDict)) return false;
  const contents = value.lookup(PDFName.of('Contents'));
  if (contents instanceof PDFHexString) return /[1-9a-f]/i.test(contents.asString());
  return contents instanceof PDFString && contents.asString() !== '';
}
