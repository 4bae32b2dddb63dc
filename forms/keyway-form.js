// Brings an application form to life, in the portal and in Tasklist: conditions, checks, draft, papers, consents.
import { call, el } from './keyway-api.js';
import { faultOf, holds, isRequired, isShown, mark } from './keyway-checks.js';
import { divisions } from './keyway-division.js';
import { Papers } from './keyway-papers.js';

const PAY = { BEFORE_REVIEW: '提交后先缴费，再审核', AFTER_REVIEW: '审核通过后再缴费', NONE: '无需缴费' };

/** @param options {region, orderNo, agreed: ["id:version"], prefill: query of what to start from, tasklist} */
export async function attach(form, options = {}) {
  const keyway = new Application(form, options);
  await keyway.start();
  return keyway;
}

class Application {
  constructor(form, options) {
    Object.assign(this, { form, options, line: form.dataset.line, number: options.orderNo, returned: null, dirty: !options.orderNo, turn: 0 });
    this.part = (name) => form.querySelector(`[data-keyway="${name}"]`);
    this.papers = new Papers(this.part('attachments'), { orderNo: () => this.save().then(() => this.number), locked: (item) => this.locked(item) });
  }

  inputs() {
    return [...this.form.querySelectorAll('input[name], select[name], textarea[name]')].filter((input) => input.name !== 'consents');
  }

  async start() {
    const { form, options } = this;
    if (options.tasklist) await this.inTasklist();
    await this.chooseRegion();
    await this.chooseService();
    if (this.number) await this.restore();
    else if (options.prefill) this.fill(await call('GET', `/api/lines/${this.line}/prefill?${options.prefill}`));
    const division = form.querySelector('[name="consigneeDivision"]');
    if (division) this.picker = await divisions(division);
    form.addEventListener('change', (event) => this.changed(event));
    form.addEventListener('focusout', ({ target }) => target.name && target.name !== 'consents' && target.value && mark(target, faultOf(form, target)));
    form.addEventListener('submit', (event) => event.preventDefault());
    this.part('save').addEventListener('click', () => this.saveByHand());
    this.part('submit').addEventListener('click', () => this.submit());
    this.arrange();
    await this.quote();
  }

  async inTasklist() {
    document.head.append(el('link', { rel: 'stylesheet', href: '/forms/keyway-form.css' }));
    this.part('submit').hidden = true;
    this.part('applicant-group').hidden = false;
  }

  async chooseRegion() {
    const select = this.part('region');
    const regions = await call('GET', `/api/lines/${this.line}/regions`);
    select.replaceChildren(...regions.map(({ region, city }) => el('option', { value: region, textContent: city })));
    if (this.options.region) select.value = this.options.region;
    select.disabled = Boolean(this.options.region || this.number);
  }

  /** A special service may have a form of its own, so choosing another one opens it. */
  async chooseService() {
    const select = this.part('services');
    if (!select) return;
    const offered = await call('GET', `/api/lines/${this.line}/services?region=${this.part('region').value}`);
    select.replaceChildren(...offered.map(({ code, name }) => el('option', { value: code, textContent: name })));
    if (this.options.service) select.value = this.options.service;
    select.addEventListener('change', () => !this.number && this.options.onService?.(select.value));
  }

  async restore() {
    const order = await call('GET', `/api/orders/${this.number}`);
    this.setNumber(order.orderNo);
    this.part('region').value = order.region;
    if (order.status === 'RETURNED') this.returned = order.returnedItems ?? [];
    this.options.agreed = [].concat(order.fields.consents ?? []);
    this.fill(order.fields);
    this.papers.files = order.attachments;
    this.returned?.forEach(({ item, text }) => this.fault(item, `需要修改：${text}`));
  }

  fill(fields) {
    for (const input of this.inputs().filter(({ name }) => name in fields)) {
      const values = [].concat(fields[input.name]).map(String);
      if (/^(checkbox|radio)$/.test(input.type)) input.checked = values.includes(input.value);
      else [input.value] = values;
    }
  }

  locked(item) {
    return Boolean(this.returned && !this.returned.some((returned) => returned.item === item));
  }

  changed({ target }) {
    this.dirty = true;
    if (target.dataset.check === 'uscc' || target.name === 'usccConfirm') target.value = target.value.toUpperCase().trim();
    if (target.name) this.arrange();
    if (target.name && target.closest('.has-error')) mark(target, faultOf(this.form, target));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.quote(), 400);
  }

  /** Shows what applies, stars what is required, locks what was not returned. */
  arrange() {
    this.form.querySelectorAll('[data-show-when]').forEach((element) => {
      const box = element.matches('input, select, textarea') ? element.closest('.form-group') : element;
      box.hidden = !holds(this.form, element.dataset.showWhen);
    });
    for (const input of this.inputs()) {
      input.closest('.form-group').classList.toggle('kw-required', isRequired(this.form, input));
      input.disabled = this.locked(input.name);
    }
    this.picker?.(this.locked('consigneeDivision'));
    this.form.querySelectorAll('fieldset').forEach((section) => {
      const groups = [...section.querySelectorAll('.form-group')];
      section.hidden = section.matches('[data-show-when]') && !holds(this.form, section.dataset.showWhen) || groups.length > 0 && groups.every((group) => group.hidden);
    });
  }

  /** What the city asks for what is filled in so far; of several answers the last question's counts. */
  async quote() {
    const filled = Object.entries(this.fields()).filter(([name, value]) => value.length && /^(service|holderType|lockKind|years|quantity|deliveryMode|freight|newKey|replacementReason|unlockMode|lossOperation|changeTypes)$/.test(name));
    const query = new URLSearchParams({ region: this.part('region').value, ...Object.fromEntries(filled) });
    const part = this.part('quote');
    const turn = ++this.turn;
    try {
      const needs = await call('GET', `/api/lines/${this.line}/requirements?${query}`);
      const offers = await call('GET', `/api/lines/${this.line}/reusable-papers?${query}`);
      if (turn !== this.turn) return;
      part.replaceChildren(...[['费用', `¥${(needs.feeCents / 100).toFixed(2)}`], ['缴费时间', PAY[needs.feeCents ? needs.payTiming : 'NONE']], ['预计办理时间', `${needs.leadWorkingDays} 个工作日`]].map(([name, value]) => el('div', {}, el('span', { textContent: name }), el('strong', { textContent: value }))));
      this.offer('deliveryMode', needs.deliveryModes);
      this.papers.base = `/api/orders/${this.number}`;
      this.papers.offers = offers;
      this.papers.show(needs.documents);
      this.askConsents(needs.consents);
      this.returned?.forEach(({ item, text }) => this.fault(item, `需要修改：${text}`));
      await this.forecast(part);
    } catch (problem) {
      part.replaceChildren(el('p', { textContent: problem.errors?.[0]?.message ?? problem.detail }));
    }
  }

  /** Will it arrive before the bid is opened? Asked when the time is filled in. */
  async forecast(part) {
    const { bidOpeningAt, deliveryMode } = this.fields();
    if (!bidOpeningAt) return;
    const query = new URLSearchParams({ region: this.part('region').value, bidOpeningAt, deliveryMode: deliveryMode ?? '' });
    const arrival = await call('GET', `/api/lines/${this.line}/arrival?${query}`);
    if (arrival) part.append(el('p', { class: `kw-arrival kw-arrival-${arrival.verdict.toLowerCase()}` }, el('strong', { textContent: arrival.headline }), ` ${arrival.text}${arrival.hint ?? ''}`));
  }

  offer(name, values) {
    const select = this.form.querySelector(`select[name="${name}"]`);
    if (!select) return;
    [...select.options].forEach((option) => (option.hidden = option.disabled = !values.includes(option.value)));
    if (!values.includes(select.value)) select.value = values[0];
    this.arrange();
  }

  /** Rows that are asked for already stay as they are, so that nobody loses a tick or the focus. */
  askConsents(consents) {
    const box = this.part('consents');
    const ticked = this.consents() ?? this.options.agreed ?? [];
    const asked = new Map([...box.querySelectorAll('.checkbox')].map((row) => [row.querySelector('input').value, row]));
    for (const { id, version, title, url } of consents) {
      const value = `${id}:${version}`;
      if (asked.delete(value)) continue;
      const row = box.querySelector('template').content.firstElementChild.cloneNode(true);
      Object.assign(row.querySelector('input'), { value, checked: ticked.includes(value) });
      Object.assign(row.querySelector('a'), { href: url, textContent: `《${title}》` });
      box.append(row);
    }
    asked.forEach((row) => row.remove());
  }

  consents() {
    const boxes = [...this.part('consents').querySelectorAll('.checkbox input')];
    return boxes.length ? boxes.filter((box) => box.checked).map((box) => box.value) : null;
  }

  fields() {
    const fields = {};
    for (const input of this.inputs()) {
      const shown = isShown(this.form, input);
      if (input.disabled) continue;
      if (input.type === 'checkbox' && this.several(input)) {
        fields[input.name] ??= [];
        if (shown && input.checked) fields[input.name].push(input.value);
      } else if (/^(checkbox|radio)$/.test(input.type)) {
        fields[input.name] = shown && input.checked ? input.value : fields[input.name] || '';
      } else fields[input.name] = shown ? input.value.trim() : '';
    }
    if (!this.returned && this.consents()) fields.consents = this.consents();
    return fields;
  }

  /** Whether the boxes of this name are a choice of several. */
  several(input) {
    return this.form.querySelectorAll(`input[type="checkbox"][name="${input.name}"]`).length > 1;
  }

  setNumber(orderNo) {
    this.number = orderNo;
    const hidden = this.part('order-no');
    hidden.value = orderNo;
    hidden.dispatchEvent(new Event('change', { bubbles: false }));
    this.part('region').disabled = true;
    this.papers.base = `/api/orders/${orderNo}`;
  }

  async save() {
    if (!this.dirty && this.number) return;
    const fields = this.fields();
    if (this.number) await call('PATCH', `/api/orders/${this.number}`, { fields });
    else {
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length));
      const applicant = this.options.tasklist && this.part('applicant').value.trim();
      const draft = { line: this.line, region: this.part('region').value, fields: given };
      this.setNumber((await call('POST', '/api/orders', applicant ? { ...draft, applicant } : draft)).orderNo);
      this.options.onDraft?.(this.number);
    }
    this.dirty = false;
    this.say(`已保存(${new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' })})`);
  }

  async saveByHand() {
    return this.tell(() => this.save());
  }

  async submit() {
    const faults = this.check();
    if (faults.length) return this.summary(faults);
    this.part('submit').disabled = true;
    const done = await this.tell(async () => {
      await this.save();
      await call('POST', `/api/orders/${this.number}/submission`);
    });
    this.part('submit').disabled = false;
    if (done) this.options.onSubmitted?.(this.number);
  }

  /** For Tasklist: whether all is checked and saved; when not, starts saving and says what to do next. */
  ready() {
    const faults = this.check();
    if (faults.length) this.summary(faults);
    else if (this.dirty || !this.number) this.tell(() => this.save()).then((saved) => saved && this.say('申请内容已保存，请再点击一次“启动”完成提交'));
    else return true;
    return false;
  }

  check() {
    const faults = this.inputs().filter((input) => !input.disabled).map((input) => ({ field: input.name, message: faultOf(this.form, input) }));
    const unread = !this.returned && (this.consents() ?? ['']).length < this.part('consents').querySelectorAll('.checkbox').length;
    const consent = unread ? [{ field: 'consents', message: '请阅读并勾选全部告知与确认事项' }] : [];
    return [...faults.filter((fault) => fault.message), ...this.papers.missing(), ...consent];
  }

  async tell(action) {
    this.summary([]);
    try {
      await action();
      return true;
    } catch (problem) {
      const errors = problem.errors ?? [];
      this.summary(errors.length ? errors : [{ field: null, message: problem.detail ?? '没有成功，请稍后再试' }]);
      return false;
    }
  }

  fault(item, message) {
    const place = item === 'region' ? this.part('region') : this.form.querySelector(`[name="${item}"]`) ?? this.form.querySelector(`[data-item="${item}"] td:last-child > *`);
    if (place) mark(place, message);
    return place;
  }

  summary(faults) {
    this.inputs().forEach((input) => mark(input, ''));
    const notice = this.part('notice');
    notice.hidden = !faults.length;
    notice.className = 'alert alert-danger';
    const jump = (place) => (event) => {
      event.preventDefault();
      const seen = place.hidden ? place.parentElement.querySelector('select') : place;
      seen.scrollIntoView({ block: 'center' });
      seen.focus({ preventScroll: true });
    };
    const items = faults.map(({ field, message }) => {
      const place = field && this.fault(field, message);
      return el('li', {}, place ? el('a', { href: '#', textContent: message, onclick: jump(place) }) : message);
    });
    notice.replaceChildren(el('strong', { textContent: `还有 ${faults.length} 处需要您修改：` }), el('ul', {}, ...items));
    if (faults.length) notice.focus();
  }

  say(text) {
    this.part('state').textContent = text;
  }
}
