/** The people of a form against the sender, the directory and the mail's own words. */
import { normaliseName } from '../directory/names.ts';
import type { Check, Compared } from './paper-difference.ts';

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
          text: `NIP pemohon pada formulir (${nip}) bukan NIP pengirim menurut direktori (${sender.person.nip})`,
        },
  ];
};

/** Whether the number belongs to the name. */
export const isKnownAs =
  (part: string, label: string): Check =>
  ({ value, sources: { directory } }) => {
    const [nip, name] = [value(`${part}.nip`), nameOf(part, value)];
    if (nip === '') return [];
    const person = directory.byNip(nip);
    if (person === null) {
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

export const accountIsSpokenOf: Check = ({ value, sources: { facts } }) => {
  const said = facts.nips ?? (facts.nip === undefined ? [] : [facts.nip]);
  const written = [value('akun.nip'), value('pemohon.nip')].filter((nip) => nip !== '');
  if (said.length === 0 || written.length === 0 || said.some((nip) => written.includes(nip))) return [];
  const [paper = '', other = ''] = [written[0], said[0]];
  return [
    {
      field: 'akun.nip',
      against: 'mail',
      paper,
      other,
      text: `NIP pada formulir (${paper}) tidak sama dengan NIP pada surel (${other})`,
    },
  ];
};
