import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { getDocumentProxy } from 'unpdf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readManifest, writeManifest, type Manifest } from '../../../../src/papers/make/evidence/manifest.ts';
import { verifyEvidence } from '../../../../src/papers/make/evidence/verify-evidence.ts';
import { writeEvidence } from '../../../../src/papers/make/evidence/write-evidence.ts';
import { keyring, NUMBER, otherOffice } from '../orders.ts';
import { anEvidence, CONTENTS, writeSample } from './samples.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loket-evidence-'));
  path = await writeSample(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const problems = async (): Promise<readonly string[]> => (await verifyEvidence(path, keyring)).problems;

/** Changes bytes of the file without changing their number, unless `to` is longer. */
function exchange(from: string, to: string, which: 'first' | 'last' = 'first'): void {
  const bytes = readFileSync(path).toString('latin1');
  const at = which === 'first' ? bytes.indexOf(from) : bytes.lastIndexOf(from);
  if (at < 0) throw new Error(`${from} is not in the file`);
  writeFileSync(path, Buffer.from(bytes.slice(0, at) + to + bytes.slice(at + from.length), 'latin1'));
}

/** Writes another history into the file, in the room of the old one. */
function withManifest(change: (manifest: Manifest) => unknown): void {
  const bytes = readFileSync(path);
  const start = bytes.indexOf('{\n "format"');
  const end = bytes.indexOf('\nendstream', start);
  const manifest = readManifest(bytes.subarray(start, end));
  if (!manifest) throw new Error('no history found');
  const text = Buffer.from(JSON.stringify(change(manifest) ?? manifest));
  if (text.length > end - start) throw new Error('the new history has no room');
  bytes.fill(' ', start, end);
  text.copy(bytes, start);
  writeFileSync(path, bytes);
}

describe('an evidence file', () => {
  it('is as it was written', async () => {
    expect(await verifyEvidence(path, keyring)).toEqual({
      problems: [],
      ticket: NUMBER,
      madeAt: '2026-11-30T08:00:00+07:00',
      entries: 4,
      files: 3,
      seal: 'ours',
    });
  });

  it('is a PDF that other programs open, with its attachments', async () => {
    const document = await getDocumentProxy(new Uint8Array(readFileSync(path)), { verbosity: 0 });
    const attached = (await document.getAttachments()) ?? new Map();

    expect([...attached.keys()].sort()).toEqual([...Object.keys(CONTENTS), 'riwayat.json'].sort());
    for (const [name, content] of Object.entries(CONTENTS)) {
      const read = await document.getAttachmentContent(name);
      expect(Buffer.from(read ?? []).toString()).toBe(content);
    }
    await document.loadingTask.destroy();
  });

  it('shows ticket, history and attachments on its pages', async () => {
    const document = await getDocumentProxy(new Uint8Array(readFileSync(path)), { verbosity: 0 });
    const { items } = await (await document.getPage(1)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    await document.loadingTask.destroy();

    for (const words of [
      `Berkas bukti tiket ${NUMBER}`,
      'Atasan menyetujui',
      '23 Nov 2026 09.02.00 WIB',
      'email-002.eml',
    ])
      expect(text).toContain(words);
  });

  it.skipIf(spawnSync('which', ['qpdf']).status !== 0)('has no fault that qpdf finds', () => {
    const { status, stdout } = spawnSync('qpdf', ['--check', path]);

    expect([status, stdout.toString()]).toEqual([0, expect.stringContaining('No syntax or stream encoding errors')]);
  });

  it('is the same, byte for byte, for the same history', async () => {
    const first = readFileSync(path);

    expect(readFileSync(await writeSample(folder)).equals(first)).toBe(true);
  });

  it('tells a seal of another office, and one that is not there', async () => {
    expect(await verifyEvidence(path, otherOffice)).toMatchObject({
      seal: 'not-ours',
      problems: [expect.stringContaining('seal')],
    });
    expect(await verifyEvidence(path, null)).toMatchObject({ seal: 'unchecked', problems: [] });
    path = await writeSample(folder, {}, null);
    expect(await verifyEvidence(path, keyring)).toMatchObject({ seal: 'none', problems: [] });
  });

  it('runs over several pages and takes any letter', async () => {
    const { entries } = anEvidence();
    const long = Array.from({ length: 120 }, (_, at) => ({
      at: '2026-11-23T09:00:00+09:00',
      title: `Catatan ${at} 山田 \u0000`,
      lines: ['x'.repeat(400), 'kata '.repeat(100)],
      data: {},
    }));
    path = await writeSample(folder, { entries: [...entries, ...long] });

    expect(await problems()).toEqual([]);
    expect((await PDFDocument.load(readFileSync(path))).getPageCount()).toBeGreaterThan(10);
  });
});

describe('what was changed is told', () => {
  it('a mail', async () => {
    exchange('Mohon reset.', 'Mohon hapus.');

    expect(await problems()).toEqual(['attachment email-001.eml was changed: it does not fit its hash']);
  });

  it('a paper', async () => {
    exchange('%PDF-1.4\nendstream', '%PDF-1.5\nendstream');

    expect(await problems()).toEqual(['attachment email-001-001-ktp.pdf was changed: it does not fit its hash']);
  });

  it('a page', async () => {
    exchange('/Title', '/Titel');

    expect((await problems())[0]).toMatch(/^the pages were changed/);
  });

  it('an event', async () => {
    withManifest((manifest) => {
      const entry = manifest.entries[2];
      if (entry) entry.content.title = 'Atasan menolak';
    });

    expect(await problems()).toContain(
      'entry 3 (2026-11-23T09:02:00+07:00, Atasan menolak) was changed: it does not fit its hash',
    );
  });

  it('an event taken out, put in, or moved', async () => {
    withManifest((manifest) => void manifest.entries.splice(1, 1));
    expect((await problems()).join('\n')).toMatch(/the chain is broken before entry 2 .*Atasan menyetujui/);

    path = await writeSample(folder);
    withManifest((manifest) => void (manifest.entries = manifest.entries.toReversed()));
    expect((await problems()).filter((line) => line.includes('chain is broken')).length).toBeGreaterThan(2);
  });

  it('the last event taken out', async () => {
    withManifest((manifest) => void manifest.entries.pop());

    expect((await problems()).join('\n')).toMatch(/chain is broken before attachment email-001\.eml/);
  });

  it('the summary', async () => {
    withManifest((manifest) => void (manifest.head.content.ticket = 'SR-261123-0099-9'));

    expect(await problems()).toContain('the head (ticket, office, summary) was changed');
  });

  it('a history made anew with right hashes, by its seal', async () => {
    const evidence = anEvidence();
    withManifest((manifest) => {
      const files = manifest.files.map(({ content }) => content);
      const entries = evidence.entries.slice(0, 3);
      return writeManifest({ head: evidence.head, entries, files }, manifest.pages, otherOffice).manifest;
    });

    expect((await problems()).join('\n')).toMatch(/the seal is not that of this office/);
  });

  it('an attachment missing: the file cut off at any place', async () => {
    const whole = readFileSync(path);
    for (const left of [0, 1, 100, 2_000, Math.floor(whole.length / 2), whole.length - 400, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, left));
      expect((await problems()).length, `cut to ${left} bytes`).toBeGreaterThan(0);
    }
    truncateSync(path, 0);
    writeFileSync(path, whole.subarray(0, whole.indexOf('Setuju.')));
    expect((await problems()).join('\n')).toMatch(/attachment email-002\.eml is missing or cut off/);
  });

  it('something added behind its end', async () => {
    appendFileSync(path, 'trailer << /Root 1 0 R >>\n');

    expect((await problems()).join('\n')).toMatch(/26 bytes were added|no evidence file/);
  });

  it('the table that finds the attachments', async () => {
    exchange('/AFRelationship /Source', '/AFRelationship /Soirce', 'last');

    expect(await problems()).toEqual([expect.stringMatching(/^the frame of the file was changed at byte \d+$/)]);
  });

  it('any single byte', async () => {
    const whole = readFileSync(path);
    const step = Math.max(1, Math.floor(whole.length / 150));
    for (let at = 0; at < whole.length; at += step) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(path, changed);
      expect((await verifyEvidence(path, null)).problems.length, `byte ${at}`).toBeGreaterThan(0);
    }
  });

  it.each([
    ['nothing', ''],
    ['no PDF', 'Selamat pagi\n%%EOF\n'],
    ['a trailer of lies', '/LoketPages 99999999\n%%EOF\n'],
    ['a history without end', '%%EOF\n1 0 obj\n<< /Type /X /Length 999999999 >>\nstream\n/LoketPages 5\n'],
  ])('%s is no evidence file', async (_, content) => {
    writeFileSync(path, content);

    expect(await problems()).toEqual([expect.stringMatching(/no evidence file|cannot be read/)]);
  });

  it('a PDF of another program is no evidence file', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    writeFileSync(path, await document.save());

    expect((await verifyEvidence(path, null)).problems).toEqual([expect.stringContaining('no evidence file')]);
  });
});

describe('writing', () => {
  it('leaves nothing behind when an attachment is not there', async () => {
    const target = join(folder, 'lain.pdf');
    const files = [{ name: 'x.eml', description: 'x', type: 'message/rfc822', bytes: 5, sha256: 'a'.repeat(64) }];
    const order = { evidence: { ...anEvidence(), files }, paths: [join(folder, 'tidak-ada')], sealer: null };

    await expect(writeEvidence(target, order)).rejects.toThrow(/ENOENT/);
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('refuses an attachment that has changed since it was measured', async () => {
    writeFileSync(join(folder, 'x.eml'), 'lebih panjang');
    const files = [{ name: 'x.eml', description: 'x', type: 'message/rfc822', bytes: 5, sha256: 'a'.repeat(64) }];
    const order = { evidence: { ...anEvidence(), files }, paths: [join(folder, 'x.eml')], sealer: null };

    await expect(writeEvidence(join(folder, 'lain.pdf'), order)).rejects.toThrow(/has changed/);
  });

  it('holds no attachment in memory', async () => {
    const big = join(folder, 'besar.eml');
    writeFileSync(big, Buffer.alloc(160 * 1024 * 1024, 'surat '));
    const { measureFile } = await import('../../../../src/papers/make/evidence/write-evidence.ts');
    const told = { name: 'besar.eml', description: 'x', type: 'message/rfc822', ...(await measureFile(big)) };
    const before = process.memoryUsage().arrayBuffers;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers)), 5);
    await writeEvidence(path, { evidence: { ...anEvidence(), files: [told] }, paths: [big], sealer: keyring });
    const { problems } = await verifyEvidence(path, keyring);
    clearInterval(watch);

    expect(problems).toEqual([]);
    expect(most - before).toBeLessThan(100 * 1024 * 1024);
  });
});
