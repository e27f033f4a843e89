/** Persons that a mail names as those concerned: behind "a.n.", "nama:", or a form of address. */

const NAME = String.raw`\p{Lu}[\p{L}'’]+(?: (?:\p{Lu}[\p{L}'’]+|\p{Lu}\b\.?|bin\b|binti\b|van\b|de\b)){0,4}`;
const LABELLED = new RegExp(
  String.raw`^\W{0,4}(?:\d{1,3}[.)]\s*)?(?:nama(?: lengkap| pegawai)?|name)\s*[:=]\s*(${NAME})`,
  'gimu',
);
const ON_BEHALF = new RegExp(
  String.raw`\b(?:a\.?\s?n\.?|atas nama|an\.)\s*:?\s*(?:(?:[Ss]dr[i]?|[Bb]pk|[Bb]apak|[Ii]bu|[Bb]u|[Pp]ak|[Dd]rs?|[Dd]ra|[Aa]lm)\.?\s+){0,2}(${NAME})`,
  'gu',
);
const ADDRESSED = new RegExp(
  String.raw`\b(?:[Ss]dr[i]?\.?|[Ss]audara|[Ss]audari|[Pp]egawai kami|[Ss]taf(?: saya| kami)?|[Bb]eliau)\s+(?:(?:[Ss]dr[i]?)\.?\s+)?(${NAME})`,
  'gu',
);
/** Behind these a row of names may follow. */
const LIST_OPENING =
  /(?:\b(?:yaitu|antara lain|bernama|atas nama|peserta|personil|personel|participants?|nama[- ]nama)\b|\b(?:bagi|untuk|utk|for|kami)\s*:|\ba\.?n\.|(?<=[^\n]{25}):)\s*:?\s*([^\n]{3,400})/gi;
const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u');
const USERNAME = /(?<![\p{L}\d@./\\-])[a-z]{3,20}\.[a-z]{3,20}\d?(?![\p{L}\d@/-]|\.[\p{L}\d])/gu;
const FILE_OR_DOMAIN =
  /\.(?:com|net|org|pdf|doc|docx|xls|xlsx|zip|png|jpg|exe|apk|iso|msg|eml|csv|txt|local|lan|app|dev|web)$/;
const NOT_A_NAME =
  /^(?:Yth|Bapak|Ibu|Service|Pusintek|Kepala|Seksi|Bagian|Kantor|Mohon|Untuk|Demikian|Terima|Sehubungan|Yang|Tim|Admin|Direktur|Kasubbag|NIP|Subbag\w*|Drs|Dra|Dr|Ir|Sdri?|Alm|Kabid|Kabag|Kasi|Kasubbid|Kasubdit|KPPN?|KPKNL|KPPBC|Kanwil|Pusdiklat|Biro|Survei)\b/;
const MAX_PEOPLE = 200;

export function findPeople(text: string): readonly string[] {
  const names = [LABELLED, ON_BEHALF, ADDRESSED].flatMap((pattern) =>
    [...text.matchAll(pattern)].slice(0, MAX_PEOPLE).map((match) => tidy(match[1] ?? '')),
  );
  const people = [...new Set([...names, ...listed(text)])].filter((name) => name.length > 2 && !NOT_A_NAME.test(name));
  return people.filter((name) => !people.some((other) => other !== name && other.includes(name)));
}

/** Names in a row: "yaitu Danang Priambodo, Yulius Rante dan Sinta Amelia", "personil: 1. Ilham 2. Dedi"; at least two. */
function listed(text: string): string[] {
  return [...text.matchAll(LIST_OPENING)].slice(0, MAX_PEOPLE).flatMap((match) => {
    const parts = (match[1] ?? '')
      .replace(/\([^()\n]{0,80}\)/g, ' ')
      .split(/[,;]|\bdan\b|\band\b|&|\d{1,2}[.)]|\.\s/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const end = parts.findIndex((part) => !WHOLE_NAME.test(part));
    const names = end < 0 ? parts : parts.slice(0, end);
    return names.length > 1 ? names.map(tidy) : [];
  });
}

/** Account names ("nanda.aprilia") that stand for persons. */
export function findUsernames(text: string): readonly string[] {
  const found = [...text.matchAll(USERNAME)].map((match) => match[0]).filter((name) => !FILE_OR_DOMAIN.test(name));
  return [...new Set(found)].slice(0, MAX_PEOPLE);
}

function tidy(name: string): string {
  return name
    .replace(/[.,]+$/, '')
    .replace(/\s+(?:NIP|Nip|Jabatan|Unit|Seksi|Subbag\w*|Pegawai)(?:\s.*)?$/, '')
    .trim();
}
