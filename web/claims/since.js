// Since last time: what moved between two summits of one format. Every sentence
// links to what it rests on; what cannot be compared says so.
import { Op } from "../engine/protocol.js";
import { date, t } from "../lang/words.js";
import { el, fill } from "../parts/dom.js";
import { parts } from "./since-parts.js";
import { ClaimsView } from "./view.js";

export class SinceView extends ClaimsView {
  #choice = el("form", { class: "choice", onsubmit: (event) => event.preventDefault() });

  get heading() {
    return t("since.title");
  }

  connectedCallback() {
    if (this.firstChild) return;
    this.body.className = "since";
    this.append(
      el("div", { class: "view-head" }, el("h1", { tabindex: "-1" }, t("since.title")), el("a", { class: "to-draft", href: "#/partner" }, t("partner.to"))),
      el("p", { class: "lead" }, t("since.lead")), this.#choice, this.bar, this.body);
  }

  /** @param {import("../address/route.js").Route} route */
  show(route) {
    return this.ask(Op.since, { format: route.id, from: route.from, to: route.to }, (answer) => {
      this.#choose(answer);
      fill(this.body, parts(answer));
    });
  }

  // The format and two of its summits; the focus stays on the list that was changed.
  #choose({ formats, format: chosen, from, to }) {
    const held = document.activeElement?.id;
    const current = formats.find(({ key }) => key === chosen);
    const go = (change) => this.context.router.go({ view: "since", id: chosen, from, to, ...change });
    const kinds = formats.map(({ key, label, kind }) => [key, kind ? `${label} · ${kind}` : label]);
    const editions = (current?.editions ?? []).map(({ date: day, city }) => [day, [date(day), city].filter(Boolean).join(" · ")]);
    const before = (day) => editions.findLast(([earlier]) => earlier < day)[0];
    fill(this.#choice, current && [
      list("since-format", "since.format", kinds, chosen, (id) => go({ id, from: "", to: "" })),
      list("since-from", "since.from", editions.filter(([day]) => day < to), from, (day) => go({ from: day })),
      list("since-to", "since.to.label", editions.filter(([day]) => day > editions[0][0]), to, (day) => go({ to: day, from: day > from ? from : before(day) })),
    ]);
    if (held) this.querySelector(`#${held}`)?.focus();
  }
}

function list(id, word, values, value, changed) {
  const options = values.map(([key, label]) => el("option", { value: key, selected: key === value }, label));
  return el("label", {},
    el("span", {}, t(word)),
    el("select", { id, onchange: ({ target }) => changed(target.value) }, options));
}

customElements.define("fenghui-since", SinceView);
