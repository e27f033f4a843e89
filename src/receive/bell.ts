/** Wakes the one who waits; a ring that nobody waited for is remembered. */
export interface Bell {
  ring(): void;
  /** Rung, and nobody has waited since. */
  isRung(): boolean;
  wait(timeoutMs: number): Promise<void>;
}

export function makeBell(): Bell {
  let rung = false;
  let wake: (() => void) | null = null;

  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    isRung: () => rung,
    wait: async (timeoutMs) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = null;
      rung = false;
    },
  };
}
