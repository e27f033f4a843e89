/** A text made ready for rows of persons: what stands between their names besides commas and joining words, and full stops that end none. */

const DEGREE = String.raw`,? (?:(?:S|M|A|B|LL|Ph)\.(?:\p{Lu}\p{Ll}{0,3}\.){0,3}(?:\p{Lu}\p{Ll}{0,3})?|S[EHTP]|M[MTM]|MBA|Ak|CA)`;
/** Without these there is nothing for the longer patterns to find. */
const DEGREES = /[SMABLhr]\.\p{Lu}|,? (?:S[EHTP]|M[MT]|MBA|Ak|CA)\b|(?:Prof|Dr|Drs|Dra|Ir|H|Hj)\. ?\p{Lu}/u;
const BRINGS = /bawa|ajak|damping|nemen|menemani/;
const STROKES = /\p{Ll} ?[/|] ?\p{Lu}/u;
/** Row for row: what joins or breaks names, and what it is read as. */
const READ_AS: readonly (readonly [RegExp, string, RegExp?])[] = [
  [/ ?\([^()\n]{0,80}\)/g, ''],
  // "Siti Aisyah, A.Md.": a degree behind a comma is none of a row, and several before a name are one form of address.
  [new RegExp(String.raw`${DEGREE}(?=[,;\n]| dan | serta |$)`, 'gu'), '', DEGREES],
  [new RegExp(String.raw`${DEGREE}(?= \p{Lu}\p{Ll}{3})`, 'gu'), '.', DEGREES],
  [/\b(?:(?:Prof|Drs?|Dra|Ir|Hj?)\. ?){1,4}(?=\p{Lu}\p{Ll})/gu, 'Dr ', DEGREES],
  // Its full stop ends no sentence.
  [/\b([Ss]dri?|[Bb]pk?|[Pp]rof|[Dd]rs?|[Dd]ra|[Ii]r|[Mm]oh|[Mm]uh|[Mm]hd|[Hh]j?)\.(?= )/g, '$1'],
  // A row goes on behind a comma or a joining word at the end of a line.
  [/(?<=,|\b(?:dan|serta|and|&))[ \t]*\n|(?<=:)[ \t]*\n+(?=\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?,)/gu, ' '],
  // "Tono/Rini/Aris", "Arif Budi | Lina Sari": a row with no comma in it.
  [/(?<=(?<![\p{L}\d])\p{Lu}\p{Ll}{2,20}) ?[/|] ?(?=\p{Lu}\p{Ll}{2,20}(?![\p{L}\d]))/gu, ', ', STROKES],
  // The regions' own words for "and", where a name or the writer follows.
  [
    /,? (?:lawan|sareng|jeung|kaliyan|kalih|deng) (?=\p{Lu}|saya\b|sy\b|aku\b|(?:pak|bu|mas|mbak|kang|teh|bang) )/gu,
    ' dan ',
  ],
  // "Saya bawa Tono": whom the writer brings stands beside him.
  [
    /(?<=(?<![\p{L}\d])(?:[Ss]aya|[Ss]y|[Aa]ku)) (?:(?:akan |mau |masuk |ke |DC |DRC ){0,4})(?:(?:mem)?bawa|(?:meng)?ajak|(?:men)?damping(?:i|in)|(?:me)?nemen(?:in|i)|menemani) (?=\p{Lu}|pak\b|bu\b|mas\b|mbak\b)/gu,
    ' dan ',
    BRINGS,
  ],
];

export function asRowText(text: string): string {
  return READ_AS.reduce(
    (made, [pattern, read, needed]) => (needed === undefined || needed.test(made) ? made.replace(pattern, read) : made),
    text,
  );
}
