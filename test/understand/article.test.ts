import { describe, expect, it } from 'vitest';
import { articleFor, sectionsOf } from '../../src/understand/article.ts';
import { read, rulebook } from './office.ts';

const found = (text: string, about: string | null = null): readonly [string, readonly number[]] | null => {
  const hit = articleFor(text, about, rulebook);
  return hit && [hit.article.number, hit.sections];
};

describe('the knowledge article that answers a question', () => {
  it.each<[string, readonly number[]]>([
    ['Bagaimana cara mengganti password email sendiri lewat menu SETTING?', [5]],
    ['Masa aktif password email berapa hari?', [7]],
    ['Alamat webmail kemenkeu apa ya, mau buka email dari peramban', [1]],
  ])('“%s” is answered by its steps %j', (text, sections) => {
    const [number, said] = found(text) ?? ['', []];

    expect(number).toBe('003');
    expect(said).toEqual(expect.arrayContaining([...sections]));
    expect(said.length).toBeLessThanOrEqual(3);
  });

  it.each<[string, readonly number[]]>([
    ['Cara mengganti kata sandi surel dari luar kantor bagaimana?', [5, 6]],
    ['Sandi surat elektronik masa berlakunya berapa hari?', [7]],
    ['Surel kantor bisa dibuka di mana ya?', [1]],
    ['How can I change the password of my mailbox?', [6]],
  ])('“%s” is answered in other words of one meaning by %j', (text, sections) => {
    expect(found(text, 'ITSM.8')?.[1]).toEqual(expect.arrayContaining([...sections]));
  });

  it.each([
    'Bagaimana cara membuat akun untuk tamu?',
    'Kuota email broadcast berapa?',
    'Sertifikat elektronik saya berlaku sampai kapan?',
  ])('is none for “%s”', (text) => expect(found(text)).toBeNull());

  it('is none where no word of its head stands in the mail, or it is about another service', () => {
    expect(found('Berapa lama proses hosting?')).toBeNull();
    expect(found('Bagaimana cara ganti password gitlab?', 'ITSM.18')).toBeNull();
  });

  it('is shown in the reading of a question, not of a request', () => {
    expect(read('', 'Mau tanya, bagaimana cara mengganti password email sendiri?').wishes[0]).toMatchObject({
      kind: 'question',
      article: { number: '003', evidence: expect.stringContaining('ganti password') },
    });
    expect(read('', 'Mohon reset password email saya, lupa.').wishes[0]).not.toHaveProperty('article');
  });

  it('is printed without its markup, step by step', () => {
    const [article] = rulebook.articles ?? [];
    if (!article) throw new Error('the shipped rules have an article');
    const sections = sectionsOf(article);

    expect(sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(sections[1]?.text).toContain('username: kemenkeu\\nama.pengguna');
    expect(sections.map(({ text }) => text).join('')).not.toMatch(/[*`\n]/);
  });
});
