/**
 * BODY[TEXT] is all of a mail behind its header (RFC 3501 §6.4.5). The embedded server leaves out the headers of the parts, so that a mail
 * program that fetches header and text apart (s-nail does) shows markup and undecoded lines. Here it gets the whole text.
 */
import type { HoodiecrowMessage, HoodiecrowServer } from 'hoodiecrow-imap';

export function serveWholeText(server: HoodiecrowServer): void {
  const append = server.appendMessage.bind(server);
  server.appendMessage = (...given) => {
    const appended = append(...given);
    correctTextOf(appended.message);
    return appended;
  };
}

/** The server reads a mail when somebody first asks for it, and keeps what it made of it. */
function correctTextOf(message: HoodiecrowMessage): void {
  let parsed: HoodiecrowMessage['parsed'];
  Object.defineProperty(message, 'parsed', {
    get: () => parsed,
    set: (read: HoodiecrowMessage['parsed']) => {
      if (read) read.text = message.raw.slice(endOfHeader(message.raw));
      parsed = read;
    },
  });
}

function endOfHeader(raw: string): number {
  const blank = /\r?\n\r?\n/.exec(raw);
  return blank ? blank.index + blank[0].length : raw.length;
}
