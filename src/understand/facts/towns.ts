/**
 * Towns and regencies outside Jakarta, of those that place.ts does not know anyway (names of Permendagri 72/2019). Many are common words or
 * names of people: they count only where the place of something is told.
 */
const TOWNS = `
  bukittinggi payakumbuh pariaman solok sawahlunto padang.panjang agam dharmasraya pasaman sijunjung tanah.datar batusangkar lubuk.basung
  painan mentawai sibolga binjai pematang.siantar pematangsiantar tebing.tinggi tanjung.?balai padang.?sidempuan gunungsitoli nias asahan
  kisaran dairi deli.serdang lubuk.pakam humbang.hasundutan karo kabanjahe labuhan.?batu rantau.prapat rantauprapat langkat stabat
  mandailing.natal padang.lawas samosir serdang.bedagai simalungun tapanuli balige tarutung toba langsa lhokseumawe sabang subulussalam
  meulaboh bireuen pidie sigli takengon simeulue singkil tapaktuan tamiang nagan.raya gayo.lues dumai bengkalis indragiri rengat tembilahan
  kampar bangkinang kuantan.singingi pelalawan rokan siak karimun natuna anambas lingga bintan sungai.penuh batanghari bungo kerinci merangin
  muaro.jambi sarolangun tebo muara.bungo lubuk.?linggau pagar.?alam prabumulih banyuasin empat.lawang lahat muara.enim musi.rawas
  ogan.ilir ogan.komering kayu.?agung baturaja sekayu kaur kepahiang lebong mukomuko rejang.lebong seluma curup manna metro bandar.?lampung
  mesuji pesawaran pringsewu tanggamus tulang.bawang way.kanan kotabumi kalianda liwa bangka belitung tanjung.?pandan sungai.?liat cilegon
  lebak pandeglang rangkasbitung bandar.serang banjar ciamis cimahi cikarang cibinong indramayu kuningan.jawa.barat majalengka pangandaran subang
  sumedang soreang cileunyi jatinangor cirebon banjarnegara banyumas batang blora boyolali brebes cilacap demak grobogan purwodadi jepara
  karanganyar kebumen kendal klaten pati pemalang purbalingga purworejo rembang sragen sukoharjo temanggung ungaran wonogiri wonosobo bantul
  gunung.?kidul kulon.?progo sleman wonosari bangkalan blitar bojonegoro bondowoso lamongan lumajang magetan mojokerto nganjuk ngawi pacitan
  pamekasan pasuruan ponorogo probolinggo sampang situbondo sumenep trenggalek tuban tulungagung kepanjen badung bangli buleleng singaraja gianyar
  jembrana karangasem klungkung tabanan bima dompu selong praya sumbawa.besar alor atambua bajawa belu ende larantuka lembata maumere
  manggarai ruteng ngada nagekeo rote.?ndao sabu.raijua sikka sumba waingapu waikabubak kalabahi bengkayang kapuas.hulu putussibau kayong.utara
  ketapang kubu.raya mempawah melawi sambas sanggau sekadau sintang ngabang sukadana barito kuala.kapuas muara.teweh pangkalan.?bun sampit
  buntok kasongan katingan kotawaringin lamandau murung.raya pulang.pisau seruyan sukamara balangan amuntai barabai kandangan kotabaru martapura
  pelaihari rantau.tapin tabalong tanjung.tabalong tanah.laut tanah.bumbu batulicin marabahan bontang berau kutai sangatta tenggarong paser penajam
  mahakam.ulu malinau nunukan tanjung.selor bulungan tana.tidung palopo bantaeng barru bone watampone bulukumba enrekang gowa sungguminasa jeneponto
  luwu masamba belopa malili maros pangkajene pinrang selayar sidrap sidenreng.rappang sinjai soppeng takalar tana.toraja makale rantepao wajo sengkang
  toli.?toli banggai luwuk buol donggala morowali bungku parigi.moutong poso sigi tojo.una.una bau.?bau bombana buton kolaka konawe unaaha muna raha
  wakatobi boalemo bone.bolango limboto pohuwato bitung kotamobagu tomohon bolaang.mongondow minahasa tondano sangihe tahuna sitaro talaud
  majene mamasa pasangkayu polewali polman tual buru namlea masohi seram saumlaki tobelo halmahera jailolo labuha morotai sanana taliabu tidore
  asmat boven.digoel nabire wamena jayawijaya keerom sentani sarmi serui yapen supiori waropen mimika puncak.jaya tolikara yahukimo paniai enarotali
  fakfak kaimana raja.ampat waisai bintuni tambrauw maybrat wondama teluk.wondama
  sumatra sumbar sumut sumsel riau kepri babel jabar jateng jatim banten ntb ntt kalbar kalteng kalsel kaltim kaltara sulsel sulut sulteng sultra sulbar`;
const NAMES = TOWNS.trim()
  .split(/\s+/)
  .map((name) => name.replaceAll('.?', '[ -]?').replaceAll('.', '[ -]'))
  .join('|');
const HOUSES =
  'hotel|kantor|kpp|kppn|kpknl|kppbc|kpu|kanwil|kantor wilayah|balai|bdk|gedung|aula|ruang|kota|kab|kabupaten|kec|kecamatan|universitas|kampus|pemkot|pemkab|pemda|bappeda|sekretariat|wisma|convention|mal|resort|pendopo';
const HOUSE = String.raw`(?:${HOUSES})\b\.?[^.;:\n]{0,40}?[\s,]`;
const AT = String.raw`(?:di|lokasi(?:nya)?|tempat(?:nya)?|bertempat|venue|at|in)\s{0,2}:?\s{0,2}(?:di\s)?`;

/** "Pak Bima" is somebody. */
const TITLED = String.raw`(?<!\b(?:pak|bu|bapak|ibu|sdr|sdri|mas|mbak|saudara|saudari)\.?\s)`;

/** "di Payakumbuh", "di kantor kami, Bukittinggi", "hotel Grand Rocky Bukittinggi". */
export const IN_TOWN = new RegExp(
  String.raw`\b(?:${AT}(?:${HOUSE})?|hotel\b[^.;:\n]{0,40}?\s)${TITLED}(?:${NAMES})\b`,
  'i',
);
