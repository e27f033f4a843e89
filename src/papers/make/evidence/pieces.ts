/**
 * The bytes of an evidence file. It begins with its pages, a whole PDF; behind them, as an update of that PDF, stand the attachments one
 * after the other as they are, and the table that finds them. Nothing but pages, manifest and attachments decides a byte of it: so it
 * is written without holding an attachment in memory, and compared byte by byte when it is verified.
 */
import type { EvidenceFile } from './manifest.ts';

export type Piece =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** Content of an attachment, by its place in the manifest's files. */
  | { readonly kind: 'file'; readonly index: number; readonly length: number };

/** What the update needs to know of the pages; read from their last bytes. */
export interface BaseFacts {
  readonly length: number;
  readonly startxref: number;
  readonly size: number;
  readonly root: string;
  readonly info: string;
  readonly id: string;
}

const MANIFEST_NAME = 'riwayat.json';
/** The last two numbers of the pages are kept free for the list of attachments: by name, and as associated files. */
const KEPT_NUMBERS = 2;

/** Null where the bytes do not end as pages of ours do. @param tail the last bytes of the pages */
export function readBase(tail: string, length: number): BaseFacts | null {
  const trailer = tail.slice(tail.lastIndexOf('trailer'));
  const [, size] = /\/Size (\d{1,10})\b/.exec(trailer) ?? [];
  const [, root] = /\/Root (\d{1,10} \d{1,5} R)/.exec(trailer) ?? [];
  const [, info] = /\/Info (\d{1,10} \d{1,5} R)/.exec(trailer) ?? [];
  const [, id] = /\/ID (\[[^\]]{1,200}\])/.exec(trailer) ?? [];
  const [, startxref] = /startxref\s{1,4}(\d{1,12})\s{1,4}%%EOF\s{0,4}$/.exec(trailer) ?? [];
  if (!size || !root || !info || !id || !startxref) return null;
  return { length, startxref: Number(startxref), size: Number(size), root, info, id };
}

/** Everything behind the pages, in order. */
export function piecesOf(base: BaseFacts, manifest: Buffer, files: readonly EvidenceFile[]): readonly Piece[] {
  const all = [manifestFile(manifest), ...files];
  const pieces: Piece[] = [];
  const offsets: number[] = [];
  let at = base.length;
  const put = (text: string | Buffer): void => {
    const bytes = Buffer.from(text);
    pieces.push({ kind: 'bytes', bytes });
    at += bytes.length;
  };
  put('\n');
  all.forEach((file, place) => {
    const number = base.size + 2 * place;
    offsets.push(at);
    put(streamHead(number, file));
    if (place === 0) put(manifest);
    else {
      pieces.push({ kind: 'file', index: place - 1, length: file.bytes });
      at += file.bytes;
    }
    put('\nendstream\nendobj\n');
    offsets.push(at);
    put(fileSpec(number + 1, number, file));
  });
  const specs = all.map((file, place) => ({ file, number: base.size + 2 * place + 1 }));
  const lists = [base.size - 2, base.size - 1];
  const listOffsets = [namesOf(lists[0] ?? 0, specs), associatedOf(lists[1] ?? 0, specs)].map((text) => {
    const start = at;
    put(text);
    return start;
  });
  put(tableAndTrailer(base, [...listOffsets, ...offsets], at));
  return pieces;
}

interface Spec {
  readonly file: EvidenceFile;
  readonly number: number;
}

function manifestFile({ length }: Buffer): EvidenceFile {
  const description = 'Riwayat tiket dan rantai sidik, untuk diperiksa dengan program';
  return { name: MANIFEST_NAME, description, type: 'application/json', bytes: length, sha256: '' };
}

function streamHead(number: number, { type, bytes }: EvidenceFile): string {
  const subtype = type.replace(/[^A-Za-z0-9.-]/g, (letter) => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `${number} 0 obj\n<< /Type /EmbeddedFile /Subtype /${subtype} /Params << /Size ${bytes} >> /Length ${bytes} >>\nstream\n`;
}

function fileSpec(number: number, stream: number, { name, description }: EvidenceFile): string {
  return `${number} 0 obj\n<< /Type /Filespec /F (${name}) /UF (${name}) /Desc ${hexText(description)} /AFRelationship /Source /EF << /F ${stream} 0 R /UF ${stream} 0 R >> >>\nendobj\n`;
}

function namesOf(number: number, specs: readonly Spec[]): string {
  const sorted = [...specs].sort((one, other) => (one.file.name < other.file.name ? -1 : 1));
  const names = sorted.map((spec) => `(${spec.file.name}) ${spec.number} 0 R`).join(' ');
  return `${number} 0 obj\n<< /EmbeddedFiles << /Names [ ${names} ] >> >>\nendobj\n`;
}

function associatedOf(number: number, specs: readonly Spec[]): string {
  return `${number} 0 obj\n[ ${specs.map((spec) => `${spec.number} 0 R`).join(' ')} ]\nendobj\n`;
}

function tableAndTrailer(base: BaseFacts, offsets: readonly number[], at: number): string {
  const first = base.size - KEPT_NUMBERS;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = first + offsets.length;
  return `xref\n${first} ${offsets.length}\n${rows}trailer\n<< /Size ${size} /Root ${base.root} /Info ${base.info} /ID ${base.id} /Prev ${base.startxref} /LoketPages ${base.length} >>\nstartxref\n${at}\n%%EOF\n`;
}

function hexText(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
}
