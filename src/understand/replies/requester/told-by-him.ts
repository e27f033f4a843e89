/**
 * What a requester orders or tells in so many words: that it may be closed, that somebody else agrees, that it should be otherwise than he
 * wrote before.
 */

const POLITE = String.raw`(?:ya|yah|pak|bu|mas|mbak|min|kak|admin|terima kasih|makasih|trims|tks|thx|thanks|thank you|nuwun|suwun|nuhun|dong|deh|nih)`;
/** "Tutup saja", "mohon tiketnya ditutup ya": nothing else is said. */
const CLOSE_ALONE = new RegExp(
  String.raw`^\W*(?:(?:ya|ok|oke|okay|baik|mohon|tolong|silakan|silahkan|boleh|please|udah|sudah|minta|bisa|kalau begitu|kalo gitu)\W+){0,3}(?:(?:tiket|laporan|permintaan|ticket)(?:nya)?\W+(?:(?:ini|itu|saya)\W+)?)?(?:(?:boleh|bisa|silakan)\W+)?(?:di-?)?(?:tutup|closed?)(?:in|kan)?(?:\W+(?:saja|aja|ae|wae|lah|(?:the |this )?(?:tiket|ticket|laporan|permintaan)(?:nya)?|ini|itu|saya|${POLITE}))*\W*$`,
  'iu',
);

export function closesPlainly(text: string): boolean {
  return CLOSE_ALONE.test(text) && !text.includes('?');
}

/** "Baik, terima kasih": nothing that was asked. */
const THANKS_ALONE = new RegExp(
  String.raw`^\W*(?:(?:baik|baiklah|ok|oke|okay|siap|sip|noted|banyak|sebelumnya|atas|bantuan(?:nya)?|info(?:nya)?|perhatian(?:nya)?|kasih|tim|salam|${POLITE})\W+)*(?:baik|siap|noted|banyak|sebelumnya|bantuan(?:nya)?|info(?:nya)?|perhatian(?:nya)?|${POLITE})?\W*$`,
  'iu',
);

export function thanksAlone(text: string): boolean {
  return THANKS_ALONE.test(text);
}

const FAILS_NOW = String.raw`(?:(?:tidak|tdk|gak|ga|nggak|ngga|enggak|ndak)(?:\s+(?:bisa|mau|jalan|lagi bisa|dapat))?(?:\s+(?:lagi|pak|bu|mas|mbak|min|nih|tuh|ya))*\s*(?=$|[.,!\n])|error|eror|mati|macet|putus)`;
/** "Sudah bisa? Belum tuh": our words asked back, and denied. */
const DENIES = /\?\W*(?:belum|blm|masih|tidak|tdk|nggak|gak|ga|enggak|ndak|boro-boro)(?!\p{L})[^?]*$/iu;
/** "Tadi sempat bisa, sekarang tidak" */
const NO_MORE = new RegExp(
  String.raw`(?<!\p{L})(?:tadi(?:nya)?|sempat|kemarin|awalnya|semula)(?!\p{L})[^.?\n]*(?<!\p{L})(?<!(?:tidak|belum|gak|ga|nggak|tdk|blm)\s)(?:bisa|jalan|lancar|normal|nyala|masuk)(?!\p{L})[^.?\n]*(?<!\p{L})(?:sekarang|skrg|skrang|kini)(?:\s+(?:malah|kok|jadi|sudah))?\s+${FAILS_NOW}`,
  'iu',
);

/** Said of what our letter calls done. */
export function isNotDone(text: string): boolean {
  return DENIES.test(text) || NO_MORE.test(text);
}

const HELPED =
  /(?<!(?:terima kasih|makasih|terimakasih|thanks|trims)\s(?:\p{L}+\s)?)(?<!\p{L})(?:(?:sudah|sdh|udah|sangat|cukup|ternyata)\s+(?:\p{L}+\s+)?(?:membantu|terbantu|terjawab|menjawab|jelas|paham|mengerti)|it helped|that helped|answers? my question)(?!\p{L})/iu;
const NOT_HELPED =
  /(?<!\p{L})(?:belum|blm|tidak|tdk|gak|ga|nggak|enggak|kurang|tapi|tetapi|namun|cuma|masih|tetap|bingung|kalau|kalo|jika|not|but|still)(?!\p{L})|\?/iu;

/** That the article in our letter answered his question, and nothing is left of it. */
export function saysHelped(text: string, isConfirmed: boolean): boolean {
  return (isConfirmed || HELPED.test(text)) && !NOT_HELPED.test(text);
}

const SUPERIOR = String.raw`(?:(?:pak|bu|bapak|ibu|mas|mbak)\s+\p{L}+(?:\s+\p{L}+)?|atasan(?:nya|\s+(?:saya|kami|langsung))?|pimpinan(?:\s+(?:saya|kami))?|kepala\s+\p{L}+|ka(?:sub)?(?:bag|bid|si|dit|sie)(?:\s+(?:saya|kami|\p{Lu}\p{L}+))?|direktur(?:\s+\p{L}+)?|beliau|boss?|manager|my (?:boss|manager|supervisor))`;
const AGREES = String.raw`(?:(?:di|me|meny)?(?:setuj|etuj)\p{L}*|(?:di-?|meng-?)?acc|(?:meng|di|memberi(?:kan)?\s+)?izin\p{L}*|approved?s?|agreed?s?)`;
const OVER = String.raw`(?:sudah|sdh|udah|udh|telah|already|has|juga|bilang|katanya|tadi|pun)`;
/** "Ibu Dewi sudah setuju, mohon dilanjutkan": her own word is what is waited for. */
const TOLD = new RegExp(
  [
    String.raw`(?<!\p{L})${SUPERIOR}(?:\s+(?:juga|sendiri|tadi|kemarin))?\s+(?:${OVER}\s+){0,3}(?:saya\s+\p{L}+\s+dan\s+(?:beliau\s+)?)?${AGREES}(?!\p{L})`,
    String.raw`(?<!\p{L})(?:disetujui|di-?acc|diizinkan|approved)\s+(?:oleh\s+|by\s+)?${SUPERIOR}(?!\p{L})`,
    String.raw`(?<!\p{L})(?:persetujuan|izin|acc|approval)\s+(?:dari|oleh|from)\s+${SUPERIOR}\s+(?:${OVER}\s+)+(?:ada|keluar|turun|diberikan|kami terima|saya terima)`,
    String.raw`(?<!\p{L})beliau\s+(?:${OVER}\s+)*${AGREES}(?!\p{L})`,
  ].join('|'),
  'iu',
);
const NOT_YET =
  /\b(?:belum|blm|tidak|tdk|nggak|gak|kalau|kalo|jika|apakah|apa|minta|mohon persetujuan|menunggu|tunggu|not)\b(?=[^,.\n]*(?:setuj|etuj|acc|izin|approv|agree))/iu;

/** Somebody else's yes, told by one who cannot give it. */
export function tellsAnothersYes(text: string): boolean {
  return TOLD.test(text) && !NOT_YET.test(text) && !text.includes('?');
}

/** "Mohon diganti menjadi 5 akun", "maaf salah, seharusnya 3 akun bukan 2" */
const CORRECTS: readonly RegExp[] = [
  /\bbukan\s+\d+(?:\s+\p{L}+){0,3}[\s,]+(?:tapi|tetapi|melainkan)\s+\d/iu,
  /\b(?:di)?(?:ganti|ubah|ralat|revisi|koreksi)(?:kan|nya)?\b[^.,?\n]{0,60}\b(?:menjadi|jadi|bukan)\s+\S/iu,
  /\b(?:tolong|mohon)\s+(?:\p{L}+\s+)?(?:di)?(?:ganti|ubah)\b[^.?\n]{0,30}\bbukan\b[^.?\n]{1,40}\b(?:tapi|tetapi|melainkan)\b/iu,
  /\b(?:di)?(?:perbaiki|betulkan)\b[^.?\n]{0,20}\b(?:tanggal|tgl|jam|nama|nip|jumlah|ruang\p{L}*|alamat|nomor|lokasi)\b[^.?\n]{0,30}\b(?:menjadi|jadi)\s+\S/iu,
  /\b(?:(?:maaf|sori|sorry|saya|kami|tadi)\W+(?:\p{L}+\s+)?(?:salah|keliru)|(?:salah|keliru)\s+(?:tulis|ketik|sebut|kirim|input|isi|hitung))\b[^?\n]{0,40}\b(?:seharusnya|harusnya|mestinya|yang benar|maksud\p{L}*)\b\s+\S/iu,
];
const GOES_WRONG =
  /\b(?:masih|error|eror|gagal|rusak|belum bisa|tidak bisa|gak bisa|ga bisa|lagi|lambat|lemot|mati|hilang|ditolak)\b/i;

/** What he wrote before is to be read otherwise; nothing goes wrong. */
export function corrects(text: string): boolean {
  return CORRECTS.some((pattern) => pattern.test(text)) && !GOES_WRONG.test(text) && !text.includes('?');
}

/** "Setuju.": an approver's word, of which a requester's mouth makes nothing. */
export const BARE_YES =
  /^\W*(?:(?:ok|oke|ya|iya|baik|saya|kami|sudah)\W+){0,3}(?:(?:di|me)?setujui?|acc|approved?|agreed?)\W*(?:(?:ya|pak|bu|mas|mbak|terima kasih|thanks)\W*){0,3}$/i;

/** "Bu Ratna sudah setuju lewat WA, mohon diproses": his own word is what is waited for. */
export const TOLD_YES =
  /\b(?:sudah|sdh|udah|telah|already)\s+(?:\p{L}+\s+)?(?:(?:di|me|meny)?(?:setuj|etuj)\p{L}*|di-?acc|acc|meng-?acc|diizinkan|mengizinkan|ok|oke|approved?|agreed)\b[^.?\n]{0,30}\b(?:lewat|via|melalui|secara|by|over|per)\s+(?:wa|whatsapp|telepon|telpon|telp|tlp|phone|chat|teams|lisan|sms|disposisi|pesan|tatap)\b/iu;

/** "alihkan: jaringan": no order in a requester's mouth, and no wish of his either. */
export const TEAM_COMMAND = /^\W*(?:alihkan|tunda|ambil|mulai|tanya|catatan)\s*:/i;
