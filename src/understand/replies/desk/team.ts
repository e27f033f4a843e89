/** To which team the desk hands a ticket: one of ours by code or name, or a name that none of ours bears. */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { POLITE } from './sentence.ts';
import { findTeam } from '../team/team.ts';

/** @param word the order itself, @param goal what stands behind it */
export function teamNamed(word: string, goal: string, rulebook: Rulebook): string | null {
  return findTeam(`${word} ${goal}`, rulebook)?.code ?? unknownTeam(word, goal);
}

/** "Alihkan ke tim Arsip", "reassign to Bram": an order all the same, that no team of ours answers to; the desk is told so. */
function unknownTeam(word: string, goal: string): string | null {
  const found = HANDED_TO.exec(goal.replace(POLITE, '').replace(/[.!]$/, ''));
  const name = found?.[1] ?? null;
  if (name === null || /\b(?:ke|kepada|to|di|dari|pemohon|user|pengguna|vendor)\b/i.test(name)) return null;
  return /^(?:alih|oper|limpah|reassign|assign|tugas|serah|kasih|forward)/i.test(word) ? name : null;
}

const HANDED_TO =
  /^(?:tiket ini )?(?:(?:ke(?:pada)?|to|nang|ka)\s+)?(?:(?:tim|team|rft|the)\s+)?(?!(?:pemohon|user|pengguna|vendor|saya|kami|dulu|saja|aja|jangan|tidak|belum|siapa|mana|yang|nanti)\b)(\p{L}[\p{L}\p{N}&/.-]*(?: \p{L}[\p{L}\p{N}&/.-]*){0,2})$/iu;

/** A team's code or name and nothing else. */
export function bareTeam(text: string, rulebook: Rulebook): string | null {
  const bare = text
    .replace(POLITE, '')
    .replace(/[.!]$/, '')
    .toLowerCase()
    .replace(/^(?:ke\s+)?(?:tim\s+|team\s+)?/, '');
  const team = rulebook.teams.find(({ code, name }) => [code.toLowerCase(), name.toLowerCase()].includes(bare));
  return team?.code ?? null;
}
