/**
 * Papers that Loket gives out: Form 3.1, BAST, formulir UAT and the collective lists, made from the descriptions in templates/forms.
 * The same data gives the same bytes, so a paper is never stored: it is made again when it is needed. Each carries a mark by which
 * it is known when it comes back (mark.ts).
 */
import { BotError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/time.ts';
import { filledValues, type FormFill } from './form-values.ts';
import type { FormBook } from './load-forms.ts';
import { makeSheet } from './make-sheet.ts';
import { sumUp, type Sealer } from './mark.ts';
import { prefillBast, prefillForm31, type HandoverPaper, type RequestPaper } from './prefill.ts';

export interface MadePaper {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export type PaperData = { readonly at: EpochMs } & (
  ({ readonly about: 'request' } & RequestPaper) | ({ readonly about: 'handover' } & HandoverPaper)
);

export interface PaperMaker {
  /** What can be made: `bast`, `daftar-akun`, `daftar-perangkat`, `form-3.1`, `formulir-uat` and what the office has added. */
  readonly kinds: readonly string[];
  /** The paper that serves a key of rules/requirements.yaml, by `serves` of its description; null where none does. */
  serving(requirement: string): string | null;
  /** @throws {BotError} E_TEMPLATE for a kind that is not among `kinds` */
  make(kind: string, data: PaperData): Promise<MadePaper>;
  /** Digest that the marks of this paper carry: a scanned page with another one was made from other data. Null for unknown kinds. */
  digestOf(kind: string, data: PaperData): string | null;
}

const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function makePaperMaker(book: FormBook, sealer: Sealer): PaperMaker {
  const keys = [...book].flatMap(([kind, paper]) =>
    (paper.shape === 'form' ? paper.form : paper.sheet).serves.map((key): [string, string] => [key, kind]),
  );
  const served = new Map(keys);
  return {
    kinds: [...book.keys()].sort(),
    serving: (requirement) => served.get(requirement) ?? null,
    digestOf: (kind, data) => {
      const paper = book.get(kind);
      if (!paper) return null;
      return sumUp(paper.shape === 'form' ? filledValues(paper.form, fillOf(data)) : {}).digest;
    },
    make: async (kind, data) => {
      const paper = book.get(kind);
      if (!paper) throw new BotError('E_TEMPLATE', `there is no description of a paper "${kind}" in templates/forms`);
      const { facts, rows } = fillOf(data);
      const common = { ticket: data.ticket.number, at: data.at, facts };
      if (paper.shape === 'sheet')
        return made(paper.sheet.file_name, data, {
          ending: 'xlsx',
          contentType: XLSX,
          bytes: makeSheet({ ...common, sheet: paper.sheet }, sealer),
        });
      // The library loads with the first form.
      const { makeForm } = await import('./make-form.ts');
      const bytes = await makeForm({ ...common, rows, form: paper.form }, sealer);
      return made(paper.form.file_name, data, { ending: 'pdf', contentType: PDF, bytes });
    },
  };
}

function fillOf(data: PaperData): FormFill {
  return data.about === 'request' ? prefillForm31(data) : prefillBast(data);
}

function made(
  name: string,
  { ticket }: PaperData,
  { ending, contentType, bytes }: { ending: string; contentType: string; bytes: Uint8Array },
): MadePaper {
  return { filename: `${name}-${ticket.number}.${ending}`, contentType, bytes };
}
