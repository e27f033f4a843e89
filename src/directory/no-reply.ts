/** Addresses that say of themselves that nobody reads what is sent to them: programs write from them, mostly without a mark (RFC 3834). */
const NO_REPLY = /(?:^|[._-])(?:no-?_?\.?reply|do-?_?\.?not-?_?\.?reply|jangan[._-]?(?:di)?balas)(?:$|[._+-]|\d)/;

export function takesNoReply(address: string): boolean {
  return NO_REPLY.test(address.slice(0, address.lastIndexOf('@')).toLowerCase());
}
