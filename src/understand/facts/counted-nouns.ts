/** Nouns that are counted in mails to a service desk. */
const PEOPLE =
  'orang pegawai karyawan staf staff cpns pns pppk asn ppnpn mahasiswa siswa magang peserta petugas personil personel user pengguna pemeriksa auditor tamu tenaga analis dosen operator account accounts akun email user users people person persons staff employees employee interns intern anggota member members economists nama creator narasumber pejabat ekonom economist auditor programmer developer engineer engineers teknisi technicians pengajar konsultan pembicara delegates visitors guests trainees guru wartawan tamu satpam pramubakti';
const DEVICES =
  'perangkat pc komputer laptop notebook desktop desktops unit device devices printer server vm mesin alamat ip titik roll rol box buah lisensi licence license kamera proyektor switch access point port link room akses lokasi ruangan aplikasi situs website utas batang helai lembar meja kursi host hosts stan boks box boxes dus kotak bh blok segmen subnet vlan toner pcs biji set paket folder kelas botol galon grafik visualisasi tabel halaman kantor offices gedung cabang kamar colokan servis service services microservice microservices namespace namespaces node nodes address addresses machines machine laptops notebooks computers environment instance alat container containers kontainer pod pods';
export const COUNTED = new Set([...PEOPLE.split(' '), ...DEVICES.split(' ')]);
export const PERSONS = new Set(PEOPLE.split(' '));
/** Nouns that say only that something is counted; what it is may follow: "12 buah akun". */
export const COUNTERS = new Set('unit units buah bh biji set pcs box boks nama'.split(' '));
/** Nouns that count what a service counts, by its unit; a unit that is not here is counted by its own noun, and as persons or things. */
const HOSTS =
  'server vm mesin host hosts instance environment machine machines container containers kontainer pod pods alamat ip aplikasi situs website servis service services microservice microservices namespace namespaces node nodes unit buah';
const UNITS: Readonly<Record<string, ReadonlySet<string>>> = {
  server: new Set(HOSTS.split(' ')),
  host: new Set(HOSTS.split(' ')),
  segmen: new Set(['segmen', 'blok', 'subnet', 'vlan']),
  titik: new Set(['titik', 'port', 'kamar', 'meja', 'ruangan', 'kelas', 'colokan']),
  folder: new Set(['folder', 'folders', 'direktori']),
  lokasi: new Set('lokasi kantor offices gedung cabang situs'.split(' ')),
  aplikasi: new Set('aplikasi sistem portal situs website applications application api'.split(' ')),
  'akun PDE': new Set('akun user account accounts users username'.split(' ')),
  narasumber: new Set(['narasumber', 'pembicara', 'pengajar', 'konsultan']),
};
const OF_PERSONS = /akun|orang|pegawai|account/;
const ADDRESSES = new Set(['alamat', 'address', 'addresses']);

/** Whether so many of these nouns are so many of what the service counts. */
export function isCountOf(noun: string, unit: string): boolean {
  const nouns = UNITS[unit];
  if (noun === '') return true;
  if (nouns) return nouns.has(noun);
  return noun === unit || PERSONS.has(noun) === isOfPersons(unit) || (isOfPersons(unit) && ADDRESSES.has(noun));
}

/** Whether what it counts may be named one by one: hosts, addresses, names in quotation marks. */
export function isOfNames(unit: string | null): boolean {
  return unit === null || NAMED_UNITS.has(unit) || !(isOfPersons(unit) || isOfOwnNouns(unit));
}

const NAMED_UNITS = new Set(['server', 'host', 'folder', 'akun PDE']);

export function isOfHosts(unit: string | null): boolean {
  return unit === 'server' || unit === 'host';
}

export function isOfPersons(unit: string | null): boolean {
  return unit === null || OF_PERSONS.test(unit);
}

/** Whether it counts nothing but what its nouns name, so that persons and devices around it say nothing of the number. */
export function isOfOwnNouns(unit: string | null): boolean {
  return unit !== null && unit in UNITS;
}

export const ENGLISH_THINGS = new Set('laptops computers desktops machines devices notebooks'.split(' '));
