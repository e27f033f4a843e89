/** One line of the desk's mail as a command. Each command is a word at the beginning with its object behind it; all else is null. */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { findDates } from '../../facts/dates.ts';
import type { DeskCommand } from '../../reading.ts';
import { choiceIn } from './choice.ts';
import { factPutRight } from './fact-put-right.ts';
import { heldDeedIn } from './held.ts';
import {
  addressIn,
  behalfIn,
  domainIn,
  goalIn,
  itemsIn,
  numbersIn,
  saidIn,
  ticketsIn,
  withoutTickets,
} from './objects.ts';
import { digitOf, IN_PART, POLITE, sentenceIn, TURNED } from './sentence.ts';
import { placed } from './placed.ts';
import { levelNamed, PRIORITY } from './priority.ts';
import { bareTeam, teamNamed } from './team.ts';
import { asksWhy } from './why.ts';
import { findTeam } from '../team/team.ts';

export interface LineContext {
  readonly rulebook: Rulebook;
  readonly guesses: number;
  readonly today: LocalDate | null;
  /** Lines that follow, for commands that take a text. */
  readonly further: readonly string[];
}

export interface Line {
  readonly line: string;
  readonly ticket: string | null;
  /** Behind the command's word. */
  readonly object: string;
  readonly word: string;
  /** As written behind the word, marks included. */
  readonly rest: string;
}

type Reader = (line: Line, context: LineContext) => DeskCommand | null;

const MOST_WHY_WORDS = 10;

/** The word of each command, in the order in which they are tried. */
const COMMANDS: readonly (readonly [RegExp, Reader])[] = [
  [
    /^(?:pratinjau|preview|lihat dulu|tampilkan dulu|cek dulu hasilnya|show me first|what would happen)(?=$|\W)/i,
    plainKind('preview'),
  ],
  [
    /^(?:batal(?:kan|in)?(?: (?:perintah|aksi|langkah))?(?: (?:yang |yg )?(?:tadi|terakhir|sebelumnya|itu|barusan))?|urungkan|undo|kembalikan perintah|(?:(?:di)?balik(?:in|kan)|kembalikan) (?:lagi|seperti semula)|revert(?: (?:that|it|this))?|take (?:that|it) back|(?:undo|cancel|revert) (?:my |the )?last (?:command|action|order)|(?:yang|yg) tadi (?:tidak|gak|ga|nggak) jadi|(?:tidak|gak|ga|nggak) jadi(?: yang| yg)? tadi)(?=$|\W)/i,
    plainKind('undo'),
  ],
  [
    /^(?:konfirmasi(?:kan)?(?: (?:terpenuhi|pemenuhan|selesai|dipenuhi))?|terpenuhi|sudah (?:ter|di)penuhi|confirm(?:ed)?(?: fulfil?lment)?|fulfil?led)(?=$|\W)/i,
    confirmFulfilment,
  ],
  [/^(?:bantuan|help|daftar perintah|perintah apa saja)(?=$|\W)/i, plainKind('help')],
  [
    /^(?:kenapa|knp|napa|ngapain|mengapa|why|how come|kena naon|ngopo|alasan(?:nya)?|apa alasan(?:nya)?|atas dasar apa|dari (?:kata|mana) (?:apa|kamu|anda|bot|tahu)|jelaskan|explain|what made you)(?=$|\W)/i,
    why,
  ],
  [
    /^(?:(?:(?:di)?(?:buat|catat)(?:kan)?\s+)?atas nama|a\.?\s?n\.?(?=\s)|a\/n|on behalf(?: of)?|obo|(?:telepon|telp|wa|whatsapp|fax|faks|tamu|kunjungan) (?:dari|oleh)|pemohon sebenarnya|pemohonnya)\W{0,2}\s*/i,
    onBehalf,
  ],
  [
    /^(?:(?:tolong|mohon|silakan|coba)\s+)?(?:gabung(?:kan)?|satukan|merge|duplikat(?: dari| dengan)?|sama dengan)(?=$|\W)/i,
    merge,
  ],
  [/^(?:pisah(?:kan)?|pecah(?:kan)?|split)(?=$|\W)/i, split],
  [/^(?:tautkan|taut|kaitkan|hubungkan|terkait(?: dengan)?|link)(?=$|\W)/i, link],
  [/^(?:lepas(?:kan)?|loloskan|release|rilis)(?=$|\W)/i, itemsOf('release')],
  [/^(?:buang|hapus|drop|delete|discard)(?=$|\W)/i, itemsOf('drop')],
  [/^(?:blokir|blok|block|blacklist)(?=$|\W)/i, itemsOf('block')],
  [/^(?:arsip(?:kan)?|archive)(?=$|\W)/i, archive],
  [
    /^(?:catatan(?: (?:untuk|kepada|ke) (?:pemohon|user|pengguna))|note (?:to|for) (?:the )?(?:user|requester))\s*[:=-]?\s*/i,
    noteFor('requester'),
  ],
  [/^(?:catatan(?: internal)?|catat|note(?: internal)?|internal(?: note)?)\s*[:=\u2013-]\s*/i, noteFor('staff')],
  [
    /^(?:koreksi|betulkan|perbaiki|ralat|correct(?:ion)?|ubah|ganti|salah(?:,| klasifikasi\W*)?|seharusnya|harusnya|yang benar(?: adalah)?|should be|bukan\b.{1,60}?\b(?:tapi|tetapi|melainkan|but))(?=$|\W)\s*[:=,-]?\s*/i,
    correct,
  ],
  [
    /^(?:alihkan|teruskan|tugaskan|serahkan|kasih(?=\s+ke\b)|forward(?=\s+(?:ke|to)\b)|eskalasi(?:kan)?|oper|limpahkan|pindahkan|assign|reassign|transfer|tim|team|ke(?=\s+(?:tim|team|rft)\b)|kirim ke)(?=$|\W)/i,
    reassign,
  ],
  [PRIORITY, prioritize],
  [
    /^(?:klasifikasi(?:kan)?|layanan|varian|masuk ke|masuk|ini|pilih(?:an)?|jenis|classify|service)(?=$|\W)\s*[:=-]?\s*/i,
    classify,
  ],
];

export function commandIn(raw: string, context: LineContext): DeskCommand | null {
  const { text, base } = placed(raw);
  const plain = digitOf(text, base, context.guesses) ?? factPutRight(text, base, context.today);
  if (plain) return plain;
  for (const [word, read] of COMMANDS) {
    const match = word.exec(text);
    if (!match) continue;
    const object = text
      .slice(match[0].length)
      .replace(/^[\s:=\u2013\u2014-]+/, '')
      .trim();
    const command = read({ ...base, object, word: match[0], rest: text.slice(match[0].length) }, context);
    if (command) return command;
  }
  const sentence = sentenceIn(text, base) ?? heldDeedIn(text, base);
  if (sentence) return sentence;
  const team = bareTeam(text, context.rulebook);
  return team === null
    ? classify({ ...base, object: text, word: '', rest: text }, context)
    : { ...base, kind: 'reassign', team };
}

function plainKind(kind: 'preview' | 'undo' | 'confirm-fulfilment' | 'help'): Reader {
  return ({ line, ticket, object }) => {
    const [named] = ticketsIn(object);
    const rest = withoutTickets(object)
      .replace(POLITE, '')
      .replace(/^\W+$/, '')
      .replace(/^(?:tiket|ticket)\W*$/i, '');
    return rest === '' ? { line, ticket: ticket ?? named ?? null, kind } : null;
  };
}

function prioritize({ line, ticket, object }: Line, { rulebook }: LineContext): DeskCommand | null {
  const level = levelNamed(withoutTickets(object).replace(POLITE, ''), rulebook);
  return level === null ? null : { line, ticket: ticket ?? ticketsIn(object)[0] ?? null, kind: 'prioritize', level };
}

function why({ line, ticket, object }: Line): DeskCommand | null {
  if (!asksWhy(saidIn(line))) return null;
  const [named] = ticketsIn(object);
  const rest = withoutTickets(object)
    .replace(/[?.!]+$/, '')
    .trim();
  const items = rest === '' ? null : itemsIn(rest);
  if (items === null && rest.split(/\s+/).length > MOST_WHY_WORDS) return null;
  return { line, ticket: ticket ?? named ?? null, kind: 'why', item: items?.items[0] ?? null };
}

/** "Konfirmasi ke pemohon dulu": another deed than that. Behind a full stop the word has been said. */
const CONFIRMED_WITH = /^(?!\.\s)[^\n]*\b(?:ke|kepada|dengan)\b|^\.\s+(?:ke|kepada|dengan)\b|\bdulu\b/i;

/** "Konfirmasi, BAST sudah saya periksa.": a remark that takes nothing back. */
function confirmFulfilment(line: Line, context: LineContext): DeskCommand | null {
  const bare = plainKind('confirm-fulfilment')(line, context);
  if (bare) return bare;
  const remark =
    /^[\s,.:;-]+\S/.test(line.rest) &&
    !line.rest.includes('?') &&
    !CONFIRMED_WITH.test(line.rest) &&
    !TURNED.test(line.rest) &&
    !IN_PART.test(line.rest);
  return remark ? { line: line.line, ticket: line.ticket, kind: 'confirm-fulfilment' } : null;
}

function onBehalf({ line, ticket, object, word }: Line, { further }: LineContext): DeskCommand | null {
  const behalf = behalfIn(object, word, further);
  return behalf && { line, ticket, kind: 'on-behalf', ...behalf };
}

function merge({ line, ticket, object }: Line): DeskCommand | null {
  const tickets = numbersIn(object.replace(POLITE, ''));
  return tickets.length === 0 ? null : { line, ticket, kind: 'merge', tickets, into: goalIn(object) };
}

function split({ line, ticket, object }: Line, { further }: LineContext): DeskCommand | null {
  const [named] = ticketsIn(object);
  const parts = [withoutTickets(object), ...further]
    .flatMap((part) => part.split(/;|\s\|\s|\s\/\s/))
    .map((part) =>
      part
        .replace(
          /^(?:menjadi|jadi|into|(?:dua|tiga|empat|\d) (?:tiket|bagian|tickets)?\s*:|(?:dua|tiga|empat)\s*:|\W|\d[.)])+\s*/i,
          '',
        )
        .trim(),
    )
    .filter((part) => part !== '');
  return { line, ticket: ticket ?? named ?? null, kind: 'split', parts };
}

function link({ line, ticket, object }: Line): DeskCommand | null {
  const tickets = numbersIn(object.replace(POLITE, ''));
  return tickets.length === 0 ? null : { line, ticket, kind: 'link', tickets };
}

function archive({ line, ticket, object }: Line): DeskCommand | null {
  const tickets = ticketsIn(object);
  if (
    withoutTickets(object)
      .replace(/[,;&]|\b(?:dan|and|tiket)\b/gi, '')
      .replace(POLITE, '')
      .trim() !== ''
  )
    return null;
  return { line, ticket, kind: 'archive', tickets };
}

function itemsOf(kind: 'release' | 'drop' | 'block'): Reader {
  return ({ line, ticket, object }) => {
    const address = addressIn(object);
    const rest = object.replace(POLITE, '').trim();
    const domain = address === null && kind === 'release' ? freedDomain(rest) : null;
    const items = (address ?? domain) ? { items: [], all: false } : itemsIn(rest);
    return items && { line, ticket, kind, ...items, address: address ?? domain };
  };
}

/** "Lepas domain toko.example", and nothing else. */
function freedDomain(rest: string): string | null {
  return /^(?:domain\s+)?[*@]*[\w.-]+$/i.test(rest) ? domainIn(rest) : null;
}

function noteFor(audience: 'requester' | 'staff'): Reader {
  return ({ line, ticket, object }, { further }) => {
    const text = [object, ...further].join('\n').trim();
    return text === '' ? null : { line, ticket, kind: 'note', text, audience };
  };
}

function correct({ line, ticket, object, word }: Line, context: LineContext): DeskCommand | null {
  const { rulebook, today } = context;
  const otherTeam = /^salah/i.test(word) && /^(?:tim|team|rft)\b/i.test(object) ? findTeam(object, rulebook) : null;
  if (otherTeam) return { line, ticket, kind: 'reassign', team: otherTeam.code };
  const base = { line, ticket, kind: 'correct' as const };
  const none = { choice: null, service: null, variant: null, quantity: null, eventDate: null };
  const count = /\b(?:jumlah(?:nya)?|quantity|banyaknya)\b\D{0,20}(\d{1,6})/i.exec(object)?.[1];
  if (count !== undefined) return { ...base, ...none, quantity: Number(count) };
  if (/\b(?:tanggal|tgl|date|jadwal|acara)\b/i.test(object) && today !== null) {
    const day = findDates(object, today)[0]?.start;
    if (day !== undefined) return { ...base, ...none, eventDate: day };
  }
  const named = object.replace(
    /^(?:bukan\b.{1,60}?\b(?:tapi|tetapi|melainkan)\b|klasifikasi(?:nya)?|layanan(?:nya)?|menjadi|jadi|ke|harusnya|seharusnya|masuk|itu|\W)+\s*/i,
    '',
  );
  const digit = /^([1-9])[.)]?$/.exec(named.replace(POLITE, ''))?.[1];
  if (digit !== undefined && Number(digit) <= context.guesses) return { ...base, ...none, choice: Number(digit) };
  const choice = choiceIn(named.replace(POLITE, ''), rulebook);
  if (choice) return { ...base, ...none, ...choice };
  const team = findTeam(named, rulebook);
  return team?.aimed === true && !/^ubah|^ganti/i.test(word)
    ? { line, ticket, kind: 'reassign', team: team.code }
    : null;
}

function reassign({ line, ticket, object, word }: Line, { rulebook }: LineContext): DeskCommand | null {
  const [named] = ticketsIn(object);
  const goal = withoutTickets(object);
  const team = teamNamed(word, goal, rulebook);
  return team === null ? null : { line, ticket: ticket ?? named ?? null, kind: 'reassign', team };
}

function classify({ line, ticket, object }: Line, { rulebook, guesses }: LineContext): DeskCommand | null {
  const text = object.replace(POLITE, '').replace(/[.!]$/, '');
  if (text === '' || text.includes('?') || ticketsIn(text).length > 0) return null;
  const digit = /^([1-9])$/.exec(text)?.[1];
  if (digit !== undefined) {
    return Number(digit) > guesses
      ? null
      : { line, ticket, kind: 'classify', choice: Number(digit), service: null, variant: null };
  }
  const choice = choiceIn(text, rulebook);
  return choice && { line, ticket, kind: 'classify', ...choice };
}
