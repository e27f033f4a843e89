/** The example fields that stand beside each letter: what `check`, the tests and the pictures render. */
import { z } from 'zod';
import { TEMPLATES, type FieldValue } from '../decide/letter.ts';
import { BotError, describeError } from '../shared/errors.ts';
import { readTemplateFiles, type TemplateFiles } from './template-source.ts';
import { languagesOf, type Renderable } from './renderable.ts';

export interface Example extends Renderable {
  /** What is special about this one, e.g. `menunggu-persetujuan`. */
  readonly name: string;
}

const Value: z.ZodType<FieldValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Value), z.record(z.string(), Value)]),
);
const ExampleFile = z.record(z.string(), z.record(z.string(), Value));

/** @throws {BotError} E_TEMPLATE when a file is missing or is not a table of examples */
export async function readExamples(dir: string): Promise<readonly Example[]> {
  const files = await readTemplateFiles(dir);
  return TEMPLATES.flatMap((template) =>
    languagesOf(template).flatMap((language) => examplesOf(files, template, language)),
  );
}

/** @throws {BotError} like readExamples */
export function examplesOf(
  files: TemplateFiles,
  template: Renderable['template'],
  language: Renderable['language'],
): readonly Example[] {
  const file = `${language}/${template}.fields.json`;
  const examples = parseExamples(file, files.get(file));
  return Object.entries(examples).map(([name, fields]) => ({ template, language, name, fields }));
}

function parseExamples(file: string, text: string | undefined): z.infer<typeof ExampleFile> {
  if (text === undefined) throw new BotError('E_TEMPLATE', 'these example fields are missing', { place: { file } });
  try {
    return ExampleFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new BotError('E_TEMPLATE', `not a table of examples: ${describeError(cause)}`, { cause, place: { file } });
  }
}
