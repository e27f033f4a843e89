/** How a field enters each part of a letter. All three remove what no reader can see. */

/** C0 and C1 controls, zero-width and bidirectional format characters, line and paragraph separators. */
// oxlint-disable-next-line no-control-regex -- removing them is the purpose
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(value: unknown): string {
  return escapeText(value).replace(/[&<>"']/g, (character) => HTML[character] ?? '');
}

export function escapeText(value: unknown): string {
  return String(value ?? '').replace(INVISIBLE, '');
}

/** For the head, where a line end or a bar has a meaning. */
export function escapeHead(value: unknown): string {
  return escapeText(value)
    .replace(/[\s|]+/g, ' ')
    .trim();
}
