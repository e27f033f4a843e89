/**
 * Child process that turns MJML into HTML: mjml holds some 200 MB that the daemon must not carry for its whole life. Reads
 * `[{ id, mjml }]` as JSON from standard input, writes `[{ id, html, errors }]`.
 */
import { text } from 'node:stream/consumers';
import mjml2html from 'mjml';
import { z } from 'zod';
import type { CompiledMjml } from './compile-mjml.ts';
import { faultsInText } from './mustache-text.ts';

const Jobs = z.array(z.object({ id: z.string(), mjml: z.string() }));

const jobs = Jobs.parse(JSON.parse(await text(process.stdin)));
const results: CompiledMjml[] = [];
for (const job of jobs) results.push(await compile(job.id, job.mjml));
process.stdout.write(JSON.stringify(results));

async function compile(id: string, mjml: string): Promise<CompiledMjml> {
  try {
    const { html, errors } = await mjml2html(mjml, { validationLevel: 'soft', fonts: {}, keepComments: false });
    const mistakes = errors.map(({ line, message }) => ({ line, message }));
    // Only here, before compiling, do offsets of a tag lead back to a line of the office's file.
    return { id, html: squeeze(html), errors: [...mistakes, ...faultsInText(mjml)] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id, html: '', errors: [{ line: lineIn(message), message }] };
  }
}

/** Indentation is a third of the compiled size and nothing in a letter is preformatted. */
function squeeze(html: string): string {
  return html.replace(/\s*\n\s*/g, '\n').trim();
}

function lineIn(message: string): number {
  return Number(/line:? (\d+)/i.exec(message)?.[1] ?? 1);
}
