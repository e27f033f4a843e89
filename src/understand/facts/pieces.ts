/** A sentence cut at its commas and joining words into pieces, of which each may tell a number or name a person. */
import { allMatches } from '../words/all-matches.ts';

/** What stands between two cuts, and before it in its sentence. */
export interface Piece {
  readonly text: string;
  readonly before: string;
  /** Whether but a comma stands before it. */
  readonly comma: boolean;
}

/** What is in brackets says more of the one before them; it is blanked out, so that places stay what they are. */
export function withoutBrackets(text: string): string {
  return text.includes('(') ? text.replace(BRACKETS, (inside) => ' '.repeat(inside.length)) : text;
}

const BRACKETS = /\([^()\n]{0,120}\)/g;

export function cutUp(sentence: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let comma = false;
  for (const { 0: mark, index } of allMatches(sentence, JOINT, MAX_PIECES)) {
    pieces.push({ text: sentence.slice(from, index).trim(), before: sentence.slice(0, from), comma });
    comma = /^\s*[,;]\s*$/.test(mark);
    from = index + mark.length;
    if (pieces.length >= MAX_PIECES) return pieces;
  }
  return [...pieces, { text: sentence.slice(from).trim(), before: sentence.slice(0, from), comma }];
}

/** Its text alone. */
export function firstPiece(sentence: string): string {
  const end = sentence.search(JOINT);
  return (end < 0 ? sentence : sentence.slice(0, end)).trim();
}

const MAX_PIECES = 60;
/** Regional words, too; "lan" only before a name: "kabel lan" is another matter. */
export const JOINS =
  /[,;&+]|\b(?:dan|serta|sama|sareng|jeung|kaliyan|lan(?= [A-Z])|and|deng|plus|beserta|bersama|bareng|dengan|ditambah|dgn|with|didampingi|ditemani|dikawal)\b| n /;
export const JOINT =
  /\s*[,;+&](?:\s*[+&])?\s*(?:(?:dan|serta|sama|and|plus|juga|beserta|bersama|ditambah)\s+)?|\s+(?:dan(?: juga)?|serta|sama|sareng|jeung|kaliyan|(?<!kabel |titik |port |jaringan |koneksi )lan(?= [A-Z])|and|n|deng|plus|beserta|bersama(?: dengan)?|bareng|dengan|ditambah|dgn|with|(?:didampingi|ditemani|dikawal)(?: oleh)?)\s+/g;
