/**
 * What a form says against what the mail, the directory, the catalogue, its list and its signatures say. Differences are listed for a
 * person to settle; none of the sides is preferred. What was only guessed from a picture is not held against anybody.
 */
import type { PaperReading } from '../parse/document.ts';
import { approverHasRank, approverIsAnother, approverIsReached, isSignedBy } from './compare-approver.ts';
import { accountIsSpokenOf, applicantIsSender, isKnownAs } from './compare-people.ts';
import type { Check, Compared, DifferenceSources, PaperDifference } from './paper-difference.ts';

export type { DifferenceSources, PaperDifference } from './paper-difference.ts';

const LEAST_SURENESS = 0.5;

export function differencesOf(papers: readonly PaperReading[], sources: DifferenceSources): readonly PaperDifference[] {
  return papers.flatMap((paper) => {
    const compared: Compared = { paper, papers, sources, value: (name) => sureValue(paper, name) };
    const found = (CHECKS[paper.type] ?? []).flatMap((check) => check(compared)).filter((one) => one !== null);
    return found.map((one) => ({ filename: paper.filename, ...one }));
  });
}

function sureValue({ fields, sources }: PaperReading, name: string): string {
  return (sources?.[name]?.sureness ?? 1) < LEAST_SURENESS ? '' : (fields[name] ?? '');
}

const numberOfAccounts: Check = ({ value, papers, sources: { facts } }) => {
  const [paper, field] = [value('permintaan.jumlah_akun'), 'permintaan.jumlah_akun'];
  const rows = papers.find(({ type }) => type === 'daftar-akun')?.fields['jumlah'];
  const said = facts.quantity === undefined ? undefined : String(facts.quantity);
  return [
    paper === '' || rows === undefined || rows === paper
      ? null
      : {
          field,
          against: 'list',
          paper,
          other: rows,
          text: `Jumlah akun pada formulir (${paper}) tidak sama dengan jumlah baris pada daftar (${rows})`,
        },
    paper === '' || said === undefined || said === paper || said === rows
      ? null
      : {
          field,
          against: 'mail',
          paper,
          other: said,
          text: `Jumlah akun pada formulir (${paper}) tidak sama dengan jumlah pada surel (${said})`,
        },
  ];
};

/** `SC03-1/ITSM/2008` is the form's own service; the office may let it carry the requests of others, too. */
const isOfService: Check = ({ value, sources: { service, formServices } }) => {
  const paper = value('form.kode_layanan').split('/')[0] ?? '';
  if (paper === '' || service === null || service === paper || formServices.includes(service)) return [];
  const text = `Formulir ini untuk layanan ${paper}, sedangkan surel tentang layanan ${service}`;
  return [{ field: 'form.kode_layanan', against: 'mail', paper, other: service, text }];
};

const isHandOverOfService: Check = ({ value, sources: { service } }) => {
  const paper = value('bast.kode_layanan');
  if (paper === '' || service === null || paper === service) return [];
  return [
    {
      field: 'bast.kode_layanan',
      against: 'catalogue',
      paper,
      other: service,
      text: `BAST ini untuk layanan ${paper}, sedangkan tiket untuk layanan ${service}`,
    },
  ];
};

const isNotAhead =
  (field: string, label: string): Check =>
  ({ value, sources: { today } }) => {
    const date = value(field);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || date <= today) return [];
    return [
      { field, against: 'calendar', paper: date, other: today, text: `${label} pada formulir (${date}) belum tiba` },
    ];
  };

const CHECKS: Readonly<Partial<Record<PaperReading['type'], readonly Check[]>>> = {
  'form-3.1': [
    applicantIsSender,
    isKnownAs('pemohon', 'pemohon'),
    isKnownAs('akun', 'pemilik akun'),
    accountIsSpokenOf,
    numberOfAccounts,
    isOfService,
    isKnownAs('penyetuju', 'penyetuju'),
    approverHasRank,
    approverIsReached,
    approverIsAnother,
    isSignedBy('penyetuju', 'penyetuju'),
    isNotAhead('form.tanggal', 'Tanggal formulir'),
    isNotAhead('penyetuju.tanggal', 'Tanggal persetujuan'),
  ],
  bast: [
    isHandOverOfService,
    isKnownAs('pihak1', 'pihak pertama'),
    isKnownAs('pihak2', 'pihak kedua'),
    isSignedBy('pihak1', 'pihak pertama'),
    isSignedBy('pihak2', 'pihak kedua'),
    isNotAhead('bast.tanggal', 'Tanggal BAST'),
  ],
};
