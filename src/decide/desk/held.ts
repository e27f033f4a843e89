/** The quarantine worked by mail: the numbers are those of the list that the answer answers, never guessed from what is held now. */
import type { DeskCommand } from '../../understand/reading.ts';
import type { AddressOrder, MailOrder } from '../decision.ts';
import { isPublicSuffix } from '../../shared/domain.ts';
import { isOurDomain } from '../office.ts';
import type { HeldMail, Receipt } from '../situation.ts';
import type { Batch, Deed, Handler, Step } from './batch.ts';
import type { DeedKind, Refusal } from './codes.ts';

type Settling = Extract<DeskCommand, { readonly kind: 'release' | 'drop' | 'block' }>;

export const settle: Handler<'release' | 'drop' | 'block'> = (batch, command) => {
  if (command.address !== null && command.items.length === 0 && !command.all)
    return mark(batch, command, command.address);
  const mails = chosenFrom(batch, command);
  if (typeof mails === 'string') return mails;
  let step: Step = batch;
  for (const mail of mails) {
    if (typeof step === 'string') return step;
    step = settleOne(step, command.kind, mail);
  }
  return step;
};

function chosenFrom({ it: { desk } }: Batch, { items, all, except = [] }: Settling): readonly HeldMail[] | Refusal {
  const listed = desk?.listed ?? [];
  if (desk?.answers === null || desk === undefined) return 'no-list';
  if (all) {
    const rest = listed.filter((_, at) => !except.includes(at + 1));
    return rest.length === 0 || except.some((item) => item > listed.length) ? 'not-on-list' : rest;
  }
  // "Buang saja": the only one of the list; of several nobody guesses which.
  if (items.length === 0) return listed.length === 1 ? listed : 'no-list';
  const chosen = items.map((item) => listed[item - 1]).filter((mail) => mail !== undefined);
  return chosen.length === items.length && chosen.length > 0 ? chosen : 'not-on-list';
}

function settleOne(batch: Batch, kind: Settling['kind'], mail: HeldMail): Step {
  if (kind === 'block') {
    const blocked = mark(batch, { kind }, mail.from);
    if (typeof blocked === 'string') return blocked;
    return ordered(blocked, { mail: mail.mail, what: 'drop' }, mail.from);
  }
  const done = ordered(batch, { mail: mail.mail, what: kind }, mail.from || mail.subject);
  const name = mail.from || mail.subject;
  return { ...done, deeds: [...done.deeds, deed(kind === 'release' ? 'released' : 'dropped', name)] };
}

function ordered(batch: Batch, order: MailOrder, name: string): Batch {
  return {
    ...batch,
    mailOrders: [...batch.mailOrders, order],
    mailNames: new Map([...batch.mailNames, [order.mail, name]]),
  };
}

/** `blokir ALAMAT` and its opposite, `lepas ALAMAT`: an address that is blocked or dead is an address like any other again. */
function mark(batch: Batch, { kind }: Pick<Settling, 'kind'>, address: string): Step {
  const { office } = batch.it;
  if (address === '') return 'no-address';
  if (kind === 'block') {
    // Whoever forges one of ours would silence him.
    if (isOurDomain(office, address) || office.ownAddresses.includes(address)) return 'own-address';
    if (isShared(batch, address)) return 'shared-domain';
    return withOrders(batch, 'blocked', address, [order(batch, address, 'blocked', 'set')]);
  }
  if (kind === 'drop') return 'no-list';
  return withOrders(batch, 'freed', address, [
    order(batch, address, 'blocked', 'clear'),
    order(batch, address, 'dead', 'clear'),
  ]);
}

/** A whole domain from which anybody may write: a provider of mail, or an ending such as co.id. */
function isShared({ it: { office } }: Batch, address: string): boolean {
  if (!address.startsWith('@')) return false;
  const domain = address.slice(1);
  return isPublicSuffix(domain) || (office.rulebook.settings.publicMailProviders ?? []).includes(domain);
}

/** Mails that were released or dropped wait again, as long as nobody has been answered because of them. */
export function holdAgain(batch: Batch, { mails }: Receipt): Batch {
  return mails.reduce<Batch>((before, { mail, from, now, tickets }) => {
    if (now === 'answered') {
      const answered = { ...deed('stays-answered', from), ticket: tickets.join(', ') || null };
      return { ...before, deeds: [...before.deeds, answered] };
    }
    if (now !== 'can-wait-again') return before;
    const again = ordered(before, { mail, what: 'hold' }, from);
    return { ...again, deeds: [...again.deeds, deed('held-again', from)] };
  }, batch);
}

/** What that mail blocked is free again. */
export function unblock(batch: Batch, { blocked }: Receipt): Batch {
  return blocked.reduce<Batch>(
    (before, address) => withOrders(before, 'unblocked', address, [order(before, address, 'blocked', 'clear')]),
    batch,
  );
}

function withOrders(batch: Batch, kind: DeedKind, address: string, orders: readonly AddressOrder[]): Batch {
  return {
    ...batch,
    addressOrders: [...batch.addressOrders, ...orders],
    // A whole domain reads as "*@toko.example".
    deeds: [...batch.deeds, deed(kind, address.startsWith('@') ? `*${address}` : address)],
  };
}

function order(
  { sender }: Batch,
  address: string,
  mark: AddressOrder['mark'],
  what: AddressOrder['what'],
): AddressOrder {
  return { address: address.toLowerCase(), mark, what, by: sender.id, detail: '' };
}

function deed(kind: DeedKind, to: string): Deed {
  return { kind, ticket: null, to, shown: false };
}
