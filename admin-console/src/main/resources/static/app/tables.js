// table[data-list]: its columns sort by a click on their heading, and what is shown can be taken away as CSV.
(() => {
  const NUMBER = /^[+-]?¥?[\d,]+(\.\d+)?$/;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const text = (cell) => cell.innerText.replace(/\s+/g, " ").trim();
  const value = (cell) => Number.parseFloat(text(cell).replace(/[¥,+]/g, ""));
  const rows = (table) => [...table.tBodies[0].rows].filter((row) => !row.classList.contains("load-more"));

  const isColumn = (heading) => text(heading) !== "" && !heading.querySelector(".visually-hidden");

  const compare = (column, numbers) => (a, b) =>
    numbers
      ? value(a.cells[column]) - value(b.cells[column])
      : collator.compare(text(a.cells[column]), text(b.cells[column]));

  const sort = (table, heading) => {
    const column = heading.cellIndex;
    const numbers = heading.classList.contains("amount");
    const down = heading.getAttribute("aria-sort") === "ascending";
    const sorted = rows(table).sort(compare(column, numbers));
    const last = table.tBodies[0].querySelector(".load-more");
    (down ? sorted.reverse() : sorted).forEach((row) => table.tBodies[0].insertBefore(row, last));
    table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  };

  // A spreadsheet would run what begins like a formula; an apostrophe makes it text.
  const csvCell = (words) => {
    const safe = /^[=+@-]/.test(words) && !NUMBER.test(words) ? "'" + words : words;
    return '"' + safe.replaceAll('"', '""') + '"';
  };
  const csvLine = (cells, wanted) => wanted.map((i) => csvCell(text(cells[i]))).join(",");

  const save = (table) => {
    const head = table.tHead.rows[0].cells;
    const wanted = [...head].map((_, i) => i).filter((i) => isColumn(head[i]));
    const lines = [csvLine(head, wanted), ...rows(table).map((row) => csvLine(row.cells, wanted))];
    const link = document.createElement("a");
    // The mark at the start tells spreadsheets that the file is UTF-8.
    link.href = URL.createObjectURL(new Blob(["\uFEFF" + lines.join("\r\n")], { type: "text/csv" }));
    link.download = table.dataset.list + ".csv";
    link.click();
    URL.revokeObjectURL(link.href);
  };

  const prepare = (table) => {
    [...table.tHead.rows[0].cells].filter(isColumn).forEach((heading) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading));
      heading.append(button);
    });
    const out = document.createElement("button");
    out.type = "button";
    out.className = "btn btn-sm export";
    out.dataset.test = "export";
    out.textContent = document.body.dataset.exportWord;
    out.addEventListener("click", () => save(table));
    table.after(out);
  };

  document.querySelectorAll("table[data-list]").forEach(prepare);
})();
