/** Reads an example of the rule files as if it had come by mail: what its sender would be understood to want. */
import { parseDirectory } from '../directory/parse-directory.ts';
import type { InboundMessage } from '../parse/message.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { understand } from '../understand/understand.ts';

const NOBODY = parseDirectory('').directory;
const DESK = 'servicedesk@loket.example';

const MAIL: Omit<InboundMessage, 'text'> = {
  messageId: null,
  from: null,
  sender: null,
  replyTo: [],
  to: [{ name: '', address: DESK }],
  cc: [],
  deliveredTo: [],
  date: null,
  dateOffsetMinutes: null,
  subject: '',
  ancestors: [],
  html: null,
  attachments: [],
  calendarMethod: null,
  deliveryReports: [],
  machine: null,
  machineEvidence: null,
  headers: {},
  grade: 'absent',
  gradeEvidence: '',
  identity: '',
  problems: [],
  sizeBytes: 0,
};

/** The variant's slug; null where the bot would not be sure, or only because the example itself taught it. */
export function readExample(text: string, rulebook: Rulebook): string | null {
  const context = { rulebook, directory: NOBODY, ourAddresses: [DESK], receivedAt: 0, zone: rulebook.calendar.zone };
  const wish = understand({ ...MAIL, text }, [], context).wishes[0];
  const worded = wish?.evidence.some(({ rule }) => rule.startsWith(`${wish.service}`)) ?? false;
  return worded ? (wish?.variant ?? null) : null;
}
