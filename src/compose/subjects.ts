/** Subjects of letters without their bodies: what `explain` needs, without the cost of compiling MJML. */
import type { LetterTemplate } from './render.ts';
import { renderSubject } from './render.ts';
import { headerText } from './headers.ts';
import { splitHead } from './letter-head.ts';
import { parseText } from './mustache-text.ts';
import { lettersWanted, type Renderable } from './renderable.ts';
import { expandTemplate, readTemplateFiles } from './template-source.ts';

/** @throws {Error} when the directory cannot be read; a letter that is missing or faulty there keeps the subject its fields have */
export async function loadSubjects(dir: string): Promise<(letter: Renderable) => string | null> {
  const files = await readTemplateFiles(dir);
  const heads = new Map(
    lettersWanted().map((id) => {
      const head = splitHead(expandTemplate(files, `${id}.txt`, dir).text)?.head;
      return [id, head === undefined ? null : parseText(head)] as const;
    }),
  );
  return (letter) => {
    const head: LetterTemplate['head'] | null | undefined =
      heads.get(`${letter.language}/${letter.template}`) ?? heads.get(`id/${letter.template}`);
    return head ? headerText(renderSubject(head, letter.fields)) : null;
  };
}
