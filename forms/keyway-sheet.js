// What a reviewer looks at: pre-checks, fields with differences, earlier rounds, papers with zoom and rotation.
import { call, el } from './keyway-api.js';

/** The sheet of an order, with our style on the page. */
export async function loadSheet(orderNo) {
  if (!document.querySelector('link[href="/forms/keyway-form.css"]')) document.head.append(el('link', { rel: 'stylesheet', href: '/forms/keyway-form.css' }));
  return call('GET', `/api/orders/${orderNo}/review-sheet`);
}

export function head({ orderNo, lineName, city, round, sections, attachments }) {
  const changed = [...sections.flatMap(({ fields }) => fields.filter(isChanged)).map(({ label }) => label), ...attachments.filter(({ fresh }) => fresh).map(({ typeName }) => `新传的${typeName}`)];
  const summary = round > 1 ? el('p', { class: 'kw-changes', textContent: changed.length ? `与上一次提交相比，改了 ${changed.length} 处：${changed.join('、')}` : '与上一次提交相比，没有任何改动' }) : null;
  return [el('h4', { textContent: `${lineName} · ${city} · 第 ${round} 次提交` }), el('p', {}, `办件编号 ${orderNo}`), summary].filter(Boolean);
}

/** Warnings stand open; what is in order is folded. */
export function precheck(findings) {
  if (!findings.length) return [];
  const row = ({ ok, text }) => el('li', { class: ok ? 'kw-ok' : 'kw-warn', textContent: `${ok ? '✓' : '!'} ${text}` });
  const list = (rows) => el('ul', { class: 'kw-precheck' }, ...rows.map(row));
  const good = findings.filter(({ ok }) => ok);
  const bad = findings.filter(({ ok }) => !ok);
  const title = el('h5', { textContent: bad.length ? `自动预审：${bad.length} 项请留意` : '自动预审：全部正常' });
  const folded = good.length ? el('details', {}, el('summary', { textContent: `${good.length} 项正常` }), list(good)) : null;
  return [title, bad.length ? list(bad) : null, folded].filter(Boolean);
}

function isChanged({ value, previous }) {
  return previous !== null && previous !== undefined && previous !== value;
}

/** Tables of fields; `tick(name, label)` adds a cell to send an item back. */
export function fieldTables(sheet, tick) {
  const warnings = new Map(sheet.precheck.filter(({ ok }) => !ok).map(({ item }) => [item, true]));
  const row = (field) => {
    const cell = el('td', {}, field.value || '（未填写）');
    if (warnings.has(field.name)) cell.append(el('span', { class: 'kw-changed kw-alert', textContent: '预审提示' }));
    if (isChanged(field)) cell.append(el('del', { textContent: field.previous || '（空）' }), el('span', { class: 'kw-changed', textContent: '本轮已修改' }));
    else if (field.returned) cell.append(el('span', { class: 'kw-changed', textContent: '上轮退回，未修改' }));
    return el('tr', { class: isChanged(field) ? 'kw-diff' : '' }, el('th', { scope: 'row', textContent: field.label }), cell, tick ? el('td', { class: 'kw-tick' }, tick(field.name, field.label)) : null);
  };
  return sheet.sections.map(({ title, fields }) => el('table', { class: 'table kw-sheet' }, el('caption', { textContent: title }), el('tbody', {}, ...fields.map(row))));
}

/** What the lock says now beside what is applied for; nothing when the order is about no lock. */
export function comparison({ comparison: rows = [] }) {
  if (!rows.length) return [];
  const cell = (row) => (row.wanted ? el('td', {}, row.wanted, row.differs ? el('span', { class: 'kw-changed', textContent: '有变化' }) : null) : el('td', { textContent: '—' }));
  const line = (row) => el('tr', { class: row.differs ? 'kw-diff' : '' }, el('th', { scope: 'row', textContent: row.label }), el('td', { textContent: row.now }), cell(row));
  const title = el('thead', {}, el('tr', {}, ...['项目', '锁里现有的内容', '申请的内容'].map((text) => el('th', { scope: 'col', textContent: text }))));
  return [el('table', { class: 'table kw-sheet' }, el('caption', { textContent: '新旧对照' }), title, el('tbody', {}, ...rows.map(line)))];
}

export function rounds(list) {
  return list.map(({ step, reviewer, at, opinion }) => el('p', { class: 'kw-round', textContent: `${step} · ${reviewer ?? ''} · ${at ?? ''}：${opinion}` }));
}

/** Tabs of papers over a stage that zooms and turns; the first paper with a warning is open. */
export class PaperViewer {
  constructor(tabs, stage, sheet, tick) {
    Object.assign(this, { tabs, stage, sheet, zoom: 1, angle: 0, pages: [], at: 0 });
    this.ticks = new Map(tick ? sheet.attachments.map((paper) => [paper.type, tick(paper.type, paper.typeName)]) : []);
    const warned = new Set(sheet.precheck.filter(({ ok }) => !ok).map(({ item }) => item));
    this.buttons = sheet.attachments.map((paper, index) => el('button', { type: 'button', class: 'btn btn-default', textContent: `${paper.typeName}${paper.fresh ? '（新）' : ''}${warned.has(paper.type) ? ' !' : ''}`, title: warned.has(paper.type) ? '预审对这份材料有提示' : paper.fileName, onclick: () => this.open(index) }));
    tabs.replaceChildren(...this.buttons);
    if (sheet.attachments.length) this.open(Math.max(0, sheet.attachments.findIndex(({ type }) => warned.has(type))));
    else stage.replaceChildren(el('p', { class: 'kw-none', textContent: '没有上传材料' }));
  }

  open(index) {
    const count = this.sheet.attachments.length;
    if (!count) return;
    this.at = (index + count) % count;
    Object.assign(this, { zoom: 1, angle: 0 });
    const paper = this.sheet.attachments[this.at];
    this.buttons.forEach((button, other) => {
      button.classList.toggle('active', other === this.at);
      button.setAttribute('aria-pressed', String(other === this.at));
    });
    const url = `/api/orders/${this.sheet.orderNo}/attachments/${paper.id}`;
    this.pages = Array.from({ length: paper.pages || 1 }, (_, page) => el('img', { src: `${url}/pages/${page + 1}.png`, alt: `${paper.typeName} 第 ${page + 1} 页`, loading: 'lazy' }));
    const button = (label, action) => el('button', { type: 'button', class: 'btn btn-default', textContent: label, onclick: () => this[action]() });
    const tools = [button('放大', 'larger'), button('缩小', 'smaller'), button('向右转', 'turn'), button('还原', 'reset')];
    const original = el('a', { class: 'btn btn-default', href: url, target: '_blank', rel: 'noopener', textContent: '打开原件' });
    const reused = paper.reusedFrom ? el('p', { class: 'kw-changes', textContent: `沿用：办件 ${paper.reusedFrom} 审核通过的材料` }) : null;
    this.stage.replaceChildren(...[reused].filter(Boolean), el('div', { class: 'kw-tools' }, ...tools, original, this.ticks.get(paper.type)), el('div', { class: 'kw-stage', tabIndex: 0, role: 'group', 'aria-label': paper.typeName }, ...this.pages));
  }

  next() { this.open(this.at + 1); }
  previous() { this.open(this.at - 1); }
  larger() { this.show(Math.min(this.zoom * 1.25, 6), this.angle); }
  smaller() { this.show(Math.max(this.zoom / 1.25, 0.4), this.angle); }
  turn() { this.show(this.zoom, this.angle + 90); }
  reset() { this.show(1, 0); }

  show(zoom, angle) {
    Object.assign(this, { zoom, angle });
    const across = angle % 180 !== 0;
    this.pages.forEach((page) => {
      const seen = (page.parentElement.clientWidth - 16) * zoom;
      const wide = across ? (seen * (page.naturalWidth || 1)) / (page.naturalHeight || 1) : seen;
      const gap = across ? (seen - wide) / 2 : 0;
      Object.assign(page.style, { width: `${wide}px`, maxWidth: 'none', transform: `rotate(${angle}deg)`, margin: across ? `${-gap}px ${gap}px` : '' });
    });
  }
}
