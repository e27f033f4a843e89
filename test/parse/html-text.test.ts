import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../src/parse/html-text.ts';

const text = (html: string): string => htmlToText(html).text;

describe('HTML to text', () => {
  it.each([
    ['<p>satu</p><p>dua</p>', 'satu\n\ndua'],
    ['<p class=MsoNormal>satu</p><p class=MsoNormal>dua</p>', 'satu\ndua'],
    ['<p class=MsoNormal>satu</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>dua</p>', 'satu\n\u00a0\ndua'],
    ['<div>satu</div><div><br></div><div>dua</div>', 'satu\n\ndua'],
    ['satu<br>dua<br/>tiga', 'satu\ndua\ntiga'],
    ['<b>te</b>bal  dan\n miring', 'tebal dan miring'],
    ['<ul><li><p>satu</p></li><li>dua</li></ul>akhir', '- satu\n- dua\n\nakhir'],
    ['<table><tr><td>a</td><td></td><td>b</td></tr></table>', 'a\tb'],
    ['<table><tr><td>a</td><td>b<br>c</td><td>d</td></tr><tr><td>e</td></tr></table>', 'a\tb\nc\nd\ne'],
    ['<table><tr><td><table><tr><td>x</td><td>y</td></tr></table></td></tr></table>', 'x\ty'],
    ['<blockquote>a<blockquote>b</blockquote>c</blockquote>d', '> a\n>\n> > b\n>\n> c\n\nd'],
    ['<pre>a\n  b</pre>', 'a\nb'],
    ['<a href="https://x.example/y">di sini</a>', 'di sini <https://x.example/y>'],
    ['<a href="https://x.example/">x.example</a>', 'x.example'],
    ['<a href="javascript:alert(1)">klik</a>', 'klik'],
    ['a<script>b</script><style>c</style><!-- d --><![if !mso]>e<![endif]>', 'ae'],
    ['&lt;b&gt; &amp;amp; &#233; &#x201c; &#150; &entah; &', '<b> &amp; é “ – &entah; &'],
    ['</p></td>teks</blockquote>', 'teks'],
    ['1 < 2 dan 3 > 2', '1 < 2 dan 3 > 2'],
  ])('%s', (html, expected) => {
    expect(text(html).replace(/[ ]+\n/g, '\n')).toBe(expected);
  });

  it.each([
    '<span style="display:none">x</span>',
    '<span style="DISPLAY : NONE !important">x</span>',
    "<div style='visibility: hidden'><b style='display:block'>x</b></div>",
    '<span style="font-size:0">x</span>',
    '<span style="font-size: 1px">x</span>',
    '<span style="opacity:0">x</span>',
    '<p style="mso-hide:all">x</p>',
    '<div style="max-height:0px;overflow:hidden">x</div>',
    '<div hidden>x</div>',
    '<font color="#ffffff">x</font>',
    '<div style="color:white"><span>x</span></div>',
    '<div bgcolor=white><span style="color: rgb(255, 255, 255)">x</span></div>',
  ])('leaves out %s and says so', (html) => {
    expect(htmlToText(`a ${html} b`)).toEqual({ text: expect.not.stringContaining('x'), hidden: true });
  });

  it.each([
    '<td bgcolor="#004488"><font color="white">x</font></td>',
    '<div style="background:#123"><span style="color:#fff">x</span></div>',
    '<div class="tombol"><span style="color:#fff">x</span></div>',
    '<div style="font-size:0"><span style="font-size:12pt">x</span></div>',
    '<div style="color:white"><span style="color:#333">x</span></div>',
    '<span style="font-size:10px">x</span>',
  ])('shows %s', (html) => {
    expect(htmlToText(html)).toEqual({ text: 'x', hidden: false });
  });

  it('keeps every visible word of any nesting of tags', () => {
    const tags = fc.constantFrom('p', 'div', 'b', 'td', 'tr', 'table', 'li', 'ul', 'blockquote', 'a');
    const node = fc.oneof(
      fc.constantFrom('kata', 'lain'),
      tags.map((tag) => `<${tag}>`),
      tags.map((tag) => `</${tag}>`),
    );

    fc.assert(
      fc.property(fc.array(node, { maxLength: 60 }), (nodes) => {
        const words = nodes.filter((each) => !each.startsWith('<')).join('');

        expect(text(nodes.join('')).replace(/[^a-z]/g, '')).toBe(words);
      }),
    );
  });
});
