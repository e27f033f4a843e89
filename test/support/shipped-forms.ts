/** The forms of templates/forms, as the reading side knows them. */
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/config.ts';
import { loadForms } from '../../src/papers/make/load-forms.ts';
import { printedForms, type PrintedForms } from '../../src/papers/printed-forms.ts';

export const SHIPPED_FORMS: PrintedForms = printedForms(loadForms(join(PACKAGE_ROOT, 'templates')));
