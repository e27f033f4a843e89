/** A photograph or a scan as a file: its QR codes, its letters where a reader of pictures is given. Screenshots are no papers. */
import type { PaperReading } from '../parse/document.ts';
import { toLines } from './page-lines.ts';
import type { ReadKind } from './paper-file.ts';
import { whatItSays } from './paper-of.ts';
import { sizeOfPicture } from './picture-size.ts';
import { codesInFile } from './qr-codes.ts';
import { claimOf, recognise } from './recognise.ts';
import { overLimitPaper } from './unreadable.ts';

const MOST_PIXELS = 40_000_000;
/** Unfolded to look for codes, a larger one would take what the process of all papers may; a camera's usual picture has 12 million. */
const MOST_SEARCHED_JPEG = 20_000_000;
const MOST_SEARCHED_PNG = 12_000_000;
const LEAST_SIDE = 200;
const MOST_CHARACTERS = 20_000;

export const readPicturePaper: ReadKind = async (file, { options }) => {
  const { filename, sha256, bytes } = file;
  const size = sizeOfPicture(bytes);
  if (size === null || Math.min(size.width, size.height) < LEAST_SIDE) return [];
  if (size.width * size.height > MOST_PIXELS) return [overLimitPaper(file, 'Gambar ini terlalu besar untuk dibaca.')];
  const most = bytes.subarray(1, 4).toString('latin1') === 'PNG' ? MOST_SEARCHED_PNG : MOST_SEARCHED_JPEG;
  const codes = size.width * size.height > most ? [] : await codesInFile(bytes);
  const guess = (await options.readPictureFile?.(bytes)) ?? null;
  const text = (guess?.text ?? '').trim().slice(0, MOST_CHARACTERS);
  const type = recognise({}, text);
  if (type === 'other' && codes.length === 0 && claimOf(filename) === null) return [];
  const lines = toLines(guess?.pieces ?? []);
  const says = whatItSays(type, { fields: {}, sources: {}, lines, forms: options.forms, isGuessed: true });
  const paper: PaperReading = {
    filename,
    sha256,
    type,
    ...says,
    signature: 'unknown',
    text,
    pages: 1,
    scan: { confidence: guess?.confidence ?? null },
    ...(codes.length > 0 ? { codes } : {}),
  };
  return [paper];
};
