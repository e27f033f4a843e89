/** One mistake of each kind: the edit that makes it, and what is said of it. */
import type { Edit } from './rule-folder.ts';

const ONE = 'services/CONTOH.1.yaml';
export const TWO = 'services/CONTOH.2.yaml';

export interface Mistake extends Edit {
  readonly what: string;
  readonly fault: string;
}

export const MISTAKES_OF_SHAPE: readonly Mistake[] = [
  {
    what: 'a key that does not exist',
    file: ONE,
    find: 'short: akun baru',
    put: 'shrot: akun baru\n    short: akun baru',
    fault: 'services/CONTOH.1.yaml:14:5: key "shrot" is not known here; did you mean "short"?',
  },
  {
    what: 'a key that is missing',
    file: 'organisation.yaml',
    find: 'whatsapp: 0811-0000-0100\n',
    put: '',
    fault: 'organisation.yaml:1:1: whatsapp is needed; add "whatsapp" here',
  },
  {
    what: 'a number where text belongs',
    file: 'organisation.yaml',
    find: 'whatsapp: 0811-0000-0100',
    put: 'whatsapp: 62811',
    fault: 'organisation.yaml:5:11: whatsapp is 62811, expected text; write it in quotes: "62811"',
  },
  {
    what: 'a rank that nobody could hold',
    file: ONE,
    find: 'cc: {rank: IV',
    put: 'cc: {rank: V',
    fault: 'services/CONTOH.1.yaml:5:12: rank is "V", expected one of I, II, III, IV',
  },
  {
    what: 'a mistyped choice',
    file: ONE,
    find: 'weak_yes: ask',
    put: 'weak_yes: aks',
    fault: 'services/CONTOH.1.yaml:40:15: weak_yes is "aks", expected one of accept, ask; did you mean ask?',
  },
  {
    what: 'a word rule without words',
    file: TWO,
    find: 'any: [kursi]',
    put: 'any: []',
    fault: 'services/CONTOH.2.yaml:35:26: any has no words in it',
  },
  {
    what: 'a word rule that looks for nothing',
    file: TWO,
    find: 'any: [kursi]',
    put: 'none: [kursi]',
    fault: 'services/CONTOH.2.yaml:35:9: words no. 1 needs "any" (a list of phrases) or "all" (several such lists)',
  },
  {
    what: 'a star inside a word',
    file: TWO,
    find: 'any: [kursi]',
    put: 'any: [kur*si]',
    fault:
      'services/CONTOH.2.yaml:35:27: any no. 1 "kur*si" is no phrase: at most 80 characters, words with spaces between, * only at the end of a word',
  },
  {
    what: 'a weight beyond the scale',
    file: TWO,
    find: '{weight: 5, any: [kursi]}',
    put: '{weight: 9, any: [kursi]}',
    fault: 'services/CONTOH.2.yaml:35:18: weight is 9, expected at most 6',
  },
  {
    what: 'two due times at once',
    file: ONE,
    find: 'working_days: 2',
    put: 'working_days: 2, working_hours: 4',
    fault:
      'services/CONTOH.1.yaml:19:20: service_level needs exactly one of working_hours, working_days, at_event, tiers, windows, unstated',
  },
  {
    what: 'half a day',
    file: ONE,
    find: 'working_days: 2',
    put: 'working_days: 1.5',
    fault: 'services/CONTOH.1.yaml:19:35: working_days is 1.5, expected a whole number',
  },
  {
    what: 'a source without its place',
    file: ONE,
    find: 'sensitive: {basis: inferred, ref: keputusan kami, why',
    put: 'sensitive: {basis: inferred, why',
    fault: 'services/CONTOH.1.yaml:39:16: ref is needed; add "ref" here',
  },
  {
    what: 'a list where one value belongs',
    file: ONE,
    find: 'team: RFT-AKUN',
    put: 'team: [RFT-AKUN]',
    fault: 'services/CONTOH.1.yaml:6:7: team is ["RFT-AKUN"], expected text',
  },
  {
    what: 'a team address with a space',
    file: 'teams.yaml',
    find: 'address: rft-akun,',
    put: 'address: rft akun,',
    fault: 'teams.yaml:4:43: address "rft akun" is no address: rft-akun, or with its domain',
  },
  {
    what: 'an unknown class of replies',
    file: 'replies.yaml',
    find: 'reject:',
    put: 'rejects:',
    fault: 'replies.yaml:2:1: key "rejects" is not known here; did you mean "reject"?',
  },
  {
    what: 'a year that is none',
    file: 'calendar.yaml',
    find: '  2027:',
    put: '  tahun-2027:',
    fault: 'calendar.yaml:12:3: key "tahun-2027" is no year such as 2026',
  },
  {
    what: 'broken notation',
    file: 'settings.yaml',
    find: 'notify_superior: true',
    put: 'notify_superior: "true',
    fault:
      'settings.yaml:6:1: not readable as YAML: a quotation mark is opened and never closed; close it where the text ends',
  },
  {
    what: 'a key written twice',
    file: 'abbreviations.yaml',
    find: 'tidak: tdk',
    put: 'yang: tdk',
    fault: 'abbreviations.yaml:2:1: not readable as YAML: "yang" is written twice; take one of the two out',
  },
];

export const MISTAKES_BETWEEN_FILES: readonly Mistake[] = [
  {
    what: 'a team that does not exist',
    file: ONE,
    find: 'team: RFT-AKUN',
    put: 'team: RFT-AKNU',
    fault: 'services/CONTOH.1.yaml:6:7: team "RFT-AKNU" is not in teams.yaml; did you mean "RFT-AKUN"?',
  },
  {
    what: 'a team unlike any other',
    file: 'incidents.yaml',
    find: 'team: RFT-AKUN',
    put: 'team: laboratorium',
    fault: 'incidents.yaml:3:11: team "laboratorium" is not in teams.yaml; known: MEJA, RFT-AKUN, RFT-RUANG',
  },
  {
    what: 'an alias of two teams',
    file: 'teams.yaml',
    find: 'address: ruang@gedung.example',
    put: 'address: ruang@gedung.example, aliases: [Akun dan Email]',
    fault: 'teams.yaml:5:77: team name "Akun dan Email" occurs twice',
  },
  {
    what: 'a requirement that no list knows',
    file: ONE,
    find: 'key: daftar-nama',
    put: 'key: daftar-nma',
    fault:
      'services/CONTOH.1.yaml:21:15: requirement "daftar-nma" is not in requirements.yaml; did you mean "daftar-nama"?',
  },
  {
    what: 'a requirement that comes by itself',
    file: ONE,
    find: 'key: daftar-nama',
    put: 'key: waktu-pengajuan',
    fault:
      'services/CONTOH.1.yaml:21:15: requirement "waktu-pengajuan" comes from a lead time and is not listed; write "lead_time" instead',
  },
  {
    what: 'a requirement asked twice',
    file: ONE,
    find: 'key: bast',
    put: 'key: daftar-nama',
    fault: 'services/CONTOH.1.yaml:23:15: requirement "daftar-nama" occurs twice',
  },
  {
    what: 'a variant described twice',
    file: TWO,
    find: 'id: meja',
    put: 'id: kursi',
    fault: 'services/CONTOH.2.yaml:37:9: variant "CONTOH.2/kursi" occurs twice',
  },
  {
    what: 'a code that is not that of the file',
    file: TWO,
    find: 'code: CONTOH.2\n',
    put: 'code: CONTOH.20\n',
    fault:
      'services/CONTOH.2.yaml:1:7: code "CONTOH.20" stands in CONTOH.2.yaml; the file of this code is CONTOH.20.yaml',
  },
  {
    what: 'an active service without variants',
    file: 'services/CONTOH.3.yaml',
    find: 'active: false',
    put: 'active: true',
    fault:
      'services/CONTOH.3.yaml:3:9: CONTOH.3 is active but describes no variant; write "active: false" or add variants',
  },
  {
    what: 'bounds that no number meets',
    file: ONE,
    find: 'min: 1, max: 30',
    put: 'min: 31, max: 30',
    fault: 'services/CONTOH.1.yaml:18:21: min is 31, more than max 30: no number fits',
  },
  {
    what: 'steps that do not rise',
    file: TWO,
    find: 'up_to: 8',
    put: 'up_to: 4',
    fault: 'services/CONTOH.2.yaml:32:19: up_to is 4, not more than the step before',
  },
  {
    what: 'two variants with the same words',
    file: TWO,
    find: 'any: [meja kerja]',
    put: 'any: [Kursi]',
    fault:
      'services/CONTOH.2.yaml:45:7: CONTOH.2/meja has the same words as CONTOH.2/kursi: no mail could tell them apart',
  },
  {
    what: 'a rule that forbids what it looks for',
    file: TWO,
    find: 'any: [meja kerja]',
    put: 'any: [meja kerja], none: [meja]',
    fault: 'services/CONTOH.2.yaml:45:46: this rule can never fire: "none" forbids what it looks for',
  },
  {
    what: 'two word rules of one name',
    file: ONE,
    find: '- {id: lupa, weight: 6',
    put: '- {id: lupa, weight: 3, any: [sandi]}\n      - {id: lupa, weight: 6',
    fault:
      'services/CONTOH.1.yaml:44:9: two word rules of CONTOH.1/reset-password are called "lupa"; give one of them an "id"',
  },
  {
    what: 'a weekday that does not fit its date',
    file: 'calendar.yaml',
    find: 'date: 2026-12-24, day: Kamis',
    put: 'date: 2026-12-23, day: Kamis',
    fault: 'calendar.yaml:10:16: 2026-12-23 is a Rabu, not a Kamis; mend the date or the day',
  },
  {
    what: 'a date that does not exist',
    file: 'calendar.yaml',
    find: 'date: 2026-12-24',
    put: 'date: 2026-11-31',
    fault: 'calendar.yaml:10:16: date 2026-11-31 does not exist',
  },
  {
    what: 'a date under another year',
    file: 'calendar.yaml',
    find: 'date: 2027-03-10',
    put: 'date: 2026-03-10',
    fault: 'calendar.yaml:15:16: date 2026-03-10 stands under the year 2027',
  },
  {
    what: 'a day off listed twice',
    file: 'calendar.yaml',
    find: 'date: 2026-12-25, day: Jumat',
    put: 'date: 2026-12-24, day: Kamis',
    fault: 'calendar.yaml:11:16: date 2026-12-24 is listed twice',
  },
  {
    what: 'a year left out between two others',
    file: 'calendar.yaml',
    find: '2027:\n    basis: contoh\n    days:\n      - {date: 2027-03-10, day: Rabu',
    put: '2028:\n    basis: contoh\n    days:\n      - {date: 2028-03-10, day: Jumat',
    fault: 'calendar.yaml:6:1: year 2027 has no calendar; add "2027:" with its days off',
  },
  {
    what: 'a desk that closes before it opens',
    file: 'calendar.yaml',
    find: 'closes: "17.00"',
    put: 'closes: "07.00"',
    fault: 'calendar.yaml:3:9: closes is 07.00, which is not after opens 08.00',
  },
  {
    what: 'an abbreviation of two words',
    file: 'abbreviations.yaml',
    find: 'tidak: tdk',
    put: 'tidak: yg',
    fault: 'abbreviations.yaml:2:8: abbreviation "yg" occurs twice',
  },
];
