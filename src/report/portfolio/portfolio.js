// Sorts and filters the table of deals. It knows no word of any language and reads nothing but the
// table: a cell's `data-key`, else its text, is what it is sorted and filtered by. Without it the
// page shows every deal in the order of the review.
'use strict';

(() => {
  const table = document.querySelector('.deals');
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const filters = document.querySelector('.filters');
  const search = filters.querySelector('input');
  const choices = [...filters.querySelectorAll('select')];
  const shown = document.querySelector('.shown');
  const letters = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const key_of = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.key ?? cell.textContent;
  };

  // What is not known stands last, whatever the direction; amounts of one currency stay together.
  const compare = (column, numeric, direction) => (a, b) => {
    const [one, other] = [key_of(a, column), key_of(b, column)];
    if (one === '' || other === '') return (one === '') - (other === '');
    const groups = [a, b].map((row) => Number(row.cells[column].dataset.group ?? 0));
    if (groups[0] !== groups[1]) return groups[0] - groups[1];
    return direction * (numeric ? one - other : letters.compare(one, other));
  };

  const heads = [...table.tHead.rows[0].cells];
  const sort = (head, column) => {
    const { sort: kind } = head.dataset;
    const first = kind === 'down' ? 'descending' : 'ascending';
    const second = kind === 'down' ? 'ascending' : 'descending';
    const order = head.getAttribute('aria-sort') === first ? second : first;
    heads.forEach((one) => one.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', order);
    rows.sort(compare(column, kind !== 'text', order === 'ascending' ? 1 : -1));
    body.append(...rows);
  };
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    button.addEventListener('click', () => sort(head, column));
    head.append(button);
  });

  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const filter = () => {
    const wanted = search.value.trim().toLowerCase();
    let count = 0;
    for (const [row, text] of texts) {
      const fits = text.includes(wanted) &&
        choices.every((one) => one.value === '' || key_of(row, Number(one.dataset.column)) === one.value);
      row.hidden = !fits;
      if (fits) count += 1;
    }
    shown.textContent = shown.dataset.says.replace('#', count);
  };
  search.addEventListener('input', filter);
  choices.forEach((one) => one.addEventListener('change', filter));
  filters.querySelector('button').addEventListener('click', () => {
    search.value = '';
    choices.forEach((one) => { one.value = ''; });
    filter();
    search.focus();
  });
  filters.hidden = false;
  filter();
})();
