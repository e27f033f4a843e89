/**
 * The office's letters, ready to be filled. Compiled once at start (MJML in a child process, kept by content), then each letter is a
 * substitution of some microseconds. All faults of all files are found together, each with file and line.
 */
import { basename } from 'node:path';
import { BotError, describeError, formatPlace, type Place } from '../shared/errors.ts';

import { fieldFaults } from './example-faults.ts';
import { lettersWanted, type Renderable } from './renderable.ts';
import { compileMjml, type CompiledMjml } from './compile-mjml.ts';
import { splitHead } from './letter-head.ts';
import { faultsInText, parseText } from './mustache-text.ts';
import { readEnglishWords, type Translator } from './english-words.ts';
import { missingFields, renderLetter, type Frame, type LetterTemplate, type RenderedLetter } from './render.ts';
import {
  expandTemplate,
  ENGLISH_WORDS,
  readTemplateFiles,
  type ExpandedTemplate,
  type TemplateFault,
  type TemplateFiles,
} from './template-source.ts';

export interface CompiledTemplates {
  render(letter: Renderable, frame: Frame): RenderedLetter;
  /** Names that the letter's templates ask for and its fields do not have. */
  missing(letter: Renderable): readonly string[];
}

export interface TemplateOptions {
  /** Where compiled letters are kept between starts; null keeps none. */
  readonly cacheDir: string | null;
}

export interface TemplateInspection {
  /** Null when there are faults. */
  readonly templates: CompiledTemplates | null;
  readonly faults: readonly TemplateFault[];
}

const HEAD_MISSING = 'the head (subject, outcome) must end with a line "---"';

/** @throws {BotError} E_TEMPLATE naming every fault with file and line */
export async function compileTemplates(dir: string, options: TemplateOptions): Promise<CompiledTemplates> {
  const { templates, faults } = await buildTemplates(dir, options);
  if (templates) return templates;
  const lines = faults.map((fault) => `${formatPlace(fault.place)}: ${fault.message}`);
  throw new BotError('E_TEMPLATE', `${faults.length} faults in the letters\n${lines.join('\n')}`);
}

/**
 * Like compileTemplates, with the faults as values, and the example fields tried: a name that no example has is a misspelt one.
 * @throws {BotError} E_TEMPLATE when the directory cannot be read
 */
export async function inspectTemplates(dir: string, options: TemplateOptions): Promise<TemplateInspection> {
  const build = await buildTemplates(dir, options);
  if (!build.templates) return build;
  const faults = fieldFaults(build.files, build.templates, basename(dir));
  return faults.length > 0 ? { templates: null, faults } : build;
}

async function buildTemplates(
  dir: string,
  options: TemplateOptions,
): Promise<TemplateInspection & { readonly files: TemplateFiles }> {
  const files = await readTemplateFiles(dir).catch((cause: unknown) => {
    throw new BotError('E_TEMPLATE', `cannot read the letters in ${dir}: ${describeError(cause)}`, { cause });
  });
  const drafts = lettersWanted().map((id) => draftOf(files, id, basename(dir)));
  const compiled = await compileMjml(
    drafts.map((draft) => ({ id: draft.id, mjml: draft.mjml.text })),
    options.cacheDir,
  );
  const results = drafts.map((draft, index) => finish(draft, compiled[index]));
  const words = readEnglishWords(files.get(ENGLISH_WORDS), `${basename(dir)}/${ENGLISH_WORDS}`);
  const faults = [...words.faults, ...distinct(results.flatMap((result) => result.faults))];
  return { files, templates: faults.length > 0 ? null : collect(results, words.translator), faults };
}

interface Draft {
  readonly id: string;
  readonly mjml: ExpandedTemplate;
  readonly txt: ExpandedTemplate;
  readonly faults: readonly TemplateFault[];
}

function draftOf(files: TemplateFiles, id: string, root: string): Draft {
  const absent = ['mjml', 'txt'].filter((ending) => !files.has(`${id}.${ending}`));
  const mjml = expandTemplate(files, `${id}.mjml`, root);
  const txt = expandTemplate(files, `${id}.txt`, root);
  const faults = absent.map((ending) => ({
    place: { file: `${root}/${id}.${ending}` },
    message: 'this letter is missing',
  }));
  return { id, mjml, txt, faults: [...faults, ...mjml.faults, ...txt.faults] };
}

interface Finished {
  readonly id: string;
  readonly template: LetterTemplate | null;
  readonly faults: readonly TemplateFault[];
}

function finish(draft: Draft, compiled: CompiledMjml | undefined): Finished {
  // Without the file there is no more to be said about it.
  if (draft.faults.length > 0) return { id: draft.id, template: null, faults: draft.faults };
  const { head, body, bodyLine } = splitHead(draft.txt.text) ?? { head: '', body: '', bodyLine: 0 };
  const html = compiled?.html ?? '';
  const faults = [
    ...(compiled?.errors ?? []).map(({ line, message }) => ({ place: placeAt(draft.mjml, line), message })),
    ...(bodyLine > 0 ? [] : [{ place: placeAt(draft.txt, 1), message: HEAD_MISSING }]),
    ...faultsInText(head).map(({ line, message }) => ({ place: placeAt(draft.txt, line), message })),
    ...faultsInText(body).map(({ line, message }) => ({ place: placeAt(draft.txt, bodyLine + line - 1), message })),
  ];
  if (faults.length > 0) return { id: draft.id, template: null, faults };
  return { id: draft.id, template: { head: parseText(head), body: parseText(body), html: parseText(html) }, faults };
}

function placeAt(source: ExpandedTemplate, line: number): Place {
  return source.origins[line - 1] ?? source.origins[0] ?? { file: 'templates' };
}

/** A fault in a shared piece shows once, not once per letter. */
function distinct(faults: readonly TemplateFault[]): readonly TemplateFault[] {
  const byText = new Map(faults.map((fault) => [`${formatPlace(fault.place)}: ${fault.message}`, fault]));
  return [...byText.values()];
}

function collect(results: readonly Finished[], words: Translator): CompiledTemplates {
  const byId = new Map(results.flatMap(({ id, template }) => (template ? [[id, template] as const] : [])));
  const find = (letter: Renderable): LetterTemplate => {
    const template = byId.get(`${letter.language}/${letter.template}`) ?? byId.get(`id/${letter.template}`);
    if (!template) throw new BotError('E_TEMPLATE', `there is no letter ${letter.language}/${letter.template}`);
    return template;
  };
  return {
    render: (letter, frame) =>
      renderLetter(find(letter), letter.language === 'en' ? words.fields(letter.fields) : letter.fields, frame),
    missing: (letter) => missingFields(find(letter), letter.fields),
  };
}
