/** Codes of an older catalogue that a mail cites: "ITSM.9.2.2", "kode 9.2.2", "layanan 9.3". A bare number is no citation. */
import type { OldCode, Rulebook } from '../../rulebook/rulebook.ts';

const BEFORE = /\b(?:itsm|kode|layanan|katalog|poin|butir)(?:[ .:-]{1,3}(?:kode|nomor|no|layanan)){0,2}[ .:-]{0,3}$/i;
const LONGEST_BEFORE = 40;

export function citedCodes(text: string, rulebook: Pick<Rulebook, 'oldCodes'>): readonly OldCode[] {
  return (rulebook.oldCodes ?? []).filter(({ code }) => isCited(text, code));
}

function isCited(text: string, code: string): boolean {
  for (let at = text.indexOf(code); at !== -1; at = text.indexOf(code, at + 1)) {
    const goesOn = /^(?:\d|\.\d|-\w)/.test(text.slice(at + code.length, at + code.length + 2));
    if (!goesOn && BEFORE.test(text.slice(Math.max(0, at - LONGEST_BEFORE), at))) return true;
  }
  return false;
}
