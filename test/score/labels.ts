/** Labelled mails as people wrote them: `requests.jsonl`, `replies.jsonl` and `directory.csv` in one folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LabelledAddress {
  readonly name: string;
  readonly address: string;
}

export interface RequestLabel {
  /** request, incident, complaint, question, status-inquiry, spam-or-irrelevant, other, multiple */
  readonly kind: string;
  readonly service: string | null;
  readonly variant: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly missing?: readonly string[];
  readonly cc_ok?: boolean | null;
  readonly items?: readonly RequestLabel[];
}

export interface LabelledRequest {
  readonly id: string;
  readonly subject: string;
  readonly from: LabelledAddress;
  readonly to: readonly LabelledAddress[];
  readonly cc: readonly LabelledAddress[];
  readonly date: string;
  readonly body: string;
  readonly attachments: readonly { readonly filename: string }[];
  readonly label: RequestLabel;
  /** Other answers that count as right, each an override of some fields of the label. */
  readonly acceptable?: readonly (Partial<RequestLabel> & { readonly missing_optional?: readonly string[] })[];
}

export interface ReplyLabel {
  readonly action: string;
  /** What the person wrote, where the label says it. */
  readonly newText?: string;
  readonly team?: string | null;
  readonly rating?: number | null;
  readonly label?: string | null;
  readonly until?: string | null;
  readonly strength?: string | null;
}

export interface LabelledReply {
  readonly id: string;
  /** approver, resolver (or rft), requester, desk */
  readonly role: string;
  readonly from: LabelledAddress;
  readonly date: string;
  readonly body: string;
  /** Set for a mail of HTML alone. */
  readonly html?: string | null;
  /** Text of the letter of ours that it answers. */
  readonly sent?: string | null;
  readonly label: ReplyLabel;
  readonly acceptable?: readonly Partial<ReplyLabel>[];
}

export interface LabelledFolder {
  readonly directory: string;
  readonly requests: readonly LabelledRequest[];
  readonly replies: readonly LabelledReply[];
}

export function readLabelled(folder: string): LabelledFolder {
  return {
    directory: join(folder, 'directory.csv'),
    requests: readLines(join(folder, 'requests.jsonl')),
    replies: readLines(join(folder, 'replies.jsonl')),
  };
}

/** Every third by its number is kept aside: nobody reads these while tuning. */
export function isKeptAside(id: string): boolean {
  return Number(/\d+/.exec(id)?.[0] ?? 0) % 3 === 0;
}

function readLines<Row>(path: string): readonly Row[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line): Row => JSON.parse(line));
}
