/** Letters about what is asked and suggested: nothing to be done, and no complaint. */
import * as letters from '../../src/decide/letters/index.ts';
import type { LetterExample } from './letter-examples.ts';
import { aContext } from './letter-context.ts';
import { unsure } from './letter-example-parts.ts';

export function heardExamples(language: 'id' | 'en'): readonly LetterExample[] {
  const id = { language };
  return [
    {
      name: 'pertanyaan-katalog',
      letter: letters.requesterReceived(
        aContext({
          ...id,
          kind: 'question',
          deskReason: 'question',
          team: null,
          facts: {},
          summary: 'syarat akun email pegawai baru',
          ownText: 'Akun email pegawai baru perlu apa saja, dan berapa lama?',
          service: 'ITSM.8',
          variant: 'ITSM.8/pembuatan-akun-individu',
        }),
        'desk',
      ),
    },
    {
      name: 'saran',
      letter: letters.requesterReceived(
        unsure({
          ...id,
          kind: 'complaint',
          deskReason: 'complaint',
          summary: 'Usul formulir daring',
          ownText: 'Usul: alangkah baiknya formulir dapat diisi secara daring.',
        }),
        'desk',
      ),
    },
  ];
}
