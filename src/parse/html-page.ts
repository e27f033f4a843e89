/** The lines that html-text.ts writes. Breaks wait until text follows them, so that empty elements leave no empty lines. */
export interface Page {
  readonly lines: string[];
  line: string;
  prefix: string;
  quotes: number;
  /** Line breaks owed before the next text: 2 leaves an empty line between. */
  breaks: number;
  /** A tab is owed before the next text: a new cell has begun. */
  tab: boolean;
  /** Just inside a cell or behind a bullet: breaks do not count yet. */
  fresh: boolean;
  endsInSpace: boolean;
  /** For each open cell the line its text began on, -1 before any. */
  readonly cells: number[];
}

const MOST_BREAKS = 3;

export function emptyPage(): Page {
  return {
    lines: [],
    line: '',
    prefix: '',
    quotes: 0,
    breaks: 0,
    tab: false,
    fresh: false,
    endsInSpace: true,
    cells: [],
  };
}

export function pageText(page: Page): string {
  return [...page.lines, page.prefix + page.line].join('\n');
}

/** At least `count` line ends between what was written and what comes. */
export function requestBreak(page: Page, count: number): void {
  if (!page.fresh) page.breaks = Math.max(page.breaks, count);
}

export function addBreak(page: Page): void {
  if (!page.fresh) page.breaks = Math.min(page.breaks + 1, MOST_BREAKS);
}

export function openCell(page: Page): void {
  page.cells.push(-1);
  page.tab = true;
  page.fresh = true;
}

/** A cell of one line stands beside its neighbours; one of several lines stands alone. */
export function closeCell(page: Page): void {
  const began = page.cells.pop() ?? -1;
  page.fresh = false;
  page.breaks = began === page.lines.length || began < 0 ? 0 : Math.max(page.breaks, 1);
}

/** Text as it shall stand; white space that begins a line is dropped, but a no-break space makes an empty line that is meant. */
export function write(page: Page, text: string): void {
  const atLineStart = page.breaks > 0 || page.tab || page.line === '';
  const shown = atLineStart || page.endsInSpace ? text.replace(/^ +/, '') : text;
  if (shown === '') return;
  if (page.breaks > 0 && (page.line !== '' || page.lines.length > 0)) startLine(page);
  else if (page.line === '') page.prefix = '> '.repeat(page.quotes);
  else if (page.tab) page.line += '\t';
  page.breaks = 0;
  page.tab = false;
  page.fresh = false;
  page.line += shown;
  page.endsInSpace = shown.endsWith(' ');
  for (let cell = page.cells.length - 1; cell >= 0 && page.cells[cell] === -1; cell -= 1)
    page.cells[cell] = page.lines.length;
}

function startLine(page: Page): void {
  const next = '> '.repeat(page.quotes);
  const between = next.length < page.prefix.length ? next : page.prefix;
  page.lines.push(page.prefix + page.line);
  for (let count = 1; count < page.breaks; count += 1) page.lines.push(between);
  page.line = '';
  page.prefix = next;
}
