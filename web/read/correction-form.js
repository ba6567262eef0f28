// What a reader says of a figure: that it is misread, or what is right. Emits
// "fenghui-correct" {correction}; null takes back what was said.
import { t } from "../lang/words.js";
import { el, emit, fill } from "../parts/dom.js";

const STATUSES = ["actual", "target", "plan", "forecast", "proposal"];

/** @param {import("../engine/protocol.js").FigureRow} figure @returns {HTMLElement} */
export function correctionForm(figure) {
  const said = figure.correction;
  const read = figure.asRead ?? figure;
  const misread = el("input", { type: "checkbox", checked: said?.misread });
  const fields = {
    amount: el("input", { value: said?.amount ?? "", placeholder: read.quote, lang: "zh", autocomplete: "off" }),
    indicator: el("input", { value: said?.indicator ?? "", placeholder: read.indicator ?? "", lang: "zh", autocomplete: "off" }),
    period: el("input", { value: said?.period ?? "", placeholder: read.period ?? "2024", pattern: "\\d{4}(-\\d{2}){0,2}(/\\d{4}(-\\d{2}){0,2})?", autocomplete: "off" }),
    status: el("select", {}, el("option", { value: "" }, t("correct.asRead")), STATUSES.map((status) => el("option", { value: status, selected: said?.status === status }, t(`figure.status.${status}`)))),
  };
  const problem = el("p", { role: "alert", class: "card-doubt" });
  const labelled = Object.entries(fields).map(([name, input]) => el("label", {}, el("span", {}, t(`correct.${name}`)), input));
  const dim = () => Object.values(fields).forEach((input) => (input.disabled = misread.checked));
  misread.addEventListener("change", dim);
  dim();
  const send = (correction) => emit(form, "fenghui-correct", { correction, failed: () => fill(problem, t("correct.failed")) });
  const submitted = (event) => {
    event.preventDefault();
    const values = Object.entries(fields).map(([name, input]) => [name, input.value.trim()]).filter(([, value]) => value);
    if (misread.checked) send({ misread: true });
    else if (values.length > 0) send(Object.fromEntries(values));
    else fill(problem, t("correct.empty"));
  };
  const form = el("form", { onsubmit: submitted },
    el("p", { class: "note" }, t("correct.note")),
    el("label", { class: "correct-misread" }, misread, " ", t("correct.misread")),
    labelled, problem,
    el("div", { class: "buttons" },
      said && el("button", { type: "button", class: "quiet", onclick: () => send(null) }, t("correct.takeBack")),
      el("button", { class: "strong" }, t("correct.save"))));
  return el("details", { class: "correct" }, el("summary", {}, t(said ? "correct.change" : "correct.open")), form);
}
