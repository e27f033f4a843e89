/** A model is learnt once from what it is made of, and read back wherever that is the same: what it is not made of may change. */
import { createHash } from 'node:crypto';
import type { ByteCache } from '../../shared/byte-cache.ts';
import { readModel, writeModel, type Model } from './model-bytes.ts';

/** Raised with every change of features, weights, the way of learning or that of keeping: what an older program learnt is learnt anew. */
const WAY_OF_LEARNING = 7;

export interface Lesson {
  /** Letters only: models of one name are kept side by side. */
  readonly name: string;
  /** All that the weights are made from; two lessons that say the same as JSON give the same weights. */
  readonly of: unknown;
  readonly classes: number;
}

export function keptModel({ name, of, classes }: Lesson, cache: ByteCache | null, learn: () => Model): Model {
  if (cache === null) return learn();
  const key = `${name}-${createHash('sha256')
    .update(JSON.stringify([WAY_OF_LEARNING, of]))
    .digest('hex')
    .slice(0, 32)}`;
  const kept = cache.get(key);
  const known = kept && readModel(kept, classes);
  if (known) return known;
  const learnt = learn();
  cache.set(key, writeModel(learnt));
  return learnt;
}
