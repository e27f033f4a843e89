/** The program that is to be installed, where no list of programs knows it: by its spelling, or behind a word that speaks of installing. */

/** "instal eSPT", "dipasangi GeoDa", "memasangkan Global Mapper"; "aplikasi e-SPT", "program QGIS". */
const VERB = String.raw`(?:(?:di|me|meng)?instal(?:l|lkan|kan|lasi|ling)?|(?:di|me)?(?:p|m)asang(?:kan|i)?|pemasangan|penginstalan|install(?:ation of)?|set ?up)`;
const NOUN = String.raw`(?:aplikasi|program|software|perangkat lunak|tool|lisensi|add-?in|plugin|driver)`;
/** A word with a capital or a digit inside, or a hyphened one with capitals: no plain word looks so. */
const SPELT = String.raw`(?:[a-z]{0,3}-?[A-Z][\w+#.-]*\w|[A-Za-z]+\d[\w.]*)`;
const NAMED = new RegExp(
  String.raw`\b(?:${VERB}(?:nya)?(?:\s+${NOUN})?|${NOUN}(?:nya)?)\s+(?:the\s+)?(?:"|“)?(${SPELT}(?:\s[A-Z0-9][\w.]*)?)`,
);
/** "belum ada e-SPT versi terbaru", "belum ada SPSS-nya". */
const LACKING = new RegExp(String.raw`\b(?:belum (?:ada|punya|terpasang)|butuh|perlu|pakai|beli|membeli)\s+(${SPELT})`);
/** "tolong instal geoda di laptop saya": a small word that is none of these. */
const PLAIN = new RegExp(String.raw`\b(?:${VERB}|${NOUN})\s+([a-z][a-z0-9+#.-]{2,})\b`, 'gi');
const NO_NAME = new Set(
  'di dari dan pada ke untuk utk buat bwt oleh ulang aplikasi program software perangkat lunak lisensi laptop komputer pc notebook desktop printer jaringan yang yg dengan dgn saya kami baru tersebut itu ini bisa dulu sendiri segera update pembaruan remote secara atau juga agar supaya sudah belum masih tidak perlu mohon minta tolong pendukung bawaan khusus kantor kerja resmi terbaru terakhir versi lokal apa berikut dimaksud sama semua beberapa satu dua tiga the our my new for on some all server kabel rak disk memori titik access hardisk harddisk nya dong ya kak pak bu mas min penunjang tambahan wajib standar nirkertas pengolah bantu desain statistik peta akuntansi pajak keuangan pindai presensi'.split(
    ' ',
  ),
);

/** Null where none is named. */
export function findSoftware(text: string): string | null {
  const named = NAMED.exec(text)?.[1] ?? LACKING.exec(text)?.[1];
  if (named !== undefined) return named;
  for (const [, word = ''] of text.matchAll(PLAIN)) if (!NO_NAME.has(word.toLowerCase())) return word;
  return null;
}
