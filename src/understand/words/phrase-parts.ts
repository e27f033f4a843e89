/** A phrase of the rule files by its words, of which a last `word*` stands for all that begin so; and finding by such beginnings. */
import { toWords, type Abbreviations } from './normalise.ts';

export interface Part {
  readonly text: string;
  readonly prefix: boolean;
}

export function partsOf(text: string, abbreviations: Abbreviations, compare: 'stem' | 'form'): Part[] {
  return text
    .split(/\s+/)
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      const prefix = piece.endsWith('*');
      const words = toWords(prefix ? piece.slice(0, -1) : piece, prefix ? undefined : abbreviations).words;
      return words.map((word, at) =>
        prefix && at === words.length - 1
          ? { text: piece.slice(word.start, -1).normalize('NFKC').toLowerCase(), prefix: true }
          : { text: word[compare], prefix: false },
      );
    });
}

/** Prefixes of one length at a time, in the order of the rule files. */
export function fitting<Item>(prefixes: ReadonlyMap<string, readonly Item[]>): (form: string) => readonly Item[] {
  const lengths = new Map<string, number[]>();
  for (const text of prefixes.keys()) {
    const head = text.slice(0, 2);
    if (!lengths.get(head)?.includes(text.length)) add(lengths, head, text.length);
  }
  return (form) =>
    (lengths.get(form.slice(0, 2)) ?? []).flatMap((length) =>
      form.length < length ? [] : (prefixes.get(form.slice(0, length)) ?? []),
    );
}

export function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}
