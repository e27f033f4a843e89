/**
 * The desk's mail: one command a line, several lines a batch. A line that is no command stops the batch and is quoted back, so nothing is
 * half done; free words alone are a note. The desk is a team, too: "selesai: …" is read as one says it.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { LocalDate } from '../../../shared/time.ts';
import type { DeskCommand, ReplyIntent, TeamReading, UnclearWhy } from '../../reading.ts';
import { replyBody } from '../body.ts';
import { askedOn } from './asked-on.ts';
import { factIn } from './fact-put-right.ts';
import { commandIn } from './line.ts';
import { beginsLikeCommand } from './signs.ts';
import { heldListIn } from './list.ts';
import { correctionIn, isNoChoice, likeCommand, saysNothing } from './likeness.ts';
import { forEachTicket, saidIn, ticketsIn } from './objects.ts';
import { isRemark } from './remark.ts';
import { isAtALoss } from './why.ts';
import { digitOf } from './sentence.ts';
import { rightOnesIn } from './right.ts';
import { ordersIn } from './several.ts';
import { readTeamAnswer, type TeamVerdict } from '../team/rft.ts';

export interface DeskAnswer {
  readonly intent: ReplyIntent;
  readonly confidence: number;
  readonly choice: number | null;
  readonly note: string | null;
  readonly team: string | null;
  readonly why: string;
  readonly unclear: UnclearWhy | null;
  readonly commands: readonly DeskCommand[];
  readonly unclearLines: readonly string[];
}

interface Context {
  readonly rulebook: Rulebook;
  readonly guesses: number;
  readonly today: LocalDate | null;
}

const MOST_LINES = 100;
/** "lepas 3, buang 4; blokir 5" on one line. */
const NEXT_COMMAND =
  /\s*[,;]\s*(?:dan\s+|lalu\s+|kemudian\s+)?(?=(?:lepas|lepaskan|loloskan|buang|blokir|release|drop|block|hapus)\s+\d)/gi;
/** "pratinjau: gabung …", "dry run, lepas semua" */
const PREVIEW_OF =
  /^(?:pratinjau|preview|dry[ -]run|simulasi|lihat dulu|tampilkan dulu\b[^:\n]{0,60})(?: dulu| first)?\s*(?:[:;,\u2013-]\s*(?=\S)|(?:ya|dong|please)?\W*$)/gim;
const POLITE_LINE =
  /^\W*(?:(?:terima kasih|makasih|trims|tks|thanks?|thank you|mohon bantuan\w*|tolong|mohon|salam|regards|hormat (?:kami|saya)|demikian|(?:selamat )?(?:pagi|siang|sore|malam)|halo|hai|dear|yth|bot|loket|tim|admin|min|berikut perintah\w*|perintah)\W*)+$/i;
const BULLET = /^\s*(?:[-*\u2022\u2013]\s+|\d{1,2}[.)]\s+(?=\p{L}))/u;
/** These take what follows them, line by line, as their text. */
const TAKES_TEXT = new Set<DeskCommand['kind']>(['on-behalf', 'note', 'split']);
const TEAM_COMMANDS = new Set(['resolve', 'hold', 'ask-requester', 'take', 'start']);

export function readDeskAnswer(newText: string, context: Context): DeskAnswer {
  const lines = newText
    .replace(NEXT_COMMAND, '\n')
    .replace(PREVIEW_OF, 'pratinjau\n')
    .split('\n')
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line !== '' && !POLITE_LINE.test(line))
    .flatMap(forEachTicket)
    .slice(0, MOST_LINES);
  if (lines.length === 0) return unclear('nothing', 'nothing was written', []);
  const chosen = chosenWithRemark(digitFirst(lines, context), context);
  if (chosen !== null) return chosen;
  const { commands, unknown, isUnsure } = readLines(lines, context);
  if (unknown.length === 0) return ofCommands(commands);
  if (isUnsure) return unclear('other', `"${unknown[0] ?? ''}"`, unknown);
  if (commands.length === 0) return ofWords(newText, lines, context);
  return { ...unclear('other', `"${unknown[0] ?? ''}"`, unknown), commands };
}

/** "…, bukan permintaan. Nomor 4.": of several sentences in one line the first or the last one alone chooses. */
const BETWEEN_SENTENCES = /(?<=\p{L}{3}[.!]|\d[.!])\s+(?=\S)/u;

/** The sentence with a digit of our list before the others; as they are where none has one. */
function digitFirst([line = '', ...more]: readonly string[], { guesses }: Context): readonly string[] {
  const sentences = line.split(BETWEEN_SENTENCES);
  const isDigit = (sentence: string | undefined): boolean =>
    sentence !== undefined && digitOf(sentence, { line: sentence, ticket: null }, guesses) !== null;
  const last = sentences.at(-1);
  if (more.length > 0 || sentences.length < 2 || !isDigit(last) || sentences.slice(0, -1).some(isDigit))
    return [line, ...more];
  // "Bukan permintaan, cuma undangan. Pilih 4.": what it is not takes nothing from the digit behind it.
  return [
    last ?? '',
    sentences
      .slice(0, -1)
      .join(' ')
      .replace(/^\W*(?:bukan|salah)(?:nya)?\s+/i, ''),
  ];
}

/** A digit of our list above other lines: a remark is kept beside it, anything else leaves open whether it was meant. */
function chosenWithRemark([first = '', ...below]: readonly string[], context: Context): DeskAnswer | null {
  const digit = below.length === 0 ? null : digitOf(first, { line: first, ticket: null }, context.guesses);
  if (digit === null || below.some((line) => isOrderOfItsOwn(line, context))) return null;
  const strange = below.filter((line) => !isRemark(line, context.rulebook));
  if (strange.length > 0) return { ...unclear('other', `"${strange[0] ?? ''}"`, strange), commands: [digit] };
  return { ...ofCommands([digit]), note: below.join('\n') };
}

/** Begins with a command's word and is one; whatever else can be read into a remark. */
function isOrderOfItsOwn(line: string, context: Context): boolean {
  if (!beginsLikeCommand(line) && !/^\p{L}+\s*:/u.test(line)) return false;
  return severalIn(line, context) !== null || readLine(line, [line], context) !== null;
}

interface ReadLines {
  readonly commands: readonly DeskCommand[];
  readonly unknown: readonly string[];
  /** Something is plainly ordered, but not plainly what. */
  readonly isUnsure: boolean;
}

function readLines(lines: readonly string[], context: Context): ReadLines {
  const commands: DeskCommand[] = [];
  const unknown: string[] = [];
  let isUnsure = false;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    at += 1;
    const several = severalIn(line, context);
    if (several !== null && several !== 'unsure' && several.length > 0) {
      commands.push(...several);
      continue;
    }
    isUnsure ||= several === 'unsure';
    const bare = several === null ? readLine(line, lines, context) : null;
    if (bare === null) {
      unknown.push(line);
      continue;
    }
    const end = TAKES_TEXT.has(bare.kind) ? nextCommand(lines, at, context) : at;
    commands.push(end > at ? (commandIn(line, { ...context, further: lines.slice(at, end) }) ?? bare) : bare);
    at = end;
  }
  return { commands, unknown, isUnsure };
}

/** What one line orders of several held mails, or several things that it orders. */
function severalIn(line: string, context: Context): readonly DeskCommand[] | 'unsure' | null {
  return heldListIn(line, { line, ticket: null }, context.rulebook) ?? ordersIn(line, { ...context, further: [] });
}

function readLine(line: string, lines: readonly string[], context: Context): DeskCommand | null {
  const bare = { ...context, further: [] };
  if (isAtALoss(saidIn(line))) return null;
  const askedOf = askedOn(line);
  if (askedOf !== null) return askedOf;
  if (wantsToSee(line)) return { kind: 'preview', line, ticket: ticketsIn(line)[0] ?? null };
  const fact = factIn(line, context);
  if (fact) return fact;
  const correction = correctionIn(line);
  const corrected = correction === null ? null : commandIn(correction, bare);
  if (corrected) return { ...corrected, line };
  const meant = NONE_FITS.exec(line);
  if (meant !== null) return rightBehind(line, line.slice(meant[0].length), bare);
  const command = commandIn(line.replace(NOT_THAT_TEAM, '').replace(THIS_ONE, ''), bare);
  const guessed = command?.kind === 'classify' && command.choice === null && !/\bITSM|\bSC\d|^\w+\s*:/i.test(line);
  const told = command?.kind === 'reassign' && TOLD_BY_TEAM.test(line);
  // "selesai: kabel sudah diganti": what was done may bear the name of a service.
  const marked = guessed ? asTeam(line, context) : null;
  if (marked !== null) return marked;
  if (command && !told && !(guessed && isNoChoice(line, context.rulebook))) return { ...command, line };
  return asTeam(line, context) ?? byLikeness(line, lines, context);
}

/** "Tidak ada yang pas. Dia mau …": none of our guesses, and what it is instead. */
const NONE_FITS =
  /^\W*(?:(?:tidak|tdk|gak|ga|nggak|ngga|tak) ada (?:yang|yg) (?:pas|cocok|tepat|sesuai|benar|bener|betul|kena|masuk)|(?:bukan|tidak) (?:salah satu|semua|ketiga|keempat)(?:nya)?(?: (?:dari )?(?:itu|daftar|di atas|pilihan))?|none (?:of (?:them|these|those|the above)\b)?(?: fits?| matches| is right)?)(?:\s+(?:semua(?:nya)?|di daftar|dari daftar|pilihannya|satu ?pun))?\s*[.,;:!\u2013-]\s*(?=\S)/iu;

function rightBehind(line: string, rest: string, place: Parameters<typeof commandIn>[1]): DeskCommand | null {
  if (/\?|\b(?:atau|or|kayaknya|mungkin|maybe)\b/i.test(rest)) return null;
  const read = [rest, ...rightOnesIn(rest)]
    .map((one) => commandIn(`layanan: ${one}`, place))
    .find((one) => one !== null);
  return read?.kind === 'classify' ? { ...read, line } : null;
}

const SHOWN =
  /\b(?:(?:di)?(?:perlihat|tunjuk|tampil)(?:kan|in)?|(?:mau|ingin|pengen|coba|tolong|mohon|boleh) (?:di|me)?lihat(?:kan|in)?|show me|contoh|konsep|draf|draft)\b/i;
const LETTER = /\b(?:surat|jawaban|balasan|email|letter|reply)(?:nya)?\b/i;
const BEFORE_SENT =
  /\b(?:dulu|terlebih dahulu|sebelum (?:di)?kirim\w*|(?:yang |yg )?(?:akan|bakal|mau) (?:di)?kirim\w*|dimaksud|ke pemohon|first|before)\b/i;
const NO_SHOW = /\?|\b(?:sudah|telah|belum|tidak|pemohon (?:minta|mau|ingin)|lampiran\w*|pak|bu)\b/i;
const MOST_SHOW_WORDS = 14;

/** "Perlihatkan dulu suratnya sebelum dikirim": nothing is done by it. */
function wantsToSee(line: string): boolean {
  const isShort = line.split(/\s+/).length <= MOST_SHOW_WORDS;
  return isShort && SHOWN.test(line) && LETTER.test(line) && BEFORE_SENT.test(line) && !NO_SHOW.test(line);
}

/** "Jangan ke tim email, ke tim akun": the team that is meant comes behind. */
const NOT_THAT_TEAM =
  /^\W*(?:jangan|bukan)\s+(?:di\p{L}+\s+)?(?:ke|untuk)\s+(?:tim|team|rft)\s+[^,.;]{2,30}[,.;]\s*(?:tapi\s+|melainkan\s+)?(?=(?:ke|untuk|harusnya|alihkan)\b)/iu;
/** "Tim jaringan bilang …": a report, no order. */
const TOLD_BY_TEAM =
  /^(?:tim|team|rft)\b.*\b(?:bilang|sudah|sdh|minta|mengatakan|menyampaikan|akan|sedang|tahu|says?|said)\b/i;

/** "Yang ini hapus aja" */
const THIS_ONE =
  /^\W*(?:(?:yang|yg)\s+)?(?:ini|itu)\s+(?:tolong\s+|mohon\s+)?(?=(?:hapus|buang|lepas|blokir)(?:kan)?\b)/i;

/** Few lines are orders, a longer mail is a note. */
const MOST_ORDERS = 3;

function byLikeness(line: string, lines: readonly string[], context: Context): DeskCommand | null {
  const like = lines.length > MOST_ORDERS ? null : likeCommand(line, context.rulebook);
  const place = { ...context, further: [] };
  const read = like?.commands.map((command) => commandIn(command, place)).find((one) => one !== null) ?? null;
  return read && { ...read, line };
}

/** Index of the next line that is a command beyond doubt: words of a note may begin like one. */
function nextCommand(lines: readonly string[], from: number, context: Context): number {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    // Of another ticket, or in a team's words: no part of the text above it.
    if (ticketsIn(line).some((ticket) => line.toUpperCase().startsWith(ticket)) || asTeam(line, context) !== null)
      return at;
    const command = commandIn(line, { ...context, further: [] });
    if (command !== null && !['classify', 'correct', 'why'].includes(command.kind)) return at;
  }
  return lines.length;
}

/** "Tunda", "tunda sampai Senin", "tunda, karena …": whatever it lacks is asked for elsewhere. */
const RESTS =
  /^(?:tunda|ditunda|tahan|hold|pending)(?:\s+dulu)?(?:\s+(?:ya|pak|bu|mas|mbak|min))?(?:\W*$|\W{0,2}\s+(?:sampai|hingga|s\.?d\.?|karena|krn|sebab|until|because)\b)/i;

/** "selesai: …", "tunda: …": only as a command, with its mark. */
function asTeam(whole: string, { rulebook, today }: Context): DeskCommand | null {
  const bare = saidIn(whole);
  const ticket = ticketsIn(whole.slice(0, whole.length - bare.length))[0] ?? null;
  const line = ticket === null ? whole : bare;
  const isMarked = /^\p{L}[\p{L} ]{2,30}\s*[:=\u2013-]/u.test(line) || /^(?:selesai|done|ambil|take)\W*$/i.test(line);
  if (!isMarked && !RESTS.test(line)) return null;
  const read = readTeamAnswer(replyBody(line, rulebook), rulebook, today);
  const isSure = read.confidence >= 0.9 || (read.intent === 'hold' && RESTS.test(line));
  return TEAM_COMMANDS.has(read.intent) && isSure ? { ...teamCommand(whole, read), ticket } : null;
}

function teamCommand(line: string, read: TeamVerdict): DeskCommand {
  const { intent, note, label, team, audience, question, partial, hold, start } = read;
  const reading: TeamReading = { intent, note, label, team, audience, question, partial, hold, start };
  return { kind: 'as-team', line, ticket: null, reading };
}

/** No command at all: a team's plain sentence, a question, or a note. */
function ofWords(newText: string, lines: readonly string[], context: Context): DeskAnswer {
  const { rulebook, today } = context;
  const read = readTeamAnswer(replyBody(newText, rulebook), rulebook, today);
  const isOfHeld = lines.some((line) => severalIn(line, context) !== null);
  if (read.intent === 'resolve' && read.confidence >= 0.85 && !isOfHeld) {
    return ofCommands([teamCommand(newText, read)]);
  }
  const words = newText.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
  if (newText.includes('?')) return unclear('question', 'a question', lines);
  if (words < 3 || lines.some(beginsLikeCommand) || saysNothing(newText, rulebook))
    return unclear('other', `"${lines[0] ?? ''}"`, lines);
  const text = newText.slice(0, 10_000);
  const command: DeskCommand = { kind: 'note', line: lines[0] ?? '', ticket: null, text, audience: 'staff' };
  return { ...ofCommands([command]), confidence: 0.6, why: 'no command' };
}

function ofCommands(commands: readonly DeskCommand[]): DeskAnswer {
  const [first] = commands;
  return {
    intent: first ? intentOf(first) : 'unclear',
    confidence: 0.95,
    choice: first?.kind === 'classify' ? first.choice : null,
    note: first?.kind === 'note' ? first.text : first?.kind === 'as-team' ? first.reading.note : null,
    team: first?.kind === 'reassign' ? first.team : null,
    why: commands.map((command) => command.kind).join(', '),
    unclear: null,
    commands,
    unclearLines: [],
  };
}

function intentOf(command: DeskCommand): ReplyIntent {
  return command.kind === 'as-team' ? command.reading.intent : command.kind;
}

function unclear(kind: UnclearWhy, why: string, lines: readonly string[]): DeskAnswer {
  return {
    intent: 'unclear',
    confidence: 0.5,
    choice: null,
    note: null,
    team: null,
    why,
    unclear: kind,
    commands: [],
    unclearLines: lines,
  };
}
