// A field that reports what is typed in it once it is complete: while a
// composition of an input method is open nothing is reported, and the Enter that
// picks a candidate submits nothing.

const PAUSE = 150; // ms without typing before what was typed is reported

/**
 * Whether a key belongs to the input method. Safari ends a composition before
 * the key that ended it; 229 still gives it away.
 * @param {KeyboardEvent} event
 */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

export class Typing {
  #composing = false;
  #candidate = false;
  #timer = 0;
  #tell;

  /** @param {HTMLInputElement} input @param {() => void} tell */
  constructor(input, tell) {
    this.#tell = tell;
    input.addEventListener("input", () => this.#changed());
    input.addEventListener("keydown", (event) => this.#pressed(event));
    input.addEventListener("compositionstart", () => (this.#composing = true));
    input.addEventListener("compositionend", () => this.#composed());
  }

  /** A composition is open. */
  get composing() {
    return this.#composing;
  }

  /** What is pressed now belongs to the input method. */
  get busy() {
    return this.#composing || this.#candidate;
  }

  /** Drops what has not been reported yet. */
  stop() {
    clearTimeout(this.#timer);
  }

  #composed() {
    this.#composing = false;
    this.#changed(); // browsers differ on whether an input event follows
  }

  #changed() {
    clearTimeout(this.#timer);
    if (this.#composing) return;
    this.#timer = setTimeout(() => !this.#composing && this.#tell(), PAUSE);
  }

  #pressed(event) {
    this.#candidate = isComposing(event);
    if (this.#candidate) setTimeout(() => (this.#candidate = false));
  }
}
