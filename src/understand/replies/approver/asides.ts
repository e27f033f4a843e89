/** What an approver's text says beside his answer: what he did before, help that he offers, set phrases, marks that he spoke to a telephone. */

/** A word that neither binds nor turns round nor opens another clause, so that an aside swallows none of these. */
const PLAIN_WORD = String.raw`(?!(?:dan|tapi|tetapi|namun|agar|supaya|untuk|bahwa|kalau|kalo|klo|jika|bila|bilamana|manakala|apabila|asal|asalkan|selama|sepanjang|sejauh|kecuali|selain|hanya|cuma|cuman|khusus|terbatas|nanti|besok|lusa|mulai|sampai|hingga|tunda|ditunda|tahan|tunggu|setelah|sesudah|sebelum|tidak|tdk|belum|blm|jangan|bukan|maksimal|minimal|paling|batas|syarat|catatan|syaratnya|dengan|saja|dulu|diganti|ganti|ubah|diubah|kurangi|ditambah|revisi|provided|providing|if|but|unless|only|except|until|once|after|before|however|though|although|instead|not|no|later|on|up|max|per|sebagian|setengah|separuh)\b)\p{L}+`;
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
  /(^|[.!\n]\s*)(?:kalau|jika|bila|apabila|if)\b[^.\n]{0,60}\b(?:kendala|pertanyaan|masalah|kurang jelas|questions?)\b[^.\n]{0,80}\b(?:hubungi|kontak|kabari|infokan|contact|call)\b[^,.!\n]*/giu;
/** "Kabari saya kalau sudah jadi" */
const TELL_ME =
  /(^|[.!,\n]\s*)(?:(?:nanti|tolong|mohon|please|kindly)\s+)*(?:kabari|kabarkan|infokan|info|beritahu|informasikan|let me know|tell me|let \p{Lu}\p{L}+ know)\s+(?:\p{L}+\s+){0,3}?(?:kalau|kalo|klo|jika|bila|if|when|once)\s+(?:(?:sudah|telah|sdh|it'?s|it is|it has been|you need|there is|there are|you have|any)\s+)?(?:jadi|selesai|beres|aktif|rampung|kelar|done|ready|anything|questions?|any questions?|finished)\b(?:\s+(?:ya|pak|bu|mas|mbak|min|kak|semua|semuanya))*(?=\s*(?:[.,!\n]|$))/giu;
/** "Tolong Mas Arif dikabari kalau sudah beres" */
const INFORMED =
  /(^|[.!,\n]\s*)(?:(?:tolong|mohon)\s+)(?:\p{L}+\.?\s+){0,4}?di(?:kabari|informasikan|infokan|beritahu)(?: ya)?\s+(?:kalau|jika|bila)\s+(?:sudah|telah|sdh)\s+(?:jadi|selesai|beres|aktif)(?= *(?:[.,!\n]|$))/giu;
/** Set phrases whose words would mean something else elsewhere. */
const SET_PHRASES =
  /\bhari ini(?: juga)?(?=\W*$|\W*\n|[,.] )|\b(?:dari|sejak) dulu\b|(?<=\bsebagaimana )(?:se)?mestinya\b|\b(?:yang )?(?:memang )?sudah (?:sangat )?(?:lama|sejak lama) (?:kami |saya |kita )?(?:di)?(?:tunggu|nanti)(?:-tunggu|-nanti|kan)?\b/giu;
/** Phrases of courtesy and speed whose single words would bind elsewhere ("selama ini", "mungkin"). */
const PROSE =
  /\b(?:sesegera|secepat|sebaik) mungkin\b|\bas soon as possible\b|\b(?:yang )?(?:baik|terjalin)(?: dengan baik)? selama ini\b|\bselama ini(?=\W*(?:$|\n|terima|kami ucapkan|diucapkan))|\b(?:sekarang|saat ini|siang ini|sore ini|pagi ini) juga\b(?=\W*(?:$|\n))|\b(?:this|the above|above) one\b|\b(?:untuk dapat |untuk )?(?:digunakan|dipergunakan|dipakai) sebagaimana mestinya\b|\b(?:tentu|pasti) saja\b|(?<=\b(?:setuju|acc|approved?|dukung) )(?:100\s*%|1000+\s*%|(?:100|seratus|seribu) persen)|\b(?:100\s*%|(?:100|seratus) persen)(?= (?:setuju|acc|approved?|dukung)\b)|\b(?:untuk|utk|soal|perihal|mengenai) (?:yang |yg |permintaan |permohonan )?(?:ini|dimaksud)\b(?=,? (?:(?:ya|saya|kami|juga) )*(?:setuju|disetujui|acc|approved?)\b)|(?<=\b(?:setuju|disetujui|acc) )(?:untuk|utk) yang ini\b|(?<=\b(?:setuju|disetujui|acc) )saja(?=\s*(?:[.,!\n]|$|silakan\b|ya\b))|(?<=\b(?:dikawal|dibantu|diproses|dikerjakan|dituntaskan|dilanjutkan) )sampai (?:selesai|tuntas|beres)(?=\s*(?:[.,!\n]|$))/giu;
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
  /(?<!\b(?:bukan|bukannya|belum tentu|kalau|jika|bila|apabila|selama|sepanjang|asal)\s(?:\p{L}+\s)?)\b(?:tidak|tdk|tak|gak|ga|nggak) (?:ada|punya|melihat|menemukan|memiliki|mempunyai)(?: lagi)? alasan (?:apa ?pun )?(?:(?:bagi|buat|untuk|dari) (?:saya|kami|kita) )?(?:untuk|buat) (?:saya |kami )?(?:menolak|nolak|ditolak|keberatan)(?:nya)?(?=\s*(?:[.,!\n]|$|(?:permintaan|permohonan|usulan|pengajuan) (?:ini|itu|tersebut|dimaksud)|(?:dan|jadi|sehingga|maka)\b))|\b(?:no|not any) reason (?:for (?:me|us) )?to (?:refuse|reject|decline|object)\b(?=\s*(?:[.,!\n]|$|and\b|so\b))/giu;
/** "3 (tiga) pegawai": the number once more in words. */
const IN_WORDS =
  /(?<=\d\s{0,2})\((?:[a-z]+\s){0,3}(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|ratus|ribu|sepuluh|sebelas|seratus)\s*\)/giu;
/** "Kalau bingung tanya saya saja": help offered, in fewer words. */
const ASK_ME = new RegExp(
  String.raw`(^|[.!,\n]\s*)(?:(?:nanti|tim)\s+)?(?:kalau|kalo|klo|jika|bila|apabila|if)\s+(?:${PLAIN_WORD}\s+){0,4}(?:bingung|ditanyakan|ditanya|tanya|detail|apa-apa|apa2|apa|kendala|pertanyaan|hambatan|questions?|details|anything)(?:\s+${PLAIN_WORD}){0,2},?\s+(?:(?:mau|silakan|silahkan|langsung|bisa|boleh)\s+)*(?:tanya|tanyakan|telp|telepon|telpon|wa|japri|hubungi|kontak|kabari|langsung|call|contact|ask|ping)(?:\s+(?:langsung|saja|aja))*(?:\s+(?:ke|kepada|sama))?(?:\s+(?:saya|sy|kami|me|(?:(?:pak|bu|mas|mbak|sdr|sdri)\.?\s+)?${PLAIN_WORD}))?(?:\s+(?:saja|aja|ya|yah|pak|bu|mas|mbak|langsung|di ruangan|[\d-]{5,}x*))*(?=\s*(?:[.,!\n]|$))`,
  'giu',
);
/** "Hari ini kalau bisa": haste, and no condition. */
const IF_POSSIBLE =
  /(?<=\b(?:hari ini|secepatnya|cepat|dipercepat|segera|prioritas|diprioritaskan|prioritaskan|didahulukan|dikebut)(?: (?:ya|pak|mas|bu|juga|dikerjakan|diproses|selesai))*),?\s+(?:kalau|kalo|klo|jika|bila|if)\s+(?:bisa|sempat|memungkinkan|mungkin|boleh|possible)(?=\s*(?:[.,!\n]|$|ya\b|pak\b|bu\b|mas\b|mbak\b))/giu;
/** "Tanpa catatan", "tidak ada keraguan": a lack of what would bind. */
const UNBOUND =
  /(?<!\b(?:bukan|tidak|tdk|bukannya|jangan)\s)\b(?:tanpa|tidak ada|tdk ada|nggak ada|gak ada|tak ada|no|without)\s+(?:catatan|syarat|ragu|ragu-ragu|keraguan|hambatan|reservations?|doubts?|hesitation|conditions?)(?: (?:apa ?pun|tambahan|khusus|dari saya|dari kami|sama sekali|lagi))*(?=\s*(?:[.,!\n]|$|dan\b|saya\b|kami\b))/giu;
/** "Seperti yang saya sampaikan tadi", "menurut saya": his own word, once more. */
const OWN_WORD =
  /\b(?:seperti|spt|sebagaimana|sesuai)\s+(?:yang|yg|telah|sudah)\s+(?:(?:sudah|sdh|telah|pernah)\s+)?(?:saya|kami|sy)\s+(?:sudah |sdh |telah )?(?:sampaikan|bilang|katakan|tulis|infokan|jawab|sebutkan)(?:\s+(?:tadi|kemarin|kmrn|pagi|siang|sore|malam|via|lewat|lisan|telepon|telp|wa|whatsapp|email|di rapat|langsung|sebelumnya|juga))*(?=\s*[,.\n])|\bmenurut (?:saya|kami|hemat saya|hemat kami)\b|(?<=\b(?:setuju|disetujui|setujui) )seperti halnya permintaan(?:-permintaan|2)? (?:lain )?(?:sebelumnya|terdahulu)(?=\s*(?:[.,!\n]|$))/giu;
/** "Sudah dibahas di rapat", "sudah lapor ke saya": over, and nothing still to be done. */
const TALKED_BEFORE =
  /(?:\b(?:minggu|bulan|pekan) (?:lalu|kemarin) )?(?:\bjuga )?\b(?:sudah|sdh|udah|telah|kemarin|kmrn|tadi) (?:(?:dia|ybs|beliau|orangnya|saya|kami|kita) )?(?:(?:sudah|sdh) )?(?:dibahas|dirapatkan|didiskusikan|dibicarakan|kami rapatkan|lapor(?: lisan)? (?:ke|kepada|sama) (?:saya|sy|kami)|melapor(?: lisan)? (?:ke|kepada) (?:saya|sy|kami)|menghadap (?:saya|kami)|jelaskan|menjelaskan|dijelaskan)(?: (?:panjang lebar|langsung|lisan|ke saya|kepada saya|ke kami))*(?: (?:di|dlm|dalam|pada|saat|waktu|bersama|dengan|dgn) (?:rapat|apel|fgd|forum|pertemuan|ruangan|briefing|meeting|ybs|orangnya|yang bersangkutan|tim|pimpinan|atasan|cio office)(?: (?:internal|seksi|bidang|bagian|kami|saya|pimpinan|staf|hari (?:senin|selasa|rabu|kamis|jumat)|tanggal \d{1,2}|minggu lalu|kemarin|tadi|pagi))*)?(?=\s*(?:[.,!\n]|$))/giu;
/** "Setuju setelah membaca penjelasannya" */
const AFTER_READING = new RegExp(
  String.raw`(?<=\b(?:setuju|setujui|disetujui|menyetujui|acc|approve|approved) )(?:setelah|sesudah|after)\s+(?:saya |kami )?(?:membaca|baca|melihat|lihat|mempelajari|pelajari|memeriksa|mengecek|mencermati|menelaah|mendengar|reading|seeing|reviewing)(?:\s+${PLAIN_WORD}\.?){1,4}(?=\s*(?:[.,!\n]|$))`,
  'giu',
);
/** "Saya tunggu kabar baiknya" */
const AWAITED =
  /\b(?:(?:saya|kami|sy|kita) )?(?:di)?tunggu (?:saja )?(?:kabar|hasil|info|perkembangan|realisasi|user|tim|pimpinan|atasan|pengguna|pemohon|anak|orang|pegawai|staf|ybs)(?:nya)?(?: (?:baik|selanjutnya|lanjutan|berikutnya|segera)(?:nya)?)?(?=\s*(?:[.,!\n]|$|ya\b|pak\b|mas\b|🙏))/giu;
/** "Makasih sudah sabar menunggu", "kasihan sudah lama nunggu" */
const WAITED =
  /\b(?:sudah|sdh|udah|telah) (?:(?:sangat|begitu|agak) )?(?:lama|sabar) (?:me|di)?(?:nunggu|tunggu)(?: (?:jawaban|balasan) (?:saya|kami|sy))?(?=\s*(?:[.,!\n]|$))/giu;
/** "Mama Maria sudah tunggu dari kemarin" */
const WAITED_SINCE =
  /\b(?:(?:su|sudah|sdh|udah|telah) )?(?:me)?(?:nunggu|tunggu)(?:in)? (?:dari|sejak) (?:kemarin|tadi|lama|pagi|(?:minggu|bulan|pekan) lalu)(?=\s*(?:[.,!\n]|$))/giu;
/** "Biar besok bisa kerja lagi": what it is good for, and no day on which it is to be. */
const SO_THAT =
  /(?<=\b(?:biar|supaya|agar) )(?:besok|lusa|nanti|senin|selasa|rabu|kamis|jumat)(?: (?:pagi|siang))?(?= (?:sudah |langsung )?(?:bisa|dapat) (?:kerja|bekerja|masuk|absen|ikut|login|akses|kirim|lapor|melayani|mengajar)\b)/giu;
/** "Saya setuju kok": a particle behind a word, where before it it would wonder. */
const PARTICLE = /(?<=\p{L} )kok(?=\s*(?:[.,!\n]|$|pak\b|bu\b|mas\b|mbak\b|🙏))/giu;
/** Number and date of a letter, and the place and date above one. */
const LETTER_NUMBER =
  /\b(?:nd|st|sk|skep|kep|prj|pks|und|nota dinas|surat tugas|surat|memo)(?:nya)?(?: (?:nomor|no\.?|nmr))?[-: ]{0,2}(?:[a-z]{1,4}-)?\d{1,5}(?:\/[\w.-]{0,11}\w){0,6}(?:,? (?:tgl|tanggal|tertanggal)\.? \d{1,2} \p{L}{3,9}(?: \d{4})?)?|\b(?:nota dinas|surat|surel|email|memo|nd)(?:nya)?(?: (?:saya|kami|saudara|tersebut|tsb|ybs))? (?:tgl|tanggal|tertanggal)\.? \d{1,2} \p{L}{3,9}(?: \d{4})?/giu;
const PLACE_AND_DATE = /^\p{Lu}\p{Ll}{2,14}, \d{1,2} \p{Lu}\p{Ll}{2,8} \d{4}\.?$/gmu;
/** "Saya jawab selaku Plh. Kabag TIK s.d. tanggal 20": in which post he says it. */
const OWN_POST = new RegExp(
  String.raw`\b(?:selaku|sebagai)\s+(?:plh|plt|pj|pejabat|pelaksana (?:harian|tugas))\b\.?(?:\s+${PLAIN_WORD}){0,6}?(?:\s(?:s\.?d\.?|sampai|hingga)\s(?:tanggal |tgl )?\d{1,2}(?: (?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember))?)?(?=\s*[,.\n]|\s*$|\s+(?:permintaan|permohonan|saya|kami|dengan)\b)`,
  'giu',
);
/** "Jawaban saya: …", "Keputusan: …": that an answer follows. */
const ANSWERING =
  /(?:\bjadi |\bini )?\b(?:jawaban|jawab|keputusan|persetujuan|approval|kesimpulan|isi|ulangi|inti)(?:nya)?(?: (?:saya|kami|dari saya|dari kami))?(?: atas permintaan (?:ini|itu|tersebut))?\s*(?::|\badalah\b)\s*(?=(?:ya,? )?(?:saya |kami )?(?:setuju|disetujui|acc|approved?)\b)/giu;
/** Said twice by a figure ("anak2", "berkali2"); names of things that are counted keep it. */
const TWICE =
  /(?<![\p{L}\p{N}])(?!(?:server|vm|vlan|port|lantai|tahap|opsi|versi|level|slot|unit|akun|user|email|tier|poin|point|item|gedung|ruang|batch|fase|termin|seksi|bidang|eselon|kolom|pilihan|semester|triwulan|setuju|printer|laptop|folder|vpn|lan|ssd|ram|nas|dns|app|web|dev)2)(\p{L}{3,14})2(?=nya\b|(?![\p{L}\p{N}]))/giu;
/** The numbers of a list in a letter of several points. */
const POINTS = /^[ ]*\d[.)][ ]+(?=\p{L})/gmu;
const FEWEST_POINTS = 2;
/** "Pak Arief, saya setuju": whom he speaks to; the yes is his own, and what is agreed to is no person. */
const SPOKEN_TO =
  /^\s*(?:[Pp]ak|[Bb]u|[Bb]apak|[Ii]bu|[Mm]as|[Mm]bak|[Kk]ak|[Bb]ang|Mr|Mrs|Ms)\.?[ ]+\p{Lu}\p{Ll}+(?:[ ]\p{Lu}\p{Ll}+)?\s*,\s*(?=(?:(?:ya|iya|baik|baiklah|oke|ok|siap|pada prinsipnya|prinsipnya|maaf|terima kasih)\s*,?\s+){0,2}(?:[Ss]aya|[Kk]ami|[Ss]y|[Aa]ku|I)\s+(?:juga |pun |sangat |sepenuhnya |sudah )?(?:setuju(?!\p{L})|sepakat|acc(?!\p{L})|approve|agree|tidak keberatan))/u;
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
  const isListed = (text.match(POINTS) ?? []).length >= FEWEST_POINTS;
  return SPOKEN.reduce((rest, [spoken, mark]) => rest.replace(spoken, mark), isListed ? text.replace(POINTS, '') : text)
    .replace(/\bmohon maaf\b/giu, 'maaf')
    .replace(SPOKEN_TO, '')
    .replace(/\bsoalnya\b/giu, 'karena')
    .replace(/\b(I|we|you)['’](?:ve|m|re)\b/giu, '$1')
    .replace(IN_WORDS, ' ')
    .replace(TWICE, '$1')
    .replace(LETTER_NUMBER, ' surat ')
    .replace(PLACE_AND_DATE, '')
    .replace(OWN_POST, 'selaku atasan')
    .replace(ANSWERING, '')
    .replace(SET_PHRASES, ' ')
    .replace(OWN_WORD, ' ')
    .replace(UNBOUND, ' ')
    .replace(PARTICLE, '')
    .replace(IF_POSSIBLE, '')
    .replace(TALKED_BEFORE, ' ')
    .replace(AFTER_READING, ' ')
    .replace(AWAITED, ' ')
    .replace(WAITED, 'sudah lama')
    .replace(WAITED_SINCE, 'sudah lama')
    .replace(SO_THAT, '')
    .replace(NO_REASON, 'tidak keberatan')
    .replace(PROSE, (words) => (/\bone$/i.test(words) ? words.replace(/\s+one$/i, '') : ' '))
    .replace(HASTE, '$1')
    .replace(EXCUSE, 'maaf')
    .replace(TALKED, ' ')
    .replace(INFORMED, '$1')
    .replace(PREAMBLE, (words, before: string) => (BECOMES.test(words) ? words : before))
    .replace(CONTACT, '$1')
    .replace(ASK_ME, '$1')
    .replace(TELL_ME, '$1');
}
