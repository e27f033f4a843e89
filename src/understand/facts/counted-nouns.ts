/** Nouns that are counted in mails to a service desk. An English plural in -s belongs to its noun. */
const PEOPLE =
  'orang pegawai karyawan staf staff cpns pns pppk asn ppnpn mahasiswa siswa magang peserta petugas personil personel user pengguna pemeriksa auditor tamu tenaga analis dosen operator account akun email people person employee intern anggota member nama creator narasumber pejabat ekonom economist programmer developer engineer teknisi technician pengajar konsultan consultant pembicara delegate visitor guest trainee guru wartawan satpam pramubakti';
/** Whom an office sends, and who comes from outside. */
const ROLES =
  'analyst specialist officer lecturer student rekan kolega colleague teman vendor rekanan mitra kontraktor contractor subkontraktor tukang kru crew perwakilan wakil representative delegasi pendamping pengawas supervisor manajer manager admin administrator tester surveyor surveior asesor assessor verifikator interpreter penerjemah pengendali ketua lo dev qa pk penguji penilai juri panitia moderator fasilitator instruktur trainer pemateri speaker ahli expert spesialis calon kandidat honorer undangan invitee participant attendee hadirin utusan pengunjung peneliti researcher jurnalis journalist relawan asisten assistant outsourcing alumni pensiunan taruna dokter perawat pustakawan arsiparis bendahara sekretaris kasi kasubbag kasubbid kabag kabid kepala direktur pimpinan resepsionis pengemudi sopir driver security klien client fungsional pelaksana penyuluh juru pranata';
const THINGS =
  'perangkat pc komputer computer laptop notebook desktop unit device printer server vm mesin alamat ip titik roll rol box buah lisensi licence license kamera proyektor switch access point port link room akses lokasi ruangan aplikasi situs website utas batang helai lembar meja kursi host stan boks boxes dus kotak bh blok segmen subnet vlan toner pcs biji set paket folder direktori kelas botol galon grafik visualisasi tabel halaman kantor office gedung cabang kamar colokan servis service microservice namespace node address addresses machine instance alat container kontainer pod environment database db';
const MORE_THINGS =
  'monitor scanner tablet ipad iphone ponsel smartphone handphone telepon gawai router modem ups tv televisi smartboard webcam headset mikrofon speakerphone aio workstation macbook imac api endpoint project proyek repository repo grup group channel cluster klaster subdomain dashboard dasbor survei kuesioner survey elemen sertifikat sesi acara kegiatan rapat meeting vicon perusahaan instansi pos loket site satker potong kabel patchcord bastion cctv nvr dvr fingerprint sensor kiosk anjungan saluran';

function withPlurals(nouns: string): readonly string[] {
  return nouns.split(' ').flatMap((noun) => [noun, `${noun}s`]);
}

/** Offices by their kinds. */
const OFFICES = 'kpp kppn kpknl kppbc kp2kp kanwil balai pusdiklat';

export const PERSONS: ReadonlySet<string> = new Set([...withPlurals(PEOPLE), ...withPlurals(ROLES)]);
export const COUNTED: ReadonlySet<string> = new Set([
  ...PERSONS,
  ...withPlurals(THINGS),
  ...withPlurals(MORE_THINGS),
  ...OFFICES.split(' '),
]);
/** Which may be added to each other. */
export const DEVICES: ReadonlySet<string> = new Set(
  withPlurals(
    'perangkat pc komputer computer laptop notebook desktop device printer scanner tablet ipad monitor mesin smartphone workstation aio macbook imac vm server bastion proyektor kamera smartboard tv cctv nvr dvr fingerprint kiosk db database host',
  ),
);
/** Nouns that say only that something is counted; what it is may follow: "12 buah akun". */
export const COUNTERS = new Set('unit units buah bh biji set pcs box boks nama'.split(' '));
/** Which measure something else each: "2 roll kabel dan 100 buah konektor" are no 102. */
export const MEASURES: ReadonlySet<string> = new Set([
  ...COUNTERS,
  ...'roll rol boks boxes dus kotak batang helai lembar utas potong paket'.split(' '),
]);
/** Nouns that count what a service counts, by its unit; a unit that is not here is counted by its own noun, and as persons or things. */
const HOSTS =
  'server vm mesin host instance environment machine container kontainer pod alamat ip aplikasi situs website servis service microservice namespace node unit buah biji bh database db bastion';
const UNITS: Readonly<Record<string, ReadonlySet<string>>> = {
  server: new Set(withPlurals(HOSTS)),
  host: new Set(withPlurals(HOSTS)),
  segmen: new Set(['segmen', 'blok', 'subnet', 'vlan']),
  titik: new Set(['titik', 'port', 'kamar', 'meja', 'ruangan', 'kelas', 'colokan']),
  folder: new Set(withPlurals('folder direktori')),
  lokasi: new Set(withPlurals(`lokasi kantor office gedung cabang situs site pos loket satker ${OFFICES}`)),
  survei: new Set(withPlurals('survei kuesioner survey')),
  kegiatan: new Set(withPlurals('kegiatan acara rapat meeting vicon sesi event')),
  kabel: new Set(
    withPlurals('kabel patchcord potong roll rol box boks dus kotak pcs biji buah bh batang utas helai meter'),
  ),
  room: new Set(withPlurals('room link ruangan sesi')),
  aplikasi: new Set(withPlurals('aplikasi sistem portal situs website application api')),
  'akun PDE': new Set(withPlurals('akun user account username perusahaan instansi')),
  narasumber: new Set(withPlurals('narasumber pembicara pengajar konsultan pemateri instruktur trainer speaker')),
};
/** An office is no device and no person. */
const AT_OFFICES: ReadonlySet<string> = new Set(OFFICES.split(' '));
const OF_PERSONS = /akun|orang|pegawai|account/;
const ADDRESSES = new Set(['alamat', 'address', 'addresses']);

/** Whether so many of these nouns are so many of what the service counts. */
export function isCountOf(noun: string, unit: string): boolean {
  const nouns = UNITS[unit];
  if (noun === '') return true;
  if (nouns) return nouns.has(noun);
  if (AT_OFFICES.has(noun)) return false;
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

/** Of persons themselves, not of their accounts. */
export function isPersonNoun(word: string): boolean {
  return word === 'org' || word === 'orang' || (PERSONS.has(word) && !ACCOUNTS.has(word));
}

const ACCOUNTS = new Set('akun account accounts email user users anggota'.split(' '));

export const ENGLISH_THINGS = new Set('laptops computers desktops machines devices notebooks'.split(' '));
