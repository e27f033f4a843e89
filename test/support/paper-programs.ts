/** What people do to our papers outside Loket: fill them in with another program, print them, scan them askew. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import { drawPages } from '../../src/papers/page-images.ts';
import { pngOf } from '../../src/papers/png.ts';

const POINTS_AN_INCH = 72;
const DOTS_AN_INCH = 150;

export function hasProgram(program: string): boolean {
  return spawnSync('which', [program]).status === 0;
}

/** MuPDF: values, radio buttons by their export and boxes that are to be ticked. */
export function fillWithMupdf(pdf: Uint8Array, answers: Readonly<Record<string, string>>): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'loket-mupdf-'));
  const at = (name: string): string => join(folder, name);
  try {
    writeFileSync(at('form.pdf'), pdf);
    writeFileSync(at('fill.js'), `var answers = ${JSON.stringify(answers)};\n${FILL}`);
    const ran = spawnSync('mutool', ['run', at('fill.js'), at('form.pdf'), at('filled.pdf')]);
    if (ran.status !== 0 || ran.stderr.length > 0) throw new Error(`mutool: ${ran.stderr.toString()}`);
    return readFileSync(at('filled.pdf'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** ECMAScript 5: what MuPDF runs. */
const FILL = `
var file = new PDFDocument(scriptArgs[0]);
function nameOf(object) {
  var names = [];
  for (; object; object = object.get('Parent')) if (object.get('T')) names.unshift(object.get('T').asString());
  return names.join('.');
}
for (var at = 0; at < file.countPages(); ++at) {
  var notes = file.findPage(at).get('Annots');
  var widgets = file.loadPage(at).getWidgets();
  for (var index = 0; index < widgets.length; ++index) {
    var widget = widgets[index];
    var object = notes.get(index);
    var answer = answers[nameOf(object)];
    if (answer === undefined) continue;
    var kind = widget.getFieldType();
    if (kind === 'text') widget.setTextValue(answer);
    else if (kind === 'combobox') widget.setChoiceValue(answer);
    else if (kind === 'checkbox' || object.get('AP').get('N').get(answer)) widget.toggle();
    widget.update();
  }
}
file.save(scriptArgs[1], 'incremental');
`;

/** Printed, laid askew on a scanner, and come back as pictures in a PDF: 150 dots an inch, no text, no fields. */
export async function scannedAskew(pdf: Uint8Array, degrees: number): Promise<Buffer> {
  const pages = await drawPages(pdf, [1, 2, 3]);
  const scan = await PDFDocument.create();
  for (const { png } of pages) {
    const { data, width, height } = turned(PNG.sync.read(Buffer.from(png)), degrees);
    const gray = new Uint8Array(width * height).map((_, index) => data[4 * index] ?? 0);
    const picture = await scan.embedPng(pngOf({ width, height, gray }));
    const size: [number, number] = [(width / DOTS_AN_INCH) * POINTS_AN_INCH, (height / DOTS_AN_INCH) * POINTS_AN_INCH];
    scan.addPage(size).drawImage(picture, { x: 0, y: 0, width: size[0], height: size[1] });
  }
  return Buffer.from(await scan.save());
}

/** As a scanner gives it: turned about the middle, white where the page does not reach. */
export function turned(picture: PNG, degrees: number): PNG {
  const { width, height } = picture;
  const result = new PNG({ width, height });
  result.data.fill(255);
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const fromX = Math.round(cosine * dx + sine * dy + width / 2);
      const fromY = Math.round(-sine * dx + cosine * dy + height / 2);
      if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
      picture.data.copy(result.data, (y * width + x) * 4, (fromY * width + fromX) * 4, (fromY * width + fromX) * 4 + 4);
    }
  return result;
}
