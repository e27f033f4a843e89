/**
 * "Kenapa …": whether our reason is asked. Who is at a loss, wonders, or tells what somebody else asked, uses the same words and asks us for
 * nothing; only where he then asks all the same, by a mark, by "jelaskan" or by "boleh tahu", is it a question to us.
 */
const QUESTION_WORD = String.raw`(?:kenapa|knp|napa|mengapa|ngopo|kena naon|alasan\w*|dasarnya|sebab\w*|why|how come)`;
/** "Tidak tahu", "bingung", "heran": he does not know, or wonders. */
const LOSS = String.raw`(?:(?:tidak|tdk|tak|gak|ga|nggak|ngga|enggak|ndak|kurang|belum|don['\u2019]?t|not)\s+(?:begitu\s+|juga\s+)?(?:tahu|tau|paham|ngerti|mengerti|ngeh|jelas|mudeng|know|understand|sure)|entah\w*|embuh|mboh|duka|bingung|heran|aneh|penasaran|wonder\w*|puzzled|confused|no idea|dunno|clueless)`;
const AT_A_LOSS = new RegExp(
  String.raw`^\W*(?:(?:saya|kami|aku|jujur|terus terang|maaf|sorry|wah|waduh|hmm+|duh|juga|masih|agak|jadi|ini|i|i\W?m|we)\W+){0,4}${LOSS}(?![\p{L}-])`,
  'iu',
);
const LOSS_BEFORE_WHY = new RegExp(String.raw`(?<![\p{L}-])${LOSS}(?![\p{L}-])[^.\n]{0,20}${QUESTION_WORD}`, 'iu');
/** "Pemohon bertanya kenapa …": another's question. */
const TOLD_WHY = new RegExp(
  String.raw`(?<!\p{L})(?:pemohon|user|pengguna|pelapor|ybs|beliau|dia|mereka|atasan\w*|tim \p{L}+|(?:pak|bu|bapak|ibu|mas|mbak) \p{L}+)\s+(?:\p{L}+\s+){0,2}?(?:ber|me|di)?(?:tanya|nanya|nanyakan|tanyakan|minta|heran|protes|komplain|asks?|asked)\p{L}*[^.\n]{0,30}${QUESTION_WORD}|${QUESTION_WORD}\s+(?:(?:pe)?nolak\p{L}*|sudah|telah)\s+(?:saya|kami)\s`,
  'iu',
);
/** "Tolong jelaskan", "boleh tahu": asked all the same. */
const ASKS_US =
  /\?|\b(?:(?:tolong|mohon|coba|harap|please)\s+(?:di)?(?:jelas|terang)\w*|(?:mohon|minta|butuh) (?:penjelasan|alasan)\w*|(?:boleh|bisa|mau|ingin|pengen|pingin) (?:tahu|tau|minta)|please explain|explain|jelaskan)\b/i;

/**
 * Whether he says that he does not know, and asks nothing.
 * @param text without the number that it begins with
 */
export function isAtALoss(text: string): boolean {
  return (AT_A_LOSS.test(text) || LOSS_BEFORE_WHY.test(text)) && !ASKS_US.test(text);
}

/** @param text without the number that it begins with */
export function asksWhy(text: string): boolean {
  if (isAtALoss(text)) return false;
  return !TOLD_WHY.test(text) || /(?:tolong|mohon|coba)\s+(?:di)?jelas/i.test(text);
}
