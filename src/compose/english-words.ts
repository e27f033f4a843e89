/**
 * What letters in English say in words that are Indonesian at their source: the sentences about papers, wherever these are read and held
 * against other things, what the catalogue asks for, and the telephone numbers of the rule files. `templates/en/words.yaml` has them in
 * English; what is not there stays as it is.
 */
import { z } from 'zod';
import type { FieldValue, LetterFields } from '../decide/letter.ts';
import { checkShape } from '../shared/check-shape.ts';
import { readSource } from '../shared/source-file.ts';
import type { TemplateFault } from './template-source.ts';

/** Fields of letters that hold such sentences. */
const SENTENCES = ['problems', 'reason', 'papers'];
/** Word by word. */
const WORDS = ['phones'];
/** A sentence within a sentence within a sentence. */
const DEEPEST = 3;
const DATE = /^(\d{1,2}) (\p{L}{3,9}) (\d{4})$/u;
/** Of a field, or of a file in an archive. */
const HEADED = /^([^:]{1,120}): (.+)$/;
const FILE = /\.[A-Za-z0-9]{2,5}$/;

const EnglishWords = z.strictObject({
  sentences: z.record(z.string(), z.string()),
  words: z.record(z.string(), z.string()),
});

interface Rule {
  readonly matches: RegExp;
  /** Names of what stands in braces, in their order. */
  readonly names: readonly string[];
  readonly says: string;
}

export interface Translator {
  /** Null where the sentence is not known. */
  sentence(text: string): string | null;
  fields(fields: LetterFields): LetterFields;
}

export interface ReadWords {
  readonly translator: Translator;
  readonly faults: readonly TemplateFault[];
}

/** @param text of the file; none is like an empty one. @param file as faults name it */
export function readEnglishWords(text: string | undefined, file: string): ReadWords {
  if (text === undefined) return { translator: translatorOf([], {}), faults: [] };
  const { source, faults: unreadable } = readSource(file, text);
  const { shaped, faults } =
    unreadable.length > 0 ? { shaped: null, faults: unreadable } : checkShape(source, EnglishWords);
  const { sentences = {}, words = {} } = shaped?.value ?? {};
  return { translator: translatorOf(Object.entries(sentences), words), faults };
}

function translatorOf(
  sentences: readonly (readonly [string, string])[],
  dictionary: Readonly<Record<string, string>>,
): Translator {
  const rules = sentences.map(ruleOf);
  const known = new Map(Object.entries(dictionary));

  const sentence = (text: string, depth = 0): string | null => {
    const plain = withoutStop(text);
    for (const { matches, names, says } of rules) {
      const match = matches.exec(plain);
      if (!match) continue;
      const parts = new Map(names.map((name, index) => [name, part(match[index + 1] ?? '', depth + 1)]));
      const said = says.replace(/\{(\w+)\}/g, (_, name: string) => parts.get(name) ?? '');
      return beginningLike(text, said) + (plain === text ? '' : '.');
    }
    const [, head = '', within = ''] = HEADED.exec(text) ?? [];
    const name = known.get(head) ?? (FILE.test(head) ? head : null);
    const inner = name === null || depth >= DEEPEST ? null : sentence(within, depth + 1);
    return inner === null ? null : `${name}: ${inner}`;
  };

  /** What stands in braces: a sentence, a word, a date, a list of words, or a name of somebody's own. */
  const part = (text: string, depth: number): string => {
    const [, day, month, year] = DATE.exec(text) ?? [];
    if (day !== undefined && month !== undefined) return `${day} ${known.get(month) ?? month} ${year}`;
    const word = known.get(text);
    if (word !== undefined) return word;
    const inner = depth > DEEPEST ? null : sentence(text, depth);
    if (inner !== null) return inner;
    return text.includes(', ') && depth <= DEEPEST
      ? text
          .split(', ')
          .map((one) => part(one, depth + 1))
          .join(', ')
      : text;
  };

  const say: Say = (name, text) => {
    if (SENTENCES.includes(name)) return sentence(text) ?? text;
    return WORDS.includes(name) ? wordByWord(text, known) : text;
  };
  return { sentence: (text) => sentence(text), fields: (fields) => inEnglish(fields, say) };
}

function wordByWord(text: string, known: ReadonlyMap<string, string>): string {
  return text
    .split(' ')
    .map((word) => known.get(word) ?? word)
    .join(' ');
}

function ruleOf([pattern, says]: readonly [string, string]): Rule {
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const source = withoutStop(pattern)
    .split(/\{\w+\}/)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('(.+?)');
  return { matches: new RegExp(`^${source}$`, 'iu'), names, says: withoutStop(says) };
}

/** @param name of the field */
type Say = (name: string, text: string) => string;

function inEnglish(fields: LetterFields, say: Say): LetterFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, valueOf(name, value, say)]));
}

function valueOf(name: string, value: FieldValue, say: Say): FieldValue {
  if (typeof value === 'string') return say(name, value);
  if (Array.isArray(value)) return value.map((one: FieldValue) => valueOf(name, one, say));
  return isFields(value) ? inEnglish(value, say) : value;
}

function isFields(value: FieldValue): value is LetterFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

/** A sentence within another begins small. */
function beginningLike(text: string, said: string): string {
  const first = said.charAt(0);
  const isSmall = text.charAt(0) !== text.charAt(0).toUpperCase();
  const isAcronym = /^\p{Lu}{2}/u.test(said);
  if (isSmall) return isAcronym ? said : first.toLowerCase() + said.slice(1);
  return first.toUpperCase() + said.slice(1);
}
