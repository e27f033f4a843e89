import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileTemplates, type CompiledTemplates } from '../../src/compose/templates.ts';
import { allExamples } from '../support/letter-examples.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Words that hold Indonesian sentences together; none of them is English. */
const FUNCTION_WORDS =
  'yang dan atau untuk dengan dari pada oleh ke di kepada ini itu adalah sudah belum tidak bukan akan dapat bila agar karena sejak sampai paling lambat mohon harap kami anda bapak ibu saudara tim tiket permintaan pukul hari jam kerja balas surat eks telepon nomor berkas formulir dokumen belum diisi baris minimal setingkat'.split(
    ' ',
  );
const INDONESIAN = new RegExp(`\\b(?:${FUNCTION_WORDS.join('|')})\\b`, 'gi');

const frame = { reference: 'aaaabbbbccccdddd-eeeeffffgggghhhh', replyAddress: 'servicedesk@kemenkeu.example' };
const english = allExamples().filter(({ letter }) => letter.language === 'en');

/** The office, its teams and an article are called by their own names. */
const NAMES =
  /Pusat Sistem Informasi dan Teknologi Keuangan|(?:Akun dan Email|Hosting dan Server)|Panduan Akses [\w ]+Mandiri/g;

/** Quoted, or a step of an article in Indonesian. */
function isTheirs(line: string): boolean {
  return /^(?:>|\d+\. )/.test(line);
}

let templates: CompiledTemplates;
beforeAll(async () => {
  templates = await compileTemplates(join(ROOT, 'templates'), { cacheDir: join(tmpdir(), 'loket-test-letters') });
});

describe('a letter in English', () => {
  test('is there for every kind that requesters get', () => {
    expect(english.length).toBeGreaterThan(15);
  });

  test.each(english.map(({ name, letter }) => [`${letter.template} ${name}`, letter] as const))(
    'has no Indonesian in our own words: %s',
    (_name, letter) => {
      const { subject, text } = templates.render(letter, frame);

      const ours = [subject.replace(/: [^]*/, ''), ...text.split('\n').filter((line) => !isTheirs(line))]
        .join('\n')
        .replace(NAMES, '');
      expect(ours.match(INDONESIAN) ?? [], ours).toEqual([]);
    },
  );
});
