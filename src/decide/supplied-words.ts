/** What the requester supplies in words: they go along with his first ones, and the facts in them complete those of the ticket. */
import type { Facts } from '../understand/reading.ts';
import { findVariant } from './catalogue.ts';
import type { TextRow } from './decision.ts';
import type { Reply } from './reply.ts';
import { TEXT, type TicketView } from './ticket-view.ts';

/** As much as understanding reads of a mail; the mails themselves are kept whole. */
const MOST_WORDS_CHARS = 20_000;

/** The newest words first: they are what a reader may not miss. */
export function wordsAfter({ view, read }: Pick<Reply, 'view' | 'read'>): string {
  return [read.newText, view.ownText]
    .filter((text) => text.trim() !== '')
    .join('\n\n')
    .slice(0, MOST_WORDS_CHARS);
}

export function wordRows({ ownText }: Pick<TicketView, 'ownText'>, before: TicketView): readonly TextRow[] {
  return ownText === before.ownText ? [] : [{ name: TEXT.ownText, text: ownText }];
}

/** With the things that the reply names; of two names of one thing neither stands: the words say which is meant. */
export function withThings(reply: Reply): Facts {
  const { application: before, ...rest } = reply.view.facts;
  const { application = before, servers, devices, serialNumbers, bmnCodes } = saidIn(reply);
  const stands = application !== undefined && (before === undefined || application === before);
  return {
    ...(servers !== undefined && { servers }),
    ...(devices !== undefined && { devices }),
    ...(serialNumbers !== undefined && { serialNumbers }),
    ...(bmnCodes !== undefined && { bmnCodes }),
    ...personsSupplied(reply),
    ...rest,
    ...(stands && { application }),
  };
}

/** Only where the service asks for whom it is: whoever else is named in an answer is a superior, an officer or somebody to call. */
function personsSupplied(reply: Reply): Facts {
  const { applicant, applicants, nip, nips } = saidIn(reply);
  const { facts } = reply.view;
  const isKnown = facts.applicant !== undefined || facts.nip !== undefined;
  if (isKnown || !asksForPersons(reply) || isCopied(applicants ?? [applicant ?? ''], reply)) return {};
  return {
    ...(applicant !== undefined && { applicant }),
    ...(applicants !== undefined && { applicants }),
    ...(nip !== undefined && { nip }),
    ...(nips !== undefined && { nips }),
  };
}

function asksForPersons({ view, it }: Reply): boolean {
  const questions = findVariant(it.office.rulebook, view.state.variant)?.questions ?? [];
  return questions.some(({ facts }) => facts.some((fact) => fact === 'applicant' || fact === 'nip'));
}

/** "Bu Dewi saya tembuskan" names one of those who get the mail. */
function isCopied(names: readonly string[], { it }: Reply): boolean {
  const copied = (it.message?.cc ?? []).map(({ name, address }) => `${name} ${address}`.toLowerCase());
  return names.some((name) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((part) => part.length > 2 && copied.some((one) => one.includes(part))),
  );
}

function saidIn({ it }: Reply): Facts {
  return it.reading?.wishes[0]?.facts ?? {};
}
