// The order page and the key agent on this computer: pair once, see the locks, write one or let it stamp a sheet.
import { call, el } from '/js/forms/keyway-api.js';

const PASS = 'kw-agent-pass';
const STEPS = { start: '正在读取锁', initialize: '正在设置口令', request: '正在生成密钥', certify: '正在写入证书', seal: '正在写入印章', 'read-back': '正在核对', done: '写锁完成' };

class Agent {
  constructor(address) {
    this.address = address;
  }

  async ask(method, path, body) {
    const headers = { 'X-Keyway-Pass': localStorage.getItem(PASS) ?? '' };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    let answer;
    try {
      answer = await fetch(this.address + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    } catch {
      throw { detail: '没有检测到写锁助手。请在这台电脑上打开写锁助手，确认它的窗口没有报错，再点“连接写锁助手”。' };
    }
    const data = await answer.json();
    if (!answer.ok) throw data;
    return data;
  }
}

class Panel {
  constructor(place) {
    this.place = place;
    this.agent = new Agent(place.dataset.agent);
    this.part('connect').addEventListener('click', () => this.try(() => this.connect()));
    this.part('environment').addEventListener('click', () => this.try(() => this.environment()));
    this.on('pairing', (data) => this.pair(data.code));
    this.on('run', (data) => (place.dataset.agentJob === 'write' ? this.write(data) : this.stamp(data)));
    if (localStorage.getItem(PASS)) this.try(() => this.connect());
  }

  part(name) {
    return this.place.querySelector(`[data-agent-${name}]`);
  }

  on(name, work) {
    const form = this.part(name);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      event.submitter.disabled = true;
      await this.try(() => work(Object.fromEntries(new FormData(form))));
      event.submitter.disabled = false;
    });
  }

  async try(work) {
    this.part('fault').textContent = '';
    try {
      await work();
    } catch (problem) {
      const texts = problem.errors?.length ? problem.errors.map((error) => error.message) : [problem.detail ?? '没有成功，请再试一次。'];
      this.part('fault').textContent = texts.join('；');
    }
  }

  say(text) {
    this.part('state').textContent = text;
  }

  async connect() {
    const { paired } = await this.agent.ask('GET', '/status');
    this.part('pairing').hidden = paired;
    this.part('run').hidden = !paired;
    this.part('environment').hidden = !paired;
    if (!paired) {
      this.say('已检测到写锁助手。请先配对，以后在这个浏览器里不用再配。');
      return;
    }
    const locks = await this.agent.ask('GET', '/locks');
    const list = this.part('run').querySelector('[name="serial"]');
    list.replaceChildren(...locks.map((lock) => el('option', { value: lock.serial }, `${lock.serial}（${lock.state === 'BLANK' ? '空白锁' : '已写入'}）`)));
    this.say(locks.length ? '已连接写锁助手，请核对锁身上的序列号。' : '已连接写锁助手，但没有找到锁。请插好锁，再点“连接写锁助手”。');
  }

  async pair(code) {
    const { pass } = await this.agent.ask('POST', '/pairing', { code });
    localStorage.setItem(PASS, pass);
    await this.connect();
  }

  async write({ serial, authorizationCode, pin }) {
    const watch = setInterval(async () => {
      const { step } = await this.agent.ask('GET', `/locks/${serial}/job`).catch(() => ({}));
      if (STEPS[step]) this.say(`${STEPS[step]}，请勿拔出……`);
    }, 700);
    try {
      await this.agent.ask('POST', `/locks/${serial}/job`, { authorizationCode, pin });
    } finally {
      clearInterval(watch);
    }
    this.say('写锁完成，可以进行下一步了。');
    setTimeout(() => window.location.reload(), 1500);
  }

  async stamp({ serial, pin }) {
    const { orderNo, task } = this.place.dataset;
    const lock = await this.agent.ask('GET', `/locks/${serial}/content`);
    const sheet = await call('POST', `/api/orders/${orderNo}/test-stamps`, { keySerial: serial, ...lock });
    const { signature } = await this.agent.ask('POST', `/locks/${serial}/signature`, { pin, content: sheet.content });
    await call('POST', `/api/tasks/${task}/completion`, { fields: { keySerial: serial, signature } });
    this.say('测试盖章完成。');
    setTimeout(() => window.location.reload(), 1500);
  }

  async environment() {
    const expected = this.part('run').querySelector('[name="serial"]').value;
    const { checks, report } = await this.agent.ask('GET', `/environment?serial=${expected}`);
    this.part('checks').replaceChildren(...checks.map((check) => el('li', {}, `${check.ok ? '✓' : '✗'} ${check.text}`)));
    this.part('report').hidden = false;
    this.part('report').querySelector('[data-copy]').dataset.copy = report;
  }
}

document.querySelectorAll('[data-agent-job]').forEach((place) => new Panel(place));
