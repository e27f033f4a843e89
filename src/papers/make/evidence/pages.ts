/** The pages of an evidence file: what it is about, the history from the first mail on, the attachments, how to check it. */
import { label } from '../form-rows.ts';
import { block, CONTENT_WIDTH, PAGE, paginate, type Block, type Item } from '../page-items.ts';
import { addPage, drawItem, newPaper, setIdentity, type Paper } from '../pdf-pages.ts';
import { printable, wrap, type Measure } from '../plain-text.ts';
import { PDFName } from 'pdf-lib';
import { chainEvidence, type Chained, type Evidence } from './manifest.ts';
import { shortMoment } from './moment.ts';

const TOP = 40;
const BOTTOM = PAGE.height - 44;
const TIME_WIDTH = 112;
const TEXT_X = PAGE.margin + TIME_WIDTH;
const TEXT_WIDTH = CONTENT_WIDTH - TIME_WIDTH;
const LABEL_WIDTH = 120;
const SIZE = 9;
const SMALL = 8;
const FINE = 6.5;
const PITCH = 11.5;
const SMALL_PITCH = 10.5;

/** Ends in an ordinary table and trailer, with the numbers free that the attachments need. */
export async function makePages(evidence: Evidence): Promise<Buffer> {
  const { head } = evidence;
  const chained = chainEvidence(evidence);
  const paper = await newPaper({
    title: `Berkas bukti tiket ${head.ticket}`,
    author: head.office.name,
    subject: `Riwayat tiket ${head.ticket} beserta surat aslinya`,
    at: Date.parse(head.madeAt),
  });
  const pages = paginate(blocksOf(evidence, chained, paper.measure), TOP, BOTTOM);
  pages.forEach((items, index) => {
    const page = addPage(paper);
    for (const item of [...items, ...footOf(evidence, chained, { page: index + 1, pages: pages.length })])
      if (item.kind !== 'widget' && item.kind !== 'code') drawItem(paper, page, item);
  });
  setIdentity(paper, chained.root);
  return keepNumbers(paper);
}

/** The attachments come behind the pages; their lists have numbers here already. */
async function keepNumbers({ document }: Paper): Promise<Buffer> {
  await document.flush();
  const { catalog, context } = document;
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseAttachments'));
  catalog.set(PDFName.of('Names'), context.nextRef());
  catalog.set(PDFName.of('AF'), context.nextRef());
  return Buffer.from(
    await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }),
  );
}

function blocksOf(evidence: Evidence, chained: Chained, measure: Measure): readonly Block[] {
  const { head, entries, files } = evidence;
  return [
    titleBlock(evidence, measure),
    ...head.summary.map(([name, value]) => summaryRow(name, value, measure)),
    heading('Riwayat'),
    ...entries.flatMap((entry, at) => entryBlocks(entry, { hash: chained.entries[at]?.hash ?? '', measure })),
    heading('Lampiran berkas ini'),
    ...paragraphs(ATTACHMENTS, measure),
    ...files.map((file, at) => fileBlock(file, at, measure)),
    heading('Cara memeriksa'),
    ...paragraphs([...CHECKING, `Sidik akhir: ${chained.root}`], measure),
  ];
}

const ATTACHMENTS = [
  'Surat asli dan dokumen terlampir di dalam berkas PDF ini dan dapat dibuka dari daftar lampiran pada program pembaca PDF. Berkas riwayat.json memuat riwayat yang sama untuk diperiksa dengan program.',
];

const CHECKING = [
  'Jalankan: loket verify NAMA-BERKAS. Pemeriksaan tidak memerlukan jaringan. Setiap catatan riwayat dan setiap lampiran mempunyai sidik (SHA-256) yang memuat sidik catatan sebelumnya, sehingga catatan yang diubah, dihapus, disisipkan, atau ditukar ketahuan. Jangan menyimpan ulang berkas ini dengan program lain; salinlah apa adanya.',
  'NIP dalam riwayat disamarkan, hanya empat angka terakhirnya tampak. Surat asli dan dokumen tidak diubah.',
];

function titleBlock({ head }: Evidence, measure: Measure): Block {
  const office = wrap(printable(head.office.fullName), CONTENT_WIDTH, (text) => measure(text, SIZE, false)).slice(0, 2);
  const y = office.length * 12;
  return block(y + 54, (top) => [
    ...office.map((line, at) => label(line, { x: PAGE.margin, y: top + 8 + at * 12 }, { size: SIZE, shade: 'accent' })),
    label(`Berkas bukti tiket ${head.ticket}`, { x: PAGE.margin, y: top + y + 18 }, { size: 16, bold: true }),
    label(
      `Dibuat ${shortMoment(head.madeAt)} oleh ${head.office.deskName}`,
      { x: PAGE.margin, y: top + y + 33 },
      { size: SIZE, shade: 'grey' },
    ),
    { kind: 'rule', box: { x: PAGE.margin, y: top + y + 42, width: CONTENT_WIDTH, height: 0.7 } },
  ]);
}

function summaryRow(name: string, value: string, measure: Measure): Block {
  const width = CONTENT_WIDTH - LABEL_WIDTH;
  const lines = wrap(printable(value), width, (text) => measure(text, SIZE, false));
  return block(lines.length * PITCH + 2, (top) => [
    label(name, { x: PAGE.margin, y: top + 9 }, { size: SIZE, shade: 'grey' }),
    ...lines.map((line, at) => label(line, { x: PAGE.margin + LABEL_WIDTH, y: top + 9 + at * PITCH }, { size: SIZE })),
  ]);
}

function heading(title: string): Block {
  return block(
    28,
    (top): readonly Item[] => [
      { kind: 'bar', box: { x: PAGE.margin, y: top + 7, width: CONTENT_WIDTH, height: 15 } },
      label(title, { x: PAGE.margin + 4, y: top + 18 }, { size: 9.5, bold: true }),
    ],
    true,
  );
}

/** Time on the left; title, lines and the beginning of the hash on the right. Long entries go on over the page, line by line. */
function entryBlocks(
  { at, title, lines }: Evidence['entries'][number],
  { hash, measure }: { readonly hash: string; readonly measure: Measure },
): readonly Block[] {
  const titles = wrap(printable(title), TEXT_WIDTH - 60, (text) => measure(text, SIZE, true));
  const texts = lines.flatMap((line) => wrap(printable(line), TEXT_WIDTH, (text) => measure(text, SMALL, false)));
  const head = block(
    titles.length * PITCH + 2,
    (top) => [
      { kind: 'rule', box: { x: PAGE.margin, y: top, width: CONTENT_WIDTH, height: 0.3 } },
      label(shortMoment(at), { x: PAGE.margin, y: top + 11 }, { size: SMALL, shade: 'grey' }),
      ...titles.map((line, row) => label(line, { x: TEXT_X, y: top + 11 + row * PITCH }, { size: SIZE, bold: true })),
      label(hash.slice(0, 12), { x: PAGE.width - PAGE.margin - 46, y: top + 11 }, { size: FINE, shade: 'grey' }),
    ],
    texts.length > 0,
  );
  const rows = texts.map((line) =>
    block(SMALL_PITCH, (top) => [label(line, { x: TEXT_X, y: top + 9 }, { size: SMALL })]),
  );
  return [head, ...rows, block(4, () => [])];
}

function fileBlock(
  { name, description, bytes, sha256 }: Evidence['files'][number],
  at: number,
  measure: Measure,
): Block {
  const text = `${name} – ${description} (${sizeOf(bytes)})`;
  const lines = wrap(printable(text), CONTENT_WIDTH - 20, (line) => measure(line, SMALL, false));
  return block(lines.length * SMALL_PITCH + 13, (top) => [
    label(`${at + 1}.`, { x: PAGE.margin, y: top + 9 }, { size: SMALL }),
    ...lines.map((line, row) => label(line, { x: PAGE.margin + 20, y: top + 9 + row * SMALL_PITCH }, { size: SMALL })),
    label(
      `SHA-256 ${sha256}`,
      { x: PAGE.margin + 20, y: top + 8 + lines.length * SMALL_PITCH },
      { size: FINE, shade: 'grey' },
    ),
  ]);
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`;
  const kib = bytes / 1024;
  const [value, unit] = kib < 1024 ? [kib, 'KB'] : [kib / 1024, 'MB'];
  return `${value.toFixed(value < 10 ? 1 : 0).replace('.', ',')} ${unit}`;
}

function paragraphs(texts: readonly string[], measure: Measure): readonly Block[] {
  return texts.flatMap((text) => {
    const lines = wrap(printable(text), CONTENT_WIDTH, (line) => measure(line, SMALL, false));
    return [
      block(lines.length * SMALL_PITCH + 4, (top) =>
        lines.map((line, at) => label(line, { x: PAGE.margin, y: top + 9 + at * SMALL_PITCH }, { size: SMALL })),
      ),
    ];
  });
}

function footOf(
  { head }: Evidence,
  { root }: Chained,
  { page, pages }: { readonly page: number; readonly pages: number },
): readonly Item[] {
  const look = { size: FINE, shade: 'grey' } as const;
  const y = PAGE.height - 24;
  return [
    label(`Tiket ${head.ticket} · sidik akhir ${root.slice(0, 32)}`, { x: PAGE.margin, y }, look),
    label(`halaman ${page} dari ${pages}`, { x: PAGE.width - PAGE.margin - 58, y }, look),
  ];
}
