/** Signatures of all kinds, scans, and what is broken or hostile. */
import { strToU8, zipSync } from 'fflate';
import { PDFDocument, PDFName } from 'pdf-lib';
import { formPdf } from './form-pdf.ts';
import type { Kit, Recipe } from './kit.ts';
import { rootOf, signed, signedAgain, withUpdate, type Signer } from './signed.ts';
import { FORMS, HANDOVERS } from './values.ts';

const CODE = 'LOKET BAST SR-261123-0042-4 contoh';
const form = async (): Promise<Uint8Array> => (await formPdf(FORMS.lengkap, 'form')).save();
const signedForm = async (kit: Kit, by: Signer): Promise<Buffer> => signed(kit, await form(), 'penyetuju.ttd', by);
const bySigner = (file: string, by: Signer): Recipe => ({
  file,
  programs: ['openssl'],
  make: (kit) => signedForm(kit, by),
});

const SIGNED: readonly Recipe[] = [
  bySigner('form31-ttd-sah.pdf', 'rina'),
  bySigner('form31-ttd-kedaluwarsa.pdf', 'lama'),
  bySigner('form31-ttd-akar-asing.pdf', 'asing-rina'),
  bySigner('form31-ttd-orang-lain.pdf', 'dodi'),
  {
    file: 'form31-ttd-diubah.pdf',
    programs: ['openssl'],
    make: async (kit) => {
      const pdf = await signedForm(kit, 'rina');
      const written = [
        ['Budi Santoso', 'Badu'],
        [hexOf('Budi Santoso'), hexOf('Badu')],
      ].find(([text = '']) => pdf.includes(text, 0, 'latin1'));
      if (written === undefined) throw new Error('there is no name to change');
      pdf.write(written[1] ?? '', pdf.indexOf(written[0] ?? '', 0, 'latin1'), 'latin1');
      return pdf;
    },
  },
  {
    file: 'form31-ttd-ditambah.pdf',
    programs: ['openssl'],
    make: async (kit) => {
      const pdf = await signedForm(kit, 'rina');
      const root = /\/Root (\d+ \d+ R)/.exec(pdf.toString('latin1'))?.[1] ?? '';
      return withUpdate(pdf, [{ number: 900, body: '<< /Catatan (tambahan) >>' }], root);
    },
  },
  { file: 'bast-ttd-satu.pdf', programs: ['openssl'], make: (kit) => signedOnce(kit) },
  {
    file: 'bast-ttd-dua.pdf',
    programs: ['openssl'],
    make: async (kit) => signedAgain(kit, await signedOnce(kit), 'pihak2.ttd', 'budi'),
  },
  { file: 'akar-percobaan.pem', programs: ['openssl'], make: rootOf },
];

/** As pdf-lib writes a text that it keeps as UTF-16. */
function hexOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}

async function signedOnce(kit: Kit): Promise<Buffer> {
  const document = await formPdf(HANDOVERS.lengkap, 'bast');
  return signed(kit, await document.save(), 'pihak1.ttd', 'yusuf');
}

/** A picture as a page, as scanners and telephones write it. */
async function pageOf(picture: Uint8Array, [width, height]: readonly [number, number]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const isPng = Buffer.from(picture.subarray(1, 4)).toString('latin1') === 'PNG';
  const image = isPng ? await document.embedPng(picture) : await document.embedJpg(picture);
  document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  return document.save();
}

const JPEG = ['-jpeg', '-jpegopt', 'quality=45', '-f', '1', '-l', '1'];

const SCANS: readonly Recipe[] = [
  {
    file: 'bast-pindai.jpg',
    programs: ['pdftoppm', 'convert'],
    make: async (kit) => {
      const document = await formPdf(HANDOVERS.lengkap, 'bast', { code: CODE, signatures: [] });
      document.getForm().flatten();
      const drawn = kit.drawn(await document.save(), 150, '-png', '-f', '1', '-l', '1');
      const turned = ['-background', 'white', '-rotate', '2', '-quality', '55'];
      kit.run('convert', kit.place('page.png', drawn), ...turned, kit.place('turned.jpg'));
      return kit.read('turned.jpg');
    },
  },
  {
    file: 'CamScanner 23-11-2026.pdf',
    programs: [],
    of: ['bast-pindai.jpg'],
    make: (kit) => pageOf(kit.made('bast-pindai.jpg'), [595, 842]),
  },
  {
    file: 'faks.pdf',
    programs: ['convert', 'qpdf'],
    of: ['bast-pindai.jpg'],
    make: async (kit) => {
      const black = ['-rotate', '90', '-threshold', '60%', '-type', 'bilevel'];
      kit.run('convert', kit.place('scan.jpg', kit.made('bast-pindai.jpg')), ...black, kit.place('fax.png'));
      const page = kit.place('fax.pdf', await pageOf(kit.read('fax.png'), [842, 595]));
      kit.run('qpdf', '--rotate=+90', page, kit.place('out.pdf'));
      return kit.read('out.pdf');
    },
  },
  {
    file: 'IMG_20261123.jpg',
    programs: ['pdftoppm'],
    of: ['form31-chromium-tabel.pdf'],
    make: (kit) => kit.drawn(kit.made('form31-chromium-tabel.pdf'), 130, ...JPEG),
  },
  {
    file: 'ktp-sari.jpg',
    programs: ['pdftoppm'],
    of: ['ktp.pdf'],
    make: (kit) => kit.drawn(kit.made('ktp.pdf'), 110, ...JPEG),
  },
];

const PLEASE_WAIT =
  'Please wait... If this message is not eventually replaced with the proper contents of the document, your PDF viewer may not be able to display this type of document.';

const BROKEN: readonly Recipe[] = [
  { file: 'kosong.pdf', programs: [], make: () => new Uint8Array() },
  {
    file: 'terpotong.pdf',
    programs: [],
    of: ['form31-lengkap.pdf'],
    make: (kit) => kit.made('form31-lengkap.pdf').subarray(0, 3000),
  },
  {
    file: 'bukan.pdf',
    programs: [],
    of: ['bast-pindai.jpg'],
    make: (kit) => kit.made('bast-pindai.jpg').subarray(0, 20_000),
  },
  { file: 'sebenarnya-word.pdf', programs: [], of: ['form31.docx'], make: (kit) => kit.made('form31.docx') },
  {
    file: 'form31-xref-rusak.pdf',
    programs: [],
    make: async () => {
      const document = await formPdf(FORMS.lengkap, 'form');
      const pdf = Buffer.from(await document.save({ useObjectStreams: false }));
      return Buffer.from(pdf.toString('latin1').replace(/startxref\s+\d+/, 'startxref\n17'), 'latin1');
    },
  },
  {
    file: 'polyglot.pdf',
    programs: [],
    of: ['form31-lengkap.pdf'],
    make: (kit) => Buffer.concat([kit.made('form31-lengkap.pdf'), zipSync({ 'a.txt': strToU8('x') })]),
  },
  {
    file: 'form31-xfa.pdf',
    programs: [],
    make: async () => {
      const document = await PDFDocument.create();
      document.addPage().drawText(PLEASE_WAIT, { x: 20, y: 700, size: 6 });
      const { context, catalog } = document;
      const template = '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template/></xdp:xdp>';
      const xfa = context.register(context.stream(template));
      catalog.set(PDFName.of('AcroForm'), context.obj({ XFA: xfa, Fields: [] }));
      catalog.set(PDFName.of('NeedsRendering'), context.obj(true));
      return document.save();
    },
  },
];

export const BROKEN_RECIPES: readonly Recipe[] = [...SIGNED, ...SCANS, ...BROKEN];
