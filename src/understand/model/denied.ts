/** What is said not to be wanted ("tidak usah dihapus atau dinonaktifkan", "bukan password email") says nothing of what is. */
const DENIED =
  /\b(?:(?:jangan|tidak usah|tdk usah|ga usah|gak usah|nggak usah|tak usah|tidak perlu|tdk perlu|gak perlu|ga perlu|nggak perlu|ngga perlu|enggak perlu|nggak usah|tak perlu|tidak kami maksudkan|no need to|do not|don't|not asking)(?! lagi)[^.,;:()\n]{1,60}|bukan(?: (?!saja|hanya|cuma|main)[^\s.,;:()\n]{1,30}){1,3})/gi;

export function withoutDenied(text: string): string {
  return text.replace(DENIED, ' ');
}
