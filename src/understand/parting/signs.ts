/**
 * Whether a place in a text parts two wishes. Signs speak for it (either side, read alone, is sure of something else; "satu lagi" begins
 * there) and against it (what follows says "tersebut"; both are variants of one service); together they weigh enough or not. The weights
 * are fitted on pairs of sentences and on single ones that were left out of learning.
 */
import { isUnasked } from './asked.ts';
import { aheadIn, kindAhead, ratherIn, type Claim, type Stretch } from './claims.ts';

/** A place in a text, by its words alone. */
export interface Place {
  readonly before: string;
  /** With the words that join it. */
  readonly after: string;
  /** What stands right behind the place, up to the end of its sentence. */
  readonly headText: string;
  /** The same up to the next place. */
  readonly clause: string;
  /** Whether the mail says that it asks for several things. */
  readonly isCounted: boolean;
}

/** A place in a text, and what is claimed on either side of it. */
export interface Cut extends Place {
  readonly left: Claim;
  readonly right: Claim;
  readonly head: Stretch;
  readonly whole: Stretch;
}

export const ADDS =
  /^[\s,.;:]*(?:tambahan|berikutnya|pengganti(?:nya)?|(?:yang )?(?:kedua|ketiga) ?,|sekalian|sekaligus|selain itu|satu lagi|oh ya|oiya|oh iya|btw|by the way|additionally|di samping itu|di luar itu)(?![\p{L}\d])/iu;
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

interface Sign<Of> {
  readonly weight: number;
  readonly of: (of: Of) => number;
}

const yes = (is: boolean): number => (is ? 1 : 0);
/** A request of which only the service is known. */
export const isOpen = ({ claims, key }: Claim): boolean => claims === 'request' && !key.includes('/');
const isBothRequests = ({ left, right }: Cut): boolean => left.claims === 'request' && right.claims === 'request';
/** A question or a complaint that names nothing else is about the request beside it. */
export const isSameMatter = ({ left, right }: Pick<Cut, 'left' | 'right'>): boolean =>
  left.about === right.about || [left, right].some(({ claims, about }) => about === null && claims !== 'incident');

function lastSentence(text: string): string {
  return (
    text
      .trim()
      .split(/(?<=[.!?;])\s|\n/)
      .at(-1) ?? text
  );
}

/** What the words around the place say. */
const BY_WORDS = {
  counted: { weight: 2, of: ({ isCounted }) => yes(isCounted) },
  adds: { weight: 4.5, of: ({ after }) => yes(ADDS.test(after)) },
  also: { weight: 3.87, of: ({ after }) => yes(ALSO.test(after)) },
  and: { weight: 1.48, of: ({ after }) => yes(AND.test(after)) },
  semicolon: { weight: 2.87, of: ({ before }) => yes(before.endsWith(';')) },
  stop: { weight: 0.79, of: ({ before }) => yes(/[.!?]$/.test(before)) },
  blankLine: { weight: 3.8, of: ({ before }) => yes(/\n\s*$/.test(before)) },
  follows: { weight: -2.55, of: ({ after }) => yes(FOLLOWS.test(after)) },
  goesOn: { weight: -1.23, of: ({ clause }) => yes(GOES_ON.test(clause)) },
  refers: { weight: -1.19, of: ({ clause }) => yes(REFERS.test(clause)) },
  stays: { weight: -0.8, of: ({ headText }) => yes(STAYS.test(headText)) },
  unasked: { weight: -0.33, of: ({ headText }) => yes(isUnasked(headText)) },
  leftUnasked: { weight: -0.1, of: ({ before }) => yes(isUnasked(lastSentence(before))) },
  clauseWords: { weight: 0.44, of: ({ clause }) => Math.log(1 + clause.trim().split(/\s+/).length) },
  leftAsks: { weight: 1.16, of: ({ before }) => yes(ASKS.test(before)) },
  headAsks: { weight: 0.26, of: ({ headText }) => yes(ASKS.test(headText)) },
} satisfies Readonly<Record<string, Sign<Place>>>;

/** What the two sides claim. */
export const BY_CLAIMS = {
  left: { weight: 0.2, of: ({ left }) => left.ahead() },
  right: { weight: 0.21, of: ({ right }) => right.ahead() },
  weaker: { weight: 0.06, of: ({ left, right }) => Math.min(left.ahead(), right.ahead()) },
  head: { weight: 0.05, of: ({ head, right }) => aheadIn(head, right) },
  leftRather: { weight: 0.08, of: ({ left, right }) => ratherIn(left, left, right) },
  headRather: { weight: 0.15, of: ({ head, left, right }) => ratherIn(head, right, left) },
  onesided: { weight: -0.33, of: ({ whole, left, right }) => Math.abs(ratherIn(whole, left, right)) },
  bothKinds: {
    weight: 0.18,
    of: ({ whole, left, right }) =>
      left.claims === right.claims ? 0 : Math.min(kindAhead(whole, left.claims), kindAhead(whole, right.claims)),
  },
  noRequest: { weight: -3.89, of: ({ left, right }) => yes(left.claims !== 'request' && right.claims !== 'request') },
  sameService: {
    weight: -2.41,
    of: (cut) => yes(isBothRequests(cut) && cut.left.classification.service === cut.right.classification.service),
  },
  sameMatter: { weight: -2.6, of: (cut) => yes(!isBothRequests(cut) && isSameMatter(cut)) },
  open: { weight: -2.5, of: ({ left, right }) => yes(isOpen(left) || isOpen(right)) },
  rightUnasked: {
    weight: -3,
    of: ({ head, right }) => yes(head === right && isUnasked(right.text) && !ASKS.test(right.text)),
  },
  rightWords: { weight: 0.68, of: ({ right }) => Math.log(right.read.size) },
} satisfies Readonly<Record<string, Sign<Cut>>>;
const BASE = -6.23;

/** What the words alone weigh. */
export function weightOfWords(place: Place): number {
  return Object.values(BY_WORDS).reduce((sum, { weight, of }: Sign<Place>) => sum + weight * of(place), BASE);
}

export function weightOf(cut: Cut): number {
  return Object.values(BY_CLAIMS).reduce(
    (sum, { weight, of }: Sign<Cut>) => sum + weight * of(cut),
    weightOfWords(cut),
  );
}

/** Each sign by its name, for fitting the weights. */
export function signsOf(cut: Cut): Readonly<Record<string, number>> {
  const words = Object.entries<Sign<Place>>(BY_WORDS).map(([name, { of }]) => [name, of(cut)] as const);
  const claims = Object.entries<Sign<Cut>>(BY_CLAIMS).map(([name, { of }]) => [name, of(cut)] as const);
  return Object.fromEntries([...words, ...claims]);
}
