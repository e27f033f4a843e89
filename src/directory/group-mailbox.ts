/** Mailboxes of a unit, a team or a role as opposed to a person's. Only asked about addresses that the register gives to nobody. */

/** First words of the names that offices give to shared mailboxes. */
const UNIT_WORDS = new Set(
  (
    'admin bagian balai bidang biro direktorat ditjen grup group helpdesk humas info inspektorat it kantor kanwil kepegawaian keuangan ' +
    'kpp kppbc kppn kpknl layanan milis noreply no-reply pengadaan pusat pusdiklat sdm sekretariat seksi servicedesk set subbag subbagian ' +
    'subbidang subdirektorat subdit tata tik tim tu umum unit'
  ).split(' '),
);

export function isGroupMailbox(address: string, displayName: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@'));
  return UNIT_WORDS.has(local) || UNIT_WORDS.has(firstWord(local)) || UNIT_WORDS.has(firstWord(displayName));
}

function firstWord(text: string): string {
  return /[\p{L}]+/u.exec(text.toLowerCase())?.[0] ?? '';
}
