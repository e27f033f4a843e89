/** Signs in a requester's answer that no list of single words can hold: what is past, what comes later, what is contrasted or wished for. */

/** Negations that speak well: nothing fails any more. */
export const ALL_WELL =
  /\bsudah (?:tidak|tdk|gak|ga|nggak) (?:muncul |ada |error |putus )?lagi\b|\b(?:tidak|tdk|ga|gak) ada (?:hal|keluhan|yang|yg) lain(?:nya)?\b|\b(?:tidak|tdk|belum|gak|ga) (?:ditemukan|menemukan|ada|menemui|terjadi|muncul) (?:lagi )?(?:gangguan|kendala|masalah|error|keluhan)(?: lagi)?\b|\b(?:tidak|tdk|ga|gak|nggak)\s+(?:putus|kedip|hang|mati|lemot|lambat|ngelag|lag|blank)(?:[- ]?\p{L}+|2)?\s+lagi\b|\b(?:tidak|tdk|ga|gak|nggak|ngga|enggak)\s+(?:ada|muncul|error|eror|bermasalah|terjadi|lemot|lambat|putus|terkendala|gagal)\s+(?:\S+\s+){0,3}?(?:lagi|masalah|kendala|keluhan)\b|\b(?:tidak|tdk|ga|gak)\s+(?:error|eror|muncul|bermasalah)\s+lagi\b|\b(?:tanpa|tidak ada|tdk ada|nihil) (?:kendala|masalah|error|hambatan)\b|\b(?:masalah|kendala|gangguan|error)(?:\s?nya)?\s+(?:(?:sudah|telah)\s+)?(?:teratasi|selesai|beres|hilang|tuntas|solved|resolved|fixed)\b|\b(?:tidak|tdk|gak|ga|nggak) ada (?:lagi )?(?:yang|yg) (?:hilang|kurang|salah|rusak|gagal|error|tertinggal|ketinggalan|terlewat|aneh|bermasalah|putus|macet)(?: lagi)?\b|(?<!\b(?:tidak|tdk|belum|kurang|gak|ga|nggak|tak|bukan)\s+(?:bisa\s+)?)\b(?:ter|ber)\p{L}{3,}\s+(?:dengan\s+)?(?:baik|sempurna|mulus|lancar|normal)\b|\btanpa (?:putus|jeda|lag|delay|gangguan|patah|macet|error|eror|buffering)(?:[- ]\p{L}+)?|\bno (?:more|further|other) \S+|\bno (?:issues?|problems?)\b|\bwithout (?:any |a |further )?(?:\p{L}+ )?(?:warnings?|errors?|issues?|problems?|lag|trouble)\b/giu;
/** "Sudah bisa dibuka lagi": as it was before the trouble. */
export const WORKS_AGAIN =
  /(?<!\p{L})(sudah (?:bisa|dapat)) (?:di|ter|ber|me)\p{L}{3,} (?:lagi|kembali|seperti (?:biasa|semula))(?!\p{L})/giu;
/** Said of a time to come, or of papers that follow: no part of whether all is well now. */
export const ASIDES: readonly RegExp[] = [
  /\b(?:nanti )?(?:kalau|kalo|jika|bila|apabila|if)\b[^.\n]*\b(?:kendala|masalah|error|apa-apa|gangguan|keluhan|kurang|problem|issue|anything)\b[^.\n]*/gi,
  /(?<![^.\n,])[^.\n,]*\b(?:bast|berita acara)\b[^.\n]*/gi,
  /\b(?:yang|yg)\s+(?:(?:tadi|kemarin|sempat|dulu)\s+)?(?:hilang|error|eror|rusak|mati|gagal|kosong|bermasalah|terkunci)\b(?=[^.\n]*\b(?:sudah|sdh|udah|telah)\s+(?:kembali|bisa|muncul|normal|ada|beres|benar|dibuka))/gi,
  /\b(?:rapat|acara|kegiatan|meeting|vicon|zoom|sesi|pelatihan|sosialisasi|webinar|siaran)\p{L}*(?: \p{L}+)? kemarin(?= (?:\p{L}+ )?(?:lancar|sukses|aman|berjalan))/giu,
  /\b(?:sejak|dari|dr|lupa konfirmasi) kemarin(?: (?:pagi|siang|sore|malam))?\b|\b(?:orang|petugas|teknisi)(?:nya)? kemarin (?:datang|ke sini)\b/gi,
  /,?\s*ternyata\s+(?:cuma|cuman|hanya|tinggal|perlu)\s+(?:di)?(?:restart|logout|log out|login ulang|refresh|hapus cache|cache|kabel\p{L}*|dicolok|colok)\b/giu,
  /,?\s*(?:namun|tapi|tetapi)?\s*(?:itu|ini|ternyata)\s+(?:kekeliruan|kesalahan|salah|kelalaian)\s+(?:di\s+|dari\s+)?(?:pihak\s+)?(?:kami|saya)(?:\s+sendiri)?\b/gi,
];
/** "Tadi pagi masih error, tapi": over where a word that all is well follows. */
export const OVER =
  /\b(?:tadi|tadinya|kemarin|sempat|sebelumnya|awalnya|semula|memang|semalam)\b[^,.\n]*\b(?:error|eror|gagal|salah|belum|tidak|masih|lambat|lemot|kendala|ditolak|terkunci|muncul|peringatan|putus|mati|hilang|blank)\b[^,.\n]*[,.]?\s*(?:ternyata\b[^.\n]*[.\n]\s*)?(?:(?:tapi|tetapi|namun|but)\b)?/gi;
export const DONE_LATER =
  /\b(?:sudah|telah|sekarang|kini)\s+(?:\p{L}+\s+)?(?:bisa|normal|lancar|beres|sesuai|dapat|berhasil|aman|ok|oke|teratasi|selesai)\b|\bsudah (?:tidak|gak|ga|nggak) (?:muncul |ada |error |putus )?lagi\b|\b(?:beres|lancar|aman|normal) semua\b/iu;
/** Behind a "but": what still fails. */
export const STILL =
  /\b(?:tapi|tetapi|tp|namun|but|however|cuma|hanya|padahal|sayang\w*)\b[^\n]*\b(?:masih|belum|blm|tidak|tdk|ga|gak|nggak|error|eror|gagal|denied|ditolak|salah|hilang|kosong|expired|kedaluwarsa|invalid|korup\w*|corrupt\w*|rusak|terpotong|terlewat|kurang|missing|wrong|fails?|failed|not|cannot)\b/i;
export const LATER =
  /\b(?:nanti|akan|sedang|(?:saya|kami) (?:kabari|infokan|konfirmasi lagi)|saya (?:coba|cek|tes|lihat)\W*$|besok|lusa|mohon ditunggu|ditunggu|menunggu|tunggu|saya (?:coba|cek|tes) dulu|(?:di)?(?:coba|cek|tes) dulu|will (?!close)\p{L}+|(?:i|we)['\u2019]?ll|(?:i['\u2019]?m |we['\u2019]?re )?(?:going to|gonna)|let (?:me|us) (?:try|check|test|see)|(?:when|once|after) (?:i|we)(?:['\u2019](?:m|re)| am| are| get)|(?:have|has|did)(?:n['\u2019]t| not)(?: yet)? (?:tried|tested|checked|try|test|check)|later|tomorrow|menyusul)\b/iu;
/** "Terima kasih, saya tunggu." */
export const WAITING =
  /^[^?]{0,60}\b(?:saya |kami |sa |di)?tunggu(?:nya)?\W*(?:kabarnya|infonya|ya|pak|bu|mas|min)?\W*$/i;
export const HEDGE =
  /\b(?:sepertinya|kayaknya|kelihatannya|tampaknya|mungkin|katanya|kata\s(?!sandi|kunci)\p{L}+|menurut\s+(?!kami|saya)\p{L}+|semoga|mudah-mudahan|mudah2an|mdh2an|moga|ins(?:ya|ha|h) ?allah|(?<!sebagaimana )(?:mestinya|semestinya)|kemarin|kira-kira|harusnya|seharusnya|kalau|kalo|jika|bila|apabila|sempat|tadi (?:sempat |sudah )?bisa|kadang|terkadang|sementara|sebentar|probably|maybe|i think|i guess|i believe|i suppose|not sure|as far as i|seems?|(?:agak|rada)\s+(?:lancar|bisa|normal|stabil|cepat|baik|mending\p{L}*|aman|membaik|jalan|beres)|somewhat|more or less|hopefully|hopes?|almost|hampir|if|should|sometimes|once|(?:done|finished) (?:with|\w+ing)|(?:acara|rapat|kegiatan|meeting)(?:nya)? (?:sudah )?(?:selesai|mulai)|(?:selesai|mulai) (?:jam|pukul|pkl))\b/iu;
export const CONTRAST =
  /\b(?:tapi|tetapi|tp|namun|cuma|cuman|hanya|kecuali|sayang\w*|but|however|except|although|though|sebagian|baru \d|baru satu|yang satu|satunya|walau\w*|meski\w*|padahal|sisanya|tinggal|kurang|only|yang pertama|yang kedua|lainnya)\b/i;
/** Something that people report as going wrong, though no word says "fails". */
export const PROBLEM =
  /\b(?:(?<!sudah |telah )muncul(?!\s+(?:di|semua|juga|kembali|dengan))|pesan (?:error|eror|kesalahan|gagal|peringatan)|peringatan|warning|notif\w*|minta password|meminta|(?<!yang )(?<!yg )diminta|hilang|kosong|beda|berbeda|lambat|lemot|lelet|putus\w*|offline|mati|blank|hang|loading|expired|kedaluwarsa|terkunci|dobel|double|duplikat|error|eror|gagal|kendala|masalah|belum|masih|(?:harus|perlu) (?:di)?restart|slow|fails?|failed|missing|empty|wrong|korup\w*|rusak|denied)\b/i;
/** Trouble told without any word that it is over. */
export const TROUBLE =
  /\b(?:masih|putus\w*|mati|hilang|kosong|expired|kedaluwarsa|rusak|ditolak|invalid|denied|rejected|blank|hang|still|persists?|error\w*|korup\w*|broken)\b/i;
export const UNTRIED =
  /\b(?:belum|blm|not yet)\b[^.,\n]*\b(?:di|me|men)?(?:coba|cek|tes|test|lihat|tried|checked)\w*|\b(?:belum|blm)\s+(?:(?:sempat|saya|kami)\s+){0,2}(?:sempat|buka|pegang|nyalakan|nyalain|sampai|masuk|di|ke)\s+(?:laptop|komputer|pc|email|kantor|ruangan|meja)\b/i;
/** "Mikrofon tidak terdeteksi": behind the negation a state that was to be. */
export const STATE_FAILS =
  /(?<!\b(?:sudah|telah|kini|sekarang)\s+)\b(?:tidak|tdk|gak|ga|nggak|tak)\s+(?!(?:ter(?:lalu|lambat|kendala|putus|ganggu|masuk|jadi|hambat)|ber(?:masalah|arti|akhir)|ke(?:beratan|tinggalan|napa|hitung))\b)(?:ter|ber|ke)\p{L}{4,}/iu;
/** "Kenapa masih trial?" */
export const WHY_STILL = /\b(?:kenapa|knp|mengapa|kok|why)\b[^?\n]*\b(?:masih|tetap|still|belum|tidak|not)\b/i;
export const ASKS = /\b(?:mohon|tolong|minta|please|could you|kindly|bantu)\b/i;
/** "Bisa dipakai di HP juga atau hanya di laptop?", "kalau ganti laptop, lisensinya ikut?": about the use of what was made. */
export const ASKS_HOW =
  /\b(?:kalau|kalo|jika|bila|di ?mana|kemana|ke mana|bagaimana cara\p{L}*|gimana cara\p{L}*|cara(?:nya)?|siapa|maksud(?:nya)?|berlaku|where|who|how (?:do|can|to)|which)(?!\p{L})|\batau\s+(?:(?:hanya|cuma|cuman|bisa|harus|perlu|tetap|juga|malah|boleh|untuk)\b|\p{L}+\s*\?)/iu;
export const WISHES =
  /\b(?:mohon|tolong|minta|boleh|bisa|could|can|mau|ingin|ajukan|mengajukan|butuh|perlu|please|need|would like|add)\b/i;
/** "Next, I'd like …", "selanjutnya kami perlu …": something new begins. */
export const NEXT_WISH =
  /\b(?:i['’]d like|would like|next|also|new|i need|we need|butuh|perlu|selanjutnya|berikutnya|kemudian|sekarang giliran|mau|ingin|hendak|bermaksud|mengajukan|ajukan)\b/i;
/** Wishes that belong to a confirmation. */
export const CLOSING_WISH =
  /\b(?:mohon|tolong|silakan|please)\b[^.\n]{0,40}\b(?:tutup|ditutup|close|closed|maaf|diselesaikan)\b|\bmohon (?:maaf|izin|ijin)\b|\b(?:terima kasih|makasih|thanks)[^.\n]{0,20}\bbantu\w*|\bbantuan\w*|\b(?:tadi|sudah) (?:saya |kami )?minta\b|\b(?:yang|yg|seperti|sesuai)\s+(?:yang\s+)?(?:saya|kami)\s+(?:minta|mohon|ajukan|inginkan)\b/gi;
/** He says that it may be closed. */
export const CLOSE_IT =
  /\b(?:tutup(?: saja| aja)?(?: tiket\w*)?|tiket\w* (?:ini )?(?:(?:sudah )?(?:silakan|boleh|bisa|dapat) )?(?:di)?(?:tutup|close)|(?:boleh|silakan|silahkan|bisa|dapat|mohon) (?:di-?)?(?:tutup|close)|(?:can|may|please) close|(?:ok|oke) closed?)\b/i;
export const REPAIR = /\b(?:di)?(?:cek|periksa|perbaiki|betulkan|ulang\w*|lanjut\w*|info\w*|kabar\w*|bantu\w*)\b/i;
export const WRONG = /(?:^|[.,!\n])\s*(?:\p{L}+\s+)?kok\b|\b(?:kenapa|salah|keliru|bukan)\b/iu;
export const BARE_DONE =
  /^\W*(?:(?:ok|oke|okay|siap|sip|ya|iya|alhamdulillah|baik|mantap|mas|pak|bu)\W+){0,2}(?:sudah|udah|sdh|done|ya sudah|iya sudah|already|clear|beres|kelar|(?:so |sudah |langsung |dan )?bisa|wes (?:mari|isa)|wis (?:mari|isa)|sampun saget|tos tiasa)\b\W*(?:(?:(?:pak|bu|mas|mbak|kak|bang)\s+[a-z]{3,}|dan tim|atas bantuannya|bantuannya|ya|yo|no|pak|bu|mas|mbak|min|kak|bang|kang|terima kasih|makasih|trims|tks|thx|thanks?|thank you|(?:matur )?s?u?nuwun|suwun|hatur nuhun|nuhun|banyak|sanget|pisan)\W*){0,5}$/i;
export const STATUS_ASKED =
  /\b(?:kapan|progr?es\w*|perkembangan\w*|kelanjutan\w*|kabar\w*|update\w*|status\w*|sampai mana|sejauh mana|sudah (?:di)?proses|sudah (?:di)?(?:kerjakan|tindak ?lanjuti)|estimasi|berapa lama|masih (?:lama|diproses|proses)|how long|tahap (?:apa|mana)|tindak lanjut\w*|when|progress)\b/i;
/** "sudah ditangani belum?" */
export const OR_NOT_YET = /\b(?:sudah|udah|sdh)\b[^?]*\b(?:belum|blm)\b\W*\?/i;
export const STATE_ASKED = /\bapakah\b[^?]*\b(?:sudah|telah)\b[^?]*\?/i;
/** "Ini KTP saya", "Cc: Pak Kabid sudah": brought without a word of bringing. */
export const BROUGHT =
  /\b(?:ini(?:lah)?|here(?:'s| is| are)?|berikut)\s+(?:\p{L}+\s+)?(?:ktp|tangkapan|lampiran|surat|dokumen|form|formulir|data|file|berkas|scan|sk|nip|screenshot|foto|gambar|denah|daftar|letter|document|form|photo)\p{L}*|\b(?:ktp|lampiran|surat|dokumen|form|formulir|data|file|berkas|scan|screenshot|foto|gambar|denah|daftar)(?:nya|ne|na)? (?:ini|berikut|terlampir)\b|\bcc\b[^.\n]{0,40}\bsudah\b|\bsudah\b[^.\n]{0,40}\bcc\b/iu;
export const BARE_NUMBER = /^\W*\d[\d .-]{4,}\W*$/;
/** A datum with its name, as one answers a question for it. */
export const DATUM =
  /\b(?:nip|nik|nama(?: lengkap)?|(?:pesan|kode|isi) err?or|error (?:message|code|log)|folder|link|url|port|segmen|durasi|kapasitas|jumlah|sasaran|sn|serial(?: number)?|ip(?: address)?|mac(?: address)?|hostname|username|user id|lokasi|ruang\w*|gedung|lantai|no(?:mor)?\.? (?:hp|wa|telepon|surat|nd)|alamat|email|tanggal|jabatan|unit|versi|tipe|merk)(?:\s?nya)?\b(?:\s+\p{L}+){0,2}?\s*(?:saya|kami|beliau|ybs)?\s*(?:adalah|yaitu|di|:|=|\d)/iu;

/** Closing is tied to something that is still to come. */
export const CONDITION =
  /\b(?:kalau|kalo|jika|bila|bilamana|apabila|setelah|sesudah|asal\w*|baru|if|once|when|after|unless)\b/i;
/** What he has done himself with papers: an answer to what was asked, and no word on the result. */
export const OWN_DEED =
  /\b(?:sudah|sdh|telah)\s+(?:kami|saya|sy)\s+(?:isi|lengkapi|lampirkan|kirim\p{L}*|unggah|upload|tanda ?tangani|revisi|serahkan|tembuskan|cc)(?!\p{L})/iu;

/** "Masih saya coba": no word on the result yet. */
export const TRYING =
  /\b(?:masih|msh|still)\s+(?:(?:saya|kami|sy|kita|lagi|sedang|dalam|proses|tahap|mau|akan|perlu|being|i am|we are)\s+){0,3}(?:(?:di|men|me|pen|pe|nge)?(?:coba|nyoba|cek|ngecek|tes|test|uji|pantau|monitor|amati|pelajari)\p{L}{0,3}|trying|testing|checking)(?!\p{L})/giu;
/** "Akan kami lengkapi", "menyusul": what was asked comes later. */
export const PROMISED =
  /\bakan\s+(?:(?:segera|kami|saya|sy)\s+){0,2}(?:kirim\p{L}*|lengkapi|susulkan|lampirkan|sampaikan|urus\p{L}*|siapkan|upload|unggah)|^[^.\n]{0,40}\bmenyusul\b|\b(?:menunggu|nunggu|masih di meja)\s+(?:ttd|tanda tangan|paraf|pimpinan|persetujuan|surat|disposisi)/iu;
/** A bare "masih": it goes on. */
export const STILL_SO =
  /^\W*(?:(?:ini|iya|ya|kok)\W+)?(?:masih|msh|still)\W*(?:(?:pak|bu|mas|mbak|min|kak|juga|sama|begitu|gitu|nih)\W*){0,3}$|[,.]\s*(?:tetap|tetep|masih|sama saja|sama aja)\W*$/i;
/** "Folder: Bersama_Keuangan": a name and what it is. */
export const NAMED_VALUE =
  /^\W*(?!(?:buat|mohon|tolong|minta|catatan|nb|ps|note)\b)\p{L}[\p{L}\p{N}.-]*(?:[ ]\p{L}[\p{L}\p{N}.-]*){0,3}\s*[:=]\s*\S/iu;
/** "Keperluannya untuk …", "Durasi peminjaman 3 hari" */
export const ABOUT_IT =
  /^\W*(?:keperluan|tujuan|sasaran|durasi|jumlah peserta|peruntukan|spesifikasi|penanggung jawab|pic|narahubung|jadwal|port|segmen)(?:nya)?\b\s+(?!(?:belum|tidak|tdk|masih|salah|kok|kapan|sudah)\b)\S/iu;
/** "Sertifikat saya sudah terbit?", "Hari ini jadi ke sini nggak?" */
export const SO_FAR =
  /\b(?:sudah|sdh|udah)\s+(?!(?:bisa|beres|selesai|coba|di ?coba)\b)\p{L}{4,}(?:\s+(?:belum|blm))?(?:\s+(?:pak|bu|mas|mbak|min|kak|ya))?\s*\?|\b(?:sudah|sdh|udah)\s+(?:masuk|diterima|sampai|terbit|jadi)\s+(?:apa )?(?:belum|blm)\b|\bjadi\b[^?.\n]{0,40}\b(?:ga|gak|nggak|tidak|ndak|apa tidak)\b[^?.\n]{0,15}\?|^\W*(?:up|sundul)\W*$/iu;
/** Between a confirmation and the next wish. */
export const NEXT_PART =
  /(?:[.!\n]|,\s*(?=(?:sekarang|skrg|skrng|lalu|lanjut|nah|btw|oiya|oh ya|terus|trus|sekalian|satu lagi|ada)\b))\s*/iu;
/** As everybody shortens them; raw words are compared below. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:sdh|udh|udah|sudh|dah)\b/gi, 'sudah'],
  [/\b(?:tdk|tdak)\b/gi, 'tidak'],
  [/\b(?:blm|blum|belom)\b/gi, 'belum'],
  [/\blg\b/gi, 'lagi'],
  [/\bbs\b/gi, 'bisa'],
];

export function spelledOut(text: string): string {
  return SHORTENED.reduce((rest, [short, full]) => rest.replace(short, full), text);
}

/** "Belum ada kabar", "sudah jadi belum": asked for without a question mark. */
export const NO_NEWS =
  /\bbelum ada (?:kabar|info\w*|tanggapan|respons?|jawaban|update|balasan|perkembangan|kejelasan|yang (?:menghubungi|hubungi|datang|balas))\b|\bsudah\s+(?:di-?)?(?:jadi|\p{L}{4,})\s+(?:apa\s+)?belum\b(?!\s+(?:bisa|juga|sempat))/iu;
/** "Masih di perjalanan": where he is, and no trouble. */
export const ELSEWHERE = /\b(?:masih|msh|still)\s+(?:di|dalam|rapat|cuti|dinas|diklat|on|at|in|away)\b/gi;

const FILED = String.raw`(?:me)?(?:minta|mengajukan|ajukan|memesan|pesan|memohon|mohon|melapor|lapor|request|bikin tiket|membuat tiket|buat tiket)(?:kan)?`;
/** "Saya tidak pernah minta room itu": whose ticket it is has to be found out; there is nothing that fails. */
const NEVER_ASKED = new RegExp(
  [
    String.raw`(?<!\p{L})(?:saya|kami|sa|sy|kita|aku)\s+(?:(?:merasa|rasa|sama sekali|juga|sendiri|kok)\s+){0,2}(?:tidak|tdk|nggak|gak|ga|belum|tak)\s+(?:pernah|merasa|ingat)\s+(?:(?:ada|pernah)\s+)?${FILED}(?!\p{L})`,
    String.raw`(?<!\p{L})bukan(?:lah)?\s+(?:permintaan|permohonan|pengajuan|tiket|laporan)(?:\s+dari)?\s+(?:saya|kami|sy)(?!\p{L})`,
    String.raw`(?<!\p{L})bukan\s+(?:saya|kami|sy|aku)\s+(?:yang|yg)\s+${FILED}(?!\p{L})`,
    String.raw`(?<!\p{L})(?:tiket|permintaan|permohonan|pengajuan|laporan)(?:nya)?\s+(?:(?:ini|itu|punya|milik|dari)\s+){0,2}si?apa(?!\p{L})`,
    String.raw`(?<!\p{L})(?:i|we)\s+(?:never|did ?n['\u2019]?t(?: ever)?|did not(?: ever)?|have(?: no|n['\u2019])t(?: ever)?|have never)\s+(?:ask(?:ed)? for|request(?:ed)?|file(?:d)?|submit(?:ted)?)(?!\p{L})`,
  ].join('|'),
  'giu',
);

/** Nothing is asked for beside it. */
export function neverAsked(text: string): boolean {
  const rest = text.replace(NEVER_ASKED, ' ');
  return rest !== text && !ASKS.test(rest);
}

/** "Cocok, boleh ditutup.": a sentence of its own with which he closes, whatever he found gone before. */
export const FITS_CLOSE_IT =
  /(?:^|[.!\n]\s*)(?:sudah\s+)?(?:cocok|sesuai|pas|betul|benar)(?:\s+(?:semua|pak|bu|mas|mbak))?,?\s+(?:tiket\p{L}*\s+)?(?:boleh|silakan|silahkan|bisa|dapat|mohon)\s+(?:di-?)?(?:tutup|close)(?:\s+(?:saja|aja|tiket\p{L}*|ya|pak|bu|mas|mbak))*\s*(?:[.!,]\s*(?:terima kasih|makasih|trims|nuhun|suwun|thanks)?\W*)?$/iu;
/** States that may have been wished for. */
export const MAY_BE_WISHED = /\b(?:mati|hilang|kosong|terkunci|offline)\b/gi;
