// A page and the key agent on this computer: pair once, see the locks, let one be written, unlocked, checked or tried.
import { call, el } from '/js/forms/keyway-api.js';
import { JOBS } from '/js/agent-jobs.js';
import { AgentLink, wording } from '/js/agent-link.js';

const STATES = { BLANK: '空白锁', INITIALIZED: '已写入', USER_PIN_LOCKED: '口令已锁定', SO_PIN_LOCKED: '已锁死' };
const FULL = 6;
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

function label(lock, own) {
  return `${lock.serial}（${own ? '本办件的锁，' : ''}${STATES[lock.state] ?? '未知'}）`;
}

function description(lock) {
  const signing = lock.certificates.find((each) => each.use === 'SIGN');
  const holder = signing?.subject.match(/CN=((?:\\.|[^,])*)/)?.[1].replace(/\\/g, '');
  const parts = [STATES[lock.state] ?? '未知', signing ? `${holder}，证书到期 ${DAY.format(new Date(signing.notAfter))}` : '没有证书', lock.seal ? '有印章' : '没有印章'];
  if (lock.state !== 'BLANK' && lock.userTries < FULL) parts.push(`口令还可以试 ${lock.userTries} 次`);
  return `锁号 ${lock.serial}：${parts.join('；')}`;
}

class Panel {
  constructor(place) {
    this.place = place;
    this.agent = new AgentLink(place.dataset.agent);
    this.part('connect').addEventListener('click', () => this.try(() => this.connect()));
    this.part('environment').addEventListener('click', () => this.try(() => this.environment()));
    this.part('attach')?.addEventListener('click', () => this.try(() => this.attach()));
    this.on('pairing', async ({ code }) => {
      await this.agent.pair(code);
      await this.connect();
    });
    if (this.part('run')) this.on('run', (data) => this.work(data));
    if (this.agent.met) this.try(() => this.connect());
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
    this.busy = true;
    try {
      await work();
    } catch (problem) {
      if (problem instanceof Error) console.error(problem);
      this.part('fault').textContent = wording(problem);
    } finally {
      this.busy = false;
    }
  }

  say(text) {
    this.part('state').textContent = text;
  }

  serials() {
    return (this.place.dataset.serials ?? '').split(' ').filter(Boolean);
  }

  order(path) {
    return `/api/orders/${this.place.dataset.orderNo}${path}`;
  }

  complete(fields) {
    return call('POST', `/api/tasks/${this.place.dataset.task}/completion`, { fields });
  }

  async connect() {
    const { paired } = await this.agent.ask('GET', '/status');
    this.part('pairing').hidden = paired;
    if (this.part('run')) this.part('run').hidden = !paired;
    this.part('environment').hidden = !paired;
    if (!paired) {
      this.say('已检测到写锁助手。请先配对，以后在这个浏览器里不用再配。');
      return;
    }
    const locks = await this.agent.ask('GET', '/locks');
    this.list(locks);
    this.say(locks.length ? '已连接写锁助手，请核对锁身上的序列号。' : '已连接写锁助手，但没有找到锁。请插好锁，再点“连接写锁助手”。');
  }

  list(locks) {
    const own = this.serials();
    const choice = this.part('run')?.querySelector('[name="serial"]');
    choice?.replaceChildren(...locks.map((lock) => el('option', { value: lock.serial, selected: own.includes(lock.serial) }, label(lock, own.includes(lock.serial)))));
    if (this.place.dataset.agentJob !== 'read') return;
    this.part('locks').hidden = false;
    this.part('locks').replaceChildren(...locks.map((lock) => {
      const known = document.getElementById(`lock-${lock.serial}`);
      return el('li', {}, `${description(lock)}。`, known ? el('a', { href: `#lock-${lock.serial}` }, '用这把锁办理') : '不在您的名下。');
    }));
  }

  async work(data) {
    const done = await JOBS[this.place.dataset.agentJob](this, data);
    this.part('run').querySelectorAll('[type="password"]').forEach((input) => (input.value = ''));
    if (this.place.dataset.task) setTimeout(() => window.location.reload(), 1500);
    else await this.connect();
    this.say(done);
  }

  async environment() {
    const expected = this.serials()[0];
    const { checks, report } = await this.agent.ask('GET', `/environment${expected ? `?serial=${expected}` : ''}`);
    this.report = report;
    this.part('checks').replaceChildren(...checks.map((check) => el('li', {}, `${check.ok ? '✓' : '✗'} ${check.text}`)));
    this.part('report').hidden = false;
    this.part('report').querySelector('[data-copy]').dataset.copy = report;
  }

  async attach() {
    await call('POST', this.order('/environment-reports'), { report: this.report });
    this.say('检测报告已附在这份办件中，技术支持可以看到。');
  }
}

document.querySelectorAll('[data-agent-job]').forEach((place) => new Panel(place));
