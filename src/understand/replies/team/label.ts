/** The label of a resolved ticket, wherever teams write it. */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { isServiceName, namedLabel } from './named-label.ts';

const LABEL =
  /(?:^|[\n.,;[(|]|\s[-\u2013\u2014])[ \t]*\*{0,2}(?:labels?(?:-?nya)?|lbl)[ \t]*\*{0,2}(?:[:=-]\*{0,2}[ \t]*|[ \t](?=\p{L}))([^\n\])|.;]{2,80})[\])]?\.?/imu;
/** "Silakan diselesaikan dengan label Broadcast": "beri label inventaris" without a word of closing is work. */
const CLOSED_WITH =
  /\b(?:selesai(?:kan)?|diselesaikan|tutup|ditutup|di-?close|closed?|resolved?|beres|done)\b[^.\n]{0,40}?\s(?:(?:dengan|pakai|pake|memakai|pk|dgn|with|under)\s+)?label(?:nya)?\s+(\p{L}[^\n,.;|()]{1,60})/iu;
/** A label that was wrong is put right. */
const PUT_RIGHT =
  /(?:^|[\n.])[ \t]*label(?:-?nya)?\s+(?:yang\s+|yg\s+)?(?:benar|bener|tepat|betul|seharusnya|harusnya|mestinya)(?:nya)?\s*(?:untuk\s+(?:tiket\s+)?(?:ini|itu|tsb)\s*)?(?:adalah|yaitu|[:=-])?\s*(\p{L}[^\n,.;|()]{1,60})/iu;
const MARKED = /(?:labels?(?:-?nya)?|lbl)[ \t]*\*{0,2}[:=-]/i;
/** "Tag: Vicon"; "Tag: 7XJK2" is that of a thing. */
const TAG =
  /(?:^|[\n.])[ \t]*\*{0,2}tags?[ \t]*\*{0,2}[:=]\*{0,2}[ \t]*(\p{L}[\p{L} /&-]{1,60})\*{0,2}[.]?[ \t]*(?=\n|$)/iu;
/** "label aset ditempel besok": what is done to a label on a thing. */
const NO_NAME =
  /(?<!\p{L})(?:di\p{L}{4,}|ter\p{L}{4,}kan|sudah|sdh|telah|belum|blm|akan|besok|nanti|perlu|harus|tidak|is|are|was|has|will|not)(?!\p{L})/iu;
const PARTS = /\s\|\s/;
/** "label: Room Vicon, selesai.", "label Uji Kerentanan, silakan ditutup" */
const CLOSING_WORD =
  /[,\s]+(?:(?:silakan|silahkan|mohon|tolong|please|bisa|boleh|dapat|tiket\p{L}*|langsung)\s+){0,3}(?:di-?)?(?:selesai(?:kan)?|done|closed?|tutup|resolved?|terima kasih|makasih)(?:\s+(?:tiket\p{L}*|ya|saja|aja|pak|bu|mas|mbak|min))*\W*$/iu;
const HASHTAG = /(?:^|\s)#(\p{L}[\p{L}\p{N} /-]{1,60})\s*$/u;

export interface Labelled {
  readonly rest: string;
  readonly label: string | null;
  /** Nothing is told but which label is the right one. */
  readonly isPutRight?: boolean;
}

/** `Label: …` on a line of its own, in brackets, behind a full stop or a word of closing, as a hash tag, or the third part of "selesai | catatan | label". */
export function takeLabel(text: string, rulebook: Rulebook): Labelled {
  const right = PUT_RIGHT.exec(text);
  if (right?.[1] !== undefined) return { rest: text, label: right[1].trim(), isPutRight: true };
  const match = LABEL.exec(text);
  if (match?.[1] !== undefined && isName(match[0], match[1])) return cutOut(text, match.index, match[0], match[1]);
  const closed = CLOSED_WITH.exec(text);
  if (closed?.[1] !== undefined) {
    const at = text.indexOf(closed[1], closed.index + closed[0].length - closed[1].length);
    return {
      rest: text.slice(0, at).replace(/\s*(?:\S+\s+)?label(?:nya)?\s*$/i, '') + text.slice(at + closed[1].length),
      label: closed[1].trim(),
    };
  }
  const named = TAG.exec(text);
  if (named?.[1] !== undefined && isServiceName(named[1], rulebook))
    return cutOut(text, named.index, named[0], named[1]);
  const tag = HASHTAG.exec(text);
  if (tag?.[1] !== undefined) return { rest: text.slice(0, tag.index).trim(), label: tag[1].trim() };
  const parts = text.split(PARTS);
  const last = parts.at(-1)?.trim();
  if (parts.length >= 3 && last !== undefined && !/\n/.test(last))
    return { rest: parts.slice(0, -1).join(' | '), label: last };
  return namedLabel(text, rulebook) ?? { rest: text, label: null };
}

function isName(whole: string, words: string): boolean {
  return MARKED.test(whole) || !NO_NAME.test(words.replace(CLOSING_WORD, ''));
}

/** The rest keeps a word of closing that stood behind the label. */
function cutOut(text: string, at: number, whole: string, words: string): Labelled {
  const closing = CLOSING_WORD.exec(words)?.[0] ?? '';
  const named = words.slice(0, words.length - closing.length);
  const [label = '', ...more] = named.replace(/\*/g, '').split(/,\s/);
  const around = [
    text.slice(0, at),
    [...more, closing.replace(/^[,\s]+/, '')].filter((part) => part !== '').join(', '),
    text.slice(at + whole.length),
  ];
  const rest = around
    .filter((part) => part.trim() !== '')
    .join('\n')
    .trim();
  return { rest, label: label.trim() === '' ? null : label.trim() };
}
