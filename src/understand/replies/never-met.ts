/**
 * Whether an answer can meet an entry of `rules/replies.yaml`, by how the readers of answers search for its list: as phrases, as single
 * words in the form in which they are compared, in the text as it stands, or in their own way. One of them is enough.
 */
import type { NeverMet } from '../../rulebook/word-lists.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { withoutClitic } from '../words/fold.ts';
import { toWords } from '../words/normalise.ts';
import { findPhrases, indexPhrases } from '../words/phrases.ts';
import { bindsAlways } from './approver/binds-always.ts';
import { heldTokens } from './desk/list-clauses.ts';
import { inIndonesian } from './regional.ts';
import { withoutSlips } from './typos.ts';

interface Said {
  readonly list: string;
  /** The entry, or one word of it where the list is of single words. */
  readonly entry: string;
  /** As it is written in an answer, and as that is prepared. */
  readonly written: string;
  readonly text: string;
  readonly forms: readonly string[];
  readonly rulebook: Rulebook;
}

type Way = (said: Said) => boolean;

const asPhrase: Way = ({ entry, text, rulebook }) => {
  const index = indexPhrases([entry], rulebook.abbreviations, { compare: 'form', maxGap: 1, maxHits: 1 });
  return findPhrases(index, toWords(text, rulebook.abbreviations)).size > 0;
};
const asWord: Way = ({ entry, forms }) => forms.includes(withoutClitic(entry));
/** Without its clitic taken off. */
const asForm: Way = ({ entry, forms }) => forms.includes(entry);
/** Abbreviations are not written out. */
const inText: Way = ({ entry, text }) => plain(text).includes(plain(entry)) && plain(entry).trim() !== '';
const spelledOut: Way = ({ entry, forms, rulebook: { abbreviations } }) =>
  toWords(entry, abbreviations).words.every(({ form }) => forms.includes(form));
/** As part of a pattern, in the text as it came. */
const asWritten: Way = () => true;
/** In letters of ours, which nothing is put right in. */
const inLetter: Way = ({ entry }) => /^\p{L}+$/u.test(entry);
const asBinding: Way = ({ list, entry, text, rulebook }) => {
  const alone = { ...rulebook, replies: { [list]: [entry] } };
  return bindsAlways(toWords(text, rulebook.abbreviations), alone, false) !== null;
};
/** The desk's own words are not put into Indonesian. */
const asHeld: Way = ({ list, entry, written, rulebook }) => {
  const tokens = heldTokens(written, { ...rulebook, replies: { [list]: [entry] } });
  return tokens.length === 1 && tokens[0]?.kind !== 'word';
};
const asRegional: Way = ({ entry, rulebook }) => {
  const [word = '', means = ''] = entry.split('=');
  return [rulebook, { ...rulebook, replies: { regional: [entry] } }].some((of) => inIndonesian(word, of) === means);
};

interface Ways {
  readonly lists: RegExp;
  readonly ways: readonly Way[];
  /** The words of an entry are looked for one by one. */
  readonly isOfWords?: boolean;
}

/** First match wins. */
const WAYS: readonly Ways[] = [
  { lists: /^(?:beside-(?:courtesy|particles|haste)|clause-done)$/, ways: [asWord, inText], isOfWords: true },
  { lists: /^(?:beside-.+|clause-.+|hedges|fitting-deeds|request-words)$/, ways: [asWord], isOfWords: true },
  {
    lists: /^wording-(?:beside_weak_yes|others|excuses|beside_excuse|own_staff|beside_own_staff)$/,
    ways: [asWord],
    isOfWords: true,
  },
  { lists: /^wording-(?:team_.+|speakers_asked|puts_refusal_off|deciding)$/, ways: [asForm], isOfWords: true },
  {
    lists: /^wording-(?:turns_refusal|needless_asking|refusal_waits|inability_waits|no_wait|stops_work|doubts_writer)$/,
    ways: [asPhrase, asForm],
  },
  { lists: /^wording-/, ways: [asWritten] },
  { lists: /^negations$/, ways: [asPhrase, asWord] },
  { lists: /^approve-weak$/, ways: [asPhrase, inText] },
  { lists: /^binds-/, ways: [asBinding] },
  { lists: /^work-(?:preparing|doing|result)$/, ways: [asForm, inText] },
  { lists: /^work-hand-over$/, ways: [asForm] },
  { lists: /^work-/, ways: [inText] },
  { lists: /^number-(?!corrects)/, ways: [spelledOut] },
  { lists: /^held-/, ways: [asHeld] },
  { lists: /^takes-away$/, ways: [inLetter] },
  { lists: /^regional$/, ways: [asRegional] },
  { lists: /./, ways: [asPhrase] },
];

export function replyMeets(
  rulebook: Rulebook,
): (name: string, entry: string, list: readonly string[]) => NeverMet | null {
  return (name, entry, list) => {
    const { ways, isOfWords = false } = WAYS.find(({ lists }) => lists.test(name)) ?? { ways: [asPhrase] };
    const isMet = (word: string): boolean =>
      [word, word.toUpperCase(), entry].some((written) => {
        const said = saidAs(written, name, rulebook);
        return ways.some((way) => way({ ...said, entry: word }));
      });
    const word = (isOfWords ? entry.split(' ') : [entry]).find((one) => !isMet(one));
    if (word === undefined) return null;
    if (name === 'regional') return neverPut(word, list, rulebook);
    const said = saidAs(word, name, rulebook);
    const readAs = ways.includes(inText) && !isOfWords ? said.text : said.forms.join(' ');
    const words = new Set(list.flatMap((one) => one.split(' ')).map(withoutClitic));
    const isListed = isOfWords
      ? said.forms.every((form) => words.has(form))
      : list.some((other) => other !== entry && ways.some((way) => way({ ...said, entry: other })));
    const isParted = isOfWords && said.forms.length > 1;
    const instead = isListed || isParted || readAs === '' ? null : readAs;
    return { word, readAs, instead, isListed, isParted };
  };
}

/** "nyuhunkeun=minta": its ending is put into Indonesian before. */
function neverPut(entry: string, list: readonly string[], rulebook: Rulebook): NeverMet {
  const [word = '', means = ''] = entry.split('=');
  const readAs = inIndonesian(word, { ...rulebook, replies: { regional: [entry] } });
  const instead = `${readAs}=${means}`;
  const isListed = list.includes(instead);
  return { word: entry, readAs, instead: isListed ? null : instead, isListed, isParted: false };
}

function saidAs(written: string, list: string, rulebook: Rulebook): Omit<Said, 'entry'> {
  const text = withoutSlips(inIndonesian(written, rulebook), rulebook);
  const forms = toWords(text, rulebook.abbreviations).words.map(({ form }) => form);
  return { list, written, text, forms, rulebook };
}

function plain(text: string): string {
  return ` ${text.toLowerCase().replaceAll(/[^\p{L}\d -]/gu, '')} `;
}
