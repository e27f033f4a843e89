/** Fills one letter: first its head (subject, first sentence, buttons), then both parts with what the head says. */
import type { LetterFields } from '../decide/letter.ts';
import { escapeHead, escapeHtml, escapeText } from './escapes.ts';
import { parseHead, type LetterHead } from './letter-head.ts';
import { mailtoHref } from './mailto.ts';
import type { ParsedText } from './mustache-text.ts';
import { fitSubject } from './subject-line.ts';

export interface LetterTemplate {
  readonly head: ParsedText;
  readonly body: ParsedText;
  readonly html: ParsedText;
}

/** What the mail adds to a letter: where its buttons write to, and the token that binds the answer. */
export interface Frame {
  readonly replyAddress: string;
  readonly reference: string;
}

export interface RenderedLetter {
  readonly subject: string;
  /** The first sentence, also the preheader. */
  readonly outcome: string;
  readonly text: string;
  readonly html: string;
  readonly buttons: readonly { readonly label: string; readonly href: string }[];
}

export function renderLetter(template: LetterTemplate, fields: LetterFields, frame: Frame): RenderedLetter {
  const head = renderHead(template, fields);
  const buttons = head.buttons.map((button, index) => ({
    label: button.label,
    body: button.body,
    // The writer goes on after the colon.
    open: button.body.endsWith(':'),
    first: index === 0,
    href: mailtoHref({
      address: frame.replyAddress,
      cc: button.cc,
      subject: `Re: ${head.subject} (ref ${frame.reference})`,
      body: button.body,
    }),
  }));
  const all = fieldsWith(fields, head, buttons);
  return {
    subject: head.subject,
    outcome: head.outcome,
    text: tidyText(template.body.render(all, escapeText)),
    html: template.html.render(all, escapeHtml),
    buttons: buttons.map(({ label, href }) => ({ label, href })),
  };
}

/** The subject alone, from the parsed head. */
export function renderSubject(head: LetterTemplate['head'], fields: LetterFields): string {
  return renderHead({ head }, fields).subject;
}

/** Names that one of the three parts asks for and the fields (with the head's sentences) do not have. */
export function missingFields(template: LetterTemplate, fields: LetterFields): readonly string[] {
  const head = renderHead(template, fields);
  const all = fieldsWith(fields, head, [{ label: '', body: '', href: '', open: true, first: true }]);
  const names = [template.head.missing(fields), template.body.missing(all), template.html.missing(all)];
  return [...new Set(names.flat())];
}

function renderHead(template: Pick<LetterTemplate, 'head'>, fields: LetterFields): LetterHead {
  const render = (changed: LetterFields): LetterHead => parseHead(template.head.render(changed, escapeHead));
  const whole = render(fields);
  const shortName = typeof fields['shortName'] === 'string' ? fields['shortName'] : '';
  const subject = fitSubject(
    shortName,
    (name) => (name === shortName ? whole : render({ ...fields, shortName: name })).subject,
  );
  return { ...whole, subject };
}

function fieldsWith(fields: LetterFields, head: LetterHead, buttons: readonly LetterFields[]): LetterFields {
  return { ...fields, ...head.sentences, subject: head.subject, buttons, hasButtons: buttons.length > 0 };
}

/** Sections that fell away leave empty lines; one between paragraphs is enough. */
function tidyText(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
