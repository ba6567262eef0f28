// What a reader has chosen, in the form in which the page around is told.

/** What a route has chosen, if it has. @param {import("../address/route.js").Route} route */
export function selection({ view, id, of, p, f }) {
  if (view === "read" && p > 0) return { document: id, passage: p, figure: f > 0 ? f : 0 };
  return view === "comparison" ? { comparison: { kind: of, key: id } } : null;
}
