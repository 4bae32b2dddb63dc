// After a task is completed, offers the next one of the same filter: claimed and opened with one click or Alt+N.
const LOOKED_AT = 10;
let account;

function place() {
  const [, query = ''] = window.location.hash.split('?');
  return new URLSearchParams(query);
}

async function json(url, options) {
  const answer = await fetch(url, { headers: { Accept: 'application/json' }, ...options });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.status === 204 ? null : answer.json();
}

async function who(api) {
  account ??= (await json(`${api.adminApi}/auth/user/default`)).userId;
  return account;
}

/** The first task of the filter that is free or one's own; own ones need no claim. */
async function nextTask(api, filter) {
  const me = await who(api);
  const tasks = await json(`${api.engineApi}/filter/${filter}/list?firstResult=0&maxResults=${LOOKED_AT}`);
  const list = Array.isArray(tasks) ? tasks : tasks._embedded?.task ?? [];
  const task = list.find(({ assignee }) => !assignee || assignee === me);
  return task ? { id: task.id, name: task.name, free: !task.assignee, me } : null;
}

async function claim(api, { id, me }) {
  const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': api.CSRFToken };
  await json(`${api.engineApi}/task/${id}/claim`, { method: 'POST', headers, body: JSON.stringify({ userId: me }) });
}

class NextBar {
  constructor(node, api) {
    Object.assign(this, { node, api, task: place().get('task'), filter: place().get('filter') });
    node.className = 'kw-next';
    node.setAttribute('role', 'status');
    node.hidden = true;
    this.moved = () => this.look().catch(() => this.hide());
    this.pressed = (event) => event.altKey && event.code === 'KeyN' && this.button && (event.preventDefault(), this.button.click());
    window.addEventListener('hashchange', this.moved);
    document.addEventListener('keydown', this.pressed);
  }

  leave() {
    window.removeEventListener('hashchange', this.moved);
    document.removeEventListener('keydown', this.pressed);
  }

  async look() {
    const before = this.task;
    this.task = place().get('task');
    this.filter = place().get('filter') ?? this.filter;
    if (this.task || !before || !this.filter) return this.task ? this.hide() : undefined;
    const { count } = await json(`${this.api.engineApi}/task/count?taskIdIn=${before}`);
    return count === 0 ? this.offer('这一件已办完。') : undefined;
  }

  hide() {
    this.node.hidden = true;
    this.button = null;
  }

  async offer(text) {
    const task = await nextTask(this.api, this.filter).catch(() => null);
    if (this.task) return;
    this.button = task ? document.createElement('button') : null;
    this.node.replaceChildren(task ? text : `${text}这个列表里没有待办的任务了。`);
    this.node.hidden = false;
    if (!task) return;
    Object.assign(this.button, { type: 'button', className: 'btn btn-primary btn-sm', textContent: `下一件：${task.name}`, title: '认领并打开（Alt+N）' });
    this.button.addEventListener('click', () => this.open(task));
    this.node.append(this.button);
    this.button.focus();
  }

  async open(task) {
    this.button.disabled = true;
    try {
      if (task.free) await claim(this.api, task);
      const query = place();
      query.set('task', task.id);
      window.location.hash = `#/?${query}`;
    } catch {
      await this.offer('刚才那一件已被他人认领。');
    }
  }
}

let bar;
export default {
  id: 'keyway-next',
  pluginPoint: 'tasklist.list',
  priority: 1000,
  render: (node, { api }) => {
    bar?.leave();
    bar = new NextBar(node, api);
  },
  unmount: () => bar?.leave()
};
