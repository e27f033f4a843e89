import { findOcr, readFileBy, readPictureBy } from './ocr.ts';
import type { PaperOptions } from './paper-file.ts';
import type { PictureText } from './picture.ts';

/** Of one mail. */
const MOST_PAGES = 3;

/** Readers of pictures for the papers of one mail; none where the system has no OCR. */
export function scanReaders(): Pick<PaperOptions, 'readPicture' | 'readPictureFile'> {
  const program = findOcr();
  if (program === null) return {};
  let left = MOST_PAGES;
  const limited = async (read: () => Promise<PictureText | null>): Promise<PictureText | null> => {
    left -= 1;
    return left < 0 ? null : read();
  };
  return {
    readPicture: (picture) => limited(() => readPictureBy(program, picture)),
    readPictureFile: (bytes) => limited(() => readFileBy(program, bytes)),
  };
}
