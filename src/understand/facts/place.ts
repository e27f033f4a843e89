/** Whether something takes place in Jakarta: the standard's filing times depend on it. */
import { Searched, sought, type Sought } from './searched.ts';
import { IN_TOWN } from './towns.ts';

const JAKARTA_NAMES = String.raw`\b(?:jakarta|jkt|jaksel|djuanda i{1,3}|juanda i{1,3}|rawamangun|menteng|gambir|senen|kuningan|sudirman|thamrin|kebayoran|cempaka putih|tanah abang|slipi|kemayoran|tebet|pancoran|matraman|kelapa gading|cawang|cikini|salemba|palmerah|jatinegara|pasar minggu|cilandak|kalibata|sunter|ancol|tomang|jakpus|jaktim|jakut|jakbar|lapangan banteng|wahidin|gatot subroto|kantor pusat|gedung (?:djuanda|juanda|syafrud+in|sjafrud+in|sutikno|radius|dhanapala|danapala|frans seda|mar'?ie|notohamiprodjo|kementerian|pusat)|gd\.? (?:djuanda|juanda|syafrud+in|dhanapala))\b`;
const OTHER_NAMES = String.raw`\b(?:luar (?:kota|jakarta|kantor pusat)|aceh|banda aceh|medan|padang|pekanbaru|batam|tanjung ?pinang|jambi|palembang|bengkulu|lampung|pangkal ?pinang|bandung|bogor|bekasi|depok|tangerang|serang|cirebon|sukabumi|cianjur|puncak|garut|tasikmalaya|karawang|purwakarta|semarang|solo|surakarta|magelang|purwokerto|tegal|pekalongan|kudus|salatiga|yogya(?:karta)?|jogja(?:karta)?|surabaya|malang|kediri|madiun|jember|banyuwangi|sidoarjo|gresik|batu|denpasar|bali|nusa dua|ubud|kuta|mataram|lombok|kupang|labuan bajo|pontianak|singkawang|palangka ?raya|banjarmasin|banjarbaru|samarinda|balikpapan|ikn|nusantara|tarakan|makassar|parepare|palu|kendari|gorontalo|manado|mamuju|ambon|ternate|sofifi|jayapura|sorong|manokwari|merauke|timika|biak|singapura|singapore|kalimantan|sulawesi|sumatera|papua|maluku)\b`;
const JAKARTA = sought(new RegExp(JAKARTA_NAMES, 'i'));
const ELSEWHERE = sought(new RegExp(OTHER_NAMES, 'i'));
const TOWN = sought(IN_TOWN);
/** Cut off at its end, a stretch of a text may end in a name that the text does not have. */
const BEGINS_NAME = sought(new RegExp([JAKARTA_NAMES, OTHER_NAMES].join('|').replaceAll(String.raw`)\b`, ')'), 'i'));
const VENUE = sought(/\b(?:di|at|in|bertempat|tempat|lokasi|venue|ruang rapat|hotel)\b\s*:?/gi);
const WINDOW = 90;
/** "Ruang rapat Nusantara" is a name that rooms have everywhere. */
const ROOM = sought(
  new RegExp(
    String.raw`\b(?:ruang(?:an)?(?: (?:rapat|sidang|pertemuan|kelas|serba ?guna|vicon))*|aula|auditorium|meeting room|ballroom) ${OTHER_NAMES}`,
    'gi',
  ),
);
/** Whom the letter goes to, and who speaks from afar. */
const NOT_THE_PLACE = sought(
  /^[ \t]*di[ -]jakarta[ \t.,]*$|\b(?:dengan|sama|ke|dari|from|with) (?:kantor pusat|jakarta)\b(?: (?:djp|djbc|djpb|djkn))?|\blawan bicara\b[^.\n]{0,80}/gim,
);
const OTHER_ZONE = sought(/\b(?:jam|pukul|\d{1,2}[.:]\d\d)\b[^.\n]{0,30}\b(?:WITA|WIT|waktu setempat|local time)\b/i);

/** True or false where the text says where; undefined where it does not, or names both and none as the venue. */
export function inJakarta(mail: Searched): boolean | undefined {
  return mail.once(tellPlace) ?? undefined;
}

/** Null where it does not say. */
function tellPlace(mail: Searched): boolean | null {
  const text = [NOT_THE_PLACE, ROOM].reduce(withoutAny, mail);
  const venue = text.mayHold(BEGINS_NAME) ? placeNear(text) : null;
  if (venue !== null) return venue;
  // Who gives his hour in another zone does not meet in Jakarta.
  if (text.has(OTHER_ZONE)) return false;
  const jakarta = text.has(JAKARTA);
  const elsewhere = text.has(ELSEWHERE) || text.has(TOWN);
  return jakarta === elsewhere ? null : jakarta;
}

function withoutAny(text: Searched, names: Sought): Searched {
  return text.has(names) ? new Searched(text.text.replace(names.pattern, ' ')) : text;
}

/** His own office, wherever that is: "aula lantai 3 gedung kantor kami". */
export function isOwnOffice(text: string): boolean {
  return OWN_OFFICE.test(text);
}

const OWN_OFFICE =
  /\b(?:di|lokasi(?:nya)?|tempat(?:nya)?|bertempat|at|in)\b[^.;\n]{0,40}\b(?:kantor|gedung|aula|ruang(?:an)?|unit|satker|office)(?:nya)?\b[^.;\n]{0,30}\b(?:kami|kita|saya|sendiri|our|my)\b|\b(?:aula|ruang(?:an)?|gedung|kantor)\b[^.;\n]{0,40}\b(?:kantor|unit|satker|gedung)?\s?(?:kami|kita)\b|\b(?:our|my) (?:own )?office\b/i;

function placeNear(text: Searched): boolean | null {
  for (const match of text.all(VENUE)) {
    const after = text.text.slice(match.index, match.index + WINDOW).split(/[.;\n]\s/)[0] ?? '';
    const elsewhere = ELSEWHERE.pattern.exec(after)?.index ?? Number.POSITIVE_INFINITY;
    const jakarta = JAKARTA.pattern.exec(after)?.index ?? Number.POSITIVE_INFINITY;
    if (elsewhere !== jakarta) return jakarta < elsewhere;
  }
  return null;
}

/** Of a paper that tells the day of an event there: beside its label, else near the day; letterheads and addresses name places, too. */
export function placeOfEvent(text: string, day: number): boolean | undefined {
  const [label] = [...text.slice(0, day + FAR_BEHIND).matchAll(PLACE_LABEL)].toSorted(
    (one, other) => Math.abs(one.index - day) - Math.abs(other.index - day),
  );
  const labelled = label === undefined ? undefined : inJakarta(new Searched(label[1] ?? ''));
  return (
    labelled ??
    inJakarta(new Searched(`di ${text.slice(day, day + NEAR_BEHIND).split(/\n\s*\n|[\p{L})]{3}\.\s/u)[0] ?? ''}`))
  );
}

const PLACE_LABEL =
  /^[^\p{L}\n]{0,6}(?:tempat|lokasi|venue|bertempat di)(?: kegiatan| acara| pelaksanaan)?[ \t]*:([^\n]{3,160}(?:\n(?![^\n:]{1,25}:)[^\n]{3,100})?)/gimu;
const FAR_BEHIND = 800;
const NEAR_BEHIND = 260;
