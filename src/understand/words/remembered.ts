/** The same words come again and again: what was made of one is kept, up to a bound, so that no mail can fill the memory. */
const MOST = 20_000;

export function remembered<Made>(make: (word: string) => Made): (word: string) => Made {
  const known = new Map<string, Made>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const own = detached(word);
    const made = make(own);
    known.set(own, made);
    return made;
  };
}

/** Cut out of a mail, a longer word holds on to the text of the whole mail; a copy of it does not. */
function detached(word: string): string {
  return ` ${word}`.slice(1);
}
