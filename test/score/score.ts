/**
 * `npm run score -- [FOLDER] [--aside | --tune] [--wrong]`: how well Loket reads labelled mails, where a folder of them is named, and
 * the papers of fixtures/papers, as tables, with the wrong ones listed. `--aside` counts only the third of the mails that is kept aside,
 * `--tune` only the rest.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, PACKAGE_ROOT } from '../../src/config.ts';
import type { Office } from '../../src/decide/office.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { loadOffice, readingPolicy } from '../../src/office.ts';
import { judgeRequest, type FactJudged, type Judged } from './judge.ts';
import { isKeptAside, readLabelled } from './labels.ts';
import { printPapers, scorePapers } from './papers.ts';
import { decideLabelled } from './read-request.ts';
import { judgeReply, printReplies } from './replies.ts';

const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith('--'));
const wanted = (id: string): boolean =>
  args.includes('--aside') ? isKeptAside(id) : args.includes('--tune') ? !isKeptAside(id) : true;

const config = loadConfig(join(PACKAGE_ROOT, 'fixtures/loket.yaml'));
if (folder !== undefined) await scoreMails(folder);
printPapers(await scorePapers(), args.includes('--wrong'));

/** A folder with requests.jsonl or replies.jsonl, and directory.csv. */
async function scoreMails(folder: string): Promise<void> {
  const labelled = readLabelled(folder);
  const shipped = await loadOffice(config, 'scores bind nothing');
  const office: Office = {
    ...shipped,
    ...(existsSync(labelled.directory) && (await loadDirectory(labelled.directory))),
  };

  const judged: Judged[] = [];
  for (const request of labelled.requests.filter(({ id }) => wanted(id))) {
    judged.push(...judgeRequest(request, await decideLabelled(request, office, readingPolicy(config))));
  }
  if (judged.length > 0) printRequests(judged);
  const replies = labelled.replies.filter(({ id }) => wanted(id));
  if (replies.length > 0)
    printReplies(
      replies.map((reply) => judgeReply(reply, office.rulebook)),
      args.includes('--wrong'),
    );
}

function printRequests(rows: readonly Judged[]): void {
  console.log(`${rows.length} labels`);
  for (const field of [
    'kind',
    'count',
    'service',
    'variant',
    'sureAndWrong',
    'cc',
    'anyMissing',
    'missing',
    'facts',
  ] as const) {
    const counted = rows.filter((row) => row[field] !== null);
    const yes = counted.filter((row) => row[field] === true).length;
    console.log(
      `${field.padEnd(14)} ${String(yes).padStart(4)} of ${String(counted.length).padStart(4)}  ${((100 * yes) / Math.max(counted.length, 1)).toFixed(1)} %`,
    );
  }
  printFacts(rows.flatMap((row) => row.eachFact));
  if (!args.includes('--wrong')) return;
  const isWrong = (row: Judged): boolean =>
    !row.kind ||
    row.sureAndWrong === true ||
    [row.count, row.service, row.variant, row.cc, row.anyMissing, row.missing, row.facts].includes(false);
  for (const row of rows.filter(isWrong)) {
    const fields = (['kind', 'count', 'service', 'variant', 'cc', 'anyMissing', 'missing', 'facts'] as const).filter(
      (field) => row[field] === false,
    );
    console.log(`\n${row.id}  ${fields.join(' ')}\n  said    ${row.said}\n  wanted  ${row.wanted}`);
    for (const fact of row.eachFact.filter(({ right }) => !right))
      console.log(`  ${fact.name}: said ${fact.said}, wanted ${fact.wanted}`);
  }
}

/** One by one; the row `facts` counts mails of which all are right. */
function printFacts(facts: readonly FactJudged[]): void {
  for (const name of ['quantity', 'event_date', 'nip'] as const) {
    const counted = facts.filter((fact) => fact.name === name);
    const right = counted.filter((fact) => fact.right).length;
    console.log(
      `  ${name.padEnd(12)} ${String(right).padStart(4)} of ${String(counted.length).padStart(4)}  ${((100 * right) / Math.max(counted.length, 1)).toFixed(1)} %`,
    );
  }
}
