import { describe, expect, it } from 'vitest';
import type { PaperReading } from '../../../src/parse/document.ts';
import { searchedSources } from '../../../src/understand/facts/fact-sources.ts';
import {
  applicationOnPapers,
  eventOnPapers,
  personsOnPapers,
  surelyOn,
} from '../../../src/understand/papers/told-in-papers.ts';
import { toWords } from '../../../src/understand/words/normalise.ts';

const paper = (over: Partial<PaperReading>): PaperReading => ({
  filename: 'surat.pdf',
  sha256: 'a',
  type: 'surat',
  fields: {},
  problems: [],
  signature: 'none',
  text: '',
  pages: 1,
  ...over,
});

const from = (...papers: readonly PaperReading[]): ReturnType<typeof searchedSources> =>
  searchedSources({
    words: toWords('', {}),
    around: '',
    shared: '',
    signature: '',
    papers,
    sender: null,
    unit: null,
    bounded: false,
    today: '2026-11-23',
    home: 'WIB',
    ticketNumbers: [],
  });

const INVITATION = 'Rapat diadakan pada hari Rabu, 23 Desember 2026 pukul 09.00 WITA di Hotel Melia, Makassar.';
const SHEET = 'Nama : Rani Kusuma\nNIP : 200001152024122003';
const SCAN = { scan: { confidence: 0.9 } };

describe('what a paper tells', () => {
  it('is the day with its hour, and the place', () => {
    expect(eventOnPapers(from(paper({ text: INVITATION })))).toEqual({
      day: { eventDate: '2026-12-23', eventTime: { from: '09:00', zone: 'WITA' } },
      inJakarta: false,
    });
  });

  it.each([
    'Pendaftaran dibuka sampai tanggal 11 Desember 2026.',
    'Makassar, 23 Desember 2026',
    'Kegiatan diadakan pada 23 Desember 2026 dan rapat pada 30 Desember 2026.',
    'Rapat diadakan besok pukul 09.00.',
  ])('is no day where it says: %s', (text) => {
    expect(eventOnPapers(from(paper({ text })))).toBeNull();
  });

  it('is who is concerned', () => {
    expect(personsOnPapers(from(paper({ type: 'other', text: SHEET })))).toEqual([
      { name: 'Rani Kusuma', nip: '200001152024122003' },
    ]);
  });

  it('is nothing where it was read from a picture', () => {
    const seen = from(paper({ text: INVITATION, ...SCAN }), paper({ type: 'other', text: SHEET, ...SCAN }));

    expect(eventOnPapers(seen)).toBeNull();
    expect(personsOnPapers(seen)).toEqual([]);
  });

  it('is the application that a form names, unless its field was read from a picture', () => {
    const form = paper({ type: 'form-3.1', fields: { 'akses.nama_aplikasi': 'HRIS', 'form.kode': 'Form 3.1' } });
    const guessed = { ...form, sources: { 'akses.nama_aplikasi': { origin: 'ocr', sureness: 0.6 } } } as const;

    expect(applicationOnPapers(from(form))).toBe('HRIS');
    expect(applicationOnPapers(from(guessed))).toBeNull();
    expect(surelyOn(guessed)).toEqual({ 'form.kode': 'Form 3.1' });
  });
});
