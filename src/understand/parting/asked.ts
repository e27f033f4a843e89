/** What a clause says beside a wish: done already, not wanted, for another time, or why. */
/** What is done already, not wanted, for later, or done by themselves asks for nothing; nor does what gives a reason. */
const UNASKED = [
  /\b(?:sudah|telah|sdh|udah|udh|already|has been|have been|was|were)\b(?! (?:tidak|ga|gak|nggak|tdk|habis|hangus|kedaluwarsa|expired|lupa|waktunya|saatnya|mau|hampir)\b)/i,
  /^(?!.{0,200}\b(?:mohon|minta|tolong|perlu|butuh|please)\b).{0,300}\b(?:terlampir|dilampirkan|lampirkan|disertakan|attached|enclosed)\b/i,
  /\b(?:selesai|beres|terpisah|tersendiri|menyusul)\b/i,
  /\b(?:tidak|tdk|tak|gak|ga|nggak|bukan|jangan|not|without|tanpa)\s+(?:(?:kami|saya|ikut|perlu|usah|pernah|ada|lagi|akan|to|be)\s+){0,2}(?:di\p{L}{4,}|minta|meminta|mohon|termasuk|ikut|perlu|memerlukan|butuh|pembuatan|permintaan|permohonan|requesting|asking)/iu,
  /\b(?:kami|saya|akan)\b[^.,;\n]{0,40}\b(?:sendiri|mandiri)\b/i,
  /^\W*(?:apabila|jika|bila|kalau sudah|bilamana|karena|sebab|setelah|sesudah|supaya|agar|if|once|because|sehubungan|dalam rangka|berdasarkan|menindaklanjuti|rencana|jenis|keterangan|keperluan|tujuan|contoh|note|catatan)\b/i,
];

export function isUnasked(clause: string): boolean {
  return UNASKED.some((pattern) => pattern.test(clause));
}
