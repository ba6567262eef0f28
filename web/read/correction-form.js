// What a reader says of a figure: that it is misread, or what is right. Emits
// "fenghui-correct" {correction}; null takes back what was said.
import { t } from "../lang/words.js";
import { el, emit, fill } from "../parts/dom.js";

const STATUSES = ["actual", "target", "plan", "forecast", "proposal"];

const PERIOD = "\\d{4}(-\\d{2}){0,2}(/\\d{4}(-\\d{2}){0,2})?"; // 2024, 2024-05, 2024-05-01, or from one to another

/** @param {import("../engine/protocol.js").FigureRow} figure @returns {HTMLElement} */
export function correctionForm(figure) {
  const said = figure.correction;
  const read = figure.asRead ?? figure;
  const misread = el("input", { type: "checkbox", checked: said?.misread });
  const field = (value, placeholder, more) => el("input", { value: value ?? "", placeholder, autocomplete: "off", ...more });
  const fields = {
    amount: field(said?.amount, read.quote, { lang: "zh" }),
    indicator: field(said?.indicator, read.indicator ?? "", { lang: "zh" }),
    period: field(said?.period, read.period ?? "2024", { pattern: PERIOD }),
    status: statusChoice(said?.status),
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

function statusChoice(chosen) {
  const option = (status) => el("option", { value: status, selected: status === chosen }, t(`figure.status.${status}`));
  return el("select", {}, el("option", { value: "" }, t("correct.asRead")), STATUSES.map(option));
}
