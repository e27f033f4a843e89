/** Civil servants' numbers: birth date (8), month of appointment (6), sex (1), serial (3). No check digit, so what can be wrong is the dates. */
import { toIsoDate } from './paper-date.ts';

/** Digits only, where the rest is separators; else as it stands. */
export function tidyNip(text: string): string {
  const digits = text.replace(/[\s.-]/g, '');
  return /^\d+$/.test(digits) ? digits : text.trim();
}

/** What is wrong with it, in Indonesian; null when nothing is. */
export function nipProblem(nip: string): string | null {
  if (/^06\d{7}$/.test(nip)) return 'NIP ini NIP lama (9 angka), mohon tulis NIP 18 angka';
  if (!/^\d{18}$/.test(nip)) return 'NIP harus 18 angka';
  const [birth, appointed, month, sex, serial] = [
    nip.slice(0, 8),
    Number(nip.slice(8, 12)),
    Number(nip.slice(12, 14)),
    nip[14],
    nip.slice(15),
  ];
  const age = appointed - Number(birth.slice(0, 4));
  if (!isBirthDate(birth)) return 'periksa kembali NIP: 8 angka pertama bukan tanggal lahir';
  const monthFits = (month >= 1 && month <= 12) || (month >= 21 && month <= 29);
  if (age < 16 || age > 60 || !monthFits)
    return 'periksa kembali NIP: angka ke-9 sampai ke-14 bukan bulan pengangkatan';
  return sex === '1' || sex === '2'
    ? serial === '000'
      ? 'periksa kembali NIP: nomor urut 000'
      : null
    : 'periksa kembali NIP: angka ke-15 harus 1 atau 2';
}

function isBirthDate(digits: string): boolean {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return Number(digits.slice(0, 4)) >= 1930 && toIsoDate(iso) !== null;
}
