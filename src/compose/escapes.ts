/** How a field enters each part of a letter. All three remove what no reader can see. */
import { withoutInvisible } from '../decide/letters/own-words.ts';

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(value: unknown): string {
  return escapeText(value).replace(/[&<>"']/g, (character) => HTML[character] ?? '');
}

export function escapeText(value: unknown): string {
  return withoutInvisible(String(value ?? ''));
}

/** For the head, where a line end or a bar has a meaning. */
export function escapeHead(value: unknown): string {
  return escapeText(value)
    .replace(/[\s|]+/g, ' ')
    .trim();
}
