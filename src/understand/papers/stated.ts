/** Requirements that a mail meets by what it says, and that have a form of their own: numbers, spans of time, addresses, names of programs. */
import type { Facts } from '../reading.ts';
import type { Words } from '../words/normalise.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import { findSoftware } from './software.ts';

const NUMBER = String.raw`\d[\d.,]*\s*(?:ribu|rb|juta|jt|k)?`;
const USERS = String.raw`(?:user|pengguna|pemakai|users|pegawai|wajib pajak|peserta|pengunjung|visitor|orang|akses|akun)\w*`;
const A_DAY = String.raw`(?:per\s?hari|sehari|hari|\/\s?hari|a day|per day|day|daily|concurrent|serentak|bersamaan)`;
const USERS_PER_DAY = new RegExp(
  String.raw`\b${NUMBER}\s*(?:orang\s+)?${USERS}\b[^.\n]{0,25}\b${A_DAY}\b|\b${USERS}\b[^\d\n]{0,45}${NUMBER}\s*(?:orang)?\s*${A_DAY}|\b${USERS}\b[^\d\n]{0,40}${A_DAY}[^\d\n]{0,45}\d|\b(?:maks\w*|paling banyak|terbanyak)\b[^\d\n]{0,20}${NUMBER}\s*${USERS}`,
  'i',
);
const ESTIMATE = String.raw`(?:perkiraan|diperkirakan|estimasi|taksiran|proyeksi|jumlah|kurang lebih|kira-?kira|sekitar|expected|estimated|about|around)`;
/** "Perkiraan pemakai 1.200 orang", "diperkirakan 900 pengguna": an estimate, whatever time it is for. */
const USERS_ESTIMATED = String.raw`\b${ESTIMATE}\b[^.\d\n]{0,20}\b${USERS}\b[^\d\n.]{0,25}${NUMBER}|\b${ESTIMATE}\b[^.\d\n]{0,15}${NUMBER}\s*${USERS}\b`;
const USERS_TOLD = new RegExp(`${USERS_PER_DAY.source}|${USERS_ESTIMATED}`, 'i');
const HOURS_PER_DAY =
  /\b\d{1,2}\s*jam\b|\b\d{1,2}\s*hours?\b|\b\d{1,2}[.:]\d\d\s*(?:-|\u2013|s\.?\/?d\.?|sampai|to)\s*\d{1,2}[.:]\d\d\b/i;
const AMOUNT = String.raw`(?:\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|lima belas|one|two|five|ten)`;
const TRANSACTION_TIME = new RegExp(
  String.raw`\b${AMOUNT}(?:\s*(?:-|\u2013|s\.?d\.?|sampai|to)\s*${AMOUNT})?\s*(?:menit|mnt|detik|minutes?|mins?|seconds?)\b`,
  'i',
);
/** "1.800 risalah per bulan": whatever is signed. */
const DOCUMENTS =
  /\b\d[\d.,]*\s*(?:ribu|rb)?\s*(?:[\p{L}-]+\s*){0,3}?(?:per|\/|tiap|setiap|a|each)?\s*(?:minggu|bulan|tahun|hari|seminggu|sebulan|setahun|sehari|perbulan|week|month|year|day)\b/iu;
const ADDRESS = /\b(?:\d{1,3}\.){3}\d{1,3}\b/;
const HOSTNAME = /\b[a-z0-9-]+\.(?:[a-z0-9-]+\.)+(?:go\.id|id|com|local|lan|example)\b/i;
/** "50 Mbps simetris": the need of a line in figures. */
const BANDWIDTH = /\b\d+(?:[.,]\d+)?\s*[MG]bps\b/i;

/** "Skenario pengujian: S1. …", "Alur yang mau dicoba: a. …" */
const STEPS = /\b(?:skenario|alur|scenarios?|langkah uji)\b[^\n:]{0,60}:\s*(?:[-*•]|\(?\w{1,2}[.)])\s/i;

const STATED: Readonly<Record<string, RegExp>> = {
  'estimasi-pengguna': USERS_TOLD,
  'jam-efektif': HOURS_PER_DAY,
  'lama-transaksi': TRANSACTION_TIME,
  'jumlah-dokumen': DOCUMENTS,
  'ip-aplikasi': ADDRESS,
  hostname: HOSTNAME,
  'spesifikasi-interkoneksi': BANDWIDTH,
  'skenario-uji': STEPS,
};

/** The words of the mail that meet it. */
export function statedIn(key: string, words: Words, facts: Facts, rulebook: Pick<Rulebook, 'wording'>): string | null {
  const pattern = Object.hasOwn(STATED, key) ? STATED[key] : undefined;
  if (pattern) return pattern.exec(words.text)?.[0] ?? null;
  if (key === 'perangkat-lunak') return findSoftware(words.text, rulebook);
  if (key === 'waktu-kegiatan') return facts.eventDate ?? null;
  if (key === 'nama-aplikasi') return facts.application ?? null;
  if (key === 'daftar-nama') return namesGiven(words.text, facts);
  if (key.startsWith('daftar-nama-')) return namesListed(words.text, facts);
  return null;
}

/** "nama2nya masih nunggu ST", "nanti saya kabari namanya". */
const NAMES_TO_COME =
  /\b(?:nama|personil|personel|daftar)\p{L}*(?:[- ]?(?:nama|2))?(?:nya)?\b[^.\n]{0,30}\b(?:menyusul|nyusul|menunggu|nunggu|tunggu|belum|nanti|disusulkan|masih)\b|\b(?:nanti|akan|besok|segera)\b[^.\n]{0,25}\b(?:kabari|susulkan|kirim\p{L}*|sampaikan|infokan)\b[^.\n]{0,15}\bnama/iu;
/** Who comes, without a list: the writer alone or with one more; names behind a label. */
const NAME = String.raw`(?:(?:[Bb]pk|[Ii]bu|[Ss]dri?|[Pp]ak|[Bb]u|[Mm]as|[Mm]bak)\.? )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,3}`;
const NAMES = String.raw`${NAME}(?:(?:, ?(?:dan |serta )?| (?:dan|serta|&) )${NAME}){1,20}`;
const COMPANY = String.raw`(?:PT|CV|[Vv]endor|[Rr]ekanan|[Pp]enyedia|[Tt]eknisi|[Tt]im|[Ee]ngineers?|[Pp]etugas|[Pp]ersonel|[Pp]ersonil|[Pp]ihak [Kk]etiga)`;
const WHO_COMES = [
  // "Teknisi PT Sinar Jaya (Rudi dan Anto)", "Rudi dan Anto dari PT Sinar Jaya"
  new RegExp(String.raw`(?<!\p{L})${COMPANY}(?!\p{L})[^.\n()]{0,50}\(${NAMES}\)`, 'u'),
  new RegExp(String.raw`(?<!\p{L})${NAMES},? (?:dari|selaku|sebagai|from) (?:\p{Ll}+ ){0,2}${COMPANY}(?!\p{L})`, 'u'),
  /\b(?:saya|sy|aku|gue)\s+(?:sendiri(?:an)?\b|\([^)\n]{0,30}sendirian\))/iu,
  /(?<!\p{L})(?:[Ss]aya|[Ss]y|[Aa]ku)\s*(?:\+|&|dan|sama|bareng|bersama)\s*(?:(?:[Mm]as|[Mm]bak|[Pp]ak|[Bb]u|[Bb]pk\.?|[Ss]dri?\.?)\s+)?\p{Lu}\p{Ll}+/u,
  /(?:^|\n)\W{0,4}(?:[Ii]kut|[Pp]ersonil|[Pp]ersonel|[Pp]eserta|[Tt]im|[Pp]ihak [Kk]etiga|[Vv]endor|[Tt]eknisi|[Pp]elaksana|[Pp]etugas|[Pp]engunjung|[Nn]ama)\b[^:\n]{0,40}:\s*(?:\n\W{0,4}(?:\w[.)]\s*)?)?(?:(?:[Bb]pk|[Ii]bu|[Ss]dri?|[Pp]ak|[Bb]u|[Mm]as|[Mm]bak)\.?\s+)?\p{Lu}\p{Ll}+/u,
];

/** Names that stand in the mail itself; the writer's own below it is no list. */
function namesListed(text: string, { applicants, applicant }: Facts): string | null {
  const names = applicants ?? (applicant === undefined ? [] : [applicant]);
  const isTold = names.length > 0 && names.every((name) => text.includes(name)) && !NAMES_TO_COME.test(text);
  return isTold ? names.join(', ').slice(0, 80) : null;
}

function namesGiven(text: string, facts: Facts): string | null {
  if (NAMES_TO_COME.test(text)) return null;
  const named = facts.applicants?.join(', ').slice(0, 80) ?? facts.applicant ?? facts.nip;
  return named ?? WHO_COMES.map((pattern) => pattern.exec(text)?.[0].trim()).find((one) => one !== undefined) ?? null;
}
