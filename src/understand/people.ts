/** Persons that a mail names as those concerned: behind "a.n.", "nama:", or a form of address. */

const NAME = String.raw`\p{Lu}[\p{L}'’.]+(?: (?:\p{Lu}\.?|\p{Lu}[\p{L}'’.]+|bin|binti|van|de)){0,4}`;
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
const LISTED = new RegExp(
  String.raw`(?:\byaitu|\bantara lain|\bbernama|\batas nama|\ba\.?n\.?|:)\s*\(?(${NAME}(?:,\s${NAME}){0,30},?\s(?:dan|&)\s${NAME})`,
  'gu',
);
const NOT_A_NAME =
  /^(?:Yth|Bapak|Ibu|Service|Pusintek|Kepala|Seksi|Bagian|Kantor|Mohon|Untuk|Demikian|Terima|Sehubungan|Yang|Tim|Admin|Direktur|Kasubbag|NIP|Subbag\w*)\b/;
const MAX_PEOPLE = 200;

export function findPeople(text: string): readonly string[] {
  const names = [LABELLED, ON_BEHALF, ADDRESSED].flatMap((pattern) =>
    [...text.matchAll(pattern)].slice(0, MAX_PEOPLE).map((match) => tidy(match[1] ?? '')),
  );
  const people = [...new Set([...names, ...listed(text)])].filter((name) => name.length > 2 && !NOT_A_NAME.test(name));
  return people.filter((name) => !people.some((other) => other !== name && other.includes(name)));
}

/** Names in a row: "yaitu Danang Priambodo, Yulius Rante dan Sinta Amelia", "PPNPN kami: Ujang Solihin dan Neneng". */
function listed(text: string): string[] {
  return [...text.matchAll(LISTED)]
    .slice(0, MAX_PEOPLE)
    .flatMap((match) => (match[1] ?? '').split(/,\s*(?:dan\s+)?|\s+dan\s+|\s+&\s+/))
    .map(tidy);
}

function tidy(name: string): string {
  return name
    .replace(/[.,]+$/, '')
    .replace(/\s+(?:NIP|Nip|Jabatan|Unit)$/, '')
    .trim();
}
