/** Tells how to join the demonstration with a mail program. */
import { DESK_MAILBOX } from './cast.ts';
import { TOWN_PASSWORD, type MailTown } from './mail-town.ts';
import type { Narrator } from './narrator.ts';

export function invite(town: MailTown, { line }: Narrator, httpPort: number): void {
  line('\nIkut bermain dengan program email apa pun di komputer ini:');
  line(`  SMTP 127.0.0.1:${town.smtpPort} dan IMAP 127.0.0.1 di port berikut, tanpa TLS,`);
  line(`  kata sandi selalu "${TOWN_PASSWORD}", alamat <user>@kemenkeu.example\n`);
  line('  IMAP   user             nama');
  for (const { imapPort, user, name } of town.mailboxes.values())
    line(`  ${String(imapPort).padEnd(5)}  ${user.padEnd(15)}  ${name}`);
  line(`\n  http://127.0.0.1:${httpPort}/metrics  /readyz  /healthz`);
  line(`\nContoh: sebagai mutia.zahra, kirim email ke ${DESK_MAILBOX.address}`);
  line('dengan Cc joyo.handoko@kemenkeu.example, "mohon reset password email saya, lupa".');
  line('Lalu balas sebagai rft-akun "selesai: sudah direset" dan sebagai mutia.zahra');
  line('"sudah bisa, terima kasih". Ctrl+C untuk berhenti.');
}
