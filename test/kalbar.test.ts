/** The same program on another organisation's rules: one request of each of its four procedures, loaded by configuration alone. */
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import type { Office } from '../src/decide/office.ts';
import { loadOffice, readingPolicy } from '../src/office.ts';
import { readExample } from '../src/commands/read-example.ts';
import { faultsIn } from './rulebook/rule-folder.ts';
import { decideLabelled } from './score/read-request.ts';

const ROOT = resolve(import.meta.dirname, '..');
const config = loadConfig(join(ROOT, 'fixtures/kalbar.yaml'));
let office: Office;

beforeAll(async () => {
  office = await loadOffice(config, 'a secret for tests only');
});

async function decided(subject: string, body: string, file?: string) {
  const request = {
    id: subject,
    subject,
    from: { name: 'Rudi Hartawan', address: 'adminit.dinkes@kalbarprov.example' },
    to: [{ name: '', address: 'email@kalbarprov.example' }],
    cc: [],
    date: '2026-11-23T09:00:00+07:00',
    body,
    attachments: file === undefined ? [] : [{ filename: file, kind: '' }],
    label: { kind: 'request', service: null, variant: null },
  };
  const { decision, plans } = await decideLabelled(request, office, readingPolicy(config));
  return { decision, plan: plans[0], letters: decision.letters };
}

const PROCEDURES = [
  {
    slug: 'KALBAR.EMAIL/lupa-sandi-pesan',
    subject: 'Reset sandi email',
    body: 'Berikut daftar nama pegawai Dinas Kesehatan yang lupa email dan sandi, mohon direset: Yuliana dan Dedi.',
    official: 'kasi.tatakelola@kalbarprov.example',
  },
  {
    slug: 'KALBAR.EMAIL/lupa-sandi-surat',
    subject: 'Surat reset sandi email',
    body: 'Terlampir surat Kepala OPD yang berisi nama dan NIP pegawai yang lupa sandi email.',
    file: 'surat kepala opd reset email.pdf',
    official: 'kepala.diskominfo@kalbarprov.example',
  },
  {
    slug: 'KALBAR.EMAIL/buat-signup',
    subject: 'Sign Up email PNS baru',
    body: 'Kami sudah mengisi form Sign Up email di kalbarprov.go.id untuk dua PNS baru, mohon dicek.',
    official: 'kasi.tatakelola@kalbarprov.example',
  },
  {
    slug: 'KALBAR.EMAIL/buat-surat',
    subject: 'Pengajuan email PNS',
    body: 'Kepala OPD mengajukan pembuatan email kedinasan untuk 12 pegawai, Formulir Pengajuan Email PNS terlampir.',
    file: 'Formulir Pengajuan Email PNS.pdf',
    official: 'kepala.diskominfo@kalbarprov.example',
  },
] as const;

describe("Kalbar's rules", () => {
  it('load without a fault, every example won by its own procedure', () => {
    const options = { mailboxDomain: 'kalbarprov.example', neededYears: [2026, 2027], classify: readExample };

    expect(faultsIn(join(ROOT, 'rules/kalbar'), options)).toEqual([]);
  });

  it.each(PROCEDURES)('hand $slug to its first official, without a promise of time', async (procedure) => {
    const { plan, letters } = await decided(
      procedure.subject,
      procedure.body,
      'file' in procedure ? procedure.file : undefined,
    );

    expect(plan?.wish.variant).toBe(procedure.slug);
    expect(plan?.it.missing).toEqual([]);
    expect(plan?.finding.verdict).toBe('not-required');
    expect(letters.map(({ template, to }) => `${template} ${to[0]?.address}`)).toEqual([
      'requester.received adminit.dinkes@kalbarprov.example',
      `approver.chain-step ${procedure.official}`,
    ]);
    expect(letters[0]?.fields['due']).toMatchObject({ by: null, isUnstated: true });
  });

  it('ask for the form that is missing, and name their own office', async () => {
    const { plan, letters } = await decided('Pengajuan email PNS', 'Mohon dibuatkan email kedinasan untuk CPNS kami.');

    expect(plan?.it.missing.map(({ key }) => key)).toEqual(['formulir-pengajuan-email']);
    expect(letters[0]?.template).toBe('requester.incomplete');
    expect(letters[0]?.fields['desk']).toMatchObject({ name: 'Layanan Email Diskominfo Kalbar' });
  });

  it('know nothing of the services of the other office', async () => {
    const { plan } = await decided('Sewa server', 'Mohon disiapkan hosting IaaS production untuk aplikasi kami.');

    expect(plan?.wish.variant).toBeNull();
  });

  it('keep the time of Pontianak and answer their own domain only', () => {
    expect(office.zone).toBe('Asia/Pontianak');
    expect(office.domains).toEqual(['kalbarprov.example']);
    expect(office.rulebook.services.map(({ code }) => code)).toEqual(['KALBAR.EMAIL']);
  });
});
