/** Hosts, packages and applications named side by side, not one of the family of another: "kas-stg dan upah-stg", "KasIn 2.1, Upah_Out 1.4". */
import { ofWording } from '../words/wording.ts';
import type { SearchedSources } from './fact-sources.ts';
import { sought } from './searched.ts';

/** The fullest row of such names; 0 where none stands. */
export function hostsBeside(sources: Pick<SearchedSources, 'text' | 'unit' | 'wording'>): number {
  const { text, unit } = sources;
  const row = rowsOf(sources).get(unit ?? '');
  if (row === undefined) return 0;
  return Math.max(0, ...text.all(row, MOST_ROWS).map(([, found = '']) => each(found, unit)));
}

const MOST_ROWS = 40;
const AND = String.raw`(?: ?\([^()\n]{0,60}\))?(?:, ?(?:dan |serta |sama |and |plus )?| ?& ?| (?:dan|serta|sama|and|plus) )`;
const CUT = new RegExp(AND);
/** "kas-stg", "faq-v1"; "e-Kas" and "non-aktif" are none. */
const HOST = String.raw`(?!(?:e|sub|non|pra|pasca|anti|masing|sama)-)[a-z][a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){1,4}(?![\w@/-]|\.\w)`;
const BETWEEN =
  'lama|dev|baru|kami|kita|ya|production|prod|lagi|paas|iaas|server|vm|dulu|untuk|utk|buat|produksi|yang|yg';
/** "KasIn 2.1", "Upah_Out" behind the word for packages. */
const PACKAGE = String.raw`(?:\p{Lu}|pkg)[\p{L}\d]{0,40}(?:_[\p{L}\d.]{1,40}){0,6}(?: v?\d[\d.]{0,10})?`;
const PACKAGE_ROW = new RegExp(
  String.raw`\b(?:[Pp]aket|[Pp]ackages?|PACKAGE)(?: (?:\p{Ll}{1,20}|IS)){0,2}:? (${PACKAGE}(?:${AND}${PACKAGE}){1,20})`,
  'gu',
);
/** "e-Kas", "SIPOL Web v2", "portal Arsip" behind what is done with applications; a name of two words with "dan" in it is one. */
const APP = String.raw`(?:(?:[Aa]plikasi|[Pp]ortal|[Ss]istem) )?(?:e-\p{L}{1,30}|\p{Lu}[\p{L}\d-]{0,40})(?: (?:\p{Lu}[\p{L}\d-]{0,40}|v?\d(?:\.\d{1,3}){0,3})){0,3}`;
const SURELY_APP = /^(?:[Aa]plikasi |[Pp]ortal |[Ss]istem |e-\p{L}|\p{Lu}{3}|\p{Lu}\p{Ll}+\p{Lu})/u;
const NO_APP =
  /^(?:Aplikasi|Basis Data|Database|(?:Kementerian|Direktorat|Seksi|Sub\p{L}{3,4}|Bidang|Bagian|Kantor)(?!\p{L}).*)$/u;
const rowsOf = ofWording(({ any, written }) => {
  const host = new RegExp(
    String.raw`\b${any('host_deeds')}(?: (?:${BETWEEN})){0,3}[:,]? (${HOST}(?:${AND}${HOST}){1,20})`,
    'gi',
  );
  const application = new RegExp(
    String.raw`(?<![\p{L}\d]|(?:[Ss]eksi|[Ss]ub\p{L}{3,4}|[Bb]idang|[Bb]agian|[Kk]epala|[Dd]irektorat|[Tt]im|[Kk]asi|[Dd]an) )${written('application_deeds')}(?: (?:lanjutan|atas|untuk|utk|buat|aplikasi|terhadap|TTE|beban)){0,3}:? (${APP}(?:${AND}${APP}){1,20})`,
    'gu',
  );
  const patterns = { server: host, host, aplikasi: application, paket: PACKAGE_ROW };
  return new Map(Object.entries(patterns).map(([unit, pattern]) => [unit, sought(pattern)]));
});

function each(row: string, unit: string | null): number {
  const names = new Set(row.split(CUT).map((name) => name.trim()));
  if (unit !== 'aplikasi') return names.size;
  if ([...names].some((name) => NO_APP.test(name))) return 0;
  return names.size > 2 || [...names].every((name) => SURELY_APP.test(name)) ? names.size : 0;
}
