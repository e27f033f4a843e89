/**
 * Answers to a list: "1 setuju, 2 tolak karena sudah ada", "setuju semua kecuali 3", "SR-… setuju; SR-… tunda". Each piece is read as an
 * answer of its own, so what is no plain yes alone is none here. A bare yes to a list says not to which, and is asked back.
 */
import type { ItemAnswer } from '../reading.ts';
import type { Verdict } from './verdict.ts';

const TICKET = String.raw`[A-Z]{2,3}-\d{4,6}-\d{3,9}(?:-\d)?`;
const NUMBER = String.raw`(?:no(?:mor)?\.?\s*|tiket\s*|poin\s*|#)?\d{1,2}(?![\d/]|[.:]\d)`;
const JOINT = String.raw`\s*(?:,|dan|and|&|\+|s\.?d\.?|sampai|-|\u2013)\s*`;
const REFERENCES = new RegExp(
  String.raw`(?:untuk|yang|utk)?\s*(?:${TICKET}|${NUMBER})(?:${JOINT}(?:${TICKET}|${NUMBER}))*\)?\s*[:.=-]?`,
  'iu',
);
const ALL = /\b(?:semua(?:nya)?|seluruhnya|keseluruhan|all(?: of them)?|everything)\b/iu;
const REST = /\b(?:sisanya|selebihnya|(?:yang )?lain(?:nya)?|the (?:rest|others)|others)\b/iu;
const EXCEPT = /\b(?:kecuali|except|selain)\b/iu;
/** Pieces part at line ends, semicolons and full stops, and at commas before the next reference. */
const PIECES = new RegExp(
  String.raw`\n|;|\.\s+|,\s*(?:dan\s+|tapi\s+|sedangkan\s+)?(?=(?:untuk |yang )?(?:${TICKET}|${NUMBER})\s*[:=-]?\s*(?!dan\b|and\b|s\.?d\b|sampai\b)\p{L}|sisanya|lainnya|yang lain|selebihnya)`,
  'iu',
);
const MOST_ITEMS = 50;

interface Place {
  readonly item: number | null;
  readonly ticket: string | null;
}

/** @param listed how many numbered requests our letter held; 0 where it held one */
export function readItems(text: string, listed: number, read: (piece: string) => Verdict): readonly ItemAnswer[] {
  const answers: ItemAnswer[] = [];
  const pieces = text
    .replace(/\bno(?:mor)?\.\s*(?=\d)/gi, 'no ')
    // "1. Setuju": the full stop of a list parts nothing.
    .replace(/^(\s{0,4}\d{1,2})[.)]\s{1,3}/gm, '$1: ')
    .split(PIECES)
    .filter((piece) => /\p{L}/u.test(piece));
  for (const piece of pieces) {
    const [said, excepted = ''] = piece.split(EXCEPT);
    const places = placesIn(said ?? '', listed, answers);
    if (places.length === 0) continue;
    const without = new Set(excepted === '' ? [] : named(excepted, listed).map(keyOf));
    if (excepted !== '' && without.size === 0) return [];
    const verdict = read(bare(said ?? ''));
    for (const place of places.filter((one) => !without.has(keyOf(one))))
      answers.push(answerFor(place, verdict, piece));
  }
  const keys = answers.map(keyOf);
  return new Set(keys).size === keys.length ? answers.slice(0, MOST_ITEMS) : [];
}

/** What all answers have in common, where they cover the whole list; null where they differ or some are missing. */
export function commonAnswer(items: readonly ItemAnswer[], listed: number): 'approve' | 'reject' | null {
  const [first] = items;
  if (!first || first.intent === 'unclear' || items.length < listed) return null;
  return items.every((one) => one.intent === first.intent) ? first.intent : null;
}

function placesIn(piece: string, listed: number, before: readonly ItemAnswer[]): readonly Place[] {
  const numbered = Array.from({ length: listed }, (_, index): Place => ({ item: index + 1, ticket: null }));
  if (ALL.test(piece)) return numbered;
  const answered = new Set(before.map(keyOf));
  if (REST.test(piece)) return before.length === 0 ? [] : numbered.filter((one) => !answered.has(keyOf(one)));
  return named(REFERENCES.exec(piece)?.[0] ?? '', listed);
}

function named(text: string, listed: number): readonly Place[] {
  const tickets = [...text.matchAll(new RegExp(TICKET, 'giu'))].map((match): Place => {
    return { item: null, ticket: match[0].toUpperCase() };
  });
  if (tickets.length > 0) return tickets;
  const places: Place[] = [];
  for (const match of text.matchAll(/(\d{1,2})(?:\s*(?:-|\u2013|s\.?d\.?|sampai)\s*(\d{1,2}))?/giu)) {
    const from = Number(match[1]);
    for (let item = from; item <= Number(match[2] ?? from); item += 1) places.push({ item, ticket: null });
  }
  return places.every((one) => one.item !== null && one.item >= 1 && one.item <= listed) ? places : [];
}

/** The piece without what it refers to: what is said about it. */
function bare(piece: string): string {
  return piece.replace(REFERENCES, ' ').replace(ALL, ' ').replace(REST, ' ').trim();
}

function answerFor(place: Place, { intent, strength }: Verdict, piece: string): ItemAnswer {
  const meant = intent === 'approve' || intent === 'reject' ? intent : 'unclear';
  return { ...place, intent: meant, strength, reason: meant === 'approve' ? null : piece.trim() };
}

function keyOf({ item, ticket }: Place): string {
  return ticket ?? String(item);
}
