/** What stands under a mail without being said by it: signatures, telephone lines, confidentiality notices. */

const PHONE_LINE =
  /^[\W_]{0,3}(?:(?:(?:sent|written|typed|dikirim|terkirim|dikirimkan|mengirim|kirim|diketik|ditulis|dibalas|balasan)\s+(?:from|by|dari|via|with|using|on|melalui|lewat|pakai|dengan|menggunakan|di)|from my)\s+(?:[\w.-]+\s+){0,3}?(?:iphone|ipad|ipod|android|samsung|galaxy|ponsel|handphone|hp|smartphone|seluler|mobile|phone|outlook|yahoo|mail|mailbox|gmail|blackberry|windows|xiaomi|redmi|oppo|vivo|huawei|htc|nokia|tablet|perangkat|device|inbox|cell|airmail|spark|zimbra|webmail|wps)\b.{0,80}|(?:get|dapatkan|download|unduh)\s+outlook\s+(?:for|untuk)\s*(?:ios|android|iphone|mac).{0,80}|(?:get|unduh|dapatkan) .{0,20}(?:mail|outlook).{0,20} (?:for|untuk) (?:ios|android|iphone).{0,60}|yahoo mail\b.{0,60}|envoyé (?:de|depuis) mon .{0,30}|von meinem .{0,40} gesendet)$/i;
const DASHES = /^--$/;
const RULE_LINE = /^[-_=*~\u2014\u2500]{3,}$/;

const NOTICE_OPENING =
  /^\W{0,4}(?:disclaimer|perhatian|peringatan|pemberitahuan|penafian|caution|warning|notice|confidential|important notice|catatan kerahasiaan|rahasia|e-?mail ini|pesan ini|surat elektronik ini|surel ini|this e-?mail|this message|the information|informasi (?:dalam|yang)|apabila anda bukan|jika anda bukan|if you are not|pertimbangkan (?:lingkungan|sebelum)|please consider the environment|save paper|hemat kertas)\b/i;
const NOTICE_WORDS =
  /rahasia|confidential|penerima yang (?:dituju|dimaksud|berhak)|intended (?:recipient|solely|only)|bukan penerima|not the intended|menyebarluaskan|menyebarkan|disclos|privileged|berasal dari luar|outside (?:of )?(?:your|the) organi[sz]ation|external (?:sender|source|e-?mail)|lingkungan|environment|sebelum mencetak|before printing|virus/i;
const BANNER_WORDS =
  /berasal dari luar|outside (?:of )?(?:your|the) organi[sz]ation|external (?:sender|source|e-?mail)/i;

/**
 * The lines without what belongs to a signature: everything from `-- ` on, telephone lines, notices to the end. Lines are trimmed;
 * the input ends where a quote began.
 */
export function withoutSignature(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (DASHES.test(line) && kept.some((earlier) => earlier !== '')) break;
    if (PHONE_LINE.test(line)) continue;
    const paragraph = NOTICE_OPENING.test(line) ? paragraphAt(lines, index) : '';
    if (!NOTICE_WORDS.test(paragraph)) {
      kept.push(line);
      continue;
    }
    if (!BANNER_WORDS.test(paragraph)) break;
    while (index + 1 < lines.length && lines[index + 1] !== '') index += 1;
  }
  return withoutTrailingRules(kept);
}

/** The name block behind `-- ` (RFC 3676 section 4.3), which says who writes though not what; empty where there is none. */
export function dashedSignature(lines: readonly string[]): string {
  const at = lines.findIndex(
    (line, index) => DASHES.test(line) && lines.slice(0, index).some((earlier) => earlier !== ''),
  );
  return at < 0
    ? ''
    : lines
        .slice(at + 1, at + 1 + NAME_BLOCK_LINES)
        .join('\n')
        .trim();
}

const NAME_BLOCK_LINES = 12;

function paragraphAt(lines: readonly string[], start: number): string {
  let text = '';
  for (let index = start; index < lines.length && lines[index] !== '' && text.length < 800; index += 1) {
    text += ` ${lines[index] ?? ''}`;
  }
  return text.slice(0, 1000);
}

function withoutTrailingRules(lines: readonly string[]): string[] {
  let end = lines.length;
  while (end > 0 && (lines[end - 1] === '' || RULE_LINE.test(lines[end - 1] ?? ''))) end -= 1;
  return lines.slice(0, end);
}
