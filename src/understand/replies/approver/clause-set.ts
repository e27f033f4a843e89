/** Clauses beside a yes that are known as a whole: thanks, haste, help offered, whom to turn to, a lack of anything to change. */
import { before, has, is, isName, says, type Clause, type ClauseWord } from './clause.ts';
import { FITTING } from './plain-yes.ts';
import { wordSet } from '../words.ts';

const APOLOGY = wordSet('maaf sorry sori apologies punten');
const NEXT_TO_IT = 2;
const BEFORE_APOLOGY = wordSet('mohon mhn my so very jadi eh dan');
const THANKS = wordSet('terima thanks thank makasih trims');
const BEFORE_THANKS = wordSet('malah dan juga');
const IF = wordSet('kalau jika bila apabila if');
const POSSIBLE = wordSet('bisa sempat memungkinkan mungkin boleh possible');
const HASTY = wordSet(
  'it this hari ini pagi siang sore juga selesai jadi kelar beres bisa dapat ya lebih paling pak bu mas mbak min tim saja aja nya proses prosesnya pengerjaan',
);
/** Alone these tell when and not how fast. */
const WHEN = wordSet('saja hari ini siang pagi sore sekarang');
const NONE = wordSet('tidak nggak no tanpa');
const NO_HASTE = wordSet('rush hurry worries');
const NO_NEED = wordSet('perlu usah need');
/** "Tidak usah telepon": what need not be done changes nothing. */
const IDLE = wordSet(
  'rush hurry problem issue to tunggu menunggu nunggu telepon ditelepon telpon tanya nanya konfirmasi hubungi dihubungi kabari call ask wait ragu sungkan khawatir',
);
const MOST_IDLE = 8;
const FAULTS = wordSet(
  'kurang catatan syarat perubahan masalah kendala keberatan salah dicoret diubah ditambah dikurangi hambatan komplain koreksi revisi masukan pertanyaan ragu beda aneh janggal',
);
const BESIDE_FAULTS = wordSet('yang perlu harus apa dari saya kami lagi sama sekali apapun di sini sudah pun');
const SOMETHING = wordSet('ada butuh mau ingin bingung any you');
const ASKED = wordSet('ditanya ditanyakan tanya pertanyaan question questions bantuan kendala anything apa');
const MOST_HELP = 8;
const TURN_TO = wordSet('hubungi menghubungi kontak contact reach ke telp telepon wa call');
/** "langsung ke Jonathan saja" */
const JUST = wordSet('saja aja sj ya');
/** Whose word may be wanted, too. */
const OFFICIALS = wordSet('kepala direktur pimpinan atasan kabag kabid kasi kakanwil kasubdit menteri dirjen sekjen');
const AFTER = wordSet('setelah sesudah after');
const LOOKED =
  /^(?:di|me|mem|men|ber)?(?:baca|cek|periksa|pelajari|teliti|neliti|lihat|kaji|ngkaji|telaah|nelaah|cermati|ncermati|perhatikan|timbang|nimbang|verifikasi|diskusi|koordinasi|konfirmasi|tanya|bicara|dengar|ndengar|mpelajari|review)\p{L}{0,4}$/u;
const MOST_BEFORE_LOOKED = 3;
const DEED = /^di\p{L}{3,}$/u;

/** Thanks and apologies. */
export function isCourtesy({ words }: Clause): boolean {
  const [first, second] = words.map(({ form }) => form);
  if (first === undefined) return false;
  return APOLOGY.has(first) || THANKS.has(first) || (BEFORE_THANKS.has(first) && THANKS.has(second ?? ''));
}

/** From the apology on; behind it "kalau" opens no condition. */
export function fromApology(words: readonly ClauseWord[]): readonly ClauseWord[] {
  const at = words.findIndex(({ form }) => !BEFORE_APOLOGY.has(form));
  if (!APOLOGY.has(words[at]?.form ?? '')) return words;
  return words.slice(at).filter(({ form }, behind) => behind > NEXT_TO_IT || !IF.has(form));
}

/** Only that it is to be soon, if that can be. */
export function isHasty({ words }: Clause): boolean {
  const isMaybe = ({ form }: ClauseWord, at: number): boolean =>
    POSSIBLE.has(form) || (form === 'kalau' && POSSIBLE.has(words[at + 1]?.form ?? ''));
  const rest = words.filter((word, at) => !isMaybe(word, at));
  const isOpened = !['saja', 'juga'].includes(rest[0]?.form ?? '');
  const onlyWhen = rest.every(({ form }) => WHEN.has(form)) && !words.some(({ form }) => form === 'kalau');
  return (
    isOpened &&
    !onlyWhen &&
    rest.some((word) => is(word, 'haste') || word.form === 'ini') &&
    rest.every((word) => is(word, 'haste', 'please') || HASTY.has(word.form) || FITTING.has(word.form))
  );
}

/** "Tidak ada yang perlu diubah", "tidak usah telepon saya": nothing is turned round. */
export function isNothing(clause: Clause): boolean {
  const forms = clause.words.map(({ form }) => form);
  const at = forms.findIndex((form) => NONE.has(form));
  if (at < 0 || at > 1) return false;
  const [next = '', ...rest] = forms.slice(at + 1);
  if (forms[at] === 'no' && NO_HASTE.has(next)) return true;
  if (NO_NEED.has(next)) return needsNothing(clause);
  return (
    next === 'ada' &&
    rest.slice(0, 4).some((form) => FAULTS.has(form)) &&
    rest.every((form) => FAULTS.has(form) || BESIDE_FAULTS.has(form))
  );
}

/** "Tidak perlu menunggu saya": what is said to be needless is not the request. */
export function needsNothing(clause: Clause): boolean {
  const forms = clause.words.map(({ form }) => form);
  const at = forms.findIndex((form) => NONE.has(form));
  if (at < 0 || at > 1 || !NO_NEED.has(forms[at + 1] ?? '')) return false;
  const isIdle = forms.slice(at + 2, at + 4).some((form) => IDLE.has(form));
  return isIdle && forms.length < MOST_IDLE && !has(clause, 'matter', 'thing', 'only', 'change');
}

/** "Kalau ada yang ingin ditanyakan": help, and no condition. */
export function offersHelp(clause: Clause): boolean {
  const forms = clause.words.map(({ form }) => form);
  return (
    IF.has(forms[0] ?? '') &&
    forms.length <= MOST_HELP &&
    forms.slice(1, 4).some((form) => SOMETHING.has(form)) &&
    forms.slice(2).some((form) => ASKED.has(form)) &&
    !has(clause, 'matter', 'change', 'only', 'number', 'must')
  );
}

/** "Informasi lebih lanjut dapat menghubungi Sdri. Amelia" */
export function isPointer(clause: Clause): boolean {
  const whom = (word: ClauseWord): boolean =>
    is(word, 'self') || isName(word) || (is(word, 'person') && !OFFICIALS.has(word.form));
  const said = { words: clause.words.slice(0, JUST.has(clause.words.at(-1)?.form ?? '') ? -1 : undefined) };
  const isFree = !has(said, 'only', 'first', 'must', 'change', 'not', 'number', 'but', 'matter');
  return isFree && has(clause, 'help') && says(clause, TURN_TO) && clause.words.some(whom);
}

/** "Setelah saya cek ke ybs, …" before the yes: looked at first by himself, which is no condition. */
export function isLookedAt(clause: Clause): boolean {
  const [first, second] = clause.words;
  const at = clause.words.findIndex(({ form }) => LOOKED.test(form));
  if (!first || !second || !AFTER.has(first.form) || at < 1 || at > MOST_BEFORE_LOOKED) return false;
  const byHimself = is(second, 'self') || second.form.startsWith('me');
  const between = before(clause, at).words.slice(1);
  const rest = { words: clause.words.slice(at + 1) };
  return (
    byHimself &&
    between.every((word) => is(word, 'self', 'done') || word.form === 'di') &&
    !has(rest, 'change', 'if', 'first', 'only', 'not', 'must', 'but') &&
    !rest.words.some(({ form }) => DEED.test(form) || form === 'lengkap')
  );
}
