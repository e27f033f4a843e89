/** The label of a resolved ticket, wherever teams write it. */

const LABEL = /(?:^|[\n.,;[(|])[ \t]*labels?[ \t]*(?:[:=-][ \t]*|[ \t](?=\p{L}))([^\n\])|.;]{2,80})[\])]?\.?/imu;
const PARTS = /\s\|\s/;
/** "label: Room Vicon, selesai." */
const CLOSING_WORD = /,?\s*(?:selesai|done|closed?|tutup(?: tiket)?|resolved|terima kasih)\W*$/i;
const HASHTAG = /(?:^|\s)#(\p{L}[\p{L}\p{N} /-]{1,60})\s*$/u;

/** `Label: …` on a line of its own, in brackets, behind a full stop, as a hash tag, or the third part of "selesai | catatan | label". */
export function takeLabel(text: string): { readonly rest: string; readonly label: string | null } {
  const match = LABEL.exec(text);
  if (match?.[1] !== undefined) {
    const closing = CLOSING_WORD.exec(match[1])?.[0] ?? '';
    const label = match[1].slice(0, match[1].length - closing.length).trim();
    const around = [
      text.slice(0, match.index),
      closing.replace(/^[,\s]+/, ''),
      text.slice(match.index + match[0].length),
    ];
    const rest = around
      .filter((part) => part.trim() !== '')
      .join('\n')
      .trim();
    return { rest, label: label === '' ? null : label };
  }
  const tag = HASHTAG.exec(text);
  if (tag?.[1] !== undefined) return { rest: text.slice(0, tag.index).trim(), label: tag[1].trim() };
  const parts = text.split(PARTS);
  const last = parts.at(-1)?.trim();
  if (parts.length < 3 || last === undefined || /\n/.test(last)) return { rest: text, label: null };
  return { rest: parts.slice(0, -1).join(' | '), label: last };
}
