/**
 * Whether what stands under a digit of our list is a remark on it. Somebody's talk that came along, a slip of the keyboard, a second digit or
 * a doubt is none: then it is not sure that the digit was meant, and the desk is asked.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { foldRoot } from '../../words/fold.ts';

/** "> Budi menulis: …", "Pada hari Senin … menulis:", "[10:32] Rina: …", "Bu Rina: tolong …", "kata dia: …" */
const TALK =
  /^\s*[>|]|^\W*(?:pada|on)\b[^\n]{0,80}\b(?:menulis|wrote)\s*:?\s*$|\b(?:menulis|wrote|berkata|said)\s*:|^\W*(?:dari|from|kepada|to|perihal|subject|sent|dikirim|tanggal|date)\s*:|^\W*\d{1,2}[.:]\d{2}\b|^\s*\[[^\]]{3,30}\]|^\W*(?:(?:pak|bu|bapak|ibu|mas|mbak)\s+)?\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?\s*:\s/u;
const QUOTED = /["\u201c\u201d\u00ab\u00bb]([^"\u201c\u201d\u00ab\u00bb\n]+)["\u201c\u201d\u00ab\u00bb]/g;
/** Another digit, or a word that takes the digit back. */
const DOUBT =
  /^\W*(?:pilih\w*\s+|nomor\s+|no\.?\s*|opsi\s+)?\d{1,2}\W*$|\b(?:atau|or|apa|eh|bukan)\s+(?:nomor\s+)?\d\b|^\W*(?:jangan|bukan|salah|eh|hmm+|tunggu|bentar|sebentar|ralat|batal|no|wait)\b|\b(?:kalau tidak salah|kalo ga salah|kalau gak salah|kurang yakin|tidak yakin|belum yakin|ga yakin|gak yakin|ragu|entah\w*|bingung|not sure)\b|\?/i;
/** Names stand for themselves, and of the rest this share is to be words that somebody has written. */
const ENOUGH_KNOWN = 0.5;

export function isRemark(line: string, rulebook: Rulebook): boolean {
  if (TALK.test(line) || DOUBT.test(line)) return false;
  const own = line.replace(QUOTED, ' ');
  if (own.length * 2 < line.trim().length) return false;
  const words = own.match(/\p{L}{2,}/gu) ?? [];
  const plain = words.filter((word) => !/^\p{Lu}\p{Ll}+$/u.test(word));
  const known = plain.filter((word) => isKnown(word.toLowerCase(), rulebook));
  if (plain.length === 0) return words.some((word) => isKnown(word.toLowerCase(), rulebook));
  return known.length >= plain.length * ENOUGH_KNOWN;
}

const written = new WeakMap<Rulebook, ReadonlySet<string>>();

function isKnown(word: string, rulebook: Rulebook): boolean {
  const known = written.get(rulebook) ?? wordsOf(rulebook);
  written.set(rulebook, known);
  return known.has(word) || known.has(foldRoot(word));
}

/** All words of the rule files' lists and of the answers that they give as examples. */
function wordsOf({ replies, replyExamples, concepts, abbreviations }: Rulebook): ReadonlySet<string> {
  const examples = Object.values(replyExamples ?? {}).flatMap((ofRole) => Object.values(ofRole).flat());
  const lists = [...Object.values(replies), ...Object.values(concepts ?? {})].flat();
  const texts = [...examples, ...lists, ...Object.entries(abbreviations).flat()];
  const words = texts.flatMap(
    (text) =>
      String(text)
        .toLowerCase()
        .match(/\p{L}{2,}/gu) ?? [],
  );
  return new Set(words.flatMap((word) => [word, foldRoot(word)]));
}
