/** Whom a sentence of a team speaks to by name: its requester, or somebody else. */

const TITLE = String.raw`(?:mas|mbak|mba|kang|bang|kak|teh|om|pak|bu|bapak|ibu|sdr|sdri|saudara|saudari)`;
const CALLED = new RegExp(
  String.raw`^\W*(?:(?:siap|baik|ok|oke|halo|hai|dear|yth)\W+)*${TITLE}\.?\s+(\p{L}+)(?:\s+\p{L}+)?\s*,`,
  'iu',
);
const SHORTEST_NAME = 3;

/** "Mas Bagus, …" where the requester has no such name; false where nobody knows his name. */
export function speaksToOther(sentence: string, requester: string | null): boolean {
  const called = CALLED.exec(sentence)?.[1];
  return called !== undefined && /^\p{Lu}/u.test(called) && requester !== null && !isPartOf(called, requester);
}

/** Whether any of his names stands in it. */
export function isNamedIn(sentence: string, requester: string | null): boolean {
  return (sentence.match(/\p{L}+/gu) ?? []).some((word) => /^\p{Lu}/u.test(word) && isOneOf(word, requester));
}

function isOneOf(word: string, requester: string | null): boolean {
  return word.length >= SHORTEST_NAME && namesOf(requester).includes(word.toLowerCase());
}

/** Also in its short form: "Bu Tia" is Mutia. */
export function isPartOf(called: string, requester: string | null): boolean {
  const short = called.toLowerCase();
  return short.length >= SHORTEST_NAME && namesOf(requester).some((name) => name.includes(short));
}

function namesOf(requester: string | null): readonly string[] {
  return (requester?.toLowerCase().match(/\p{L}+/gu) ?? []).filter((name) => name.length >= SHORTEST_NAME);
}
