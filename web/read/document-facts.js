// What is known of a document, as a list of terms.
import { format } from "../address/route.js";
import { date, currentLanguage, t } from "../lang/words.js";
import { dateOf, origin } from "../parts/document-head.js";
import { el, outward } from "../parts/dom.js";

/** @param {import("../engine/protocol.js").DocumentAnswer} doc */
export function facts(doc) {
  const { head } = doc;
  const rows = [
    ["read.event", head.event && [head.event, " ", origin(head.eventFrom)]],
    ["read.date", [dateOf(head), doc.dateNote && el("p", { class: "note" }, doc.dateNote)]],
    ["read.place", [head.city, head.country].filter(Boolean).join("，")],
    ["read.organisation", head.organisation],
    ["read.format", doc.format],
    ["read.host", doc.host],
    ["read.speaker", head.speaker],
    ["read.participants", participants(doc.participants)],
    ["read.source", source(doc.source ?? {})],
    ["read.topics", topics(doc.topics)],
    ["read.file", head.name],
  ];
  return el("aside", { class: "facts", "aria-labelledby": "facts" },
    el("h2", { id: "facts" }, t("read.facts"), el("span", { class: "kind" }, t(`kind.${head.kind}`))),
    el("dl", {}, rows.filter(([, value]) => value?.length).flatMap(([key, value]) =>
      [el("dt", {}, t(key)), el("dd", { lang: key !== "read.date" && "zh" }, value)])));
}

function participants(list) {
  if (!list?.length) return null;
  return [el("ul", { class: "participants" }, list.map(({ name, office }) =>
    el("li", {}, name, office && el("span", { class: "office" }, office))))];
}

function source({ name, link, date: published }) {
  if (!name && !link) return null;
  const label = outward(link, name || link);
  return published ? [label, el("span", { class: "published", lang: currentLanguage() }, date(published))] : [label];
}

function topics(list) {
  if (!list?.length) return null;
  return [el("ul", { class: "topics" }, list.map((topic) =>
    el("li", {}, el("a", { href: format({ view: "search", q: topic }) }, topic))))];
}
