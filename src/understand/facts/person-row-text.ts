/** A text made ready for rows of persons: what stands between their names besides commas and joining words, and full stops that end none. */

const DEGREE = String.raw`,? (?:(?:S|M|A|B|LL|Ph)\.(?:\p{Lu}\p{Ll}{0,3}\.){0,3}(?:\p{Lu}\p{Ll}{0,3})?|S[EHTP]|M[MTM]|MBA|Ak|CA)`;
/** Row for row: what joins or breaks names, and what it is read as. */
const READ_AS: readonly (readonly [RegExp, string])[] = [
  [/ ?\([^()\n]{0,80}\)/g, ''],
  // "Siti Aisyah, A.Md.": a degree behind a comma is none of a row, and several before a name are one form of address.
  [new RegExp(String.raw`${DEGREE}(?=[,;\n]| dan | serta |$)`, 'gu'), ''],
  [new RegExp(String.raw`${DEGREE}(?= \p{Lu}\p{Ll}{3})`, 'gu'), '.'],
  [/(?<![\p{L}.])(?:(?:Prof|Drs?|Dra|Ir|Hj?)\. ?){1,4}(?=\p{Lu}\p{Ll})/gu, 'Dr '],
  // Its full stop ends no sentence.
  [/\b([Ss]dri?|[Bb]pk?|[Pp]rof|[Dd]rs?|[Dd]ra|[Ii]r|[Mm]oh|[Mm]uh|[Mm]hd|[Hh]j?)\.(?= )/g, '$1'],
  // A row goes on behind a comma or a joining word at the end of a line.
  [/(?<=,|\b(?:dan|serta|and|&))[ \t]*\n|(?<=:)[ \t]*\n+(?=\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?,)/gu, ' '],
  // "Tono/Rini/Aris", "Arif Budi | Lina Sari": a row with no comma in it.
  [/(?<=(?<![\p{L}\d])\p{Lu}\p{Ll}{2,20}) ?[/|] ?(?=\p{Lu}\p{Ll}{2,20}(?![\p{L}\d]))/gu, ', '],
  // The regions' own words for "and", where a name or the writer follows.
  [
    /,? (?:lawan|sareng|jeung|kaliyan|kalih|deng) (?=\p{Lu}|saya\b|sy\b|aku\b|(?:pak|bu|mas|mbak|kang|teh|bang) )/gu,
    ' dan ',
  ],
  // "Saya bawa Tono": whom the writer brings stands beside him.
  [
    /(?<=(?<![\p{L}\d])(?:[Ss]aya|[Ss]y|[Aa]ku)) (?:(?:akan |mau |masuk |ke |DC |DRC ){0,4})(?:(?:mem)?bawa|(?:meng)?ajak|(?:men)?damping(?:i|in)|(?:me)?nemen(?:in|i)|menemani) (?=\p{Lu}|pak\b|bu\b|mas\b|mbak\b)/gu,
    ' dan ',
  ],
];

export function asRowText(text: string): string {
  return READ_AS.reduce((made, [pattern, read]) => made.replace(pattern, read), text);
}
