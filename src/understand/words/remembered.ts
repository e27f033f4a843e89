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

/** The same for a piece of a text, which is cut out of it only where it is new. */
export function rememberedIn<Made>(make: (word: string) => Made): (text: string, start: number, end: number) => Made {
  const slots: ({ readonly word: string; readonly made: Made } | undefined)[] = Array.from({ length: SLOTS });
  return (text, start, end) => {
    let hash = 0;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), SPREAD);
    const home = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    let free = home;
    for (let tried = 0; tried < MOST_TRIED; tried += 1) {
      const slot = (home + tried) & (SLOTS - 1);
      const known = slots[slot];
      if (known === undefined) {
        free = slot;
        break;
      }
      if (isAt(known.word, text, start, end)) return known.made;
    }
    const word = detached(text.slice(start, end));
    const made = make(word);
    slots[free] = { word, made };
    return made;
  };
}

const SLOTS = 32_768;
/** Where so many others lie in a row one of them is forgotten: words chosen to lie in each other's way cost no more than others. */
const MOST_TRIED = 8;
const SPREAD = 0x01_00_01_93;

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** Cut out of a mail, a longer word holds on to the text of the whole mail; a copy of it does not. */
function detached(word: string): string {
  return ` ${word}`.slice(1);
}
