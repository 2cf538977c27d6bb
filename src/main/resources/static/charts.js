'use strict';

// Draws the table that a canvas names: a group of bars for each row, a colour for each column.
const drawn = new Map();

const draw = (canvas) => {
  const table = document.getElementById(canvas.dataset.chart);
  const rows = [...table.tBodies[0].rows];
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(name).trim();
  const columns = [...table.tHead.rows[0].cells].slice(1);
  const axis = { ticks: { color: color('--ink-soft') }, border: { color: color('--line-strong') } };
  drawn.set(canvas, new Chart(canvas, {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.cells[0].textContent),
      datasets: columns.map((column, place) => ({
        label: column.textContent,
        data: rows.map((row) => Number(row.cells[place + 1].textContent)),
        backgroundColor: color(column.dataset.color),
        borderRadius: 2,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { legend: { display: false } },
      scales: {
        x: { ...axis, grid: { display: false } },
        y: { ...axis, grid: { color: color('--line') }, beginAtZero: true, suggestedMax: 1, ticks: { ...axis.ticks, precision: 0 } },
      },
    },
  }));
};

// What a newer page has replaced goes, with all that it holds.
const redraw = () => {
  drawn.forEach((chart) => chart.destroy());
  drawn.clear();
  document.querySelectorAll('canvas[data-chart]').forEach(draw);
};

redraw();
document.addEventListener('htmx:afterSettle', redraw);
window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
