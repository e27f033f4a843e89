/**
 * What is told of today need not be over: "speaker diganti hari ini" is a plan, "speaker sudah diganti hari ini" a report. And what is told as
 * over need not be the work: a rehearsal, a sound check, a trial come before it. Words of both in `work-over`, `work-today` and
 * `work-rehearsal` of the rules.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';

/** Of deeds joined by "dan" the first says when, so these end no piece. */
const PIECE_END = /[.;:!?,\n]+|\s+(?:lalu|kemudian|terus|selanjutnya|habis itu|setelah itu|sesudah itu|then)(?=\s)/giu;
/** "Diganti", "is swapped", "gets installed": told of a deed, and not that it is over. */
const DEED = /(?<![\p{L}-])di-?\p{L}{4,}|\b(?:is|are|gets?|being)\s+(?:\p{L}+\s+)?\p{L}+(?:ed|en|ut|pt)\b/giu;
/** Begin like a deed. */
const NO_DEED = /(?<![\p{L}-])(?:dinas|direktur|direktorat|digital|dimana|disini|disitu|disana|dini|diklat)\p{L}*/giu;
/** "Akun dinonaktifkan per hari ini": from when it holds. */
const FROM_WHEN = /\b(?:per|mulai|sejak|terhitung|effective|as of)\s+$/iu;
/** What they do themselves is no work of ours that is left: "link mulai disebar beliau siang ini". */
const BY_HIM = /^\s+(?:oleh\s+|by\s+)?(?:beliau|ybs|user|pemohon|pengguna|panitia|the user|him|her|them)(?!\p{L})/iu;
/** A rehearsal is told of where it heads its piece or is what somebody has held: "gladi sudah selesai", "sudah kami lakukan simulasi". */
const HEADS =
  /^\W*(?:(?:hasil|acara|kegiatan|sesi|proses|tadi|tadi pagi|kemarin|hari ini|pagi ini|siang ini|kami|untuk|the|a|our)\s+)*$|(?:^|\s)(?:sudah|sdh|telah|udah|selesai|(?:me|di)?(?:laku|laksana|jalan|ada)kan|menggelar|digelar|gelar|did|had|have|held)\s+(?:(?:kami|saya|dengan|bersama|sebuah|a|the)\s+)*$/iu;
const REPORTED =
  /^\s*(?:dan\s+|serta\s+|beserta\s+)?(?:(?:the\s+)?report|laporan|hasil)\p{L}*\s+(?:\p{L}+\s+){0,3}?(?:sudah|sdh|telah|has|was|kami|di\p{L}+|terlampir)(?!\p{L})/iu;
const AND_REPORTED =
  /\s+(?:dan|serta|beserta|and)\s+(?:(?:the\s+)?report|laporan|hasil)(?:nya)?\s+(?:\p{L}+\s+){0,2}(?:sudah|sdh|telah|has|was|kami|di\p{L}+|terlampir)(?!\p{L}).*$/iu;

interface Signs {
  readonly over: RegExp;
  readonly today: RegExp;
  readonly rehearsal: RegExp;
  readonly trial: RegExp;
}

const known = new WeakMap<Rulebook['replies'], Signs>();

/** Whether a deed of today is told that is not said to be over. */
export function tellsPlan(text: string, rulebook: Rulebook): boolean {
  const { over } = signsOf(rulebook);
  return piecesOf(text).some((piece) => tellsOurDeed(piece) && !over.test(piece) && daysIn(piece, rulebook).length > 0);
}

function tellsOurDeed(piece: string): boolean {
  const plain = piece.replace(NO_DEED, ' ');
  return [...plain.matchAll(DEED)].some((deed) => !BY_HIM.test(plain.slice(deed.index + deed[0].length)));
}

/** The same text without the "hari ini" of what is over. */
export function withoutDaysOver(text: string, rulebook: Rulebook): string {
  const { over } = signsOf(rulebook);
  return mapPieces(text, (piece) => {
    if (!over.test(piece)) return piece;
    return daysIn(piece, rulebook).reduceRight(
      (rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`,
      piece,
    );
  });
}

/** The same text without the pieces that tell of a rehearsal; itself where none does. */
export function withoutRehearsals(text: string, rulebook: Rulebook): string {
  const { rehearsal } = signsOf(rulebook);
  return mapPieces(text, (piece) => {
    const isTold = [...piece.matchAll(rehearsal)].some(({ index }) => HEADS.test(piece.slice(0, index)));
    return isTold ? ' ' : piece;
  });
}

/** "Pentest selesai, laporannya sudah kami kirim": a trial that was asked for is the work, and its report tells no less. */
export function withTrialsAsWork(text: string, rulebook: Rulebook): string {
  const { trial } = signsOf(rulebook);
  if (text.search(trial) < 0) return text;
  return mapPieces(text, (piece) => {
    const rest = piece.replace(trial, 'pekerjaan');
    return rest === piece && REPORTED.test(piece) ? ' ' : rest.replace(AND_REPORTED, ' ');
  });
}

function daysIn(piece: string, rulebook: Rulebook): readonly { readonly from: number; readonly to: number }[] {
  return [...piece.matchAll(signsOf(rulebook).today)]
    .filter(({ index }) => !FROM_WHEN.test(piece.slice(0, index)))
    .map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

function piecesOf(text: string): readonly string[] {
  return text.split(PIECE_END);
}

function mapPieces(text: string, change: (piece: string) => string): string {
  const ends = [...text.matchAll(PIECE_END)].map(([end]) => end);
  return piecesOf(text)
    .map((piece, at) => `${change(piece)}${ends[at] ?? ''}`)
    .join('');
}

function signsOf({ replies }: Rulebook): Signs {
  const before = known.get(replies);
  if (before) return before;
  const made = {
    over: anyOf(replies['work-over'], 'iu'),
    today: anyOf(replies['work-today'], 'giu'),
    rehearsal: anyOf(replies['work-rehearsal'], 'giu'),
    trial: anyOf(replies['work-trial'], 'giu'),
  };
  known.set(replies, made);
  return made;
}

function anyOf(words: readonly string[] | undefined, flags: string): RegExp {
  const plain = (words ?? [])
    .map((word) =>
      word
        .replace(/[^\p{L}\d -]/gu, ' ')
        .trim()
        .replace(/[ -]+/g, '[\\s-]+'),
    )
    .toSorted((a, b) => b.length - a.length);
  return plain.length === 0 ? /(?!)/u : new RegExp(`(?<![\\p{L}-])(?:${plain.join('|')})(?:nya)?(?![\\p{L}-])`, flags);
}
