/** All sample requests at once, each to its own answer; then a steady stream, timed to the answer at the SMTP server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, SAMPLE_DIRECTORY, type BookedMail, type Desk } from '../support/desk.ts';
import { sampleId, sampleMail, sampleRequests, type SampleRequest } from '../support/samples.ts';
import { DONE, HELD } from '../support/watch.ts';

describe('256 sample requests at once', () => {
  const samples = sampleRequests();
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk({ directory: SAMPLE_DIRECTORY, clock: '2026-11-27T18:00:00+07:00' });
    await desk.start();
    const began = Date.now();
    await desk.deliver(samples.map((sample) => sampleMail(sample)));
    await desk.settled(samples.length, 120_000);
    console.log(`${samples.length} mails answered and moved in ${Date.now() - began} ms`);
  });
  afterAll(async () => {
    await desk.close();
  });

  it('has a row in the ledger for every one, decided and moved', () => {
    const books = desk.books();

    expect(books).toHaveLength(samples.length);
    expect(new Set(books.map((book) => book.messageId)).size).toBe(samples.length);
    expect(books.filter((book) => book.state !== 'decided' || book.movedTo === null)).toEqual([]);
  });

  it('answers every person of our domains, and nobody else', () => {
    const different = compare(desk, samples).filter(({ sample, got }) => isAnswered(sample.gets) !== isAnswered(got));

    expect(different.map(inWords)).toEqual([]);
  });

  it('gives all but a few the very letter, or the very reason for none', () => {
    const different = compare(desk, samples).filter(({ sample, got }) => got !== sample.gets);
    console.log(different.map(inWords).join('\n'));

    expect(different.length).toBeLessThanOrEqual(MOST_MISREAD);
  });

  it('puts every one into its folder', () => {
    const held = desk.books().filter((book) => book.movedTo === HELD);

    expect(held.every((book) => book.disposition?.startsWith('hold'))).toBe(true);
    expect(desk.mailsIn('INBOX')).toBe(0);
    expect(desk.mailsIn(DONE)).toBe(samples.length - held.length);
    expect(desk.mailsIn(HELD)).toBe(held.length);
  });

  it('sends nothing twice and one answer to each mail that gets one', () => {
    const letters = desk.smtp.letters.map((letter) => letter.messageId);

    expect(new Set(letters).size).toBe(letters.length);
    for (const sample of samples)
      expect.soft(toWriter(desk, sample), sample.id).toHaveLength(isAnswered(sample.gets) ? 1 : 0);
  });
});

/** Mails that are answered, but taken for another kind: understanding is measured elsewhere, and is never perfect. */
const MOST_MISREAD = 5;

interface Compared {
  readonly sample: SampleRequest;
  readonly got: string;
}

function compare(desk: Desk, samples: readonly SampleRequest[]): readonly Compared[] {
  const books = new Map(desk.books().map((book) => [book.messageId, book]));
  return samples.map((sample) => ({ sample, got: answerOf(books.get(sampleId(sample))) }));
}

function isAnswered(gets: string): boolean {
  return !gets.endsWith('none');
}

function inWords({ sample, got }: Compared): string {
  return `${sample.id} ${sample.subject}: ${got}, not ${sample.gets}`;
}

function toWriter(desk: Desk, sample: SampleRequest): readonly unknown[] {
  return desk.answersTo(sampleId(sample)).filter((letter) => letter.to.includes(sample.from.address));
}

function answerOf(book: BookedMail | undefined): string {
  if (book === undefined) return 'no row';
  const [letter] = book.letters;
  if (book.disposition?.startsWith('hold')) return letter ? `held, ${letter}` : 'held, none';
  if (book.disposition?.startsWith('ignore')) return `${IGNORED[book.disposition] ?? book.disposition}, none`;
  if (letter === 'requester.status') return 'status letter';
  if (letter === 'requester.several') return 'letter of all numbers';
  return book.tickets === 1 && book.letters.length === 1
    ? 'ticket letter'
    : `${book.disposition}, ${book.letters.join(' + ')}`;
}

const IGNORED: Readonly<Record<string, string>> = {
  'ignore:bounce': 'bounce',
  'ignore:auto-submitted': 'auto-reply',
  'ignore:irrelevant': 'irrelevant',
};
