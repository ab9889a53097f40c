// Draws how the medians grow: plot.mjs RESULT… > growth.svg, each RESULT a raw output of measure.mjs, of another size.
import { readFileSync } from 'node:fs';

const lines = process.argv.slice(2).flatMap(file => readFileSync(file, 'utf8').split('\n'))
  .filter(line => line.startsWith('{')).map(line => JSON.parse(line)).filter(line => line.weft);
const sizes = [...new Set(lines.map(line => line.records))].sort((a, b) => a - b);
const titles = [...new Set(lines.map(line => `${line.question}${line.total ? ', total' : ''}`))];
const [width, height, left, top, right] = [760, 460, 60, 20, 230];
const most = Math.max(...lines.flatMap(line => [line.weft.p50, line.sql.p50, line.postgraphile?.p50 ?? 0]), 10);
const scale = value => Math.log10(Math.max(value, 0.5));
const x = records => left + (sizes.length < 2 ? 0.5 : (Math.log10(records) - Math.log10(sizes[0])) / (Math.log10(sizes.at(-1)) - Math.log10(sizes[0]))) * (width - left - right);
const y = ms => height - 40 - (scale(ms) - scale(0.5)) / (scale(most) - scale(0.5)) * (height - 40 - top);
const out = [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="white"/>`];
for (const ms of [1, 10, 100, 1000, 10000].filter(each => each <= most)) out.push(`<line x1="${left}" x2="${width - right}" y1="${y(ms)}" y2="${y(ms)}" stroke="#ddd"/><text x="${left - 6}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text>`);
for (const size of sizes) out.push(`<text x="${x(size)}" y="${height - 20}" text-anchor="middle">${size.toLocaleString('en')} records</text>`);
titles.forEach((title, i) => {
  const colour = `hsl(${i * 360 / titles.length}, 70%, 40%)`;
  for (const [name, dash] of [['weft', ''], ['sql', ' stroke-dasharray="4 3"'], ['postgraphile', ' stroke-dasharray="1 3" stroke-width="2"']]) {
    const points = sizes.map(size => lines.find(line => line.records === size && `${line.question}${line.total ? ', total' : ''}` === title)).filter(line => line?.[name]);
    out.push(`<polyline fill="none" stroke="${colour}"${dash} points="${points.map(line => `${x(line.records)},${y(line[name].p50)}`).join(' ')}"/>`);
    points.forEach(line => out.push(`<circle cx="${x(line.records)}" cy="${y(line[name].p50)}" r="2.5" fill="${colour}"/>`));
  }
  out.push(`<text x="${width - right + 16}" y="${top + 14 + i * 16}" fill="${colour}">${title}</text>`);
});
out.push(`<text x="${width - right + 16}" y="${height - 40}">median; dashed: one SQL statement; dotted: PostGraphile</text></svg>`);
console.log(out.join('\n'));
