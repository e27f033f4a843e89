/** Clauses that bind, by what they do, in wordings that no list of the rule files was made from: planted beside any yes they ask back. */

function lures(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export const LURES: Readonly<Record<string, readonly string[]>> = {
  'a condition': lures(`
    Berlaku cuma jika Pak Rektor menandatangani MoU-nya
    Itu pun bila pagu seksi masih tersisa
    Ya kalau memang orangnya rajin masuk
    Andaikan ruangannya belum dipakai pihak lain
    Sejauh lisensi kantor masih mencukupi
    Bergantung hasil sidang Kamis
    Anggap saja sah begitu surat tugasnya keluar
    Asal jangan ganggu jam layanan
    Dengan pengertian biaya ditanggung unit pengusul
    Yen suratnya wis ono
    Lamun kuotana aya keneh
    Kalo ko pu bos su tau
    Subject to the vendor signing first
    Assuming the laptop stays in the building
    So long as nobody else needs that port
    In case the audit ends well`),
  'a restriction': lures(`
    Ya sebatas melihat, bukan mengedit
    Ini hanya berlaku bagi Sdri. Hapsari
    Aksesnya hendaknya tidak lebih dari jam lima sore
    Yang dibuka folder keuangannya doang
    Saya batasi di modul pelaporan
    Cukup layar tunggal, bukan dua
    Itu pun dipakai bersama berdua
    Terbatas bagi pegawai tetap
    Mung kanggo kantor kene
    Ngan keur bagian keuangan wungkul
    Read access is plenty
    Strictly for the finance folder
    Nothing beyond the test server`),
  'a stage': lures(`
    Kita mulai dari lantai bawah dahulu
    Gelombang pertama empat kantor, sisanya belakangan
    Kita pakai percobaan di satu seksi dahulu
    Pelan-pelan, satu kantor per pekan
    Fase awal saja, lanjutannya kita lihat hasilnya
    Dicicil per triwulan
    Jalankan di lingkungan uji lebih dahulu
    Pilot first, the rest follows
    Roll it out gradually
    Sitik-sitik wae`),
  'a time limit': lures(`
    Akunnya mati otomatis tiap akhir kontrak
    Berlakunya tiga puluh hari kalender
    Sehabis rakernas aksesnya dicabut
    Tutup lagi hari Minggu malam
    Dipinjamkan sampai penggantinya datang
    Jangka waktunya setengah tahun
    Sesudah Lebaran kita hentikan
    Nganti sasi ngarep
    Nepi ka akhir bulan
    Expires with his contract
    Good for thirty days
    Until the secondment is over
    Cut it off by Friday`),
  'a changed number': lures(`
    Ukurannya separuh dari yang ditulis
    Unitnya tiga, bukan lima
    Kuotanya dua puluh giga
    Ambil yang 8 GB
    Jumlahnya saya pangkas jadi dua
    Buatkan empat
    Kurangi sepasang
    Plus satu lagi untuk saya
    Loro wae
    Dua urang bae
    Make that two instead
    Half of them will do
    Ten seats are enough`),
  'another who decides': lures(`
    Ketok palunya di Bu Sesditjen
    Keputusan akhir tetap di pimpinan
    Nunggu lampu hijau Pak Karo
    Pak Karo yang punya wewenang
    Tembuskan juga supaya Pak Deputi memberi paraf
    Biar Bu Kabag yang menimbang
    Perlu restu Kepala Kantor
    Sing nentokake Pak Lurah
    Final say rests with the CFO
    Let the director sign off
    Legal has to bless it
    HR needs to weigh in`),
  'a wait': lures(`
    Tahan sebentar di meja Anda
    Parkir dulu permintaannya
    Jangan buru-buru dieksekusi
    Endapkan barang sehari
    Eksekusinya sepulang saya dari Batam
    Minggu ngarep wae
    Engke heula
    Mulainya tanggal muda
    Bulan muka baru dijalankan
    Hold your horses
    Sit on it for a day
    Kick it off next Monday
    Give me until tomorrow`),
  'something first': lures(`
    Rapikan datanya dahulu
    Salin isinya ke hardisk sebelum dihapus
    Orangnya ikut pelatihan keamanan dahulu
    Minta tanda terima barang lama
    Backup datanya, baru dihapus
    Bersihkan virusnya lebih awal
    Jangan dikerjakan sebelum saya lihat drafnya
    Cocokkan NIP-nya dengan SIMPEG
    Takon Bu Endah sik
    Tarik laptop lamanya, baru kasih yang baru
    Have him sign the form beforehand
    Back up the mailbox prior to deletion
    Ask his wife to bring the badge`),
  'a delegation': lures(`
    Silakan Pak Nyoman yang menjawab
    Saya serahkan ke Mbak Indah untuk memutuskan
    Urusan ini saya limpahkan ke Kasi
    Tanyakan ke Plh saya
    Wakil saya yang akan menjawab
    Over to my deputy
    Check with Ms. Laras
    Mas Joko sing ngurus persetujuane`),
  'a question': lures(`
    Boleh tahu alasannya apa
    Kira-kira biayanya berapa
    Siapa yang menanggung pulsanya
    Kok mendadak begini
    Kenapa mintanya lewat saya
    Apa sudah lewat Bu Kabag
    Perlunya buat apa sih
    Iki kanggo opo to
    Ieu jang naon
    What is this even for
    Who pays for it
    Is that even allowed`),
  sarcasm: lures(`
    Seperti biasa saya cuma tukang stempel
    Memangnya saya punya pilihan
    Katanya sih penting
    Biar kalian senang
    Terserah kalian sajalah
    Whatever you say
    As if I had a choice`),
  'a past refusal': lures(`
    Kemarin sudah saya bilang tidak
    Dulu pernah saya tolak
    Yang ini sebenarnya sudah pernah saya batalkan
    Pekan kemarin saya nyatakan tidak
    Wingi aku emoh
    Last week I said no
    I turned this down already`),
  'another ticket': lures(`
    Itu buat tiket Bu Maria
    Maksud saya yang printer kemarin
    Ini jawaban untuk surat yang Selasa
    Untuk permintaan Pak Slamet, bukan yang ini
    Salah balas, ini untuk email sebelah
    That was meant for the other ticket
    I mean the printer one`),
  'only a part': lures(`
    VPN-nya jangan, emailnya ya
    Yang nomor dua coret
    Akun Dewi tidak usah
    Nama terakhir dikeluarkan
    Sisanya lain waktu
    Kecuali punya Rudi
    Hostingnya lain cerita
    Sing printer ora
    Leave out the last name
    Minus the intern
    Not the second one
    Skip the laptop`),
  'an obligation': lures(`
    Orangnya wajib lapor tiap Jumat
    Dia mesti teken pakta integritas
    Tim kalian harus menjamin datanya aman
    Hasilnya diserahkan ke meja saya
    Penggunanya supaya membuat laporan bulanan
    Semua log dikirim ke kami
    Tolong awasi pemakaiannya
    Ganti sandinya tiap minggu
    Kudu dijogo tenan
    Ulah dipake maen game
    He has to report weekly
    Keep a log of every visit
    Make sure nobody shares it
    Send me the bill`),
  'another thing': lures(`
    Pakai yang bekas di gudang
    Ganti mereknya yang buatan lokal
    Taruh di gedung sebelah
    Namanya dibuat layanan2
    Alihkan atas nama Bu Sari
    Kasih wifi biasa
    Ngagem printer lami mawon
    Give him the older model
    Put it in Jakarta rather
    Use the shared mailbox`),
};
