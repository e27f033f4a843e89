/** A length of time in the configuration file, in ms. */
import { z } from 'zod';

const DURATION = /^(\d+)\s*(ms|s|m|h|d)$/;
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export const duration = z
  .string()
  .regex(DURATION, 'is no duration: write 30s, 5m, 1h or 3d')
  .transform((text) => {
    const [, amount = '0', unit = 's'] = DURATION.exec(text) ?? [];
    return Number(amount) * (UNIT_MS[unit] ?? 1000);
  });
