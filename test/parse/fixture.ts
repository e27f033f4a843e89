/** Reading of fixtures for the tests of this folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { DEFAULT_LIMITS, type MailLimits } from '../../src/parse/limits.ts';
import type { InboundMessage } from '../../src/parse/message.ts';
import { parseMessage, type ParsePolicy } from '../../src/parse/parse-message.ts';

const FOLDER = new URL('../../fixtures/mail/', import.meta.url);

export const fixtureNames: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => name.slice(0, -'.eml'.length))
  .sort();

export const readFixture = (name: string): Buffer => readFileSync(new URL(`${name}.eml`, FOLDER));

export const aPolicy = (limits: Partial<MailLimits> = {}): ParsePolicy => ({
  limits: { ...DEFAULT_LIMITS, ...limits },
  ownAddresses: ['servicedesk@kemenkeu.example'],
  authentication: {
    authservIds: ['mx.kemenkeu.example'],
    internal: { header: 'X-MS-Exchange-Organization-AuthAs', value: 'Internal' },
  },
});

export const parseFixture = (name: string): Promise<InboundMessage> => parseMessage(readFixture(name), aPolicy());

/** A mail with these header lines and this body, CRLF throughout. */
export const aMail = (header: readonly string[], body = 'Mohon reset.'): Buffer =>
  Buffer.from([...header, '', ...body.split('\n')].join('\r\n'));

export const USUAL_HEADER: readonly string[] = [
  'From: Budi Santoso <budi.santoso@kemenkeu.example>',
  'To: servicedesk@kemenkeu.example',
  'Subject: Permohonan reset',
  'Date: Mon, 23 Nov 2026 09:15:00 +0700',
  'Message-ID: <m1@kemenkeu.example>',
];
