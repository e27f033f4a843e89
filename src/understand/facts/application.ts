/**
 * The application that a mail means without calling it one: by where its name stands ("hosting PaaS SIPADU", "uji beban SIPENA"), by its
 * spelling ("e-Monev"), and where the rules ask which it is, as the only name of that sort in the mail. Abbreviations of units, bodies and
 * products are none.
 */
import type { QuestionFact } from '../../rulebook/rulebook.ts';
import { ofWording } from '../words/wording.ts';
import type { SearchedSources } from './fact-sources.ts';
import { sought } from './searched.ts';

type Sources = Pick<SearchedSources, 'text' | 'wording' | 'asked'>;

/** Null where none is named, or no one for sure. */
export function applicationMeant(sources: Sources): string | null {
  const { text, asked = NOTHING } = sources;
  const { standing, others } = patternsOf(sources);
  const isName = (name: string): boolean => !isOther(name, others);
  const placed = text.all(standing, MOST).map(([, name = '']) => name);
  const named = [...placed, ...text.all(ELECTRONIC, MOST).map(([name]) => name)].find(isName);
  if (named !== undefined || !asked.has('application')) return named ?? null;
  const spelt = text.all(LONE, MOST).map(([name]) => name);
  const alone = new Set(spelt.filter(isName));
  const [only = null] = alone;
  return alone.size === 1 ? only : null;
}

const NOTHING: ReadonlySet<QuestionFact> = new Set();
const MOST = 20;
/** "SIPADU", "SIMPONI-NG", "SiMantap", "OM-SPAN": capitals beyond the first letter. */
const SPELT = String.raw`(?:\p{Lu}{2,4}-\p{Lu}[\p{L}\d]{2,20}|\p{Lu}\p{Ll}{1,15}\p{Lu}[\p{L}\d]{1,20}|\p{Lu}{4}[\p{L}\d]{0,20}(?:-[\p{L}\d]{1,12})?)(?![\p{L}\d@/_-]|\.\p{L})`;
const E_NAME = String.raw`e-\p{Lu}[\p{L}\d]{2,30}(?![\p{L}\d@/_-]|\.\p{L})`;
const ELECTRONIC = sought(new RegExp(String.raw`(?<![\p{L}\d@./_-])${E_NAME}`, 'gu'));
/** "SIPRAJA", "SiKepo" among small letters: names of information systems begin so. */
const LONE = sought(
  new RegExp(String.raw`(?<![\p{L}\d@./_-]|\p{Lu}{2} )(?=S[Ii][\p{L}\d-]{3})${SPELT}(?! \p{Lu}{2})`, 'gu'),
);
const FILLERS =
  'untuk|utk|buat|milik|kami|kita|unit|baru|lama|dari|pada|ke|atas|terhadap|antara|sistem|server|VM|PaaS|IaaS|SaaS|[Pp]roduction|[Pp]roduksi|[Dd]evelopment|[Dd]ev|[Ss]taging|[Dd]atabase|[Ww]eb|for|of|the|our';

const patternsOf = ofWording(({ written, set }) => ({
  standing: sought(
    new RegExp(
      String.raw`(?<![\p{L}\d])(?:${written('application_deeds')}|${written('application_places')}|[PIS]aaS)(?:-?nya)?(?: (?:${FILLERS})){0,3}:? (${SPELT}|${E_NAME})`,
      'gu',
    ),
  ),
  others: new Set([...set('no_application'), ...set('posts')].map((word) => word.toLowerCase())),
}));

/** "DJPb", "KPPN-Metro" */
function isOther(name: string, others: ReadonlySet<string>): boolean {
  const small = name.toLowerCase();
  return others.has(small) || others.has(small.split('-')[0] ?? '');
}
