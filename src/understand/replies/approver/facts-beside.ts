/** Words that make a sentence beside a yes the telling of a fact about the request, and where they do not. */
import type { Word } from '../../words/normalise.ts';
import { SELF } from '../words.ts';

/** In a sentence of its own these tell a fact about the request. */
export const FACT: ReadonlySet<string> = new Set(
  'memang sudah telah dibutuhkan diperlukan butuh membutuhkan memerlukan mendesak urgent urgen benar betul adalah merupakan sedang needed needs is has kebutuhan tugas penting sesuai balas membalas maaf bersangkutan baru sempat lagi menugaskan ditugaskan bertugas memperhatikan menimbang mempertimbangkan mencermati membaca meneliti menelaah mempelajari mengkaji memeriksa mengevaluasi memverifikasi menerima kenal mengenal mengetahui'.split(
    ' ',
  ),
);
/** At the head of a clause these ask for something. */
const NEEDED = new Set('needs needed butuh membutuhkan memerlukan diperlukan dibutuhkan'.split(' '));

/** "Saya lagi rapat", and not "saya pikirkan lagi"; "suratnya penting", and not "yang penting suratnya". */
export function isFact(loose: readonly { readonly word: Word }[], at: number): boolean {
  const { form, clause } = loose[at]?.word ?? { form: '', clause: -1 };
  if (!FACT.has(form)) return false;
  if (form === 'lagi')
    return (
      loose.slice(Math.max(0, at - 2), at).every(({ word }) => word.clause !== clause) ||
      SELF.has(loose[at - 1]?.word.form ?? '')
    );
  if (NEEDED.has(form) && loose[at - 1]?.word.clause !== clause) return false;
  return form !== 'penting' || loose[at - 1]?.word.form !== 'yang';
}
