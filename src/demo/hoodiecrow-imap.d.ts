/** What Loket uses of hoodiecrow-imap 2.1.0, which has no types of its own. One server is one store, whoever logs in. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  export interface HoodiecrowMessage {
    uid: number;
    flags: string[];
    internaldate: string;
    /** Latin-1: one character a byte. */
    raw: string;
    /** Made at the first look at it. */
    parsed?: { text: string };
  }

  export interface HoodiecrowMailbox {
    path: string;
    uidvalidity: number;
    uidnext: number;
    messages: HoodiecrowMessage[];
  }

  export interface HoodiecrowOptions {
    plugins?: readonly string[];
    users?: Record<string, { password: string }>;
    credentials?: { key: string | Buffer; cert: string | Buffer };
    secureConnection?: boolean;
    storage?: Record<string, object>;
  }

  export interface HoodiecrowServer {
    /** Answers by Nagle's algorithm unless told otherwise: `server.prependListener('connection', (s) => s.setNoDelay(true))`. */
    readonly server: Server;
    listen(port: number, host: string, listening?: () => void): void;
    close(closed?: () => void): void;
    getMailbox(path: string): HoodiecrowMailbox | undefined;
    createMailbox(path: string): void;
    /** @param internaldate `21-Nov-2026 08:00:00 +0700`, or false for now */
    appendMessage(
      mailbox: string,
      flags: string[],
      internaldate: string | Date | false,
      raw: string,
    ): { mailbox: HoodiecrowMailbox; message: HoodiecrowMessage };
  }

  export default function hoodiecrow(options: HoodiecrowOptions): HoodiecrowServer;
}
