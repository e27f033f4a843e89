/** Which team an answer names: by code, by name, or by what people call it ("tim jaringan", "subbid Conference"). */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { ofWording } from '../../words/wording.ts';
import { toWords, type Words } from '../../words/normalise.ts';
import { foldVerb } from '../../words/fold.ts';
import { findPhrases, indexPhrases, type PhraseIndex } from '../../words/phrases.ts';

interface TeamIndex {
  readonly index: PhraseIndex;
  readonly codeOf: ReadonlyMap<string, string>;
}

const indexes = new WeakMap<Rulebook, TeamIndex>();
/** Before a team's name these mean "to it"; an alias such as "data" alone may be part of any sentence. */
const towardsTeam = ofWording(({ set }) => set('team_towards'));

/** Before a team's name these say that the ticket goes there, whoever's the matter is said to be. */
const teamGoal = ofWording(({ set }) => set('team_goal'));

/** "Bukan ranah integrasi data, …, alihkan ke tim Jaringan": what it is not is not meant. */
const AWAY = new Set(['bukan', 'jangan', 'not']);

/** @returns the code of the team named, the one behind "ke", "tim" or "ranah" first; null when none is */
export function findTeam(text: string, rulebook: Rulebook): { readonly code: string; readonly aimed: boolean } | null {
  const { codeOf } = teamIndexOf(rulebook);
  const { words, hits } = teamHits(text, rulebook);
  const before = (hit: { readonly first: number }, count: number): readonly { readonly form: string }[] =>
    words.words.slice(Math.max(0, hit.first - count), hit.first);
  const [goal, aiming] = [teamGoal(rulebook), towardsTeam(rulebook)];
  const towards = hits.filter((hit) => isAimed(before(hit, 2), aiming));
  const isMeant = (hit: { readonly first: number }): boolean => !before(hit, 3).some(({ form }) => AWAY.has(form));
  const sent = hits.find((hit) => before(hit, 2).some(({ form }) => goal.has(form)) && isMeant(hit));
  const aimed = sent ?? givenTo({ words, hits }) ?? towards.find(isMeant) ?? towards[0];
  const long = hits.find((hit) => hit.last > hit.first);
  const best = aimed ?? long ?? hits[0];
  const code = best && codeOf.get(best.phrase);
  if (!best || code === undefined) return null;
  const named = words.words[best.first]?.form;
  return { code, aimed: aimed !== undefined || named === 'tim' };
}

const TO_IT = new Set(['ke', 'kepada', 'to', 'nang', 'ka']);
const NOT_NOW = new Set('sudah telah sdh udah jangan tidak bukan belum not already kalau jika'.split(' '));
/** Words between the deed and the team: "kasih tiketnya ke tim jaringan". */
const REACH = 4;

/** "Kasih ke KPTIKBMN Denpasar aja": a deed of handing over (`work-hand-over`) with a team of ours as its goal. */
export function isHandedTo(text: string, rulebook: Rulebook): boolean {
  const { words, hits: teams } = teamHits(text, rulebook);
  const deeds = new Set((rulebook.replies['work-hand-over'] ?? []).flatMap((word) => [word, foldVerb(word)]));
  const forms = words.words.map(({ form }) => form);
  return teams.some(({ first }) => {
    const to = forms.findLastIndex((form, at) => at < first && at >= first - 2 && TO_IT.has(form));
    const deed = forms.findLastIndex(
      (form, at) => at < to && at >= to - REACH && (deeds.has(form) || deeds.has(foldVerb(form))),
    );
    const isNear = deed >= 0 && words.words[deed]?.sentence === words.words[first]?.sentence;
    return isNear && !forms.slice(Math.max(0, deed - 2), deed).some((form) => NOT_NOW.has(form));
  });
}

const TAKES_IT =
  /^(?:\s+\p{L}+){0,2}?\s+(?:yang|yg)\s+(?:(?:bisa|harus|lebih|biasa|berhak|mestinya|seharusnya)\s+){0,2}(?:garap|menggarap|ambil|mengambil|pegang|memegang|tangani|menangani|handle|urus|mengurus|kerja\p{L}*|mengerjakan|buka|membuka|atur|mengatur|kelola|mengelola|proses|memproses|eksekusi|berwenang|punya|tahu|paham|bisa|setting)(?!\p{L})/iu;
const ALONE_BEFORE =
  /(?:^|[.,;:!\n\u2192\u2013-]\s*)(?:(?:jadi|berarti|mending|coba|tolong|mohon|harusnya|ini|itu|biar|langsung|lanjut|baliknya|ya|please)\s+)*(?:(?:ke|kepada|to|oleh)\s+)?(?:(?:tim|team|rekan)\s+)?$/iu;
const ALONE_BEHIND =
  /^(?:\s+\p{Lu}\p{L}+|\s+(?:setempat|pusat|daerah|terdekat))?\s+(?:saja|aja|tolong|please|ya|dulu|dong|nggih|deh)(?:\s+(?:ya|pak|bu|mas|mbak|min|nggih|dulu|baru|dong|tolong))*\s*(?=[.,;!\n]|$|baru\b)/iu;
/** "Bukan jaringan yang …", "kami sudah tanya tim jaringan yang pegang": told of them, or not them. */
const NOT_GIVEN =
  /\b(?:bukan|jangan|tidak)\s+(?:\p{L}+\s+){0,2}$|\b(?:sudah|sdh|telah|udah|tanya\p{L}*|hubungi|koordinasi|dengan|bareng|bersama|sama)\b[^.;!\n]{0,40}$/iu;
/** A shorter name of a team may be any word ("email saja"). */
const SHORTEST_ALONE = 8;

/** "Jaringan yang bisa buka", "KPTIKBMN setempat aja": whose it is, without a deed of handing over. */
export function isGivenTo(text: string, rulebook: Rulebook): boolean {
  return givenTo(teamHits(text, rulebook)) !== null;
}

function givenTo({ words, hits }: ReturnType<typeof teamHits>): TeamHit | null {
  const { text } = words;
  return (
    hits.find(({ first, last }) => {
      const [from, to] = [words.words[first]?.start ?? 0, words.words[last]?.end ?? 0];
      const [before, behind] = [text.slice(0, from), text.slice(to)];
      if (NOT_GIVEN.test(before)) return false;
      if (TAKES_IT.test(behind)) return to - from >= SHORTEST_ALONE || /^\p{Lu}/u.test(text.slice(from, to));
      return to - from >= SHORTEST_ALONE && ALONE_BEFORE.test(before) && ALONE_BEHIND.test(behind);
    }) ?? null
  );
}

type TeamHit = { readonly first: number; readonly last: number; readonly phrase: string };

function teamHits(text: string, rulebook: Rulebook): { readonly words: Words; readonly hits: readonly TeamHit[] } {
  const words = toWords(text, rulebook.abbreviations);
  const hits = [...findPhrases(teamIndexOf(rulebook).index, words).values()].flat();
  return { words, hits: hits.toSorted((a, b) => a.first - b.first || b.last - a.last) };
}

function isAimed(before: readonly { readonly form: string }[], aiming: ReadonlySet<string>): boolean {
  return before.some((word) => aiming.has(word.form));
}

function teamIndexOf(rulebook: Rulebook): TeamIndex {
  const known = indexes.get(rulebook);
  if (known) return known;
  const codeOf = new Map<string, string>();
  for (const team of rulebook.teams) {
    for (const alias of [team.code, team.name, ...team.aliases]) {
      const phrase = alias.toLowerCase();
      if (!codeOf.has(phrase)) codeOf.set(phrase, team.code);
    }
  }
  const built = {
    index: indexPhrases(codeOf.keys(), rulebook.abbreviations, { compare: 'form', maxGap: 0, maxHits: 10 }),
    codeOf,
  };
  indexes.set(rulebook, built);
  return built;
}
