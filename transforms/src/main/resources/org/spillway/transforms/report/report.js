'use strict';
// Missing values come last, whichever way a table is sorted.
const compare = (a, b, sign) => {
  const missing = (a === '–') - (b === '–');
  if (missing) return missing;
  const x = Number(a.replaceAll(',', ''));
  const y = Number(b.replaceAll(',', ''));
  return sign * (isNaN(x) || isNaN(y) ? a.localeCompare(b, 'en') : x - y);
};
const sort = (table, column) => {
  const headers = [...table.tHead.rows[0].cells];
  const descending = headers[column].getAttribute('aria-sort') === 'ascending';
  const body = table.tBodies[0];
  const rows = [...body.rows].sort((r, s) =>
    compare(r.cells[column].textContent, s.cells[column].textContent, descending ? -1 : 1));
  headers.forEach(header => header.removeAttribute('aria-sort'));
  headers[column].setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  body.append(...rows);
};
for (const table of document.querySelectorAll('table.sortable')) {
  [...table.tHead.rows[0].cells].forEach((header, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    button.addEventListener('click', () => sort(table, column));
    header.append(button);
  });
}
if (matchMedia('(max-width: 60rem)').matches) {
  document.querySelector('.contents details').open = false;
}
addEventListener('beforeprint', () => {
  document.querySelectorAll('details').forEach(details => { details.open = true; });
});
