/**
 * The virus scanner as the desk uses it: off unless an address is configured. While it is away, mails are not held up by trying it again
 * and again, and the operator hears of it once.
 */
import { scanFile, type ClamdAddress, type ScanVerdict } from './clamd.ts';

export type { ScanVerdict } from './clamd.ts';

export interface VirusScanner {
  scan(path: string): Promise<ScanVerdict>;
}

export interface ScannerParts {
  readonly address: ClamdAddress;
  readonly now: () => number;
  readonly onDown: (why: string) => void;
  readonly onUp: () => void;
  /** Default 20 s. */
  readonly timeMs?: number;
}

const SCAN_MS = 20_000;
/** After a failure it is left alone for so long (30 s); mails that come meanwhile are not scanned. */
const REST_MS = 30_000;
/** What a scanner says of a file that is too large for it: no sign that it is away. */
const ABOUT_THE_FILE = /size limit exceeded/i;

/** `unix:/run/clamav/clamd.ctl` or `tcp:127.0.0.1:3310`; null for anything else. */
export function readAddress(text: string): ClamdAddress | null {
  const path = /^unix:(\/.+)$/.exec(text)?.[1];
  if (path !== undefined) return { path };
  const [, host, port] = /^tcp:(127\.0\.0\.1|localhost|\[::1\]):(\d{1,5})$/.exec(text) ?? [];
  return host === undefined ? null : { host: host.replace(/[[\]]/g, ''), port: Number(port) };
}

export function makeScanner({ address, now, onDown, onUp, timeMs = SCAN_MS }: ScannerParts): VirusScanner {
  let restsUntil = 0;
  return {
    scan: async (path) => {
      if (now() < restsUntil) return { kind: 'unknown', why: 'the scanner was away a moment ago' };
      const verdict = await scanFile(path, { address, timeMs });
      if (verdict.kind === 'unknown' && !ABOUT_THE_FILE.test(verdict.why)) {
        restsUntil = now() + REST_MS;
        onDown(verdict.why);
      } else onUp();
      return verdict;
    },
  };
}
