// The reviewer's bench: papers beside the fields, decision with item-wise defects, quick opinions, keys.
import { el } from './keyway-api.js';
import { PaperViewer, comparison, fieldTables, head, loadSheet, precheck, rounds } from './keyway-sheet.js';

const DECISIONS = ['APPROVE', 'RETURN', 'HOLD', 'REJECT'];
const OF_FIELDS = ['WRONG_VALUE', 'MISMATCH', 'INCOMPLETE', 'EXPIRED', 'OTHER'];

export async function attach(form, orderNo) {
  const bench = new Bench(form, orderNo);
  await bench.load();
  return bench;
}

class Bench {
  constructor(form, orderNo) {
    Object.assign(this, { form, orderNo, defects: new Map(), quick: {} });
    this.part = (name) => form.querySelector(`[data-keyway="${name}"]`);
    this.reason = form.querySelector('[name="reason"]');
  }

  async load() {
    try {
      this.sheet = await loadSheet(this.orderNo);
    } catch (problem) {
      return this.warn(problem.detail);
    }
    const ofFields = this.sheet.reasons.filter(({ code }) => OF_FIELDS.includes(code)).sort((one, other) => OF_FIELDS.indexOf(one.code) - OF_FIELDS.indexOf(other.code));
    const ofPapers = this.sheet.reasons.filter(({ code }) => code !== 'WRONG_VALUE');
    const tick = (item, label) => this.tick(item, label, ofFields);
    this.part('head').replaceChildren(...head(this.sheet));
    this.part('precheck').replaceChildren(...precheck(this.sheet.precheck));
    this.part('sections').replaceChildren(...comparison(this.sheet), ...fieldTables(this.sheet, tick));
    this.part('rounds').replaceChildren(...rounds(this.sheet.rounds));
    this.viewer = new PaperViewer(this.part('tabs'), this.part('viewer'), this.sheet, (item, label) => this.tick(item, label, ofPapers));
    this.form.querySelectorAll('[name="decision"]').forEach((radio) => radio.addEventListener('change', () => this.decide()));
    this.listenToKeys();
    await this.loadOpinions();
  }

  /** The analysts' list; without it people write by hand. */
  async loadOpinions() {
    const answer = await fetch('/forms/quick-opinions.json', { headers: { Accept: 'application/json' } }).catch(() => null);
    this.quick = answer?.ok ? await answer.json().catch(() => ({})) : {};
    this.decide();
  }

  /** One click says what is to be changed, one more why: the reasons lie open, the most frequent is chosen. */
  tick(item, label, reasons) {
    const note = el('input', { class: 'form-control', maxLength: 200, placeholder: '补充说明（可不填）', 'aria-label': `${label}补充说明` });
    const chips = reasons.map(({ code, text }, at) => el('label', { class: 'kw-chip' }, el('input', { type: 'radio', name: `kw-reason-${item}`, value: code, checked: at === 0 }), ` ${text}`));
    const sentence = el('p', { class: 'kw-sentence' });
    const more = el('div', { class: 'kw-defect', hidden: true }, el('div', { class: 'kw-chips', role: 'radiogroup', ariaLabel: `${label}退回原因` }, ...chips), note, sentence);
    const box = el('input', { type: 'checkbox', 'aria-label': `${label}需修改` });
    const update = () => {
      more.hidden = !box.checked;
      const { value: code } = more.querySelector('input[type="radio"]:checked');
      const { text } = reasons.find((reason) => reason.code === code);
      const added = note.value.trim();
      const told = `${label}：${text}${added ? `（${added}）` : ''}`;
      sentence.textContent = `申请人会看到：${told}`;
      if (box.checked) this.defects.set(item, { item, code, note: added, sentence: told });
      else this.defects.delete(item);
      this.listDefects();
    };
    [box, ...chips].forEach((part) => part.addEventListener('change', update));
    note.addEventListener('input', update);
    return el('div', {}, el('label', {}, box, ' 需修改'), more);
  }

  listDefects() {
    this.part('defect-list').replaceChildren(...[...this.defects.values()].map(({ sentence }) => el('li', { textContent: sentence })));
    if (this.defects.size && !this.decision()) this.choose('RETURN');
  }

  decision() {
    return this.form.querySelector('[name="decision"]:checked')?.value;
  }

  choose(decision) {
    const radio = this.form.querySelector(`[name="decision"][value="${decision}"]`);
    if (!radio) return;
    radio.checked = true;
    radio.focus();
    this.decide();
  }

  decide() {
    const decision = this.decision();
    this.part('defects').hidden = decision !== 'RETURN';
    const texts = this.quick[decision] ?? [];
    const chip = (text) => el('button', { type: 'button', class: 'btn btn-default btn-sm', textContent: text, onclick: () => this.write(text) });
    this.part('quick').replaceChildren(...texts.map(chip));
    this.part('quick-row').hidden = !texts.length;
  }

  /** A quick opinion joins what is already written. */
  write(text) {
    const before = this.reason.value.trim();
    if (!before.includes(text)) this.reason.value = `${before}${before ? ' ' : ''}${text}`.slice(0, 1000);
    this.reason.focus();
  }

  /** Alt and a key, because plain keys belong to the text fields; the listener goes with the form. */
  listenToKeys() {
    const actions = { BracketLeft: () => this.viewer.previous(), BracketRight: () => this.viewer.next(), Equal: () => this.viewer.larger(), Minus: () => this.viewer.smaller(), KeyR: () => this.viewer.turn(), Digit0: () => this.viewer.reset() };
    DECISIONS.forEach((decision, index) => (actions[`Digit${index + 1}`] = () => this.choose(decision)));
    const listen = (event) => {
      if (!this.form.isConnected) return document.removeEventListener('keydown', listen);
      if (!event.altKey || event.ctrlKey || event.metaKey || !actions[event.code]) return undefined;
      event.preventDefault();
      return actions[event.code]();
    };
    document.addEventListener('keydown', listen);
  }

  /** The three variables of the task; null, with a message, when something is missing. */
  answer() {
    const decision = this.decision();
    const reason = this.reason.value.trim();
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
