/** How sure the deployment is of a sender: the part of the configuration file. */
import { z } from 'zod';
import { duration } from './config-duration.ts';

/** Beyond, the memory of signatures seen would outlive the words that they are about. */
const LONGEST_WINDOW_MS = 30 * 86_400_000;

export const authenticationSettings = z.strictObject({
  /** Servers whose Authentication-Results (RFC 8601) are believed. */
  authserv_ids: z.array(z.string().transform((text) => text.toLowerCase())).default([]),
  /** A mark that only our own servers can set. */
  internal: z.strictObject({ header: z.string().min(1), value: z.string().min(1) }).optional(),
  /** Mail that says nothing about itself. */
  when_absent: z.enum(['refuse', 'desk', 'accept']),
  /** DKIM signatures of our own domains are checked here, too, where no believed server has said anything. */
  dns_check: z.boolean().default(false),
  /** `address` or `address:port` each; empty: those of the machine. */
  nameservers: z
    .array(z.string().regex(/^[0-9a-f.:[\]]+$/i, 'is no address of a name server: write 10.0.0.53 or 10.0.0.53:5353'))
    .default([]),
  smime: z
    .strictObject({
      /** File or folder of certificates (PEM) that people's certificates may lead to; empty: S/MIME proves nothing. */
      authorities: z.string().default(''),
      /** Files of revocation lists (CRL, PEM or DER); an authority of which one is kept is asked, and the list has to be in force. */
      revocations: z.array(z.string().min(1)).default([]),
      /** How long after it was made a signature says anything. */
      signed_within: duration
        .prefault('3d')
        .refine((ms) => ms > 0 && ms <= LONGEST_WINDOW_MS, 'is longer than 30 days, or no time at all: write 3d'),
    })
    .prefault({}),
});
