/**
 * Whether a strong yes stands alone enough to count. What may stand beside it is known: the writer himself, politeness, the request
 * as our letter showed it, a reason. Any other word in its sentence may turn it into a restriction, another choice or somebody else's yes,
 * so it is asked back.
 */
import type { Word, Words } from '../../words/normalise.ts';
import type { Mention } from '../mentions.ts';
import { SELF, isNamed } from '../words.ts';
import { FACT, isFact } from './facts-beside.ts';
import { isSignature } from './signature.ts';

export interface YesContext {
  /** Words of `rules/replies.yaml` that change nothing (`beside-approval`). */
  readonly harmless: ReadonlySet<string>;
  /** Nouns that a request is called by (`request-words`). */
  readonly requests: ReadonlySet<string>;
  /** Whether a word tells when, how long, how much or which, by the lists of the rule files. */
  readonly limits: (form: string) => boolean;
  /** Words of our letter, null when it is not known. */
  readonly sent: ReadonlySet<string> | null;
  /** Words of the writer's own name. */
  readonly names: ReadonlySet<string>;
}

const CAUSE = new Set('karena sebab dikarenakan berhubung mengingat lantaran because since'.split(' '));
/** Open a part that gives a reason or an occasion; it ends with its clause. */
const REASON = new Set(
  'karena sebab dikarenakan berhubung mengingat lantaran because since menunjuk mengacu menyusuli bertalian menindaklanjuti menanggapi menjawab merujuk berdasarkan memperhatikan sehubungan berkenaan berkaitan terkait selaku sebagai demi guna'.split(
    ' ',
  ),
);
/** "untuk mendukung …": a purpose, where "untuk rapat" would be another thing agreed to. */
const PURPOSE = new Set(
  'mendukung menunjang keperluan kebutuhan kepentingan kelancaran kegiatan operasional'.split(' '),
);
/** Behind the yes only these tell why it was said; "sudah" or "diperlukan" might ask for something there. */
const FACT_BEHIND = new Set(['memang', 'benar', 'betul', 'ditugaskan', 'bertugas', 'menugaskan']);
/** What somebody is to do before or besides is no fact. */
const DUTY = new Set(['harus', 'wajib', 'sebaiknya', 'hendaknya', 'mesti', 'must', 'should']);
const SHOULD = new Set('harus perlu wajib sebaiknya hendaknya dulu must should needs'.split(' '));
/** What may be ordered beside a yes without changing what is agreed to. */
const ORDER = new Set(['mohon', 'tolong', 'harap', 'please', 'silakan', 'silahkan', 'kindly', 'segera']);
export const FITTING: ReadonlySet<string> = new Set(
  'dibukakan dipasangkan diinstalkan dihosting dibikin dibikinkan dikebut diprioritaskan direstore didaftarkan diterbitkan dibuka buka dipasang pasang diinstal instal diinstall install ditambahkan tambahkan dihapus hapus diperpanjang perpanjang reset kirim dikirim dicabut cabut disetting dikonfigurasi dijalankan jalankan diurus diakomodir diakomodasi direalisasikan dilayani dilakukan digarap diteruskan teruskan dieksekusi daftarkan didaftarkan aktifkan nonaktifkan buatkan sediakan siapkan berikan diproses ditindaklanjuti dilanjutkan dilaksanakan dikerjakan dibantu bantu bantuan bantuannya dibuatkan dibuat diaktifkan dinonaktifkan diberikan dipenuhi difasilitasi diselesaikan direset disegerakan dipercepat disiapkan disediakan proses terus lanjut lanjutkan tindak maaf perhatian dukungan kerjasama kerja arahan proceed process help go continue tindaklanjuti laksanakan terima dieksekusi eksekusi dipenuhi'.split(
    ' ',
  ),
);
/** One agrees "dengan permintaan"; "dengan perubahan jadwal" binds. */
const WITH = new Set(['dengan', 'with']);
const PLEAS = new Set(['permintaan', 'permohonan', 'pengajuan', 'request', 'requests']);
const ORDER_REACH = 5;
const LOOKED = new Set('baca cek periksa pelajari lihat teliti verifikasi review reviu'.split(' '));

/** Words of clauses that give a cause: a negation there turns no yes round ("karena yang lama tidak bisa dipakai"). */
export function causes(words: Words): ReadonlySet<number> {
  const inside = new Set<number>();
  let clause: number | null = null;
  words.words.forEach((word, at) => {
    if (CAUSE.has(word.form)) clause = word.clause;
    if (word.clause === clause) inside.add(at);
  });
  return inside;
}

/** Open a clause of politeness, or of where the writer is just now: what is said in it changes nothing. */
const COURTESY = new Set(
  'maaf terima thanks thank semoga selamat lagi sedang mumpung salam wassalam wasalam regards sorry apologies maklum horas assalamualaikum waalaikumsalam om shalom syalom puji'.split(
    ' ',
  ),
);
/** "Maaf terlambat, kemarin seharian rapat" */
const EXCUSES = new Set(['kemarin', 'tadi', 'barusan', 'semalam', 'seharian']);
/** What a restriction would need, wherever it hides. */
const TOPIC = new Set('untuk yang soal perihal mengenai tentang khusus for regarding about which that'.split(' '));
/** "Terima kasih untuk infonya" restricts nothing. */
const THANKS = new Set(['terima', 'kasih', 'thanks', 'thank', 'you']);

/**
 * The first word that takes the plainness from the yes; null when there is none.
 * @param only ordinals of the words looked at; default all of them
 */
export function strangeBeside(
  words: Words,
  yes: readonly Mention[],
  context: YesContext,
  only: ReadonlySet<number> | null = null,
): string | null {
  const strong = yes.filter((one) => one.class === 'approve-strong');
  const looked = [...words.words.entries()].filter(([at]) => only === null || only.has(at));
  const sentences = Map.groupBy(looked, ([, word]) => word.sentence);
  const covered = (at: number): boolean => yes.some((one) => one.first <= at && at <= one.last);
  for (const [sentence, entries] of sentences) {
    const here = entries.map(([at, word]) => ({ at, word }));
    const holdsYes = strong.some((one) => words.words[one.first]?.sentence === sentence);
    const loose = here.filter(({ at }) => !covered(at));
    const behind = strong.every((one) => one.last < (here[0]?.at ?? 0));
    const strange = holdsYes
      ? strangeInYes(loose, yes, { context, here })
      : behind && isSignature(here, words, context.names)
        ? null
        : strangeInOther(loose, context);
    if (strange !== null) return strange;
  }
  return null;
}

interface Placed {
  readonly at: number;
  readonly word: Word;
}

function strangeInYes(
  loose: readonly Placed[],
  yes: readonly Mention[],
  { context, here }: { readonly context: YesContext; readonly here: readonly Placed[] },
): string | null {
  const own = selfBefore(loose, yes);
  const again = restated(here, yes, context);
  const read = new Set([...looked(loose), ...told(here, yes, context)]);
  let free: number | null = null;
  let object: number | null = null;
  for (const [index, { at, word }] of loose.entries()) {
    const { form, clause } = word;
    if (free !== null && clause !== free) free = null;
    const next = loose[index + 1]?.word.form ?? '';
    const before = loose[index - 1]?.word.form ?? '';
    if (WITH.has(before) && isRequest(form, context) && !PLEAS.has(form)) return form;
    if (REASON.has(form) || (form === 'untuk' && PURPOSE.has(next))) free = clause;
    if (isRequest(form, context) && (yes.some((one) => one.last < at) || isOwnYesBehind(loose, yes, at)))
      object = clause;
    const known =
      isKnown(form, context) ||
      FITTING.has(form) ||
      free === clause ||
      read.has(clause) ||
      own.has(at) ||
      again.has(at) ||
      isRestored(word, loose[index - 1], at) ||
      (object === clause && isFree(form, context));
    if (!known) return form;
  }
  return null;
}

/** "Diaktifkan kembali": as it was; what is given, sent or handed in "kembali" goes back. */
export const RESTORED: ReadonlySet<string> = new Set(
  'diaktifkan aktifkan dibuka buka dibukakan dinyalakan nyalakan dihidupkan hidupkan dijalankan jalankan dipulihkan disambungkan dihubungkan difungsikan'.split(
    ' ',
  ),
);

function isRestored({ form, clause }: Word, before: Placed | undefined, at: number): boolean {
  return form === 'kembali' && before?.at === at - 1 && before.word.clause === clause && RESTORED.has(before.word.form);
}

/** "menyetujui penonaktifan aplikasi lama sebagaimana diajukan", "setuju dibuatkan akun untuk pegawai tersebut": the whole of what was asked. */
function restated(here: readonly Placed[], yes: readonly Mention[], context: YesContext): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { at, word } of here) {
    if (!AS_ASKED.has(word.form)) continue;
    const start = yes.find(
      (one) => one.last < at && here.find((other) => other.at === one.last)?.word.clause === word.clause,
    );
    const between = start === undefined ? [] : here.filter((other) => other.at > start.last && other.at < at);
    if (between.every(({ word: { form } }) => WHICH.has(form) || (isFree(form, context) && !NARROWS.has(form))))
      for (const other of between) found.add(other.at);
  }
  return found;
}

/** Behind what was asked for these say that it is just that. */
const AS_ASKED = new Set(
  'tersebut tsb dimaksud termaksud sebagaimana diajukan diminta dimohonkan dimohon diusulkan'.split(' '),
);
/** Kinds of a thing: "aplikasi lama", "pegawai baru". */
const WHICH = new Set(['baru', 'lama', 'kembali', 'ulang']);
/** "setuju selain yang diminta" */
const NARROWS = new Set(
  'selain kecuali tanpa bukan khusus terutama minus pengganti lain lebih kurang dari setengah separuh sebagian pilihan versi revisi'.split(
    ' ',
  ),
);

/** "permintaan Sdr. Oki kami setujui": the yes behind it in the same clause is said by the writer himself. */
function isOwnYesBehind(loose: readonly Placed[], yes: readonly Mention[], at: number): boolean {
  const clause = loose.find((one) => one.at === at)?.word.clause;
  const behind = yes.find((one) => one.first > at);
  if (!behind) return false;
  const before = loose.find((one) => one.at === behind.first - 1)?.word;
  const self = before && SELF.has(before.form) && before.clause === clause;
  return self === true || /^(?:saya|kami|i) |^(?:telah |dapat |bisa )?di/.test(behind.phrase);
}

/** Clauses without a yes that are polite, or tell before the yes how things are ("maaf baru sempat buka email, …"). */
function told(here: readonly Placed[], yes: readonly Mention[], context: YesContext): ReadonlySet<number> {
  const clauses = Map.groupBy(here, ({ word }) => word.clause);
  const strong = yes.filter((one) => one.class === 'approve-strong');
  const spoken = new Set(
    here.filter(({ at }) => strong.some((one) => one.first <= at && at <= one.last)).map(({ word }) => word.clause),
  );
  const found = new Set<number>();
  for (const [clause, entries] of clauses) {
    const forms = entries.map(({ word }) => word.form);
    const loaded = isLoaded(entries, context);
    if (spoken.has(clause)) continue;
    const before = strong.some((one) => one.first > (entries.at(-1)?.at ?? 0));
    const telling = before
      ? forms.some((form) => FACT.has(form))
      : forms.some((form) => FACT_BEHIND.has(form)) && !forms.some((form) => TOPIC.has(form) || SHOULD.has(form));
    if (!loaded && (COURTESY.has(forms[0] ?? '') || telling)) found.add(clause);
  }
  return found;
}

/** Names a part of the request, orders something or counts: no mere telling. */
function isLoaded(entries: readonly Placed[], context: YesContext): boolean {
  return entries.some(({ word }, index) => {
    const before = entries[index - 1]?.word.form;
    const names =
      TOPIC.has(word.form) &&
      (before === undefined || (COURTESY.has(entries[0]?.word.form ?? '') && !THANKS.has(before)));
    return names || ORDER.has(word.form) || isOtherNumber(word.form, context);
  });
}

/** A number that our letter does not hold may be another one than was asked for. */
function isOtherNumber(form: string, { sent }: YesContext): boolean {
  return /\d/.test(form) && sent?.has(form) !== true;
}

/** Clauses in which the writer says that he has looked at it ("isinya sudah saya baca, disetujui"). */
function looked(loose: readonly Placed[]): ReadonlySet<number> {
  const clauses = new Set<number>();
  loose.forEach(({ word }, index) => {
    const before = loose.slice(Math.max(0, index - 3), index).map((one) => one.word.form);
    if (LOOKED.has(word.form) && before.some((form) => SELF.has(form))) clauses.add(word.clause);
  });
  return clauses;
}

/** "Saya selaku Kepala Seksi Anu menyetujui": from oneself to the yes, where nobody else comes between. */
function selfBefore(loose: readonly Placed[], yes: readonly Mention[]): ReadonlySet<number> {
  const own = new Set<number>();
  for (const { at, word } of loose) {
    const next = yes.find((one) => one.first > at);
    const posts = loose.find(
      (other) => other.at === at + 1 && /^(?:selaku|sebagai|as|dari|from)$/.test(other.word.form),
    );
    if (SELF.has(word.form) && next && posts) for (let on = at; on < next.first; on += 1) own.add(on);
  }
  return own;
}

/** Behind the request's own noun names and numbers may follow; a number that our letter does not hold may be another one. */
function isFree(form: string, context: YesContext): boolean {
  if (context.sent?.has(form) === true) return true;
  return !context.limits(form) && (!/^\d+$/.test(form) || context.sent === null);
}

function isKnown(form: string, context: YesContext): boolean {
  return (
    (form.length === 1 && /[^\dgtxj]/.test(form)) ||
    context.harmless.has(form) ||
    context.names.has(form) ||
    isNamed(context.sent, form) ||
    (context.sent === null && /^\d{1,4}$/.test(form)) ||
    isRequest(form, context)
  );
}

function isRequest(form: string, context: YesContext): boolean {
  return context.requests.has(form) || /^pe[a-z]{4,}an$/.test(form);
}

/** A sentence beside the yes: known words alone, or a fact; and nothing ordered that changes the request. */
function strangeInOther(loose: readonly Placed[], context: YesContext): string | null {
  const duty = loose.find(({ word }) => DUTY.has(word.form));
  if (duty) return duty.word.form;
  if (isCourtesy(loose, context)) {
    const excused = new Set(loose.flatMap(({ word }) => (EXCUSES.has(word.form) ? [word.clause] : [])));
    const behind = loose.filter(({ word }) => word.clause !== loose[0]?.word.clause && !excused.has(word.clause));
    return behind.length === 0 ? null : strangeInOther(behind, context);
  }
  const unknown = loose.find(({ word }) => !isKnown(word.form, context) || /^\d/.test(word.form));
  if (unknown === undefined) return null;
  const order = loose.findIndex(({ word }) => ORDER.has(word.form));
  if (order >= 0) {
    const within = loose.slice(order + 1, order + 1 + ORDER_REACH);
    if (!within.some(({ word }) => FITTING.has(word.form))) return loose[order]?.word.form ?? '';
    return strangeOutsideReasons(loose, context);
  }
  const told = new Set(loose.flatMap(({ word }, at) => (isFact(loose, at) ? [word.clause] : [])));
  const isStrange = ({ word }: Placed): boolean => !isKnown(word.form, context) || /^\d/.test(word.form);
  return loose.find((one) => isStrange(one) && !told.has(one.word.clause))?.word.form ?? null;
}

function isCourtesy(loose: readonly Placed[], context: YesContext): boolean {
  return COURTESY.has(loose[0]?.word.form ?? '') && !isLoaded(loose, context);
}

function strangeOutsideReasons(loose: readonly Placed[], context: YesContext): string | null {
  const from = loose.findIndex(({ word }) => REASON.has(word.form));
  const rest = from < 0 ? loose : loose.slice(0, from);
  return rest.find(({ word }) => !isKnown(word.form, context) && !FITTING.has(word.form))?.word.form ?? null;
}
