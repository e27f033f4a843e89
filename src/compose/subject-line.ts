/** Subjects of at most 60 characters where possible: the short name gives way, the number and the outcome never. */
const LONGEST = 60;
const SHORTEST_NAME = 12;
/** Three dots, not the one character: a subject in ASCII stays readable where it is not decoded. */
const MARK = '...';

/** @param render the subject with that short name in it */
export function fitSubject(shortName: string, render: (shortName: string) => string): string {
  const whole = render(shortName);
  const excess = whole.length - LONGEST;
  if (excess <= 0 || shortName.length <= SHORTEST_NAME) return whole;
  return render(cutName(shortName, Math.max(SHORTEST_NAME, shortName.length - excess)));
}

/** Cut at a word; a word longer than the room is cut within. */
function cutName(name: string, longest: number): string {
  const head = name.slice(0, longest - MARK.length);
  const space = `${head}${name[head.length] ?? ''}`.lastIndexOf(' ');
  return `${(space >= SHORTEST_NAME / 2 ? head.slice(0, space) : head).trimEnd()}${MARK}`;
}
