/**
 * The one person for whom a mail asks, where it tells so by what it says of him: that something is his ("email Ibu Yuniar"), that he has lost or
 * cannot use it ("Pak Harun (Kepala Pusat) lupa kata sandi"), or that it is for him whom it calls "beliau". Only where it is plain: nobody at
 * all where two may be meant, and of names without a form of address only those that the directory knows.
 */
import { isNotConcerned } from './persons-beside.ts';
import { NO_PERSON } from './person-pieces.ts';
import { sought, type Searched } from './searched.ts';

const TITLE = String.raw`(?:[Bb]apak|[Ii]bu|[Bb]pk\.?|[Pp]ak|[Bb]u|[Mm]as|[Mm]bak|[Ss]dri?\.?|[Ss]audar[ai])`;
const NAME = String.raw`\p{Lu}[\p{L}'’]+(?: (?:\p{Lu}[\p{L}'’]+|\p{Lu}\b\.?|bin\b|binti\b)){0,4}`;
const TITLED = String.raw`(?<title>${TITLE}) (?<name>${NAME})`;
const COLLEAGUE = String.raw`(?<title>[Rr]ekan|[Ss]taf|[Pp]egawai|[Tt]eman)(?: kerja)? (?:kami|saya) (?<name>${NAME})`;
const THING = String.raw`(?:akun|e-?mail|surel|password|sandi|passphrase|sertifikat elektronik|sertel|tte|laptop|notebook|pc|komputer|user|username)(?:nya)?`;
const SECRET = '(?:sandi|password|passwd|passphrase|pin|kata kunci)';
/** His post, behind his name. */
const POST = String.raw`(?: ?\([^()\n]{0,80}\)|, \p{Lu}[^,.\n]{2,60},)?`;
const CANNOT = String.raw`(?:tidak|tdk|belum|blm|nggak|gak|ga) (?:bisa|dapat|dpt)(?: lagi)? (?:masuk|login|log in|mengakses|akses|(?:mem)?buka (?:akun|e-?mail|surel|laptop))`;
const LACKS = String.raw`(?:(?:sedang|sudah|juga|kemarin|tadi) )?(?:(?:lupa|kelupaan|kehilangan)\b[^.\n]{0,40}\b${SECRET}|${CANNOT})`;
/** Where a sentence has its subject: a name elsewhere before such words may be whom the writer greets. */
const SUBJECT = String.raw`(?<=^|[.!?:;\n]\s*|, ?|\b(?:karena|sebab|krn|bahwa|kebetulan|dan|serta|saat ini|hari ini) )`;

const OF_ONE: readonly ReturnType<typeof sought>[] = [
  sought(new RegExp(String.raw`(?<=(?<!\p{L})${THING} (?:kedinasan |kantor |milik |punya )?)${TITLED}`, 'gu')),
  sought(new RegExp(String.raw`${SUBJECT}${TITLED}(?=${POST} ${LACKS})`, 'gu')),
  sought(new RegExp(String.raw`${SUBJECT}${COLLEAGUE}(?=${POST} ${LACKS})`, 'gu')),
];
/** "surel beliau", "beliau lupa": whoever is named with a form of address before it. */
const HIS = sought(new RegExp(String.raw`(?<!\p{L})${THING}(?: \p{Ll}+)? beliau\b|\bbeliau ${LACKS}`, 'iu'));
const NAMED = sought(new RegExp(TITLED, 'gu'));
/** "user aplikasi SPAN untuk Nadhifa Rahmah" */
const FOR = sought(
  new RegExp(
    String.raw`(?<!\p{L})(?:${THING}|akses)\b[^.\n,]{0,40}? (?:untuk|utk|bagi|buat|atas nama|a\.n\.) (?<name>${NAME})`,
    'gu',
  ),
);
const GREETED = /(?:yth\.?|kepada|dear|halo|hai|selamat \p{L}+|pagi|siang|sore|malam|terima kasih|mohon izin)[\s,]*$/iu;
const MOST = 20;
const MOST_BEFORE = 60;

/** Null where it is not plain. @param isKnown whether the directory has somebody of that name */
export function concernedOne(text: Searched, isKnown: (name: string) => boolean): string | null {
  const said = OF_ONE.flatMap((pattern) => named(text, pattern));
  const meant = said.length > 0 ? said : calledBeliau(text);
  const found = meant.length > 0 ? meant : named(text, FOR).filter(isKnown);
  const [one, ...others] = [...new Set(found)].toSorted((a, b) => b.length - a.length);
  return one !== undefined && others.every((other) => one.includes(bare(other))) ? one : null;
}

function calledBeliau(text: Searched): readonly string[] {
  const his = text.find(HIS);
  return his === null ? [] : named(text, NAMED, his.index);
}

function named(text: Searched, pattern: ReturnType<typeof sought>, until = Infinity): readonly string[] {
  return text.all(pattern, MOST).flatMap(({ index, groups = {} }) => {
    const { title = '', name = '' } = groups;
    const before = text.text.slice(Math.max(0, index - MOST_BEFORE), index);
    if (index >= until || NO_PERSON.test(name) || isNotConcerned(before) || GREETED.test(before)) return [];
    // One word alone names him only with the form of address before it.
    return [name.includes(' ') || !FORM.test(title) ? name : `${title} ${name}`];
  });
}

const FORM = new RegExp(`^${TITLE}$`, 'u');

function bare(name: string): string {
  return name.slice(name.indexOf(' ') + 1);
}
