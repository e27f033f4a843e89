/** What a team said is done while its label is still lacking: kept until the label comes, or until the team says otherwise. */
import type { TextRow } from './decision.ts';
import type { Reply } from './reply.ts';
import { TEXT } from './ticket-view.ts';

interface Unlabelled {
  readonly team: string | null;
  readonly note: string;
}

export function unlabelledText({ view, read }: Reply): readonly TextRow[] {
  if (read.note === null) return [];
  const kept: Unlabelled = { team: view.state.team, note: read.note };
  return [{ name: TEXT.unlabelled, text: JSON.stringify(kept) }];
}

/** The label alone, in answer to the question for it: with the words that wait for it. Null where none do. */
export function labelledNow(reply: Reply): Reply | null {
  const { read, view } = reply;
  const isAwaited = view.state.status === 'assigned' || view.state.status === 'triage';
  if (read.label === null || read.note !== null || !isAwaited) return null;
  const kept = keptIn(reply);
  return kept === null || kept.team !== view.state.team ? null : { ...reply, read: { ...read, note: kept.note } };
}

/** Nothing waits for a label any more. */
export function unlabelledForgotten(reply: Reply): readonly TextRow[] {
  return keptIn(reply) === null ? [] : [{ name: TEXT.unlabelled, text: '' }];
}

function keptIn({ binding }: Reply): Unlabelled | null {
  const text = binding.ticket.texts[TEXT.unlabelled] ?? '';
  return text === '' ? null : (JSON.parse(text) as Unlabelled);
}
