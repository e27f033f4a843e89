/** Message-IDs (RFC 5322 §3.6.4) as they come: folded, commented, without brackets. */
const MOST_CHARACTERS = 500;

/** All ids in a field, in its order, without brackets. */
export function messageIdsIn(value: string): readonly string[] {
  const ids: string[] = [];
  let open = value.indexOf('<');
  while (open >= 0) {
    const close = value.indexOf('>', open);
    if (close < 0) break;
    const id = tidyId(value.slice(open + 1, close));
    if (id) ids.push(id);
    open = value.indexOf('<', close);
  }
  return ids.length > 0
    ? ids
    : value
        .split(/[\s,]+/)
        .filter((token) => token.includes('@'))
        .map(tidyId)
        .filter((id) => id !== '');
}

/** The id of a Message-ID field; one that is no id at all (no brackets, no @) still names the mail. */
export function ownMessageId(value: string): string | null {
  return messageIdsIn(value)[0] ?? (tidyId(value) || null);
}

function tidyId(text: string): string {
  return text.replace(/[\s<>]+/g, '').slice(0, MOST_CHARACTERS);
}
