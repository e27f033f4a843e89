/**
 * NIP: 18 digits, `YYYYMMDD` birth, `YYYYMM` appointment, sex, three-digit serial. Contract staff (PPPK) have a contract count from 21
 * where others have the month. There is no check digit.
 */
const DIGITS = /^\d{18}$/;
const SPREADSHEET = /^\d[.,]?\d*e\+?\d+$/i;

/** The digits alone; spaces, dots, hyphens and a leading apostrophe are how people make it readable. */
export function normaliseNip(text: string): string {
  return text.replace(/[\s.'’-]/g, '');
}

/** What is wrong with a NIP, as one clause; null when nothing is. */
export function nipFault(nip: string): string | null {
  if (SPREADSHEET.test(nip)) return 'was rounded by a spreadsheet; format the column as text and export again';
  if (!DIGITS.test(nip)) return `has ${nip.replace(/\D/g, '').length} digits, a NIP has 18`;
  if (!isDate(nip.slice(0, 4), nip.slice(4, 6), nip.slice(6, 8))) return 'does not begin with a date of birth';
  if (Number(nip.slice(8, 12)) < Number(nip.slice(0, 4)) + 16) return 'has an appointment before the age of 16';
  const month = Number(nip.slice(12, 14));
  if (!((month >= 1 && month <= 12) || (month >= 21 && month <= 29)))
    return 'has no month of appointment in digits 13 and 14';
  if (nip[14] !== '1' && nip[14] !== '2') return 'has neither 1 nor 2 in digit 15';
  return nip.endsWith('000') ? 'ends in 000' : null;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(year: string, month: string, day: string): boolean {
  const last = month === '02' && isLeapYear(Number(year)) ? 29 : (DAYS[Number(month) - 1] ?? 0);
  return year >= '1900' && day >= '01' && Number(day) <= last;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** A known NIP that differs by one wrong digit or two swapped ones. */
export function nearestNip(nip: string, isKnown: (candidate: string) => boolean): string | null {
  for (let at = 0; at < nip.length; at += 1) {
    const head = nip.slice(0, at);
    const tail = nip.slice(at + 1);
    const swapped = head + (nip[at + 1] ?? '') + (nip[at] ?? '') + nip.slice(at + 2);
    if (isKnown(swapped)) return swapped;
    for (const digit of '0123456789') if (isKnown(head + digit + tail)) return head + digit + tail;
  }
  return null;
}
