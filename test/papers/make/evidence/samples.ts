/** An evidence file with two mails and a paper, written into a folder of the test. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '../../../../src/papers/make/evidence/manifest.ts';
import { measureFile, writeEvidence } from '../../../../src/papers/make/evidence/write-evidence.ts';
import type { Sealer } from '../../../../src/papers/make/mark.ts';
import { keyring, NUMBER } from '../orders.ts';

export const CONTENTS: Readonly<Record<string, string>> = {
  'email-001.eml': 'From: budi@kemenkeu.example\r\nSubject: Reset\r\n\r\nMohon reset.\r\n',
  'email-001-001-ktp.pdf': '%PDF-1.4\nendstream\nendobj\ntrailer << /Size 3 >>\nstartxref\n0\n%%EOF\n',
  'email-002.eml': 'From: rina@kemenkeu.example\r\nSubject: Re: Reset\r\n\r\nSetuju.\r\n',
};

export async function writeSample(
  folder: string,
  over: Partial<Evidence> = {},
  sealer: Sealer | null = keyring,
): Promise<string> {
  const paths = Object.entries(CONTENTS).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  const files = await Promise.all(
    Object.keys(CONTENTS).map(async (name, at) => ({
      name,
      description: `Berkas – ${at + 1}`,
      type: name.endsWith('.eml') ? 'message/rfc822' : 'application/pdf',
      ...(await measureFile(paths[at] ?? '')),
    })),
  );
  const path = join(folder, 'bukti.pdf');
  await writeEvidence(path, { evidence: { ...anEvidence(), files, ...over }, paths, sealer });
  return path;
}

export function anEvidence(): Evidence {
  const entry = (minute: number, title: string, lines: string[]) => ({
    at: `2026-11-23T09:0${minute}:00+07:00`,
    title,
    lines,
    data: { kind: 'event', minute },
  });
  return {
    head: {
      ticket: NUMBER,
      office: { name: 'Pusintek', fullName: 'Pusat Sistem Informasi', deskName: 'Service Desk Pusintek' },
      madeAt: '2026-11-30T08:00:00+07:00',
      summary: [
        ['Nomor tiket', NUMBER],
        ['Pemohon', 'Budi Santoso'],
      ],
    },
    entries: [
      entry(0, 'Email masuk', ['Perihal: Reset', 'Isi: Mohon reset 😀']),
      entry(1, 'Tiket dibuka', []),
      entry(2, 'Atasan menyetujui', ['Penyetuju: Rina']),
      entry(3, 'Ditutup', []),
    ],
    files: [],
  };
}
