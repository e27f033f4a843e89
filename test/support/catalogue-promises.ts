/** What the published standard asks for and promises, in short: for the mails of the catalogue. */
export interface CatalogueMail {
  readonly slug: string;
  readonly text: string;
  /** Papers of the standard by their key, under names as people give them. */
  readonly papers?: Readonly<Record<string, string>>;
  /** Whether the standard asks for the superior's agreement. */
  readonly agreed?: true;
  /** When it is due where it arrives complete on Monday 23 November 2026 at 09:00; `event` where it is served at an event. */
  readonly due: string | 'event' | 'unstated' | 'decision';
}

export const HOSTING = {
  'formulir-bia': 'Formulir BIA.pdf',
  'profil-si': 'Profil SI.pdf',
  'manual-instalasi': 'Manual Instalasi.pdf',
  'manual-penggunaan': 'Manual Penggunaan.pdf',
  'dokumen-uat': 'Dokumen UAT.pdf',
  'skenario-uji': 'Skenario Pengujian.pdf',
};
export const LETTER = { 'surat-permintaan': 'Surat Permintaan.pdf' };
export const DAYS_1 = '2026-11-24T09:00';
export const DAYS_2 = '2026-11-25T09:00';
export const DAYS_3 = '2026-11-26T09:00';
export const DAYS_10 = '2026-12-07T09:00';
export const HOURS_4 = '2026-11-23T13:00';
export const HOURS_10 = '2026-11-24T10:00';
/** SC03-1: taken up before noon, done the same day by 16:00. */
export const SAME_DAY = '2026-11-23T16:00';
export const FORM = { 'form-3.1': 'Form 3.1.pdf' };

/** Who serves what, by the code of the service. */
export const SERVED_BY: Readonly<Record<string, string>> = {
  'ITSM.1': 'RFT-HOSTING',
  'ITSM.2': 'RFT-HOSTING',
  'ITSM.3': 'RFT-PUSDAT',
  'ITSM.4': 'RFT-DATA',
  'ITSM.5': 'RFT-JARINGAN',
  'ITSM.6': 'RFT-APLIKASI',
  'ITSM.7': 'RFT-KEAMANAN',
  'ITSM.8': 'RFT-AKUN',
  'ITSM.9': 'RFT-STORAGE',
  'ITSM.10': 'RFT-PERANGKAT',
  'ITSM.11': 'RFT-KOMPETENSI',
  'ITSM.12': 'RFT-CONFERENCE',
  'ITSM.13': 'RFT-PIMPINAN',
  'ITSM.14': 'RFT-CONFERENCE',
  'ITSM.15': 'RFT-SERTEL',
  'ITSM.16': 'RFT-SERTEL',
  'ITSM.17': 'RFT-AKUN',
  'ITSM.18': 'RFT-HOSTING',
  'ITSM.19': 'RFT-DATA',
  'ITSM.20': 'RFT-APLIKASI',
  'SC03-1': 'RFT-APLIKASI',
};
