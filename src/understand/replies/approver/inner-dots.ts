/**
 * Full stops and commas that end nothing: "14.00", "4.000", "s.d. Februari", "u.p.", "lelang.go", "ahmad.fauzi2". Taken for the end of a
 * clause they leave pieces of one letter or number that no judge can place.
 */
const INNER =
  /(?<=\d)[.,:](?=\d)|(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))|(?<=\p{L})\.(?=(?:go|id|com|co|net|org|app|dev|exe|pdf|docx?|xlsx?|pptx?|zip|sql|log)(?!\p{L}))|(?<=\p{L})\.(?=\p{L}{2,}\d)/giu;

/** The same text of the same length, so that places in it stay. */
export function withoutInnerDots(text: string): string {
  return text.replace(INNER, '-');
}
