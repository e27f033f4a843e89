/** Whether something takes place in Jakarta: the standard's filing times depend on it. */

const JAKARTA =
  /\b(?:jakarta|jkt|jaksel|djuanda i{1,3}|juanda i{1,3}|rawamangun|menteng|gambir|senen|kuningan|sudirman|thamrin|kebayoran|cempaka putih|tanah abang|slipi|kemayoran|tebet|pancoran|matraman|kelapa gading|cawang|cikini|salemba|palmerah|jatinegara|pasar minggu|cilandak|kalibata|sunter|ancol|tomang|jakpus|jaktim|jakut|jakbar|lapangan banteng|wahidin|gatot subroto|kantor pusat|gedung (?:djuanda|juanda|syafrud+in|sjafrud+in|sutikno|radius|dhanapala|danapala|frans seda|mar'?ie|notohamiprodjo|kementerian|pusat)|gd\.? (?:djuanda|juanda|syafrud+in|dhanapala))\b/i;
const ELSEWHERE =
  /\b(?:luar (?:kota|jakarta|kantor pusat)|aceh|banda aceh|medan|padang|pekanbaru|batam|tanjung ?pinang|jambi|palembang|bengkulu|lampung|pangkal ?pinang|bandung|bogor|bekasi|depok|tangerang|serang|cirebon|sukabumi|cianjur|puncak|garut|tasikmalaya|karawang|purwakarta|semarang|solo|surakarta|magelang|purwokerto|tegal|pekalongan|kudus|salatiga|yogya(?:karta)?|jogja(?:karta)?|surabaya|malang|kediri|madiun|jember|banyuwangi|sidoarjo|gresik|batu|denpasar|bali|nusa dua|ubud|kuta|mataram|lombok|kupang|labuan bajo|pontianak|singkawang|palangka ?raya|banjarmasin|banjarbaru|samarinda|balikpapan|ikn|nusantara|tarakan|makassar|parepare|palu|kendari|gorontalo|manado|mamuju|ambon|ternate|sofifi|jayapura|sorong|manokwari|merauke|timika|biak|singapura|singapore|kalimantan|sulawesi|sumatera|papua|maluku)\b/i;
const VENUE = /\b(?:di|at|in|bertempat|tempat|lokasi|venue|ruang rapat|hotel)\b\s*:?/i;
const WINDOW = 90;
/** Whom the letter goes to, and who speaks from afar. */
const NOT_THE_PLACE =
  /^[ \t]*di[ -]jakarta[ \t.,]*$|\b(?:dengan|sama|ke|dari|from|with) (?:kantor pusat|jakarta)\b(?: (?:djp|djbc|djpb|djkn))?|\blawan bicara\b[^.\n]{0,80}/gim;
const OTHER_ZONE = /\b(?:jam|pukul|\d{1,2}[.:]\d\d)\b[^.\n]{0,30}\b(?:WITA|WIT|waktu setempat|local time)\b/i;

/** True or false where the text says where; undefined where it does not, or names both and none as the venue. */
export function inJakarta(mail: string): boolean | undefined {
  const text = mail.replace(NOT_THE_PLACE, ' ');
  const venue = placeNear(text);
  if (venue !== undefined) return venue;
  // Who gives his hour in another zone does not meet in Jakarta.
  if (venue === undefined && OTHER_ZONE.test(text)) return false;
  const jakarta = JAKARTA.test(text);
  const elsewhere = ELSEWHERE.test(text);
  return jakarta === elsewhere ? undefined : jakarta;
}

function placeNear(text: string): boolean | undefined {
  for (const match of text.matchAll(new RegExp(VENUE.source, 'gi'))) {
    const after = text.slice(match.index, match.index + WINDOW).split(/[.;\n]\s/)[0] ?? '';
    const elsewhere = ELSEWHERE.exec(after)?.index ?? Number.POSITIVE_INFINITY;
    const jakarta = JAKARTA.exec(after)?.index ?? Number.POSITIVE_INFINITY;
    if (elsewhere !== jakarta) return jakarta < elsewhere;
  }
  return undefined;
}
