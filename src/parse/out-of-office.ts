/**
 * Absence notices that carry no header at all: told by their subject, or, in an answer to another mail, by two phrases in a short
 * text that asks for nothing. Silence towards a person is the worse mistake, so anything less is taken for a person's mail.
 */
const SUBJECTS: readonly RegExp[] = [
  /^(?:\[[^\]]{1,20}\] ?)?(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|responder)|autoreply|out of (?:the )?office)\b/i,
  /^(?:\[[^\]]{1,20}\] ?)?(?:balasan|jawaban|respon|respons|pesan) otomatis\b/i,
  /^(?:\[[^\]]{1,20}\] ?)?(?:sedang )?(?:di luar kantor|tidak (?:berada )?di kantor)\b/i,
  /^(?:\[[^\]]{1,20}\] ?)?(?:ooo|(?:saya )?(?:sedang )?(?:tidak (?:berada )?di tempat|(?:berada )?di luar (?:kota|negeri)|dinas luar(?: kota| negeri)?)) ?:/i,
  /^(?:\[[^\]]{1,20}\] ?)?(?:sedang cuti|cuti (?:tahunan|bersalin|melahirkan|sakit|besar|alasan penting))\b.{0,40}[:-]/i,
];

/** The writer speaks of himself: "Bu Kabag sedang cuti" stands in requests, too. */
const ABSENT: readonly RegExp[] = [
  /\b(?:saya|kami) (?:saat ini |kini |masih )?(?:sedang |akan )?(?:menjalani |menjalankan |melaksanakan |mengambil |dalam )?(?:masa )?(?:cuti|dinas luar|perjalanan dinas|tugas luar|tugas belajar|izin sakit|sakit)\b/i,
  /\bsaya (?:saat ini |kini |masih )?(?:sedang |akan )?(?:menunaikan|melaksanakan|menjalankan) (?:ibadah )?(?:umroh|umrah|haji)\b/i,
  /(?:^|[.!,] )(?:mohon maaf,? )?(?:saat ini |kini )?(?:sedang|tengah) (?:menjalani |menjalankan |melaksanakan |mengambil |dalam )?(?:masa )?(?:cuti|dinas luar|perjalanan dinas|tugas luar)\b/i,
  /\bsaya (?:saat ini |kini )?(?:sedang )?mengikuti (?:diklat|pelatihan|pendidikan|rapat)\b/i,
  /\bsaya (?:saat ini |kini )?(?:sedang )?(?:tidak (?:sedang )?(?:berada )?di (?:kantor|tempat)|(?:berada )?di luar (?:kantor|kota|negeri)|tidak masuk kantor)\b/i,
  /\b(?:i am|i'm|i will be) (?:currently )?(?:out of (?:the )?office|on (?:annual |sick |maternity )?leave|away|on vacation|travell?ing)\b/i,
];

const AND_THEN: readonly RegExp[] = [
  /\b(?:akan )?kembali (?:bekerja |berdinas |ke kantor |aktif |masuk )?(?:pada |tanggal |hari |tgl |\d)/i,
  /\buntuk (?:hal(?:-hal)? |keperluan |urusan |keadaan )?(?:yang )?(?:mendesak|penting|urgen|segera)/i,
  /\bakses (?:e-?mail|surel|internet) (?:yang )?terbatas\b/i,
  /\b(?:sementara )?(?:digantikan|diwakili|dijabat) (?:sementara )?oleh\b/i,
  /\b(?:plh|plt)\.? /i,
  /\b(?:silakan|silahkan|dapat|mohon|harap) (?:dapat |langsung )?(?:menghubungi|hubungi|kontak)\b/i,
  /\b(?:hal|urusan|keperluan) (?:yang )?(?:mendesak|penting|urgen) (?:dapat|bisa|silakan|harap)\b/i,
  /\b(?:akan|baru) (?:dapat |bisa )?(?:saya |kami )?(?:membalas|menjawab|merespons?|dibalas|balas)\b/i,
  /\b(?:tidak|belum) (?:dapat|bisa) (?:segera |langsung )?(?:membalas|menjawab|merespons?|membuka|membaca) (?:e-?mail|surel|surat|pesan)\b/i,
  /\b(?:respons?|balasan|jawaban|tanggapan) (?:saya )?(?:mungkin |akan )?(?:terlambat|lambat|tertunda)\b/i,
  /\b(?:limited access|no access|will (?:return|be back|reply)|urgent matters?|please contact|in my absence)\b/i,
];

/** Words of somebody who wants something done: then it is a person's mail, on leave or not. */
const ASKS =
  /\b(?:mohon|tolong|minta|harap|please|dimohon|memohon)\b(?! (?:maaf|dapat menghubungi|menghubungi|langsung menghubungi|hubungi|kontak|contact|langsung hubungi|ditunggu|menunggu|bersabar|maklum|dimaklumi|untuk menghubungi|disampaikan kepada|note))|\b(?:permohonan|permintaan|terlampir|kami sampaikan)\b|\b(?:setuju|disetujui|approve)/i;
/** Begins with the word that was asked for, or tells how the work stands: an answer, whatever else it says. */
const ANSWERS =
  /^(?:ok|oke|okay|ya|yes|baik|siap|no|tidak|tolak|bukan|belum|sudah|masih|selesai|catatan|alihkan|tanya|tunda|[1-9])\b|\b(?:ditolak|menolak|tidak disetujui|bukan kewenangan|bukan staf|masih (?:error|eror|gagal|belum bisa|bermasalah)|sudah (?:bisa|beres|normal|selesai))\b/i;
const MOST_CHARACTERS = 1500;
const OPENING_CHARACTERS = 350;

/** The words that show it, or null. @param isAnswer the mail names another one that it answers */
export function outOfOfficeEvidence(subject: string, text: string, isAnswer: boolean): string | null {
  const bySubject = firstMatch(SUBJECTS, subject);
  if (bySubject) return `subject: ${bySubject}`;
  if (!isAnswer) return null;
  const own = withoutQuotes(text);
  if (own.length > MOST_CHARACTERS || ASKS.test(own) || ANSWERS.test(own)) return null;
  const absent = firstMatch(ABSENT, own.slice(0, OPENING_CHARACTERS));
  const second = absent === null ? null : firstMatch(AND_THEN, own);
  return absent !== null && second !== null ? `text: ${absent} … ${second}` : null;
}

function firstMatch(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match[0].trim();
  }
  return null;
}

/** Up to the first quoted line or header of a quote. A coarse cut is enough here: reply-text.ts cuts for those who read the words. */
function withoutQuotes(text: string): string {
  const cut =
    /^(?:>|_{10,}|-{3,} ?(?:original|pesan|forwarded)|(?:dari|from):|(?:on|pada) .{5,120}(?:wrote|menulis):)/im.exec(
      text,
    );
  return text.slice(0, cut?.index).replace(/\s+/g, ' ').trim();
}
