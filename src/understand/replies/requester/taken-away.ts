/**
 * What is done where something was to be taken away: "sudah tidak bisa diakses lagi" is the trouble of one ticket and the very wish of another.
 * The letter that is answered tells which: its line "Perihal: Penonaktifan …" begins with a word of `takes-away` of the rules.
 */
import type { Rulebook } from '../../../rulebook/rulebook.ts';

/** A line of our letter that names the service. */
const NAMED = /^\s*(?:\p{L}+[ \t]*){1,4}:[ \t]*(\p{L}+)(?!\p{L}|\s*\/)/gimu;
const NOT = String.raw`(?:tidak|tdk|tak|gak|ga|nggak|ngga|enggak|ndak|bukan lagi)`;
const NOW = String.raw`(?:sudah|sdh|telah|udah|memang|kini|sekarang|betul|benar|langsung|now|already)`;
const USED = String.raw`(?:(?:bisa|dapat|mungkin)\s+(?:(?:di|ke|ter)?\p{L}+(?:\s+(?:masuk|login))?)|aktif|ada|muncul|terdaftar|terlihat|tampil|kelihatan|keliatan|nampak|tampak|berlaku|valid|jalan|ditemukan|terbuka|punya akses|memiliki akses|login|masuk|menerima)`;
/** "Sudah tidak bisa dibuka lagi", "sudah nonaktif", "can no longer log in" */
const GONE = new RegExp(
  [
    String.raw`(?<!\p{L})(?:${NOW}\s+)+${NOT}\s+${USED}(?!\p{L})(?:\s+lagi(?!\p{L}))?`,
    String.raw`(?<!\p{L})${NOT}\s+${USED}\s+lagi(?!\p{L})`,
    String.raw`(?<!\p{L})(?:${NOW}\s+)+(?:mati|hilang|lenyap|non-?\s?aktif|dinon-?\s?aktifkan|(?:ter|di)(?:hapus|cabut|blokir|tutup|putus|kunci|suspend|disable)|off|disabled|deleted|removed|revoked|gone|ditolak|dicopot|keluar dari grup)(?!\p{L})(?:\s+(?:dari|di)\s+\p{L}+(?:\s+\p{L}+)?)?`,
    String.raw`(?<!\p{L})(?:can|could|is|are|am|does|has)?\s*no longer\s+\p{L}+(?:\s+(?:in|on|access))?`,
    String.raw`(?<!\p{L})(?:can(?:not|['\u2019]t| not)|unable to|not able to)\s+[^.,\n]{1,30}\s+any ?(?:more|longer)`,
    String.raw`(?<!\p{L})(?:is|are|was|has been|have been)\s+(?:now\s+)?(?:gone|disabled|deactivated|deleted|removed|revoked|closed|blocked|suspended)(?!\p{L})`,
  ].join('|'),
  'giu',
);
/** It is still there. */
const STILL_THERE =
  /(?<!\p{L})(?:masih|msh|tetap|tetep|still)\s+(?:(?:saja|aja|juga|saya|kami)\s+)?(?:bisa|dapat|aktif|ada|muncul|terdaftar|terlihat|tampil|kelihatan|keliatan|nampak|tampak|berlaku|valid|jalan|terbuka|login|masuk|menerima|terima|hidup|active|there|works?|valid|enabled|able|visible|has|have)(?!\p{L})/iu;
/** Somebody else lost it, too, or he himself did. */
const TOO_MUCH =
  /(?<!\p{L})(?:malah|justru|malahan|jadi|ikut|ikutan|kok|lho|loh|padahal|semua(?:nya)? (?:orang|pegawai|staf)|kami semua|orang lain|pegawai lain|yang lain|lainnya|salah orang|wrong)(?!\p{L})|(?<!\p{L})(?:akun|akunnya|email|surel|akses|laptop|komputer|pc|sertifikat|folder|foldernya)\s+(?:\p{L}+\s+)?(?:saya|kami|aku|ku)(?!\p{L})|(?<!\p{L})my(?!\p{L})/iu;
/** His own part in it that is no loss of his. */
const LOOKED =
  /(?<!\p{L})(?:(?:yang|yg|seperti|sesuai)\s+(?:saya|kami)\s+(?:minta|mau|inginkan|harapkan|maksud)|(?:sudah\s+)?(?:saya|kami)\s+(?:sudah\s+)?(?:cek|coba|lihat|tes|test|pastikan|konfirmasi|cobakan))(?!\p{L})/giu;
const HIMSELF = /(?<!\p{L})(?:saya|kami|aku|i|we)(?!\p{L})/iu;
const BY_HIMSELF = /^\s+(?:oleh\s+)?(?:saya|kami|kita|aku|by (?:me|us))(?!\p{L})/iu;
const BY_NOW_IT_IS = ' sudah beres ';

/** Whether the ticket of this letter wanted something taken away. */
export function wantsTakenAway(sent: string | null, { replies }: Rulebook): boolean {
  const words = new Set(replies['takes-away']);
  return [...(sent ?? '').matchAll(NAMED)].some(([, first = '']) => words.has(first.toLowerCase()));
}

/** "Masih bisa login": what was to go has not gone. */
export function isStillThere(text: string): boolean {
  return STILL_THERE.test(text);
}

/** "Akun saya sendiri sudah nonaktif": what he has himself is gone, which he may have wanted or not. */
const OWN_IS_GONE = new RegExp(
  String.raw`(?<!\p{L})(?:akun|email|e-mail|surel|akses|laptop|komputer|pc|sertifikat|folder|mailbox|kotak surat)(?:\s+\p{L}+)?\s+(?:saya|kami|aku|sy)(?:\s+sendiri)?\s+(?:${NOW}\s+|malah\s+|jadi\s+)*(?:mati|hilang|lenyap|non-?\s?aktif|dinon-?\s?aktifkan|(?:ter|di)(?:hapus|cabut|blokir|tutup|putus|kunci|suspend|disable)|off)(?!\p{L})`,
  'iu',
);

export function isOwnGone(text: string): boolean {
  return OWN_IS_GONE.test(text);
}

/** The same text, with what is gone told as done; itself where too much is gone. */
export function goneAsDone(text: string): string {
  if (TOO_MUCH.test(text)) return text;
  return text
    .split(/(?<=[.,;\n])/u)
    .map((piece) =>
      piece.replace(GONE, (gone: string, at: number) => (isHisLoss(piece, gone, at) ? gone : BY_NOW_IT_IS)),
    )
    .join('');
}

/** "Kami sudah tidak bisa masuk", "sudah tidak bisa dibuka oleh kami" */
function isHisLoss(piece: string, gone: string, at: number): boolean {
  const said = piece.slice(0, at + gone.length).replace(LOOKED, ' ');
  return HIMSELF.test(said) || BY_HIMSELF.test(piece.slice(at + gone.length));
}
