import { TEMPLATES, type Letter, type LetterFields, type TemplateName } from '../decide/letter.ts';

/** What a letter needs to be rendered; a Letter has it. */
export interface Renderable {
  readonly template: TemplateName;
  readonly language: Letter['language'];
  readonly fields: LetterFields;
}

/** Requesters are written to in their language, all others in Indonesian. */
export function languagesOf(template: TemplateName): readonly Letter['language'][] {
  return template.startsWith('requester.') ? ['id', 'en'] : ['id'];
}

/** `id/requester.received`, …: every letter there has to be. */
export function lettersWanted(): readonly string[] {
  return TEMPLATES.flatMap((name) => languagesOf(name).map((language) => `${language}/${name}`));
}
