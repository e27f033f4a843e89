/** Words of which one must stand in a plain sentence of the desk, besides its likeness to an order, that it counts as one. */
import type { ReplyIntent } from '../../reading.ts';

/** Where likeness alone is not sure, a word of the deed itself makes it an order. */
export const SIGNS: ReadonlyMap<ReplyIntent, RegExp> = new Map<ReplyIntent, RegExp>([
  [
    'classify',
    /\b(?:layanan|pilih\w*|nomor|opsi|option|masuk|klasifikasi\w*|kategori|termasuk|service|ini|itu|yang)\b/i,
  ],
  [
    'correct',
    /\b(?:salah|keliru|kliru|kleru|lepat|bukan|bkn|dudu|sanes|\w*harus\w*|\w*mesti\w*|kudu\w*|should|wrong|incorrect|not|koreksi|dikoreksi|ralat|(?:di)?betulkan|(?:di)?perbaiki|tepat|melainkan|maksud\w*|(?:di)?ubah|(?:di)?ganti|fix|instead|rather|ngawur)\b/i,
  ],
  [
    'reassign',
    /\b(?:(?:di)?(?:alih|oper|kasih|serah|lempar|terus|pindah|limpah|geser|arah|bawa|tugas|disposisi|eskalasi)(?:kan|no|in|keun)?|(?:re)?assign|route|send|move|give|hand|transfer|forward|escalate|(?:di)?(?:pegang|tangani|kerjakan|garap|urus)|ranah\w*|wilayah\w*|jatah\w*|urusan\w*|punya\w*|tim|team)\b/i,
  ],
  [
    'split',
    /\b(?:(?:di)?(?:pisah|pecah|bagi|belah)\w*|splits?|separate\w*|terpisah|masing-masing|sendiri-sendiri|dua tiket|tiket lain|two tickets)\b/i,
  ],
  ['why', /\?|\b(?:kenapa|knp|napa|mengapa|alasan\w*|why|how come|dasar\w*|naon|kok|ko|ngopo|jelaskan|explain|apa)\b/i],
  [
    'undo',
    /\b(?:batal\w*|(?:di)?batal\w*|urung\w*|wurung\w*|undo|reverts?|(?:di)?balik\w*|(?:di)?kembali\w*|cancel|back|tidak jadi|gak jadi|ga jadi|nggak jadi|salah)\b/i,
  ],
]);

/** Begins like a command, whatever follows: such a line is asked back and never kept as mere words. */
export function beginsLikeCommand(raw: string): boolean {
  return /^\W*(?:lepas|lepaskan|loloskan|buang|hapus|blokir|gabung|gabungkan|satukan|pisah|pisahkan|pecah|tautkan|kaitkan|arsip|arsipkan|alihkan|koreksi|ralat|atas nama|kenapa|mengapa|konfirmasi|prioritas|pratinjau|urungkan|batalkan|batalin|release|drop|block|merge|split|archive|undo)\b/i.test(
    raw,
  );
}
