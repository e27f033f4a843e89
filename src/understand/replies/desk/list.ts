/**
 * "Yang nomor 2 lepas saja, sisanya buang": plain words about the numbered list of held mails, read clause by clause with the word lists
 * `held-…` of `rules/replies.yaml`. A clause is a deed, numbers, or both; numbers without a deed belong to the nearest clause whose order
 * of words leaves no doubt. Whatever number is left without a deed, has two, or stands beside a doubt makes the whole unsure.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { DeskCommand } from '../../reading.ts';
import type { HeldDeed } from './held.ts';
import type { Place } from './sentence.ts';
import { clausesOf, heldTokens, type HeldClause, type HeldObject } from './list-clauses.ts';

const MOST_WORDS = 40;
/** Tickets, catalogue codes, addresses, teams and other things that are let go, deleted or blocked are none of the list. */
const NOT_THE_LIST =
  /\b[A-Z]{2,4}-\d{4,6}-\d{3,9}|\bITSM|\bSC\d|@|\*\.|\b[\w-]+\.[a-z]{2,}\b|\bke\s+(?!\d|-|nomor\b)\p{L}|\b(?:akses|situs|website|ip|akun|account|folder|file|data|aplikasi|usb|port|tiket|ticket|lampiran|server|firewall|user|pengguna|pilih\w*|opsi|layanan|klasifikasi\w*)\b/iu;

interface Deal {
  readonly deed: HeldDeed;
  readonly object: HeldObject;
}

/** @returns null where no list is spoken of; none where nothing is ordered of it; `unsure` where it is, but not plainly */
export function heldListIn(text: string, place: Place, rulebook: Rulebook): readonly DeskCommand[] | 'unsure' | null {
  if (NOT_THE_LIST.test(text) || text.split(/\s+/).length > MOST_WORDS) return null;
  const tokens = heldTokens(text, rulebook);
  const clauses = clausesOf(tokens);
  const isOrdered = clauses.some(({ deed, isOff, isToldOnly }) => deed !== null && !isOff && !isToldOnly);
  const named = clauses.flatMap(({ object }) => object ?? []);
  if (!isOrdered || named.length === 0) return isToldOf(clauses) ? [] : null;
  const isDoubtful = text.includes('?') || tokens.some(({ kind }) => kind === 'doubt');
  const deals = isDoubtful || named.some(({ items }) => items.includes(0)) ? null : dealt(clauses);
  return deals === null || isContradicted(deals) ? 'unsure' : commandsOf(deals, { named, place });
}

/** "Nomor 2 sudah saya lepas", "jangan buang nomor 2" */
function isToldOf(clauses: readonly HeldClause[]): boolean {
  return clauses.some(({ deed, isOff }) => deed !== null && isOff) && clauses.some(({ object }) => object !== null);
}

/** Which deed is done to which numbers; null where a number is left without one. */
function dealt(clauses: readonly HeldClause[]): readonly Deal[] | null {
  let so: SoFar | null = { deals: [], waiting: [], last: null };
  for (const clause of clauses.filter(({ deed, object }) => deed !== null || object !== null)) {
    so = so && dealtOne(clause, so);
  }
  if (so === null) return null;
  const { deals, waiting, last } = so;
  const deed = openDeed(last);
  return waiting.length > 0 && deed === null ? null : [...deals, ...dealTo(deed, waiting)];
}

interface SoFar {
  readonly deals: readonly Deal[];
  /** Named, and no deed yet. */
  readonly waiting: readonly HeldObject[];
  readonly last: HeldClause | null;
}

function dealtOne(clause: HeldClause, { deals, waiting, last }: SoFar): SoFar | null {
  const { deed, object, order, isOff } = clause;
  const own = object === null || object.isOff ? [] : [object];
  if (deed === null) return { deals, waiting: [...waiting, ...own], last };
  if (waiting.length === 0) {
    const same = order === 'alone' && last?.object ? [last.object] : own;
    const next = order === 'alone' && last !== null ? { ...clause, object: last.object } : clause;
    return isOff ? { deals, waiting, last } : { deals: [...deals, ...dealTo(deed, same)], waiting, last: next };
  }
  const before = openDeed(last);
  // "Lepas 1, 2, 3 buang": 2 may be let go or dropped.
  if (isOff || (order === 'deed-first' ? before === null : before !== null)) return null;
  const dealings =
    order === 'deed-first' ? [...dealTo(before, waiting), ...dealTo(deed, own)] : dealTo(deed, [...waiting, ...own]);
  return { deals: [...deals, ...dealings], waiting: [], last: clause };
}

/** What is done to numbers that follow. */
function openDeed(last: HeldClause | null): HeldDeed | null {
  const isOpen = last !== null && (last.order === 'deed-first' || (last.order === 'alone' && last.object === null));
  return isOpen ? last.deed : null;
}

function dealTo(deed: HeldDeed | null, objects: readonly HeldObject[]): readonly Deal[] {
  return deed === null ? [] : objects.filter(({ isOff }) => !isOff).map((object) => ({ deed, object }));
}

/** One mail let go and dropped, or all of them and some of them in another way without a word of exception. */
function isContradicted(deals: readonly Deal[]): boolean {
  const kinds = new Map<number, Set<string>>();
  for (const { deed, object } of deals) {
    const kind = deed === 'release' ? 'release' : 'drop';
    for (const item of object.items) kinds.set(item, (kinds.get(item) ?? new Set()).add(kind));
  }
  return [...kinds.values()].some((known) => known.size > 1) || deals.filter(({ object }) => object.all).length > 1;
}

interface Around {
  readonly named: readonly HeldObject[];
  readonly place: Place;
}

function commandsOf(deals: readonly Deal[], { named, place }: Around): readonly DeskCommand[] | 'unsure' {
  if (deals.length === 0) return [];
  const numbers = named.flatMap(({ items }) => items);
  const blocked = new Set(deals.filter(({ deed }) => deed === 'block').flatMap(({ object }) => object.items));
  const kept = deals.filter(({ deed, object }) => deed !== 'drop' || !object.items.some((item) => blocked.has(item)));
  const commands = gathered(kept).map(({ deed, object }): DeskCommand => {
    const base = { ...place, kind: deed, all: object.all, address: null };
    if (!object.all) return { ...base, items: object.items };
    const except = [...new Set([...object.except, ...numbers])].toSorted((a, b) => a - b);
    return { ...base, items: [], ...(except.length > 0 && { except }) };
  });
  const isRestOfNothing = deals.some(({ object }) => object.isRest) && numbers.length === 0;
  return isRestOfNothing ? 'unsure' : commands;
}

/** "1 dan 4 buang": one command for all numbers of a deed. */
function gathered(deals: readonly Deal[]): readonly Deal[] {
  return deals.reduce<readonly Deal[]>((before, { deed, object }) => {
    const at = before.findIndex((one) => one.deed === deed && !one.object.all && !object.all);
    const known = before[at];
    if (known === undefined) return [...before, { deed, object }];
    const items = [...new Set([...known.object.items, ...object.items])];
    return before.with(at, { deed, object: { ...object, items } });
  }, []);
}
