/** Options as they stand on paper: "[x] Buat  [ ] Ubah", "☒ Baca ☐ Tulis", or a single word where no box is printed. */
const TICKED = /^(?:\[ ?[xXvV✓✔] ?\]|\( ?[xXvV•●✓✔] ?\)|[☒☑✓✔✗✘⊠■●◉⦿⬤√])\s*/;
const OPEN = /^(?:\[ ?\]|\( ?\)|[☐□○◯])\s*/;
const BEFORE_BOX = /(?=\[ ?[xXvV✓✔]? ?\]|\( ?[xXvV•●✓✔]? ?\)|[☒☑✓✔✗✘⊠■●◉⦿⬤√☐□○◯])/;

export type Choices = readonly (readonly [string, RegExp])[];

export function isBox(text: string): boolean {
  return TICKED.test(text) || OPEN.test(text);
}

/** One line may hold several options. */
export function splitOptions(text: string): readonly string[] {
  return text
    .split(BEFORE_BOX)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** The words of what is ticked, small letters. */
export function tickedOf(options: readonly string[]): readonly string[] {
  return joinMarks(options)
    .filter((text) => TICKED.test(text))
    .map((text) => text.replace(TICKED, '').toLowerCase());
}

/** The words beside open boxes. */
export function openOf(options: readonly string[]): readonly string[] {
  return joinMarks(options)
    .filter((text) => OPEN.test(text))
    .map((text) => text.replace(OPEN, '').toLowerCase());
}

/** The ticked option; without any boxes the words themselves, where they name exactly one. */
export function chosenOf(texts: readonly string[], choices: Choices): string | null {
  if (texts.some(isBox)) {
    const ticked = tickedOf(texts);
    return ticked.length === 1 ? nameOf(ticked[0] ?? '', choices) : null;
  }
  return texts.length === 1 ? nameOf(texts[0] ?? '', choices) : null;
}

export function nameOf(text: string, choices: Choices): string | null {
  const words = text.toLowerCase();
  return choices.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** A box may be a cell of its own before the cell of its words. */
function joinMarks(texts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const text of texts) {
    const last = joined.at(-1);
    if (last !== undefined && last.replace(TICKED, '').replace(OPEN, '') === '' && !isBox(text)) {
      joined[joined.length - 1] = `${last} ${text}`;
    } else joined.push(text);
  }
  return joined;
}
