// Every page: the large-type switch, and what buttons with a REST call behind them do.
import { call } from '/js/forms/keyway-api.js';

const root = document.documentElement;
const elder = document.querySelector('[data-elder]');
function large(on) {
  root.classList.toggle('kw-elder', on);
  localStorage.setItem('kw-elder', on ? 'yes' : '');
  elder?.setAttribute('aria-pressed', String(on));
}
large(localStorage.getItem('kw-elder') === 'yes');
elder?.addEventListener('click', () => large(!root.classList.contains('kw-elder')));

function tell(form, problem) {
  const place = form.querySelector('[data-answer]');
  const texts = problem.errors?.length ? problem.errors.map((error) => error.message) : [problem.detail];
  if (place) place.textContent = texts.join(';');
  else window.alert(texts.join('\n'));
}

function values(form) {
  const data = {};
  new FormData(form).forEach((value, name) => value !== '' && (data[name] = value));
  form.querySelectorAll('input[type="number"]').forEach((input) => input.value !== '' && (data[input.name] = Number(input.value)));
  form.querySelectorAll('[data-many]').forEach(({ name }) => (data[name] = new FormData(form).getAll(name)));
  return data;
}

// <form data-call="POST /api/..." data-wrap="fields" data-then="reload | url | url:field | show">
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.call) return;
  event.preventDefault();
  const question = form.dataset.confirm;
  if (question && !window.confirm(question)) return;
  const button = event.submitter;
  if (button) button.disabled = true;
  try {
    const [method, path] = form.dataset.call.split(' ');
    const data = values(form);
    if (button?.name) data[button.name] = button.value;
    const url = path.replace(/\{(\w+)}/g, (_, name) => {
      const value = data[name] ?? '';
      delete data[name];
      return encodeURIComponent(value);
    });
    const body = method === 'DELETE' ? undefined : form.dataset.wrap ? { [form.dataset.wrap]: data } : data;
    const answer = await call(method, url, body);
    follow(form, answer);
  } catch (problem) {
    tell(form, problem);
  } finally {
    if (button) button.disabled = false;
  }
});

function follow(form, answer) {
  const then = form.dataset.then ?? 'reload';
  if (then === 'reload') window.location.reload();
  else if (then === 'show') form.querySelector('[data-answer]').textContent = `已完成${answer ? `:${JSON.stringify(answer)}` : ''}`;
  else if (then.startsWith('url:')) window.location.assign(answer[then.slice(4)]);
  else window.location.assign(then);
}

document.addEventListener('click', async (event) => {
  if (event.target.closest('[data-print]')) window.print();
  const copy = event.target.closest('[data-copy]');
  if (!copy) return;
  await navigator.clipboard.writeText(copy.dataset.copy);
  copy.textContent = '已复制';
});

// counts down the seconds that the server says are left
const clock = document.querySelector('[data-left]');
if (clock) {
  const opened = Date.now();
  const tick = () => {
    const left = Math.max(0, Math.floor(Number(clock.dataset.left) - (Date.now() - opened) / 1000));
    const [days, hours, minutes] = [Math.floor(left / 86400), Math.floor(left / 3600) % 24, Math.floor(left / 60) % 60];
    clock.textContent = days ? `${days} 天 ${hours} 小时` : hours ? `${hours} 小时 ${minutes} 分` : `${minutes} 分 ${left % 60} 秒`;
  };
  tick();
  setInterval(tick, 1000);
}

// an order's progress is fetched now and then; the rest of the page follows when something has changed
const state = () => document.querySelector('#order-now')?.dataset.state;
const before = state();
document.addEventListener('htmx:afterSwap', () => before !== state() && window.location.reload());
