/** Papers of ours that go along with a letter, as data: they are made when the letter leaves, the same data giving the same paper. */
import type { Person } from '../../directory/person.ts';
import { localDate, type EpochMs } from '../../shared/time.ts';
import type { LetterPaper, PaperParty } from '../letter.ts';
import type { LetterContext, Party } from './context.ts';
import { findVariant } from './request-fields.ts';
import { withoutSecrets } from './secrets.ts';

/** Forms and lists for what is missing, as far as the office gives them out, filled in with what the directory knows. */
export function requestPapers(context: LetterContext): readonly LetterPaper[] {
  const { requester, superior, now, onForms } = context;
  const boss = onForms?.signer ?? superior?.qualifying[0] ?? superior?.found?.person ?? null;
  const topUnit = onForms?.topUnit ?? '';
  return context.missing
    .filter(({ key }) => context.paperKeys.has(key))
    .map(({ key }) => ({
      ...paperOf(context, key, now),
      about: 'request',
      person: { ...partyOf(requester), ...(topUnit !== '' && { topUnit }) },
      other: boss === null ? null : personOf(boss),
      done: '',
    }));
}

/** The hand-over paper and what else the catalogue asks afterwards, filled in with what was done. */
/** @param resolver who did it; the team stands for him where the directory does not know him */
export function handoverPapers(
  context: LetterContext,
  { done, at, resolver }: { readonly done: string; readonly at: EpochMs; readonly resolver: Party | null },
): readonly LetterPaper[] {
  const { requester, team, desk, devices } = context;
  const asked = findVariant(context)?.requirements.filter(({ phase }) => phase === 'after') ?? [];
  return asked
    .filter(({ key }) => context.paperKeys.has(key))
    .map(({ key }) => ({
      ...paperOf(context, key, at),
      about: 'handover',
      person: partyOf(requester),
      other: { ...handing(resolver), unit: (team ?? desk).name },
      done: withoutSecrets(done),
      ...(devices && { objects: devices }),
    }));
}

function handing(resolver: Party | null): PaperParty {
  return resolver?.person ? personOf(resolver.person) : { name: '' };
}

function paperOf(
  context: LetterContext,
  requirement: string,
  at: EpochMs,
): Omit<LetterPaper, 'about' | 'person' | 'other' | 'done'> {
  const { rulebook, facts } = context;
  const variant = findVariant(context);
  const service = rulebook.services.find(({ code }) => code === context.service);
  return {
    requirement,
    at,
    today: localDate(at, rulebook.calendar.zone),
    ticket: {
      number: context.number,
      service: context.service,
      serviceName: service?.name ?? '',
      variant: context.variant,
      variantName: variant?.name ?? '',
    },
    quantity: facts.quantity ?? null,
    application: facts.application ?? '',
  };
}

function partyOf({ person, name, address }: Party): PaperParty {
  return person === null ? { name, email: address } : personOf(person);
}

function personOf(person: Person): PaperParty {
  return {
    name: person.name,
    nip: person.nip,
    title: person.title,
    unit: person.unitName,
    email: person.addresses[0] ?? '',
    ...(person.eselon === '' ? {} : { eselon: person.eselon }),
  };
}
