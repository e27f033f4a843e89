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

  /**
   * @param look throws nothing: it has told its faults itself; resolves with the pause before the next, in ms, where it is another
   * @param pauseMs before the first look, in ms
   */
  start(look: () => Promise<number | void>, pauseMs: number = this.#everyMs): void {
    this.#timer = setTimeout(() => {
      let next: number | void = undefined;
      const looking = this.inTurn(async () => {
        next = await look();
      });
      void looking.finally(() => {
        if (!this.#isStopping) this.start(look, next ?? this.#everyMs);
      });
    }, pauseMs).unref();
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
