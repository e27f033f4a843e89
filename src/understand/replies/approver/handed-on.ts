/** Where words of handing on name nobody who is to decide: the writer's own unit, or the team that does the work. */
import type { Mention, Mentions } from '../mentions.ts';
import { SELF, wordSet } from '../words.ts';

/** Words within which it is said where somebody moved to. */
const REACH = 3;
const WHICH_TEAM = wordSet('teknis ti tik it terkait pusintek pelaksana teknisi');

export function withoutOwnTeam(mentions: Mentions): Mentions {
  return { ...mentions, all: mentions.all.filter((one) => one.class !== 'not-me' || !isToUs(mentions, one)) };
}

/** "Sudah pindah ke seksi kami": whoever came to the writer is his; "silakan diteruskan ke tim teknis" only has it done. */
function isToUs({ words: { words } }: Mentions, { last }: Mention): boolean {
  if (words[last]?.form !== 'ke') return false;
  const behind = words.slice(last + 1, last + 1 + REACH);
  const [team, which, more] = behind.filter(({ clause }) => clause === words[last]?.clause);
  const isTeam = team?.form === 'tim' && (which === undefined || (WHICH_TEAM.has(which.form) && more === undefined));
  return isTeam || behind.some(({ form }) => SELF.has(form));
}
