/** What is said of a signature in letters and to the desk: one or two plain sentences, never more than was checked. */
import type { CertificateState, SignatureReading } from '../parse/document.ts';

const CERTIFICATE: Readonly<Record<CertificateState, string>> = {
  trusted: 'sertifikatnya diterbitkan oleh penerbit yang dikenal',
  expired: 'sertifikatnya tidak berlaku pada saat penandatanganan',
  'unknown-root': 'penerbit sertifikatnya tidak dikenal',
  unverifiable: 'sertifikatnya tidak dapat diperiksa di sini',
};

export function signatureText({
  field,
  state,
  coversFile,
  signer,
  certificate,
}: Omit<SignatureReading, 'text'>): string {
  if (state === 'empty') return `Kolom tanda tangan (${field}) masih kosong.`;
  if (state === 'damaged') return `Tanda tangan elektronik (${field}) tidak dapat diperiksa di sini.`;
  const name = signer === null || signer.name === '' ? 'penanda tangan tanpa nama' : signer.name;
  const who = signer?.nip ? `${name} (NIP ${signer.nip})` : name;
  if (state === 'changed') return `Isi berkas tidak sama lagi dengan yang ditandatangani oleh ${who}.`;
  const signed = `Ditandatangani secara elektronik oleh ${who}; ${CERTIFICATE[certificate ?? 'unverifiable']}.`;
  return coversFile ? signed : `${signed} Setelah itu masih ada yang ditambahkan pada berkas.`;
}
