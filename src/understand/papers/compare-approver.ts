/** The approver of a form: his rank, whether he has been reached, whether he is another than the requester, and whose signature it is. */
import { normaliseName } from '../../directory/names.ts';
import type { Person } from '../../directory/person.ts';
import type { Check, DifferenceSources } from './paper-difference.ts';

/** Whoever stands lower in Cc signs no form. */
const LEAST_RANK_OF_APPROVERS = 3;
const RANKS: readonly string[] = ['', 'I', 'II', 'III', 'IV'];

/** The rank that the directory gives him, against the form's claim and the catalogue's minimum. */
export const approverHasRank: Check = ({ value, sources: { directory, today, minimumRank } }) => {
  const person = directory.byNip(value('penyetuju.nip'));
  if (person === null) return [];
  const { rank, eselon } = directory.standing(person, today);
  const claimed = RANKS.indexOf(value('penyetuju.eselon').replace('setara_', ''));
  const real = rank === null ? 'tanpa eselon' : `eselon ${eselon}`;
  return [
    claimed < 1 || claimed === rank
      ? null
      : {
          field: 'penyetuju.eselon',
          against: 'directory',
          paper: RANKS[claimed] ?? '',
          other: eselon,
          text: `Eselon penyetuju pada formulir (${RANKS[claimed]}) tidak sama dengan direktori (${real})`,
        },
    minimumRank === null || (rank !== null && rank <= minimumRank)
      ? null
      : {
          field: 'penyetuju.nip',
          against: 'catalogue',
          paper: person.name,
          other: RANKS[minimumRank] ?? '',
          text: `Penyetuju (${person.name}, ${real}) belum memenuhi syarat minimal eselon ${RANKS[minimumRank]}`,
        },
  ];
};

export const approverIsReached: Check = ({ value, sources: { directory, copied, ccAsked, today, sender } }) => {
  const person = directory.byNip(value('penyetuju.nip'));
  if (person === null) return [];
  const email = value('penyetuju.email').toLowerCase();
  const [known = ''] = person.addresses;
  const isCopied = [...copied, sender.address].some((address) => person.addresses.includes(address));
  const [another] = copied.flatMap((address) => rankedAt(address, { directory, today }) ?? []);
  return [
    email === '' || person.addresses.includes(email)
      ? null
      : {
          field: 'penyetuju.email',
          against: 'directory',
          paper: email,
          other: known,
          text: `Surel penyetuju pada formulir (${email}) tidak sama dengan direktori (${known || 'tidak ada'})`,
        },
    isCopied || (!ccAsked && another === undefined)
      ? null
      : {
          field: 'penyetuju.email',
          against: 'mail',
          paper: person.name,
          other: another?.name ?? '',
          text:
            another === undefined
              ? `Penyetuju pada formulir (${person.name}) tidak ada pada Cc email`
              : `Penyetuju pada formulir (${person.name}) tidak sama dengan pejabat pada Cc email (${another.name})`,
        },
  ];
};

/** An official in Cc, who may be taken for the approver. */
function rankedAt(
  address: string,
  { directory, today }: Pick<DifferenceSources, 'directory' | 'today'>,
): Person | null {
  const person = directory.byAddress(address);
  if (person === null) return null;
  const { rank } = directory.standing(person, today);
  return rank !== null && rank <= LEAST_RANK_OF_APPROVERS ? person : null;
}

/** Approving for oneself is for those whose own rank suffices. */
export const approverIsAnother: Check = ({ value, sources: { directory, today, minimumRank } }) => {
  const nip = value('penyetuju.nip');
  if (nip === '' || nip !== value('pemohon.nip')) return [];
  const person = directory.byNip(nip);
  const rank = person === null ? null : directory.standing(person, today).rank;
  if (rank !== null && minimumRank !== null && rank <= minimumRank) return [];
  return [
    {
      field: 'penyetuju.nip',
      against: 'catalogue',
      paper: nip,
      other: nip,
      text: 'Pemohon dan penyetuju pada formulir adalah orang yang sama',
    },
  ];
};

/** @param part whose signature stands in the field `part.ttd` */
export const isSignedBy =
  (part: string, label: string): Check =>
  ({ paper: { signatures = [] }, value }) => {
    const signer = signatures.find(({ field }) => field === `${part}.ttd`)?.signer ?? null;
    const [nip, name] = [value(`${part}.nip`), value(`${part}.nama`)];
    if (signer === null || (nip === '' && name === '')) return [];
    const isSame = signer.nip !== null && nip !== '' ? signer.nip === nip : isSameName(signer.name, name);
    if (isSame) return [];
    return [
      {
        field: `${part}.ttd`,
        against: 'signature',
        paper: name,
        other: signer.name,
        text: `Tanda tangan elektronik ${label} atas nama ${signer.name}, bukan ${name || nip}`,
      },
    ];
  };

function isSameName(one: string, other: string): boolean {
  return normaliseName(one) !== '' && normaliseName(one) === normaliseName(other);
}
