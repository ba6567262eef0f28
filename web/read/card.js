// The card of a figure: what was read, how, and where to go from here. It
// stands by its figure, in the order of the Tab key too, and never leaves the
// screen; on a phone it rests at the foot of it.
import { appears } from "../compare/words.js";
import { fill } from "../parts/dom.js";
import { body, head, waiting } from "./card-parts.js";

const GAP = 6; // px between figure and card, and to the edge of the screen
const LEAST = 160; // px of height, even where there is less room
const SHEET = matchMedia("(max-width: 35.99rem)"); // where it rests at the foot of the screen

export class FigureCard extends HTMLElement {
  #mark = null;

  /**
   * @param {HTMLElement} mark the figure in the text
   * @param {import("../engine/protocol.js").FigureCard|null} answer null: on its way
   * @param {() => void} leave
   */
  show(mark, answer, leave) {
    this.#mark = mark;
    this.id = "figure-card";
    this.popover = "manual"; // above everything else, in browsers that have popovers
    this.setAttribute("role", "dialog");
    this.setAttribute("aria-labelledby", "figure-quote");
    fill(this, head(answer?.figure.quote ?? mark.textContent, leave), answer ? body(answer) : waiting());
    const block = mark.closest("h1, h2, p");
    if (block.nextElementSibling !== this) block.after(this);
    if (this.showPopover && !this.matches(":popover-open")) this.showPopover();
    this.place();
    const hidden = mark.getBoundingClientRect().bottom + GAP - this.getBoundingClientRect().top;
    if (SHEET.matches && hidden > 0) scrollBy(0, hidden);
  }

  /** Adds what the figure appears in, which may be known later than the rest. @param {import("../engine/protocol.js").ComparisonHead[]} comparisons */
  add(comparisons) {
    const found = appears(comparisons);
    if (found) this.append(found);
    this.place();
  }

  /** A phone's keys may cover the figure while its reader sets it right. */
  get typing() {
    return this.contains(document.activeElement) && document.activeElement.matches("input, select");
  }

  close() {
    this.#mark = null;
    this.remove();
  }

  /** Beneath the figure, or above it where there is more room. @returns {boolean} whether the figure is in sight */
  place() {
    if (!this.#mark) return true; // on its way
    const rects = [...this.#mark.getClientRects()];
    if (rects.length === 0 || rects[0].top > innerHeight || rects.at(-1).bottom < 0) return false;
    const [first, last] = [rects[0], rects.at(-1)];
    const below = innerHeight - last.bottom - 2 * GAP;
    const above = first.top - 2 * GAP;
    const under = this.scrollHeight <= below || below >= above;
    this.style.setProperty("--room", `${Math.max(under ? below : above, LEAST)}px`);
    const { width, height } = this.getBoundingClientRect();
    const x = Math.min((under ? last : first).left, document.documentElement.clientWidth - width - GAP);
    const y = Math.min(under ? last.bottom + GAP : first.top - GAP - height, innerHeight - height - GAP);
    this.style.setProperty("--x", `${Math.max(x, GAP)}px`);
    this.style.setProperty("--y", `${Math.max(y, GAP)}px`);
    return true;
  }
}

customElements.define("fenghui-figure-card", FigureCard);
