/**
 * How well sentences are read that were left out of learning: `node test/score/left-out.ts [--folds 5] [--wrong]`. The sentences of
 * rules/examples are dealt into folds; each fold is read after learning from the others. Choices of features, of the way of learning and
 * of thresholds are made by this measure, since it never scores what the model has seen. Words of the rule files are not left out.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PACKAGE_ROOT } from '../../src/config.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { understand } from '../../src/understand/understand.ts';
import { loaded } from '../rulebook/rule-folder.ts';
import { aMessage, directory, DESK, MONDAY } from '../understand/office.ts';
import { foldsOf, stem, type Item } from './kept-aside.ts';

const { values: args } = parseArgs({
  options: { folds: { type: 'string', default: '5' }, wrong: { type: 'boolean', default: false } },
});
const folds = Number(args.folds);
const rulebook = loaded(resolve(PACKAGE_ROOT, 'rules'), { mailboxDomain: 'kemenkeu.example' });
const counts = new Map<string, { right: number; of: number }>();
const confused = new Map<string, number>();
for (const fold of foldsOf(rulebook, folds)) for (const item of fold.items) judge(item, fold.rulebook);
for (const [what, { right, of }] of counts)
  console.log(
    `${what.padEnd(16)} ${String(right).padStart(5)} of ${String(of).padStart(5)}  ${((100 * right) / of).toFixed(1)} %`,
  );
const worst = [...confused].toSorted((a, b) => b[1] - a[1]).slice(0, 12);
console.log(`confused: ${worst.map(([pair, times]) => `${pair} ${times}`).join(', ')}`);

function judge({ text, kind, variant }: Item, book: Rulebook): void {
  const context = { rulebook: book, directory, ourAddresses: [DESK.address], receivedAt: MONDAY, zone: 'Asia/Jakarta' };
  const reading = understand(aMessage({ subject: '', text }), [], context);
  const [wish] = reading.wishes;
  const said = reading.irrelevant ? 'irrelevant' : (wish?.kind ?? 'none');
  count('kind', said === kind);
  count(`kind ${kind}`, said === kind);
  if (said !== kind) confused.set(`${kind}>${said}`, (confused.get(`${kind}>${said}`) ?? 0) + 1);
  const read = stem(wish?.variant ?? null);
  const right = read === stem(variant ?? null);
  if (variant === null) count('left to the desk', read === null);
  if (typeof variant === 'string') {
    count('variant', right);
    count('sure and wrong', read !== null && !right);
    count('service', wish?.service === variant.split('/')[0]);
  }
  if (args.wrong && (said !== kind || (read !== null && !right)))
    console.log(
      `${kind} ${variant ?? '-'}: read as ${said} ${wish?.variant ?? '-'} ${wish?.confidence ?? ''}\n  ${text}`,
    );
}

function count(what: string, right: boolean): void {
  const known = counts.get(what) ?? { right: 0, of: 0 };
  counts.set(what, { right: known.right + (right ? 1 : 0), of: known.of + 1 });
}
