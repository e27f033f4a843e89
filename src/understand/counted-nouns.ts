/** Nouns that are counted in mails to a service desk. */
const PEOPLE =
  'orang pegawai karyawan staf staff cpns pns pppk asn ppnpn mahasiswa siswa magang peserta petugas personil personel user pengguna pemeriksa auditor tamu tenaga analis dosen operator account accounts akun email user users people person persons staff employees employee interns intern anggota member members economists nama creator narasumber pejabat ekonom economist auditor programmer developer engineer engineers teknisi technicians pengajar konsultan pembicara delegates visitors guests trainees guru wartawan tamu satpam pramubakti';
const DEVICES =
  'perangkat pc komputer laptop notebook desktop desktops unit device devices printer server vm mesin alamat ip titik roll rol box buah lisensi licence license kamera proyektor switch access point port link room akses lokasi ruangan aplikasi situs website utas batang helai lembar meja host hosts stan boks box boxes dus kotak bh blok segmen subnet vlan toner pcs biji set paket folder kelas botol galon grafik visualisasi tabel halaman kantor address addresses machines machine laptops notebooks computers environment instance alat container containers kontainer pod pods';
export const COUNTED = new Set([...PEOPLE.split(' '), ...DEVICES.split(' ')]);
export const PERSONS = new Set(PEOPLE.split(' '));
/** Nouns that say only that something is counted; what it is may follow: "12 buah akun". */
export const COUNTERS = new Set('unit units buah bh biji set pcs box boks nama'.split(' '));
export const ENGLISH_THINGS = new Set('laptops computers desktops machines devices notebooks'.split(' '));
