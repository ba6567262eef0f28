// Notes what the explorers of the page tell.
const told = document.querySelector("#told");
for (const name of ["fenghui-ready", "fenghui-state", "fenghui-select"]) {
  document.addEventListener(name, ({ target, detail }) => {
    const line = document.createElement("li");
    line.textContent = `${target.id}: ${name} ${JSON.stringify(detail).slice(0, 200)}`;
    told.append(line);
  });
}
