import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

const MOST_CHARACTERS = 20_000;
const MOST_FIELDS = 500;

export interface TextDocument {
  readonly pages: number;
  /** The text layer, page by page, at most 20,000 characters. */
  read(): Promise<string>;
  /** AcroForm values, for documents that only pdf.js can open. */
  fields(): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

export async function loadPdfJs(): Promise<void> {
  await getResolvedPDFJS();
}

/** @throws {Error} for broken or locked files; see isPasswordError */
export async function openText(bytes: Buffer): Promise<TextDocument> {
  // A copy: pdf.js takes the bytes over.
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    verbosity: 0,
  });
  return {
    pages: document.numPages,
    read: () => readPages(document),
    fields: async () => readFieldObjects(await document.getFieldObjects()),
    close: () => document.loadingTask.destroy(),
  };
}

export function isPasswordError(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

async function readPages(document: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<string> {
  let text = '';
  for (let number = 1; number <= document.numPages && text.length < MOST_CHARACTERS; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) {
      if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
      if (text.length >= MOST_CHARACTERS) break;
    }
    text += '\n';
    page.cleanup();
  }
  return text.slice(0, MOST_CHARACTERS).trim();
}

function readFieldObjects(objects: unknown): Readonly<Record<string, string>> {
  if (typeof objects !== 'object' || objects === null) return {};
  const entries = objects instanceof Map ? [...objects.entries()] : Object.entries(objects);
  const values: [string, string][] = entries
    .slice(0, MOST_FIELDS)
    .map(([name, list]) => [String(name).toLowerCase(), firstValue(list)]);
  return Object.fromEntries(values.filter(([, value]) => value !== '' && value !== 'Off'));
}

function firstValue(list: unknown): string {
  const values = (Array.isArray(list) ? list : []).map((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'value' in entry && typeof entry.value === 'string'
      ? entry.value.trim()
      : '',
  );
  return values.find((value) => value !== '' && value !== 'Off') ?? '';
}
