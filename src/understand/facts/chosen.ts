/** Of many who are told the few that are meant by name: "3 org itu (Rian, Salsa, Dito), yg Dito jadi nonaktifkan", "hanya Caca". */

import { NO_PERSON } from './person-pieces.ts';
import { sought, type Searched } from './searched.ts';

const TITLE = String.raw`(?:[Ss]dri?\.?|[Pp]ak|[Bb]u|[Mm]as|[Mm]bak|[Bb]apak|[Ii]bu|a\.n\.|[Ss]audara|[Ss]audari) `;
const NAME = String.raw`(?:${TITLE})?\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}+){0,2}`;
const NAMES = String.raw`${NAME}(?:(?:, ?(?:dan |serta )?| (?:dan|serta|sama|&) )${NAME}){0,4}`;
const CUT = /, ?(?:dan |serta )?| (?:dan|serta|sama|&) /;
const CHOSEN = [
  String.raw`\b(?:[Cc]uma|[Hh]anya|only|tinggal|khusus) (?:(?:yang|yg|punya|akun|milik) )?(?:[\p{Ll}]{3,} ){0,3}(?:, )?(${NAMES})`,
  String.raw`\b(?:[Yy]ang|yg) (${NAMES}) (?:saja|aja|jadi|yang|yg|mohon|tolong|batal|keluar|mundur)\b`,
  String.raw`(?<![\p{L}.])(${NAMES}) (?:saja|aja|doang)\b`,
].map((source) => sought(new RegExp(source, 'u')));
const ONE_OF_THEM = sought(/\bsalah satunya\b/i);

/** How many are chosen of so many; null where none is, or who is named was not told of before. */
export function chosenOf(count: number, text: Searched): number | null {
  if (text.has(ONE_OF_THEM)) return 1;
  for (const pattern of CHOSEN) {
    const match = text.find(pattern);
    const names = match?.[1]?.split(CUT) ?? [];
    const before = text.text.slice(0, match?.index ?? 0);
    const isSure =
      names.length < count && (ONLY_THOSE.test(match?.[0] ?? '') || names.every((name) => isToldIn(before, name)));
    if (match !== null && isSure) return names.length;
  }
  return null;
}

/** Who is meant so needs not to be told of before. */
const ONLY_THOSE = /^(?:[Yy]ang|yg) .* (?:saja|aja)$/;

/** In a row of names, by its first word behind the form of address; whoever is introduced by "a.n." needs not to be. */
function isToldIn(before: string, name: string): boolean {
  const [first = ''] = name.replace(A_TITLE, '').split(' ');
  if (name.startsWith('a.n.')) return true;
  const at = before.indexOf(first);
  return at >= 0 && !NO_PERSON.test(first) && IN_ROW.test(before.slice(Math.max(0, at - 12), at));
}

const A_TITLE = new RegExp(`^${TITLE}`, 'u');
const IN_ROW = new RegExp(String.raw`(?:[(,;:&]|\b(?:dan|serta|sama)) ?(?:${TITLE})?$`, 'u');
