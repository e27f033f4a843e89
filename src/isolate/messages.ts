/** What parent and child say to each other. Everything is checked on arrival: a child that read hostile bytes is not trusted. */
export interface JobMessage<Job> {
  readonly id: number;
  readonly job: Job;
}

export type ChildMessage =
  /** The child has loaded its code and waits. */
  | { readonly kind: 'ready' }
  /** Resident bytes, told by the child where the parent cannot look. */
  | { readonly kind: 'resident'; readonly bytes: number }
  | { readonly kind: 'ok'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'threw'; readonly id: number; readonly message: string };

export function readChildMessage(value: unknown): ChildMessage | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  if (value.kind === 'ready') return { kind: 'ready' };
  if (value.kind === 'resident' && 'bytes' in value && typeof value.bytes === 'number') {
    return { kind: 'resident', bytes: value.bytes };
  }
  if (!('id' in value) || typeof value.id !== 'number') return null;
  if (value.kind === 'ok' && 'value' in value) return { kind: 'ok', id: value.id, value: value.value };
  if (value.kind === 'threw' && 'message' in value)
    return { kind: 'threw', id: value.id, message: String(value.message) };
  return null;
}

/** Its job is what the parent was typed to give: parent and child are one program. */
export function isJobMessage<Job>(value: unknown): value is JobMessage<Job> {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number' && 'job' in value;
}
