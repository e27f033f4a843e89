/** What stands on the shipped forms is known to whoever reads them printed: a label changed in templates/forms is noticed here. */
import { describe, expect, it } from 'vitest';
import { BAST_LABELS, FORM_31_LABELS, labelKey, UAT_LABELS, type FormLabels } from '../../src/papers/form-labels.ts';
import { loadForms } from '../../src/papers/make/load-forms.ts';
import { TEMPLATES } from './make/orders.ts';

const KNOWN: readonly (readonly [string, FormLabels])[] = [
  ['form-3.1', FORM_31_LABELS],
  ['bast', BAST_LABELS],
  ['formulir-uat', UAT_LABELS],
];
/** Filled in by ourselves, or by officials whom nothing is read of. */
const NOT_READ =
  /^(?:sd\.|mengetahui\.|form\.(?:kode|versi)$|bast\.(?:kode_form|versi|varian|terbilang)$|uat\.(?:kode_form|versi)$)/;
/** Only services of one family have these; they are read from the fields alone. */
const OF_A_FAMILY = /^objek\.(?:hosting|jaringan|folder|perangkat)/;

describe.each(KNOWN)('the labels of %s', (kind, labels) => {
  const paper = loadForms(TEMPLATES).get(kind);
  const fields = paper?.shape === 'form' ? paper.form.sections.flatMap((section) => section.fields) : [];
  const isRead = ({ name, type }: (typeof fields)[number]): boolean =>
    !NOT_READ.test(name) && !OF_A_FAMILY.test(name) && type !== 'tick';

  it.each(fields.filter(isRead).map(({ name, label }) => [label, name]))('“%s” is that of %s', (label, name) => {
    const part = name.slice(0, name.indexOf('.'));

    expect(labels.fields.get(labelKey(label)) ?? labels.fields.get(`${part}/${labelKey(label)}`)).toBe(name);
  });

  it.each(
    fields
      .filter(({ type }) => type === 'choice')
      .flatMap(({ name, options }) =>
        Object.entries(options ?? {}).map(([value, text]) => [name, value, text] as const),
      ),
  )('a choice of %s: %s is known by “%s”', (name, value, text) => {
    const found = labels.choices[name]?.find(([, pattern]) => pattern.test(text.toLowerCase()));

    expect(found?.[0] ?? (labels.choices[name] === undefined ? value : null)).toBe(value);
  });
});
