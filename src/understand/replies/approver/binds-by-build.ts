/**
 * What makes less of a yes by its build and not by any one word: the work put on another day than our letter names, "selama ini" where it is
 * no time that was, money or things that are still to come. The reading of clauses takes such sentences for told.
 */
import type { Word, Words } from '../../words/normalise.ts';
import type { Obstacle } from '../verdict.ts';
import { SELF, wordSet } from '../words.ts';
import { FITTING } from './plain-yes.ts';

const WEEKDAYS =
  'senin selasa rabu kamis jumat sabtu minggu ahad monday tuesday wednesday thursday friday saturday sunday';
const MONTHS = 'januari februari maret april mei juni juli agustus september oktober november desember';
const DAYS = wordSet(`${WEEKDAYS} besok lusa tomorrow`);
const TIMES = wordSet(`${WEEKDAYS} ${MONTHS} bulan tahun pekan triwulan semester tanggal besok lusa`);
/** "Pekerjaannya minggu pertama Januari": the work, and when. */
const WORK = wordSet('pekerjaan pengerjaan pelaksanaan pemasangan instalasi pengaktifan pembukaan pembuatan');
const WHEN = wordSet(`${WEEKDAYS} ${MONTHS} minggu pekan bulan awal akhir pertengahan tengah malam siang sore pagi`);
/** "Hari itu", "saat itu": the day that was just told. */
const THAT_DAY = wordSet('hari saat waktu');
const BEFORE_DAY = wordSet('pada hari nya');
/** "Selama ini beliau cuma bisa baca": told of the time until now; with anything else it may mean "as long as". */
const SO_FAR = wordSet(
  'saya kami kita beliau dia ia ybs mereka pak bu bapak ibu mas mbak tim staf pegawai seksi bagian bidang kantor unit sdr saudara anak orang user yang sudah telah belum memang masih selalu sering kadang pakai memakai pinjam numpang kerja bekerja manual lewat via terima kasih baik',
);
const COMES = wordSet('turun cair tersedia datang keluar terbit ada siap kosong');
const PAST = wordSet('lalu kemarin tadi ini silam barusan');
const AGREES = wordSet('setuju acc sepakat menyetujui agrees');
const AGREED = wordSet('disetujui diacc diizinkan');
const ALSO = wordSet('sudah telah juga pun sdh udah');
const REACH = 3;

/** @param sent words of our letter as compared, null when it is not known */
export function bindsByBuild({ words, text }: Words, sent: ReadonlySet<string> | null): Obstacle | null {
  const another = namedYes({ words, text }, sent);
  if (another !== null) return { class: 'anothers-word', says: `"${another}": another person's yes` };
  for (const at of words.keys()) {
    const found =
      datedDeed(words, at, sent) ?? datedWork(words, at, sent) ?? asLongAs(words, at, text) ?? stillToCome(words, at);
    if (found !== null) return { class: 'condition', says: `"${found}" beside the yes` };
  }
  return null;
}

/** "Hesti setuju", "disetujui Danang": whom our letter names, directly before an active yes that opens the answer or behind a passive one. */
function namedYes({ words, text }: Pick<Words, 'words' | 'text'>, sent: ReadonlySet<string> | null): string | null {
  const isPerson = (word: Word | undefined, clause: number): word is Word =>
    word !== undefined &&
    word.clause === clause &&
    sent?.has(word.form) === true &&
    /^\p{Lu}\p{Ll}+$/u.test(text.slice(word.start, word.end)) &&
    !FITTING.has(word.form) &&
    !SELF.has(word.form);
  for (const [at, { form, clause }] of words.entries()) {
    const before = words.slice(0, at).filter((word) => word.clause === clause);
    const names = before.filter((word) => !ALSO.has(word.form));
    if (AGREES.has(form) && names.length > 0 && names.length <= REACH && names.every((word) => isPerson(word, clause)))
      return `${before.map((word) => word.form).join(' ')} ${form}`;
    const next = words[at + 1];
    if (AGREED.has(form) && isPerson(next, clause) && words[at + 2]?.clause !== clause) return `${form} ${next.form}`;
  }
  return null;
}

/** "Jadi pasang hari Senin", "aksesnya diberikan hari itu" */
function datedDeed(words: readonly Word[], at: number, sent: ReadonlySet<string> | null): string | null {
  const deed = words[at];
  if (deed === undefined || !FITTING.has(deed.form)) return null;
  const behind = behindIn(words, at);
  const skipped = behind.findIndex(({ form }) => !BEFORE_DAY.has(form));
  const [day, next] = [behind[skipped], behind[skipped + 1]];
  if (day !== undefined && DAYS.has(day.form) && sent?.has(day.form) !== true && !PAST.has(next?.form ?? ''))
    return `${deed.form} ${day.form}`;
  const [unit, which] = behind;
  return unit !== undefined && THAT_DAY.has(unit.form) && which?.form === 'itu'
    ? `${deed.form} ${unit.form} itu`
    : null;
}

function datedWork(words: readonly Word[], at: number, sent: ReadonlySet<string> | null): string | null {
  const work = words[at];
  const time = behindIn(words, at).find(({ form }) => !BEFORE_DAY.has(form));
  if (work === undefined || time === undefined || !WORK.has(work.form) || !WHEN.has(time.form)) return null;
  const isTold = behindIn(words, at).some(({ form }) => PAST.has(form) || sent?.has(form) === true);
  return isTold ? null : `${work.form} ${time.form}`;
}

function asLongAs(words: readonly Word[], at: number, text: string): string | null {
  if (words[at]?.form !== 'selama' || words[at + 1]?.form !== 'ini') return null;
  const [next, more] = behindIn(words, at + 1);
  if (next === undefined || SO_FAR.has(next.form) || /^\p{Lu}/u.test(text.slice(next.start, next.end))) return null;
  const could =
    wordSet('tidak cuma hanya').has(next.form) && wordSet('bisa pernah ada punya dapat').has(more?.form ?? '');
  return could ? null : `selama ini ${next.form}`;
}

/** "Anggarannya baru turun bulan Maret" */
function stillToCome(words: readonly Word[], at: number): string | null {
  const verb = words[at + 1];
  if (words[at]?.form !== 'baru' || verb === undefined || !COMES.has(verb.form)) return null;
  const behind = behindIn(words, at + 1);
  const isTold = behind.some(({ form }) => PAST.has(form));
  return !isTold && behind.slice(0, REACH).some(({ form }) => TIMES.has(form)) ? `baru ${verb.form}` : null;
}

function behindIn(words: readonly Word[], at: number): readonly Word[] {
  return words.slice(at + 1).filter(({ clause }) => clause === words[at]?.clause);
}
