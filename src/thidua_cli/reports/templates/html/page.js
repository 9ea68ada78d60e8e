"use strict";
// Sorting, filtering and opening. Without this script the page is complete; nothing is added to its words but controls.
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const status = document.getElementById("thong-bao");
  const say = (text) => { status.textContent = text; };
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");

  // --- sorting: heads become buttons; an empty key always goes last
  const collator = new Intl.Collator("vi", { numeric: true });
  const keyOf = (cell) => {
    const key = cell.dataset.k === undefined ? cell.textContent.trim() : cell.dataset.k;
    return key !== "" && !isNaN(key) ? Number(key) : key;
  };
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b)));
  const sort = (table, head, index) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (row) => [keyOf(row.cells[index]), row]);
    rows.sort(([a], [b]) => {
      if (a === "" || b === "") return (a === "") - (b === "");
      return down ? compare(b, a) : compare(a, b);
    });
    body.append(...rows.map(([, row]) => row));
    all("th[aria-sort]", table).forEach((other) => other.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    say("Đã sắp xếp theo " + head.textContent + (down ? ", giảm dần." : ", tăng dần."));
  };
  all("table.sortable").forEach((table) => {
    Array.from(table.tHead.rows[0].cells).forEach((head, index) => {
      if (head.dataset.sort === undefined) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => sort(table, head, index));
    });
  });

  // --- filters: each form hides what does not fit and says how much is left
  const filter = (id, items, fits, after) => {
    const form = document.getElementById(id);
    if (!form) return null;
    const apply = () => {
      const wanted = Object.fromEntries(new FormData(form));
      wanted.text = fold(wanted.text || "").trim();
      let shown = 0;
      items.forEach((item) => {
        const fit = fits(item, wanted);
        item.element.hidden = !fit;
        shown += fit;
      });
      if (after) after(items);
      form.querySelector(".count").textContent = shown || !items.length ? "Hiện " + shown + "/" + items.length
        : "Không có mục nào khớp với bộ lọc; chọn “Bỏ lọc” để xem lại tất cả.";
    };
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    return form;
  };
  // Only when a word is typed: folding the text of thousands of rows would make every opening wait.
  const has = (item, text) => {
    if (!text) return true;
    if (item.text === undefined) item.text = fold((item.name || item.element).textContent);
    return item.text.includes(text);
  };

  const units = all("details.unit").map((element) => ({
    element,
    key: element.dataset.u,
    group: element.dataset.g,
    states: element.dataset.s.split(" "),
    missed: element.dataset.m.split(" "),
    name: element.querySelector("h4"),
  }));
  const unitRows = all("tr[data-u]");
  const unitGroups = all(".group:has([data-u])");
  const unitForm = filter("loc-don-vi", units, (unit, wanted) =>
    has(unit, wanted.text) && (!wanted.group || unit.group === wanted.group)
      && (!wanted.state || unit.states.includes(wanted.state)) && (!wanted.missed || unit.missed.includes(wanted.missed)),
  () => {
    const hidden = new Set(units.filter((unit) => unit.element.hidden).map((unit) => unit.key));
    unitRows.forEach((row) => { row.hidden = hidden.has(row.dataset.u); });
    // A group of which nothing is left takes its empty table along.
    unitGroups.forEach((group) => { group.hidden = !group.querySelector("[data-u]:not([hidden])"); });
  });

  const rowsOf = (id) => all("#" + id + " > tbody > tr").map((element) => ({ element, data: element.dataset }));
  filter("loc-ca-nhan", rowsOf("bang-ca-nhan"), (row, wanted) =>
    has(row, wanted.text) && (!wanted.state || row.data.s === wanted.state));
  filter("loc-luu-y", rowsOf("bang-luu-y"), (row, wanted) =>
    has(row, wanted.text) && (!wanted.severity || row.data.s === wanted.severity)
      && (!wanted.kind || row.data.c === wanted.kind) && (!wanted.unit || row.data.f.split(" ").includes(wanted.unit)));

  filter("loc-tong-hop", all("tr[data-g]").map((element) => ({ element, data: element.dataset })), (row, wanted) =>
    has(row, wanted.text) && (!wanted.group || row.data.g === wanted.group)
      && (!wanted.state || row.data.s.split(" ").includes(wanted.state)));

  // --- narrow screens: each row becomes a card whose cells carry the words of their heads
  const narrow = matchMedia("(max-width: 40rem)");
  const label = () => {
    if (!narrow.matches || document.documentElement.classList.contains("cards")) return;
    document.documentElement.classList.add("cards");
    all("main table").forEach((table) => {
      const heads = Array.from(table.tHead.rows[0].cells, (head) => head.textContent.trim());
      all("tbody > tr", table).forEach((row) => {
        const cells = Array.from(row.cells);
        // Counted from the right: a head that spans rows is missing from all but the first of them.
        let place = heads.length - cells.reduce((sum, cell) => sum + cell.colSpan, 0);
        cells.forEach((cell) => {
          if (cell.tagName === "TD" && cell.colSpan === 1) cell.dataset.l = heads[place];
          place += cell.colSpan;
        });
      });
    });
  };
  narrow.addEventListener("change", label);
  label();

  // --- opening: a link into a closed or filtered part opens it and takes the keyboard along
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const unit = target.closest("details.unit");
    if (unit && unit.hidden && unitForm) {
      unitForm.reset();
    }
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    setTimeout(() => {
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "start" });
    });
  };
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    // The same link a second time changes no address, but the part may have been closed since.
    if (link && link.getAttribute("href") === location.hash) reveal();
  });
  reveal();

  const buttons = document.getElementById("mo-dong");
  if (buttons) {
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => {
      if (event.target.dataset.open === undefined) return;
      units.forEach((unit) => { if (!unit.element.hidden) unit.element.open = Boolean(event.target.dataset.open); });
      say(event.target.dataset.open ? "Đã mở tất cả đơn vị." : "Đã thu gọn tất cả đơn vị.");
    });
  }

  // --- printing: paper has no triangles to click on
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    closed.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => {
    closed.forEach((part) => { part.open = false; });
    closed = [];
  });
})();
