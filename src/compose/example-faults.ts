/** Tries every letter with its example fields: a name that the examples do not have is a misspelt one, and its reader would see a gap. */
import { TEMPLATES } from '../decide/letter.ts';
import { BotError, type Place } from '../shared/errors.ts';
import { examplesOf } from './examples.ts';
import { languagesOf, type Renderable } from './renderable.ts';
import type { TemplateFault, TemplateFiles } from './template-source.ts';

/** @param letters finds the names that a letter asks for and its fields do not have */
export function fieldFaults(
  files: TemplateFiles,
  letters: { missing(letter: Renderable): readonly string[] },
  root: string,
): readonly TemplateFault[] {
  const faults = TEMPLATES.flatMap((template) =>
    languagesOf(template).flatMap((language) => {
      try {
        const names = examplesOf(files, template, language).flatMap((example) => letters.missing(example));
        return [...new Set(names)].map((name) => unknownField(files, `${language}/${template}`, { name, root }));
      } catch (error) {
        if (!(error instanceof BotError)) throw error;
        const place = { file: `${root}/${language}/${template}.fields.json` };
        return [{ place, message: 'the example fields are missing or are no table of examples' }];
      }
    }),
  );
  const byPlace = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...byPlace.values()];
}

function unknownField(
  files: TemplateFiles,
  id: string,
  { name, root }: { readonly name: string; readonly root: string },
): TemplateFault {
  return { place: placeOf(files, id, { name, root }), message: `there is no field "${name}"` };
}

/** The first line that asks for the name: in the letter itself, else in the pieces of its language, else in those of all. */
function placeOf(
  files: TemplateFiles,
  id: string,
  { name, root }: { readonly name: string; readonly root: string },
): Place {
  const folder = id.slice(0, id.indexOf('/') + 1);
  const pieces = (start: string): readonly string[] => [...files.keys()].filter((file) => file.startsWith(start));
  for (const file of [`${id}.txt`, `${id}.mjml`, ...pieces(`${folder}_`), ...pieces('_')]) {
    const lines = (files.get(file) ?? '').replaceAll(/\{\{[#^]?\s*/g, '{{').split('\n');
    const line = lines.findIndex((line) => line.includes(`{{${name}}}`));
    if (line >= 0) return { file: `${root}/${file}`, line: line + 1 };
  }
  return { file: `${root}/${id}.txt` };
}
