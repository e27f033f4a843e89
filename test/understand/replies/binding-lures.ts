/** Clauses that bind, by what they do, in wordings that no list of the rule files was made from: planted beside any yes they ask back. */

function lures(text: string): readonly string[] {
  return text
    .split('|')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export const LURES: Readonly<Record<string, readonly string[]>> = {
  'a condition': lures(`
    Berlaku cuma jika Pak Rektor menandatangani MoU-nya | Itu pun bila pagu seksi masih tersisa | Ya kalau memang orangnya rajin masuk |
    Andaikan ruangannya belum dipakai pihak lain | Sejauh lisensi kantor masih mencukupi | Bergantung hasil sidang Kamis |
    Anggap saja sah begitu surat tugasnya keluar | Asal jangan ganggu jam layanan | Dengan pengertian biaya ditanggung unit pengusul |
    Yen suratnya wis ono | Lamun kuotana aya keneh | Kalo ko pu bos su tau | Subject to the vendor signing first |
    Assuming the laptop stays in the building | So long as nobody else needs that port | In case the audit ends well |
    Kalau Pak Menteri berkenan | Saya ikut saja asal semua senang | Dengan jaminan data tidak bocor |
    Itu dengan anggapan kontraknya masih jalan | Semoga bosnya juga setuju | Pokoknya orangnya hadir semua |
    Selagi belum ada yang protes | Begitu nota dinasnya saya terima | Mun aya duitna | Nek duite ana | Kalo ada uang to |
    On the understanding that he pays | Given that security is fine with it | When the budget comes through | If it fits |
    Contingent on a clean audit | Kecuali hasil asesmen berkata lain | Sah kalau Pak Irjen ikut teken |
    Berlaku bila server cadangan sudah siap | Andai diizinkan bendahara | Unless the auditor objects | Only if Finance can spare it |
    Provided nobody complains | Menawi anggaranipun cekap`),
  'a restriction': lures(`
    Ya sebatas melihat, bukan mengedit | Ini hanya berlaku bagi Sdri. Hapsari | Aksesnya hendaknya tidak lebih dari jam lima sore |
    Yang dibuka folder keuangannya doang | Saya batasi di modul pelaporan | Cukup layar tunggal, bukan dua |
    Itu pun dipakai bersama berdua | Terbatas bagi pegawai tetap | Mung kanggo kantor kene | Ngan keur bagian keuangan wungkul |
    Read access is plenty | Strictly for the finance folder | Nothing beyond the test server | Fungsinya untuk mencetak saja |
    Dia boleh lihat tapi tidak boleh ubah | Jangan kasih hak admin | Akses setingkat operator sudah memadai |
    Orang lain tidak usah ikut pakai | Dipakai di kantor, tidak dibawa pulang | Tidak untuk dipakai di rumah | Buat presentasi doang |
    Printernya yang hitam putih ya | Kuotanya standar pegawai | No admin rights though | View-only is fine | Office hours only |
    Without remote access | Nothing fancy, the basic plan | Batasnya modul gaji | Jangan sampai masuk folder rahasia | Khusus hari kerja |
    Sekadar untuk melihat laporan | Fitur ekspornya dimatikan | Hak hapusnya dicabut | Printing disabled | Weekdays only |
    Lowest tier please`),
  'a stage': lures(`
    Kita mulai dari lantai bawah dahulu | Gelombang pertama empat kantor, sisanya belakangan | Kita pakai percobaan di satu seksi dahulu |
    Pelan-pelan, satu kantor per pekan | Fase awal saja, lanjutannya kita lihat hasilnya | Dicicil per triwulan |
    Jalankan di lingkungan uji lebih dahulu | Pilot first, the rest follows | Roll it out gradually | Sitik-sitik wae`),
  'a time limit': lures(`
    Akunnya mati otomatis tiap akhir kontrak | Berlakunya tiga puluh hari kalender | Sehabis rakernas aksesnya dicabut |
    Tutup lagi hari Minggu malam | Dipinjamkan sampai penggantinya datang | Jangka waktunya setengah tahun |
    Sesudah Lebaran kita hentikan | Nganti sasi ngarep | Nepi ka akhir bulan | Expires with his contract | Good for thirty days |
    Until the secondment is over | Cut it off by Friday | Hanya seminggu | Ditutup tanggal 30 | Sampai dia pulang dari tugas |
    Sesudah itu dimatikan | Paling lambat dikembalikan Jumat | Habis acara langsung dicopot | Sekitar dua bulan lah |
    Batasnya akhir tahun | Nganti lebaran | Dugi tanggal salapan | Through the end of March | Three months tops | Ends in June |
    Revoke it afterwards | For the duration of the event | Sepekan ya | Tenggatnya akhir kuartal | Jangan lewat tanggal 12 |
    Diputus lagi pascaacara | Umurnya setahun | Until Ramadan | Sunset it in May | One semester`),
  'a changed number': lures(`
    Ukurannya separuh dari yang ditulis | Unitnya tiga, bukan lima | Kuotanya dua puluh giga | Ambil yang 8 GB |
    Jumlahnya saya pangkas jadi dua | Buatkan empat | Kurangi sepasang | Plus satu lagi untuk saya | Loro wae | Dua urang bae |
    Make that two instead | Half of them will do | Ten seats are enough | Dua dulu | Lima belas cukup | Tambah sepuluh | Satu orang satu |
    Jadikan 50 GB | Empat lisensi mencukupi | Kok dua, satu aja | Siji wae | Just the one | Twenty seats max | Five instead of ten |
    A dozen would be fine | Berdua cukup | Tiga akun, bukan enam | Separuhnya | Kecilkan jadi 10 GB | Cut it to four | Make it fifteen |
    Sapuluh wae`),
  'another who decides': lures(`
    Ketok palunya di Bu Sesditjen | Keputusan akhir tetap di pimpinan | Nunggu lampu hijau Pak Karo | Pak Karo yang punya wewenang |
    Tembuskan juga supaya Pak Deputi memberi paraf | Biar Bu Kabag yang menimbang | Perlu restu Kepala Kantor | Sing nentokake Pak Lurah |
    Final say rests with the CFO | Let the director sign off | Legal has to bless it | HR needs to weigh in |
    Pak Direktur yang berhak menjawab | Tapi finalnya di Biro Umum | Bu Kepala biasanya yang tanda tangan |
    Sambil menanti jawaban Pak Sekjen | Beliau perlu tahu dan mengiyakan juga | Mintakan juga tanda tangan Pak Kakanwil |
    Sekretaris saya akan mengabari jawabannya | Saya masih harus lapor ke atas | Coba tanya Bu Desi juga |
    Pak Lurah sing ngomong pungkasane | The committee votes on Monday | My director gets the last word | Loop in procurement |
    I will run it by my boss | Pending his signature | Nanti Pak Kasubdit yang kasih jawaban |
    Mohon diteruskan ke Bu Karo untuk persetujuan | Atasan langsungnya sebenarnya Bu Nur | Ini ranah Pak Inspektur |
    Kantor pusat yang memberi lampu hijau | The board approves these things | Ask the regional head | Someone above me must agree`),
  'a wait': lures(`
    Tahan sebentar di meja Anda | Parkir dulu permintaannya | Jangan buru-buru dieksekusi | Endapkan barang sehari |
    Eksekusinya sepulang saya dari Batam | Minggu ngarep wae | Engke heula | Mulainya tanggal muda | Bulan muka baru dijalankan |
    Hold your horses | Sit on it for a day | Kick it off next Monday | Give me until tomorrow | Pelaksanaannya saya kabari |
    Waktunya saya tentukan kemudian | Jangan sekarang | Nunggu musim sepi | Habis gajian baru jalan | Eksekusi setelah libur panjang |
    Kerjakan tanggal 5 | Mulai minggu depan | Tunggu aba-aba | Ngantos dinten Senen | Ke depannya saja | Not right away |
    In the new year | Start on the first | After the holidays | I'll tell you when | Besok kita obrolkan | Nanti saja sesudah rapim |
    Simpan dulu | Sebentar ya saya pikir-pikir | Jadwalnya menunggu kabar saya | Let us revisit next quarter | Not this week |
    Keep it on ice`),
  'something first': lures(`
    Rapikan datanya dahulu | Salin isinya ke hardisk sebelum dihapus | Orangnya ikut pelatihan keamanan dahulu |
    Minta tanda terima barang lama | Backup datanya, baru dihapus | Bersihkan virusnya lebih awal |
    Jangan dikerjakan sebelum saya lihat drafnya | Cocokkan NIP-nya dengan SIMPEG | Takon Bu Endah sik |
    Tarik laptop lamanya, baru kasih yang baru | Have him sign the form beforehand | Back up the mailbox prior to deletion |
    Ask his wife to bring the badge | Lapor polisi dulu soal laptop hilangnya | Datanya dipindahkan dulu | Isi formulir inventaris dulu |
    Setelah surat kehilangan terbit | Suruh dia ganti sandi lebih dulu | Diperiksa keamanan terlebih dulu | Pastikan mesinnya bersih |
    Buktikan dulu keperluannya | Kudu tandatangan heula | Kembalikan dulu yang lama | Get it scanned first | Make him sign the NDA |
    Once the old one is returned | Clear it with security | Temui saya sebelum dipasang | Uji dulu di komputer lain |
    Lengkapi lampirannya | Foto barangnya dulu | Ybs ikut sosialisasi lebih dulu | Train him first | Show me the draft |
    Kudu lapor heula ka abdi`),
  'a delegation': lures(`
    Silakan Pak Nyoman yang menjawab | Saya serahkan ke Mbak Indah untuk memutuskan | Urusan ini saya limpahkan ke Kasi |
    Tanyakan ke Plh saya | Wakil saya yang akan menjawab | Over to my deputy | Check with Ms. Laras | Mas Joko sing ngurus persetujuane`),
  'a question': lures(`
    Boleh tahu alasannya apa | Kira-kira biayanya berapa | Siapa yang menanggung pulsanya | Kok mendadak begini |
    Kenapa mintanya lewat saya | Apa sudah lewat Bu Kabag | Perlunya buat apa sih | Iki kanggo opo to | Ieu jang naon |
    What is this even for | Who pays for it | Is that even allowed | Emang belum punya | Ini yang mana | Laptopnya mau diapakan |
    Memang stoknya ada | Bisa dijelaskan sedikit | Ini resmi kah | Tujuannya apa | Mang kudu ayeuna | How come | Any cheaper option |
    Tell me why | Is he still with us | Harganya kena berapa | Ada yang lebih hemat | Kapan selesainya | Perlu berapa lama |
    Untuk keperluan apa | Isn't there a cheaper way | Which unit is this | Who is she`),
  sarcasm: lures(`
    Seperti biasa saya cuma tukang stempel | Memangnya saya punya pilihan | Katanya sih penting | Biar kalian senang |
    Terserah kalian sajalah | Whatever you say | As if I had a choice`),
  'a past refusal': lures(`
    Kemarin sudah saya bilang tidak | Dulu pernah saya tolak | Yang ini sebenarnya sudah pernah saya batalkan |
    Pekan kemarin saya nyatakan tidak | Wingi aku emoh | Last week I said no | I turned this down already`),
  'another ticket': lures(`
    Itu buat tiket Bu Maria | Maksud saya yang printer kemarin | Ini jawaban untuk surat yang Selasa |
    Untuk permintaan Pak Slamet, bukan yang ini | Salah balas, ini untuk email sebelah | That was meant for the other ticket |
    I mean the printer one | Untuk yang kemarin | Yang saya maksud permintaan Selasa | Ini balasan buat Bu Tuti | Tiket yang satunya |
    Yang printer bukan yang laptop | Wrong thread | For yesterday's request | The other one | Itu jawaban tiket Pak Rahmat |
    Bukan yang laptop | Maksudnya yang hosting kemarin | Yang ini lain | For the hosting request | About the earlier one`),
  'only a part': lures(`
    VPN-nya jangan, emailnya ya | Yang nomor dua coret | Akun Dewi tidak usah | Nama terakhir dikeluarkan | Sisanya lain waktu |
    Kecuali punya Rudi | Hostingnya lain cerita | Sing printer ora | Leave out the last name | Minus the intern | Not the second one |
    Skip the laptop | Kecuali Reza | Reza jangan | Punya Reza saya tangguhkan | Yang dua lagi nanti | Kecuali yang di Medan |
    Emailnya saja | Selain VPN | Untuk VPN saya belum yakin | Akses ke gudang data saya coret | Sareng Reza mah entong | All but Reza |
    Everything except the VPN | The second one I don't like | Reza's account can wait | Bagian Medan ditinggal | Untuk Sari belum |
    Akun kedua lewati | Hapus nama Gani dari daftar | Minus Gani | Drop the last item | Gani's can wait`),
  'an obligation': lures(`
    Orangnya wajib lapor tiap Jumat | Dia mesti teken pakta integritas | Tim kalian harus menjamin datanya aman |
    Hasilnya diserahkan ke meja saya | Penggunanya supaya membuat laporan bulanan | Semua log dikirim ke kami |
    Tolong awasi pemakaiannya | Ganti sandinya tiap minggu | Kudu dijogo tenan | Ulah dipake maen game | He has to report weekly |
    Keep a log of every visit | Make sure nobody shares it | Send me the bill | Yang bersangkutan membuat pernyataan |
    Kirimi saya laporannya tiap bulan | Semua aktivitas direkam | Dia bertanggung jawab mengganti kalau hilang |
    Barang hilang diganti sendiri | Password diganti tiap bulan | Pemakaian dipantau | Dampingi terus teknisinya |
    Beri label inventaris kantor | Ganti biaya dari unit pemohon | He pays for it himself | Monitor the usage | Label it as ours |
    Keep me posted on every login | Pemakaiannya dicatat di buku | Orangnya mengganti bila rusak | Tagihan masuk ke seksi pemohon |
    Serah terimanya di depan saya | Hasil kerjanya dilaporkan rutin | She must log every use | Bill the requester | Return it by noon`),
  'another thing': lures(`
    Pakai yang bekas di gudang | Ganti mereknya yang buatan lokal | Taruh di gedung sebelah | Namanya dibuat layanan2 |
    Alihkan atas nama Bu Sari | Kasih wifi biasa | Ngagem printer lami mawon | Give him the older model | Put it in Jakarta rather |
    Use the shared mailbox | Yang merek lokal | Domainnya pakai nama kantor | Titip di server lama | Diganti tablet |
    Numpang punya tetangga | Pakai kabel, bukan wifi | Pindah ke cloud | Laptopnya yang bekas Pak Karyo | Refurbished will be fine |
    The smaller one | Windows, not Linux | Host it at the regional office | Pakai yang lama saja | Tipe yang lebih murah |
    Servernya di Surabaya | Kasih tablet | Alihkan ke akun bersama | Go with the cheaper one | Use ours`),
  'a doubt': lures(`
    Ragu sih | Agak berat hati | Saya kurang sreg | Setengah hati sebenarnya | Moga-moga tidak salah | Entah ya | Kayake | Meneketehe |
    I have my doubts | Not sure about it | Reluctantly | Against my better judgment | Dengan berat hati | Sebetulnya saya ragu |
    Terpaksa | Mau bagaimana lagi | Ya sudah lah terserah | I suppose so | Hmm | Fine, whatever`),
  'taken back': lures(`
    Bohong | Hanya bercanda | April mop | Eh salah, maksudnya tolak | Ralat, tidak | Dibatalkan saja | Tidak jadi deh | Just kidding |
    Scratch that | Never mind | On second thought, no | Eh tunggu, jangan | Salah ketik, harusnya tidak | Becanda | Batal deh | Wait, no |
    Forget it`),
};
