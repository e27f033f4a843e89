/**
 * Whether a resolver team says that the work is over. A wrong yes tells the requester that all is done, so one step of several, a plan, a
 * rest or a failure beside it is enough for a no.
 */
import { onlyPrepares, tellsDeed } from './done-deed.ts';
import { isFewerThanAll, tellsFailedPart } from './partial.ts';
import { tellsPlan, withoutDaysOver, withoutRehearsals, withTrialsAsWork } from './planned.ts';
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { plainly, type Mentions } from '../mentions.ts';

/** Says that the work is over, as opposed to one step of it. */
const CLOSURE =
  /\b(?:selesai|slsai|slesai|beres|kelar|tuntas|done|closed|close|completed|resolved|solved|fixed|ditutup|tutup tiket|clear|rampung|normal kembali|kembali normal|pulih)\b/i;
const TRY_IT =
  /\b(?:silakan|silahkan|mohon|tolong|monggo|please|dapat|bisa|sudah (?:bisa|dapat))\s+(?:untuk\s+)?(?:\S+\s+)?(?:dicoba|coba|dicek|cek|login|digunakan|dipakai|diakses|dites|try|check|gunakan|masuk|aktif|diambil|log ?in|dimanfaatkan|dipergunakan|akses)\b|\b(?:coba|cek|tes|pakai|login|akses)\s+(?:aja|saja|lagi|deh|sekarang)\b/i;
const DEED =
  '(?:di|men|mem|me|ter)?-?(?:buat(?:kan)?|bikin(?:kan)?|reset|aktif(?:kan)?|nonaktif(?:kan)?|non-aktifkan|hapus|pasang|instal{1,2}(?:asi|kan)?|tambah(?:kan)?|ubah|ganti|baik[ai]|perbaiki|buka|unblock|unlock|kirim(?:kan)?|beri(?:kan)?(?! ?(?:tahu|tau|kabar|info|informasi|penjelasan|arahan|pengertian))|alokasikan|pulih(?:kan)?|perpanjang|cabut|deploy|pindah(?:kan)?|setting|set|konfigurasi|konfig|update|upgrade|sediakan|terbitkan|restart|jalankan|restore|naikkan|daftarkan ke|hubung(?:kan)?|sambung(?:kan)?|rilis|release|migrasi(?:kan)?|tutup|remote|selesaikan|rename|enable|disable|disabled|enabled|assign|mapping|whitelist|publish|broadcast|sebar(?:kan)?|blast|tayang(?:kan)?|bersihkan|backup|kabulkan|akomodir|penuhi|atasi|tuntaskan|terapkan|lepas(?:kan)?|copot|cetak|sinkron(?:kan|isasi)?|impor|muat|unggah|perbarui|rapikan|salurkan|serahkan|kembalikan ke (?:bawaan|default|awal|semula|asal|setelan|pengaturan|kondisi|posisi)|tukar|rekam|pulangkan|gandakan|arsipkan)';
/** "sudah kami reset", "telah dilakukan penambahan", "berhasil dipasang". */
const PERFECT = new RegExp(
  String.raw`\b(?:sudah|sdh|telah|udah|udh|dah|berhasil|selesai)\s+(?:(?:kami|saya|sy|kita|tim|di|berhasil|selesai|coba|bantu)\s+){0,2}(?:${DEED}|(?:di)?(?:lakukan|laksanakan|kerjakan|eksekusi)\s+(?:proses\s+)?(?:pe\p{L}{3,}an|reset|aktivasi|instalasi|konfigurasi|restart|update|upgrade|migrasi|setting|backup|restore|deployment?|perbaikan|non-?aktivasi|reaktivasi))\b`,
  'iu',
);
/** "reset password sudah dilakukan", "akun sudah aktif", "VM is up". */
const STATE =
  /(?<=^|[.,!\n]\s*)(?:dah|udah|udh)\s+(?:jadi|idup|hidup|jalan|nyala|normal|konek|aktif)\b|\b(?:sudah|sdh|telah)\s+(?:di)?(?:tes|test|uji|coba)\w*[^.\n]{0,40}\b(?:ok|oke|berhasil|normal|lancar|bisa)\b|\b(?:sudah|sdh|telah)\s+(?:bisa|dapat)\s+\p{L}{3,}|\b(?:sudah|sdh|telah|udah|dah|kini|sekarang)\s+(?:kembali\s+|bisa\s+|dapat\s+)?(?:aktif|live|up|online|normal|terpasang|terinstal{1,2}|terhubung|tersambung|terkirim|tersedia|terdaftar|terbuka|berjalan|berfungsi|stabil|lancar|jalan|nyala|menyala|pulih|konek|connect(?:ed)?|diakses|digunakan|dipakai|login|dilakukan|dilaksanakan|tayang|tampil|jadi|teratasi|dipenuhi|terpenuhi|terbit|revoked|disabled|reset)\b|\b(?:sudah|sdh|telah|udah)\b[^.\n]*\bsiap\s+(?:untuk\s+)?(?:di)?(?:gunakan|pergunakan|pakai|akses|manfaatkan|operasikan)\b|\b(?:is|are) (?:now )?(?:up|live|active|available|online|working|back|fixed|created|installed|enabled|disabled|reset)\b|\b(?:has|have) been (?:created|reset|installed|enabled|disabled|removed|added|changed|extended|fixed|restored|moved|deployed|configured|activated|deactivated|granted|provisioned|reserved|replaced|sent|unlocked|revoked)\b/iu;
/** "Gangguan telah tertangani sepenuhnya", "permintaan terpenuhi" */
const SETTLED =
  /\b(?:masalah|kendala|gangguan|insiden|keluhan|permintaan|permohonan|kebutuhan|isu|issue)(?:nya| (?:dimaksud|tersebut|ini|user|pemohon))?\s+(?:(?:sudah|sdh|telah|berhasil|kini)\s+){0,2}(?:ter(?:atasi|tangani|penuhi|selesaikan|laksana)|(?:di)?tangani|(?:di)?penuhi|selesai|beres|kelar|solved|resolved|clear)\b/i;
/** "User sudah konfirmasi", "hasil: normal", "silakan ditutup saja" */
const ENDED =
  /\b(?:user|pemohon|pengguna|ybs|beliau|pelapor)(?:nya)?\s+(?:(?:sudah|sdh|udah|telah|juga|pun)\s+){1,2}(?:konfirm\w*|mengonfirmasi|oke?|puas|happy|terima|menerima|setuju (?:di)?tutup|bisa \p{L}{4,})\b|^\s*(?:hasil|kondisi|status)(?: akhir)?\s*[:=]\s*(?:sudah )?(?:normal|ok|oke|baik|berhasil|aktif|online|up|lancar)\b|\b(?:silakan|silahkan|mohon|tinggal|bisa|dapat|boleh)\s+(?:langsung\s+)?(?:di-?)?(?:tutup|close)\b(?!\s+(?:akun|akses|port|pintu))/imu;
/** A talk that is over is not the work. */
const MEETING =
  /\b(?:rapat|meeting|koordinasi|diskusi|survei|survey|analis\w*|pengecekan|pemeriksaan|rollback|draft?)\b[^.,\n]{0,40}\b(?:selesai|beres|done|rampung)\b/gi;
/** Begun, ordered or received: on the way, whatever it sounds like. */
const ON_THE_WAY =
  /\b(?:(?<!bisa )(?<!dapat )mulai|bongkar|dibongkar|turun|berangkat|meluncur|menuju|dipesan|pesan|diorder|diajukan|diusulkan|dianggarkan|ditugaskan|penugasan|penanggung jawab|disposisi|diterima dengan|terima dengan|ordered|requested|applied)\b/i;
/** Made, but not what was asked for. */
const BY_THE_WAY =
  /\b(?:(?<!(?:pendampingan|dukungan|fasilitasi|layanan|operator|peliputan|siaran) )(?:rapat|meeting)|analis\w*|rollback|draft?)\b[^.\n]{0,30}\b(?:selesai|done|jadi)\b|\bselesai (?:rapat|analis\w*|koordinasi)\b|\b(?:tiket|laporan|surat|jadwal|draft|draf|rencana|penawaran|rfc|change request|po|undangan|eskalasi|case|backup|snapshot|koordinasi|pengecekan|analisis|analisa|pemeriksaan|identifikasi|survei lokasi|survey|assessment|review)\b[^.\n]{0,40}\b(?:sudah|telah|sdh)\b|\b(?:sudah|telah|sdh)\s+(?:kami |saya )?(?:di)?(?:buat|buatkan|kirim|kirimkan|lakukan|laksanakan)\s+(?:\S+\s+)?(?:tiket|laporan|surat|jadwal|draft|draf|rencana|penawaran|rfc|change request|undangan|eskalasi|case|email ke|backup|snapshot|koordinasi|pengecekan|analisis|analisa|pemeriksaan|identifikasi|assessment|review|penelusuran|investigasi|troubleshoot\w*)\b/i;
const NOT_OVER =
  /(?<!\d)(?!100\s*%)\d{1,2}\s*%|\b\d+ persen\b|\b(?:still|malah|justru|fails?|failing|rest|remaining|tomorrow|jika|kalau|kalo|apabila|bila|if|when|kapan|(?:sedikit|dikit) lagi|kami kira|kami rasa|(?:user|pengguna|pemohon) bilang|menurut (?:user|pengguna|pemohon)|katanya|dulu|dahulu|kadang\w*|tapi|tetapi|tp|namun|but|no fix|not fixed|one of|half of|di ?pantau|dimonitor|(?:done|finished) (?:with|checking|testing|analy\w+|reading)|(?:dibawa|bawa|sampai|tiba) (?:di|ke)|di lokasi|di tempat(?! (?:dia|beliau|ybs|user|pemohon|pengguna))|uji coba \w+|menyusul|diulang|dimulai|dijadwal ulang|(?:minggu|pekan|bulan) depan|(?:siang|sore|malam) (?:ini|nanti)|(?:me)?makan waktu|freeze|parkir|selesai (?:audit|rapat|migrasi|cuti|libur)|next week|tonight|lusa|hampir|target|rencana\w*|direncanakan|sejauh ini|so far|on track|akhir (?:bulan|minggu|pekan|tahun)|selain (?!itu\b)|(?:ke )?tim lain|tiket (?:(?:yang|yg) )?(?:satunya|satu lagi|lain(?:nya)?|sebelah)|(?:saya|kami|beliau|ybs) (?:sudah |telah )?(?:pindah|mutasi|dimutasi|pensiun)(?! (?:ke\w*|data))|mulai (?:bongkar|di\w+|kerja\w*|hari)|belum|blm|masih|sedang|lagi proses|akan|nanti|besok|estimasi|sebagian|kecuali|tinggal|menunggu|nunggu|tunggu|pending|baru \d|baru sebagian|in progress|not yet|will be|will|partially|sisanya|sisa|kurang|selanjutnya|berikutnya|tahap(?! (?:akhir|terakhir|final|penutup))|setelah ini|next|lanjut\w*|dilanjut\w*|gagal|failed|rolled back|di-?roll ?back|reverted|skipped|left out|tidak (?:bisa|dapat|berhasil|ketemu|ditemukan)|tdk (?:bisa|dapat)|cannot|can ?not|could not|unable|terkendala|error|cek ulang|coba lagi|(?:dalam|masih|sedang|on) (?:proses|progress|progres)|(?:progress|progres)\s*:?\s*\d|sementara|workaround|apabila sudah|kalau sudah|jika sudah|setelah|hold|tunda|dijadwalkan|(?<!sesuai )jadwal(?! (?:\p{L}+ ){1,3}(?:pukul|jam|sudah|telah|aktif)\b)|perkiraan|diperkirakan|kira-kira|insya ?allah|semoga|selesai (?:hari )?(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|ahad)|on the way|otw|perlu|butuh|harus|mungkin|sepertinya|kemungkinan)\b/iu;
/** What was before, until when it lasts, or what the requester had written. */
const BEFORE: readonly RegExp[] = [
  /\b(?:sampai(?: dengan)?|hingga|s\.?\s?d\.?|until)\s+(?:\p{L}+\s+){1,3}(?:selesai|berakhir|usai|rampung|ends?)\b/giu,
  /\b(?:yang|yg)\s+(?:tadinya|tadi|kemarin|sebelumnya|semula|dulu)\s+(?:belum|blm|tidak|tdk|gagal|error)\s+\p{L}+/giu,
  /(?<!\p{L})(?:(?:user|pemohon|pengguna|pelapor|ybs|orangnya|beliau|yang bersangkutan|vendor|penyedia|isp|provider|rekanan)\p{L}*|(?:pak|bu|mas|mbak|sdr|sdri)\.? \p{L}+)\s+(?:(?:juga|pun|tadi)\s+)?(?:sudah|sdh|udah|telah)\s+(?:me\p{L}{4,}|kirim|minta|datang|pasang|ganti|bawa|ambil|(?:ada |siap |standby |berada )?di(?=\s)|hadir|tiba|sampai|standby|pulang|kembali ke|telepon|telpon|telp)(?!\p{L})[^.,;\n]*/giu,
  /(?<=^|[.!?\n]\s*)(?!(?:Kami|Saya|Kita|Tim|Rekan|Petugas|Teknisi|Aku)\b)\p{Lu}\p{Ll}{2,}\s+(?:sudah|sdh|udah|telah)\s+(?:me\p{L}{4,}|kirim|minta|datang|bawa|ambil)(?!\p{L})[^.,;\n]*/gu,
  /\b(?:setelah|sesudah|begitu)\s+(?:kami|saya|tim|di)\s?(?:cek|periksa|telusuri|lihat|dalami|analis\p{L}+|coba)\p{L}*[^.\n]*[.,](?=[^\n]*\b(?:sudah|sdh|telah)\b)/giu,
  /\bsempat\b[^.\n]*\.(?=\s*(?:(?:pagi|siang|sore|malam|hari) ini|tadi pagi|sekarang|kini|skrg)\b[^.\n]*\b(?:sudah|sdh|telah)\b)/gi,
  /["\u201c\u201d\u00ab][^"\u201c\u201d\u00bb\n]{0,120}["\u201c\u201d\u00bb]/g,
  /\bternyata\b[^.\n]*\.(?=\s*(?:sekarang|kini|skrg)\s+(?:sudah|sdh|telah)\b)/gi,
  /\b(?:ternyata|rupanya)\b[^.,\n]*[.,](?=\s*(?:sudah|sdh|udah|udh|telah)\s+(?:(?:kami|saya)\b|di\p{L}{3,}))/giu,
  /\b(?:kemarin|tadinya|tadi|sebelumnya|awalnya|semula|sempat|semalam|previously|earlier)\b[^,.;\n]*[,;]\s*(?:(?:namun|tapi|tetapi|but)(?=\s+(?:\p{L}+\s+)?(?:sudah|sdh|udah|telah|sekarang|skrg|kini|now)\b))?/giu,
];
/** "Sudah diperbarui setelah verifikasi NIP. SELESAI": with a sentence that closes, what went before a deed that is done. */
const AFTER_WHAT =
  /(?<=\b(?:sudah|sdh|telah|udah|berhasil)\s+(?:(?:kami|saya)\s+)?(?:di|ter)?\p{L}{4,}(?:\s+(?!di\p{L}{4})\p{L}+){0,4}\s)(?:setelah|sesudah)\b/giu;
/** What may follow when all is done: hand-over minutes, help offered, what the user is to do, a quiet line. */
const AFTERWARDS: readonly RegExp[] = [
  /\b(?:bast|berita acara)\b(?![^.,\n]*\b(?:belum|blm) (?:selesai|tuntas|beres|kelar|rampung)\b)[^.,\n]*/gi,
  /\b(?:jika|bila|bilamana|apabila|kalau|kalo|if|mohon (?:konfirmasi|info\w*|kabar\w*) (?:jika|bila|apabila|kalau))\b[^.\n]*\b(?:kendala|terkendala|masalah|bermasalah|error|gagal|belum bisa|tidak bisa|pertanyaan|keluhan|issue|issues|problem|problems|gangguan|diperlukan|dibutuhkan|ada yang|sesuai)\b[^.\n]*/gi,
  /\b(?:akan|harus|perlu|wajib|mohon|agar|silakan|silahkan)\s+(?:\p{L}+\s+){0,2}(?:diminta|meminta|mengganti|ganti|mengubah|ubah|diganti|diubah|logoff|login|logout|restart|reboot|daftar ulang)\b[^.,\n]*/giu,
  /\b(?:pemohon|user|pengguna|ybs|yang bersangkutan)[ \t]+(?:perlu|harus|wajib|diminta|agar|cukup|tinggal)\b[^.,\n]*/gi,
  /\b(?:tinggal|cukup|selanjutnya)\s+(?:(?:user|pemohon|pengguna|ybs|beliau|yang bersangkutan|orang)(?:nya)?|(?:pak|bu|mas|mbak)\s+\p{L}+)\s+(?:\p{L}+\s+)?(?:login|masuk|ganti|mengganti|ubah|mengubah|buat|membuat|pakai|memakai|coba|mencoba|restart|logout|aktivasi|daftar ulang|set|atur)\b[^.,\n]*/giu,
  /\btinggal (?:login|masuk|pakai|(?:di)?tutup\w*|(?:di)?close|digunakan|dicoba|dipakai)\b/gi,
  /\b(?:password|sandi|kata sandi|pwd|akun|alamat|ip|yang|yg)\s+sementara\b|\b(?:alias|alamat|akun|data) lama\b[^.,\n]*|\bmasa berlaku\b|\bberlaku\b[^.,\n]*/gi,
  /\b(?:tidak|tdk|no|tanpa)\s+(?:ada\s+|lagi\s+)?(?:kendala|masalah|error|temuan|gangguan|keluhan|issue|issues|gagal)\b|\b(?:tidak|tdk)\s+(?:muncul|error|gagal|bermasalah|terkendala)(?:\s+lagi)?\b|\berror(?:nya)?\s+(?:sudah\s+)?(?:hilang|teratasi|tidak muncul\S*)/gi,
  /\bgagal(?: kirim)?\s*[:=]?\s*(?:0|nol|nihil)\b|(?:\b(?:nol|nihil)|(?<!\d)0)\s+(?:yang )?gagal\b/gi,
  /\b(?:sesuai|hasil|dari|saat|pada|berdasarkan)\s+(?:proses|jadwal|pengecekan|rencana|tahap)\b/gi,
  /\b(?:sebelumnya|yang) (?:error|gagal|tidak bisa \S+|terkendala|bermasalah)\b|\b(?:penyebab\w*|karena|krn|karna|akibat)\b[^.,\n]*/gi,
];
/** Turned round, or something is still to come that the user takes part in. */
const NEGATED = /\b(?:bawa|membawa|datang|hadir|tidak|tdk|ga|gak|nggak|bukan|jangan|not|never|salah)\b/i;
/** "Sudah disubmit ke BSrE, verifikasinya di mereka": now others have it. */
const HANDED_ON =
  /\b(?:disubmit|submit|diajukan|ajukan|dilaporkan|laporkan|diteruskan|teruskan|dieskalasi\w*|dilempar|dioper|diambil|dibawa|submitted|escalated|forwarded)\s+(?:ke|kepada|to)\b|\b(?:diserahkan|serahkan|dikirim\w*|kirim\w*|dititip\w*|diantar\w*|handed|sent)\s+(?:ke|kepada|to)\s+(?:the )?(?:vendor|principal|prinsipal|pabrik|service cent\w+|servis|penyedia|rekanan|isp|provider|mitra|bsre|pusat|tim lain)\b|\bdi (?:mereka|pihak|vendor|pusat|penyedia)\b/i;
/** "Tim Akun tolong segera reset …": what others are asked to do is not done. */
const ASKS_A_TEAM =
  /(?:^|[.!\n]\s{0,4})(?:tim|team|rekan|rekan-rekan)\s+\p{L}+(?:\s+\p{L}+)?[, ]\s{0,2}(?:tolong|mohon|harap|minta|please)\b/iu;
const SOUNDS_DONE =
  /\b(?:sudah|sdh|telah|udah|udh|dah|berhasil|sukses|selesai|tuntas|beres|rampung|kelar|siap|teratasi|tertangani|aman|menyala|renewed|replaced|increased|extended|deployed|verified|patched|removed|terpenuhi|terlaksana|terpasang|terkirim|terbentuk|normal|aktif|jalan|idup|hidup|nyala|stabil|diganti|finished|done|completed?|created|restored|installed|disabled|enabled|unlocked|reset|fixed|closed?|granted|sent|added|archived|working|tested|we['’]ve|ok)\b/i;
const CLOSING_LINE =
  /^\s*(?:status\s*[:=]?\s*)?(?:selesai|done|closed|close|resolved|completed|beres|tuntas|tutup(?: tiket)?|please close)\W*$/im;
/** A sentence of its own that closes. */
const CLOSING_SENTENCE =
  /(?:^|[.!\n]\s*)(?:status\s*:?\s*)?(?:selesai|done|closed|resolved|completed|beres|tuntas|komplit|complete|fixed|solved|clear|tutup(?: tiket)?|please close|tiket (?:bisa|dapat|silakan|silahkan|boleh|sudah)?\s*(?:di)?tutup|(?:sudah\s+)?(?:bisa|dapat|boleh)\s+di-?(?:tutup|close)|(?:dengan (?:ini|demikian),?\s+)?(?:tiket|permintaan|pekerjaan|penanganan)(?:nya|\s+ini)?\s+(?:(?:kami|saya)\s+nyatakan|dinyatakan)\s+(?:selesai|tuntas)|close(?: ticket)?)(?:\s+(?:ya|mas|pak|bu|min|terima kasih|thanks|tks))?\s*(?=[.!\n]|$)/i;

const HANDED_OVER =
  /\b(?:bast|berita acara)\b[^.\n]{0,30}\b(?:sudah|telah|sdh)\s+(?:di|ter)?(?:teken|tanda ?tangan|paraf)\w*/iu;

/** "Dengan ini tiket kami nyatakan selesai": whatever papers are told of beside it. */
const DECLARED =
  /(?:^|[.!\n]\s*)dengan (?:ini|demikian),?\s+(?:tiket|permintaan|pekerjaan|penanganan)(?:nya|\s+ini)?\s+(?:(?:kami|saya)\s+nyatakan|dinyatakan)\s+(?:selesai|tuntas)(?=\s*(?:[.!,\n]|$))/i;
/** "1 sedang dan 4 rendah": how grave what was found is. */
const GRAVITY = /\b\d+\s+(?:\(\p{L}+\)\s+)?(?:temuan\s+)?sedang\b/giu;

/** "Closed." as a sentence, with nothing pending and nothing asked. */
export function isClosedPlainly(mentions: Mentions, text: string, rulebook: Rulebook): boolean {
  if (DECLARED.test(text) && !text.includes('?') && isOverTold(text.replace(GRAVITY, ' '), rulebook)) return true;
  return CLOSING_SENTENCE.test(text) && !text.includes('?') && isResolved(mentions, text, rulebook);
}

/** "Catatan: …" above and "Selesai." or "Status: selesai" on a line of its own below. */
export function closesBelow(text: string, rulebook: Rulebook): boolean {
  return CLOSING_LINE.test(text) && isOverTold(text, rulebook);
}

/** A word of finished or working things with nothing against it: likeness may then say that the work is over. */
export function leansToDone(text: string, rulebook: Rulebook): boolean {
  const told = withoutRehearsals(toldOf(text, rulebook), rulebook);
  return (
    !text.includes('?') &&
    isOverTold(text, rulebook) &&
    !isPlanned(text, rulebook) &&
    ![NEGATED, BY_THE_WAY, HANDED_ON, ON_THE_WAY].some((sign) => sign.test(told)) &&
    SOUNDS_DONE.test(told.replace(/\b(?:ke|menjadi)\s+\p{L}+/giu, ' ')) &&
    (!onlyPrepares(told, rulebook) || tellsDeed(told, rulebook))
  );
}

/** Finished work in so many words; nothing pending beside it. */
export function isResolved(mentions: Mentions, text: string, rulebook: Rulebook): boolean {
  if (!isOverTold(text, rulebook) || isPlanned(text, rulebook)) return false;
  const told = withoutRehearsals(toldOf(text, rulebook), rulebook);
  const doubts = [NEGATED, BY_THE_WAY, HANDED_ON, ON_THE_WAY, ASKS_A_TEAM];
  if (!doubts.some((sign) => sign.test(told)) && tellsDeed(told, rulebook)) return true;
  if (CLOSING_SENTENCE.test(told)) return true;
  const done = plainly(mentions, 'rft-resolve', 'done');
  if (done.length > 0 && (CLOSURE.test(told.replace(MEETING, ' ')) || TRY_IT.test(told))) return true;
  if (TRY_IT.test(told) && /\b(?:sudah|sdh|telah|udah)\s+(?:kami|saya|di\p{L}{3,}|ter\p{L}{3,})\b/iu.test(told))
    return true;
  return told
    .split(/(?<=[.;\n])\s+|\n/)
    .some(
      (sentence) =>
        SETTLED.test(sentence) ||
        ENDED.test(sentence) ||
        ((PERFECT.test(sentence) || STATE.test(sentence)) && !BY_THE_WAY.test(sentence) && !HANDED_ON.test(sentence)),
    );
}

/** "Tiket ini sudah kami tuntaskan": the ticket is the work, whatever else is told of tickets. */
const TICKET_OVER =
  /\btiket(?:nya|\s+ini)?\s+(?:sudah|sdh|telah|udah)\s+(?:(?:kami|saya|berhasil)\s+)?(?:di)?(?:tuntas|selesai|beres|rampung|kelar|tutup)(?:kan)?(?!\p{L})/giu;

function toldOf(text: string, rulebook: Rulebook): string {
  const plain = withTrialsAsWork(text, rulebook).replace(TICKET_OVER, 'pekerjaan sudah selesai');
  const closed = CLOSING_SENTENCE.test(plain) ? plain.replace(AFTER_WHAT, ' ') : plain;
  const told = [...BEFORE, ...AFTERWARDS].reduce((rest, pattern) => rest.replace(pattern, ' '), closed);
  return withoutDaysOver(told, rulebook);
}

/** Something of today that is not said to be over; "Selesai." or a signed hand-over beside it says so of all. */
function isPlanned(text: string, rulebook: Rulebook): boolean {
  return !CLOSING_SENTENCE.test(text) && !HANDED_OVER.test(text) && tellsPlan(text, rulebook);
}

/** Told of a rehearsal or a trial, and of no other deed. */
function onlyRehearses(told: string, rulebook: Rulebook): boolean {
  const rest = withoutRehearsals(told, rulebook);
  return rest !== told && !tellsDeed(rest, rulebook);
}

/** Nothing pending, planned, failed or left over is told. */
export function isOverTold(text: string, rulebook: Rulebook): boolean {
  const told = toldOf(text, rulebook);
  return !NOT_OVER.test(told) && !HOPED.test(told) && !isFewerThanAll(told) && !tellsFailedPart(told);
}

/** "Harusnya selesai hari ini": what opens so is hoped for; "siap dikerjakan" has not begun. */
const HOPED =
  /^\W{0,3}(?:se)?(?:harusnya|mestinya|mudah-?\s?mudahan|moga-?\s?moga|hopefully|it should)\b|\bsiap (?:untuk )?di(?:kerja|proses|eksekusi|garap)\p{L}*/iu;

const INSTRUCTS =
  /^\W*(?:(?:untuk|utk|buat|bagi)\s+[^:,]{2,40}[:,]\s*)?(?:silakan|silahkan|monggo|mohon|tolong|harap|please|jangan)\b/iu;

/** "Silakan ke loket 3 membawa kartu pegawai": what somebody is to do, and nothing that was done. */
export function onlyInstructs(text: string): boolean {
  const clauses = text.split(/[.;!\n]+\s*/u).filter((clause) => /\p{L}/u.test(clause));
  return clauses.every((clause) => INSTRUCTS.test(clause)) && !CLOSURE.test(text) && !ENDED.test(text);
}

/** Whether any deed or state of finished things is told, by its form: no report of work is without one. */
export function namesDeed(text: string): boolean {
  return DEED_FORM.test(text) || SOUNDS_DONE.test(text);
}

const DEED_FORM =
  /\b(?:di|ter)-?\p{L}{4,}|\b(?:kami|saya|sy|we|i)\s+\p{L}{4,}|\b\p{L}{3,}(?:ed|kan)\b|\b(?:re)?set\b|\b(?:ok|oke|up|live|on|clear|done)\b/iu;

/**
 * What no report of done work holds, whatever its clauses are like: a word of waiting, failing or planning (`work-open`), a part, a paper instead
 * of the work, what others have now, a question.
 */
export function isHeldBack(text: string, rulebook: Rulebook): boolean {
  const told = toldOf(text, rulebook);
  const signs = [openWords(rulebook), BY_THE_WAY, HANDED_ON, ASKS_A_TEAM, HOPED];
  return (
    text.includes('?') ||
    !/\p{L}/u.test(told) ||
    signs.some((sign) => sign.test(told)) ||
    isPlanned(text, rulebook) ||
    onlyRehearses(told, rulebook) ||
    isFewerThanAll(told) ||
    tellsFailedPart(told)
  );
}

/** A word that is often of waiting, planning or failing, and as often only tells ("setelah kami ganti"). */
export function mayBeOpen(text: string, rulebook: Rulebook): boolean {
  return NOT_OVER.test(toldOf(text, rulebook));
}

/** "Kabelnya sudah diukur": a deed that only prepares, and none that does the work. */
export function isPreparing(text: string, rulebook: Rulebook): boolean {
  const told = toldOf(text, rulebook);
  return onlyPrepares(told, rulebook) && !tellsDeed(told, rulebook);
}

const opening = new WeakMap<Rulebook['replies'], RegExp>();

function openWords({ replies }: Rulebook): RegExp {
  const known = opening.get(replies);
  if (known) return known;
  const words = (replies['work-open'] ?? []).map((word) => word.replace(/[^\p{L} -]/gu, '').replace(/ /g, '\\s+'));
  const made = words.length === 0 ? /$^/u : new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}-])`, 'iu');
  opening.set(replies, made);
  return made;
}
