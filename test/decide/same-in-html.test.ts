import { describe, expect, it } from 'vitest';
import { isSameInHtml } from '../../src/decide/same-in-html.ts';
import { began, spentSince } from '../support/spent.ts';

const HEAD = 'Pada Sen, 23 Nov 2026 pukul 09.00 Service Desk menulis:';
const QUOTE = '> Balas dengan:\n> - Setuju.\n> - Tidak setuju. Alasan: …';
const QUOTE_HTML = '<blockquote>Balas dengan:<ul><li>Setuju.</li><li>Tidak setuju. Alasan: …</li></ul></blockquote>';

describe('what was written, as text and as HTML', () => {
  it.each<[string, string, string]>([
    ['Setuju.', `Setuju.\n\n${HEAD}\n${QUOTE}`, `<div>Setuju.</div><div>${HEAD}</div>${QUOTE_HTML}`],
    ['Setuju.', `${HEAD}\n${QUOTE}\n\nSetuju.`, `<div>${HEAD}</div>${QUOTE_HTML}<p><b>Set</b>uju.</p>`],
    [
      'Setuju.\nDewi',
      'Setuju.\nDewi\n[cid:logo.png]',
      '<p>Setuju.</p><p>Dewi<br><img src="cid:logo.png" alt="logo"></p>',
    ],
    ['Setuju.', 'Setuju.', '<p>Setuju.</p><p>Pesan ini dan setiap lampirannya hanya untuk penerima yang dituju.</p>'],
  ])('is the same: %s', (own, text, html) => {
    expect(isSameInHtml({ text, html }, own)).toBe(true);
  });

  it.each<[string, string, string]>([
    ['Setuju.', 'Setuju.', '<p>Tidak setuju.</p>'],
    ['Setuju.', 'Setuju.', '<p>Setuju, tapi hanya untuk tiga akun.</p>'],
    ['Setuju.', 'Setuju.', '<p><img src="cid:foto.png"></p>'],
    ['Setuju.', `Setuju.\n\n${HEAD}\n${QUOTE}`, `<div>Tidak setuju.</div><div>${HEAD}</div>${QUOTE_HTML}`],
    ['Setuju.', `${HEAD}\n${QUOTE}\n\nSetuju.`, `<div>${HEAD}</div>${QUOTE_HTML}<p>Belum bisa saya setujui.</p>`],
  ])('is another: %s', (own, text, html) => {
    expect(isSameInHtml({ text, html }, own)).toBe(false);
  });

  it('costs little where a long text repeats one word', () => {
    const text = 'setuju '.repeat(20_000);
    const start = began();
    isSameInHtml({ text, html: `<p>${text}</p>` }, 'setuju '.repeat(200));
    expect(spentSince(start)).toBeLessThan(3_000);
  });
});
