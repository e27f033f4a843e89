/** The variants of the catalogue, a mail each, through the daemon: number, variant, papers asked for, team and due time as published. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE_MAILS } from '../support/catalogue-mails.ts';
import { SERVED_BY, type CatalogueMail } from '../support/catalogue-promises.ts';
import { openDesk, SAMPLE_DIRECTORY, type Desk } from '../support/desk.ts';
import { writeMail } from '../support/write-mail.ts';

/** The cloud platform serves units of information technology only. */
const TIK = /\bTIK\b|Sistem Informasi|Teknologi|Aplikasi/;
const CLOCK = '2026-11-23T09:00:00+07:00';
interface TicketRow {
  readonly number: string;
  readonly variant: string | null;
  readonly status: string;
  readonly team: string | null;
  /** The letter to the one who wrote. */
  readonly letter: string;
}

interface Writer {
  readonly unit: string;
  readonly name: string;
  readonly address: string;
  readonly cc: readonly string[];
}

describe('the variants of the catalogue', () => {
  const mails = CATALOGUE_MAILS.flatMap((mail) => (mail.papers ? [mail, bare(mail)] : [mail]));
  const complete = CATALOGUE_MAILS.map((mail, at) => ({ mail, at: mails.indexOf(mail), name: mail.slug, index: at }));
  const missing = CATALOGUE_MAILS.filter((mail) => mail.papers).map((mail) => ({ mail, at: mails.indexOf(mail) + 1 }));
  let desk: Desk;

  beforeAll(async () => {
    const writers = writersIn(readFileSync(SAMPLE_DIRECTORY, 'utf8'));
    desk = await openDesk({ directory: SAMPLE_DIRECTORY, clock: CLOCK });
    await desk.start();
    await desk.deliver(mails.map((mail, at) => written(mail, at, writers)));
    await desk.settled(mails.length, 120_000);
  });
  afterAll(async () => {
    await desk.close();
  });

  it.each(complete)('$name is read, numbered, and due as published', ({ mail, at }) => {
    const ticket = ticketOf(desk, at);

    expect(ticket?.variant).toBe(mail.slug);
    expect(ticket?.number).toMatch(/^(?:SR|CHG)-261123-\d{4}-\d$/);
    expect(ticket?.status).toBe(mail.agreed ? 'awaiting-approval' : 'assigned');
    expect(dueIn(ticket?.letter ?? '')).toMatch(mail.agreed ? NOT_YET : promised(mail));
    expect(missingOf(desk, ticket?.number ?? '')).toEqual([]);
  });

  it.each(complete.filter(({ mail }) => !mail.agreed))('$name goes to the team that serves it', ({ mail, at }) => {
    const ticket = ticketOf(desk, at);
    const team = SERVED_BY[mail.slug.split('/')[0] ?? ''] ?? '';

    expect(ticket?.team).toBe(team);
    expect(lettersTo(desk, ticket?.number ?? '')).toContain(`team.assigned ${team.toLowerCase()}@kemenkeu.example`);
  });

  it('are all of the catalogue and the five of the application accounts, each once', () => {
    const slugs = CATALOGUE_MAILS.map(({ slug }) => slug);

    expect(slugs.filter((slug) => slug.startsWith('ITSM.'))).toHaveLength(68);
    expect(slugs.filter((slug) => slug.startsWith('SC03-1/'))).toHaveLength(5);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it.each(missing)('$mail.slug asks for each paper that the standard names', ({ mail, at }) => {
    const ticket = ticketOf(desk, at);

    expect(ticket?.variant).toBe(mail.slug);
    expect(ticket?.status).toBe('incomplete');
    expect(missingOf(desk, ticket?.number ?? '')).toEqual(Object.keys(mail.papers ?? {}).toSorted());
    expect(dueIn(ticket?.letter ?? '')).toMatch(NOT_YET);
  });
});

function bare({ slug, text, due }: CatalogueMail): CatalogueMail {
  return { slug, text, due };
}

function written(mail: CatalogueMail, at: number, writers: readonly Writer[]): string {
  const fitting = mail.slug.startsWith('ITSM.18/') ? writers.filter(({ unit }) => TIK.test(unit)) : writers;
  const writer = fitting[at % fitting.length];
  if (!writer) throw new Error('nobody in the directory has two superiors');
  return writeMail({
    from: { name: writer.name, address: writer.address },
    cc: writer.cc,
    subject: mail.text.split(/[,.]/)[0] ?? mail.text,
    text: `Yth. Service Desk,\n\n${mail.text}\n\nTerima kasih,\n${writer.name}\n`,
    messageId: idOf(at),
    date: new Date(CLOCK),
    headers: ['X-MS-Exchange-Organization-AuthAs: Internal'],
    attachments: Object.values(mail.papers ?? {}).map((filename) => ({
      filename,
      type: 'application/octet-stream',
      content: Buffer.from(`isi contoh ${filename}`),
    })),
  });
}

function idOf(at: number): string {
  return `katalog-${at}@contoh.example`;
}

function ticketOf(desk: Desk, at: number): TicketRow | undefined {
  return desk.query<TicketRow>(
    `select t.number, t.variant, t.status, t.team, x.letter from tickets t
      join ticket_mails tm on tm.ticket = t.number
      join outbox o on o.ticket = t.number and o.template like 'requester.%'
      join outbox_texts x on x.seq = o.seq
      where tm.message_id = '${idOf(at)}' order by o.seq`,
  )[0];
}

function missingOf(desk: Desk, number: string): readonly string[] {
  const [row] = desk.query<{ payload: string }>(
    `select payload from events where ticket = '${number}' and payload like '%"missing":%' order by seq desc limit 1`,
  );
  const keys = /"missing":\[([^\]]*)\]/.exec(row?.payload ?? '')?.[1] ?? '';
  return keys
    .split(',')
    .map((key) => key.replaceAll('"', ''))
    .filter((key) => key !== '')
    .toSorted();
}

function lettersTo(desk: Desk, number: string): readonly string[] {
  return desk
    .query<{ template: string; recipient: string }>(`select template, recipient from outbox where ticket = '${number}'`)
    .map(({ template, recipient }) => `${template} ${recipient}`);
}

const NOT_YET = /^$/;

/** Empty where the letter promises no time. */
function dueIn(letter: string): string {
  return /"by":"([^"]*)"/.exec(letter)?.[1] ?? '';
}

/** "Selasa, 24 November 2026 pukul 09.03 WIB": to the hour, since the clock runs on while the mails come in. */
function promised({ due }: CatalogueMail): RegExp {
  if (!due.startsWith('20')) return NOT_YET;
  const [date = '', time = ''] = due.split('T');
  const [year, month, day] = date.split('-').map(Number);
  return new RegExp(`\\b${day} ${MONTHS[(month ?? 1) - 1]} ${year}\\D+${time.slice(0, 2)}\\.\\d\\d`);
}

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** People without a post of their own whose line has an eselon IV and an eselon III. */
function writersIn(csv: string): readonly Writer[] {
  const rows = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => [...line.matchAll(/"([^"]*)"|([^,]*)(?:,|$)/g)].map((cell) => cell[1] ?? cell[2] ?? ''));
  const byNip = new Map(rows.map((row) => [row[0] ?? '', row]));
  return rows.flatMap((row): readonly Writer[] => {
    const first = byNip.get(row[7] ?? '');
    const second = byNip.get(first?.[7] ?? '');
    const fits = row[4] === '' && first?.[4] === 'IV' && second?.[4] === 'III' && row[11]?.startsWith('1');
    const cc = [first?.[2] ?? '', second?.[2] ?? ''].map((cell) => cell.split(' ')[0] ?? '');
    return fits ? [{ unit: row[6] ?? '', name: row[1] ?? '', address: row[2]?.split(' ')[0] ?? '', cc }] : [];
  });
}
