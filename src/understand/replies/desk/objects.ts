/** Objects of the desk's commands: ticket numbers, numbers of a list, addresses, and the person on whose behalf it writes. */
import type { Channel } from '../../reading.ts';

const TICKET = /\b[A-Z]{2,3}-\d{4,6}-\d{3,9}(?:-\d)?\b/gi;
const ADDRESS = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/;
const MOST_ITEMS = 200;
const CHANNELS: readonly (readonly [Channel, RegExp])[] = [
  ['whatsapp', /\b(?:whats ?app|wa)\b/i],
  ['telephone', /\b(?:telepon|telpon|telp|tlp|phone|call|menelepon)\b/i],
  ['fax', /\b(?:fax|faks|faksimile)\b/i],
  ['visit', /\b(?:datang(?: langsung)?|kunjungan|tatap muka|langsung ke meja|walk-?in|visit|tamu|loket)\b/i],
];

export function ticketsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(TICKET)].map((match) => match[0].toUpperCase()))];
}

/** "SR-261123-0001-4 entahlah ini apa", "3: …": the ticket or the held mail that a line begins with. */
const OF_WHAT = /^\W*(?:(?:tiket|nomor|no|yang)\b\W*)?(?:[A-Z]{2,4}(?:-\d{1,6}){2,3}|\d{1,3})(?!\d)\W*/i;

/** What a line says, without the number that it begins with. */
export function saidIn(line: string): string {
  return line.replace(OF_WHAT, '');
}

const SEVERAL_FIRST =
  /^\W*((?:[A-Z]{2,3}-\d{4,6}-\d{3,9}(?:-\d)?)(?:\s*(?:[,;&+]|\b(?:dan|and)\b)*\s*[A-Z]{2,3}-\d{4,6}-\d{3,9}(?:-\d)?)+)\s*[:,-]?\s*(?=(?:arsip|selesai|done|alihkan|prioritas|tunda|tahan|layanan|ambil|konfirmasi|terpenuhi|tanya|catatan)(?!\p{L}))/iu;

/** "SR-…, SR-… arsip": one command for each; what needs two tickets is left as it is. */
export function forEachTicket(line: string): readonly string[] {
  const first = SEVERAL_FIRST.exec(line);
  if (first === null) return [line];
  const rest = line.slice(first[0].length);
  return ticketsIn(first[1] ?? '').map((ticket) => `${ticket} ${rest}`);
}

export function withoutTickets(text: string): string {
  return text.replace(TICKET, ' ').replace(/\s+/g, ' ').trim();
}

/** "0042", "no. 0040", "#0042-4": the day's counter as it is printed, without type and date. Shorter ones may count anything. */
const SHORT = /(?<![\d.,/-])\d{4,9}(?:-\d)?(?![\d/]|[.,-]\d)/g;
const SHORT_JOINTS =
  /\b(?:ke(?: dalam)?|dengan|dan|sama|serta|ini|tiket|ticket|nomor|nomer|no|into|to|with|and|dari|of)\b|[.,;:&#\s]/gi;

/** Whole numbers; where none stands there, short ones, if nothing else is said. */
export function numbersIn(text: string): readonly string[] {
  const short = [...withoutTickets(text).matchAll(SHORT)].map(([number]) => number);
  if (short.length === 0) return ticketsIn(text);
  const isAll = withoutTickets(text).replace(SHORT, ' ').replace(SHORT_JOINTS, '') === '';
  return isAll ? [...new Set([...ticketsIn(text), ...short])] : ticketsIn(text);
}

/** The number behind "ke": into which the others go. */
export function goalIn(text: string): string | null {
  const goal =
    /\b(?:ke(?: dalam)?|into|to)\s+(?:tiket\s+|ticket\s+)?(?:(?:no(?:mor)?\.?|#)\s*)?([A-Z]{2,3}-\d{4,6}-\d{3,9}(?:-\d)?|\d{4,9}(?:-\d)?)(?![\d-])/i.exec(
      text,
    )?.[1];
  return goal?.toUpperCase() ?? null;
}

export function addressIn(text: string): string | null {
  return ADDRESS.exec(text)?.[0].toLowerCase() ?? null;
}

const DOMAIN = /(?:\bdomain\s+(?:email\s+|surel\s+)?|(?:^|[\s*"'(])@)((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})\b/i;

/** "domain toko.example", "@toko.example", "*@toko.example": as the mark of a whole domain, `@toko.example`. */
export function domainIn(text: string): string | null {
  const domain = addressIn(text) === null ? DOMAIN.exec(text)?.[1] : undefined;
  return domain === undefined ? null : `@${domain.toLowerCase()}`;
}

export interface Items {
  readonly items: readonly number[];
  readonly all: boolean;
}

/** "3", "3, 4 dan 6", "2-5", "semua"; null where anything else stands there. */
export function itemsIn(text: string): Items | null {
  const rest = text.replace(/^\s*(?:nomor|no\.?|mail|email|surat|item)\s*/i, '').trim();
  if (/^(?:semua(?:nya)?|all|seluruhnya)[.!]?$/i.test(rest)) return { items: [], all: true };
  if (
    !/^[\d\s,;&+.-]*(?:(?:dan|sama|serta|and|s\.?d\.?|sampai|to|-|\u2013)[\d\s,;&+.-]*)*$/i.test(rest) ||
    !/\d/.test(rest)
  )
    return null;
  const items: number[] = [];
  for (const match of rest.matchAll(/(\d{1,4})(?:\s*(?:-|\u2013|s\.?d\.?|sampai|to)\s*(\d{1,4}))?/gi)) {
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : Number(match[2]);
    if (to < from || to - from > MOST_ITEMS) return null;
    for (let item = from; item <= to; item += 1) items.push(item);
  }
  return { items: [...new Set(items)], all: false };
}

/** A longer one is a sentence. */
const MOST_NAME_WORDS = 6;

export interface Behalf {
  readonly name: string | null;
  readonly address: string | null;
  readonly channel: Channel | null;
  readonly text: string;
}

/** "Sespri Wamen, mohon pendampingan besok", "Bu Wulan minta reset": where the wish begins; no degree ("Budi, S.Kom."). */
const FIRST_COMMA =
  /,\s+(?=(?:mohon|minta|tolong|butuh|perlu|lupa|tidak bisa|ingin|mau|please|needs?|cannot|can't|beliau|katanya|tadi|barusan|yang|yg|dia|orangnya|isinya|via|lewat|melalui|te?le?pon|telp|datang|menelepon|laptop|printer|email|akun|internet|vpn)\b)|\s+(?=(?:mohon|minta|tolong|butuh|perlu|lupa|tidak bisa|gak bisa|ga bisa|nggak bisa|ingin|mau|please|needs?|cannot|can't|menyampaikan|melaporkan|lapor)\b)/i;
/** What stands behind a name and is none of it. */
const BEHIND_NAME =
  /(?:^|[\s,])(?:barusan|baru saja|tadi|kemarin|lagi|beliau|te?le?pon|telp|tlp|nelpon|nelepon|menelepon|ditelepon|call(?:ed)?|datang|bilang|katanya|kata|wa|whats ?app|fax|faks|yang|yg|minta|mohon|lewat|via|melalui|dari|di|ke|jam|pukul)(?=$|[\s,.:;]).*$/iu;

/** "Joko barusan telepon" → "Joko" */
export function bareName(words: string): string {
  return words
    .replace(BEHIND_NAME, '')
    .replace(/[\s,.;:-]+$/, '')
    .trim();
}

/** "Budi Santoso (telepon): lupa password", "budi@kemenkeu.example: …"; what follows in further lines belongs to it. */
export function behalfIn(head: string, channelWord: string, further: readonly string[]): Behalf | null {
  const colon = /:(?!\/)|\s[-\u2013\u2014]\s/.exec(head) ?? FIRST_COMMA.exec(head);
  const who = (colon ? head.slice(0, colon.index) : head).trim();
  const said = colon ? head.slice(colon.index + colon[0].length).trim() : '';
  const text = [said, ...further].join('\n').trim();
  const address = addressIn(who);
  const name = who
    .replace(ADDRESS, ' ')
    .replace(/\([^()]*\)|[<>()[\]]/g, ' ')
    // "Tania Larasati, beliau menelepon tadi pagi"
    .replace(/,\s+(?:beliau|dia|ia|orangnya|tadi|barusan|he|she)\b.*$/i, ' ')
    .replace(/[,/]?\s*\b(?:via|lewat|melalui|per|by|through)\b.*$/i, ' ')
    .replace(/^\s*(?:pak|bu|bapak|ibu|sdr|sdri|saudara|saudari)\b\.?\s*/i, '')
    .replace(/\b(?:telepon|telpon|telp|whats ?app|wa|fax|faks|datang langsung|tatap muka)\b/gi, ' ')
    .replace(/[\s,/;-]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(.+)$/u, (words) => bareName(words) || words);
  if (address === null && (name === '' || name.split(' ').filter((word) => !/\d/.test(word)).length > MOST_NAME_WORDS))
    return null;
  const where = `${channelWord} ${who} ${said.slice(0, 60)}`;
  const channel = CHANNELS.find(([, words]) => words.test(where))?.[0] ?? null;
  return { name: name === '' ? null : name, address, channel, text };
}
