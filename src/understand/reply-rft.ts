/**
 * A resolver team's answer: a short command at its beginning ("selesai: …", "TUNDA - …"), else a plain sentence. "Resolved" needs plain
 * words, since it tells the requester that all is done; what is merely reported is a note.
 */
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { ReplyIntent } from './reading.ts';
import type { ReplyBody } from './reply-body.ts';
import { findMentions, mentioned, plainly, said, type Mentions, type ReplyView } from './reply-mentions.ts';
import { findTeam } from './reply-team.ts';

const TEAM_VIEW: ReplyView = {
  name: 'rft',
  classes: [
    'rft-resolve',
    'rft-note',
    'rft-progress',
    'rft-reassign',
    'rft-ask',
    'rft-hold',
    'rft-take',
    'help',
    'done',
  ],
  unbroken: ['rft-resolve', 'done'],
  negationWithin: 'clause',
};

export interface TeamAnswer {
  readonly intent: ReplyIntent;
  readonly confidence: number;
  readonly note: string | null;
  readonly label: string | null;
  readonly team: string | null;
  readonly why: string;
}

const LABEL = /(?:^|[\n.,;[(|])[ \t]*labels?[ \t]*(?:[:=-][ \t]*|[ \t](?=\p{L}))([^\n\])|.;]{2,80})[\])]?\.?/imu;
const PARTS = /\s\|\s/;

/** Classes of `rules/replies.yaml` and what they mean as a command. */
const COMMANDS: readonly (readonly [string, ReplyIntent])[] = [
  ['rft-resolve', 'resolve'],
  ['rft-reassign', 'reassign'],
  ['rft-ask', 'ask-requester'],
  ['rft-hold', 'hold'],
  ['rft-note', 'note'],
  ['rft-progress', 'note'],
  ['rft-take', 'take'],
  ['help', 'help'],
];
/** One word of the class is a command only as the first word, with a mark, a line end or an object behind it. */
const OPEN_ENDED = new Set(['help', 'rft-take', 'rft-note']);

/** Says that the work is over, as opposed to one step of it. */
const CLOSURE =
  /\b(?:selesai|beres|tuntas|done|closed|close|completed|resolved|solved|fixed|ditutup|tutup tiket|clear|rampung)\b/i;
const TRY_IT =
  /\b(?:silakan|silahkan|mohon|tolong|please|dapat|bisa|sudah (?:bisa|dapat))\s+(?:untuk\s+)?(?:\S+\s+)?(?:dicoba|coba|dicek|cek|login|digunakan|dipakai|diakses|dites|try|check|gunakan|masuk|aktif|diambil)\b/i;
const WORKED = /\b(?:sudah|sdh|telah|udah)\s+(?:kami|saya|di\w{3,}|ter\w{3,})\b/i;
const NOT_OVER =
  /\b(?:hampir|target|rencana|belum|blm|masih|sedang|lagi proses|akan|nanti|besok|estimasi|sebagian|kecuali|tinggal|menunggu|nunggu|pending|baru \d|in progress|not yet|will be|partially|sisanya|kurang)\b/i;
const AFTERWARDS = /\b(?:bast|berita acara)\b[^.\n]*\b(?:menyusul|belum|nanti|akan)\b/gi;
const ABSENCE = /\b(?:cuti|out of office|dinas luar|tidak berada di (?:kantor|tempat)|on leave)\b/i;
const REQUESTER = /\b(?:pemohon|pengguna|user|requester|ybs|yang bersangkutan|pelapor)\b/i;
const ASKS =
  /\b(?:agar|mohon|tolong|minta|mintakan|tanya\w*|ditanya\w*|konfirmasi\w*|dikonfirmasi\w*|melampirkan|lengkapi|dilengkapi|melengkapi|please|ask)\b/i;

export function readTeamAnswer(body: ReplyBody, rulebook: Rulebook): TeamAnswer {
  const { rest, label } = takeLabel(body.text);
  const mentions = findMentions(rest, rulebook, TEAM_VIEW);
  if (mentions.words.words.length === 0) {
    return label === null
      ? answer('unclear', 0.5, 'nothing was written')
      : { ...answer('note', 0.6, 'a label'), label };
  }
  const named = { label, team: null };
  const command = commandOf(mentions, rest);
  const read = command ?? readSentences(mentions, rest, rulebook);
  const team = read.intent === 'reassign' ? (findTeam(rest, rulebook)?.code ?? null) : null;
  return { ...read, ...named, team, note: read.note === null ? null : cut(read.note) };
}

/** `Label: …` on a line of its own, in brackets, behind a full stop, or the third part of "selesai | catatan | label". */
function takeLabel(text: string): { readonly rest: string; readonly label: string | null } {
  const match = LABEL.exec(text);
  if (match?.[1] !== undefined) {
    const rest = `${text.slice(0, match.index)}\n${text.slice(match.index + match[0].length)}`.trim();
    return { rest, label: match[1].trim() };
  }
  const parts = text.split(PARTS);
  const last = parts.at(-1)?.trim();
  if (parts.length < 3 || last === undefined || /\n/.test(last)) return { rest: text, label: null };
  return { rest: parts.slice(0, -1).join(' | '), label: last };
}

/** A command stands at the very beginning, is not negated, and no question. */
function commandOf(mentions: Mentions, text: string): TeamAnswer | null {
  const { words } = mentions.words;
  for (const [name, intent] of COMMANDS) {
    const mention = mentioned(mentions, name).find((candidate) => candidate.first === 0);
    if (!mention) continue;
    const end = words[mention.last]?.end ?? 0;
    const after = mentions.words.text.slice(end);
    const mark = /^\s*(?:$|[:|;!.,\n\u2013\u2014-])/.exec(after);
    if (!mark && (OPEN_ENDED.has(name) || intent === 'resolve')) continue;
    const note = after.replace(/^[\s:|;!.,\u2013\u2014-]+/, '').trim();
    if (intent === 'resolve' && !isOver(text, note)) continue;
    return answer(intent, mark ? 0.95 : 0.85, said(mentions, mention), note === '' ? null : note);
  }
  return null;
}

function isOver(text: string, note: string): boolean {
  return !/\?/.test(text.slice(0, 40)) && !/^(?:sebagian|belum|kecuali|besok|nanti|partially)\b/i.test(note);
}

function readSentences(mentions: Mentions, text: string, rulebook: Rulebook): TeamAnswer {
  const question = text.includes('?');
  if (ABSENCE.test(text)) return answer('unclear', 0.6, 'absence');
  const team = findTeam(text, rulebook);
  const away =
    plainly(mentions, 'rft-reassign')[0] ?? mentioned(mentions, 'rft-reassign').find((one) => one.negation === 'bukan');
  if (away && !question) return answer('reassign', 0.9, said(mentions, away), text);
  const asks = plainly(mentions, 'rft-ask')[0];
  if (asks || (REQUESTER.test(text) && ASKS.test(text))) {
    return answer('ask-requester', 0.85, asks ? said(mentions, asks) : 'asks the requester', text);
  }
  if (isResolved(mentions, text) && !question) return answer('resolve', 0.85, 'plainly done', text);
  const holds = plainly(mentions, 'rft-hold')[0];
  if (holds && !question) return answer('hold', 0.85, said(mentions, holds), text);
  if (team?.aimed === true && /\b(?:tolong|mohon|ranah|tim)\b/i.test(text) && !question) {
    return answer('reassign', 0.7, `names the team ${team.code}`, text);
  }
  const takes = plainly(mentions, 'rft-take')[0];
  if (takes && !question && !NOT_OVER.test(text)) return answer('take', 0.85, said(mentions, takes), text);
  if (question) return answer('unclear', 0.5, 'a question', text);
  return answer('note', 0.7, 'reported, nothing ordered', text);
}

/** A word that all is over, or work done with "please try"; nothing pending beside it (the BAST may follow). */
function isResolved(mentions: Mentions, text: string): boolean {
  const said = text.replace(AFTERWARDS, '');
  if (NOT_OVER.test(said)) return false;
  const done = plainly(mentions, 'rft-resolve', 'done');
  if (WORKED.test(said) && TRY_IT.test(said)) return true;
  return done.length > 0 && (CLOSURE.test(said) || TRY_IT.test(said));
}

function answer(intent: ReplyIntent, confidence: number, why: string, note: string | null = null): TeamAnswer {
  return { intent, confidence, note, label: null, team: null, why };
}

function cut(note: string): string {
  return note.slice(0, 10_000);
}
