/** Whether a mail says that there is none of something: "Perjanjian kerja sama dengan mereka belum ada", "tidak punya PKS". */
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { Words } from '../words/normalise.ts';
import type { Hit } from '../words/phrases.ts';
import { ofWording } from '../words/wording.ts';

/** A clause ends at a stop, a comma, or a word that sets another against it. */
const CLAUSE_ENDS = /[.,;:!?()\n]|\b(?:tetapi|tapi|namun|sehingga|but|so)\b/giu;
const REACH = 160;

const absence = ofWording(({ any }) => {
  const denial = String.raw`(?<!\p{L})${any('denying')}`;
  return new RegExp(String.raw`${denial}(?:\s+\p{L}+){0,2}\s+${any('being')}(?!\p{L})|${denial}\s*$`, 'iu');
});

/** One of these places is denied in its own clause. */
export function isSaidLacking(words: Words, hits: readonly Hit[], rulebook: Pick<Rulebook, 'wording'>): boolean {
  return hits.some((hit) => absence(rulebook).test(clauseOf(words, hit)));
}

function clauseOf({ text, words }: Words, { first, last }: Hit): string {
  const start = words[first]?.start ?? 0;
  const end = words[last]?.end ?? start;
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(CLAUSE_ENDS)
      .at(-1) ?? '';
  const [behind = ''] = text.slice(end, end + REACH).split(CLAUSE_ENDS);
  return `${before}${text.slice(start, end)}${behind}`;
}
