/**
 * Who may say yes in somebody's place: the acting official of the register within the dates, the next superior where nobody answers. By
 * the register alone: what a mail claims about its writer is never looked at.
 */
import type { Rank } from '../directory/person.ts';
import { actsOn } from '../directory/standing.ts';
import type { PersonId } from '../shared/ids.ts';
import { localDate, type EpochMs, type LocalDate } from '../shared/time.ts';
import { findService, findVariant } from './catalogue.ts';
import { partyOf, type Office, type Party } from './office.ts';
import { rankAsked } from './rank-asked.ts';
import type { TicketView } from './ticket-view.ts';

function rankNeeded({ state }: TicketView, { rulebook }: Office): Rank | null {
  return rankAsked(findService(rulebook, state.service), findVariant(rulebook, state.variant));
}

/** True for the day on which he answers: still in office, still of the rank, still above the requester where he was found to be. */
export function mayStillApprove(who: Party, view: TicketView, at: { office: Office; now: EpochMs }): boolean {
  const { office } = at;
  const { person } = who;
  // Somebody the register lacks, or a post: the desk or a rule file has let him pass.
  if (person === null || findVariant(office.rulebook, view.state.variant)?.chain) return true;
  const on = localDate(at.now, office.zone);
  const needed = rankNeeded(view, office);
  const { rank } = office.directory.standing(person, on);
  if (!person.active || (needed !== null && (rank === null || rank > needed))) return false;
  const below = view.requester.person;
  return view.state.verdict !== 'ok' || below === null || office.directory.isAbove(person, below, on);
}

/** Superiors of the requester who would do on that day, nearest first, without those who were asked or declined. */
export function otherSuperiors(view: TicketView, office: Office, on: LocalDate): readonly Party[] {
  const rank = rankNeeded(view, office);
  const below = view.requester.person;
  if (rank === null || below === null) return [];
  const asked = askedSoFar(view);
  return office.directory
    .qualifying(below, rank, on)
    .map((person) => partyOf(office, { name: person.name, address: person.addresses[0] ?? '' }))
    .filter((party) => party.address !== '' && !asked.includes(party.id));
}

/** Everybody whose answer to a letter of ours may still come. */
function askedSoFar({ state }: TicketView): readonly PersonId[] {
  const { approval, declinedBy } = state;
  return [...(approval ? [approval.approver, ...(approval.others ?? [])] : []), ...declinedBy];
}

/** The next one up, where the one asked does not answer. */
export function superiorAbove(view: TicketView, office: Office, on: LocalDate): Party | null {
  const below = view.requester.person;
  const asked = view.approver?.person ?? null;
  if (below === null || asked === null) return null;
  const from = office.directory.placeAbove(asked, below, on)?.distance ?? 0;
  const higher = otherSuperiors(view, office, on).find(
    ({ person }) => person !== null && (office.directory.placeAbove(person, below, on)?.distance ?? 0) > from,
  );
  return higher ?? null;
}

/** Whom the register has as acting in the post of the one asked, on that day. */
export function deputyOf(view: TicketView, office: Office, on: LocalDate): Party | null {
  const unit = view.approver?.person?.unitCode;
  if (unit === undefined) return null;
  const acting = otherSuperiors(view, office, on).find(
    ({ person }) => person !== null && person.acting?.unitCode === unit && actsOn(person.acting, on),
  );
  return acting ?? null;
}
