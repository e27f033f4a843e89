/**
 * "Tolong tanyakan ke Pak Budi maksudnya apa": somebody else is to be asked, which is no question to us for our reason. The requester's is
 * sent on; whether a name is his is not known here.
 */
import type { DeskCommand, TeamReading } from '../../reading.ts';
import { saidIn, ticketsIn } from './objects.ts';

const ASKED_ON =
  /^\W*(?:(?:tolong|mohon|coba|harap|silakan|minta|please)\s+)?(?:di)?tanya(?:kan|in)?(?:lah)?\s+(?:(?:dulu|dong|saja|lagi|juga|aja)\s+)*(.+)$/isu;
const REQUESTER =
  /^(?:(?:ke|kepada|sama|pada)\s+)?(?:si\s+)?(?:pemohon|user|pengguna|pelapor|pengirim|ybs|yang bersangkutan|beliau|orang)(?:nya)?\b[\s,:-]*/iu;
const GOAL = /^(?:ke|kepada|sama|pada|dengan)\s+/iu;
const FORM_OF_ADDRESS = /^(?:pak|bu|bapak|ibu|mas|mbak|sdr|sdri|saudara|saudari)\b\.?\s+/iu;
const NAME = /^\p{L}[\p{L}'.-]*(?:\s\p{Lu}[\p{L}'.-]+){0,3}/u;
const QUESTION =
  /\?|(?<!\p{L})(?:apa|apakah|mana|siapa|kapan|berapa|bagaimana|gimana|kenapa|mengapa|maksud\p{L}*|what|which|who|when|how|why)(?!\p{L})/iu;

/** Null where nobody is to be asked. */
export function askedOn(line: string): DeskCommand | null {
  const said = saidIn(line);
  const behind = ASKED_ON.exec(said)?.[1]?.trim();
  if (behind === undefined) return null;
  const asks = REQUESTER.test(behind) ? null : otherIn(behind);
  const question = asks === null ? behind.replace(REQUESTER, '') : asks.question;
  const isAsked = QUESTION.test(question);
  if (question === behind && !isAsked) return null;
  const [ticket = null] = ticketsIn(line.slice(0, line.length - said.length));
  const reading = readingOf(isAsked ? question : '');
  return { kind: 'as-team', line, ticket, reading, ...(asks && { asks: asks.name }) };
}

/** Where no name can be told from the rest, all of it stands for one: it is nobody's. */
function otherIn(behind: string): { readonly name: string; readonly question: string } | null {
  const goal = behind.replace(GOAL, '');
  const person = goal.replace(FORM_OF_ADDRESS, '');
  if (person === behind) return null;
  const name = person === goal ? null : NAME.exec(person);
  return name === null
    ? { name: goal, question: goal }
    : { name: name[0], question: person.slice(name[0].length).replace(/^[\s,:-]+/, '') };
}

/** Where it is not plain what he wants to know, nothing is sent and he hears so. */
function readingOf(question: string): TeamReading {
  const none = { label: null, team: null, audience: null, partial: null, hold: null, start: null };
  return { intent: 'ask-requester', note: question, question, ...none };
}
