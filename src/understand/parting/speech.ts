/**
 * The words of `rules/parting.yaml` as patterns, made once for a rulebook: how people begin, join and end what they ask for. Each is
 * linear in the text, whatever stands in the file, since a phrase is only letters and single spaces.
 */
import type { PartingList, PartingWords } from '../../rulebook/parting.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';

export type Speech = ReturnType<typeof makeSpeech>;

const speeches = new WeakMap<Rulebook, Speech>();

export function speechOf(rulebook: Rulebook): Speech {
  const known = speeches.get(rulebook);
  if (known) return known;
  const made = makeSpeech(rulebook.parting ?? {});
  speeches.set(rulebook, made);
  return made;
}

function makeSpeech(words: PartingWords) {
  const any = (list: PartingList): string => oneOf(words[list] ?? []);
  return { ...joining(any), ...asking(any), ...places(any), ...items(any), ...unasked(any), ...besides(any) };
}

type Any = (list: PartingList) => string;

const FROM = String.raw`(?<![\p{L}\d_])`;
const TO = String.raw`(?![\p{L}\d_])`;
const LEAD = String.raw`^[\s,.;:]*`;

/** How the words behind a place begin. */
function joining(any: Any) {
  const begins = (list: PartingList): RegExp => pattern(`${LEAD}${any(list)}${TO}`);
  return {
    adds: pattern(`${LEAD}(?:${any('adds')}${TO}|${any('ordinals')} ?,)`),
    also: pattern(`${LEAD}(?!${any('also_except')}${TO})${any('also')}${TO}`),
    and: begins('and'),
    follows: begins('follows'),
    goesOn: begins('goes_on'),
    /** "dan", "sekaligus": what follows may leave out what stands before. */
    coordinates: pattern(String.raw`${LEAD}(?:${any('joint')}${TO}|[+&])`),
    joint: pattern(String.raw`${LEAD}(?:${any('joint')}${TO}[\s,]*|\+\s*)*`),
  };
}

/** What a sentence says wherever it stands in it. */
function asking(any: Any) {
  const says = (list: PartingList): RegExp => pattern(`${FROM}${any(list)}${TO}`);
  return {
    refers: pattern(`${FROM}${any('refers')}${TO}|nya${TO}`),
    wishes: says('wishes'),
    stays: says('stays'),
    asks: pattern(String.raw`${FROM}${any('asks')}${TO}|\?`),
    saysSo: pattern(`;|${FROM}${any('says_so')}${TO}`),
    counted: pattern(`${FROM}(?:${any('several')}[ -]?${any('matters')}|${any('all_of_them')})${TO}`),
    /** Of a word by itself: whether it names what is to be done. */
    deed: pattern(String.raw`^(?:${any('wishes')}|${any('deeds')}|(?!${any('deeds_except')}$)di-?\p{L}{4,})$`),
    /** The same of a heading: "masuk", "baru". */
    contrast: pattern(`^${any('contrasts')}$`),
    thanks: pattern(String.raw`${FROM}${any('thanks')}${TO}[^.!?\n]{0,40}[.!,]?\s*$`),
  };
}

/** Where a clause may begin: behind a full stop, a line end, a comma, before a word that joins two; and where nothing begins. */
function places(any: Any) {
  const stop = `(?<!${FROM}${any('shortened')})[.!?;]+`;
  const then = `(?<!${any('ago')})(?= ${any('then')} )`;
  const inner = String.raw`${stop}(?=\s)|,(?=\s)|\n+|(?= ${any('joins')} )|${then}|(?= \+ )`;
  const greeting = (list: PartingList, most: number): string => String.raw`${any(list)}${TO}[^.,!?\n]{0,${most}}`;
  const greetings = [greeting('greeting_to', 80), greeting('greeting_time', 30), greeting('greeting', 40)].join('|');
  return {
    beginnings: new RegExp(String.raw`(?<=[\p{L}\d)"”]{2})(?:${inner})`, 'giu'),
    /** Within these nothing begins. */
    fixed: new RegExp(`${FROM}${any('fixed')}${TO}`, 'giu'),
    /** Behind these nothing begins yet. */
    greeting: pattern(String.raw`(?:^|[.!?,\n]\s*)(?:${greetings})[.,!?\s]*$`),
    /** Nothing of a letter's end is a wish. */
    ending: pattern(String.raw`\n[ \t]*(?:--|__|${any('ending')})`),
  };
}

function items(any: Any) {
  return {
    newMatter: pattern(String.raw`(?<!${FROM}${any('new_matter_except')}\s)${FROM}${any('new_matter')}${TO}`),
    countedOff: new RegExp(String.raw`(?:^|[\s:;,.(])(?:yang )?${any('counted_off')}(?:nya)?[ \t]*[,:]`, 'giu'),
    background: pattern(String.raw`^\W*${any('background')}${TO}`),
    /** Of a heading of a column: what stands below are numbers of things. */
    counts: pattern(String.raw`^${any('count_columns')}\W*$`),
    /** Items that begin with a time and may ask all the same. */
    backgroundLater: pattern(String.raw`^\W*${any('background_later')}${TO}`),
  };
}

/** What tells a wish outside the catalogue from a word about the one beside it. */
function besides(any: Any) {
  const says = (list: PartingList): RegExp => pattern(`${FROM}${any(list)}${TO}`);
  return {
    begs: says('begs'),
    beginsAsking: pattern(
      `${LEAD}(?:(?:${any('joint')}|${any('adds')}|kami|saya)${TO}[\\s,]*){0,3}(?:${any('begs')}|${any('deeds')})${TO}`,
    ),
    alsoSaid: says('also_said'),
    handled: says('handled'),
    /** Of a word by itself: it names no thing. */
    empty: pattern(`^${any('empty')}$`),
    /** What ends so is no end of a sentence. */
    endsShortened: pattern(String.raw`${FROM}${any('shortened')}\.\s*$`),
  };
}

/** What is done already, enclosed, settled, or gives a reason asks for nothing. */
function unasked(any: Any) {
  const enclosed = `${FROM}${any('enclosed')}${TO}`;
  const wished = `(?!.{0,200}${FROM}${any('enclosed_except')}${TO})`;
  return {
    /** Without a word of these nothing is enclosed; looking for them alone costs far less. */
    mayBeEnclosed: pattern(enclosed),
    enclosed: pattern(`^${wished}.{0,300}${enclosed}`),
    unasked: [
      pattern(`${FROM}${any('done')}${TO}(?! ${any('done_except')}${TO})`),
      pattern(`${FROM}${any('settled')}${TO}`),
      pattern(String.raw`^\W*${any('reasons')}${TO}`),
    ],
  };
}

function pattern(source: string): RegExp {
  return new RegExp(source, 'iu');
}

/** The longer phrase first, since it may begin with a shorter one; nothing at all where there are no words. */
function oneOf(phrases: readonly string[]): string {
  if (phrases.length === 0) return '(?!)';
  const longestFirst = phrases.toSorted((one, other) => other.length - one.length);
  return `(?:${longestFirst.map(escaped).join('|')})`;
}

/** `*` ends a word and stands for any ending. */
function escaped(phrase: string): string {
  return phrase.replaceAll(/[.+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll('*', String.raw`\p{L}*`);
}
