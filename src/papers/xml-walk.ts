/** Office XML read as it streams in (saxes): no tree is built, no entity expanded, and names lose their prefixes. */
import { SaxesParser } from 'saxes';

export interface XmlHandlers {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

export interface XmlWalk {
  /** False once nothing more is wanted, or the XML is broken. */
  write(chunk: Buffer): boolean;
  stop(): void;
}

const MOST_DEPTH = 256;

export function walkXml(handlers: XmlHandlers): XmlWalk {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  let depth = 0;
  let goesOn = true;
  parser.on('error', () => {
    goesOn = false;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MOST_DEPTH) goesOn = false;
    if (goesOn) handlers.open?.(localName(tag.name), (name) => attributeOf(tag.attributes, name));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    if (goesOn) handlers.close?.(localName(tag.name));
  });
  parser.on('text', (text) => {
    if (goesOn) handlers.text?.(text);
  });
  return {
    write: (chunk) => {
      if (goesOn) parser.write(decoder.decode(chunk, { stream: true }));
      return goesOn;
    },
    stop: () => {
      goesOn = false;
    },
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributeOf(attributes: Readonly<Record<string, unknown>>, wanted: string): string | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    if (localName(name) === wanted && typeof value === 'string') return value;
  }
  return undefined;
}
