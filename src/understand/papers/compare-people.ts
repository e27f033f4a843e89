/** The people of a form against the sender, the directory and the mail's own words. */
import { normaliseName } from '../../directory/names.ts';
import type { PaperReading } from '../../parse/document.ts';
import type { Check, Compared } from './paper-difference.ts';

const SHOWN_OF_NIP = 4;

export const applicantIsSender: Check = ({ value, sources: { sender } }) => {
  const [email, nip] = [value('pemohon.email').toLowerCase(), value('pemohon.nip')];
  const own = [sender.address, ...(sender.person?.addresses ?? [])];
  return [
    email === '' || own.includes(email)
      ? null
      : {
          field: 'pemohon.email',
          against: 'mail',
          paper: email,
          other: sender.address,
          text: `Surel pemohon pada formulir (${email}) bukan alamat pengirim (${sender.address})`,
        },
    nip === '' || sender.person === null || sender.person.nip === nip
      ? null
      : {
          field: 'pemohon.nip',
          against: 'directory',
          paper: nip,
          other: sender.person.nip,
          text: `NIP pemohon pada formulir (${nip}) bukan NIP pengirim menurut direktori (${sender.person.nip})${whereTheyDiffer(nip, sender.person.nip)}`,
        },
  ];
};

/** Letters show no more of a number than its end: where the ends are alike, the place is named. */
function whereTheyDiffer(one: string, other: string): string {
  if (one.slice(-SHOWN_OF_NIP) !== other.slice(-SHOWN_OF_NIP)) return '';
  const at = [...one].findIndex((digit, index) => digit !== other[index]);
  return `, berbeda mulai angka ke-${at + 1}`;
}

/** Whether the number belongs to the name. */
export const isKnownAs =
  (part: string, label: string): Check =>
  ({ value, sources: { directory } }) => {
    const [nip, name] = [value(`${part}.nip`), nameOf(part, value)];
    if (nip === '') return [];
    const person = directory.byNip(nip);
    if (person === null) {
      // Whom an account is made for may have come only yesterday.
      if (part === 'akun' && value('permintaan.jenis') === 'buat') return [];
      return [
        {
          field: `${part}.nip`,
          against: 'directory',
          paper: nip,
          other: '',
          text: `NIP ${label} (${nip}) tidak ada di direktori`,
        },
      ];
    }
    const isSame = name === '' || normaliseName(name) === normaliseName(person.name);
    return [
      isSame
        ? null
        : {
            field: `${part}.nama`,
            against: 'directory',
            paper: name,
            other: person.name,
            text: `Nama ${label} pada formulir (${name}) tidak sama dengan nama pemilik NIP itu menurut direktori (${person.name})`,
          },
      person.active
        ? null
        : {
            field: `${part}.nip`,
            against: 'directory',
            paper: nip,
            other: person.name,
            text: `${person.name} (${label}) tidak aktif lagi menurut direktori`,
          },
    ];
  };

function nameOf(part: string, value: Compared['value']): string {
  return part === 'akun' ? `${value('akun.nama_depan')} ${value('akun.nama_belakang')}`.trim() : value(`${part}.nama`);
}

/** A number in the mail that stands in none of the papers and is not the writer's own. */
export const accountIsSpokenOf: Check = ({ value, papers, sources: { said, sender } }) => {
  const paper = value('akun.nip') || value('pemohon.nip');
  const written = [...papers.flatMap(numbersIn), sender.person?.nip];
  const [other] = said.nips.filter((nip) => !written.includes(nip));
  if (paper === '' || other === undefined || said.nips.includes(value('akun.nip'))) return [];
  const text = `NIP pada formulir (${paper}) tidak sama dengan NIP pada email (${other})${whereTheyDiffer(paper, other)}`;
  return [{ field: 'akun.nip', against: 'mail', paper, other, text }];
};

/** A name in the mail that shares not a word with any name on the papers, nor with the writer's or that of whoever got a copy. */
export const ownerIsSpokenOf: Check = ({ value, papers, sources: { said, sender, copied, directory } }) => {
  const paper = nameOf('akun', value);
  const reached = copied.map((address) => directory.byAddress(address)?.name ?? '');
  const written = new Set([...papers.flatMap(namesIn), ...reached, sender.person?.name ?? ''].flatMap(wordsOfName));
  const [other] = said.people;
  const isKnown = said.people.some((name) => wordsOfName(name).some((word) => written.has(word)));
  if (paper === '' || other === undefined || isKnown) return [];
  const text = `Nama pemilik akun pada formulir (${paper}) tidak sama dengan nama pada email (${other})`;
  return [{ field: 'akun.nama_depan', against: 'mail', paper, other, text }];
};

/** An address of a colleague in the mail, where the form names another's account. */
export const addressIsSpokenOf: Check = ({ value, papers, sources: { said, sender, copied, directory } }) => {
  const paper = value('akun.email_lama').toLowerCase();
  const written = new Set([
    ...papers.flatMap(addressesIn),
    ...copied,
    sender.address,
    ...(sender.person?.addresses ?? []),
  ]);
  const [other] = said.addresses.filter((address) => !written.has(address) && directory.byAddress(address) !== null);
  if (paper === '' || other === undefined || said.addresses.includes(paper)) return [];
  const text = `Alamat akun pada formulir (${paper}) tidak sama dengan alamat pada email (${other})`;
  return [{ field: 'akun.email_lama', against: 'mail', paper, other, text }];
};

function numbersIn(paper: PaperReading): readonly string[] {
  return valuesOf(paper, (name) => /(?:^|\.)nip$/.test(name)).map((nip) => nip.replace(/\D/g, ''));
}

function namesIn(paper: PaperReading): readonly string[] {
  return valuesOf(paper, (name) => /(?:^|\.)nama(?:_depan|_belakang)?$/.test(name));
}

function addressesIn(paper: PaperReading): readonly string[] {
  return valuesOf(paper, (name) => /(?:^|\.)(?:email|surel)/.test(name)).map((address) => address.toLowerCase());
}

function valuesOf({ fields, rows = [] }: PaperReading, isWanted: (name: string) => boolean): readonly string[] {
  const entries = [fields, ...rows.map(({ values }) => values)].flatMap((values) => Object.entries(values));
  return entries.filter(([name]) => isWanted(name)).map(([, value]) => value);
}

/** Initials tell nobody from another. */
function wordsOfName(name: string): readonly string[] {
  return normaliseName(name)
    .split(' ')
    .filter((word) => word.length > 2);
}
