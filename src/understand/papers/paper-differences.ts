/**
 * What a form says against what the mail, the directory, the catalogue, its list and its signatures say. Differences are listed for a
 * person to settle; none of the sides is preferred. What was only guessed from a picture is not held against anybody.
 */
import type { PaperReading } from '../../parse/document.ts';
import { approverHasRank, approverIsAnother, approverIsReached, isSignedBy } from './compare-approver.ts';
import {
  accountIsSpokenOf,
  addressIsSpokenOf,
  applicantIsSender,
  isKnownAs,
  ownerIsSpokenOf,
} from './compare-people.ts';
import { dateInWords } from '../facts/date-in-words.ts';
import { ROWS_OF, withSum } from './letter-counts.ts';
import type { Check, Compared, Difference, DifferenceSources, PaperDifference } from './paper-difference.ts';

export type { DifferenceSources, PaperDifference } from './paper-difference.ts';

const LEAST_SURENESS = 0.5;

export function differencesOf(papers: readonly PaperReading[], sources: DifferenceSources): readonly PaperDifference[] {
  return papers.flatMap((paper) => {
    const compared: Compared = { paper, papers, sources, value: (name) => sureValue(paper, name) };
    const found = (CHECKS[paper.type] ?? []).flatMap((check) => check(compared)).filter((one) => one !== null);
    return onceEach(found).map((one) => ({ filename: paper.filename, ...one }));
  });
}

/** One wrong number is one line, however many checks it fails. */
function onceEach(found: readonly Difference[]): readonly Difference[] {
  const byPlace = Map.groupBy(found, ({ field, against }) => `${field} ${against}`);
  return [...byPlace.values()].flatMap(([first]) => first ?? []);
}

function sureValue({ fields, sources }: PaperReading, name: string): string {
  return (sources?.[name]?.sureness ?? 1) < LEAST_SURENESS ? '' : (fields[name] ?? '');
}

/** The mail may count several things; only where none of them is the form's number do they differ. */
const numberOfAccounts: Check = ({ value, papers, sources: { said } }) => {
  const [paper, field] = [value('permintaan.jumlah_akun'), 'permintaan.jumlah_akun'];
  const rows = papers.find(({ type }) => type === 'daftar-akun')?.fields['jumlah'];
  const counted = said.quantities.map(String);
  const other = counted.join(', ');
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
    paper === '' || counted.length === 0 || counted.includes(paper) || counted.includes(rows ?? '')
      ? null
      : {
          field,
          against: 'mail',
          paper,
          other,
          text: `Jumlah akun pada formulir (${paper}) tidak sama dengan jumlah pada email (${other})`,
        },
  ];
};

/** A list that came without a form, against what the mail counts by the same nouns. */
const rowsAreSpokenOf: Check = ({ paper: { type, fields }, papers, sources: { said } }) => {
  const rows = Number(fields['jumlah'] ?? '');
  const counted = said.counts.filter(({ noun }) => ROWS_OF[type]?.includes(noun) === true).map(({ value }) => value);
  if (!(rows > 0) || counted.length === 0 || papers.some((one) => one.type === 'form-3.1')) return [];
  if (withSum(counted).includes(rows)) return [];
  const other = counted.join(', ');
  const text = `Jumlah baris pada daftar (${rows}) tidak sama dengan jumlah pada email (${other})`;
  return [{ field: 'jumlah', against: 'mail', paper: String(rows), other, text }];
};

/** `SC03-1/ITSM/2008` is the form's own service; the office may let it carry the requests of others, and mail accounts are another's. */
const isOfService: Check = ({ value, sources: { service, formServices } }) => {
  const paper = value('form.kode_layanan').split('/')[0] ?? '';
  if (paper === '' || service === null || service === paper || formServices.includes(service)) return [];
  if (value('permintaan.objek') === 'surel_internet') return [];
  const text = `Formulir ini untuk layanan ${paper}, sedangkan email tentang layanan ${service}`;
  return [{ field: 'form.kode_layanan', against: 'mail', paper, other: service, text }];
};

/** What was ticked on the form against what the mail asks for: a reset is no removal. */
const isOfVariant: Check = ({ value, sources: { formSays, variantName } }) =>
  Object.entries(formSays).map(([field, values]) => {
    const paper = value(field);
    if (paper === '' || values.includes(paper)) return null;
    const text = `Pada formulir dipilih “${paper.replaceAll('_', ' ')}”, sedangkan email meminta ${variantName}`;
    return { field, against: 'mail', paper, other: values.join(', '), text };
  });

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
    const text = `${label} (${dateInWords(date)}) belum tiba`;
    return [{ field, against: 'calendar', paper: date, other: today, text }];
  };

const CHECKS: Readonly<Partial<Record<PaperReading['type'], readonly Check[]>>> = {
  'form-3.1': [
    applicantIsSender,
    isKnownAs('pemohon', 'pemohon'),
    isKnownAs('akun', 'pemilik akun'),
    accountIsSpokenOf,
    ownerIsSpokenOf,
    addressIsSpokenOf,
    numberOfAccounts,
    isOfService,
    isOfVariant,
    isKnownAs('penyetuju', 'penyetuju'),
    approverIsAnother,
    approverHasRank,
    approverIsReached,
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
  'daftar-akun': [rowsAreSpokenOf],
  'daftar-perangkat': [rowsAreSpokenOf],
  'formulir-uat': [
    isKnownAs('uat', 'penguji'),
    isSignedBy('uat', 'penguji'),
    isNotAhead('uat.tanggal', 'Tanggal pengujian'),
  ],
};
