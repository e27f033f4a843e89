/** A name and a post behind the yes. */
import type { Word, Words } from '../../words/normalise.ts';

/** With one of these somebody is spoken to or of. */
const TITLES = new Set('pak bu bapak ibu mas mbak sdr sdri saudara beliau tim'.split(' '));
const MOST_NAMES = 6;

/** "Suryadi, Kasi Verifikasi" behind the yes. */
export function isSignature(
  here: readonly { readonly word: Word }[],
  { text }: Words,
  names: ReadonlySet<string>,
): boolean {
  const written = here.map(({ word }) => text.slice(word.start, word.end));
  return (
    here.length <= MOST_NAMES &&
    (here.length > 1 || here.some(({ word }, at) => names.has(word.form) || isInitials(written[at] ?? '', names))) &&
    text !== text.toUpperCase() &&
    here.every(
      ({ word }, index) => /^\p{Lu}/u.test(written[index] ?? '') && !TITLES.has(word.form) && !/\d/.test(word.form),
    )
  );
}

/** "LM", of Lukas M. */
function isInitials(written: string, names: ReadonlySet<string>): boolean {
  const first = new Set([...names].map((name) => name.slice(0, 1)));
  return /^\p{Lu}{2,4}$/u.test(written) && [...written.toLowerCase()].every((letter) => first.has(letter));
}
