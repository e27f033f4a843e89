/**
 * Several orders in one sentence or line ("alihkan ke jaringan lalu tautkan dengan SR-…"), and one behind what is told ("Cuma undangan
 * rapat. Pilih 4."). Each piece that begins like an order has to be one; otherwise the whole is quoted back and nothing is half done.
 */
import type { DeskCommand } from '../../reading.ts';
import { commandIn, type LineContext } from './line.ts';
import { beginsLikeCommand } from './signs.ts';
import { ticketsIn } from './objects.ts';
import { IN_PART } from './sentence.ts';

/** Words by which an order begins behind a joint. */
const ORDER = String.raw`(?:(?:tolong|mohon|silakan|langsung)\s+)?(?:di)?(?:lepas|loloskan|buang|blokir|gabung|satukan|pisah|pecah|taut|kait|hubungkan|arsip|alihkan|oper|teruskan|koreksi|ralat|konfirmasi|pratinjau|urungkan|pilih|layanan|release|drop|block|merge|split|link|archive|undo)(?:kan|in|lah|nya|keun|no)?`;
const JOINT = new RegExp(
  String.raw`\s*(?:;|\.(?=\s)|,?\s+(?:lalu|kemudian|terus|trus|habis itu|setelah itu|sesudah itu|then|and then)(?=\s)|,?\s+(?:dan|and|sekalian|sekaligus|juga|plus)(?=\s+${ORDER}\b)|,(?=\s+${ORDER}\b))\s*`,
  'iu',
);
const BEGINS = new RegExp(String.raw`^\W*${ORDER}(?!\p{L})`, 'iu');
/** These take what stands behind them as their text. */
const TAKES_TEXT =
  /^\W*(?:atas nama|a\.?\s?n\.?\s|a\/n|on behalf|catat|note|internal|pisah|pecah|split|pratinjau|preview|kenapa|mengapa|jelaskan|(?:telepon|wa|fax) dari)/i;
const DOUBT = /\?|\b(?:kalau|kalo|jika|bila|apabila|kayaknya|sepertinya|mungkin|atau|if|maybe|or)\b/i;
const MOST_WORDS = 50;

/** @returns null where the line holds no more than one order, at its beginning */
export function ordersIn(line: string, context: LineContext): readonly DeskCommand[] | 'unsure' | null {
  if (TAKES_TEXT.test(line) || line.split(/\s+/).length > MOST_WORDS) return null;
  const pieces = line.split(JOINT).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (pieces.length < 2) return null;
  const orders = pieces.filter((piece) => BEGINS.test(piece) || beginsLikeCommand(piece));
  if (orders.length === 0 || (orders.length === 1 && orders[0] !== pieces.at(-1))) return null;
  // "Ini susulan dari SR-…, tolong digabung": its object stands before it.
  if (orders.length === 1 && ticketsIn(line).length > 0 && ticketsIn(orders[0] ?? '').length === 0) return null;
  if (DOUBT.test(line)) return orders.length > 1 ? 'unsure' : null;
  const read = orders.map((piece) => commandIn(piece.trim(), context));
  const commands = read.flatMap((one) => (one === null || isOfNothing(one) ? [] : one));
  if (commands.some(({ kind }) => kind === 'confirm-fulfilment') && IN_PART.test(line)) return 'unsure';
  if (commands.length === orders.length) return commands.map((command) => ({ ...command, line }));
  return orders.length > 1 ? 'unsure' : null;
}

/** "…, buang": which of the held mails? */
function isOfNothing(command: DeskCommand): boolean {
  return 'items' in command && command.items.length === 0 && !command.all && command.address === null;
}
