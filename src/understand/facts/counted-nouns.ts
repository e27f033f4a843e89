/** Nouns that are counted in mails to a service desk. An English plural in -s belongs to its noun. */
const PEOPLE =
  'orang pegawai karyawan staf staff cpns pns pppk asn ppnpn mahasiswa siswa magang peserta petugas personil personel user pengguna pemeriksa auditor tamu tenaga analis dosen operator account akun email people person employee intern anggota member nama creator narasumber pejabat ekonom economist programmer developer engineer teknisi technician pengajar konsultan consultant pembicara delegate visitor guest trainee guru wartawan satpam pramubakti';
/** Whom an office sends, and who comes from outside. */
const ROLES =
  'analyst specialist officer lecturer student rekan kolega colleague teman vendor rekanan mitra kontraktor contractor subkontraktor tukang kru crew perwakilan wakil representative delegasi pendamping pengawas supervisor manajer manager admin administrator tester surveyor surveior asesor assessor verifikator interpreter penerjemah pengendali ketua lo dev qa pk penguji penilai juri panitia moderator fasilitator instruktur trainer pemateri speaker ahli expert spesialis calon kandidat honorer undangan invitee participant attendee hadirin utusan pengunjung peneliti researcher jurnalis journalist relawan asisten assistant outsourcing alumni pensiunan taruna dokter perawat pustakawan arsiparis bendahara sekretaris kasi kasubbag kasubbid kabag kabid kepala direktur pimpinan resepsionis pengemudi sopir driver security klien client fungsional pelaksana penyuluh juru pranata servant hire observer kabid kapus kakanwil kadis ppk kpa ppspm pptk kuasa atasan bawahan relawan istri suami ilmuwan karyawati peragawati budayawan pria wanita perempuan laki laki2 cowok cewek';
const THINGS =
  'perangkat pc komputer computer laptop notebook desktop unit device printer server vm mesin alamat ip titik roll rol box buah lisensi licence license kamera proyektor switch access point port link room akses lokasi ruang ruangan aplikasi situs website utas batang helai lembar meja kursi host stan boks boxes dus kotak bh blok segmen subnet vlan toner pcs biji set paket folder direktori kelas botol galon grafik visualisasi tabel halaman kantor office gedung cabang kamar colokan servis service microservice namespace node address addresses machine instance alat container kontainer pod environment database db layanan siaran broadcast pengumuman kolom field entri menu booth ap alat package release';
const MORE_THINGS =
  'monitor scanner tablet ipad iphone ponsel smartphone handphone telepon gawai router modem ups tv televisi smartboard webcam headset mikrofon speakerphone aio workstation macbook imac api endpoint project proyek repository repo grup group channel cluster klaster subdomain dashboard dasbor survei kuesioner survey elemen sertifikat sesi acara kegiatan rapat meeting vicon perusahaan instansi pos loket site satker potong kabel patchcord cord sertel tte mailbox voucher conference vicon webinar sosialisasi rakor fgd bastion cctv nvr dvr fingerprint sensor kiosk anjungan saluran';

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
const THINGS_COUNTED: ReadonlySet<string> = new Set([...withPlurals(THINGS), ...withPlurals(MORE_THINGS)]);
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
  'server vm mesin layanan host instance environment machine container kontainer pod alamat ip aplikasi situs website servis service microservice namespace node unit buah biji bh database db bastion';
const UNITS: Readonly<Record<string, ReadonlySet<string>>> = {
  server: new Set(withPlurals(HOSTS)),
  host: new Set(withPlurals(HOSTS)),
  segmen: new Set(['segmen', 'blok', 'subnet', 'vlan']),
  titik: new Set(['titik', 'port', 'kamar', 'meja', 'ruangan', 'kelas', 'colokan']),
  folder: new Set(withPlurals('folder direktori')),
  lokasi: new Set(withPlurals(`lokasi kantor office gedung cabang situs site pos loket satker ${OFFICES}`)),
  survei: new Set(withPlurals('survei kuesioner survey')),
  dukungan: new Set(
    withPlurals(
      'petugas teknisi operator personel personil tenaga orang engineer staf booth stan titik laptop pc komputer printer access point ap router proyektor tv monitor perangkat unit',
    ),
  ),
  email: new Set(withPlurals('email siaran broadcast pengumuman blast')),
  paket: new Set(withPlurals('paket package release')),
  dashboard: new Set(withPlurals('dashboard dasbor grafik visualisasi tabel halaman menu')),
  elemen: new Set(withPlurals('elemen kolom field entri')),
  kegiatan: new Set(
    withPlurals('kegiatan acara rapat meeting vicon sesi event conference webinar fgd rakor sosialisasi kali'),
  ),
  kabel: new Set(
    withPlurals('kabel patchcord cord potong roll rol box boks dus kotak pcs biji buah bh batang utas helai meter'),
  ),
  room: new Set(withPlurals('room link ruang ruangan sesi kegiatan')),
  aplikasi: new Set(withPlurals('aplikasi sistem portal situs website application api')),
  'akun PDE': new Set(withPlurals('akun user account username perusahaan instansi')),
  narasumber: new Set(withPlurals('narasumber pembicara pengajar konsultan pemateri instruktur trainer speaker')),
};
/** Of which each person has his own. */
const CARRIED: Readonly<Record<string, ReadonlySet<string>>> = {
  orang: new Set('sertel sertifikat tte sertifikatnya'.split(' ')),
  akun: new Set('mailbox kotak surel email voucher akses'.split(' ')),
};
/** An office is no device and no person. */
const AT_OFFICES: ReadonlySet<string> = new Set(OFFICES.split(' '));
const OF_PERSONS = /akun|orang|pegawai|account/;
const ADDRESSES = new Set(['alamat', 'address', 'addresses']);

/** What a service that counts devices or their addresses takes for one; other things stand around them. */
const NEAR_DEVICES: ReadonlySet<string> = new Set([
  ...DEVICES,
  ...COUNTERS,
  ...withPlurals(
    'lisensi licence license host alamat ip address titik port switch router modem ups telepon gawai webcam nodes node ap access point sensor stan handphone iphone televisi alat speakerphone smartphone anjungan link perangkat instance client',
  ),
]);

/** Words for what a service counts, where it counts nothing but these. */
export function nounsOf(unit: string): readonly string[] {
  return [...(UNITS[unit] ?? [])].filter((noun) => noun.length > 3);
}

/** Whether so many of these nouns are so many of what the service counts. */
export function isCountOf(noun: string, unit: string): boolean {
  const nouns = UNITS[unit];
  if (noun === '') return true;
  if (nouns) return nouns.has(noun);
  if (unit === 'perangkat' || unit === 'alamat IP') return NEAR_DEVICES.has(noun);
  if (AT_OFFICES.has(noun)) return false;
  if (CARRIED[unit]?.has(noun) === true) return true;
  return noun === unit || isOfPeople(noun) === isOfPersons(unit) || (isOfPersons(unit) && ADDRESSES.has(noun));
}

/** Whether what it counts may be named one by one: hosts, addresses, names in quotation marks. */
export function isOfNames(unit: string | null): boolean {
  return unit === null || NAMED_UNITS.has(unit) || !(isOfPersons(unit) || isOfOwnNouns(unit));
}

const NAMED_UNITS = new Set(['server', 'host', 'folder', 'akun PDE', 'elemen']);

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
  const bare = word.length > 6 && word.endsWith('nya') ? word.slice(0, -3) : word;
  return bare === 'org' || bare === 'orang' || (isOfPeople(bare) && !ACCOUNTS.has(bare));
}

/** Whether it counts people: a noun that is listed, else one made as names of those who do something are: "desainer", "pengemudi". */
export function isOfPeople(word: string): boolean {
  return PERSONS.has(word) || (AGENT.test(word) && !NO_AGENT.has(word) && !THINGS_COUNTED.has(word));
}

/** Whether a number before it counts something. */
export function isCounted(word: string): boolean {
  return COUNTED.has(word) || isOfPeople(word);
}

const AGENT = /^(?:pe(?:m|n|ng|ny|l|r)\p{L}{4,}(?<!an|ai)|\p{L}{4,}(?:ator|iner|oper|ager|sir|tor|olog|grafer))$/u;
const NO_AGENT = new Set(
  'periode persen persero perdana pertama perlu permanen perihal percobaan pengaruh penuh pernah personal perkara perangkat laporan container kontainer aplikator monitor vektor sektor faktor motor kantor nomor generator indikator traktor konektor operator2 simulator kapasitor proyektor konduktor selular karena teratur sebentar'.split(
    ' ',
  ),
);

const ACCOUNTS = new Set('akun account accounts email user users anggota'.split(' '));

export const ENGLISH_THINGS = new Set('laptops computers desktops machines devices notebooks'.split(' '));
