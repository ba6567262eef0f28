// What an explorer takes over from the page around it: its theme, and custom
// properties that begin with --fenghui-. Nothing else gets in.

const PROPERTIES = ["paper", "sheet", "ink", "soft", "rule", "edge", "accent", "accent-ink", "tint", "sans", "serif", "mono"];

/**
 * Keeps the inner document's looks in step with the element's.
 * @param {HTMLElement} element @param {HTMLElement} root of the inner document
 */
export function themeOf(element, root) {
  const look = () => copy(element, root);
  const watch = new MutationObserver(look);
  for (const node of [document.documentElement, document.body, element]) {
    watch.observe(node, { attributes: true, attributeFilter: ["class", "style", "data-theme", "theme"] });
  }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", look);
  look();
  return {
    look,
    stop() {
      watch.disconnect();
      dark.removeEventListener("change", look);
    },
  };
}

function copy(element, root) {
  const theme = element.getAttribute("theme");
  if (["light", "dark"].includes(theme)) root.dataset.theme = theme;
  else delete root.dataset.theme;
  const there = getComputedStyle(element);
  for (const name of PROPERTIES) set(root, `--${name}`, there.getPropertyValue(`--fenghui-${name}`));
  set(root, "font-size", there.getPropertyValue("--fenghui-size"));
}

function set(root, name, value) {
  if (value.trim()) root.style.setProperty(name, value);
  else root.style.removeProperty(name);
}
