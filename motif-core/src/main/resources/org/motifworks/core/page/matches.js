// Sorting and filtering. Without a script the table is complete, in the order of the queries.
(() => {
  const table = document.querySelector(".found table");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  if (rows.length === 0) return;
  const heads = [...table.tHead.rows[0].cells];
  const names = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  const key = (row, column) => row.cells[column].dataset.v ?? row.cells[column].textContent;

  function sort(column) {
    const head = heads[column];
    const down = head.getAttribute("aria-sort") === "ascending";
    heads.forEach((each) => each.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const compare =
      head.dataset.sort === "number"
        ? (a, b) => key(a, column) - key(b, column)
        : (a, b) => names.compare(key(a, column), key(b, column));
    // of equals the order of the queries stays, whichever way
    const sorted = [...rows].sort((a, b) => (down ? compare(b, a) : compare(a, b)));
    body.append(...sorted);
  }

  heads.forEach((head, column) => {
    if (!head.dataset.sort) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(column));
    head.append(button);
  });

  const words = rows.map((row) => row.textContent.toLowerCase());
  const input = document.getElementById("filter");
  const shown = document.getElementById("shown");

  function filter() {
    const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, i) => {
      const fits = wanted.every((word) => words[i].includes(word));
      row.hidden = !fits;
      if (fits) count++;
    });
    shown.textContent = count === rows.length ? `${count} rows` : `${count} of ${rows.length} rows`;
  }

  input.addEventListener("input", filter);
  document.querySelector(".tools").hidden = false;
  filter();
})();
