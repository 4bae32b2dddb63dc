// The reviewer's bench: papers beside the fields, pre-checks, differences to the last round, decision with defects.
import { call, el } from './keyway-api.js';

export async function attach(form, orderNo) {
  document.head.append(el('link', { rel: 'stylesheet', href: '/forms/keyway-form.css' }));
  const bench = new Bench(form, orderNo);
  await bench.load();
  return bench;
}

class Bench {
  constructor(form, orderNo) {
    Object.assign(this, { form, orderNo, defects: new Map(), zoom: 1, angle: 0 });
    this.part = (name) => form.querySelector(`[data-keyway="${name}"]`);
  }

  async load() {
    try {
      this.sheet = await call('GET', `/api/orders/${this.orderNo}/review-sheet`);
    } catch (problem) {
      return this.warn(problem.detail);
    }
    this.showHead();
    this.showPapers();
    this.part('sections').replaceChildren(...this.sheet.sections.map((section) => this.section(section)));
    this.part('rounds').replaceChildren(...this.sheet.rounds.map(({ step, reviewer, at, opinion }) => el('p', { class: 'kw-round', textContent: `${step} · ${reviewer ?? ''} · ${at ?? ''}：${opinion}` })));
    this.form.querySelectorAll('[name="decision"]').forEach((radio) => radio.addEventListener('change', () => this.decide()));
  }

  showHead() {
    const { orderNo, lineName, city, round, precheck } = this.sheet;
    this.part('head').replaceChildren(el('h4', { textContent: `${lineName} · ${city} · 第 ${round} 次提交` }), el('p', { textContent: `办件编号 ${orderNo}` }));
    const row = ({ ok, text }) => el('li', { class: ok ? 'kw-ok' : 'kw-warn', textContent: `${ok ? '✓' : '! 请留意'} ${text}` });
    if (precheck.length) this.part('precheck').replaceChildren(el('h5', { textContent: '自动预审' }), el('ul', { class: 'kw-precheck' }, ...precheck.map(row)));
  }

  section({ title, fields }) {
    return el('table', { class: 'table kw-sheet' }, el('caption', { textContent: title }), el('tbody', {}, ...fields.map((field) => this.field(field))));
  }

  field({ name, label, value, previous, returned }) {
    const changed = previous !== null && previous !== undefined && previous !== value;
    const cell = el('td', {}, value || '(未填写)');
    if (changed) cell.append(el('del', { textContent: previous || '(空)' }), el('span', { class: 'kw-changed', textContent: '本轮已修改' }));
    else if (returned) cell.append(el('span', { class: 'kw-changed', textContent: '上轮退回，未修改' }));
    return el('tr', { class: changed ? 'kw-diff' : '' }, el('th', { scope: 'row', textContent: label }), cell, el('td', { class: 'kw-tick' }, this.tick(name, label)));
  }

  tick(item, label) {
    const note = el('input', { class: 'form-control', maxLength: 200, placeholder: '补充说明', 'aria-label': `${label}补充说明` });
    const code = el('select', { class: 'form-control', 'aria-label': `${label}退回原因` }, ...this.sheet.reasons.map((reason) => el('option', { value: reason.code, textContent: reason.text })));
    const more = el('div', { class: 'kw-defect', hidden: true }, code, note);
    const box = el('input', { type: 'checkbox', 'aria-label': `${label}需修改` });
    const update = () => {
      more.hidden = !box.checked;
      if (box.checked) this.defects.set(item, { label, item, code: code.value, text: code.selectedOptions[0].textContent, note: note.value.trim() });
      else this.defects.delete(item);
      this.listDefects();
    };
    [box, code, note].forEach((input) => input.addEventListener('change', update));
    return el('div', {}, el('label', {}, box, ' 需修改'), more);
  }

  listDefects() {
    const rows = [...this.defects.values()].map(({ label, text, note }) => el('li', { textContent: `${label}:${text}${note ? `(${note})` : ''}` }));
    this.part('defect-list').replaceChildren(...rows);
    if (rows.length && !this.decision()) {
      this.form.querySelector('[value="RETURN"]').checked = true;
      this.decide();
    }
  }

  showPapers() {
    const papers = this.sheet.attachments;
    if (!papers.length) return this.part('viewer').replaceChildren(el('p', { class: 'kw-none', textContent: '没有上传材料' }));
    this.ticks = new Map(papers.map((paper) => [paper.type, this.tick(paper.type, paper.typeName)]));
    const tab = (paper) => el('button', { type: 'button', class: 'btn btn-default', textContent: `${paper.typeName}${paper.fresh ? '(新)' : ''}`, onclick: () => this.open(paper) });
    this.tabs = new Map(papers.map((paper) => [paper.id, tab(paper)]));
    this.part('tabs').replaceChildren(...this.tabs.values());
    return this.open(papers[0]);
  }

  open(paper) {
    this.tabs.forEach((tab, id) => tab.classList.toggle('active', id === paper.id));
    Object.assign(this, { zoom: 1, angle: 0 });
    const url = `/api/orders/${this.orderNo}/attachments/${paper.id}`;
    const pages = Array.from({ length: paper.pages || 1 }, (_, page) => el('img', { src: `${url}/pages/${page + 1}.png`, alt: `${paper.typeName} 第 ${page + 1} 页`, loading: 'lazy' }));
    const stage = el('div', { class: 'kw-stage', tabIndex: 0 }, ...pages);
    const button = (label, action) => el('button', { type: 'button', class: 'btn btn-default', textContent: label, onclick: () => this.turn(pages, action) });
    const tools = [button('放大', () => (this.zoom *= 1.25)), button('缩小', () => (this.zoom /= 1.25)), button('向右转', () => (this.angle += 90)), button('还原', () => Object.assign(this, { zoom: 1, angle: 0 }))];
    const original = el('a', { class: 'btn btn-default', href: url, target: '_blank', rel: 'noopener', textContent: '打开原件' });
    this.part('viewer').replaceChildren(el('div', { class: 'kw-tools' }, ...tools, original, this.ticks.get(paper.type)), stage);
  }

  turn(pages, action) {
    action();
    const across = this.angle % 180 !== 0;
    pages.forEach((page) => {
      page.style.width = `${this.zoom * 100}%`;
      page.style.transform = `rotate(${this.angle}deg)`;
      page.style.margin = across ? `${Math.max(0, (page.offsetWidth - page.offsetHeight) / 2)}px 0` : '';
    });
  }

  decision() {
    return this.form.querySelector('[name="decision"]:checked')?.value;
  }

  decide() {
    this.part('defects').hidden = this.decision() !== 'RETURN';
  }

  /** The three variables of the task; null, with a message, when something is missing. */
  answer() {
    const decision = this.decision();
    const reason = this.form.querySelector('[name="reason"]').value.trim();
    const defects = [...this.defects.values()].map(({ item, code, note }) => ({ item, code, note }));
    if (!decision) return this.warn('请选择审核结论');
    if (decision === 'RETURN' && !defects.length) return this.warn('退回修改时，请至少勾选一项需要修改的内容或材料');
    if ((decision === 'REJECT' || decision === 'HOLD') && !reason) return this.warn('请写明原因，申请人会看到这段说明');
    return { decision, reason, defects: JSON.stringify(decision === 'RETURN' ? defects : []) };
  }

  warn(text) {
    const notice = this.part('notice');
    notice.textContent = text;
    notice.hidden = false;
    notice.focus();
    return null;
  }
}
