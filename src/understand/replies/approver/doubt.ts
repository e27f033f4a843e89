/**
 * Whether a superior who was only told wants the work to rest, or doubts who wrote: less than an objection, and still enough to stop for.
 * A remark, thanks or haste is none.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { toWords } from '../../words/normalise.ts';
import { ofWording } from '../../words/wording.ts';
import { replyBody } from '../body.ts';
import { withoutAsides } from './asides.ts';

const wordsOf = ofWording(({ any }) => {
  const plainly = (words: string): RegExp => new RegExp(String.raw`(?<!\p{L})${words}(?!\p{L})`, 'gu');
  return [plainly(any('stops_work')), plainly(any('doubts_writer'))];
});
/** "Jangan ditunda", "tidak usah ditahan", "tidak ada yang aneh" */
const TURNED =
  /\b(?:jangan(?: sampai)?|tidak|bukan|tanpa|tidak (?:perlu|usah|ada yang|ada)|no|not|don't)\s+(?:lagi\s+)?$/u;
/** "Wah jangan, akunnya sedang diperiksa" */
const NO_FIRST =
  /^\W*(?:(?:wah|lho|loh|eh|waduh|aduh|maaf|mohon maaf|sorry|mas|mbak|pak|bu)\W+){0,2}(?:jangan|no)\s*(?:[,.!;:]|ya\b|pak\b|bu\b|mas\b|mbak\b|$)/iu;

export function voicesDoubt(text: string, rulebook: Rulebook): boolean {
  const said = withoutAsides(replyBody(text, rulebook).text);
  if (NO_FIRST.test(said)) return true;
  const { words } = toWords(said, rulebook.abbreviations);
  const clauses = [...Map.groupBy(words, ({ clause }) => clause).values()];
  return clauses.some((clause) => {
    const forms = clause.map(({ form }) => form).join(' ');
    return wordsOf(rulebook).some((sign) =>
      [...forms.matchAll(sign)].some((found) => !TURNED.test(forms.slice(0, found.index))),
    );
  });
}
