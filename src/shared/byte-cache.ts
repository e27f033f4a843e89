/** A place for bytes by key, outside of what is pure; what it gives for a key is what was set for it, or null. Neither ever throws. */
export interface ByteCache {
  /** @param key letters, digits and hyphens; of keys that begin alike up to the first hyphen the newest few are kept */
  get(key: string): Uint8Array | null;
  set(key: string, bytes: Uint8Array): void;
}
