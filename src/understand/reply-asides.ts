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
/** Set phrases whose words would mean something else elsewhere. */
const SET_PHRASES =
  /\bhari ini(?: juga)?(?=\W*$|\W*\n|[,.] )|\b(?:dari|sejak) dulu\b|(?<=\bsebagaimana )(?:se)?mestinya\b|\b(?:yang )?(?:memang )?sudah (?:sangat )?(?:lama|sejak lama) (?:kami |saya |kita )?(?:di)?(?:tunggu|nanti)(?:-tunggu|-nanti|kan)?\b/giu;
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
    .replace(PREAMBLE, (words, before: string) => (BECOMES.test(words) ? words : before))
    .replace(CONTACT, '$1')
    .replace(TELL_ME, '$1');
}
