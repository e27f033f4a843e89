/** Forms: fillable, flattened, printed, written with a word processor. */
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { formHtml, type Style } from './form-html.ts';
import { formPdf, type FormOptions } from './form-pdf.ts';
import type { Recipe } from './kit.ts';
import { FORMS, HANDOVERS, type Values, type Which } from './values.ts';

type SaveOptions = Parameters<PDFDocument['save']>[0];

interface Filled {
  readonly which?: Which;
  readonly options?: FormOptions;
  readonly save?: SaveOptions;
  readonly change?: (document: PDFDocument) => Promise<void> | void;
}

const byLibrary = (
  file: string,
  values: Values,
  { which = 'form', options = {}, save = {}, change }: Filled = {},
): Recipe => ({
  file,
  programs: [],
  make: async () => {
    const document = await formPdf(values, which, options);
    await change?.(document);
    return document.save(save);
  },
});

const flattened = (file: string, values: Values, which: Which = 'form'): Recipe =>
  byLibrary(file, values, {
    which,
    options: { named: false, signatures: [] },
    change: (document) => document.getForm().flatten(),
  });

/** Takes something from every text field. */
function without(document: PDFDocument, key: 'V' | 'AP'): void {
  for (const [{ dict }] of document.getForm().acroForm.getAllFields())
    if (String(dict.get(PDFName.of('FT'))) === '/Tx') dict.delete(PDFName.of(key));
}

const FILLABLE: readonly Recipe[] = [
  byLibrary('form31-lengkap.pdf', FORMS.lengkap),
  byLibrary('form31-hapus.pdf', FORMS.hapus),
  byLibrary('form31-reset.pdf', FORMS.reset),
  byLibrary('form31-kurang.pdf', FORMS.kurang),
  byLibrary('form31-nilai-salah.pdf', FORMS.salah),
  byLibrary('scan0001.pdf', FORMS.data),
  byLibrary('form31-utf16.pdf', FORMS.nama, { save: { updateFieldAppearances: false } }),
  byLibrary('form31-huruf-besar.pdf', FORMS.lengkap, { options: { capitals: true } }),
  byLibrary('form31-tanpa-kode.pdf', FORMS.lengkap, { options: { named: false } }),
  byLibrary('form31-putar-90.pdf', FORMS.lengkap, { options: { turned: 90 } }),
  byLibrary('form31-putar-180.pdf', FORMS.lengkap, { options: { turned: 180 } }),
  byLibrary('form31-hanya-tampilan.pdf', FORMS.lengkap, {
    save: { updateFieldAppearances: false, useObjectStreams: false },
    change: (document) => {
      document.getForm().updateFieldAppearances();
      without(document, 'V');
    },
  }),
  byLibrary('form31-need-appearances.pdf', FORMS.lengkap, {
    save: { updateFieldAppearances: false },
    change: (document) => {
      document.getForm().acroForm.dict.set(PDFName.of('NeedAppearances'), document.context.obj(true));
      without(document, 'AP');
    },
  }),
  byLibrary('bast-lengkap.pdf', HANDOVERS.lengkap, { which: 'bast' }),
  byLibrary('bast-catatan.pdf', HANDOVERS.catatan, { which: 'bast' }),
  byLibrary('bast-ditolak.pdf', HANDOVERS.ditolak, { which: 'bast' }),
  byLibrary('bast-kurang.pdf', HANDOVERS.kurang, { which: 'bast' }),
  byLibrary('form31-javascript.pdf', FORMS.lengkap, {
    change: ({ catalog, context }) =>
      catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })),
  }),
  byLibrary('form31-launch.pdf', FORMS.lengkap, {
    change: async (document) => {
      const action = document.context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') });
      document.catalog.set(PDFName.of('OpenAction'), action);
      await document.attach(Buffer.from('MZ'), 'jahat.exe');
    },
  }),
];

const FLATTENED: readonly Recipe[] = [
  flattened('form31-flatten.pdf', FORMS.lengkap),
  flattened('form31-flatten-kurang.pdf', FORMS.kurang),
  flattened('form31-flatten-hapus.pdf', FORMS.hapus),
  flattened('bast-flatten.pdf', HANDOVERS.catatan, 'bast'),
];

const byQpdf = (file: string, of: string, args: readonly string[]): Recipe => ({
  file,
  programs: ['qpdf'],
  of: [of],
  make: (kit) => {
    kit.run('qpdf', ...args, kit.place('in.pdf', kit.made(of)), kit.place('out.pdf'));
    return kit.read('out.pdf');
  },
});

const byGhostscript = (file: string, of: string): Recipe => ({
  file,
  programs: ['gs'],
  of: [of],
  make: (kit) => {
    const [source, target] = [kit.place('in.pdf', kit.made(of)), kit.place('out.pdf')];
    kit.run(
      'gs',
      '-q',
      '-dNOPAUSE',
      '-dBATCH',
      '-sDEVICE=pdfwrite',
      `-sOutputFile=${target}`,
      '-dPreserveAnnots=false',
      source,
    );
    return kit.read('out.pdf');
  },
});

const TOOLS: readonly Recipe[] = [
  byQpdf('form31-qpdf-linear.pdf', 'form31-reset.pdf', ['--linearize', '--object-streams=generate']),
  byQpdf('form31-qpdf-qdf.pdf', 'form31-hapus.pdf', ['--qdf']),
  byQpdf('form31-sandi-kosong.pdf', 'form31-lengkap.pdf', ['--encrypt', '', 'pemilik', '256', '--']),
  byQpdf('form31-terkunci.pdf', 'form31-lengkap.pdf', ['--encrypt', 'rahasia', 'pemilik', '256', '--']),
  byQpdf('form31-chromium-putar.pdf', 'form31-chromium-tabel.pdf', ['--rotate=+90']),
  byGhostscript('form31-ghostscript.pdf', 'form31-reset.pdf'),
  byGhostscript('bast-ghostscript.pdf', 'bast-lengkap.pdf'),
  {
    file: 'form31-qpdf-flatten.pdf',
    programs: ['qpdf'],
    of: ['scan0001.pdf'],
    make: async (kit) => {
      const flags = ['--flatten-annotations=all', '--generate-appearances', '--remove-page-labels'];
      kit.run('qpdf', ...flags, kit.place('in.pdf', kit.made('scan0001.pdf')), kit.place('out.pdf'));
      const document = await PDFDocument.load(kit.read('out.pdf'));
      document.catalog.delete(PDFName.of('AcroForm'));
      return document.save();
    },
  },
  {
    file: 'form31-cairo.pdf',
    programs: ['pdftocairo'],
    of: ['form31-lengkap.pdf'],
    make: (kit) => {
      kit.run('pdftocairo', '-pdf', kit.place('in.pdf', kit.made('form31-lengkap.pdf')), kit.place('out.pdf'));
      return kit.read('out.pdf');
    },
  },
];

const byChromium = (file: string, values: Values, style: Style, which: Which = 'form'): Recipe => ({
  file,
  programs: ['chromium'],
  make: (kit) => kit.chromium(formHtml(values, which, style)),
});

const byWriter = (file: string, html: string, to: string): Recipe => ({
  file,
  programs: ['soffice'],
  make: (kit) => kit.writer(html, to),
});

const WITH_FIELDS = 'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"true"}}';
const DOCX = 'docx:MS Word 2007 XML';

const PRINTED: readonly Recipe[] = [
  byChromium('form31-chromium-tabel.pdf', FORMS.lengkap, 'table'),
  byChromium('form31-chromium-titik-dua.pdf', FORMS.reset, 'colon'),
  byChromium('form31-chromium-label-di-atas.pdf', FORMS.data, 'below'),
  byChromium('form31-chromium-kurang.pdf', FORMS.kurang, 'table'),
  byChromium('bast-chromium.pdf', HANDOVERS.lengkap, 'table', 'bast'),
  byChromium('bast-chromium-titik-dua.pdf', HANDOVERS.kurang, 'colon', 'bast'),
  byWriter('form31-libreoffice.pdf', formHtml(FORMS.lengkap, 'form', 'controls'), WITH_FIELDS),
  byWriter('form31-libreoffice-cetak.pdf', formHtml(FORMS.hapus, 'form', 'table'), 'pdf:writer_pdf_Export'),
  byWriter('form31-libreoffice-titik-dua.pdf', formHtml(FORMS.lengkap, 'form', 'colon'), 'pdf:writer_pdf_Export'),
  byWriter('form31.docx', formHtml(FORMS.lengkap, 'form', 'table'), DOCX),
  byWriter('form31.odt', formHtml(FORMS.lengkap, 'form', 'table'), 'odt'),
  byWriter('bast.docx', formHtml(HANDOVERS.catatan, 'bast', 'colon'), DOCX),
];

export const FORM_RECIPES: readonly Recipe[] = [...FILLABLE, ...FLATTENED, ...TOOLS, ...PRINTED];
