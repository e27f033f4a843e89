/** `loket verify FILE`: whether an evidence file is as it was written. Needs no network and no database; with the secret, also its seal. */
import { existsSync } from 'node:fs';
import { verifyEvidence, type EvidenceReport } from '../papers/make/evidence/verify-evidence.ts';
import type { Sealer } from '../papers/make/mark.ts';
import { BotError } from '../shared/errors.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { sealerOf } from './ticket-export.ts';

const SEALS: Readonly<Record<EvidenceReport['seal'], string>> = {
  ours: 'its seal is that of this office',
  'not-ours': 'its seal is not that of this office',
  none: 'it was made without a seal',
  unchecked: 'its seal was not checked: that needs the configuration and secret of the office (--config)',
};

/** @throws {BotError} E_USAGE where there is no such file */
export async function verify(context: CommandContext, path: string): Promise<ExitCode> {
  if (!existsSync(path)) throw new BotError('E_USAGE', `${path}: there is no such file`);
  const report = await verifyEvidence(path, sealerAtHand(context));
  const isGood = report.problems.length === 0;
  if (context.json) context.out(JSON.stringify({ file: path, ok: isGood, ...report }));
  else if (isGood)
    context.out(
      `${path}: as it was written; ticket ${report.ticket}, ${report.entries} entries, ${report.files} attachments; ${SEALS[report.seal]}`,
    );
  else for (const problem of report.problems) context.err(`${path}: ${problem}`);
  return isGood ? 0 : 1;
}

/** Where no configuration loads, everything but the seal is checked. */
function sealerAtHand(context: CommandContext): Sealer | null {
  try {
    return sealerOf(context.config());
  } catch {
    return null;
  }
}
