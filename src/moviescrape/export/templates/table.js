// Sorts and searches the table of all movies. Without this script the table is complete, best rated first.
"use strict";

const table = document.getElementById("all");
const body = table.tBodies[0];
const rows = Array.from(body.rows);
const texts = new Map(rows.map((row) => [row, fold(row.textContent)]));

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function valueOf(row, column, isNumber) {
  const text = row.cells[column].textContent.trim();
  return isNumber && text !== "" ? Number(text) : text;
}

function compare(a, b, sign) {
  if (a === "" || b === "") return (a === "") - (b === ""); // missing values last, whatever the order
  return sign * (typeof a === "number" ? a - b : a.localeCompare(b));
}

function sortBy(heading, isNumber) {
  const column = heading.cellIndex;
  const first = isNumber ? "descending" : "ascending";
  const order = heading.ariaSort === first ? (isNumber ? "ascending" : "descending") : first;
  const sign = order === "ascending" ? 1 : -1;
  const values = new Map(rows.map((row) => [row, valueOf(row, column, isNumber)]));
  rows.sort((a, b) => compare(values.get(a), values.get(b), sign));
  body.append(...rows);
  for (const other of heading.parentElement.cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", order);
}

function addSorting(heading) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = heading.textContent;
  heading.replaceChildren(button);
  button.addEventListener("click", () => sortBy(heading, heading.classList.contains("number")));
}

function addSearch() {
  const search = document.createElement("div");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const count = document.createElement("span");
  search.className = "search";
  search.setAttribute("role", "search");
  label.textContent = "Search ";
  input.type = "search";
  input.placeholder = "title, year or actor";
  count.className = "count";
  count.setAttribute("role", "status");
  label.append(input);
  search.append(label, count);
  table.parentElement.before(search);
  input.addEventListener("input", () => show(input.value, count));
}

function show(wanted, count) {
  const words = fold(wanted).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    row.hidden = !words.every((word) => texts.get(row).includes(word));
    shown += row.hidden ? 0 : 1;
  }
  count.textContent = words.length ? `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")}` : "";
}

addSearch();
for (const heading of table.tHead.rows[0].cells) addSorting(heading);
