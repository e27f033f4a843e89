/** The program that is to be installed, where no list of programs knows it: by its spelling, or behind a word that speaks of installing. */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { ofWording } from '../words/wording.ts';

/** "instal eSPT", "dipasangi GeoDa", "memasangkan Global Mapper"; "aplikasi e-SPT", "program QGIS". */
const VERB = String.raw`(?:(?:di|me|meng)?instal(?:l|lkan|kan|lasi|ling)?|(?:di|me)?(?:p|m)asang(?:kan|i)?|pemasangan|penginstalan|install(?:ation of)?|set ?up)`;
const NOUN = String.raw`(?:aplikasi|program|software|perangkat lunak|tool|lisensi|add-?in|plugin|driver)`;
/** A word with a capital or a digit inside, or a hyphened one with capitals: no plain word looks so. */
const SPELT = String.raw`(?:[a-z]{0,3}-?[A-Z][\w+#.-]*\w|[A-Za-z]+\d[\w.]*)`;
const NAMED = new RegExp(
  String.raw`\b(?:${VERB}(?:nya)?(?:\s+${NOUN})?|${NOUN}(?:nya)?)\s+(?:the\s+)?(?:"|“)?(${SPELT}(?:\s[A-Z0-9][\w.]*)?)`,
);
/** "belum ada e-SPT versi terbaru", "belum ada SPSS-nya". */
const LACKING = new RegExp(String.raw`\b(?:belum (?:ada|punya|terpasang)|butuh|perlu|pakai|beli|membeli)\s+(${SPELT})`);
/** "tolong instal geoda di laptop saya": a small word that is none of these. */
const PLAIN = new RegExp(String.raw`\b(?:${VERB}|${NOUN})\s+([a-z][a-z0-9+#.-]{2,})\b`, 'gi');
const noNames = ofWording(({ set }) => set('no_program'));

/** Null where none is named. */
export function findSoftware(text: string, rulebook: Pick<Rulebook, 'wording'>): string | null {
  const named = NAMED.exec(text)?.[1] ?? LACKING.exec(text)?.[1];
  if (named !== undefined) return named;
  const noName = noNames(rulebook);
  for (const [, word = ''] of text.matchAll(PLAIN)) if (!noName.has(word.toLowerCase())) return word;
  return null;
}
