/** The same forms as pages for a browser or a word processor, in the ways in which offices lay them out. */
import { BAST, FORM, type Row, type Values, type Which } from './values.ts';

/** `controls`: with fields to fill in, which a word processor turns into those of a PDF. */
export type Style = 'table' | 'colon' | 'below' | 'controls';

export function formHtml(values: Values, which: Which, style: Style): string {
  const isTable = style === 'table' || style === 'controls';
  const parts = (which === 'form' ? FORM : BAST).map(({ title, rows }) => {
    const heading = title === '' ? '' : `<h3 style="font-size:11pt;margin:8px 0 2px">${title}</h3>`;
    const lines = rows.map((row) => rowHtml(row, values, style)).join('\n');
    return heading + (isTable ? `<table style="font-size:9.5pt">${lines}</table>` : lines);
  });
  const [title, subtitle] =
    which === 'form' ? ['FORM 3.1', 'Permintaan Hak Akses / Akun'] : ['BERITA ACARA SERAH TERIMA', 'Layanan TIK'];
  const body = `<h2>${title}</h2><p>${subtitle}</p>${style === 'controls' ? inForm(parts.join('\n'), which) : parts.join('\n')}`;
  return pageHtml(body, "body{font-family:'Liberation Sans',sans-serif;font-size:10pt}");
}

export function pageHtml(body: string, css = ''): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>x</title><style>${css}</style></head><body>${body}</body></html>`;
}

function inForm(parts: string, which: Which): string {
  const named =
    which === 'form'
      ? '<p><input type="text" name="form.kode" value="Form 3.1"> <input type="text" name="form.versi" value="2026.1"></p>'
      : '';
  return `<form action="x" method="post">${named}${parts}</form>`;
}

function rowHtml(row: Row, values: Values, style: Style): string {
  const { label } = row;
  if (style === 'controls') return `<tr><td>${label}</td><td>${controlOf(row, values)}</td></tr>`;
  const value = printed(row, values);
  if (style === 'table') return `<tr><td width="190">${label}</td><td>${value}</td></tr>`;
  if (style === 'colon') return `<p>${label} : ${value}</p>`;
  return `<p style="margin:4px 0"><span style="font-size:8pt">${label}</span><br>${value}</p>`;
}

function printed({ name, kind = 'text', options = [], statement = '' }: Row, values: Values): string {
  const box = (isTicked: boolean): string => (isTicked ? '☒' : '☐');
  if (kind === 'tick') return `${box(values[name] !== undefined)} ${statement}`;
  if (kind !== 'radio' && kind !== 'checks') return escaped(values[name] ?? '');
  const isTicked = (option: string): boolean =>
    kind === 'radio' ? values[name] === option : values[`${name}.${option}`] !== undefined;
  return options.map(([option, text]) => `${box(isTicked(option))} ${text}`).join(' &nbsp; ');
}

function controlOf({ name, kind = 'text', options = [], statement = '' }: Row, values: Values): string {
  const checked = (isOn: boolean): string => (isOn ? 'checked' : '');
  if (kind === 'tick')
    return `<input type="checkbox" name="${name}" ${checked(values[name] !== undefined)}> ${statement}`;
  if (kind === 'radio')
    return options
      .map(
        ([one, text]) => `<input type="radio" name="${name}" value="${one}" ${checked(values[name] === one)}> ${text}`,
      )
      .join(' ');
  if (kind === 'checks')
    return options
      .map(([one, text]) => {
        const field = `${name}.${one}`;
        return `<input type="checkbox" name="${field}" value="1" ${checked(values[field] !== undefined)}> ${text}`;
      })
      .join(' ');
  return `<input type="text" size="50" name="${name}" value="${escaped(values[name] ?? '')}">`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
