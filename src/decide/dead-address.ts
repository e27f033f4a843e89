/** RFC 3463: the address is wrong or gone (5.1.x), or the mailbox is switched off (5.2.1). A full mailbox or a policy is no dead address. */
export function isDead(status: string): boolean {
  return /^5\.(?:1\.\d{1,3}|2\.1)$/.test(status);
}
