/** `reply-examples.yaml`: what people answer, by the role of who wrote it and by what it means; the statistical part learns from it. */
import { z } from 'zod';

const INTENTS = {
  approver: 'approve reject unclear object not-me',
  rft: 'resolve note reassign ask-requester hold take start help unclear',
  requester: 'confirm reopen rating thanks new-request supply cancel status complaint unclear',
  desk: 'classify correct reassign on-behalf merge split link release drop block archive why preview undo confirm-fulfilment note unclear',
} as const;

/** One answer a line; `\n` within it is a line's end. */
const answers = z.string().transform((written): readonly string[] =>
  written
    .split('\n')
    .map((line) => line.trim().replaceAll('\\n', '\n'))
    .filter((line) => line !== ''),
);

export const replyExamplesFile = z.strictObject({
  approver: byMeaning(INTENTS.approver),
  rft: byMeaning(INTENTS.rft),
  requester: byMeaning(INTENTS.requester),
  desk: byMeaning(INTENTS.desk),
  'requester-results': byMeaning(INTENTS.requester),
});

function byMeaning(intents: string): z.ZodType<Readonly<Record<string, readonly string[] | undefined>>> {
  return z.partialRecord(z.enum(intents.split(' ')), answers).default({});
}
