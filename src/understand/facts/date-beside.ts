/**
 * The day of an event where the text tells no day ahead: a day that is over, in a mail that tells of what was; today, where somebody is to
 * come at an hour; a day ahead in the name of an attached file.
 */
import { Temporal } from '../../shared/time.ts';
import { findDates } from './dates.ts';
import { findEventDate, isDayOfPaper, type EventDate } from './event-date.ts';
import type { SearchedSources } from './fact-sources.ts';
import { Searched, sought } from './searched.ts';
import { findTimes } from './times.ts';

export function findDateBeside(
  text: Searched,
  sources: Pick<SearchedSources, 'past' | 'atOnce' | 'files' | 'today' | 'home'>,
): EventDate | null {
  return (
    (sources.past === true ? dayThatWas(text, sources.today) : null) ??
    dayOfFile(sources) ??
    (sources.atOnce === true ? today(text, sources) : null)
  );
}

/** "acara tanggal 24 November kemarin": the last such day that is no date of a letter, else "kemarin" itself. */
function dayThatWas(text: Searched, today: SearchedSources['today']): EventDate | null {
  const over = findDates(text, today).filter(
    (mention) => !mention.relative && mention.end < today && !isDayOfPaper(text.text, mention),
  );
  const day =
    over[0]?.start ?? (text.has(YESTERDAY) ? Temporal.PlainDate.from(today).subtract({ days: 1 }).toString() : null);
  return day === null ? null : { eventDate: day };
}

const YESTERDAY = sought(/\b(?:kemarin|kmrn|kemaren|yesterday|semalam|tadi malam)\b/i);

/** Underscores and hyphens part words there. */
function dayOfFile({ files = [], today }: Pick<SearchedSources, 'files' | 'today'>): EventDate | null {
  for (const file of files.slice(0, MOST_FILES)) {
    const name = file
      .slice(0, MOST_LETTERS)
      .replace(/\.\p{L}{2,5}$/u, '')
      .replace(/_/g, ' ')
      .replace(/(?<=\p{L})-|-(?=\p{L})/gu, ' ');
    const searched = new Searched(name);
    if (!searched.has(EVENT_PAPER)) continue;
    const found = findEventDate(searched, today);
    if (found?.eventDate !== undefined && found.eventDate > today) return found;
  }
  return null;
}

const MOST_FILES = 20;
const MOST_LETTERS = 160;
const EVENT_PAPER = sought(
  /\b(?:undangan|rundown|jadwal|agenda|acara|kegiatan|rakor|rapat|sosialisasi|pelatihan|bimtek|workshop|seminar|FGD|TOR|KAK|invitation|schedule)\b/i,
);

/** "ada yang ke ruangan jam 10": somebody is to come at an hour. */
function today(text: Searched, { today, home }: Pick<SearchedSources, 'today' | 'home'>): EventDate | null {
  if (!text.has(COMES)) return null;
  const [time] = findTimes(text, home);
  if (time === undefined) return null;
  const { from, to, zone } = time;
  return { eventDate: today, eventTime: { from, ...(to !== undefined && { to }), zone } };
}

const COMES = sought(/\b(?:petugas|teknisi|seseorang|ada yang|naik ke|ke ruangan?|di ruangan?|ruang kerja)\b/i);
