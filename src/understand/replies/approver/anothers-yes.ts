/** Why a yes is none of the writer's own, here and now: wished for, planned, reported of somebody else, or to a view and not the request. */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import type { Words } from '../../words/normalise.ts';
import { ofWording } from '../../words/wording.ts';
import { plainly, type Mention, type Mentions } from '../mentions.ts';
import { causes } from './plain-yes.ts';
import type { Obstacle } from '../verdict.ts';
import { SELF, wordSet } from '../words.ts';

/** Directly before a yes these make it a wish, a plan, a condition or another's word. */
const NOT_YET_BEFORE = wordSet(
  'mohon tolong minta agar supaya untuk perlu harus akan hendak mau apakah siapa yang sebelum setelah kalau jika bila seandainya nanti mungkin sepertinya kayaknya seharusnya mestinya semestinya harusnya hampir menunggu tunggu nunggu semoga harap cenderung kira pikir rasa merasa anggap dianggap asumsi would should might could may please to if will think suppose guess kindly pls plz need needs must',
);
/** A third person in the clause before (or an agent behind) makes the yes somebody else's. */
const othersOf = ofWording(({ set }) => wordSet([...set('others')].join(' ')));
/** The same where whose it is stands behind it: "sesuai pesan Ibu Direktur". */
const HANDED_ON = wordSet('pesan titipan amanat mandat ucapan');
/** "Pak Kasubdit titip pesan: setuju" */
const LEFT_WORD = /\b(?:titip|nitip|berpesan|menyampaikan|mengatakan|bilang|ngomong|berkata)\b[^.,!?\n]{0,40}$/iu;
/** Opens what is told. */
const THAT = wordSet('bahwa bahwasanya that');
/** Someone else's word, named before the yes or in its clause. */
const BY_ORDER = wordSet('arahan perintah instruksi petunjuk disposisi menurut katanya beliau');
/** "… dapat saya setujui": whatever stands before it is what is agreed to. */
const OWN_DEED = /\b(?:saya|kami) (?:setujui|izinkan|ijinkan|restui|perkenankan|sepakati|kabulkan)$/;
/** "Staf saya, setuju", where "saya, setuju" was taken for the yes: a mark stands between the writer and the yes. */
const PAUSED = /^(?:saya|kami)\s*[,;.:\n]/i;
/** Whose staff it is, said before the yes; with any other person of the writer's ("atasan saya, setuju") it is his who is named. */
const STAFF = wordSet('staf staff anggota bawahan pegawai pelaksana');
const BEFORE_SELF = wordSet('dari menurut bagi buat oleh sisi pihak ya iya baik ok oke siap benar betul');
/** Words before what somebody said in which it is told who. */
const MOST_BEFORE = 4;
const PASSIVE = /^(?:telah |sudah |dapat |bisa )?di/;
const DEED = /^(?:di|me)\p{L}{4,}$/u;
/** Agreement with somebody's view is no approval of the request. */
const VIEWS =
  /^(?:dengan|atas|terhadap|sama|with)\s+(?:\S+\s+){0,2}(?:pendapat|masukan|usul\S*|saran\S*|alasan\S*|keberatan\S*|penolakan\S*|pandangan\S*|penjelasan\S*|analisis\S*|pertimbangan\S*|keputusan\S*|pernyataan\S*|itu|opinion|view|comment\S*|objection\S*)|^(?:bahwa|kalau|jika|that|if)\b/i;
/** "disetujui Kabag", "disetujui oleh Pak Direktur": the agent behind a passive. */
const AGENT =
  /^(?:oleh|by)\b|^(?:(?:pak|bu|bapak|ibu|mas|mbak)\s+\p{L}{2,}|sdri?\.?\s+\p{L}{2,}|kabag|kabid|kasubdit|kasubbag|kasi|kasie|kakanwil|kepala\s\p{L}+|direktur|dirjen|sesjen|sekjen|atasan|pimpinan|beliau|menteri)/iu;
const AT_US = /^(?:oleh|by)\s+(?:saya|kami|me|us)\b/i;
const ADDRESSED =
  /^(?:pak|bu|bapak|ibu|mas|mbak)\.?\s+(?:bro|gan|say|ganteng|cantik|admin|min|tim|team|service|helpdesk|desk|petugas|operator|mohon|tolong|silakan|silahkan|untuk|ya|agar|terima|makasih|langsung|gas|gaskan|lanjut|lanjutkan|monggo|segera|please|proses|diproses)\b/i;

export function doubtOf(mentions: Mentions, mention: Mention, rulebook: Rulebook): Obstacle | null {
  return anothersYes(mentions, mention, rulebook) ?? otherDeed(mentions, mention, rulebook);
}

/** The same but for a deed behind the yes, which the judge of plain approvals can weigh. */
export function anothersYes(mentions: Mentions, mention: Mention, rulebook: Rulebook): Obstacle | null {
  const others = othersOf(rulebook);
  const { words, text } = mentions.words;
  const clause = words[mention.first]?.clause;
  const before = words.slice(Math.max(0, mention.first - 6), mention.first).filter((word) => word.clause === clause);
  const near = before.slice(-2).find((word) => NOT_YET_BEFORE.has(word.form));
  if (near) return { class: 'condition', says: `"${near.form}" before the yes` };
  const owner = ownerBefore(mentions, mention, before.at(-1)?.form);
  if (owner !== null && !STAFF.has(owner)) return anothers(owner);
  const other = before.find((word) => others.has(word.form) && !isAddressed(mentions, mention, word));
  const own =
    OWN_DEED.test(mention.phrase) ||
    owner !== null ||
    isOwn(words.slice(0, mention.first), clause) ||
    isOfRequest(mentions, mention, rulebook);
  if (other && !own) return anothers(other.form);
  if (isQuoted(text, words[mention.first]?.start ?? 0)) return anothers('a quotation');
  const here = words.filter(({ sentence }) => sentence === words[mention.first]?.sentence);
  const order = here.find(
    (word, at) =>
      (BY_ORDER.has(word.form) || (HANDED_ON.has(word.form) && others.has(here[at + 1]?.form ?? ''))) &&
      (word.clause === clause || word.start < (words[mention.first]?.start ?? 0)) &&
      !SELF.has(here[at + 1]?.form ?? ''),
  );
  if (order) return anothers(order.form);
  const said = text.slice(0, words[mention.first]?.start ?? 0);
  const left = LEFT_WORD.exec(said)?.[0];
  const saidBy = here.filter(({ end }) => left !== undefined && end <= said.length - left.length).slice(-MOST_BEFORE);
  if (saidBy.some(({ form }) => others.has(form)) && !saidBy.some(({ form }) => SELF.has(form)) && own === false)
    return anothers(left ?? '');
  const after = text.slice(words[mention.last]?.end ?? 0).trimStart();
  const passive = /^(?:di|acc|approved|sudah)/.test(mention.phrase);
  if (passive && AGENT.test(after) && !AT_US.test(after) && !ADDRESSED.test(after)) return anothers(after.slice(0, 20));
  return VIEWS.test(after) ? { class: 'other', says: 'agrees with a view, not with the request' } : null;
}

const deedsOf = new WeakMap<Rulebook['replies'], ReadonlySet<string>>();

/** What may be done to an approved request (`fitting-deeds` of the rule files), and words that only look like a deed. */
export function fittingDeeds({ replies }: Pick<Rulebook, 'replies'>): (form: string) => boolean {
  const known = deedsOf.get(replies) ?? wordSet((replies['fitting-deeds'] ?? []).join(' '));
  deedsOf.set(replies, known);
  return (form) => known.has(form);
}

/** "Setuju dibahas di rapat": a yes to something else than was asked. */
function otherDeed(mentions: Mentions, mention: Mention, rulebook: Rulebook): Obstacle | null {
  const { words } = mentions.words;
  const isFitting = fittingDeeds(rulebook);
  const inCause = causes(mentions.words);
  const deed = words.find(
    (word, at) =>
      at > mention.last &&
      word.clause === words[mention.first]?.clause &&
      DEED.test(word.form) &&
      !isFitting(word.form) &&
      !inCause.has(at),
  );
  if (deed === undefined || isApproving(mentions, deed)) return null;
  return { class: 'condition', says: `"${deed.form}" behind the yes` };
}

/** "Oke pak setuju": between two words of agreement somebody is spoken to; any other word before them may tell of whom. */
const TITLES = wordSet('pak bu mas mbak bang kak dek min');
const AGREEING = wordSet('oke ok okay okey ya iya yes baik siap sip nggih inggih betul benar');

function isAddressed({ words: { words, text } }: Mentions, { first }: Mention, title: Words['words'][number]): boolean {
  const at = words.indexOf(title);
  const before = words.slice(0, at).filter(({ sentence }) => sentence === title.sentence);
  const written = text.slice(title.start, title.end).toLowerCase();
  return at === first - 1 && before.length > 0 && TITLES.has(written) && before.every(({ form }) => AGREEING.has(form));
}

/** The person of the writer's who stands before a yes that begins with the writer; null where none does. */
function ownerBefore({ words: { words, text } }: Mentions, { first, last }: Mention, before = ''): string | null {
  const written = text.slice(words[first]?.start ?? 0, words[last]?.end ?? 0);
  return before !== '' && PAUSED.test(written) && !BEFORE_SELF.has(before) ? before : null;
}

/** "Kami sampaikan bahwa Ibu Kepala menyetujui": who tells is not who agrees. */
function isOwn(before: Words['words'], clause: number | undefined): boolean {
  const told = before.findLastIndex((word) => word.clause === clause && THAT.has(word.form));
  return before.slice(told + 1).some((word) => word.clause === clause && SELF.has(word.form));
}

/** "Permohonan dukungan untuk ruang kerja Bapak Sekretaris disetujui": what is agreed to, and not who agrees. */
function isOfRequest({ words: { words } }: Mentions, mention: Mention, rulebook: Rulebook): boolean {
  const others = othersOf(rulebook);
  const clause = words.slice(0, mention.first).filter((word) => word.clause === words[mention.first]?.clause);
  const requests = new Set(rulebook.replies['request-words']);
  const [subject, other] = [
    clause.findIndex(({ form }) => requests.has(form)),
    clause.findIndex(({ form }) => others.has(form)),
  ];
  const byAnother = clause[other - 1]?.form === 'oleh';
  return PASSIVE.test(mention.phrase) && subject >= 0 && subject < other && !byAnother;
}

/** Between quotation marks: words about words. */
export function isQuoted(text: string, start: number): boolean {
  const before = text.slice(0, start);
  const straight = before.match(/"/g)?.length ?? 0;
  const open = before.search(/[\u201c\u201e\u00ab](?![\s\S]*[\u201d\u00bb])/u) >= 0;
  return straight % 2 === 1 || open || /['\u2018\u201c]$/.test(before);
}

function anothers(words: string): Obstacle {
  return { class: 'anothers-word', says: `"${words}": another person's yes` };
}

/** The deed is itself a word of approval ("mengetahui dan menyetujui"). */
function isApproving(mentions: Mentions, word: Words['words'][number]): boolean {
  const at = mentions.words.words.indexOf(word);
  return plainly(mentions, 'approve-strong', 'approve-weak').some((one) => one.first <= at && at <= one.last);
}
