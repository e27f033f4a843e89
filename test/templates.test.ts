import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readExamples, type Example } from '../src/compose/examples.ts';
import { languagesOf } from '../src/compose/renderable.ts';
import type { CompiledTemplates } from '../src/compose/templates.ts';
import { TEMPLATES } from '../src/decide/letter.ts';
import { shippedLetters, TEMPLATE_DIR } from './support/compiled-letters.ts';
import { allExamples } from './support/letter-examples.ts';

const GOLDEN = join(import.meta.dirname, '../fixtures/golden/letters');
const FRAME = {
  reference: 'aaaabbbbccccdddd-eeeeffffgggghhhh',
  replyAddress: 'servicedesk+aaaabbbbccccdddd-eeeeffffgggghhhh@kemenkeu.example',
};

let templates: CompiledTemplates;
const examples: readonly Example[] = allExamples().map(({ name, letter }) => ({ ...letter, name }));

beforeAll(async () => {
  templates = await shippedLetters();
});

/** Examples of one template in one language, as the letter functions make them. */
function groups(): ReadonlyMap<string, Readonly<Record<string, object>>> {
  const groups = new Map<string, Record<string, object>>();
  for (const { name, letter } of allExamples()) {
    const id = `${letter.language}/${letter.template}`;
    groups.set(id, { ...groups.get(id), [name]: letter.fields });
  }
  return groups;
}

describe('example fields beside the templates', () => {
  test('exist for every letter in every language it is written in', () => {
    const wanted = TEMPLATES.flatMap((name) => languagesOf(name).map((language) => `${language}/${name}`));

    expect([...groups().keys()].toSorted()).toEqual(wanted.toSorted());
  });

  test.each([...groups()])('%s are what the letter functions make', async (id, fields) => {
    await expect(`${JSON.stringify(fields, null, 2)}\n`).toMatchFileSnapshot(join(TEMPLATE_DIR, `${id}.fields.json`));
  });
});

test('example fields are read back from their files', async () => {
  const read = await readExamples(TEMPLATE_DIR);

  expect(read).toHaveLength(examples.length);
});

describe('every letter', () => {
  test('has no field that its example does not fill', () => {
    const missing = examples.flatMap((example) =>
      templates.missing(example).map((name) => `${example.language}/${example.template} (${example.name}): ${name}`),
    );

    expect(missing).toEqual([]);
  });

  test('leaves no tag of the template language behind and says something in both parts', () => {
    for (const example of examples) {
      const { subject, outcome, text, html } = templates.render(example, FRAME);

      expect(`${subject}${text}${html}`).not.toMatch(/\{\{|\}\}|undefined|\bnull\b|NaN|\[object/);
      expect(text.length).toBeGreaterThan(200);
      expect(text).toContain(outcome);
      expect(outcome).toMatch(/^\p{Lu}.*[.?]$/u);
      expect(text.replace(/^ +/gm, '')).not.toMatch(/ {2}| [.,;:]|\(\)/);
    }
  });

  test('keeps under 60 KB of HTML', () => {
    const sizes = examples.map((example) => Buffer.byteLength(templates.render(example, FRAME).html));

    expect(Math.max(...sizes)).toBeLessThan(60_000);
  });

  test('begins its subject with the number and keeps it to one line of 60 characters', () => {
    for (const example of examples) {
      const { subject } = templates.render(example, FRAME);
      const number = example.fields['number'];

      expect(subject.startsWith(typeof number === 'string' ? `[${number}] ` : '')).toBe(true);
      expect(subject).toMatch(/^.{10,60}$/u);
    }
  });

  test('shouts nowhere and addresses nobody as anda', () => {
    const indonesian = examples.filter(({ language }) => language === 'id');
    const said = indonesian
      .map((example) => templates.render(example, FRAME))
      .map(({ subject, text }) => subject + text);

    expect(said.filter((words) => /\banda\b|!/i.test(words))).toEqual([]);
  });

  test.each(
    allExamples().map(({ name, letter }) => [`${letter.language}/${letter.template}.${name}`, letter] as const),
  )('reads as kept in %s', async (file, letter) => {
    const { subject, text, buttons } = templates.render(letter, FRAME);
    const links = buttons.map(({ label, href }) => `<${label}> ${href}\n`).join('');

    await expect(`Subject: ${subject}\n\n${text}\n${links}`).toMatchFileSnapshot(join(GOLDEN, `${file}.txt`));
  });
});
