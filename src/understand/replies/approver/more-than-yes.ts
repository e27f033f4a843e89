/**
 * What makes more of a yes than a yes, though none of its words binds: somebody else is to be told or asked, something is added, the yes is to
 * a part, a place or a view, or it is only heard of. To tell the person concerned is no more than courtesy; to tell another one may mean
 * that his word is wanted, too, so it is asked back, unless our letter names him.
 */
import type { UnclearWhy } from '../../reading.ts';
import type { Mentions } from '../mentions.ts';
import type { Obstacle } from '../verdict.ts';

const PERSON = String.raw`(?:pak|bu|bapak|ibu|mas|mbak|sdr|sdri|mr|mrs|ms)\.?\s+(?!(?:admin|min|tim|team|ya|yang|agar|untuk|kalau|bila|di|semua)\b)(\p{L}{2,})`;
const POST = String.raw`(?:kabag|kabid|kasubdit|kasubbag|kasubbid|kasi|kasie|kakanwil|kepala|direktur|sekretaris|sekjen|dirjen|pimpinan|atasan|bagian|bidang|bendahara|keuangan|kepegawaian|vendor|legal|hr|finance|security)`;
/** "kabari Pak Kabid", "teruskan ke bagian umum" */
const TOLD = new RegExp(
  String.raw`\b(?:kabari|kabarin|kabarkan|infokan|infoin|informasikan|beri ?tahu|beritahukan|sampaikan|teruskan|laporkan|lapor|hubungi|telepon|telp|tembuskan|cc|kirimkan|kirim|tell|inform|notify|forward|contact)\s+(?:(?:juga|dulu|langsung|saja|hasilnya|ini)\s+)*(?:(?:ke|kepada|sama|pada|to)\s+)?(?:${PERSON}|${POST}\b)`,
  'giu',
);
/** "konfirmasi ke yang bersangkutan": to be asked, whoever it is but himself. */
const ASKED =
  /(?<!\b(?:sudah|sdh|telah|saya|kami|sy)\s)\b(?:konfirmasi|konfirmasikan|cek|cross ?check|verifikasi|klarifikasi|check|confirm|verify)\s+(?:(?:lagi|dulu|ulang|juga|back)\s+)*(?:ke|kepada|sama|dengan|with)\s+(?!(?:saya|kami|sy|saksama|seksama|teliti|baik|cermat|me|us)\b)\p{L}+/iu;
/** Where these stand before an order to tell, he tells himself. */
const OWN = /\b(?:saya|kami|sy|sudah|sdh|telah|i|we|bersama ini|dengan ini)\s+(?:\p{L}+\s+)?$/iu;

const SIGNS: readonly (readonly [RegExp, UnclearWhy, string])[] = [
  [/\b(?:setuju|disetujui|acc|approved?)\s*[:=]\s*(?:[._…-]{2,}|$)/iu, 'nothing', 'an empty form'],
  [
    /(?<!\b(?:bapak|ibu|rekan|saudara|teman|kalian|tim|hadirin|semua)\s)\bsekalian\s+(?!(?:diproses|dipercepat|dibantu|dikerjakan|ya|saja|pak|bu)\b)\p{L}/iu,
    'condition',
    'something more',
  ],
  [
    /\b(?:setuju|acc)\s+di\s+(?!(?:atas|bawah|sini|nota|surat|reset|proses|lanjut|hapus|buat|aktifkan|nonaktifkan|install|instal|pasang|buka)\b)\p{L}/iu,
    'condition',
    'a place',
  ],
  [
    /\b(?:akses|hak|untuk|utk|buat|for)\s+(?:baca|membaca|lihat|melihat|viewing|reading)\b|\bread[- ]only\b|\bbaca (?:doang|saja|aja|tulis)\b/iu,
    'condition',
    'a part',
  ],
  [
    /\bsecara (?:umum|prinsip|teknis|substansi|substantif|substansial|materi|moral|ide|gagasan|garis besar|konsep|konseptual)\b|\bin (?:general|principle|part)\b/iu,
    'condition',
    'in general',
  ],
  [
    /\b(?:di)?(?:serahkan|kirim|kirimkan|antar|antarkan|titipkan)\s+(?:langsung\s+)?(?:ke|kepada)\s+(?:saya|kami|sy)\b/iu,
    'condition',
    'something for himself',
  ],
  [
    /\b(?:permintaan|permohonan|usulan|pengajuan)(?:nya)?\s+(?:\p{L}+\s+)?(?:(?:bulan|minggu|tahun|pekan)\s+(?:lalu|kemarin|depan)|yang (?:lalu|lain|dulu|kemarin)|terdahulu|lainnya)(?=\s*(?:[.,!\n]|$))/iu,
    'several-tickets',
    'another request',
  ],
  [
    /\bdi(?:hapus|tutup|cabut|tarik|arsipkan)\s+(?:saja\s+)?(?:permintaan|permohonan|pengajuan|tiket)/iu,
    'contradiction',
    'ended, not done',
  ],
  [
    /(?<!\b(?:saya|kami|sudah|sdh|telah|sy)\s)\b(?:perhatikan|lihat|baca|cek)\s+(?:juga\s+|dulu\s+)?(?:lampiran|catatan|coretan|koreksi)/iu,
    'condition',
    'a note of his',
  ],
  [
    /\b(?:di)?(?:dahulukan|utamakan|dulukan|prioritaskan)\s+(?!(?:ya|pak|bu|mas|mbak|min|proses|pengerjaan|permintaan|saja|segera|karena|krn|mengingat|berhubung|sebab|supaya|demi|mas|mbak|dapat|agar|mohon|tolong|terima|makasih|pengerjaannya|prosesnya)\b)\p{L}/iu,
    'condition',
    'a part first',
  ],
  [
    /\b(?:setuju|acc)\s+(?:yang|yg)\s+(?!(?:ini|itu|tersebut|bersangkutan|dimaksud|diminta|diajukan|atas|di)\b)\p{L}/iu,
    'condition',
    'one of several',
  ],
  [
    /\b(?:setuju|disetujui|acc|approved?)\s+(?:begitu\s(?!saja|pun|ya)|for\s|\p{L}+nya\s+yang\s+(?:di|untuk|buat|lama|baru|kecil|besar|murah)\b|(?:mu|me|di)?\p{L}{3,}kan\s+(?:surat|berkas|dokumen|form))/iu,
    'condition',
    'one of several, or something more',
  ],
  [
    /\bkita lihat\b|\b(?:isi|isikan)\s+(?:dulu\s+)?(?:form|formulir|surat|nota)(?!\p{L}*\s+(?:sudah|telah|memang|benar))/iu,
    'condition',
    'to be seen',
  ],
  [
    /\bbegitu\s+(?:\p{L}+\s+){1,3}(?:selesai|cair|masuk|ada|turun|terbit|siap|lengkap|jadi|beres|rampung|keluar|kelar)\b/iu,
    'condition',
    'as soon as',
  ],
  [
    /\b(?:setuju|agree)\s+(?:bahwa\s+)?(?:hal\s+|kalau\s+)?(?:ini|itu|it|this)\s+(?:jadi|menjadi|penting|mendesak|perlu|masalah|bermasalah|harus|is|needs)\b/iu,
    'other',
    'a view',
  ],
  [
    /(?:^|[.\n]\s*)(?:kabar|info|dengar-dengar|konon|gosip|berita)(?:nya)?\s+(?:sudah |sdh |telah )?(?:disetujui|di-?acc|approved)/iu,
    'anothers-word',
    'hearsay',
  ],
  [
    /\b(?:disetujui|di-?acc|diizinkan|approved)\s+(?:sama|ama|dari)\s+(?!(?:saya|kami|sy|kita|sisi|pihak|unit|seksi|bagian|bidang|hp|rumah|jalan|lapangan|kantor)\b)\p{L}/iu,
    'anothers-word',
    "another person's yes",
  ],
  [
    /\b(?:setuju|acc|approved?),?\s+(?:ini\s+)?(?:dari|jawaban|kata)\s+(?:pak|bu|bapak|ibu|kabag|kabid|kepala|direktur)\b/iu,
    'anothers-word',
    "another person's yes",
  ],
  [
    /\b(?:setuju|disetujui|menyetujui|setujui|acc|approved?)\b[^.\n]{0,60}\bdengan\s+(?:tetap\s+)?(?:memperhatikan|mempertimbangkan|menyesuaikan|mengutamakan|menjaga|mengikuti)\b/iu,
    'condition',
    'something to be heeded',
  ],
  [/\b(?:setuju|agree)\s[^.,;\n]{1,60}\b(?:makin|semakin)\s+\p{L}/iu, 'other', 'a view'],
  [
    /\b(?:selaku|sebagai)\s+(?:yang bersangkutan|ybs|pemohon|pengusul|pengguna|user|requester|sekretaris(?!\s+(?:badan|direktorat|ditjen|inspektorat|jenderal|daerah|lembaga|utama)\b)|staf|ajudan|asisten)\b/iu,
    'anothers-word',
    'in a post that approves nothing',
  ],
  [
    /(?:^|[.\n]\s*)(?:di|dalam|pada|lewat)\s+(?!(?:sini|prinsip|dasar|bawah|atas)\S*\b)(?:\p{L}+\s+){1,4}(?:sudah |sdh |telah )(?:disetujui|di-?acc|approved)/iu,
    'anothers-word',
    'a yes elsewhere',
  ],
];

/** @param named words of our letter as compared, null when it is not known */
export function moreThanYes({ words: { text, words } }: Mentions, named: ReadonlySet<string> | null): Obstacle | null {
  const sign = SIGNS.find(([pattern]) => pattern.test(text));
  if (sign) return { class: sign[1], says: sign[2] };
  if (ASKED.test(text)) return { class: 'forwarded', says: 'another person is to be asked' };
  for (const match of text.matchAll(TOLD)) {
    const name = match[1] ?? match[0].split(/\s+/).at(-1) ?? '';
    const isNamed = words.some(
      ({ form, start }) => start >= match.index && named?.has(form) === true && name.toLowerCase().startsWith(form),
    );
    if (!isNamed && !OWN.test(text.slice(Math.max(0, match.index - 40), match.index)))
      return { class: 'forwarded', says: `"${match[0]}": another person is to be told` };
  }
  return null;
}
