/** How papers are read and looked after: a part of the configuration file. */
import { z } from 'zod';

export const papersSettings = z
  .strictObject({
    roots: z.string().default(''),
    ocr: z.enum(['auto', 'off']).default('auto'),
    /** Off where empty. */
    clamd: z
      .string()
      .regex(
        /^$|^unix:\/.+$|^tcp:(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/,
        'is no socket of a clamd on this machine: write unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310',
      )
      .default(''),
    /** What becomes of attachments while the scanner does not answer. */
    when_unscanned: z.enum(['pass', 'hold']).default('pass'),
  })
  .prefault({});
