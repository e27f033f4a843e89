/**
 * How well several wishes of one mail are told apart: `node test/score/parting.ts [--folds 3] [--pairs 1500] [--wrong] [FOLDER…]`.
 * Sentences of rules/examples that were left out of learning and are read right alone are joined two by two as people join them; each single
 * sentence is one wish. Of folders with labelled mails it says which mails with several wishes got as many tickets, and which others were parted.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PACKAGE_ROOT } from '../../src/config.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import type { Reading, Wish } from '../../src/understand/reading.ts';
import { understand } from '../../src/understand/understand.ts';
import { loaded } from '../rulebook/rule-folder.ts';
import { aMessage, directory, DESK, MONDAY } from '../understand/office.ts';
import { foldsOf, stem, type Item } from './kept-aside.ts';
import { readLabelled, type LabelledRequest } from './labels.ts';

const { values: args, positionals: folders } = parseArgs({
  options: {
    folds: { type: 'string', default: '3' },
    pairs: { type: 'string', default: '1500' },
    wrong: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const JOINTS = [
  '. ',
  ' dan ',
  ', juga ',
  ' terus ',
  '; ',
  '\n\n',
  '. Selain itu, ',
  '. Sekalian ',
  '. Satu lagi, ',
  ', sama ',
];
const rulebook = loaded(resolve(PACKAGE_ROOT, 'rules'), { mailboxDomain: 'kemenkeu.example' });
const counts = new Map<string, { right: number; of: number }>();

if (folders.length > 0) for (const folder of folders) judgeFolder(folder);
else for (const fold of foldsOf(rulebook, Number(args.folds))) judgeFold(fold.items, fold.rulebook);
for (const [what, { right, of }] of [...counts].toSorted())
  console.log(
    `${what.padEnd(28)} ${String(right).padStart(5)} of ${String(of).padStart(5)}  ${((100 * right) / of).toFixed(1)} %`,
  );

function readText(subject: string, text: string, book: Rulebook): Reading {
  const context = { rulebook: book, directory, ourAddresses: [DESK.address], receivedAt: MONDAY, zone: 'Asia/Jakarta' };
  return understand(aMessage({ subject, text }), [], context);
}

function judgeFold(items: readonly Item[], book: Rulebook): void {
  const right: Item[] = [];
  for (const item of items) {
    if (item.variant === null || item.kind === 'irrelevant') continue;
    const { wishes } = readText('', item.text, book);
    tally('singles left whole', wishes.length === 1, item.text);
    if (wishes.length === 1 && wishes[0] && keyOf(wishes[0]) === keyOfItem(item)) right.push(item);
  }
  for (const [at, [one, other]] of pairsOf(right).entries()) {
    const joint = JOINTS[at % JOINTS.length] ?? '. ';
    const text = joined(one.text, joint, other.text);
    const said = readText('', text, book).wishes.map(keyOf).toSorted().join();
    const isRight = said === [keyOfItem(one), keyOfItem(other)].toSorted().join();
    tally('pairs parted', isRight, `${said}\n  ${text}`);
    tally(`joint ${JSON.stringify(joint)}`, isRight);
    tally(`kinds ${[one.kind, other.kind].toSorted().join('+')}`, isRight);
    if (one.kind === 'request' && other.kind === 'request')
      tally(
        one.variant?.split('/')[0] === other.variant?.split('/')[0] ? 'of one service' : 'of two services',
        isRight,
      );
  }
}

/** Two of three a request and something else. */
function pairsOf(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  const most = Math.ceil(Number(args.pairs) / Number(args.folds));
  const random = seeded(7);
  const pick = (from: readonly Item[]): Item => from[Math.floor(random() * from.length)] ?? { text: '', kind: '' };
  const requests = items.filter(({ kind }) => kind === 'request');
  const others = items.filter(({ kind }) => kind !== 'request');
  const pairs: (readonly [Item, Item])[] = [];
  while (pairs.length < most) {
    const one = pick(requests);
    const other = pick(random() < 0.65 ? requests : others);
    if (keyOfItem(one) === keyOfItem(other) || one.text.length + other.text.length > 500) continue;
    pairs.push(random() < 0.5 ? [one, other] : [other, one]);
  }
  return pairs;
}

function joined(one: string, joint: string, other: string): string {
  const isWord = /^[ ,;]/.test(joint);
  return `${isWord || joint.startsWith('.') || joint.startsWith('\n') ? one.trim().replace(/[.\s]+$/, '') : one}${joint}${joint.endsWith('. ') || joint.endsWith('\n') ? other : `${other.charAt(0).toLowerCase()}${other.slice(1)}`}`;
}

function judgeFolder(folder: string): void {
  const name = folder.split('/').at(-1) ?? folder;
  for (const request of readLabelled(folder).requests) {
    const wanted = wantedOf(request);
    const { wishes } = readText(request.subject, request.body, rulebook);
    const isRight = wanted.includes(wishes.length);
    const said = `${request.id} ${wishes.map(keyOf).join(' + ')}\n  ${request.subject} | ${request.body.slice(0, 700)}`;
    tally(request.label.kind === 'multiple' ? `${name} several, parted` : `${name} one, left whole`, isRight, said);
  }
}

function wantedOf({ label, acceptable }: LabelledRequest): readonly number[] {
  const of = (kind: string): number => (kind === 'multiple' ? (label.items?.length ?? 2) : 1);
  return [of(label.kind), ...(acceptable ?? []).flatMap(({ kind }) => (kind === undefined ? [] : [of(kind)]))];
}

function tally(what: string, right: boolean, said?: string): void {
  const known = counts.get(what) ?? { right: 0, of: 0 };
  counts.set(what, { right: known.right + (right ? 1 : 0), of: known.of + 1 });
  if (args.wrong && !right && said !== undefined) console.log(`${what}: ${said}\n`);
}

function keyOf({ kind, variant, service }: Wish): string {
  return kind === 'request' ? `${stem(variant) ?? service ?? '?'}` : kind;
}

function keyOfItem({ kind, variant }: Item): string {
  return kind === 'request' ? (stem(variant ?? null) ?? '?') : kind;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
