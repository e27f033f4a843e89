/** The demonstration's configuration, written into its folder so that people can look at it (and use it with the other commands). */
import { join } from 'node:path';
import { stringify } from 'yaml';
import { PACKAGE_ROOT } from '../config.ts';
import { CAST, DESK_MAILBOX } from './cast.ts';
import type { MailTown } from './mail-town.ts';

export function demoConfig(town: MailTown): string {
  const desk = town.mailboxes.get(DESK_MAILBOX.address);
  return stringify({
    organisation: { name: 'Pusintek', domains: ['kemenkeu.example'], timezone: 'Asia/Jakarta' },
    mailbox: {
      address: DESK_MAILBOX.address,
      imap: {
        host: '127.0.0.1',
        port: desk?.imapPort ?? 0,
        secure: false,
        user: desk?.user ?? '',
        password: 'file:./password',
      },
      poll: '5s',
      reply_address: DESK_MAILBOX.address.replace('@', '+{token}@'),
    },
    smtp: {
      host: '127.0.0.1',
      port: town.smtpPort,
      secure: false,
      user: desk?.user ?? '',
      password: 'file:./password',
    },
    database: 'sqlite:./data/loket.db',
    data: './data',
    directory: { csv: join(PACKAGE_ROOT, 'fixtures', 'directory.csv') },
    authentication: {
      internal: { header: 'X-MS-Exchange-Organization-AuthAs', value: 'Internal' },
      when_absent: 'desk',
    },
    alarm: { mail: CAST.operator.address, webhook: '' },
    http: { host: '127.0.0.1', port: 0 },
  });
}
