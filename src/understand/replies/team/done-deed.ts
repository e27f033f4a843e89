/**
 * "Sudah di…", "telah kami …", "we have …ed": a deed that is over, by how it is built and not by which deed it is. What only prepares
 * (`work-preparing` of `rules/replies.yaml`: checked, ordered, reported, handed on) is no deed, and whoever else has done something
 * ("Bagas sudah kirim surat") has not done our work. A deed told without "sudah" counts where its result is told, too.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { foldVerb } from '../../words/fold.ts';

const CLAUSE = /[.;:!,\n]+\s*|\s+(?:dan|serta|lalu|kemudian|terus|and|then|sehingga|karena|krn|&)\s+/iu;
const OVER = new Set('sudah sdh udah udh sampun telah dah selesai berhasil'.split(' '));
const WE = new Set('kami saya sy kita aku tim rekan rekan-rekan teman petugas teknisi'.split(' '));
const BETWEEN = new Set(
  'juga langsung semua semuanya sekalian pun bisa dapat kembali berhasil selesai ikut coba baru bantu'.split(' '),
);
/** Somebody or something else did it: only the passive then tells what became of the work. */
const PASSIVE = /^(?:di|ter)-?\p{L}{3,}$/u;
const SPOKEN_PASSIVE = /^ke(?:pasang|instal|reset|kirim|buka|hapus|set|ganti|update|tutup|sambung)\p{L}*$/u;
const ENGLISH_PERFECT =
  /\b(?:(?:has|have|had)(?: now| all| already| both| just)* been|(?:was|were)(?: now| all| already| both| just)*) (\p{L}+(?:ed|en|t|n))\b/giu;
const ENGLISH_PAST =
  /(?:^|[.;!\n]\s*|\b(?:we|i|team)(?:['’]ve| have)?(?: just| now| already)?\s+|\b\p{L}+s?\s+)((?:re|un)?(?:installed|created|added|removed|enabled|disabled|activated|deactivated|restored|renewed|extended|increased|reset|rebuilt|replaced|fixed|patched|deployed|migrated|unlocked|granted|configured|mapped|published|archived|cleaned|swapped|cabled|mounted|upgraded|updated|deleted|revoked|issued|delivered|handed over))\b/giu;
/** Things that ter- begins and no deed. */
const NO_DEED =
  /^(?:terima|terus|termasuk|terlambat|terjadi|terkait|tersebut|tertentu|terakhir|terlalu|terhadap|terdiri|terutama|terpaksa|terkendala|tertunda|terhenti|terputus|terkunci|tertahan|tersisa|terasa|terlihat|tertulis|tercatat|terjadwal|terancam|dipakai|diri|dinas|direktur|direktorat|digital|dimana|disini|disitu|disana|dia|dari|dini|terlampir|tertanggal|terhitung|terang|terbaru|terbaik|tercepat|terdekat|terkini|terjaga|teratur|terlapor)(?:nya)?$/u;

interface Lists {
  readonly preparing: ReadonlySet<string>;
  /** Those that say no more than that something was done count as a deed where its result is told. */
  readonly notDoing: ReadonlySet<string>;
  readonly result: RegExp;
}

const known = new WeakMap<Rulebook['replies'], Lists>();

/** Whether a deed of ours is told as over in one of the clauses. */
export function tellsDeed(text: string, rulebook: Rulebook): boolean {
  const lists = listsOf(rulebook);
  const clauses = text.toLowerCase().split(CLAUSE);
  if (clauses.some((clause) => hasDeed(wordsOf(clause), lists))) return true;
  const isWell = lists.result.test(text);
  if (isWell && clauses.some((clause) => hasDeed(wordsOf(clause), { ...lists, preparing: lists.notDoing })))
    return true;
  const english = [...text.matchAll(ENGLISH_PERFECT), ...text.matchAll(ENGLISH_PAST)];
  if (english.some((match) => isDeed(match[1]?.toLowerCase() ?? '', lists))) return true;
  // "Diturunkan ke normal" is one clause: what is to be, and no result.
  const dones = clauses.filter((clause) => wordsOf(clause).some((word) => PASSIVE.test(word) && isDeed(word, lists)));
  const isElsewhere = clauses.some((clause) => !dones.includes(clause) && lists.result.test(clause));
  return dones.length > 0 && isElsewhere;
}

/** "Beri tahu", "beri kabar": told to somebody, and nothing given. */
const TELLING = /\bberi(?:kan)? (?:tahu|tau|kabar|info|informasi|penjelasan|arahan|pengertian)\b/giu;

/** Whether what was done only prepares, looks at or hands on the work. */
export function onlyPrepares(text: string, rulebook: Rulebook): boolean {
  const { notDoing } = listsOf(rulebook);
  if ([...text.matchAll(ENGLISH_PERFECT)].some(([, deed = '']) => isIn(notDoing, deed.toLowerCase()))) return true;
  const clauses = text.toLowerCase().replace(TELLING, 'beritahu').split(CLAUSE).map(wordsOf);
  return clauses.some((words) => words.some((word, at) => OVER.has(word) && isIn(notDoing, behind(words, at).deed)));
}

/** What stands behind "sudah", and whether we did it. */
function behind(words: readonly string[], at: number): { readonly deed: string; readonly byUs: boolean } {
  let next = at + 1;
  let byUs = at === 0 || WE.has(words[at - 1] ?? '');
  while (WE.has(words[next] ?? '') || BETWEEN.has(words[next] ?? '')) {
    byUs ||= WE.has(words[next] ?? '');
    next += 1;
  }
  return { deed: words[next] ?? '', byUs };
}

function hasDeed(words: readonly string[], lists: Lists): boolean {
  return words.some((word, at) => {
    if (!OVER.has(word)) return false;
    const { deed, byUs } = behind(words, at);
    if (PASSIVE.test(deed) || SPOKEN_PASSIVE.test(deed)) return isDeed(deed, lists);
    return byUs && WE_DID.test(deed) && isDeed(deed, lists);
  });
}

/** "Telah kami kembalikan", "kami sudah menyelesaikan": by its ending a deed. */
const WE_DID =
  /^(?:me\p{L}{4,}|\p{L}{3,}kan|(?:reset|install?|restart|update|upgrade|atur|ganti|pasang|buat|bikin|hapus|perbaiki|benahi|isi|setting|set)\p{L}*)$/u;

function isDeed(word: string, { preparing }: Lists): boolean {
  return word !== '' && !NO_DEED.test(word) && !isIn(preparing, word);
}

function isIn(words: ReadonlySet<string>, word: string): boolean {
  return [word, word.replace(/^(?:di|ter)-?/u, ''), rootOf(word)].some((form) => words.has(form));
}

/** "dikoordinasikan" and "koordinasi" are one. */
function rootOf(word: string): string {
  return foldVerb(word.replace(/^ter(?=\p{L}{4})/u, 'di').replace(/-/g, ''));
}

function wordsOf(clause: string): readonly string[] {
  return clause.match(/[\p{L}-]+/gu) ?? [];
}

function listsOf({ replies }: Rulebook): Lists {
  const before = known.get(replies);
  if (before) return before;
  const preparing = (replies['work-preparing'] ?? []).flatMap((word) => [word, rootOf(word)]);
  const result = (replies['work-result'] ?? []).map((word) => word.replace(/[^\p{L} -]/gu, '').replace(/ /g, '\\s+'));
  const doing = new Set((replies['work-doing'] ?? []).flatMap((word) => [word, rootOf(word)]));
  const made = {
    preparing: new Set([...preparing, ...doing]),
    notDoing: new Set(preparing.filter((word) => !doing.has(word))),
    result: new RegExp(`(?<![\\p{L}])(?:${result.join('|')})(?![\\p{L}-])`, 'iu'),
  };
  known.set(replies, made);
  return made;
}
