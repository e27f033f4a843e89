/** What a subject says in its writer's own words: that of an answer is ours, and speaks of what was asked before. */
import { findNumbers } from './ticket/number.ts';

const ANSWERED = /^((?:\s*(?:re|bls|balas|fw|fwd|trs|tr|terusan)\s*:)+)/i;
const STEM = /\[([^\][]{6,30})\]/g;

/**
 * Prefixes stay, since they say that the mail is an answer or a copy.
 * @param answersUs the mail names a letter of ours, whose subject it then bears, unless it has got one of its own
 */
export function ownSubject(subject: string, answersUs: boolean): string {
  const prefix = ANSWERED.exec(subject)?.[0] ?? '';
  if (answersUs && prefix !== '') return prefix;
  const stem = [...subject.matchAll(STEM)].find(([, inside = '']) => findNumbers(inside).length === 1);
  return stem === undefined ? subject : subject.slice(0, stem.index).trimEnd();
}
