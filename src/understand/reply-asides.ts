/** What an approver's text says beside his answer: what he did before, help that he offers, set phrases, marks that he spoke to a telephone. */

/** "Setelah saya pelajari, saya setuju": that he has looked at it first is no condition; that papers come first is one. */
const LOOKED =
  'baca|cek|periksa|pelajari|teliti|neliti|lihat|kaji|ngkaji|telaah|nelaah|cermati|ncermati|perhatikan|mperhatikan|timbang|nimbang|verifikasi|diskusi|koordinasi|pertimbangkan|mpertimbangkan';
/** Looked at by himself, or in the passive with nobody else named. */
const PREAMBLE = new RegExp(
  String.raw`(^|[.\n]\s*)(?:setelah|sesudah)\s+(?:(?:(?:saya|kami|kita)\s+(?:di)?|me|men|mem|ber)(?:${LOOKED})\p{L}{0,4}|di(?:${LOOKED})\p{L}{0,4}(?=\s*,|\s+(?:dan|serta|dengan (?:saksama|seksama)|bersama)\b))\b[^.\n]{0,160}?,\s*(?=(?:maka|dengan|pada|bersama|saya|kami|permintaan|permohonan)\b)`,
  'giu',
);
/** "Setelah saya cek dan lengkap": not looked at only. */
const BECOMES = /\b(?:lengkap|terpenuhi|dipenuhi|diperbaiki|direvisi|selesai|benar|jelas|disetujui)\b/i;
/** "Kalau ada kendala hubungi staf saya": help offered is no condition. */
const CONTACT =
  /(^|[.!\n]\s*)(?:kalau|jika|bila|apabila|if)\b[^.\n]{0,60}\b(?:kendala|pertanyaan|masalah|kurang jelas|questions?)\b[^.\n]{0,80}\b(?:hubungi|kontak|kabari|infokan|contact|call)\b[^.\n]*/giu;
/** "Kabari saya kalau sudah jadi" */
const TELL_ME =
  /(^|[.!,\n]\s*)(?:(?:tolong|mohon|please)\s+)?(?:kabari|kabarkan|infokan|beritahu|informasikan|let me know|tell me)\s+(?:\p{L}+\s+){0,3}?(?:kalau|kalo|jika|bila|if|when|once)\s+(?:(?:sudah|telah|it'?s|you need|there is|there are|you have|any)\s+)?(?:jadi|selesai|beres|aktif|done|ready|anything|questions?|any questions?|finished)\b[^.\n]*/giu;
/** "Tolong Mas Arif dikabari kalau sudah beres" */
const INFORMED =
  /(^|[.!,\n]\s*)(?:(?:tolong|mohon)\s+)(?:\p{L}+\.?\s+){0,4}?di(?:kabari|informasikan|infokan|beritahu)(?: ya)?\s+(?:kalau|jika|bila)\s+(?:sudah|telah|sdh)\s+(?:jadi|selesai|beres|aktif)(?= *(?:[.,!\n]|$))/giu;
/** Set phrases whose words would mean something else elsewhere. */
const SET_PHRASES =
  /\bhari ini(?: juga)?(?=\W*$|\W*\n|[,.] )|\b(?:dari|sejak) dulu\b|(?<=\bsebagaimana )(?:se)?mestinya\b|\b(?:yang )?(?:memang )?sudah (?:sangat )?(?:lama|sejak lama) (?:kami |saya |kita )?(?:di)?(?:tunggu|nanti)(?:-tunggu|-nanti|kan)?\b/giu;
/** Phrases of courtesy and speed whose single words would bind elsewhere ("selama ini", "mungkin"). */
const PROSE =
  /\b(?:sesegera|secepat|sebaik) mungkin\b|\bas soon as possible\b|\b(?:yang )?(?:baik|terjalin)(?: dengan baik)? selama ini\b|\bselama ini(?=\W*(?:$|\n|terima|kami ucapkan|diucapkan))|\b(?:sekarang|saat ini|siang ini|sore ini|pagi ini) juga\b(?=\W*(?:$|\n))|\b(?:this|the above|above) one\b|\b(?:untuk dapat |untuk )?(?:digunakan|dipergunakan|dipakai) sebagaimana mestinya\b|\b(?:tentu|pasti) saja\b|(?<=\b(?:setuju|acc|approved?|dukung) )(?:100\s*%|(?:100|seratus) persen)|(?<=\b(?:dikawal|dibantu|diproses|dikerjakan|dituntaskan|dilanjutkan) )sampai (?:selesai|tuntas|beres)(?=\s*(?:[.,!\n]|$))/giu;
/** "Mohon maaf baru sempat balas" */
const EXCUSE =
  /\b(?:maaf|sorry|sori|punten)[, ]+(?:atas |saya |kami |ya )?(?:baru|telat|terlambat|lama|lambat|slow|late|keterlambatan)(?: (?:bisa|sempat|bls|balas|membalas|balasnya|respon|respons|responnya|merespon|merespons|reply|response|buka|membuka|baca|membaca|lihat|cek|email|emailnya|jawab|menjawab|ya|pak|bu|mas|mbak))*(?=\s*(?:[.,!\n]|$))/giu;
/** "Sudah diskusi dengan ybs": talked over before, no word on what is still to be talked over. */
const TALKED =
  /\b(?:sudah|sdh|udah|telah) (?:saya |kami |kita )?(?:(?:di|ber)?(?:diskusi|bahas|koordinasi|bicara|konfirmasi)(?:kan)?|ngobrol)(?: (?:sama|sm|dengan|dgn|bersama) (?:pak |bu |mas |mbak |yang )?\p{L}+)?(?=\s*(?:[.,!\n]|$))/giu;
/** "Jangan lama-lama ya": haste, where it stands by itself or behind an order to do it; "aksesnya jangan lama-lama" would be a limit. */
const HASTE =
  /(^|[.!\n]\s*|\b(?:setuju|disetujui|menyetujui|acc|approved?|oke?|okay|baik|sip|silakan|silahkan|monggo|(?:di)?kerjakan(?:lah)?|(?:di)?proses(?:lah)?|(?:di)?lanjut(?:kan)?(?:lah)?|(?:di)?eksekusi|garap|gaskan|gas|segera|cepat)(?:\s+(?:ya|itu|ini|aku|saya|kami|pak|bu|mas|mbak|bang|saja|aja|segera|sekarang|prosesnya))*\s*[,.!-]?\s*)(?:(?:tolong|mohon|pokoknya|dan)\s+)?(?:(?:pengerjaan|proses|kerja)nya\s+)?jangan (?:sampai |pakai )?(?:terlalu |ke)?(?:lama|lama[- ]lama|lama2|telat|terlambat|tertunda|molor|mundur|berlarut-larut|berlarut|lelet|lambat|ditunda-tunda|ditunda|nunggu lama|menunggu lama)(?:an)?(?: (?:lagi|ya|pak|bu|mas|mbak|dong|min|bang|prosesnya|pengerjaannya|kerjanya|mengerjakannya))*(?=\s*(?:[.!,\n]|$|🙏|😊|👍))/giu;
/** "Tidak ada alasan bagi saya untuk menolak": two negations that make a yes, but a weak one. */
const NO_REASON =
  /(?<!\b(?:bukan|bukannya|belum tentu|kalau|jika|bila|apabila|selama|sepanjang|asal)\s(?:\p{L}+\s)?)\b(?:tidak|tdk|tak|gak|ga|nggak) (?:ada|punya|melihat|menemukan|memiliki|mempunyai)(?: lagi)? alasan (?:apa ?pun )?(?:(?:bagi|buat|untuk|dari) (?:saya|kami|kita) )?(?:untuk|buat) (?:saya |kami )?(?:menolak|nolak|ditolak|tidak setuju|tidak menyetujui|keberatan)(?:nya)?(?=\s*(?:[.,!\n]|$|(?:permintaan|permohonan|usulan|pengajuan) (?:ini|itu|tersebut|dimaksud)|(?:dan|jadi|sehingga|maka)\b))|\b(?:no|not any) reason (?:for (?:me|us) )?to (?:refuse|reject|decline|object)\b(?=\s*(?:[.,!\n]|$|and\b|so\b))/giu;
/** "3 (tiga) pegawai": the number once more in words. */
const IN_WORDS =
  /(?<=\d\s{0,2})\((?:[a-z]+\s){0,3}(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|ratus|ribu|sepuluh|sebelas|seratus)\s*\)/giu;
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/\s+tanda tanya\b/giu, '?'],
  [/\s+tanda seru\b/giu, '!'],
  [/\s+koma(?=\s+\p{L})/giu, ','],
  [
    /\s+titik(?=\s*$|\s*\n|\s+(?:terima|mohon|tolong|silakan|silahkan|saya|kami|salam|demikian|lanjut|proses)\b)/giu,
    '.',
  ],
];

export function withoutAsides(text: string): string {
  return SPOKEN.reduce((rest, [spoken, mark]) => rest.replace(spoken, mark), text)
    .replace(/\bmohon maaf\b/giu, 'maaf')
    .replace(IN_WORDS, ' ')
    .replace(SET_PHRASES, ' ')
    .replace(NO_REASON, 'tidak keberatan')
    .replace(PROSE, (words) => (/\bone$/i.test(words) ? words.replace(/\s+one$/i, '') : ' '))
    .replace(HASTE, '$1')
    .replace(EXCUSE, 'maaf')
    .replace(TALKED, ' ')
    .replace(INFORMED, '$1')
    .replace(PREAMBLE, (words, before: string) => (BECOMES.test(words) ? words : before))
    .replace(CONTACT, '$1')
    .replace(TELL_ME, '$1');
}
