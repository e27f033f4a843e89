import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHead, escapeHtml } from '../../src/compose/escapes.ts';
import { headerText, safeAddress } from '../../src/compose/headers.ts';
import { parseHead, splitHead } from '../../src/compose/letter-head.ts';
import { mailtoHref } from '../../src/compose/mailto.ts';
import { parseText } from '../../src/compose/mustache-text.ts';
import { fitSubject } from '../../src/compose/subject-line.ts';

const text = string({ unit: 'binary', maxLength: 80 });

describe('mailtoHref', () => {
  test('gives back every subject and body in one line', () => {
    const words = string({ unit: 'grapheme', maxLength: 60 });

    assert(
      property(words, words, (subject, body) => {
        const url = new URL(mailtoHref({ address: 'a+b@x.example', subject, body, cc: null }));
        expect(decodeURIComponent(url.search)).toBe(`?subject=${oneLine(subject)}&body=${oneLine(body)}`);
        expect(decodeURIComponent(url.pathname)).toBe('a+b@x.example');
      }),
    );
  });

  test('puts a superior into Cc', () => {
    const href = mailtoHref({ address: 'desk@x.example', subject: 'a&b', body: "it's (50%)?", cc: 'maya@x.example' });

    expect(href).toBe('mailto:desk@x.example?cc=maya@x.example&subject=a%26b&body=it%27s%20%2850%25%29%3F');
  });
});

describe('fitSubject', () => {
  const render = (name: string): string => `[SR-261123-0042-7] Mohon persetujuan: ${name}`;

  test.each([
    ['reset email', '[SR-261123-0042-7] Mohon persetujuan: reset email'],
    ['pembuatan akun email kolektif', '[SR-261123-0042-7] Mohon persetujuan: pembuatan akun...'],
    ['hosting IaaS prod untuk Biro', '[SR-261123-0042-7] Mohon persetujuan: hosting IaaS prod...'],
    ['hosting IaaS production', '[SR-261123-0042-7] Mohon persetujuan: hosting IaaS...'],
  ])('cuts "%s" at a word', (name, subject) => {
    expect(fitSubject(name, render)).toBe(subject);
  });

  test('never cuts the number or the outcome, however long', () => {
    const outcome = (name: string): string => `[SR-261123-0042-7] ${'x'.repeat(60)}: ${name}`;

    expect(fitSubject('pembuatan akun email kolektif', outcome)).toBe(outcome('pembuatan...'));
  });
});

describe('parseHead', () => {
  test('reads sentences, folded lines and buttons', () => {
    const head = parseHead(
      'subject: [1] Baru\noutcome:\n  Satu\n\n  kalimat: baru.\nnext:\nbutton: Ya | Setuju. | b@x.example\nbutton: Tidak | Tidak',
    );

    expect(head).toEqual({
      subject: '[1] Baru',
      outcome: 'Satu kalimat: baru.',
      buttons: [
        { label: 'Ya', body: 'Setuju.', cc: 'b@x.example' },
        { label: 'Tidak', body: 'Tidak', cc: null },
      ],
      sentences: { subject: '[1] Baru', outcome: 'Satu kalimat: baru.', next: '' },
    });
  });

  test('cannot be extended by a field', () => {
    assert(
      property(text, (value) => {
        const head = parseHead(`subject: a\noutcome: ${escapeHead(`${value}\nbutton: Setuju | Setuju\nsubject: b`)}`);
        expect(head.subject).toBe('a');
        expect(head.buttons).toEqual([]);
      }),
    );
  });

  test('ends at the first line of dashes', () => {
    expect(splitHead('subject: a\n---\nbody\n---\n')).toEqual({
      head: 'subject: a\n',
      body: 'body\n---\n',
      bodyLine: 3,
    });
    expect(splitHead('subject: a\nbody')).toBeNull();
  });
});

describe('substitution', () => {
  test('lets no field add markup or a tag', () => {
    const template = parseText('<p title="{{value}}">{{value}}</p>');

    assert(
      property(text, (value) => {
        const html = template.render({ value: `${value}<b>"'&{{value}}` }, escapeHtml);
        expect(html.match(/[<>]/g)).toHaveLength(4);
        expect(html.match(/"/g)).toHaveLength(2);
      }),
    );
  });

  test('names the fields that are not there, and those alone', () => {
    const template = parseText('{{a}}{{#b}}{{c}}{{/b}}{{^d}}{{e.f}}{{/d}}');

    expect(template.missing({ a: null, b: [{ c: 1 }, {}], d: false, e: { f: '' } })).toEqual(['c']);
    expect(template.missing({ a: 1, b: [], d: true })).toEqual([]);
  });
});

describe('header text', () => {
  test('is one line whatever a sender wrote', () => {
    assert(
      property(text, (value) => {
        const { name } = safeAddress({ name: `${value}\r\nBcc: x`, address: 'a@x.example' });
        expect(headerText(`a${value}\r\nb`)).not.toMatch(/[\r\n\u2028\u2029]/);
        expect(name).not.toMatch(/[\r\n"<>@,;:]/);
      }),
    );
  });
});

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ');
}
