/** Properties are tried with the same values on every run, so that what was green stays so; `LOKET_PROPERTY_SEED=…` tries others. */
import * as fc from 'fast-check';

const DEFAULT_SEED = 20_261_123;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: seedOfRun() });

export function seedOfRun(): number {
  return Number(process.env['LOKET_PROPERTY_SEED'] ?? DEFAULT_SEED);
}
