/** A wait that anybody may cut short; a nudge that comes while nobody waits is not lost. */
export interface Turn {
  nudge(): void;
  /** Resolves after the next nudge or after `ms`, whichever is first. */
  wait(ms: number): Promise<void>;
}

export function makeTurn(): Turn {
  let nudged = false;
  let resume: (() => void) | null = null;

  return {
    nudge: () => {
      nudged = true;
      resume?.();
    },
    wait: async (ms) => {
      if (!nudged) await new Promise<void>((resolve) => waitUntil(resolve, ms));
      nudged = false;
      resume = null;
    },
  };

  function waitUntil(resolve: () => void, ms: number): void {
    const timer = setTimeout(resolve, ms);
    resume = () => {
      clearTimeout(timer);
      resolve();
    };
  }
}
