/** The sample requests of fixtures/samples as raw mails, each with the answer that it must get. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { spelled, writeMail } from './write-mail.ts';

const party = z.object({ name: z.string(), address: z.string() });

const Sample = z.object({
  id: z.string(),
  subject: z.string(),
  from: party,
  to: z.array(party),
  cc: z.array(party),
  date: z.string(),
  body: z.string(),
  attachments: z.array(z.object({ filename: z.string() })),
  label: z.object({ items: z.array(z.unknown()).optional() }),
  /** What its writer gets, and what becomes of the mail. */
  gets: z.enum([
    'ticket letter',
    'letter of all numbers',
    'status letter',
    'held, none',
    'bounce, none',
    'auto-reply, none',
    'irrelevant, none',
  ]),
});

export type SampleRequest = z.output<typeof Sample>;

export function sampleRequests(): readonly SampleRequest[] {
  const file = join(import.meta.dirname, '../../fixtures/samples/requests.jsonl');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Sample.parse(JSON.parse(line)));
}

/** @param round the same samples may be sent again as other mails */
export function sampleId(sample: SampleRequest, round = 0): string {
  return `${sample.id.toLowerCase()}-${round}@contoh.example`;
}

export function sampleMail(sample: SampleRequest, round = 0): string {
  return writeMail({
    from: sample.from,
    to: sample.to.map(mailbox),
    cc: sample.cc.map(mailbox),
    subject: sample.subject,
    text: round === 0 ? sample.body : `${sample.body}\n\nSurat ini yang ke ${spelled(round)}.`,
    messageId: sampleId(sample, round),
    date: new Date(sample.date),
    attachments: sample.attachments.map(({ filename }) => ({
      filename,
      type: 'application/octet-stream',
      content: filename.toLowerCase().endsWith('.pdf') ? ONE_PAGE : Buffer.from(`isi contoh ${filename}`),
    })),
  });
}

function mailbox({ name, address }: SampleRequest['from']): string {
  return `"${name.replaceAll('"', '')}" <${address}>`;
}

/** A PDF of one page with a line of text. */
const ONE_PAGE = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
    '4 0 obj<</Length 44>>stream\nBT /F 12 Tf 72 720 Td (Surat permintaan) Tj ET\nendstream endobj',
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n'),
);
