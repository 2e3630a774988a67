"use strict";
// Highlights, filters and sorting; the page says the same without it.
(() => {
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const belongs = (element) =>
    element.dataset.m.split(" ").filter(Boolean).map((each) => ({ id: parseInt(each, 10), role: each.replace(/\d+/, "") }));
  const ROLES = { so: "source", cu: "cue" };

  for (const part of document.querySelectorAll(".annotated")) annotate(part);
  for (const table of document.querySelectorAll("table.sortable")) sortable(table);
  contents(document.querySelector("nav.contents"));

  function annotate(article) {
    const data = JSON.parse(article.querySelector("script.data").textContent);
    const hues = new Map(data.positions.map((each) => [each.id, each.hue]));
    const marks = [...article.querySelectorAll("[data-m]")].map((element) => ({ element, over: belongs(element) }));
    const owned = [...article.querySelectorAll("[data-p]")];
    light(article, marks, owned);
    filters(article, data, (shown) => {
      for (const each of owned) each.toggleAttribute("hidden", !shown.has(Number(each.dataset.p)));
      for (const { element, over } of marks) paint(element, over.filter((each) => shown.has(each.id)), hues);
      for (const group of article.querySelectorAll(".group")) {
        group.hidden = !group.querySelector(".card:not([hidden])");
      }
      article.querySelector(".count").textContent =
        shown.size === data.positions.length ? "" : `${shown.size} of ${data.positions.length} positions`;
    });
  }

  // The same rule as _classes in brief.py: ground of the innermost content, line of the innermost source or cue.
  function paint(element, over, hues) {
    const contents = over.filter((each) => each.role === "co");
    const naming = over.find((each) => each.role !== "co");
    const classes = contents.length ? [`g${hues.get(contents[0].id)}`] : [];
    if (naming) classes.push(ROLES[naming.role], `l${hues.get(naming.id)}`);
    else if (contents.length > 1) classes.push("nested", `l${hues.get(contents[1].id)}`);
    element.className = classes.join(" ");
  }

  function light(article, marks, owned) {
    let lit = null;
    const set = (id) => {
      if (id === lit) return;
      lit = id;
      for (const each of owned) each.classList.toggle("lit", id !== null && Number(each.dataset.p) === id);
      for (const { element, over } of marks) element.classList.toggle("lit", id !== null && over.some((each) => each.id === id));
    };
    const found = (event) => {
      const target = event.target instanceof Element ? event.target.closest("[data-p], [data-m]") : null;
      if (!target || !article.contains(target)) return null;
      return target.dataset.p !== undefined ? Number(target.dataset.p) : (belongs(target)[0]?.id ?? null);
    };
    for (const kind of ["mouseover", "focusin"]) article.addEventListener(kind, (event) => set(found(event)));
    for (const kind of ["mouseleave", "focusout"]) article.addEventListener(kind, () => set(null));
  }

  function filters(article, data, apply) {
    const place = article.querySelector(".filters");
    if (!place || data.positions.length < 2) return;
    const choice = (legend, options) => {
      const fieldset = make("fieldset", {}, make("legend", { textContent: legend }));
      const boxes = options.map(([value, text]) => {
        const box = make("input", { type: "checkbox", value });
        box.addEventListener("change", update);
        fieldset.append(make("label", {}, box, text));
        return box;
      });
      place.append(fieldset);
      return () => boxes.filter((box) => box.checked).map((box) => box.value);
    };
    const parties = choice("Party", data.parties.map((each) => [String(each.number), `${each.letter} ${each.name}`]));
    const stances = choice("Stance", data.stances.map((each) => [each.stance, `${each.sign} ${each.stance}`]));
    const keys = choice("Show", [["key", "key positions only"]]);
    place.hidden = false;
    function update() {
      const held = new Set(parties().map(Number));
      const taken = new Set(stances());
      const key = keys().length > 0;
      apply(new Set(data.positions.filter((each) =>
        (!held.size || each.parties.some((party) => held.has(party))) &&
        (!taken.size || taken.has(each.stance)) && (!key || each.key)).map((each) => each.id)));
    }
  }

  function sortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = make("button", { type: "button" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const key = (row) => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();
        const rows = [...table.tBodies[0].rows];
        rows.sort((one, other) => key(one).localeCompare(key(other), "en", { numeric: true }) * (down ? -1 : 1));
        table.tBodies[0].append(...rows);
      });
    });
  }

  function contents(nav) {
    if (!nav) return;
    const list = make("ul", {});
    for (const article of document.querySelectorAll("article.brief")) {
      list.append(make("li", {}, make("a", { href: `#${article.id}`, textContent: article.querySelector("h2").textContent })));
    }
    nav.append(list);
    nav.hidden = false;
  }
})();
