/** Lines of a team's answer that are for staff only, beside others that are for the requester: "selesai: …" and below it "catatan: …". */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { oneOf } from '../../words/wording.ts';

const STAFF = ['rft-note-staff'];
/** Alone a note may be the result that a bare "selesai" wants; below a result it is among staff, as our letters say. */
const NOTES = ['catatan', 'note', 'notes'];
const FOR_OTHERS = [
  'rft-resolve',
  'rft-partial',
  'rft-ask',
  'rft-note-requester',
  'rft-hold',
  'rft-reassign',
  'rft-start',
];

interface Lines {
  readonly staff: RegExp;
  readonly other: RegExp;
  /** Where such words begin a sentence within a line. */
  readonly within: RegExp;
}

/** The text without them, where more than a bare command is left; else as it is. What is taken out stays with the mail. */
export function withoutStaffLines(text: string, rulebook: Rulebook): string {
  const { staff, other, within } = linesOf(rulebook);
  const kept: string[] = [];
  let isForStaff = false;
  for (const line of text.replace(within, '$1\n').split('\n')) {
    isForStaff = staff.test(line) || (isForStaff && !other.test(line));
    if (!isForStaff) kept.push(line);
  }
  const rest = kept.join('\n').trim();
  return /\p{L}{2}/u.test(rest.replace(other, '')) ? rest : text;
}

const known = new WeakMap<Rulebook, Lines>();

function linesOf(rulebook: Rulebook): Lines {
  const before = known.get(rulebook);
  if (before !== undefined) return before;
  const phrases = (classes: readonly string[]): readonly string[] =>
    classes.flatMap((name) => rulebook.replies[name as keyof Rulebook['replies']] ?? []);
  const forStaff = oneOf(phrases(STAFF));
  const built = {
    staff: new RegExp(String.raw`^\W{0,3}(?:${forStaff}|${oneOf(NOTES)})\s*[:=]`, 'iu'),
    other: new RegExp(String.raw`^\W{0,3}(?:${oneOf(phrases(FOR_OTHERS))})\s*[:=]`, 'iu'),
    within: new RegExp(String.raw`([.!?;])[ \t]+(?=(?:${forStaff})\s*[:=])`, 'giu'),
  };
  known.set(rulebook, built);
  return built;
}
