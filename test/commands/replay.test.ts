/** Mails decided twice, under the shipped rules and under a copy with one edit. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { writeMail } from '../support/write-mail.ts';

const ROOT = resolve(import.meta.dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replay-'));
  mkdirSync(join(folder, 'mails'));
  mail('1-reset.eml', 'lupa password email', 'Mohon reset password email saya.');
  mail('2-wifi.eml', 'Internet tamu', 'Mohon hak akses internet untuk 3 tamu hari Rabu, 25 November 2026.');
});
afterAll(() => rmSync(folder, { recursive: true }));

function mail(name: string, subject: string, text: string): void {
  const raw = writeMail({
    from: { name: 'Mutia Zahra', address: 'mutia.zahra@kemenkeu.example' },
    to: ['servicedesk@kemenkeu.example'],
    cc: ['joyo.handoko@kemenkeu.example'],
    subject,
    text,
    messageId: `${name}@kemenkeu.example`,
    date: new Date('2026-11-23T09:00:00+07:00'),
    headers: ['X-MS-Exchange-Organization-AuthAs: Internal'],
  });
  writeFileSync(join(folder, 'mails', name), raw);
}

/** The shipped rules with one text put for another in one file. */
function otherRules(name: string, file: string, [find, put]: readonly [string, string]): string {
  const copy = join(folder, name);
  cpSync(join(ROOT, 'rules'), copy, { recursive: true });
  const before = readFileSync(join(copy, file), 'utf8');
  if (!before.includes(find)) throw new Error(`${file} does not hold ${find}`);
  writeFileSync(join(copy, file), before.replaceAll(find, put));
  return copy;
}

async function replayed(rules: string, ...more: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const args = ['replay', join(folder, 'mails'), '--rules', rules, '--config', join(ROOT, 'fixtures/loket.yaml')];
  const code = await main([...args, ...more], {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  return { code, out: plain(out.join('\n')), err: err.join('\n').replaceAll(`${folder}/`, '') };
}

/** Without the folder, and without the padding that its name takes. */
function plain(text: string): string {
  return text.replaceAll(`${folder}/`, '').replaceAll(/ {2,}/g, '  ');
}

describe('loket replay', () => {
  it('says that nothing changes under the same rules, and exits 0', async () => {
    expect(await replayed(join(ROOT, 'rules'))).toEqual({
      code: 0,
      out: '2 mails, 0 would be decided otherwise',
      err: '',
    });
  });

  it('shows a due time that changes, in a table with counts, and exits 1', async () => {
    const rules = otherRules('hours', 'services/ITSM.8.yaml', ['working_hours: 4', 'working_hours: 2']);

    expect(await replayed(rules)).toEqual({
      code: 1,
      out: [
        'mail  what  now  then',
        'mails/1-reset.eml  due  2026-11-23T13:00:00+07:00  2026-11-23T11:00:00+07:00',
        '2 mails, 1 would be decided otherwise: due 1',
      ].join('\n'),
      err: '',
    });
  });

  it('shows team, superior and missing papers, and the same as JSON', async () => {
    const rules = otherRules('team', 'services/ITSM.5.yaml', [
      'cc: none # standar tidak meminta Cc atasan\nteam: RFT-JARINGAN',
      'cc: {rank: I, source: contoh}\nteam: RFT-KEAMANAN',
    ]);
    const { code, out } = await replayed(rules, '--json');

    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      mails: 2,
      changed: 1,
      counts: { verdict: 1, route: 1, due: 1 },
      changes: [
        { file: 'mails/2-wifi.eml', ticket: null, field: 'verdict', before: 'not-required', after: 'too-low' },
        { field: 'route', before: 'RFT-JARINGAN', after: 'RFT-KEAMANAN' },
        { field: 'due', after: '1 hari kerja (complete)' },
      ],
    });
  });

  it('shows a service that is no longer recognised', async () => {
    const rules = otherRules('inactive', 'services/ITSM.8.yaml', ['active: true', 'active: false']);
    const { code, out } = await replayed(rules);

    expect(code).toBe(1);
    expect(out).toContain('ITSM.8/reset-password');
    expect(out).toMatch(/variant 1/);
  });

  it('names the faults of the other rules and exits 2', async () => {
    const rules = otherRules('faulty', 'services/ITSM.20.yaml', ['team: RFT-APLIKASI', 'team: RFT-APLIKSI']);
    const { code, err } = await replayed(rules);

    expect(code).toBe(2);
    expect(err).toContain('team "RFT-APLIKSI" is not in teams.yaml; did you mean "RFT-APLIKASI"?');
  });
});
