/** The shipped rules, and mails to try them on. */
import { resolve } from 'node:path';
import type { Directory, Person } from '../../src/directory/person.ts';
import type { PaperReading } from '../../src/parse/document.ts';
import type { Attachment, InboundMessage } from '../../src/parse/message.ts';
import { fromIso } from '../../src/shared/time.ts';
import type { Reading, ReplyReading, ReplyRole } from '../../src/understand/reading.ts';
import { readReply } from '../../src/understand/replies/reply.ts';
import { understand } from '../../src/understand/understand.ts';
import { loaded } from '../rulebook/rule-folder.ts';

export const rulebook = loaded(resolve(import.meta.dirname, '../../rules'), { mailboxDomain: 'kemenkeu.example' });
export const DESK = { name: 'Service Desk', address: 'servicedesk@kemenkeu.example' };
export const MONDAY = fromIso('2026-11-23T09:00:00+07:00');

const BUDI: Person = {
  nip: '198503122009011004',
  name: 'Budi Santoso',
  addresses: ['budi@kemenkeu.example'],
  title: 'Pranata Komputer',
  eselon: '',
  unitCode: 'X-TIK-1',
  unitName: 'Subbagian Infrastruktur TIK',
  superiorNip: null,
  acting: null,
  active: true,
};

export const directory: Directory = {
  size: 1,
  version: '1',
  byAddress: (address) => (address === BUDI.addresses[0] ? BUDI : null),
  byNip: () => null,
  byName: () => [],
  inUnit: () => [],
  standing: () => ({ rank: null, eselon: '', acting: false }),
  lineOf: () => [],
  isAbove: () => false,
  placeAbove: () => null,
  qualifying: () => [],
};

export function aMessage(parts: Partial<InboundMessage> = {}): InboundMessage {
  return {
    messageId: 'm1@kemenkeu.example',
    from: { name: 'Budi Santoso', address: 'budi@kemenkeu.example' },
    sender: null,
    replyTo: [],
    to: [DESK],
    cc: [],
    deliveredTo: [],
    date: MONDAY,
    dateOffsetMinutes: 420,
    subject: '',
    ancestors: [],
    text: '',
    html: null,
    attachments: [],
    calendarMethod: null,
    deliveryReports: [],
    machine: null,
    machineEvidence: null,
    headers: {},
    grade: 'aligned',
    gradeEvidence: '',
    identity: '',
    problems: [],
    sizeBytes: 1000,
    ...parts,
  };
}

export function aFile(filename: string, parts: Partial<Attachment> = {}): Attachment {
  const type = 'application/pdf';
  return { filename, type, declaredType: type, sizeBytes: 10, sha256: filename, inline: false, ...parts };
}

export function aPaper(filename: string, text: string, parts: Partial<PaperReading> = {}): PaperReading {
  return {
    filename,
    sha256: filename,
    type: 'other',
    fields: {},
    problems: [],
    signature: 'none',
    text,
    pages: 1,
    ...parts,
  };
}

export function read(
  subject: string,
  text: string,
  parts: Partial<InboundMessage> = {},
  papers: readonly PaperReading[] = [],
): Reading {
  return understand(aMessage({ subject, text, ...parts }), papers, {
    rulebook,
    directory,
    ourAddresses: [DESK.address],
    receivedAt: MONDAY,
    zone: 'Asia/Jakarta',
  });
}

export function reply(role: ReplyRole, text: string, sent: string | null = null): ReplyReading {
  return readReply({ role, text, html: null, sent, rulebook, today: '2026-11-23' });
}
