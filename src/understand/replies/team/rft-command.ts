/** Commands of a resolver team: at the very beginning, with a mark, a line's end or their object behind them. */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { Asked } from './asked-him.ts';
import { isOverTold } from './done.ts';
import { noteForHim, noteIn } from './note-address.ts';
import { mentioned, said, type Mentions } from '../mentions.ts';
import type { TeamAnswer } from './team-answer.ts';
import type { TeamIntent } from '../../reading.ts';

type Commands = readonly (readonly [string, TeamIntent])[];

/** Classes of `rules/replies.yaml` and what they mean as a command; narrower ones first. */
const NOTES: Commands = [
  ['rft-partial', 'note'],
  ['rft-note-requester', 'note'],
  ['rft-note-staff', 'note'],
];
const ORDERS: Commands = [
  ['rft-resolve', 'resolve'],
  ['rft-reassign', 'reassign'],
  ['rft-ask', 'ask-requester'],
  ['rft-hold', 'hold'],
  ['rft-start', 'start'],
  ['rft-note', 'note'],
  ['rft-progress', 'note'],
  ['rft-take', 'take'],
  ['help', 'help'],
];
/** One word of these is a command only with a mark or a line's end behind it. */
const NEEDS_MARK = new Set([
  'help',
  'rft-take',
  'rft-note',
  'rft-resolve',
  'rft-note-requester',
  'rft-note-staff',
  'rft-partial',
]);
const MARK = /^\s*(?:$|\?+\s*$|[:|;!.,=\n\u2013\u2014-])/;
const BARE_MARK = /^\s*(?:$|\?+\s*$|[:|;=\n\u2013\u2014-])/;
/** Under "SELESAI" on a line of its own only these say that it is not. */
const PENDING =
  /\b(?:belum|blm|menunggu|nunggu|besok|nanti|sisanya|tinggal|sebagian|gagal|estimasi|masih di\w+|akan (?:kami|di)\w*|baru \d|\d+ dari \d+|in progress|not yet)\b/i;
/** Behind "selesai:" these say that a part of it is not. */
const STILL_OPEN =
  /\b(?:sebagian (?:gagal|belum|besok)|sisanya|besok (?:di)?lanjut\w*|(?:di)?lanjut\w* (?:besok|minggu|bulan)|menunggu|nunggu|tunggu|belum (?:dites|dicoba|diuji|semua|lengkap)|baru \d+ dari|yang lain(?:nya)? (?:menyusul|belum|gagal)|masih (?:dipantau|dicek|proses|dikerjakan)|not tested|still fails|rest tomorrow)\b|^[^.\n]*\?/i;
const ORDER_MARK = /^\s*[:=|\u2013\u2014-]/;
const FAILED = /(?:^|[;\n.])\s*(?:gagal|belum|tidak berhasil|failed|not done)\s*[:=-]\s*/i;
const UNFINISHED = /^(?:sebagian|belum|kecuali|besok|nanti|partially|tinggal)\b/i;

export function commandOf(mentions: Mentions, text: string, asked: Asked): TeamAnswer | null {
  const place = { text, rulebook: asked.rulebook };
  return noteForHim(text, asked) ?? firstOf(NOTES, mentions, place) ?? noteIn(text) ?? firstOf(ORDERS, mentions, place);
}

interface Place {
  readonly text: string;
  readonly rulebook: Rulebook;
}

function firstOf(commands: Commands, mentions: Mentions, { text, rulebook }: Place): TeamAnswer | null {
  const { words } = mentions.words;
  for (const [name, intent] of commands) {
    const mention = mentioned(mentions, name).find((candidate) => candidate.first === 0);
    if (!mention) continue;
    const after = mentions.words.text.slice(words[mention.last]?.end ?? 0);
    const mark = MARK.test(after);
    if (!mark && NEEDS_MARK.has(name)) continue;
    const note = after.replace(/^[\s:|;!?.,=\u2013\u2014-]+/, '').trim();
    if (
      (intent === 'resolve' && !isOver(text, { after, note, rulebook })) ||
      (intent !== 'help' && after.trim() === '?')
    )
      continue;
    // "Tolong, …" and "Info, …" begin sentences; a question is no order to rest or to hand over.
    if (['help', 'rft-note', 'rft-take'].includes(name) && !BARE_MARK.test(after) && note !== '') continue;
    if (intent === 'hold' && !BARE_MARK.test(after) && text.includes('?')) continue;
    const answer = {
      intent,
      confidence: mark ? 0.95 : 0.85,
      why: said(mentions, mention),
      note: note === '' ? null : note,
    };
    return withKind(answer, name);
  }
  return null;
}

function withKind(answer: TeamAnswer, name: string): TeamAnswer {
  if (name === 'rft-note-requester') return { ...answer, audience: 'requester' };
  if (name !== 'rft-partial') return answer;
  const note = answer.note ?? '';
  const failed = FAILED.exec(note);
  return {
    ...answer,
    partial: {
      done: (failed ? note.slice(0, failed.index) : note).replace(/[;,.\s]+$/, '').trim(),
      failed: failed ? note.slice(failed.index + failed[0].length).trim() : '',
    },
  };
}

interface Order {
  readonly after: string;
  readonly note: string;
  readonly rulebook: Rulebook;
}

/** "selesai: …" is an order; behind a softer mark the rest of the words must not say otherwise. */
function isOver(text: string, { after, note, rulebook }: Order): boolean {
  if (/\?/.test(text.slice(0, 40)) || UNFINISHED.test(note)) return false;
  if (/^[ \t]*\n/.test(after)) return !PENDING.test(note);
  return (ORDER_MARK.test(after) && !STILL_OPEN.test(note)) || isOverTold(note, rulebook);
}
