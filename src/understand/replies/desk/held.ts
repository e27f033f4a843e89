/**
 * "Spam, buang saja", "blokir pengirimnya", "lepaskan dari karantina": a deed on the held mail itself, without a number. Which mail is meant
 * is decided elsewhere: the only one of the list that is answered, or the desk is asked. A deed on anything else ("hapus akun ini") is none.
 */
import type { DeskCommand } from '../../reading.ts';
import { addressIn, domainIn, ticketsIn } from './objects.ts';
import { TURNED, type Place } from './sentence.ts';

export type HeldDeed = 'release' | 'drop' | 'block';

const MOST_WORDS = 20;
const BLOCKS =
  /\b(?:(?:di)?(?:blokir|blok|blacklist|blokade)(?:kan)?|block|blocked|ban|daftar hitam|tutup akses pengirim\w*|(?:never|don['\u2019]?t) accept)\b|\b(?:jangan|tidak usah|stop|tolak|setop)\s+(?:di)?(?:terima\s+)?(?:lagi\s+)?(?:semua\s+)?(?:email|surel|mail|surat|kiriman)\b[^.,\n]{0,20}\b(?:dari|pengirim)\b/i;
const DROPS =
  /\b(?:(?:di)?(?:buang|hapus|abaikan|singkirkan|musnahkan|skip|bersihkan)(?:kan|in|en)?|guwak\w*|piceun\w*|drop|remove|bin it|delete|discard|ignore|junk|trash|throw (?:it|this) away|get rid of (?:it|this)|(?:tidak|tdk|gak|ga|nggak|jangan|tak) (?:usah|perlu) (?:di)?(?:proses|tanggapi|layani|balas|jawab|respon|tindak ?lanjuti|buat(?:kan)? tiket(?:nya)?|gubris|hiraukan|urus)|jangan (?:di)?(?:proses|tanggapi|layani|balas|buat(?:kan)? tiket))\b/i;
const RELEASES =
  /\b(?:(?:di)?(?:lepas|lepaskan|loloskan|bebaskan|rilis|izinkan|ijinkan|keluarkan|terima)(?:kan|in)?|lepasno|culk\w*|bebasno|leupas\w*|release|deliver|un-?quarantine|let it (?:through|in|go)|allow (?:it|this)|(?:biar(?:kan|in)?|boleh|biar) (?:masuk|lewat|lolos)|lepas tahanan|(?:di)?(?:teruskan|lanjutkan|lanjut)(?: prosesnya| saja| aja)?|boleh (?:di)?(?:proses|teruskan|masuk|lanjut\w*)|(?:di)?proses(?: saja| aja| seperti biasa)?)\b/i;
/** What such an order may be about; any other thing named makes it an order about that. */
const RUBBISH =
  /\b(?:spam|iklan|promo\w*|penawaran|phishing|penipuan|undian|hoaks?|sampah|junk|scam|otomatis|auto-?reply|out-of-office|newsletter|advert\w*|marketing|pinjol|judi|jualan|dagangan)\b/i;
const GENUINE =
  /\b(?:bukan spam|not spam|asli|sah|valid|terpercaya|tepercaya|dikenal|false positive|real|beneran|genuine|legit\w*|resmi|aman|pegawai (?:kita|kami)|mitra|orang (?:kita|kami|dalam)|karantina|quarantine|safe)\b/i;
/** Alone with these the deed means the mail at hand. */
const BESIDE = new Set(
  'ini itu saja aja ya yah mas mbak pak bu min tolong mohon please email emailnya surel mail surat pesan suratnya mailnya pengirim pengirimnya alamat alamatnya dari karantina tahanan it this one that the sender from quarantine permanen lagi terus semua dimaksud tersebut kak bang dong deh langsung'.split(
    ' ',
  ),
);
const SENDER = /\b(?:pengirim\w*|alamat\w*|sender|address|orangnya|(?:email|surel|mail|surat|kiriman) dari)\b/i;
/** Blocked or deleted are these, too, and they are no mail. */
const OTHER_THING =
  /\b(?:akses|situs|website|web|ip|akun|account|folder|file|data|aplikasi|usb|port|tiket|ticket|lampiran|server|domain|firewall|user|pengguna)\b|\b(?:di)?buka (?:blokir|blok)\w*|\bunblock\w*|\*\.|\b[\w-]+\.(?!\s)[a-z]{2,}\b/i;
/** Behind the deed these mean who writes from there. */
const DOMAIN_WORDS = /\bdomain(?:nya)?\b|[*@]+(?=[\w-]+\.)/gi;
const DOUBT =
  /\?|\b(?:kalau|kalo|jika|bila|if|atau|or|kayaknya|sepertinya|mungkin|maybe|nanti|tunggu|wait|besok)\b|\d/i;

/** @returns null where no such deed is plainly ordered */
export function heldDeedIn(text: string, place: Place): DeskCommand | null {
  if (text.split(/\s+/).length > MOST_WORDS) return null;
  const address = addressIn(text);
  if (address !== null) return blockedAddress(text, address, place);
  const domain = domainIn(text);
  if (domain !== null) return blockedAddress(text.replace(DOMAIN_WORDS, ' '), domain.slice(1), place, '@');
  if (DOUBT.test(withoutTickets(text))) return null;
  const kind = deedIn(text);
  return kind === null
    ? null
    : { ...place, ticket: place.ticket ?? ticketsIn(text)[0] ?? null, kind, items: [], all: false, address: null };
}

/** "Hapus 3 akun ini": an order about something that is no held mail. */
export function namesOtherThing(text: string): boolean {
  return OTHER_THING.test(text);
}

/** "Ban promo@toko.example", "blokir domain toko.example": nothing else of whom it might be said. */
function blockedAddress(text: string, address: string, place: Place, mark = ''): DeskCommand | null {
  const clauses = text
    .toLowerCase()
    .replace(address, ' ')
    .split(/[,;]\s+/);
  const ordered = clauses.some((clause) => isOrdered(clause, BLOCKS) && isBare(clause, BLOCKS));
  return ordered && !text.includes('?') && !TURNED.test(text)
    ? { ...place, kind: 'block', items: [], all: false, address: mark + address }
    : null;
}

function deedIn(text: string): HeldDeed | null {
  if (OTHER_THING.test(text)) return null;
  const clauses = text
    .split(/[,;.:!]\s*|\s+(?:dan|and|krn|karena|because)\s+/)
    .filter((clause) => clause.trim() !== '');
  const isSaid = (deed: RegExp, about: RegExp): boolean =>
    clauses.some((clause) => isOrdered(clause, deed) && (isBare(clause, deed) || about.test(text)));
  if (isOnlyRubbish(text)) return 'drop';
  const released = isSaid(RELEASES, GENUINE);
  if (isSaid(BLOCKS, SENDER)) return released ? null : 'block';
  if (isSaid(DROPS, RUBBISH)) return released ? null : 'drop';
  return released ? 'release' : null;
}

/** "Spam.", "ini iklan": nothing but what it is. */
function isOnlyRubbish(text: string): boolean {
  return RUBBISH.test(text) && !TURNED.test(text) && isBare(text, RUBBISH);
}

/** A negation that belongs to the deed itself ("tidak usah diproses") turns nothing round. */
function isOrdered(clause: string, deed: RegExp): boolean {
  return deed.test(clause) && !TURNED.test(clause.replace(deed, ' '));
}

function isBare(clause: string, deed: RegExp): boolean {
  const rest =
    clause
      .replace(deed, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return rest.every((word) => BESIDE.has(word));
}

function withoutTickets(text: string): string {
  return text.replace(/\b[A-Z]{2,3}-\d{4,6}-\d{3,9}(?:-\d)?\b/gi, ' ');
}
