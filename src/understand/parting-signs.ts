/**
 * Whether a place in a text parts two wishes. Signs speak for it (either side, read alone, is sure of something else; "satu lagi" begins
 * there) and against it (what follows says "tersebut"; both are variants of one service); together they weigh enough or not. The weights
 * are fitted on pairs of sentences and on single ones that were left out of learning.
 */
import { isUnasked } from './asked.ts';
import { aheadIn, kindAhead, ratherIn, type Claim, type Stretch } from './claims.ts';

/** A place in a text, and what is claimed on either side of it. */
export interface Cut {
  readonly before: string;
  /** With the words that join it. */
  readonly after: string;
  readonly left: Claim;
  readonly right: Claim;
  /** What stands right behind the place, up to the end of its sentence. */
  readonly head: Stretch;
  /** The same up to the next place. */
  readonly clause: string;
  readonly whole: Stretch;
}

const ADDS =
  /^[\s,.;:]*(?:sekalian|sekaligus|selain itu|satu lagi|oh ya|oiya|oh iya|btw|by the way|additionally|di samping itu|di luar itu)\b/i;
const ALSO = /^[\s,.;:]*(?:juga|jg|terus(?! terang)|sama|sm|plus|also|lalu|lantas|kemudian)\b/i;
const AND = /^[\s,.;:]*(?:dan|serta|and|sambil|sementara|sedangkan|while)\b/i;
const FOLLOWS =
  /^[\s,.;:]*(?:jadi(?:nya)?|sehingga|oleh (?:karena|sebab) itu|karena itu|maka|untuk itu|makanya|so|therefore|hence|tapi|tetapi|namun|but|however)\b/i;
/** What begins so goes on with what stands before it. */
const GOES_ON =
  /^[\s,.;:]*(?:untuk|guna|agar|supaya|karena|karna|krn|yang|yg|dengan|tanpa|dari|ke|di|pada|oleh|biar|padahal|sampai|jika|bila|kalau|kalo|apabila|setelah|sesudah|sebelum|for|to|in|with|because|since|if|when|as|so|which|that)\b/i;
const REFERS = /\b(?:tersebut|tsb|dimaksud|itu|ini|that|this|it|them|keduanya)\b|nya\b/i;
const ASKS =
  /\b(?:mohon|minta|tolong|perlu|butuh|please|kindly|ajukan|mengajukan|need|ingin|bantu|dibantu|permohonan|permintaan|mhn|tlg|dong|could you|can you|bisa|want|apakah|kapan|berapa|bagaimana|gimana|boleh|dimohon)\b|\?/i;

/** "Server lama tetap menyala", "belum perlu" */
const STAYS =
  /\b(?:tetap|masih|biarkan|belum perlu|bukan|cukup|saja|sendiri|nanti|sebelumnya|remains?|still|later|not yet)\b/i;

interface Sign {
  readonly weight: number;
  readonly of: (cut: Cut) => number;
}

const yes = (is: boolean): number => (is ? 1 : 0);
const isBothRequests = ({ left, right }: Cut): boolean => left.claims === 'request' && right.claims === 'request';
const sameAbout = ({ left, right }: Cut): boolean => left.about !== null && left.about === right.about;

function lastSentence(text: string): string {
  return text.trim().split(/(?<=[.!?;])\s|\n/).at(-1) ?? text;
}

const SIGNS = {
  left: { weight: 0.2, of: ({ left }) => aheadIn(left, left) },
  right: { weight: 0.17, of: ({ right }) => aheadIn(right, right) },
  weaker: { weight: 0.09, of: ({ left, right }) => Math.min(aheadIn(left, left), aheadIn(right, right)) },
  head: { weight: 0.07, of: ({ head, right }) => aheadIn(head, right) },
  leftRather: { weight: 0.13, of: ({ left, right }) => ratherIn(left, left, right) },
  headRather: { weight: 0.17, of: ({ head, left, right }) => ratherIn(head, right, left) },
  onesided: { weight: -0.25, of: ({ whole, left, right }) => Math.abs(ratherIn(whole, left, right)) },
  bothKinds: {
    weight: 0.24,
    of: ({ whole, left, right }) =>
      left.claims === right.claims ? 0 : Math.min(kindAhead(whole, left.claims), kindAhead(whole, right.claims)),
  },
  noRequest: { weight: -3.76, of: ({ left, right }) => yes(left.claims !== 'request' && right.claims !== 'request') },
  sameService: {
    weight: -2.3,
    of: (cut) => yes(isBothRequests(cut) && cut.left.classification.service === cut.right.classification.service),
  },
  sameMatter: { weight: -2.2, of: (cut) => yes(!isBothRequests(cut) && sameAbout(cut)) },
  adds: { weight: 4.89, of: ({ after }) => yes(ADDS.test(after)) },
  also: { weight: 3.8, of: ({ after }) => yes(ALSO.test(after)) },
  and: { weight: 1.42, of: ({ after }) => yes(AND.test(after)) },
  semicolon: { weight: 2.85, of: ({ before }) => yes(before.endsWith(';')) },
  stop: { weight: 0.81, of: ({ before }) => yes(/[.!?]$/.test(before)) },
  blankLine: { weight: 5.5, of: ({ before }) => yes(/\n\s*$/.test(before)) },
  follows: { weight: -2.56, of: ({ after }) => yes(FOLLOWS.test(after)) },
  goesOn: { weight: -1.08, of: ({ clause }) => yes(GOES_ON.test(clause)) },
  refers: { weight: -1.25, of: ({ clause }) => yes(REFERS.test(clause)) },
  stays: { weight: -0.83, of: ({ head }) => yes(STAYS.test(head.text)) },
  unasked: { weight: -0.41, of: ({ head }) => yes(isUnasked(head.text)) },
  leftUnasked: { weight: -0.09, of: ({ before }) => yes(isUnasked(lastSentence(before))) },
  rightWords: { weight: 0.82, of: ({ right }) => Math.log(right.read.words.words.length) },
  clauseWords: { weight: 0.69, of: ({ clause }) => Math.log(1 + clause.trim().split(/\s+/).length) },
  leftAsks: { weight: 1.15, of: ({ before }) => yes(ASKS.test(before)) },
  headAsks: { weight: 0.17, of: ({ head }) => yes(ASKS.test(head.text)) },
} satisfies Readonly<Record<string, Sign>>;
const BASE = -7.57;

export function weightOf(cut: Cut): number {
  return Object.values(SIGNS).reduce((sum, { weight, of }: Sign) => sum + weight * of(cut), BASE);
}

/** Each sign by its name, for fitting the weights. */
export function signsOf(cut: Cut): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries<Sign>(SIGNS).map(([name, { of }]) => [name, of(cut)]));
}
