/** What is wrong with the notation of a YAML file, in words for people who never heard of YAML. */
import { isAlias, visit, type Document, type YAMLError } from 'yaml';

export interface NotationFault {
  readonly offset: number;
  readonly message: string;
  readonly suggestion: string | null;
}

/** Letters that another encoding left unreadable: UTF-16, or the code page of an old Windows. */
export function encodingFault(text: string): NotationFault | null {
  const places = ['\0', '\ufffd'].map((sign) => text.indexOf(sign)).filter((at) => at !== -1);
  const offset = Math.min(...places);
  if (places.length === 0) return null;
  return { offset, message: 'a letter here is not UTF-8', suggestion: 'save the file as UTF-8' };
}

/** Of what a broken line makes of the lines below it, only the broken line is told. */
export function notationFaults(document: Document, text: string): readonly NotationFault[] {
  const problems = [...document.errors, ...document.warnings];
  const broken = problems.findIndex(({ code }) => code !== 'DUPLICATE_KEY');
  return [
    ...problems
      .filter(({ code }, at) => broken === -1 || at <= broken || !CONSEQUENCES.has(code))
      .map((problem) => told(problem, text)),
    ...unknownAliases(document),
  ];
}

const CONSEQUENCES: ReadonlySet<string> = new Set([
  'BAD_INDENT',
  'MISSING_CHAR',
  'DUPLICATE_KEY',
  'UNEXPECTED_TOKEN',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'IMPOSSIBLE',
  'BAD_COLLECTION_TYPE',
]);

const QUOTES = 'put the whole text in quotes: "…"';
const INDENT = 'let it begin exactly below the lines that it belongs with';

function told({ code, message, pos }: YAMLError, text: string): NotationFault {
  const offset = pos[0];
  const say = (words: string, suggestion: string | null): NotationFault => ({
    offset,
    message: `not readable as YAML: ${words}`,
    suggestion,
  });
  switch (code) {
    case 'TAB_AS_INDENT':
      return say('a tab stands at the beginning of the line', 'indent with spaces');
    case 'DUPLICATE_KEY':
      return say(`"${keyAt(text, offset)}" is written twice`, 'take one of the two out');
    case 'BAD_INDENT':
      return /end with a [}\]]$/.test(message)
        ? say('a bracket is opened and not closed before this line', 'close it: } or ]')
        : say('the line is indented otherwise than its neighbours', INDENT);
    case 'MISSING_CHAR':
      return message.endsWith('quote')
        ? say('a quotation mark is opened and never closed', 'close it where the text ends')
        : say('the line is indented otherwise than its neighbours', INDENT);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return say('two colons on one line, or a line that is indented too far', QUOTES);
    case 'BLOCK_IN_FLOW':
      return say('a colon too many, or a comma too few, within {…}', QUOTES);
    case 'MULTILINE_IMPLICIT_KEY':
      return say('a line without "key: value" (a blank must follow the colon)', 'write "key: value"');
    case 'BAD_SCALAR_START':
      return say(`a text cannot begin with ${text.slice(offset, offset + 1)}`, QUOTES);
    case 'UNEXPECTED_TOKEN':
      return say(
        'there is text behind the closing quotation mark or bracket',
        'a " within a text in quotes is written \\"',
      );
    case 'BAD_DQ_ESCAPE':
      return say('\\ within "…" means something else', "write the text in '…'");
    default:
      return say(message.split('\n')[0] ?? message, null);
  }
}

function keyAt(text: string, offset: number): string {
  return /^"?([^":\n]{0,60})/.exec(text.slice(offset, offset + 80))?.[1]?.trim() ?? '';
}

/** `*nonaktif` without quotes names something that was never defined. */
function unknownAliases(document: Document): readonly NotationFault[] {
  const faults: NotationFault[] = [];
  visit(document, (_, node) => {
    if (!isAlias(node) || node.resolve(document) !== undefined) return;
    const message = `not readable as YAML: a text cannot begin with * (*${node.source})`;
    faults.push({ offset: node.range?.[0] ?? 0, message, suggestion: QUOTES });
  });
  return faults;
}
