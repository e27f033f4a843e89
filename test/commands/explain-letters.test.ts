/** `loket explain` on a mail with a letter that the catalogue asks: what it says, whom the register knows for its signer, and the verdict. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { buildPdf } from '../papers/form-builder.ts';
import { writeMail } from '../support/write-mail.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const LINES = [
  'SURAT REKOMENDASI',
  'Nomor : SR-12/SJ.2/2026',
  'Hal : Rekomendasi sertifikat elektronik',
  'Jakarta, 20 November 2026',
  'Yth. Kepala Pusintek',
  'Dengan ini kami merekomendasikan Mutia Zahra untuk memperoleh sertifikat elektronik.',
  'Demikian disampaikan.',
  'Plh. Kepala Biro Perencanaan dan Keuangan',
  'Wening Asmara',
  'NIP 19750516 200003 2 023',
];

let folder = '';
let config = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loket-explain-letters-'));
  config = join(folder, 'loket.yaml');
  const sample = readFileSync(join(ROOT, 'fixtures/loket.yaml'), 'utf8');
  const place = (text: string, [from, to]: readonly [string, string]): string => text.replace(from, join(ROOT, to));
  const places = [
    ['./directory.csv', 'fixtures/directory.csv'],
    ['../rules', 'rules'],
    ['../templates', 'templates'],
  ] as const;
  writeFileSync(config, places.reduce(place, sample));
  const raw = writeMail({
    from: { name: 'Mutia Zahra', address: 'mutia.zahra@kemenkeu.example' },
    to: ['servicedesk@kemenkeu.example'],
    cc: ['joyo.handoko@kemenkeu.example'],
    subject: 'Pendaftaran sertifikat elektronik',
    text: 'mohon pendaftaran sertifikat elektronik untuk saya. Scan KTP dan surat rekomendasi terlampir.',
    date: new Date('2026-11-23T09:00:00+07:00'),
    messageId: 'surat-1@kemenkeu.example',
    attachments: [
      { filename: 'KTP.pdf', type: 'application/pdf', content: readFileSync(join(ROOT, 'fixtures/papers/ktp.pdf')) },
      { filename: 'surat.pdf', type: 'application/pdf', content: await buildPdf({ lines: LINES }) },
    ],
  });
  writeFileSync(join(folder, 'mail.eml'), raw);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function explained(...flags: readonly string[]): Promise<string> {
  const out: string[] = [];
  const code = await main(['explain', join(folder, 'mail.eml'), '--config', config, ...flags], {
    out: (text) => void out.push(text),
    err: () => undefined,
  });
  expect(code).toBe(0);
  return out.join('\n');
}

describe('loket explain', () => {
  it('says for people who signed, what is asked and what is wrong', async () => {
    const text = await explained();

    expect(text).toContain('  Letter   surat-rekomendasi (surat.pdf): SR-12/SJ.2/2026, 2026-11-20, Wening Asmara');
    expect(text).toContain('signed by Wening Asmara (by nip): eselon III; eselon II asked: too-low');
    expect(text).toContain('to be looked at: no-signature-seen');
    expect(text).toContain('  Wrong    surat.pdf: Surat ini ditandatangani Wening Asmara');
    expect(text).toContain('  Next     incomplete');
  });

  it('says the same for programs', async () => {
    const { tickets }: { readonly tickets: readonly unknown[] } = JSON.parse(await explained('--json'));

    expect(tickets).toMatchObject([
      {
        variant: 'ITSM.15/pendaftaran',
        missing: [],
        letters: [
          {
            key: 'surat-rekomendasi',
            filename: 'surat.pdf',
            number: 'SR-12/SJ.2/2026',
            date: '2026-11-20',
            addressee: 'Kepala Pusintek',
            says: { name: 'Wening Asmara', acting: 'plh', rank: 'II' },
            signer: {
              verdict: 'too-low',
              required: 'II',
              found: { nip: '197505162000032023', active: true },
              by: 'nip',
              eselon: 'III',
              acting: false,
              inLine: true,
              onBehalfOf: null,
            },
            faults: [
              expect.stringContaining('yang diminta pejabat minimal eselon II'),
              expect.stringContaining('tidak mencatat Wening Asmara sebagai Plh. Kepala Biro'),
              expect.stringContaining('Bonar Lumbantoruan'),
            ],
            doubts: ['no-signature-seen'],
          },
        ],
      },
    ]);
  });
});
