/** A look at regular times, one after the other: the next begins when the last has ended, and stopping waits for the one under way. */
export class RegularLook {
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #isStopping = false;

  /** @param everyMs pause between two looks, by the real clock, in ms */
  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** @param look throws nothing: it has told its faults itself */
  start(look: () => Promise<void>): void {
    this.#timer = setTimeout(() => {
      void this.inTurn(look).finally(() => {
        if (!this.#isStopping) this.start(look);
      });
    }, this.#everyMs).unref();
  }

  /** Behind whatever is under way. */
  inTurn(work: () => Promise<void>): Promise<void> {
    this.#running = this.#running.then(work);
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }
}
