/** Dates told from the day on which the mail was sent: "besok", "Kamis depan", "dua minggu lagi", "H+1". */
import { WEEKDAY, weekdayOf, type Day, type Span } from './date-words.ts';
import { sought } from './searched.ts';

/** Weekdays by their own names: "minggu" may be a week. */
const DAY_NAME = "senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad";

export const RELATIVE = sought(
  new RegExp(
    String.raw`\b(hari ini|today|(?:nanti|ntar|entar) (?:siang|sore|malam|malem)|nanti (?:jam|pukul)|(?:jam|pukul) \d{1,2}(?:[.:]\d\d)? (?:nanti|ini)|(?:siang|sore|malam) nanti|(?:sekarang|skrg|saat ini|detik ini|hari ini) juga|(?<=\b(?:naik|datang|blast|dikirim|kirim|disebar\w{0,4}|sebarkan|pegawai|kantor|setjen|pusat) )(?:sekarang|skrg)(?= (?:ya|juga|dong|karena|krn)\b|[.,!?]|$)|tonight|this (?:morning|afternoon|evening)|malam ini|siang ini|sore ini|pagi ini|besok lusa|besok (?:dan|sampai|s\.?d\.?|hingga|-) lusa|day after tomorrow|(?<!besok-|besok )besok(?!-besok| besok|-besoknya)|bsk|besuk|tomorrow|lusa|(?:minggu|pekan) depan(?! (?:hari )?(?:${DAY_NAME})\b)|(?:minggu|pekan) ini|next week|bulan depan|next month|h\+\d{1,2}|(?:seminggu|sepekan|sebulan|(?:\d{1,2}|dua|tiga|empat|lima|enam|tujuh|sepuluh) (?:hari|minggu|pekan|bulan)) lagi|in (?:\d{1,2}|two|three|four|five) (?:days|weeks))\b|\b(?:hari )?(${DAY_NAME})\s?(?:-|\u2013|s\.?d\.?|s/d|sampai|dan|&|,)\s?(?:hari )?(${DAY_NAME})\b(?! (?:lalu|kemarin|kemaren|yang lalu)\b)(?:,? (?:minggu|pekan) (depan|ini))?|\b(?:minggu|pekan) depan,? (?:hari )?(${DAY_NAME})\b|\b(?:hari\s)?(${WEEKDAY})\b(\s(?:depan|besok|ini|mendatang|minggu depan|pekan depan|lalu|kemarin|kemaren|tadi|yang lalu))?|\bnext\s(${WEEKDAY})\b`,
    'gi',
  ),
);

export function relativeTo(match: RegExpMatchArray, base: Day): Span | null {
  const phrase = match[1]?.toLowerCase();
  if (phrase !== undefined) return { ...spanOfPhrase(phrase, base), relative: true };
  if (match[2] !== undefined) return weekdays(match, base);
  if (match[5] !== undefined) return { ...same(inNextWeek(base, weekdayOf(match[5]) ?? 1)), relative: true };
  return aWeekday(match[0], [match[6] ?? match[8], match[7] ?? ''], base);
}

/** "Kamis depan", "hari Minggu"; "minggu" alone is a week. */
function aWeekday(whole: string, [name, said]: readonly [string | undefined, string], base: Day): Span | null {
  const weekday = weekdayOf(name);
  if (weekday === null) return null;
  if (weekday === 7 && /^minggu$/i.test(name ?? '') && !/\bhari\s/i.test(whole)) return null;
  if (/lalu|kemar|tadi/i.test(said)) return null;
  const ahead = (weekday - base.dayOfWeek + 7) % 7;
  const nextWeek = /(?:minggu|pekan) depan/i.test(said);
  // Whoever means tomorrow says so.
  const notTomorrow = ahead === 1 && /depan|mendatang/i.test(said) ? 7 : 0;
  const days =
    notTomorrow + (nextWeek ? 8 - base.dayOfWeek + (weekday - 1) : ahead === 0 && !/ini/i.test(said) ? 7 : ahead);
  const start = base.add({ days: nextWeek ? days - notTomorrow : days });
  return { start, end: start, relative: true };
}

function inNextWeek(base: Day, weekday: number): Day {
  return base.add({ days: 8 - base.dayOfWeek + (weekday - 1) });
}

/** "Selasa dan Rabu pekan depan", "Senin-Rabu". */
function weekdays([, , first, last, week]: RegExpMatchArray, base: Day): Span | null {
  const [from, to] = [weekdayOf(first) ?? 1, weekdayOf(last) ?? 1];
  const ahead = (from - base.dayOfWeek + 7) % 7;
  const start =
    week?.toLowerCase() === 'depan'
      ? inNextWeek(base, from)
      : base.add({ days: ahead === 0 && week === undefined ? 7 : ahead });
  return { start, end: start.add({ days: (to - from + 7) % 7 }), relative: true };
}

function spanOfPhrase(phrase: string, base: Day): Span {
  if (/^(?:minggu|pekan) ini$/.test(phrase))
    return { start: base, end: base.add({ days: Math.max(0, 5 - base.dayOfWeek) }) };
  if (/ini$|juga$|^se?ka?ra?n?g|today|nanti|ntar|entar|tonight|^this/.test(phrase)) return { start: base, end: base };
  if (phrase.startsWith('h+')) return same(base.add({ days: Number(phrase.slice(2)) }));
  if (/lagi$|^in /.test(phrase)) return same(inSoMuch(phrase, base));
  if (/^besok \S+ lusa$/.test(phrase)) return { start: base.add({ days: 1 }), end: base.add({ days: 2 }) };
  if (/lusa|day after/.test(phrase)) return same(base.add({ days: 2 }));
  if (/besok|bsk|besuk|tomorrow/.test(phrase)) return same(base.add({ days: 1 }));
  if (/bulan|month/.test(phrase)) {
    const first = base.with({ day: 1 }).add({ months: 1 });
    return { start: first, end: first.add({ months: 1 }).subtract({ days: 1 }) };
  }
  const monday = base.add({ days: 8 - base.dayOfWeek });
  return { start: monday, end: monday.add({ days: 4 }) };
}

const SO_MANY = new Map(
  'seminggu:1 sepekan:1 sebulan:1 dua:2 two:2 tiga:3 three:3 empat:4 four:4 lima:5 five:5 enam:6 tujuh:7 sepuluh:10'
    .split(' ')
    .map((pair) => [pair.split(':')[0] ?? '', Number(pair.split(':')[1])]),
);

/** "dua minggu lagi", "in three days". */
function inSoMuch(phrase: string, base: Day): Day {
  const word = phrase.replace(/^in /, '').split(' ')[0] ?? '';
  const count = SO_MANY.get(word) ?? Number(word);
  if (/bulan/.test(phrase)) return base.add({ months: count });
  return base.add({ days: /minggu|pekan|week/.test(phrase) ? count * 7 : count });
}

function same(start: Day): Span {
  return { start, end: start };
}
