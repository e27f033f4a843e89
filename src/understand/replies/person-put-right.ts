/**
 * "Maaf, bukan Nadhifa Rahmah tapi Surya Ginting": whoever asks puts right for whom it is. Counted only where the old name stands against one
 * new one, or a word of putting right stands right before a name of the register; what is asked or conditional puts nothing right.
 */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { toWords } from '../words/normalise.ts';
import { findPhrases, indexPhrases } from '../words/phrases.ts';

const TITLE = String.raw`(?:(?:[Ss]dri?|[Ss]audara|[Ss]audari|[Pp]ak|[Bb]u|[Bb]apak|[Ii]bu|[Mm]as|[Mm]bak)\b\.?\s)?`;
const NAME = String.raw`${TITLE}(\p{Lu}[\p{L}'.]*\p{L}(?:\s\p{Lu}[\p{L}'.]*\p{L}){0,4})`;
const LEAD = String.raw`(?:atas nama|a\.n\.|an\.|untuk|namanya|nama|adalah|pegawainya|itu|:|\s)*`;
const BUT = String.raw`[\s,;]*(?:tapi|tetapi|melainkan|namun|yang benar|yang betul|seharusnya|but|it is)\s+${LEAD}`;

/** The name that is meant now; null where the text does not plainly put another one right. */
export function personPutRight(
  text: string,
  before: string,
  { rulebook, isRegistered }: { readonly rulebook: Rulebook; readonly isRegistered: (name: string) => boolean },
): string | null {
  const old = `${TITLE}(?:${before
    .split(/\s+/)
    .map(escaped)
    .join(String.raw`\s`)}|${escaped(before.split(/\s+/)[0] ?? before)})`;
  const against = [
    `(?:[Bb]ukan|[Bb]kn|[Nn]ot)\\s+${LEAD}${old}${BUT}${NAME}`,
    `${NAME}[\\s,;]*(?:bukan|bkn|not)\\s+${LEAD}${old}`,
    `(?:dari|[Ss]emula|from)\\s+${LEAD}${old}[\\s,;]*(?:menjadi|jadi|ke|diganti|to)\\s+${LEAD}${NAME}`,
  ];
  const corrects = `(?:yang benar|yang betul|seharusnya|harusnya|mestinya|[Rr]alat|maksud saya|should be)[\\s:,]+${LEAD}${NAME}`;
  const names = [
    ...against.flatMap((pattern) => caught(text, pattern, rulebook)),
    ...caught(text, corrects, rulebook).filter(isRegistered),
  ].filter((name) => name.toLowerCase() !== before.toLowerCase() && !isCourtesy(name, rulebook));
  const [name, ...others] = [...new Set(names)];
  return name === undefined || others.length > 0 ? null : name;
}

function caught(text: string, pattern: string, rulebook: Rulebook): readonly string[] {
  return [...text.matchAll(new RegExp(pattern, 'gu'))].flatMap((match) => {
    const rest = /^[^.!?\n]{0,200}\?/u.test(text.slice(match.index + match[0].length));
    return rest || isOpen(sentenceAround(text, match.index), rulebook) ? [] : (match[1] ?? []);
  });
}

/** "Mohon Maaf, bukan …" */
function isCourtesy(name: string, { replies, abbreviations }: Rulebook): boolean {
  const polite = ['beside-courtesy', 'beside-particles', 'number-corrects', 'number-beside'].flatMap(
    (list) => replies[list] ?? [],
  );
  const known = new Set(polite.flatMap((phrase) => toWords(phrase, abbreviations).words.map(({ form }) => form)));
  return toWords(name, abbreviations).words.some(({ form }) => known.has(form));
}

function sentenceAround(text: string, at: number): string {
  const start = Math.max(...['.', '!', '?', '\n'].map((stop) => text.lastIndexOf(`${stop}`, at))) + 1;
  return text.slice(start).split(/[!?\n]|\.\s/u)[0] ?? '';
}

function isOpen(sentence: string, { replies, abbreviations }: Rulebook): boolean {
  const index = indexPhrases(replies['clause-if'] ?? [], abbreviations, { compare: 'form', maxGap: 0, maxHits: 1 });
  return findPhrases(index, toWords(sentence, abbreviations)).size > 0;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
