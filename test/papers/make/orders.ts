/** Papers of the shipped descriptions, made for invented people. */
import { SHIPPED_FORMS } from '../../support/shipped-forms.ts';
import { resolve } from 'node:path';
import { loadForms } from '../../../src/papers/make/load-forms.ts';
import { makePaperMaker, type PaperData } from '../../../src/papers/make/make-paper.ts';
import { readPapers } from '../../../src/papers/read-papers.ts';
import type { PaperReading } from '../../../src/parse/document.ts';
import { DEFAULT_LIMITS } from '../../../src/parse/limits.ts';
import { makeKeyring } from '../../../src/shared/keyring.ts';

export const TEMPLATES = resolve(import.meta.dirname, '../../../templates');
export const keyring = makeKeyring('a secret of the test, long enough');
export const otherOffice = makeKeyring('another secret, also long enough');
export const maker = makePaperMaker(loadForms(TEMPLATES), keyring);

export const NUMBER = 'SR-261123-0042-4';
/** 2026-11-23 09:00 in Jakarta. */
const AT = Date.UTC(2026, 10, 23, 2);

const OFFICE = {
  name: 'Pusintek',
  fullName: 'Pusat Sistem Informasi dan Teknologi Keuangan, Kementerian Keuangan',
  deskName: 'Service Desk Pusintek',
};

export const BUDI = {
  name: 'Budi Santoso',
  nip: '198604122010121003',
  title: 'Pranata Komputer Ahli Muda',
  unit: 'Subbagian Mutasi',
  topUnit: 'Setjen',
  email: 'budi.santoso@kemenkeu.example',
};

export const RINA = {
  name: 'Rina Oktaviani',
  nip: '197608231999022011',
  title: 'Kepala Bagian Umum',
  eselon: 'III',
  email: 'rina.oktaviani@kemenkeu.example',
};

export function aRequest(over: Partial<Extract<PaperData, { about: 'request' }>> = {}): PaperData {
  return {
    about: 'request',
    at: AT,
    office: OFFICE,
    today: '2026-11-23',
    ticket: { number: NUMBER, service: 'SC03-1', serviceName: 'Hak akses' },
    person: BUDI,
    superior: RINA,
    ...over,
  };
}

export function aHandover(over: Partial<Extract<PaperData, { about: 'handover' }>> = {}): PaperData {
  return {
    about: 'handover',
    at: AT,
    office: OFFICE,
    today: '2026-11-23',
    ticket: { number: NUMBER, service: 'ITSM.10', serviceName: 'Layanan Perangkat', variant: 'ITSM.10/instalasi' },
    resolver: { name: 'Agus Prasetyo', nip: '198001012005011001', title: 'Pranata Komputer', unit: 'RFT Perangkat' },
    receiver: BUDI,
    whatWasDone: 'Perangkat lunak sudah dipasang pada dua notebook dan diuji bersama pemakainya.',
    place: 'Jakarta',
    objects: [
      { sn: 'PF3ABC01', kode_bmn: '3100102002', nup: '17', perangkat_lunak: 'Microsoft Office 2021' },
      { sn: 'PF3ABC02', kode_bmn: '3100102002', nup: '18', perangkat_lunak: 'AutoCAD' },
    ],
    ...over,
  };
}

export async function readBack(bytes: Uint8Array): Promise<PaperReading> {
  const file = { filename: 'scan0001.pdf', sha256: 'ab', type: 'application/pdf', bytes: Buffer.from(bytes) };
  const [reading] = await readPapers([file], DEFAULT_LIMITS, { forms: SHIPPED_FORMS });
  if (!reading) throw new Error('nothing was read');
  return reading;
}
