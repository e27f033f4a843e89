/** What stands on the shipped forms is known to whoever reads them printed. */
import { describe, expect, it } from 'vitest';
import { labelKey } from '../../src/papers/form-labels.ts';
import { SHIPPED_FORMS } from '../support/shipped-forms.ts';
import { loadForms } from '../../src/papers/make/load-forms.ts';
import { TEMPLATES } from './make/orders.ts';

describe.each(['form-3.1', 'bast', 'formulir-uat'])('the labels of %s', (kind) => {
  const labels = SHIPPED_FORMS.get(kind)?.labels;
  const paper = loadForms(TEMPLATES).get(kind);
  const sections = paper?.shape === 'form' ? paper.form.sections.filter(({ printed }) => printed) : [];
  const fields = sections.flatMap((section) => section.fields);
  const isRead = ({ type, printed }: (typeof fields)[number]): boolean => printed && type !== 'tick';

  it.each(fields.filter(isRead).map(({ name, label }) => [label, name]))('“%s” is that of %s', (label, name) => {
    const part = name.slice(0, name.indexOf('.'));

    expect(labels?.fields.get(labelKey(label)) ?? labels?.fields.get(`${part}/${labelKey(label)}`)).toBe(name);
  });

  it.each(
    fields
      .filter(({ type }) => type === 'choice')
      .flatMap(({ name, options }) =>
        Object.entries(options ?? {}).map(([value, text]) => [name, value, text] as const),
      ),
  )('a choice of %s: %s is known by “%s”', (name, value, text) => {
    const found = labels?.choices[name]?.find(([, pattern]) => pattern.test(text.toLowerCase()));

    expect(found?.[0] ?? (labels?.choices[name] === undefined ? value : null)).toBe(value);
  });
});
