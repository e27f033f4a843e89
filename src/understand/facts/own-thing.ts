/** Whether somebody speaks of a thing of his own: then he is the one for whom it is asked. */
import { ONE } from './how-many.ts';
import { searched, sought, type Searched } from './searched.ts';

/** "sandi emailku", "password internet sama email punya saya", "saya …, lupa sandi". */
const OWN_THING = sought(
  /\b(?:akun|akses|e-?mail|surel|password|sandi|laptop|sertifikat|passphrase|tte)ku\b|\b(?:akun|akses|e-?mail|password|sandi)\b[^.\n]{0,40}\bpunya (?:saya|sy|aku)\b|\b(?:saya|sy|aku)\b[^.\n]{0,80}\blupa (?:kata )?(?:sandi|password|passphrase)\b/i,
);

export function speaksOfHisOwn(written: string | Searched): boolean {
  const text = searched(written);
  return text.has(ONE) || text.has(OWN_THING);
}
