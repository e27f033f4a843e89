import { describe, expect, it } from 'vitest';
import { carriedAttachments, type Carrying } from '../src/letters-out.ts';
import type { ExtractedFile } from '../src/mail-reader.ts';
import type { LedgerRow } from '../src/record/store.ts';
import { asMailId } from '../src/shared/ids.ts';

const MIB = 1024 * 1024;
const FORM: ExtractedFile = {
  filename: 'formulir.pdf',
  type: 'application/pdf',
  sha256: 'f'.repeat(64),
  content: { base64: { start: 900, end: 5_000 } },
};
const NOTE: ExtractedFile = {
  filename: 'catatan.csv',
  type: 'text/plain',
  sha256: 'e'.repeat(64),
  content: { bytes: Buffer.from('nama;nip') },
};

interface Kept {
  readonly sizeBytes?: number;
  readonly files?: readonly ExtractedFile[] | 'died';
  readonly isSevenBit?: boolean | null;
  /** Its bytes were deleted, as the rules say. */
  readonly isRemoved?: boolean;
}

/** Of mails that lie in the store under their own names. */
function attachmentsOf(mails: Readonly<Record<string, Kept>>, names = Object.keys(mails)) {
  const asked: string[] = [];
  const kept = (path: string): Kept => mails[path.replace('/raw/', '')] ?? {};
  const parts: Carrying = {
    store: {
      ledger: { row: async (mail) => (mails[mail] ? aRow(mail, mails[mail]) : null) },
      personal: { isRemoved: async (mail) => mails[mail]?.isRemoved === true },
    },
    papers: async () => [],
    rawStore: { path: (sha256) => `/raw/${sha256}` },
    reader: {
      extract: async (path) => {
        asked.push(path);
        const { files = [] } = kept(path);
        return files === 'died' ? { kind: 'died', why: 'memory' } : { kind: 'ok', value: files };
      },
      isSevenBit: (path) => kept(path).isSevenBit ?? null,
    },
  };
  return { attachments: carriedAttachments(parts)({ attachMails: names.map(asMailId) }), asked };
}

function aRow(name: string, { sizeBytes = 10_000 }: Kept): LedgerRow {
  return {
    mail: asMailId(name),
    mailbox: 'INBOX',
    uidValidity: '1',
    uid: 1,
    receivedAt: 0,
    sizeBytes,
    sha256: name,
    state: 'decided',
    attempts: 1,
    disposition: 'accept',
    reason: null,
    movedTo: null,
    released: false,
  };
}

const original = (path: string, more: object = {}) => ({
  filename: 'email-asli.eml',
  contentType: 'message/rfc822',
  content: { path, ...more },
});

describe('what a letter carries', () => {
  it('is each attachment from where it lies, and the original', async () => {
    const { attachments } = attachmentsOf({ surat: { files: [FORM, NOTE] } });

    expect(await attachments).toEqual([
      {
        filename: 'formulir.pdf',
        contentType: 'application/pdf',
        content: { path: '/raw/surat', base64: { start: 900, end: 5_000 } },
      },
      { filename: 'catatan.csv', contentType: 'text/plain', content: { bytes: Buffer.from('nama;nip') } },
      original('/raw/surat'),
    ]);
  });

  it.each([true, false])(
    'says of the original whether it goes as it is, where that is known: %s',
    async (isSevenBit) => {
      const { attachments } = attachmentsOf({ surat: { isSevenBit } });

      expect(await attachments).toEqual([original('/raw/surat', { isSevenBit })]);
    },
  );

  it('is the original alone of a mail above 5 MiB, which is not taken apart', async () => {
    const { attachments, asked } = attachmentsOf({
      besar: { sizeBytes: 5 * MIB + 1, files: [FORM] },
      pas: { sizeBytes: 5 * MIB, files: [FORM] },
    });

    expect((await attachments).map(({ filename }) => filename)).toEqual([
      'email-asli.eml',
      'formulir.pdf',
      'email-asli.eml',
    ]);
    expect(asked).toEqual(['/raw/pas']);
  });

  it('is the pages that somebody has to see, before everything else, each named by its paper', async () => {
    const drawn: unknown[] = [];
    const attached = await carriedAttachments({
      store: {
        ledger: { row: async (mail) => (mail === asMailId('surat') ? aRow('surat', {}) : null) },
        personal: { isRemoved: async () => false },
      },
      papers: async () => [],
      rawStore: { path: (sha256) => `/raw/${sha256}` },
      reader: { extract: async () => ({ kind: 'ok', value: [FORM] }), isSevenBit: () => null },
      drawer: {
        draw: async (...asked) => {
          drawn.push(asked);
          return [{ page: 2, png: Buffer.from('png') }];
        },
      },
    })({
      attachMails: [asMailId('surat')],
      pages: ['surat', 'hilang'].map((mail) => ({
        mail: asMailId(mail),
        sha256: FORM.sha256,
        filename: 'Form 3.1.pdf',
        pages: [1, 2],
      })),
    });

    expect(drawn).toEqual([['/raw/surat', FORM.sha256, [1, 2]]]);
    expect(attached.map(({ filename }) => filename)).toEqual([
      'Form 3.1-halaman-2.png',
      'formulir.pdf',
      'email-asli.eml',
    ]);
  });

  it('is the original alone of a mail that cannot be taken apart', async () => {
    expect(await attachmentsOf({ surat: { files: 'died' } }).attachments).toEqual([original('/raw/surat')]);
  });

  it('leaves out a mail that the ledger no longer has', async () => {
    expect(await attachmentsOf({ surat: {} }, ['hilang', 'surat']).attachments).toEqual([original('/raw/surat')]);
  });

  it('leaves out a mail whose time to be kept is up: the letter leaves all the same', async () => {
    const { attachments, asked } = attachmentsOf({ old: { files: [FORM], isRemoved: true }, young: { files: [NOTE] } });

    expect((await attachments).map(({ filename }) => filename)).toEqual(['catatan.csv', 'email-asli.eml']);
    expect(asked).toEqual(['/raw/young']);
  });
});
