/**
 * Whom to ask for a yes, and in which order: the superior in Cc, all of them where the rule says so, or a chain of officials. Nobody is
 * asked twice, and nobody about his own request.
 */
import type { ChainLink, OfficialChain } from '../rulebook/chain.ts';
import type { Service, Variant } from '../rulebook/rulebook.ts';
import type { PersonId } from '../shared/ids.ts';
import { partyOf, type Office, type Party } from './office.ts';

/** One question to one person. */
export interface Asking {
  readonly approver: Party;
  /** Ordinal from 1 in a chain of officials; null for superiors, whose questions are simply counted. */
  readonly step: number | null;
}

/** What of a request decides who is asked (a Case has it). */
export interface Askable {
  readonly requester: Party;
  readonly service: Service | null;
  readonly variant: Variant | null;
  readonly superior: Party | null;
  readonly superiors?: readonly Party[];
  readonly selfQualified: boolean;
  readonly approval: 'none' | 'asked' | 'given';
  readonly approvedBy?: readonly PersonId[];
  readonly stepsGiven?: number;
}

/** Whom to ask next; null where everybody has agreed or nobody has to. */
export function nextAsking(it: Askable, office: Office): Asking | null {
  const chain = it.variant?.chain;
  if (chain) return nextOfficial(chain.onward, it.stepsGiven ?? 0, { office, except: it.requester.id });
  const next = nextSuperiorOf(it, office);
  return next === null ? null : { approver: next, step: null };
}

/** True when the catalogue (or the office's setting) asks a superior's word by reply. */
export function asksConfirmation(it: Pick<Askable, 'variant' | 'service'>, office: Office): boolean {
  if (it.variant === null) return false;
  if (it.variant.chain) return it.variant.chain.onward.length > 0;
  return it.variant.approval !== null || (office.rulebook.settings.ccOnlyNeedsReply && it.service?.cc !== null);
}

function nextSuperiorOf(it: Askable, office: Office): Party | null {
  if (it.selfQualified || !asksConfirmation(it, office)) return null;
  if (it.variant?.approval?.ask !== 'all') return it.approval === 'given' ? null : it.superior;
  const given = it.approvedBy ?? [];
  const superiors = it.superiors ?? [];
  const all = superiors.length > 0 ? superiors : [it.superior];
  return all.find((one) => one !== null && !given.includes(one.id)) ?? null;
}

/** The first official after so many steps who is not the requester himself; officials are numbered through both ways. */
export function nextOfficial(
  links: readonly ChainLink[],
  stepsGiven: number,
  { office, except, offset = 0 }: { readonly office: Office; readonly except: PersonId; readonly offset?: number },
): Asking | null {
  for (const [index, link] of links.entries()) {
    if (index + offset < stepsGiven) continue;
    const approver = officialParty(link, office);
    if (approver.id !== except) return { approver, step: index + offset + 1 };
  }
  return null;
}

/** The post's mailbox, with whoever holds the post by the register. */
function officialParty({ official }: ChainLink, office: Office): Party {
  return partyOf(office, { name: official.title, address: official.address });
}

/** Where in the chain a step stands. */
export function linkAt(chain: OfficialChain | undefined, step: number): ChainLink | null {
  if (!chain) return null;
  return [...chain.onward, ...chain.back][step - 1] ?? null;
}
