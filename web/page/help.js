// How queries are written, the keys, what marks mean, and what becomes of
// what is typed. Works without the program.
import { t } from "../lang/words.js";
import { origin } from "../parts/document-head.js";
import { el } from "../parts/dom.js";
import { keysOn, switchKeys } from "../parts/keys.js";

const FORMS = [
  ["贸易 投资", "words"],
  ['"贸易额"', "phrase"],
  ["+贸易 -投资", "must"],
  ["(物流 OR 运输) 里海", "either"],
  ["日期:2025-10..2025-12", "date"],
  ["峰会:日本", "summit"],
  ["国家:日本", "country"],
  ["人物:托卡耶夫", "person"],
  ["主题:物流", "topic"],
  ["托卡耶夫 Tokayev Токаев", "names"],
  ["Tokay Tokaiev", "half"],
  ["貿易", "fold"],
  ["500亿美元", "amount"],
  ["值:>100亿美元 值:20%..30%", "value"],
  ["类型:占比", "kind"],
  ["状态:目标", "status"],
  ["年:2024", "year"],
  ["说话:直接", "speech"],
];
const KEYS = [
  ["/", "search"],
  ["j k", "next"],
  ["o", "open"],
  ["f F", "figure"],
  ["← →", "arrows"],
  ["d", "download"],
  ["c", "compare"],
  ["t", "turn"],
  ["l", "link"],
  ["?", "help"],
  ["Esc", "back"],
];
const MARKS = ["text", "elsewhere", "reader"];

export class HelpView extends HTMLElement {
  /** @type {import("./stage.js").Context} */
  context;

  get heading() {
    return t("help.title");
  }

  connectedCallback() {
    if (this.firstChild) return;
    this.append(
      el("h1", { tabindex: "-1" }, t("help.title")),
      section("query", table("query", ["form", "meaning"], FORMS, (form) => el("code", { lang: "zh" }, form))),
      section("keys", table("keys", ["key", "action"], KEYS, keycaps), keySwitch()),
      section("marks", el("dl", {}, MARKS.flatMap((from) => [el("dt", {}, origin(from)), el("dd", {}, t(`help.marks.${from}`))]),
        el("dt", {}, el("span", { class: "ref" }, "¶7")), el("dd", {}, t("help.marks.ref")))),
      section("figures", ["marks", "doubt", "table"].map((about) => el("p", {}, t(`help.figures.${about}`)))),
      section("compare", ["verdicts", "marks", "derived", "draft"].map((about) => el("p", {}, t(`help.compare.${about}`)))),
      ...["import", "offline", "privacy"].map((name) => section(name, el("p", {}, t(`help.${name}.text`)))));
  }

  async show() {}
}

function section(name, ...content) {
  return el("section", { "aria-labelledby": `help-${name}` }, el("h2", { id: `help-${name}` }, t(`help.${name}`)), ...content);
}

function table(name, columns, rows, first) {
  return el("table", { "aria-labelledby": `help-${name}` },
    el("thead", {}, el("tr", {}, columns.map((column) => el("th", { scope: "col" }, t(`help.${name}.${column}`))))),
    el("tbody", {}, rows.map(([form, key]) =>
      el("tr", {}, el("th", { scope: "row" }, first(form)), el("td", {}, t(`help.${name}.${key}`))))));
}

function keycaps(keys) {
  return keys.split(" ").flatMap((key) => [el("kbd", {}, key), " "]);
}

function keySwitch() {
  const box = el("input", { type: "checkbox", checked: keysOn(), onchange: () => switchKeys(box.checked) });
  return el("label", { class: "switch" }, box, t("help.keys.on"));
}

customElements.define("fenghui-help", HelpView);
