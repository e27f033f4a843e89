/**
 * What understanding one mail costs beside parsing it, in processor time, over the labelled mails in fixtures/rounds, as mail programs of
 * an office send them (HTML with its styles), as bare text, and as an office mailbox holds them (of ten mails two with a paper of 200 KB,
 * one with one of 3 MB):
 *   node test/bench/understand.ts [--rounds 5]
 * Ends with 1 where understanding a mail of the first sort costs more than parsing it. Also tells what learning from the examples costs
 * and what reading it back does.
 */
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig, PACKAGE_ROOT } from '../../src/config.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { readingPolicy } from '../../src/office.ts';
import type { InboundMessage } from '../../src/parse/message.ts';
import { parseMessage } from '../../src/parse/parse-message.ts';
import { keepLearntIn, lexiconOf } from '../../src/understand/classify/lexicon.ts';
import { understand } from '../../src/understand/understand.ts';
import { loaded } from '../rulebook/rule-folder.ts';
import { readLabelled, type LabelledRequest } from '../score/labels.ts';
import { writeMail } from '../support/write-mail.ts';

const { values: args } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const config = loadConfig(join(PACKAGE_ROOT, 'fixtures/loket.yaml'));
const policy = readingPolicy(config);
const shipped = loaded(resolve(PACKAGE_ROOT, 'rules'), { mailboxDomain: 'kemenkeu.example' });
const requests = ['a', 'b', 'c', 'd'].flatMap(
  (name) => readLabelled(join(PACKAGE_ROOT, 'fixtures/rounds', name)).requests,
);

const STYLE = Array.from(
  { length: 30 },
  (_, at) =>
    `p.MsoNormal${at}, li.MsoNormal${at}, div.MsoNormal${at} {margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif;}`,
).join('\n');

/** Bytes of the paper that comes with each of ten mails. */
const PAPERS = [0, 200_000, 0, 0, 0, 3_000_000, 0, 200_000, 0, 0];

const cold = { ...shipped, services: [...shipped.services] };
const kept = new Map<string, Uint8Array>();
keepLearntIn({ get: (key) => kept.get(key) ?? null, set: (key, bytes) => void kept.set(key, bytes) }, cold);
console.log(`learning ${(await cpu(() => lexiconOf(cold))).toFixed(0)} ms`);
const warm = { ...cold, services: [...cold.services] };
keepLearntIn({ get: (key) => kept.get(key) ?? null, set: () => {} }, warm);
console.log(`reading it back ${(await cpu(() => lexiconOf(warm))).toFixed(0)} ms`);

const context = {
  rulebook: warm,
  directory: parseDirectory('').directory,
  ourAddresses: [config.mailbox.address],
  receivedAt: Date.parse('2026-11-23T09:00:00+07:00'),
  zone: warm.calendar.zone,
};
const [parsed, read] = await compare(
  'as office programs send them',
  requests.map((one) => rawOf(one, asOffice(one))),
);
await compare(
  'as bare text',
  requests.map((one) => rawOf(one, null)),
);
await compare(
  'as a mailbox holds them, some with papers',
  requests.map((one, at) => rawOf(one, asOffice(one), PAPERS[at % PAPERS.length])),
);
process.exitCode = read > parsed ? 1 : 0;

/** Milliseconds a mail: parsing, understanding. */
async function compare(name: string, raws: readonly Buffer[]): Promise<readonly [number, number]> {
  const times = { parse: [] as number[], understand: [] as number[] };
  for (let round = 0; round <= Number(args.rounds); round += 1) {
    const messages: InboundMessage[] = [];
    const parsing = await cpu(async () => {
      for (const raw of raws) messages.push(await parseMessage(raw, policy));
    });
    const understanding = await cpu(() => {
      for (const message of messages) understand(message, [], context);
    });
    // The first round warms up.
    if (round === 0) continue;
    times.parse.push(parsing / raws.length);
    times.understand.push(understanding / raws.length);
  }
  const [parse, understood] = [median(times.parse), median(times.understand)];
  console.log(
    `${raws.length} mails ${name}: parsing ${parse.toFixed(2)} ms a mail, understanding ${understood.toFixed(2)} ms, ${(understood / parse).toFixed(2)} of it`,
  );
  return [parse, understood];
}

async function cpu(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function rawOf(request: LabelledRequest, html: string | null, paper = 0): Buffer {
  const raw = writeMail({
    from: request.from,
    to: request.to.map(({ address }) => address),
    cc: request.cc.map(({ address }) => address),
    subject: request.subject,
    text: request.body,
    ...(html !== null && { html }),
    messageId: `${request.id}@mail.example`,
    date: new Date(request.date),
    headers: [],
    attachments: [
      ...request.attachments.map(({ filename }) => ({
        filename,
        type: 'application/octet-stream',
        content: Buffer.from(`isi ${filename}`),
      })),
      ...(paper > 0 ? [{ filename: 'Pindaian.pdf', type: 'application/pdf', content: randomBytes(paper) }] : []),
    ],
  });
  return Buffer.from(raw);
}

/** A paragraph for each line, as Word makes them, with the styles in front. */
function asOffice({ body }: LabelledRequest): string {
  const lines = body.split('\n').map((line) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
  const paragraphs = lines.map(
    (line) => `<p class="MsoNormal"><span lang="IN" style="mso-fareast-language:EN-US">${line}<o:p></o:p></span></p>`,
  );
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--\n${STYLE}\n--></style></head><body lang="EN-US"><div class="WordSection1">${paragraphs.join('\n')}</div></body></html>`;
}
