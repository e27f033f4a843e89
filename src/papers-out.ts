/** Papers that go along with letters: made from templates/forms when the letter leaves, for whom and about what the letter says. */
import type { OutgoingAttachment } from './compose/outgoing-mail.ts';
import type { LetterPaper, PaperParty } from './decide/letter.ts';
import type { Office } from './decide/office.ts';
import { loadForms } from './papers/make/load-forms.ts';
import { makePaperMaker, type PaperData, type PaperMaker } from './papers/make/make-paper.ts';

/** @throws {BotError} E_TEMPLATE naming every fault */
export function paperMakerOf(templates: string, keyring: Office['keyring']): PaperMaker {
  return makePaperMaker(loadForms(templates), keyring);
}

/** Keys of requirements that a paper of this folder serves. @throws {BotError} E_TEMPLATE */
export function paperKeysOf(templates: string): ReadonlySet<string> {
  const papers = [...loadForms(templates).values()];
  return new Set(papers.flatMap((paper) => (paper.shape === 'form' ? paper.form.serves : paper.sheet.serves)));
}

/** What stands on the forms of this folder beside each field, by its name; for the cells of a table by `table[].column`. @throws {BotError} E_TEMPLATE */
export function fieldLabelsOf(templates: string): ReadonlyMap<string, string> {
  const forms = [...loadForms(templates).values()].flatMap((paper) => (paper.shape === 'form' ? [paper.form] : []));
  const sections = forms.flatMap((form) => form.sections);
  return new Map(
    sections.flatMap(({ fields, table }) => [
      ...fields.map(({ name, label }) => [name, label] as const),
      ...(table?.columns ?? []).map(({ name, label }) => [`${table?.name ?? ''}[].${name}`, label] as const),
    ]),
  );
}

/** A paper that no description serves any more is left out: the letter leaves all the same. */
export async function carriedPapers(
  papers: readonly LetterPaper[],
  maker: PaperMaker,
  office: Office,
): Promise<readonly OutgoingAttachment[]> {
  const made = await Promise.all(
    papers.map(async (paper) => {
      const kind = maker.serving(paper.requirement);
      return kind === null ? [] : [await maker.make(kind, dataOf(paper, office))];
    }),
  );
  return made.flat().map(({ filename, contentType, bytes }) => ({ filename, contentType, content: { bytes } }));
}

function dataOf(paper: LetterPaper, { rulebook }: Office): PaperData {
  const { name, fullName, deskName } = rulebook.organisation;
  const { at, today, ticket, person, other, done, quantity, application, objects } = paper;
  const common = { office: { name, fullName, deskName }, ticket, today, at };
  if (paper.about === 'request') return { ...common, about: 'request', person, superior: other };
  const resolver: PaperParty = other ?? { name: '' };
  return {
    ...common,
    about: 'handover',
    resolver,
    receiver: person,
    whatWasDone: done,
    quantity,
    application,
    ...(objects && { objects }),
  };
}
