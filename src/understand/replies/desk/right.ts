/** Where in a plain sentence of the desk the right service stands: "bukan penghapusan melainkan penonaktifan", "masuk broadcast? itu undangan vicon". */

const RIGHT_ONE =
  /\b(?:harusnya|seharusnya|mestinya|semestinya|kudune|kuduna|should (?:have )?be(?:en)?|it is|it['’]s|(?:yang|yg) (?:benar|bener|betul|tepat|diminta|dimaksud|dia minta)(?:nya)?(?: adalah)?|menjadi|jadi|melainkan|tetapi|tapi|maksudnya|(?:(?:dia|beliau|user|pemohon|ybs|cuma|hanya|yang)\s+)?(?:di)?minta(?:nya)?|ke layanan|ubah(?:lah)? ke|ganti(?:lah)? ke|pindah ke|ke(?=\s+(?!tim\b|rft\b))|itu|ini|mah|masuk(?:nya)?(?: ke)?|adalah|klasifikasi(?:kan)?(?:nya)?|ganti)\b\s*:?\s*|->|\u2192/giu;
/** Behind these stands what is not meant, or why. */
const NOT_MEANT =
  /[,;]?\s*\b(?:bukan(?:nya)?|bkn|dudu|sanes|not|instead of|rather than|karena|krn|karna|soale|soalnya|sebab|because|please|tolong|mohon|lain)\b.*$/i;
const SMALL_WORDS = /^(?:nomor|no\.?|yang|yg|pilihan|permintaan|request|for|a|an|the|ke|\W)+\s+(?=\S)/i;
const MOST_CANDIDATES = 12;
const MOST_WORDS = 12;

/** What the right service may be called, the likeliest first; whoever asks tries each against the catalogue. */
export function rightOnesIn(text: string): readonly string[] {
  const sentences = text.split(/[.!?;,\n]\s+|[.!?;]$/).filter((sentence) => sentence.trim() !== '');
  const found = sentences.flatMap((sentence) =>
    [...sentence.matchAll(RIGHT_ONE)].map((match) => sentence.slice(match.index + match[0].length)),
  );
  const plain = sentences.filter((sentence) => !/\b(?:bukan|bkn|not|salah|keliru|kliru)\b/i.test(sentence));
  const named = [...found, ...plain].map(cleaned);
  return [...new Set(named)]
    .filter((one) => one !== '' && one.split(/\s+/).length <= MOST_WORDS)
    .slice(0, MOST_CANDIDATES);
}

function cleaned(words: string): string {
  return words
    .replace(NOT_MEANT, '')
    .replace(/["'\u2018\u2019\u201c\u201d]/g, '')
    .replace(SMALL_WORDS, '')
    .replace(/[.!?]$/, '')
    .trim();
}
