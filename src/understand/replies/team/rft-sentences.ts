/** A resolver team's plain sentences: not ours, ask him, done, must wait, I take it; all else is reported. */
import type { Rulebook } from '../../../rulebook/rulebook.ts';
import { isClosedPlainly, isResolved } from './done.ts';
import { mentioned, plainly, said, type Mentions } from '../mentions.ts';
import type { TeamAnswer } from './team-answer.ts';
import { partIn } from './partial.ts';
import { findTeam, isGivenTo, isHandedTo } from './team.ts';
import type { TeamIntent, UnclearWhy } from '../../reading.ts';

const ABSENCE = /\b(?:cuti|out of office|dinas luar|tidak berada di (?:kantor|tempat)|on leave|akan kembali pada)\b/i;
/** Another's absence is told, not the writer's own. */
const OTHERS_AWAY =
  /\b(?:pimpinan\w*|pejabat\w*|kepala\w*|atasan\w*|penandatangan\w*|(?:user|pengguna|pemohon|ybs|beliau|orang)(?:nya)?|teknisi\w*|(?:pak|bu|mas|mbak) \p{L}+)\b[^.\n]{0,30}\b(?:cuti|dinas luar|on leave|tidak berada)/iu;
/** "Saya cuti, tolong tiketnya dipindah ke …": absent, and an order beside it. */
const HANDS_OVER =
  /\b(?:tolong|mohon|minta|please)\b[^.\n]{0,40}\b(?:(?:di)?(?:pindah|alih|oper|serah|limpah)(?:kan)?|reassign|transfer)\s+(?:ke(?:pada)?|to)\b/i;
/** "Foto lama sudah dipindahkan ke drive kantor", "sudah kami teruskan ke BSrE": things were moved, and no ticket. */
const MOVED =
  /\b(?:sudah|sdh|telah|udah|udh)\s+(?:(?:kami|saya|sy|berhasil)\s+)?(?:di)?(?:pindah|alih|kembali|transfer|salin|terus|serah|kirim|lempar|oper|ajukan|eskalasi)(?:kan)?\s+ke\b/i;
/** "Assign ke saya saja", "akan ditangani tim kami" */
const TO_ME =
  /\b(?:(?:re)?assign|alihkan|dialihkan|oper|kasih|serahkan|lempar|ditangani|dipegang|dikerjakan|taruh)\b(?: tiket(?:nya| ini)?)?(?: (?:ke|kepada|to|oleh|atas nama|di))?(?: tim)? (?:saya|kami|me|us|aku)\b(?! (?:bukan|tidak|belum))/i;
/** "Kok masuk ke kami?": no question that wants an answer. */
const WONDERS = /(?:^|[.!\n]\s*)(?:kok|lho|loh|mengapa|kenapa)\b[^?\n]{0,60}\?/gi;
const REQUESTER = /\b(?:pemohon|pengguna|user|requester|ybs|yang bersangkutan|pelapor|pengusul)\b/i;
const ASKS =
  /\b(?:agar|mohon|tolong|minta|mintakan|tanya\w*|ditanya\w*|konfirmasi\w*|dikonfirmasi\w*|melampirkan|lengkapi|dilengkapi|melengkapi|please|ask)\b/i;
/** What a requester is told to do when all is done is no question. */
const TRYING =
  /\b(?:mohon|tolong|silakan|silahkan|please|agar|minta|diminta)\s+(?:(?:untuk|agar|bantu|user|pemohon|pengguna|dapat|segera|kembali)\s+){0,3}(?:di)?(?:coba|cek|tes|test|login|logoff|log ?out|log ?in|restart|reboot|refresh|ganti|ubah|akses|gunakan|konfirmasi jika|infokan|hubungi|try|check|masuk|bersihkan|clear|buka)\w*/i;
/** Data that only the requester has. */
const WANTED =
  /\b(?:butuh|membutuhkan|memerlukan|perlu|kurang|belum (?:ada|lengkap|dilampirkan|terlampir|disertakan|dicantumkan|menyebutkan|menyertakan|diisi)|tidak (?:ada|terlampir|disebutkan|dicantumkan|jelas)|mohon|tolong|minta|boleh|bisa|need|send|provide|kirim\w*|lampirkan|info\w*|sebutkan|share)\b[^.\n]{0,60}\b(?:nip|sn|serial|nomor|no hp|ip|mac|hostname|nama|username|user id|email|alamat|lokasi|ruang\w*|lantai|gedung|screenshot|tangkapan|screen shoot|capture|foto|bukti|pesan error|error ?nya|log|versi|tipe|merk|jadwal|tanggal|waktu|jam|spesifikasi|surat|nota dinas|nd|form\w*|dokumen|lampiran|daftar|data|ktp|sk|persetujuan|izin|detail\w*|informasi|penjelasan|keterangan|kontak|nomor telepon)\b/i;
/** Asked of a colleague or about the work itself, not of the requester. */
const AMONG_US =
  /^\s*(?:\p{Lu}\p{Ll}+|mas \p{L}+|mbak \p{L}+|pak \p{L}+|bu \p{L}+)\s*,|\b(?:mentok|ada (?:yang|yg) (?:paham|bisa|tahu|tau|ngerti|pernah)|tambahan (?:orang|personel|petugas|teknisi|tenaga)|tiket ini|(?:tugas|ranah|wewenang|bagian|tim|di) (?:kita|kami)|kita|tim mana|tim apa|rft mana|siapa yang (?:pegang|handle|kerjakan|tangani)|ini [^?\n]{0,40}(?:apa|mana|siapa) ya|sudah selesai belum|rapat|ranah siapa|harusnya (?:tim|ke))\b/iu;
const ASKED =
  /\b(?:berapa|apa|mana|kapan|siapa|bagaimana|dimana|di mana|apakah|bisa|boleh|which|what|when|where|who|how|could|can)\b/i;
const OURS = /\b(?:sudah|sdh|apakah ini|ini|kah)\b[^.?\n]{0,40}\b(?:selesai|done|beres)\b/i;
const POLITE =
  /^\W*(?:(?:siap|baik|ok|oke|noted|sip|ya|iya|terima kasih|makasih|trims|tks|thx|thanks|thank you|diterima|pak|bu|mas|mbak|min|admin|kak|banyak|infonya|informasinya|well received)\W*)+$/i;
const HELP =
  /\b(?:perintah (?:apa|yang mana)|apa saja perintah\w*|daftar perintah|(?:ketik|tulis(?:nya)?|nulis(?:nya)?) apa\b|(?:panduan|petunjuk) (?:membalas|balas|menjawab)|format(?:nya)? (?:balasan|jawaban)|cara (?:membalas|balas|menjawab|pakai|memakai|menggunakan) (?:email|tiket|perintah|bot|sistem)|bagaimana (?:cara )?(?:membalas|menutup tiket|balas)|(?:which|what) commands?|how (?:do i|to) (?:reply|close|use))\b/i;
const WAITS =
  /\b(?:masih|kami|saat ini)?\s*(?:menunggu|nunggu|waiting (?:for|on))\s+(?!instruksi|dicoba)|\b(?:belum bisa|tidak bisa|blm bisa|belum dapat)\s+(?:kami\s+)?(?:di)?(?:kerjakan|lanjutkan|lanjut|proses|laksanakan|eksekusi)\w*\b[^.\n]{0,60}\b(?:sampai|sebelum|karena|menunggu|hingga)\b|\b(?:di)?tunda\b|\b(?:di)?tangguhkan\b|\bon hold\b|\bpending\b/i;
/** What others have to bring is not there, and a day is named on which it will be. */
const LACKS =
  /\b(?:belum|blm)\s+(?:(?:juga|kunjung|bisa|dapat)\s+)?(?:datang|didatangkan|sampai|tiba|ada(?! yang\b| kabar\b)|tersedia|turun|dikirim|terkirim|masuk|terbit|keluar|diterima|ready stok?|available)\b|\b(?:kosong|habis|indent?|inden|out of stock|stok\w* (?:belum|tidak|tdk) \p{L}+)\b|\b(?:vendor|teknisi|penyedia|principal|prinsipal|pabrik|gudang|isp|rekanan|part|barang|unit|alat|perangkat|suku cadang|sparepart)\p{L}*\s+(?:\p{L}+\s+)?(?:(?:belum|blm) (?:ready|siap)|baru (?:akan |bisa |dapat |sempat )?(?:datang|dikirim|masuk|tiba|ada|turun|ke \p{L}+|kirim|mengirim))\b/iu;
const COMES =
  /\b(?:baru|estimasi\w*|perkiraan\w*|diperkirakan|dijanjikan|janji\w*|paling cepat|eta|sampai|hingga|datang(?:nya)?|tiba(?:nya)?|tersedia|restock|expected|arrives?)\b[^.?\n]{0,40}?\b(?:senin|selasa|rabu|kamis|jum['\u2019]?at|sabtu|besok|lusa|(?:minggu|pekan|bulan|tahun) depan|(?:tanggal|tgl)\.? \d|(?:\d{1,2}|awal|akhir|pertengahan)\s*(?:jan|feb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|des|dec)\p{L}*|\d{1,2}[/-]\d{1,2}|(?:\d{1,2}|dua|tiga|empat|lima) (?:hari|minggu|pekan) lagi|next week|tomorrow)/iu;

/** "Acaranya mundur ke 8 Des", "mulai lagi 14 Des": the work waits for that day. */
const PUT_OFF_TO_A_DAY =
  /\b(?:(?:di)?(?:mundur|undur|geser|tunda)(?:kan)?|reschedul\w*|postponed?|mulai lagi)\s+(?:(?:ke|jadi|menjadi|sampai|hingga|hari|tanggal|tgl|to|until)\.?\s+){0,3}(?:senin|selasa|rabu|kamis|jum['\u2019]?at|sabtu|(?:minggu|pekan|bulan|tahun) depan|(?:(?:awal|akhir|pertengahan)\s+|\d{1,2}\s*)(?:jan|feb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|des|dec)\p{L}*|\d{1,2}[/-]\d{1,2}|next week|monday|tuesday|wednesday|thursday|friday)/iu;

function comesLater(text: string): boolean {
  const lack = LACKS.exec(text)?.index ?? text.length;
  return COMES.test(text.slice(lack));
}

const TAKES =
  /^\W*(?:(?:tiket|kasus|laporan|yang|yg) ini\W+)?(?:(?:siap|baik|ok|oke|noted|diterima|monggo|sip)\W+)*(?:(?:akan|segera|langsung|biar|nanti)\s+)*(?:(?:kami|saya|sy|aku)\s+(?:yang\s+)?(?:ambil|kerjakan|tangani|handle|pegang|proses|tindak ?lanjuti|eksekusi|take|urus|bantu)|(?:di)?(?:handle|tangani|kerjakan|ambil|take|pegang) (?:oleh )?(?:saya|kami)|(?:kami|saya) yang \p{L}+|i(?:'ll| will)? take(?: (?:it|this))?|on it|mine|taken|siap dikerjakan|i(?:'m| am) on (?:it|this)|working on it)\W*(?:\p{L}+\W*){0,3}(?:,[^.,?\n]{0,40}\.?)?$/iu;

/** Whether the ticket is wanted by the writer himself; a command of handing over in form only. */
export function takesToHimself(text: string): boolean {
  return TO_ME.test(text) && !text.includes('?') && !/\b(?:jangan|bukan|tidak|sudah|salah|belum)\b/i.test(text);
}

/** "Mohon info perintah apa saja yang bisa dipakai": for us, not for the requester. */
export function asksForCommands(text: string): boolean {
  return HELP.test(text);
}

/** Handed to somebody who is no team of ours. */
const OUTSIDE = /\bke\s+(?:pihak\s+)?(?:vendor|principal|prinsipal|penyedia|rekanan|ketiga|pemohon|user|pengguna)\b/i;
/** Asked already: a report, not an order. */
const ASKED_BEFORE =
  /\b(?:sudah|telah|sdh)\s+(?:kami\s+|saya\s+)?(?:di)?(?:kirim|hubungi|email|minta|tanya|konfirmasi|info|sampaikan)\w*/i;
const UNMARKED_QUESTION = /\b(?:apa|siapa|mana|gimana|bagaimana|kenapa|berapa)(?:nya)?\s+ya\b/i;

export function readSentences(mentions: Mentions, text: string, rulebook: Rulebook): TeamAnswer {
  const question = text.replace(WONDERS, ' ').includes('?') || UNMARKED_QUESTION.test(text);
  if (ABSENCE.test(text) && !OTHERS_AWAY.test(text) && !HANDS_OVER.test(text)) return unclear('away', 'absence');
  if (POLITE.test(text)) return unclear('acknowledged', 'politeness alone');
  const partial = partIn(text, rulebook);
  if (partial !== null) return { ...answer('note', 0.85, 'some of all done', text), partial };
  if (isClosedPlainly(mentions, text, rulebook)) return answer('resolve', 0.9, 'closed in so many words', text);
  const away =
    plainly(mentions, 'rft-reassign')[0] ?? mentioned(mentions, 'rft-reassign').find((one) => one.negation === 'bukan');
  if (HANDS_OVER.test(text) && !question && !OUTSIDE.test(text)) return answer('reassign', 0.8, 'handed over', text);
  const isMoved = MOVED.test(text) && findTeam(text, rulebook)?.aimed !== true;
  if (away && !isMoved && !question && !OUTSIDE.test(text)) return answer('reassign', 0.9, said(mentions, away), text);
  if (isResolved(mentions, text, rulebook) && !question) return answer('resolve', 0.85, 'plainly done', text);
  return readUnfinished(mentions, text, rulebook);
}

/** The same where nothing is done, whatever it sounds like. */
export function readUnfinished(mentions: Mentions, text: string, rulebook: Rulebook): TeamAnswer {
  const question = text.includes('?') || UNMARKED_QUESTION.test(text);
  const holds = plainly(mentions, 'rft-hold')[0];
  if (!question && (isHandedTo(text, rulebook) || isGivenTo(text, rulebook)))
    return answer('reassign', 0.85, 'handed to a team', text);
  const isNamed = comesLater(text) || PUT_OFF_TO_A_DAY.test(text);
  const rests = holds !== undefined || (isNamed && !question);
  const asks = asksRequester(mentions, text) ?? (rests ? null : wantsData(text));
  if (asks !== null) return answer('ask-requester', 0.85, asks, text);
  if (!question && (holds !== undefined || WAITS.test(text) || isNamed)) {
    return answer('hold', isNamed ? 0.9 : 0.85, holds ? said(mentions, holds) : 'must wait', text);
  }
  const team = findTeam(text, rulebook);
  if (team?.aimed === true && /\b(?:tolong|mohon|ranah|silakan|harusnya|seharusnya)\b/i.test(text) && !question) {
    return answer('reassign', 0.7, `names the team ${team.code}`, text);
  }
  if (TAKES.test(text) && !question) return answer('take', 0.85, 'takes it', null);
  if (question) return unclear('question', 'a question');
  return { ...answer('note', 0.7, 'reported, nothing ordered', text), isPlain: true };
}

function asksRequester(mentions: Mentions, text: string): string | null {
  const rest = text.replace(TRYING, ' ');
  const asks = plainly(mentions, 'rft-ask')[0];
  if (asks) return said(mentions, asks);
  const sentences = rest.split(/(?<=[.!?\n])\s+|\n/);
  return sentences.some((sentence) => REQUESTER.test(sentence) && ASKS.test(sentence) && !ASKED_BEFORE.test(sentence))
    ? 'asks the requester'
    : null;
}

function wantsData(text: string): string | null {
  if (AMONG_US.test(text) || OURS.test(text)) return null;
  const sentences = text.replace(TRYING, ' ').split(/(?<=[.!?\n])\s+|\n/);
  if (sentences.some((sentence) => WANTED.test(sentence) && !/\b(?:sudah|telah)\b/i.test(sentence)))
    return 'wants data';
  return sentences.some((sentence) => sentence.includes('?') && ASKED.test(sentence))
    ? 'a question about the case'
    : null;
}

function answer(intent: TeamIntent, confidence: number, why: string, note: string | null): TeamAnswer {
  return { intent, confidence, note, why };
}

function unclear(kind: UnclearWhy, why: string): TeamAnswer {
  return { intent: 'unclear', confidence: 0.5, note: null, why, unclear: kind };
}
